"""Trains the name tagger. Deterministic for one build of torch on one kind of processor.

    python train.py CORPUS OUT.pt [--epochs 16] [--width 96] [--dilations 1,1,2] [--seed 1]
"""

import argparse
import importlib.util
import json
import math
import pathlib
import random
import sys
import time

import numpy as np
import torch
from torch.nn import functional as F

import data
import decode
import features
import model
import stories
from tokens import tokenize

DEV = ("voa_gold", "gum", "wikigold", "re3d", "actors")


def scorer(corpus):
    path = corpus.parent.parent / "score" / "entities.py"
    spec = importlib.util.spec_from_file_location("entities_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def dev_sets(corpus):
    out = {}
    for name in DEV:
        rows = data.read(corpus / "dev" / f"{name}.jsonl")
        for r in rows:
            if "entities" not in r:
                r["entities"] = [
                    {"start": s, "end": e, "type": c["type"]}
                    for c in r["clusters"]
                    for s, e in c["mentions"]
                ]
        out[name] = rows
    return out


def logits(net, text, lexicon, scheme=0):
    offsets, lines = tokenize(text, lexicon.of(scheme).elides)
    doc = data.Doc([text[s:e] for s, e in offsets], lines, [], None, scheme, 1.0)
    if not offsets:
        return offsets, np.zeros((0, 7), np.float32)
    b, spans = model.batch([doc], lexicon, features.document)
    with torch.no_grad():
        return offsets, net(b)[spans[0][0] : spans[0][1]].numpy()


def evaluate(net, sets, lexicon, score, scheme=0):
    net.eval()
    out = {}
    for name, rows in sets.items():
        found = []
        for r in rows:
            offsets, s = logits(net, r["text"], lexicon, scheme)
            tags = decode.viterbi(s.tolist())
            found.append({"id": r["id"], "entities": decode.spans(tags, offsets)})
        r = score.score(rows, found)
        out[name] = tuple(round(r[k]["f1"], 1) for k in ("ALL", "UNLAB", "PER", "ORG", "LOC"))
    net.train()
    return out


def show(result):
    mean = [sum(v[i] for v in result.values()) / max(1, len(result)) for i in (0, 1)]
    rows = "  ".join(f"{k} {v[0]}/{v[1]} [{v[2]} {v[3]} {v[4]}]" for k, v in result.items())
    return f"mean {mean[0]:.2f}/{mean[1]:.2f}  {rows}"


def batches(docs, size, rng):
    """Shuffled documents in runs of about `size` tokens."""
    order = list(range(len(docs)))
    rng.shuffle(order)
    run, count = [], 0
    for i in order:
        run.append(docs[i])
        count += len(docs[i].tokens)
        if count >= size:
            yield run
            run, count = [], 0
    if run:
        yield run


def targets(docs, spans, length, smooth):
    """Probabilities and weights for each token of a batch."""
    p = np.zeros((length, 7), np.float32)
    w = np.zeros(length, np.float32)
    for doc, (s, e) in zip(docs, spans):
        if doc.soft is not None:
            p[s:e] = doc.soft
        else:
            p[s:e] = smooth / 7
            p[np.arange(s, e), doc.tags] += 1 - smooth
        w[s:e] = doc.weight
    return torch.from_numpy(p), torch.from_numpy(w)


def load_docs(corpus, args):
    docs = []
    for name, scheme, weight in data.GOLD:
        docs += data.gold(corpus, name, scheme, weight, 6 if "tweets" in name else 1)
    tales = stories.Stories()
    told = tales.docs(random.Random(7), 10)
    docs += data.newswire()
    voa = data.soft(corpus / "soft" / "voa.jsonl.gz", args.soft, data.voa_labels())
    docs += [d for d in voa if d.soft is None]
    pools = data.Pools(docs + told)
    length = sum(len(d.tokens) for d in told) // 10
    if args.soft:
        docs += [d for d in voa if d.soft is not None] + data.soft(corpus / "soft" / "other.jsonl.gz", args.soft, {})
    return [d for d in docs if d.tokens], pools, tales, length


def lexicon_of(path):
    """The words of a table of vectors, and the table."""
    table = np.load(path)
    return features.Lexicon([str(w) for w in table["words"]], table["cp"]), table


def train(corpus, args):
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    torch.use_deterministic_algorithms(True)
    rng = random.Random(args.seed)
    lexicon, table = lexicon_of(corpus / "soft" / "vectors48.npz")
    docs, pools, tales, length = load_docs(corpus, args)
    net = model.Tagger(table["vec"] * 0.3, len(data.SCHEMES), args.width, args.dilations)
    sets, score = dev_sets(corpus), scorer(corpus)

    def told():
        return [data.vary(d, pools, rng, 0.0) for d in tales.docs(rng, args.stories)]

    fit(net, lexicon, docs, pools, rng, args, (told, length * args.stories), (sets, score))
    return net


def fit(net, lexicon, docs, pools, rng, args, tales, judge):
    """Trains `net` on documents and on what `tales` tells each epoch (with its length in tokens); the mean of the
    weights of the second half is kept. `judge` has the dev sets and their scorer."""
    for d in docs:
        d.ready = features.document(d.tokens, d.lines, lexicon.of(d.scheme))
    tables = [net.vectors.weight]
    others = [p for p in net.parameters() if p is not net.vectors.weight]
    tuned = torch.optim.AdamW(
        [{"params": others, "lr": args.lr}, {"params": tables, "lr": 0.3 * args.lr}],
        weight_decay=0.01,
        fused=True,
    )
    total = sum(len(d.tokens) for d in docs) + tales[1]
    steps = args.epochs * (total // args.batch + 1)
    rates = torch.optim.lr_scheduler.LambdaLR(
        tuned, lambda s: min(1, s / 200) * (0.5 + 0.5 * math.cos(math.pi * min(1, s / steps)))
    )
    mean, kept, step, begun = None, 0, 0, time.time()
    for epoch in range(args.epochs):
        varied = [data.vary(d, pools, rng, 0.35 if d.soft is None else 0.2) for d in docs]
        varied += tales[0]()
        loss_sum = 0.0
        for run in batches(varied, args.batch, rng):
            b, spans = model.batch(run, lexicon, features.document)
            p, w = targets(run, spans, len(b["row"]), 0.05)
            out = F.log_softmax(net(b, 0.1), 1)
            loss = -((out * p).sum(1) * w).sum() / w.sum()
            tuned.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            tuned.step()
            rates.step()
            loss_sum += loss.item()
            step += 1
            if step >= steps // 2:
                kept += 1
                if mean is None:
                    mean = [q.detach().clone() for q in net.parameters()]
                else:
                    rate = max(1 / kept, 0.0005)
                    for m, q in zip(mean, net.parameters()):
                        m.lerp_(q.detach(), rate)
        if epoch % args.every == args.every - 1 or epoch == args.epochs - 1:
            live = [q.detach().clone() for q in net.parameters()]
            if mean is not None:
                put(net, mean)
            result = evaluate(net, judge[0], lexicon, judge[1])
            print(f"epoch {epoch + 1} {time.time() - begun:.0f}s {show(result)}", flush=True)
            if epoch != args.epochs - 1:
                put(net, live)


def put(net, values):
    with torch.no_grad():
        for q, v in zip(net.parameters(), values):
            q.copy_(v)


def options():
    """What all trainings of the net can be told."""
    ask = argparse.ArgumentParser()
    ask.add_argument("corpus", type=pathlib.Path)
    ask.add_argument("out", type=pathlib.Path)
    ask.add_argument("--epochs", type=int, default=16)
    ask.add_argument("--width", type=int, default=96)
    ask.add_argument("--dilations", default="1,1,2")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--batch", type=int, default=3000)
    ask.add_argument("--lr", type=float, default=3e-3)
    ask.add_argument("--soft", type=float, default=1.0, help="weight of the soft labels; 0 leaves them out")
    ask.add_argument("--threads", type=int, default=1)
    ask.add_argument("--every", type=int, default=2, help="epochs between two looks at dev")
    return ask


def parse(ask):
    args = ask.parse_args()
    args.dilations = tuple(int(d) for d in args.dilations.split(","))
    print(json.dumps({k: str(v) for k, v in vars(args).items()}), file=sys.stderr)
    return args


def main():
    ask = options()
    ask.add_argument("--stories", type=int, default=10, help="times each story is told in an epoch")
    args = parse(ask)
    net = train(args.corpus.resolve(), args)
    torch.save({"state": net.state_dict(), "args": vars(args)}, args.out)


if __name__ == "__main__":
    main()
