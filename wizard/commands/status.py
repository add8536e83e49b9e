"""`partnership status FILE`: what is done and what is open; writes nothing."""

import json
import sys
from argparse import Namespace

from wizard import words
from wizard.formatting.standings import whole_state
from wizard.interview.progress import Standing, standings, whole_minutes
from wizard.storage.draft import FORMAT
from wizard.workspace.cut_short import remark_on
from wizard.workspace.loading import survey_at
from wizard.workspace.paths import path_of


def status(asked: Namespace) -> int:
    """Prints how far each section is; `--json`: {format, path, sections: [{id, state, answered, open, …}]}."""
    path = path_of(asked.file, asked.folder)
    here = survey_at(path, asked.flows)
    if remark := remark_on(path):
        print(remark, file=sys.stderr)
    found = standings(here)
    if asked.json:
        data = {"format": FORMAT, "path": here.draft.path, "sections": [_as_data(each) for each in found]}
        print(json.dumps(data, ensure_ascii=False, indent=1))
        return 0
    print(here.draft.get("about.name") or words.say("head.unnamed"))
    titles = {section.section: section.title for section in here.toolkit.sections}
    width = max(len(title) for title in titles.values())
    for each in found:
        print(f"  {titles[each.id]:<{width}}  {whole_state(each)}")
    print(_left(sum(each.minutes_left for each in found)))
    return 0


def _left(minutes: float) -> str:
    """What of the plan is still to be asked, in whole minutes as everywhere else."""
    return words.say("status.left", minutes=whole_minutes(minutes))


def _as_data(standing: Standing) -> dict[str, object]:
    return {
        "id": standing.id,
        "state": standing.state,
        "answered": standing.answered,
        "open": standing.open,
        "essential_open": list(standing.essential_open),
        "minutes_left": standing.minutes_left,
    }
