"""Checkpoints of one line of training, averaged (model soups: Wortsman et al., ICML 2022): python average.py OUT CHECKPOINT..."""

import sys

import torch


def main():
    out, *paths = sys.argv[1:]
    states = [torch.load(path) for path in paths]
    # Heads that only some of them have (those of citation intents do not ship) are taken from these.
    averaged = {}
    for name in {name for state in states for name in state}:
        own = [state[name].float() for state in states if name in state]
        averaged[name] = sum(own) / len(own)
    torch.save(averaged, out)


if __name__ == "__main__":
    main()
