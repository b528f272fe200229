/* Results as cards, with excerpts. */
(() => {
  "use strict";

  const BARE = '<article class="card"><h3 class="card__title"><a class="whole"></a></h3></article>';

  anliji.cards = {
    /** A case as the build drew it. */
    read: ([html]) => anliji.elementOf(html),

    /** A case of which there is only the title. */
    bare: () => anliji.elementOf(BARE),

    /** Adds to a case what a query finds in it. */
    explain(card, [, , texts], query, table) {
      const found = anliji.excerpts(texts, query.runs, table);
      if (found.children.length) card.append(found);
    },

    around(cards, query) {
      const list = anliji.build("ul", query.runs.length ? "cards cards--found" : "cards");
      for (const card of cards) {
        const item = anliji.build("li");
        item.append(card);
        list.append(item);
      }
      return list;
    },
  };
})();
