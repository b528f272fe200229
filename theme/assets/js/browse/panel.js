/* The panel of facets on the browse page. */
(() => {
  "use strict";

  anliji.Panel = class Panel {
    /** Fills an element; `change(key, name, isChosen)` is called for each click, `widen(isWide)` for the switch. */
    constructor(element, facets, table, change, widen) {
      const inOrder = [...facets.all].sort((one, other) => one.panel - other.panel);
      this.groups = inOrder.map((facet) => new anliji.Group(facet, table, change));
      this.widenings = this.groups.filter(({ facet }) => facet.touched)
        .map((group) => anliji.addWidening(group, `含${facets.byKey.get(group.facet.touched).label}`, widen));
      anliji.fill(element, this.groups.map((group) => group.element));
    }

    /** Shows for each facet that is open what a click would give, by `countsOf`: a promise. */
    update(countsOf, filters, isWide) {
      this.widenings.forEach((show) => show(isWide));
      return Promise.all(this.groups.map((group) => {
        const { key, counts } = group.facet;
        // Nothing to choose from at all: no case names its level, say.
        group.element.hidden = !counts.some(Boolean) && !(filters[key] || []).length;
        return group.update(countsOf, filters[key]);
      }));
    }
  };
})();
