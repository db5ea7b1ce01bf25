"""Reads a packed tagger back: its words, their case priors and its weights, as `pack.py` wrote them."""

import struct

import numpy as np
import torch

import model
from features import SHAPES

HEAD = 20


class Bytes:
    """What stands in a file, one thing after another."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        self.at += count
        return self.data[self.at - count : self.at]

    def floats(self, *shape):
        return np.frombuffer(self.take(4 * int(np.prod(shape))), "<f4").reshape(shape).copy()

    def steps(self, rows, columns):
        return np.frombuffer(self.take(rows * columns), "i1").reshape(rows, columns).astype(np.float32)

    def table(self, rows, columns):
        scale = self.floats(1)[0]
        return scale * self.steps(rows, columns)

    def dense(self, inputs, outputs):
        scale, bias = self.floats(outputs), self.floats(outputs)
        return self.steps(outputs, inputs) * scale[:, None], bias


def words_of(f, count):
    """The words, each written as what it shares with the one before and the rest."""
    out, last = [], b""
    for _ in range(count):
        shared, rest = f.take(2)
        last = last[:shared] + f.take(rest)
        out.append(last.decode())
    return out


def read(path):
    """Words, case priors and the state of a `model.Tagger` with one scheme."""
    f = Bytes(path.read_bytes()[HEAD:])
    rows, size, hashed, width = struct.unpack("<4I", f.take(16))
    words = words_of(f, rows)
    priors = np.frombuffer(f.take(rows), "u1").copy()
    state = {"vectors.weight": np.concatenate((np.zeros((1, size), np.float32), f.table(rows, size)))}
    state["hashed.weight"] = f.table(hashed, model.HASH)
    state["shapes.weight"] = f.floats(SHAPES, model.SHAPE)
    state["priors.weight"] = f.floats(5, model.PRIOR)
    state["enter.weight"], bias = f.dense(model.INPUT, width)
    state["schemes.weight"] = bias[None]
    state["norm.weight"], state["norm.bias"] = f.floats(width), f.floats(width)
    for i in range(3):
        state[f"convs.{i}.weight"], state[f"convs.{i}.bias"] = f.dense(3 * width, width)
        state[f"norms.{i}.weight"], state[f"norms.{i}.bias"] = f.floats(width), f.floats(width)
    layers = ("down", width, model.POOL), ("up", model.POOL, width), ("leave", width, model.TAGS)
    for name, inputs, outputs in layers:
        state[f"{name}.weight"], state[f"{name}.bias"] = f.dense(inputs, outputs)
    if f.at != len(f.data):
        raise ValueError(f"{path} has another layout")
    return words, priors, {k: torch.from_numpy(v) for k, v in state.items()}
