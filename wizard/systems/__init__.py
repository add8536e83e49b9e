"""What differs between kinds of computers, one module each; `HERE` is the one this runs on."""

import sys

from wizard.systems.system import System


def named(platform: str) -> System:
    """The system of a `sys.platform`; what is not known is taken for a Linux. Only its own module is loaded."""
    if platform == "win32":
        from wizard.systems.windows import WINDOWS

        return WINDOWS
    if platform == "darwin":
        from wizard.systems.macos import MACOS

        return MACOS
    from wizard.systems.linux import LINUX

    return LINUX


HERE = named(sys.platform)
