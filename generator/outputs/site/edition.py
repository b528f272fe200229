"""The result of setting a book: what pages say about it, and where its cases are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintedVolume:
    """One PDF of a book."""

    uri: str
    """On the site: `books/public-reports.pdf`."""
    ordinal: str
    """第一册, or empty."""
    pages: int
    size_bytes: int
    key: str
    """Under which the PDF is kept until it is published."""


@dataclass(frozen=True, slots=True)
class PageLocation:
    """Where a case is in a book."""

    page: int
    """The printed number of its first page."""
    last_page: int
    sheet: int
    """The first page's position in the PDF, 1-based, as viewers count."""
    volume: int = 0
    """Position in `Edition.volumes`."""


@dataclass(frozen=True, slots=True)
class CoverPicture:
    """A book's first page as a picture."""

    uri: str
    """On the site: `books/public-reports.png`."""
    width: int
    height: int
    key: str
    """Under which it is kept, with the PDF, until it is published."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A book as set."""

    volumes: tuple[PrintedVolume, ...]
    locations: dict[str, PageLocation]
    """By case id."""
    cover: CoverPicture | None = None
