"""Pages of the corpora as feature tables with a label for each block.

The features come from the engine itself (`copydesk features`), so that training and shipping see
the same numbers. Body labels are made by aligning the gold text with the blocks.
"""
import base64
import collections
import difflib
import gzip
import json
import pathlib
import re
import subprocess
import zlib

import numpy as np

import endless

WORD = re.compile(r"\w+")
SETS = {
    # set: (pages, gold, weight of a page, gold follows the news convention)
    "fundus": ("fundus.dev", 2.5, 1),
    "scrapinghub": ("scrapinghub.dev", 2.2, 1),
    "wcxb": ("wcxb.dev", 0.8, 0),
    "wcxb.train": ("wcxb.train", 0.6, 0),
}
# Weight of an endless page that we made, beside its original.
ENDLESS = 0.5
# The pages of labels.jsonl, by set.
LABELLED = pathlib.Path(__file__).resolve().parent / "labels.jsonl"
LABELLED_PAGES = {
    "suites": "suites/open.pages.jsonl.gz",
    **{name: f"extraction/{name}.dev.pages.jsonl.gz" for name in ("fundus", "scrapinghub", "trafeval", "wcxb")},
}
HAND = ("goldA/golda.jsonl", "goldA_more/en.jsonl", "goldA_more/other.jsonl")


class Page:
    """One page: `x` features (blocks x columns), `texts`, and what the gold says.

    Where `rest_is_menus`, blocks without a label are menus and the like; else nothing is known of them.
    """

    rest_is_menus = False

    def __init__(self, corpus, identity, site, table, gold, summary="", share=1.0):
        self.corpus, self.id, self.site, self.gold, self.summary = corpus, identity, site, gold, summary
        self.weight = share * SETS[corpus][1] if corpus in SETS else 0.0
        self.x = np.asarray(table["rows"], dtype=np.float32)
        self.texts, self.names = table["texts"], table["names"]


def domain(url):
    """The registrable domain, near enough for keeping a site's pages together."""
    host = re.sub(r"^\w+://", "", url or "").split("/")[0].split(":")[0].lower()
    parts = host.split(".")
    short = len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3
    return ".".join(parts[-3:] if short else parts[-2:])


def tables(cli, documents):
    """Runs `copydesk features` over [(key, html, url)] and gives {key: table}."""
    text = "".join(json.dumps({"id": k, "html": h, "url": u}) + "\n" for k, h, u in documents)
    run = subprocess.run([cli, "features"], input=text.encode(), stdout=subprocess.PIPE, check=True)
    answers = (json.loads(line) for line in run.stdout.splitlines())
    return {a["id"]: a["table"] for a in answers if "table" in a}


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def extraction(cli, data, seed):
    """All pages with a gold text, and the endless ones made of them."""
    pages, made = [], []
    for name, (stem, _, _) in SETS.items():
        folder = pathlib.Path(data) / "extraction"
        with gzip.open(folder / f"{stem}.gold.json.gz") as f:
            gold = json.load(f)
        source = [d for d in read(folder / f"{stem}.pages.jsonl.gz") if d["id"] in gold]
        said = {d["id"]: gold[d["id"]] for d in source}
        site = {d["id"]: domain(d.get("url")) or (d["id"].split("_")[0] if name == "fundus" else d["id"]) for d in source}
        text = lambda key: said[key]["articleBody"] or ""
        table = tables(cli, [(d["id"], d["html"], d.get("url")) for d in source])
        for d in source:
            if table.get(d["id"], {}).get("rows"):
                key = d["id"]
                summary = "\n".join(said[key].get("summary") or [])
                pages.append(Page(name, key, site[key], table[key], text(key), summary))
        again = endless.pages([(d["id"], d["html"], d.get("url"), text(d["id"])) for d in source], seed)
        for key, table in tables(cli, again).items():
            if table["rows"]:
                made.append(Page(name, key, site[key], table, text(key), share=ENDLESS))
    return pages, made


