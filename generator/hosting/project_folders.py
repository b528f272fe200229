"""The files and folders that mkdocs.yml names as a whole: inherited settings, written pages, templates, the site."""

from collections.abc import Iterator
from os.path import normpath
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.case.text import shorten
from generator.reading.finding import Finding
from generator.reading.settings_file import SettingsFile, kind_of

_LONGEST = 250
"""Characters of a path; of a longer one, systems do not even say that it is missing."""


def inherited_faults(path: Path, file: SettingsFile) -> list[Finding]:
    """Find what is wrong with the files that are to be read first, one after the other."""
    seen, at, of = [path.resolve()], path, file
    while (node := of.top.get("INHERIT")) is not None:
        name = node.value if kind_of(node) == "text" else ""
        at = at.parent / name
        if "\0" in name or not name or len(name) > _LONGEST or not at.is_file():
            why, hint = "没有这个文件。", "改成有的文件，例如 INHERIT: base.yml；不需要时删去这一行。"
            return [file.finding(("INHERIT",), f"INHERIT 写的 {shorten(name) or '值'} 读不到", why, hint)]
        if at.resolve() in seen:
            why = "两个设置文件互相引用，读不完。"
            return [file.finding(("INHERIT",), f"INHERIT 写的 {name} 又引用了前面的文件", why, "删去 INHERIT 这一行。")]
        seen.append(at.resolve())
        of = SettingsFile(at.read_bytes(), name)
        if of.faults:
            fault = of.faults[0]
            return [file.finding(("INHERIT",), f"INHERIT 写的 {name} 有误", f"{fault.message}。", fault.hint)]
    return []


def folder_faults(file: SettingsFile, config: MkDocsConfig) -> Iterator[Finding]:
    """Find folders that the host could not write, or should not read."""
    yield from _site_faults(file, config)
    yield from _foreign_folders(file, config)


def _site_faults(file: SettingsFile, config: MkDocsConfig) -> Iterator[Finding]:
    """Find that the site's folder is a link to itself: whatever is done with it fails."""
    try:
        Path(config.site_dir).stat()
    except FileNotFoundError:
        return
    except OSError as error:
        name, why = Path(config.site_dir).name, error.strerror
        reason = "它是一个指向自己的链接。" if Path(config.site_dir).is_symlink() else f"系统的说明是：{why}。"
        yield file.finding(("site_dir",), f"网站的文件夹 {name} 打不开", reason, f"删去 {name}，再运行一次。")


def _foreign_folders(file: SettingsFile, config: MkDocsConfig) -> Iterator[Finding]:
    """Find folders that the host would read whole and that are not this project's: `/` has a million files."""
    root = Path(config.config_file_path).absolute().parent
    written, theme = Path(config.docs_dir), Path(config.theme.custom_dir or root / "theme")
    if not _is_below(written, root) or _is_below(written / "x", root / "cases"):
        why = "网站的文字要放在项目里自己的文件夹。"
        yield file.finding(("docs_dir",), f"docs_dir 不能是 {written}", why, "写成 docs_dir: content。")
    if not _is_below(theme, root):
        why = "自己的模板要放在项目里自己的文件夹。"
        yield file.finding(
            ("theme", "custom_dir"), f"theme.custom_dir 不能是 {theme}", why, "写成 custom_dir: overrides。"
        )


def _is_below(folder: Path, root: Path) -> bool:
    folder = Path(normpath(folder))
    return folder != root and folder.is_relative_to(root)
