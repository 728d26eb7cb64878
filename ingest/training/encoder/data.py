"""What `prepare.ts` wrote, in batches."""

import json
import random
from dataclasses import dataclass

import torch

from model import CONTEXT, WIDTH, distance_of


@dataclass
class Document:
    windows: list
    sets: list
    source: int = 0


def read(path):
    with open(path, encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def read_documents(path):
    return [Document(record["windows"], record["sets"], record.get("source", 0)) for record in read(path)]


def by_window(documents):
    """Each window as a document of its own, for texts whose relations stay within a sentence."""
    parts = []
    for document in documents:
        start = 0
        for window in document.windows:
            end = start + len(window["firsts"])
            sets = []
            for own in document.sets:
                kept = [e for e, m in enumerate(own["mentions"]) if m and start <= m[0][0] and m[0][1] <= end]
                place = {e: at for at, e in enumerate(kept)}
                sets.append({
                    "types": [own["types"][e] for e in kept],
                    "mentions": [[[a - start, b - start] for a, b in own["mentions"][e]] for e in kept],
                    "roles": [own["roles"][e] for e in kept] if own["roles"] else [],
                    "relations": [[place[h], place[t], r] for h, t, r in own["relations"] if h in place and t in place],
                })
            parts.append(Document([window], sets))
            start = end
    return parts


def batches(documents, budget, seed):
    """Lists of documents of about the same length; at most `budget` pieces each, filling included."""
    size = lambda document: max(len(window["pieces"]) for window in document.windows)
    shuffler = random.Random(seed)
    order = list(documents)
    shuffler.shuffle(order)
    order.sort(key=lambda document: size(document) // 24)
    groups, group, rows, longest = [], [], 0, 0
    for document in order:
        wide = max(longest, size(document))
        if group and (rows + len(document.windows)) * wide > budget:
            groups.append(group)
            group, rows, wide = [], 0, size(document)
        group.append(document)
        rows += len(document.windows)
        longest = wide
    groups.append(group)
    shuffler.shuffle(groups)
    return groups


def pad(windows):
    """pieces, cases, hints, mask of windows; each windows x longest."""
    longest = max(len(window["pieces"]) for window in windows)
    fill = lambda key: torch.tensor([w[key] + [0] * (longest - len(w[key])) for w in windows])
    mask = torch.zeros(len(windows), longest, dtype=torch.bool)
    for row, window in enumerate(windows):
        mask[row, : len(window["pieces"])] = True
    return fill("pieces"), fill("cases"), fill("hints"), mask


def unit_places(documents, longest):
    """For each document the places of its units, and of its first piece, in the flattened hidden states."""
    row, units, starts = 0, [], []
    for document in documents:
        own = []
        starts.append(row * longest)
        for window in document.windows:
            own += [row * longest + first for first in window["firsts"]]
            row += 1
        units.append(own)
    return units, starts


def nearest(heads, tails):
    """The mentions of two entities that stand nearest."""
    best = None
    for a in heads:
        for b in tails:
            gap = max(a[0], b[0]) - min(a[1], b[1])
            if best is None or gap < best[0]:
                best = (gap, a, b)
    return best


def judge_inputs(documents, entity_sets, allowed, same_sentence, units, starts):
    """
    What the head of roles and relations looks at, for one entity set of each document, as places in the flattened
    hidden states. allowed(type, type) says which pairs are looked at; same_sentence: only pairs whose nearest
    mentions share one. `pairs` are (document, head, tail).
    """
    found = {key: [] for key in ("mentions", "owners", "types", "heads", "tails", "texts", "distances", "pairs")}
    found["between"] = []
    for at, (document, own) in enumerate(zip(documents, entity_sets)):
        base, place = len(found["types"]), units[at]
        sentence = [s for window in document.windows for s in window["sentences"]]
        found["types"] += own["types"]
        found["owners"] += [starts[at]] * len(own["types"])
        found["mentions"] += [[(place[a], place[b - 1]) for a, b in mentions] for mentions in own["mentions"]]
        count = len(own["types"])
        for h in range(count):
            for t in range(h + 1, count):
                ways = [(h, t), (t, h)]
                ways = [(a, b) for a, b in ways if allowed(own["types"][a], own["types"][b])]
                if not ways or not own["mentions"][h] or not own["mentions"][t]:
                    continue
                gap, a, b = nearest(own["mentions"][h], own["mentions"][t])
                if same_sentence and sentence[a[0]] != sentence[b[0]]:
                    continue
                left, right = (a, b) if a[0] <= b[0] else (b, a)
                text = len(found["between"])
                found["between"].append([place[u] for u in range(left[1], right[0])] if gap <= CONTEXT else [])
                for head, tail in ways:
                    found["heads"].append(base + head)
                    found["tails"].append(base + tail)
                    found["texts"].append(text)
                    found["distances"].append(distance_of(gap, (head == h) == (a[0] <= b[0])))
                    found["pairs"].append((at, head, tail))
    return found


def tensors(flat, found):
    """The inputs of `Judge.forward`; an entity without a mention in the windows is zero."""
    long = lambda values: torch.tensor(values, dtype=torch.long)
    owner = long([e for e, mentions in enumerate(found["mentions"]) for _ in mentions])
    firsts = flat[long([a for mentions in found["mentions"] for a, _ in mentions])]
    lasts = flat[long([b for mentions in found["mentions"] for _, b in mentions])]
    count = flat.new_tensor([[max(1, len(mentions))] for mentions in found["mentions"]])
    empty = flat.new_zeros(len(found["mentions"]), WIDTH)
    mean = lambda rows: empty.index_add(0, owner, rows) / count
    has = flat.new_tensor([[1.0 if mentions else 0.0] for mentions in found["mentions"]])
    leading = flat[long([mentions[0][0] if mentions else 0 for mentions in found["mentions"]])] * has
    entities = torch.cat([mean(firsts), mean(lasts), leading], 1)
    longest = max([1, *(len(between) for between in found["between"])])
    index = long([r + [0] * (longest - len(r)) for r in found["between"]]).view(-1, longest)
    filled = torch.arange(longest)[None, :] < long([len(r) for r in found["between"]])[:, None]
    spread = flat[index].masked_fill(~filled[:, :, None], -1e4).amax(1)
    contexts = torch.where(filled.any(1)[:, None], spread, torch.zeros_like(spread))[long(found["texts"])]
    documents = flat[long(found["owners"])]
    return entities, documents, long(found["types"]), long(found["heads"]), long(found["tails"]), contexts, long(found["distances"])
