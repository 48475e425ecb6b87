"""The addresses of the logboek for the privacy officer; included by urls.py of this room."""

from django.urls import path

from toestemming.views import onderzoek

urlpatterns = [
    path("", onderzoek.logboek, name="logboek"),
    path("vraag/<slug:soort>/", onderzoek.beginnen, name="onderzoek_beginnen"),
    path("<uuid:onderzoek_id>/", onderzoek.antwoord, name="onderzoek"),
    path("<uuid:onderzoek_id>/bestand/", onderzoek.bestand, name="onderzoek_bestand"),
]
