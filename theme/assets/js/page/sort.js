/* Sorting a table by its columns. Without scripts it is in its own order, and nothing offers to change that. */
(() => {
  "use strict";

  const ARROWS = `<svg viewBox="0 0 10 14" aria-hidden="true" focusable="false"><path class="bars__up" d="M5 0l4 5H1z"/><path class="bars__down" d="M5 14l4-5H1z"/></svg>`;

  /** What each press on a column does; the last gives the table its own order back. */
  const PRESSES = { name: ["ascending", "descending", "none"], count: ["descending", "ascending", "none"] };

  const WORDS = {
    name: { ascending: "按名称的拼音顺序", descending: "按名称的拼音倒序" },
    count: { ascending: "按案例数从少到多", descending: "按案例数从多到少" },
  };

  function offer(table) {
    const heads = [...table.querySelectorAll("thead th")];
    const body = table.tBodies[0];
    const own = [...body.rows];
    for (const head of heads.filter((one) => one.dataset.sort)) {
      const button = anliji.button("bars__sort", "", () => press(head));
      button.append(...head.childNodes);
      button.insertAdjacentHTML("beforeend", ARROWS);
      head.append(button);
      head.setAttribute("aria-sort", "none");
    }

    function press(head) {
      const presses = PRESSES[head.dataset.sort];
      const order = presses[(presses.indexOf(head.getAttribute("aria-sort")) + 1) % presses.length];
      for (const one of heads.filter((other) => other.dataset.sort)) one.setAttribute("aria-sort", "none");
      head.setAttribute("aria-sort", order);
      body.append(...sorted(own, heads.indexOf(head), order));
      anliji.announce(order === "none" ? "恢复原来的顺序" : `已${WORDS[head.dataset.sort][order]}排列`);
    }
  }

  /** Gives the rows in an order; rows that are alike keep their own. */
  function sorted(rows, column, order) {
    if (order === "none") return rows;
    const sign = order === "ascending" ? 1 : -1;
    const key = (row) => Number(row.cells[column].dataset.sort);
    return [...rows].sort((one, other) => sign * (key(one) - key(other)));
  }

  document.querySelectorAll("table[data-sortable]").forEach(offer);
})();
