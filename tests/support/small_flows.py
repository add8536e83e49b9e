"""A small toolkit of one's own, written into a folder, whole or with something changed in it."""

import re
from pathlib import Path

from wizard.errors import Fault
from wizard.interview.checking.flows import checked

FILES = {
    "toolkit.yaml": """\
name: own
version: 1
language: en
title: Our own toolkit
order: [about, build]
credits: The group itself.
one_rule: Write about patterns, never about a person.
nevers: [Names of people]
fine: Names of agencies are fine.
disclosure: {title: If someone discloses, text: Stop gently.}
chapters:
- {number: 1, title: About us, questions: [OWN-1, OWN-2, OWN-3]}
seed:
- {tag: X1, label: Say what you are}
""",
    "choices.yaml": """\
ages:
  options:
  - {key: forming, label: Just forming}
  - {key: renewing, label: Renewing}
sectors:
  other: Another sector
  options:
  - {key: schools, label: Schools}
  - {key: housing, label: Housing}
""",
    "about.yaml": """\
section: about
title: About us
chapter: About us
toolkit: Partnership 101
card: {title: Welcome, text: Welcome to all.}
questions:
- id: OWN-1
  ask: What is it called?
  label: Name
  minutes: 1
  essential: true
  covers: [X1]
  parts:
  - id: OWN-1.name
    fills: about.name
    kind: text
    quick: true
- id: OWN-2
  ask: How old is it, and since when?
  label: Age
  minutes: 1.5
  parts:
  - id: OWN-2.age
    fills: about.age
    kind: one
    ask: How old is it?
    label: Age
    options: ages
  - id: OWN-2.start
    fills: about.period.start
    kind: date
    ask: Since when?
    label: Start
    ask_if: {about.age: {is: forming}}
  - id: OWN-2.end
    fills: about.period.end
    kind: date
    ask: Until when?
    label: End
    default: {from: about.period.start, months: 12}
""",
    "build.yaml": """\
section: build
title: Build
chapter: Who is here
toolkit: Partnership Management
questions:
- id: OWN-3
  ask: Who is a member?
  label: Members
  minutes: 2
  parts:
  - id: OWN-3.members
    fills: build.members
    kind: list
    item: member
    names: organization
    shows: [sector]
  - id: OWN-3.organization
    fills: build.members[].organization
    kind: text
    ask: Which organization?
    label: Organization
  - id: OWN-3.sector
    fills: build.members[].sector
    kind: one
    ask: Which sector?
    label: Sector
    options: sectors
  - id: OWN-3.representative
    fills: build.members[].representative
    kind: text
    ask: In which role?
    label: Role
    ask_if: {.sector: {is: schools}}
- id: OWN-4
  ask: "{row}, {column}: how much help is there?"
  label: Help
  minutes: 1
  parts:
  - id: OWN-4.coverage
    fills: build.coverage
    kind: one
    rows: {options: sectors}
    columns: {options: ages}
    options:
    - {key: none, label: None}
    - {key: some, label: Some}
""",
}


def write(folder: Path, *changes: tuple[str, str, str]) -> dict[str, str]:
    """Writes the small toolkit; each change is a file, what stands in it once, and what shall stand there."""
    files = dict(FILES)
    for name, old, new in changes:
        assert files[name].count(old) == 1, f"{old!r} stands {files[name].count(old)} times in {name}"
        files[name] = files[name].replace(old, new)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return files


def faults_in(folder: Path, *changes: tuple[str, str, str]) -> tuple[dict[str, str], list[Fault]]:
    """The files of the small toolkit with something changed in it, and what is found wrong."""
    files = write(folder, *changes)
    return files, checked(folder)[1]


def text_at(files: dict[str, str], fault: Fault) -> str:
    """The word, or the sign, that stands where a fault is said to be."""
    line = files[fault.file].split("\n")[(fault.line or 0) - 1]
    found = re.match(r"[^\s:,]+|\S", line[(fault.column or 0) - 1 :])
    return found[0] if found else ""


def place_of(files: dict[str, str], ident: str) -> tuple[str, int, int]:
    """The file, line and column where the last entry with an id has it."""
    places = [
        (name, number, line.index(ident) + 1)
        for name, text in files.items()
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip() in (f"id: {ident}", f"- id: {ident}")
    ]
    return places[-1]
