"""The addresses of this room: a stagnatie with its acts, reporting one, and the list of an organisation."""

from django.urls import path

from escalatie.views import daden, lijst, melden, pagina

app_name = "escalatie"

_EEN = "stagnatie/<uuid:stagnatie_id>/"
_STAP = f"{_EEN}stap/<uuid:stap_id>/"
_ACTIE = f"{_EEN}actie/<uuid:actie_id>/"
_BEVESTIGING = f"{_EEN}besluit/<uuid:bevestiging_id>/"
_OPLOSSING = f"{_EEN}oplossing/<uuid:oplossing_id>/"

urlpatterns = [
    path("stagnaties/", lijst.stagnaties, name="stagnaties"),
    path("gezin/<uuid:gezin_id>/stagnatie/melden/", melden.melden, name="melden"),
    path(_EEN, pagina.stagnatie, name="stagnatie"),
    path(f"{_STAP}acties/", daden.acties_vastleggen, name="acties_vastleggen"),
    path(f"{_STAP}eerder-hulp/", daden.eerder_hulp, name="eerder_hulp"),
    path(f"{_STAP}boven-onze-macht/", daden.buiten_macht, name="buiten_macht"),
    path(f"{_STAP}hoger-niveau/", daden.hoger_niveau, name="hoger_niveau"),
    path(f"{_STAP}termijn/", daden.termijn, name="termijn"),
    path(f"{_STAP}terugkoppeling/", daden.koppel_terug, name="koppel_terug"),
    path(f"{_STAP}besluit/", daden.besluit, name="besluit"),
    path(f"{_ACTIE}uitgevoerd/", daden.uitgevoerd, name="uitgevoerd"),
    path(f"{_ACTIE}terugnemen/", daden.terugnemen, name="terugnemen"),
    path(f"{_ACTIE}termijn/", daden.actietermijn, name="actietermijn"),
    path(f"{_EEN}aanspreken/", daden.aanspreken, name="aanspreken"),
    path(f"{_EEN}advies/", daden.advies, name="advies"),
    path(f"{_EEN}vraag/<uuid:vraag_id>/antwoord/", daden.antwoord, name="antwoord"),
    path(f"{_EEN}bericht/", daden.bericht, name="bericht"),
    path(f"{_EEN}bericht/samen-gelezen/", daden.samen_gelezen, name="samen_gelezen"),
    path(f"{_EEN}bericht/gelezen/", daden.gelezen, name="gelezen"),
    path(f"{_BEVESTIGING}bevestig/", daden.bevestig, name="bevestig"),
    path(f"{_BEVESTIGING}kan-niet/", daden.kan_niet, name="kan_niet"),
    path(f"{_EEN}opgelost/", daden.opgelost, name="opgelost"),
    path(f"{_OPLOSSING}ja/", daden.opgelost_ja, name="opgelost_ja"),
    path(f"{_OPLOSSING}nee/", daden.opgelost_nee, name="opgelost_nee"),
]
