"""What is replaced of prompt_toolkit, by its public names. Nothing private of it or of questionary is used.

Beside `load_key_bindings`, here: an output's `flush` (in `renderer`: two pages are one stroke, and a window that was
closed is no fault) and a terminal's `stdin_reader` (in `terminal`: a terminal that is gone is the end of input).
`tests/screen/test_questionary_contract.py` says what is relied on and finds private names.
"""

from functools import cache

from prompt_toolkit.application import application
from prompt_toolkit.key_binding.defaults import load_key_bindings


@cache
def load_keys_once() -> None:
    """Lets all pages of a sitting share prompt_toolkit's own key bindings, which never change.

    An application loads them anew: 3 ms of the 3.2 ms that a list takes to be made.
    """
    vars(application)["load_key_bindings"] = cache(load_key_bindings)
