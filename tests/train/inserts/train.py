#!/usr/bin/env python3
"""Trains the topic model (src/inserts/topic) and writes its weights.

    train.py CORPORA --cli 'target/release/copydesk' [--out src/inserts/topic/weights.rs] [--show N]

Features come from the engine itself (`copydesk features` over texts). Positives are the spliced paragraphs of
inserts/goldB, negatives all others, those of clean articles too: the untouched articles of goldB, the English ones of
extraction/fundus and extraction/scrapinghub (dev), and the project's own stories (tests/cases, tests/entities), most
of them of four to ten paragraphs. Each of the corpora's articles is learned from a second time cut to such a length.
Cross-validated over articles; the thresholds are set on out-of-fold scores so that at most 1.2, 2.5 and 5 in 1,000
paragraphs of whole clean articles are flagged (the settings cautious, normal and keen). Deterministic.
"""
import argparse
import gzip
import json
import pathlib
import random
import re
import shlex
import subprocess

import numpy as np

FOLDS = 6
L2 = 3.0
BESIDE = 2.0  # how much less evidence the neighbour of a flagged paragraph needs
MOST = 2
FLOOR = -2.0  # a first score below this says nothing about the neighbour
CLEAN = {"cautious": 0.0012, "normal": 0.0025, "keen": 0.005}
SHORT = (5, 9)  # blocks of an article that is cut short
ROOT = pathlib.Path(__file__).resolve().parents[3]
DIGEST = 0.15  # median of shared vocabulary below which an article is not judged
MARGIN = 0.05  # for what dev does not show


def english(text):
    words = re.findall(r"[a-z']+", text.lower())
    return len(words) > 50 and sum(w in ("the", "of", "and", "to", "in") for w in words) > 0.1 * len(words)


def documents(corpora):
    """[(id, level, host, title, [(text, is spliced)])]"""
    out = []
    for line in (corpora / "inserts/goldB/goldb.jsonl").read_text(encoding="utf-8").splitlines():
        g = json.loads(line)
        blocks = [(" ".join(b["text"].split()), b["label"] == "offtopic-paragraph") for b in g["blocks"]]
        out.append((f"B/{g['id']}", g["level"], g["host"], g["title"], blocks))
    for name in ("fundus", "scrapinghub"):
        gold = json.loads(gzip.open(corpora / f"extraction/{name}.dev.gold.json.gz", "rt", encoding="utf-8").read())
        for key, d in sorted(gold.items()):
            if english(d["articleBody"]):
                lines = [" ".join(t.split()) for t in d["articleBody"].split("\n")]
                out.append((f"{name}/{key}", "clean", key, d.get("title"), [(t, False) for t in lines if t]))
    return out


