"""The register: every address ever published, with the days on which its text was first and last changed.

`cases/addresses.txt` holds it, one line an address, sorted, so that two branches of a project merge. It is what tells a
page that vanished from one that never was.
"""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from pydantic_core import PydanticCustomError

from generator.case.date import PartialDate

WITHDRAWN, ARROW = "撤下", "->"
HEADING = (
    "# 发布过的每个网址：网址、首次发布、最近修订、正文的摘要。由 anliji build 写入，请一并提交。\n"
    f"# 网址换了的，在旧网址那一行的末尾写 {ARROW} 和新网址，例如：{ARROW} cases/2025-sl-tea.html\n"
)
_LINE = re.compile(
    r"(?P<uri>\S.*?) (?P<first>\d{4}-\d\d-\d\d) (?P<last>\d{4}-\d\d-\d\d) (?P<digest>[0-9a-f]{16})"
    rf"(?: (?P<withdrawn>{WITHDRAWN})|\s*(?:{ARROW}|→)\s*(?P<moved_to>\S(?:.*\S)?))?"
)
_USUAL = re.compile(
    r"([a-z0-9-]+(?:/[a-z0-9-]+)*\.html) ([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9a-f]{16})"
)
"""Nearly every line, as a build writes it."""
_NO_ADDRESS = re.compile(r"^[./]|[\\:#?]|\.\.")
_BLANKS = re.compile(r"[ \t]+")


@dataclass(frozen=True, slots=True)
class Text:
    """What an address says now."""

    digest: str
    """16 hexadecimal digits, the same as long as readers read the same."""
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One address."""

    uri: str
    first: str
    """The day when it was first published, `2026-11-28`."""
    last: str
    """The day when its text last changed."""
    digest: str
    is_withdrawn: bool = False
    moved_to: str = ""
    """Where its readers are sent, which an editor has written; empty for a page that is there."""

    @property
    def line(self) -> str:
        """The entry as a line of the file."""
        end = f" {ARROW} {self.moved_to}" if self.moved_to else f" {WITHDRAWN}" if self.is_withdrawn else ""
        return f"{self.uri} {self.first} {self.last} {self.digest}{end}"

    @property
    def was_revised(self) -> bool:
        """Whether the text has changed since it was first published."""
        return self.last > self.first


@dataclass(frozen=True)
class Register:
    """All addresses, by themselves."""

    entries: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The register as a file, the same for equal registers."""
        return HEADING + "".join(f"{line}\n" for line in self.lines)

    @property
    def lines(self) -> tuple[str, ...]:
        """The entries as lines, by address."""
        return tuple(self.entries[uri].line for uri in sorted(self.entries))

    @property
    def moved(self) -> Iterator[Entry]:
        """The addresses whose readers are sent to another one, in order."""
        return (self.entries[uri] for uri in sorted(self.entries) if self.entries[uri].moved_to)

    def end_of(self, uri: str) -> str:
        """Follow an address to where its readers arrive; empty where they go round in circles."""
        passed = set()
        while uri not in passed and uri in self.entries and self.entries[uri].moved_to:
            passed.add(uri)
            uri = self.entries[uri].moved_to
        return "" if uri in passed else uri

    def updated(self, texts: Mapping[str, Text], day: str) -> "Register":
        """Give the register after a day's build; addresses that have no text now stay as they are."""
        return Register({**self.entries, **{uri: self._entry(uri, text, day) for uri, text in texts.items()}})

    def _entry(self, uri: str, text: Text, day: str) -> Entry:
        known = self.entries.get(uri)
        if known is None:
            return Entry(uri, day, day, text.digest, text.is_withdrawn)
        if (known.digest, known.is_withdrawn) == (text.digest, text.is_withdrawn):
            return replace(known, moved_to="")
        return Entry(uri, known.first, max(day, known.last), text.digest, text.is_withdrawn)

    def vanished(self, there: Collection[str]) -> tuple[Entry, ...]:
        """Give the addresses that would be gone, by address.

        Args:
            there: every address at which a page stands; readers may be sent to those, and to no others.
        """
        gone = (entry for uri, entry in sorted(self.entries.items()) if uri not in there)
        return tuple(entry for entry in gone if self.end_of(entry.uri) not in there)


def parse_register(text: str) -> tuple[Register, tuple[int, ...]]:
    """Read a register.

    An address that stands twice, as after a merge, is one: from its earliest to its latest day.

    Returns:
        The register, and the numbers of the lines that are none of it, from 1.
    """
    entries: dict[str, Entry] = {}
    wrong = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        usual = _USUAL.fullmatch(line)
        if usual and _is_day(usual[2]) and _is_day(usual[3]):
            entry: Entry | None = Entry(usual[1], usual[2], usual[3], usual[4])
        else:
            plain = _BLANKS.sub(" ", line).strip()
            if not plain or plain.startswith("#"):
                continue
            entry = _parsed(plain)
        if entry is None:
            wrong.append(number)
        else:
            other = entries.get(entry.uri)
            entries[entry.uri] = _merged(entry, other) if other else entry
    return Register(entries), tuple(wrong)


def _parsed(line: str) -> Entry | None:
    found = _LINE.fullmatch(line)
    if not found or not all(_is_day(found[name]) for name in ("first", "last")):
        return None
    moved_to = found["moved_to"] or ""
    if not _is_address(found["uri"]) or (moved_to and not _is_address(moved_to)):
        return None
    return Entry(found["uri"], found["first"], found["last"], found["digest"], bool(found["withdrawn"]), moved_to)


@cache
def _is_day(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except PydanticCustomError:
        return False
    return True


def _is_address(uri: str) -> bool:
    """Whether it is a page's address below the site: a page will be written there."""
    return uri.endswith(".html") and posixpath.normpath(uri) == uri and not _NO_ADDRESS.search(uri)


def _merged(one: Entry, other: Entry) -> Entry:
    newer = max(one, other, key=lambda entry: (entry.last, bool(entry.moved_to), entry.is_withdrawn, entry))
    return replace(newer, first=min(one.first, other.first))


def differing(before: Register, after: Register) -> Iterable[str]:
    """Give the lines of a register that are not in an earlier one, by address."""
    known = set(before.lines)
    return (line for line in after.lines if line not in known)
