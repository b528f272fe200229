"""The empty record that `anliji new` writes: every key with its explanation, made from the model."""

from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.case.labels import field_about, field_label, inner_model, is_used
from generator.case.model import SECTIONS, Case
from generator.case.programme import Programme
from generator.case.required_keys import is_required
from generator.case.task import Task
from generator.case.text import listing
from generator.reading.labels import record_fields

_LATER = ("waivers", "status", "withdrawn_reason", "replaced_by")


def render_record_template(task: Task, programme: Programme) -> str:
    """Draw an empty record of a task: required keys are ready to be filled in, optional ones are behind `#`."""
    lines = [
        "# 案例记录。冒号和井号用半角；冒号后面空一格；以 # 开头的行只是说明。",
        "# 不需要的项目不用删，去掉行首的“# ”就启用。写好后运行 anliji check。",
        "",
    ]
    for key, field in record_fields(Case):
        if key not in _LATER and is_used(Case, key, programme):
            lines += [*_key(key, field, task, programme), ""]
    return "\n".join([*lines, *_status(programme)]) + "\n"


def _key(key: str, field: FieldInfo, task: Task, programme: Programme) -> Iterator[str]:
    must = is_required(Case, key, programme)
    label, about = field_label(Case, key, field, programme), field_about(Case, key, programme)
    yield f"# {label}{'（必填）' if must else ''}：{about}"
    inner = inner_model(field.annotation)
    if inner and key != "sources":
        labels = (f"{name} {programme.label_of.get(f'{key}.{name}', usual)}" for name, usual in model_keys(inner))
        yield f"# {'；'.join(labels)}。"
    yield from _choices(key, task, programme)
    if key == "task":
        yield f"task: {task.name}"
    elif key in SECTIONS:
        yield f"# {key}: |"
        yield "#   在这里写正文，每行前面空两格。"
    elif key == "sources":
        # One source or a permission is required, so this part is ready to be filled in.
        yield "sources:"
        yield "  - title: "
        yield "    publisher: "
        yield "#     url: https://"
        yield "#     date: "
    elif inner:
        yield f"# {key}:"
        yield from (f"#   {line}" for line in _inner(field, inner))
    elif must and "tuple" not in str(field.annotation):
        yield f"{key}: "
    elif "tuple" in str(field.annotation):
        yield f"# {key}:"
        yield "#   - "
    else:
        yield f"# {key}: "


def model_keys(model: type) -> list[tuple[str, str]]:
    """Give a part's keys with their labels."""
    return [(key, field.title or key) for key, field in record_fields(model)]


def _inner(field: FieldInfo, model: type[BaseModel]) -> Iterator[str]:
    """Write the keys of a part; of a list inside it those of its items that are required, behind a `#` of their own."""
    is_list = "tuple" in str(field.annotation)
    for number, (key, inside) in enumerate(record_fields(model)):
        lead = "" if not is_list else "- " if number == 0 else "  "
        yield f"{lead}{key}: "
        inner = inner_model(inside.annotation)
        if inner:
            needed = [name for name, one in record_fields(inner) if one.is_required()]
            yield from (f"{'  ' * is_list}# {'  ' if at else '- '}{name}: " for at, name in enumerate(needed))


def _choices(key: str, task: Task, programme: Programme) -> Iterator[str]:
    if key == "forms":
        yield f"# {task.name}的词：{listing(task.forms.names)}"
    if key == "products":
        yield f"# {task.name}的种类：{listing(task.products.names)}"
    if key == "team":
        yield f"# 类别：{listing(programme.team_kinds.names)}"


def _status(programme: Programme) -> Iterator[str]:
    field = Case.model_fields["status"]
    label, about = field_label(Case, "status", field, programme), field_about(Case, "status", programme)
    yield f"# {label}：{about}"
    yield "status: draft"
