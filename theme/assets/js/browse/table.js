/* Results as a table. */
(() => {
  "use strict";

  const ROLES = [
    ["table", "table"], ["thead, tbody", "rowgroup"], ["tr", "row"], ["thead th", "columnheader"], ["tbody th", "rowheader"],
    ["td", "cell"],
  ];
  const BOX = '<div class="found-table" role="region" aria-label="结果表格" tabindex="0"><table><thead><tr></tr></thead><tbody></tbody></table></div>';

  const { build } = anliji;

  /** A row: the title, and what the cells behind it hold. */
  function row(title, cells) {
    const element = build("tr");
    const head = build("th");
    head.scope = "row";
    head.append(build("a", "", title));
    element.append(head, ...cells.map((children) => {
      const cell = build("td");
      cell.append(...children);
      return cell;
    }));
    return element;
  }

  function when({ date, isReported }) {
    const time = build("time", "", anliji.dateInWords(date));
    time.dateTime = date;
    return [time, ...(isReported ? [build("span", "", "报道")] : [])];
  }

  anliji.table = {
    read(one, { hasWho }) {
      const { phrases, taskId, taskName, university, date, figure } = one;
      const data = figure ? [`${figure[0]} `, anliji.drawNumber(figure)] : [];
      const task = [build("span", "task-name", taskName)];
      const element = row(phrases.join(""), [...(hasWho ? [[university]] : []), task, date ? when(one) : [], data]);
      element.children[hasWho ? 2 : 1].className = `task-${taskId}`;
      return element;
    },

    /** A case of which there is only the title. */
    bare: (title, { columns }) => row(title, Array.from({ length: columns.length - 1 }, () => [])),

    /** Says, between rows, how those below were found. */
    apart(text, { columns }) {
      const element = build("tr", "rows__apart");
      const cell = build("td", "", text);
      cell.colSpan = columns.length;
      element.append(cell);
      return element;
    },

    around(rows, { columns }) {
      const box = anliji.elementOf(BOX);
      for (const name of columns) {
        const head = build("th", "", name);
        head.scope = "col";
        box.querySelector("thead tr").append(head);
      }
      box.querySelector("tbody").append(...rows);
      // On a phone the rows are laid out as blocks; to those who listen they stay rows of a table.
      for (const [selector, role] of ROLES) box.querySelectorAll(selector).forEach((one) => one.setAttribute("role", role));
      // An empty cell is not laid out there; the others still say in which column they are.
      box.querySelectorAll("th, td").forEach((one) => one.setAttribute("aria-colindex", one.cellIndex + 1));
      return box;
    },
  };
})();
