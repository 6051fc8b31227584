"""One writer at a time on a shared folder: real processes, one of them killed; and what counts as such a folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from diwi_qgis.errors import OneWriterError
from diwi_qgis.store import open_register, share, write_lock
from diwi_qgis.store.share import Ground, ground_of, mount_of

START, END = date(2024, 1, 1), date(2030, 1, 1)

#: Seconds that stand for ten, and for forty-five.
BEAT, EXPIRES = 0.3, 1.5

_WRITER = """
import sys, time
from diwi_qgis.store import open_register, write_lock
write_lock.BEAT, write_lock.EXPIRES = {beat}, {expires}
register = open_register(sys.argv[1], write=True)
print("writing", flush=True)
if sys.argv[2] == "within":
    with register.transaction("anna") as write:
        print("within", flush=True)
        sys.stdin.readline()
sys.stdin.readline()
register.close()
print("closed", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def shared(_empty_register, tmp_path, monkeypatch):
    """A register in a folder that OneDrive keeps in step."""
    monkeypatch.setattr(write_lock, "BEAT", BEAT)
    monkeypatch.setattr(write_lock, "EXPIRES", EXPIRES)
    path = tmp_path / "OneDrive - Gemeente Testdam" / "register.gpkg"
    path.parent.mkdir()
    shutil.copyfile(_empty_register, path)
    return path


@pytest.fixture
def other(shared):
    """Another process that writes in it; gives it once it does."""
    running = []

    def start(how="idle"):
        program = _WRITER.format(beat=BEAT, expires=EXPIRES)
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(shared), how],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
        )  # fmt: skip
        running.append(process)
        assert process.stdout.readline() == "writing\n"
        return process

    yield start
    for process in running:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()


def go_on(process):
    process.stdin.write("\n")
    process.stdin.flush()


def journal_is_delete(path):
    """The format version in the header of the file: 1 is a journal that is deleted, 2 is WAL."""
    return path.read_bytes()[18:20] == b"\x01\x01" and not Path(f"{path}-wal").exists()


def test_a_second_writer_is_told_who_and_since_when_and_may_read(shared, other):
    import getpass

    process = other()
    began = time.monotonic()
    with pytest.raises(OneWriterError) as told:
        open_register(shared, write=True)
    assert time.monotonic() - began < 2
    assert getpass.getuser() in told.value.text.nl and "sinds" in told.value.text.nl
    with open_register(shared) as register:
        assert len(register.read("project")) == 0
    time.sleep(2 * EXPIRES)  # it goes on renewing
    with pytest.raises(OneWriterError):
        open_register(shared, write=True)
    go_on(process)
    assert process.stdout.readline() == "closed\n"
    open_register(shared, write=True).close()
    assert write_lock.writer_of(shared) is None and journal_is_delete(shared)


@pytest.mark.parametrize("how", ["idle", "within"])
def test_after_a_crash_of_the_writer_another_takes_over(shared, other, how):
    process = other(how)
    if how == "within":
        assert process.stdout.readline() == "within\n"
    process.kill()
    process.wait()
    began = time.monotonic()
    while True:
        try:
            with open_register(shared, write=True) as register, register.transaction("bea") as write:
                write.insert("project", [{"naam": "Na de klap", "start_datum": START, "eind_datum": END}])
            break
        except OneWriterError:
            assert time.monotonic() - began < 2 * EXPIRES + 2 * BEAT
            time.sleep(BEAT)
    assert time.monotonic() - began < 2 * EXPIRES + 3 * BEAT  # with 45 and 10 seconds: within a minute
    assert journal_is_delete(shared)


def test_a_writer_whose_clock_is_wrong_is_alive_as_long_as_his_line_moves(shared, other):
    import sqlite3
    from contextlib import closing

    other()
    for wrong in ("2020-01-01T00:00:00.000Z", "2099-01-01T00:00:00.000Z"):
        with closing(sqlite3.connect(shared)) as file, file:
            file.execute("UPDATE aanwezig SET tijd = ?", [wrong])
        with pytest.raises(OneWriterError):
            open_register(shared, write=True)


