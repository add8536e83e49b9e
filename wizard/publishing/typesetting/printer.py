"""WeasyPrint, loaded the quick way, and one page after another printed with it."""

import ctypes.util
import gc
import importlib
import logging
import mimetypes
import sys
from base64 import b64decode
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from wizard.document.faults import TemplateFault
from wizard.document.look import PICTURE
from wizard.errors import Problem
from wizard.publishing import doctor
from wizard.publishing.job import Job, Outcome

ADDRESS = "asset:"
MOST_SHEETS = 4  # one for each paper, and as many again in other colors
MANY_PAGES = 100
_STYLE_REMARKS = ("Ignored ", "Invalid or unsupported", "Expected a media type", "Unknown rule")
_UNDRAWN = ".notdef glyph rendered"
# Wanted where HarfBuzz cannot cut fonts down, and for variable fonts; mostly for nothing but a tenth of the memory.
_SELDOM = ("fontTools.subset", "fontTools.varLib.instancer")


@dataclass(frozen=True)
class _Sheet:
    """A style sheet, read; with the counters it brings and what was remarked while it was read."""

    css: Any
    counters: Any
    remarks: tuple[str, ...]


def printer_for(template: Path | None, paper: str) -> "Printer":
    """A printer that has read the style sheet of its first page, where that is known. Problem: document.pango.…"""
    try:
        printer = Printer()
    except OSError as fault:
        raise doctor.problem(doctor.missing()) from fault
    if template:
        with suppress(OSError, Problem):  # whatever it is, the first page meets it again and can tell it
            printer.read_early(template, paper)
    return printer


class Printer:
    """WeasyPrint with one set of fonts for all it prints, and the style sheets it has read.

    Raises OSError where a library of the system is missing.
    """

    def __init__(self) -> None:
        self._weasyprint = _loaded()
        from wizard.publishing.typesetting import finish, tagging

        self._finish = finish
        tagging.install()
        self._log = _Log()
        logging.getLogger("weasyprint").handlers = [self._log]
        self._fonts = self._weasyprint.text.fonts.FontConfiguration()
        self._sheets: dict[str, _Sheet] = {}
        self._printed = 0
        gc.freeze()  # what is loaded by now stays: looking through it for litter finds nothing

    def read_early(self, template: Path, paper: str) -> None:
        """Reads a template's style sheet before there is a page. TemplateFault, OSError."""
        from wizard.document.assets import Assets, sheet
        from wizard.document.document import SHARED

        assets = Assets((template, SHARED))
        style = sheet(assets.style(), paper)
        self._sheet(style, {name: str(file) for name, file in assets.files.items()})

    def print(self, job: Job) -> Outcome:
        """Writes one document. Problems: document.template.not_drawn; OSError where it cannot be written."""
        if self._printed:
            gc.collect()  # the page before is a web of a hundred thousand boxes that hold each other
        self._printed += 1
        sheet = self._sheet(job.style, job.assets)
        self._log.messages = list(sheet.remarks)
        page = self._weasyprint.HTML(string=job.html, base_url=ADDRESS, url_fetcher=fetcher(job.assets))
        document = page.render(
            font_config=self._fonts,
            counter_style=sheet.counters,
            stylesheets=[sheet.css],
            pdf_variant=self._finish.VARIANT,
        )
        if len(document.pages) >= MANY_PAGES:
            gc.collect()  # what laying them out has left behind is more than what is wanted of it
        self._finish.write(document, job)
        return _outcome(len(document.pages), self._log.messages)

    def _sheet(self, style: str, assets: Mapping[str, str]) -> _Sheet:
        if style not in self._sheets:
            if len(self._sheets) == MOST_SHEETS:
                del self._sheets[next(iter(self._sheets))]
            self._log.messages = []
            counters = self._weasyprint.css.counters.CounterStyle()
            css = self._weasyprint.CSS(
                string=style,
                base_url=ADDRESS,
                url_fetcher=fetcher(assets),
                font_config=self._fonts,
                counter_style=counters,
            )
            self._sheets[style] = _Sheet(css, counters, tuple(self._log.messages))
        return self._sheets[style]


def _loaded() -> Any:
    """WeasyPrint without the compiler and linker calls that look for libraries, and without what is seldom wanted.

    Litter is collected at chosen moments only: while a page is laid out there is hardly any, and looking takes time.
    """
    gc.disable()
    find = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _not_found
    for name in _SELDOM:
        sys.modules.setdefault(name, _Later(name))
    try:
        import weasyprint
    finally:
        ctypes.util.find_library = find
    return weasyprint


def _not_found(name: str) -> None:
    del name


class _Later(ModuleType):
    """Stands for a module that is loaded when something in it is called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*arguments: Any, **options: Any) -> Any:
            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
            return getattr(importlib.import_module(self.__name__), name)(*arguments, **options)

        return call


class _Log(logging.Handler):
    """WeasyPrint only logs what it leaves out; here that decides whether there is a document at all."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _outcome(pages: int, messages: list[str]) -> Outcome:
    """What came of it, from what WeasyPrint said on the way."""
    undrawn = tuple(each.rpartition(": ")[2].strip() for each in messages if each.startswith(_UNDRAWN))
    remarks = tuple(each for each in messages if each.startswith(_STYLE_REMARKS))
    faults = [each for each in messages if not each.startswith((_UNDRAWN, *_STYLE_REMARKS))]
    if faults:
        raise TemplateFault("document.template.not_drawn", why="; ".join(faults[:3]))
    return Outcome(pages, undrawn, remarks)


def fetcher(assets: Mapping[str, str]) -> Any:
    """Gets the files of this list and nothing else, from nowhere else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OnlyTheseFiles(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        """WeasyPrint's own fetcher would read any file of this machine into the PDF."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            del headers
            if url.startswith(PICTURE):  # only the page's own maker writes such an address
                return URLFetcherResponse(url, b64decode(url[len(PICTURE) :]), {"Content-Type": "image/png"})
            file = assets.get(url.removeprefix(ADDRESS)) if url.startswith(ADDRESS) else None
            if file is None:
                from wizard import words  # late: a page that asks for another file is rare

                raise ValueError(words.say("document.template.other_file"))
            kind = mimetypes.guess_type(file)[0] or "application/octet-stream"
            return URLFetcherResponse(url, Path(file).read_bytes(), {"Content-Type": kind})

    return OnlyTheseFiles(allowed_protocols=())
