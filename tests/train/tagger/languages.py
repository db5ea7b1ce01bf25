"""What there is to learn a language's names from. Sources and licences: `src/packed/data/README.md`."""

from typing import NamedTuple


class Language(NamedTuple):
    """What of `other/LANG` is learned from, and how."""

    # Sets with labels.
    gold: tuple
    # Sets that the small net learns by the teacher's labels alone.
    text: tuple = ()
    # How often the teacher reads the labelled ones.
    rounds: float = 1.0
    # Whether a word may hang on the one before by an apostrophe: l'Italia.
    elides: bool = False
    # Where the persons of its texts come from.
    locales: tuple = ()


LANGUAGES = {
    "es": Language(("cess",), rounds=2, locales=("es_ES", "es_MX")),
    "de": Language(("germeval", "smartdata"), rounds=2, locales=("de_DE", "de_AT")),
    "fr": Language(("sequoia",), ("wikinews",), rounds=3, elides=True, locales=("fr_FR",)),
    "it": Language((), ("wikinews",), elides=True, locales=("it_IT",)),
    "pt": Language(("uner_bosque",), rounds=2, locales=("pt_BR", "pt_PT")),
    "nl": Language(("europeana",), ("europeana",), rounds=0.3, locales=("nl_NL",)),
    "ru": Language(("factrueval",), rounds=3),
    "pl": Language(("kpwr",), rounds=3),
    "sv": Language(("swedish_web", "uner_talbanken"), rounds=0.6, locales=("sv_SE",)),
    "no": Language(("norne",), locales=("no_NO",)),
    "da": Language(("uner_ddt",), locales=("da_DK",)),
    "hu": Language(("nerkor",), rounds=0.2),
    "hr": Language(("uner_set",), rounds=0.4),
    "sr": Language(("uner_set",), rounds=0.6),
    "fi": Language(("turku",), rounds=0.4),
    "ro": Language(("ronec",), locales=("ro_RO",)),
    "sk": Language(("uner_snk",), rounds=0.6),
    "et": Language(("estner",), rounds=2),
    "tr": Language(("turkish_wiki",), rounds=0.2),
}

# What stands before an apostrophe and the word it hangs on, where a language elides.
ELISIONS = [
    w + "'"
    for w in "l d qu c j m n s t jusqu lorsqu puisqu quelqu aujourd un all dall dell nell sull coll quell"
    " quest bell sant gl po mezz tutt anch com dov cos ch v senz".split()
]
