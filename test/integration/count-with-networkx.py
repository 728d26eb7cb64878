"""Reads an export with NetworkX and prints what it found as JSON: count-with-networkx.py FORMAT FILE"""

import json
import sys
from collections import Counter

import networkx

form, path = sys.argv[1:]
version = tuple(int(part) for part in networkx.__version__.split(".")[:2])
if form == "graphml":
    graph = networkx.read_graphml(path, force_multigraph=True)
elif form == "gexf":
    graph = networkx.read_gexf(path)
else:
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    # NetworkX 3.6 looks for "edges" unless told.
    named = {"edges": "links"} if version >= (3, 4) else {}
    graph = networkx.node_link_graph(data, **named)

labels = Counter()
for _, node in graph.nodes(data=True):
    found = node["labels"]
    labels.update(found if isinstance(found, list) else found.split(" "))
types = Counter()
for _, _, edge in graph.edges(data=True):
    types[edge.get("relationship") or edge.get("type") or edge["label"]] += 1
titles = sorted(node["title"] for _, node in graph.nodes(data=True) if node.get("title") is not None)
json.dump(
    {
        "nodes": {"total": graph.number_of_nodes(), "byLabel": dict(labels)},
        "relationships": {"total": graph.number_of_edges(), "byType": dict(types)},
        "titles": titles,
    },
    sys.stdout,
)
