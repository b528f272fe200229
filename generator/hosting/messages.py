"""What the host says about settings and written pages, in Chinese; what it seldom says is passed on as it is."""

import re

_SAID = (
    (r"Config value '(plugins)': The \"(.+?)\" plugin is not installed", "没有安装“{1}”这个插件，请删去这一行或装上它"),
    (r"Config value '(docs_dir)': The path '(.+?)' isn't an existing", "没有 {1} 这个文件夹，请建立它或改写 docs_dir"),
    (r"Config value '(theme)': Unrecognised theme name: '(.+?)'", "没有“{1}”这个主题，请写 name: anliji"),
    (r"Config value '(site_name)': Required configuration not provided", "没有写网站的名称，请写 site_name: 案例集"),
    (r"Config value '(site_dir)': The '.+' should not be within", "网站的文件夹和 content 不能一个在另一个里面"),
    (r"Config value '.*': Unrecognised configuration name: (.+)", "没有 {0} 这个设置，它不起作用，请核对拼写"),
    (r"Config value '(.+?)': (.+)", "{0} 的值不对（{1}）"),
)
_PAGES = (
    (r"A reference to '(.+?)' is included in the 'nav'.+not found", "mkdocs.yml 的 nav 里写的 {0} 不存在"),
    (r"Doc file '(.+?)' contains a link '(.+?)', but the target", "{0} 里的链接 {1} 没有对应的文件"),
    (r"Doc file '(.+?)' contains a link '(.+?)', but", "{0} 里的链接 {1} 在那一页里没有对应的位置"),
    (r"Doc file '(.+?)' contains an .+ link '(.+?)',", "{0} 里的链接 {1} 认不出来，请写到文件为止，例如 about.md"),
    (r"Encoding error reading file: (.+)", "{0} 不是 UTF-8 编码，请用记事本另存为 UTF-8"),
    (r"Error (?:reading|building) page '(.+?)'", "{0} 没有渲染成功"),
    (r"Excluding '(.+?)' from the site because it conflicts with '(.+?)'", "{0} 没有收入网站，它和 {1} 是同一个网址"),
)
_SYNTAX = re.compile(r"error parsing the configuration file:.*?(?:line (\d+), column (\d+))", re.DOTALL)
_NO_TEXT = re.compile(r"error parsing the configuration file: .*unacceptable character", re.DOTALL)
_NO_KEYS = re.compile(r"The configuration is invalid\. Expected a key-value mapping")


def chinese(said: str) -> str:
    """Put one message of the host into Chinese."""
    if _NO_TEXT.search(said):
        return "mkdocs.yml 不是 UTF-8 编码，请用记事本另存为 UTF-8。"
    if _NO_KEYS.search(said):
        return "mkdocs.yml 里没有一项设置写成“名称: 值”，例如 site_name: 案例集。"
    if syntax := list(_SYNTAX.finditer(said)):
        line, column = syntax[-1].groups()
        return f"mkdocs.yml 第 {line} 行第 {column} 个字符附近写得不对；请核对缩进、引号和冒号。"
    for lead, rows in (("mkdocs.yml：", _SAID), ("", _PAGES)):
        for pattern, words in rows:
            if found := re.match(pattern, said, re.DOTALL):
                return f"{lead}{words.format(*found.groups())}。"
    return said
