"""Whatever an editor writes is set or told about, and nothing of it is executed."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.case.model import Case, Collection
from generator.library.library import gather
from generator.making.typesetting.single_book import BookJob, make_book
from generator.outputs.site.publication import Publication
from generator.outputs.views.book_format import Format
from tests.book.printed import SETTINGS, PrintedVolume, packed, quiet

HOSTILE = {
    "code": '#set text(red)\n\n$x^2$ @ref `raw` \\ \\# #{panic()} <label> *a _b_* // c /* d */ #import "x.typ"',
    "rare": "𠮷野家 㑇 葛󠄀城 😀👨‍👩‍👧🇨🇳 ☎ ① ㈱ ☆ ❤",
    "right-to-left": "مرحبا بالعالم שלום 中文",
    "long-word": f"{'A' * 500} https://www.example.edu.cn/{'abc/' * 100}?x={'y' * 200}",
    "long-paragraph": "为" * 10_000,
    "punctuation": "《“‘（「『【〔……——！？！？”，“”（（（“”）））。·第一·第二·第三",
    "headings": "### 三\n\n# 一\n\n###### 六\n\n## 二\n\n#\n\n> # 引\n>\n> - # 列\n>   1. ## 深\n",
    "table": "|a|b|c|d|e|f|g|h|i|j|k|l|\n|-|-|-|-|-|-|-|-|-|-|-|-|\n" + "|一二三四五|x|y|z|w|v|u|t|s|r|q|p|\n" * 80,
    "notes": "|头[^1]|[链](https://a.example/)|\n|-|-|\n|值[^1]|`c`|\n|x|y|z|\n\n"
    "[^1]: 注[^2]在\n\n    第二段\n\n    - 列\n\n[^2]: 二",
    "deep": "\n".join(f"{'  ' * level}- 层" for level in range(18)) + "\n\n" + ">" * 18 + " 引",
    "block": f"```\n#let x = 1\n    缩进 {'z' * 300}\n```\n\n`{'q' * 200}`",
    "pictures": "![图](no.png) 文 ![](x.jpg)",
    "numbers": "99. 九十九\n100. 一百\n1. 一\n\n0. 零",
    "invisible": "a\u200db\u00adc\ufeffd\u2028e\u202ef\u0301g\u200ah\u00a0i\u2003j\u200bk\u2060l",
    "empty": "- \n\n>\n\n|a|\n|-|\n\n**  **\n\n1.",
    "marks": "H<sub>2</sub>O x<sup>2</sup> ~~删~~ ***粗斜*** [**粗**链](https://a.example/b_c?d=e&f#g) <https://auto.example/x>",
}


def mixed(seed: int) -> str:
    """Mix pieces of Markdown by chance, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 (nothing here is secret)
    pieces = [
        *HOSTILE.values(),
        "**",
        "\n\n",
        "\n",
        "# ",
        "> ",
        "- ",
        "1. ",
        "|",
        "```\n",
        "[^1]",
        "[^1]: ",
        "![](",
        ")",
        " ",
    ]
    return "".join(piece if len(piece) < 200 else piece[:40] for piece in chance.choices(pieces, k=30))


@pytest.mark.parametrize(
    "form",
    [Format("b5", "print", bleed=True), Format("b5", "screen", archive=True)],
    ids=["print", "archive"],
)
def test_nothing_that_an_editor_writes_breaks_the_run(
    form: Format, case: Callable[..., Case], tmp_path: Path, tenth: Callable[[Sequence[int]], list[int]]
) -> None:
    """Code, rare characters, long words, wild Markdown: all is set or warned about, for printer and archive."""
    texts = {**HOSTILE, **{f"mixed-{seed}": mixed(seed) for seed in tenth(range(40))}}
    cases = [
        case(
            f"h-{name}",
            title=f"示例#$@\\{name}"[:40],
            summary=text.replace("\n", " ")[:300].strip() or "空",
            university=f"示例{name}",
            background=text,
            lessons=text,
            keywords=[f"#{name}"[:20]],
            outcomes=[
                {
                    "what": "#事$项@",
                    "value": "123456789012",
                    "unit": "人次",
                    "note": text[:60].replace("\n", " ") or "注",
                }
            ],
            sources=[{"title": f"出处#$@\\{name}", "url": f"https://www.example.com/a?b={'c' * 150}"}],
        )
        for name, text in texts.items()
    ]
    library = gather(
        cases,
        [
            Collection.model_validate(
                {
                    "id": "h",
                    "title": "恶意#$@\\文本*_",
                    "editor": "编#者",
                    "date": "2026-11",
                    "foreword": HOSTILE["notes"],
                    "afterword": HOSTILE["headings"],
                }
            )
        ],
    )
    job = BookJob(library.arrangements[0], form, tmp_path / "h.pdf", None)
    delivery = make_book(Publication(library, SETTINGS), tmp_path, job, quiet())
    (made,) = delivery.volumes
    book = PrintedVolume(made.volume, made, delivery.files[0])
    text = "".join(book.texts)
    about = book.reader.trailer["/Root"]["/Metadata"].get_data().decode()

    assert ("<pdfaid:part>2</pdfaid:part>" in about) == form.archive
    assert packed("#set text(red)") in text
    assert packed("#{panic()}") in text
    assert "〓野家㑇" in text
    assert any("cases/h-rare/case.yml 里的" in notice and "“𠮷”（U+20BB7）" in notice for notice in delivery.notices)
    assert any("cases/h-right-to-left/case.yml" in notice for notice in delivery.notices)
