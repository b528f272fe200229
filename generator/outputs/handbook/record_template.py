"""The empty record that `anliji new` writes: every key with its explanation, made from the model."""

from collections.abc import Iterator

from pydantic.fields import FieldInfo

from generator.case.model import SECTIONS, Case
from generator.case.programme import Programme, Task
from generator.case.required_keys import is_required
from generator.case.text import listing
from generator.reading.labels import inner_model, record_fields

_LATER = ("waivers", "status", "withdrawn_reason", "replaced_by")


def render_record_template(task: Task, programme: Programme) -> str:
    """Draw an empty record of a task: required keys are ready to be filled in, optional ones are behind `#`."""
    lines = [
        "# 案例记录。冒号和井号用半角；冒号后面空一格；以 # 开头的行只是说明。",
        "# 不需要的项目不用删，去掉行首的“# ”就启用。写好后运行 anliji check。",
        "",
    ]
    for key, field in record_fields(Case):
        if key not in _LATER:
            lines += [*_key(key, field, task, programme), ""]
    return "\n".join([*lines, *_status()]) + "\n"


def _key(key: str, field: FieldInfo, task: Task, programme: Programme) -> Iterator[str]:
    is_needed = is_required(Case, key, programme)
    required = "（必填）" if is_needed else ""
    yield f"# {field.title}{required}：{programme.explain(field.description or '')}"
    inner = inner_model(field.annotation)
    if inner and key != "sources":
        yield f"# {'；'.join(f'{name} {label}' for name, label in model_keys(inner))}。"
    yield from _choices(key, task)
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
        yield from (f"#   {line}" for line in _inner(field, model_keys(inner)))
    elif is_needed:
        yield f"{key}: "
    elif "tuple" in str(field.annotation):
        yield f"# {key}:"
        yield "#   - "
    else:
        yield f"# {key}: "


def model_keys(model: type) -> list[tuple[str, str]]:
    """Give a part's keys with their labels."""
    return [(key, field.title or key) for key, field in record_fields(model)]


def _inner(field: FieldInfo, keys: list[tuple[str, str]]) -> Iterator[str]:
    is_list = "tuple" in str(field.annotation)
    for number, (key, _) in enumerate(keys):
        lead = "" if not is_list else "- " if number == 0 else "  "
        yield f"{lead}{key}: "


def _choices(key: str, task: Task) -> Iterator[str]:
    if key == "forms":
        yield f"# {task.name}的词：{listing(task.forms.names)}"
    if key == "products":
        yield f"# {task.name}的种类：{listing(task.products.names)}"


def _status() -> Iterator[str]:
    field = Case.model_fields["status"]
    yield f"# {field.title}：{field.description}"
    yield "status: draft"
