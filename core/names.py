"""How names are compared and put in order: the two keys that are kept beside a name (I9); `core/named.py` keeps them.

People are looked for as somebody heard or typed their name: 'celik' is Çelik, 'Isil' is Işıl, and a hyphen is no other
person. What is compared is therefore `fold`, and never the name itself. Lists are in Dutch order, 'de Vries' under V, by a
key of our own: the order of the database depends on the machine it was made on.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

SEPARATOR = "\x1f"
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘‛`´ʼʻʹ′ʾʿ"))
# One letter with a code for each language that is written with it, and the line that only stretches a word.
_ARABIC = str.maketrans("یىکہھةۃ", "ييكهههه", "ـ")


def fold(text: str) -> str:
    """What is equal of two ways to write one name: no capitals, accents, apostrophes or hyphens, plain letters.

    Letters of other scripts stay themselves: two names that merely sound alike in Latin letters are two names.
    """
    kept = []
    # Twice: some capitals only fall apart into what has a small letter.
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold())
    for character in apart.translate(_ARABIC):
        kept.append(character if "a" <= character <= "z" else _plain(character))
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))


def words(name: str) -> set[str]:
    """The folded words of a name: of d'Hondt both dhondt and hondt."""
    return set(fold(name).split()) | set(fold(name.translate(dict.fromkeys(_APOSTROPHES, " "))).split())


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    kind = unicodedata.category(character)
    if (kind == "Mn" and _says_nothing(character)) or kind in ("Cf", "Sk", "Lm"):
        return ""
    if kind[0] in "PZC":
        return " "
    if not character.isascii() and unicodedata.name(character, "").startswith("LATIN"):
        return anyascii(character).casefold()
    return character


def _says_nothing(mark: str) -> bool:
    """Above or below a letter, a vowel that Arabic and Hebrew leave out, or a form; not what makes another letter of it in India."""
    order = unicodedata.combining(mark)
    return order >= 200 or 10 <= order <= 36 or mark == "\u034f" or "VARIATION SELECTOR" in unicodedata.name(mark, "")


# What stands before a surname, after the population register (Landelijke Tabel 36); not 'en', that joins two people.
_BEFORE_SURNAMES = """'s 't a aan af al am auf aus ben bij bin boven d d' da dal dalla das de degli dei del della dello den
    der des deze di die do don dos du el gen het il im in l l' la las le les lo los onder op over s t te ten ter tho thoe to
    toe tot uijt uit unter van vande vanden vander vd v.d. ver vom von voor vor zu zum zur"""
# The first word of a name is a given name, unless it can't be.
_NEVER_GIVEN = "'s 't de den der het te ten ter van von vom zu zur"
PREFIXES, NEVER_GIVEN_NAMES = frozenset(_BEFORE_SURNAMES.split()), frozenset(_NEVER_GIVEN.split())
_FAMILY = re.compile(r"(?:gezin|familie|fam\.?)\s+(?=\S)", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")
_JUNIOR = re.compile(r"[\s,]+(?:jr|sr|junior|senior)\.?$", re.IGNORECASE)


def person_order(name: str) -> str:
    """Where a person stands in a list: by surname without what stands before it, then the rest, then as it is written."""
    before, parts = _words(_JUNIOR.sub("", name))
    if "," in before:
        # 'Vries, Anna de' says itself what the surname is.
        surname, _comma, rest = before.partition(",")
        return _key(surname, rest, "", name)
    first = 0 if parts and _is_no_first_name(parts[0]) else 1
    begin = next((place for place in range(first, len(parts)) if _begins_surname(parts[place])), len(parts) - 1)
    prefixes, surname = _without_prefixes(parts[max(begin, 0) :])
    return _key(surname, " ".join(parts[: max(begin, 0)]), prefixes, name)


def title_order(name: str) -> str:
    """Where a family or an organisation stands in a list: 'De Wit' and 'Gezin De Wit' under W."""
    _before, parts = _words(_FAMILY.sub("", name, count=1))
    prefixes, rest = _without_prefixes(parts)
    return _key(rest, "", prefixes, name)


def _words(name: str) -> tuple[str, list[str]]:
    before = re.sub(r"\s*[-\u2010-\u2015]\s*", "-", _ASIDE.sub(" ", name))
    # d'Hondt is written as one word.
    apart = re.sub(r"\b([dl])['’](?=\w)", r"\1' ", before, flags=re.IGNORECASE)
    return before, apart.replace("’", "'").replace("‘", "'").split()


def _is_no_first_name(word: str) -> bool:
    return word.lower() in NEVER_GIVEN_NAMES or (_begins_surname(word) and (word.islower() or "-" in word))


def _is_prefix(word: str) -> bool:
    return word.lower() in PREFIXES


def _begins_surname(word: str) -> bool:
    """'de' of de Vries, and 'Jansen-de' of Jansen-de Vries."""
    return _is_prefix(word) or ("-" in word and _is_prefix(word.rpartition("-")[2]))


def _without_prefixes(words: list[str]) -> tuple[str, str]:
    count = 0
    while count < len(words) - 1 and _is_prefix(words[count]):
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _key(surname: str, rest: str, prefixes: str, name: str) -> str:
    """In plain letters, so that a name in another script stands among those it sounds like; the name itself comes last."""
    parts = (fold(anyascii(fold(part))) for part in (surname, rest, prefixes))
    return SEPARATOR.join([*parts, name])
