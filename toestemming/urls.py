"""The addresses of this room: who looked, and what is shared with whom."""

from django.urls import include, path

from toestemming.views import inzage

app_name = "toestemming"
_GEZIN = "gezin/<uuid:gezin_id>/"

urlpatterns = [
    path(f"{_GEZIN}inzage/", inzage.wie_heeft_gekeken, name="inzage"),
    path("logboek/", include("toestemming.urls_logboek")),
]
