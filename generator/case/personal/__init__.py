"""Personal data in running text, however it is written: found, and masked.

Finding and masking live together, so that a report cannot show what the check has found.
"""

from generator.case.personal.datum import NEVER_WAIVED, Kind, PersonalDatum
from generator.case.personal.masking import mask_personal_data
from generator.case.personal.scan import find_personal_data, may_have_personal_data, suspects

__all__ = [
    "NEVER_WAIVED",
    "Kind",
    "PersonalDatum",
    "find_personal_data",
    "mask_personal_data",
    "may_have_personal_data",
    "suspects",
]
