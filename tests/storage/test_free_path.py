"""Names for new files: the first that no other file has."""

from pathlib import Path

from wizard.storage.free_path import counted, free_path


def test_the_plain_name_comes_first_and_then_numbers_from_two_on(tmp_path: Path) -> None:
    found = []
    for _ in range(3):
        path = free_path(tmp_path, counted("plan", ".plan.yaml"))
        path.touch()
        found.append(path.name)

    assert found == ["plan.plan.yaml", "plan-2.plan.yaml", "plan-3.plan.yaml"]


def test_a_link_that_leads_nowhere_and_a_folder_have_their_name(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").symlink_to("nowhere")
    (tmp_path / "plan-2.pdf").mkdir()

    assert free_path(tmp_path, counted("plan", ".pdf")) == tmp_path / "plan-3.pdf"


def test_somebody_may_say_which_file_may_be_taken(tmp_path: Path) -> None:
    (tmp_path / "b").touch()

    assert free_path(tmp_path, ["a", "b"], Path.is_file) == tmp_path / "b"
