"""The rooms of this house: the one list. Settings, checks and tests take it from here, or are compared with it.

Plain Python, also for who runs before anything is installed (`start/`).
"""

# The lowest first. A room imports only from those before it; those beside each other import nothing of one another.
LAYERS = (
    ("core",),
    ("woorden",),
    ("logboek", "berichten"),
    ("instanties",),
    ("gezinnen",),
    ("termijnen",),
    ("toestemming",),
    ("gezinsplan",),
    ("zorgcoordinatie",),
    ("escalatie",),
    ("werklijst",),
    ("bewaking",),
    ("oefenomgeving",),
)
ROOMS = tuple(room for layer in LAYERS for room in layer)
# Installed by the settings for practice and tests only.
PRACTICE = "oefenomgeving"
# Without practice; in this order they are made ready, and so they hear a signal: what a higher room does stands on what
# a lower one has done.
PRODUCTION = tuple(room for room in ROOMS if room != PRACTICE)
