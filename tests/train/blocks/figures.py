"""Prints what the cross-validated predictions give, on body text and on labels."""
import collections

import numpy as np

import corpus


def windows(text):
    w = corpus.WORD.findall(text)
    return collections.Counter(zip(*(w[i:] for i in range(4)))) if len(w) > 3 else collections.Counter([tuple(w)] if w else [])


def body_text(page, threshold):
    seen, kept = set(), []
    for text, odds in zip(page.texts, page.odds):
        key = corpus.key(text)
        if odds > threshold and not (len(key) >= 60 and key in seen):
            seen.add(key)
            kept.append(text)
    return "\n\n".join(kept)


def body(pages):
    """F1 over windows of four words at three thresholds of log-odds."""
    for threshold in (-0.4, 0.0, 0.4):
        for name in corpus.SETS:
            ps, rs, bad = [], [], 0
            for page in (p for p in pages if p.corpus == name):
                gold, got = windows(page.gold), windows(body_text(page, threshold))
                tp = (gold & got).total()
                if got.total():
                    ps.append(tp / got.total())
                if gold.total():
                    rs.append(tp / gold.total())
                bad += 2 * tp / max(1, gold.total() + got.total()) < 0.8
            p, r = np.mean(ps), np.mean(rs)
            print(f"body {name:12} at {threshold:+.1f}: F1 {200 * p * r / (p + r):.2f} (P {100 * p:.2f} R {100 * r:.2f}), {bad} below .8")


def labels(hand, names):
    """Share of blocks with the right label."""
    right, count = collections.Counter(), collections.Counter()
    for page in hand:
        for label, scores in zip(page.labels, page.scores):
            if label:
                count[label] += 1
                right[label] += names[int(np.argmax(scores))] == label
    for label, n in count.most_common():
        print(f"label {label:20} {n:5} {100 * right[label] / n:5.1f} %")
