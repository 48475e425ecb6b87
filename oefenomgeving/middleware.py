"""What the practice environment does with every request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class OefenMiddleware:
    def __init__(self, volgende: Callable[[HttpRequest], HttpResponse]) -> None:
        self.volgende = volgende

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.volgende(request)
