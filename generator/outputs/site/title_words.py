"""Which characters pages set in the face of titles: those of titles, of headings, and of the site's name."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from generator.case.question import Question
from generator.outputs.site.publication import Publication

ASCII = "".join(map(chr, range(0x20, 0x7F)))
OF_CASES = (
    "背景与问题主要做法工作成效经验启示年度进展照片附件相关资料教学使用讨论基本信息出处所在案例集"
    "、，。：；？！“”‘’（）《》·—…"
)
"""What the page of a case has in headings of our own, and marks between words."""
OWN = (
    "案例库集检索概况览最新推荐查看方式地区和年份按数据缺项成效合计举要筛选工作形式果种类"
    "前言后记任务类型各通用撤下页移动内容又称词条拼音同从问想谁怎样村企业医院中小放映没有找到这个网址已修订正"
    "删并可入级团队单位学校产品关键词荣誉时间全部分一二三四五六七八九十百两项个省市"
) + OF_CASES
"""What our own templates and lists have in headings; a test finds what is missing."""


_HEADING = re.compile(r"<(h[12])\b[^>]*>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def title_characters(publication: Publication) -> Iterator[str]:
    """Give the characters, in order of code points: those of titles, of sentences by which cases are told, of terms.

    A face that has all may be too large for a large library, where a smaller one is not: then come those of titles and
    sentences, and at last those of titles alone.
    """
    titles = {*ASCII, *OWN, *_all(_titles(publication))}
    told = titles | _all(case.significance or "" for case in publication.library.cases)
    for wanted in (told | _all(_terms(publication)), told, titles):
        yield "".join(sorted(wanted))


def written(publication: Publication) -> Iterator[str]:
    """Give all that is set in the face, page kind by page kind: what one page has stands together."""
    yield from _titles(publication)
    yield from _terms(publication)


def _all(texts: Iterable[str]) -> set[str]:
    return {character for character in "".join(texts) if character.isprintable()}


def _titles(publication: Publication) -> Iterator[str]:
    library = publication.library
    yield publication.settings.name
    yield from (case.title for case in library.cases)
    for arrangement in library.arrangements:
        yield arrangement.collection.title
        yield from (part.title for part in arrangement.parts)
    yield from (task.name for task in library.programme.tasks)
    yield from (facet.label for facet in library.facets.values())
    for frame in publication.frames.values():
        yield frame.title
        yield from (unescape(_TAG.sub("", heading)) for _, heading in _HEADING.findall(frame.html))


def _terms(publication: Publication) -> Iterator[str]:
    """Give the names of terms, and how the home page asks for them."""
    programme = publication.library.programme
    for facet in publication.library.facets.values():
        yield from (term.name for term in facet.terms)
        if facet.kind.question:
            question = programme.question_of.get(facet.kind.record_key) or Question("", facet.kind.ask)
            words = programme.lists[facet.key]
            yield from (question.of(words[term.name]) for term in facet.used)
