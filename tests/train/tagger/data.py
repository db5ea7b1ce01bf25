"""Documents to learn from: gold sets, soft labels, and the changes made to them each epoch."""

import base64
import gzip
import json
import pathlib
import re

import numpy as np

from tokens import tokenize

TYPES = ("PER", "ORG", "LOC")
SCHEMES = ("voa", "gum", "wikigold", "uner", "btc", "re3d")
# file, scheme, weight of its tokens in the loss
GOLD = (
    ("voa_gold", "voa", 2.0),
    ("gum", "gum", 1.0),
    ("wikigold", "wikigold", 1.0),
    ("uner_ewt_dev", "uner", 0.7),
    ("btc_news_tweets", "btc", 0.5),
    ("re3d", "re3d", 0.5),
)
# Weight of what lies beside this file: labels for texts of the soft set, and stories.
OWN = 2.0
HERE = pathlib.Path(__file__).parent


class Doc:
    """Tokens, the indices that start a line, probabilities of the 7 tags, scheme and weight."""

    __slots__ = ("tokens", "lines", "tags", "soft", "scheme", "weight", "ready")

    def __init__(self, tokens, lines, tags, soft, scheme, weight):
        self.tokens, self.lines, self.tags, self.soft = tokens, lines, tags, soft
        self.scheme, self.weight, self.ready = scheme, weight, None


def read(path):
    """The rows of a file, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def trim(text, start, end):
    """A name without a leading 'the' or a trailing possessive: the schemes differ there."""
    if text[start:end].lower().startswith("the ") and end - start > 4:
        start += 4
    if text[start:end].endswith(("'s", "\u2019s")) and end - start > 2:
        end -= 2
    return start, end


def hard_tags(text, spans, entities):
    tags = [0] * len(spans)
    for e in entities:
        if e["type"] not in TYPES:
            continue
        start, end = trim(text, e["start"], e["end"])
        inside = [i for i, (s, t) in enumerate(spans) if s < end and t > start]
        for n, i in enumerate(inside):
            tags[i] = 1 + 2 * TYPES.index(e["type"]) + (n > 0)
    return tags


def gold(root, name, scheme, weight, join=1):
    """A gold file; tweets are joined by six, a line each, as the soft labels have them."""
    docs, rows = [], read(root / "train" / f"{name}.jsonl")
    for at in range(0, len(rows), join):
        tokens, lines, tags = [], [], []
        for row in rows[at : at + join]:
            spans, starts = tokenize(row["text"])
            lines += [len(tokens) + s for s in starts]
            tags += hard_tags(row["text"], spans, row["entities"])
            tokens += [row["text"][s:e] for s, e in spans]
        docs.append(Doc(tokens, lines, tags, None, SCHEMES.index(scheme), weight))
    return docs


def voa_labels():
    """{id of a document of the soft set: [(first token, end, type)]}, made by hand."""
    return {row[0]: row[1:] for row in read(HERE / "voa_labels.jsonl")}


def labelled(tokens, lines, spans):
    """A document under the product's own scheme."""
    tags = [0] * len(tokens)
    for start, end, kind in spans:
        tags[start] = 1 + 2 * TYPES.index(kind)
        tags[start + 1 : end] = [tags[start] + 1] * (end - start - 1)
    return Doc(tokens, lines, tags, None, SCHEMES.index("voa"), OWN)


def newswire():
    """The stories of newswire.txt."""
    return marked(HERE / "newswire.txt")


def marked(path, elides=False):
    """Stories whose names stand in brackets, [words|P], under the product's own scheme."""
    docs = []
    for story in re.split(r"(?m)^#\n", path.read_text(encoding="utf-8"))[1:]:
        text, entities, at = "", [], 0
        for mark in re.finditer(r"\[([^\[\]|]+)\|([POL])\]", story):
            text += story[at : mark.start()]
            kind = next(t for t in TYPES if t[0] == mark[2])
            entities.append({"start": len(text), "end": len(text) + len(mark[1]), "type": kind})
            text, at = text + mark[1], mark.end()
        text += story[at:]
        spans, lines = tokenize(text, elides)
        tags = hard_tags(text, spans, entities)
        tokens = [text[s:e] for s, e in spans]
        docs.append(Doc(tokens, lines, tags, None, SCHEMES.index("voa"), OWN))
    return docs


def soft(path, weight, labels):
    """A soft set; a document that `labels` has is gold."""
    docs = []
    for d in read(path):
        if d["id"] in labels:
            docs.append(labelled(d["tokens"], d["newline"], labels[d["id"]]))
            continue
        p = np.frombuffer(base64.b64decode(d["p"]), dtype=np.uint8).reshape(-1, 7)
        p = p.astype(np.float32)
        p /= p.sum(1, keepdims=True)
        tags = repair(p.argmax(1).tolist())
        docs.append(Doc(d["tokens"], d["newline"], tags, p, 0, weight))
    return docs


