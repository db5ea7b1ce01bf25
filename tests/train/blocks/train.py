#!/usr/bin/env python3
"""Trains the two block models and packs them into src/packed/data/blocks.bin.

    train.py --cli target/release/copydesk [--data ../shared/corpora] [--out src/packed/data/blocks.bin]

`body`: does the block belong to the article's body? Trained on the extraction corpora and on endless
pages made of them.
`label`: which of the labels is it? Trained on the pages with every block labelled by hand, over the
same columns and the log-odds of `body` for the block and its neighbours (out of fold, so that the
second model sees the first as it is on unseen pages).

Prints figures cross-validated over sites before it packs. Deterministic for given versions (requirements.txt).
"""
import argparse
import bisect
import pathlib
import struct
import sys
import zlib

import lightgbm as lgb
import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import corpus  # noqa: E402
import figures  # noqa: E402

FOLDS = 4
SEED = 7
LABELS = (
    "article headline standfirst byline caption pullquote duplicate related-link teaser newsletter app-promo donation "
    "ad offtopic-paragraph social comment author-bio source-line player paywall-legal poll nav"
).split()
COMMON = {"max_bin": 63, "bagging_freq": 1, "verbose": -1, "num_threads": 1, "seed": SEED, "deterministic": True, "force_row_wise": True}
BODY = {
    "objective": "binary", "num_leaves": 40, "learning_rate": 0.07, "feature_fraction": 0.25, "bagging_fraction": 0.7,
    "min_data_in_leaf": 25, "lambda_l2": 3, "min_sum_hessian_in_leaf": 1e-4,
}
LABEL = {
    "objective": "multiclass", "num_class": len(LABELS), "num_leaves": 10, "learning_rate": 0.12, "feature_fraction": 0.3,
    "bagging_fraction": 0.8, "min_data_in_leaf": 5, "lambda_l2": 1, "min_sum_hessian_in_leaf": 1e-3,
}
BODY_TREES, LABEL_TREES = 150, 60
# Share of the menus' blocks that the labels are learned from; there are more of them than of all others.
NAV = 0.8
# Weights of the story's paragraphs, of its short lines and of ads, beside anything else: a line of the story lost costs more
# than one kept, and what a house says for itself reads like a story.
PROSE, LINE, AD = 4.0, 3.0, 0.15
# Weight of a second copy of each block without its class names: most pages have names that say nothing to us.
BARE = 0.3
NEAR = (-2, -1, 0, 1, 2)


def fold(page):
    return zlib.crc32(page.site.encode()) % FOLDS


def news(page):
    """The rows with the column that says whose convention the gold follows."""
    flag = corpus.SETS[page.corpus][2] if page.corpus in corpus.SETS else 1
    return np.hstack([page.x, np.full((len(page.x), 1), flag, np.float32)])


def as_shipped(page):
    return np.hstack([page.x, np.ones((len(page.x), 1), np.float32)])


def train_body(pages):
    """Each page weighs the same within its set; long blocks more; short negatives are thinned."""
    rng = np.random.default_rng(SEED)
    xs, ys, ws = [], [], []
    for page in pages:
        y = page.y
        words = np.array([len(corpus.WORD.findall(t)) for t in page.texts])
        short = (y == 0) & (words < 8)
        keep = ~(short & (rng.random(len(y)) > 0.4))
        w = (1 + words) ** 0.7 * np.where(short, 2.5, 1)
        keep &= ~page.disputed
        total = w[keep].sum()
        if total <= 0:
            continue
        xs.append(news(page)[keep])
        ys.append(y[keep])
        ws.append((w / total * page.weight)[keep])
    x, y, w = np.vstack(xs), np.concatenate(ys), np.concatenate(ws)
    return lgb.train({**COMMON, **BODY}, lgb.Dataset(x, y, weight=w * len(w) / w.sum()), BODY_TREES)


