"""What toestemming tells the rooms above it. Sent inside the transaction of the act, so that all or nothing happens.

- `vlag_veranderd`: a safety flag of `gezin` was set or lifted: what somebody is asked about may be kept from him now.
  Carries `nu` and `door`.
"""

from django.dispatch import Signal

vlag_veranderd = Signal()
