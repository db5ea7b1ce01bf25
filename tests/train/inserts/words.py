#!/usr/bin/env python3
"""Makes src/packed/data/words.bin, the background frequency list, from Voice of America news (public domain).

    words.py CORPORA OUT

CORPORA is the folder that holds ner/soft/voa.jsonl.gz. Deterministic; Python alone. Stems as in
src/inserts/topic/lexicon.rs, counted over all texts, kept from two occurrences on; weight =
-ln(share of all running words), in sixteenths.
"""
import collections
import gzip
import json
import math
import pathlib
import struct
import sys
import zlib

ENDINGS = "ingly edly ations ation ments ment ings ing ies ied ers er ed es ly s".split()


def stem(word):
    word = word.lower().replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word.encode()) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def main(corpora, out):
    counts, total = collections.Counter(), 0
    with gzip.open(pathlib.Path(corpora) / "ner/soft/voa.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for token in json.loads(line)["tokens"]:
                total += 1
                for part in token.split("-"):
                    if len(part) >= 3 and all(c.isalpha() or c in "'’" for c in part):
                        counts[stem(part)] += 1
    kept = sorted((s.encode(), n) for s, n in counts.items() if n >= 2)
    weights = bytes(min(255, round(16 * math.log((total + 1) / (n + 1)))) for _, n in kept)
    payload = struct.pack("<I", len(kept)) + weights + b"\n".join(s for s, _ in kept)
    head = b"CDWORDS\0" + struct.pack("<III", 1, len(payload), zlib.crc32(payload))
    pathlib.Path(out).write_bytes(head + payload)
    print(f"{len(kept)} stems of {total} words, {len(head + payload)} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
