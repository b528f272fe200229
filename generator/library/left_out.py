"""What readers know and a build leaves out for now: its address stays and says that the page is being revised."""

from dataclasses import dataclass

from generator.case.kinds import is_id
from generator.case.personal import find_personal_data


@dataclass(frozen=True, slots=True, order=True)
class LeftOut:
    """A published case, or a collection, that is left out because something of it is wrong.

    It holds nothing of the record: what is wrong with it may be that it says too much.
    """

    path: str
    """Its file, relative to the project."""
    id: str
    is_collection: bool = False

    @property
    def has_page(self) -> bool:
        """Whether a page may stand at its address: the name is one, and tells nothing personal."""
        return is_id(self.id) and not find_personal_data(self.id)
