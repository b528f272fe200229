"""What stands below `theme` in mkdocs.yml: what works there, and what does not."""

from collections.abc import Iterator

from generator.hosting.settings_file import SettingsFile, children, kind_of
from generator.reading.finding import Finding

WORKING = ("name", "custom_dir", "logo", "favicon", "palette")
_OWN = ("styles", "scripts", "static_templates", "extends")
"""What the theme says of itself; a project that changes it has no pages."""
_CHINESE = ("language", "locale")


def theme_faults(file: SettingsFile) -> Iterator[Finding]:
    """Find what below `theme` would leave the site without pages or styles."""
    for key, node in children(file.top.get("theme")):
        path = ("theme", key)
        if key in _OWN:
            yield file.finding(path, f"theme 里没有 {key} 这个设置", "它是主题自己用的。", "删去它。")
        elif key in _CHINESE and not (kind_of(node) == "text" and node.value.lower().startswith("zh")):
            yield file.finding(path, f"theme.{key} 只能是中文", "网站的页面只有中文的。", f"写成 {key}: zh，或删去它。")
        elif key in ("custom_dir", "logo", "favicon") and kind_of(node) not in ("text", "nothing", "made"):
            yield file.finding(
                path, f"theme.{key} 的值不对", "这里要写一段文字。", f"写成路径，例如 {key}: images/{key}.png。"
            )


def theme_notices(file: SettingsFile) -> Iterator[Finding]:
    """Find what below `theme` is meant for other themes."""
    for key, _ in children(file.top.get("theme")):
        if key not in (*WORKING, *_OWN, *_CHINESE):
            yield file.finding(("theme", key), f"theme.{key} 不起作用", "这个网站的主题没有它。", "删去它。")
