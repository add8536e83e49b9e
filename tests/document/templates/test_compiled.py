"""Compiled templates: kept by their text, made anew where anything changed, done without where they cannot be kept."""

from pathlib import Path

import pytest
from jinja2 import DictLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from wizard.document.templates import compiled as compiled_templates
from wizard.document.templates.compiled import Kept


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARTNERSHIP_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / compiled_templates.NAME


def written(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, int]:
    """What a template writes, in an environment of its own, and how many templates had to be compiled for it."""
    compiled: list[str] = []
    environment = ImmutableSandboxedEnvironment(loader=DictLoader({"a": text}), bytecode_cache=Kept())
    compile_afresh = environment.compile
    monkeypatch.setattr(
        environment, "compile", lambda *said: (compiled.append(said[1]), compile_afresh(*said))[1]
    )
    return environment.get_template("a").render(name="Two Rivers"), len(compiled)


def test_a_text_is_compiled_once_and_another_text_afresh(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = [
        written(text, monkeypatch) for text in ("Hello {{ name }}", "Hello {{ name }}", "Bye {{ name }}")
    ]

    assert results == [("Hello Two Rivers", 1), ("Hello Two Rivers", 0), ("Bye Two Rivers", 1)]
    assert len(list(cache.rglob("*"))) == 2  # the folder of this version, and the template in it


def test_another_version_of_the_wizard_compiles_afresh_and_clears_what_the_older_left(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written("Hello {{ name }}", monkeypatch)
    before = list(cache.iterdir())
    monkeypatch.setattr(compiled_templates, "_stamp", lambda: "newer")

    result = written("Hello {{ name }}", monkeypatch)

    assert result == ("Hello Two Rivers", 1)
    assert [each.name for each in cache.iterdir()] == ["newer"]
    assert len(before) == 1


@pytest.mark.parametrize("damage", [b"", b"j2", b"\xff" * 300])
def test_what_is_damaged_is_made_anew(cache: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes) -> None:
    written("Hello {{ name }}", monkeypatch)
    for file in cache.glob("*/*"):
        file.write_bytes(damage)

    assert written("Hello {{ name }}", monkeypatch) == ("Hello Two Rivers", 1)


def test_without_a_place_to_keep_them_templates_are_compiled_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder can be here")
    monkeypatch.setenv("PARTNERSHIP_CACHE", str(tmp_path / "file"))

    results = [written("Hello {{ name }}", monkeypatch) for _ in range(2)]

    assert results == [("Hello Two Rivers", 1)] * 2
