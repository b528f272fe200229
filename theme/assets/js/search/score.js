/* How well a case answers a query. */
(() => {
  "use strict";

  /** The smallest stretch that has a place of each run, in characters; Infinity where that is not known. */
  function stretch(entries) {
    const rows = entries.map((entry) => entry.places);
    if (rows.some((places) => !places.length)) return Infinity;
    const at = rows.map(() => 0);
    let best = Infinity;
    for (;;) {
      let first = 0;
      let last = 0;
      rows.forEach((places, index) => {
        if (places[at[index]] < rows[first][at[first]]) first = index;
        if (places[at[index]] > rows[last][at[last]]) last = index;
      });
      best = Math.min(best, rows[last][at[last]] - rows[first][at[first]]);
      at[first] += 1;
      if (at[first] === rows[first].length) return best;
    }
  }

  function isTitle(case_, entries, query, directory) {
    const start = directory.borders[case_];
    return directory.titleLength(case_) === query.whole.length && entries.every((entry) => entry.zone === 0)
      && entries.some((entry) => !entry.places.length || entry.places[0] === start);
  }

  /** How well a case answers a query; `entries` says of each run where the case has it. */
  anliji.score = (case_, entries, query, directory) => {
    const weights = anliji.weights;
    const count = entries.reduce((sum, entry) => sum + entry.count, 0);
    const base = isTitle(case_, entries, query, directory)
      ? weights.exact
      : entries.reduce((sum, entry) => sum + weights.zones[entry.zone], 0) / entries.length;
    const distance = entries.length > 1 ? stretch(entries) : Infinity;
    return base
      + (weights.occurrences * count) / (count + weights.enough)
      + (Number.isFinite(distance) ? (weights.closeness * weights.apart) / (distance + weights.apart) : 0)
      + weights.freshness * (1 - case_ / directory.count);
  };
})();
