#!/usr/bin/env python
"""Django's command line. Without a choice of settings it runs the practice environment."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.practice")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
