"""A proposal as the text of a new record: a draft, where every value says where it comes from."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from generator.case.model import Case
from generator.case.personal import mask_personal_data
from generator.intake.proposal import DOUBTFUL, Path, ProposedCase, ProposedValue, nested, several
from generator.reading.labels import Labels
from generator.reading.written_value import STEP, item_lines, key_lines


def render_proposal(case: ProposedCase, more: Sequence[tuple[str, Any]] = ()) -> str:
    """Write a new record.

    Args:
        case: the proposal; its photos are left to whoever puts them beside the record.
        more: outermost keys that come from elsewhere, the photos' for one, without comments.
    """
    lines = [comment(f"由导入生成：{case.origin.chinese}"), *(comment(note) for note in case.notes), ""]
    given = dict(more)
    proposed = {str(one.path[0]) for one in case.values}
    for key in _in_order((), proposed | given.keys()):
        if key in proposed:
            lines += _key(key, list(several(case.values, key)))
        else:
            lines += key_lines(key, given[key], "")
    if "status" not in proposed | given.keys():
        lines += key_lines("status", "draft", "")
    return "\n".join(lines) + "\n"


def comment(text: str, indent: str = "") -> str:
    """Write a text as one line of comment, in which nothing personal is left."""
    return f"{indent}# {mask_personal_data(' '.join(text.split()))}"


def remarks(values: Sequence[ProposedValue], indent: str = "") -> list[str]:
    """Write what stands above values: where they come from, each place once, then each doubt."""
    places = dict.fromkeys(one.origin.chinese for one in values)
    doubts = dict.fromkeys(one.doubt for one in values if one.doubt)
    # Names of files and sheets are masked where they are read; rows and columns are nobody's.
    lines = [f"{indent}# 来自 {'、'.join(places)}"]
    return lines + [comment(f"{DOUBTFUL}{doubt}", indent) for doubt in doubts]


def _in_order(path: Path, keys: set[str]) -> list[str]:
    order = _order(tuple(step for step in path if isinstance(step, str)))
    return sorted(keys, key=lambda key: (order.get(key, len(order)), key))


@cache
def _order(path: tuple[str, ...]) -> dict[str, int]:
    return {key: at for at, key in enumerate(Labels.of(Case).keys_at(path))}


def _key(key: str, values: list[ProposedValue]) -> Iterator[str]:
    """Write an outermost key: one remark for all of it, or one for each part where they come from several places."""
    sources = {(one.origin, one.doubt) for one in values}
    if len(sources) == 1 or any(len(one.path) == 1 for one in values):
        yield from remarks(values)
        yield from key_lines(key, _sorted_value((key,), nested((one.path[1:], one.value) for one in values)), "")
        return
    yield f"{key}:"
    for step in _parts(key, values):
        own = [one for one in values if one.path[1] == step]
        value = _sorted_value((key, step), nested((one.path[2:], one.value) for one in own))
        yield from remarks(own, STEP)
        yield from item_lines(value, STEP) if isinstance(step, int) else key_lines(step, value, STEP)


def _parts(key: str, values: list[ProposedValue]) -> list[int] | list[str]:
    steps = {one.path[1] for one in values}
    numbers = [step for step in steps if isinstance(step, int)]
    return sorted(numbers) if numbers else _in_order((key,), {str(step) for step in steps})


def _sorted_value(path: Path, value: Any) -> Any:
    """Put the keys of a value into the model's order."""
    if isinstance(value, list):
        return [_sorted_value((*path, at), one) for at, one in enumerate(value)]
    if isinstance(value, dict):
        return {key: _sorted_value((*path, key), value[key]) for key in _in_order(path, {*value})}
    return value
