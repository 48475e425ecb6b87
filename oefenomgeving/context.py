"""Tells every template that this is practice, and what time the practice clock has."""

from typing import Any

from django.http import HttpRequest

from core.clock import now


def oefenomgeving(request: HttpRequest) -> dict[str, Any]:
    return {"oefenomgeving": True, "oefen_nu": now()}
