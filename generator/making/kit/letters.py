"""Letters as Word files: a template that an office may change, filled."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from generator.making.errors import UserError
from generator.making.kit.steady import steady


class LetterTemplate:
    """A template, looked through before the first letter is written."""

    def __init__(self, name: str, data: bytes, known: Mapping[str, str]) -> None:
        """Read it.

        Args:
            name: the file's, for messages.
            data: its bytes.
            known: the variables that it may name.

        Raises:
            UserError: it is no Word file, its marks are broken, or it names a variable that no letter has.
        """
        from docxtpl import DocxTemplate  # noqa: PLC0415 (only who writes letters waits for it)
        from jinja2 import StrictUndefined, TemplateError  # noqa: PLC0415
        from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415

        self._name, self._data, self._fault = name, data, TemplateError
        self._environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
        self._open = DocxTemplate
        try:
            named: set[str] = DocxTemplate(io.BytesIO(data)).get_undeclared_template_variables(self._environment)
        except TemplateError as error:
            raise self._broken(error) from error
        except (KeyError, ValueError, OSError, zipfile.BadZipFile, SyntaxError) as error:
            raise UserError(f"信件的模板 {name} 打不开：不是 Word 文件（docx），或者已经损坏。\n{_AGAIN}") from error
        unknown = sorted(named - known.keys())
        if unknown:
            raise UserError(
                f"信件的模板 {name} 里写的“{'、'.join(unknown)}”不是能用的变量。\n"
                f"能用的有：{'、'.join(known)}。各是什么意思，见手册“收集案例”。"
            )

    def filled(self, values: Mapping[str, Any]) -> bytes:
        """Give a letter; the same values give the same bytes.

        Raises:
            UserError: the template names a part of a variable that it does not have.
        """
        template = self._open(io.BytesIO(self._data))
        written = io.BytesIO()
        try:
            template.render(dict(values), self._environment)
        except self._fault as error:
            raise self._broken(error) from error
        template.save(written)
        return steady(written.getvalue())

    def _broken(self, error: Exception) -> UserError:
        return UserError(
            f"信件的模板 {self._name} 里，花括号里的内容有错（{error}）。\n"
            "for 要有 endfor，if 要有 endif，变量的名称要写对，写法见手册“收集案例”。\n" + _AGAIN
        )


_AGAIN = "改不好的，删去这个文件，再运行 anliji letters --templates，程序会重新放一份。"
