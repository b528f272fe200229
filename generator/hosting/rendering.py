"""Renders the pages that people wrote, and the frames of all others, by running MkDocs."""

from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build

from generator.hosting import messages
from generator.hosting.configuration import HostError, Loaded, listening, load, refused, to_blame
from generator.hosting.mkdocs_plugin import PLUGIN, AnlijiPlugin, hosted_of
from generator.outputs.site.hosted import Hosted


def render_host(root: Path, into: Path) -> Hosted:
    """Render the written pages and the frames of a project into a folder.

    Raises:
        HostError: mkdocs.yml or a page is not as the host needs it.
    """
    loaded = load(root, site_dir=str(into))
    with listening() as notices:
        try:
            return _rendered(loaded, notices)
        except HostError:
            raise
        except Exception as error:
            why = list(dict.fromkeys(notices))
            key = to_blame(loaded.file, lambda keys: _rendered(load(root, without=keys, site_dir=str(into)), []))
            if key:
                raise refused(loaded.file, [messages.setting_fault(loaded.file, key, "")]) from error
            if not why:
                raise
            raise HostError("\n".join(["固定页面没有渲染成功，原来的网站没有改动。", *why])) from error


def _rendered(loaded: Loaded, notices: list[str]) -> Hosted:
    config = loaded.config
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, AnlijiPlugin):
        why = "网站的页面由它生成。"
        fault = loaded.file.finding(("plugins",), "plugins 里没有 anliji", why, "加上一行“- anliji”。")
        raise refused(loaded.file, [fault])
    plugin.is_called = True
    # The host's own count of warnings ends in English.
    is_strict, config.strict = config.strict, False
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    told = (*loaded.notices, *notices)
    if is_strict and told:
        raise HostError("\n".join(["固定页面有需要改正的地方，mkdocs.yml 里又写了 strict，没有生成网站：", *told]))
    return hosted_of(config, plugin, told)
