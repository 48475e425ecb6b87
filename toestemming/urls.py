"""The addresses of this room: who looked, and what is shared with whom."""

from django.urls import include, path

from toestemming.views import aandeel, gesprek, intrekken, inzage, na_code, nee, overzicht, tekenen

app_name = "toestemming"
_GEZIN = "gezin/<uuid:gezin_id>/"
_TOESTEMMING = f"{_GEZIN}toestemming/"

urlpatterns = [
    path(_TOESTEMMING, overzicht.toestemming, name="toestemming"),
    path(f"{_TOESTEMMING}gesprek/", gesprek.gesprek, name="gesprek"),
    path(f"{_TOESTEMMING}gesprek/<uuid:gesprek_id>/", gesprek.blad, name="blad"),
    path(f"{_TOESTEMMING}tekenen/<uuid:deelnemer_id>/", tekenen.tekenen, name="tekenen"),
    path(f"{_TOESTEMMING}poging/<uuid:deelnemer_id>/", tekenen.poging, name="poging"),
    path(f"{_TOESTEMMING}stoppen/<uuid:deelnemer_id>/", intrekken.intrekken, name="intrekken"),
    path(f"{_TOESTEMMING}nee/<uuid:deelnemer_id>/", nee.nee, name="nee"),
    path(f"{_TOESTEMMING}gestopt/<uuid:intrekking_id>/", intrekken.gestopt, name="gestopt"),
    path(f"{_TOESTEMMING}gestopt/<uuid:intrekking_id>/besproken/", intrekken.besproken, name="besproken"),
    path(f"{_TOESTEMMING}aandeel/<uuid:deelnemer_id>/", aandeel.aandeel, name="aandeel"),
    path(f"{_TOESTEMMING}na-code/<uuid:weg_id>/", na_code.hoorde_bevestiging, name="hoorde_bevestiging"),
    path(f"{_GEZIN}inzage/", inzage.wie_heeft_gekeken, name="inzage"),
    path("", include("toestemming.urls_bescherming")),
    path("logboek/", include("toestemming.urls_logboek")),
]
