"""First login, and the beheer area."""

from django.urls import path

from instanties import welkom
from instanties.views import mensen, organisaties, rollen, toegang, vervangingen, woorden

app_name = "instanties"

urlpatterns = [
    path("welkom/", welkom.welkom, name="welkom"),
    path("welkom/wachtwoord/", welkom.welkom_wachtwoord, name="welkom_wachtwoord"),
    path("welkom/ander-gezin/", welkom.ander_gezin, name="ander_gezin"),
    path("mijn-gegevens/", toegang.eigen_gegevens, name="eigen_gegevens"),
    path("toegang/", toegang.toegang, name="toegang"),
    path("toegang/klopt/", toegang.klopt, name="toegang_klopt"),
    path("afwezigheid/", vervangingen.afwezigheid, name="afwezigheid"),
    path("afwezigheid/nieuw/", vervangingen.vastleggen, name="afwezigheid_vastleggen"),
    path("afwezigheid/nieuw/<uuid:gebruiker_id>/", vervangingen.vastleggen, name="afwezigheid_van"),
    path("afwezigheid/<uuid:vervanging_id>/wijzigen/", vervangingen.wijzigen, name="afwezigheid_wijzigen"),
    path("afwezigheid/<uuid:vervanging_id>/intrekken/", vervangingen.intrekken, name="afwezigheid_intrekken"),
    path("rollen/", rollen.rollen, name="rollen"),
    path("rollen/beantwoorden/", rollen.beantwoorden, name="rollen_beantwoorden"),
    path("rollen/sluiten/<uuid:verzoek_id>/", rollen.sluiten_beantwoorden, name="sluiten_beantwoorden"),
    path("rollen/toegang/<uuid:verzoek_id>/", rollen.toegang_beantwoorden, name="toegang_beantwoorden"),
    path("rollen/<uuid:verzoek_id>/intrekken/", rollen.intrekken, name="rol_intrekken"),
    path("beheer/", organisaties.beheer, name="beheer"),
    path("beheer/melding/<uuid:melding_id>/afhandelen/", organisaties.melding_afhandelen, name="melding_afhandelen"),
    path("beheer/regio/", organisaties.regio, name="regio"),
    path("beheer/regio/vrije-dag/", organisaties.vrije_dag_toevoegen, name="vrije_dag_toevoegen"),
    path("beheer/regio/vrije-dag/<int:dag_id>/weghalen/", organisaties.vrije_dag_weghalen, name="vrije_dag_weghalen"),
    path("begrippen/", woorden.begrippenlijst, name="begrippenlijst"),
    path("beheer/woorden/", woorden.woorden, name="woorden"),
    path("beheer/woorden/<slug:sleutel>/", woorden.woord, name="woord"),
    path("beheer/woorden/<slug:sleutel>/gewoon/", woorden.woord_terug, name="woord_terug"),
    path("beheer/gemeenten/", organisaties.gemeenten, name="gemeenten"),
    path("beheer/gemeenten/nieuw/", organisaties.gemeente, name="gemeente_toevoegen"),
    path("beheer/gemeenten/<uuid:gemeente_id>/", organisaties.gemeente, name="gemeente"),
    path("beheer/gemeenten/<uuid:gemeente_id>/stopt/", organisaties.gemeente_sluiten, name="gemeente_sluiten"),
    path("beheer/instellingen/", organisaties.instellingen, name="instellingen"),
    path("beheer/instellingen/zoeken/", organisaties.instellingen_zoeken, name="instellingen_zoeken"),
    path("beheer/instellingen/nieuw/", organisaties.instelling, name="instelling_toevoegen"),
    path("beheer/instellingen/<uuid:instelling_id>/", organisaties.instelling, name="instelling"),
    path("beheer/instellingen/<uuid:instelling_id>/stopt/", organisaties.instelling_sluiten, name="instelling_sluiten"),
    path("beheer/mensen/", mensen.mensen, name="mensen"),
    path("beheer/mensen/zoeken/", mensen.mensen_zoeken, name="mensen_zoeken"),
    path("beheer/mensen/nieuw/", mensen.persoon_toevoegen, name="persoon_toevoegen"),
    path("beheer/mensen/<uuid:gebruiker_id>/", mensen.persoon, name="persoon"),
    path("beheer/mensen/<uuid:gebruiker_id>/wijzigen/", mensen.persoon_wijzigen, name="persoon_wijzigen"),
    path("beheer/mensen/<uuid:gebruiker_id>/functie/", mensen.functie_geven, name="functie_geven"),
    path("beheer/mensen/<uuid:gebruiker_id>/uitnodigen/", mensen.uitnodigen, name="persoon_uitnodigen"),
    path("beheer/mensen/<uuid:gebruiker_id>/opnieuw/", mensen.opnieuw, name="persoon_opnieuw"),
    path("beheer/mensen/<uuid:gebruiker_id>/toegang/", mensen.toegang_beeindigen, name="toegang_beeindigen"),
    path("beheer/mensen/<uuid:gebruiker_id>/toegang-terug/", mensen.toegang_terug, name="toegang_terug"),
    path("beheer/weg/<uuid:weg_id>/gehoord/", mensen.weg_gehoord, name="weg_gehoord"),
    path("beheer/functie/<uuid:functie_id>/beeindigen/", mensen.functie_beeindigen, name="functie_beeindigen"),
]
