"""The file that says what unknown headings mean: proposed after an import, filled in by an editor, read by the next."""

from collections.abc import Mapping

from generator.case.model import Case
from generator.case.problem import ERROR, Place, Problem
from generator.case.text import listing
from generator.intake.headings import plain_heading
from generator.reading.documents import parse_document
from generator.reading.labels import Labels
from generator.reading.written_value import scalar_text

_INTRODUCTION = """\
# 列标题对照表：冒号前是表格里的列标题，冒号后是记录里的字段，例如 title、secretary.role、partners.2.name。
# 冒号后面空着的列，导入时不读。填好以后运行：anliji import 表格 --map {name}
# 常用的字段：{keys}。
"""


def render_map(unknown: Mapping[str, str], name: str) -> str:
    """Write the proposal: each heading with the key that it may mean, behind a mark where that is a guess.

    Args:
        unknown: the headings with guesses, see `Incoming.unknown`.
        name: of the file.
    """
    labels = Labels.of(Case)
    keys = listing(f"{key} {label}" for key, label in labels.keys_at(()).items() if key not in _LEFT)
    lines = []
    for heading, guess in unknown.items():
        lines.append(f"{scalar_text(heading)}:{f' {guess}  # 待核：按字面猜的' if guess else ''}")
    return _INTRODUCTION.format(name=name, keys=keys) + "\n".join(lines) + "\n"


_LEFT = ("waivers", "withdrawn_reason", "replaced_by", "status", "photos", "attachments")


def parse_map(data: bytes, path: str) -> tuple[dict[str, str], list[Problem]]:
    """Read the file.

    Args:
        data: its bytes.
        path: as problems name it.

    Returns:
        The headings with their keys, and what is wrong with the file.
    """
    document = parse_document(path, data)
    labels = Labels.of(Case)
    found: dict[str, str] = {}
    problems: list[Problem] = []
    if document.faults:
        line = min(fault.place.line for fault in document.faults)
        return {}, [
            _problem(path, line, "没有读成“列标题: 字段”", "每一行应当是列标题、半角冒号、空格和字段。", "列标题")
        ]
    lines = {key: line for line, text in enumerate(document.lines, 1) for key in document.value if text.startswith(key)}
    for heading, key in document.value.items():
        line = lines.get(heading, 1)
        text = key.strip() if isinstance(key, str) else ""
        steps = tuple(step for step in text.split(".") if step and not step.isdigit())
        if steps != ("id",) and text and not _is_key(labels, steps):
            reason = f"没有“{text}”这个字段。"
            problems.append(_problem(path, line, f"“{heading}”对应的字段不对", reason, heading))
        elif plain_heading(str(heading)):
            found[str(heading)] = text
    return found, problems


def _is_key(labels: Labels, steps: tuple[str, ...]) -> bool:
    return bool(steps) and steps[-1] in labels.keys_at(steps[:-1])


def _problem(path: str, line: int, message: str, reason: str, heading: object) -> Problem:
    hint = f"改成一个字段，例如“{heading}: title”；不要这一列，冒号后面空着。"
    return Problem(path, Place(line, 1), "heading-map", ERROR, message, reason, hint)
