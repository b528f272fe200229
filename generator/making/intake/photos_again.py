"""Photos that come again: known by their bytes, whatever their files are called here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from generator.intake.captions import NO_CAPTION, NO_CAPTION_FOUND
from generator.intake.merge import Change, Conflict
from generator.intake.proposal import ProposedCase, ProposedPhoto, ProposedValue
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

    @property
    def answered(self) -> frozenset[str]:
        """Notes of the file on photos without a caption that the record has already, with whatever it says of them."""
        known = {*self.present.photos.values()}
        pairs = zip(self._sums, self.case.photos, strict=True)
        return frozenset(NO_CAPTION_FOUND.format(photo.origin.paragraph) for one, photo in pairs if one in known)

    def ours(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """Give a record's values with sums for names of photos; a photo whose file is missing keeps its name."""
        items = record.get(_KEY)
        if not isinstance(items, list):
            return dict(record)
        return {**record, _KEY: [self._with_sum(item) for item in items]}

    def _with_sum(self, item: Any) -> Any:
        name = item.get("file") if isinstance(item, dict) else None
        return {**item, "file": self.present.photos.get(name, name)} if isinstance(name, str) else item

    def says_nothing(self, one: Change | Conflict) -> bool:
        """Check whether all that a file says is that it has no caption, which takes none away."""
        value = one.value if isinstance(one, Change) else one.theirs
        return one.path[0] == _KEY and one.path[-1] == "caption" and value == NO_CAPTION

    def written(self, change: Change) -> Change:
        """Give a change with names for sums and the photos' places, and note what becomes of the files."""
        if change.path[0] != _KEY:
            return change
        ours = self._named(change.ours)
        if len(change.path) > 2 or change.value is None:
            if change.value is None:
                self._remove(ours)
            return replace(change, ours=ours, said=change.said or self._said(change))
        several = isinstance(change.value, list)
        items = change.value if several else [change.value]
        said = tuple(ProposedValue(change.path, "", self._theirs[item["file"]].origin) for item in items)
        named = [self._with_name(item) for item in items]
        return replace(change, value=named if several else named[0], said=said, ours=ours)

    def told(self, conflict: Conflict) -> Conflict:
        """Give a conflict as an editor can read it: with names for sums, without them where no file is."""
        if conflict.path[0] != _KEY:
            return conflict
        ours, theirs = self._named(conflict.ours), self._named(conflict.theirs)
        return replace(conflict, ours=ours, theirs=theirs, said=conflict.said or self._said(conflict))

    def _said(self, one: Change | Conflict) -> tuple[ProposedValue, ...]:
        """Say where in the file the photo stands that a caption is of, or all of them."""
        items = self.present.document.value.get(_KEY)
        at = one.path[1] if len(one.path) > 1 else None
        item = items[at] if isinstance(items, list) and isinstance(at, int) and at < len(items) else None
        name = item.get("file", "") if isinstance(item, dict) else ""
        photo = self._theirs.get(self.present.photos.get(name, ""))
        return (ProposedValue(one.path, "", photo.origin),) if photo else ()

    def _named(self, value: Any) -> Any:
        """Give a photo, or several, under the names of their files."""
        if isinstance(value, list):
            return [self._named(item) for item in value]
        if not isinstance(value, dict) or value.get("file") not in {*self.present.photos.values(), *self._sums}:
            return value
        name = self._name_of(value["file"])
        return {**value, "file": name} if name else {key: child for key, child in value.items() if key != "file"}

    def _name_of(self, sum: str) -> str:
        return next((name for name, own in self.present.photos.items() if own == sum), "")

    def _with_name(self, item: dict[str, str]) -> dict[str, str]:
        sum = item["file"]
        return {**item, "file": self._name_of(sum) or self._add(self._theirs[sum])}

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
