"""`./run build`: makes dist/partnership, one file with everything in it, and dist/NOTICE beside it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SPEC = ROOT / "one_file" / "partnership.spec"
MADE = ROOT / "dist" / ("partnership.exe" if sys.platform == "win32" else "partnership")


def main(words: list[str]) -> int:
    """Runs PyInstaller with the options that were typed, and says how large the file is."""
    folders = ["--distpath", str(MADE.parent), "--workpath", str(ROOT / "build")]
    options = ["--noconfirm", "--log-level", "WARN", *folders, *words]
    surroundings = os.environ | {"PYINSTALLER_CONFIG_DIR": str(ROOT / "build")}  # nothing is left elsewhere
    command = [sys.executable, "-m", "PyInstaller", *options, str(SPEC)]
    code = subprocess.call(command, cwd=ROOT, env=surroundings)
    if code == 0:
        print(f"{MADE} ({MADE.stat().st_size / 1_000_000:.0f} MB)")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
