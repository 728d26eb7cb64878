"""The encoder (MiniLM: Wang et al., NeurIPS 2020) and its heads: mentions, roles, relations, citation intents."""

import torch
from torch import nn
from torch.nn import functional as F

WIDTH = 384
HEADS = 12
LAYERS = 6
HIDDEN = 1536
CASES = 6
SOURCES = 4  # `gold/`, then the parts of our annotations, each a little more or less strict
HINTS = 25  # none, then label and level of confidence of what the fast tagger found
LABELS = 9  # outside, then beginning and inside of Method, Dataset, Task, Metric
TYPES = 4
ROLES = 5  # introduced, used, compared, background, spurious
DISTANCES = 8
PAIR = 256
CONTEXT = 24  # units between two mentions that the head of relations looks at


class Dropout(nn.Module):
    """`rate` is rounded to 256ths: eight random bytes at a time are drawn five times as fast as torch's own numbers."""

    def __init__(self, rate):
        super().__init__()
        self.dropped = round(rate * 256)

    def forward(self, x):
        if not self.training:
            return x
        drawn = torch.randint(-(2**63), 2**63 - 1, ((x.numel() + 7) // 8,))
        numbers = drawn.view(torch.uint8)[: x.numel()].view(x.shape)
        return x * ((numbers >= self.dropped).to(x.dtype) * (256 / (256 - self.dropped)))


def attention(query, key, value, mask):
    """Each batch x heads x length x 32; mask: batch x 1 x 1 x length, or None. Faster to train on a processor than torch's own."""
    scores = torch.matmul(query / query.shape[-1] ** 0.5, key.transpose(-1, -2))
    if mask is not None:
        scores = scores + torch.where(mask, 0.0, -1e4).to(scores.dtype)
    return torch.matmul(torch.softmax(scores, -1).to(value.dtype), value)


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, WIDTH)
        self.attended, self.finished = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        split = lambda y: y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
        context = attention(split(self.query(x)), split(self.key(x)), split(self.value(x)), mask)
        context = context.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.attended(x + self.dropout(self.output(context)))
        return self.finished(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word vectors are frozen: they are shared by all models, and kept in eight bits."""

    def __init__(self, dropout=0.1):
        super().__init__()
        self.positions = nn.Embedding(512, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.hints = nn.Embedding(HINTS, WIDTH)
        self.sources = nn.Embedding(SOURCES, WIDTH, padding_idx=0)
        nn.init.zeros_(self.sources.weight)
        nn.init.zeros_(self.cases.weight)
        nn.init.zeros_(self.hints.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = Dropout(dropout)

    def forward(self, words, cases, hints, mask=None, sources=None):
        """
        words: batch x length x 384; cases, hints: batch x length; mask: true where a piece is; sources: batch, who
        annotated, in training alone (Daumé III, ACL 2007: what all share is learnt apart from what each has of its
        own); without, the text is read as annotators of `gold/` do. Returns like words.
        """
        places = torch.arange(words.shape[1], device=words.device)
        x = words + self.positions(places) + self.cases(cases) + self.hints(hints)
        if sources is not None:
            x = x + self.sources(sources)[:, None, :]
        x = self.dropout(self.norm(x))
        seen = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, seen)
        return x


class Chain(nn.Module):
    """Linear-chain conditional random field over the labels of a sentence (Lafferty et al., ICML 2001)."""

    def __init__(self):
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(LABELS, LABELS))
        inside = torch.arange(LABELS)
        inside = (inside > 0) & (inside % 2 == 0)
        before = torch.arange(LABELS)
        allowed = ~inside[None, :] | (before[:, None] == before[None, :]) | (before[:, None] + 1 == before[None, :])
        self.register_buffer("forbidden", torch.where(allowed, 0.0, -1e4), persistent=False)
        self.register_buffer("first", torch.where(inside, -1e4, 0.0), persistent=False)

    def forward(self, scores, gold, mask):
        """scores: s x t x 9, of the units of each sentence; gold: s x t; mask: s x t. Returns the summed loss."""
        steps = self.steps + self.forbidden
        total = scores[:, 0] + self.first
        path = total.gather(1, gold[:, :1])[:, 0]
        for at in range(1, scores.shape[1]):
            onward = torch.logsumexp(total[:, :, None] + steps, 1) + scores[:, at]
            total = torch.where(mask[:, at, None], onward, total)
            own = steps[gold[:, at - 1], gold[:, at]] + scores[:, at].gather(1, gold[:, at, None])[:, 0]
            path = path + own * mask[:, at]
        return (torch.logsumexp(total, 1) - path).sum()

    @torch.no_grad()
    def best(self, scores):
        """scores: t x 9 of one sentence; returns its best labels."""
        steps = self.steps + self.forbidden
        total, back = scores[0] + self.first, []
        for own in scores[1:]:
            best, came = (total[:, None] + steps).max(0)
            total = best + own
            back.append(came)
        path = [int(total.argmax())]
        for came in reversed(back):
            path.append(int(came[path[-1]]))
        return path[::-1]


class Judge(nn.Module):
    """Roles of entities, and relations of pairs; after SpERT (Eberts and Ulges, ECAI 2020), section 3."""

    def __init__(self, relations, dropout=0.2):
        super().__init__()
        self.types = nn.Embedding(TYPES, 64)
        self.entity = nn.Linear(4 * WIDTH + 64, PAIR)
        self.roles = nn.Linear(PAIR, ROLES)
        self.head, self.tail = nn.Linear(4 * WIDTH + 64, PAIR), nn.Linear(4 * WIDTH + 64, PAIR)
        self.left, self.right = nn.Linear(4 * WIDTH, PAIR), nn.Linear(4 * WIDTH, PAIR)
        self.product = nn.Linear(PAIR, PAIR)
        self.between = nn.Linear(WIDTH, PAIR)
        self.distances = nn.Embedding(2 * DISTANCES, PAIR)
        self.relations = nn.Linear(PAIR, relations + 1)
        self.dropout = Dropout(dropout)

    def forward(self, entities, documents, types, heads, tails, contexts, distances):
        """
        entities: e x 1152, mean of first and last unit over mentions, and first unit of the first mention;
        documents: e x 384, first piece of the entity's document; types: e; heads, tails: p, indices of entities;
        contexts: p x 384, largest values of the units between the nearest mentions; distances: p, how far they are.
        Returns e x 5 logits of roles and p x (relations + 1) logits, the last of no relation.
        """
        plain = self.dropout(torch.cat([entities, documents], 1))
        typed = torch.cat([plain, self.types(types)], 1)
        roles = self.roles(self.dropout(F.gelu(self.entity(typed))))
        product = self.left(plain)[heads] * self.right(plain)[tails]
        hidden = self.head(typed)[heads] + self.tail(typed)[tails] + self.product(product)
        hidden = hidden + self.between(self.dropout(contexts)) + self.distances(distances)
        return roles, self.relations(self.dropout(F.gelu(hidden)))


class Intents(nn.Module):
    """Citation intent of a sentence, in the labels of each set: learnt beside the rest, and not shipped."""

    def __init__(self, sizes):
        super().__init__()
        self.hidden = nn.Linear(2 * WIDTH, WIDTH)
        self.sets = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in sizes.items()})
        self.dropout = Dropout(0.2)

    def forward(self, hidden, mask, name):
        mean = (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        pooled = torch.cat([hidden[:, 0], mean], 1)
        return self.sets[name](self.dropout(torch.tanh(self.hidden(self.dropout(pooled)))))


def distance_of(gap, forward):
    """Bucket of the number of units between two mentions (4 of them and more in another sentence), and their order."""
    bucket = 0 if gap <= 0 else min(DISTANCES - 1, gap.bit_length())
    return bucket + (DISTANCES if forward else 0)
