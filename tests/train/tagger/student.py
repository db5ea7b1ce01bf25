"""Trains the taggers of other languages, as `train.py` does the English one.

    python student.py CORPUS LABELS/all.pt es,de,fr
    python student.py CORPUS LABELS/es.pt es --start LABELS/all.pt --epochs 5 --lr 0.001

First one net for several languages, each with its own words and under its own scheme: their vectors come from one
teacher, so that what one language shows about names holds in the others. Then from it a net for each language: the
mean of the weights before and after, which keeps what the habits of one set would make it forget (Wortsman et al. 2022).
The folder of the file that is written has what `vectors.py` and `teacher.py label` wrote.
"""

import pathlib
import random

import numpy as np
import torch

import data
import features
import model
import names
import teacher
import train
from languages import LANGUAGES


class Each(list):
    """A thing for each language, found by the scheme of a document."""

    def of(self, scheme):
        return self[scheme]


def documents(corpus, folder, lang, elides, weight):
    """Stories, labelled sets, and what the teacher has labelled."""
    row = LANGUAGES[lang]
    docs = teacher.stories(lang)
    for name in row.gold:
        if name not in row.text:
            docs += teacher.documents(data.read(teacher.part(corpus, lang, name, "train")), 0, elides)
    if row.text:
        docs += data.soft(folder / f"{lang}.jsonl.gz", weight, {})
    return docs


def pools(docs, lang):
    """Names to swap: those of the documents and of lists."""
    found = data.Pools(docs)
    locales = LANGUAGES[lang].locales
    if locales:
        found.widen(*names.persons(locales), names.places(lang, locales))
    return found


def gather(corpus, folder, langs, weight):
    """Documents, lexicons, pools and vectors of some languages."""
    docs, lexicons, swaps, vectors = [], Each(), Each(), []
    for scheme, lang in enumerate(langs):
        table = np.load(folder / f"{lang}.npz")
        before = sum(len(v) for v in vectors)
        lexicons.append(features.Lexicon([str(w) for w in table["words"]], table["cp"], before))
        vectors.append(table["vec"])
        own = documents(corpus, folder, lang, lexicons[-1].elides, weight)
        swaps.append(pools(own, lang))
        for doc in own:
            doc.scheme = scheme
        docs += own
    return docs, lexicons, swaps, np.concatenate(vectors) * 0.3


def begin(net, start, lang):
    """Puts the net of several languages into the net of one. One that it did not learn from has its own words, whose
    vectors lie along the same axes, and the mean of the schemes."""
    state, langs = start["state"], start["langs"]
    if lang in langs:
        at = langs.index(lang)
        first = 1 + sum(start["sizes"][:at])
        rows = state["vectors.weight"][first : first + start["sizes"][at]]
        state["vectors.weight"] = torch.cat((torch.zeros(1, model.VEC), rows))
        state["schemes.weight"] = state["schemes.weight"][at : at + 1]
    else:
        state["vectors.weight"] = net.vectors.weight.detach()
        state["schemes.weight"] = state["schemes.weight"].mean(0, keepdim=True)
    net.load_state_dict(state)


def learn(corpus, args):
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    torch.use_deterministic_algorithms(True)
    langs, folder = args.langs.split(","), args.out.parent
    docs, lexicons, swaps, vectors = gather(corpus, folder, langs, args.soft)
    net = model.Tagger(vectors, len(langs), args.width, args.dilations)
    start = torch.load(args.start, weights_only=False) if args.start else None
    if start:
        begin(net, start, langs[0])
        before = [p.detach().clone() for p in net.parameters()]
    score = train.scorer(corpus)
    train.fit(net, lexicons, docs, swaps, random.Random(args.seed), args, (list, 0), ({}, score))
    if start and langs[0] in start["langs"]:
        train.put(net, [q.lerp(p.detach(), args.after) for p, q in zip(net.parameters(), before)])
    for scheme, lang in enumerate(langs):
        result = train.evaluate(net, teacher.dev_sets(corpus, lang), lexicons, score, scheme)
        print(lang, train.show(result), flush=True)
    sizes = [len(lexicon.rows) for lexicon in lexicons]
    torch.save({"state": net.state_dict(), "args": vars(args), "langs": langs, "sizes": sizes}, args.out)


def main():
    ask = train.options()
    ask.add_argument("langs", help="with commas between")
    ask.add_argument("--start", type=pathlib.Path, help="a net of several languages, or of this one, to go on from")
    ask.add_argument("--after", type=float, default=0.5, help="share of the weights after, the rest as it was before")
    args = train.parse(ask)
    learn(args.corpus.resolve(), args)


if __name__ == "__main__":
    main()
