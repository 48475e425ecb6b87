"""Phone numbers as people write them: which digits to dial, and whether two are one number (I5)."""

import re
import unicodedata
from functools import lru_cache

from phonenumbers import (
    CountryCodeSource,
    Leniency,
    NumberParseException,
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberMatcher,
    format_number,
    parse,
)
from phonenumbers.shortnumberinfo import is_valid_short_number_for_region

COUNTRY = "NL"
# What the library reads as an extension is English.
_EXTENSION = re.compile(r"[\s,(]*\b(?:toestel|tst|intern)\b\.?\s*:?\s*(?=\d)", re.IGNORECASE)
_EXT = " ext. "
# A Dutch number with its nought; those of services are of other lengths, and the library doesn't know 113 (suicide prevention).
_DIGITS = 10
_SERVICE = ("0800", "0900", "0906", "0909")
_MUNICIPAL = re.compile(r"14\d{3,4}")
_HELPLINES = ("113",)


@lru_cache(maxsize=2048)
def dial(written: str) -> str:
    """What a phone dials for a number as it is written; '' where there is no digit.

    From abroad, '+31 (0)6' too: with the country and without the nought. Of two numbers in one field the first, an extension
    behind it. 112, 14 010 and 0900-1234 stay as they are: they have no country.
    """
    number = _read(written)
    if number is None or number.country_code_source == CountryCodeSource.FROM_DEFAULT_COUNTRY:
        digits = _digits((number.raw_input or "").partition(_EXT)[0] if number else written)
        return f"{digits};ext={number.extension}" if number and number.extension else digits
    return format_number(number, PhoneNumberFormat.RFC3966).removeprefix("tel:").replace("-", "")


def can_ring(written: str) -> bool:
    """Whether this is a number that a phone can dial: of another country, a whole Dutch one, or a short one such as 112 and 14 010.

    A number that misses its area code, or a digit, rings nowhere or with somebody else; a burgerservicenummer is none either.
    """
    number = _read(written)
    if number is not None and number.country_code_source != CountryCodeSource.FROM_DEFAULT_COUNTRY:
        return True
    digits = _digits((number.raw_input or "").partition(_EXT)[0] if number else written)
    if digits.startswith("0"):
        return number is not None and (len(digits) == _DIGITS or digits[:4] in _SERVICE)
    return bool(_MUNICIPAL.fullmatch(digits)) or digits in _HELPLINES or _is_short(digits)


def _is_short(digits: str) -> bool:
    try:
        return is_valid_short_number_for_region(parse(digits, COUNTRY), COUNTRY)
    except NumberParseException:
        return False


def same_number(one: str, other: str) -> bool:
    """Whether these are one number: '06-12345678' and '+31 (0)6 1234 5678'."""
    return _whole(one) == _whole(other)


def one_number(written: str) -> str:
    """The number in one way of writing, to lay beside others; '' where there is none."""
    return _whole(written) if dial(written) else ""


def _whole(written: str) -> str:
    number = _read(written)
    return format_number(number, PhoneNumberFormat.RFC3966) if number else _digits(written) or written.strip()


def _read(written: str) -> PhoneNumber | None:
    text = _EXTENSION.sub(_EXT, written)
    for found in PhoneNumberMatcher(text, COUNTRY, leniency=Leniency.POSSIBLE):
        try:
            return parse(found.raw_string, COUNTRY, keep_raw_input=True)
        except NumberParseException:
            break
    return None


def _digits(written: str) -> str:
    # Also the digits of an Arabic keyboard.
    return "".join(sign if sign == "+" else str(unicodedata.decimal(sign)) for sign in written if _is_dialled(sign))


def _is_dialled(sign: str) -> bool:
    return sign == "+" or sign.isdecimal()
