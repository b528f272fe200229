"""What a university is to do about each kind of fault, in the words of an office."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Advice:
    """What a letter says about the faults of one rule, where the rule's own words are for those who write records."""

    todo: str
    """What the university is to do."""
    what: str = ""
    """What is wrong; empty where the rule's own message may stand. `{}` is where it is."""
    why: str = ""
    """Why; empty for those of the rule's own sentences that may stand."""
    is_ours: bool = False
    """Whether it came about when the record was written, so that the university has nothing to do."""


OURS = "这是我们录入时的差错，由我们改正，贵校不用修改；其余内容仍请核对。"
_CHECK_NAME = "请核对并写明单位的正式全称。"
_ADD = "请补充。"
_PHOTO = "请另发原图，并在图片名称里写明是哪一张。"
_FILE = "请另发一份打得开、没有密码的文件，格式用 PDF、DOCX、XLSX 或 PPTX。"
_SENSITIVE = "请删去或者改写；确实必须公开的，请说明理由并附本人的书面同意。"


def _ours(what: str) -> Advice:
    return Advice(OURS, what, is_ours=True)


_SLIP = _ours("“{}”在录入时格式有误")
_UNREADABLE = _ours("这份材料在录入时格式有误，有的内容暂时没有核对")

ADVICE: Mapping[str, Advice] = {
    "anchor-used": _UNREADABLE,
    "attachment-format": Advice(_FILE, why="附件要用读者在手机和电脑上都能打开的格式：PDF、DOCX、XLSX 或 PPTX。"),
    "attachment-hidden": Advice(
        "请在原来的文件里接受或者拒绝全部修订，删去批注、隐藏的内容和夹带的文件，另存后重发。",
        why="附件要整个公开，隐藏的内容读者也能看到。",
    ),
    "attachment-missing": Advice(
        "请补发这个附件；不再需要的，请说明。",
        "“{}”没有随材料收到",
        why="材料里提到了这个附件，我们没有收到同名的文件。",
    ),
    "attachment-outside": Advice(
        "请补发这个附件。", "“{}”写的是别人电脑里的位置，我们没有收到这个文件", why="附件请随材料一起发来。"
    ),
    "attachment-personal-data": Advice("请在原来的文件里删去，另存后重发；确属单位公开的信息，请说明。"),
    "attachment-unreadable": Advice(_FILE, why="里面有没有个人信息，公开以前要核对。"),
    "before-unchanged": Advice("请核对原数值和现数值，写明从多少变为多少；没有变化的，删去原数值。"),
    "character-invisible": Advice(
        "请重新输入这几个字；原稿没有问题的，回复“无误”即可。",
        "“{}”里有看不见的字符",
        "多半是从别的软件复制时带进来的。",
    ),
    "character-lookalike": Advice(
        "请核对并重新输入这几个字。", "“{}”里有只是看着像汉字的字符", "多半是从 PDF 里复制来的。"
    ),
    "colon-full-width": _UNREADABLE,
    "comment-hides": _UNREADABLE,
    "coverage-is-source": Advice(
        "请核对：出处是案例所依据的报道，媒体报道写另外的；同一篇只写一处。", why="同一篇写两处，读者会以为有两篇。"
    ),
    "credit-not-agreed": Advice("请征得本人同意后答复；本人不同意的，不署名。"),
    "dash-wrong": _UNREADABLE,
    "date-future": Advice("请核对年份；确实还没有开始的，请写明。"),
    "date-invalid": Advice(
        "请写明年、月、日，例如 2024 年 3 月 1 日；只知道年份的写年份。", why="按写的内容认不出是哪一天。"
    ),
    "date-order": Advice("请核对开始和结束的日期。"),
    "duration-invalid": Advice("请写明几分几秒，例如 5 分 30 秒；不知道的不写。", why="时长没有写成几分几秒。"),
    "encoding-wrong": _UNREADABLE,
    "file-foreign": _UNREADABLE,
    "file-name-invalid": Advice(
        "请把文件改成简短的名称，不用特殊符号，再发一次。",
        "“{}”的文件名不能用",
        "文件名太长或者有特殊符号，在别的电脑上打不开。",
    ),
    "flag-invalid": Advice("请写“是”或者“否”。", "“{}”没有写明是或者否", why="这里只用写是或者否。"),
    "form-foreign": Advice(
        "请从本任务类型的工作形式里选；确实还服务于另一项任务的，请写明兼及哪一项。",
        "写的工作形式不属于这个案例的任务类型",
        why="每项任务有各自的工作形式。",
    ),
    "headline-repeated": Advice(
        "请选定一项最能代表案例成效的数据。", "代表数字选了不止一项", why="一个案例至多一项代表数字。"
    ),
    "honour-batch": Advice("请对照文件核对批次。"),
    "html-unsafe": _ours("“{}”里带进了网页的格式"),
    "id-case": _ours("案例的编号与另一个案例相近"),
    "id-invalid": _ours("案例的编号不合要求"),
    "image-unlisted": Advice(_PHOTO, "“{}”里提到的图片没有随材料收到", "正文里有这张图的位置，图片没有单独收到。"),
    "key-invalid": _UNREADABLE,
    "key-repeated": _SLIP,
    "key-unknown": _UNREADABLE,
    "key-unused": _ours("“{}”这一项本次不用"),
    "kind-wrong": _SLIP,
    "layout-unclear": Advice(
        "请说明这里是小标题、分条、表格还是普通的一段；有原稿的，附上这一段的 Word 稿。",
        "“{}”里有一处排法看不明白",
        "现在照原样排成普通的一段。",
    ),
    "line-break": Advice("请写成一行。"),
    "link-invalid": Advice(
        "请从浏览器的地址栏复制完整的网址，以 http 开头；没有公开网页的，请说明。", why="按写的内容打不开网页。"
    ),
    "list-comma": Advice(
        "请核对：是几个词的，请分开写。", "“{}”像是把几个词写成了一个", "连在一起写，读者按其中任何一个词都查不到。"
    ),
    "list-too-long": Advice("请保留最重要的几项，其余删去。"),
    "name-ambiguous": Advice("请把简称改成全称。", "“{}”写的是几个单位共用的简称", "看不出指的是哪一个，会归错地方。"),
    "name-near": Advice(
        _CHECK_NAME, "“{}”写的名称与别的案例里的一个名称很像", "像是同一个单位的两种写法，或者写错了字。"
    ),
    "names-joined": Advice(
        "请确认是不是几个单位或者几个人，是的请分开写，牵头的写在最前面。",
        why="连在一起写，从其中任何一个名称都找不到这个案例。",
    ),
    "number-invalid": Advice(
        "请写明数字，“约”“余”和单位写在数字的前后，例如“约 1200 人次”。", why="这里要写一个数，才能统计。"
    ),
    "number-range": Advice("请核对是否多写或者少写了一位。"),
    "one-and-several": Advice(
        "请写明哪一个牵头，其余的依次写。", "牵头的{}前后不一致", why="材料里两处写的不是同一个。"
    ),
    "permission-expired": Advice("请重新出具同意公开的授权，写明有效期限。", why="授权到期的案例不能再公开。"),
    "personal-data": Advice(_SENSITIVE),
    "photo-alt-missing": Advice(
        "请用一句话写明图上有什么人、在做什么。", "“{}”没有写明图上有什么", "看不见图的读者要靠这句话知道图上有什么。"
    ),
    "photo-consent-missing": Advice(
        "请征得照片上的人同意后答复；未成年人由监护人同意。不同意的，请换一张。",
        "“{}”有认得出的人，没有写明本人同意公开",
    ),
    "photo-format": Advice("请另发 JPG 或者 PNG 格式的原图。"),
    "photo-missing": Advice(_PHOTO, "“{}”没有随材料收到", "材料里写了这张照片，我们没有收到同名的图片。"),
    "photo-outside": Advice(_PHOTO, "“{}”写的是别人电脑里的位置，我们没有收到这张照片", "请把照片随材料一起发来。"),
    "photo-too-large": Advice(
        "请另发一张缩小的，宽和高都不超过 8000 像素。", why="像素太多，网页和印刷都用不到这么大。"
    ),
    "photo-too-small": Advice("请另发原图，不用微信等压缩过的图。"),
    "photo-unlisted": Advice(
        "请为这张图写一句图片说明；不打算公开的，请告知。", "有一张图片没有写图片说明", "没有说明的图片不会公开。"
    ),
    "photo-unreadable": Advice("请另发一张打得开的原图。"),
    "product-foreign": Advice(
        "请从本任务类型的成果种类里选；确实还服务于另一项任务的，请写明兼及哪一项。",
        "写的成果不属于这个案例的任务类型",
        why="每项任务有各自的成果种类。",
    ),
    "progress-empty": Advice("请写明这一年计划了什么、做了什么、有什么变化；没有的，删去这一年。"),
    "progress-year-repeated": Advice("请核对年份，同一年的内容合在一起。", why="同一年写了两次。"),
    "prose-link-invalid": Advice(
        "请给出完整的网址；没有公开网页的，删去链接。", "“{}”里有一个链接打不开", "写的不是完整的网址。"
    ),
    "prose-lost": Advice(
        "请核对这一部分的脚注和表格；附上这一段的 Word 稿也可以。",
        "“{}”里有的文字显示不出来",
        "常见的原因：脚注没有在正文里引用，表格里一行的格子比表头多。",
    ),
    "prose-too-dense": Advice(
        "请另发这一部分的 Word 稿。", "“{}”里的符号和换行太多，没有逐一核对", "多半是从网页或者大表格里复制来的。"
    ),
    "record-empty": Advice("请重新报送这个案例。", "这份材料是空的", "材料里没有可读的内容。"),
    "record-too-deep": _UNREADABLE,
    "record-too-large": Advice(
        "请核对是否把几个案例或者大表格写在了一起，分开报送。", "这份材料比一个案例大得多", "一个案例通常只有几千字。"
    ),
    "record-unreadable": _ours("存放这份材料的文件读不出来"),
    "replacement-unknown": _ours("撤下以后由哪个案例替代，没有写对"),
    "results-restated": Advice(
        "请补充数字说不出的成效：谁受了益、怎样做到的、有什么变化；没有的，请说明。",
        "工作成效只有数字，没有说别的",
        "这些数已经列在成效数据里，再说一遍，读者读不到新的东西。",
    ),
    "source-bare": Advice("请补充报道的媒体、日期或者网址。"),
    "source-missing": Advice(
        "请提供公开报道的标题、媒体和网址，或者出具单位同意公开的授权。", "材料没有写明出处，也没有同意公开的授权"
    ),
    "space-wrong": _UNREADABLE,
    "summary-duplicate": Advice(
        "请核对是不是同一件事报了两次；不是的，请改写内容提要，写出这个案例的特点。",
        "“内容提要”与另一个案例几乎一样",
        "读者分不清两个案例。",
    ),
    "syntax-invalid": _UNREADABLE,
    "tab-indent": _UNREADABLE,
    "tag-used": _UNREADABLE,
    "task-repeated": Advice("请核对兼及的任务类型，不重复写。"),
    "term-former": Advice("请确认改用新的叫法。"),
    "term-repeated": Advice("请核对，只写一次。"),
    "term-unknown": Advice(
        "请从规定的词里选一个最接近的。", "“{}”写的不是规定的词", "用规定的词，案例才能归类和统计。"
    ),
    "text-folded": _SLIP,
    "text-too-long": Advice("请压缩到规定的字数以内。"),
    "text-too-short": Advice("请写得具体一些。"),
    "title-duplicate": Advice(
        "请核对是不是同一个案例报了两次；不是的，请改一个能看出特点的标题。",
        "“标题”与另一个案例相同",
        "读者分不清两个案例。",
    ),
    "value-invalid": Advice("请核对这一项。", "“{}”的内容读不懂", "按写的内容认不出是什么意思。"),
    "value-missing": Advice(_ADD, why="这一项必须填写。"),
    "waiver-unknown": _ours("“{}”写得不对"),
    "waiver-unused": _ours("“{}”没有用上"),
    "withdrawn-reason-missing": _ours("案例已经撤下，没有写明原因"),
    "wording-listed": Advice("请按规范的写法改正。"),
}
"""By the rule's name; every rule of a case has its words here."""
