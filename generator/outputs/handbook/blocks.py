"""The parts of the editor's handbook that are made from the code, so that they cannot disagree with it.

A page takes a part where it has its mark, an HTML comment on a line of its own: `<!-- anliji:fields -->`.
"""

from functools import cache

from generator.case.model import Case, Collection
from generator.case.model.programme_file import ProgrammeFile
from generator.case.programme import Programme
from generator.outputs.handbook.draw import draw
from generator.outputs.handbook.fields import fields
from generator.outputs.handbook.rules import intake_rules, rules
from generator.outputs.handbook.words import words
from generator.reading.name_list import NameList
from generator.reading.roster import Roster
from generator.reading.synonym_list import SynonymList
from generator.reading.wording import WordingList


@cache
def blocks(programme: Programme) -> dict[str, str]:
    """Make all parts, in the words of a programme: HTML by the name in the mark: `fields` for `<!-- anliji:fields -->`.

    Headings in them begin at level 3; the vocabulary, which fills its page, has them from level 2. Links lead to the
    other pages of the handbook as they lie on the site.
    """
    return {
        "fields": draw("fields", fields(Case, "field", programme)),
        "collection-fields": draw("fields", fields(Collection, "collection-field", programme)),
        "programme-fields": draw("fields", fields(ProgrammeFile, "programme-field", programme)),
        "wording-fields": draw("fields", fields(WordingList, "wording-field", programme)),
        "names-fields": draw("fields", fields(NameList, "name-field", programme)),
        "synonyms-fields": draw("fields", fields(SynonymList, "synonym-field", programme)),
        "roster-fields": draw("fields", fields(Roster, "roster-field", programme)),
        "vocabulary": draw("words", words(programme)),
        "rules": draw("rules", rules(programme)),
        "intake-rules": draw("rules", intake_rules()),
    }
