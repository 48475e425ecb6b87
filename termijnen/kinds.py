"""The kinds of notice that this room owns; its AppConfig makes them known."""

from django.utils.translation import gettext_lazy as _

from berichten.soorten import Berichtsoort
from termijnen.actions.herinneringen import BERICHTSOORT
from termijnen.inbox import termijnen_van

NOTICES = (Berichtsoort(BERICHTSOORT, _("Een termijn loopt bijna af."), wijst_naar=termijnen_van),)
