"""Finds the Nu HTML checker and a Java to run it; run as a script, it installs both where it can.

The checker is npm's `vnu-jar` (https://github.com/validator/validator), Java is Debian's `default-jre-headless`.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

VERSION = "26.9.27"
FOLDER = Path(__file__).parents[1] / ".cache" / f"vnu-{VERSION}"
JAR = FOLDER / "package/build/dist/vnu.jar"
JAVA = "default-jre-headless"

ADVICE = """\
没有装上 HTML 检查器，网页的写法这次不检查。需要 npm 和 Java：
  Debian：  sudo apt-get install npm default-jre-headless

The HTML checker is not there, so pages are not checked; it needs npm and Java (see above).
"""


def find_checker() -> list[str]:
    """Give the command of the checker; empty where it or Java is missing."""
    java = shutil.which("java")
    return [java, "-Xss8m", "-jar", str(JAR)] if java and JAR.exists() else []


def faults(checker: list[str], folder: Path) -> list[str]:
    """Check every page of a folder; give the errors, each with its page, and nothing of mere advice."""
    command = [*checker, "--format", "json", "--errors-only", "--exit-zero-always", "--skip-non-html", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    told = json.loads(done.stderr)["messages"]
    return [f"{one.get('url', '')}:{one.get('lastLine', '')}: {one['message']}" for one in told]


def _install() -> None:
    if not shutil.which("java") and shutil.which("apt-get") and os.getuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-qq", "--yes", "--no-install-recommends", JAVA]):
            subprocess.run(["apt-get", *command], env=environment, check=False, stdout=subprocess.DEVNULL)
    npm = shutil.which("npm")
    if npm and not JAR.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        packed = [npm, "pack", "--silent", f"vnu-jar@{VERSION}"]
        if subprocess.run(packed, cwd=FOLDER, check=False, stdout=subprocess.DEVNULL).returncode == 0:
            shutil.unpack_archive(FOLDER / f"vnu-jar-{VERSION}.tgz", FOLDER, filter="data")


if __name__ == "__main__":
    _install()
    if not find_checker():
        sys.stderr.write(ADVICE)
