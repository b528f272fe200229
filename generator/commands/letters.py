"""`anliji letters`: to each university in a Word file what it has to correct, or that it has sent nothing."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
from pydantic_core import PydanticCustomError

from generator import clock, examine, own_lists
from generator.case.date import PartialDate
from generator.case.model import Case
from generator.case.problem import Problem
from generator.commands.invocation import in_folder, project_root, say, stop
from generator.intake.owed import NO_UNIVERSITY, Line, Owed, owed
from generator.making.kit.letter_templates import CORRECTION, REMINDER, packaged_template, packaged_templates
from generator.making.kit.letters import LetterTemplate
from generator.making.project import folder
from generator.making.project.briefs import read_briefs
from generator.making.project.last_check import keep_check
from generator.making.store.last_build import find
from generator.making.terminal.help import ChineseCommand
from generator.making.terminal.progress import Stages
from generator.outputs.letters.letter import (
    VARIABLES,
    CaseRemarks,
    Sender,
    by_title,
    correction_values,
    reminder_values,
)
from generator.outputs.letters.remark import remark_of
from generator.reading.documents import parse_document
from generator.reading.labels import known_keys
from generator.reading.printed_settings import PrintedSettings
from generator.reading.surroundings import Surroundings

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_NAME = 60


@click.command(cls=ChineseCommand)
@click.argument("universities", nargs=-1, metavar="[学校]...")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="文件夹", help="信件写到哪个文件夹。")
@click.option("--by", metavar="日期", help="请学校在哪一天前答复，例如 2026-12-31。")
@click.option("--templates", is_flag=True, help="只把信件的模板放进 content/letters，供修改。")
@in_folder
def letters(universities: tuple[str, ...], output: Path | None, by: str | None, *, templates: bool) -> None:
    """给每所学校写一封信：哪些地方要改、怎样改；没有报送的写催报。不写学校就写全部。"""
    root = project_root()
    if templates:
        _put_templates(root)
        return
    if output is None:
        stop("信件写到哪里？用 -o 指明文件夹，例如 anliji letters -o 信件。")
    correction, reminder = _template(root, CORRECTION), _template(root, REMINDER)
    sender = _sender(root, _day(by) if by else None)
    surroundings, lists = own_lists.read_surroundings(root, clock.today())
    if lists.has_faulty_roster:
        stop(f"{folder.ROSTER} 有错误，不知道该给谁写催报；运行 anliji check 看是哪里，改好再来。")
    stages = Stages()
    found = find(root)
    examination = examine.examine_project(root, stages, found=found)
    keep_check(root, examination.problems, found.sums)
    briefs = [one.brief for one in read_briefs(root, surroundings)]
    table = owed(lists.roster, briefs, {}, surroundings)
    lines = _chosen(table, universities, surroundings)
    problems = _by_case(examination.problems)
    with stages.stage("写信", total=len(lines)):
        made: dict[str, bytes] = {}
        for line in lines:
            remarks = by_title(_remarks(root, line, problems, surroundings))
            if remarks:
                made[_name(CORRECTION, line)] = correction.filled(correction_values(line, remarks, sender))
            elif line.received < (line.due or 0) or not line.received:
                made[_name(REMINDER, line)] = reminder.filled(reminder_values(line, sender))
            stages.advance(1)
    _write(output, made, is_whole=not universities)
    nobody = sum(_university(one.id, table) == "" for one in briefs if folder.case_file(one.id) in problems)
    if nobody and not universities:
        say(f"{NO_UNIVERSITY}的 {nobody} 个案例有问题，没有学校可以写信；运行 anliji check 查看。")


def _day(written: str) -> PartialDate:
    try:
        day = PartialDate.parse(written)
    except PydanticCustomError:
        day = PartialDate(1900)
    return day if day.day else stop("--by 后面写哪一天，例如 --by 2026-12-31。")


def _remarks(
    root: Path, line: Line, problems: Mapping[str, list[Problem]], surroundings: Surroundings
) -> Iterator[CaseRemarks]:
    """Give the cases that a university leads, as far as there is something to say of them."""
    labels = surroundings.programme.labels
    for brief in line.cases:
        path = folder.case_file(brief.id)
        # A case of several universities is the leading one's to mend; the others do not hear of it.
        if brief.universities[:1] != (line.university,) or path not in problems:
            continue
        document = parse_document(path, (root / path).read_bytes(), known_keys(Case, labels))
        yield CaseRemarks(brief.title, tuple(remark_of(one, document, labels) for one in problems[path]))


def _by_case(problems: tuple[Problem, ...]) -> dict[str, list[Problem]]:
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if folder.id_of_case_file(problem.path):
            found[problem.path].append(problem)
    return dict(found)


def _university(case_id: str, table: Owed) -> str:
    brief = next((one for one in table.total.cases if one.id == case_id), None)
    return next(iter(brief.universities), "") if brief else NO_UNIVERSITY


def _chosen(table: Owed, universities: tuple[str, ...], surroundings: Surroundings) -> list[Line]:
    lines = {line.university: line for line in table.lines if line.university != NO_UNIVERSITY}
    if not universities:
        return list(lines.values())
    names = [surroundings.names.name_of("universities", one) for one in universities]
    if unknown := [name for name in names if name not in lines]:
        stop(f"没有“{'、'.join(unknown)}”：报送名单上没有，也没有收到它的案例。")
    return [lines[name] for name in dict.fromkeys(names)]


def _sender(root: Path, by: PartialDate | None) -> Sender:
    settings = PrintedSettings(folder.read_settings(root))
    return Sender(
        office=settings.value("extra", "footer", "organiser"),
        programme=own_lists.read_programme(root).name,
        on=clock.build_day(),
        answer_by=by,
        reply=settings.value("extra", "footer", "contact"),
    )


def _template(root: Path, name: str) -> LetterTemplate:
    path = root / folder.LETTERS / name
    data = path.read_bytes() if path.is_file() else packaged_template(name)
    return LetterTemplate(f"{folder.LETTERS}/{name}", data, VARIABLES)


def _put_templates(root: Path) -> None:
    for name, data in packaged_templates().items():
        path = root / folder.LETTERS / name
        if path.exists():
            say(f"{folder.LETTERS}/{name} 已经有了，没有改动。")
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        say(f"已放好 {folder.LETTERS}/{name}，用 Word 或 WPS 打开修改。")


def _name(template: str, line: Line) -> str:
    kind, _, suffix = template.partition(".")
    university = _FORBIDDEN.sub("_", line.university)[:_LONGEST_NAME].rstrip(" .")
    return f"{kind}-{university}.{suffix}"


def _write(output: Path, made: Mapping[str, bytes], *, is_whole: bool) -> None:
    if output.exists() and not output.is_dir():
        stop(f"{output} 是一个文件，信件要写到文件夹里。")
    output.mkdir(parents=True, exist_ok=True)
    for name, data in made.items():
        (output / name).write_bytes(data)
    kinds = {kind: sum(name.startswith(f"{kind}-") for name in made) for kind in ("修改意见", "催报")}
    told = "，".join(f"{kind} {count} 封" for kind, count in kinds.items() if count)
    say(f"已写入 {output}：{told}。" if told else "没有信要写：没有问题，也都报齐了。")
    earlier = {path.name for kind in kinds for path in output.glob(f"{kind}-*.docx")} - made.keys()
    if earlier and is_whole:
        say(f"文件夹里还有 {len(earlier)} 封以前写的信，这次没有写：{'、'.join(sorted(earlier)[:5])}。寄送前请删去。")
