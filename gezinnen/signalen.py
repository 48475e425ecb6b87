"""What gezinnen tells the rooms above it. Sent inside the transaction of the act, so that all or nothing happens.

All carry `nu` and `door` (Gebruiker | None).

- `persoon_veranderd`: `deelnemer` was added, or his or her name, birth date or account is another now; before any other of these.
- `deelname_begonnen`: `deelnemer` can now log in for this family. `leefgebieden`: what his or her share needs.
- `deelname_verhuisd`: `deelnemer` takes part by another account of the same person, no longer by `oud` (Gebruiker).
- `stopt_met_plan`: `deelnemer` is about to stop, or (`overleden`) has died: answers say what of his still runs and who takes it.
- `deelname_gestopt`: `deelnemer` takes no part any more; `reden`, `overnemer` (Deelnemer | None). Access ends at once.
- `coordinator_gewisseld`: `gezin`, `oud` and `nieuw` (Coordinatorschap; `oud` is None at the start), `reden`.
  Terms of the old coordinator move along.
- `gezinslid_veranderd`: `deelnemer` was added, or his or her birth date, household or gezag changed.
- `verhuist`: `deelnemer` is put in a household, after `persoon_veranderd`: only then is it known which flags are about
  this person. A listener refuses with a RuleError (field huishouden).
- `overlijden_hersteld`: `deelnemer` hasn't died, as was recorded. What was kept from that person, is kept again.
- `herstel_gevraagd`: that this is so waits for a second person; `verzoek` (Herstelverzoek), `gevraagd`: who may answer.
  `herstel_beantwoord`: `verzoek`, with the answer.
- `zeggenschap_verandert`: who decides in `gezin_id` (a uuid) may be about to change. Each listener gives back what to call
  when it has; sent by `gezinnen.zeggenschap` only.
"""

from django.dispatch import Signal

persoon_veranderd = Signal()
deelname_begonnen = Signal()
deelname_verhuisd = Signal()
stopt_met_plan = Signal()
deelname_gestopt = Signal()
coordinator_gewisseld = Signal()
gezinslid_veranderd = Signal()
verhuist = Signal()
overlijden_hersteld = Signal()
herstel_gevraagd = Signal()
herstel_beantwoord = Signal()
zeggenschap_verandert = Signal()
