"""
Writes a checkpoint as it ships: python export.py BASE PREPARED CHECKPOINT OUT abstracts|scier

OUT gets encoder-CORPUS.onnx and judge-CORPUS.onnx with weights of eight bits, and
words.i8 and words.f32, the table of word vectors that `pack-words.ts` packs.
"""

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnx import helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import nn

from model import HEADS, WIDTH
from train import INTENTS, PREDICATES, SCIER_RELATIONS, Reader, word_table


class Tagging(nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.encoder, self.head, self.chain = reader.encoder, reader.labels, reader.chain

    def forward(self, words, cases, hints):
        hidden = self.encoder(words, cases, hints)[0]
        return hidden, self.head(hidden), self.chain.steps + 0.0


def write(module, inputs, names, answers, axes, out):
    """`axes`: for each input what its dimensions are called; None for a fixed one."""
    dims = {}
    name = lambda dim: dims.setdefault(dim, torch.export.Dim(dim, min=2, max=4096))
    shapes = tuple({at: name(dim) for at, dim in enumerate(own) if dim} for own in axes)
    with tempfile.TemporaryDirectory() as folder:
        plain = str(Path(folder, "plain.onnx"))
        torch.onnx.export(
            module.eval(), inputs, plain, input_names=names, output_names=answers, dynamic_shapes=shapes, dynamo=True,
            external_data=False,
        )
        # Seven bits: processors without dot products of bytes add two products in sixteen bits.
        quantize_dynamic(plain, out, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    model = onnx.load(out)
    join_attention(model)
    add_apart(model.graph)
    strip(model)
    onnx.save(model, out)


def join_attention(model):
    """Makes each layer's attention, from its three products to their mixture, one node: a quarter faster."""
    graph = model.graph
    made = {name: node for node in graph.node for name in node.output}
    readers = {}
    for node in graph.node:
        for name in node.input:
            readers.setdefault(name, []).append(node)

    def origin(name, kind):
        while made[name].op_type != kind:
            name = made[name].input[0]
        return name

    for softmax in [node for node in graph.node if node.op_type == "Softmax"]:
        query, key = (origin(name, "Add") for name in made[origin(softmax.input[0], "MatMul")].input)
        mixture = readers[softmax.output[0]][0]
        value, end = origin(mixture.input[1], "Add"), mixture
        while end.op_type != "Reshape":
            end = readers[end.output[0]][0]
        attention = helper.make_node(
            "MultiHeadAttention", [query, key, value], end.output, domain="com.microsoft", num_heads=HEADS
        )
        place = list(graph.node).index(end)
        graph.node.remove(end)
        graph.node.insert(place, attention)
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    drop_unread(graph)


def drop_unread(graph):
    answers = {answer.name for answer in graph.output}
    while True:
        read = answers | {name for node in graph.node for name in node.input}
        unread = [node for node in graph.node if not read & set(node.output)]
        if not unread:
            break
        for node in unread:
            graph.node.remove(node)
    for weights in [weights for weights in graph.initializer if weights.name not in read]:
        graph.initializer.remove(weights)


def add_apart(graph):
    """The runtime joins an addition and the norm after it in one node, which takes five times as long as the two."""
    made = {name: node for node in graph.node for name in node.output}
    for node in graph.node:
        if node.op_type == "LayerNormalization" and made[node.input[0]].op_type == "Add":
            made[node.input[0]].op_type = "Sum"


def strip(model):
    """Takes out where in which file on whose machine each node was written."""
    graph = model.graph
    for part in [model, graph, *graph.node, *graph.value_info, *graph.input, *graph.output, *graph.initializer]:
        part.doc_string = ""
        del part.metadata_props[:]


def main():
    parser = argparse.ArgumentParser()
    for name in ("base", "prepared", "checkpoint", "out"):
        parser.add_argument(name)
    parser.add_argument("corpus", choices=["abstracts", "scier"])
    args = parser.parse_args()
    base = load_file(str(Path(args.base, "model.safetensors")))
    words = word_table(base, args.prepared)
    is_abstracts = args.corpus == "abstracts"
    reader = Reader(words, PREDICATES if is_abstracts else SCIER_RELATIONS, INTENTS if is_abstracts else {})
    reader.load_state_dict(torch.load(args.checkpoint), strict=False)
    reader.eval()
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)

    example = (torch.randn(1, 31, WIDTH), torch.ones(1, 31, dtype=torch.long), torch.ones(1, 31, dtype=torch.long))
    write(
        Tagging(reader), example, ["words", "cases", "hints"], ["hidden", "labels", "steps"],
        [(None, "pieces", None), (None, "pieces"), (None, "pieces")],
        str(out / f"encoder-{args.corpus}.onnx"),
    )
    entities, pairs = 5, 7
    index = lambda size: torch.ones(size, dtype=torch.long)
    write(
        reader.judge,
        (
            torch.randn(entities, 3 * WIDTH), torch.randn(entities, WIDTH), index(entities), index(pairs), index(pairs),
            torch.randn(pairs, WIDTH), index(pairs),
        ),
        ["entities", "documents", "types", "heads", "tails", "contexts", "distances"],
        ["roles", "relations"],
        [("entities", None), ("entities", None), ("entities",), ("pairs",), ("pairs",), ("pairs", None), ("pairs",)],
        str(out / f"judge-{args.corpus}.onnx"),
    )
    scale = words.abs().amax(1) / 127
    (out / "words.i8").write_bytes((words / scale[:, None]).round().to(torch.int8).numpy().tobytes())
    (out / "words.f32").write_bytes(scale.to(torch.float32).numpy().tobytes())
    pieces = [piece for piece, _ in json.loads(Path(args.prepared, "vocabulary.json").read_text())]
    (out / "words.json").write_text(json.dumps(pieces))


if __name__ == "__main__":
    main()
