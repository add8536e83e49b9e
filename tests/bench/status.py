"""`partnership status` of the full example, against a Python that only imports what it imports."""

import subprocess

from tests.bench.aims import Number
from tests.bench.ground import Ground
from tests.bench.processes import run
from tests.bench.rounds import interleaved, median
from tests.bench.start import told

LOADED = """
import runpy, sys
sys.argv = ["wizard", "status", sys.argv[1]]
try:
    runpy.run_module("wizard", run_name="__main__", alter_sys=True)
finally:
    print(*(name for name in sys.modules if name != "__main__"), file=sys.stderr)
"""
IMPORTS = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)"


def numbers(ground: Ground) -> list[Number]:
    """Processor time from the start of the process to its end."""
    plan = str(ground.kept(ground.example()))
    status = ground.wizard("status", plan)
    run(status, ground.environment)  # what is compiled once is compiled now
    loaded = subprocess.run(
        [*ground.script(LOADED), plan], env=ground.environment, capture_output=True, text=True, check=True
    )
    imports = [*ground.script(IMPORTS), *loaded.stderr.split()]
    found = interleaved(
        {
            "status": lambda: run(status, ground.environment)[0],
            "imports": lambda: run(imports, ground.environment)[0],
        },
        ground.rounds(21),
    )
    cpu = {name: median(times) for name, times in found.items()}
    remark = f"CPU {told(cpu['status'])} against {told(cpu['imports'])}"
    return [Number("status of the full example", cpu["status"] / cpu["imports"], must=1.2, remark=remark)]
