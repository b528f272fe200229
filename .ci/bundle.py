"""`make bundle`: one zip from which a machine without internet installs the program.

It holds our wheel, the wheels of everything that it needs on Windows and Linux (64 bit, the Pythons of `PYTHONS`), and
a page of instructions. What it lacks for any of these machines stops it, so a bundle that is there is complete.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).parents[1]
PROGRAM = "anliji"
PYTHONS = ("3.11", "3.12", "3.13")
SYSTEMS = {
    "Windows": ("win_amd64",),
    # What Debian 12, Ubuntu 22.04, openEuler 22.03 and Kylin V10 SP1 run: glibc 2.28 and newer.
    "Linux": (
        *(f"manylinux_2_{minor}_x86_64" for minor in range(28, 4, -1)),
        "manylinux2014_x86_64",
        "manylinux1_x86_64",
    ),
}
AUDITED = (28, 27, 26, 24, 17, 12, 5)
"""The minor versions of glibc that auditwheel has a policy for, up to the one above."""
INSTRUCTIONS = """\
案例集（anliji {version}）安装说明

适用于 64 位的 Windows 10 以上和 Linux，不需要联网。先要有 Python {pythons} 中的一种，
没有的，在能上网的机器上从 python.org 下载安装程序拷过来；Debian 和 Ubuntu 另要 python3-venv。

把这个压缩包全部解压，在解压出来的文件夹里打开终端（Windows：在地址栏输入 cmd，按回车），输入两行命令。

Windows：

    py -m venv "%USERPROFILE%\\anliji"
    "%USERPROFILE%\\anliji\\Scripts\\pip" install --no-index --find-links wheels anliji

Linux：

    python3 -m venv ~/anliji
    ~/anliji/bin/pip install --no-index --find-links wheels anliji

装好以后，Windows 输入 "%USERPROFILE%\\anliji\\Scripts\\anliji" --version，
Linux 输入 ~/anliji/bin/anliji --version，应当看到“案例集 anliji {version}”。

新建一个项目，并打开它的编写手册：

    anliji init 我的案例集
    anliji -C 我的案例集 serve

（anliji 前面同样要写上面的文件夹；也可以先运行 Scripts\\activate 或 source ~/anliji/bin/activate，以后只写 anliji。）

升级：解压新的压缩包，再运行一次第二行命令，anliji 前面加上 --upgrade，即 install --upgrade …… anliji；
然后在项目里运行 anliji upgrade，更新手册。
"""


@dataclass(frozen=True)
class Machine:
    """A kind of machine that the bundle is for."""

    system: str
    """A key of `SYSTEMS`."""
    python: str
    """Two numbers: 3.11."""

    def __str__(self) -> str:
        return f"{self.system}, Python {self.python}"

    @property
    def tags(self) -> frozenset[Tag]:
        """The tags of wheels that this machine can install."""
        version = tuple(map(int, self.python.split(".")))
        platforms = SYSTEMS[self.system]
        interpreter = f"cp{version[0]}{version[1]}"
        return frozenset(
            (*cpython_tags(version, platforms=platforms), *compatible_tags(version, interpreter, platforms))
        )

    def environments(self) -> Iterator[dict[str, str]]:
        """Give what markers ask of such a machine, for the first and for a late release of its Python."""
        is_windows = self.system == "Windows"
        for micro in (0, 99):
            yield {
                "implementation_name": "cpython",
                "implementation_version": f"{self.python}.{micro}",
                "os_name": "nt" if is_windows else "posix",
                "platform_machine": "AMD64" if is_windows else "x86_64",
                "platform_python_implementation": "CPython",
                "platform_release": "",
                "platform_system": self.system,
                "platform_version": "",
                "python_full_version": f"{self.python}.{micro}",
                "python_version": self.python,
                "sys_platform": "win32" if is_windows else "linux",
            }


MACHINES = tuple(Machine(system, python) for system in SYSTEMS for python in PYTHONS)


def pinned(text: str) -> Iterator[tuple[Requirement, str]]:
    """Give each requirement of a requirements file, with its lines: the pin and its hashes."""
    for block in text.replace("\\\n", "\0").splitlines():
        if block and not block.startswith("#"):
            pin, _, hashes = block.partition("\0")
            yield Requirement(pin), f"{pin.split(';')[0]}{hashes.replace(chr(0), ' ')}"


def run(*words: str | Path) -> None:
    """Run a module of Python, and stop where it fails."""
    subprocess.run([sys.executable, "-m", *map(str, words)], check=True, cwd=ROOT)


def download(machine: Machine, requirements: str, wheels: Path) -> None:
    """Fetch the pinned wheels that a machine needs, each checked by its hash."""
    # pip reads markers for the machine on which it runs, so the lines are chosen here.
    done: set[str] = set()
    for environment in machine.environments():
        lines = {line for requirement, line in pinned(requirements) if _is_for(requirement, environment)} - done
        done |= lines
        if lines:
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "requirements.txt"
                file.write_text("\n".join(sorted(lines)), encoding="utf-8")
                platforms = [word for platform in _built_for(machine) for word in ("--platform", platform)]
                options = ("--no-deps", "--require-hashes", "--only-binary", ":all:", "--quiet")
                version = ("--python-version", environment["python_full_version"], "--implementation", "cp")
                run("pip", "download", *options, *platforms, *version, "--dest", wheels, "--requirement", file)


def _built_for(machine: Machine) -> Iterator[str]:
    """Give the platforms that wheels are built for; pip compares each with every wheel that there ever was."""
    for platform in SYSTEMS[machine.system]:
        libc = re.fullmatch(r"manylinux_2_(\d+)_x86_64", platform)
        if libc is None or int(libc[1]) in AUDITED:
            yield platform


def _is_for(requirement: Requirement, environment: Mapping[str, str], extras: Iterable[str] = ()) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({**environment, "extra": extra}) for extra in ("", *extras))


def metadata_of(wheel: Path) -> Message:
    """Read what a wheel says of itself."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(name))


