"""An OpenID provider as an employer has one: django-oauth-toolkit, in a process of its own, on 127.0.0.1.

It keeps to the rules (a registered redirect address, the client's secret, PKCE) and signs with a key made at its start.
Whoever logs in says on its login page who that is, at which level, and what the token is to have wrong.
Run as `python -m tests.openid.aanbieder <folder> <port> <redirect address>...`.
"""

import json
import sys
from base64 import urlsafe_b64encode
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings

NA_UITLOGGEN = "http://testserver/account/inloggen/"
CLIENT_ID, GEHEIM = "plan", "het-geheim-van-de-proef"


def new_key() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    kind = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return key.private_bytes(*kind).decode()


def configure(folder: Path, issuer: str) -> None:
    settings.configure(
        SECRET_KEY="alleen-voor-de-proef",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "oauth2_provider",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "aanbieder.sqlite3"}},
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
        # The client's secret is checked at every login.
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        LOGIN_URL="/inloggen/",
        SESSION_COOKIE_NAME="aanbieder",
        OAUTH2_PROVIDER={
            "OIDC_ENABLED": True,
            "OIDC_RSA_PRIVATE_KEY": new_key(),
            "OIDC_ISS_ENDPOINT": issuer,
            "OIDC_RP_INITIATED_LOGOUT_ENABLED": True,
            "OAUTH2_VALIDATOR_CLASS": f"{__name__}.validator",
            "SCOPES": {"openid": "wie u bent"},
            "PKCE_REQUIRED": True,
        },
    )
    django.setup()


# What the tokens of each person say beside, or instead of, what they ought to say.
CLAIMS: dict[str, dict] = {}


def urls():
    from django.contrib.auth import get_user_model, login
    from django.http import HttpResponse, HttpResponseRedirect
    from django.urls import include, path

    def log_in(request):
        if request.method != "POST":
            return HttpResponse("<form method=post>")
        user, _new = get_user_model().objects.get_or_create(username=request.POST["wie"])
        CLAIMS[user.username] = json.loads(request.POST["claims"])
        login(request, user)
        return HttpResponseRedirect(request.GET["next"])

    def who(request):
        return HttpResponse(request.user.get_username())

    return [
        path("inloggen/", log_in),
        path("wie/", who),
        path("o/", include("oauth2_provider.urls", namespace="oauth2_provider")),
    ]


def make_validator():
    from jwcrypto import jwk, jwt
    from oauth2_provider.oauth2_validators import OAuth2Validator

    class Validator(OAuth2Validator):
        oidc_claim_scope = None

        def get_id_token_dictionary(self, token, token_handler, request):
            claims, expires = super().get_id_token_dictionary(token, token_handler, request)
            own = {key: value for key, value in CLAIMS[request.user.username].items() if not key.startswith("_")}
            return claims | {"sub": request.user.username} | own, expires

        def finalize_id_token(self, id_token, token, token_handler, request):
            whole = super().finalize_id_token(id_token, token, token_handler, request)
            return self.spoil(whole, id_token, request, CLAIMS[request.user.username].get("_bederf"))

        def spoil(self, whole, id_token, request, how):
            """The token, signed by somebody else or not at all, or with its words changed on the way."""
            kid = request.client.jwk_key.thumbprint()
            if how == "andere sleutel":
                other = jwt.JWT(header={"alg": "RS256", "kid": kid}, claims=json.dumps(id_token, default=str))
                other.make_signed_token(jwk.JWK.from_pem(new_key().encode()))
                return other.serialize()
            head, body, signature = whole.split(".")
            if how == "zonder handtekening":
                return f"{encode({'alg': 'none', 'kid': kid})}.{body}."
            if how == "gedeeld geheim":
                return f"{encode({'alg': 'HS256', 'kid': kid})}.{body}.{signature}"
            if how == "woorden veranderd":
                return f"{head}.{encode(id_token | {'acr': 'urn:niveau:hoog'})}.{signature}"
            if how == "geen token":
                return "geen.echt.token"
            return whole

    return Validator


def encode(part: dict) -> str:
    return urlsafe_b64encode(json.dumps(part, default=str).encode()).decode().rstrip("=")


class Quiet(WSGIRequestHandler):
    def log_message(self, *args) -> None:
        """No line for each request."""


def main() -> None:
    global urlpatterns, validator
    from django.core.management import call_command
    from django.core.servers.basehttp import ThreadedWSGIServer
    from django.core.wsgi import get_wsgi_application

    folder, port, *redirects = sys.argv[1:]
    configure(Path(folder), f"http://127.0.0.1:{port}/o")
    urlpatterns, validator = urls(), make_validator()
    call_command("migrate", verbosity=0)
    from oauth2_provider.models import Application

    Application.objects.create(
        name="plan",
        client_id=CLIENT_ID,
        client_secret=GEHEIM,
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
        redirect_uris=" ".join(redirects),
        post_logout_redirect_uris=NA_UITLOGGEN,
        skip_authorization=True,
        algorithm=Application.RS256_ALGORITHM,
    )
    server = ThreadedWSGIServer(("127.0.0.1", int(port)), Quiet)
    server.set_app(get_wsgi_application())
    sys.stdout.write("klaar\n")
    sys.stdout.flush()
    server.serve_forever()


urlpatterns: list = []
validator = None

if __name__ == "__main__":
    main()
