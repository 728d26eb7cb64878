"""
Fine-tunes the encoder: python train.py BASE PREPARED OUT abstracts|scier [--from CHECKPOINT]

BASE holds the pretrained encoder (model.safetensors), PREPARED what prepare.ts wrote, OUT gets the checkpoint.
"""

import argparse
import json
import math
import random
import sys
import time
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from data import batches, by_window, judge_inputs, pad, read, read_documents, tensors, unit_places
from model import LABELS, WIDTH, Chain, Dropout, Encoder, Intents, Judge

PREDICATES = 11
SCIER_RELATIONS = 9
INTENTS = {
    "scicite": ["background", "method", "result"],
    "acl-arc": ["Background", "Uses", "CompareOrContrast", "Motivation", "Extends", "Future"],
}
METHOD, DATASET, TASK, METRIC = range(4)
SIGNATURES = {(METHOD, METHOD), (METHOD, TASK), (METHOD, DATASET), (METHOD, METRIC), (TASK, TASK), (DATASET, TASK)}
UNKNOWN = 0
# Most units are in no mention, and easy.
MENTIONS = 2
# What the pretrained encoder has not: learnt four times as fast, like the heads.
NEW = (".cases.", ".hints.", ".sources.")


class Reader(nn.Module):
    def __init__(self, words, relations, intents, half=False):
        super().__init__()
        self.half = half
        self.register_buffer("words", words, persistent=False)
        self.encoder = Encoder()
        self.labels = nn.Linear(WIDTH, LABELS)
        self.chain = Chain()
        self.judge = Judge(relations)
        self.intents = Intents({name: len(labels) for name, labels in intents.items()})
        self.dropout = Dropout(0.1)

    def hidden(self, pieces, cases, hints, mask, sources=None):
        with torch.autocast("cpu", torch.bfloat16, enabled=self.half and self.training):
            return self.encoder(self.words[pieces], cases, hints, mask, sources).float()


def word_table(base, prepared):
    """Word vectors of the kept pieces, as they come out of eight bits."""
    kept = [original for _, original in json.loads(Path(prepared, "vocabulary.json").read_text())]
    table = base["embeddings.word_embeddings.weight"][kept]
    scale = table.abs().amax(1, keepdim=True) / 127
    return (table / scale).round() * scale


def load_pretrained(encoder, base):
    get = lambda name: base[name]
    encoder.positions.weight.data.copy_(
        get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[0]
    )
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "output": "attention.output.dense",
        "attended": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "finished": "output.LayerNorm",
    }
    pairs = [(encoder.norm, "embeddings.LayerNorm")]
    for index, layer in enumerate(encoder.layers):
        pairs += [(getattr(layer, own), f"encoder.layer.{index}.{name}") for own, name in names.items()]
    for module, name in pairs:
        module.weight.data.copy_(get(f"{name}.weight"))
        module.bias.data.copy_(get(f"{name}.bias"))


def document_loss(model, documents, allowed, same_sentence, drop):
    windows = [window for document in documents for window in document.windows]
    pieces, cases, hints, mask = pad(windows)
    if drop > 0:
        pieces = torch.where((torch.rand(pieces.shape) < drop) & (pieces > 2), torch.full_like(pieces, UNKNOWN), pieces)
    sources = torch.tensor([document.source for document in documents for _ in document.windows])
    hidden = model.hidden(pieces, cases, hints, mask, sources)
    flat = hidden.reshape(-1, WIDTH)
    units, starts = unit_places(documents, hidden.shape[1])
    places = [place for own in units for place in own]
    losses = {"labels": chain_loss(model, model.labels(model.dropout(flat[places])), windows)}
    for number in range(len(documents[0].sets)):
        sets = [document.sets[number] for document in documents]
        found = judge_inputs(documents, sets, allowed, same_sentence, units, starts)
        if not found["types"]:
            continue
        roles, relations = model.judge(*tensors(flat, found))
        if sets[0]["roles"]:
            wanted = torch.tensor([role for own in sets for role in own["roles"]])
            losses[f"roles{number}"] = F.cross_entropy(roles, wanted)
        stated = [{(h, t): r for h, t, r in own["relations"]} for own in sets]
        none = relations.shape[1] - 1
        wanted = torch.tensor([stated[at].get((h, t), none) for at, h, t in found["pairs"]], dtype=torch.long)
        if len(wanted):
            losses[f"relations{number}"] = F.cross_entropy(relations, wanted)
    return losses


