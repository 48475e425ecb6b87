"""Every page of the practice environment reads the practice clock once."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from oefenomgeving import klok


class OefenMiddleware:
    def __init__(self, volgende: Callable[[HttpRequest], HttpResponse]) -> None:
        self.volgende = volgende

    def __call__(self, request: HttpRequest) -> HttpResponse:
        klok.ververs()
        return self.volgende(request)
