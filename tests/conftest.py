"""What every test shares: the `--slow` option, and the counts that tests show at the end of a run."""

import os
import tempfile

import pytest

# What the wizard keeps privately goes into a folder of the run's own, never into the one of whoever runs the tests.
PRIVATE = tempfile.TemporaryDirectory(prefix="partnership-tests-")  # lives as long as the run
os.environ["PARTNERSHIP_STATE"] = f"{PRIVATE.name}/state"
os.environ.pop("PARTNERSHIP_COMMAND", None)  # the suite may have been started by ./run
os.environ["PARTNERSHIP_CACHE"] = f"{PRIVATE.name}/cache"


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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what tests recorded with `record_property("shown", …)`, also from several processes."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "shown":
                terminalreporter.write_line(f"{value}")
