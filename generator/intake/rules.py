"""What an import may find wrong with what was sent in: a manual page for each, for `anliji explain` and the handbook.

They have the form of those of the checks, see `generator.reading.manual`.
"""

from dataclasses import dataclass

from generator.case.problem import ERROR, WARNING, Severity


@dataclass(frozen=True, slots=True)
class IntakeRule:
    """A kind of fault of files that were sent in."""

    severity: Severity
    text: str
    """Its manual page."""


RULES: dict[str, IntakeRule] = {
    "case-repeated": IntakeRule(
        WARNING,
        """一次导入的文件里，同一所学校的同一个标题出现了两次。

检查什么：这一次导入的所有表格和文档里，有没有学校、标题都相同的两个案例。

为什么：汇总表常有重复的行，单位也会把同一份材料发来两遍。程序不猜哪一个作数，两个都写成草稿。

例子：

    第4行  示例大学  茶香飘进示例村
    第9行  示例大学  茶香飘进示例村

应改为：是同一个案例的，撤回这次导入，删去一行，再导入；确是两个案例的，改一改标题，例如加上地名。

    第4行  示例大学  茶香飘进示例村
""",
    ),
    "file-damaged": IntakeRule(
        ERROR,
        """压缩包打不开。

检查什么：扩展名是 .zip 的文件能不能解开。

为什么：下载没有完成、邮箱截短、或者是 RAR、7Z 改了名的，里面的材料取不出来。别的文件照常导入。

例子：

    示例大学材料.zip（其实是 RAR 格式）

应改为：重新下载，或者请对方重发；是 RAR、7Z 的先解开，把解开的文件夹导入。

    anliji import 示例大学材料
""",
    ),
    "file-format": IntakeRule(
        WARNING,
        """这种文件不读。

检查什么：文件是不是表格（.xlsx、.xls、.ods、.csv）、文档（.docx，装了 LibreOffice 时还有 .doc、.wps 等）、照片、
文件夹或 .zip。

为什么：PDF、RAR、视频等取不出案例的内容。直接写在命令里的是错误；文件夹和压缩包里的只提醒一声，因为附带的材料往往不用导入。

例子：

    anliji import 示例大学申报表.pdf

应改为：请对方给 Word 文件；只有 PDF 的，另存成 .docx，核对以后再导入。RAR、7Z 先解开。不是案例材料的不用管。

    anliji import 示例大学申报表.docx
""",
    ),
    "file-huge": IntakeRule(
        ERROR,
        """太大，没有读。

检查什么：一次导入的文件个数，压缩包套了几层，压缩包里的文件解开以后有多大。

为什么：几千字节的压缩包可以解成几十 GB，占满磁盘和内存（“压缩炸弹”）；套了许多层的也是。超出的不解开，别的照常导入。

例子：

    材料.zip/甲.zip/乙.zip/丙.zip/丁.zip

应改为：核对来源以后，自己解开，把解开的文件夹导入；文件太多的，分几次导入。

    anliji import 材料
""",
    ),
    "file-locked": IntakeRule(
        ERROR,
        """压缩包有密码。

检查什么：压缩包里的文件是不是加了密。

为什么：没有密码取不出来，程序也不会问密码。

例子：

    示例大学材料.zip（解压时要密码）

应改为：用密码解开，把解开的文件夹导入。

    anliji import 示例大学材料
""",
    ),
    "file-missing": IntakeRule(
        ERROR,
        """找不到这个文件。

检查什么：命令里写的文件、文件夹在不在。

为什么：多半是路径少了一截，或者名称里有空格而没有加引号。

例子：

    anliji import 收到的材料/示例大学 汇总表.xlsx

应改为：名称里有空格的，加上引号；也可以把文件拖进命令窗口，路径就写好了。

    anliji import "收到的材料/示例大学 汇总表.xlsx"
""",
    ),
    "file-unreadable": IntakeRule(
        ERROR,
        """表格或文档打不开，没有读。

检查什么：文件是不是完整，有没有密码，是不是它的扩展名所说的格式，会不会占用过多的内存。

为什么：上传中断的、加密的、网页改名成 .xls 的、几十万行的表格，都取不出案例；旧格式的文档（.doc、.wps）
要有 LibreOffice 才能转换。读不了的一个也不会影响别的文件。

例子：

    汇总表.xls:1:1: 错误：有密码，没有读

应改为：用 Word、Excel 或 WPS 打开，去掉密码，另存为 .docx 或 .xlsx，再导入；打不开的，请报送单位重新发一份。

    anliji import 汇总表.xlsx
""",
    ),
    "file-unsafe": IntakeRule(
        ERROR,
        """压缩包里有一个文件要解到压缩包外面，没有取。

检查什么：压缩包里每个文件的路径，有没有以 / 或盘符开头的，有没有含 .. 的。

为什么：照这样的路径解开，会盖掉别处的文件，是恶意压缩包常用的手法。里面其他的文件照常导入。

例子：

    ../../x.docx

应改为：请对方重新打包，里面只有案例的文件。

    示例大学/x.docx
""",
    ),
    "heading-map": IntakeRule(
        ERROR,
        """列标题对照表写得不对。

检查什么：用 --map 给出的对照表，每一行是不是“列标题: 字段”，字段名称是不是记录里有的。

为什么：对照表说错了，整列的内容就会写到别的地方去，所以有错时什么也不写入。

例子：

    案例主题名：标题
    推荐人职务: post

应改为：冒号用半角，后面空一格；字段用字段表里的名称；不要的列，冒号后面空着。

    案例主题名: title
    推荐人职务:
""",
    ),
    "headings-unknown": IntakeRule(
        ERROR,
        """一张工作表里没有认出列标题，没有读。

检查什么：前 40 行里有没有一行是列标题，其中有没有案例的标题一列。

为什么：不知道哪一列是什么，就只能猜；把第一行数据当成列标题，会丢掉一个案例。

例子：

    示例大学  茶香飘进示例村  2024年9月

应改为：在数据上面加一行列标题；有别的叫法的，在对照表里写明，再用 --map 导入。

    学校      案例名称        开展时间
    示例大学  茶香飘进示例村  2024年9月
""",
    ),
    "photo-stray": IntakeRule(
        WARNING,
        """一张图片没有收入，不知道是哪个案例的。

检查什么：单独放着的图片，所在的文件夹里是不是恰好有一份 Word 文件，格式是不是网页能用的（.jpg、.png、.webp、.heic）。

为什么：一个文件夹里有几份文档时，看不出照片属于哪一份；猜错了，别人的照片就会登在这个案例里。

例子：

    示例大学/甲案例.docx
    示例大学/乙案例.docx
    示例大学/采茶.jpg

应改为：一个案例放一个文件夹，再导入；或者把照片放进记录的文件夹，自己写进 photos。

    示例大学/甲案例/甲案例.docx
    示例大学/甲案例/采茶.jpg
    示例大学/乙案例/乙案例.docx
""",
    ),
}
