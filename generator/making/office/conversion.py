"""Documents of other programs made into .docx by LibreOffice, where it is installed."""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

SUFFIXES = (".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".ott", ".fodt", ".uot")
"""Names of documents that only another program reads."""
_PROGRAMS = ("soffice", "libreoffice", "soffice.exe")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_START_S, _EACH_S = 60, 20
"""Seconds that the program may take to start, and for each file."""


def find_office() -> str:
    """Find LibreOffice; empty where it is not installed."""
    named = next((found for name in _PROGRAMS if (found := shutil.which(name))), "")
    return named or next((place for place in _PLACES if os.access(place, os.X_OK)), "")


def convert(program: str, files: Mapping[str, Path], folder: Path) -> dict[str, Path]:
    """Make .docx files of documents, all with one start of the program.

    Args:
        program: as `find_office` gives it.
        files: the documents by keys of the caller's.
        folder: an empty one of ours, for the program's own settings too: those of the person stay as they are.

    Returns:
        Where the new files are, by the same keys; what could not be converted is missing.
    """
    given, made = folder / "given", folder / "made"
    given.mkdir()
    made.mkdir()
    copies = {key: given / f"{at:04}{path.suffix.lower()}" for at, (key, path) in enumerate(files.items())}
    for key, path in files.items():
        shutil.copyfile(path, copies[key])
    _run(
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            "docx",
            "--outdir",
            str(made),
            *map(str, copies.values()),
        ],
        _START_S + _EACH_S * len(copies),
    )
    written = {key: made / f"{copy.stem}.docx" for key, copy in copies.items()}
    return {key: path for key, path in written.items() if path.is_file()}


def _run(command: list[str], timeout_s: int) -> None:
    """Run the program in a group of its own, so that nothing of it stays when it takes too long."""
    is_posix = os.name == "posix"
    try:
        process = subprocess.Popen(  # noqa: S603 (a program of the person's own, without a shell)
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=is_posix,
        )
    except OSError:
        return
    try:
        process.wait(timeout_s)
    except subprocess.TimeoutExpired:
        if is_posix:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
