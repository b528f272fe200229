"""Finds LibreOffice for the tests; run as a script, it installs what of it they need where it can."""

import os
import shutil
import subprocess
import sys

from generator.making.office.conversion import find_office

PACKAGES = ("libreoffice-calc-nogui", "libreoffice-writer-nogui")

ADVICE = """\
没有装上 LibreOffice，第二个程序写的文件这次不做。
  Debian：  sudo apt-get install libreoffice-calc-nogui libreoffice-writer-nogui

LibreOffice is not there, so no files of a second program are made; see above.
"""


def _install() -> None:
    if not find_office() and shutil.which("apt-get") and os.getuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-qq", "--yes", "--no-install-recommends", *PACKAGES]):
            subprocess.run(["apt-get", *command], env=environment, check=False, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    _install()
    if not find_office():
        sys.stderr.write(ADVICE)
