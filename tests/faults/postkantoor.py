"""A mail server in a process of its own: `python -m tests.faults.postkantoor <port> <folder>`.

What it took lies in `<folder>/aangenomen`: one line per mail, Message-ID and receiver. How it behaves stands in
`<folder>/gedrag` and may change while it runs: gewoon, om_en_om (refuses every second mail for now), hangt (takes the
mail and never answers), stil (never answers at all).
"""

import asyncio
import itertools
import sys
from email import message_from_bytes, policy
from pathlib import Path

from aiosmtpd.controller import Controller

LANG = 3600


class Postkantoor:
    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.teller = itertools.count()

    @property
    def gedrag(self) -> str:
        return (self.map / "gedrag").read_text().strip()

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802 - aiosmtpd's name
        if self.gedrag == "stil":
            await asyncio.sleep(LANG)
        session.host_name = hostname
        return responses

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802
        if self.gedrag == "om_en_om" and next(self.teller) % 2:
            return "451 4.7.1 probeer het later nog eens"
        brief = message_from_bytes(envelope.content, policy=policy.default)
        with (self.map / "aangenomen").open("a") as lijst:
            lijst.write(f"{brief['Message-ID']} {','.join(envelope.rcpt_tos)}\n")
        if self.gedrag == "hangt":
            await asyncio.sleep(LANG)
        return "250 OK"


if __name__ == "__main__":
    Controller(Postkantoor(Path(sys.argv[2])), hostname="127.0.0.1", port=int(sys.argv[1])).start()
    asyncio.run(asyncio.sleep(10 * LANG))
