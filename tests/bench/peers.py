"""Beside it, on the same words: typst, Chromium and pandoc with WeasyPrint, and what each of their PDFs lacks.

They are measured where they are installed, and only told about where not: nothing of this project needs them.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pikepdf

from tests.bench.aims import Number
from tests.bench.ground import Ground
from tests.bench.printing import standing_alone
from tests.bench.processes import Run, run
from tests.bench.rounds import interleaved, median
from tests.support import verapdf
from wizard.document.printed_plan import printed_plan
from wizard.publishing.formats.html import self_contained

OURS = "the wizard's own print"
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2]{})"
TO_GET = {
    "typst": "pip install typst pypandoc_binary",
    "pandoc with WeasyPrint": "pip install pypandoc_binary",
    "Chromium": "apt install chromium",
}


def numbers(ground: Ground) -> list[Number]:
    """The time of each as a multiple of ours, with its pages, and how many rules of PDF/UA-1 its PDF breaks."""
    peers = Peers(ground)
    found = interleaved(
        {name: peer for name, peer in peers.here().items() if peer is not None}, ground.rounds(3)
    )
    ours = [median([each[at] for each in found[OURS]]) for at in range(3)]
    return [
        Number(
            f"beside it: {name}",
            median([each[2] for each in runs]) / ours[2],
            remark=f"on the clock; CPU {median([each[0] for each in runs]):.2f} s against {ours[0]:.2f} s; "
            f"{median([each[1] for each in runs]):.0f} MB; {told(peers.made(name))}",
        )
        for name, runs in found.items()
        if name != OURS
    ] + [
        Number(f"beside it: {name}", None, remark=f"not installed here: {how}")
        for name, how in TO_GET.items()
        if peers.here()[name] is None
    ]


def told(file: Path) -> str:
    """Pages, size, tags and PDF/UA of a PDF, in words."""
    with pikepdf.open(file) as opened:
        pages, tagged = len(opened.pages), "/StructTreeRoot" in opened.Root
    what = [f"{pages} pages", f"{file.stat().st_size // 1000} kB", "tagged" if tagged else "no tags"]
    if not verapdf.lacking():
        broken = next(each.broken for each in verapdf.checked(file) if each.flavour == "ua1")
        what.append(f"breaks {len(broken)} rules of PDF/UA-1" if broken else "PDF/UA-1")
    return ", ".join([*what, "no plan inside"])


class Peers:
    """The same document in the form each of them takes, and how each is started."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        draft = ground.example()
        document = printed_plan(ground.look(draft))
        self.plan = ground.kept(draft)
        self.page = ground.fresh(".html")
        self.page.write_text(self_contained(document), encoding="utf-8")
        self.plain = ground.fresh(".html")
        self.plain.write_text(standing_alone(document), encoding="utf-8")
        self.environment = ground.environment | {"FONTCONFIG_FILE": str(document.fonts / "fonts.conf")}
        self.pandoc = _pandoc()

    def made(self, name: str) -> Path:
        return self.ground.folder / f"{name.split()[0]}.pdf"

    def here(self) -> dict[str, Callable[[], Run] | None]:
        """Each by its name; None where it is not installed."""
        return {
            OURS: lambda: run(self.ground.wizard("print", self.plan), self.ground.environment),
            "typst": self._typst(),
            "Chromium": self._chromium(),
            "pandoc with WeasyPrint": self._pandoc_with_weasyprint(),
        }

    def _typst(self) -> Callable[[], Run] | None:
        """The page put into typst's words by pandoc beforehand; to PDF/UA-1 where typst can."""
        if not self.pandoc or not find_spec("typst"):
            return None
        source = self.ground.folder / "page.typ"
        if not source.exists():
            subprocess.run([self.pandoc, "-s", "-f", "html", self.plain, "-o", source], check=True)
            # pandoc leaves an empty place in a head whose rows are all one cell, which typst does not read
            words = re.sub(r",\s*,\)", ",)", source.read_text(encoding="utf-8"))
            led_to = set(re.findall(r"#link\(<([^>]+)>\)", words))
            lost = [each for each in sorted(led_to) if not re.search(rf"(?<!\()<{re.escape(each)}>", words)]
            # pandoc drops what some links lead to; typst makes no document with such a link in it
            source.write_text(
                words + "".join(f"#metadata(none) <{each}>\n" for each in lost), encoding="utf-8"
            )
        for standard in (", pdf_standards=['ua-1']", ""):
            command = [*self.ground.script(TYPST.format(standard)), str(source), str(self.made("typst"))]
            if not subprocess.run(command, capture_output=True, check=False).returncode:
                return lambda: run(command, self.environment)
        return None

    def _chromium(self) -> Callable[[], Run] | None:
        program = (
            shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        )
        if not program:
            return None
        out = f"--print-to-pdf={self.made('Chromium')}"
        command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", out]
        return lambda: run([*command, self.page.as_uri()], self.ground.environment)

    def _pandoc_with_weasyprint(self) -> Callable[[], Run] | None:
        if not self.pandoc:
            return None
        engine = Path(sys.executable).parent / "weasyprint"
        out = str(self.made("pandoc"))
        command = [self.pandoc, "-f", "html", str(self.plain), f"--pdf-engine={engine}", "-o", out]
        return lambda: run(command, self.environment)


def _pandoc() -> str:
    """pandoc, from the system or from a package of Python's; nothing where there is none."""
    if found := shutil.which("pandoc"):
        return found
    spec = find_spec("pypandoc")
    beside = Path(spec.origin).parent / "files" / "pandoc" if spec and spec.origin else Path()
    return str(beside) if beside.is_file() else ""
