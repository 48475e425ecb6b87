"""`make bench`, or `python -m bench --help` with the TEST_… addresses in the environment; `bench logboek`: the logboek."""

import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
django.setup()

from bench import logboek, tik  # noqa: E402 - needs the settings above

if __name__ == "__main__":
    sys.exit(logboek.main(sys.argv[2:]) if sys.argv[1:2] == ["logboek"] else tik.main(sys.argv[1:]))
