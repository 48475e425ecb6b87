"""The addresses of the family's own pages; included by urls.py of this room."""

from django.urls import path

from gezinsplan.views import eigen_zaken, ons_plan

urlpatterns = [
    path("ons-plan/", ons_plan.ons_plan, name="ons_plan"),
    path("ons-plan/<uuid:gezin_id>/", ons_plan.ons_plan_gezin, name="ons_plan_gezin"),
    path("ons-plan/<uuid:gezin_id>/eigen-zaken/", eigen_zaken.eigen_zaken, name="eigen_zaken"),
    path(
        "ons-plan/<uuid:gezin_id>/eigen-zaken/<uuid:deelnemer_id>/",
        eigen_zaken.eigen_zaken_voor,
        name="eigen_zaken_voor",
    ),
]
