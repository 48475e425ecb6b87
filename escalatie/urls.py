"""The addresses of this room: a stagnatie with its acts, reporting one, and the list of an organisation."""

from django.urls import path

from escalatie.views import antwoorden, in_plaats, ladder, laddertermijnen, lijst, melden, pagina, stap, tussen

app_name = "escalatie"

_EEN = "stagnatie/<uuid:stagnatie_id>/"
_STAP = f"{_EEN}stap/<uuid:stap_id>/"
_ACTIE = f"{_EEN}actie/<uuid:actie_id>/"
_BEVESTIGING = f"{_EEN}besluit/<uuid:bevestiging_id>/"
_TUSSENVRAAG = f"{_EEN}vraag-tussendoor/<uuid:vraag_id>/"
_OPLOSSING = f"{_EEN}oplossing/<uuid:oplossing_id>/"

urlpatterns = [
    path("beheer/ladder/", ladder.ladder, name="ladder"),
    path("beheer/ladder/termijnen/", laddertermijnen.laddertermijnen, name="laddertermijnen"),
    path("stagnaties/", lijst.stagnaties, name="stagnaties"),
    path("gezin/<uuid:gezin_id>/stagnatie/melden/", melden.melden, name="melden"),
    path(_EEN, pagina.stagnatie, name="stagnatie"),
    path(f"{_STAP}acties/", stap.acties_vastleggen, name="acties_vastleggen"),
    path(f"{_STAP}eerder-hulp/", stap.eerder_hulp, name="eerder_hulp"),
    path(f"{_STAP}andere-aanpak/<int:spoor_id>/", stap.ander_spoor, name="ander_spoor"),
    path(f"{_STAP}gesprek/", stap.gesprek, name="gesprek"),
    path(f"{_STAP}boven-onze-macht/", stap.buiten_macht, name="buiten_macht"),
    path(f"{_STAP}hoger-niveau/", stap.hoger_niveau, name="hoger_niveau"),
    path(f"{_STAP}termijn/", stap.termijn, name="termijn"),
    path(f"{_STAP}terugkoppeling/", stap.koppel_terug, name="koppel_terug"),
    path(f"{_STAP}besluit/", stap.besluit, name="besluit"),
    path(f"{_ACTIE}uitgevoerd/", stap.uitgevoerd, name="uitgevoerd"),
    path(f"{_ACTIE}ja/", tussen.actie_ja, name="actie_ja"),
    path(f"{_ACTIE}kan-niet/", tussen.actie_kan_niet, name="actie_kan_niet"),
    path(f"{_ACTIE}niet-gedaan/", tussen.niet_gedaan, name="niet_gedaan"),
    path(f"{_STAP}te-lang/", tussen.te_lang, name="te_lang"),
    path(f"{_TUSSENVRAAG}beslis/", tussen.bezwaar, name="bezwaar"),
    path(f"{_TUSSENVRAAG}klopt/", tussen.gedaan_klopt, name="gedaan_klopt"),
    path(f"{_TUSSENVRAAG}klopt-niet/", tussen.gedaan_klopt_niet, name="gedaan_klopt_niet"),
    path(f"{_ACTIE}terugnemen/", stap.terugnemen, name="terugnemen"),
    path(f"{_ACTIE}termijn/", stap.actietermijn, name="actietermijn"),
    path(f"{_EEN}aanspreken/", antwoorden.aanspreken, name="aanspreken"),
    path(f"{_EEN}advies/", antwoorden.advies, name="advies"),
    path(f"{_EEN}vraag/<uuid:vraag_id>/antwoord/", antwoorden.antwoord, name="antwoord"),
    path(f"{_EEN}bericht/", antwoorden.bericht, name="bericht"),
    path(f"{_EEN}bericht/samen-gelezen/", antwoorden.samen_gelezen, name="samen_gelezen"),
    path("veiligheid/bericht/<uuid:bericht_id>/", in_plaats.in_plaats, name="in_plaats"),
    path(f"{_EEN}bericht/gelezen/", antwoorden.gelezen, name="gelezen"),
    path(f"{_BEVESTIGING}bevestig/", antwoorden.bevestig, name="bevestig"),
    path(f"{_BEVESTIGING}kan-niet/", antwoorden.kan_niet, name="kan_niet"),
    path(f"{_EEN}opgelost/", antwoorden.opgelost, name="opgelost"),
    path(f"{_OPLOSSING}ja/", antwoorden.opgelost_ja, name="opgelost_ja"),
    path(f"{_OPLOSSING}nee/", antwoorden.opgelost_nee, name="opgelost_nee"),
]
