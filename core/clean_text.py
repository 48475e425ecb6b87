"""One cleaning of what people send, at the door: form, query string and address (G5).

What nobody can see does nothing good: a NUL that the database refuses, a mark that turns the reading direction of a name
around, a space of no width that makes two equal names differ. What can be seen stays as it was typed.
"""

import contextlib
import re
import unicodedata
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.request import UnreadablePostError

from core.kept_input import is_secret

# Control characters but tab and line end, the soft hyphen, marks of reading direction, spaces and letters without width,
# half characters, controls of shorthand and music, what stands for something left out, and tags.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff]"
)
# The tags behind a black flag say of which part of a country it is.
_FLAG = re.compile("(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f)|" + _UNSEEN.pattern)
# Between letters that join (Persian, Hindi) or the parts of one picture they mean something; elsewhere they don't.
_JOINERS = re.compile("([\u200c\u200d])[\u200c\u200d]*")
_NEVER_JOINED = (
    "LATIN",
    "GREEK",
    "CYRILLIC",
    "ARMENIAN",
    "GEORGIAN",
    "HEBREW",
    "ETHIOPIC",
    "CJK",
    "HANGUL",
    "HIRAGANA",
    "KATAKANA",
)
# Which form of the sign before them is meant: of a picture, a Chinese or a Mongolian character.
_FORMS = re.compile("[\ufe00-\ufe0f\u180b-\u180d\u180f\U000e0100-\U000e01ef]+")
_HAVE_FORMS = ("CJK", "MONGOLIAN", "MYANMAR", "PHAGS-PA")
MOST_MARKS = 8
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]")
_LINE_ENDS = re.compile("[\u0085\u2028\u2029]")


def clean(text: str) -> str:
    """Return `text` without what cannot be seen, its letters put together (NFC), each space an ordinary one."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", _SPACES.sub(" ", _FLAG.sub(lambda found: found[1] or "", text)))
    return unicodedata.normalize("NFC", _few_marks(_JOINERS.sub(_joins, _FORMS.sub(_of_a_form, text))))


def _few_marks(text: str) -> str:
    """Leave out what is piled upon one letter beyond any script: putting it in order takes time by the square of it."""
    kept, marks = [], 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _joins(found: re.Match[str]) -> str:
    around = found.string[found.start() - 1 : found.start()], found.string[found.end() : found.end() + 1]
    return found[1] if all(one and not one.isascii() and not _named(one, _NEVER_JOINED) for one in around) else ""


def _of_a_form(found: re.Match[str]) -> str:
    """One is enough, after a sign that has forms; a digit has one as the picture of a key."""
    before, after = found.string[found.start() - 1 : found.start()], found.string[found.end() : found.end() + 1]
    if not before or before.isspace():
        return ""
    has_forms = after == "\u20e3" or unicodedata.category(before)[0] in "SP" or _named(before, _HAVE_FORMS)
    of_pictures = found[0][0] in "\ufe0e\ufe0f"
    fits = has_forms and of_pictures != before.isalpha()
    return found[0][0] if fits else ""


def _named(character: str, scripts: tuple[str, ...]) -> bool:
    return unicodedata.name(character, "").startswith(scripts)


def cleaned(sent: QueryDict) -> QueryDict:
    """Return the same names and values, cleaned; a secret stays as it was typed, for it is compared and never kept."""
    found = QueryDict(mutable=True, encoding=sent.encoding)
    for name, values in sent.lists():
        found.setlist(clean(name), [value if is_secret(name) else clean(str(value)) for value in values])
    found._mutable = False
    return found


class CleanTextMiddleware:
    """Every view, form and log line gets cleaned text; an address with something unseen in it leads nowhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _UNSEEN.search(request.path_info):
            raise Http404
        if request.META.get("QUERY_STRING"):
            request.GET = cleaned(request.GET)  # type: ignore[assignment]
        if request.method == "POST":
            # Whoever sent it may be gone; Django goes on with an empty form.
            with contextlib.suppress(UnreadablePostError):
                request.POST = cleaned(request.POST)  # type: ignore[assignment]
        return self.get_response(request)
