"""Plan files of every format there ever was: each opens for good, and nothing that stood in it gets lost.

Files in tests/golden are never changed. A new format adds files of its own beside them.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings

from tests.support.shipped import toolkit
from tests.support.whole_plans import drafts
from wizard.document.printed_plan import printed_plan
from wizard.interview.survey import survey
from wizard.storage import plan_file
from wizard.storage.draft import FORMAT, Draft, OpenPoint
from wizard.storage.yaml import text

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*.plan.yaml"))


def leaves(data: Any, at: tuple[object, ...] = ()) -> Iterator[tuple[tuple[object, ...], Any]]:
    """Every value of a file with its place."""
    if isinstance(data, dict | list):
        pairs = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in pairs:
            yield from leaves(value, (*at, key))
    elif data is not None:
        yield at, data


def missing(before: bytes, after: bytes) -> list[tuple[object, ...]]:
    """The places whose value is gone or changed, but for the number of the format."""
    kept = dict(leaves(text.read(after).data))
    found = leaves(text.read(before).data)
    return [at for at, value in found if kept.get(at) != value and at != ("format",)]


def test_there_is_a_golden_file_of_every_format() -> None:
    formats = {int(re.match(r"format-(\d+)", each.name)[1]) for each in GOLDEN}  # type: ignore[index]

    assert formats == set(range(1, FORMAT + 1))
    assert len(GOLDEN) >= 3


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.name)
def test_a_golden_file_opens_and_keeps_every_value_when_it_is_saved(file: Path) -> None:
    raw = file.read_bytes()

    draft = plan_file.draft_of(raw, file.name)

    assert len(list(leaves(text.read(raw).data))) > 40
    assert missing(raw, plan_file.text_of(draft).encode()) == []


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.name)
def test_a_golden_file_prints(file: Path) -> None:
    draft = plan_file.draft_of(file.read_bytes())

    html = printed_plan(survey(toolkit(), draft)).html

    assert "<h1" in html


def test_a_value_that_is_lost_would_be_seen() -> None:
    raw = GOLDEN[0].read_bytes()
    draft = plan_file.draft_of(raw)
    draft.put("about.name", None)

    assert missing(raw, plan_file.text_of(draft).encode()) == [("about", "name")]


PLAIN = re.compile(r"<(?:script|iframe|object|style\b[^>]*>.*?<style\b.*?<style)|[\ue000-\uf8ff]", re.DOTALL)
LINK = re.compile(r'(?:href|src)="([^"#][^"]*)"')


def outside(draft: Draft) -> tuple[set[str], list[str]]:
    """Where the printed page of a draft leads to, and what in it is no plain page."""
    html = printed_plan(survey(toolkit(), draft)).html
    return set(LINK.findall(html)), PLAIN.findall(html)


OWN_LINKS, _ = outside(plan_file.draft_of(GOLDEN[0].read_bytes()))


def strange(draft: Draft) -> list[str]:
    """What an answer has put into the printed page: a link that leads out of it, or markup."""
    links, odd = outside(draft)
    return [*(links - OWN_LINKS), *odd]


@settings(max_examples=6, deadline=None)
@given(drafts())
@example(
    Draft(open_points=[OpenPoint("trust.factors", "not_decided")])
)  # a grid of which nothing is answered
def test_any_plan_prints_and_no_answer_becomes_a_link_or_a_tag(draft: Draft) -> None:
    assert strange(draft) == []


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(drafts())
def test_hundreds_of_plans_print(draft: Draft) -> None:
    assert strange(draft) == []


@settings(max_examples=40, deadline=None)
@given(drafts())
def test_any_plan_is_saved_and_read_without_a_loss(draft: Draft) -> None:
    raw = plan_file.text_of(draft).encode()

    again = plan_file.draft_of(raw)

    assert plan_file.text_of(again).encode() == raw
    assert missing(raw, plan_file.text_of(again).encode()) == []
