"""The addresses of this room: signals, and the page on which a family asks for help itself."""

from django.urls import path

from zorgcoordinatie.views import hulp, signalen

app_name = "zorgcoordinatie"

_SIGNAAL = "signalen/<uuid:signaal_id>/"

urlpatterns = [
    path("signalen/", signalen.signalen, name="signalen"),
    path("signalen/sturen/", signalen.sturen, name="signaal_sturen"),
    path("signalen/telefoon/", signalen.telefoon, name="signaal_telefoon"),
    path(f"{_SIGNAAL}oppakken/", signalen.oppakken, name="signaal_oppakken"),
    path(f"{_SIGNAAL}afwijzen/", signalen.afwijzen, name="signaal_afwijzen"),
    path("signalen/gezin/<uuid:hoeder_id>/", signalen.beginnen, name="coordinatie_beginnen"),
    path("hulp-vragen/", hulp.hulp_vragen, name="hulp_vragen"),
    path("hulp-vragen/dank/", hulp.dank, name="hulp_dank"),
]
