"""What stands above the first section of a document: its title, and lines that say whose it is and of when."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from generator.case.markdown.meant.numbers import number_of
from generator.case.text import count_han, joined_lines
from generator.intake.bodies import read_universities
from generator.intake.cells import unspread
from generator.intake.document import Block, Paragraph
from generator.intake.outline import Heading
from generator.intake.proposal import DOUBTFUL
from generator.intake.section_words import part_of, run_in

_LONGEST_TITLE = 60
_LONGEST_LINE = 60
_KIND = re.compile(r"[“”\"《》【】（）()\s]|类?(?:典型|优秀)?案例$|类$")
"""What stands around the name of a task above a title: “某某”类案例."""
_LOOKED_AT = 12
"""Blocks among which a title is looked for."""
_FEWEST = 2
_LARGER = 1.5
"""Points by which a title is larger than the text."""
_DATE = re.compile(
    r"[（(]?(?:19|20|二〇|二零)[\d〇零一二三四五六七八九]{2}\s*[年.\-/][\s\d一二三四五六七八九十年月日.\-/]*[）)]?"
)
_BODY = re.compile(r"大学|学院|学校|党校|支部|总支|党委|工作室|团队|研究院|研究所|中心")
_AUTHOR = re.compile(
    r"(?:作者|执笔人?|撰稿人?|供稿|通讯员|报送人|整理|撰写|文/|图/|文字|摄影|编辑|审核|单位联系人)\s*[：:/]?"
)
_LABEL = re.compile(r"^\s*(?:申报|报送|推荐|所在|作者|供稿|牵头)?(?:单位|学校|高校|支部|党支部)(?:名称)?\s*[：:]\s*")
_FORM = re.compile(
    r"(?:申报|推荐|登记|报送|汇总|简况)(?:表|书)$|^附件\s*[0-9一二三四五六七八九十]*\s*[：:]?$|^目\s*录$|^目\s*次$"
    r"|^(?:党?支部)?(?:好|典型|优秀|工作|特色)?案例(?:报送)?(?:材料|文本|正文|展示|报告)?$"
    r"|^[“\"《][^”\"》]{1,8}[”\"》](?:专项)?(?:行动|计划|工程|活动)?(?:典型|优秀|示范)?案例$"
    r"|^(?:第.{1,4}[届批])?.{0,20}(?:案例)?(?:报送|申报|推荐|征集|评选)材料$"
    r"|^关于.{0,30}(?:报送|推荐|申报|征集|评选|上报).{0,20}(?:材料|函|通知|报告|请示|说明)$"
    r"|^[（(【]?(?:案例|作品|项目)?(?:名称|题目|标题|主题)[）)】]?[：:]?$|^来源[：:]|^发布(?:时间|日期)[：:]|浏览(?:次数|量)[：:]"
)
_NAME = re.compile(
    r"(?:大学|学院|学校|党校|支部|总支|党委)(?:（[^（）]*）)?$|^[\u3400-\u9fff]{2,12}(?:大学|学院)|[：:]"
)
_WITH_AUTHORS = re.compile(
    r"([\u3400-\u9fff（）]{2,40}(?:大学|学院|学校|党校|支部|总支|党委))"
    r"(?:(?:副?书记|委员|主任|院长)?"
    r"(?:\s+(?![\u3400-\u9fff]*(?:学院|系|部|院|所|中心)(?:\s|$))[\u3400-\u9fff·]{2,4})+|副?书记)"
)
"""A university or a branch with the names of those who wrote: 示例大学 示例甲 示例乙."""
_SAYS_MORE = re.compile(r"^.*[把让从走送进到在“”！？].*(?:大学|学院|学校|党校|中心|支部)$")
"""A title that ends like a name: 把党课送进乡村学校; taken for one only where nothing else is."""
_BRACKETED = re.compile(r"[（(【\[]([^（()）【】\[\]]*)[)）】\]]")
_SUBTITLE = re.compile(r"^\s*(?:——|—|--|－－|──)\s*")
_SENTENCE = re.compile(r"[。！？；]")
_COUNT = re.compile(
    r"^\s*案例(?:\s*[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|之[一二三四五六七八九十])\s*[：:、.．]?\s*(?=\S)"
)
_BLANK = re.compile(r"[×xX＊*_＿\s]{3,}|[.…]{3,}")
"""What forms print where a title is to be written."""


@dataclass
class TitlePage:
    """What was found."""

    title: str = ""
    doubt: str = ""
    """What is to be looked at about the title."""
    subtitle: str = ""
    title_paragraph: int = 0
    is_sure: bool = False
    """Whether its style, or its size and place, say that it is the title."""
    bodies: list[tuple[str, int]] = field(default_factory=list)
    """Lines that name a university or a branch, with their paragraphs."""
    bracketed: list[tuple[str, int]] = field(default_factory=list)
    """Other lines that are wholly in brackets, without them."""
    notes: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    """The places of the blocks that are part of it."""


def title_page(
    blocks: Sequence[Block], headings: dict[int, Heading], body_size: float, taken: Container[int]
) -> TitlePage:
    """Read the blocks above the text, but those that something else has taken."""
    page = TitlePage()
    end = next((at for at, one in headings.items() if _begins_text(blocks[at], one, body_size)), len(blocks))
    with_text = [at for at in range(len(blocks)) if at not in taken and _has_text(blocks[at])]
    top = [at for at in with_text if at < end][:_LOOKED_AT]
    title = _only_highest(blocks, headings)
    if title is None or title in taken:
        title = _find_title(blocks, top, body_size)
    else:
        top = [at for at in with_text if at < max(_LOOKED_AT, title + 1) and (at <= title or at not in headings)]
    if title is not None:
        _take_title(page, blocks, top, title)
        _take_above(page, blocks, top[: top.index(title)])
        own = _paragraph(blocks[title])
        page.is_sure = not _is_name(own.text) and (_is_title(own, body_size) or own.outline > 0)
    _take_lines(page, blocks, [at for at in top if at not in page.used and (title is None or at > title)])
    return page


def _has_text(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.text)


def _paragraph(block: Block) -> Paragraph:
    assert isinstance(block, Paragraph)  # noqa: S101
    return block


def _is_title(block: Block, body_size: float) -> bool:
    if not isinstance(block, Paragraph):
        return False
    is_large = block.size >= body_size + _LARGER
    return block.outline < 0 or (block.centred and is_large and number_of(block.whole) is None)


def _begins_text(block: Block, heading: Heading, body_size: float) -> bool:
    """Check whether a heading is the first of the text, and not a title in bold."""
    if _is_title(block, body_size):
        return False
    is_real = isinstance(block, Paragraph) and block.outline > 0
    return is_real or part_of(heading.words) is not None or number_of(heading.words) is not None


def _only_highest(blocks: Sequence[Block], headings: dict[int, Heading]) -> int | None:
    """Find a title that was made a heading of the highest level: it is the first, and no other has its level."""
    real = [at for at in headings if isinstance(one := blocks[at], Paragraph) and one.outline > 0]
    if len(real) < _FEWEST or part_of(headings[real[0]].words) or number_of(headings[real[0]].words):
        return None
    levels = [headings[at].rank for at in real]
    others = (headings[at].words for at in real[1:] if headings[at].rank == levels[0])
    if all(part_of(one) or number_of(one) for one in others):
        # The others of its level are sections, and it is none.
        levels[0] -= 1
    first = next((at for at, one in enumerate(blocks) if _has_text(one)), None)
    is_alone = levels[0] < min(levels[1:]) and real[0] in range((first or 0) + 3)
    return real[0] if is_alone else None


def _find_title(blocks: Sequence[Block], top: Sequence[int], body_size: float) -> int | None:
    """Find the title: by its style, else by its place and size, else the first line if it is short."""
    possible = [at for at in top if _may_be_title(_paragraph(blocks[at]))]
    lines = [at for at in possible if not _is_name(_paragraph(blocks[at]).text)]
    lines = lines or [at for at in possible if _SAYS_MORE.search(_paragraph(blocks[at]).text)]
    styled = [at for at in possible if _paragraph(blocks[at]).outline < 0]
    large = [at for at in lines if _is_title(blocks[at], body_size)]
    if styled or large:
        return (styled or large)[0]
    centred = [at for at in lines if _paragraph(blocks[at]).centred or _paragraph(blocks[at]).is_bold]
    if centred and centred[0] in top[:3]:
        return centred[0]
    rest = [at for at in top if not _FORM.search(_paragraph(blocks[at]).text)]
    return lines[0] if lines and lines[0] == next(iter(rest), None) else None


def _may_be_title(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if not text or len(text) > _LONGEST_TITLE or _SENTENCE.search(text) or _FORM.search(text) or run_in(text):
        return False
    if _BRACKETED.fullmatch(text) or _BLANK.fullmatch(text):
        return False
    return not _DATE.fullmatch(text) and not _AUTHOR.match(text) and not _LABEL.match(text) and not paragraph.mark


def _take_title(page: TitlePage, blocks: Sequence[Block], top: Sequence[int], at: int) -> None:
    first = _paragraph(blocks[at])
    lines = ["".join(one.text for one in first.pieces)]
    page.used.add(at)
    page.title_paragraph = first.number
    for other in top[top.index(at) + 1 :]:
        block = _paragraph(blocks[other])
        is_subtitle = _SUBTITLE.match(block.text) is not None and len(block.text) <= _LONGEST_TITLE
        is_same = block.centred == first.centred and block.size == first.size and block.is_bold == first.is_bold
        goes_on = is_same and (first.centred or first.outline < 0) and block.outline == first.outline
        if not is_subtitle and not (goes_on and _goes_on(block, lines[0])):
            break
        lines.append(block.text)
        page.used.add(other)
    parts = [piece for line in lines for piece in line.split("\n") if piece.strip()]
    page.title, page.subtitle = _parted(parts)
    if len(parts) > 1 and not _SUBTITLE.match(parts[1]):
        page.doubt = "标题原来分成几行，连成了一行"


def _goes_on(block: Paragraph, first: str) -> bool:
    """Check whether a line of a title's look is more of it, and not who wrote it, nor the title again."""
    is_other = is_body_line(block.text) or _WITH_AUTHORS.fullmatch(block.text) is not None
    return _may_be_title(block) and not is_other and block.text != first.strip()


