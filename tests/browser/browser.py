"""Finds the Chromium that the browser tests drive; run as a script, it installs one where it can.

Playwright's own download is not used: it comes from another host than the packages, which many offices block.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

VARIABLE = "ANLIJI_BROWSER"
"""The environment variable that may name the executable."""

_SHELL = "chromium-headless-shell"
"""Chromium without windows: it draws the same, and opens and leaves pages in a third of the time."""
_COMMANDS = (
    _SHELL,
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)
_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_VERSION_TIMEOUT_S = 60

ADVICE = f"""\
没有找到测试用的浏览器。请安装 Chromium、Google Chrome 或 Microsoft Edge 中的一个：
  Debian：  sudo apt-get install chromium
  Fedora：  sudo dnf install chromium
  macOS：   brew install --cask google-chrome
已经安装而没有找到的，用环境变量写明它的位置：{VARIABLE}=/路径/chrome make test

No browser for the tests was found. Install one of Chromium, Google Chrome and Microsoft Edge (see above),
or name an installed one: {VARIABLE}=/path/to/chrome make test
"""

ADVICE_ON_DRIVER = """\
驱动浏览器的 Playwright 不能运行，多半是缺少 libatomic。请安装：
  Debian：  sudo apt-get install libatomic1
  Fedora：  sudo dnf install libatomic

Playwright, which drives the browser, does not run; most likely libatomic is missing (see above).
"""

BROWSERS = (_SHELL, "chromium")
"""What Debian calls the browser; older versions have the second alone. Letters come from `fonts.py`."""
DRIVER = "libatomic1"
"""What Playwright's own program is linked with."""


class BrowserMissingError(Exception):
    """No usable browser is on this machine; the text says what to do, in Chinese and English."""


def find_browser() -> Path:
    """Find a browser of the Chromium family.

    Raises:
        BrowserMissingError: there is none, or `ANLIJI_BROWSER` names something that does not run.
    """
    named = os.environ.get(VARIABLE)
    if named:
        if not _runs(Path(named)):
            message = f"{VARIABLE} 所写的程序不能运行 · {VARIABLE} names a program that does not run: {named}"
            raise BrowserMissingError(message)
        return Path(named)
    for path in _installed():
        if _runs(path):
            return path
    raise BrowserMissingError(ADVICE)


def _installed() -> Iterator[Path]:
    for command in _COMMANDS:
        found = shutil.which(command)
        if found:
            yield Path(found)
    for application in _APPLICATIONS:
        if Path(application).is_file():
            yield Path(application)


def _runs(path: Path) -> bool:
    """Tell whether a browser answers; Ubuntu's `chromium-browser` is there without its snap and does not."""
    if sys.platform == "win32":
        return path.is_file()
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, check=False, timeout=_VERSION_TIMEOUT_S)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def missing_part() -> str:
    """Tell what the browser tests still lack, for the person who has to install it; empty when nothing."""
    try:
        find_browser()
    except BrowserMissingError as missing:
        return str(missing)
    driver = subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True, check=False)
    return ADVICE_ON_DRIVER if driver.returncode != 0 else ""


def may_install() -> bool:
    """Tell whether this process may install Debian's packages, and nobody has named a browser."""
    return not os.environ.get(VARIABLE) and shutil.which("apt-get") is not None and os.geteuid() == 0


def install_parts() -> None:
    """Install a browser and what its driver needs."""
    print("安装测试用的浏览器 · installing a browser for the tests", flush=True)
    if not any(_install(browser, DRIVER) for browser in BROWSERS):
        # A fresh machine knows no packages yet.
        _apt_get("update")
        any(_install(browser, DRIVER) for browser in BROWSERS)


def _install(*packages: str) -> bool:
    return _apt_get("install", "--yes", "--no-install-recommends", *packages)


def _apt_get(*words: str) -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(["apt-get", *words], env=quiet, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(done.stderr, file=sys.stderr, flush=True)
    return done.returncode == 0


def main() -> int:
    """Look for what the tests need, or install it and look again; 2 says that something is still missing."""
    if may_install():
        if missing_part():
            install_parts()
        elif shutil.which(_SHELL) is None:
            # The other one will do where this is not to be had.
            _install(_SHELL)
    missing = missing_part()
    if missing:
        print(missing, file=sys.stderr)
        return 2
    print("浏览器 · browser:", find_browser())
    return 0


if __name__ == "__main__":
    sys.exit(main())
