"""The net: word facts in, seven BIO tags out. The same sums as `src/entities/tagger/net.rs`."""

import torch
from torch import nn
from torch.nn import functional as F

from features import FLAGS, HASH_ROWS, SHAPES

VEC, HASH, SHAPE, PRIOR, POOL, TAGS = 48, 32, 10, 4, 32, 7
INPUT = VEC + HASH + SHAPE + PRIOR + FLAGS


class Tagger(nn.Module):
    def __init__(self, vectors, schemes, width=96, dilations=(1, 1, 2), pool_after=2):
        super().__init__()
        self.dilations, self.pool_after = dilations, pool_after
        rows = torch.zeros(len(vectors) + 1, VEC)
        rows[1:] = torch.from_numpy(vectors)
        self.vectors = nn.Embedding.from_pretrained(rows, freeze=False, padding_idx=0)
        self.hashed = nn.Embedding(HASH_ROWS, HASH)
        self.shapes = nn.Embedding(SHAPES, SHAPE)
        self.priors = nn.Embedding(5, PRIOR)
        nn.init.normal_(self.hashed.weight, std=0.3)
        nn.init.normal_(self.shapes.weight, std=0.5)
        nn.init.normal_(self.priors.weight, std=0.5)
        self.enter = nn.Linear(INPUT, width, bias=False)
        self.schemes = nn.Embedding(schemes, width)
        nn.init.zeros_(self.schemes.weight)
        self.norm = nn.LayerNorm(width)
        self.convs = nn.ModuleList(nn.Linear(3 * width, width) for _ in dilations)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in dilations)
        self.down, self.up = nn.Linear(width, POOL), nn.Linear(POOL, width)
        self.leave = nn.Linear(width, TAGS)

    def forward(self, b, drop=0.0):
        x = torch.cat(
            (
                F.embedding(b["row"], self.vectors.weight, padding_idx=0),
                F.embedding_bag(b["hash"], self.hashed.weight, mode="sum"),
                self.shapes(b["shape"]),
                self.priors(b["prior"]),
                b["flags"],
            ),
            1,
        )
        x = F.dropout(x, drop, self.training)
        mask = b["mask"]
        x = self.norm(F.relu(self.enter(x) + self.schemes(b["scheme"]))) * mask
        for i, d in enumerate(self.dilations):
            y = F.dropout(x, drop, self.training)
            pad = F.pad(y, (0, 0, d, d))
            n = len(y)
            y = torch.cat((pad[:n], y, pad[2 * d : 2 * d + n]), 1)
            x = self.norms[i](x + F.relu(self.convs[i](y))) * mask
            if i + 1 == self.pool_after:
                z = F.relu(self.down(x)) * mask
                index = b["group"].unsqueeze(1).expand(-1, POOL)
                best = torch.zeros(b["groups"], POOL).scatter_reduce(0, index, z, "amax")
                x = (x + self.up(best[b["group"]])) * mask
        return self.leave(F.dropout(x, drop, self.training))


def batch(docs, lexicon, make, gap=2):
    """Documents one after another with `gap` empty tokens between, as tensors."""
    rows, prior, shape, hashed, flags, group, scheme, mask = [], [], [], [], [], [], [], []
    groups = 1
    spans = []
    for doc in docs:
        if doc.ready is None:
            ready = make(doc.tokens, doc.lines, lexicon.of(doc.scheme))
        else:
            ready = doc.ready
        facts, bits, g = ready
        spans.append((len(rows), len(rows) + len(bits)))
        for f, b in zip(facts, bits):
            rows.append(f[1])
            prior.append(f[2])
            shape.append(f[3])
            hashed.append(f[4])
        flags += bits + [0] * gap
        group += [groups + x for x in g] + [0] * gap
        groups += max(g, default=-1) + 1
        scheme += [doc.scheme] * (len(bits) + gap)
        mask += [1.0] * len(bits) + [0.0] * gap
        rows += [0] * gap
        prior += [0] * gap
        shape += [0] * gap
        hashed += [[0] * 6] * gap
    bits = torch.tensor(flags)
    return {
        "row": torch.tensor(rows),
        "prior": torch.tensor(prior),
        "shape": torch.tensor(shape),
        "hash": torch.tensor(hashed),
        "flags": ((bits.unsqueeze(1) >> torch.arange(FLAGS)) & 1).float(),
        "group": torch.tensor(group),
        "groups": groups,
        "scheme": torch.tensor(scheme),
        "mask": torch.tensor(mask).unsqueeze(1),
    }, spans
