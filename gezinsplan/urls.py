"""The addresses of this room: the plan, and the people of it."""

from django.urls import include, path

app_name = "gezinsplan"

urlpatterns = [
    path("", include("gezinsplan.urls_gezin")),
]
