"""What a check found, as text. The caller decides where it goes."""

from generator.outputs.report.machine import render_github, render_json
from generator.outputs.report.mended import render_mended, render_repairs
from generator.outputs.report.page import render_html
from generator.outputs.report.text import render_problem, render_summary, render_text

__all__ = [
    "render_github",
    "render_html",
    "render_json",
    "render_mended",
    "render_problem",
    "render_repairs",
    "render_summary",
    "render_text",
]
