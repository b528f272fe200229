"""The world around a record, as far as rules may know it."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from generator.case.date import PartialDate
from generator.case.names import Names
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
    names: Names = field(default_factory=Names)
    """The names of content/names.yml."""

    published_words: frozenset[tuple[str, str]] = frozenset()
    """The ids of tasks and words whose pages were published and go nowhere else, with the folders of their pages."""
    office_mail: frozenset[str] = frozenset()
    """Domains, and whole e-mail addresses, that mkdocs.yml names as those of an office, in lower case."""

    @cached_property
    def wrong_words(self) -> re.Pattern[str]:
        """A pattern that finds any of the wrong forms, the longest first; nothing where there are none."""
        forms = sorted({word.wrong for word in self.wording}, key=lambda form: (-len(form), form))
        return re.compile("|".join(map(re.escape, forms)) or r"(?!)")

    def wordings_at(self, text: str, start: int) -> list[Wording]:
        """Give the entries whose wrong form begins at a place of a text."""
        return [word for length in self._lengths for word in self._by_wrong.get(text[start : start + length], ())]

    @cached_property
    def _by_wrong(self) -> dict[str, list[Wording]]:
        found: dict[str, list[Wording]] = {}
        for word in self.wording:
            found.setdefault(word.wrong, []).append(word)
        return found

    @cached_property
    def _lengths(self) -> list[int]:
        return sorted({len(wrong) for wrong in self._by_wrong})
