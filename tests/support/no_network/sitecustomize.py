"""No network, proved: a Python that finds this when it starts refuses to reach for one, and notes what was tried.

Found by the suite itself and, through PYTHONPATH, by the programs it starts.
"""

import os
import sys

UNIX = 1  # the family of sockets that lead to this computer alone
NOTES = (
    "PARTNERSHIP_NETWORK_NOTES"  # the file that notes what was asked for, in case somebody goes on regardless
)
ASKS = frozenset(
    (
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "socket.getnameinfo",
        "http.client.connect",
        "urllib.Request",
        "ftplib.connect",
        "smtplib.connect",
        "imaplib.open",
        "poplib.connect",
        "webbrowser.open",
    )
)
REACHES = frozenset(("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"))


def listen(event: str, given: "tuple[object, ...]") -> None:
    """Raises AssertionError for whatever would leave this computer."""
    if event in ASKS or (event in REACHES and getattr(given[0], "family", None) != UNIX):
        if notes := os.environ.get(NOTES):
            with open(notes, "a", encoding="utf-8") as file:  # noqa: PTH123 — nothing is imported that is not there
                file.write(f"{event} {given[1:]}\n")
        raise AssertionError(f"the network was reached for: {event} {given[1:]}")


sys.addaudithook(listen)
