"""Which names of files not every system can have: those that Windows refuses, and those that it takes for one."""

import re
import unicodedata

MAX_BYTES = 200
"""The longest name in bytes of UTF-8: systems allow 255, and copies of photos get an ending more."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\.|$)", re.IGNORECASE)
_REFUSED = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')


def why_refused(name: str) -> str:
    """Say in Chinese why another system refuses a name; empty where none does."""
    device, refused = _DEVICE.match(name), _REFUSED.search(name)
    size = len(name.encode(errors="surrogatepass"))
    if device:
        return f"“{device[0].strip(' .')}”是 Windows 的设备名，文件不能叫这个名字。"
    if refused:
        return f"Windows 的文件名里不能有“{refused[0]}”。" if refused[0].isprintable() else "文件名里有控制字符。"
    if name[-1] in ". ":
        return f"Windows 会去掉末尾的{'句点' if name[-1] == '.' else '空格'}，文件就找不到了。"
    if size > MAX_BYTES:
        return f"文件名有 {size} 个字节（一个汉字 3 个），最多 {MAX_BYTES} 个；更长的在有的系统上存不下。"
    return ""


def folded(name: str) -> str:
    """Give what names have in common that some systems take for one: other case, composed in another way."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def portable(name: str) -> str:
    """Give a name like this one that every system takes."""
    stem, dot, ending = name.rstrip(". ").rpartition(".")
    plain = _REFUSED.sub("-", stem or ending).strip(" .-") or "file"
    if _DEVICE.match(plain):
        first, *others = plain.split(".")
        plain = ".".join((f"{first.strip()}-1", *others))
    while len(plain.encode(errors="surrogatepass")) > MAX_BYTES // 2:
        plain = plain[:-1]
    return f"{plain}.{_REFUSED.sub('', ending)}" if dot else plain
