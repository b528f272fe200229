/* In which order and in which form results are shown. */
(() => {
  "use strict";

  const viewOf = (name) => (name === "table" ? "table" : "list");

  anliji.Tools = class Tools {
    constructor(part, page, steps) {
      this.sort = part("sort");
      this.views = [...page.querySelectorAll("[data-view]")];
      this.sort.addEventListener("change", () => steps.take({ sort: this.sort.value }));
      for (const view of this.views) {
        view.addEventListener("click", () => {
          steps.take({ view: view.dataset.view === "table" ? "table" : "", page: steps.state.page });
        });
      }
    }

    update({ view }, { query, order, facets }) {
      anliji.fill(this.sort, anliji.order.offered(query, facets).map(([key, name]) => {
        const option = anliji.build("option", "", name);
        option.value = key;
        option.selected = key === order;
        return option;
      }));
      for (const one of this.views) one.setAttribute("aria-pressed", String(one.dataset.view === viewOf(view)));
    }
  };
})();
