"""One plan file in our keeping: saved whole, locked, guarded against others, backed up, forgotten."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from wizard.errors import Problem
from wizard.storage import atomic, backups, lock, state, store
from wizard.storage.forgetting import forget
from wizard.storage.store import Store
from wizard.storage.unfinished import Unfinished

ROOT = Path(__file__).parent.parent
PLAN = b"format: 1\nplan_id: p-7f3kq2\nabout:\n  name: %d\n"


@pytest.fixture(autouse=True)
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARTNERSHIP_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("PARTNERSHIP_CACHE", str(tmp_path / "cache"))
    return tmp_path / "state"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    return folder / "two-rivers.plan.yaml"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def key_of(caught: pytest.ExceptionInfo[Problem]) -> str:
    return caught.value.key


def test_a_new_plan_is_private_and_alone_in_its_folder(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)

    assert plan.read_bytes() == PLAN % 2
    assert mode(plan) == 0o600
    assert os.listdir(plan.parent) == [plan.name]
    assert held.remarks == []


def test_a_new_plan_never_takes_the_place_of_a_file(plan: Path) -> None:
    plan.write_bytes(b"mine")

    with pytest.raises(Problem) as caught:
        Store.make_new(plan, PLAN % 1)

    assert key_of(caught) == "store.exists"
    assert plan.read_bytes() == b"mine"
    assert os.listdir(plan.parent) == [plan.name]


def test_a_file_system_without_hard_links_can_hold_a_new_plan(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    Store.make_new(plan, PLAN % 1).close()

    with pytest.raises(Problem) as caught:
        Store.make_new(plan, PLAN % 2)

    assert key_of(caught) == "store.exists"
    assert plan.read_bytes() == PLAN % 1


def test_a_plan_that_is_not_there_is_said_to_be_missing(plan: Path) -> None:
    with pytest.raises(Problem) as caught:
        Store.open(plan)

    assert key_of(caught) == "store.missing"


def test_the_folder_of_a_new_plan_may_be_gone(plan: Path) -> None:
    with pytest.raises(Problem) as caught:
        Store.make_new(plan.parent / "nowhere" / "a.plan.yaml", PLAN % 1)

    assert key_of(caught) == "store.folder_gone"


def test_saving_the_same_twice_writes_once(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        first = held.save(PLAN % 2)
        number = plan.stat().st_ino
        second = held.save(PLAN % 2)

    assert (first, second) == (True, False)
    assert plan.stat().st_ino == number


def test_the_mode_of_an_existing_plan_stays(plan: Path) -> None:
    plan.write_bytes(PLAN % 1)
    plan.chmod(0o640)

    with Store.open(plan) as held:
        held.save(PLAN % 2)

    assert mode(plan) == 0o640


def test_a_link_stays_a_link_and_what_it_points_at_is_saved(plan: Path, tmp_path: Path) -> None:
    plan.write_bytes(PLAN % 1)
    link = tmp_path / "link.plan.yaml"
    link.symlink_to(plan)

    with Store.open(link) as held:
        held.save(PLAN % 2)

    assert link.is_symlink()
    assert plan.read_bytes() == PLAN % 2


def test_a_link_in_a_circle_gets_a_sentence(plan: Path) -> None:
    plan.symlink_to(plan)

    with pytest.raises(Problem) as caught:
        Store.open(plan)

    assert key_of(caught) == "store.link_loop"


@pytest.mark.parametrize(("make", "key"), [(Path.mkdir, "store.is_folder"), (os.mkfifo, "store.not_a_file")])
def test_what_is_no_file_gets_a_sentence(plan: Path, make: Any, key: str) -> None:
    make(plan)

    with pytest.raises(Problem) as caught:
        Store.open(plan)

    assert key_of(caught) == key


def test_a_huge_file_is_not_even_read(plan: Path) -> None:
    with plan.open("wb") as file:
        file.truncate(100_000_000)

    with pytest.raises(Problem) as caught:
        Store.open(plan)

    assert key_of(caught) == "store.too_big"


def test_a_file_changed_outside_is_never_written_over(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        plan.write_bytes(PLAN % 9)

        with pytest.raises(Problem) as caught:
            held.save(PLAN % 2)

        assert key_of(caught) == "store.changed_outside"
        assert plan.read_bytes() == PLAN % 9
        assert held.reload() == PLAN % 9
        assert held.save(PLAN % 3)


def test_both_versions_can_be_kept_side_by_side(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        plan.write_bytes(PLAN % 9)

        first = held.conflict_copy(PLAN % 2, "my changes")
        second = held.conflict_copy(PLAN % 3, "my ../changes\x1b")

    assert first.name == "two-rivers (my changes).plan.yaml"
    assert second.name == "two-rivers (my ..changes).plan.yaml"
    assert first.parent == second.parent == plan.parent
    assert (first.read_bytes(), second.read_bytes(), plan.read_bytes()) == (PLAN % 2, PLAN % 3, PLAN % 9)


def test_a_third_copy_gets_a_number(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        names = [held.conflict_copy(PLAN % 2, "mine").name for _ in range(3)]

    assert names == [f"two-rivers (mine{end}).plan.yaml" for end in ("", " 2", " 3")]


def test_a_plan_that_went_away_is_not_made_anew_unasked(plan: Path) -> None:
    plan.write_bytes(PLAN % 1)
    with Store.open(plan) as held:
        plan.unlink()

        with pytest.raises(Problem) as caught:
            held.save(PLAN % 2)

        assert key_of(caught) == "store.gone"
        assert not plan.exists()
        assert held.reload() is None
        assert held.save(PLAN % 2)
        assert plan.read_bytes() == PLAN % 2


def test_a_read_only_plan_is_not_replaced_behind_its_back(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        plan.chmod(0o400)

        with pytest.raises(Problem) as caught:
            held.save(PLAN % 2)

        assert key_of(caught) == "store.read_only"
        assert plan.read_bytes() == PLAN % 1


def test_a_copy_can_be_saved_where_there_is_room(plan: Path, tmp_path: Path) -> None:
    copy = store.save_copy(tmp_path / "copy.plan.yaml", PLAN % 5)

    with pytest.raises(Problem) as caught:
        store.save_copy(copy, PLAN % 6)

    assert key_of(caught) == "store.exists"
    assert copy.read_bytes() == PLAN % 5
    assert mode(copy) == 0o600


def test_names_as_long_as_the_file_system_allows_are_fine(plan: Path) -> None:
    long = plan.with_name("ü" * 119 + "x.plan.yaml")  # 250 bytes

    with Store.make_new(long, PLAN % 1) as held:
        held.save(PLAN % 2)
        copy = held.conflict_copy(PLAN % 3, "my changes")

    assert long.read_bytes() == PLAN % 2
    assert copy.read_bytes() == PLAN % 3
    assert len(copy.name.encode()) <= store.LONGEST_NAME


def test_a_name_too_long_gets_a_sentence(plan: Path) -> None:
    with pytest.raises(Problem) as caught:
        Store.make_new(plan.with_name("x" * 300), PLAN % 1)

    assert key_of(caught) == "store.name_too_long"


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("two-rivers", "two-rivers.plan.yaml"),
        ("two-rivers.plan.yaml", "two-rivers.plan.yaml"),
        ("Two.PLAN.YAML", "Two.PLAN.YAML"),
        ("two.yaml", "two.plan.yaml"),
        ("two.plan", "two.plan.yaml"),
        ("v1.2", "v1.2.plan.yaml"),
    ],
)
def test_the_ending_is_added_where_it_is_missing(given: str, name: str) -> None:
    assert store.with_suffix(given) == Path(name)


# --- locks -----------------------------------------------------------------------------------------


def test_a_second_wizard_on_the_same_plan_is_told_so(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1):
        with pytest.raises(Problem) as caught:
            Store.open(plan)

        assert key_of(caught) == "store.busy"

    Store.open(plan).close()


def test_a_holder_that_was_killed_holds_nothing(plan: Path) -> None:
    plan.write_bytes(PLAN % 1)
    program = (
        "import sys, time\nfrom wizard.storage.store import Store\n"
        "held = Store.open(sys.argv[1])\nprint('held', flush=True)\ntime.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program, plan], stdout=subprocess.PIPE, cwd=ROOT) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(Problem) as caught:
            Store.open(plan)
        holder.kill()

    assert key_of(caught) == "store.busy"
    Store.open(plan).close()


def test_where_locks_are_not_known_the_work_goes_on(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(lock, "take_posix", refuse)

    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)

    assert [remark.key for remark in held.remarks] == ["store.no_lock"]
    assert plan.read_bytes() == PLAN % 2


class FakeMsvcrt:
    """What Windows offers, as far as it is used."""

    LK_NBLCK = 2

    def __init__(self, answer: OSError | None) -> None:
        self.answer = answer
        self.asked: list[tuple[int, int]] = []

    def locking(self, _: int, how: int, length: int) -> None:
        self.asked.append((how, length))
        if self.answer:
            raise self.answer


@pytest.mark.parametrize(("answer", "held"), [(None, True), (PermissionError(errno.EACCES, "held"), False)])
def test_the_windows_lock_says_who_holds_it(tmp_path: Path, answer: OSError | None, held: bool) -> None:
    windows = FakeMsvcrt(answer)
    one = lock.Lock(tmp_path / "lock", lambda descriptor: lock.take_windows(descriptor, windows))

    got = one.held()
    one.release()

    assert got is held
    assert windows.asked == [(windows.LK_NBLCK, 1)]


def test_on_windows_a_scanner_holding_the_file_is_waited_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_text("new")
    real, refusals, pauses = os.replace, [PermissionError(13, "in use")] * 3, []

    def stubborn(*names: Any) -> None:
        if refusals:
            raise refusals.pop()
        real(*names)

    monkeypatch.setattr(os, "replace", stubborn)
    atomic.move(source, target, patient=True, wait=pauses.append)

    assert target.read_text() == "new"
    assert pauses == [0.02, 0.04, 0.08]


def test_patience_on_windows_ends_after_about_two_and_a_half_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "in use")

    pauses: list[float] = []
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        atomic.move(tmp_path / "a", tmp_path / "b", patient=True, wait=pauses.append)

    assert 2.3 < sum(pauses) < 2.7


# --- what a file system may refuse -----------------------------------------------------------------


@pytest.mark.parametrize("refused", [errno.ENOTSUP, errno.EPERM])
def test_where_modes_are_not_known_one_sentence_says_so(
    plan: Path, monkeypatch: pytest.MonkeyPatch, refused: int
) -> None:
    plan.write_bytes(PLAN % 1)
    plan.chmod(0o640)

    def refuse(*_: object) -> None:
        raise OSError(refused, "no modes")

    with Store.open(plan) as held:
        monkeypatch.setattr(os, "fchmod", refuse)
        held.save(PLAN % 2)
        held.save(PLAN % 3)

    assert [remark.key for remark in held.remarks] == ["store.no_modes"]
    assert plan.read_bytes() == PLAN % 3


def test_where_folders_cannot_be_flushed_one_sentence_says_so(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def refuse(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not here")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", refuse)

    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)

    assert [remark.key for remark in held.remarks] == ["store.no_flush"]


def test_without_a_private_folder_the_plan_is_still_saved(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a-file").write_text("")
    monkeypatch.setenv("PARTNERSHIP_STATE", str(tmp_path / "a-file" / "state"))

    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)
        none = held.backups().newest_first()
        with pytest.raises(Problem) as caught:
            held.keep_for_ever(PLAN % 1, "format-1")

    assert [remark.key for remark in held.remarks] == ["store.no_private_folder"]
    assert plan.read_bytes() == PLAN % 2
    assert none == []
    assert key_of(caught) == "store.no_private_folder"


# --- private folder, backups, forgetting -----------------------------------------------------------


def test_what_is_kept_privately_is_private(plan: Path, private: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)
        held.keep_for_ever(PLAN % 1, "format-1")

    folder = private / "p-7f3kq2"
    assert mode(private) == mode(folder) == 0o700
    assert {mode(path) for path in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) == 3


def test_a_private_folder_open_to_others_is_closed(private: Path) -> None:
    private.mkdir(mode=0o755)

    state.for_plan("p-7f3kq2")

    assert mode(private) == 0o700


@pytest.mark.parametrize("name", ["", "p-", "p-ABCD", "../p-abcd", "p-abcd/..", "p-abcd\n", "p-1234567890123"])
def test_no_other_name_becomes_a_folder(name: str) -> None:
    with pytest.raises(ValueError, match="not the id"):
        state.for_plan(name)


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"format: 1\r\nplan_id: p-7f3kq2\r\n", "p-7f3kq2"),
        (b"\xff broken [\nplan_id: 'p-7f3kq2'  # ours\n", "p-7f3kq2"),
        (b"note: |\n  plan_id: p-7f3kq2\n", None),
        (b"plan_id: ../../etc\n", None),
    ],
)
def test_the_id_is_found_even_in_a_broken_file(raw: bytes, found: str | None) -> None:
    assert store.plan_id_of(raw) == found


def test_a_file_without_an_id_takes_the_new_one_or_always_the_same(plan: Path) -> None:
    plan.write_bytes(b"about: {}\n")

    with Store.open(plan, new_id="p-abcd") as held:
        given = held.plan_id
    with Store.open(plan) as held:
        derived = held.plan_id
    with Store.open(plan) as held:
        again = held.plan_id

    assert given == "p-abcd"
    assert derived == again
    assert state.PLAN_ID.fullmatch(derived)


def test_the_first_save_of_a_sitting_puts_away_what_was_there(plan: Path) -> None:
    plan.write_bytes(PLAN % 1)
    with Store.open(plan) as held:
        for number in range(2, 10):
            held.save(PLAN % number)

        kept = [backup.read() for backup in held.backups().newest_first()]

    assert kept == [PLAN % 1]


def test_ten_backups_stay_and_those_for_ever_beyond_them(private: Path) -> None:
    kept = backups.Backups(state.for_plan("p-7f3kq2"))
    kept.keep_for_ever(PLAN % 0, "format-1")
    kept.keep_for_ever(PLAN % 0, "format-1")
    for number in range(1, 15):
        kept.keep(PLAN % number)
        kept.keep(PLAN % number)

    found = kept.newest_first()

    assert [backup.read() for backup in found] == [PLAN % number for number in [*range(14, 4, -1), 0]]
    assert [backup.label for backup in found if backup.for_ever] == ["format-1"]
    assert list(private.rglob("*.tmp")) == []


def test_a_clock_set_back_does_not_change_what_is_newest() -> None:
    kept = backups.Backups(state.for_plan("p-7f3kq2"))
    kept.keep(PLAN % 1)
    kept.keep(PLAN % 2)
    os.utime(kept.newest_first()[0].path, (0, 0))

    newest = kept.newest_first()[0]

    assert newest.read() == PLAN % 2
    assert newest.saved().year <= 1970


def test_the_newest_good_backup_passes_over_broken_ones() -> None:
    kept = backups.Backups(state.for_plan("p-7f3kq2"))
    for data in (b"good 1", b"good 2", b"broken"):
        kept.keep(data)

    def check(data: bytes) -> None:
        if b"good" not in data:
            raise Problem("file.faults")

    good = kept.newest_good(check)

    assert good is not None
    assert good.read() == b"good 2"
    assert kept.newest_good(lambda _: check(b"")) is None


def test_a_label_cannot_be_a_path() -> None:
    kept = backups.Backups(state.for_plan("p-7f3kq2"))

    with pytest.raises(ValueError, match="label"):
        kept.keep_for_ever(PLAN % 1, "../x")


def test_what_a_killed_wizard_left_is_cleared_and_nothing_else(plan: Path) -> None:
    Store.make_new(plan, PLAN % 1).close()
    (plan.parent / "~pw-7f3kq2-12345678.tmp").write_bytes(b"half")
    other = plan.parent / "~pw-other1-12345678.tmp"
    other.write_bytes(b"somebody else is writing this")

    Store.open(plan).close()

    assert sorted(os.listdir(plan.parent)) == [plan.name, other.name]


def test_forgetting_clears_everything_but_the_plan(plan: Path, tmp_path: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)
        held.keep_for_ever(PLAN % 1, "format-1")
        Unfinished(held.folder).keep("about.name", "Two Ri")
    cached = state.cache_of_plan("p-7f3kq2")
    cached.mkdir(parents=True)
    (cached / "page.html").write_text("a name")
    (plan.parent / "~pw-7f3kq2-12345678.tmp").write_bytes(b"half")

    removed = forget("p-7f3kq2", plan)

    left = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    assert removed == 4
    assert sorted(left) == ["lock", plan.name]
    assert plan.read_bytes() == PLAN % 2


def test_a_plan_that_is_open_is_not_forgotten(plan: Path) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)

        with pytest.raises(Problem) as caught:
            forget("p-7f3kq2", plan)

        assert key_of(caught) == "store.busy"
        assert len(held.backups().newest_first()) == 1


def test_what_could_not_be_forgotten_is_said(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.make_new(plan, PLAN % 1) as held:
        held.save(PLAN % 2)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EACCES, "no")

    monkeypatch.setattr(os, "unlink", refuse)

    with pytest.raises(Problem) as caught:
        forget("p-7f3kq2")

    assert key_of(caught) == "store.not_forgotten"
