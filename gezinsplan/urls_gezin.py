"""The addresses about the people of a plan; included by urls.py of this room."""

from django.urls import path

from gezinsplan.views import betrokkenen, coordinator, functienaam, gezag, gezin, herstel

urlpatterns = [
    path("gezinnen/nieuw/", gezin.gezin_maken, name="gezin_maken"),
    path("gezin/<uuid:gezin_id>/mensen/", gezin.mensen, name="mensen"),
    path("gezin/<uuid:gezin_id>/gegevens/", gezin.gezin_wijzigen, name="gezin_wijzigen"),
    path("gezin/<uuid:gezin_id>/coordinator/", coordinator.coordinator_wisselen, name="coordinator_wisselen"),
    path("zonder-coordinator/", coordinator.zonder_coordinator, name="zonder_coordinator"),
    path(
        "zonder-coordinator/<uuid:coordinatorschap_id>/",
        coordinator.coordinator_aanwijzen,
        name="coordinator_aanwijzen",
    ),
    path("gezin/<uuid:gezin_id>/huishouden/nieuw/", gezin.huishouden, name="huishouden_toevoegen"),
    path("gezin/<uuid:gezin_id>/huishouden/<uuid:huishouden_id>/", gezin.huishouden, name="huishouden_wijzigen"),
    path("gezin/<uuid:gezin_id>/gezinslid/nieuw/", gezin.gezinslid_toevoegen, name="gezinslid_toevoegen"),
    path("gezin/<uuid:gezin_id>/kind/nieuw/", gezin.kind_toevoegen, name="kind_toevoegen"),
    path("gezin/<uuid:gezin_id>/gezinslid/<uuid:deelnemer_id>/", gezin.gezinslid_wijzigen, name="gezinslid_wijzigen"),
    path(
        "gezin/<uuid:gezin_id>/gezinslid/<uuid:deelnemer_id>/gezag/<uuid:houder_id>/",
        gezag.gezag_beeindigen,
        name="gezag_beeindigen",
    ),
    path("gezin/<uuid:gezin_id>/betrokkene/zoeken/", betrokkenen.betrokkene_zoeken, name="betrokkene_zoeken"),
    path("gezin/<uuid:gezin_id>/betrokkene/nieuw/", betrokkenen.betrokkene_toevoegen, name="betrokkene_toevoegen"),
    path("gezin/<uuid:gezin_id>/netwerk/nieuw/", betrokkenen.netwerklid_toevoegen, name="netwerklid_toevoegen"),
    path(
        "gezin/<uuid:gezin_id>/betrokkene/<uuid:deelnemer_id>/",
        betrokkenen.betrokkene_wijzigen,
        name="betrokkene_wijzigen",
    ),
    path(
        "gezin/<uuid:gezin_id>/betrokkene/<uuid:deelnemer_id>/functie/",
        functienaam.met_functie,
        name="met_functie",
    ),
    path("gezin/<uuid:gezin_id>/betrokkene/<uuid:deelnemer_id>/naam/", functienaam.met_naam, name="met_naam"),
    path(
        "gezin/<uuid:gezin_id>/deelnemer/<uuid:deelnemer_id>/uitnodigen/",
        betrokkenen.deelnemer_uitnodigen,
        name="deelnemer_uitnodigen",
    ),
    path("gezin/<uuid:gezin_id>/deelnemer/<uuid:deelnemer_id>/contact/", betrokkenen.contact, name="contact"),
    path(
        "gezin/<uuid:gezin_id>/deelnemer/<uuid:deelnemer_id>/opnieuw/",
        betrokkenen.deelnemer_opnieuw,
        name="deelnemer_opnieuw",
    ),
    path(
        "gezin/<uuid:gezin_id>/deelnemer/<uuid:deelnemer_id>/stoppen/",
        betrokkenen.deelnemer_stoppen,
        name="deelnemer_stoppen",
    ),
    path(
        "gezin/<uuid:gezin_id>/deelnemer/<uuid:deelnemer_id>/overleden/",
        betrokkenen.deelnemer_overleden,
        name="deelnemer_overleden",
    ),
    path("gezin/<uuid:gezin_id>/deelnemer/<uuid:deelnemer_id>/herstel/", herstel.vragen, name="herstel_vragen"),
    path("herstel/", herstel.herstel, name="herstel"),
    path("herstel/<uuid:verzoek_id>/", herstel.beantwoorden, name="herstel_beantwoorden"),
]
