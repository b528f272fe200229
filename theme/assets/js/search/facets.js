/* Facets: which cases have which terms, and how many a click would give. */
(() => {
  "use strict";

  class Facets {
    constructor(facets, lists) {
      let at = 0;
      this.all = facets.map((facet) => {
        const { names } = facet;
        const cases = lists.slice(at, at + names.length);
        at += names.length;
        return Object.assign({}, facet, { cases, numbers: new Map(names.map((name, index) => [name, index])) });
      });
      this.byKey = new Map(this.all.map((facet) => [facet.key, facet]));
    }

    /** The same, but whoever chooses a term finds as well what only touches on it: a task's cases and those that 兼及 it. */
    get touching() {
      if (!this.wide) {
        const lists = this.all.map(({ cases, touched }) => cases.map((list, index) => (
          touched ? Int32Array.from(new Set([...list, ...this.byKey.get(touched).cases[index]])).sort() : list)));
        this.wide = new Facets(this.all, [].concat(...lists));
      }
      return this.wide;
    }

    /** For each facet with a choice, which cases have one of the chosen terms: Map from key to Set. */
    chosen(filters) {
      const chosen = new Map();
      for (const [key, names] of Object.entries(filters)) {
        const facet = this.byKey.get(key);
        if (!facet || !names.length) continue;
        const cases = new Set();
        for (const name of names) this.cases(facet, name).forEach((case_) => cases.add(case_));
        chosen.set(key, cases);
      }
      return chosen;
    }

    /** Those filters whose facet there is. */
    known(filters) {
      const unknown = Object.keys(filters).filter((key) => !this.byKey.has(key));
      return unknown.reduce((left, key) => anliji.address.withNames(left, key, []), filters);
    }

    cases(facet, name) {
      return facet.cases[facet.numbers.get(name)] || [];
    }

    /**
      Counts what a click on each term would give: the cases that the text found and that satisfy all other facets.
      `{total, cases, counts}`; counts is a Map from key to an array, one number for each term.
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
      const counts = new Map(this.all.map((facet) => {
        const own = 2 + chosen.findIndex(([key]) => key === facet.key);
        const counted = facet.cases.map((list) => {
          let count = 0;
          for (const case_ of list) if (state[case_] === 1 || (own > 1 && state[case_] === own)) count += 1;
          return count;
        });
        return [facet.key, counted];
      }));
      return { cases, counts };
    }
  }

  /** The facets with the names of their terms, without their cases: all that suggestions need. */
  anliji.terms = anliji.kept(async () => {
    await anliji.directory();
    const [facets] = await anliji.load("terms");
    return facets;
  });

  anliji.facets = anliji.kept(async () => {
    const [facets, [packed]] = await Promise.all([anliji.terms(), anliji.load("facets")]);
    const lists = facets.reduce((sum, facet) => sum + facet.names.length, 0);
    return new Facets(facets, anliji.unpack(packed, lists));
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
    const chosen = [...known.chosen(named).values()];
    return (case_) => chosen.every((set) => set.has(case_));
  };

  /**
    How well a term is meant by what was typed: 4 if its name begins so, 3 if its initials do, 2 if its pinyin does, 1 if
    any of them comes later, 0 if it is not meant. Both are compared as search compares them.
  */
  anliji.meant = (typed, name, read, table) => {
    const wanted = table.normalise(typed);
    if (!wanted) return typed.trim() ? 0 : 1;
    const at = table.normalise(name).indexOf(wanted);
    if (at === 0) return 4;
    const letters = wanted.replace(/[ ']/g, "");
    if (at < 0 && !/^[a-z0-9]+$/.test(letters)) return 0;
    const syllables = read.split(" ");
    const initials = syllables.map((syllable) => syllable[0] || "").join("");
    if (initials.startsWith(letters)) return 3;
    if (syllables.join("").startsWith(letters)) return 2;
    const isLater = initials.includes(letters)
      || syllables.some((_, index) => syllables.slice(index).join("").startsWith(letters));
    return at > 0 || isLater ? 1 : 0;
  };

  /** The same for a facet's term by its number, with whatever else it is called. */
  anliji.meantTerm = (typed, { names, read, also }, index, table) => {
    const called = [[names[index], read[index]], ...((also && also[index]) || [])];
    return Math.max(...called.map(([name, syllables]) => anliji.meant(typed, name, syllables, table)));
  };
})();
