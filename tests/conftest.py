"""What every test shares: the `--slow` option, and the counts that tests show at the end of a run."""

import gc
import importlib.util
import os
import signal
import tempfile
from pathlib import Path

import pytest

# What the wizard keeps privately goes into a folder of the run's own, never into the one of whoever runs the tests.
PRIVATE = tempfile.TemporaryDirectory(prefix="partnership-tests-")  # lives as long as the run
os.environ["PARTNERSHIP_STATE"] = f"{PRIVATE.name}/state"
os.environ.pop("PARTNERSHIP_COMMAND", None)  # the suite may have been started by ./run
os.environ["PARTNERSHIP_CACHE"] = f"{PRIVATE.name}/cache"

# A run in the background ignores Ctrl-C, and one under `nohup` a closed window; so would every wizard that it starts.
for _name, _handler in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
    _number = getattr(signal, _name, None)  # no SIGHUP on Windows
    if _number is not None and signal.getsignal(_number) == signal.SIG_IGN:
        signal.signal(_number, _handler)

# No network: this process and the programs it starts find the module that refuses it. What is tried all the same
# is noted, for a test that swallows the refusal.
NO_NETWORK = Path(__file__).parent / "support" / "no_network"
NETWORK_NOTES = "PARTNERSHIP_NETWORK_NOTES"
os.environ.setdefault(NETWORK_NOTES, f"{PRIVATE.name}/network")  # of several processes, the first one's
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(NO_NETWORK), os.environ.get("PYTHONPATH"))))
_found = importlib.util.spec_from_file_location("no_network", NO_NETWORK / "sitecustomize.py")
assert _found
assert _found.loader
_found.loader.exec_module(importlib.util.module_from_spec(_found))


def pytest_sessionfinish(session: pytest.Session) -> None:
    notes = Path(os.environ[NETWORK_NOTES])
    if notes.exists():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        print(f"\nThe network was reached for:\n{notes.read_text(encoding='utf-8')}")


def pytest_unconfigure() -> None:
    PRIVATE.cleanup()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="also run the slow tests")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--slow"):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    items[:] = [item for item in items if item not in slow]
    config.hook.pytest_deselected(items=slow)


def pytest_collection_finish() -> None:
    gc.freeze()  # thousands of tests stay to the end: nothing need look through them for litter again and again


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what tests recorded with `record_property("shown", …)`, also from several processes."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "shown":
                terminalreporter.write_line(f"{value}")
