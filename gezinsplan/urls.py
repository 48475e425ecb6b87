"""The addresses of this room: the plan, its parts, the plan on paper, and the people of it."""

from django.urls import include, path

from gezinsplan.views import aanvaarden, afspraak, afstemming, doel, gezinnen, papier, plan, rijen

app_name = "gezinsplan"

_GEZIN = "gezin/<uuid:gezin_id>/"
_DOEL = f"{_GEZIN}doel/<uuid:doel_id>/"
_AFSPRAAK = f"{_GEZIN}afspraak/<uuid:afspraak_id>/"

urlpatterns = [
    path("gezinnen/", gezinnen.gezinnen, name="gezinnen"),
    path(f"{_GEZIN}plan/", plan.plan, name="plan"),
    path(f"{_GEZIN}plan/starten/", plan.starten, name="plan_starten"),
    path(f"{_GEZIN}plan/afstemming/", plan.afstemming, name="afstemming"),
    path(f"{_GEZIN}zonder-gezin/", afstemming.zonder_gezin, name="zonder_gezin"),
    path(f"{_GEZIN}zonder-gezin/<uuid:afstemming_id>/", afstemming.gezinsantwoord, name="zonder_gezin_antwoord"),
    path("beheer/zonder-gezin/", afstemming.geteld, name="zonder_gezin_geteld"),
    path(f"{_GEZIN}doel/toevoegen/", rijen.doel_toevoegen, name="doel_toevoegen"),
    path(_DOEL, doel.doel, name="doel"),
    path(f"{_DOEL}wijzigen/", rijen.doel_wijzigen, name="doel_wijzigen"),
    path(f"{_DOEL}verplaatsen/", rijen.doel_verplaatsen, name="doel_verplaatsen"),
    path(f"{_DOEL}verwijderen/", rijen.doel_verwijderen, name="doel_verwijderen"),
    path(f"{_DOEL}stoppen/", rijen.doel_stoppen, name="doel_stoppen"),
    path(f"{_DOEL}heropenen/", rijen.doel_heropenen, name="doel_heropenen"),
    path(f"{_DOEL}evalueren/", doel.evalueren, name="doel_evalueren"),
    path(f"{_DOEL}reageren/", doel.reageren, name="doel_reageren"),
    path(f"{_DOEL}voorwaarde/toevoegen/", rijen.voorwaarde_toevoegen, name="voorwaarde_toevoegen"),
    path(f"{_DOEL}afspraak/toevoegen/", rijen.afspraak_toevoegen, name="afspraak_toevoegen"),
    path(_AFSPRAAK, afspraak.afspraak, name="afspraak"),
    path(f"{_AFSPRAAK}wijzigen/", rijen.afspraak_wijzigen, name="afspraak_wijzigen"),
    path(f"{_AFSPRAAK}verwijderen/", rijen.afspraak_verwijderen, name="afspraak_verwijderen"),
    path(f"{_AFSPRAAK}ik-doe-dit/", aanvaarden.aanvaarden, name="afspraak_aanvaarden"),
    path(f"{_AFSPRAAK}kan-niet/", aanvaarden.kan_niet, name="afspraak_kan_niet"),
    path(f"{_AFSPRAAK}wie-zei-ja/", aanvaarden.ja_vastleggen, name="afspraak_ja_vastleggen"),
    path(f"{_AFSPRAAK}gedaan/", afspraak.gedaan, name="afspraak_gedaan"),
    path(f"{_AFSPRAAK}antwoord/", afspraak.antwoord, name="afspraak_antwoord"),
    path(f"{_AFSPRAAK}akkoord/", afspraak.akkoord, name="afspraak_akkoord"),
    path(f"{_AFSPRAAK}terugnemen/", afspraak.terugnemen, name="afspraak_terugnemen"),
    path(f"{_AFSPRAAK}vervalt/", afspraak.vervalt, name="afspraak_vervalt"),
    path(f"{_AFSPRAAK}gesprek/", afspraak.gesprek, name="afspraak_gesprek"),
    path(f"{_AFSPRAAK}reageren/", afspraak.reageren, name="afspraak_reageren"),
    path(f"{_GEZIN}papier/vragen/", papier.vraag, name="papier_vragen"),
    path(f"{_GEZIN}papier/<uuid:opdracht_id>/", papier.voortgang, name="papier"),
    path(f"{_GEZIN}papier/<uuid:opdracht_id>/bestand/", papier.bestand, name="papier_bestand"),
    path("", include("gezinsplan.urls_link")),
    path("", include("gezinsplan.urls_gezin")),
    path("", include("gezinsplan.urls_ons_plan")),
]
