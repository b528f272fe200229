/* In which order the terms of a facet are shown. */
(() => {
  "use strict";

  /** The numbers of a group's terms that are meant by what was typed, those without cases last where the list is long. */
  anliji.rankedTerms = ({ facet, names, counts, around, chosen, isLong, table }, typed) => {
    const ranked = names.map((_, index) => index).filter((index) => !typed || anliji.meantTerm(typed, facet, index, table));
    if (!isLong) return ranked;
    // Whole provinces come first, and the places inside one when it is chosen; then what there is most of, in the
    // facet's own order.
    const depth = (index) => (typed ? 0 : around[index].filter((name) => !chosen.has(name)).length);
    const lacks = (index) => Number(!counts[index]);
    return ranked.sort((one, other) => (
      lacks(one) - lacks(other) || depth(one) - depth(other) || counts[other] - counts[one] || one - other));
  };
})();
