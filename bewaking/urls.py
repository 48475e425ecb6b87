"""The machine room, within the beheer area."""

from django.urls import path

from bewaking import views

app_name = "bewaking"

urlpatterns = [
    path("beheer/klok/", views.klok_bij_beheer, name="klok"),
    path("beheer/klaar/", views.klaar_om_te_beginnen, name="klaar"),
    path("beheer/zelfcontrole/", views.zelfcontrole, name="zelfcontrole"),
    path("beheer/zelfcontrole/nu/", views.nu_controleren, name="nu_controleren"),
    path("beheer/mails/", views.mails, name="mails"),
    path("beheer/mails/<uuid:bericht_id>/opnieuw/", views.mail_opnieuw, name="mail_opnieuw"),
]
