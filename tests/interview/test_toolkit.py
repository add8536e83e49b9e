"""The toolkit loaded: the same from its files and from the cache, also where a flow leaves something empty."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.anybody import anybody
from tests.support.small_flows import write
from wizard import words
from wizard.errors import Faults, Problem
from wizard.interview import toolkit as toolkits
from wizard.interview.checking.flows import checked
from wizard.interview.flow import Toolkit


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARTNERSHIP_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "flows"
    made.mkdir()
    return made


def as_checked(folder: Path) -> Toolkit:
    toolkit, faults, _ = checked(folder)
    assert faults == []
    assert toolkit is not None
    return toolkit


def test_the_toolkit_from_the_cache_is_the_one_from_the_files(folder: Path, cache: Path) -> None:
    write(folder)

    made, kept = toolkits.load(folder), toolkits.load(folder)

    assert len(list(cache.glob("flows-*.json"))) == 1
    assert made == kept == as_checked(folder)


def test_the_shipped_toolkit_is_whole_after_the_cache() -> None:
    made, kept = toolkits.load(), toolkits.load()

    assert made == kept
    assert made.questions["GO-06"].parts[0].quick
    assert made.choices["ps"].by_key["fifth"].only_if == {"define.ps": {"is": "five"}}


@pytest.mark.parametrize(
    "change",
    [
        ("about.yaml", "minutes: 1.5", "minutes: 0"),
        ("about.yaml", "toolkit: Partnership 101", 'toolkit: ""'),
        ("about.yaml", "text: Welcome to all.", 'text: ""'),
        ("about.yaml", "default: {from: about.period.start, months: 12}", "default: {}"),
        ("toolkit.yaml", "nevers: [Names of people]", "nevers: []"),
        ("toolkit.yaml", "credits: The group itself.", 'credits: ""'),
    ],
    ids=lambda change: change[2],
)
def test_what_is_left_empty_stays_empty(folder: Path, change: tuple[str, str, str]) -> None:
    write(folder, change)

    made, kept = toolkits.load(folder), toolkits.load(folder)

    assert made == kept == as_checked(folder)


def test_a_changed_flow_is_read_again(folder: Path, cache: Path) -> None:
    write(folder)
    toolkits.load(folder)
    write(folder, ("about.yaml", "ask: What is it called?", "ask: What do you call it?"))

    changed = toolkits.load(folder)

    assert changed.questions["OWN-1"].ask == "What do you call it?"
    assert len(list(cache.glob("flows-*.json"))) == 2


def test_a_flow_with_faults_is_refused_every_time(folder: Path, cache: Path) -> None:
    write(folder, ("about.yaml", "fills: about.name", "fills: about.nam"))

    for _ in range(2):
        with pytest.raises(Faults) as caught:
            toolkits.load(folder)
        assert [fault.key for fault in caught.value.faults] == ["flows.unknown_path"]
    assert list(cache.glob("flows-*.json")) == []


def _folder(path: Path) -> None:
    path.mkdir()


def _dangling(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("make", [_folder, _dangling, _pipe])
def test_a_flow_that_cannot_be_opened_is_named(folder: Path, make: Callable[[Path], None]) -> None:
    write(folder)
    make(folder / "odd.yaml")

    with pytest.raises(Faults) as caught:
        toolkits.load(folder)

    assert [(fault.key, fault.file) for fault in caught.value.faults] == [("flows.not_opened", "odd.yaml")]


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder of flows that anybody may read; pytest's own folders are closed to others."""
    with tempfile.TemporaryDirectory() as place:
        shared = Path(place)
        shared.chmod(0o755)
        write(shared)
        toolkits.load(shared)  # what is needed for reading is there before rights are taken away
        yield shared
        shared.chmod(0o755)


def test_a_flow_that_may_not_be_read_is_named(shared: Path) -> None:
    (shared / "about.yaml").chmod(0)

    with anybody(), pytest.raises(Faults) as caught:
        toolkits.load(shared)

    assert [(fault.key, fault.file) for fault in caught.value.faults] == [("flows.not_opened", "about.yaml")]


@pytest.mark.parametrize("mode", [0o000, 0o111, 0o444])
def test_a_folder_that_is_closed_is_one_sentence(shared: Path, mode: int) -> None:
    shared.chmod(mode)

    with anybody(), pytest.raises(Problem) as caught:
        toolkits.load(shared)

    assert caught.value.key == "flows.closed"
    assert str(shared) in words.of(caught.value)


def test_a_broken_cache_is_made_anew(folder: Path, cache: Path) -> None:
    write(folder)
    made = toolkits.load(folder)
    (file,) = cache.glob("flows-*.json")
    file.write_text('{"outline": ', encoding="utf-8")

    again = toolkits.load(folder)

    assert again == made


def test_a_question_is_found_by_its_part_and_its_section(folder: Path) -> None:
    write(folder)
    toolkit = toolkits.load(folder)

    assert toolkit.asked_by["OWN-2.age"].id == "OWN-2"
    assert toolkit.home["OWN-3"].section == "build"
    assert list(toolkit.lists) == ["build.members"]
    assert toolkit.filling["about.name"].id == "OWN-1.name"
    assert toolkit.choices_of(toolkit.filling["about.name"]).options == ()


def test_a_single_question_in_the_order_is_taken_out_of_its_section(folder: Path) -> None:
    write(folder, ("toolkit.yaml", "order: [about, build]", "order: [OWN-3, about, build]"))

    toolkit = toolkits.load(folder)

    assert list(toolkit.questions) == ["OWN-3", "OWN-1", "OWN-2", "OWN-4"]
    assert toolkit.home["OWN-3"].section == "build"
