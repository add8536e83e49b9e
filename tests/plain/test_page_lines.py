"""What is said of a page: all of it in plain lines, each thing once, the rest when somebody asks."""

import re
from dataclasses import replace

import pytest

from tests.support.kind_samples import COUNTIES, HELP, NEEDS, SAMPLES, sample
from tests.support.plain_table import sat
from tests.support.screen import HEAD
from wizard import words
from wizard.sitting.ask import Ask, Head, Option

SIGNS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f─-╿▀-▟■-◿›│·•↑↓…*_|\[\]]")


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_page_holds_nothing_but_words(kind: str) -> None:
    sitting = sat(
        sample(kind, above=(("Goal", "Answer in two days"),), card="Think of one."), typed="?\n/again\n"
    )

    assert SIGNS.findall(sitting.said) == []
    assert max(map(len, sitting.lines)) <= 80


def test_it_begins_by_saying_what_can_always_be_typed_and_says_so_once() -> None:
    sitting = sat(sample("text"), sample("number"), typed="One\n2\n")

    assert sitting.lines[0].startswith("This is plain mode")
    assert sitting.said.count("This is plain mode") == 1


def test_of_the_head_only_what_has_changed_is_said() -> None:
    same, further = HEAD, Head(HEAD.partnership, "Build · 5 of 16 · about 17 minutes left")
    section = Head(HEAD.partnership, "Goals · 1 of 9 · about 15 minutes left")
    pages = [replace(sample("text"), head=head) for head in (HEAD, same, further, section)]

    said = sat(*pages, typed="1\n2\n3\n4\n").said

    assert said.count(HEAD.partnership) == 1
    assert said.count("Build, 4 of 16, about 19 minutes left") == 1
    assert said.count("\n5 of 16\n") == 1
    assert said.count("Goals, 1 of 9, about 15 minutes left") == 1


def test_a_hint_and_how_a_kind_is_answered_are_said_once_and_again_on_request() -> None:
    page = replace(sample("text"), place="about.name")

    sitting = sat(page, page, page, typed="1\n2\n?\n3\n")

    before, _, after = sitting.said.partition("Answer: ?")
    assert (before.count(page.hint), after.count(page.hint)) == (1, 1)
    assert (before.count("Type your answer in one line."), after.count("Type your answer in one line.")) == (
        1,
        1,
    )


def test_what_a_menu_says_about_this_moment_is_said_every_time() -> None:
    page = replace(sample("one"), place="?trouble", hint="The disk is full.", can=frozenset({"leave"}))

    assert sat(page, page, typed="1\n1\n").said.count("The disk is full.") == 2


def test_the_page_of_an_entry_names_it_every_time() -> None:
    page = replace(sample("one"), place="build.needs.need-1", hint="Night buses", can=frozenset({"back"}))

    assert sat(page, page, typed="1\n1\n").said.count("Night buses") == 2


@pytest.mark.parametrize("between", [sample("one", options=COUNTIES), sample("list")])
def test_choices_are_said_again_where_others_stood_in_between(between: Ask) -> None:
    page = sample("one")

    sitting = sat(page, between, page, typed="1\n1\n1\n")

    assert sitting.lines.count("1. Prevention") == 2
    assert "The same choices as before." not in sitting.said


def test_choices_that_are_the_same_are_not_said_again() -> None:
    page = sample("one")

    sitting = sat(page, page, typed="1\n/again\n1\n")

    assert sitting.lines.count("1. Prevention") == 2
    assert sitting.lines.count("The same choices as before.") == 1


def long_menu(seventh: str) -> Ask:
    options = (*COUNTIES[:6], Option("county-7", seventh), *COUNTIES[7:])
    return sample("one", options=options, place="?review", can=frozenset({"back"}))


def test_of_a_long_menu_that_was_said_before_only_what_has_changed_is_said() -> None:
    lines = sat(long_menu("Alder"), long_menu("Mesquite"), typed="1\n1\n").lines

    assert lines[lines.index(words.say("plain.same_but")) + 1] == "7. Mesquite"
    assert lines.count("8. County number 8") == 1


def test_a_long_menu_is_said_whole_on_request() -> None:
    lines = sat(long_menu("Alder"), long_menu("Alder"), typed="1\n/again\n1\n").lines

    assert words.say("plain.same_lines") in lines
    assert lines.count("8. County number 8") == 2


def test_of_a_list_that_grew_only_the_new_entry_is_said_and_what_can_be_done() -> None:
    first = replace(sample("list"), place="build.needs")
    grown = replace(first, options=(*NEEDS[:2], Option("need-3", "Night buses"), *NEEDS[2:]))

    lines = sat(first, grown, typed="add\nadd\n").lines

    again = lines[lines.index(first.question) + 1 :]
    after = again[again.index(first.question) + 1 :]
    assert after[:4] == [
        "Entries so far: 3.",
        "3. Night buses",
        "4. Add another need",
        "5. This list is complete",
    ]


def test_a_list_that_lost_an_entry_is_said_whole() -> None:
    first = replace(sample("list"), place="build.needs")

    lines = sat(first, replace(first, options=NEEDS[1:]), typed="remove 1\nadd\n").lines

    assert "1. Wage-claim help in Mesquite: farm workers, serious 3" in lines


def test_of_what_stands_above_only_the_new_rows_are_said() -> None:
    one = sample("text", above=(("Goal", "Answer soon"),))
    two = sample("text", above=(("Goal", "Answer soon"), ("Lead", "Legal Aid")))

    said = sat(one, two, typed="1\n2\n").said

    assert (said.count("Goal: Answer soon"), said.count("Lead: Legal Aid")) == (1, 1)


def test_help_says_where_one_is_and_the_guidance_and_all_that_can_be_typed() -> None:
    said = sat(sample("number", card="Think of one."), typed="?\n").said.partition(": ?\n")[2]

    assert said.startswith("Build, 4 of 16")
    assert all(f"{title}:" in said for title, _ in HELP)
    assert "Read aloud:\nThink of one." in said
    for way in ("?", "<", "/later", "/go", "/review", "/leave", "/nevers", "/again"):
        assert re.search(rf"^{re.escape(way)} ", said, re.MULTILINE), way


def test_help_says_what_speaks_for_a_choice_where_it_was_not_said_with_it() -> None:
    said = sat(sample("one"), typed="?\n").said

    assert "1. Prevention\n" in said
    assert "1. Prevention: Keeps it from happening." in said.partition(": ?\n")[2]


def test_a_slash_alone_says_what_can_be_typed() -> None:
    said = sat(sample("text"), typed="/\n").said.partition("Answer: /")[2]

    assert "/later says that something is not decided yet." in said
    assert "Why we ask" not in said


def test_what_can_be_typed_is_only_what_works_here() -> None:
    said = sat(sample("text", can=frozenset({"leave"})), typed="/\n").said.partition("Answer: /")[2]

    assert "/later" not in said
    assert "/leave" in said


def test_going_back_where_there_is_nothing_before_says_so() -> None:
    sitting = sat(sample("text", can=frozenset({"leave"})), typed="<\n")

    assert "There is nothing to go back to from here." in sitting.said
