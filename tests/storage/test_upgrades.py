"""Older plan files, step by step; newer ones not at all."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.errors import Problem
from wizard.storage import upgrades
from wizard.storage.draft import FORMAT
from wizard.storage.upgrades import STEPS, upgraded


def test_todays_format_stays_as_it_is() -> None:
    data = {"format": str(FORMAT), "about": {"name": "Two Rivers"}}

    assert upgraded(data) == (data, FORMAT)


def test_there_is_a_step_from_every_older_format() -> None:
    assert set(STEPS) == set(range(1, FORMAT))


def test_an_older_file_takes_every_step_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrades, "FORMAT", 3)
    steps = {
        1: lambda data: {**data, "title": data["name"]},
        2: lambda data: (
            {key: value for key, value in data.items() if key != "name"} | {"seen": data["format"]}
        ),
    }

    data, came = upgraded({"format": "1", "name": "Two Rivers"}, steps)

    assert (data, came) == ({"format": "3", "title": "Two Rivers", "seen": "2"}, 1)


def test_the_data_that_came_is_not_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrades, "FORMAT", 2)
    came = {"format": "1", "name": "x"}

    upgraded(came, {1: lambda data: {**data, "name": "y"}})

    assert came == {"format": "1", "name": "x"}


@pytest.mark.parametrize("said", [str(FORMAT + 1), "99"])
def test_a_newer_format_is_refused(said: str) -> None:
    with pytest.raises(Problem) as caught:
        upgraded({"format": said})

    assert (caught.value.key, caught.value.details) == ("plan.newer", {"found": int(said), "known": FORMAT})


@pytest.mark.parametrize("said", ["0", "-1", "1.0", "one", "", "²", "9" * 5000, None, ["1"], {"a": "b"}])
def test_what_is_no_format_is_refused(said: Any) -> None:
    with pytest.raises(Problem) as caught:
        upgraded({"format": said})

    assert caught.value.key == "plan.format"


def test_what_names_no_format_is_no_plan() -> None:
    with pytest.raises(Problem) as caught:
        upgraded({"about": {}})

    assert caught.value.key == "plan.no_format"


@given(st.text(max_size=8))
def test_whatever_stands_there_is_read_or_refused(said: str) -> None:
    with contextlib.suppress(Problem):
        _, came = upgraded({"format": said})

        assert 1 <= came <= FORMAT
