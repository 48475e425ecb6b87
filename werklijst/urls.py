"""Mijn werk and the inbox."""

from django.urls import path

from werklijst import views

app_name = "werklijst"

urlpatterns = [
    path("", views.mijn_werk, name="mijn_werk"),
    path("berichten/", views.berichten, name="berichten"),
    path("berichten/instellen/", views.berichten_instellen, name="berichten_instellen"),
    path("berichten/gelezen/", views.alles_gelezen, name="alles_gelezen"),
    path("berichten/<uuid:bericht_id>/openen/", views.bericht_openen, name="bericht_openen"),
]
