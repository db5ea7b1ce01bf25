"""Gives packs a longer list of words, chosen for the names in it, without the teacher.

    python grow.py CORPUS E5 PACKS OUT es,de [--count 22000]

PACKS are packs made before: a teacher gave the vectors in them, and training has changed them since. A net learns from
all of them to tell a word's vector from the pieces of the word in the encoder's table, and so tells that of any word.
`LANG.npz` is the table of words and `LANG.start.pt` the pack's net with it, for `student.py --start`; `LANG.jsonl.gz` is
what the pack says of the texts that have no labels.
"""

import argparse
import collections
import pathlib

import numpy as np
import torch
import wordfreq
from torch import nn
from torch.nn import functional as F

import data
import e5
import features
import model
import teacher
import unpack
import vectors
from languages import ELISIONS, LANGUAGES

# How many of the most frequent words are looked at, and how many of the packs' are held back to see the fit.
DEEP, HELD = 80_000, 8_000
EPOCHS, BATCH, RATE = 4, 512, 1e-3
# Power of the probabilities in the labels.
SHARP = 1.2
# Added to the likelihood of a name: a word that is none is worth its place if it is frequent.
COMMON = 0.02


class Guess:
    """The vectors of words by their pieces, for a language."""

    def __init__(self, folder, langs):
        self.table = e5.read(folder / "e5-small-q4.bin")["emb.word"]
        self.vocabulary, self.langs = folder / "tokenizer.json", langs
        self.pieces = e5.Pieces(self.vocabulary)
        torch.manual_seed(1)
        drop, size = nn.Dropout(0.2), 4 * e5.HIDDEN + len(langs)
        first, second, last = nn.Linear(size, 512), nn.Linear(512, 512), nn.Linear(512, model.VEC)
        self.net = nn.Sequential(first, nn.GELU(), drop, second, nn.GELU(), drop, last)
        self.spread = 1.0

    def facts(self, words):
        """Of the word with a capital the mean, first and last piece, of the small word the mean."""
        out = np.zeros((len(words), 4, e5.HIDDEN), np.float32)
        for i, word in enumerate(words):
            large = self.table[self.pieces(vectors.capital(word))].astype(np.float32)
            small = self.table[self.pieces(word)].astype(np.float32)
            out[i] = large.mean(0), large[0], large[-1], small.mean(0)
        return out.reshape(len(words), -1)

    def inputs(self, facts, lang):
        own = np.zeros((len(facts), len(self.langs)), np.float32)
        own[:, self.langs.index(lang)] = 1
        return np.concatenate((facts / self.spread, own), 1)

    def learn(self, packs):
        """Fits the net to the vectors of packs, {language: (words, vectors)}."""
        facts = [self.facts(words) for words, _ in packs.values()]
        self.spread = np.concatenate(facts).std(0) + 1e-6
        x = torch.from_numpy(np.concatenate([self.inputs(f, lang) for f, lang in zip(facts, packs)]))
        y = torch.from_numpy(np.concatenate([values for _, values in packs.values()]))
        rng = np.random.default_rng(1)
        held, rest = np.split(rng.permutation(len(x)), [HELD])
        tuned = torch.optim.AdamW(self.net.parameters(), lr=RATE, weight_decay=0.01, fused=True)
        steps = len(rest) // BATCH
        for epoch in range(EPOCHS):
            self.net.train()
            order = torch.from_numpy(rng.permutation(rest))
            for step in range(steps):
                for group in tuned.param_groups:
                    group["lr"] = RATE * (1 - (epoch * steps + step) / (EPOCHS * steps))
                some = order[step * BATCH : (step + 1) * BATCH]
                loss = F.mse_loss(self.net(x[some]), y[some])
                tuned.zero_grad()
                loss.backward()
                tuned.step()
        self.net.eval()
        with torch.no_grad():
            off = (y[held] - self.net(x[held])).square().sum() / (y[held] - y[rest].mean(0)).square().sum()
        print(f"explains {100 * (1 - off):.1f} % of the spread of words held back", flush=True)

    def __call__(self, words, lang):
        with torch.no_grad():
            return self.net(torch.from_numpy(self.inputs(self.facts(words), lang))).numpy()


def named(corpus, lang):
    """How often each word stands in the labelled texts, and how often in a name."""
    row, seen, inside = LANGUAGES[lang], collections.Counter(), collections.Counter()
    docs = teacher.stories(lang)
    for name in row.gold:
        docs += teacher.documents(data.read(teacher.part(corpus, lang, name, "train")), 0, row.elides)
    for doc in docs:
        for token, tag in zip(doc.tokens, doc.tags):
            if token[0].isalpha():
                seen[features.key(token)] += 1
                inside[features.key(token)] += tag > 0
    return seen, inside


