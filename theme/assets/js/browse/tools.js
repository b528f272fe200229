/* In which order and in which form results are shown, and the way to take all of them along. */
(() => {
  "use strict";

  const viewOf = (name) => (name === "table" ? "table" : "list");

  anliji.Tools = class Tools {
    constructor(part, page, steps) {
      this.sort = part("sort");
      this.views = [...page.querySelectorAll("[data-view]")];
      this.steps = steps;
      this.gathering = anliji.gathering();
      this.views[0].parentElement.after(this.gathering.button);
      this.sort.addEventListener("change", () => steps.take({ sort: this.sort.value }));
      for (const view of this.views) {
        view.addEventListener("click", () => {
          steps.take({ view: view.dataset.view === "table" ? "table" : "", page: steps.state.page });
        });
      }
    }

    update({ view }, answer) {
      const { query, order, facets } = answer;
      this.gathering.update(answer, this.steps.isUnconditional);
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
