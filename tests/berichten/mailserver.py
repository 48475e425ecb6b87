"""A real SMTP server on this machine, that can refuse, hang up, wait and go away."""

import asyncio
import socket
import threading
from collections import Counter
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller


class Mailserver:
    """Takes mail; `weigert` refuses a receiver, `hangt_op` breaks the line during the mail, `wacht` holds each mail."""

    def __init__(self) -> None:
        self.brieven: list[EmailMessage] = []
        self.weigert: dict[str, str] = {}
        self.hangt_op: set[str] = set()
        self.verbindingen = 0
        self.wacht: threading.Event | None = None
        self.ontvangt = threading.Event()
        with socket.socket() as vrij:
            vrij.bind(("127.0.0.1", 0))
            self.poort = vrij.getsockname()[1]
        self._controller: Controller | None = None

    def start(self) -> "Mailserver":
        self._controller = Controller(self, hostname="127.0.0.1", port=self.poort)
        self._controller.start()
        return self

    def stop(self) -> None:
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    def per_ontvanger(self) -> Counter[str]:
        return Counter(brief["To"] for brief in self.brieven)

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802 - aiosmtpd's name
        self.verbindingen += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):  # noqa: N802
        if address in self.weigert:
            return self.weigert[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.ontvangt.set()
        if self.hangt_op.intersection(envelope.rcpt_tos):
            server.transport.abort()
            return "421 tot ziens"
        while self.wacht is not None and not self.wacht.is_set():
            await asyncio.sleep(0.02)
        self.brieven.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"
