"""The app on somebody's phone: the six digits that it shows."""

import re
import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value


def code_nu(geheim: str, verder: int = 0) -> str:
    """Give the six digits for this secret now, or `verder` half minutes later."""
    return format_hotp_value(hotp_value(geheim, int(time.time()) // 30 + verder))


def geheim_op(pagina: bytes) -> str:
    """Give the secret that the page shows to who can't scan the square."""
    return re.search(r'class="sleutel">([A-Z2-7]+)<', pagina.decode())[1]