def likelihood(table, seen, inside):
    """A function from vectors to how likely their words stand in a name."""
    words = [w for w in seen if w in table]
    x = np.array([table[w] for w in words])
    mean, spread = x.mean(0), x.std(0)
    shares = torch.tensor([inside[w] / seen[w] for w in words])
    weight = torch.tensor([seen[w] for w in words]).sqrt()
    torch.manual_seed(1)
    net = nn.Sequential(nn.Linear(model.VEC, 64), nn.GELU(), nn.Linear(64, 1))
    tuned = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=0.05)
    x = torch.from_numpy((x - mean) / spread).float()
    for _ in range(150):
        loss = F.binary_cross_entropy_with_logits(net(x)[:, 0], shares, weight)
        tuned.zero_grad()
        loss.backward()
        tuned.step()

    def of(values):
        with torch.no_grad():
            return torch.sigmoid(net(torch.from_numpy((values - mean) / spread).float()))[:, 0].numpy()

    return of


def grow(corpus, guess, pack, lang, count):
    """Words, vectors and case priors of the longer list."""
    known, priors = dict(zip(pack[0], pack[2]["vectors.weight"][1:].numpy())), dict(zip(*pack[:2]))
    listed = vectors.LISTED.get(lang, lang)
    common = [w for w in wordfreq.iter_wordlist(listed) if w.isalpha()][:DEEP]
    new = [w for w in common if w not in known]
    table = known | dict(zip(new, guess(new, lang)))
    chance = likelihood(table, *named(corpus, lang))(np.array(list(table.values())))
    worth = {w: wordfreq.word_frequency(w, listed) * (p + COMMON) for w, p in zip(table, chance)}
    if LANGUAGES[lang].elides:
        worth |= {w: 1.0 for w in ELISIONS if w in worth}
    chosen = sorted(sorted(worth, key=lambda w: (worth[w], w))[-count:])
    fresh = [w for w in chosen if w not in known]
    priors |= dict(zip(fresh, vectors.priors(fresh, guess.pieces, guess.vocabulary)))
    print(f"{lang}: {len(fresh)} new words, {len(known) + len(fresh) - len(chosen)} left out", flush=True)
    return chosen, np.array([table[w] for w in chosen]), np.array([priors[w] for w in chosen], np.uint8)


def label(corpus, pack, lang, target):
    """Labels the texts of a language by its pack."""
    words, priors, state = pack
    lexicon = features.Lexicon(words, priors)
    net = model.Tagger(state["vectors.weight"][1:].numpy(), 1)
    net.load_state_dict(state)
    net.eval()
    docs, guesses = teacher.texts(corpus, lang), []
    for doc in docs:
        batch, spans = model.batch([doc], lexicon, features.document)
        with torch.no_grad():
            guesses.append(net(batch)[spans[0][0] : spans[0][1]].softmax(1).numpy())
    teacher.write(docs, guesses, lang, SHARP, target)


def main():
    ask = argparse.ArgumentParser()
    for name in ("corpus", "e5", "packs", "out"):
        ask.add_argument(name, type=pathlib.Path)
    ask.add_argument("langs", help="with commas between")
    ask.add_argument("--count", type=int, default=22_000)
    args = ask.parse_args()
    torch.set_num_threads(1)
    paths = {lang: args.packs / f"{lang}.bin" for lang in LANGUAGES}
    packs = {lang: unpack.read(path) for lang, path in paths.items() if path.exists()}
    guess = Guess(args.e5, list(packs))
    guess.learn({lang: (words, state["vectors.weight"][1:].numpy()) for lang, (words, _, state) in packs.items()})
    for lang in args.langs.split(","):
        words, values, priors = grow(args.corpus, guess, packs[lang], lang, args.count)
        np.savez(args.out / f"{lang}.npz", words=np.array(words), vec=values / 0.3, cp=priors)
        if LANGUAGES[lang].text:
            label(args.corpus, packs[lang], lang, args.out / f"{lang}.jsonl.gz")
        state = packs[lang][2]
        state["vectors.weight"] = torch.from_numpy(np.concatenate((np.zeros((1, model.VEC), np.float32), values)))
        start = {"state": state, "langs": [lang], "sizes": [len(words)]}
        torch.save(start, args.out / f"{lang}.start.pt")


if __name__ == "__main__":
    main()
