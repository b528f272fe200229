"""A case's page as a reference for readers to copy: as GB/T 7714—2025 信息与文献 参考文献著录规则 asks, and as BibTeX.

A web page is `主要责任者. 题名[EB/OL]. (发布日期)[引用日期]. 获取和访问路径.` The date of publication is left out where
it is not known, as in the standard's 高等教育文献保障系统. 馆际互借与文献传递服务[EB/OL]. [2025-06-21]. http://….
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.case.model import Case
from generator.outputs.site import addresses
from generator.outputs.site.settings import Settings
from generator.outputs.views.bodies import MOST_NAMED, bodies_of


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in pieces: `before`, the day it is read, `after`, `address`, `end`.

    Only the reader's clock knows the day. Where the site's address is not known, `address` is empty, and what the other
    pieces say is still whole.
    """

    before: str
    after: str
    address: str
    """The page's address with what belongs to it: ` https://….`"""
    end: str = ""

    def on(self, day: str) -> str:
        """Give the whole reference as read on a day: `2026-11-22`."""
        return f"{self.before}{day}{self.after}{self.address}{self.end}"


def cite_page(case: Case, settings: Settings) -> Reference:
    """Cite the page of a case: 示例大学示例党支部. 把实验课开进村小[EB/OL]. [2026-11-22]. https://….

    No date of publication is given. The record holds none of its own: `case.date` is when the work went on, and the
    dates of sources are those of other texts.
    """
    url = _url(case, settings)
    return Reference(
        f"{web_page(authors(authors_of(case, settings)), case.whole_title)}. [", "].", f" {url}." if url else ""
    )


def bibtex_page(case: Case, settings: Settings) -> Reference:
    """Cite the page of a case as an entry of type `online`, as biblatex and the styles of GB/T 7714 for BibTeX know it.

    An author is in braces of its own, since it is the name of a body, not of a person. The key is the case's id.
    """
    names = " and ".join(f"{{{_tex(name)}}}" for name in authors_of(case, settings))
    url = _url(case, settings)
    before = (
        f"@online{{{case.id},\n"
        f"  author = {{{names}}},\n"
        f"  title = {{{_tex(case.whole_title)}}},\n"
        "  langid = {chinese},\n"
        "  urldate = {"
    )
    return Reference(before, "}", f",\n  url = {{{url.translate(_NOT_IN_URLS)}}}" if url else "", "\n}")


def authors_of(case: Case, settings: Settings) -> tuple[str, ...]:
    """Name who answers for the text of a case's page: the branches that gave it.

    A text compiled from public reports was not written by them; whoever publishes the site answers for it.
    """
    return (settings.publisher,) if case.is_compiled_from_reports else bodies_of(case)


def authors(names: Sequence[str]) -> str:
    """Write authors as GB/T 7714 asks: up to three, of more the first three and 等."""
    return ", ".join((*names[:MOST_NAMED], *(("等",) if len(names) > MOST_NAMED else ())))


def web_page(author: str, title: str) -> str:
    """Begin the reference of a web page, up to the mark of its kind: 示例新闻网. 示例报道[EB/OL]."""
    return ". ".join(part for part in (author, f"{title}[EB/OL]") if part)


def _url(case: Case, settings: Settings) -> str:
    return settings.absolute(addresses.case_uri(case.id)) if settings.url else ""


# BibTeX counts braces even behind a backslash, so none may be left as it is.
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "%&$#_"},
    }
)
_NOT_IN_URLS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})
"""An address is taken as it is, but for what would end or hide its field."""


def _tex(text: str) -> str:
    return text.translate(_TEX)
