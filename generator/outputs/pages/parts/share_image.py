"""The picture by which messengers show a page: a poster, or the first photo."""

from dataclasses import replace

from generator.case.model import Case
from generator.outputs.graphics.poster import HEIGHT_PX, WIDTH_PX
from generator.outputs.pages.parts.photo import SHOWN_PX
from generator.outputs.site import addresses
from generator.outputs.site.assets import Assets
from generator.outputs.site.page import Head
from generator.outputs.views.image_sizes import copy_sizes, copy_widths
from generator.outputs.views.sentence import sentence_of


def with_share_image(head: Head, case: Case, assets: Assets) -> Head:
    """Add a case's picture: a featured one's poster, else the first photo, else none."""
    if case.featured:
        poster = with_poster(head, addresses.case_poster_uri(case.id))
        return replace(poster, image_alt=f"{head.title}：{sentence_of(case)}")
    if not case.photos:
        return head
    photo = case.photos[0]
    size = assets.photo_size(case.id, photo.file)
    widths = copy_widths(size)
    width = max((one for one in widths if one <= SHOWN_PX), default=widths[-1])
    return replace(
        head,
        image=addresses.photo_uri(case.id, photo.file, width, "jpg"),
        image_alt=photo.alt or photo.caption,
        image_size=next((one for one in copy_sizes(size) if one[0] == width), None) if size else None,
    )


def with_poster(head: Head, uri: str) -> Head:
    """Add a poster; its words are the page's title, and what a caller adds."""
    return replace(head, image=uri, image_alt=head.title, image_size=(WIDTH_PX, HEIGHT_PX))