def sentences_of(windows):
    """First unit of each sentence of windows, and the unit after its last, counted over all windows."""
    found, base = [], 0
    for window in windows:
        own = window["sentences"]
        starts = [at for at in range(len(own)) if at == 0 or own[at] != own[at - 1]]
        found += [(base + start, base + end) for start, end in zip(starts, [*starts[1:], len(own)])]
        base += len(own)
    return found


def chain_loss(model, scores, windows):
    gold = torch.tensor([label for window in windows for label in window["labels"]])
    own = sentences_of(windows)
    longest = max(end - start for start, end in own)
    starts, ends = (torch.tensor(bounds)[:, None] for bounds in zip(*own))
    places = starts + torch.arange(longest)[None, :]
    mask = places < ends
    places = places.clamp(max=len(gold) - 1)
    return MENTIONS * model.chain(scores[places], gold[places], mask) / len(gold)


def intent_loss(model, records, name):
    pieces, cases, hints, mask = pad([record["windows"][0] for record in records])
    hidden = model.hidden(pieces, cases, hints, mask)
    wanted = torch.tensor([INTENTS[name].index(record["label"]) for record in records])
    return F.cross_entropy(model.intents(hidden, mask.float(), name), wanted)


def spans(labels):
    found, start = set(), None
    for at, label in enumerate([*labels, 0]):
        if start is not None and not (label % 2 == 0 and label == labels[start] + 1):
            found.add((start, at, (labels[start] - 1) // 2))
            start = None
        if label % 2 == 1:
            start = at
    return found


@torch.no_grad()
def evaluate(model, documents, allowed, same_sentence):
    model.eval()
    right = guessed = wanted = 0
    rel_right = rel_guessed = rel_wanted = 0
    role_right = role_all = 0
    for group in batches(documents, 6000, 0):
        windows = [window for document in group for window in document.windows]
        hidden = model.hidden(*pad(windows))
        flat = hidden.reshape(-1, WIDTH)
        units, starts = unit_places(group, hidden.shape[1])
        for own, document in zip(units, group):
            gold = [label for window in document.windows for label in window["labels"]]
            scores = model.labels(flat[own])
            path = [label for start, end in sentences_of(document.windows) for label in model.chain.best(scores[start:end])]
            a, b = spans(path), spans(gold)
            right, guessed, wanted = right + len(a & b), guessed + len(a), wanted + len(b)
        sets = [document.sets[0] for document in group]
        found = judge_inputs(group, sets, allowed, same_sentence, units, starts)
        rel_wanted += sum(len(own["relations"]) for own in sets)
        if not found["types"]:
            continue
        roles, relations = model.judge(*tensors(flat, found))
        if sets[0]["roles"]:
            answers = torch.tensor([role for own in sets for role in own["roles"]])
            role_right += (roles[:, :4].argmax(1) == answers).sum().item()
            role_all += len(answers)
        none = relations.shape[1] - 1
        stated = [{tuple(r) for r in own["relations"]} for own in sets]
        for (at, h, t), label in zip(found["pairs"], relations.argmax(1).tolist()):
            if label == none:
                continue
            rel_guessed += 1
            rel_right += (h, t, label) in stated[at]
    model.train()
    f1 = lambda hit, found, all: 2 * hit / max(1, found + all)
    return {
        "mentions": round(f1(right, guessed, wanted), 4),
        "relations": round(f1(rel_right, rel_guessed, rel_wanted), 4),
        "roles": round(role_right / max(1, role_all), 4),
    }


@torch.no_grad()
def evaluate_intents(model, records, name):
    model.eval()
    labels = INTENTS[name]
    counts = [[0, 0, 0] for _ in labels]
    for start in range(0, len(records), 64):
        part = records[start : start + 64]
        pieces, cases, hints, mask = pad([record["windows"][0] for record in part])
        answers = model.intents(model.hidden(pieces, cases, hints, mask), mask.float(), name).argmax(1).tolist()
        for record, answer in zip(part, answers):
            truth = labels.index(record["label"])
            counts[truth][2] += 1
            counts[answer][1] += 1
            counts[truth][0] += truth == answer
    model.train()
    return round(sum(2 * a / max(1, b + c) for a, b, c in counts) / len(labels), 4)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("base")
    parser.add_argument("prepared")
    parser.add_argument("out")
    parser.add_argument("corpus", choices=["abstracts", "scier"])
    parser.add_argument("--from", dest="start")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--stop", type=int, help="end after so many epochs, at the rate that all of them would have")
    parser.add_argument("--no-hints", action="store_true", help="without what the fast tagger found")
    parser.add_argument("--no-intents", action="store_true", help="without sentences of SciCite and ACL-ARC")
    parser.add_argument("--half", action="store_true", help="products in bfloat16: 1.5 times as fast where the processor has them")
    parser.add_argument("--steps", type=int, help="stop after so many, to try it")
    args = parser.parse_args()
    torch.manual_seed(7)
    random.seed(7)
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)

    base = load_file(str(Path(args.base, "model.safetensors")))
    is_abstracts = args.corpus == "abstracts"
    intents = INTENTS if is_abstracts else {}
    model = Reader(word_table(base, args.prepared), PREDICATES if is_abstracts else SCIER_RELATIONS, intents, args.half)
    load_pretrained(model.encoder, base)
    if args.start:
        # The heads go along where they are the same; those of another corpus are new.
        own = model.state_dict()
        model.load_state_dict({k: v for k, v in torch.load(args.start).items() if k in own and own[k].shape == v.shape} if is_abstracts
                              else {k: v for k, v in torch.load(args.start).items() if k.startswith("encoder.")}, strict=False)
    allowed = (lambda a, b: (a, b) in SIGNATURES) if is_abstracts else (lambda a, b: True)

    load = lambda name: read_documents(Path(args.prepared, f"{args.corpus}-{name}.jsonl"))
    train, dev = load("train"), load("dev")
    if not is_abstracts:
        train, dev = by_window(train), by_window(dev)
    if args.no_hints:
        for window in (window for document in [*train, *dev] for window in document.windows):
            window["hints"] = [0] * len(window["hints"])
    sentences = {
        name: {split: [r for r in read(Path(args.prepared, f"{name}-{split}.jsonl")) if r["windows"]] for split in ("train", "dev")}
        for name in ({} if args.no_intents else intents)
    }
    schedule = []
    for epoch in range(args.epochs):
        own = [("documents", group) for group in batches(train, 3000, epoch + args.seed)]
        # Sentences join in the first epochs, so that the last ones are for what the graph is made of.
        for name, sets in sentences.items():
            if epoch >= (1 if name == "scicite" else 2):
                continue
            order = list(sets["train"])
            random.Random(epoch).shuffle(order)
            order.sort(key=lambda record: len(record["windows"][0]["pieces"]) // 8)
            own += [(name, order[i : i + 48]) for i in range(0, len(order), 48)]
        random.Random(epoch).shuffle(own)
        schedule += [(epoch, *step) for step in own]

    fresh = [p for n, p in model.named_parameters() if not n.startswith("encoder.") or any(own in n for own in NEW)]
    tuned = [p for n, p in model.named_parameters() if n.startswith("encoder.") and not any(own in n for own in NEW)]
    optimiser = torch.optim.AdamW(
        [{"params": tuned, "lr": args.rate}, {"params": fresh, "lr": args.rate * 4}], weight_decay=0.01
    )
    total = args.steps or len(schedule)
    warm = max(1, total // 16)
    shape = lambda step: min(1, (step + 1) / warm) * max(0.02, 1 - step / total)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimiser, shape)
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    model.train()
    began, sums, counts = time.time(), {}, {}
    for step, (epoch, kind, group) in enumerate(schedule[:total]):
        if kind == "documents":
            losses = document_loss(model, group, allowed, not is_abstracts, 0.05)
            loss = sum(losses.values())
        else:
            loss = intent_loss(model, group, kind)
            losses = {kind: loss}
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        scheduler.step()
        decay = min(0.99, (step + 1) / (step + 10))
        with torch.no_grad():
            for name, value in model.state_dict().items():
                average[name].lerp_(value, 1 - decay)
        for name, value in losses.items():
            sums[name] = sums.get(name, 0) + value.item()
            counts[name] = counts.get(name, 0) + 1
        if step % 50 == 49 or step == total - 1:
            left = (time.time() - began) / (step + 1) * (total - step - 1)
            shown = "  ".join(f"{name} {sums[name] / counts[name]:.3f}" for name in sorted(sums))
            print(f"epoch {epoch}  step {step + 1} of {total}  {shown}  {left / 60:.1f} min left", flush=True)
            sums, counts = {}, {}
        ends_epoch = step == total - 1 or schedule[step + 1][0] != epoch
        if ends_epoch:
            kept = {k: v.clone() for k, v in model.state_dict().items()}
            model.load_state_dict(average, strict=False)
            figures = evaluate(model, dev, allowed, not is_abstracts)
            for name in sentences:
                figures[name] = evaluate_intents(model, sentences[name]["dev"], name)
            print(f"epoch {epoch}  dev {figures}", flush=True)
            torch.save(model.state_dict(), args.out)
            model.load_state_dict(kept)
            if args.stop == epoch + 1:
                return


if __name__ == "__main__":
    sys.exit(main())
