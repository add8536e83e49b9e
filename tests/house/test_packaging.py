"""The wheel that people install: it carries everything, and runs in a clean environment from anywhere."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

import wizard
from tests.support.inventory import ESSENTIAL
from wizard.content import FLOWS, OUTPUT_TEMPLATES

ROOT = Path(wizard.__file__).parent.parent
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def run(*command: object, cwd: Path = ROOT) -> str:
    """What a command prints; its complaint is shown when it fails."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source package, which shows that that one is whole too."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `partnership` command of a clean environment that has the wheel, and borrows the libraries."""
    home = tmp_path_factory.mktemp("clean")
    run(sys.executable, "-m", "venv", "--without-pip", home)
    python = home / SCRIPTS / Path(sys.executable).name
    pip = [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check"]
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel)
    own = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    (Path(own) / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return home / SCRIPTS / "partnership"


def carried(folder: Path, name: str) -> set[str]:
    """Where the files of a folder of the checkout belong in the wheel."""
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {f"wizard/{name}/{path.relative_to(folder).as_posix()}" for path in files}


def test_the_wheel_carries_flows_templates_and_fonts(wheel: Path) -> None:
    expected = carried(FLOWS, "flows") | carried(OUTPUT_TEMPLATES, "output_templates")
    assert {
        "wizard/flows/about.yaml",
        "wizard/output_templates/shared/fonts/SourceSans3-Bold.ttf",
    } <= expected

    names = set(zipfile.ZipFile(wheel).namelist())

    assert sorted(expected - names) == []
    assert "wizard/words/en.yaml" in names


def test_the_wheel_carries_nothing_but_the_wizard_and_its_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    tops = {name.split("/")[0] for name in names}
    assert tops == {"wizard", f"partnership_wizard-{wizard.__version__}.dist-info"}
    assert sum("/licenses/" in name for name in names) == 6


def test_the_installed_command_tells_its_version_from_anywhere(installed: Path) -> None:
    told = run(installed, "--version", cwd=Path("/"))

    assert wizard.__version__ in told


def test_the_installed_command_reads_the_flows_it_carries(installed: Path) -> None:
    outline = json.loads(run(installed, "outline", "--essential", "--json", cwd=Path("/")))

    assert len(outline) == len(ESSENTIAL)
    assert {question["essential"] for question in outline} == {True}


def test_the_installed_command_uses_nothing_of_the_checkout(installed: Path) -> None:
    python = installed.parent / Path(sys.executable).name
    question = "import wizard.content as c; print(c.PACKAGE, c.FLOWS, c.OUTPUT_TEMPLATES, sep='\\n')"

    places = run(python, "-c", question, cwd=Path("/")).split("\n")

    assert all(place.startswith(str(installed.parent.parent)) for place in places if place)


def pins(lock: str) -> dict[str, str]:
    """The exact versions in a lock file, by package."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")


def test_every_locked_package_has_a_hash() -> None:
    for lock in LOCKS:
        blocks = re.split(r"\n(?=\w)", (ROOT / lock).read_text(encoding="utf-8"))[1:]

        assert len(blocks) == len(pins(lock)) > 20
        assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_developers_and_the_one_file_get_the_versions_that_users_get() -> None:
    users, developers, one_file = map(pins, LOCKS)

    assert users.items() <= developers.items()
    assert users.items() <= one_file.items()


def test_what_is_in_two_locks_has_one_version() -> None:
    developers, one_file = pins("requirements-dev.lock"), pins("requirements-build.lock")

    both = developers.keys() & one_file.keys()
    assert len(both) > 20
    assert {name: one_file[name] for name in both} == {name: developers[name] for name in both}


def test_the_locks_name_no_address() -> None:
    for lock in LOCKS:
        assert re.findall(r"://|--index|--find-links|file:", (ROOT / lock).read_text(encoding="utf-8")) == []
