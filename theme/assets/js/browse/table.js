/* Results as a table. */
(() => {
  "use strict";

  const ROLES = [
    ["table", "table"], ["thead, tbody", "rowgroup"], ["tr", "row"], ["thead th", "columnheader"], ["tbody th", "rowheader"],
    ["td", "cell"],
  ];
  const BOX = '<div class="found-table" role="region" aria-label="结果表格" tabindex="0"><table><thead><tr></tr></thead><tbody></tbody></table></div>';

  const row = (html) => anliji.elementOf(`<table>${html}</table>`, "tr");

  anliji.table = {
    /** A case as the build drew it. */
    read: ([, html]) => row(html),

    /** A case of which there is only the title. */
    bare: (columns) => row(`<tr><th scope="row"><a></a></th>${"<td></td>".repeat(columns.length - 1)}</tr>`),

    /** Rows have no excerpts. */
    explain() {},

    around(rows, query, columns) {
      const box = anliji.elementOf(BOX);
      for (const name of columns) {
        const head = anliji.build("th", "", name);
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
