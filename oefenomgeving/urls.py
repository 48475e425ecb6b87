"""Addresses of the practice environment."""

app_name = "oefenomgeving"
urlpatterns: list = []
