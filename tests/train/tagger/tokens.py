"""The tokenizer, word for word the rule of `src/text/tokens.rs`.

A token is, first match wins:
  1. two or more single letters, each with a dot ("U.S.", "a.m.");
  2. a clitic: an apostrophe and s, S, t, re, ve, ll, d or m, then no letter or digit;
  3. letters and digits, joined by inner apostrophes that start no clitic ("O'Brien");
  4. any other single character that is not white space.
"""

import re

WORD = r"(?:[^\W_]|[\u0300-\u036f])"
CLITIC = rf"['\u2019](?:s|S|t|re|ve|ll|d|m)(?!{WORD})"
PATTERN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}"
    rf"|{CLITIC}"
    rf"|{WORD}+(?:(?!{CLITIC})['\u2019]{WORD}+)*"
    rf"|\S"
)


def tokenize(text):
    """Tokens of `text` as (start, end) in code points, and the indices that start a line."""
    spans = [m.span() for m in PATTERN.finditer(text)]
    lines, last = [], None
    for i, (start, end) in enumerate(spans):
        if last is None or "\n" in text[last:start]:
            lines.append(i)
        last = end
    return spans, lines
