"""A checkpoint to go on from, out of the shipped files: python unpack.py ENCODER.onnx JUDGE.onnx OUT"""

import sys

import onnx
import torch
from onnx import numpy_helper

OWN_NAMES = {"head.bias": "labels.bias", "head.weight": "labels.weight", "steps": "chain.steps"}


def weights_of(path):
    """By name; weights of eight bits as what they stand for."""
    graph = onnx.load(path).graph
    stored = {weights.name: torch.tensor(numpy_helper.to_array(weights)) for weights in graph.initializer}
    readers = {}
    for node in graph.node:
        for name in node.input:
            readers.setdefault(name, []).append(node)

    def plain(name):
        parts = [stored[f"{name}_{part}"].float() for part in ("quantized", "zero_point", "scale")]
        return (parts[0] - parts[1]) * parts[2]

    found = {name: weights for name, weights in stored.items() if name.endswith((".weight", ".bias")) or name == "steps"}
    for name in stored:
        if name.endswith(".weight_quantized"):
            found[name.removesuffix("_quantized")] = plain(name.removesuffix("_quantized"))
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        # A product has no name of its own: its weights are called like the bias that is added to it.
        onward = node
        while not (named := [name for name in onward.input if name.endswith(".bias")]):
            onward = readers[onward.output[0]][0]
        found[named[0].removesuffix("bias") + "weight"] = plain(node.input[1].removesuffix("_quantized")).T
    return found


def main():
    encoder, judge, out = sys.argv[1:]
    state = {OWN_NAMES.get(name, name): weights for name, weights in weights_of(encoder).items()}
    state |= {f"judge.{name}": weights for name, weights in weights_of(judge).items()}
    torch.save(state, out)


if __name__ == "__main__":
    main()
