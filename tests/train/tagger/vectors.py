"""The words of languages, their vectors and case priors: tables as English has one in `soft/vectors48.npz`.

    python vectors.py E5 TEACHER.pt DIR es,de [--count 16000]

Words by frequency from PyPI wordfreq (CC BY-SA 4.0). The case prior compares the encoder's probabilities of the word
small and with a capital. A vector is the teacher's last layer for the word alone in its likelier spelling, by PCA to 48:
the axes of all languages together, kept in `DIR/axes.npz` for those that come later.
"""

import argparse
import json
import pathlib

import numpy as np
import torch
import wordfreq

import data
import encoder
import model
import teacher
from languages import ELISIONS, LANGUAGES

# Languages under another name in wordfreq.
LISTED = {"no": "nb", "hr": "sh", "sr": "sh"}
# Logarithm of the odds of a capital from which a word has the case prior 2, 3 and 4.
ODDS = (-2.0, 0.0, 2.0)


def frequent(lang, count):
    """The most frequent words, elided ones first."""
    words = dict.fromkeys(ELISIONS if LANGUAGES[lang].elides else ())
    for word in wordfreq.iter_wordlist(LISTED.get(lang, lang)):
        if word.isalpha():
            words[word] = None
        if len(words) == count:
            break
    return list(words)


def capital(word):
    return word[0].upper() + word[1:]


def pooled(net, words, pieces):
    """Mean of the last layer over the pieces of each word alone, words x 384."""
    out = np.zeros((len(words), encoder.HIDDEN), np.float32)
    docs = [data.Doc([w], [0], [0], None, 0, 1.0) for w in words]
    index = {id(d): i for i, d in enumerate(docs)}
    net.eval()
    with torch.no_grad():
        for some in encoder.batches([encoder.Run(d, 0, 1, pieces) for d in docs], 4000):
            with torch.autocast("cpu", torch.bfloat16):
                y = net(encoder.tensors(some)).float().numpy()
            for i, r in enumerate(some):
                out[index[id(r.doc)]] = y[i, 1 : len(r.ids) - 1].mean(0)
    return out


def axes(values):
    """Mean and 48 main axes of vectors, the spread along the axes brought nearer to each other."""
    mean = values.mean(0)
    spread, turned = np.linalg.eigh(np.cov((values - mean).T))
    spread, turned = spread[: -model.VEC - 1 : -1], turned[:, : -model.VEC - 1 : -1]
    turned = turned / spread**0.25
    return mean, turned / np.sqrt((spread**0.5).mean())


def priors(words, pieces, path):
    """1 to 4 for each word: how much likelier its capital is than its small letter."""
    vocabulary = json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"]

    def log(word):
        return sum(vocabulary[i][1] for i in pieces(word))

    odds = [log(capital(w)) - log(w) for w in words]
    return np.digitize(odds, ODDS).astype(np.uint8) + 1


def main():
    ask = argparse.ArgumentParser()
    for name in ("e5", "teacher", "folder"):
        ask.add_argument(name, type=pathlib.Path)
    ask.add_argument("langs")
    ask.add_argument("--count", type=int, default=16000)
    ask.add_argument("--threads", type=int, default=1)
    args = ask.parse_args()
    torch.set_num_threads(args.threads)
    net, pieces = teacher.load(args.e5, args.teacher)
    found = {}
    for lang in args.langs.split(","):
        words = frequent(lang, args.count)
        prior = priors(words, pieces, args.e5 / "tokenizer.json")
        spelled = [capital(w) if p > 2 else w for w, p in zip(words, prior)]
        found[lang] = words, prior, pooled(net, spelled, pieces)
        print(lang, len(words), "words, by case prior", np.bincount(prior), flush=True)
    kept = args.folder / "axes.npz"
    if not kept.exists():
        mean, turned = axes(np.concatenate([values for _, _, values in found.values()]))
        np.savez(kept, mean=mean, turned=turned)
    kept = np.load(kept)
    for lang, (words, prior, values) in found.items():
        vectors = ((values - kept["mean"]) @ kept["turned"]).astype(np.float32)
        np.savez(args.folder / f"{lang}.npz", words=np.array(words), vec=vectors, cp=prior)


if __name__ == "__main__":
    main()
