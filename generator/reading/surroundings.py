"""The world around a record, as far as rules may know it."""

import re
from dataclasses import dataclass
from functools import cached_property

from generator.case.date import PartialDate
from generator.case.programme import Programme
from generator.reading.wording import Wording


@dataclass(frozen=True)
class Surroundings:
    """What checks may know beside the record itself."""

    today: PartialDate
    """The day of the run, given by the edge."""
    programme: Programme
    """Whose words records are to use."""
    wording: tuple[Wording, ...] = ()
    """The entries of content/wording.yml."""

    office_mail: frozenset[str] = frozenset()
    """Domains, and whole e-mail addresses, that mkdocs.yml names as those of an office, in lower case."""

    @cached_property
    def wrong_words(self) -> re.Pattern[str]:
        """A pattern that finds any of the wrong forms, the longest first; nothing where there are none."""
        forms = sorted({word.wrong for word in self.wording}, key=lambda form: (-len(form), form))
        return re.compile("|".join(map(re.escape, forms)) or r"(?!)")
