"""Addresses of the practice environment."""

from django.urls import path

from oefenomgeving import views

app_name = "oefenomgeving"
urlpatterns = [
    path("", views.start, name="start"),
    path("wees/<uuid:gebruiker_id>/", views.wees, name="wees"),
    path("spring/", views.spring, name="spring"),
    path("voortgang/<uuid:opdracht_id>/", views.voortgang, name="voortgang"),
    path("opnieuw/", views.opnieuw, name="opnieuw"),
    path("post/", views.post, name="post"),
    path("post/<int:brief_id>/opmaak/", views.opmaak, name="opmaak"),
]
