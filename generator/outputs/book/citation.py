"""Sources and cases as references in the form of GB/T 7714—2025 信息与文献 参考文献著录规则.

The standard asks web pages for the day they were read, which records do not hold; it is left out, never invented.
"""

from generator.case.model import Case, Source
from generator.library.arrangement import Arrangement


def cite_source(source: Source) -> str:
    """Write a source without its address: 示例新闻网. 示例大学把监测站建到渠口[EB/OL]. (2024-12-03)."""
    carrier = "EB/OL" if source.url else "Z"
    date = str(source.date) if source.date else ""
    told = f"({date})" if source.url and date else date
    return " ".join(f"{part}." for part in (source.publisher, f"{source.title}[{carrier}]", told) if part)


def cite_case(case: Case, arrangement: Arrangement, pages: str) -> str:
    """Write a case as a part of its book.

    Args:
        case: the case.
        arrangement: the book's contents.
        pages: where it stands: `12` or `12-14`.
    """
    collection = arrangement.collection
    author = case.branch if case.branch.startswith(case.university) else f"{case.university}{case.branch}"
    return f"{author}. {case.title}[G]//{collection.editor}. {collection.title}. {collection.date.year}: {pages}."
