"""How often the packed detector is right on single sentences that it did not learn from.

    python check.py CORPORA/ner LANGUAGES.bin SURE LEAST_WORDS
"""

import collections
import struct
import sys

import numpy as np

import features
import texts

SURE_ENGLISH = 0.4
FOCUS = "es de fr it pt nl en ru pl sv da no".split()


def load(path):
    data = open(path, "rb").read()[20:]
    count, buckets, scale = struct.unpack("<IIf", data[:12])
    codes = [data[12 + 4 * i : 16 + 4 * i].rstrip(b"\0").decode() for i in range(count)]
    weights = np.frombuffer(data, np.int8, offset=12 + 4 * count).reshape(buckets, count)
    return codes, weights.astype(np.float32) * scale


def likely(words, weights):
    grams = [bucket for word in words for bucket in features.of_word(word)]
    scores = weights[grams].sum(0) / max(1, len(grams)) ** 0.5
    scores = np.exp(scores - scores.max())
    return scores / scores.sum()


def main():
    codes, weights = load(sys.argv[2])
    sure, least = float(sys.argv[3]), int(sys.argv[4])
    tally, mixed, short = collections.Counter(), collections.Counter(), collections.Counter()
    for code, text in texts.of_corpora(sys.argv[1], "dev"):
        if code not in codes:
            continue
        for sentence in texts.sentences(text):
            words = list(features.words(sentence))
            if len(words) < least or tally[code] >= 1500:
                continue
            tally[code] += 1
            p = likely(words, weights)
            best = codes[int(p.argmax())]
            if p.max() < (SURE_ENGLISH if best == "en" else sure) or not best:
                tally[code, "unsure"] += 1
                short[min(len(words), 12)] += 1
            elif best != code:
                tally[code, "wrong"] += 1
                mixed[code, best] += 1
                if tally[code, "wrong"] <= 4:
                    print(code, best, round(float(p.max()), 2), sentence[:100])
    total = collections.Counter()
    for code in sorted(c for c in tally if isinstance(c, str)):
        n, wrong, unsure = tally[code], tally[code, "wrong"], tally[code, "unsure"]
        if code in FOCUS:
            total.update(n=n, wrong=wrong, unsure=unsure)
        print(f"{code} {n:5} right {100 * (n - wrong - unsure) / n:5.1f} wrong {100 * wrong / n:4.1f} unsure {100 * unsure / n:4.1f}")
    n = total["n"]
    print("twelve: right %.1f wrong %.2f unsure %.1f" % tuple(100 * x / n for x in (n - total["wrong"] - total["unsure"], total["wrong"], total["unsure"])))
    print(mixed.most_common(30))


if __name__ == "__main__":
    main()
