"""The collections that hold a case."""

from dataclasses import dataclass

from generator.case.model import Case, Collection
from generator.outputs.pages.parts.link import Link
from generator.outputs.site import addresses
from generator.outputs.site.assets import Assets


@dataclass(frozen=True, slots=True)
class Holding:
    """A collection that holds a case, and where its book has it."""

    link: Link
    book_uri: str
    """The PDF at the case's page; empty where there is no book."""
    place: str
    """第12页, 第二册第512页"""


def holding_of(collection: Collection, case: Case, assets: Assets) -> Holding:
    """Say where a collection has a case."""
    link = Link(collection.title, addresses.collection_uri(collection.id))
    edition = assets.editions.get(collection.id)
    if edition is None:
        return Holding(link, "", "")
    location = edition.locations[case.id]
    volume = edition.volumes[location.volume]
    return Holding(link, f"{volume.uri}#page={location.sheet}", f"{volume.ordinal}第{location.page}页")
