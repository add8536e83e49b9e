"""A JSON Schema of flow files, so that an editor helps while somebody writes them."""

from typing import Any

from wizard.interview.chapters import PIECES, Chapters
from wizard.interview.flow import KINDS, Choices, Outline, Section
from wizard.plan.misfits import adapter
from wizard.plan.slots import LIST_OF_ITEMS, slots


def schema() -> dict[str, Any]:
    """One schema for every file of a folder: sections, `toolkit.yaml`, `chapters.yaml` and `choices.yaml`."""
    kinds = (Section, Outline, Chapters, Choices)
    _, made = adapter(Section).json_schemas([(kind, "validation", adapter(kind)) for kind in kinds])
    defs = made["$defs"]
    _loosen(defs)
    part = defs["Part"]["properties"]
    part["kind"] = {"enum": list(KINDS)}
    part["fills"] = part["revises"] = {"enum": list(slots())}
    lists = [path for path, slot in slots().items() if slot.shape == LIST_OF_ITEMS]
    defs["Question"]["properties"]["per"] = {"enum": lists}
    block = defs["Block"]["properties"]
    block["list"] = block["more_of"] = {"enum": lists}
    block["slots"]["items"] = {"enum": list(slots())}
    defs["Theme"]["properties"]["piece"] = {"enum": list(PIECES)}
    choices = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Choices"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": defs,
        "type": "object",
        **_which("questions", "Section", _which("order", "Outline", _which("chapters", "Chapters", choices))),
    }


def _which(name: str, kind: str, other: dict[str, Any]) -> dict[str, Any]:
    """What has this name is of this kind: said so, and not with `anyOf`, editors can tell what is wrong."""
    return {"if": {"required": [name]}, "then": {"$ref": f"#/$defs/{kind}"}, "else": other}


def _loosen(node: Any) -> None:
    """For the wizard every value is text; an editor takes `version: 1` for a number."""
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _loosen(each)
    if isinstance(node, dict) and node.get("type") == "string":
        node["type"] = ["string", "number", "boolean"]
