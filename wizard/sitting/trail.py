"""The way a group has taken through its plan: the page at hand, and the pages to go back to."""

from wizard.interview import walk
from wizard.interview.survey import Survey, Turn


class Trail:
    """The pages of one sitting. A list stands for its entries: they are one page."""

    def __init__(self) -> None:
        self.at: Turn | None = None  # the page at hand; none on the hub
        self.last: Turn | None = None  # the turn that was asked last
        self.begins_anew = False  # another path was chosen, and nothing was asked on it yet
        self._before: list[Turn] = []

    def __bool__(self) -> bool:
        return bool(self._before)

    def leave(self) -> None:
        """The page at hand becomes one to go back to."""
        if self.at is not None:
            self._before.append(self.at)
        self.at = None

    def back(self, here: Survey) -> Turn | None:
        """The newest page that still applies. It is taken off, with those above it that do not."""
        while self._before:
            if found := walk.again(here, self._before.pop()):
                return found
        return None
