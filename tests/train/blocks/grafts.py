"""Pages of the corpora with boxes of known labels grafted into them.

A newsletter pitch or an author's note stands on a few of the pages labelled by hand, in the markup
of a few sites. Here such boxes are made by the thousand and set into real pages between their own
paragraphs or behind the last: everything around them stays as pages are. A box is drawn from many
forms; its class names speak, are made by a build tool, or are missing; its words are of the page's
language where `phrases.txt` and `src/language` have it.
"""
import html
import pathlib
import random
import re

PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.S | re.I)
TAG = re.compile(r"<[^>]+>")
LANG = re.compile(r"<html\b[^>]*\blang=[\"']?([a-zA-Z]{2})", re.I)
HERE = pathlib.Path(__file__).resolve().parent
CUES = HERE.parents[2] / "src" / "language" / "of"
WORD = re.compile(r"\w+")
FEWEST = 4
TITLE = (6, 13)
BOXES = (4, 8)
PAPERS = "The Harbour Post|Nordblatt|Le Phare|El Faro|La Voce|De Courant|O Farol|Valley Ledger|Metro 7".split("|")
AGENCIES = "dpa|AFP|EFE|ANSA|ANP|Lusa|Reuters|Northwire|AP".split("|")
FIRST = "Ana|Tom|Ines|Jonas|Mara|Luc|Wei|Omar|Greta|Paul|Noor|Dario".split("|")
LAST = "Keller|Moreau|Okafor|Lindqvist|Rossi|Vega|Haas|de Wit|Sousa|Park|Novak|Byrne".split("|")
UTILITY = "flex mt-4 p-6 mx-auto grid gap-2 text-sm bg-gray-100 rounded w-full items-center border-t".split()


def key(text):
    """The words of a text, by which blocks are known again."""
    return " ".join(WORD.findall(text.lower()))


