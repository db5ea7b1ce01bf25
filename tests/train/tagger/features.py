"""What the net is told about a token: the rules of `src/entities/tagger/features.rs`."""

import zlib

HASH_ROWS = 8192
SHAPES = 20
FLAGS = 12

STOPS = frozenset(".!?\u2026")
TRANSPARENT = frozenset("\"'\u201c\u201d\u2018\u2019()[]{}*-\u2013\u2014\u2022")
# A dot after one of these ends no sentence.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr sen rep gov gen lt col sgt capt st prof rev jr sr adm maj hon"
    " jan feb mar apr jun jul aug sep sept oct nov dec no vs inc corp co ltd".split()
)


def key(token):
    """The lower-cased word, with one kind of apostrophe."""
    return token.lower().replace("\u2019", "'")


def shape(token):
    """One of 20 kinds."""
    first = token[0]
    if not (first.isalnum()):
        if len(token) > 1:
            return 7  # clitic
        if first == ".":
            return 1
        if first == ",":
            return 2
        if first in "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb":
            return 3
        if first in "()[]{}":
            return 4
        if first in "-\u2010\u2011\u2012\u2013\u2014":
            return 5
        if first in "&/":
            return 6
        if first in "@#":
            return 19
        return 0
    if token[-1] == ".":
        return 15
    letters = sum(c.isalpha() for c in token)
    upper = sum(c.isupper() for c in token)
    lower = sum(c.islower() for c in token)
    if letters == 0:
        return 8
    if any("0" <= c <= "9" for c in token):
        return 9
    if upper == 0:
        return 10 if lower else 18
    if "'" in token or "\u2019" in token:
        return 17
    if lower == 0:
        return 14 if upper == 1 else 12 if upper <= 5 else 13
    if upper == 1 and first.isupper():
        return 11
    return 16


def hashes(word):
    """Six rows of the hashed table: the word, prefixes of 2 and 3, suffixes of 2, 3 and 4."""
    word = "".join("0" if "0" <= c <= "9" else c for c in word)
    parts = (word, word[:2], word[:3], word[-2:], word[-3:], word[-4:])
    return [zlib.crc32(f"{i}{p}".encode()) % HASH_ROWS for i, p in enumerate(parts)]


class Lexicon:
    """Facts of a word that do not depend on its document, kept once computed. Its rows begin after `before` others."""

    def __init__(self, words, case_prior, before=0):
        self.rows = {w: before + i + 1 for i, w in enumerate(words)}
        self.case_prior, self.before = case_prior, before
        # A language that elides has the article l' among its words.
        self.elides = "l'" in self.rows
        self.cache = {}

    def of(self, scheme):
        """What the words of a document under a scheme are looked up in."""
        return self

    def word(self, token):
        """(key, vector row or 0, case prior, shape, hashed rows, first letter up, first letter low)"""
        found = self.cache.get(token)
        if found is None:
            k = key(token)
            row = self.rows.get(k, 0)
            prior = int(self.case_prior[row - self.before - 1]) if row else 0
            found = (k, row, prior, shape(token), hashes(k), token[0].isupper(), token[0].islower())
            self.cache[token] = found
        return found


def line_kinds(tokens, lines):
    """For each line (start, end): 1 if its words have Title Case, 2 if ALL CAPS, else 0."""
    out = []
    for start, end in zip(lines, list(lines[1:]) + [len(tokens)]):
        words = long = capital = full = 0
        for t in tokens[start:end]:
            if not t[0].isalpha():
                continue
            words += 1
            up = t[0].isupper()
            if len(t) >= 4:
                long += 1
                capital += up
            full += up and not any(c.islower() for c in t)
        kind = 0
        if words >= 2 and 5 * full >= 4 * words:
            kind = 2
        elif long >= 3 and 5 * capital >= 4 * long:
            kind = 1
        out.append((start, end, kind))
    return out


def document(tokens, lines, lexicon):
    """Feature rows of a document: vector, prior, shape, hashes, flag bits, group of the word."""
    facts = [lexicon.word(t) for t in tokens]
    n = len(tokens)
    bits = [0] * n
    ids = {}
    group = [ids.setdefault(f[0], len(ids)) for f in facts]
    for start, end, kind in line_kinds(tokens, lines):
        fresh, quoted = True, False
        for i in range(start, end):
            t = tokens[i]
            b = (1 if kind == 1 else 2 if kind == 2 else 0) | (8 if i == start else 0)
            if t in '"\u201c\u201d':
                quoted = not quoted
            elif quoted:
                b |= 2048
            if fresh:
                b |= 4
            if t in STOPS:
                before = facts[i - 1][0] if i > start else ""
                initial = i > start and len(tokens[i - 1]) == 1 and facts[i - 1][5]
                fresh = not (t == "." and (initial or before in ABBREVIATIONS))
            elif t not in TRANSPARENT:
                fresh = False
            bits[i] = b
    total, low, mid = [0] * len(ids), [0] * len(ids), [0] * len(ids)
    pairs = {}
    for i, f in enumerate(facts):
        total[group[i]] += 1
        low[group[i]] += f[6]
        mid[group[i]] += f[5] and not bits[i] & 7
        if i and f[3] > 7 and facts[i - 1][3] > 7:
            p = (group[i - 1], group[i])
            pairs[p] = pairs.get(p, 0) + 1
    for i, f in enumerate(facts):
        g, b = group[i], bits[i]
        if low[g] - f[6] > 0:
            b |= 16
        if mid[g] - (f[5] and not b & 7) > 0:
            b |= 32
        if total[g] > 1:
            b |= 64
        if total[g] > 3:
            b |= 128
        if not f[1]:
            b |= 256
        if i and pairs.get((group[i - 1], g), 0) > 1:
            b |= 512
        if i + 1 < n and pairs.get((g, group[i + 1]), 0) > 1:
            b |= 1024
        bits[i] = b
    return facts, bits, group
