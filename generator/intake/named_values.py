"""What the names of a file and its folders say of a case: what its document leaves out, settles, or says otherwise."""

from dataclasses import replace

from generator.case.text import shorten
from generator.intake.bare_text import bare_text
from generator.intake.bodies import is_about_division
from generator.intake.file_names import NamedCase
from generator.intake.proposal import Origin, Path, ProposedValue

LONGEST_TITLE = 40
Values = dict[Path, ProposedValue]


def add_names(values: Values, named: NamedCase, file: str) -> None:
    """Compare the values of a document with names, and add what only these say.

    Args:
        values: by their paths; changed.
        named: what the names say.
        file: the name, for origins.
    """
    _title(values, named, file)
    _university(values, named, file)
    if named.branch and not any(path[0] in ("branch", "branches", "team") for path in values):
        _add(values, "branch", named.branch, file, "文中没有写支部，取自文件名或文件夹名")
    task = values.get(("task",))
    if task is None and named.task:
        _add(values, "task", named.task, file, "")
    elif task and named.task and task.value != named.task:
        add_doubt(values, ("task",), f"文件名或文件夹名里写的是“{named.task}”")


def add_doubt(values: Values, path: Path, doubt: str) -> None:
    """Add a doubt to those that a value has."""
    old = values[path]
    values[path] = replace(old, doubt="；".join(filter(None, (old.doubt, doubt))))


def _add(values: Values, key: str, value: str, file: str, doubt: str) -> None:
    values[(key,)] = ProposedValue((key,), value, Origin(file), doubt)


def _title(values: Values, named: NamedCase, file: str) -> None:
    title = values.get(("title",))
    if title is None:
        if named.title or named.folder_title:
            where = "文件名" if named.title else "文件夹名"
            _add(values, "title", named.title or named.folder_title, file, f"文中没有标题，取自{where}")
    elif named.title and _differ(str(title.value), named.title):
        add_doubt(values, title.path, f"文件名里写的是“{shorten(named.title, LONGEST_TITLE)}”")
    elif named.title and bare_text(str(title.value)) == bare_text(named.title):
        values[title.path] = replace(title, doubt="")


def _university(values: Values, named: NamedCase, file: str) -> None:
    own = values.get(("university",)) or values.get(("universities", 0))
    if not named.university:
        return
    if own is None:
        _add(values, "university", named.university, file, "文中没有写学校，取自文件名或文件夹名")
    elif named.university != own.value:
        add_doubt(values, own.path, f"文件名或文件夹名里写的是“{named.university}”")
    else:
        _settle(values, own)


def _settle(values: Values, university: ProposedValue) -> None:
    """Take the doubts away that the name of a university raised, and what stands behind it in its line."""
    for path in (university.path, ("school",), ("branch",)):
        own = values.get(path)
        if own and (own is university or (own.origin == university.origin and is_about_division(own.doubt))):
            values[path] = replace(own, doubt="")


def _differ(one: str, other: str) -> bool:
    """Check whether two titles are of different cases: neither is in the other, and most letters are others."""
    one, other = bare_text(one), bare_text(other)
    return one not in other and other not in one and len({*one} & {*other}) * 2 <= len({*other})
