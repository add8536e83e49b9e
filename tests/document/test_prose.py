"""The fixed prose of documents: found, filled, and all there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from wizard import words
from wizard.content import OUTPUT_TEMPLATES
from wizard.document.document import SHARED
from wizard.document.documents import DOCUMENTS, PLAN
from wizard.document.letters.letters import Letters
from wizard.document.placeholders import Answers
from wizard.document.prose import Prose, prose, say
from wizard.errors import Faults
from wizard.storage.yaml import text as yaml_text
from wizard.words import checker
from wizard.words.vocabulary import flat

FOLDERS = sorted(file.parent.name for file in OUTPUT_TEMPLATES.glob("*/en.yaml"))
DRAWABLE = frozenset(map(chr, range(32, 0x2100)))


def words_in(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_documents_own_words_stand_before_the_shared_ones(tmp_path: Path) -> None:
    shared = words_in(tmp_path / "shared", "en.yaml", "title: Plan\nhelp: Help\n")
    own = words_in(tmp_path / "own", "en.yaml", "title: Poster\n")

    found = prose((own, shared), "en")

    assert [found.say(key, {}) for key in ("title", "help")] == ["Poster", "Help"]


def test_what_a_language_lacks_is_said_in_english_and_marked_so(tmp_path: Path) -> None:
    own = words_in(tmp_path / "own", "en.yaml", "title: Rules\nmine: Own\nsaid: {here: 'By {who}'}\n")
    shared = words_in(tmp_path / "shared", "en.yaml", "title: Plan\nmine: All\n")
    words_in(own, "es.yaml", "title: Reglas\n")
    words_in(shared, "es.yaml", "title: Plan\nmine: Todos\n")
    found, answers = prose((own, shared), "es"), Answers()

    page = f"<p>{Prose(found, answers)['title']}, {say(found, answers, 'said.here', who='<b>x</b>')}</p>"

    assert found.say("mine", {}) == "Own"  # not the shared one in Spanish, which means something else
    assert answers.fill(page, Letters(DRAWABLE)) == '<p>Reglas, <span lang="en">By</span> <b>x</b></p>'


def test_an_answer_in_a_gap_stays_an_answer(tmp_path: Path) -> None:
    own = words_in(
        tmp_path / "own",
        "en.yaml",
        "line: '{name} & <b>[, by {by}]'\n"
        "some:\n  say: '{count}'\n  forms: {count: {one: One, other: '{count} many'}}\n",
    )
    found, answers = prose((own,), "en"), Answers()
    name = answers.put("<i>{by} [x] \\")

    page = f"<p>{say(found, answers, 'line', name=name, by=None)} {say(found, answers, 'some', count=1)}</p>"

    assert answers.fill(page, Letters(DRAWABLE)) == "<p>&lt;i&gt;{by} [x] \\ &amp; &lt;b&gt; One</p>"


def test_a_list_of_answers_is_joined_as_the_language_does(tmp_path: Path) -> None:
    own = words_in(tmp_path / "own", "en.yaml", "line: 'No {names|or}.'\n")
    found, answers = prose((own,), "en"), Answers()

    said = say(found, answers, "line", names=tuple(map(answers.put, ("A", "B", "C"))))

    assert answers.fill(f"<p>{said}</p>", Letters(DRAWABLE)) == "<p>No A, B or C.</p>"


@pytest.mark.parametrize("text", ["title: a: b\n", "- a\n", "", "title: '{name'\n"])
def test_a_broken_file_is_told_with_its_name_and_line(text: str, tmp_path: Path) -> None:
    own = words_in(tmp_path / "own", "en.yaml", text)

    with pytest.raises(Faults) as caught:
        prose((own,), "en")

    assert {fault.file for fault in caught.value.faults} == {"en.yaml"}
    assert all(fault.line for fault in caught.value.faults)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_has_a_title_with_and_without_a_name(name: str) -> None:
    found = prose((DOCUMENTS[name].folder, SHARED), "en")

    assert "Two Rivers" in found.say("title", {"name": "Two Rivers"})
    assert found.say("title", {"name": None})


# what stands in the files


def sentences(folder: str) -> dict[str, object]:
    file = OUTPUT_TEMPLATES / folder / "en.yaml"
    return dict(flat(yaml_text.read(file.read_bytes(), file=file.name).data))


def used(folder: str) -> Iterator[str]:
    """The keys that the templates of a folder read; a group where the rest is known on the page only."""
    for file in (OUTPUT_TEMPLATES / folder).rglob("*"):
        if file.suffix in (".md", ".html"):
            written = file.read_text(encoding="utf-8")
            found = re.findall(r'\bprose\.([a-z_.]+)|\bsay\("([a-z_.]+)"', written)
            yield from ((read or said).rstrip(".") for read, said in found)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_sentence_can_be_said_in_every_way(folder: str) -> None:
    found = sentences(folder)

    slips = {key: [slip.key for slip in checker.slips(each, words.language())] for key, each in found.items()}

    assert found
    assert {key: each for key, each in slips.items() if each} == {}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_key_that_a_template_reads_has_its_sentence(folder: str) -> None:
    known = {*sentences(folder), *sentences("shared")}

    lacking = [
        key
        for key in used(folder)
        if key not in known and not any(each.startswith(f"{key}.") for each in known)
    ]

    assert lacking == []


def test_every_sentence_of_the_plan_is_read() -> None:
    keys = {*used("plan"), *used("shared")}
    groups = {"logic_boxes", "pillars", "logic", "gantt"}  # heads by a figure's own keys

    idle = [
        key
        for key in sentences(PLAN.folder.name)
        if not any(key == each or key.startswith(f"{each}.") for each in keys | groups)
    ]

    assert idle == []