def hand(cli, data):
    """All pages with a label for every block; gold is the list of labelled blocks."""
    pages = []
    for name in HAND:
        path = pathlib.Path(data) / "inserts" / name
        source = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        documents = []
        for g in source:
            with gzip.open(path.parent / g["html"], "rt", encoding="utf-8") as f:
                documents.append((g["id"], f.read(), g.get("url")))
        table = tables(cli, documents)
        for g in source:
            page = Page(name, g["id"], domain(g.get("url")) or g["host"], table[g["id"]], g["blocks"])
            page.rest_is_menus = True
            pages.append(page)
    return pages


def labelled(cli, data):
    """The pages of labels.jsonl: every block labelled by hand, with no word of its text kept; gold is the list of labels."""
    rows = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    wanted = {(row["set"], row["id"]): row for row in rows}
    documents = {}
    for name, path in LABELLED_PAGES.items():
        for d in read(pathlib.Path(data) / path):
            if (name, d["id"]) in wanted:
                documents[f"{name}:{d['id']}"] = (wanted[name, d["id"]], d["html"], d.get("url"))
    table = tables(cli, [(k, html, url) for k, (_, html, url) in documents.items()])
    pages = []
    for k, (row, _, url) in documents.items():
        runs = (run.rsplit(":", 1) for run in row["labels"].split())
        gold = [label for label, n in runs for _ in range(int(n))]
        site = domain(url) or (row["id"].split("_")[0] if row["set"] == "fundus" else row["id"])
        page = Page("labelled", row["id"], site, table[k], gold)
        marks = [row["marks"][i:i + 4] for i in range(0, len(row["marks"]), 4)]
        page.labels = aligned([mark(t) for t in page.texts], marks, gold)
        page.labels = [None if label == "skip" else label for label in page.labels]
        pages.append(page)
    return pages


def mark(text):
    """Four characters that stand for a block's words: enough to find it again when blocks are cut anew."""
    return base64.urlsafe_b64encode(zlib.crc32(key(text).encode()).to_bytes(4, "big")[1:]).decode()


def key(text):
    return " ".join(WORD.findall(text.lower()))


def body_labels(page, least=0.5):
    """1 for blocks of the gold text, 0 for others.

    A block belongs if at least half of its windows of four words are in the gold; a short one if
    it is a line of the gold, or its words are and both neighbours belong. Of copies, as many
    belong as the gold has, the ones among other belonging blocks first.
    """
    words = [WORD.findall(t) for t in page.texts]
    gold_words = WORD.findall(page.gold)
    gold = collections.Counter(zip(*(gold_words[i:] for i in range(4))))
    lines = collections.Counter(key(line) for line in page.gold.split("\n") if key(line))
    joined = " " + key(page.gold) + " "
    hit = np.full(len(words), -1.0)
    for i, w in enumerate(words):
        if len(w) >= 4:
            windows = list(zip(*(w[k:] for k in range(4))))
            hit[i] = sum(g in gold for g in windows) / len(windows)
    label = (hit >= least).astype(int)
    for i, w in enumerate(words):
        if len(w) >= 4 or not w:
            continue
        text = key(page.texts[i])
        near = [hit[j] >= least for j in (i - 1, i + 1, i - 2, i + 2) if 0 <= j < len(words) and hit[j] >= 0]
        if lines[text] and any(near) or (f" {text} " in joined and len(near) >= 2 and all(near[:2])):
            label[i] = 1
    keys = [key(t) for t in page.texts]
    places = collections.defaultdict(list)
    for i, k in enumerate(keys):
        if label[i] and k:
            places[k].append(i)
    for k, at in places.items():
        if len(at) > 1:
            keep = max(1, lines[k] or joined.count(f" {k} "))
            support = {i: label[max(0, i - 6):i + 7].sum() for i in at}
            for i in sorted(at, key=lambda i: -support[i])[keep:]:
                label[i] = 0
    return label


def hand_labels(page):
    """The hand label of each block, or None where the block was not labelled."""
    mine = [key(t) for t in page.texts]
    found = aligned(mine, [key(b["text"]) for b in page.gold], page.gold)
    return [gold if text else None for gold, text in zip(found, mine)]


def aligned(mine, theirs, values):
    """The value of each of mine, or None where theirs have no such line at its place."""
    out = [None] * len(mine)
    for a, b, n in difflib.SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
        out[a:a + n] = values[b:b + n]
    return out
