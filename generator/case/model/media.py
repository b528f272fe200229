"""The files beside a record, and the films elsewhere."""

from pydantic import Field

from generator.case.kinds import Duration, Flag, Line, Link, line
from generator.case.model.base import Model


class Photo(Model):
    """照片。"""

    file: Line = Field(title="文件")
    """与 case.yml 同一文件夹里的文件名，JPEG、PNG、WebP 或 HEIC。"""
    caption: line(100) = Field(title="图注")  # type: ignore[valid-type]
    """图下的说明，不超过 100 字，写清时间、地点、事件。"""
    alt: Line | None = Field(None, title="替代文字")
    """给看不见图的读者：图上有什么。每张照片都要写。"""
    credit: Line | None = Field(None, title="署名")
    """拍摄者或提供单位。"""
    people: Flag = Field(False, title="有可辨认的人")
    """照片里的人能认出是谁时写 true；这时 consent 必填。"""
    consent: Line | None = Field(None, title="肖像同意")
    """当事人同意公开的依据，例如“2025-03 取得书面同意，学院存档”；未成年人须监护人同意。"""


class Attachment(Model):
    """附件。"""

    file: Line = Field(title="文件")
    """与 case.yml 同一文件夹里的文件名，PDF、DOCX、XLSX 或 PPTX。"""
    title: Line = Field(title="标题")
    """读者看到的附件名称。"""


class Video(Model):
    """视频。"""

    title: Line = Field(title="标题")
    """视频的标题。"""
    link: Link = Field(title="链接")
    """播放视频的公开网页；只链接过去，视频不放进网站。"""
    length: Duration | None = Field(None, title="时长")
    """写成 5:30（五分三十秒）或 1:05:30；只写一个数的算分钟。"""
