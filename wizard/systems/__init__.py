"""What differs between kinds of computers, one module each; `HERE` is the one this runs on."""

import sys

from wizard.systems.linux import LINUX
from wizard.systems.macos import MACOS
from wizard.systems.system import System
from wizard.systems.windows import WINDOWS

SYSTEMS = {"win32": WINDOWS, "darwin": MACOS}


def named(platform: str) -> System:
    """The system of a `sys.platform`; what is not known is taken for a Linux."""
    return SYSTEMS.get(platform, LINUX)


HERE = named(sys.platform)
