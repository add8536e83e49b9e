"""The plain front end: asks page after page in lines. No terminal library is imported here."""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType

from wizard import words
from wizard.errors import Unfit
from wizard.formatting.wrap import plain
from wizard.plain import editor, ways
from wizard.plain.kinds import KINDS
from wizard.plain.kinds.chosen import Chosen
from wizard.plain.kinds.kind import Kind, OwnWords
from wizard.plain.kinds.long import Long
from wizard.plain.output import Output
from wizard.plain.page_lines import PageLines
from wizard.plain.signals import Ended, Signals
from wizard.plain.source import Keep, Lines, Source, keep_nothing
from wizard.plan.clean import clean
from wizard.sitting.ask import Act, Ask, Back, GoTo, Leave, Pass, Reply
from wizard.sitting.strays import Strays
from wizard.sitting.ways import is_unknown, unescaped

SHOW_CAN = frozenset({"leave"})
READING = 0.3  # seconds a person reads the first question before anything else wants the processor


class Plain:
    """A front end in lines. In a `with` it catches signals and takes the terminal, where there is one."""

    def __init__(self, source: Source | None = None, output: Output | None = None) -> None:
        self._signals = Signals()
        self._output = output or Output(sys.stdout)
        self._source = source or _source(self._signals, self._output)
        self._lines = PageLines(self._output)
        self._strays = Strays()
        self._held = ExitStack()
        self.meanwhile: Callable[[], object] | None = (
            None  # what to make ready while the next question is read
        )

    def __enter__(self) -> "Plain":
        self._held.enter_context(self._signals)
        self._held.enter_context(self._source.taken())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.close()

    # the seam

    def ask(self, ask: Ask) -> Reply:
        """Asks until the page is answered or the person goes elsewhere."""
        ask = self._strays.offered(ask) if self._source.is_live else ask
        kind = KINDS[ask.kind](ask)
        try:
            self._source.fresh()
            if self._source.is_live:
                kind.begin()
            self._lines.page(ask, kind)
            resumed = kind.resumed() if self._source.is_live else None
            while True:
                try:
                    own, resumed = resumed, None
                    reply = self._own_words(ask, kind, own) if own else self._reply(ask, kind)
                    if reply is not None:
                        return reply
                except Unfit as unfit:
                    self._output.say(words.of(unfit))
        except Ended as ended:
            return ended.leave

    def show(self, title: str, text: str, *, back: bool = False) -> Reply:
        """Says something to read; gives Pass, Leave, and with `back` also Back. Only a person is waited for."""
        try:
            self._source.fresh()
            self._output.gap()
            self._output.say(f"{title}\n{text}")
            if not self._source.is_live:
                return Pass()
            return self._read_on(SHOW_CAN | {"back", "go_to"} if back else SHOW_CAN)
        except Ended as ended:
            return ended.leave

    def say(self, text: str) -> None:
        """Says one thing at the end: a farewell, a file's place."""
        try:
            self._output.gap()
            if strayed := self._strays.farewell():
                self._output.say(strayed)
            self._output.whole(text)
            self._output.flush()
        except Ended:
            return  # nobody is there any more

    # a page

    def _reply(self, ask: Ask, kind: Kind) -> Reply | None:
        """What one line means; None where more is to come. Raises Unfit."""
        line = self._line(
            kind.prompt(), _keeping(ask, kind), begun=kind.begun, joins=kind.joins, done=kind.done
        )
        way = None if "\n" in line else ways.typed(line, ask.can, self._own_ways(kind))
        if isinstance(way, str):
            return self._do(way, ask, kind)
        if way is not None:
            return way
        try:
            outcome = kind.read(line)
        except Unfit:
            if kind.is_typed and not isinstance(kind, Long):
                kind.refused = plain(line)
                ask.keep(kind.refused)
            raise
        if isinstance(outcome, Act) and outcome.what == "add" and not self._source.is_live:
            raise Unfit("plain.not_on_list")
        if kind.heard:
            self._output.say(kind.heard)
        if isinstance(outcome, OwnWords):
            return self._own_words(ask, kind, outcome)
        if outcome is None and isinstance(kind, Long):
            ask.keep(kind.so_far().rstrip("\n"))
        return outcome

    def _own_ways(self, kind: Kind) -> frozenset[str]:
        own = kind.own_ways()
        is_edited = isinstance(kind, Long) and self._source.is_live and editor.is_there()
        return own | {ways.EDIT} if is_edited else own

    def _do(self, way: str, ask: Ask, kind: Kind) -> Reply | None:
        """What the page does itself: says something, or takes the answer away."""
        match way:
            case ways.HELP:
                self._lines.help(ask, kind)
            case ways.MENU:
                self._output.say(self._lines.ways(ask, kind))
            case ways.AGAIN | ways.ALL:
                self._lines.again(ask, kind)
            case ways.EDIT if isinstance(kind, Long):
                self._edit(ask, kind)
            case ways.CLEAR if isinstance(kind, Long) and (kind.lines or kind.unfinished):
                kind.lines, kind.unfinished = [], ""
                ask.keep("")
                self._output.say(words.say("plain.cleared"))
            case ways.CLEAR:
                return kind.cleared()
        return None

    def _edit(self, ask: Ask, kind: Long) -> None:
        text = kind.so_far().strip() or kind.unfinished or ask.value or ""
        with self._source.lent():
            after = editor.edited(text)
        kind.edited(after)
        ask.keep(kind.so_far().strip())
        self._output.say(f"{words.say('plain.edited')}\n{after}")

    def _own_words(self, ask: Ask, kind: Kind, asked: OwnWords) -> Reply | None:
        """Asks for words of one's own until there are no more; None goes back to the choices."""
        if asked.begun and not self._source.is_live:
            raise Unfit("plain.not_on_list")
        self._output.say(f"{asked.label}: {words.say('own_words.hint')}")
        if asked.begun and asked.begun != ask.own:
            self._output.say(words.say("plain.own_begun", text=asked.begun))
        begun = asked.begun
        while True:
            line = self._line(words.say("plain.prompt.text"), _without_ways(ask.keep_own), begun=begun)
            line, begun = line or ("" if self._source.begins else asked.begun), ""
            asked = OwnWords(asked.label)
            try:
                way = ways.typed(line, ask.can, frozenset())
                if way == Back() or not line.strip():
                    reply = None if way else kind.with_words()
                    if reply is None:
                        self._lines.again(ask, kind)
                    return reply
                if isinstance(way, str):
                    self._lines.help(ask, kind)
                elif way is not None:
                    return way
                elif (reply := kind.take_words(clean(unescaped(line), lines=False))) is not None:
                    return reply
                else:
                    self._output.say(words.say("plain.more_words"))
            except Unfit as unfit:
                self._output.say(words.of(unfit))

    def _read_on(self, can: frozenset[str]) -> Reply:
        """Waits until something was read."""
        back = "back" in can
        while True:
            line = self._line(words.say("plain.prompt.read_back" if back else "plain.prompt.read"))
            try:
                way = ways.typed(line, can, frozenset())
            except Unfit as unfit:
                self._output.say(words.of(unfit))
                continue
            if way is None and line.strip():
                self._strays.wait(line)
                self._output.say(words.say("page.no_words", text=plain(line)))
                continue
            if way is None or isinstance(way, Back | GoTo | Leave):
                return way or Pass()

    def _line(
        self,
        prompt: str,
        keep: Keep = keep_nothing,
        *,
        begun: str = "",
        joins: str = " ",
        done: str | None = None,
    ) -> str:
        self._output.prompt(prompt)
        self._make_ready()
        line = self._source.line(keep, begun=begun, joins=joins, done=done)
        if not self._source.is_live:
            self._output.whole(line)
        return line

    def _make_ready(self) -> None:
        """Starts what can be made ready while somebody reads the first question, once."""
        if self.meanwhile is None or not self._source.is_live:
            return
        import threading

        ready = threading.Timer(READING, self.meanwhile)
        ready.daemon = True
        self.meanwhile = None
        ready.start()


