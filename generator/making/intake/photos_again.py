"""Photos that come again: known by their bytes, whatever their files are called here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from generator.intake.merge import Change
from generator.intake.proposal import ProposedCase, ProposedPhoto
from generator.making.intake.new_records import NO_CAPTION
from generator.making.intake.present_cases import PresentCase

_KEY = "photos"


def photo_values(names: Sequence[str], photos: Sequence[ProposedPhoto]) -> list[dict[str, str]]:
    """Give photos as values of a record, under the names of their files."""
    pairs = zip(names, photos, strict=True)
    return [{"file": name, "caption": one.caption or NO_CAPTION} for name, one in pairs]


@dataclass
class PhotosAgain:
    """The photos of a file against those of a record.

    In what is merged, a photo's `file` is the sum of its bytes; in what is written, its name.
    """

    present: PresentCase
    case: ProposedCase
    files: dict[str, Callable[[], bytes] | None] = field(default_factory=dict)
    """What becomes of files, by their paths from the project's folder."""

    def __post_init__(self) -> None:
        """Look at the bytes of the file's photos, each once."""
        self._sums = [sha256(photo.read()).hexdigest() for photo in self.case.photos]
        self._theirs = dict(zip(self._sums, self.case.photos, strict=True))

    @property
    def theirs(self) -> list[dict[str, str]]:
        """The file's photos as values."""
        return photo_values(self._sums, self.case.photos)

    def ours(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """Give a record's values with sums for names of photos; a photo whose file is missing keeps its name."""
        items = record.get(_KEY)
        if not isinstance(items, list):
            return dict(record)
        return {**record, _KEY: [self._with_sum(item) for item in items]}

    def _with_sum(self, item: Any) -> Any:
        name = item.get("file") if isinstance(item, dict) else None
        return {**item, "file": self.present.photos.get(name, name)} if isinstance(name, str) else item

    def written(self, change: Change, record: Mapping[str, Any]) -> Change:
        """Give a change with names for sums, and note what becomes of the files."""
        if change.path[0] != _KEY or len(change.path) > 2:
            return change
        if change.value is None:
            self._remove(record[_KEY][change.path[1]])
            return change
        several = isinstance(change.value, list)
        items = [self._with_name(item) for item in (change.value if several else [change.value])]
        return replace(change, value=items if several else items[0])

    def _with_name(self, item: dict[str, str]) -> dict[str, str]:
        sum = item["file"]
        present = next((name for name, own in self.present.photos.items() if own == sum), None)
        return {**item, "file": present or self._add(self._theirs[sum])}

    def _add(self, photo: ProposedPhoto) -> str:
        folder = self.present.path.rpartition("/")[0]
        taken = {name.rpartition(".")[0].lower() for name in self.present.photos}
        taken |= {path.rpartition("/")[2].rpartition(".")[0] for path, content in self.files.items() if content}
        number = next(number for number in range(1, len(taken) + 2) if f"{number:02}" not in taken)
        name = f"{number:02}{photo.suffix}"
        self.files[f"{folder}/{name}"] = photo.read
        return name

    def _remove(self, item: Any) -> None:
        """Let the file of a photo that goes out of the record go too."""
        name = item.get("file") if isinstance(item, dict) else None
        if isinstance(name, str) and name in self.present.photos:
            self.files[f"{self.present.path.rpartition('/')[0]}/{name}"] = None
