"""The library's map for programs that read texts: https://llmstxt.org, as long for ten cases as for ten thousand."""

import re
from collections.abc import Iterator
from functools import partial

from generator.library.arrangement import Arrangement
from generator.outputs.catalogue.package import USE
from generator.outputs.site import addresses
from generator.outputs.site.artifact import Artifact, drawn_artifact
from generator.outputs.site.publication import Publication
from generator.outputs.views.totals import years_of

_MOST_COLLECTIONS = 12
_ABOUT = "about.html"
_MARKED = re.compile(r"([\\`*_\[\]<>])")


def library_map(publication: Publication) -> Artifact:
    """Make the map."""
    draw = partial(render_map, publication)
    # It costs so little that its own text is its key.
    return drawn_artifact(addresses.MAP, draw, draw, partial(_referred, publication))


def render_map(publication: Publication) -> str:
    """Draw the map; its links are whole where the site's address is known, and else relative to it."""
    library, settings = publication.library, publication.settings
    statistics = library.statistics
    years = years_of(statistics)
    about = (
        f"由{_plain(settings.publisher)}发布。收入{statistics.cases}个案例、{statistics.universities}所学校"
        f"{f'，{years}年' if years else ''}。"
    )
    sections = {
        "任务类型": _tasks(publication),
        "案例集": _collections(publication),
        "分类浏览": _facets(publication),
        "数据": _data(publication),
        "检索": _search(publication),
        "Optional": _more(publication),
    }
    parts = [
        f"# {_plain(settings.name)}",
        f"> {_plain(settings.description or settings.name)}",
        f"{about}每个案例一个页面，写明谁在哪里、和谁一起、做了什么、结果怎样，以及出处；没有写明的不作推测。{USE}",
        *(f"## {title}\n\n{lines}" for title, section in sections.items() if (lines := "\n".join(section))),
    ]
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """Write a text so that Markdown says it as it is, in one line."""
    return _MARKED.sub(r"\\\1", " ".join(text.split()))


def _link(publication: Publication, name: str, uri: str, about: str) -> str:
    return f"- [{_plain(name)}]({publication.settings.absolute(uri)}): {about}"


def _tasks(publication: Publication) -> Iterator[str]:
    terms = publication.library.facets["task"].by_name
    for task in publication.programme.tasks:
        uri = addresses.listing_uri("task", task.id)
        yield _link(publication, task.name, uri, f"{terms[task.name].count}个案例")


def _collections(publication: Publication) -> Iterator[str]:
    """List the newest collections, and where all of them are."""
    arrangements = publication.library.arrangements
    for one in arrangements[:_MOST_COLLECTIONS]:
        yield _collection(publication, one)
    if len(arrangements) > _MOST_COLLECTIONS:
        yield _link(publication, "全部案例集", addresses.COLLECTIONS, f"{len(arrangements)}种")


def _collection(publication: Publication, one: Arrangement) -> str:
    collection = one.collection
    subtitle = f"{_plain(collection.subtitle)}，" if collection.subtitle else ""
    edition = publication.assets.editions.get(collection.id)
    volumes = edition.volumes if edition else ()
    books = "、".join(
        f"[汇编{volume.ordinal}（PDF）]({publication.settings.absolute(volume.uri)})" for volume in volumes
    )
    about = f"{subtitle}{len(one.cases)}个案例{f'，{books}' if books else ''}"
    return _link(publication, collection.title, addresses.collection_uri(collection.id), about)


def _facets(publication: Publication) -> Iterator[str]:
    for facet in publication.library.facets.values():
        if facet.kind.has_index and facet.key != "task":
            about = f"{len(facet.used)}{facet.kind.counted}"
            yield _link(publication, f"按{facet.label}", addresses.facet_uri(facet.key), about)


def _data(publication: Publication) -> Iterator[str]:
    link = partial(_link, publication)
    yield link("案例目录（JSON）", addresses.CATALOGUE, "全部案例，一行一个，不含正文")
    yield link("案例目录（CSV）", addresses.CATALOGUE_TABLE, "同样的内容，带 BOM 的 UTF-8；一格几项的一行一项")
    yield link("数据说明", addresses.DATA_PACKAGE, "Data Package，每一列的名称和类型，文件的大小和 SHA-256")
    yield link("数据概览", addresses.OVERVIEW, "按任务类型、年份、地区等的统计")
    yield link("最新案例（JSON Feed）", "feed.json", "最新的50个")


def _search(publication: Publication) -> Iterator[str]:
    absolute = publication.settings.absolute
    keys = "、".join(f"{facet.key}（{_plain(facet.label)}）" for facet in publication.library.facets.values())
    yield _link(publication, "检索案例", addresses.BROWSE, "按原文逐字检索，要在浏览器里运行脚本")
    yield f"- 带检索词的网址：`{absolute(addresses.BROWSE)}?q=检索词`，几个词用空格隔开，表示都要有"
    yield f"- 带条件的网址：`{absolute(addresses.BROWSE)}?键=词条`，键有 {keys}"
    yield f"- 案例的网址：`{absolute('cases/')}编号.html`，编号见案例目录的 id"


def _more(publication: Publication) -> Iterator[str]:
    if _ABOUT in publication.frames:
        yield _link(publication, publication.frames[_ABOUT].title or "关于", _ABOUT, "案例从哪里来，怎样使用")
    yield _link(publication, "文件清单", addresses.MANIFEST, "网站的每个文件，大小和 SHA-256")


def _referred(publication: Publication) -> frozenset[str]:
    library = publication.library
    return frozenset(
        (
            *(addresses.listing_uri("task", task.id) for task in publication.programme.tasks),
            *(addresses.facet_uri(facet.key) for facet in library.facets.values() if facet.kind.has_index),
            *(addresses.collection_uri(one.collection.id) for one in library.arrangements[:_MOST_COLLECTIONS]),
            *(addresses.BROWSE, addresses.OVERVIEW, addresses.CATALOGUE, addresses.CATALOGUE_TABLE),
            *(addresses.DATA_PACKAGE, addresses.COLLECTIONS, "feed.json"),
        )
    )