def lacking(machine: Machine, wheels: Iterable[Path]) -> list[str]:
    """Name what our program needs on a machine and no wheel there gives, following what each wheel says it needs."""
    tags = machine.tags
    fitting = [wheel for wheel in wheels if tags & parse_wheel_filename(wheel.name)[3]]
    missing: set[str] = set()
    done: set[str] = set()
    todo = [Requirement(PROGRAM)]
    while todo:
        requirement = todo.pop()
        if str(requirement) in done:
            continue
        done.add(str(requirement))
        found = [wheel for wheel in fitting if _satisfies(wheel, requirement)]
        if not found:
            missing.add(str(requirement))
        needs = [Requirement(need) for wheel in found for need in metadata_of(wheel).get_all("Requires-Dist", ())]
        todo += [
            need for need in needs if any(_is_for(need, one, requirement.extras) for one in machine.environments())
        ]
    return sorted(missing)


def _satisfies(wheel: Path, requirement: Requirement) -> bool:
    name, version, _, _ = parse_wheel_filename(wheel.name)
    return name == canonicalize_name(requirement.name) and requirement.specifier.contains(version, prereleases=True)


def pack(wheels: Path, folder: Path) -> Path:
    """Zip the wheels with the instructions; the same wheels give the same bytes."""
    (own,) = wheels.glob(f"{PROGRAM}-*.whl")
    version = str(parse_wheel_filename(own.name)[1])
    words = INSTRUCTIONS.format(version=version, pythons="、".join(PYTHONS))
    folder.mkdir(parents=True, exist_ok=True)
    bundle = folder / f"{PROGRAM}-{version}-bundle.zip"
    top = bundle.stem
    with zipfile.ZipFile(bundle, "w") as archive:
        # The editor of old Windows needs the mark at the start and its own ends of lines.
        text = words.replace("\n", "\r\n").encode("utf-8-sig")
        archive.writestr(zipfile.ZipInfo(f"{top}/安装说明.txt"), text, zipfile.ZIP_DEFLATED)
        for wheel in sorted(wheels.glob("*.whl")):
            archive.writestr(zipfile.ZipInfo(f"{top}/wheels/{wheel.name}"), wheel.read_bytes())
    return bundle


def make_bundle(folder: Path, machines: Sequence[Machine] = MACHINES) -> Path:
    """Make the zip in a folder; gives its path.

    Raises:
        SystemExit: a machine lacks something; the text names both.
        subprocess.CalledProcessError: a wheel could not be built or fetched; the program has said why.
    """
    requirements = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as temporary:
        wheels = Path(temporary)
        run("hatchling", "build", "-t", "wheel", "-d", wheels)
        for machine in machines:
            download(machine, requirements, wheels)
        gaps = {str(machine): missing for machine in machines if (missing := lacking(machine, wheels.glob("*.whl")))}
        if gaps:
            sys.exit("\n".join(f"{machine}: no wheel for {', '.join(missing)}" for machine, missing in gaps.items()))
        return pack(wheels, folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the zip goes")
    print(make_bundle(parser.parse_args().folder.resolve()))
