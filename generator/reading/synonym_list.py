"""The list of synonyms, from content/synonyms.yml."""

from pydantic import Field

from generator.case.kinds import line
from generator.case.model import Model
from generator.case.synonyms import SynonymGroup, Synonyms

_MOST = 2_000
_MOST_WORDS = 20

Word = line(20)


class KnownGroup(Model):
    """一组近义词。"""

    words: tuple[Word, ...] = Field(title="近义词", min_length=1, max_length=_MOST_WORDS)  # type: ignore[valid-type]
    """意思相同、可以互换的词：检索其中一个，也列出写着另一个的案例。"""
    also: tuple[Word, ...] = Field((), title="也找", max_length=_MOST_WORDS)  # type: ignore[valid-type]
    """检索上面的词时也找这些；检索这些时，不找上面的词。"""


class SynonymList(Model):
    """近义词表。"""

    groups: tuple[KnownGroup, ...] = Field((), title="各组", max_length=_MOST)
    """每组一项。"""

    @property
    def synonyms(self) -> Synonyms:
        """The list as search uses it."""
        return tuple(SynonymGroup(one.words, one.also) for one in self.groups)
