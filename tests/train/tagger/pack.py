"""Packs trained weights into the file that `src/entities/tagger/file.rs` reads.

    python pack.py VECTORS.npz IN.pt OUT.bin [--steps 4]

`--steps` packs tables of words in that many steps for a standard deviation, fewer than a byte can hold, so that gzip
makes them smaller.
"""

import argparse
import gzip
import pathlib
import struct
import zlib

import numpy as np
import torch

MAGIC, VERSION = b"cdtagger", 1


def floats(values):
    return np.asarray(values, dtype="<f4").tobytes()


def table(values, steps_each):
    """One scale for all; 99.95 % of the values fit, the others are cut to the ends."""
    scale = np.float32(np.quantile(np.abs(values), 0.9995) / 127)
    if steps_each:
        scale = max(scale, np.float32(values.std() / steps_each))
    steps = np.clip(np.rint(values / scale), -127, 127).astype(np.int8)
    return floats([scale]) + steps.tobytes()


def dense(weight, bias):
    """A scale for each output."""
    scale = np.maximum(np.abs(weight).max(1), 1e-8).astype(np.float32) / 127
    steps = np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8)
    return floats(scale) + floats(bias) + steps.tobytes()


def word_list(words):
    """Sorted words, each as the length it shares with the one before, the rest's length, the rest."""
    out, last = bytearray(), b""
    for w in words:
        shared = 0
        while shared < min(len(w), len(last), 255) and w[shared] == last[shared]:
            shared += 1
        out += bytes([shared, len(w) - shared]) + w[shared:]
        last = w
    return bytes(out)


def payload(words, priors, state, steps=0.0):
    w = {k: v.numpy() for k, v in state.items()}
    keys = [str(x).encode() for x in words]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    width = w["enter.weight"].shape[0]
    out = struct.pack("<4I", len(keys), w["vectors.weight"].shape[1], len(w["hashed.weight"]), width)
    out += word_list([keys[i] for i in order])
    out += bytes(int(priors[i]) for i in order)
    out += table(w["vectors.weight"][1:][order], steps) + table(w["hashed.weight"], steps)
    out += floats(w["shapes.weight"]) + floats(w["priors.weight"])
    # The product speaks the first annotation scheme: its vector is the bias.
    out += dense(w["enter.weight"], w["schemes.weight"][0])
    out += floats(w["norm.weight"]) + floats(w["norm.bias"])
    layer = 0
    while f"convs.{layer}.weight" in w:
        out += dense(w[f"convs.{layer}.weight"], w[f"convs.{layer}.bias"])
        out += floats(w[f"norms.{layer}.weight"]) + floats(w[f"norms.{layer}.bias"])
        layer += 1
    for name in ("down", "up", "leave"):
        out += dense(w[f"{name}.weight"], w[f"{name}.bias"])
    return out


def main():
    ask = argparse.ArgumentParser()
    for name in ("vectors", "source", "target"):
        ask.add_argument(name, type=pathlib.Path)
    ask.add_argument("--steps", type=float, default=0)
    args = ask.parse_args()
    lexicon = np.load(args.vectors)
    state = torch.load(args.source, weights_only=False)["state"]
    body = payload(lexicon["words"], lexicon["cp"], state, args.steps)
    head = MAGIC + struct.pack("<3I", VERSION, len(body), zlib.crc32(body))
    args.target.write_bytes(head + body)
    packed = len(gzip.compress(head + body, 9, mtime=0))
    print(f"{len(head + body)} bytes, {packed} with gzip, crc32 {zlib.crc32(head + body):08x}")


if __name__ == "__main__":
    main()
