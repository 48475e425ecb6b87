"""What every installation shares. Nothing here reads the environment: each sibling says where its values come from."""

from pathlib import Path

from core.rooms import PRODUCTION
from instanties.inlogdienst import Inlogdienst

BASE_DIR = Path(__file__).resolve().parent.parent.parent

INSTALLED_APPS = [
    *PRODUCTION,
    "guardian",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.usersessions",
    "django_htmx",
    "template_partials",
    "django.contrib.humanize",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "config.koppen.KoppenMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.gezondheid.GezondheidMiddleware",
    "config.metingen.MetenMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages compressed, with Django's own answer to BREACH: an answer's length is blurred, and its CSRF token differs.
    "django.middleware.gzip.GZipMiddleware",
    # Before whoever reads what was sent.
    "core.clean_text.CleanTextMiddleware",
    "core.read_only.ReadOnlyMiddleware",
    # Before whoever first asks who is there: what comes along with that person is remembered (instanties/lezer.py).
    "core.memo.MemoMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "instanties.sessieduur.SessieduurMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "core.back_after_login.BackAfterLoginMiddleware",
    "core.kept_input.KeptInputMiddleware",
    "core.drafts.DraftsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "instanties.tweede_factor.TweedeFactorMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "logboek.middleware.LogboekMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
FORM_RENDERER = "core.forms.HouseRenderer"

# How long a process holds the words of the region before it reads them again (I7).
BEGRIPPEN_SECONDEN = 30

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.navigation.in_context",
                "instanties.sessieduur.in_context",
                "instanties.passkeys.in_context",
            ],
            "builtins": [
                "django.templatetags.i18n",
                # After Django's own: what is the same for everybody is worked out once.
                "core.templatetags.constants",
                "core.templatetags.parts",
                "woorden.templatetags.begrip",
                "woorden.templatetags.tijd",
                "woorden.templatetags.werkwijze",
                "toestemming.templatetags.namen",
            ],
        },
    },
]

# The database may keep what it prepared for a text, in a connection: core/kept_queries.py asks for it, nobody else does.
PREPARED = {"prepare_threshold": 5}

AUTH_USER_MODEL = "instanties.Gebruiker"
AUTHENTICATION_BACKENDS = [
    "instanties.inlogcontrole.Inlogcontrole",
    "guardian.backends.ObjectPermissionBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "instanties.wachtwoorden.LijktNietOpUzelf"},
    {"NAME": "instanties.wachtwoorden.LangGenoeg", "OPTIONS": {"min_length": 12}},
    {"NAME": "instanties.wachtwoorden.NietVaakGebruikt"},
    {"NAME": "instanties.wachtwoorden.GeenWoordenVanHier"},
]

# Rights are asked through our own tables: no anonymous guardian user, no generic object permissions.
ANONYMOUS_USER_NAME = None
GUARDIAN_MONKEY_PATCH_USER = False
GUARDIAN_MONKEY_PATCH_GROUP = False

ACCOUNT_USER_MODEL_USERNAME_FIELD = "inlognaam"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_ADAPTER = "instanties.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "instanties.inlogformulieren.Inloggen",
    "reset_password": "instanties.inlogformulieren.WachtwoordVergeten",
    "reset_password_from_key": "instanties.inlogformulieren.WachtwoordHerstellen",
    "change_password": "instanties.inlogformulieren.WachtwoordWijzigen",
    "reauthenticate": "instanties.inlogformulieren.OpnieuwWachtwoord",
}
ACCOUNT_SESSION_REMEMBER = False
# Beside those of allauth itself: trying codes of invitations; and wrong passwords and codes, for longer the more there
# were. The key is a name from one address (instanties/adapter.py): who tries a name from elsewhere shuts nobody out.
ACCOUNT_RATE_LIMITS = {
    "welkom": "20/5m/ip,60/1h/ip",
    # Being refused after a login elsewhere.
    "inlogdienst": "20/5m/ip",
    # Trying codes of one-time links: each link counts its own, too.
    "antwoord": "20/5m/ip,10/5m/key",
    # A family that asks for help without an account: a whole neighbourhood may share one address.
    "hulp_vragen": "60/1h/ip",
    "login_failed": "10/m/ip,100/1h/ip,5/5m/key,10/1h/key,20/1d/key",
    "reset_password": "20/m/ip,60/1h/ip,5/m/key,10/1h/key",
}
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
MFA_ADAPTER = "instanties.adapter.MFAAdapter"
MFA_FORMS = {
    "authenticate": "instanties.inlogformulieren.TweedeStap",
    "reauthenticate": "instanties.inlogformulieren.OpnieuwTweedeStap",
    "activate_totp": "instanties.inlogformulieren.TweedeStapInstellen",
    "add_webauthn": "instanties.passkeys.ToevoegForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
# A phone whose clock is half a minute off gets in as well.
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = "Eén Gezin, Eén Plan"
SOCIALACCOUNT_ADAPTER = "instanties.inlogdiensten.SocialAccountAdapter"
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
# The OpenID providers of this installation: production reads them from its environment.
INLOGDIENSTEN: tuple[Inlogdienst, ...] = ()
USERSESSIONS_TRACK_ACTIVITY = False

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Sessions live in the database: with the broker gone people stay logged in.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
# How long somebody stays logged in: instanties/sessieduur.py. A row lives on for a day, so that what was typed after
# the end still finds its writer.
SESSION_COOKIE_AGE = 60 * 60 * 24
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
# What was just done is told once, from the session: a message may hold a name, and a cookie is no place for that.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "object-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
    },
}

# Role names in the database: the owner migrates, the app does everything else.
DATABASE_APP_ROL = "app"

CELERY_TIMEZONE = "Europe/Amsterdam"
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A killed worker's task comes back after the visibility timeout; without the throttle only after a hundred polls.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 120,
    "unacked_restore_throttle": 1,
    "socket_timeout": 5,
    "socket_connect_timeout": 1,
    "max_retries": 0,
}
# A lost broker must not hold up a page: the beat finds what a nudge missed.
CELERY_BROKER_CONNECTION_TIMEOUT = 1

EMAIL_TIMEOUT = 10
# A form of ours is text: a megabyte, a thousand fields, and no file at all.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 0
# Who to tell about a leak (security.txt): a mail address or a web address. Empty: there is no such page.
VEILIGHEID_CONTACT = ""

# Where the newest seal of the logboek is mailed every day. Empty: to the privacy officers.
ZEGEL_MAIL = ""

# True only in the practice environment: shows the practice bar and lets the clock be moved.
OEFENOMGEVING = False

# Figures for Prometheus: without a token there are none. Where several processes keep theirs; empty: there is one.
METINGEN_TOKEN = ""
METINGEN_MAP = ""
VERSIE = "ontwikkeling"

# Whether log lines are JSON without personal data (core/log_lines.py), also those of the worker.
LOG_AS_JSON = False
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
