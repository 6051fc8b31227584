"""Whether a file lies where others reach it too: a network share, or a folder that a program keeps in step with other computers.

What cannot be known from here is whether the server of a share really keeps one computer's locks from another: it is asked,
and kinds of share that are known not to are refused.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path
from typing import NamedTuple, Optional


class Ground(Enum):
    """Where a file lies."""

    OWN = "own"  #: this computer
    SHARED = "shared"  #: reached by others, one writer at a time
    UNSAFE = "unsafe"  #: reached by others, who cannot be kept from writing at the same time


class Mount(NamedTuple):
    """A line of /proc/mounts."""

    place: str
    kind: str
    options: tuple[str, ...]


#: File systems of networks that pass locks on, and those known not to; any other that begins with `fuse.` is taken for unsafe.
_NETWORK = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "9p",
    "virtiofs",
    "ceph",
    "lustre",
    "glusterfs",
    "gfs2",
    "ocfs2",
    "afs",
}
_WITHOUT_LOCKS = {"davfs", "fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.onedriver", "fuse.google-drive-ocamlfuse"}  # fmt: skip

#: Options of a mount by which locks stay on this computer.
_LOCAL_LOCKS = {"nolock", "local_lock=all", "local_lock=posix", "nobrl"}

#: Folders that programs keep in step, by their name (OneDrive adds the name of the organisation).
_IN_STEP = re.compile(
    r"(OneDrive|SharePoint|Dropbox|Google ?Drive|iCloud ?Drive|Nextcloud|ownCloud|STACK|SurfDrive)( -.*| \(.*)?", re.I
)
_IN_STEP_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")

#: Windows: a drive of the network (GetDriveTypeW).
_REMOTE_DRIVE = 4


def ground_of(
    path: Path, mounts: Optional[Iterable[Mount]] = None, variables: Mapping[str, str] = os.environ
) -> Ground:
    """Where a file lies; `mounts` are those of this computer unless given."""
    whole = path.resolve()
    if os.name == "nt" or str(path).startswith("\\\\"):
        ground = _of_windows(str(path if str(path).startswith("\\\\") else whole))
    else:
        ground = _of_mounts(whole, _mounts() if mounts is None else mounts)
    if ground is Ground.OWN and _in_step(whole, variables):
        return Ground.SHARED
    return ground


def locks_fail(folder: Path) -> bool:
    """Whether the file system does not lock: tried with a file of our own, twice open."""
    if os.name == "nt":
        return False  # Windows refuses to open a file on such a share in the way that SQLite does
    import fcntl

    try:
        with tempfile.NamedTemporaryFile(prefix=".diwi-slot-", dir=folder) as one, Path(one.name).open("r+b") as other:
            fcntl.flock(one, fcntl.LOCK_EX | fcntl.LOCK_NB)
            try:
                fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                fcntl.flock(one, fcntl.LOCK_UN)
                fcntl.lockf(one, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return False
            return True
    except OSError:
        return True


def _of_windows(path: str) -> Ground:
    """UNC, a mapped drive, or a WebDAV server, which has no locks that SQLite knows."""
    plain = path.replace("/", "\\")
    if plain.startswith("\\\\") and not plain.startswith(("\\\\?\\", "\\\\.\\")):
        return Ground.UNSAFE if re.search(r"@ssl|DavWWWRoot", plain, re.I) else Ground.SHARED
    if os.name == "nt":
        import ctypes

        drive = ctypes.windll.kernel32.GetDriveTypeW(f"{plain[:2]}\\")  # type: ignore[attr-defined]
        return Ground.SHARED if drive == _REMOTE_DRIVE else Ground.OWN
    return Ground.OWN


def _of_mounts(path: Path, mounts: Iterable[Mount]) -> Ground:
    below = [each for each in mounts if each.place == "/" or str(path).startswith(f"{each.place.rstrip('/')}/")]
    if not below:
        return Ground.OWN
    mount = max(below, key=lambda each: len(each.place))
    if mount.kind in _WITHOUT_LOCKS:
        return Ground.UNSAFE
    if mount.kind in _NETWORK:
        return Ground.UNSAFE if _LOCAL_LOCKS & set(mount.options) else Ground.SHARED
    return Ground.OWN


def _mounts() -> list[Mount]:
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf8", errors="replace").splitlines()
    except OSError:  # no such system
        return []
    return [mount_of(line) for line in lines if len(line.split()) > 3]


def mount_of(line: str) -> Mount:
    """A line of /proc/mounts; blanks in a name stand there as \\040."""
    _, place, kind, options = line.split()[:4]
    place = re.sub(r"\\(\d{3})", lambda found: chr(int(found[1], 8)), place)
    return Mount(place, kind, tuple(options.split(",")))


def _in_step(path: Path, variables: Mapping[str, str]) -> bool:
    if any(_IN_STEP.fullmatch(part) for part in path.parts[:-1]):
        return True
    folders = [variables[name] for name in _IN_STEP_VARIABLES if variables.get(name)]
    return any(Path(folder) in path.parents for folder in folders)
