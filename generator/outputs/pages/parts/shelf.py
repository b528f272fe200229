"""Collections side by side, as books on a shelf: the cover, the title, and what is in it."""

from dataclasses import dataclass

from generator.case.programme import Programme
from generator.library.arrangement import Arrangement
from generator.outputs.pages.parts.book_cover import BookCover, book_cover
from generator.outputs.pages.parts.link import Link
from generator.outputs.site import addresses
from generator.outputs.site.assets import Assets
from generator.outputs.views.time import Time


@dataclass(frozen=True, slots=True)
class Shelved:
    """A collection as a book on the shelf."""

    link: Link
    """With the number of its cases."""
    subtitle: str
    editor: str
    time: Time
    cover: BookCover


def shelved(arrangement: Arrangement, programme: Programme, assets: Assets) -> Shelved:
    """Put a collection on the shelf."""
    collection = arrangement.collection
    return Shelved(
        link=Link(collection.title, addresses.collection_uri(collection.id), len(arrangement.cases)),
        subtitle=collection.subtitle or "",
        editor=collection.editor,
        time=Time(str(collection.date), collection.date.chinese),
        cover=book_cover(collection, programme, assets.editions.get(collection.id)),
    )
