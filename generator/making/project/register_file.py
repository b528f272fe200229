"""The file of the register, `cases/addresses.txt`: read before a build, compared with it, and written after it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.making.errors import UserError
from generator.making.project.folder import CASES
from generator.outputs.site.register import ARROW, Entry, Register, Text, differing, parse_register

if TYPE_CHECKING:
    from generator.library.library import Library
    from generator.outputs.site.frame import Frame

REGISTER = f"{CASES}/addresses.txt"


class VanishedError(UserError):
    """An address that was published would be gone."""


@dataclass(frozen=True)
class Kept:
    """The register of a project before and after a build."""

    root: Path
    before: Register
    after: Register
    vanished: tuple[str, ...] = ()
    """Addresses that are gone although they were published."""

    @property
    def is_new(self) -> bool:
        """Whether the build adds or changes lines."""
        return self.before != self.after

    def refusal(self) -> str:
        """Try whether the file can be written; gives a notice with the missing lines where it cannot."""
        path = self.root / REGISTER
        attempt = _beside(path)
        try:
            attempt.touch()
            attempt.unlink()
        except OSError:
            return self._notice()
        is_free = not path.exists() or (path.is_file() and os.access(path, os.W_OK))
        return "" if is_free and not path.is_symlink() else self._notice()

    def write(self) -> str:
        """Write the file whole or not at all; gives a notice with the missing lines where it cannot be written."""
        if not self.is_new:
            return ""
        refusal = self.refusal()
        if refusal:
            return refusal
        path = self.root / REGISTER
        made = _beside(path)
        try:
            made.write_text(self.after.text, encoding="utf-8", newline="\n")
            made.replace(path)
        except OSError:
            made.unlink(missing_ok=True)
            return self._notice()
        return ""

    def _notice(self) -> str:
        lines = "\n".join(differing(self.before, self.after))
        return f"不能写 {REGISTER}，里面缺下面的行。请在能写的地方运行 anliji build，再提交这个文件：\n{lines}"


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}")


def read_register(root: Path) -> Register:
    """Read the register of a project; empty where it has none yet.

    Raises:
        UserError: it is no text, or has lines that are none of it.
    """
    path = root / REGISTER
    if not path.is_file():
        # Who opens a pipe waits for ever.
        return Register()
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeError as error:
        raise UserError(f"{REGISTER} 不是 UTF-8 编码，请用记事本另存为 UTF-8，或者从备份恢复。") from error
    register, wrong = parse_register(text)
    if wrong:
        raise UserError(
            f"{REGISTER} 第 {'、'.join(map(str, wrong[:10]))} 行不是“网址 首次发布 最近修订 摘要”。\n"
            "建议：合并留下的 <<<<<<<、=======、>>>>>>> 几行删去，两边的行都保留；别的从备份恢复。"
        )
    return register


def keep(root: Path, library: "Library", frames: "Mapping[str, Frame]", day: str, *, keep_going: bool = False) -> Kept:
    """Compare what will be published with the register.

    Args:
        root: the project.
        library: what will be published.
        frames: the hosted pages by address.
        day: of the build, `2026-11-28`.
        keep_going: addresses that would vanish are told, not refused.

    Raises:
        VanishedError: an address would be gone without a withdrawn record or a way to another one.
    """
    from generator.outputs.registered import standing, texts_of  # noqa: PLC0415 (who only reads it does without)

    before, texts = read_register(root), texts_of(library, frames)
    gone = before.vanished(standing(library, texts))
    if gone and not keep_going:
        raise VanishedError(_refused(gone, before, texts))
    return Kept(root, before, before.updated(texts, day), tuple(entry.uri for entry in gone))


def _refused(gone: tuple[Entry, ...], before: Register, texts: Mapping[str, Text]) -> str:
    lines = [f"{len(gone)} 个发布过的网址会消失，没有生成网站；原来的网站没有改动。"]
    for entry in gone:
        lines += [f"  {entry.uri}", f"    {_advice(entry, before, texts)}"]
    lines += [
        f"只在自己的电脑上生成过、没有传出去的网址，删去 {REGISTER} 里的那一行。",
        "急着发布别的，可以用 --keep-going，这些网址就打不开了。",
    ]
    return "\n".join(lines)


def _advice(entry: Entry, before: Register, texts: Mapping[str, Text]) -> str:
    if entry.moved_to:
        return f"建议：{REGISTER} 里这一行写的 {ARROW} {entry.moved_to} 没有这一页，改成还在的网址。"
    new = next(
        (uri for uri, text in sorted(texts.items()) if text.digest == entry.digest and uri not in before.entries), ""
    )
    if new:
        wanted = replace(entry, is_withdrawn=False, moved_to=new).line
        return f"建议：它的内容在 {new}。在 {REGISTER} 里把这一行改成\n    {wanted}"
    moved = f"换了网址的，在 {REGISTER} 里这一行的末尾写 {ARROW} 新网址"
    folder, _, name = entry.uri.removesuffix(".html").rpartition("/")
    if folder == CASES:
        record = f"{CASES}/{name}/case.yml"
        return f"建议：不再公开的，在 {record} 里写 status: withdrawn 和 withdrawn_reason；{moved}。"
    return f"建议：恢复这一页；{moved}，例如 {ARROW} index.html。"
