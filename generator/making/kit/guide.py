"""填报说明: what is to be sent, until when, how it is filled in, and what must not be in it."""

from collections.abc import Sequence

from generator.case.model import SECTIONS
from generator.case.programme import Programme
from generator.case.text import chinese_number, listing
from generator.intake.kit_marks import EXAMPLE
from generator.making.kit.asked import Asked, asked_of
from generator.making.kit.call import Call
from generator.making.kit.form_tables import rule_table
from generator.making.kit.official import SECOND_FONT, Official
from generator.making.project.image_files import FORMATS, MOST_PIXELS

BEST_WIDTH, LONGEST_SIDE = 1200, 6000
"""Pixels of a photo: what print wants at least, and what the checks advise at most."""
_LIMITED = ("title", "summary", "keywords", "secretary.name", "significance", *SECTIONS)
_FORMAT_NAMES = {"HEIF": "HEIC", "WEBP": "WebP"}


def write_guide(programme: Programme, call: Call, workbook: str, forms: Sequence[str]) -> bytes:
    """Write the guide.

    Args:
        programme: whose cases are asked for.
        call: what the editor says of it.
        workbook: the name of the table's file.
        forms: the names of the forms' files.
    """
    official = Official()
    official.title(f"{call.title}填报说明")
    official.gap()
    _what(official, programme, call)
    _how(official, programme, workbook, forms)
    _photos(official, programme)
    _private(official)
    _sending(official, programme, workbook)
    return official.finish()


def _what(official: Official, programme: Programme, call: Call) -> None:
    official.heading("一、报送什么")
    official.text(
        f"报送已经开展、有做法、有成效的案例，分{programme.tasks_counted}：{listing(programme.task_names.names)}。"
    )
    for numeral, task in enumerate(programme.tasks, 1):
        official.text(f"{numeral}. {task.name}。{task.definition}")
    official.heading("二、时间和数量")
    until = f"请在 {call.deadline.chinese}以前报送，当天也算。" if call.deadline else "报送的截止日期，以通知为准。"
    most = f"每个单位不超过{chinese_number(call.quota)}个案例。" if call.quota else "每个单位报几个，以通知为准。"
    official.text(f"{until}{most}")


def _how(official: Official, programme: Programme, workbook: str, forms: Sequence[str]) -> None:
    official.heading("三、怎样填写")
    official.heading(f"（一）{workbook}", 2)
    official.text(
        f"一个案例填一行。能选的从单元格右边的列表里选；鼠标放在列标题上，有这一列的说明。写着“{EXAMPLE}”的一行是编造的，"
        "只给您看填法。列标题不要改，收表时凭它认；用不着的列可以不填。"
    )
    official.heading("（二）申报表", 2)
    official.text(
        f"一个案例一份，用它的任务类型的那一份：{listing(forms)}。表格里左边是栏目，填在右边的空格里；"
        "后面各部分写成文章，可以有小标题、列表和表格。各部分的标题不要改。"
    )
    official.text(
        "汇总表和申报表里都有的栏目，两处要写得一样。数字写实际的数和单位，是约数的写明“余”“近”等，不要只写百分比。"
    )
    official.heading("（三）字数", 2)
    limited = [one for one in asked_of(programme, _LIMITED) if one.limit]
    rows = [(one.name, one.limit, "必填" if one.is_required else "选填") for one in limited]
    rule_table(official.document, ("栏目", "字数", "要不要填"), rows)


def _photos(official: Official, programme: Programme) -> None:
    captions: tuple[Asked, ...] = asked_of(programme, ["photos.caption"])
    if not captions:
        return
    official.heading("四、照片")
    formats = listing(_FORMAT_NAMES.get(name, name) for name in FORMATS)
    official.text(
        f"每个案例一般 3 到 5 张，插在申报表的“照片”部分，也可以另放在同一个文件夹里。用手机、相机拍的原图，不要截图，"
        f"不要从网页、微信里再存；格式是 {formats}。宽度最好在 {BEST_WIDTH} 像素以上，长边不超过 {LONGEST_SIDE} 像素；"
        f"超过 {MOST_PIXELS // 10_000} 万像素的收不了。"
    )
    official.text(f"每张都要有图注，{captions[0].limit}，写清时间、地点、事件；注明拍摄者或提供单位。")
    official.text(
        "照片里有认得出的人的，要先取得本人同意公开；未成年人要有监护人同意。同意的依据由学校存档，在图注后面注明。"
    )


def _private(official: Official) -> None:
    official.heading("五、不要写进材料的")
    official.text(
        "电话、手机、邮箱、身份证号、银行账号、住址、学号、工号，不要写进任何一份材料；写了的，收稿时也会删去。"
    )
    official.text("受助学生、未成年人、病人等不写真实姓名，不写能认出本人的细节。不宜公开的内容不要报送。", SECOND_FONT)
    official.text("写进材料的姓名，应当是公开报道过的，或者本人同意公开的。")


def _sending(official: Official, programme: Programme, workbook: str) -> None:
    official.heading("六、怎样报送")
    official.text(
        f"一所学校一个文件夹，用学校全称命名，里面放{workbook}和各份申报表。申报表的文件名写成“学校-任务类型-案例标题”，"
        f"例如：示例大学-{programme.tasks[0].name}-把课堂搬到田间地头.docx。整个文件夹可以压缩成一个 zip 文件。"
    )
    official.text("汇总表另附盖章后的扫描件。电子表格和文档请不要加密码，不要用图片或扫描件代替。")
