"""The beheer area: organisations and people. Only for the functioneel beheerder, and without family data."""
