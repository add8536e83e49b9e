"""Letters of every script: one face for a word and a heading, lines in their direction, signs of the same meaning."""

import json
from pathlib import Path

import pytest

from tests.support.shipped import toolkit
from wizard.document import printed_plan
from wizard.document.document import Document
from wizard.document.letters import faces
from wizard.document.letters.letters import STAND_IN, Letters, is_right_to_left
from wizard.interview.filling import fill
from wizard.interview.survey import survey
from wizard.storage.draft import Draft

LATIN = frozenset(map(chr, range(0x20, 0x17F)))
SCRIPTS = {
    "arabic": "مرحبا فارسی",
    "ethiopic": "አማርኛ ትግርኛ",
    "thai": "ไทย",
    "devanagari": "हिन्दी नेपाली",
    "hebrew": "שלום",
    "cherokee": "ᏣᎳᎩ",
    "myanmar": "မြန်မာ",
    "bengali": "বাংলা",
    "khmer": "ខ្មែរ",
    "lao": "ລາວ",
    "georgian": "ქართული",
    "armenian": "Հայերեն",
    "tamil": "தமிழ்",
    "gurmukhi": "ਪੰਜਾਬੀ",
    "latin": "Ƙasa Tsėhésenėstsestȯtse",
}


def printed(answers: object) -> Document:
    plan = fill(toolkit(), Draft(path="full"), [("answers.json", json.dumps(answers).encode())]).draft
    return printed_plan.printed_plan(survey(toolkit(), plan))


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_is_drawn_with_a_face_of_its_own(script: str) -> None:
    letters = Letters(LATIN)

    drawn = letters.plain(SCRIPTS[script])

    assert (drawn, letters.missing) == (SCRIPTS[script], {})
    assert script in letters.faces


def test_a_plan_in_many_scripts_brings_its_faces_and_another_plan_brings_none() -> None:
    many = printed({"define": {"mission": "\n".join(SCRIPTS.values())}})
    plain = printed({"define": {"mission": "Nobody waits for an answer. ¿Sí? Łódź"}})

    assert many.unprintable == ()
    assert {f"NotoSans{name}-Regular.ttf" for name in ("Arabic", "Ethiopic", "Thai", "Hebrew")} <= set(
        many.assets
    )
    assert not [name for name in plain.assets if name.startswith("NotoSans")]


def test_every_face_that_is_brought_along_is_there_with_its_licence() -> None:
    files = [file for face in faces.FACES[:-1] for file in face.files().values()]

    assert len(files) > 30
    assert [file.name for file in files if not file.is_file()] == []
    assert (files[0].parent / "OFL.txt").is_file()


def test_ticked_and_crossed_boxes_print_as_what_they_mean() -> None:
    letters = Letters(LATIN)

    drawn = letters.plain("☐ ☑ ☒ ✔ ✘ ✅ ❌ → ➔ ① Ａ")

    assert drawn == "☐ ☑ ☒ ✔ ✘ ✔ ✘ → ➔ ① A"
    assert STAND_IN not in drawn


def test_a_word_with_a_letter_that_the_face_lacks_is_set_whole_in_another() -> None:
    html = Letters(LATIN).html("In Ƙasa & Bluff")

    assert html == 'In <span class="face-latin">Ƙasa</span> &amp; Bluff'


def test_a_heading_with_a_letter_that_its_face_lacks_is_set_whole_in_the_face_of_the_text() -> None:
    navajo = printed({"about": {"name": "Hózhǫ́ Naahaazhǫ́ Partnership"}}).html
    english = printed({"about": {"name": "Two Rivers Partnership"}}).html

    assert 'class="unlisted in-text-face">Hózhǫ́' in navajo
    assert 'class="unlisted in-text-face"' not in english


def test_lines_written_from_the_right_stand_from_the_right() -> None:
    html = printed({"define": {"mission": "One\nمرحبا بكم\nTwo"}, "about": {"name": "شراكة"}}).html

    assert 'One<span class="line" dir="rtl">مرحبا بكم</span>Two' in html
    assert 'dir="rtl">شراكة</h1>' in html


@pytest.mark.parametrize(("text", "expected"), [("(1) שלום", True), ("Two مرحبا", False), ("12 · —", False)])
def test_the_first_letter_with_a_direction_decides(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected


def test_an_installed_face_draws_what_is_too_large_to_bring_along(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "face.ttf"
    own.write_bytes(faces.LATIN.files()[400].read_bytes())
    monkeypatch.setattr(faces, "installed_file", lambda: own)

    assert not faces.CJK.has("我")  # that face has no such letter
    assert faces.CJK.covers("我")
    assert faces.CJK.files() == {400: own}
