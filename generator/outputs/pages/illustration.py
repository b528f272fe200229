"""The picture by which messengers show a page: a poster, or the first photo."""

from dataclasses import replace

from generator.case.model import Case
from generator.outputs import addresses
from generator.outputs.copies import copy_sizes, copy_widths
from generator.outputs.page import Head
from generator.outputs.pages.photo import SHOWN_PX
from generator.outputs.poster import HEIGHT_PX, WIDTH_PX
from generator.outputs.site import Site


def illustrated(head: Head, case: Case, site: Site) -> Head:
    """Add a case's picture: a featured one's poster, else the first photo, else none."""
    if case.featured:
        return with_poster(head, addresses.case_poster_uri(case.id))
    if not case.photos:
        return head
    photo = case.photos[0]
    size = site.photo_size(case.id, photo.file)
    widths = copy_widths(size)
    width = max((one for one in widths if one <= SHOWN_PX), default=widths[-1])
    return replace(
        head,
        image=addresses.photo_uri(case.id, photo.file, width, "jpg"),
        image_alt=photo.alt or photo.caption,
        image_size=next((one for one in copy_sizes(size) if one[0] == width), None) if size else None,
    )


def with_poster(head: Head, uri: str) -> Head:
    """Add a poster, whose words are the page's title."""
    return replace(head, image=uri, image_alt=head.title, image_size=(WIDTH_PX, HEIGHT_PX))
