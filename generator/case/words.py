"""Lists of words that records choose from, found by any of their spellings."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.case.text import nearest


@dataclass(frozen=True, slots=True)
class Word:
    """One entry of a word list."""

    id: str
    """The word in addresses; kebab-case ASCII; never changes."""
    name: str
    """The word in records and on pages."""
    aliases: tuple[str, ...] = ()
    """Other spellings that records may use."""
    is_rest: bool = False
    """It holds whatever no other word does, so two cases that share it need not be alike."""
    is_ours: bool = False
    """The programme's call does not name it; it was added to sort what cases report."""
    is_apart: bool = False
    """It is offered with the others, and not counted among them."""
    former_names: tuple[str, ...] = ()
    """What it was called before; records that still say so are read."""
    former_ids: tuple[str, ...] = ()
    """Its ids before: addresses whose readers are sent to the new one."""
    asked: str = ""
    """What a visitor would say who looks for its cases: 讲党课; empty where it is said of all words alike."""


@dataclass(frozen=True)
class WordList:
    """An ordered list of words, found by name, id or alias, and by what they were before."""

    words: tuple[Word, ...]

    @cached_property
    def _found(self) -> dict[str, Word]:
        found: dict[str, Word] = {}
        for word in self.words:
            for spelling in (word.name, word.id, *word.aliases):
                found.setdefault(spelling, word)
        for word in self.words:
            for spelling in (*word.former_names, *word.former_ids):
                found.setdefault(spelling, word)
        return found

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def __contains__(self, text: str) -> bool:
        return text in self._found

    def __getitem__(self, text: str) -> Word:
        return self._found[text]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names in the list's order."""
        return tuple(word.name for word in self.words)

    @cached_property
    def counted(self) -> tuple[Word, ...]:
        """The words without those that stand apart."""
        return tuple(word for word in self.words if not word.is_apart)

    @property
    def other_spellings(self) -> tuple[str, ...]:
        """What may be written instead of the names: ids and aliases, in the list's order."""
        former = {spelling for word in self.words for spelling in (*word.former_names, *word.former_ids)}
        names = {*self.names}
        return tuple(spelling for spelling in self._found if spelling not in names | former)

    def is_former(self, text: str) -> bool:
        """Whether a text is what a word was called before, and no word's name now."""
        word = self._found.get(text)
        return word is not None and text in (*word.former_names, *word.former_ids)

    def name_of(self, text: str) -> str:
        """Give the name of a word however it is spelt; the text itself where it is not in the list."""
        return self[text].name if text in self else text

    def nearest(self, text: str) -> str | None:
        """Name the word that `text` most likely means, or None."""
        spelling = nearest(text, self._found)
        return None if spelling is None else self._found[spelling].name


def parse_words(rows: Iterable[Mapping[str, Any]], *alias_keys: str) -> WordList:
    """Make a list of rows with `id` and `name`; `also` and the values of `alias_keys` are other spellings."""
    return WordList(
        tuple(
            Word(
                row["id"],
                row["name"],
                (*(row[key] for key in alias_keys if row.get(key, row["name"]) != row["name"]), *row.get("also", ())),
                is_rest=row.get("rest", False),
                is_ours=row.get("ours", False),
                is_apart=row.get("apart", False),
                former_names=tuple(row.get("formerly", ())),
                former_ids=tuple(row.get("renamed_from", ())),
                asked=row.get("asked") or "",
            )
            for row in rows
        )
    )