def own_stories(cli):
    """The project's own English stories, as `documents` has them: what the engine takes for the body of the cases that
    are one story, each story once, and the texts of tests/entities."""
    pages = []
    for file in sorted((ROOT / "tests/cases").glob("*.json")):
        case = json.loads(file.read_text(encoding="utf-8"))
        several = case["group"] == "wrong article" or any("offtopic-paragraph" in d["in"] for d in case.get("labels", []))
        text, page = file.with_suffix(".txt"), file.with_suffix(".html")
        if not several:
            source = {"text": text.read_text(encoding="utf-8")} if text.exists() else {"html": page.read_text(encoding="utf-8")}
            pages.append({"id": file.stem, **source})
    lines = "".join(json.dumps(p) + "\n" for p in pages)
    run = subprocess.run([*shlex.split(cli), "batch"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    out, seen = [], set()
    for d in map(json.loads, run.stdout.decode().splitlines()):
        body = [" ".join(b["text"].split()) for b in d["blocks"] if b["label"] in ("article", "offtopic-paragraph")]
        story = max(body, key=len, default="")
        if len(body) >= 4 and story not in seen and english(" ".join(body)):
            seen.add(story)
            out.append((f"own/{d['id']}", "own", story, d.get("title"), [(t, False) for t in body if t]))
    for file in sorted((ROOT / "tests/entities/stories/en").glob("*.json")):
        title, *body = [t for t in json.loads(file.read_text(encoding="utf-8"))["text"].split("\n") if t]
        out.append((f"own/{file.stem}", "own", file.stem, title, [(t, False) for t in body]))
    return out


def shortened(docs):
    """The corpora's articles once more, cut to the length of short news; what is spliced in stands anywhere."""
    chance, out = random.Random(1), []
    for id, level, host, title, blocks in docs:
        length = chance.randint(*SHORT)
        kept, inside = [b for b in blocks if not b[1]][:length], [b for b in blocks if b[1]]
        at = chance.randint(1, max(1, len(kept)))
        out.append((f"{id}/short", "short", host, title, kept[:at] + inside + kept[at:]))
    return out


def features(cli, docs):
    text = "".join(json.dumps({"id": d[0], "text": "\n".join(t for t, _ in d[4]), "title": d[3] or "-"}) + "\n" for d in docs)
    run = subprocess.run([*shlex.split(cli), "features"], input=text.encode(), stdout=subprocess.PIPE, check=True)
    tables, names = {}, []
    for line in run.stdout.decode().splitlines():
        d = json.loads(line)
        tables[d["id"]] = d["table"]
        names = d["table"]["names"]
    data = []
    for id, level, host, _, blocks in docs:
        t = tables[id]
        x = np.array(t["rows"], dtype=float).reshape(len(t["rows"]), len(names))
        data.append(dict(id=id, level=level, host=host, x=x, at=t["blocks"], n=sum(s for _, s in blocks),
                         y=np.array([blocks[i][1] for i in t["blocks"]], dtype=float), text=[blocks[i][0] for i in t["blocks"]]))
    return names, data


def fit(data):
    x, y = np.concatenate([d["x"] for d in data]), np.concatenate([d["y"] for d in data])
    mean, scale = x.mean(0), x.std(0) + 1e-6
    z = np.c_[(x - mean) / scale, np.ones(len(x))]
    b, ridge = np.zeros(z.shape[1]), np.eye(z.shape[1]) * L2
    ridge[-1, -1] = 0
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ b))
        b -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + ridge, z.T @ (p - y) + ridge @ b)
    weights = b[:-1] / scale
    return weights, b[-1] - weights @ mean


def scored(data, fold):
    """Scores every document by models that have not seen its article; gives the weights of all."""
    scores = {}
    for f in range(FOLDS):
        w, b = fit([d for d in data if fold[d["host"]] != f])
        scores |= {d["id"]: d["x"] @ w + b for d in data if fold[d["host"]] == f}
    return *fit(data), scores


def paired(d, score):
    """The second look: the first score, and by how much it and a neighbour's both stand out."""
    rows = []
    for i, own in enumerate(score):
        near = [score[j] for j in (i - 1, i + 1) if 0 <= j < len(score) and abs(d["at"][j] - d["at"][i]) == 1]
        rows.append([own, max(0.0, min(own, max(near, default=FLOOR)) - FLOOR)])
    return np.array(rows).reshape(len(score), 2)


