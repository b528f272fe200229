/* The panel of facets on the browse page. */
(() => {
  "use strict";

  /** The facets in their order; those that are open from the start, and those whose terms lie in one another. */
  const FACETS = {
    order: ["task", "place", "province", "year", "university", "level", "form", "product", "partner", "keyword", "also"],
    open: ["task", "place", "province", "year"],
    nested: ["place"],
  };

  anliji.Panel = class Panel {
    /** Fills an element; `change(key, name, isChosen)` is called for each click. */
    constructor(element, facets, table, change) {
      const known = FACETS.order.map((key) => facets.byKey.get(key)).filter(Boolean);
      this.groups = known.map((facet) => new anliji.Group(facet, table, change, {
        isOpen: FACETS.open.includes(facet.key), isNested: FACETS.nested.includes(facet.key),
      }));
      anliji.fill(element, this.groups.map((group) => group.element));
    }

    update(counts, filters) {
      for (const group of this.groups) {
        const { key, cases } = group.facet;
        group.update(counts.get(key), filters[key]);
        // Nothing to choose from at all: no case names its level, say.
        group.element.hidden = !cases.some((one) => one.length) && !(filters[key] || []).length;
      }
    }
  };
})();
