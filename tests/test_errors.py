"""What stops the program is told in Chinese: what, why, and what to do."""

import errno
import pickle

import pytest

from generator.hosting.messages import chinese
from generator.making.errors import UserError, during, words_of
from tests.each import each


def noted(error: Exception, *doing: str) -> Exception:
    """Give an error with what was being done, the innermost first."""
    for one in doing:
        error.add_note(one)
    return error


@each(
    ("error", "expected"),
    [
        pytest.param(UserError("请换一个。"), "请换一个。", id="told"),
        pytest.param(
            OSError(errno.ENOSPC, "No space left on device", "/a/b"),
            "/a 所在的磁盘满了，没有写完。\n建议：清出一些空间，再运行一次。",
            id="full",
        ),
        pytest.param(
            OSError(errno.ENOSPC, "No space left on device", "/a/b", None, "/c/d"),
            "/c 所在的磁盘满了，没有写完。\n建议：清出一些空间，再运行一次。",
            id="full-while-copying",
        ),
        pytest.param(
            noted(OSError(errno.ENOSPC, "No space left on device"), "index.html", "生成页面"),
            "磁盘满了，没有写完（正在生成页面，index.html）。\n建议：清出一些空间，再运行一次。",
            id="no-name",
        ),
        pytest.param(
            PermissionError(errno.EACCES, "Permission denied", b"/a/b"),
            "不能读写 /a/b：没有读写它的权限，或者别的程序正在使用它。\n"
            "建议：关闭正在使用它的程序，或者改一改它的权限，再运行一次。",
            id="bytes-name",
        ),
        pytest.param(
            OSError(errno.EIO, "Input/output error", "/a/b"),
            "不能读写 /a/b：系统的说明是 Input/output error。\n建议：核对这个文件和磁盘，再运行一次。",
            id="rare",
        ),
    ],
)
def test_words(error: Exception, expected: str) -> None:
    """A refusal of the system names the file, the reason and the way out."""
    assert words_of(error) == expected


@each(
    ("error", "expected"),
    [
        pytest.param(ValueError("甲\n乙"), "程序内部错误：ValueError: 甲", id="lines"),
        pytest.param(KeyError("甲"), "程序内部错误：KeyError: '甲'", id="key"),
        pytest.param(ValueError(), "程序内部错误：ValueError: ", id="silent"),
        pytest.param(OSError("broken data stream"), "程序内部错误：OSError: broken data stream", id="not-the-system"),
        pytest.param(
            noted(ValueError("甲"), "cases/x-01", "读取与检查"),
            "程序内部错误（正在读取与检查，cases/x-01）：ValueError: 甲",
            id="doing",
        ),
    ],
)
def test_our_own_faults(error: Exception, expected: str) -> None:
    """A fault of ours says so in its first line, with what was being done, the stage first."""
    assert words_of(error).splitlines()[0] == expected


def test_notes_survive_another_process() -> None:
    """What was being done in a worker process is still known here."""
    with pytest.raises(ValueError, match="甲") as caught, during("cases/x-01"):
        raise ValueError("甲")

    assert pickle.loads(pickle.dumps(caught.value)).__notes__ == ["cases/x-01"]  # noqa: S301 (our own bytes)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Excluding 'a/README.md' from the site because it conflicts with 'a/index.md'.",
            "a/README.md 没有收入网站，它和 a/index.md 是同一个网址。",
        ),
        ("Error building page 'about.md': x", "about.md 没有渲染成功。"),
        ("Something rare", "MkDocs 提醒说：“Something rare”。"),
    ],
)
def test_words_of_the_host(said: str, expected: str) -> None:
    """What the host often says is put into Chinese; what it seldom says is quoted."""
    assert chinese(said) == expected
