"""Nothing reaches for a network: not the suite, not what it starts, and all works where there is none."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

NETWORK_NOTES = "PARTNERSHIP_NETWORK_NOTES"
ROOT = Path(__file__).parents[2]
TRIES = {
    "connect": lambda: socket.socket().connect(("127.0.0.1", 9)),
    "a name": lambda: socket.getaddrinfo("example.org", 443),
    "a datagram": lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9)),
    "a page": lambda: urllib.request.urlopen("http://example.org"),
}
UNSHARE = shutil.which("unshare")
WITHOUT = (
    [str(UNSHARE), "--net"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [str(UNSHARE), "--net", "-r"]
)


def may_be_without() -> bool:
    """Whether this kernel lets us have a network of our own with nothing in it."""
    return UNSHARE is not None and subprocess.run([*WITHOUT, "true"], capture_output=True).returncode == 0


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's own tries are noted, which are meant."""
    monkeypatch.setenv(NETWORK_NOTES, str(tmp_path / "notes"))
    return tmp_path / "notes"


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # a socket that was refused is left to itself
@pytest.mark.parametrize("name", TRIES)
def test_whoever_reaches_for_a_network_in_this_suite_is_stopped(name: str, notes: Path) -> None:
    with pytest.raises(AssertionError, match="the network was reached for"):
        TRIES[name]()

    assert notes.read_text(encoding="utf-8").count("\n") == 1


def test_the_programs_that_the_suite_starts_are_stopped_as_well(notes: Path) -> None:
    program = "import socket\ntry: socket.create_connection(('127.0.0.1', 9))\nexcept BaseException: pass"

    done = subprocess.run([sys.executable, "-P", "-c", program], check=False)

    assert done.returncode == 0
    assert "getaddrinfo" in notes.read_text(encoding="utf-8")


def test_a_socket_of_this_computer_alone_is_no_network(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as ear, socket.socket(socket.AF_UNIX) as mouth:
        ear.bind(str(tmp_path / "s"))
        ear.listen()
        mouth.connect(str(tmp_path / "s"))

        assert mouth.getpeername() == str(tmp_path / "s")


@pytest.mark.slow
def test_the_example_and_a_sitting_work_where_there_is_no_network(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    if not may_be_without():
        pytest.skip("this kernel gives no empty network")
    only_itself = [*WITHOUT, sys.executable, "-c", "import socket; print(socket.if_nameindex())"]
    example = [*WITHOUT, sys.executable, "-m", "wizard", "example", tmp_path / "example"]
    sitting = [*WITHOUT, sys.executable, "-m", "pytest", "-q", "tests/content/test_own_flows.py"]

    seen = subprocess.run(only_itself, capture_output=True, text=True, check=True).stdout
    done = [subprocess.run(each, cwd=ROOT, capture_output=True, text=True) for each in (example, sitting)]

    assert seen.count("(") == 1, "there is nothing in it but the computer itself"
    assert [each.returncode for each in done] == [0, 0], done
    assert len(list((tmp_path / "example").glob("*.pdf"))) == 2
    record_property(
        "shown", "in an empty network: the example was printed, and flows were sat through and printed"
    )