def _source(signals: Signals, output: Output) -> Source:
    """Where the answers come from: keys where there are any, else lines."""
    if sys.stdin is None:  # it was closed before the start
        return Lines(None, signals)
    is_live = sys.stdin.isatty()
    if is_live and sys.platform != "win32":
        from wizard.plain.keyboard import Keyboard

        return Keyboard(sys.stdin.fileno(), output.letters, signals)
    return Lines(sys.stdin.buffer, signals, is_live=is_live)


def _keeping(ask: Ask, kind: Kind) -> Keep:
    """Keeps what is typed as the unfinished answer it is; a number in a list is none, and no typed way is one."""
    if isinstance(kind, Long):
        return lambda text: ask.keep(kind.so_far("" if _is_way(text) else text).rstrip("\n"))
    if isinstance(kind, Chosen) and ask.kind != "list":
        return lambda text: ask.keep(text if any(map(str.isalpha, text)) and not _is_way(text) else "")
    if kind.is_typed:
        return lambda text: ask.keep(kind.refused if _is_way(text) else text)
    return keep_nothing


def _without_ways(keep: Keep) -> Keep:
    return lambda text: keep("" if _is_way(text) else text)


def _is_way(text: str) -> bool:
    return text.strip() in ways.SIGNS or is_unknown(text)
