"""
Fits the head of citation intents anew, after the encoder has moved on: python train_intents.py BASE PREPARED CHECKPOINT

The encoder stays as it is; the checkpoint is written in place.
"""

import argparse
import random
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch.nn import functional as F

from data import pad, read
from train import INTENTS, PREDICATES, Reader, word_table

EPOCHS, SIZE = 40, 64


@torch.no_grad()
def features(model, records):
    """What the head looks at: first piece and mean of each sentence."""
    order = sorted(range(len(records)), key=lambda at: len(records[at]["windows"][0]["pieces"]))
    rows = torch.zeros(len(records), 2 * model.encoder.norm.normalized_shape[0])
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        pieces, cases, hints, mask = pad([records[at]["windows"][0] for at in part])
        hidden, weight = model.hidden(pieces, cases, hints, mask), mask.float()
        mean = (hidden * weight[:, :, None]).sum(1) / weight.sum(1, keepdim=True)
        rows[part] = torch.cat([hidden[:, 0], mean], 1)
    return rows


def macro(answers, wanted, size):
    """Mean over the labels of F1."""
    scores = []
    for label in range(size):
        hit = ((answers == label) & (wanted == label)).sum().item()
        scores.append(2 * hit / max(1, (answers == label).sum().item() + (wanted == label).sum().item()))
    return sum(scores) / size


def main():
    parser = argparse.ArgumentParser()
    for name in ("base", "prepared", "checkpoint"):
        parser.add_argument(name)
    args = parser.parse_args()
    torch.manual_seed(7)
    torch.set_num_threads(2)
    base = load_file(str(Path(args.base, "model.safetensors")))
    model = Reader(word_table(base, args.prepared), PREDICATES, INTENTS)
    model.load_state_dict(torch.load(args.checkpoint), strict=False)
    model.eval()
    sets = {}
    for name, labels in INTENTS.items():
        for split in ("train", "dev"):
            records = [r for r in read(Path(args.prepared, f"{name}-{split}.jsonl")) if r["windows"]]
            wanted = torch.tensor([labels.index(record["label"]) for record in records])
            sets[name, split] = features(model, records), wanted
    optimiser = torch.optim.AdamW(model.intents.parameters(), lr=5e-4, weight_decay=0.05)
    steps = [(name, s) for name in INTENTS for s in range(0, len(sets[name, "train"][1]), SIZE)]
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, EPOCHS * len(steps))
    best, kept = -1.0, None
    for epoch in range(EPOCHS):
        model.intents.train()
        order = {name: torch.randperm(len(sets[name, "train"][1])) for name in INTENTS}
        random.Random(epoch).shuffle(steps)
        for name, start in steps:
            rows, wanted = sets[name, "train"]
            part = order[name][start : start + SIZE]
            loss = F.cross_entropy(model.intents.pooled(rows[part], name), wanted[part], label_smoothing=0.05)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            scheduler.step()
        model.intents.eval()
        figures = {}
        for name, labels in INTENTS.items():
            rows, wanted = sets[name, "dev"]
            with torch.no_grad():
                figures[name] = macro(model.intents.pooled(rows, name).argmax(1), wanted, len(labels))
        if sum(figures.values()) > best:
            best, kept = sum(figures.values()), {k: v.clone() for k, v in model.intents.state_dict().items()}
        if epoch % 5 == 4:
            print(f"epoch {epoch}  dev macro F1 {figures}", flush=True)
    model.intents.load_state_dict(kept)
    torch.save(model.state_dict(), args.checkpoint)


if __name__ == "__main__":
    main()
