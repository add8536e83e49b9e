"""The pages of both examples, compared whole with those that were looked at and found good: tests/printed/.

`python -m tests.support.printed_pages` writes them anew; look at what changed before you keep it.
"""

from pathlib import Path

import pytest

from tests.support import printed_pages


@pytest.mark.parametrize("name", printed_pages.NAMES)
def test_an_example_prints_as_it_was_found_good(name: str) -> None:
    kept = (printed_pages.FOLDER / f"{name}.html").read_text(encoding="utf-8").splitlines()

    now = printed_pages.body(name).splitlines()

    assert now == kept


def test_a_changed_word_is_seen(tmp_path: Path) -> None:
    name = printed_pages.NAMES[0]
    changed = tmp_path / f"{name}.plan.yaml"
    source = (printed_pages.EXAMPLES / changed.name).read_text(encoding="utf-8")
    changed.write_text(source.replace("Mesquite", "Ocotillo"), encoding="utf-8")

    assert printed_pages.body(name, tmp_path) != printed_pages.body(name)
