/*
  Prose as a flat list of blocks for paper and Word: `p`, `h` (level), `li` (depth, mark), `code`, `rule`, `table`
  (rows of cells, how columns stand) and `note` (number), each with runs; `quote` says how deep it is quoted.
*/
(() => {
  "use strict";

  const { FENCE, HEADING, RULE, QUOTE, ITEM, NOTE, cellsOf, isTable, interrupts } = anliji.lines;
  const LONGEST = 20000;
  const DEEPEST = 10;

  const indent = (line) => /^ */.exec(line)[0].length;

  class Reader {
    constructor(notes) {
      this.notes = notes;
      this.blocks = [];
      this.noted = [];
    }

    runs(text) {
      return anliji.inline(text, this.notes);
    }

    /** Reads lines; `around` is what they stand in: `{ quote, depth, mark }`. */
    read(lines, around) {
      for (let at = 0; at < lines.length;) {
        if (lines[at].trim()) at = this.block(lines, at, around);
        else at += 1;
      }
    }

    put(block, around) {
      const { quote, list, mark } = around;
      const inList = list > 0 && block.kind === "p" ? { kind: "li", depth: list, mark: around.isUsed ? "" : mark } : {};
      around.isUsed = true;
      this.blocks.push(Object.assign({ quote, list }, block, inList));
    }

    block(lines, at, around) {
      const line = lines[at];
      const fence = FENCE.exec(line);
      const heading = HEADING.exec(line);
      const isDeep = around.quote + around.list >= DEEPEST;
      if (fence) return this.code(lines, at, fence, around);
      if (heading) this.put({ kind: "h", level: heading[1].length, runs: this.runs(heading[2] || "") }, around);
      else if (RULE.test(line)) this.put({ kind: "rule", runs: [] }, around);
      else if (isTable(lines, at)) return this.table(lines, at, around);
      else if (QUOTE.test(line) && !isDeep) return this.quote(lines, at, around);
      else if (NOTE.test(line)) return this.note(lines, at);
      else if (ITEM.test(line) && !isDeep) return this.item(lines, at, around);
      else return this.paragraph(lines, at, around);
      return at + 1;
    }

    code(lines, at, [, marks], around) {
      const isEnd = (line) => new RegExp(`^ {0,3}${marks[0]}{${marks.length},}\\s*$`).test(line);
      let end = at + 1;
      while (end < lines.length && !isEnd(lines[end])) end += 1;
      this.put({ kind: "code", runs: [{ text: lines.slice(at + 1, end).join("\n"), code: true }] }, around);
      return end + 1;
    }

    quote(lines, at, around) {
      let end = at;
      while (end < lines.length && (QUOTE.test(lines[end]) || (end > at && !interrupts(lines, end)))) end += 1;
      const inner = lines.slice(at, end).map((line) => line.replace(QUOTE, ""));
      this.read(inner, Object.assign({}, around, { quote: around.quote + 1, list: 0 }));
      return end;
    }

    /** Reads what belongs to an item or a note: lines that stand in as far, and those that go on with its paragraph. */
    inside(lines, at, width) {
      let end = at + 1;
      while (end < lines.length) {
        const isFar = indent(lines[end]) >= width;
        const follows = lines[end - 1].trim() && !ITEM.test(lines[end]) && !interrupts(lines, end);
        if (lines[end].trim() && !isFar && !follows) break;
        end += 1;
      }
      const cut = (line, index) => (index ? line.slice(Math.min(width, indent(line))) : line.slice(width));
      return { end, inner: lines.slice(at, end).map(cut) };
    }

    item(lines, at, around) {
      const [whole, , mark, gap] = ITEM.exec(lines[at]);
      const width = gap.length > 4 ? whole.length - gap.length + 1 : whole.length;
      const { end, inner } = this.inside(lines, at, width);
      const list = around.list + 1;
      const shown = /[0-9]/.test(mark) ? mark : "•";
      const here = { quote: around.quote, list, mark: shown, isUsed: false };
      this.read(inner, here);
      // An item of nothing still stands there.
      if (!here.isUsed) this.put({ kind: "p", runs: [] }, here);
      return end;
    }

    note(lines, at) {
      const [mark, name] = NOTE.exec(lines[at]);
      const { end, inner } = this.inside(lines, at, 4);
      inner[0] = lines[at].slice(mark.length);
      const before = this.blocks.length;
      this.read(inner, { quote: 0, list: 0 });
      const own = this.blocks.splice(before);
      const number = this.notes.get(name);
      // A note that nothing calls is left out on the page, too.
      if (number && own.length) this.noted.push([Object.assign(own[0], { kind: "note", number }), ...own.slice(1)]);
      return end;
    }

    table(lines, at, around) {
      const aligns = cellsOf(lines[at + 1]).map((cell) => (/^:.*:$/.test(cell) ? "center" : /:$/.test(cell) ? "right" : ""));
      const rows = [lines[at]];
      let end = at + 2;
      while (end < lines.length && lines[end].trim() && !QUOTE.test(lines[end]) && !HEADING.test(lines[end])) {
        rows.push(lines[end]);
        end += 1;
      }
      const cells = rows.map((row) => {
        const found = cellsOf(row);
        return aligns.map((_, index) => this.runs(found[index] || ""));
      });
      this.put({ kind: "table", rows: cells, aligns, runs: [] }, around);
      return end;
    }

    paragraph(lines, at, around) {
      let end = at + 1;
      while (end < lines.length && !interrupts(lines, end)) end += 1;
      this.put({ kind: "p", runs: this.runs(anliji.joinLines(lines.slice(at, end).map((line) => line.replace(/^\s+/, "")))) }, around);
      return end;
    }
  }

  /** Reads prose into blocks; what is too long to be prose of a record is one paragraph as it is written. */
  anliji.markdown = (source) => {
    const text = source.replace(/\r\n?/g, "\n").replace(/^[ \u3000]*\u3000[ \u3000]*/gm, "").replace(/\t/g, "    ");
    if (text.length > LONGEST) return [{ kind: "p", quote: 0, list: 0, runs: [{ text }] }];
    const lines = text.split("\n");
    const defined = new Set(lines.map((line) => (NOTE.exec(line) || [])[1]).filter(Boolean));
    const notes = new Map();
    // Numbered as they are called.
    text.replace(/\[\^([^\]\s]{1,100})\](?!:)/g, (_, name) => defined.has(name) && !notes.has(name) && notes.set(name, notes.size + 1));
    const reader = new Reader(notes);
    reader.read(lines, { quote: 0, list: 0 });
    return [...reader.blocks, ...[].concat(...reader.noted.sort(([one], [other]) => one.number - other.number))];
  };
})();
