/* Cases by several words, each of which may be there in one form or another. */
(() => {
  "use strict";

  /** The cases of the first run that has a case, and for each the run that is weightiest there: Map to `{run, entry}`. */
  async function filled(runs) {
    const found = new Map();
    for (const [index, cases] of (await Promise.all(runs.map(anliji.occurrences))).entries()) {
      for (const [case_, entry] of cases) {
        const known = found.get(case_);
        if (!known || entry.zone < known.entry.zone) found.set(case_, { run: runs[index], entry });
      }
    }
    return found;
  }

  /**
    Gives the cases that have at least so much of what the slots weigh, from 0 to 1, the best first: `{cases, scores, runs}`,
    `runs` being a Map from each case to what it has. A slot is a list of runs, any of which fills it; one that is rare
    weighs more. What `unwanted` holds is left out.
  */
  anliji.bySlots = async (slots, least, unwanted = new Set()) => {
    const { count } = await anliji.directory();
    const all = await Promise.all(slots.map(filled));
    const weights = all.map((found) => (found.size ? Math.log2(1 + count / found.size) : 0));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const scores = new Map();
    const runs = new Map();
    for (const case_ of new Set([].concat(...all.map((found) => [...found.keys()])))) {
      const had = all.map((found) => found.get(case_));
      const share = had.reduce((sum, one, index) => sum + (one ? weights[index] : 0), 0);
      if (unwanted.has(case_) || !whole || share < least * whole - 1e-9) continue;
      const score = had.reduce((sum, one, index) => (
        sum + (one ? weights[index] * anliji.weights.zones[one.entry.zone] : 0)), 0);
      scores.set(case_, score / whole);
      runs.set(case_, [...new Set(had.filter(Boolean).map((one) => one.run))]);
    }
    const cases = [...scores.keys()].sort((one, other) => scores.get(other) - scores.get(one) || one - other);
    return { cases, scores, runs };
  };
})();
