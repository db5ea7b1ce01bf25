"""Compares tags or tokens of the Rust crate with this folder's Python, and scores them on dev.

    python check.py CORPUS make IN.jsonl       writes the dev texts, one JSON string a line
    cargo test --release --test tagger -- --ignored tags_a_file    (TAGGER_IN, TAGGER_OUT)
    python check.py CORPUS score OUT.jsonl [IN.pt]
"""

import json
import pathlib
import sys

import torch

import data
import decode
import model
import train
from tokens import tokenize


def score(sets, corpus, source, weights):
    found = [json.loads(line) for line in open(source, encoding="utf-8")]
    at, different, results = 0, 0, {}
    net = None
    if weights:
        saved = torch.load(weights, weights_only=False)
        lexicon, table = train.lexicon_of(corpus / "soft" / "vectors48.npz")
        net = model.Tagger(table["vec"], len(data.SCHEMES), saved["args"]["width"], saved["args"]["dilations"])
        net.load_state_dict(saved["state"])
        net.eval()
    changed = total = 0
    for name, rows in sets.items():
        answers = []
        for r in rows:
            text, f = r["text"], found[at]
            at += 1
            offsets, lines = tokenize(text)
            starts = [o[0] for o in offsets], [o[1] for o in offsets]
            if (starts[0], starts[1], lines) != (f["starts"], f["ends"], f["lines"]):
                different += 1
            if net:
                own = decode.spans(decode.viterbi(train.logits(net, text, lexicon)[1].tolist()), offsets)
                keys = [{(e["start"], e["end"], e["type"]) for e in x} for x in (own, f["entities"])]
                changed += len(keys[0] ^ keys[1])
                total += len(keys[0])
            answers.append({"id": r["id"], "entities": f["entities"]})
        s = train.scorer(corpus).score(rows, answers)
        results[name] = tuple(round(s[k]["f1"], 1) for k in ("ALL", "UNLAB", "PER", "ORG", "LOC"))
    print(train.show(results))
    print(f"texts with other tokens: {different}; spans that int8 changes: {changed} of {total}")


def main():
    corpus, what, path = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], sys.argv[3]
    sets = train.dev_sets(corpus)
    if what == "make":
        with open(path, "w", encoding="utf-8") as out:
            for rows in sets.values():
                for r in rows:
                    out.write(json.dumps(r["text"]) + "\n")
    else:
        score(sets, corpus, path, sys.argv[4] if len(sys.argv) > 4 else None)


if __name__ == "__main__":
    main()
