"""A color of one's own: read as it is typed, never too light, and followed by the whole family of the accent."""

import re
from pathlib import Path

import pytest

from wizard import words
from wizard.cli import main
from wizard.document import printed_plan
from wizard.document.look import CONTRAST, GROUNDS, TINTS, Look, color_of, contrast, readable
from wizard.document.options import DocumentOptions
from wizard.errors import Usage
from wizard.interview import toolkit as toolkits
from wizard.interview.survey import survey
from wizard.publishing.options import look_of
from wizard.storage.draft import Draft

ROOT = dict(
    re.findall(
        r"--([a-z-]+): (#[0-9a-f]{6}|var\([a-z-]+\));",
        (printed_plan.SHARED / "style" / "1-look.css").read_text("utf-8"),
    )
)


def composed(look: Look) -> str:
    here = survey(toolkits.load(), Draft(path="quick"))
    return printed_plan.printed_plan(here, options=DocumentOptions(look=look)).html


@pytest.mark.parametrize("said", ["#1C5190", "1c5190", " #1c5190 "])
def test_a_color_is_read_as_people_type_it(said: str) -> None:
    assert color_of(said) == "#1c5190"
    assert color_of("#15a") == "#1155aa"


@pytest.mark.parametrize(
    "said", ["", "blue", "#12345", "#1234567", "rgb(1,2,3)", "#12345g", "#١٢٣", "#1c5190;x:y"]
)
def test_what_is_no_color_is_told_what_to_type(said: str) -> None:
    with pytest.raises(Usage) as told:
        color_of(said)

    assert "'#1c5190'" in words.of(told.value)


@pytest.mark.parametrize(
    "color",
    [f"#{r}{g}{b}" for r in ("00", "7f", "ff") for g in ("00", "7f", "ff") for b in ("00", "7f", "ff")],
)
def test_every_color_can_be_read_on_paper_and_writes_white_after_as_little_darkening_as_needed(
    color: str,
) -> None:
    used = readable(color)

    lowest = min(contrast(used, ground) for ground in GROUNDS)
    assert lowest >= CONTRAST
    assert (
        used == color
        if min(contrast(color, ground) for ground in GROUNDS) >= CONTRAST
        else lowest < CONTRAST + 0.4
    )


def test_darker_keeps_the_hue() -> None:
    red, green, blue = (int(readable("#ffcc33")[place : place + 2], 16) for place in (1, 3, 5))

    assert red > green > blue
    assert green / red == pytest.approx(0xCC / 0xFF, abs=0.02)


def test_the_grounds_are_those_of_the_style() -> None:
    assert (ROOT["paper"], ROOT["wash"]) == GROUNDS
    assert contrast("#ffffff", "#000000") == pytest.approx(21)


def test_the_whole_family_of_the_accent_follows_and_no_other_color() -> None:
    style = Look("#7a1f5c").style()
    family = {
        name for name, value in ROOT.items() if name.startswith(("accent", "level")) and value.startswith("#")
    }

    set_anew = set(re.findall(r"--([a-z-]+):", style))

    assert set_anew == family == {"accent", *TINTS}
    assert contrast(re.findall(r"--accent-soft:(#\w+)", style)[0], ROOT["ink"]) > 7
    assert Look().style() == ""


def test_a_page_has_the_color_after_its_own_and_the_same_page_without() -> None:
    plain, colored = composed(Look()), composed(Look("#7a1f5c"))

    assert colored.replace(Look("#7a1f5c").style(), "") == plain
    assert colored.index("--accent: #0e5561") < colored.index("--accent:#7a1f5c")


def test_a_color_that_is_too_light_is_darkened_and_told() -> None:
    look, remark = look_of("#9ac", None)
    same, silence = look_of("#1c5190", None)

    assert look.color == readable("#99aacc")
    assert "#99aacc" in remark
    assert str(look.color) in remark
    assert (same.color, silence) == ("#1c5190", "")


def test_the_command_takes_a_color_and_refuses_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "ours.plan.yaml"
    plan.write_text(
        "format: 1\ntoolkit: colorado@1\nlanguage: en\nplan_id: p-7f3kq2\npath: quick\n", encoding="utf-8"
    )

    codes = [
        main(["print", "--one-page", str(plan), "--color", said, "--html", str(tmp_path)])
        for said in ("blue", "fd0")
    ]

    assert codes == [2, 0]
    assert capsys.readouterr().err.count("\n") == 2
    assert f"--accent:{readable('#ffdd00')}" in (tmp_path / "ours-one-page.html").read_text("utf-8")