def _parted(lines: Sequence[str]) -> tuple[str, str]:
    """Make a title and a subtitle of lines; the dash that introduces a subtitle is left out."""
    at = next((at for at, line in enumerate(lines) if at and _SUBTITLE.match(line)), len(lines))
    own = [unspread(one.strip()) for one in lines[:at]]
    # Lines of one length are clauses of their own; others were only broken.
    is_couplet = len(own) > 1 and len({*map(count_han, own)}) == 1
    title = _COUNT.sub("", " ".join(own) if is_couplet else joined_lines(own))
    subtitle = _SUBTITLE.sub("", joined_lines(lines[at:]))
    if not subtitle:
        title, _, subtitle = title.partition("——")
    return " ".join(unspread(title).strip("《》 ").split()), subtitle.strip(" 《》—")


def may_be_title(text: str) -> bool:
    """Check whether a line by itself may be a title, and is none of what offices print."""
    return 0 < len(text) <= _LONGEST_TITLE and not (_SENTENCE.search(text) or _FORM.search(text) or is_body_line(text))


def is_date_line(text: str) -> bool:
    """Check whether a line is a day or a month and nothing else."""
    return _DATE.fullmatch(text) is not None


def is_body_line(text: str) -> bool:
    """Check whether a line does nothing but name a university or a branch."""
    bare = _LABEL.sub("", text).strip("（()） ")
    ends = re.search(
        r"(?:大学|学院|学校|党校|支部|总支|党委|工作室|团队|研究院|研究所|中心|委员会|部)(?:（[^（）]*）)?$", bare
    )
    return bool(_LABEL.match(text)) or (ends is not None and not re.search(r"[，：——《“]", bare))


