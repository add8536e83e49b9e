"""What was made once is kept by its content, and a cache that fails costs nothing but time."""

from pathlib import Path
from typing import Any

import pytest

from wizard.storage.private.compiled import KEPT, compiled


class Maker:
    """Counts how often it had to make something."""

    def __init__(self, made: Any = None) -> None:
        self.made, self.times = made or {"words": ["é", 1]}, 0

    def __call__(self) -> Any:
        self.times += 1
        return self.made


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARTNERSHIP_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "words.yaml"
    file.write_text("a: b\n", encoding="utf-8")
    return file


def test_the_same_file_is_made_once(cache: Path, source: Path) -> None:
    make = Maker()

    found = [compiled("words", [source], make) for _ in range(3)]

    assert found == [make.made] * 3
    assert make.times == 1
    assert len(list(cache.iterdir())) == 1


def test_another_content_is_made_anew_and_only_the_last_few_are_kept(cache: Path, source: Path) -> None:
    make = Maker()
    for number in range(KEPT + 3):
        source.write_text(f"a: {number}\n", encoding="utf-8")
        compiled("words", [source], make)

    assert make.times == KEPT + 3
    assert len(list(cache.iterdir())) == KEPT


def test_a_change_of_the_code_that_makes_it_makes_it_anew(cache: Path, source: Path, tmp_path: Path) -> None:
    make, code = Maker(), tmp_path / "maker.py"
    code.write_text("1", encoding="utf-8")
    compiled("words", [source], make, [code])
    code.write_text("1 + 1", encoding="utf-8")

    compiled("words", [source], make, [code])

    assert make.times == 2
    assert cache.is_dir()


def test_two_kinds_of_things_do_not_push_each_other_out(cache: Path, source: Path) -> None:
    words, flows = Maker(), Maker()

    for _ in range(2):
        compiled("words", [source], words)
        compiled("flows", [source], flows)

    assert (words.times, flows.times) == (1, 1)
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe"])
def test_a_damaged_cache_is_made_anew(cache: Path, source: Path, damage: bytes) -> None:
    make = Maker()
    compiled("words", [source], make)
    for file in cache.iterdir():
        file.write_bytes(damage)

    found = compiled("words", [source], make)

    assert found == make.made
    assert make.times == 2


def test_a_cache_that_cannot_be_is_done_without(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTNERSHIP_CACHE", str(source / "no folder can be here"))
    make = Maker()

    found = [compiled("words", [source], make) for _ in range(2)]

    assert found == [make.made] * 2
    assert make.times == 2
    assert [file.name for file in tmp_path.iterdir()] == ["words.yaml"]


def test_a_failure_to_make_leaves_nothing_behind(cache: Path, source: Path) -> None:
    def fail() -> Any:
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        compiled("words", [source], fail)

    assert list(cache.iterdir()) == []
