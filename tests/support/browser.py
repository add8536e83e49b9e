"""A headless Chromium that reads a page: what a script found in it, and how wide it became."""

import base64
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
    "--virtual-time-budget=60000",
)  # fmt: skip
FRAME = """<body style="margin:0"><iframe id="frame" style="width:{width}px;height:2000px;border:0"></iframe>
<script>
const page = new TextDecoder().decode(Uint8Array.from(atob("{page}"), (each) => each.charCodeAt(0)));
frame.onload = async () => {{
  const inside = frame.contentWindow, found = await inside.eval({script});
  const told = document.createElement("pre");
  told.id = "told";
  told.textContent = btoa(unescape(encodeURIComponent(JSON.stringify(found))));
  document.body.replaceChildren(told);
}};
frame.srcdoc = page;
</script>"""


def chromium() -> str | None:
    """Where Chromium is on this computer."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def asked(page: str, script: str, width: int) -> Any:
    """What a script returns inside a page of so many pixels. The page's own ban on scripts is lifted for it."""
    free = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    framed = FRAME.format(
        width=width,
        page=base64.b64encode(free.encode()).decode(),
        script=json.dumps(f"(async () => {{{script}}})()"),
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "frame.html")
        file.write_text(framed, encoding="utf-8")
        command = [str(chromium()), *QUIET, f"--user-data-dir={folder}/profile", "--dump-dom", file.as_uri()]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=240, check=True)
    told = re.search(r'<pre id="told">([^<]*)', ran.stdout)
    assert told, ran.stdout[-500:] + ran.stderr[-500:]
    return json.loads(base64.b64decode(told[1]))
