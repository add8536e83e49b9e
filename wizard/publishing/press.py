"""A press: the child process in which WeasyPrint prints one page after another."""

from pathlib import Path

from wizard.document.fonts import configuration
from wizard.publishing.child_process import MEMORY, SECONDS, ChildProcess, Waiting
from wizard.publishing.job import Job, Outcome
from wizard.systems import program


class Press(ChildProcess):
    """Has WeasyPrint loaded, or is loading it.

    `early` is a template's folder and a paper: what can be read of them before there is a page is read then.
    """

    def __init__(
        self,
        fonts: Path,
        *,
        early: tuple[Path | str, str] = ("", ""),
        quietly: bool = False,
        memory: int = MEMORY,
    ) -> None:
        self.fonts = fonts
        super().__init__("print", *early, memory=memory, quietly=quietly)

    def print(self, job: Job, seconds: float = SECONDS, waiting: Waiting = lambda: None) -> Outcome:
        """Prints one document. Problems: those of a child process, document.template.not_drawn; OSError."""
        outcome: Outcome = self.ask(job, seconds=seconds, waiting=waiting, draft=Path(job.target))
        return outcome

    def _environment(self, folder: Path) -> dict[str, str]:
        """With the fonts of the document and no others."""
        fonts = folder / "fonts.conf"
        fonts.write_text(configuration(self.fonts), encoding="utf-8")
        own = {"FONTCONFIG_FILE": str(fonts)}
        if program.is_one_file():
            # It is unpacked somewhere else each time, so what is noted about its fonts goes into a folder that ends
            # with the process, and not on a heap that grows with every start.
            own["XDG_CACHE_HOME"] = str(folder)
        return super()._environment(folder) | own
