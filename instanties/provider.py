"""The OpenID provider as allauth knows it (it looks for this module by its name): who somebody is, and nothing more (X2)."""

import hashlib
from typing import Any

from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from instanties.inlogdienst import Inlogdienst

# Only signatures that the provider alone can make; never 'none', never one that is made with a shared secret.
ALGORITMES = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
NODIG = ("iss", "sub", "aud", "exp", "iat", "nonce")
# Seconds that two clocks may differ.
SPELING = 30
# Seconds that a fresh login is fresh, where it was asked.
VERS = 120


class TeLaagNiveau(OAuth2Error):
    """The provider knows who it is, but not surely enough."""


def dienst_met(naam: str) -> Inlogdienst | None:
    """The provider of this installation with that name."""
    return next((dienst for dienst in settings.INLOGDIENSTEN if dienst.id == naam), None)


def nonce_van(staat: str) -> str:
    """What the token must repeat. Made of the state, that belongs to one browser and works once: so it does too."""
    return salted_hmac("instanties.provider.nonce", staat, algorithm="sha256").hexdigest()


class InlogdienstOAuth2Adapter(OpenIDConnectOAuth2Adapter):
    """Reads the token as if it came from a stranger: signature, issuer, receiver, time, nonce and level."""

    @property
    def openid_config(self) -> dict[str, Any]:
        """The provider's own description. Raises OAuth2Error when it isn't of the issuer that was agreed."""
        config: dict[str, Any] = super().openid_config
        verwacht = self._dienst().uitgever
        if not isinstance(config, dict) or str(config.get("issuer", "")).rstrip("/") != verwacht.rstrip("/"):
            raise OAuth2Error("the discovery document names another issuer")
        if not {"authorization_endpoint", "token_endpoint", "jwks_uri"} <= set(config):
            raise OAuth2Error("the discovery document is not whole")
        return config

    def _dienst(self) -> Inlogdienst:
        dienst = dienst_met(self.provider_id)
        if dienst is None:
            raise OAuth2Error("not a provider of this installation")
        return dienst

    def complete_login(self, request: HttpRequest, app: Any, token: SocialToken, **kwargs: Any) -> SocialLogin:
        """Who it is, by the token alone. Raises OAuth2Error for whatever is wrong with it."""
        claims = self._lees(str(kwargs["response"].get("id_token") or ""))
        if claims["nonce"] != nonce_van(request.GET.get("state", "")):
            raise OAuth2Error("wrong nonce")
        if not self._dienst().is_zeker_genoeg(claims.get("acr"), claims.get("amr")):
            raise TeLaagNiveau("not the level that was agreed")
        login: SocialLogin = self.get_provider().sociallogin_from_response(request, claims)
        # When somebody last showed there who they are: only asked where it has to be fresh.
        login.ingelogd_op = claims.get("auth_time")
        return login

    def _lees(self, id_token: str) -> dict[str, Any]:
        import jwt

        try:
            if jwt.get_unverified_header(id_token).get("alg") not in ALGORITMES:
                raise OAuth2Error("unsupported signature")
            algoritme, sleutel = jwtkit.fetch_key(id_token, self.openid_config["jwks_uri"], jwtkit.lookup_kid_jwk)
            claims: dict[str, Any] = jwt.decode(
                id_token,
                key=sleutel,
                algorithms=[algoritme],
                issuer=self.openid_config["issuer"],
                audience=self._dienst().client_id,
                leeway=SPELING,
                options={"require": list(NODIG)},
            )
        except (jwt.PyJWTError, KeyError, TypeError, ValueError) as fout:
            raise OAuth2Error("invalid id_token") from fout
        # Meant for several: then it has to say for whom it was made.
        if claims.get("azp", self._dienst().client_id) != self._dienst().client_id:
            raise OAuth2Error("made for another")
        jwtkit.verify_jti(claims)
        return claims


class InlogdienstProvider(OpenIDConnectProvider):
    """Asks for nothing but who it is, at the level that was agreed, and keeps nothing but that."""

    oauth2_adapter_class = InlogdienstOAuth2Adapter

    def get_default_scope(self) -> list[str]:
        """No name, no mail address: who somebody is here, the invitation says."""
        return ["openid"]

    def extract_uid(self, data: dict[str, Any]) -> str:
        """The subject within its issuer: another provider under the same name never is the same person."""
        return hashlib.sha256(f"{data['iss']} {data['sub']}".encode()).hexdigest()

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:
        return []


provider_classes = [InlogdienstProvider]
