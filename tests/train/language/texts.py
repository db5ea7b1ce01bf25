"""Text of each language to learn from: {code: [sentence or fragment]}; "" is every other language."""

import gzip
import html
import json
import random
import re
from pathlib import Path

# Languages told by their letters' frequency; every other one has a script of its own.
UDHR = {
    "af": "afr", "ar": "arb", "az": "azj_latn", "be": "bel", "bg": "bul", "ca": "cat", "cs": "ces", "cy": "cym",
    "da": "dan", "de": "deu_1996", "en": "eng", "es": "spa", "et": "est", "eu": "eus", "fa": "pes_1", "fi": "fin",
    "fr": "fra", "ga": "gle", "gl": "glg", "hi": "hin", "hr": "hrv bos_latn", "hu": "hun", "id": "ind", "is": "isl",
    "it": "ita", "kk": "kaz", "ky": "kir", "lt": "lit", "lv": "lav", "mk": "mkd", "mn": "khk", "mr": "mar",
    "ms": "mly_latn", "ne": "nep", "nl": "nld", "no": "nob nno", "pl": "pol", "ps": "pbu", "pt": "por_PT por_BR",
    "ro": "ron_2006", "ru": "rus", "sk": "slk", "sl": "slv", "sq": "als", "sr": "srp_cyrl srp_latn", "sv": "swe",
    "sw": "swh", "tl": "tgl", "tr": "tur", "uk": "ukr", "ur": "urd", "uz": "uzn_latn uzn_cyrl", "vi": "vie",
    "": "ltz epo mlt lat oci_1 bre fao fri cos hau_NG som yor zul xho quz hat_popular jav sun ceb ast vec gsw1 nds_ "
        "roh lij srd fur eml hil ilo min ban mad bug war pam bcl mri haw smo ton fij tah kin run lug sna nya_chechewa "
        "ssw tsn sot nso ven tso_MZ lin kng swb plt tat bak chv tgk sah tuk_latn tuk_cyrl uig_arab ckb kmr skr pnb "
        "mai bho mag san hsb als_ sme kal gla glv wln pcd pap kea src lld",
}
# Sentences of a language that are kept.
LARGEST = 10000
CYRILLIC = dict(zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш")) | {"lj": "љ", "nj": "њ", "dž": "џ"}


def of_corpora(folder, part="train"):
    """Documents of the name corpora: (code, text)."""
    for path in sorted(Path(folder, "other").glob("*/*.jsonl.gz")):
        if f".{part}." in path.name or part == "train" and ".text." in path.name:
            code = path.parent.name
            for line in gzip.open(path, "rt", encoding="utf-8"):
                yield code, json.loads(line)["text"]
    english = {"train": ["voa_gold", "voa_spacy_silver", "gum", "wikigold", "uner_ewt_dev", "gmb_silver", "btc_news_tweets"], "dev": ["voa_gold", "gum", "wikigold"]}
    for name in english[part]:
        for line in open(Path(folder, part, f"{name}.jsonl"), encoding="utf-8"):
            yield "en", json.loads(line)["text"]


def sentences(text):
    return [s for s in re.split(r"(?<=[.!?…।])\s+|\n+", text) if s.strip()]


def udhr(folder, name):
    path = Path(folder, "declaration", f"{name}.html")
    if not path.exists():
        return []
    paragraphs = re.findall(r"<(?:p|h1|h2)>(.*?)</(?:p|h1|h2)>", path.read_text(encoding="utf-8"), re.S)
    return [html.unescape(p) for p in paragraphs]


def cyrillic(text):
    text = re.sub("lj|nj|dž", lambda m: CYRILLIC[m[0]], text.lower())
    return "".join(CYRILLIC.get(c, c) for c in text)


class Profile:
    """Made-up words with the runs of letters of a language, from the counts of `langdetect`."""

    def __init__(self, path, draw):
        counts = json.loads(path.read_text(encoding="utf-8"))["freq"]
        starts, after = {}, {}
        for gram, n in counts.items():
            low = gram.lower()
            if len(gram) == 3:
                after.setdefault(low[:2], []).append((low[2], n))
            elif len(gram) == 2 and gram[0] == " ":
                starts[low] = starts.get(low, 0) + n
        self.after = {pair: ([o for o, _ in options], [n for _, n in options]) for pair, options in after.items()}
        self.words = [self.word(start, draw) for start in draw.choices(list(starts), starts.values(), k=4000)]

    def word(self, text, draw):
        while len(text) < 16 and text[-2:] in self.after:
            letter = draw.choices(*self.after[text[-2:]])[0]
            if letter == " ":
                break
            text += letter
        return text.strip()

    def sentence(self, draw):
        return " ".join(draw.choices(self.words, k=draw.randint(5, 25)))


def gather(corpora, declarations, profiles, seed=7):
    draw = random.Random(seed)
    texts = {code: [] for code in UDHR}
    for code, text in of_corpora(corpora):
        if code in texts:
            texts[code] += sentences(text)
            if code == "sr":
                texts[code] += [cyrillic(s) for s in sentences(text)]
    for code, names in UDHR.items():
        found = [p for name in names.split() for p in udhr(declarations, name)]
        draw.shuffle(texts[code])
        del texts[code][LARGEST:]
        texts[code] += found * 4
        path = Path(profiles, code)
        if code and path.exists():
            profile = Profile(path, draw)
            texts[code] += [profile.sentence(draw) for _ in range(max(500, len(texts[code]) // 5))]
    return texts