def _take_above(page: TitlePage, blocks: Sequence[Block], above: Sequence[int]) -> None:
    """Take what forms and offices print above a title: 附件2, the name of the form, a day, who sends it."""
    for at in above:
        block = _paragraph(blocks[at])
        if _FORM.search(block.text) or _BLANK.fullmatch(block.text) or is_date_line(block.text):
            page.used.add(at)
        elif is_body_line(block.text):
            page.bodies.append((_LABEL.sub("", block.text).strip("（()） "), block.number))
            page.used.add(at)
        elif len(block.text) <= _LONGEST_LINE:
            page.bracketed.append((_KIND.sub("", block.text), block.number))
            page.used.add(at)


def _is_name(text: str) -> bool:
    """Check whether a line looks like the name of a university or a branch, as few titles do."""
    return is_body_line(text) and _NAME.search(text) is not None


def _take_lines(page: TitlePage, blocks: Sequence[Block], rest: Sequence[int]) -> None:
    """Take the lines below the title until the text begins."""
    for at in rest:
        block = _paragraph(blocks[at])
        text = block.text
        if len(text) > _LONGEST_LINE or run_in(text) or (_SENTENCE.search(text) and not _AUTHOR.match(text)):
            break
        if _FORM.search(text) or _BLANK.fullmatch(text):
            if "：" in text:
                page.notes.append(f"{DOUBTFUL}文首的“{text}”没有收入（第{block.number}段），是公开报道的可作出处")
            page.used.add(at)
        elif _DATE.fullmatch(text):
            page.notes.append(f"文首的日期“{text}”没有收入（第{block.number}段）")
            page.used.add(at)
        elif _AUTHOR.match(text):
            page.notes.append(f"文首的署名没有收入（第{block.number}段），本人同意公开的才写进编写人员")
            page.used.add(at)
        elif found := _WITH_AUTHORS.fullmatch(text):
            page.bodies.append((found[1], block.number))
            page.notes.append(f"文首的署名没有收入（第{block.number}段），本人同意公开的才写进编写人员")
            page.used.add(at)
        elif is_body_line(text) or (block.centred and _BODY.search(text)):
            words = _LABEL.sub("", text).strip("（()） ").split()
            page.bodies.append((" ".join(one for one in words if _BODY.search(one)), block.number))
            page.bracketed += [(one, block.number) for one in words if not _BODY.search(one)]
            page.used.add(at)
        elif found := _BRACKETED.fullmatch(text):
            page.bracketed.append((found[1], block.number))
            page.used.add(at)
        else:
            break


def bodies_of(lines: Sequence[tuple[str, int]]) -> Iterator[tuple[str, str, int, str]]:
    """Give what lines name: key, value, paragraph, doubt."""
    for text, number in lines:
        bodies, doubt = read_universities(text)
        if len(bodies) > 1:
            yield from (("universities", one.university, number, doubt) for one in bodies)
            continue
        one = bodies[0]
        if re.search(r"大学|学院$|学校$|党校$", one.university) and not re.search("支部|总支", one.university):
            yield "university", one.university, number, one.doubt
        elif one.university:
            yield "branch", one.university, number, ""
        if one.school:
            yield "school", one.school, number, one.doubt
        if one.branch:
            yield "branch", one.branch, number, one.doubt