def flagged(d, score, threshold):
    out = []
    for i in np.argsort(-score, kind="stable"):
        beside = any(abs(d["at"][i] - d["at"][j]) == 1 for j in out)
        if len(out) >= MOST or score[i] <= (threshold - BESIDE if beside else threshold):
            break
        out.append(i)
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("corpora", type=pathlib.Path)
    ap.add_argument("--cli", required=True)
    ap.add_argument("--out", type=pathlib.Path)
    ap.add_argument("--show", type=int, default=0, help="print the N highest paragraphs of clean articles")
    a = ap.parse_args()
    articles = documents(a.corpora)
    names, data = features(a.cli, articles + own_stories(a.cli) + shortened(articles))
    fold = {h: i % FOLDS for i, h in enumerate(sorted({d["host"] for d in data}))}
    first = scored(data, fold)
    for d in data:
        d["x"] = np.c_[d["x"], paired(d, first[2][d["id"]])]
    second = scored(data, fold)
    for d in data:
        d["score"] = second[2][d["id"]]
    names += ["first look", "pair"]
    weights = second[0]
    judged = lambda d: len(d["at"]) >= 4 and np.median(d["x"][:, names.index("shared")]) >= DIGEST
    clean = [d for d in data if d["level"] in ("none", "clean", "own")]
    thresholds = {k: least_strict([d for d in clean if judged(d)], share * sum(len(d["y"]) for d in clean)) for k, share in CLEAN.items()}
    for name, w, s in sorted(zip(names, weights, np.concatenate([d["x"] for d in data]).std(0)), key=lambda t: -abs(t[1] * t[2])):
        print(f"  {name:16} {w * s:+.2f} a standard deviation")
    for keenness, threshold in thresholds.items():
        report(keenness, threshold, data, judged)
    for d in sorted(filter(judged, clean), key=lambda d: -d["score"].max())[: a.show]:
        i = int(d["score"].argmax())
        print(f"{d['score'][i]:.2f} {d['id']} {dict(zip(names, d['x'][i].round(2)))}\n   {d['text'][i][:200]}")
    if a.out:
        a.out.write_text(source(first, second, thresholds), encoding="utf-8")


def least_strict(docs, most):
    """The lowest threshold at which no more than `most` paragraphs of the documents are flagged, and a margin."""
    steps = np.arange(0, 10, 0.05)
    return next(t for t in steps if sum(len(flagged(d, d["score"], t)) for d in docs) <= most) + MARGIN


def report(keenness, threshold, data, judged):
    print(f"{keenness}: threshold {threshold:.2f}")
    for level in ("far", "mid", "near", "none", "clean", "own"):
        docs = [d for d in data if d["level"] == level]
        found = [d["y"][i] for d in docs if judged(d) for i in flagged(d, d["score"], threshold)]
        n, hit = sum(d["n"] for d in docs), sum(found)
        recall = f"recall {100 * hit / n:.1f} of {n}, " if n else ""
        print(f"  {level:5} {recall}{len(found) - hit:.0f} genuine of {sum(len(d['y']) for d in docs) - hit:.0f} flagged")


def source(first, second, thresholds):
    rows = lambda ws: "\n".join(f"    {w:.5f}," for w in ws)
    return f"""//! The weights of the topic model, written by `tests/train/inserts/train.py`: do not edit.

/// Score above which a paragraph is flagged at the setting 'cautious'.
pub const CAUTIOUS: f32 = {thresholds["cautious"]:.2f};
/// The same at 'normal'.
pub const NORMAL: f32 = {thresholds["normal"]:.2f};
/// The same at 'keen'.
pub const KEEN: f32 = {thresholds["keen"]:.2f};
/// By how much less the neighbour of a flagged paragraph needs.
pub const BESIDE: f32 = {BESIDE:.1f};
/// Median of the shared vocabulary below which an article is not judged.
pub const DIGEST: f32 = {DIGEST:.2f};
/// A first score below this says nothing about the neighbour.
pub const FLOOR: f32 = {FLOOR:.1f};

/// Bias of the first look.
pub const FIRST_BIAS: f32 = {first[1]:.5f};
/// Weights of the first look.
#[rustfmt::skip]
pub const FIRST: [f32; {len(first[0])}] = [
{rows(first[0])}
];

/// Bias of the second look.
pub const SECOND_BIAS: f32 = {second[1]:.5f};
/// Weights of the second look: the features, the first score, the pair.
#[rustfmt::skip]
pub const SECOND: [f32; {len(second[0])}] = [
{rows(second[0])}
];
"""


if __name__ == "__main__":
    main()
