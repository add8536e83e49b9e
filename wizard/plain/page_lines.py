"""A page said in lines: what is new of it, each thing once, and the rest when somebody asks."""

from wizard import words
from wizard.formatting.values import labelled
from wizard.plain import choices, ways
from wizard.plain.choices import speakable
from wizard.plain.kinds.chosen import Chosen
from wizard.plain.kinds.kind import Kind
from wizard.plain.output import Output
from wizard.sitting.ask import Ask, Head

BETWEEN = " · "


class PageLines:
    """Remembers what was said in this run: the head, hints, how a kind is answered, what stands above."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._head = Head("", "")
        self._hints: set[str] = set()
        self._kinds: set[str] = set()
        self._above: tuple[tuple[str, str], ...] = ()
        self._choices: list[str] = []
        self._entries: dict[str, list[str]] = {}  # of each list and each long menu, by its place
        self._is_greeted = False

    def page(self, ask: Ask, kind: Kind) -> None:
        """What is new on a page, its question, what can be chosen, and what Enter alone does."""
        say = self._output.say
        self._output.gap()
        if not self._is_greeted:
            say(words.say("plain.welcome"))
            self._is_greeted = True
        self._say_head(ask.head)
        for text in (ask.note, words.say("page.unfinished") if ask.unfinished and kind.is_typed else ""):
            if text:
                say(text)
        if ask.card:
            say(ask.card)
        new = [row for row in ask.above if row not in self._above]
        self._above = ask.above
        self._say_above(new)
        say(ask.question)
        if ask.hint and (_is_aside(ask) or ask.hint not in self._hints):
            self._hints.add(ask.hint)
            say(ask.hint)
        self._say_choices(kind, whole=False)
        if ask.kind not in self._kinds:
            self._kinds.add(ask.kind)
            say(kind.how())
        if now := kind.now():
            say(now)

    def again(self, ask: Ask, kind: Kind) -> None:
        """All of a page, also what was said before."""
        self._say_above(list(ask.above))
        for text in (ask.question, ask.hint):
            if text:
                self._output.say(text)
        self._say_choices(kind, whole=True)
        if now := kind.now():
            self._output.say(now)

    def help(self, ask: Ask, kind: Kind) -> None:
        """Where one is, the guidance, what speaks for a choice, and what can be typed."""
        sections = [("", speakable(ask.head.where)), ("", ask.hint), *ask.help]
        advised = [each for each in kind.choices() if each.option.advice]
        if advised and words.say("help.options") not in dict(ask.help) and not _is_advised(ask):
            sections.append((words.say("help.options"), "\n".join(choices.in_lines(advised, advised=True))))
        if ask.card:
            sections.append((words.say("help.card"), ask.card))
        sections.append((words.say("plain.ways"), self.ways(ask, kind)))
        for title, text in sections:
            if text:
                self._output.say(f"{title}:\n{text}" if title else text)

    def ways(self, ask: Ask, kind: Kind) -> str:
        """How the question is answered, and what else can be typed."""
        slash = words.say("help.slash") if kind.is_typed else ""
        return "\n".join(filter(None, (kind.how(), ways.in_words(ask.can, kind.own_ways()), slash)))

    def _say_head(self, head: Head) -> None:
        """What has changed: whose plan; the section with the time that is left; else only which question it is."""
        if head.partnership and head.partnership != self._head.partnership:
            self._output.say(head.partnership)
        section, _, rest = head.where.partition(BETWEEN)
        before, _, rest_before = self._head.where.partition(BETWEEN)
        number, number_before = (each.partition(BETWEEN)[0] for each in (rest, rest_before))
        if rest and section == before:
            if number != number_before:
                self._output.say(number[:1].upper() + number[1:])
        elif head.where and head.where != self._head.where:
            self._output.say(speakable(head.where))
        self._head = head

    def _say_above(self, rows: list[tuple[str, str]]) -> None:
        for label, answer in rows:
            self._output.say(labelled(label, answer) if label and answer else label or answer)

    def _say_choices(self, kind: Kind, *, whole: bool) -> None:
        """What can be chosen: all of it, or only what is new since it was said last."""
        listed = kind.choices()
        lines = choices.in_lines(listed, advised=_is_advised(kind.ask))
        if kind.ask.kind == "list":
            self._choices = []
            self._say_entries(kind.ask.place, lines, [each.option.apart for each in listed], whole=whole)
        elif not whole and isinstance(kind, Chosen) and kind.is_long():
            self._choices = []
            self._output.say(words.say("plain.many_choices", count=len(listed)))
            lines = [
                line
                for line, each in zip(lines, listed, strict=True)
                if each.option.apart or each.option.words
            ]
            self._say_all(lines)
        elif isinstance(kind, Chosen) and kind.is_long_menu():
            self._choices = []
            self._say_menu(kind.ask.place, lines, whole=whole)
        elif lines and lines == self._choices and not whole:
            self._output.say(words.say("plain.same_choices"))
        else:
            self._choices = lines
            self._say_all(lines)

    def _say_entries(self, place: str, lines: list[str], apart: list[bool], *, whole: bool) -> None:
        """Of a list that has only grown or changed: how long it is, what is new, and what can be done with it."""
        entries = [line for line, is_apart in zip(lines, apart, strict=True) if not is_apart]
        before = self._entries.get(place, [])
        self._entries[place] = entries
        if before and len(entries) >= len(before) and not whole:
            self._output.say(words.say("plain.entries", count=len(entries)))
            entries = [line for at, line in enumerate(entries) if before[at : at + 1] != [line]]
        self._say_all([*entries, *lines[len(lines) - sum(apart) :]])

    def _say_menu(self, place: str, lines: list[str], *, whole: bool) -> None:
        """Of a long menu that was said before, such as all that is written: only the lines that have changed."""
        before = self._entries.get(place, [])
        self._entries[place] = lines
        if whole or len(before) != len(lines):
            self._say_all(lines)
            return
        changed = [line for line, old in zip(lines, before, strict=True) if line != old]
        self._output.say(words.say("plain.same_but" if changed else "plain.same_lines"))
        self._say_all(changed)

    def _say_all(self, lines: list[str]) -> None:
        for line in lines:
            self._output.say(line)


def _is_aside(ask: Ask) -> bool:
    """A page that is no question of the toolkit: what it says is about this moment, or names the entry at hand."""
    return not ask.place or "?" in ask.place or (ask.kind == "one" and "not_yet" not in ask.can)


def _is_advised(ask: Ask) -> bool:
    """Whether what stands behind a choice is said with it: in lists and menus it is part of what one chooses."""
    return ask.kind == "list" or "not_yet" not in ask.can
