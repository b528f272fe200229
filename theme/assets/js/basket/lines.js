/* Lines of prose by how they begin: what opens a block, and what ends the paragraph before it. */
(() => {
  "use strict";

  const FENCE = /^ {0,3}(`{3,}|~{3,})([^`]*)$/;
  const HEADING = /^ *(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
  const RULE = /^ *([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
  const QUOTE = /^ *> ?/;
  const ITEM = /^( *)([-*+]|[0-9]{1,9}[.)])( +|$)/;
  const NOTE = /^ *\[\^([^\]\s]{1,100})\]: ?/;
  const UNDER = /^ *\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

  /** Splits a row of a table at its bars, but for those behind a backslash. */
  function cellsOf(line) {
    const cells = [""];
    const bare = line.trim();
    for (let at = bare[0] === "|" ? 1 : 0; at < bare.length; at += 1) {
      const isEscaped = bare[at] === "\\" && bare[at + 1] === "|";
      if (bare[at] === "|") cells.push("");
      else cells[cells.length - 1] += isEscaped ? "|" : bare[at];
      if (isEscaped) at += 1;
    }
    if (/(?:^|[^\\])\|$/.test(bare) && cells.length > 1) cells.pop();
    return cells.map((cell) => cell.trim());
  }

  const isTable = (lines, at) => /\|/.test(lines[at]) && at + 1 < lines.length && UNDER.test(lines[at + 1])
    && /[|]/.test(lines[at + 1]) && cellsOf(lines[at]).length === cellsOf(lines[at + 1]).length;

  /** Says whether a line ends the paragraph before it. */
  function interrupts(lines, at) {
    const line = lines[at];
    const item = ITEM.exec(line);
    return !line.trim() || FENCE.test(line) || HEADING.test(line) || RULE.test(line) || QUOTE.test(line) || NOTE.test(line)
      || (item && item[3] !== "" && /^(?:[-*+]|1[.)])$/.test(item[2])) || isTable(lines, at);
  }

  anliji.lines = { FENCE, HEADING, RULE, QUOTE, ITEM, NOTE, cellsOf, isTable, interrupts };
})();