def phrases():
    """{kind: {language: [text]}} of the words that boxes are made of; cue phrases as kind `cue LABEL`."""
    out, kind = {}, None
    for line in (HERE / "phrases.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line[1:-1]
        elif line and not line.startswith("#"):
            out.setdefault(kind, {}).setdefault(line[:2], []).append(line[3:])
    for path in sorted(CUES.glob("*/cues.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("["):
                kind = f"cue {line[1:-1]}"
            elif line and not line.startswith("#"):
                out.setdefault(kind, {}).setdefault(path.parent.name, []).append(line.lstrip("=^"))
    return out


PHRASES = phrases()


class Maker:
    """Makes boxes for one page; `labels` collects what each text made is."""

    def __init__(self, chance, lang, titles, sentences):
        self.chance, self.lang, self.titles, self.sentences = chance, lang, titles, sentences
        self.labels, self.style = {}, chance.choice(("named", "named", "built", "plain"))
        self.paper = chance.choice(PAPERS)

    def maybe(self, p):
        return self.chance.random() < p

    def name(self):
        return f"{self.chance.choice(FIRST)} {self.chance.choice(LAST)}"

    def say(self, kind):
        known = PHRASES.get(kind, {})
        text = self.chance.choice(known.get(self.lang) or known.get("en") or [""])
        while "{name}" in text:
            text = text.replace("{name}", self.name(), 1)
        if "{topic}" in text:
            text = text.replace("{topic}", self.say("topic"))
        return text.format(paper=self.paper, agency=self.chance.choice(AGENCIES), n=self.chance.randint(2, 60))

    def title(self):
        words = self.chance.choice(self.titles).split()
        return " ".join(words[:self.chance.randint(*TITLE)]).rstrip(".,;:")

    def part(self):
        """Words of the story's own, as its lists and tables have them, but no sentence of it."""
        words = self.chance.choice(self.sentences).split()
        start = self.chance.randint(0, max(0, len(words) - 4))
        return " ".join(words[start:start + self.chance.randint(2, 20)]).strip(" ,;:“”\"").capitalize()

    def classes(self, name):
        """A class attribute in the style of the page."""
        style = self.style
        if style == "named":
            return f' class="{self.chance.choice((name, name + "__inner", "c-" + name, name + "-box"))}"'
        if style == "built":
            letters = "".join(self.chance.choices("abcdefghijkmnpqrstuvwxyzABCDEFGH0123456789", k=6))
            return f' class="{self.chance.choice(("css-", "sc-", "_", "jsx-"))}{letters}"'
        return "" if self.maybe(0.5) else f' class="{" ".join(self.chance.sample(UTILITY, 3))}"'

    def put(self, label, text, tags="p", link=None, more=""):
        """A block of its own with a label."""
        self.labels[key(text)] = label
        tag = self.chance.choice(tags.split())
        inner = html.escape(text)
        if link:
            inner = f'<a href="{link}"{more}>{inner}</a>'
        if tag in ("p", "div") and self.maybe(0.15):
            inner = f"<strong>{inner}</strong>" if self.maybe(0.6) else f"<em>{inner}</em>"
        return f"<{tag}{self.classes('text') if self.maybe(0.5) else ''}>{inner}</{tag}>"

    def box(self, name, *parts, tags="div div div aside section"):
        tag = self.chance.choice(tags.split())
        inner = "".join(p for p in parts if p)
        if self.maybe(0.5):
            inner = f"<div{self.classes(name)}>{inner}</div>"
        return f"<{tag}{self.classes(name)}>{inner}</{tag}>"

    def story(self):
        slug = "-".join(re.findall(r"[a-z]+", self.title().lower())[:6]) or "a-b-c-d"
        return self.chance.choice((f"/2024/05/{slug}", f"/news/{slug}-{self.chance.randint(10**5, 10**7)}", f"/{slug}.html"))

    def newsletter(self):
        label, tags = "newsletter", "p p div h3 h4 span"
        if self.maybe(0.25):
            text = f"{self.say('pitch')} {self.say('cue newsletter')}"
            return self.put(label, text, "p p div", self.maybe(0.5) and "/newsletters")
        cue = self.say("cue newsletter") if self.maybe(0.6) else self.say("topic").capitalize() + " " + self.chance.choice(("Weekly", "Brief", "7.00"))
        form = f'<input type="{self.chance.choice(("email", "text"))}">' if self.maybe(0.6) else ""
        button = self.put(label, self.say("button"), "button div a p", self.maybe(0.4) and "/newsletter/signup")
        small = self.maybe(0.5) and self.put(label, self.say("small"), "p div small")
        if form and self.maybe(0.6):
            form = f"<form{self.classes('signup')}>{form}{button}</form>"
        else:
            form += button
        return self.box(label, self.put(label, cue, "h2 h3 h4 p div"), self.maybe(0.8) and self.put(label, self.say("pitch"), tags), form, small)

    def related(self):
        label = "related-link"
        if self.maybe(0.55):
            cue = self.say("cue related-link") if self.maybe(0.7) else ""
            title = self.title()
            text = f"{cue}: {title}" if cue else title
            self.labels[key(text)] = label
            whole = not cue or self.maybe(0.4)
            shown = html.escape(text if whole else title)
            line = ("" if whole else f"<strong>{html.escape(cue)}:</strong> ") + f'<a href="{self.story()}">{shown}</a>'
            return f"<p>{'<strong>' + line + '</strong>' if self.maybe(0.3) else line}</p>"
        head = self.maybe(0.8) and self.put(label, self.say("cue related-link"), "h2 h3 h4 div p")
        items = [self.put(label, self.title(), "li h3 h4 div", self.story()) for _ in range(self.chance.randint(1, 4))]
        if self.maybe(0.3):
            items = [i + self.put(label, self.title() + ".", "p div") for i in items]
        return self.box("related", head, *items)

    def teaser(self):
        head = self.put("teaser", self.say("cue teaser"), "h2 h3 div")
        items = []
        for _ in range(self.chance.randint(3, 6)):
            item = self.put("teaser", self.title(), "h3 h4 div", self.story())
            item += self.put("teaser", self.chance.choice(self.titles)[:120], "p div") if self.maybe(0.4) else ""
            items.append(f"<div{self.classes('card')}>{item}</div>")
        return self.box("most-read", head, *items)

    def ad(self):
        label = "ad"
        if self.maybe(0.3):
            return self.put(label, self.say("cue ad"), "div p span")
        shop = f"https://shop{self.chance.randint(1, 99)}.example.net/p?utm_source=x"
        paid = ' rel="sponsored nofollow"' if self.maybe(0.4) else ' target="_blank"'
        head = self.maybe(0.6) and self.put(label, self.say("cue ad"), "div p h3")
        items = []
        for _ in range(self.chance.randint(1, 4)):
            item = self.put(label, self.say("offer"), "h3 h4 div p", shop, paid)
            item += self.put(label, f"{self.chance.choice(('€', '$', '£'))}{self.chance.randint(5, 900)}.99", "div p") if self.maybe(0.4) else ""
            item += self.put(label, self.say("buy"), "div button p", shop, paid) if self.maybe(0.5) else ""
            items.append(f"<div{self.classes('product')}>{item}</div>")
        return self.box("sponsored", head, *items)

    def source(self):
        line = self.put("source-line", self.say("source"), "p p p div li footer")
        return line if self.maybe(0.7) else self.box("credits", line, self.maybe(0.3) and self.put("source-line", self.say("cue source-line"), "p div"))

    def bio(self):
        label, name = "author-bio", self.name()
        about = self.say("bio")
        if self.maybe(0.3):
            return self.put(label, about, "p p div")
        page = f"/author/{name.lower().replace(' ', '-')}"
        head = self.maybe(0.4) and self.put(label, self.say("cue author-bio"), "h2 h3 p div")
        role = self.maybe(0.4) and self.put(label, self.say("role"), "p div")
        mail = self.maybe(0.3) and self.put(label, f"{name.split()[0].lower()}@{self.chance.choice('abcdefgh')}post.example", "p div", "mailto:x@post.example")
        return self.box("author", head, self.maybe(0.7) and self.put(label, name, "h3 h4 div p", page), role, self.put(label, about, "p div"), mail)

    def donation(self):
        label = "donation"
        give = [self.put(label, self.say("give"), "button div a", "/donate") for _ in range(self.chance.randint(1, 3))]
        return self.box("support", self.maybe(0.5) and self.put(label, self.say("cue donation"), "h2 h3 p"), self.put(label, self.say("gift"), "p p div"), *give)

    def app(self):
        label, link = "app-promo", "https://play.google.com/store/apps/details?id=x"
        line = self.put(label, self.say("app" if self.maybe(0.6) else "cue app-promo"), "p div h3 li", self.maybe(0.6) and link)
        return line if self.maybe(0.5) else self.box("app", line, self.put(label, self.say("cue app-promo"), "p div button", link))

    def poll(self):
        answers = "".join(f'<label><input type="radio">{self.put("poll", self.say("answer"), "div span li")}</label>' for _ in range(self.chance.randint(2, 3)))
        head = self.maybe(0.5) and self.put("poll", self.say("cue poll"), "h3 div p")
        return self.box("poll", head, self.put("poll", self.say("ask"), "p h3 div"), f"<form>{answers}</form>")

    def wall(self):
        label = "paywall-legal"
        lines = [self.put(label, self.say(self.chance.choice(("wall", "cue paywall-legal"))), "p div button a h3", self.maybe(0.3) and "/login") for _ in range(self.chance.randint(1, 3))]
        return self.box("paywall", *lines)

    def player(self):
        label = "player"
        length = f"{self.chance.randint(0, 9)}:{self.chance.randint(10, 59)}"
        lines = [self.put(label, self.say("cue player"), "div span button"), self.put(label, length, "div span")]
        title = self.put(label, self.title(), "div h3 p", self.maybe(0.5) and "/video/" + self.story())
        return self.box("player", *self.chance.sample([*lines, title], 3))

    def pullquote(self):
        sentence = self.chance.choice(self.sentences)
        # The story's own words stand here once more: what they are is said of the copy alone.
        text = f"“{sentence}”"
        self.labels[key(text)] = "pullquote" if len(sentence) > 40 else None
        quote = f"<{(tag := self.chance.choice(('blockquote', 'aside', 'div')))}{self.classes('pullquote')}>{self.chance.choice(('<p>{}</p>', '{}')).format(html.escape(text))}"
        return quote + f"</{tag}>"

    def table(self):
        wide, rows = self.chance.randint(2, 6), self.chance.randint(3, 9)
        cell = lambda: self.chance.choice((f"{self.chance.randint(1, 9999):,}", f"{self.chance.uniform(0, 99):.1f} %", str(self.chance.randint(1990, 2026))))
        lines = [[" ".join(self.part().split()[:2]) if c == 0 else cell() for c in range(wide)] for _ in range(rows)]
        head = [" ".join(self.part().split()[:2]) for _ in range(wide)]
        for text in [*head, *(t for line in lines for t in line)]:
            self.labels[key(text)] = "article"
        draw = lambda tag, texts: "<tr>" + "".join(f"<{tag}>{html.escape(t)}</{tag}>" for t in texts) + "</tr>"
        return f"<table{self.classes('data')}>{draw(self.chance.choice(('th', 'td')), head)}{''.join(draw('td', line) for line in lines)}</table>"

    def timeline(self):
        entry = lambda: self.put("article", f"{self.chance.randint(1, 12)}:{self.chance.randint(10, 59)}" if self.maybe(0.3) else str(self.chance.randint(1950, 2026)), "div h4 span strong") + self.put("article", self.part() + ".", "p div")
        return self.box("timeline", *(f"<div{self.classes('entry')}>{entry()}</div>" for _ in range(self.chance.randint(3, 6))))

    def listed(self):
        items = [self.put("article", self.part(), "li", self.maybe(0.15) and self.story()) for _ in range(self.chance.randint(2, 7))]
        tag = self.chance.choice(("ul", "ol"))
        return f"<{tag}{self.classes('list') if self.maybe(0.3) else ''}>{''.join(items)}</{tag}>"


INSIDE = "newsletter newsletter related related related ad ad teaser donation app poll player pullquote wall table timeline listed listed".split()
BEHIND = "source source bio bio newsletter donation ad wall app".split()


def places(page, gold):
    """Ends of the page's own paragraphs that are in the gold text."""
    own = {key(line) for line in gold.split("\n") if len(line) > 60}
    return [m.end() for m in PARAGRAPH.finditer(page) if key(html.unescape(TAG.sub("", m.group(1)))) in own]


def pages(sources, seed, share):
    """[(key, html, url, gold text)] -> [(key, html, url)], {key: {text key: label}} for a share of the pages."""
    chance = random.Random(seed)
    lines = {}
    for _, page, _, gold in sources:
        lang = LANG.search(page)
        found = lines.setdefault(lang.group(1).lower() if lang else "en", [])
        found += [line for line in gold.split("\n") if 60 < len(line) < 400][:6]
    out, labels = [], {}
    for name, page, url, gold in sources:
        if chance.random() > share:
            continue
        at = places(page, gold)
        if len(at) < FEWEST:
            continue
        lang = LANG.search(page)
        lang = lang.group(1).lower() if lang else "en"
        titles = [line for line in lines[lang] if line not in gold] or ["A quiet week in the valley ends with rain and a fair"]
        sentences = [s for s in re.split(r"(?<=[.!?])\s", gold) if 40 < len(s) < 160] or [titles[0]]
        maker = Maker(chance, lang, titles, sentences)
        cuts = [(chance.choice(at[:-1]), chance.choice(INSIDE)) for _ in range(chance.randint(*BOXES))]
        cuts += [(at[-1], kind) for kind in chance.sample(BEHIND, chance.randint(1, 3))]
        for place, kind in sorted(cuts, key=lambda c: -c[0]):
            if place == at[-1] and chance.random() < 0.4:
                closed = re.match(r"(\s*</(?:div|section|article)>){1,2}", page[place:], re.I)
                place += closed.end() if closed else 0
            page = page[:place] + getattr(maker, kind)() + page[place:]
        out.append((name, page, url))
        labels[name] = {k: v for k, v in maker.labels.items() if k}
    return out, labels
