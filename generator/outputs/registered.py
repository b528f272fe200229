"""What of a publication the register keeps: pages that people write and cite, with a digest of what they say.

These are cases, collections, written pages, and the pages of the programme's words, whose ids people choose. Lists that
follow from cases, the pages of places for instance, come and go with what they list. A digest is taken of what was
written, not of the page: a new look is no revision.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from generator.case.model import Case
from generator.case.model import Collection as CaseCollection
from generator.library.library import Library
from generator.outputs.record_json import INTERNAL
from generator.outputs.site import addresses
from generator.outputs.site.digest import digest
from generator.outputs.site.frame import Frame
from generator.outputs.site.register import Text

_DIGITS = 16


def texts_of(library: Library, frames: Mapping[str, Frame]) -> dict[str, Text]:
    """Give what each address says."""
    generated = addresses.hosted_titles(library.programme)
    written = (frame for uri, frame in frames.items() if uri not in generated)
    return {
        **{frame.uri: Text((frame.text or frame.digest)[:_DIGITS]) for frame in written},
        **{uri: Text(digest(name)[:_DIGITS]) for uri, name in _words_with_cases(library)},
        **{addresses.collection_uri(one.id): _of_collection(one) for one in library.collections},
        **{addresses.case_uri(case.id): _of_withdrawn(case) for case in library.withdrawn},
        **{addresses.case_uri(case.id): of_case(case) for case in library.cases},
    }


def standing(library: Library, texts: Collection[str]) -> frozenset[str]:
    """Give every address at which a page stands.

    These are those with texts, those of what is left out for now, and those of the programme's words: their lists,
    their own, and those that they had before.
    """
    left_out = {addresses.left_out_uri(one) for one in library.left_out if one.has_page}
    programme = library.programme
    words = {addresses.listing_uri(key, word.id) for key, words in programme.lists.items() for word in words}
    lists = {uri for uri in addresses.hosted_titles(programme) if uri != addresses.FRAME}
    return frozenset(texts) | left_out | words | lists | addresses.former_uris(programme).keys()


def _words_with_cases(library: Library) -> Iterator[tuple[str, str]]:
    """Give the pages of the programme's words that list a case: a word that nothing has yet may go again."""
    for key in library.programme.lists:
        if key != "also":
            yield from ((addresses.term_uri(term), term.name) for term in library.facets[key].used)


def of_case(case: Case) -> Text:
    """Say what a case says, as long as readers see it."""
    # The model leaves the id out: in another folder, as on the home page, a case says the same as before.
    return Text(digest(case.model_dump_json(exclude={**INTERNAL, **_CHOICES}, exclude_defaults=True))[:_DIGITS])


_CHOICES: Mapping[str, Any] = {
    "featured": True,
    "outcomes": {"__all__": {"headline"}},
    "progress": {"__all__": {"outcomes": {"__all__": {"headline"}}}},
}
"""What editors choose to show first, which is no revision of what is shown."""


def _of_withdrawn(case: Case) -> Text:
    return Text(digest(case.title, case.withdrawn_reason, case.replaced_by)[:_DIGITS], is_withdrawn=True)


def _of_collection(collection: CaseCollection) -> Text:
    return Text(digest(collection.model_dump_json(exclude={"id", "book"}, exclude_defaults=True))[:_DIGITS])
