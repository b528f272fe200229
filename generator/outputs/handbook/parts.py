"""The parts of the editor's handbook that are made from the code, so that they cannot disagree with it.

A page takes a part where it has its mark, an HTML comment on a line of its own: `<!-- anliji:fields -->`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from textwrap import dedent, indent
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BaseModel, StringConstraints, WithJsonSchema

from generator.case import vocabulary
from generator.case.date import PartialDate
from generator.case.kinds import ID_LENGTH, ProgrammeWord, words_schema
from generator.case.model import Case, Collection, Outcome
from generator.case.problem import ERROR
from generator.case.programme import Task, packaged_programme
from generator.case.text import is_east_asian, listing
from generator.reading.checks import CHECKS
from generator.reading.labels import inner_model, record_fields
from generator.reading.manual import HEADINGS, Manual, manual
from generator.reading.wording import WordingList

_MOST_WORDS = 8
"""A list with more words than this is shown in the vocabulary only."""


_DATE = re.compile(r"[0-9]{4}(-[0-9]{2})+")


@cache
def blocks() -> dict[str, str]:
    """Make all parts, HTML by the name in the mark: `fields` for `<!-- anliji:fields -->`.

    Headings in them begin at level 3. Links lead to the other pages of the handbook as they lie on the site.
    """
    return {
        "fields": fields(Case, "field"),
        "collection-fields": fields(Collection, "collection-field"),
        "wording-fields": fields(WordingList, "wording-field"),
        "vocabulary": vocabulary_lists(),
        "rules": rules(),
    }


# Fields


def fields(model: type[BaseModel], prefix: str) -> str:
    """Tabulate the keys of a model and of the parts inside it.

    Args:
        model: `Case`, `Collection` and the like.
        prefix: begins every anchor: with `field`, the key `end` of `period` has `id="field-period-end"`.
    """
    return "\n".join(_field_tables(model, (prefix,)))


def _field_tables(model: type[BaseModel], path: tuple[str, ...]) -> Iterator[str]:
    hints = get_type_hints(model, include_extras=True)
    rows: list[tuple[str, ...]] = []
    parts: list[tuple[str, type[BaseModel], str]] = []
    for key, field in record_fields(model):
        anchor = "-".join((*path, key))
        inner = inner_model(field.annotation)
        if inner:
            name = f"{escape(field.title or key)} {_code('.'.join((*path[1:], key)))}"
            parts.append((key, inner, f'<h3 id="{anchor}-keys">{name}</h3>'))
        rows.append(
            (
                f'<code id="{anchor}">{escape(key)}</code>',
                escape(field.title or key),
                "必填" if field.is_required() else "",
                _value(hints[key], field.metadata, anchor),
                _DATE.sub(lambda date: _code(date[0]), escape(packaged_programme().explain(field.description or ""))),
            )
        )
    yield _table(("字段", "名称", "必填", "填什么", "说明"), rows, told=("填什么", "说明"), kind="fields")
    for key, inner, heading in parts:
        yield heading
        yield from _field_tables(inner, (*path, key))


def _value(hint: Any, limits: Sequence[Any], anchor: str) -> str:
    """Say in words which values a field takes, as HTML."""
    choices = [choice for choice in get_args(hint) if choice is not NoneType]
    if get_origin(hint) is tuple:
        longest = _limit(limits, "max_length")
        most = f"，至多 {_whole(longest, ' 项')}" if longest else ""
        inner = _value(choices[0], (), anchor)
        return f"列表{most}；每项：{inner}"
    if get_origin(hint) is Literal:
        return f"{listing(map(_code, choices))}之一"
    if get_origin(hint) is not Annotated and choices:
        return _value(choices[0], limits, anchor)
    if inner_model(hint):
        return f'几个字段，<a href="#{anchor}-keys">见下表</a>'
    if hint is PartialDate:
        return f"日期：{_code('2024')}、{_code('2024-09')} 或 {_code('2024-09-01')}"
    base, *details = get_args(hint)
    return _simple_value(base, [*details, *limits])


def _simple_value(base: type, limits: Sequence[Any]) -> str:
    if base is bool:
        return f"{_code('true')} 或 {_code('false')}，也可写“是”“否”"
    if base is int:
        return f"整数，{_whole(_limit(limits, 'ge'), '–', _limit(limits, 'le'))}"
    return _text(limits) if base is str else "数，可以有小数"


def _text(limits: Sequence[Any]) -> str:
    words = (limit.words(packaged_programme()) for limit in limits if isinstance(limit, ProgrammeWord))
    schema = next((limit.json_schema for limit in limits if isinstance(limit, WithJsonSchema)), None) or {}
    schema = next((words_schema(found) for found in words), schema)
    if "anyOf" in schema:
        # The names come first, then the other spellings that are read as well.
        return _words(tuple(schema["anyOf"][0]["enum"]))
    if "enum" in schema:
        return _words(tuple(schema["enum"]))
    if schema.get("format") == "uri":
        return "网址，以 https:// 或 http:// 开头"
    if "pattern" in schema:
        return f"编号：小写英文字母、数字和连字符，不超过 {_whole(ID_LENGTH, ' 个字符')}"
    pattern = _limit(limits, "pattern")
    if pattern:
        return f"{listing(map(_code, pattern.strip('^($)').split('|')))}之一"
    return _free_text(limits)


def _free_text(limits: Sequence[Any]) -> str:
    constraints = next(limit for limit in limits if isinstance(limit, StringConstraints))
    shortest, longest = constraints.min_length or 0, constraints.max_length or 0
    # Only texts on one line have a validator of their own.
    is_line = any(isinstance(limit, AfterValidator) for limit in limits)
    kind = "一行文字" if is_line else "Markdown 正文，可以分段"
    if shortest > 1:
        return f"{kind}，{_whole(shortest, '–', f'{longest:,}', ' 字')}"
    return f"{kind}，不超过 {_whole(f'{longest:,}', ' 字')}"


def _limit(limits: Iterable[Any], name: str) -> Any:
    """Find a limit by its name among pydantic's metadata."""
    return next((found for limit in limits if (found := getattr(limit, name, None)) is not None), None)


