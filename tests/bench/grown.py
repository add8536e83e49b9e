"""The full example blown up: every entry of every list as often as it takes for a plan of hundreds of pages."""

import copy

from wizard.interview.flow import Toolkit
from wizard.storage.draft import Draft


def grown(toolkit: Toolkit, draft: Draft, times: int) -> Draft:
    """A plan in which each list is `times` as long. What refers to an entry still refers to the first of them."""
    whole = draft.snapshot()
    for path, part in toolkit.lists.items():
        items = whole.items(path)
        more = [
            {**copy.deepcopy(item), "id": f"{part.item}-{number:02}{at:02}"}
            for number in range(1, times)
            for at, item in enumerate(items)
        ]
        if more:
            whole.put(path, [*items, *more])
    return whole
