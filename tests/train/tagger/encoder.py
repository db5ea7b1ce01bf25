"""The teacher: the encoder of `e5.py` fine-tuned to tag words, one net for all languages.

A word is tagged by its first piece. Each set has a vector of its own that is added to the input (its scheme), because
the sets differ in what they call a name. The input and the lowest layers stay as they are.
"""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from e5 import FEED, HIDDEN, Pieces

TAGS, HEADS, LAYERS, FROZEN = 7, 12, 12, 4
# Pieces of a run of words, and how many words back its end is looked for at a sentence's end.
LIMIT, BACK = 160, 60


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019)."""

    def __init__(self, weights, name):
        super().__init__()
        self.qkv, self.ao = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.fi, self.fo = nn.Linear(HIDDEN, FEED), nn.Linear(FEED, HIDDEN)
        self.aln, self.oln = nn.LayerNorm(HIDDEN, 1e-12), nn.LayerNorm(HIDDEN, 1e-12)
        self.drop = nn.Dropout(0.1)
        for end, attribute in (("w", "weight"), ("b", "bias")):
            part = {n: torch.from_numpy(weights[f"{name}.{n}.{end}"].astype(np.float32)) for n in NAMES}
            getattr(self.qkv, attribute).data = torch.cat([part[n] for n in "qkv"])
            for n in NAMES[3:]:
                getattr(getattr(self, n), attribute).data = part[n]

    def forward(self, x, mask):
        b, n, d = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, d // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, n, d)
        x = self.aln(x + self.drop(self.ao(a)))
        return self.oln(x + self.drop(self.fo(F.gelu(self.fi(x)))))


NAMES = ("q", "k", "v", "ao", "fi", "fo", "aln", "oln")


class Encoder(nn.Module):
    def __init__(self, weights, schemes):
        super().__init__()
        self.table = weights["emb.word"]
        self.register_buffer("place", torch.from_numpy(weights["emb.pos"] + weights["emb.type"][:HIDDEN]), False)
        self.norm = nn.LayerNorm(HIDDEN, 1e-12)
        self.norm.weight.data = torch.from_numpy(weights["emb.ln.w"])
        self.norm.bias.data = torch.from_numpy(weights["emb.ln.b"])
        self.layers = nn.ModuleList(Layer(weights, f"l{i}") for i in range(LAYERS))
        self.schemes, self.shapes = nn.Embedding(schemes, HIDDEN), nn.Embedding(6, HIDDEN)
        nn.init.normal_(self.schemes.weight, std=0.01)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.leave, self.drop = nn.Linear(HIDDEN, TAGS), nn.Dropout(0.1)

    def tuned(self):
        """The parameters that learn."""
        parts = [self.schemes, self.shapes, self.leave, *self.layers[FROZEN:]]
        return [p for part in parts for p in part.parameters()]

    def forward(self, b):
        """The last layer of each piece, batch x pieces x 384."""
        n = b["ids"].shape[1]
        beyond = torch.arange(n)[None, None, None] >= b["length"][:, None, None, None]
        mask = torch.zeros(beyond.shape).masked_fill(beyond, -1e9)
        if torch.is_autocast_enabled("cpu"):
            mask = mask.bfloat16()
        with torch.no_grad():
            words = torch.from_numpy(self.table[b["ids"].numpy()].astype(np.float32))
            x = self.drop(self.norm(words + self.place[:n]))
            for layer in self.layers[:FROZEN]:
                x = layer(x, mask)
        x = x.float() + self.schemes(b["scheme"])[:, None] + self.shapes(b["shape"])
        for layer in self.layers[FROZEN:]:
            x = layer(x, mask)
        return x

    def scores(self, b):
        """Scores of the tags, batch x pieces x 7."""
        return self.leave(self.drop(self(b))).float()


def shape(word):
    """One of 6 kinds of spelling; 0 is left to pieces within a word."""
    if word.isdigit():
        return 1
    if len(word) > 1 and word.isupper():
        return 2
    return 3 if word[0].isupper() else 4 if word.islower() else 5


class Run:
    """Words `start` to `end` of a document as pieces; `first` are the places of the words' first pieces."""

    __slots__ = ("ids", "shape", "first", "doc", "start", "end")

    def __init__(self, doc, start, end, pieces):
        self.doc, self.start, self.end = doc, start, end
        self.ids, self.shape, self.first = [Pieces.START], [0], []
        for word in doc.tokens[start:end]:
            ids = pieces(word)
            self.first.append(len(self.ids))
            self.ids += ids
            self.shape += [shape(word)] + [0] * (len(ids) - 1)
        self.ids.append(Pieces.END)
        self.shape.append(0)


def runs(doc, pieces):
    """A document in runs of at most LIMIT pieces, cut behind a sentence where one ends."""
    sizes = [len(pieces(t)) for t in doc.tokens]
    out, start = [], 0
    while start < len(sizes):
        end, size = start, 2
        while end < len(sizes) and size + sizes[end] <= LIMIT:
            size += sizes[end]
            end += 1
        end = max(end, start + 1)
        if end < len(sizes):
            back = range(end, max(start + 1, end - BACK), -1)
            end = next((k for k in back if doc.tokens[k - 1] in ".?!"), end)
        out.append(Run(doc, start, end, pieces))
        start = end
    return out


def batches(some, size):
    """Runs, sorted by length, in groups that fill at most `size` pieces."""
    some = sorted(some, key=lambda r: len(r.ids))
    at = 0
    while at < len(some):
        end = at + 1
        while end < len(some) and (end + 1 - at) * len(some[end].ids) <= size:
            end += 1
        yield some[at:end]
        at = end


def tensors(some, scheme=None):
    """A batch of runs; `scheme` in place of the documents' own."""
    n = max(len(r.ids) for r in some)
    ids, kinds = torch.full((len(some), n), Pieces.PAD), torch.zeros(len(some), n, dtype=torch.long)
    for i, r in enumerate(some):
        ids[i, : len(r.ids)] = torch.tensor(r.ids)
        kinds[i, : len(r.ids)] = torch.tensor(r.shape)
    schemes = [r.doc.scheme if scheme is None else scheme for r in some]
    length = torch.tensor([len(r.ids) for r in some])
    return {"ids": ids, "shape": kinds, "length": length, "scheme": torch.tensor(schemes)}


@torch.no_grad()
def predict(net, docs, pieces, scheme=None):
    """Probabilities of the tags for each document, tokens x 7."""
    net.eval()
    out = {id(d): np.zeros((len(d.tokens), TAGS), np.float32) for d in docs}
    for some in batches([r for d in docs for r in runs(d, pieces)], 4000):
        with torch.autocast("cpu", torch.bfloat16):
            p = net.scores(tensors(some, scheme)).softmax(-1).numpy()
        for i, r in enumerate(some):
            out[id(r.doc)][r.start : r.end] = p[i, r.first]
    return [out[id(d)] for d in docs]