def _words(words: tuple[str, ...]) -> str:
    for anchor, (title, known) in _LONG_LISTS.items():
        if words[: len(known)] == known and len(words) > _MOST_WORDS:
            return f'受控词，<a href="vocabulary.html#{anchor}">见{title}</a>'
    return f"受控词：{escape(listing(words))}"


_LONG_LISTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "tasks": ("任务类型的工作形式", packaged_programme().forms.names),
    "product-kinds": ("成果种类", packaged_programme().product_kinds.names),
    "partner-kinds": ("合作单位类别", packaged_programme().partner_kinds.names),
    "statuses": ("状态", tuple(word.id for word in vocabulary.STATUSES)),
    "provinces": ("省级行政区", vocabulary.PROVINCES.names),
}
"""Lists too long for a table's cell: the anchor in the vocabulary, the title, the words."""


# Vocabulary


def vocabulary_lists() -> str:
    """Show every controlled word, in the order of the lists."""
    kinds = ((escape(kind.name), _tasks_with(kind.name)) for kind in packaged_programme().product_kinds)
    honours = (
        (escape(honour.name), escape(honour.level), escape(listing(honour.batches)))
        for honour in packaged_programme().honours
    )
    qualifiers = ((escape(word), _written(word), escape(_read(word))) for word in vocabulary.QUALIFIERS)
    units = ((escape(listing((one.name, *one.aliases))), escape(one.holds)) for one in vocabulary.UNITS.values())
    statuses = ((_code(word.id), escape(word.name)) for word in vocabulary.STATUSES)
    provinces = ((escape(word.name), escape(listing(word.aliases))) for word in vocabulary.PROVINCES)
    return "\n".join(
        (
            '<h3 id="tasks">任务类型</h3>',
            *(_task(task) for task in packaged_programme().tasks),
            '<h3 id="product-kinds">成果种类</h3>',
            _table(("种类", "可用于"), kinds, told=("可用于",)),
            '<h3 id="partner-kinds">合作单位类别</h3>',
            _list(packaged_programme().partner_kinds.names),
            '<h3 id="levels">团队级别</h3>',
            _list(packaged_programme().levels.names),
            '<h3 id="honours">荣誉</h3>',
            _table(("名称", "级别", "批次"), honours, told=("批次",)),
            '<h3 id="qualifiers">约数词</h3>',
            _table(("约数词", "记录里写", "读者看到"), qualifiers, told=("记录里写", "读者看到")),
            '<h3 id="units">可以相加的单位</h3>',
            _UNITS_TOLD,
            _table(("单位", "合计里有什么"), units, told=("合计里有什么",)),
            '<h3 id="statuses">状态</h3>',
            _table(("写法", "也可写"), statuses, told=("也可写",)),
            '<h3 id="provinces">省级行政区</h3>',
            _table(("名称", "也可写"), provinces, told=("也可写",)),
        )
    )


def _task(task: Task) -> str:
    return "\n".join(
        (
            f'<h4 id="task-{task.id}">{escape(task.name)} {_code(task.id)}</h4>',
            f"<p>{escape(task.definition)}</p>",
            _table(
                ("", "可填的词"),
                (
                    ("面向", escape(listing(task.audiences))),
                    (f"工作形式 {_code('forms')}", escape(listing(task.forms.names))),
                    (f"成果种类 {_code('products')}", escape(listing(task.products.names))),
                ),
            ),
        )
    )


def _tasks_with(kind: str) -> str:
    tasks = [task.name for task in packaged_programme().tasks if kind in task.products]
    return "各任务类型" if len(tasks) == len(packaged_programme().tasks) else escape(listing(tasks))


