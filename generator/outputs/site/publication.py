"""The publication: everything that a page, a book or a feed is made from, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.case.model import Case
from generator.case.programme import Programme
from generator.library.library import Library
from generator.outputs.site import addresses
from generator.outputs.site.assets import Assets
from generator.outputs.site.bundles import bundles_of, firsts_of
from generator.outputs.site.frame import Frame
from generator.outputs.site.register import Register
from generator.outputs.site.settings import Settings


@dataclass(frozen=True, eq=False)
class Publication:
    """A library with what it takes to publish it."""

    library: Library
    settings: Settings
    assets: Assets = field(default_factory=Assets)
    frames: Mapping[str, Frame] = field(default_factory=dict)
    """The hosted pages by address; `addresses.FRAME` is among them."""
    register: Register = field(default_factory=Register)
    """The days on which each address was first published and last changed."""

    digests: Mapping[str, str] = field(default_factory=dict)
    """What each case was read from and by, by id, where that is known: equal ones give equal cases."""
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What of cases is searched, by id, as far as it is known from an earlier build."""

    @cached_property
    def bundles(self) -> Mapping[str, tuple[Case, ...]]:
        """The cases that share a file of texts and records, by its address."""
        return bundles_of(self.library)

    @cached_property
    def first_of_bundle(self) -> Mapping[str, str]:
        """Whose file has a case's texts and record: the id of the first case in it, by the case's own."""
        return firsts_of(self.bundles)

    @cached_property
    def last_day(self) -> str:
        """The day on which the page of a case last changed; empty before anything is published."""
        entries = self.register.entries
        days = (entries.get(addresses.case_uri(case.id)) for case in self.library.cases)
        return max((entry.last for entry in days if entry), default="")

    @property
    def programme(self) -> Programme:
        """Whose words the cases use."""
        return self.library.programme