class Mean:
    """The mean of the model that has seen endless pages and of one that has not: the first knows
    where a story ends, the second does not take what stands first for the story."""

    def __init__(self, pages, made):
        self.models = [train_body(pages), train_body(pages + made)]

    def predict(self, pages):
        """Gives pages `odds`: the log-odds of body for each row, as the engine asks for them on a news page."""
        x = np.vstack([as_shipped(page) for page in pages])
        odds = np.mean([m.predict(x, raw_score=True) for m in self.models], 0)
        for page, part in zip(pages, np.split(odds, np.cumsum([len(p.x) for p in pages])[:-1])):
            page.odds = part


def with_odds(page, odds):
    """Columns of the label model: the features and the body's log-odds around the block."""
    padded = np.concatenate([np.full(2, -9.0), odds, np.full(2, -9.0)]).astype(np.float32)
    around = [padded[2 + d:len(odds) + 2 + d] for d in NEAR]
    return np.hstack([page.x, np.stack(around, 1)])


def stated(pages):
    """The pages whose gold gives the summary apart: its blocks are standfirst, those of the body article.

    All other blocks of these pages stay unlabelled. Needs `odds`.
    """
    out = []
    for page in pages:
        if not page.summary:
            continue
        summary, words = figures.windows(page.summary), [corpus.WORD.findall(t) for t in page.texts]
        labels = []
        for y, w in zip(page.y, words):
            mine = list(zip(*(w[i:] for i in range(4))))
            in_summary = len(mine) > 2 and sum(m in summary for m in mine) >= len(mine) / 2
            labels.append("article" if y else "standfirst" if in_summary else None)
        page.labels, page.columns = labels, with_odds(page, page.odds)
        out.append(page)
    return out


def train_label(pages):
    rng = np.random.default_rng(SEED)
    xs, ys, ws = [], [], []
    for page in pages:
        for i, label in enumerate(page.labels):
            if label is None and not page.rest_is_menus or label in (None, "nav") and rng.random() > NAV:
                continue
            xs.append(page.columns[i])
            ys.append(LABELS.index(label or "nav"))
            long = len(page.texts[i]) >= 80
            ws.append({"article": PROSE if long else LINE, "ad": AD}.get(label, 1.0))
    x, y, w = np.stack(xs), np.array(ys), np.array(ws)
    bare = x.copy()
    bare[:, [i for i, name in enumerate(pages[0].names) if name.startswith("class ")]] = 0
    data = lgb.Dataset(np.vstack([x, bare]), np.concatenate([y, y]), weight=np.concatenate([w, w * BARE]))
    return lgb.train({**COMMON, **LABEL}, data, LABEL_TREES)


def settle(pages, hand):
    """Paragraphs that the hand labels call article and the gold text leaves out teach nothing."""
    by_texts = {tuple(page.texts): page for page in hand}
    for page in pages:
        page.disputed = np.zeros(len(page.y), bool)
        twin = by_texts.get(tuple(page.texts))
        for i, label in enumerate(twin.labels if twin else []):
            page.disputed[i] = label == "article" and page.y[i] == 0 and len(page.texts[i]) >= 80


def prepare(cli, data):
    """The pages with a gold text, the endless ones made of them, and those with every block labelled by hand."""
    (pages, made), hand = corpus.extraction(cli, data, SEED), corpus.hand(cli, data)
    for page in pages + made:
        page.y = corpus.body_labels(page)
    for page in hand:
        parts = {"headline": "headline", "standfirst": "standfirst", "keypoint": "standfirst"}
        page.labels = [
            None if b is None else parts.get(b.get("part"), b["label"]) if b["label"] == "article" else b["label"]
            for b in corpus.hand_labels(page)
        ]
    hand += corpus.labelled(cli, data)
    settle(pages + made, hand)
    return pages, made, hand


def out_of_fold(pages, made, hand):
    """Gives every page `odds`: the body model's log-odds from folds without its site. Returns the models."""
    models = []
    for k in range(FOLDS):
        model = Mean(*([p for p in those if fold(p) != k] for those in (pages, made)))
        models.append(model)
        model.predict([page for page in {id(p): p for p in pages + hand}.values() if fold(page) == k])
        print(f"fold {k + 1} of {FOLDS}", file=sys.stderr, flush=True)
    for page in hand:
        page.columns = with_odds(page, page.odds)
    return models


