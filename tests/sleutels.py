"""What is random in a page or a mail, and what isn't: no test may depend on how a random key happens to look.

A uuid can hold a year, a plan number or twelve digits in threes of four; a token can hold a name of three letters.
"""

import re

_UUID = r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
# Of csrf, of a form, of a link: long, and never without a digit or a capital. It may begin with a hyphen.
_TOKEN = r"(?<![\w-])(?=[\w-]*[\dA-Z])[\w-]{32,}"
_RANDOM = re.compile(f"{_UUID}|{_TOKEN}")
_CODE = re.compile(r'class="uitnodigingscode"><strong>([^<]+)<')


def without_keys(tekst: str) -> str:
    """Return the text without uuids and tokens: for whoever looks for a short word that may not be there."""
    return _RANDOM.sub("", tekst)


def code_op_brief(pagina: str) -> str:
    """Return the code for the first login, from the place where the letter shows it."""
    return _CODE.search(pagina)[1]
