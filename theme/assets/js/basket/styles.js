/* The styles of Word files: East Asian fonts that Chinese offices have, sizes as in their documents. */
(() => {
  "use strict";

  const SERIF = ["宋体", "Times New Roman"];
  const SANS = ["黑体", "Arial"];
  const KAI = ["楷体", "Times New Roman"];
  const NONE = "";

  const fonts = ([east, west]) => `<w:rFonts w:ascii="${west}" w:hAnsi="${west}" w:cs="${west}" w:eastAsia="${east}"/>`;

  /** `[id, name, what it is based on, what follows, paragraph, fonts, half points, more]` */
  const PARAGRAPHS = [
    ["Body", "正文段落", "Normal", "Body", '<w:ind w:firstLine="480" w:firstLineChars="200"/>', null, 24, NONE],
    ["Title", "Title", "Normal", "Body", '<w:spacing w:before="4800" w:after="480" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>', SANS, 52, '<w:color w:val="B4281E"/>'],
    ["Subtitle", "Subtitle", "Normal", "Body", '<w:spacing w:before="60" w:after="60"/><w:jc w:val="center"/>', KAI, 28, NONE],
    ["Heading1", "heading 1", "Normal", "Body", '<w:keepNext/><w:spacing w:before="0" w:after="120" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="0"/>', SANS, 36, NONE],
    ["Heading2", "heading 2", "Normal", "Body", '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/>', SANS, 28, '<w:color w:val="B4281E"/>'],
    ["Heading3", "heading 3", "Normal", "Body", '<w:keepNext/><w:spacing w:before="140" w:after="40"/><w:outlineLvl w:val="2"/>', SANS, 24, NONE],
    ["Heading4", "heading 4", "Normal", "Body", '<w:keepNext/><w:spacing w:before="100" w:after="20"/><w:outlineLvl w:val="3"/>', KAI, 24, "<w:b/>"],
    ["Contents", "目录标题", "Normal", "Body", '<w:keepNext/><w:spacing w:before="0" w:after="240"/><w:jc w:val="center"/>', SANS, 36, NONE],
    ["TOC1", "toc 1", "Normal", "Normal", '<w:tabs><w:tab w:val="right" w:pos="8730"/></w:tabs><w:spacing w:before="60" w:after="60"/><w:ind w:left="420" w:right="420" w:hanging="420"/>', null, 24, NONE],
    ["By", "单位与时间", "Normal", "Body", '<w:spacing w:after="160"/>', KAI, 24, '<w:color w:val="5F574F"/>'],
    ["Item", "条目", "Normal", "Item", '<w:contextualSpacing/>', null, 24, NONE],
    ["Quote", "Quote", "Normal", "Body", '<w:ind w:left="480" w:right="480"/>', KAI, 24, NONE],
    ["Code", "代码", "Normal", "Body", '<w:shd w:val="clear" w:color="auto" w:fill="F7F4EF"/><w:spacing w:line="280" w:lineRule="exact"/>', ["等线", "Consolas"], 20, NONE],
    ["Small", "附注", "Normal", "Body", '<w:spacing w:before="60" w:line="300" w:lineRule="exact"/>', null, 21, '<w:color w:val="5F574F"/>'],
    ["Cell", "表格文字", "Normal", "Cell", '<w:spacing w:before="30" w:after="30" w:line="290" w:lineRule="exact"/>', null, 21, NONE],
    ["Head", "表头", "Cell", "Cell", '<w:keepNext/>', SANS, 21, NONE],
    ["Reference", "文献", "Normal", "Reference", '<w:spacing w:after="80" w:line="320" w:lineRule="exact"/><w:ind w:left="525" w:hanging="525"/>', null, 21, NONE],
    ["Footer", "footer", "Normal", "Footer", '<w:jc w:val="center"/>', null, 18, NONE],
    ["SheetTitle", "教学页标题", "Heading1", "Cell", '<w:spacing w:after="60"/>', SANS, 32, NONE],
    ["Tight", "紧排文字", "Cell", "Cell", '<w:spacing w:before="0" w:after="0" w:line="252" w:lineRule="exact"/>', null, 19, NONE],
    ["SheetCase", "教学页案例", "Cell", "Cell", '<w:keepNext/><w:spacing w:before="60" w:after="0" w:line="270" w:lineRule="exact"/>', SANS, 21, NONE],
    ["SheetHeading", "教学页小标题", "Heading2", "Cell", '<w:spacing w:before="130" w:after="30" w:line="300" w:lineRule="exact"/>', SANS, 23, NONE],
  ];

  const paragraph = ([id, name, based, next, shape, face, size, more]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>`
    + `<w:basedOn w:val="${based}"/><w:next w:val="${next}"/><w:qFormat/><w:pPr>${shape}</w:pPr>`
    + `<w:rPr>${face ? fonts(face) : ""}${more.replace(/<w:color.*?\/>/, "")}${(/<w:color.*?\/>/.exec(more) || [""])[0]}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;

  const LINES = ["top", "bottom", "insideH"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="B8AFA3"/>`);
  const TABLES = '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    + '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    + '<w:style w:type="table" w:styleId="Ruled"><w:name w:val="横线表"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
    + `<w:tblBorders>${LINES[0]}${LINES[1]}${LINES[2]}</w:tblBorders></w:tblPr></w:style>`;

  anliji.wordStyles = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    + '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>'
    + `${fonts(SERIF)}<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>`
    + '<w:pPrDefault><w:pPr><w:spacing w:line="380" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>'
    + '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    + '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="8F1D15"/><w:u w:val="single"/></w:rPr></w:style>'
    + `${PARAGRAPHS.map(paragraph).join("")}${TABLES}</w:styles>`;
})();
