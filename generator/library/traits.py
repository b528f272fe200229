"""What a case is to the library as a whole: all that facets, relations, statistics, order and addresses look at.

While that stays the same, a case may say anything else: nothing changes but the pages that show it.
"""

from collections.abc import Iterable

from generator.case.model import Case
from generator.library.facet_kinds import FacetKind
from generator.library.facets import values_of
from generator.library.statistics import lacking


def traits_of(case: Case, kinds: Iterable[FacetKind]) -> object:
    """Give a case's traits: equal ones leave all alike that is derived from the library."""
    return (
        *(case.id, case.status, case.featured, case.replaced_by, case.date, case.period),
        tuple(values_of(case, kinds).items()),
        *(case.universities, case.places, case.partners, case.outcomes),
        lacking(case),
        # What lies beside the record and is published with it.
        *(tuple(one.file for one in case.photos), tuple(one.file for one in case.attachments)),
    )
