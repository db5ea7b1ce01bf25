"""News stories of the project's own making: patterns with slots, filled anew in every epoch.

Business, sport and modern names are rare in the other sources. A slot is a letter for its kind, a
number, and a way to say it: c company, a agency, m media, i institute, g group, s club (ORG);
p person (PER); k country, t town, r region, v venue (LOC); x a thing, w a title and o a kind of people, no
names here. `s` at the end is the short form or given name, `l` the family name, `d` the word for what is
of a country (no name).
"""

import pathlib
import re

from data import Doc, hard_tags
from tokens import tokenize

KINDS = {"c": "company", "a": "agency", "m": "media", "i": "institute", "g": "group", "s": "club"}
PLACES = {"k": "country", "t": "city", "r": "region", "v": "venue"}
SLOT = re.compile(r"\{([camigspktrvxwo])(\d)([sld]?)\}")
PART = re.compile(r"\[(PER|ORG|LOC) ([^\]]+)\]|" + SLOT.pattern)
TAILS = "Inc;Corp;Ltd;Group;Holdings;Technologies;Systems;Energy;Capital;Partners;Bank;Motors;" \
    "Pharma;Labs;Airlines;Media;Foods;plc;AG;SA;Industries;Robotics;Software;Networks".split(";")
SOUNDS = "ba be bo bri ca co cy da de dra el en fa fi go gra hy in ja ka ki la li lo ma me mi na no" \
    " or pa po qua ra re ri sa se so ta te ti tra ul va ve vi xa yo za ze".split()
ENDS = "n r s x l t ck m d th rix lo via ra tek ron sys com ix ya ic".split()


def lists(path):
    out, name = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line[1:-1]
        elif name and line and not line.startswith("#"):
            out[name] = [x.strip() for x in line.split(";") if x.strip()]
    return out


class Stories:
    def __init__(self, folder=pathlib.Path(__file__).parent, weight=1.0):
        self.lists = lists(folder / "lists.txt")
        text = (folder / "stories.txt").read_text(encoding="utf-8")
        self.patterns = [p.strip() for p in text.split("\n---\n")]
        self.weight = weight

    def invented(self, rng):
        word = "".join(rng.choice(SOUNDS) for _ in range(rng.choice((1, 2, 2, 3)))) + rng.choice(ENDS)
        return word.capitalize()

    def organisation(self, kind, rng):
        """Full and short form."""
        if kind == "c" and rng.random() < 0.4:
            way = rng.random()
            core = self.invented(rng) if way < 0.6 else rng.choice(self.lists["family"])
            if way > 0.85:
                core = f"{core} {rng.choice(('&', 'and', ''))} {rng.choice(self.lists['family'])}".replace("  ", " ")
            tail = rng.choice(TAILS)
            if tail in ("Robotics", "Labs", "Motors", "Bank", "Capital") and rng.random() < 0.5:
                return f"{core} {tail}", f"{core} {tail}"
            return rng.choice((f"{core} {tail}", f"{core} {tail}", core)), core
        if kind in "mg" and rng.random() < 0.15:
            word = self.invented(rng)
            return word, word
        full, _, short = rng.choice(self.lists[KINDS[kind]]).partition("/")
        return full, short or full

    def person(self, rng):
        """Full and last name."""
        last = self.invented(rng) if rng.random() < 0.2 else rng.choice(self.lists["family"])
        first = self.invented(rng) if rng.random() < 0.1 else rng.choice(self.lists["given"])
        way = rng.random()
        if way < 0.06:
            first = f"{first} {rng.choice('ABCDEFGHJKLMPRSTW')}."
        elif way < 0.1:
            first = f"{rng.choice('ABCDEFGHJKLMPRSTW')}. {rng.choice('ABCDEFGHJKLMPRSTW')}."
        elif way < 0.14:
            first = f"{first} {rng.choice(self.lists['given'])}"
        elif way < 0.17:
            last = f"{last}-{rng.choice(self.lists['family'])}"
        elif way < 0.2:
            return f"{first} {last} {rng.choice(('Jr.', 'Sr.', 'III'))}", last
        return f"{first} {last}", last

    def title(self, rng):
        """Of a book, a film, a song."""
        lists, way = self.lists, rng.random()
        one, two, head = rng.choice(lists["word"]), rng.choice(lists["word"]), rng.choice(lists["family"])
        if way < 0.3:
            return f"{rng.choice(('The', 'A', 'My'))} {one} {two}"
        if way < 0.5:
            return f"{rng.choice(('The ', ''))}{one} of {rng.choice(('the ', ''))}{two}"
        if way < 0.65:
            return f"{rng.choice(('Finding', 'Mr.', 'Saving', 'Being', 'Little'))} {head}"
        if way < 0.8:
            return f"{rng.choice(lists['city'])} {one}"
        return one

    def names(self, slot, rng):
        """What a slot may say: {way: (text, type or None)}."""
        if slot == "p":
            full, last = self.person(rng)
            return {"": (full, "PER"), "l": (last, "PER"), "s": (full.split(" ")[0], "PER")}
        if slot == "x":
            return {"": (rng.choice(self.lists["thing"]), None)}
        if slot == "o":
            return {"": (rng.choice(self.lists["people"]), None)}
        if slot == "w":
            return {"": (self.title(rng), None)}
        if slot in PLACES:
            name, _, of = rng.choice(self.lists[PLACES[slot]]).partition("+")
            if slot != "k" and rng.random() < 0.1:
                name = self.invented(rng)
            if name.startswith("the "):
                name = name[4:]
            return {"": (name, "LOC"), "d": (of, None)}
        full, short = self.organisation(slot, rng)
        return {"": (full, "ORG"), "s": (short, "ORG")}

    def fill(self, pattern, rng):
        """Text and names of a story. Brackets name what they hold as a whole."""
        chosen, text, entities, at, used = {}, "", [], 0, set()

        def say(slot, number, way):
            while slot + number not in chosen:
                made = self.names(slot, rng)
                if made[""][0] not in used:
                    chosen[slot + number] = made
                    used.add(made[""][0])
            made = chosen[slot + number]
            return made.get(way) or made[""]

        for m in PART.finditer(pattern):
            text += pattern[at : m.start()]
            at = m.end()
            if m[1]:
                word, kind = SLOT.sub(lambda s: say(s[1], s[2], s[3])[0], m[2]), m[1]
            else:
                word, kind = say(m[3], m[4], m[5])
            if kind:
                entities.append({"start": len(text), "end": len(text) + len(word), "type": kind})
            text += word
        return text + pattern[at:], entities

    def docs(self, rng, times):
        """Every story `times` times, with new names and some of its paragraphs."""
        out = []
        for _ in range(times):
            for pattern in self.patterns:
                lines = pattern.split("\n")
                if rng.random() < 0.3 and len(lines) > 2:
                    lines.pop(rng.randrange(len(lines)))
                text, entities = self.fill("\n".join(lines), rng)
                spans, starts = tokenize(text)
                tokens = [text[s:e] for s, e in spans]
                out.append(Doc(tokens, starts, hard_tags(text, spans, entities), None, 0, self.weight))
        return out
