"""What is replaced inside prompt_toolkit and questionary, and why. Private names of theirs are used nowhere."""

from functools import cache

from prompt_toolkit.application import application
from prompt_toolkit.key_binding.defaults import load_key_bindings


@cache
def load_keys_once() -> None:
    """Lets all pages of a sitting share prompt_toolkit's own key bindings, which never change.

    An application loads them anew; that is three quarters of the time it takes to make one.
    """
    vars(application)["load_key_bindings"] = cache(load_key_bindings)
