"""How a programme lets its home page ask for the words of a list."""

from dataclasses import dataclass

from generator.case.words import Word

_WORD = "{word}"


@dataclass(frozen=True, slots=True)
class Question:
    """How the words of a list are asked for on the home page."""

    title: str
    """What stands above all of them: 和谁一起做; empty for the name of the field."""
    ask: str
    """What is said of a word that has no phrase of its own, with `{word}` for it; empty for the word alone."""

    def of(self, word: Word) -> str:
        """Ask for a word. A phrase that leaves no place for it is put in front."""
        if word.asked or not self.ask:
            return word.asked or word.name
        return self.ask.replace(_WORD, word.name) if _WORD in self.ask else f"{self.ask}{word.name}"
