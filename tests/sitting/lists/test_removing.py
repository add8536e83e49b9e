"""What was taken out of lists: the newest of each list can be brought back, once."""

from wizard.sitting.lists.removing import Removed, RemovedEntries

MEMBERS, GOALS = "build.members", "goals.items"


def removed(path: str, name: str) -> Removed:
    return Removed(path, 0, name, {"id": f"x-{name}"})


def test_the_newest_of_a_list_is_known() -> None:
    entries = RemovedEntries()
    for each in (removed(MEMBERS, "a"), removed(MEMBERS, "b"), removed(GOALS, "c")):
        entries.add(each)

    assert entries.newest(MEMBERS) == removed(MEMBERS, "b")
    assert entries.newest(GOALS) == removed(GOALS, "c")
    assert entries.newest("trust.steps") is None


def test_what_is_taken_to_be_brought_back_is_no_longer_there() -> None:
    entries = RemovedEntries()
    entries.add(removed(MEMBERS, "a"))
    entries.add(removed(MEMBERS, "b"))

    taken = [entries.take(MEMBERS), entries.take(MEMBERS), entries.take(MEMBERS)]

    assert taken == [removed(MEMBERS, "b"), removed(MEMBERS, "a"), None]
