/* The parts of a Word file beside its text, and all of them together. */
(() => {
  "use strict";

  const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  /** What XML does not take at all: control characters and halves of pairs. */
  const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g;

  const xml = (text) => String(text).replace(UNFIT, "$1").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  anliji.xml = xml;

  const OWN = [["styles", "styles"], ["numbering", "numbering"], ["settings", "settings"], ["footer", "footer1"]];

  const types = () => `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`
    + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    + `<Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>`
    + `${OWN.map(([kind, file]) => `<Override PartName="/word/${file}.xml" ContentType="${TYPE}.${kind}+xml"/>`).join("")}`
    + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';

  const related = (rows) => `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join("")}</Relationships>`;

  const main = () => related([
    `<Relationship Id="rId1" Type="${RELATED}/officeDocument" Target="word/document.xml"/>`,
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
  ]);

  const links = (urls) => related([
    ...OWN.map(([kind, file]) => `<Relationship Id="${kind}" Type="${RELATED}/${kind}" Target="${file}.xml"/>`),
    ...urls.map((url, index) => `<Relationship Id="link${index}" Type="${RELATED}/hyperlink" Target="${xml(url)}" TargetMode="External"/>`),
  ]);

  const core = (title, author, day) => `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" `
    + 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    + `<dc:title>${xml(title)}</dc:title><dc:creator>${xml(author)}</dc:creator><dc:language>zh-CN</dc:language>`
    + `<dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created></cp:coreProperties>`;

  const settings = () => `${HEAD}<w:settings ${W}><w:zoom w:percent="100"/>`
    + '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    + 'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>';

  const field = (name) => ["begin", "", "separate", "-", "end"].map((step) => (step === "" ? `<w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r>`
    : step === "-" ? "<w:r><w:t>1</w:t></w:r>" : `<w:r><w:fldChar w:fldCharType="${step}"/></w:r>`)).join("");

  const footer = () => `${HEAD}<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>`
    + `${field("PAGE")}<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`;

  /** Makes a Word file of its text and what this needs: a promise of a Blob. */
  anliji.wordFile = ({ body, lists, urls, title, author, day }) => anliji.zip([
    ["[Content_Types].xml", types()],
    ["_rels/.rels", main()],
    ["docProps/core.xml", core(title, author, day)],
    ["word/document.xml", `${HEAD}<w:document ${W} xmlns:r="${RELATED}"><w:body>${body}</w:body></w:document>`],
    ["word/_rels/document.xml.rels", links(urls)],
    ["word/styles.xml", anliji.wordStyles],
    ["word/numbering.xml", lists.xml],
    ["word/settings.xml", settings()],
    ["word/footer1.xml", footer()],
  ], `${TYPE}.document`);
})();
