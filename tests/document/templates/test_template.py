"""Templates: what they may read and print, and what a fault in one says."""

from pathlib import Path

import pytest

from tests.support.document_hostile import HOSTILE
from wizard.document.faults import TemplateFault
from wizard.document.letters.letters import Letters
from wizard.document.placeholders import Answers
from wizard.document.prose import prose
from wizard.document.templates import template


def rendered(folder: Path, source: str, answers: Answers | None = None, **view: object) -> str:
    (folder / "template.md").write_text(source, encoding="utf-8")
    return template.render((folder,), view, answers or Answers(), prose((folder,), "en"))


def fault(folder: Path, source: str, **view: object) -> TemplateFault:
    with pytest.raises(TemplateFault) as caught:
        rendered(folder, source, None, **view)
    return caught.value


def test_markdown_and_html_stand_side_by_side(tmp_path: Path) -> None:
    html = rendered(tmp_path, "# A\n\n<table>\n\n        <tr><td>1</td></tr>\n\n</table>\n\n- *b*\n")

    assert "<h1>A</h1>" in html
    assert "<tr><td>1</td></tr>" in html
    assert "<code>" not in html
    assert "<em>b</em>" in html


def test_a_hostile_answer_passes_through_jinja_and_markdown_untouched(tmp_path: Path) -> None:
    answers = Answers()
    mark = answers.put(HOSTILE)

    html = rendered(tmp_path, "# {{ x }}\n\n- **{{ x }}**\n\n| a |\n|---|\n| {{ x }} |\n", answers, x=mark)

    assert html.count(str(mark)) == 3
    assert html.count("<td>") == 1


def test_a_field_the_view_does_not_have_is_named_with_file_and_line(tmp_path: Path) -> None:
    broken = fault(tmp_path, "one\n\n{{ goal.titel }}\n", goal={"title": 1})

    assert broken.key == "document.template.broken"
    assert (broken.details["file"], broken.details["line"]) == ("template.md", 3)
    assert "titel" in str(broken.details["why"])


@pytest.mark.parametrize(
    "source",
    [
        "{{ x }",
        "{% include 'none.md' %}",
        "{% include '../secret.md' %}",
        "{% include '/etc/passwd' %}",
        "{{ ''.__class__.__mro__ }}",
        "{{ nothing }}",
        "{{ none }}",
        "{{ [1, 2] }}",
        "{{ 1 / 0 }}",
        "{{ lipsum() }}",
        "{{ x[:2] | length / 0 }}",
        "[x]({{ x }})",
    ],
)
def test_what_a_template_may_not_do_is_refused(tmp_path: Path, source: str) -> None:
    answers = Answers()
    with pytest.raises(TemplateFault):
        rendered(tmp_path, source, answers, x=answers.put("y"))


def test_a_link_to_a_file_outside_the_folder_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "folder"
    inside.mkdir()
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (inside / "link.md").symlink_to(tmp_path / "secret.md")

    assert fault(inside, "{% include 'link.md' %}").key == "document.template.missing"


def test_a_view_holds_no_text_that_nobody_made_safe(tmp_path: Path) -> None:
    assert fault(tmp_path, "x", goals=({"title": "<b>"},)).details == {"at": "view.goals[0].title"}
    assert "legal_aid" in rendered(tmp_path, "{{ key }}", key="legal_aid")


def test_words_of_the_template_itself_can_be_marked(tmp_path: Path) -> None:
    answers = Answers()

    html = rendered(tmp_path, "{{ words('a | <b>') }}", answers)

    assert "<b>" not in html
    assert answers.fill(html, Letters(frozenset("a |<b>"))) == "<p>a | &lt;b&gt;</p>\n"


def test_a_dot_means_a_key_even_where_mappings_have_a_method(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ goals.items }}", goals={"items": 7}) == "<p>7</p>\n"


def test_pictures_in_markdown_stay_text(tmp_path: Path) -> None:
    assert "<img" not in rendered(tmp_path, "![x](file:///etc/passwd)")


def test_a_piece_that_asks_for_itself_is_a_circle(tmp_path: Path) -> None:
    assert fault(tmp_path, "{% include 'template.md' %}").key == "document.template.circle"


def test_a_template_that_writes_without_measure_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template, "MOST_WRITTEN", 1000)

    assert len(rendered(tmp_path, "{{ 'a' * 1000 }}")) > 1000
    assert fault(tmp_path, "{{ 'a' * 1001 }}").key == "document.template.too_much"


def test_a_template_that_is_not_utf8_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "piece.md").write_bytes(b"caf\xe9")

    broken = fault(tmp_path, "{% include 'piece.md' %}")

    assert (broken.key, broken.details) == ("document.template.not_utf8", {"file": "piece.md"})
