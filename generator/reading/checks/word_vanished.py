"""发布过的词条没有了。

检查什么：cases/addresses.txt 里登记的任务和词条的网址，在 content/programme.yml 里还有同编号的词条，或者有词条写着
由它改来（renamed_from），或者登记表里写了转到哪里。

为什么：读者收藏、别人引用的网址要一直打得开。编号改了或者词条删了，旧网址就打不开了。

例子：把 id: city 改成 id: municipal，而 city 的网址已经发布。

应改为：

    levels:
    - {id: municipal, name: 市级, renamed_from: [city]}
"""

from collections.abc import Iterator

from generator.case.model.programme_file import ProgrammeFile
from generator.case.problem import ERROR
from generator.case.text import nearest
from generator.reading.finding import Finding
from generator.reading.parsed_record import ParsedRecord
from generator.reading.programme_lists import FACETS, Written, lists_of

SEVERITY = ERROR
APPLIES_TO = (ProgrammeFile,)


def check(record: ParsedRecord) -> Iterator[Finding]:
    """Find published ids of words that are gone."""
    if not record.items("tasks"):
        # A file that cannot be read, or holds nothing yet, has lost none of its words.
        return
    words_of = lists_of(record)
    for facet, id in sorted(record.surroundings.published_words):
        key = next((key for key, folder in FACETS.items() if folder == facet), "")
        words = words_of.get(key, ())
        if key and not any(id == word.id or id in word.renamed_from for word in words):
            yield _finding(record, key, f"{facet}/{id}.html", id, words)


def _finding(record: ParsedRecord, key: str, uri: str, id: str, words: tuple[Written, ...]) -> Finding:
    # What was published by another id is another word.
    published = record.surroundings.published_words
    new = [word for word in words if (FACETS[key], word.id) not in published]
    near = nearest(id, [word.id for word in new])
    example = next((word for word in new if word.id == near), new[0] if len(new) == 1 else None)
    renamed = f"，例如在“{example.title}”里写 renamed_from: [{id}]" if example else f"：renamed_from: [{id}]"
    return Finding(
        record.place(key, key=True),
        message=f"发布过的{record.label((key,))}“{id}”没有了",
        reason=f"网址 {uri} 发布过，现在没有词条用这个编号，读者会打不开。",
        hint=f"改了编号的，在新的词条里写上旧的{renamed}；"
        f"不再用的，在 cases/addresses.txt 里 {uri} 那一行的末尾写 -> {uri.partition('/')[0]}/index.html。",
    )
