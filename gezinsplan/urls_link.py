"""The addresses of the one-time link: sending it, and answering by it without an account (G17)."""

from django.urls import path

from gezinsplan.views import link, link_antwoord

urlpatterns = [
    path("gezin/<uuid:gezin_id>/afspraak/<uuid:afspraak_id>/link/<uuid:deelnemer_id>/", link.link, name="link_sturen"),
    path("antwoord/<str:geheim>/", link_antwoord.volg, name="link_volgen"),
    path("antwoord/vraag/<str:merk>/", link_antwoord.code, name="link_code"),
    path("antwoord/vraag/<str:merk>/geven/", link_antwoord.geven, name="link_geven"),
    path("antwoord/vraag/<str:merk>/dank/", link_antwoord.dank, name="link_dank"),
]
