"""Half-written words: kept at once, the newest first, and never an answer or a way."""

from tests.support.script import Memory
from wizard.sitting.half_written import HalfWritten

NAME, MISSION = "about.name", "define.mission"


def words_over(keep: Memory, **answers: str) -> HalfWritten:
    return HalfWritten(keep, {place.replace("__", "."): text for place, text in answers.items()}.get)


def test_words_are_kept_as_they_are_written() -> None:
    keep = Memory()
    half = words_over(keep)

    half.write(NAME, "Two Riv")

    assert half.at(NAME) == "Two Riv"
    assert keep.text == (NAME, "Two Riv")


def test_the_newest_come_first_and_outlive_the_program() -> None:
    keep = Memory()
    half = words_over(keep)
    half.write(NAME, "Two")
    half.write(MISSION, "We are")

    half.write(NAME, "Two Riv")

    assert [*half] == [NAME, MISSION]
    assert keep.text == (NAME, "Two Riv")


def test_a_prompt_that_is_empty_again_gives_way_to_the_words_before() -> None:
    keep = Memory()
    half = words_over(keep)
    half.write(MISSION, "We are")
    half.write(NAME, "T")

    half.write(NAME, "")

    assert half.at(NAME) is None
    assert keep.text == (MISSION, "We are")


def test_a_typed_way_and_the_answer_itself_are_not_half_written() -> None:
    keep = Memory()
    half = words_over(keep, about__name="Two Rivers")

    half.write(NAME, "Two Rivers")
    half.write(MISSION, "/back")

    assert [*half] == []
    assert keep.text is None


def test_finished_words_stay_on_the_disk_until_their_answer_is_saved() -> None:
    keep = Memory()
    half = words_over(keep)
    half.write(NAME, "Two Rivers")

    half.finish(NAME)

    assert [*half] == []
    assert keep.text == (NAME, "Two Rivers")
    half.keep_all()
    assert keep.text is None


def test_what_the_last_sitting_left_is_there_unless_it_became_the_answer() -> None:
    left = Memory(texts={NAME: "Two Rivers"})

    assert [*words_over(left)] == [NAME]
    assert [*words_over(left, about__name="Two Rivers")] == []
