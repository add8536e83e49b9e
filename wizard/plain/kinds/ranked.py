"""Several in an order: what is typed first gets number 1."""

from typing import Any

from wizard.plain.kinds.many import Many


class Ranked(Many):
    """`value`: a list of option values, the first first."""

    def in_order(self, picked: list[Any]) -> list[Any]:
        return list(picked)
