"""What the rooms above are told, or asked, about people and their roles."""

from django.dispatch import Signal

# Asked before somebody's account is closed or a function ends: receivers return a list of Dutch sentences that say what
# would be left without anyone, and who must be replaced. Numbers only: the beheerder sees no family data.
# Arguments: gebruiker, functie (None: the whole account closes).
gaat_weg = Signal()

# Somebody has a role, for an instelling or not: a 'no' to that instelling is about him or her too from now on. Arguments:
# functie, nu (None: on the server, before anything runs), door.
functie_gegeven = Signal()

# A role has ended: what was seen by it closes. Arguments: functie, nu, door.
functie_beeindigd = Signal()

# Another is named to decide: official, substitute or who is above them of a gemeente, or above the gemeenten (gemeente
# None). Arguments: gemeente, was (who was named before, by what: id or None), nu, door.
beslisser_genoemd = Signal()

# Somebody is away, or other days, or another stands in. Arguments: vervanging, sleutel (of this fact), nu, door.
afwezigheid_vastgelegd = Signal()

# There is a new way into an account. Arguments: weg, per_mail (whether its owner hears by mail), nu, door.
weg_gemaakt = Signal()

# Somebody is called otherwise from now on. Arguments: gebruiker, nu, door.
hernoemd = Signal()

# What an account that nobody ever used was made for, its owner wants to see with the account that he had. Arguments: van,
# naar (both Gebruiker), nu, door.
account_overgenomen = Signal()

# Somebody can no longer log in. Arguments: gebruiker, nu, door.
toegang_beeindigd = Signal()

# Asked before an instelling or gemeente stops taking part: sentences that say what stays behind there, numbers only.
# Arguments: instelling, gemeente (one of the two).
organisatie_sluit = Signal()

# Asked before one goes into another: who works with a family from there. Receivers return ids of accounts.
# Arguments: instelling, gemeente (one of the two).
organisatie_werkt_met = Signal()

# It has stopped, and what stood on it moves to `opvolger` (of the same kind) or ends. Sent while its functions still
# stand. Arguments: instelling, gemeente (one of the two), opvolger (None: nobody), nu, door.
organisatie_gesloten = Signal()
