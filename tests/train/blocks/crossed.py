#!/usr/bin/env python3
"""A filter like `copydesk batch`, each page read by the models that have not seen its site.

    train.py --cli target/release/copydesk --folds DIR
    score.py --cli 'python tests/train/blocks/crossed.py target/release/copydesk DIR'

DIR holds the models of `train.py --folds`; whatever scores `copydesk batch` scores this instead.
"""
import json
import subprocess
import sys
import zlib

import corpus
import train


def site(document):
    """What keeps the pages of one site together, as corpus.py has it."""
    name = str(document["id"])
    key = name.split("/", 1)[-1]
    return corpus.domain(document.get("url")) or (key.split("_")[0] if name.startswith("fundus/") else key)


def main():
    cli, folds = sys.argv[1:3]
    lines = sys.stdin.read().rstrip("\n").split("\n")
    parts = [[] for _ in range(train.FOLDS)]
    for at, line in enumerate(lines):
        parts[zlib.crc32(site(json.loads(line)).encode()) % train.FOLDS].append(at)
    answers = [""] * len(lines)
    for k, part in enumerate(parts):
        text = "".join(lines[at] + "\n" for at in part)
        run = subprocess.run([cli, "batch", "--blocks", f"{folds}/{k}.bin"], input=text.encode(), stdout=subprocess.PIPE, check=True)
        for at, answer in zip(part, run.stdout.decode().split("\n")):
            answers[at] = answer
    print("\n".join(answers))


if __name__ == "__main__":
    main()
