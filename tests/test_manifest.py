"""The manifest: every file of a site by size and SHA-256, and whatever is not a manifest refused in words."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.site.addresses import MANIFEST
from generator.outputs.site.manifest import DamagedManifestError, Sum, is_inside, parse_manifest, render_manifest
from tests.each import each

SUMS = {"index.html": Sum.of(b"<p>"), "cases/示例.html": Sum.of("示例".encode()), "empty": Sum.of(b"")}


def told(**changed: Any) -> bytes:
    """Give a manifest with some of its values changed."""
    return json.dumps({**json.loads(render_manifest(SUMS)), **changed}).encode()


def test_manifest_is_sorted_and_does_not_list_itself() -> None:
    """Files stand in the order of their addresses, one a line, whatever order they were written in."""
    text = render_manifest({**SUMS, MANIFEST: Sum.of(b"old")})

    assert text == render_manifest(dict(reversed(SUMS.items())))
    assert [line.partition('"')[2].partition('"')[0] for line in text.splitlines()[1:4]] == [
        "cases/示例.html",
        "empty",
        "index.html",
    ]
    assert '"empty": {"size": 0, "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}' in text


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(is_inside), st.binary()))
def test_manifest_is_read_as_written(contents: dict[str, bytes]) -> None:
    """What is written is read back, whatever files are called."""
    sums = {uri: Sum.of(content) for uri, content in contents.items() if uri != MANIFEST}

    assert parse_manifest(render_manifest(sums).encode()) == sums


def test_manifest_with_a_byte_order_mark() -> None:
    """An editor that was opened on it may put a mark at the beginning, which changes nothing."""
    assert parse_manifest(b"\xef\xbb\xbf" + render_manifest(SUMS).encode()) == SUMS


OUTSIDE = (
    *("../secret", "a/../../b", "/etc/passwd", "//server/share", "C:/x", "c:x", "a\\b", "..", ".", "", "a//b", "a/"),
    *("./a", "a/./b", "a\nb", "a\0b"),
)


@each("uri", OUTSIDE)
def test_addresses_outside_the_site_are_refused(uri: str) -> None:
    """A manifest that leads out of the site, on whatever system, is none."""
    with pytest.raises(DamagedManifestError, match="不是网站里面的文件"):
        parse_manifest(told(files={uri: {"size": 1, "sha256": "0" * 64}}))


@each("uri", ["a", "cases/示例 一.html", "..a", "a..", "a/...", "%2e%2e/a", "ab:c"])
def test_odd_addresses_inside_the_site(uri: str) -> None:
    """Names that only look odd are names."""
    assert is_inside(uri)


@each(
    ("data", "why"),
    [
        (b"", "不是完整的 JSON"),
        (b"\xff\xfe\0", "不是完整的 JSON"),
        (b"[" * 100_000, "不是完整的 JSON"),
        (render_manifest(SUMS).encode()[:-40], "不是完整的 JSON"),
        (b'{"files": {"a": {"size": ' + b"9" * 5_000 + b"}}}", "不是完整的 JSON"),
        (b"null", "没有文件的清单"),
        (b'{"name": "app", "icons": []}', "没有文件的清单"),
        (told(files=[]), "没有文件的清单"),
        (told(version=2), "另一个版本"),
        (render_manifest(SUMS).replace("e3b0", "e3b1").encode(), "改动过"),
        (told(seal=""), "改动过"),
        (told(files={}), "改动过"),
        (b'{"version": 1, "files": {"a": {}, "a": {}}}', "列了两次"),
        *(
            (told(files={"a": row}), "写得不对")
            for row in (
                *(None, [], 1, {}, {"size": 1}, {"size": -1, "sha256": "0" * 64}, {"size": True, "sha256": "0" * 64}),
                *({"size": 1, "sha256": "A" * 64}, {"size": 1, "sha256": 3}, {"size": "1", "sha256": "0" * 64}),
            )
        ),
        (b'{"version": 1, "seal": "", "files": {"\\ud800": {"size": 1, "sha256": "' + b"0" * 64 + b'"}}}', "改动过"),
    ],
)
def test_damaged_manifests(data: bytes, why: str) -> None:
    """What is no manifest, or no longer the one that was written, is said in words."""
    with pytest.raises(DamagedManifestError, match=why):
        parse_manifest(data)
