"""The child process in which WeasyPrint runs: one line of JSON in, a PDF in a file, one line of JSON out.

In:  {"html", "assets": {name: file}, "target": file, "identifier": text}
Out: {"pages", "undrawn": [...], "remarks": [...]} or {"fault": key, "details": {...}}
     or {"missing": [...]} or {"no_temporary": true} or {"refused": number of what the system refused}
"""

import ctypes.util
import gc
import json
import logging
import mimetypes
import os
import shutil
import sys
import traceback
import warnings
from base64 import b64decode
from pathlib import Path
from typing import Any

from wizard.document import doctor
from wizard.document.look import PICTURE

VARIANT = "pdf/ua-1"
_STYLE_REMARKS = ("Ignored ", "Invalid or unsupported", "Expected a media type", "Unknown rule")
_UNDRAWN = ".notdef glyph rendered"


def main() -> None:
    """Imports WeasyPrint at once, so that a child started early has it ready when the page comes."""
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints must not get into the answer
    warnings.simplefilter("ignore")
    try:
        weasyprint = _import()
    except OSError:
        said: dict[str, Any] = {"missing": list(doctor.missing())}
        fonts = None
    else:
        fonts = _fonts(weasyprint)
        line = sys.stdin.buffer.readline()
        said = _tried(weasyprint, fonts, line) if fonts else {"no_temporary": True}
    json.dump(said, answer)
    answer.close()
    if fonts is not None and fonts._folder:
        shutil.rmtree(fonts._folder, ignore_errors=True)  # os._exit below runs no clean-up of WeasyPrint's
    sys.stderr.flush()
    os._exit(0)  # taking down a hundred thousand layout boxes one by one costs a tenth of the whole time


def _import() -> Any:
    """WeasyPrint, without the compiler and linker calls that look for libraries (halves the import)."""
    gc.disable()
    find = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _not_found
    try:
        import weasyprint  # type: ignore[import-untyped]  # has no types
    finally:
        ctypes.util.find_library = find
    gc.enable()
    gc.set_threshold(100_000, 50, 100)
    return weasyprint


def _not_found(name: str) -> None:
    del name


def _fonts(weasyprint: Any) -> Any:
    """WeasyPrint's font settings, which want a temporary folder; None where there is no room for one."""
    try:
        return weasyprint.text.fonts.FontConfiguration()
    except OSError:
        return None


def _tried(weasyprint: Any, fonts: Any, line: bytes) -> dict[str, Any]:
    """The answer, or the number of what the system refused; anything stranger ends the child."""
    try:
        return _answered(weasyprint, fonts, line)
    except OSError as trouble:
        if trouble.errno is None:
            raise
        traceback.print_exc()  # for a developer, as the last words of a child that stops
        return {"refused": trouble.errno}


def _answered(weasyprint: Any, fonts: Any, line: bytes) -> dict[str, Any]:
    if not line.strip():
        return {}
    job = json.loads(line)
    from wizard.document import finish

    listener = _Listener()
    logging.getLogger("weasyprint").handlers = [listener]
    finish.install()
    page = weasyprint.HTML(string=job["html"], base_url="asset:", url_fetcher=_fetcher(job["assets"]))
    document = page.render(font_config=fonts, pdf_variant=VARIANT)
    document.write_pdf(
        job["target"],
        finisher=finish.finish,
        pdf_variant=VARIANT,
        pdf_identifier=job["identifier"].encode("ascii"),
    )
    if listener.faults:
        return {"fault": "document.template.not_drawn", "details": {"why": "; ".join(listener.faults[:3])}}
    return {"pages": len(document.pages), "undrawn": listener.undrawn, "remarks": listener.remarks}


class _Listener(logging.Handler):
    """WeasyPrint only logs what it leaves out; here that decides whether there is a document at all."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.faults: list[str] = []
        self.remarks: list[str] = []
        self.undrawn: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message.startswith(_UNDRAWN):
            self.undrawn.append(message.rpartition(": ")[2].strip())
        elif message.startswith(_STYLE_REMARKS):
            self.remarks.append(message)
        else:
            self.faults.append(message)


def _fetcher(assets: dict[str, str]) -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]  # has no types

    class OnlyTheseFiles(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        """WeasyPrint's own fetcher would read any file of this machine into the PDF."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            del headers
            if url.startswith(PICTURE):  # only the page's own maker writes such an address
                return URLFetcherResponse(url, b64decode(url[len(PICTURE) :]), {"Content-Type": "image/png"})
            file = assets.get(url.removeprefix("asset:")) if url.startswith("asset:") else None
            if file is None:
                raise ValueError("not one of the template's files")
            kind = mimetypes.guess_type(file)[0] or "application/octet-stream"
            return URLFetcherResponse(url, Path(file).read_bytes(), {"Content-Type": kind})

    return OnlyTheseFiles(allowed_protocols=())


if __name__ == "__main__":
    main()
