/* What a line of the comparison holds of a case, drawn. */
(() => {
  "use strict";

  const { build } = anliji;

  function list(className, children) {
    const element = build("ul", className);
    element.append(...children);
    return element;
  }

  function term({ name, of, among }) {
    const item = build("li", among ? `is-among-${among}` : "");
    item.append(build("span", "compare__term", name));
    if (of.length) item.append(build("span", "compare__of", of.join("、")));
    return item;
  }

  function point({ head, text }) {
    const item = build("li");
    if (head) item.append(build("b", "", head), " ");
    item.append(text);
    return item;
  }

  /** The whole of a text that stands in outline; it opens where it stands. */
  function rest(blocks, name) {
    const details = build("details", "compare__whole");
    const summary = build("summary", "", "全文");
    summary.setAttribute("aria-label", `全文：${name}`);
    details.append(summary, ...blocks.map(({ kind, text }) => build("p", kind === "heading" ? "compare__heading" : "", text)));
    return details;
  }

  const FORMS = {
    terms: (items) => [list("compare__terms", items.map(term))],
    names: (items) => [list("compare__terms compare__terms--names", items.map(term))],
    kinds: (items) => [list("compare__terms compare__terms--kinds", items.map(term))],
    lines: (items) => [list("compare__lines", items.map((text) => build("li", "", text)))],
    prose: ([{ points, blocks }], name) => [
      list(points.length > 1 ? "compare__points" : "compare__points compare__points--one", points.map(point)),
      ...(blocks.length ? [rest(blocks, name)] : []),
    ],
  };

  /** Fills a cell; what a record does not say is said to be so. */
  anliji.compareCell = (cell, form, items, name) => {
    if (items.length) cell.append(...FORMS[form](items, name));
    else cell.append(build("span", "compare__unwritten", "未写"));
  };
})();
