/* Facets: which cases have which terms, and how many a click would give. */
(() => {
  "use strict";

  class Facets {
    constructor(all, isTouching) {
      this.all = all;
      this.byKey = new Map(all.map((facet) => [facet.key, facet]));
      this.isTouching = isTouching;
    }

    /** The same, but whoever chooses a term finds as well what only touches on it: a task's cases and those that 兼及 it. */
    get touching() {
      return new Facets(this.all, true);
    }

    /** Learns all of some facets, by key: their terms, and which cases have them. Keys that are none are passed over. */
    learn(keys) {
      return Promise.all(keys.map((key) => this.byKey.get(key)).filter(Boolean).map(async (facet) => {
        await facet.learnNames();
        await this.learnLists(facet);
      }));
    }

    /** Learns which cases have those terms of a facet that are known. */
    async learnLists(facet) {
      await facet.learnCases();
      if (!this.isTouching || !facet.touched || facet.wide) return;
      const other = this.byKey.get(facet.touched);
      await other.learnCases();
      facet.wide = facet.cases.map((list, index) => Int32Array.from(new Set([...list, ...other.cases[index]])).sort());
    }

    lists(facet) {
      return (this.isTouching && facet.wide) || facet.cases;
    }

    /** For each facet with a choice, which cases have one of the chosen terms: Map from key to Set. */
    chosen(filters) {
      const chosen = new Map();
      for (const [key, names] of Object.entries(filters)) {
        const facet = this.byKey.get(key);
        if (!facet || !names.length) continue;
        const cases = new Set();
        for (const name of names) (this.lists(facet)[facet.numbers.get(name)] || []).forEach((case_) => cases.add(case_));
        chosen.set(key, cases);
      }
      return chosen;
    }

    /** Those filters whose facet there is. */
    known(filters) {
      const unknown = Object.keys(filters).filter((key) => !this.byKey.has(key));
      return unknown.reduce((left, key) => anliji.address.withNames(left, key, []), filters);
    }

    /**
      Tells which of the cases that the text found satisfy the filters, whose facets must have been learnt: `cases`. And
      `of(facet)` promises what a click on each of its terms would give: the cases that satisfy all other facets.
    */
    count(found, filters, size) {
      const chosen = [...this.chosen(filters)];
      // 0: not found; 1: satisfies everything; 2 + n: fails only the n-th chosen facet.
      const state = new Uint8Array(size);
      const cases = [];
      for (const case_ of found) {
        let failed = -1;
        let failures = 0;
        chosen.forEach(([, set], index) => {
          if (!set.has(case_)) {
            failed = index;
            failures += 1;
          }
        });
        if (failures === 0) cases.push(case_);
        if (failures < 2) state[case_] = failures ? 2 + failed : 1;
      }
      const counted = (facet) => {
        const own = 2 + chosen.findIndex(([key]) => key === facet.key);
        return this.lists(facet).map((list) => {
          let count = 0;
          for (const case_ of list) if (state[case_] === 1 || (own > 1 && state[case_] === own)) count += 1;
          return count;
        });
      };
      const isAll = found.length === size && !chosen.length;
      return {
        cases,
        of: async (facet) => {
          // Nothing is asked for, so each click gives what the term has.
          if (isAll && !(this.isTouching && facet.touched)) return facet.counts;
          await (facet.isTop ? this.learnLists(facet) : this.learn([facet.key]));
          return counted(facet);
        },
      };
    }
  }

  anliji.facets = anliji.kept(async () => {
    await anliji.directory();
    const [heads] = await anliji.load("terms");
    return new Facets(heads.map((head, number) => new anliji.Facet(head, number)), false);
  });

  /** Gives a test for cases: one of the names in each facet that is named. Names that no case has match nothing. */
  anliji.filter = async (filters) => {
    const named = Object.create(null);
    for (const [key, names] of Object.entries(filters || {})) {
      const all = Array.isArray(names) ? names : [names];
      if (names !== null && names !== undefined && all.length) named[key] = all.map(String);
    }
    if (!Object.keys(named).length) return () => true;
    const known = await anliji.facets();
    await known.learn(Object.keys(named));
    const chosen = [...known.chosen(named).values()];
    return (case_) => chosen.every((set) => set.has(case_));
  };
})();
