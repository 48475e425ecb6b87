"""What an installation knows of a service that says who somebody is: an OpenID provider of an employer, or for families."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Inlogdienst:
    """One OpenID provider, as the environment names it. At least one of `niveaus` and `amr` isn't empty (X2).

    `uitgever`: the issuer, as in the provider's own discovery document. `niveaus`: values of `acr` that are sure enough.
    `amr`: values of `amr` of which one is enough, for a provider that says it that way.
    """

    id: str
    naam: str
    uitgever: str
    client_id: str
    geheim: str
    niveaus: tuple[str, ...] = ()
    amr: tuple[str, ...] = ()
    voor_professionals: bool = True

    def is_zeker_genoeg(self, acr: object, amr: object) -> bool:
        """Whether what the provider says of how somebody logged in reaches the level that was agreed."""
        if isinstance(acr, str) and acr in self.niveaus:
            return True
        return isinstance(amr, list) and any(isinstance(wijze, str) and wijze in self.amr for wijze in amr)