def pack_forest(models, groups):
    """The bytes that `Forest::load` reads, see src/packed/forest.rs: the mean of models as one forest.

    It takes trees of up to 40 leaves for the body and 16 for the labels (src/extract/block_model.rs), and at most 255
    thresholds a column.
    """
    trees = [[] for _ in range(groups)]
    for i, info in ((i, info) for model in models for i, info in enumerate(tree_blocks(model))):
        trees[i % groups].append(left_to_right(info, len(models)))
    thresholds = [set() for _ in range(models[0].num_feature())]
    for nodes, _ in (tree for group in trees for tree in group):
        for column, threshold, _ in nodes:
            thresholds[column].add(threshold)
    thresholds = [sorted(column) for column in thresholds]
    out = [struct.pack("<II", groups, len(thresholds))]
    out += [struct.pack(f"<B{len(column)}f", len(column), *column) for column in thresholds]
    out += [struct.pack("<I", len(group)) for group in trees]
    for nodes, leaves in (tree for group in trees for tree in group):
        out.append(struct.pack("<B", len(nodes)))
        out += [struct.pack("<HBB", c, bisect.bisect_left(thresholds[c], t), first) for c, t, first in nodes]
        out.append(struct.pack(f"<{len(leaves)}f", *leaves))
    return b"".join(out)


def left_to_right(info, models):
    """A tree's inner nodes, each (column, threshold, first leaf of its left side), and the values of its leaves."""
    get = lambda name, kind: [kind(v) for v in info.get(name, "").split()]
    values = [value / models for value in get("leaf_value", float)]
    inner = len(values) - 1
    columns, left, right = (get(name, int) if inner else [] for name in ("split_feature", "left_child", "right_child"))
    thresholds = [float(below(t)) for t in get("threshold", float)] if inner else []
    nodes, leaves = [], []

    def walk(child):
        if child < 0:
            leaves.append(values[-1 - child])
            return
        first = len(leaves)
        walk(left[child])
        nodes.append((columns[child], thresholds[child], first))
        walk(right[child])

    walk(0 if inner else -1)
    return nodes, leaves


def tree_blocks(model):
    """The trees of a model as dictionaries of strings, from its own text form."""
    for part in model.model_to_string().split("\nTree=")[1:]:
        yield dict(line.split("=", 1) for line in part.split("\n\n")[0].splitlines() if "=" in line)


def below(threshold):
    """The largest 32-bit float that is not above a threshold."""
    value = np.float32(threshold)
    return value if float(value) <= threshold else np.nextafter(value, np.float32(-np.inf))


def pack(body, label):
    payload = pack_forest(body.models, 1) + pack_forest([label], len(LABELS))
    return b"CDBLOCKS" + struct.pack("<III", 2, len(payload), zlib.crc32(payload)) + payload


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--data", default="../shared/corpora")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("src/packed/data/blocks.bin"))
    parser.add_argument("--folds", type=pathlib.Path, help="also write FOLDS/K.bin, trained without the sites of fold K")
    arguments = parser.parse_args()
    pages, made, hand = prepare(arguments.cli, arguments.data)
    bodies = out_of_fold(pages, made, hand)
    figures.body(pages)
    labelled = hand + stated(pages)
    packed = pack(Mean(pages, made), train_label(labelled))
    arguments.out.write_bytes(packed)
    print(f"{arguments.out}: {len(packed)} bytes", flush=True)
    for k in range(FOLDS):
        model = train_label([p for p in labelled if fold(p) != k])
        if arguments.folds:
            arguments.folds.joinpath(f"{k}.bin").write_bytes(pack(bodies[k], model))
        for page in hand:
            if fold(page) == k:
                page.scores = model.predict(page.columns, raw_score=True)
    figures.labels(hand, LABELS)


if __name__ == "__main__":
    main()
