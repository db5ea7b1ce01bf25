"""What the detector of languages sees of a text: the same as src/language/detect.rs, hash for hash."""

FNV, PRIME, MASK = 0xCBF29CE484222325, 0x100000001B3, (1 << 64) - 1
BUCKETS = 1 << 13
# Longest word that counts as a whole.
WHOLE = 12


def fnv(text):
    value = FNV
    for letter in text:
        value = (value ^ ord(letter)) * PRIME & MASK
    return value


def bucket(gram):
    value = fnv(gram)
    return (value ^ value >> 32) % BUCKETS


_known = {}


def of_word(word):
    """The buckets of a lower-case word: itself if it is short, and its runs of three letters."""
    if word not in _known:
        framed = f"<{word}>"
        grams = [framed] if len(word) <= WHOLE else []
        grams += [framed[i : i + 3] for i in range(len(framed) - 2) if len(framed) > 3]
        _known[word] = [bucket(gram) for gram in grams]
    return _known[word]


def words(text):
    word = []
    for letter in text + " ":
        if letter.isalpha() or 0x0300 <= ord(letter) <= 0x036F or 0x0900 <= ord(letter) <= 0x097F:
            word.append(letter)
        elif word:
            yield "".join(word).lower()
            word = []
