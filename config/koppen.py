"""What the browser is told with every answer: page, redirect, refusal, fault, file, health. Stands before everything else.

The Content-Security-Policy is django-csp's, HSTS is Django's (production); this fills in what those don't reach.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# Nothing of the device is asked for, but a passkey.
_UIT = (
    "accelerometer", "autoplay", "bluetooth", "camera", "display-capture", "encrypted-media", "fullscreen",
    "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi",
    "payment", "picture-in-picture", "screen-wake-lock", "serial", "usb", "web-share", "xr-spatial-tracking",
)  # fmt: skip
_EIGEN = ("publickey-credentials-create", "publickey-credentials-get")
RECHTEN = ", ".join([f"{naam}=()" for naam in _UIT] + [f"{naam}=(self)" for naam in _EIGEN])

KOPPEN = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "Permissions-Policy": RECHTEN,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
# What a page may ask of the device: a file that a page fetches asks nothing, and these words outweigh many a file.
VAN_BLADEN = frozenset({"Permissions-Policy"})
# Files that are the same for everybody; all else may hold something of somebody, and stays nowhere.
_VOOR_IEDEREEN = settings.STATIC_URL
NERGENS = "no-store, private"


class KoppenMiddleware:
    """Sets the headers that every answer has."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        is_bestand = request.path_info.startswith(_VOOR_IEDEREEN)
        for naam, waarde in KOPPEN.items():
            if not (is_bestand and naam in VAN_BLADEN):
                antwoord.headers.setdefault(naam, waarde)
        if not is_bestand and "no-store" not in antwoord.headers.get("Cache-Control", ""):
            antwoord.headers["Cache-Control"] = NERGENS
        if settings.SECURE_HSTS_SECONDS and request.is_secure():
            antwoord.headers.setdefault("Strict-Transport-Security", _hsts())
        return antwoord


def _hsts() -> str:
    delen = [f"max-age={settings.SECURE_HSTS_SECONDS}"]
    if settings.SECURE_HSTS_INCLUDE_SUBDOMAINS:
        delen.append("includeSubDomains")
    if settings.SECURE_HSTS_PRELOAD:
        delen.append("preload")
    return "; ".join(delen)
