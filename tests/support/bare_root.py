"""A machine with nothing on it: a bare Debian in a folder, which reaches the registries that this machine reaches."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PERSON = 1000  # somebody without rights
LEFT_OUT = (".git", ".venv*", "__pycache__", ".*_cache", ".hypothesis", "dist", "build")
NETWORK = ("etc/resolv.conf", "etc/hosts")
TRUSTED = "etc/ssl/for-pip.crt"  # a name of its own, because the system makes its own list anew when it installs one

# Whatever is mounted here is mounted for this one command, and the kernel takes it away when that ends. The shell
# stays, because the first process of a system has to bury those that nobody waits for.
ENTER = """set -e
root=$1 user=$2; shift 2
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
chroot --userspec="$user" "$root" "$@" || exit $?
exit 0
"""


def why_not() -> str:
    """The one sentence that says what this machine lacks; empty where a bare Debian can be made."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("debootstrap"):
        return "A bare Debian needs Linux, root and debootstrap."
    if subprocess.run([*apart(), "true"], capture_output=True, check=False).returncode != 0:
        return "A bare Debian needs a kernel that gives a program mounts of its own."
    return "" if _site() else "A bare Debian needs a Debian whose packages can be fetched."


def apart(offline: bool = False) -> list[str]:
    """The start of a command that has mounts and processes of its own, and no network if so wished."""
    net = ["--net"] if offline else []
    return ["unshare", "--mount", "--pid", "--fork", "--kill-child", *net]


@dataclass(frozen=True)
class BareRoot:
    """A folder that is a whole system to whoever is inside."""

    folder: Path

    def entering(self, *, user: int = 0, offline: bool = False, home: str = "/root") -> list[str]:
        """What to put before a command so that it runs inside."""
        kept = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        told = {
            "PATH": "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": home,
            "TERM": "xterm-256color",
        }
        clean = ["env", "-i", *(f"{name}={value}" for name, value in (kept | told).items())]
        return [*apart(offline), "sh", "-c", ENTER, "sh", str(self.folder), f"{user}:{user}", *clean]

    def start(self, *command: str, user: int = 0, home: str = "/root") -> "subprocess.Popen[bytes]":
        """Runs a command inside; killing it takes everything along that it started."""
        nothing = subprocess.DEVNULL
        before = self.entering(user=user, home=home)
        return subprocess.Popen([*before, *command], stdin=nothing, stdout=nothing, stderr=nothing)

    def run(
        self, *command: str, user: int = 0, offline: bool = False, home: str = "/root", seconds: float = 900
    ) -> "subprocess.CompletedProcess[str]":
        """What a command inside says, and how it ended."""
        return subprocess.run(
            [*self.entering(user=user, offline=offline, home=home), *command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=seconds,
        )

    def copy(self, folder: Path) -> "BareRoot":
        """The same machine once more."""
        subprocess.run(["cp", "--archive", str(self.folder), str(folder)], check=True)
        return BareRoot(folder)

    def put_checkout(self, home: str, owner: int = 0) -> Path:
        """A fresh checkout in somebody's home; gives where it lies, seen from outside."""
        there = copied_checkout(self.folder / home.strip("/") / "wizard")
        for path in (there.parent, there, *there.rglob("*")):
            os.chown(path, owner, owner, follow_symlinks=False)
        return there


def copied_checkout(there: Path) -> Path:
    """What a fresh clone holds, without anything that was made in this one."""
    return Path(shutil.copytree(ROOT, there, symlinks=True, ignore=shutil.ignore_patterns(*LEFT_OUT)))


def made(folder: Path) -> BareRoot:
    """The smallest Debian of this machine's own release, fetched from where this machine fetches."""
    command = ["debootstrap", "--variant=minbase", _codename(), str(folder), _site()]
    done = subprocess.run([*apart(), *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    for name in NETWORK:
        shutil.copyfile(Path("/", name), folder / name)
    (folder / "etc/apt/sources.list").write_text("\n".join(_sources()) + "\n", encoding="utf-8")
    (folder / "etc/apt/apt.conf.d/80network").write_text(_said("apt-config", "dump", "Acquire"), "utf-8")
    settings = _pip()
    if "cert" in settings:
        (folder / TRUSTED).parent.mkdir(parents=True, exist_ok=True)
        settings["cert"] = f"/{shutil.copyfile(settings['cert'], folder / TRUSTED).relative_to(folder)}"
    lines = ["[global]", *(f"{name} = {value}" for name, value in settings.items())]
    (folder / "etc/pip.conf").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return BareRoot(folder)


def _codename() -> str:
    lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    return next((line.partition("=")[2] for line in lines if line.startswith("VERSION_CODENAME=")), "")


def _site() -> str:
    return next((line.split()[1] for line in _sources() if line.split()[2] == _codename()), "")


def _sources() -> list[str]:
    """This machine's own lines for the release and its updates, in the old form that every apt can read."""
    if not shutil.which("apt-get"):
        return []
    form = "deb $(SITE) $(RELEASE) $(COMPONENT)"
    lines = _said("apt-get", "indextargets", "--format", form, "Identifier: Packages").splitlines()
    return sorted({line for line in lines if line.split()[2].startswith(_codename())})


def _pip() -> dict[str, str]:
    """This machine's own settings for pip, which alone may reach for a network, without those that name its folders."""
    found = {}
    for line in _said(sys.executable, "-E", "-m", "pip", "config", "list").splitlines():
        name, _, value = line.partition("=")
        if not name.endswith(("find-links", "constraint")) and "file:" not in value:
            found[name.rpartition(".")[2]] = value.strip("'")
    return found


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