def test_one_process_claims_as_often_as_it_likes(shared, other):
    with open_register(shared, write=True), open_register(shared, write=True):
        pass
    with write_lock.writing(shared):
        with open_register(shared, write=True) as register, register.transaction("anna"):
            time.sleep(EXPIRES)
        assert write_lock.writer_of(shared) is None
    other()


def test_a_file_of_ones_own_has_no_line(register_path):
    with open_register(register_path, write=True) as register:
        assert len(register.read("aanwezig")) == 0


def test_a_share_without_locks_is_refused_for_writing_and_can_be_read(shared, monkeypatch):
    monkeypatch.setattr(share, "_mounts", lambda: [mount_of(f"//srv/x {shared.parent.parent} cifs rw,nobrl 0 0")])
    monkeypatch.setattr(share, "_in_step", lambda *_: False)
    with pytest.raises(OneWriterError) as told:
        open_register(shared, write=True)
    assert "vergrendelt" in told.value.text.nl and str(shared) in told.value.text.nl
    open_register(shared).close()


@pytest.mark.parametrize(
    "mount, ground",
    [
        ("/dev/sda1 / ext4 rw 0 0", Ground.OWN),
        ("//srv/plannen /mnt/h cifs rw,vers=3.0 0 0", Ground.SHARED),
        ("//srv/plannen /mnt/h cifs rw,nobrl 0 0", Ground.UNSAFE),
        ("srv:/plannen /mnt/h nfs4 rw,local_lock=none 0 0", Ground.SHARED),
        ("srv:/plannen /mnt/h nfs rw,nolock 0 0", Ground.UNSAFE),
        ("srv:/plannen /mnt/h fuse.sshfs rw 0 0", Ground.UNSAFE),
        ("srv:/plannen /mnt/heel\\040ver nfs rw 0 0", Ground.OWN),
    ],
)
def test_kinds_of_mounts(mount, ground):
    mounts = [mount_of("/dev/sda1 / ext4 rw 0 0"), mount_of(mount)]
    assert ground_of(Path("/mnt/h/woningbouw/register.gpkg"), mounts, {}) is ground


def test_a_mount_within_another_counts():
    mounts = [
        mount_of(f"x {place} {kind} rw 0 0") for place, kind in (("/", "ext4"), ("/mnt", "nfs"), ("/mnt/usb", "vfat"))
    ]
    assert ground_of(Path("/mnt/r.gpkg"), mounts, {}) is Ground.SHARED
    assert ground_of(Path("/mnt/usb/r.gpkg"), mounts, {}) is Ground.OWN


@pytest.mark.parametrize(
    "path, ground",
    [
        (r"\\srv\plannen\register.gpkg", Ground.SHARED),
        (r"\\srv@SSL\DavWWWRoot\plannen\register.gpkg", Ground.UNSAFE),
        ("/home/anna/OneDrive - Gemeente Testdam/register.gpkg", Ground.SHARED),
        ("/home/anna/Dropbox/werk/register.gpkg", Ground.SHARED),
        ("/home/anna/Nextcloud/register.gpkg", Ground.SHARED),
        ("/home/anna/wolk/register.gpkg", Ground.SHARED),
        ("/home/anna/werk/OneDrive.gpkg", Ground.OWN),
        ("/home/anna/werk/register.gpkg", Ground.OWN),
    ],
)
def test_kinds_of_paths(path, ground):
    assert ground_of(Path(path), [], {"OneDriveCommercial": "/home/anna/wolk"}) is ground


def test_locking_is_tried_for_real(tmp_path):
    assert not share.locks_fail(tmp_path)
    assert share.locks_fail(tmp_path / "is er niet")
    assert list(tmp_path.iterdir()) == []
