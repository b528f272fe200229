"""All imports of a project below `.imports/`: each is written whole or not at all, and the last can be taken back.

What the folder holds are files as they were before imports; of what universities sent it holds the files' names alone.
Git leaves it out, but for `values/`, the marks of what was imported: with those another editor's next import knows too
what was changed by hand. The folder says so to git itself, so that it is true in projects made before it.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from generator.making.cache import put_bytes
from generator.making.errors import UserError
from generator.making.exchange import flush
from generator.making.intake.kept_import import KeptFile, KeptImport
from generator.making.intake.lock import HeldError, held
from generator.making.intake.stock import NEW, OLD, WAS, Stock, digest, missing_folders, remove_folders

FOLDER = ".imports"
VALUES = f"{FOLDER}/values"
"""Where the marks of what was imported lie, a file a case."""
Files = Mapping[str, Callable[[], bytes] | None]
"""What files become, by their paths from the project's folder: each is made when it is its turn; None removes one."""

_NOTE, _CURRENT, _LOCK, _CHANGED = "import.json", "current", "lock", "changed"
_IGNORED = """\
# 导入之前的记录，只用来撤回，不进版本库；values 里是导入过哪些值的记号，要进版本库。
/*
!/.gitignore
!/values/
"""
_BUSY = "另一次导入正在进行，没有改动。\n建议：等它完成，再运行一次。"


class ChangedSinceError(UserError):
    """Files of an import were changed after it, so it is not taken back without a word."""


