"""A JSON Schema of flow files, for editors."""

from typing import Any

from wizard.interview.flow import Section


def schema() -> dict[str, Any]:
    """A JSON Schema of a section's file, for editors."""
    from pydantic import TypeAdapter

    made = TypeAdapter(Section).json_schema()
    default = made["$defs"]["Default"]["properties"]
    default["from"] = default.pop("from_")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
