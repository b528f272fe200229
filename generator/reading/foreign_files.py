"""Files of other programs that were given a record's name, known by how they begin."""

_MAGIC = (
    (0, b"%PDF", "PDF 文件", "pdf"),
    (0, b"{\\rtf", "RTF 文件", "rtf"),
    (0, b"\xff\xd8\xff", "JPEG 图片", "jpg"),
    (0, b"\x89PNG", "PNG 图片", "png"),
    (0, b"GIF8", "GIF 图片", "gif"),
    (0, b"Rar!", "RAR 压缩包", "rar"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z 压缩包", "7z"),
    (0, b"\x1f\x8b", "GZ 压缩包", "gz"),
    (8, b"WEBP", "WebP 图片", "webp"),
    (4, b"ftypheic", "HEIC 照片", "heic"),
    (4, b"ftypheix", "HEIC 照片", "heic"),
    (4, b"ftypmif1", "HEIC 照片", "heic"),
)
_IN_ZIP = (
    (b"word/", "Word 文件（DOCX）", "docx"),
    (b"xl/", "Excel 表格（XLSX）", "xlsx"),
    (b"ppt/", "演示文稿（PPTX）", "pptx"),
    (b"vnd.oasis.opendocument.text", "LibreOffice 文档（ODT）", "odt"),
    (b"vnd.oasis.opendocument.spreadsheet", "LibreOffice 表格（ODS）", "ods"),
)
_IN_OLD_OFFICE = (
    ("WordDocument", "旧版 Word 或 WPS 文件（DOC、WPS）", "doc"),
    ("Workbook", "旧版 Excel 或 WPS 表格（XLS、ET）", "xls"),
    ("Book", "旧版 Excel 或 WPS 表格（XLS、ET）", "xls"),
    ("PowerPoint Document", "旧版演示文稿（PPT、DPS）", "ppt"),
)
_HTML = (b"<!doctype html", b"<html", b"<head", b"<meta", b"<body", b"<?xml")


def foreign_kind(data: bytes) -> tuple[str, str] | None:
    """Name what a file is and what such a file's name ends in, where it is not text of our kind; else None."""
    for at, magic, kind, ending in _MAGIC:
        if data.startswith(magic, at):
            return kind, ending
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        found = ((kind, ending) for part, kind, ending in _IN_ZIP if part in data)
        return next(found, ("压缩包（ZIP）", "zip"))
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        names = ((kind, ending) for name, kind, ending in _IN_OLD_OFFICE if name.encode("utf-16-le") in data)
        return next(names, ("旧版 Office 文件（DOC、XLS、PPT）", "doc"))
    start = data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(_HTML):
        return "网页（HTML）", "html"
    return ("网页（MHT）", "mht") if start.startswith(b"mime-version:") and b"multipart/related" in start else None