_UNITS_TOLD = (
    "<p>成效数据的单位可以自由填写。数据概览只把下面这些单位的数加起来，单位前可以有"
    f"{escape(listing(vocabulary.MULTIPLES))}；事项或说明里有{escape(listing(vocabulary.NOT_AMOUNTS))}的，不加。</p>"
)

_FIGURE = {"what": "培训", "value": "500", "unit": "人次"}


def _written(qualifier: str) -> str:
    keys = {**_FIGURE, "qualifier": qualifier}
    return "<br>".join(_code(f"{key}: {value}") for key, value in keys.items() if key != "what")


def _read(qualifier: str) -> str:
    return Outcome.model_validate({**_FIGURE, "qualifier": qualifier}).chinese


# Rules


def rules() -> str:
    """Show every rule: a table to look up, then each in full, with the rule's name as its anchor."""
    pages = [page for rule in CHECKS if (page := manual(rule))]
    rows = ((f'<a href="#{page.rule}">{_code(page.rule)}</a>', _severity(page), escape(page.title)) for page in pages)
    return "\n".join((_table(("规则", "级别", "什么问题"), rows), *(_rule(page) for page in pages)))


def _severity(page: Manual) -> str:
    return ("错误" if page.severity == ERROR else "警告") + ("，可以豁免" if page.waivable else "")


def _rule(page: Manual) -> str:
    parts = zip(HEADINGS, (page.what, page.why, page.example, page.instead), strict=True)
    return "\n".join(
        (
            f'<h3 id="{page.rule}">{_code(page.rule)}</h3>',
            f"<p><strong>{escape(page.title)}</strong>（{_severity(page)}）</p>",
            *(_told(heading, text) for heading, text in parts if text),
        )
    )


_EXAMPLES = dict(zip(HEADINGS[2:], ("wrong", "right"), strict=True))
"""The parts of a rule's manual page that show something, with what it is."""


def _told(heading: str, text: str) -> str:
    """Draw a part of a rule's manual page, with its heading; what is wrong and what is right are marked as such."""
    shown = _part(f"<strong>{heading}：</strong>", text, is_shown=heading in _EXAMPLES)
    return f'<div class="example example--{_EXAMPLES[heading]}">\n{shown}\n</div>' if heading in _EXAMPLES else shown


def _part(label: str, text: str, *, is_shown: bool) -> str:
    """Draw prose, an excerpt of a record, or prose and indented excerpts."""
    if not is_shown or (text.endswith("。") and ": " not in text):
        return f"<p>{label}{escape(_joined(text))}</p>"
    paragraphs = text.split("\n\n")
    if not any(paragraph.startswith("    ") for paragraph in paragraphs):
        paragraphs = ["", indent(text, "    ")]
    drawn = (
        _excerpt(each) if each.startswith("    ") else f"<p>{escape(_joined(each))}</p>" for each in paragraphs[1:]
    )
    return "\n".join((f"<p>{label}{escape(_joined(paragraphs[0]))}</p>", *drawn))


def _excerpt(text: str) -> str:
    return f"<pre><code>{escape(dedent(text))}\n</code></pre>"


def _joined(text: str) -> str:
    """Join lines that were broken for the source, without a space inside Chinese text."""
    whole, *rest = text.splitlines() or [""]
    for line in rest:
        whole += line if is_east_asian(whole[-1:]) or is_east_asian(line[:1]) else f" {line}"
    return whole


# HTML


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], told: Sequence[str] = (), kind: str = "") -> str:
    """Draw a table from cells that are HTML; the first cell of a row names the row.

    Args:
        head: the names of the columns.
        rows: the cells of each row.
        told: the columns whose cells tell the column's name themselves where a narrow screen has no head.
        kind: what all tables of this kind share, the places of their columns, as in `keys--fields`.
    """
    columns = "".join(f'<th scope="col">{cell}</th>' if cell else "<td></td>" for cell in head)
    opening = [f'<td data-label="{name}">' if name in told else "<td>" for name in head[1:]]
    body = "".join(f"<tr>{_row(opening, cells)}</tr>\n" for cells in rows)
    classes = f"keys keys--{kind}" if kind else "keys"
    return (
        f'<div class="prose-table"><table class="{classes}">\n<thead><tr>{columns}</tr></thead>\n'
        f"<tbody>\n{body}</tbody>\n</table></div>"
    )


def _row(opening: Sequence[str], cells: Sequence[str]) -> str:
    first, *rest = cells
    tds = (f"{start}{cell}</td>" for start, cell in zip(opening, rest, strict=True))
    return f'<th scope="row">{first}</th>{"".join(tds)}'


def _list(words: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(word)}</li>' for word in words)}</ul>"


def _whole(*parts: object) -> str:
    """Keep numbers and their unit in one line."""
    return f'<span class="keys__short">{"".join(map(str, parts))}</span>'


def _code(text: str) -> str:
    return f"<code>{escape(text)}</code>"
