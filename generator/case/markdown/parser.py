"""The parser: CommonMark with tables, strikethrough and footnotes, changed where it surprises Chinese editors."""

from functools import cache, cached_property

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.rules_inline import text as plain_text
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

from generator.case.markdown.in_full import INLINE_MARKS
from generator.case.prose import MAX_NESTING, MAX_NOTE_NAME
from generator.case.text import is_east_asian

_TEXT = [plain_text]


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


_STARTS = {
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "link": "[",
    "image": "!",
    "footnote_ref": "[",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
}
"""With which characters the inline rules begin."""


class _ChineseInline(ParserInline):
    """Uses the state above, and takes text without any mark as it is: most lines of most records.

    At each mark only the rules that may begin with it are tried; the library tries all, and at many more characters.
    """

    def __init__(self) -> None:
        super().__init__()
        self.terminator_re = INLINE_MARKS

    @cached_property
    def _rules(self) -> dict[str, list[RuleFuncInlineType]]:
        found = zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True)
        rules: dict[str, list[RuleFuncInlineType]] = {"]": []}
        for name, rule in found:
            for character in _STARTS.get(name, ""):
                rules.setdefault(character, []).append(rule)
        return rules

    def parse(self, src: str, md: MarkdownIt, env: dict[str, object], tokens: list[Token]) -> list[Token]:  # type: ignore[override]
        if not INLINE_MARKS.search(src):
            tokens.append(Token("text", "", 0, content=src))
            return tokens
        state = _ChineseState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Make tokens of a range of the text."""
        rules, end, src = self._rules, state.posMax, state.src
        while state.pos < end:
            start = state.pos
            possible = rules.get(src[start], _TEXT) if state.level < MAX_NESTING else ()
            if not any(rule(state, False) for rule in possible):
                state.append_pending(src[start])
                state.pos = start + 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 (the library's name)
        """Pass over one token, as when the end of a link is looked for; what was passed is remembered."""
        start = state.pos
        if start in state.cache:
            state.pos = state.cache[start]
            return
        if state.level < MAX_NESTING:
            state.level += 1
            if not any(rule(state, True) for rule in self._rules.get(state.src[start], _TEXT)):
                state.pos = start + 1
            state.level -= 1
        else:
            state.pos = state.posMax
        state.cache[start] = state.pos


def _note_reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (the library's form)
    """Read `[^name]`, unless nothing closes it near by: the plugin would look through the whole text for each."""
    start = state.pos
    if not state.src.startswith("[^", start) or state.src.find("]", start, start + MAX_NOTE_NAME + 3) < 0:
        return False
    return footnote_ref(state, silent)


@cache
def parser() -> MarkdownIt:
    """Give the one parser that all prose is read with."""
    made = MarkdownIt("commonmark", {"html": True, "maxNesting": MAX_NESTING})
    made.inline = _ChineseInline()
    made.configure("commonmark", {"html": True, "maxNesting": MAX_NESTING})
    made.enable(["table", "strikethrough"]).disable(["code", "lheading", "reference"])
    made.use(footnote_plugin, inline=False)
    made.inline.ruler.at("footnote_ref", _note_reference)
    # What a page may carry is judged later; a refused link must not turn into text unnoticed.
    made.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    made.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return made
