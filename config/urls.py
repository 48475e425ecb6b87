"""All addresses: each room brings its own."""

from django.conf import settings
from django.urls import include, path

from core.security_contact import security_txt

urlpatterns = [
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("account/", include("instanties.inloggen_urls")),
    path("", include("instanties.urls")),
    path("", include("escalatie.urls")),
    path("", include("zorgcoordinatie.urls")),
    path("", include("gezinsplan.urls")),
    path("", include("toestemming.urls")),
    path("", include("bewaking.urls")),
    path("", include("werklijst.urls")),
]

if settings.OEFENOMGEVING:
    urlpatterns.append(path("oefenen/", include("oefenomgeving.urls")))