def repair(tags):
    """An inside tag that continues nothing begins a name."""
    out, last = [], 0
    for t in tags:
        if t and t % 2 == 0 and last not in (t, t - 1):
            t -= 1
        out.append(t)
        last = t
    return out


def names(doc):
    """(start, end, type) in tokens."""
    out, start = [], None
    for i, t in enumerate(doc.tags + [0]):
        if start is not None and (t == 0 or t % 2 == 1):
            out.append((start, i, (doc.tags[start] - 1) // 2))
            start = None
        if t % 2 == 1:
            start = i
    return out


class Pools:
    """Names to put in place of others, by type; persons by their given and last words."""

    def __init__(self, docs):
        seen = {}, {}, {}
        given, last = {}, {}
        for doc in docs:
            for s, e, k in names(doc):
                words = tuple(doc.tokens[s:e])
                if doc.soft is not None and doc.soft[range(s, e), doc.tags[s:e]].min() < 0.9:
                    continue
                if all(w[0].isupper() or not w[0].isalpha() for w in words):
                    seen[k][words] = None
                    if k == 0 and len(words) == 2 and all(w.isalpha() for w in words):
                        given[words[0]] = last[words[1]] = None
        self.whole = [list(s) for s in seen]
        self.given, self.last = list(given), list(last)

    def of(self, scheme):
        """What the names of a document under a scheme are swapped with."""
        return self

    def widen(self, given, last, places):
        """Takes in names of lists."""
        self.given += given
        self.last += last
        self.whole[TYPES.index("LOC")] += places

    def swap(self, doc, rng):
        """The document with its names replaced, the same name by the same name."""
        whole, words = {}, {}
        tokens, tags = [], []
        origin = []  # index of each token in `doc`, -1 for those of a new name
        at, moved = 0, {}
        for s, e, k in names(doc) + [(len(doc.tokens), len(doc.tokens), 0)]:
            for i in range(at, s):
                moved[i] = len(tokens)
                tokens.append(doc.tokens[i])
                tags.append(doc.tags[i])
                origin.append(i)
            at = e
            if s == e:
                break
            old = tuple(doc.tokens[s:e])
            if k == 0:
                new = [self.person(w, i == len(old) - 1, words, rng) for i, w in enumerate(old)]
            else:
                if (k, old) not in whole:
                    whole[k, old] = rng.choice(self.whole[k])
                new = whole[k, old]
            moved[s] = len(tokens)
            tokens += new
            tags += [1 + 2 * k] + [2 + 2 * k] * (len(new) - 1)
            origin += [-1] * len(new)
        lines = sorted(moved[i] for i in doc.lines if i in moved)
        soft = None if doc.soft is None else self.mixed(doc.soft, tags, np.array(origin))
        return Doc(tokens, lines, tags, soft, doc.scheme, doc.weight)

    @staticmethod
    def mixed(old, tags, origin):
        """The old probabilities where the token stayed, the tag where a name was replaced."""
        p = np.full((len(tags), 7), 0.05 / 7, np.float32)
        p[range(len(tags)), tags] += 0.95
        kept = origin >= 0
        p[kept] = old[origin[kept]]
        return p

    def person(self, word, is_last, words, rng):
        if not word.isalpha() or len(word) < 3 or not word[0].isupper():
            return word
        if word not in words:
            words[word] = rng.choice(self.last if is_last else self.given)
        return words[word]


def recase(doc, rng):
    """The document in capitals, or some of its lines in capitals or Title Case."""
    whole = rng.random() < 0.2
    tokens = list(doc.tokens)
    ends = doc.lines[1:] + [len(tokens)]
    for s, e in zip(doc.lines, ends):
        way = 0 if whole else rng.choice((0, 1, 1, 2, 2, 2))
        for i in range(s, e):
            if way == 0:
                tokens[i] = tokens[i].upper()
            elif way == 1 and (len(tokens[i]) > 3 or i == s):
                tokens[i] = tokens[i][0].upper() + tokens[i][1:]
    return Doc(tokens, doc.lines, doc.tags, doc.soft, doc.scheme, doc.weight)


def vary(doc, pools, rng, swap):
    """What one epoch sees of a document; `swap` is how often its names are replaced."""
    if rng.random() < swap:
        doc = pools.of(doc.scheme).swap(doc, rng)
    if rng.random() < (0.12 if doc.soft is None else 0.04):
        doc = recase(doc, rng)
    if len(doc.lines) > 1 and rng.random() < 0.4:
        doc = Doc(doc.tokens, doc.lines[:1], doc.tags, doc.soft, doc.scheme, doc.weight)
    return doc
