"""What an editor gives to import, as single files: folders and archives are opened, bombs and traps are not."""

import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.case.problem import ERROR, WARNING, Place, Problem, Severity
from generator.reading.file_names import is_picture

MOST_FILES = 5_000
MOST_BYTES = 4 * 1024**3
"""Of all that archives hold, unpacked."""
MOST_OF_ONE = 2 * 1024**3
_RATIO = 200
"""By how much an entry may be packed smaller; text of tables comes near a hundred."""
_SMALL = 16 * 1024 * 1024
"""What is no larger does no harm however well it was packed."""
_DEEPEST = 3
_PIECE = 1024 * 1024
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError)
_READ = "能读 .xlsx、.xls、.ods、.csv 表格，.docx 文档，照片，以及装着它们的文件夹和 .zip。"
_HUGE = "解开以后大得不像文档，可能是压缩炸弹。"
_FAULTS = {
    "missing": ("file-missing", "找不到这个文件", "给出的路径下没有它。", "核对路径，再导入一次。"),
    "many": ("file-huge", "以后的文件没有读", f"一次导入最多 {MOST_FILES} 个文件。", "分几次导入。"),
    "deep": ("file-huge", "没有打开", f"压缩包里套压缩包，最多打开 {_DEEPEST} 层。", "先把里面的压缩包解开，再导入。"),
    "locked": ("file-locked", "压缩包有密码", "设了密码的压缩包读不了。", "用密码解开，再把解开的文件夹导入。"),
    "damaged": (
        "file-damaged",
        "压缩包打不开",
        "文件不完整，或者不是 ZIP 格式。",
        "重新下载或者请对方重发；是 RAR、7Z 的先解开。",
    ),
    "unsafe": (
        "file-unsafe",
        "里面的“{}”没有取",
        "它的路径指向压缩包外面，解开会盖掉别处的文件。",
        "请对方重新打包。",
    ),
    "huge": ("file-huge", "太大，没有读", _HUGE, "请对方重发，或者解开核对以后再导入。"),
    "archive": ("file-format", "这种文件（{}）不读", _READ, "先解开，再把解开的文件夹导入。"),
    "pdf": (
        "file-format",
        "这种文件（{}）不读",
        _READ,
        "请对方给 Word 文件；只有 PDF 的，另存成 .docx 再导入。",
    ),
    "other": (
        "file-format",
        "这种文件（{}）不读",
        _READ,
        "另存成 .docx 或 .xlsx 再导入；不是案例材料的不用管。",
    ),
}
"""Rule, message, reason and hint."""
_NO_MATTER = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini", ".git", ".svn")
_OTHER_ARCHIVES = (".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz")
_UTF8 = 0x800


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to be read."""

    name: str
    """As the editor knows it, with `/` and the folder or archive in which it lies: `材料.zip/示例大学/案例.docx`."""
    path: Path
    """Where its bytes are."""

    @property
    def suffix(self) -> str:
        """The end of its name, in lower case, with the dot."""
        return PurePosixPath(self.name).suffix.lower()


@dataclass
class Sources:
    """All files of an import."""

    files: list[SourceFile] = field(default_factory=list)
    """In the order of their names within each folder."""
    folder: Path = Path()
    """One of ours, for what is made while the sources are open."""
    pictures: list[SourceFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@contextmanager
def opened_sources(paths: Iterable[Path], suffixes: frozenset[str]) -> Iterator[Sources]:
    """Open what an editor gives; what was unpacked lies in a folder of its own, which is gone afterwards.

    Args:
        paths: files, folders and archives.
        suffixes: of files that somebody can read.
    """
    with tempfile.TemporaryDirectory(prefix="anliji-import-") as folder:
        sources = Sources(folder=Path(folder))
        opening = _Opening(sources, Path(folder), suffixes)
        for path in paths:
            opening.add(path)
        yield sources


class _Opening:
    def __init__(self, sources: Sources, folder: Path, suffixes: frozenset[str]) -> None:
        self._sources, self._folder, self._suffixes = sources, folder, suffixes
        self._count = 0
        self._bytes = 0
        self._is_full = False

    def add(self, path: Path) -> None:
        """Open what was named on the command line."""
        if path.is_dir():
            base = path.name or path.resolve().name
            for file in sorted(_files_below(path)):
                self._file(f"{base}/{file.relative_to(path).as_posix()}", file, 0)
        elif path.exists():
            self._file(path.name, path, 0, is_named=True)
        else:
            self._problem(path.name, "missing")

    def _file(self, name: str, path: Path, depth: int, *, is_named: bool = False) -> None:
        source = SourceFile(name, path)
        if _is_no_matter(name):
            return
        if len(self._sources.files) + len(self._sources.pictures) >= MOST_FILES:
            self._full(name)
        elif source.suffix == ".zip":
            self._archive(source, depth)
        elif source.suffix in self._suffixes:
            self._sources.files.append(source)
        elif is_picture(name):
            self._sources.pictures.append(source)
        else:
            self._other(source, WARNING if not is_named else ERROR)

    def _full(self, name: str) -> None:
        if not self._is_full:
            self._is_full = True
            self._problem(name, "many")

    def _archive(self, source: SourceFile, depth: int) -> None:
        if depth >= _DEEPEST:
            self._problem(source.name, "deep")
            return
        try:
            with zipfile.ZipFile(source.path) as archive:
                entries = [(_entry_name(one), one) for one in archive.infolist() if not one.is_dir()]
                if any(one.flag_bits & 1 for _, one in entries):
                    self._problem(source.name, "locked")
                    return
                for name, entry in sorted(entries, key=lambda pair: pair[0]):
                    self._entry(archive, source, name, entry, depth)
        except _BROKEN:
            self._problem(source.name, "damaged")

    def _entry(
        self, archive: zipfile.ZipFile, source: SourceFile, name: str, entry: zipfile.ZipInfo, depth: int
    ) -> None:
        whole = f"{source.name}/{name}"
        if _is_no_matter(name):
            return
        if _is_unsafe(name):
            self._problem(source.name, "unsafe", _shown(name))
            return
        is_bomb = entry.file_size > _SMALL and entry.file_size > _RATIO * max(1, entry.compress_size)
        self._bytes += entry.file_size
        if is_bomb or entry.file_size > MOST_OF_ONE or self._bytes > MOST_BYTES:
            self._problem(whole, "huge")
            return
        self._count += 1
        path = self._folder / f"{self._count:06}{PurePosixPath(name).suffix.lower()[:10]}"
        with archive.open(entry) as packed, path.open("wb") as file:
            while piece := packed.read(_PIECE):
                file.write(piece)
        self._file(whole, path, depth + 1)

    def _problem(self, name: str, fault: str, what: str = "", severity: Severity = ERROR) -> None:
        rule, message, reason, hint = _FAULTS[fault]
        problem = Problem(name, Place(1, 1), rule, severity, message.format(what), reason, hint)
        self._sources.problems.append(problem)

    def _other(self, source: SourceFile, severity: Severity) -> None:
        fault = "archive" if source.suffix in _OTHER_ARCHIVES else "pdf" if source.suffix == ".pdf" else "other"
        self._problem(source.name, fault, source.suffix or "没有扩展名", severity)


def _files_below(folder: Path) -> Iterator[Path]:
    """Give the files below a folder; links are not followed."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if one not in _NO_MATTER)
        yield from (path for name in names if (path := Path(parent, name)).is_file() and not path.is_symlink())


def _is_no_matter(name: str) -> bool:
    """Check whether a file is only what a system or a program leaves behind."""
    parts = PurePosixPath(name).parts
    return any(part in _NO_MATTER for part in parts) or parts[-1].startswith(("~$", "._", ".~"))


def _entry_name(entry: zipfile.ZipInfo) -> str:
    """Give the name of an entry; Chinese programs write GBK, or UTF-8 without saying so."""
    if entry.flag_bits & _UTF8:
        return entry.filename
    try:
        written = entry.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return written.decode(encoding).replace("\\", "/")
        except UnicodeDecodeError:
            continue
    return entry.filename


def _is_unsafe(name: str) -> bool:
    plain = name.replace("\\", "/")
    return plain.startswith("/") or ".." in plain.split("/") or ":" in plain.split("/", maxsplit=1)[0] or "\0" in plain


def _shown(name: str) -> str:
    return "".join(one if one.isprintable() else "?" for one in name)[:80]
