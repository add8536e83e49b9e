"""Somebody new at a real terminal, with a finished plan on paper: reads the page, finds the question, answers it.

Nothing is typed blindly. Which question is there, what is pointed at and what is marked is read from the screen.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from tests.support.shipped import toolkit
from tests.support.terminal_driver import Terminal
from wizard import words
from wizard.formatting.dates import format_date
from wizard.interview.survey import Turn, survey
from wizard.sitting import ask_builder
from wizard.storage.draft import Draft, OpenPoint

POINTER = "› "
MARK = re.compile(r"^(?:› )?(?:\[[x ]\] |·\s+|\d\. )?")
APART = re.compile(r"\s{3,}")
FINDS = words.say("choice.find")


class Newcomer:
    """`paper` is the finished plan; `terminal` is the window at hand, another one after each start."""

    def __init__(self, paper: Draft) -> None:
        self.paper = paper
        self.here = survey(toolkit(), paper)
        self.terminal: Terminal
        self.asked: list[str] = []  # the parts that were answered, by id
        self.cards: list[str] = []  # what was read aloud
        # List → the ids, on paper, of the entries begun so far, in the order in which they stand on the screen.
        self.entries: dict[str, list[str]] = {}

    # reading

    def question(self) -> str:
        """What is asked: the bold lines below the rule."""
        return " ".join(self._bold_rows())

    def section(self) -> str:
        """The section that the head of the page names."""
        head = " ".join(self.terminal.rows()[: self._rule()])
        titles = [each.title for each in toolkit().sections]
        return next((title for title in titles if f"{title} ·" in head), "")

    def above(self) -> str:
        """What stands between the rule and the question."""
        rows = self.terminal.rows()
        first = next(at for at in range(self._rule() + 1, len(rows)) if self.terminal.is_bold(at))
        return "\n".join(rows[self._rule() + 1 : first])

    def pointed(self) -> str:
        """The line that is pointed at, or that one writes into, without the pointer; empty when none is."""
        row = next((row for row in self.terminal.rows() if row.startswith(f" {POINTER.rstrip()}")), "")
        return row.strip().removeprefix(POINTER.strip()).strip()

    def _rule(self) -> int:
        return next(at for at, row in enumerate(self.terminal.rows()) if row.startswith(" ──"))

    def _bold_rows(self) -> Iterator[str]:
        rows = self.terminal.rows()
        for at in range(self._rule() + 1, len(rows)):
            if self.terminal.is_bold(at) and not rows[at].startswith(f" {POINTER}"):
                yield rows[at].strip()
                if not self.terminal.is_bold(at + 1):
                    return

    # answering

    def answers_until(self, question: str) -> None:
        """Answers page after page as the paper says, until this question stands there."""
        while self.question() != question:
            self.answers()

    def answers(self) -> None:
        """Answers the page on the screen."""
        title = self.question()
        if self.pointed() == words.say("show.go_on"):
            self.cards.append(title)
            self.terminal.turn()
            return
        if words.say("section.to_gaps") in self.terminal.text():
            self.points_at(
                words.say("section.to_gaps")
            )  # a key came too early for a page; as a person, go back to it
            self.terminal.turn()
            return
        turn = self.turn_of(title)
        if turn.part.grows:
            self._grows(turn)
            return
        self.gives(turn, self.here.held.get(turn.place))

    def leaves_open(self, point: OpenPoint) -> None:
        """Says that the page on the screen is not decided yet: why, what to know, who finds out, and by when."""
        self.asked.append(self.turn_of(self.question()).part.id)
        self.terminal.turn("c-t").see(words.say("point.why"))
        self.points_at(words.say(f"point.reasons.{point.reason}"))
        self.terminal.turn().see(words.say("point.note.ask"))
        self._writes(point.note or "")
        self.terminal.see(words.say("point.owner.ask"))
        self._writes(point.owner or "")
        self.terminal.see(words.say("point.by.ask"))
        self._writes(format_date(point.by or ""))
        self.terminal.see(words.say("point.noted"))

    def turn_of(self, question: str) -> Turn:
        """The question on the screen as it stands on paper, and of which entry."""
        found = [
            turn
            for turn in self.here.turns
            if ask_builder.wording(turn) == question and self._title(turn) == self.section()
        ]
        assert found, f"nobody expected this page:\n{self.terminal.text()}"
        if not found[0].item:
            return found[0]
        ident = self._entry(found[0].part.list)
        return next(turn for turn in found if turn.item == ident)

    def _title(self, turn: Turn) -> str:
        return toolkit().home[turn.question.id].title

    def _entry(self, path: str) -> str:
        """Which entry a page is about: the one whose name stands above, else the one begun last."""
        label = toolkit().filling[f"{path}[].{toolkit().lists[path].names}"]
        above = "".join(self.above().split())
        named = [
            item["id"]
            for item in self.paper.items(path)
            if "".join(f"{label.label}{self._name(path, item)}".split()) in above
        ]
        return named[0] if named else self.entries[path][-1]

    def _name(self, path: str, item: dict[str, Any]) -> str:
        return str(item[toolkit().lists[path].names])

    def gives(self, turn: Turn, value: Any) -> None:
        """Answers with a value in the way its kind is answered."""
        self.asked.append(turn.part.id)
        ways: dict[str, Callable[[Turn, Any], None]] = {
            "yes_no": self._says_yes_or_no,
            "one": self._chooses,
            "many": self._marks,
            "ranked": self._ranks,
        }
        ways.get(turn.part.kind, self._types)(turn, value)

    def _types(self, turn: Turn, value: Any) -> None:
        text = self.as_typed(turn, value)
        self.types(text, turn.part.unit.rpartition("|")[2])
        self.terminal.turn("c-d" if turn.part.kind == "long" else "enter")

    def types(self, text: str, unit: str = "") -> None:
        """Types what is missing of a text; over a suggestion, and in place of other words."""
        there = self.pointed().removesuffix(unit).strip()
        if there != text and self.terminal.shows(words.say("page.suggested", how="typed").split(".")[0]):
            there = ""
        elif there and not text.startswith(there):
            self.terminal.key("c-u").lose(f"› {there}")
            there = ""
        self.terminal.writes(text[len(there) :], text)

    @staticmethod
    def as_typed(turn: Turn, value: Any) -> str:
        """How a person writes a value."""
        if turn.part.kind == "date":
            return format_date(value)
        return str(value)

    def _says_yes_or_no(self, _turn: Turn, value: Any) -> None:
        self.terminal.key("y" if value else "n")
        self._points("Yes" if value else "No")
        self.terminal.turn()

    def _chooses(self, turn: Turn, value: Any) -> None:
        if self._is_new(turn, value):
            self._adds_on_the_spot(turn, value)
            return
        if label := self._label(turn, value):
            self.points_at(label)
            self.terminal.turn()
            return
        self.points_at(self._own(turn))
        self.terminal.turn()
        self._writes(value["other"])

    def _is_new(self, turn: Turn, value: Any) -> bool:
        """Whether an entry that is chosen here has not been entered yet."""
        return any(
            item["id"] == value and value not in self.entries.get(path, [])
            for path in turn.part.choose_from
            if path in toolkit().lists
            for item in self.paper.items(path)
        )

    def _adds_on_the_spot(self, turn: Turn, value: str) -> None:
        path = turn.part.choose_from[0]
        self.points_at(words.say("choose.add_new"))
        self.terminal.turn()
        name = next(self._name(path, item) for item in self.paper.items(path) if item["id"] == value)
        self.entries.setdefault(path, []).append(value)
        self._writes(name)

    def _writes(self, text: str) -> None:
        self.terminal.writes(text, text)
        self.terminal.turn()

    def _marks(self, turn: Turn, value: list[Any]) -> None:
        labels = [label for each in value if (label := self._label(turn, each))]
        if self.terminal.shows(FINDS):
            for label in labels:
                self._finds(label)
        else:
            self._goes_through(turn, labels)
        for each in value:
            if not self._label(turn, each):
                self._marks_own(turn, each["other"])
        self.terminal.turn()

    def _finds(self, label: str) -> None:
        """Types the first word where the line is not in view, moves on to it, and marks it with Enter."""
        if self.terminal.shows(label):
            self.points_at(label)
            self._toggles()
            return
        self.terminal.key(label.split()[0]).see(label)
        self.points_at(label)
        self.terminal.key("enter").see(FINDS, f"[x] {label}")

    def _goes_through(self, turn: Turn, labels: list[str]) -> None:
        """Down the list once: what is to be marked gets its mark, and a suggested one that is not loses it."""
        for option in ask_builder.options(self.here, turn):
            if option.words:
                continue  # Enter would open it there
            self.points_at(option.label)
            is_marked = self.pointed().startswith("[x]")
            if is_marked != (option.label in labels):
                self._toggles()

    def _marks_own(self, turn: Turn, text: str) -> None:
        self.terminal.key("end")
        self._points(self._own(turn))
        self.terminal.turn("space")
        self._writes(text)
        assert self.terminal.shows(f"[x] {text}")

    def _toggles(self) -> None:
        before = self.pointed()
        self.terminal.key("space").until(lambda: self.pointed() not in ("", before), f"no mark at {before}")

    def _ranks(self, turn: Turn, value: list[Any]) -> None:
        for place, each in enumerate(value, 1):
            label = self._label(turn, each)
            self.points_at(label)
            self.terminal.key("space").see(f"{place}. {label}")
        self.terminal.turn()

    def _label(self, turn: Turn, value: Any) -> str:
        """How a value reads in its list; nothing for words of one's own."""
        options = ask_builder.options(self.here, turn)
        return next((each.label for each in options if str(each.value) == str(value)), "")

    def _own(self, turn: Turn) -> str:
        return next(each.label for each in ask_builder.options(self.here, turn) if each.words)

    def points_at(self, label: str) -> None:
        """Moves down until a line is pointed at; the last line is followed by the first."""
        seen: list[str] = []
        while not self._is_at(label):
            assert self.pointed() not in seen, f"{label} is not on this list:\n{self.terminal.text()}"
            seen.extend([self.pointed()] if self.pointed() else [])
            self._moves_down()

    def _moves_down(self) -> None:
        before = self.pointed()
        self.terminal.key("down").until(lambda: self.pointed() not in ("", before), f"stuck at {before}")

    def _points(self, label: str) -> None:
        self.terminal.until(lambda: self._is_at(label), f"{label} is not pointed at")

    def _is_at(self, label: str) -> bool:
        """Marks stand before a label and details behind it; a long one goes on in the next line."""
        rows = [*self.terminal.rows(), ""]
        at = next((at for at, row in enumerate(rows) if row.startswith(f" {POINTER}")), -1)
        first, second = (APART.split(MARK.sub("", row.strip()))[0] for row in rows[at : at + 2] or ("", ""))
        return first == label or (bool(second) and label.startswith(f"{first} {second}"))

    # lists

    def _grows(self, turn: Turn) -> None:
        """Adds the next entry of the paper, or puts them in order and calls the list complete."""
        path = turn.place
        begun = self.entries.setdefault(path, [])
        ahead = [item["id"] for item in self.paper.items(path) if item["id"] not in begun]
        if ahead:
            self.points_at(turn.part.add)
            begun.append(ahead[0])
            self.terminal.turn()
            return
        self.asked.append(turn.part.id)
        self._puts_in_order(turn)
        self.points_at(words.say("list.complete"))
        self.terminal.turn()

    def _puts_in_order(self, turn: Turn) -> None:
        begun = self.entries[turn.place]
        right = [item["id"] for item in self.paper.items(turn.place)]
        for at, item in enumerate(self.paper.items(turn.place)):
            steps = begun.index(item["id"]) - at
            if steps:
                self.points_at(self._name(turn.place, item))
            for _ in range(steps):
                self.terminal.turn()
                self.points_at(words.say("list.acts.up"))
                self.terminal.turn()
                here = begun.index(item["id"])
                begun[here - 1 : here + 1] = reversed(begun[here - 1 : here + 1])
        assert begun == right

    # comparing

    def with_ids_of_paper(self, draft: Draft) -> Any:
        """What a plan holds, with the ids that its entries have on paper."""
        text = json.dumps(draft.data)
        for path in toolkit().lists:
            for fresh, item in zip(draft.items(path), self.paper.items(path), strict=True):
                text = text.replace(fresh["id"], item["id"])
        return json.loads(text)
