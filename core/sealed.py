"""Text and secrets that lie in the database and are of no use to who reads the database, or a copy of it, alone (X6)."""

import base64
import hashlib
import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


def keys(purpose: str) -> MultiFernet:
    """Keys for one purpose, made of SECRET_KEY and its fallbacks, so that the key can be changed without losing anything."""
    return MultiFernet(
        Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"{purpose}:{secret!s}".encode()).digest()))
        for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    )


def seal(purpose: str, content: Any) -> str:
    """What can be written as JSON, unreadable without SECRET_KEY."""
    return keys(purpose).encrypt(json.dumps(content).encode()).decode()


def unseal(purpose: str, sealed: Any) -> Any:
    """What was sealed for this purpose; None when it can't be read: another key, or something else."""
    try:
        return json.loads(keys(purpose).decrypt(str(sealed)))
    except InvalidToken:
        return None
