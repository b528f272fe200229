"""What the host says about settings and written pages, in Chinese, with the place in mkdocs.yml where it is known."""

import re

from generator.case.personal import mask_personal_data
from generator.hosting.setting_kinds import SETTINGS, example_of
from generator.outputs.report.excerpt import excerpt_of, visible
from generator.reading.finding import Finding
from generator.reading.settings_file import SettingsFile

_LOADING = r"Failed to load extension '([^\n]+?)'"
_SETTINGS = (
    ("plugins", r'The "(.+?)" plugin is not installed', "没有安装“{0}”这个插件", "删去这一行，或装上它。"),
    ("docs_dir", r"The path '(.+?)' isn't an existing", "没有 {0} 这个文件夹", "建立它，或改写成 docs_dir: content。"),
    ("docs_dir", r"The 'docs_dir' should not be the parent", "docs_dir 不能是整个项目", "写成 docs_dir: content。"),
    ("site_dir", r"The '.+' should not be within", "网站的文件夹和 content 一个在另一个里面", "写成 site_dir: site。"),
    ("theme", r"The path set in custom_dir \('(.+?)'\)", "没有 {0} 这个文件夹", "建立它，或删去 custom_dir。"),
    ("markdown_extensions", rf"{_LOADING}\.\n.*(?:ModuleNotFoundError|AttributeError)",
     "没有“{0}”这个扩展", "核对拼写，或删去它，例如只写 tables。"),
    ("markdown_extensions", _LOADING, "“{0}”这个扩展的设置不对", "删去它下面的设置。"),
    (".*", r"The path '(.+?)' isn't an existing", "没有 {0} 这个文件", "建立它，或删去这一行。"),
)  # fmt: skip
"""Setting, what the host says, what we say, and what to do; patterns of regular expressions."""

_PAGES = (
    (r"Encoding error reading file: (.+)", "{0} 不是 UTF-8 编码，请用记事本另存为 UTF-8"),
    (r"Error (?:reading|building) page '(.+?)'", "{0} 没有渲染成功"),
    (r"Excluding '(.+?)' from the site because it conflicts with '(.+?)'", "{0} 没有收入网站，它和 {1} 是同一个网址"),
    (r"Template skipped: '(.+?)'", "mkdocs.yml 的 extra_templates 里写的 {0} 没有用上，content 里没有它，或者它是空的"),
    (r"Error reading template '(.+?)'", "mkdocs.yml 的 extra_templates 里写的 {0} 读不了"),
)
_CHINESE = re.compile("[\u4e00-\u9fff].*。$", re.DOTALL)
"""What is our own."""
_PLACE = re.compile(r"line (\d+), column (\d+)")


def chinese(said: str) -> str:
    """Put one message of the host about a page into Chinese; what it seldom says is quoted."""
    for pattern, words in _PAGES:
        if found := re.match(pattern, said, re.DOTALL):
            return f"{words.format(*found.groups())}。"
    return said if _CHINESE.search(said) else f"MkDocs 提醒说：“{said}”。"


def setting_fault(file: SettingsFile, key: str, said: str) -> Finding:
    """Word why the host refuses a setting."""
    name = key.partition("[")[0].partition(".")[0]
    for pattern, words, message, hint in _SETTINGS:
        if re.fullmatch(pattern, name) and (found := re.match(words, said, re.DOTALL)):
            path = file.item(name, found[1] if found.groups() else "")
            return file.finding(path, message.format(*found.groups()), f"{name} 写的用不了。", hint)
    if name not in SETTINGS:
        return file.finding((name,), f"没有 {name} 这个设置", "有了它就读不下去。", "删去它。")
    return file.finding(
        (name,), f"{name} 的值不对", "它的值不是这项设置能用的。", f"写成 {example_of(name)}，或删去它。"
    )


def warned(file: SettingsFile, key: str, said: str) -> str:
    """Word what the host warns about in a setting."""
    if found := re.search(r"Unrecognised configuration name: (.+)", said):
        return f"{file.name}：没有 {found[1]} 这个设置，它不起作用，请核对拼写。"
    return notice(file, file.finding((key,), f"{key} 里有一项不对", "它不起作用。", f"写成 {example_of(key)}。"))


def notice(file: SettingsFile, finding: Finding) -> str:
    """Word in one line what does not stop a build."""
    return f"{file.name} 第 {finding.place.line} 行：{visible(finding.message)}。{finding.reason}建议：{finding.hint}"


def unreadable(file: SettingsFile, key: str, error: Exception) -> Finding:
    """Word that reading stopped, at the setting that is to blame, or where the host noticed."""
    if key in SETTINGS:
        return setting_fault(file, key, "")
    if key:
        return file.finding((key,), f"没有 {key} 这个设置", "有了它就读不下去。", "删去它。")
    place = file.finding((), "", "", "").place
    if found := list(_PLACE.finditer(str(error))):
        place = file.place_at(int(found[-1][1]) - 1, int(found[-1][2]) - 1)
    return Finding(place, "这里写得不对，读不下去", "叹号开头的标记、引用或名称用错了。", "把这一处改成普通的文字。")


def worded(path: str, finding: Finding) -> str:
    """Write a fault of the settings as the faults of records are written."""
    place = finding.place
    lines = [f"{path}:{place.line}:{place.column}: 错误：{visible(finding.message)}"]
    if place.excerpt:
        excerpt = excerpt_of(place)
        lines += [f"{place.line:>5} │ {excerpt.line}".rstrip(), f"      │ {excerpt.underline}"]
    lines += [f"  原因：{visible(finding.reason)}", f"  建议：{visible(finding.hint)}"]
    return mask_personal_data("\n".join(lines))
