"""Tells every template that this is practice."""

from django.http import HttpRequest


def oefenomgeving(request: HttpRequest) -> dict[str, bool]:
    return {"oefenomgeving": True}
