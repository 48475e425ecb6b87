"""`make bench`, or `python -m bench --help` with the TEST_… addresses in the environment; `logboek` or `zicht` before it: those."""

import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
django.setup()

from bench import logboek, tik, zicht  # noqa: E402 - needs the settings above

if __name__ == "__main__":
    ander = {"logboek": logboek, "zicht": zicht}.get(sys.argv[1] if sys.argv[1:] else "")
    sys.exit(ander.main(sys.argv[2:]) if ander else tik.main(sys.argv[1:]))
