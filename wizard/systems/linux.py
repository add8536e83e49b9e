"""Linux, and every other Unix that is no Mac."""

from pathlib import Path

from wizard.systems import unix
from wizard.systems.system import System


def open_file(file: Path) -> None:
    unix.hand_over("xdg-open", file)


LINUX = System(
    name="linux",
    take=unix.take,
    flush=unix.flush,
    open=open_file,
    keep_owner=unix.keep_owner,
    cjk_faces=(
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
        "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    ),
    libraries={
        "gobject": ("libgobject-2.0.so.0",),
        "pango": ("libpango-1.0.so.0",),
        "pangoft2": ("libpangoft2-1.0.so.0",),
        "harfbuzz": ("libharfbuzz.so.0",),
        "harfbuzz-subset": ("libharfbuzz-subset.so.0",),
        "fontconfig": ("libfontconfig.so.1",),
    },
    searched="LD_LIBRARY_PATH",
)
