"""Sources and cases as references in the form of GB/T 7714—2025 信息与文献 参考文献著录规则.

The standard asks web pages for the day they were read, which records do not hold; it is left out, never invented.
"""

from generator.case.model import Case, Source
from generator.library.arrangement import Arrangement
from generator.outputs.views.bodies import bodies_of
from generator.outputs.views.citation import authors, web_page


def cite_source(source: Source) -> str:
    """Write a source without its address.

    A web page: 示例新闻网. 示例大学把监测站建到渠口[EB/OL]. (2024-12-03).
    Anything else: 示例水利志[Z]. 样例出版社, 2024.
    """
    date = str(source.date) if source.date else ""
    if source.url:
        parts = (web_page(source.publisher or "", source.title), f"({date})" if date else "")
    else:
        parts = (f"{source.title}[Z]", ", ".join(part for part in (source.publisher, date) if part))
    return " ".join(f"{part}." for part in parts if part)


def cite_case(case: Case, arrangement: Arrangement, pages: str) -> str:
    """Write a case as a part of its book.

    Args:
        case: the case.
        arrangement: the book's contents.
        pages: where it is: `12` or `12-14`.
    """
    collection = arrangement.collection
    title = f"{collection.title}: {collection.subtitle}" if collection.subtitle else collection.title
    by = authors(bodies_of(case))
    part = ". ".join(part for part in (by, f"{case.whole_title}[G]") if part)
    return f"{part}//{collection.editor}. {title}. {collection.date.year}: {pages}."
