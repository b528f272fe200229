"""Finds Ghostscript for the tests, which prints as a press would; run as a script, it installs it where it can."""

import os
import shutil
import subprocess
import sys

ADVICE = """\
没有装上 Ghostscript，汇编用了哪些墨这次不量。
  Debian：  sudo apt-get install ghostscript

Ghostscript is not there, so the inks of books are not measured; see above.
"""


def find_ghostscript() -> str:
    """Give the program, or nothing where it is not installed."""
    return shutil.which("gs") or ""


def _install() -> None:
    if not find_ghostscript() and shutil.which("apt-get") and os.getuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-qq", "--yes", "--no-install-recommends", "ghostscript"]):
            subprocess.run(["apt-get", *command], env=environment, check=False, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    _install()
    if not find_ghostscript():
        sys.stderr.write(ADVICE)
