"""Made-up endless pages: the article's element once more below itself, with another story in it.

A reader who scrolls on gets the next story in the same markup; such pages are rare in the corpora
and the body model would take both stories for one. Only pages whose article is one `<article>`
can be made endless by editing their text; the markup around its paragraphs stays as it is.
"""
import html
import random
import re

ARTICLE = re.compile(r"<article\b[^>]*>.*?</article>", re.S | re.I)
PARAGRAPH = re.compile(r"(<p\b[^>]*>)(.*?)</p>", re.S | re.I)
HEADLINE = re.compile(r"(<h1\b[^>]*>)(.*?)</h1>", re.S | re.I)
IDENTITY = re.compile(r'\bid="[^"]*"')
PARAGRAPHS = 4
LONG = 60
TITLE_WORDS = 9


def story(text):
    """The paragraphs of a gold text, or None where they are too few."""
    lines = [line for line in text.split("\n") if len(line) > LONG]
    return lines if len(lines) >= PARAGRAPHS else None


def article(page):
    """The match of the page's largest `<article>` that holds no other."""
    found = [m for m in ARTICLE.finditer(page) if len(PARAGRAPH.findall(m.group())) >= PARAGRAPHS]
    largest = max(found, key=lambda m: m.end() - m.start(), default=None)
    nested = largest and largest.group().lower().count("<article") > 1
    return None if nested else largest


def filled(element, paragraphs):
    """An article element with the paragraphs of another story in place of its own."""
    rest = iter(paragraphs)

    def paragraph(match):
        text = next(rest, None)
        return "" if text is None else f"{match.group(1)}{html.escape(text)}</p>"

    title = html.escape(" ".join(paragraphs[0].split()[:TITLE_WORDS]))
    element = HEADLINE.sub(lambda m: f"{m.group(1)}{title}</h1>", PARAGRAPH.sub(paragraph, element))
    return IDENTITY.sub("", element)


def pages(sources, seed):
    """[(key, html, url, gold text)] of one corpus -> [(key, html, url)] of those made endless."""
    chance = random.Random(seed)
    stories = [s for s in (story(gold) for *_, gold in sources) if s]
    out = []
    for key, page, url, _ in sources:
        element = article(page)
        if element:
            again = filled(element.group(), chance.choice(stories))
            out.append((key, page[:element.end()] + again + page[element.end():], url))
    return out
