"""What a case is to the library as a whole.

While its traits stay the same, a case may say anything else: facets, relations, order and addresses are what they were.
While it counts for the same, so are the library's numbers, and nothing changes but the pages that show it.
"""

from collections.abc import Iterable

from generator.case.model import Case
from generator.library.facet_kind import FacetKind
from generator.library.facets import values_of
from generator.library.statistics import lacking


def traits_of(case: Case, kinds: Iterable[FacetKind]) -> object:
    """Give a case's traits: equal ones leave all alike that is derived from the library, but for its numbers."""
    return (
        *(case.id, case.status, case.featured, case.replaced_by, case.date),
        tuple(values_of(case, kinds).items()),
        *(case.universities, case.places),
        # What lies beside the record and is published with it.
        *(tuple(one.file for one in case.photos), tuple(one.file for one in case.attachments)),
    )


def counted_of(case: Case) -> object:
    """Give what the library's numbers are made of, beside its traits."""
    return case.period, case.partners, case.outcomes, lacking(case)
