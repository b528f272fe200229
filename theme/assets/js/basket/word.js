/* A volume or the sheets of a lesson as a Word file. */
(() => {
  "use strict";

  /** Of the text, in twentieths of a point: of a volume, and of a sheet, whose margins are smaller. */
  const [WIDTH, WIDE] = [8730, 9638];
  const { xml } = anliji;

  const MARKS = [["strong", "<w:b/>"], ["emphasis", '<w:em w:val="dot"/>'], ["strike", "<w:strike/>"]];
  const RAISED = [["sub", "subscript"], ["sup", "superscript"]];
  /** Neighbours are lines of their own, too. */
  const RULE = `<w:p><w:pPr><w:pBdr>${["bottom", "between"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="1" w:color="B8AFA3"/>`).join("")}</w:pBdr></w:pPr></w:p>`;
  const FIXED = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>';

  const words = (text) => text.split("\n").map((line) => `<w:t xml:space="preserve">${xml(line)}</w:t>`).join("<w:br/>");
  /** Word's names of places have no hyphen. */
  const placed = (anchor) => anchor.replace(/-/g, "_");
  const bookmark = (id, name, inner) => `<w:bookmarkStart w:id="${id}" w:name="${placed(name)}"/>${inner}<w:bookmarkEnd w:id="${id}"/>`;
  const step = (kind) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const asks = (text) => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`;

  class Writer {
    constructor(width) {
      this.width = width;
      /** The style of cells, which of a sheet full of cases is smaller. */
      this.cell = "Cell";
      this.lists = new anliji.WordLists();
      this.urls = [];
      this.places = 0;
    }

    run(run, isLink) {
      const marks = MARKS.filter(([key]) => run[key]).map(([, mark]) => mark);
      const raised = RAISED.filter(([key]) => run[key]).map(([, how]) => `<w:vertAlign w:val="${how}"/>`);
      // The order is the schema's.
      const strike = marks.filter((mark) => /strike|<w:b/.test(mark)).join("");
      const dots = marks.filter((mark) => /w:em/.test(mark)).join("");
      const shape = `${isLink ? '<w:rStyle w:val="Hyperlink"/>' : ""}${run.code ? FIXED : ""}${strike}${raised.join("")}${dots}`;
      return `<w:r>${shape ? `<w:rPr>${shape}</w:rPr>` : ""}${words(run.text)}</w:r>`;
    }

    runs(runs) {
      return runs.map((run) => {
        if (!/^(?:https?:\/\/|mailto:)/.test(run.url || "")) return this.run(run, false);
        const at = this.urls.includes(run.url) ? this.urls.indexOf(run.url) : this.urls.push(run.url) - 1;
        return `<w:hyperlink r:id="link${at}" w:history="1">${this.run(run, true)}</w:hyperlink>`;
      }).join("");
    }

    paragraph(style, runs, shape = "") {
      return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${shape}</w:pPr>${this.runs(runs)}</w:p>`;
    }

    text(style, text, shape) {
      return this.paragraph(style, [{ text }], shape);
    }

    /** Writes a table; a cell is a list of runs, or of paragraphs. */
    table(rows, shares, { hasHead = false, aligns = [], first = "" } = {}) {
      const whole = shares.reduce((sum, share) => sum + share, 0);
      const widths = shares.map((share) => Math.floor((share * this.width) / whole));
      const cell = (paragraphs, column, isHead) => `<w:tc><w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/></w:tcPr>${paragraphs.map((runs) => (
        this.paragraph(isHead ? "Head" : column ? this.cell : first || this.cell, runs, aligns[column] ? `<w:jc w:val="${aligns[column]}"/>` : ""))).join("")}</w:tc>`;
      const row = (cells, index) => `<w:tr><w:trPr><w:cantSplit/>${hasHead && !index ? "<w:tblHeader/>" : ""}</w:trPr>`
        + `${cells.map((one, column) => cell(one, column, hasHead && !index)).join("")}</w:tr>`;
      const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
      return `<w:tbl><w:tblPr><w:tblStyle w:val="Ruled"/><w:tblW w:w="${this.width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map(row).join("")}</w:tbl>`
        + '<w:p><w:pPr><w:spacing w:line="120" w:lineRule="exact"/></w:pPr></w:p>';
    }

    block(block) {
      const { kind, runs, quote, list } = block;
      if (kind !== "li" && !list) this.lists.end();
      switch (kind) {
        case "section": return this.paragraph("Heading2", runs);
        case "h": return this.paragraph(block.level < 4 ? "Heading3" : "Heading4", runs);
        case "li": return this.paragraph(block.isSmall ? this.cell : "Item", runs, this.lists.shape(block.depth, block.mark));
        case "rule": return RULE;
        case "code": return this.paragraph("Code", runs);
        case "note": return this.paragraph("Small", [{ text: `[${block.number}] ` }, ...runs]);
        case "small": return this.paragraph("Small", runs);
        case "named": return this.paragraph("SheetCase", runs);
        case "lead": return this.paragraph("SheetHeading", runs);
        case "source": return this.paragraph("Reference", [...runs, ...(block.url ? [{ text: "　" }, { text: block.url, url: block.url }] : [])]);
        case "facts": return this.table(block.rows.map(([label, values]) => [[[{ text: label }]], values.map((text) => [{ text }])]), [17, 70], { first: "Head" });
        case "figures": return this.figures(block.rows);
        case "table": return this.table(block.rows.map((row) => row.map((cell) => (block.isDeep ? cell : [cell]))), block.widths || block.aligns.map(() => 1), { hasHead: true, aligns: block.aligns });
        default: return this.paragraph(quote ? "Quote" : block.isSmall ? this.cell : "Body", runs);
      }
    }

    figures(rows) {
      const hasNotes = rows.some(([, , note]) => note);
      const widths = hasNotes ? [34, 23, 30] : [52, 35];
      const cells = (row) => row.slice(0, hasNotes ? 3 : 2).map((text) => [[{ text }]]);
      return this.table([["事项", "数值", "说明"], ...rows].map(cells), widths, { hasHead: true });
    }

    /**
      Writes the contents as a field of Word's own. On which pages the cases stand only the program knows that lays them
      out, so the entries are without: they are right as they are, and have page numbers once somebody renews the field.
    */
    contents({ entries, left }) {
      const begin = `${step("begin")}${asks('TOC \\o "1-1" \\h \\z \\u')}${step("separate")}`;
      const line = ({ anchor, number, title }, index) => `<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>${index ? "" : begin}`
        + `<w:hyperlink w:anchor="${placed(anchor)}" w:history="1">${this.run({ text: `${number ? `${number}　` : ""}${title}` })}</w:hyperlink>`
        + `${index === entries.length - 1 ? step("end") : ""}</w:p>`;
      return `${this.text("Contents", "目录", "<w:pageBreakBefore/>")}${entries.map(line).join("")}${left ? this.text("Small", left) : ""}`;
    }

    heading(style, anchor, text) {
      this.places += 1;
      return `<w:p><w:pPr><w:pStyle w:val="${style}"/><w:pageBreakBefore/></w:pPr>${bookmark(this.places, anchor, this.run({ text }))}</w:p>`;
    }

    part(part, index) {
      switch (part.kind) {
        case "cover": return `${this.text("Title", part.title)}${part.about.map((text) => this.text("Subtitle", text)).join("")}`;
        case "contents": return this.contents(part);
        case "case": return `${this.heading("Heading1", part.anchor, `${part.number}　${part.title}${part.subtitle ? `：${part.subtitle}` : ""}`)}${this.text("By", part.by)}${part.blocks.map((one) => this.block(one)).join("")}`;
        case "references": return `${this.heading("Heading1", part.anchor, part.title)}${part.lines.map((text) => this.text("Reference", text)).join("")}`;
        default:
          this.cell = part.isFull ? "Tight" : "Cell";
          return `${this.text("SheetTitle", part.title, index ? "<w:pageBreakBefore/>" : "")}${this.text("Small", part.about)}${part.blocks.map((one) => this.block(one)).join("")}`;
      }
    }
  }

  /** Makes a Word file of parts, as volume.js and sheets.js give them: a promise of a Blob. */
  anliji.word = (parts, { title, author, day }) => {
    const hasCover = parts[0].kind !== "sheet";
    const [margin, side] = hasCover ? [1440, 1588] : [850, 1134];
    const writer = new Writer(hasCover ? WIDTH : WIDE);
    const body = parts.map((part, index) => writer.part(part, index)).join("");
    const page = `<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/>`
      + `<w:pgMar w:top="${margin}" w:right="${side}" w:bottom="${margin}" w:left="${side}" w:header="720" w:footer="600" w:gutter="0"/>${hasCover ? "<w:titlePg/>" : ""}</w:sectPr>`;
    return anliji.wordFile({ body: body + page, lists: writer.lists, urls: writer.urls, title, author, day });
  };
})();
