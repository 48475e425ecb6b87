"""The addresses about what is kept from somebody, other grounds, and who decides; included by urls.py of this room."""

from django.urls import path

from toestemming.views import bescherming, gronden, soorten, vlagverzoeken

_GEZIN = "gezin/<uuid:gezin_id>/"
_GRONDEN = f"{_GEZIN}andere-grond/"

urlpatterns = [
    path(f"{_GEZIN}weghouden/", bescherming.vlaggen, name="vlaggen"),
    path(f"{_GEZIN}weghouden/nieuw/", bescherming.vlag_zetten, name="vlag_zetten"),
    path(f"{_GEZIN}weghouden/<uuid:vlag_id>/opheffen/", bescherming.vlag_opheffen, name="vlag_opheffen"),
    path("veiligheid/", vlagverzoeken.bescherming, name="bescherming"),
    path("veiligheid/<uuid:verzoek_id>/", vlagverzoeken.vlag_bevestigen, name="vlag_bevestigen"),
    path("veiligheid/<uuid:vlag_id>/<uuid:toestemming_id>/", vlagverzoeken.beslissen, name="beslissen"),
    path(f"{_GEZIN}wie-beslist/<uuid:deelnemer_id>/", bescherming.vertegenwoordiging, name="vertegenwoordiging"),
    path(_GRONDEN, gronden.gronden, name="gronden"),
    path(f"{_GRONDEN}<uuid:grond_id>/beeindigen/", gronden.grond_beeindigen, name="grond_beeindigen"),
    path(f"{_GRONDEN}<slug:soort>/", gronden.grond_vastleggen, name="grond_vastleggen"),
    path("beheer/grondslagen/", soorten.soorten, name="soorten"),
    path("beheer/grondslagen/nieuw/", soorten.soort, name="soort_toevoegen"),
    path("beheer/grondslagen/<slug:code>/", soorten.soort, name="soort"),
]
