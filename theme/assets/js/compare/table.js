/* The comparison as a table: a column for each case, a row for each line, rows in groups. */
(() => {
  "use strict";

  const { build } = anliji;
  const ROLES = [
    ["table", "table"], ["thead, tbody", "rowgroup"], ["tr", "row"], ["thead th", "columnheader"],
    ["tbody th", "rowheader"], ["td", "cell"],
  ];

  function headed(scope, className, ...children) {
    const head = build("th", className);
    head.scope = scope;
    head.append(...children);
    return head;
  }

  /** The name of a case where its column is not in sight: its university, with a number where several have the same. */
  function shortNames(cases) {
    const names = cases.map(({ row }) => row.university || row.phrases.join(""));
    return names.map((name, index) => (names.indexOf(name) === names.lastIndexOf(name) ? name : `${name}（${index + 1}）`));
  }

  function column({ id, row, record }, remove) {
    const link = build("a");
    link.href = `${anliji.root}cases/${id}.html`;
    row.phrases.forEach((phrase, index) => link.append(...(index ? [build("wbr")] : []), phrase));
    const off = anliji.button("compare__off", "移出", () => remove(id));
    off.setAttribute("aria-label", `移出：${row.phrases.join("")}`);
    return headed("col", `task-${row.taskId}`, build("span", "compare__task", row.taskName), link, ...whose(record), off);
  }

  function whose({ university, universities = [university] }) {
    const names = universities.filter(Boolean).join("、");
    return names ? [build("span", "compare__by", names)] : [];
  }

  /** Says in words what colours say: that all cases have the same, or what they share. */
  function sameness({ isSame, shared }) {
    if (isSame) return [build("span", "compare__same", "相同")];
    return shared.length ? [build("span", "compare__same", `都有：${shared.join("、")}`)] : [];
  }

  function row(line, names, caution) {
    const element = build("tr", `compare__${line.form}-row${line.isSame ? " is-same" : ""}`);
    const head = headed("row", "", line.label, ...sameness(line));
    if (line.key === "outcomes") head.append(build("span", "compare__caution", caution));
    element.append(head, ...line.cells.map((items, index) => {
      const cell = build("td", line.cells[index].length ? "" : "is-unwritten");
      cell.dataset.case = names[index];
      anliji.compareCell(cell, line.form, items, `${line.label}，${names[index]}`);
      return cell;
    }));
    return element;
  }

  function group(name, rows, width) {
    const body = build("tbody");
    const head = build("tr", "compare__group");
    const title = headed("rowgroup", "", name);
    title.colSpan = width + 1;
    head.append(title);
    body.append(head, ...rows);
    return body;
  }

  /** Draws the lines of cases; `caution` stands beside numbers, `remove(id)` takes a case out. */
  anliji.compareTable = (cases, lines, caution, remove) => {
    const names = shortNames(cases);
    const table = build("table", `compare__table compare__table--${cases.length}`);
    const head = build("thead");
    const top = build("tr");
    top.append(headed("col", "compare__corner", "对照的事项"), ...cases.map((one) => column(one, remove)));
    head.append(top);
    table.append(build("caption", "announcement", `${cases.length}个案例逐项对照`), head);
    for (const name of new Set(lines.map((one) => one.group))) {
      table.append(group(name, lines.filter((one) => one.group === name).map((one) => row(one, names, caution)), cases.length));
    }
    const box = build("div", "compare__box");
    box.append(table);
    // On a phone rows are laid out as blocks; to those who listen they stay rows of a table.
    for (const [selector, role] of ROLES) box.querySelectorAll(selector).forEach((one) => one.setAttribute("role", role));
    return box;
  };
})();
