"""The kinds of questions on screen: one file each, and this list. A kind is loaded with its first page."""

import importlib

from wizard.screen.kinds.prompt import Lines, Prompt
from wizard.sitting.ask import Ask

KINDS = {
    "text": "text:Text",
    "long": "long:Long",
    "number": "number:Number",
    "date": "date:Date",
    "yes_no": "yes_no:YesNo",
    "one": "one:One",
    "many": "many:Many",
    "ranked": "ranked:Ranked",
    "list": "list:Items",
}


def prompt_for(ask: Ask, lines: Lines) -> Prompt:
    """The prompt of a page, of its kind."""
    module, _, name = KINDS[ask.kind].partition(":")
    made: Prompt = getattr(importlib.import_module(f"wizard.screen.kinds.{module}"), name)(ask, lines)
    return made
