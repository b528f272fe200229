/* Lists of Word files: bullets are one list, and each numbered list is one of its own, with the number it begins with. */
(() => {
  "use strict";

  const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const STEP = 420;

  const level = (format, text) => (depth) => `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>`
    + `<w:lvlText w:val="${text(depth)}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${STEP * (depth + 1)}" w:hanging="${STEP}"/></w:pPr></w:lvl>`;
  const kind = (id, format, text) => `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="hybridMultilevel"/>`
    + `${LEVELS.map(level(format, text)).join("")}</w:abstractNum>`;

  anliji.WordLists = class WordLists {
    constructor() {
      this.begun = [];
      /** The list that goes on at each depth: its number, and the number that comes next. */
      this.open = [];
    }

    /** Gives the properties of an item's paragraph; one without a mark stands in as far as the item that it goes on with. */
    shape(depth, mark) {
      const at = Math.min(depth, LEVELS.length) - 1;
      if (!mark) return `<w:ind w:left="${STEP * (at + 1)}"/>`;
      this.open.length = Math.min(this.open.length, at + 1);
      const number = parseInt(mark, 10);
      if (Number.isNaN(number)) {
        this.open[at] = null;
        return WordLists.reference(at, 1);
      }
      const going = this.open[at];
      if (!going || going.next !== number) {
        this.begun.push([at, number]);
        this.open[at] = { id: this.begun.length + 1, next: number };
      }
      this.open[at].next += 1;
      return WordLists.reference(at, this.open[at].id);
    }

    /** What stands between two lists ends the first. */
    end() {
      this.open.length = 0;
    }

    static reference(at, id) {
      return `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`;
    }

    get xml() {
      const begun = this.begun.map(([at, number], index) => `<w:num w:numId="${index + 2}"><w:abstractNumId w:val="1"/>`
        + `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${number}"/></w:lvlOverride></w:num>`);
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering ${NAMESPACE}>`
        + `${kind(0, "bullet", () => "•")}${kind(1, "decimal", (depth) => `%${depth + 1}.`)}`
        + `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${begun.join("")}</w:numbering>`;
    }
  };
})();
