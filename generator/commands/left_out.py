"""What a build says at the end of what readers know and will not find now, in red."""

from collections.abc import Iterator, Sequence

from generator.library.left_out import LeftOut
from generator.outputs.site import addresses

_RED, _PLAIN = "\x1b[1;31m", "\x1b[0m"


def left_out_texts(left_out: Sequence[LeftOut], vanished: Sequence[str] = ()) -> tuple[str, str]:
    """Name each published case and collection that is left out, and each address that is no longer there.

    Args:
        left_out: what was left out.
        vanished: addresses that were published before.

    Returns:
        The text without colours and with them; empty where nothing is left out.
    """
    text = "\n".join(_lines(left_out, vanished))
    return text, f"{_RED}{text}{_PLAIN}" if text else ""


def _lines(left_out: Sequence[LeftOut], vanished: Sequence[str]) -> Iterator[str]:
    if left_out:
        yield f"没有收入 {len(left_out)} 个应当发布的案例或案例集，网址上是“正在修订”的说明："
        yield from (f"  {one.path} → {addresses.left_out_uri(one) if one.has_page else '没有网页'}" for one in left_out)
    if vanished:
        yield f"消失了 {len(vanished)} 个网址："
        yield from (f"  {uri}" for uri in vanished)
