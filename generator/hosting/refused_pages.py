"""Written pages that the host must not begin to read."""

from contextlib import suppress
from pathlib import Path

from mkdocs.structure.files import File

from generator.hosting.open_brackets import line_that_holds_up


def refusal_of(file: File) -> str:
    """Say why a page is refused, in words that follow its path; empty for nearly all.

    A pipe or a device would be read for ever; some texts keep the parser of the host busy for minutes, or without end.
    """
    path = file.abs_src_path and Path(file.abs_src_path)
    if path and path.exists() and not path.is_file():
        return "不是普通的文件，而是管道或者设备，读不出来。\n建议：删去它，或者换成一个文本文件。"
    line = None
    # What cannot be read the host says itself.
    with suppress(OSError, UnicodeError):
        line = None if file.generated_by else line_that_holds_up(file.content_string)
    if not line:
        return ""
    return (
        f"第 {line} 行：没有收尾的括号（[、( 或 <）或行首的列表记号太多，读不过来。\n"
        "建议：删去多余的括号和记号；确实要显示的，放进 ``` 围起来的代码块，分成几段。"
    )
