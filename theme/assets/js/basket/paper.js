/* A volume or the sheets of a lesson as a part of the page, for the printer and the eye. */
(() => {
  "use strict";

  const { build } = anliji;
  const STEP_EM = 1.6;
  const MARKS = [["strong", "strong"], ["emphasis", "em"], ["strike", "s"], ["sub", "sub"], ["sup", "sup"], ["code", "code"]];

  function runOf(run) {
    const lines = run.text.split("\n");
    let element = document.createDocumentFragment();
    lines.forEach((line, index) => element.append(...(index ? [build("br")] : []), line));
    for (const [key, tag] of MARKS) {
      if (!run[key]) continue;
      const around = build(tag);
      around.append(element);
      element = around;
    }
    if (!/^(?:https?:\/\/|mailto:)/.test(run.url || "")) return element;
    const link = build("a");
    link.href = run.url;
    link.append(element);
    return link;
  }

  function filled(tag, className, runs) {
    const element = build(tag, className);
    element.append(...runs.map(runOf));
    return element;
  }

  const text = (tag, className, words) => build(tag, className, words);

  /** Draws a table; a cell is a list of runs, or where `isDeep`, of lists of them. */
  function table(rows, { className = "", aligns = [], hasHead = true, isDeep = false, widths } = {}) {
    const element = build("table", `paper__table ${className}`.trim());
    rows.forEach((cells, index) => {
      const row = build("tr");
      row.append(...cells.map((cell, column) => {
        const isHead = hasHead && !index;
        const one = build(isHead ? "th" : "td");
        if (isHead) one.scope = "col";
        if (widths) one.style.width = `${(100 * widths[column]) / widths.reduce((sum, width) => sum + width, 0)}%`;
        one.append(...(isDeep ? cell.map((runs) => filled("p", "", runs)) : cell.map(runOf)));
        if (aligns[column]) one.style.textAlign = aligns[column];
        return one;
      }));
      if (hasHead && !index) {
        const head = build("thead");
        head.append(row);
        element.append(head);
      } else {
        if (!element.tBodies.length) element.append(build("tbody"));
        element.tBodies[0].append(row);
      }
    });
    return element;
  }

  function facts(rows) {
    const list = build("dl", "paper__facts");
    for (const [label, values] of rows) {
      const row = build("div");
      row.append(text("dt", "", label), ...values.map((value) => text("dd", "", value)));
      list.append(row);
    }
    return list;
  }

  function figures(rows) {
    const hasNotes = rows.some(([, , note]) => note);
    const cells = (row) => row.slice(0, hasNotes ? 3 : 2).map((words) => [{ text: words }]);
    return table([["事项", "数值", "说明"], ...rows].map(cells), { className: "paper__table--figures" });
  }

  /** An item with its mark before it; one that goes on with another has none. */
  function item({ depth, mark, runs }) {
    const element = filled("p", "paper__item", runs);
    element.style.paddingLeft = `${depth * STEP_EM}em`;
    element.prepend(text("span", "paper__mark", mark));
    return element;
  }

  const DRAWN = {
    section: ({ runs }) => filled("h3", "", runs),
    h: ({ level, runs }) => filled(`h${Math.min(6, Math.max(4, level + 1))}`, "", runs),
    named: ({ runs }) => filled("p", "paper__named", runs),
    lead: ({ runs }) => filled("h3", "", runs),
    li: item,
    rule: () => build("hr"),
    code: ({ runs }) => filled("pre", "", runs),
    note: ({ number, runs }) => filled("p", "paper__small", [{ text: `[${number}] ` }, ...runs]),
    small: ({ runs }) => filled("p", "paper__small", runs),
    source: ({ runs, url }) => filled("p", "paper__source", [...runs, ...(url ? [{ text: "　" }, { text: url, url }] : [])]),
    facts: ({ rows }) => facts(rows),
    figures: ({ rows }) => figures(rows),
    table: (one) => table(one.rows, one),
    p: ({ runs, quote, isSmall }) => filled("p", quote ? "paper__quote" : isSmall ? "" : "paper__body", runs),
  };
  const blocks = (given) => given.map((one) => DRAWN[one.kind](one));

  const PARTS = {
    cover: ({ title, about }) => [text("h2", "", title), ...about.map((words) => text("p", "", words))],
    contents({ entries, left }) {
      const list = build("ol", "paper__contents");
      list.append(...entries.map(({ anchor, number, title, by }) => {
        const line = build("li");
        const link = text("a", "", title);
        link.href = `#${anchor}`;
        line.append(text("span", "paper__number", String(number)), link, text("span", "paper__by", by));
        return line;
      }));
      return [text("h2", "", "目录"), list, ...(left ? [text("p", "paper__small", left)] : [])];
    },
    case: (one) => [text("p", "paper__task", one.task), text("h2", "", `${one.number}　${one.title}`),
      ...(one.subtitle ? [text("p", "paper__subtitle", one.subtitle)] : []), text("p", "paper__by", one.by), ...blocks(one.blocks)],
    references: ({ title, lines }) => [text("h2", "", title), ...lines.map((words) => text("p", "paper__reference", words))],
    sheet: ({ title, about, blocks: given }) => [text("h2", "", title), text("p", "paper__small", about), ...blocks(given)],
  };

  /** Draws parts, each on a page of its own. */
  anliji.paper = (parts) => parts.map((part) => {
    const element = build("section", `paper__part paper__part--${part.kind}${part.isFull ? " is-full" : ""}`);
    if (part.anchor) element.id = part.anchor;
    element.append(...PARTS[part.kind](part));
    return element;
  });
})();
