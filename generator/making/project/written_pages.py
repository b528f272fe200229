"""The settings and the files below content/, looked through for what may not be published."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from generator.case.problem import Problem
from generator.making.project import folder
from generator.reading.file_names import is_attachment
from generator.reading.printed_settings import PrintedSettings
from generator.reading.written_page import document_problems, name_problems, page_problems


def problems_of_pages(root: Path, office_mail: frozenset[str]) -> Iterator[Problem]:
    """Find what may not be published in the settings and in what lies below content/."""
    files = settings_files(root)
    settings = files[0]
    for file in files:
        yield from file.problems()
    written = dict(folder.read_written(root, settings.value("docs_dir")))
    texts = (data.decode("utf-8", "replace") for data in written.values() if data)
    named, has_nav = _as_read("\n".join((*(file.text for file in files), *texts))), any(one.has_nav for one in files)
    for path, data in written.items():
        if not _may_be_reached(path, named, has_nav=has_nav):
            # Nobody can publish it by mistake before it is named somewhere.
            continue
        if data is not None:
            yield from page_problems(path, data, office_mail)
        elif is_attachment(path):
            from generator.making.attachments.look import look_into  # noqa: PLC0415 (few projects have any)

            yield from document_problems(path, look_into(root / path), office_mail)
        else:
            yield from name_problems(path, office_mail)


def settings_files(root: Path) -> list[PrintedSettings]:
    """Read the settings, and behind them those that they inherit."""
    settings = PrintedSettings(folder.read_settings(root))
    inherited = settings.value("INHERIT")
    return [settings, *([PrintedSettings(folder.read_settings(root, inherited), inherited)] if inherited else [])]


def _may_be_reached(path: str, named: str, *, has_nav: bool) -> bool:
    """Say whether a file among the written pages may reach the site: a page, or what something there names.

    Which files really do, only the host knows, which renders the pages; this never leaves out one that does.

    Args:
        path: the file's.
        named: all texts that may name it, as they are read: the settings, and all pages and other texts.
        has_nav: whether the settings say which pages there are; if not, each is one.
    """
    name = PurePosixPath(unicodedata.normalize("NFC", path))
    if name.suffix.lower() in (".md", ".markdown"):
        return not has_nav or name.stem in ("index", "README") or name.stem in named
    return name.name in named


def _as_read(text: str) -> str:
    """Give a text with all names as they are on disk, whether a link escapes, quotes or composes their letters."""
    plain = re.sub(r"\\(?=[^\w\s])", "", text)
    return unicodedata.normalize("NFC", "\n".join((plain, unescape(plain), unquote(unescape(plain)))))
