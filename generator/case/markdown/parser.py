"""The parser: CommonMark with tables, strikethrough and footnotes, changed where it surprises Chinese editors."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from generator.case.text import is_east_asian

INLINE_MARKS = re.compile(r"[\n\\`*_~\[\]!<&]")
"""What may be a mark inside a paragraph."""
MAX_NESTING = 20


class _ChineseState(StateInline):
    """Lets emphasis open and close between a Chinese character and punctuation.

    CommonMark leaves `**“强国行”**专项` unemphasised (https://github.com/commonmark/commonmark-spec/issues/650)
    because it expects white space between words.
    """

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: FBT001, N802, N803 (the library's name)
        scanned = super().scanDelims(start, canSplitWord)
        if not canSplitWord:
            return scanned
        before = self.src[start - 1] if start else " "
        end = start + scanned.length
        after = self.src[end] if end < self.posMax else " "
        if scanned.length == 1 and before.isdigit() and after.isdigit():
            # 3*5 is a product.
            return Scanned(False, False, scanned.length)
        opens = scanned.can_open or (is_east_asian(before) and not after.isspace())
        closes = scanned.can_close or (is_east_asian(after) and not before.isspace())
        return Scanned(opens, closes, scanned.length)


class _ChineseInline(ParserInline):
    """Uses the state above, and takes text without any mark as it is: most lines of most records."""

    def parse(self, src: str, md: MarkdownIt, env: dict[str, object], tokens: list[Token]) -> list[Token]:  # type: ignore[override]
        if not INLINE_MARKS.search(src):
            tokens.append(Token("text", "", 0, content=src))
            return tokens
        state = _ChineseState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


@cache
def parser() -> MarkdownIt:
    """Give the one parser that all prose is read with."""
    made = MarkdownIt("commonmark", {"html": True, "maxNesting": MAX_NESTING})
    made.inline = _ChineseInline()
    made.configure("commonmark", {"html": True, "maxNesting": MAX_NESTING})
    made.enable(["table", "strikethrough"]).disable(["code", "lheading", "reference"])
    made.use(footnote_plugin, inline=False)
    # What a page may carry is judged later; a refused link must not turn into text unnoticed.
    made.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    made.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return made