class Journal:
    """The imports of one project."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._folder = root / FOLDER

    def entries(self) -> list[KeptImport]:
        """List all imports, the oldest first; without what cannot be read."""
        return [one for number in self._numbers() if (one := self._read(number))]

    def last(self) -> KeptImport | None:
        """The import that would be taken back."""
        return next((one for one in reversed(self.entries()) if one.state == "done"), None)

    def recover(self) -> str:
        """Finish or undo what was cut off; every command that reads records does so first.

        Returns:
            What was done, or why it could not be; in Chinese, empty where nothing was to be done.
        """
        if not (self._folder / _CURRENT).is_file():
            return ""
        try:
            with self._alone():
                return self._recover()
        except HeldError:
            return "正在导入：现在读到的记录可能只有一部分是新的。"

    def write(self, files: Files, sources: Sequence[str], mode: str) -> KeptImport:
        """Carry an import out.

        Raises:
            UserError: another import is under way, or a link or a folder is in the way.
            OSError: the system refused a file; then nothing was changed.
        """
        from generator.case.personal import mask_personal_data  # noqa: PLC0415 (every command looks for a cut)

        with self._alone_or_stop():
            self._recover()
            number = max(self._numbers(), default=0) + 1
            put_bytes(str(number).encode(), self._folder / _CURRENT)
            stock = Stock(self.root, self._folder / str(number))
            try:
                folders = missing_folders(self.root, (path for path, content in files.items() if content))
                kept = tuple(self._laid(stock, files))
                named = tuple(mask_personal_data(name) for name in sources)
                at = datetime.now().astimezone().isoformat(timespec="seconds")
                entry = KeptImport(number, at, mode, named, "doing", kept, folders)
                flush(self._folder)
                self._note(entry)
            except BaseException:
                self._forget(number)
                raise
            try:
                self._finish(entry, stock)
            except OSError:
                with suppress(OSError):
                    # On a full disk it is done without a note; cut off then, the next command carries the import out.
                    self._note(entry.with_state("undoing"))
                self._take_back(entry, stock)
                self._forget(number)
                raise
            return entry.with_state("done")

    def undo(self, *, force: bool = False) -> tuple[KeptImport, Path | None]:
        """Take the last import back whole.

        Args:
            force: also where files were changed after it; what they had become is kept.

        Returns:
            The import, and the folder where changed files were put.

        Raises:
            ChangedSinceError: files were changed after it.
            UserError: there is none, or another import is under way.
            OSError: the system refused a file; then nothing was changed.
        """
        with self._alone_or_stop():
            self._recover()
            entry = self.last()
            if entry is None:
                raise UserError("没有可以撤回的导入。")
            changed = tuple(self._changed_since(entry))
            if changed and not force:
                raise ChangedSinceError(_changed_words(entry, changed))
            stock = Stock(self.root, self._folder / str(entry.number))
            put_bytes(str(entry.number).encode(), self._folder / _CURRENT)
            present = entry.with_present(changed)
            try:
                kept = self._keep_changed(entry, changed) if changed else None
                stock.make(NEW, WAS)
                for number, file in enumerate(entry.files):
                    if file.before:
                        stock.unpack(number)
                flush(self._folder)
                self._note(present.with_state("undoing"))
            except BaseException:
                self._clear(stock)
                raise
            try:
                self._take_back(present, stock)
            except OSError:
                self._note(present.with_state("doing"))
                self._finish(present, stock)
                self._note(entry)
                raise
            return entry.with_state("undone"), kept

    # The steps.

    def _laid(self, stock: Stock, files: Files) -> Iterator[KeptFile]:
        stock.make(NEW, WAS, OLD)
        for number, (path, make) in enumerate(files.items()):
            target = self._checked(path)
            before = stock.lay_present(WAS, number, path)
            rights = target.stat().st_mode & 0o7777 if before else 0
            if before:
                stock.pack(number)
            after = stock.lay(NEW, number, make()) if make else ""
            yield KeptFile(path, before, after, rights)

    def _checked(self, path: str) -> Path:
        """Give the place of a file: a plain one or none, below the folder of a case or among the marks."""
        target, parts = self.root / path, path.split("/")
        if not path.startswith(("cases/", f"{VALUES}/")) or {"", ".", ".."} & {*parts}:
            raise ValueError(path)
        if any((self.root / "/".join(parts[:end])).is_symlink() for end in range(1, len(parts) + 1)):
            raise UserError(
                f"{path} 是链接，或者在链接里，没有改动。\n建议：把链接换成真正的文件和文件夹，再运行一次。"
            )
        if target.is_dir():
            raise UserError(f"{path} 是一个文件夹，没有改动。\n建议：移走或改名这个文件夹，再运行一次。")
        if target.exists() and not os.access(target, os.W_OK):
            raise UserError(f"{path} 是只读的，没有改动。\n建议：改一改它的权限，再运行一次。")
        return target

    def _finish(self, entry: KeptImport, stock: Stock) -> list[str]:
        kept = stock.put(entry.files, NEW)
        self._end(entry.with_state("done"), stock)
        return kept

    def _take_back(self, entry: KeptImport, stock: Stock) -> list[str]:
        kept = stock.put(entry.files, WAS)
        remove_folders(self.root, entry.folders)
        self._end(entry.with_state("undone"), stock)
        return kept

    def _end(self, entry: KeptImport, stock: Stock) -> None:
        flush(self._folder)
        with suppress(OSError):
            # Cut off here or refused, the next command does what is done once more, which changes nothing.
            self._note(entry)
            self._clear(stock)
            if entry.state == "undone":
                stock.remove(OLD)

    def _recover(self) -> str:
        current = self._folder / _CURRENT
        if not current.is_file():
            return ""
        number = int(text) if (text := current.read_text(encoding="utf-8")).isdigit() else 0
        entry, stock = self._read(number), Stock(self.root, self._folder / str(number))
        if entry is None:
            self._forget(number)
            return "上一次导入中途停了，还没有写进记录；什么都没有改动。"
        kept: list[str] = []
        said = ""
        if entry.state == "doing":
            kept, said = self._finish(entry, stock), f"上一次导入（第 {number} 次）中途停了；现在已经写完。"
        elif entry.state == "undoing":
            kept, said = self._take_back(entry, stock), f"撤回第 {number} 次导入时中途停了；现在已经撤完。"
        else:
            self._clear(stock)
        return said + (f"其间有人改过 {'、'.join(kept)}，没有动它们。" if kept else "")

    def _changed_since(self, entry: KeptImport) -> Iterator[tuple[str, str]]:
        """Give what is not as the import left it, with its sum now; also what came into folders that it made."""
        own = {file.path for file in entry.files}
        for file in entry.files:
            present = digest(self.root / file.path)
            if present != file.after:
                yield file.path, present
        for folder in entry.folders:
            if folder.startswith("cases/"):
                inside = sorted((self.root / folder).rglob("*"))
                names = (one.relative_to(self.root).as_posix() for one in inside if not one.is_dir())
                yield from ((name, digest(self.root / name)) for name in names if name not in own)

    def _keep_changed(self, entry: KeptImport, changed: Sequence[tuple[str, str]]) -> Path | None:
        """Copy what was changed by hand to where nothing overwrites it."""
        folder = self._folder / str(entry.number) / _CHANGED
        for path, present in changed:
            if present:
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(self.root / path, folder / path)
        return folder if folder.is_dir() else None

    # The notes.

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self._folder.mkdir(exist_ok=True)
        with held(self._folder / _LOCK):
            if not (self._folder / ".gitignore").is_file():
                put_bytes(_IGNORED.encode(), self._folder / ".gitignore")
            yield

    @contextmanager
    def _alone_or_stop(self) -> Iterator[None]:
        try:
            with self._alone():
                yield
        except HeldError as error:
            raise UserError(_BUSY) from error

    def _numbers(self) -> list[int]:
        if not self._folder.is_dir():
            return []
        return sorted(int(one.name) for one in self._folder.iterdir() if one.name.isdigit() and one.is_dir())

    def _read(self, number: int) -> KeptImport | None:
        try:
            return KeptImport.from_json((self._folder / str(number) / _NOTE).read_bytes())
        except (OSError, ValueError):
            return None

    def _note(self, entry: KeptImport) -> None:
        put_bytes(entry.to_json(), self._folder / str(entry.number) / _NOTE)

    def _forget(self, number: int) -> None:
        """Remove all of an import that changed nothing."""
        if number:
            shutil.rmtree(self._folder / str(number), ignore_errors=True)
        (self._folder / _CURRENT).unlink(missing_ok=True)

    def _clear(self, stock: Stock) -> None:
        stock.remove(NEW, WAS)
        (self._folder / _CURRENT).unlink(missing_ok=True)


def _changed_words(entry: KeptImport, changed: Sequence[tuple[str, str]]) -> str:
    own = {file.path for file in entry.files}

    def what(path: str, present: str) -> str:
        return "导入之后又加的" if path not in own else "导入之后改过" if present else "导入之后删了"

    lines = "\n".join(f"  {path}：{what(path, present)}" for path, present in changed)
    return (
        f"第 {entry.number} 次导入之后，有文件又动过，没有撤回：\n{lines}\n"
        "建议：这些改动不要了，就加上 --force 撤回；它们现在的样子会另存一份。"
    )
