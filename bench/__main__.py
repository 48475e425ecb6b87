"""`make bench`, or `python -m bench --help` with the TEST_… addresses in the environment; another name before it: that one."""

import logging
import os
import sys
from functools import partial

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
django.setup()

from bench import land, logboek, meet, phone, tik, vragen, workday, yardstick, zicht  # noqa: E402 - needs the settings above

ANDERE = {
    "bladen": yardstick.main,
    "meet": meet.main,
    "werkdag": workday.main,
    "telefoon": phone.main,
    "logboek": logboek.main,
    "zicht": zicht.main,
    "vragen": vragen.main,
    "regio": partial(land.main, welke="regio"),
    "land": partial(land.main, welke="land"),
}

if __name__ == "__main__":
    # A line for each request, or each refusal, would hide the table.
    logging.disable(logging.WARNING)
    ander = ANDERE.get(sys.argv[1] if sys.argv[1:] else "")
    sys.exit(ander(sys.argv[2:]) if ander else tik.main(sys.argv[1:]))
