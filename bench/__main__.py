"""`make bench`, or `python -m bench --help` with the TEST_… addresses in the environment."""

import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
django.setup()

from bench import tik  # noqa: E402 - needs the settings above

if __name__ == "__main__":
    sys.exit(tik.main(sys.argv[1:]))
