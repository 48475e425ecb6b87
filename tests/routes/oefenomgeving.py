"""Who gets what at the addresses of the practice environment: anybody may choose who to be, for nobody here is real."""

import uuid

from tests.routes.rijen import KWAM_TERUG, Rij

RIJEN = {
    "oefenomgeving:start": Rij(get={"buitenstaander": 200}, rest=200, anoniem=200),
    "oefenomgeving:post": Rij(get={"buitenstaander": 200}, rest=200, anoniem=200),
    "oefenomgeving:opmaak": Rij(
        get={"buitenstaander": 404}, rest=404, anoniem=404, kwargs=lambda wereld: {"brief_id": 999_999_999}
    ),
    "oefenomgeving:wees": Rij(
        post={"buitenstaander": 303},
        rest=302,
        rest_post=303,
        anoniem_post=303,
        anoniem_naar=lambda wereld: "/oefenen/",
        kwargs=lambda wereld: {"gebruiker_id": wereld.moeder.pk},
    ),
    "oefenomgeving:spring": Rij(
        get={"buitenstaander": 302},
        post={"buitenstaander": 302},
        rest=302,
        anoniem_post=KWAM_TERUG,
        anoniem_naar=lambda wereld: "/oefenen/",
        data=lambda wereld: {"uren": "24"},
    ),
    "oefenomgeving:voortgang": Rij(
        get={"buitenstaander": 404}, rest=404, anoniem=404, kwargs=lambda wereld: {"opdracht_id": uuid.uuid4()}
    ),
    "oefenomgeving:opnieuw": Rij(
        get={"buitenstaander": 200},
        post={"buitenstaander": 302},
        rest=200,
        rest_post=302,
        anoniem=200,
        anoniem_post=302,
        anoniem_naar=lambda wereld: "/oefenen/voortgang/",
    ),
}
