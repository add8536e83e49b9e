"""Add a new one on the spot: a member that is missing from a choice joins its list with just a name."""

from wizard import words
from wizard.interview.survey import Turn
from wizard.sitting import ask_builder
from wizard.sitting.ask import Answer, Pages
from wizard.sitting.ask_builder import SidePage
from wizard.sitting.saving import save
from wizard.sitting.sitting import Sitting

NEW = "new"  # the page's name behind its question's place


def add_on_the_spot(sitting: Sitting, turn: Turn) -> Pages[str | None]:
    """Asks what the new item is called, adds it and saves; gives its id, or None when the person thought again."""
    from wizard.plan.slots import slot

    grown = next(
        sitting.toolkit.lists[path] for path in turn.part.choose_from if path in sitting.toolkit.lists
    )
    naming = sitting.toolkit.filling[f"{grown.slot}[].{grown.names}"]
    place = f"{turn.place}?{NEW}"
    page = SidePage(
        "text",
        naming.ask or naming.label,
        ask_builder.head(sitting.here, turn),
        hint=words.say("choose.new_hint"),
        above=((ask_builder.wording(turn), ""),),
        unfinished=sitting.half.at(place),
        fit=slot(naming.fills).fit,
        keep=lambda text: sitting.half.write(place, text),
        place=place,
    )
    reply = yield page
    if not isinstance(reply, Answer) or reply.value is None:
        sitting.half.put_aside(turn.place)
        return None
    sitting.half.finish(place)
    ident = sitting.draft.add(grown.slot, grown.item)
    sitting.draft.put(f"{grown.slot}.{ident}.{naming.field}", reply.value)
    yield from save(sitting)
    sitting.note = words.say("choose.added", name=reply.value)
    return ident
