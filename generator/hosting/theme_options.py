"""What stands below `theme` in mkdocs.yml, and the styles and scripts beside it: what works, and what does not."""

from collections.abc import Callable, Iterator

import yaml

from generator.case.colour import LEAST, Colour, colour_of
from generator.case.programme import Programme
from generator.case.text import shorten
from generator.outputs.site.primary_colour import least_contrast
from generator.reading.finding import Finding
from generator.reading.settings_file import Path, SettingsFile, children, kind_of

PICTURES = ("logo", "favicon")
WORKING = ("name", "custom_dir", "palette", *PICTURES)
_OWN = ("styles", "slides", "basket", "compare", "scripts", "static_templates", "extends")
"""What the theme says of itself; a project that changes it has no pages."""
_CHINESE = ("language", "locale")
ADDED = ("extra_css", "extra_javascript")


def theme_faults(file: SettingsFile) -> Iterator[Finding]:
    """Find what below `theme` would leave the site without pages or styles."""
    for key, node in children(file.top.get("theme")):
        path = ("theme", key)
        if key in _OWN:
            yield file.finding(path, f"theme 里没有 {key} 这个设置", "它是主题自己用的。", "删去它。")
        elif key in _CHINESE and not (kind_of(node) == "text" and node.value.lower().startswith("zh")):
            yield file.finding(path, f"theme.{key} 只能是中文", "网站的页面只有中文的。", f"写成 {key}: zh，或删去它。")
        elif key in ("custom_dir", *PICTURES) and kind_of(node) not in ("text", "nothing", "made"):
            example = f"写成路径，例如 {key}: images/{key}.png。"
            yield file.finding(path, f"theme.{key} 的值不对", "这里要写一段文字。", example)


def theme_notices(file: SettingsFile) -> Iterator[Finding]:
    """Find what below `theme` is meant for other themes."""
    for key, _ in children(file.top.get("theme")):
        if key not in (*WORKING, *_OWN, *_CHINESE):
            yield file.finding(("theme", key), f"theme.{key} 不起作用", "这个网站的主题没有它。", "删去它。")


def primary_colour(file: SettingsFile, programme: Programme) -> tuple[Colour | None, list[Finding]]:
    """Give the colour that `theme.palette` puts in the place of the red, and what of the palette has no effect."""
    path: Path = ("theme", "palette")
    node = file.node(path)
    parts = [((*path, step), inner) for step, inner in children(node)] if isinstance(node, yaml.SequenceNode) else []
    chosen: Colour | None = None
    found = []
    if node is not None and kind_of(node) in ("text", "flag"):
        hint = "写成 palette: {primary: '#1a5fb4'}。"
        found.append(file.finding(path, "theme.palette 的值不对", "这里要写一组“名称: 值”。", hint))
    for where, part in parts or ([(path, node)] if node is not None else []):
        for key, value in children(part):
            here = (*where, key)
            if key != "primary":
                why = "深色和浅色由读者的电脑决定，颜色只能改主色 primary。"
                found.append(file.finding(here, f"palette 的 {key} 不起作用", why, "删去它。"))
            elif chosen is None:
                text = value.value if isinstance(value, yaml.ScalarNode) else ""
                chosen, fault = _primary(file, here, text, programme)
                found += fault
    return chosen, found


def _primary(file: SettingsFile, path: Path, text: str, programme: Programme) -> tuple[Colour | None, list[Finding]]:
    colour = colour_of(text)
    if colour is None:
        hint = "写成六位数字的颜色，例如 primary: '#1a5fb4'。"
        return None, [file.finding(path, f"主色写的“{shorten(text)}”不是颜色", "仍用原来的红色。", hint)]
    value = least_contrast(colour, programme)
    if value < LEAST:
        why = f"主色的文字与浅色底的对比度只有 {value:.1f}，不到 {LEAST}，看不清。仍用原来的红色。"
        hint = "换一个深些的颜色，例如 primary: '#1a5fb4'。"
        return None, [file.finding(path, f"主色写的“{shorten(text)}”太浅了", why, hint)]
    return colour, []


def missing_files(file: SettingsFile, exists: Callable[[str], bool]) -> Iterator[tuple[Path, str, Finding]]:
    """Find pictures, styles and scripts that are not among the written files; gives what is written there, too."""
    places: list[tuple[Path, yaml.Node | None]] = [(("theme", key), file.node(("theme", key))) for key in PICTURES]
    for key in ADDED:
        for step, node in children(file.top.get(key)):
            inner = next((value for name, value in children(node) if name == "path"), node)
            places.append(((key, step), inner))
    for path, target in places:
        written = target.value if isinstance(target, yaml.ScalarNode) else ""
        if not written or exists(written):
            continue
        name = ".".join(str(step) for step in path if isinstance(step, str))
        if "//" in written:
            why, hint = "网站不向别的网站要文件，没有网络也能看。", f"把文件放进 content，写成 {name}: 文件名。"
            yield path, written, file.finding(path, f"{name} 写的 {shorten(written, 60)} 在别的网站上", why, hint)
        else:
            why, hint = "content 里没有这个文件，网页上不用它。", "核对文件名，路径从 content 里面写起。"
            yield path, written, file.finding(path, f"{name} 写的 {shorten(written, 60)} 不存在", why, hint)
