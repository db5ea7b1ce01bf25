"""The tokenizer, word for word the rule of `src/text/tokens.rs`.

A token is, first match wins:
  1. two or more single letters, each with a dot ("U.S.", "a.m.");
  2. a clitic: an apostrophe and s, S, t, re, ve, ll, d or m, then no letter or digit;
  3. letters and digits, joined by inner apostrophes that start no clitic ("O'Brien");
  4. any other single character that is not white space.

Where a language elides, a word of rule 3 ends with its first such apostrophe ("l'" and "Italia").
"""

import re

WORD = r"(?:[^\W_]|[\u0300-\u036f])"
CLITIC = rf"['\u2019](?:s|S|t|re|ve|ll|d|m)(?!{WORD})"
INNER = rf"(?:(?!{CLITIC})['\u2019]{WORD}+)*", rf"(?:(?!{CLITIC})['\u2019](?={WORD}))?"
PATTERNS = [re.compile(rf"(?:[^\W\d_]\.){{2,}}|{CLITIC}|{WORD}+{inner}|\S") for inner in INNER]


def tokenize(text, elides=False):
    """Tokens of `text` as (start, end) in code points, and the indices that start a line."""
    spans = [m.span() for m in PATTERNS[elides].finditer(text)]
    lines, last = [], None
    for i, (start, end) in enumerate(spans):
        if last is None or "\n" in text[last:start]:
            lines.append(i)
        last = end
    return spans, lines
