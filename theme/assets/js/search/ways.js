/* Where nothing is found: what a reader could leave out, and how many cases that would give. */
(() => {
  "use strict";

  const FEW = 4;
  const MOST_WAYS = 8;
  /** Longer than this is no short name. */
  const SHORT = 5;

  const shown = (word) => (word.isExcluded ? `-${word.text}` : word.text);

  /** Each word left out by itself, then each facet: one condition less. */
  function oneLess(query, filters, facets) {
    const tries = [];
    if (query.words.length > 1) {
      for (const word of query.words) {
        const q = query.words.filter((one) => one !== word).map(shown).join(" ");
        tries.push({ text: `去掉检索词“${shown(word)}”`, change: { q } });
      }
    }
    for (const [key, names] of Object.entries(filters)) {
      const left = anliji.address.withNames(filters, key, []);
      tries.push({ text: `不限${facets.byKey.get(key).label}（${names.join("、")}）`, change: { filters: left } });
    }
    return tries;
  }

  /** More left out at once: all facets, all words, or all but one word. */
  function muchLess(query, filters) {
    const keys = Object.keys(filters);
    const tries = [];
    if (keys.length > 1) tries.push({ text: "不用任何筛选", change: { filters: {} } });
    if (query.words.length && keys.length) tries.push({ text: "只用筛选，不用检索词", change: { q: "" } });
    if (query.words.length > 1 && keys.length) {
      for (const word of query.words.filter((one) => !one.isExcluded).slice(0, FEW)) {
        tries.push({ text: `只检索“${word.text}”，不用筛选`, change: { q: word.text, filters: {} } });
      }
    }
    return tries;
  }

  /** Where nothing else helps: everything of one kind, without any words. */
  function anyOf(facets) {
    const { key, label, names } = facets.all[0];
    return names.map((name) => ({ text: `${label}“${name}”`, change: { q: "", filters: { [key]: [name] } } }));
  }

  /** Regions whose name begins as the only word does: 浙大 may be one of 浙江. */
  function beginningAlike(query, filters, facets) {
    const facet = facets.byKey.get("province");
    const [first] = query.words.length === 1 && query.whole.length < SHORT && !Object.keys(filters).length ? query.whole : [];
    const names = facet && first ? facet.names.filter((name) => name[0] === first) : [];
    return names.map((name) => ({ text: `${facet.label}“${name}”`, change: { q: "", filters: { province: [name] } } }));
  }

  const ENDING = /(?:省|市|自治区|特别行政区)$/u;
  const ENDINGS = ["", "省", "市", "自治区", "特别行政区"];

  const withoutEnding = (text) => text.replace(ENDING, "");

  /** Terms of long facets that are called like one of some words: `{facet, name, normal}`. */
  async function calledLong(words, facets) {
    const directory = await anliji.directory();
    const wanted = new Set([].concat(...words.map((word) => ENDINGS.map((ending) => word + ending))));
    const numbers = new Set([].concat(...[...wanted].map((one) => directory.parts("called", one, true))));
    const found = [];
    for (const [texts, keys, names] of await Promise.all([...numbers].map((number) => anliji.load(`called/${number}`)))) {
      texts.split(",").forEach((normal, index) => (
        wanted.has(normal) && found.push({ facet: facets.byKey.get(keys[index]), name: names[index], normal })));
    }
    return found;
  }

  /** The same of those whose terms are all known from the beginning. */
  function calledShort(words, { all }, table) {
    const found = [];
    for (const facet of all.filter(({ long }) => long === undefined)) {
      for (const [index, name] of facet.names.entries()) {
        const called = [name, ...((facet.also && facet.also[index]) || []).map(([alias]) => alias)];
        const normal = called.map((one) => table.normalise(one)).find((one) => words.includes(one) || words.includes(withoutEnding(one)));
        if (facet.counts[index] && normal !== undefined) found.push({ facet, name, normal });
      }
    }
    return found;
  }

  /** Terms that are called like a word of the query and have cases: 江苏省 is a place. */
  anliji.termsNamed = async (query, facets, table) => {
    const typed = [query.whole, ...query.words.filter((word) => !word.isExcluded).map((word) => word.runs.join(" "))];
    const words = [...new Set([...typed, ...typed.filter((word) => word.length > 2).map(withoutEnding)])].filter(Boolean);
    const found = [...calledShort(words, facets, table), ...await calledLong(words, facets)];
    found.sort((one, other) => one.facet.number - other.facet.number);
    return found.map(({ facet: { key, label }, name, normal }) => {
      // The other words stay; the one that names the term goes.
      const left = query.words.filter((word) => !words.includes(word.runs.join(" ")) || !sounds(word, normal));
      return { text: `按${label}“${name}”筛选`, key, name, q: left.map(shown).join(" ") };
    });
  };

  function sounds(word, normal) {
    const text = word.runs.join(" ");
    return text === normal || withoutEnding(text) === withoutEnding(normal);
  }

  /** Gives `{text, change, count}`, those that leave out least first, and among them what finds most. */
  anliji.waysOut = async (query, filters, facets, size) => {
    const table = await anliji.characters();
    // Cases of a task come before those that only touch on it.
    const named = (await anliji.termsNamed(query, facets, table)).map(({ text, key, name, q }) => ({
      text, rank: key === "also" ? 1 : 0, change: { q, filters: anliji.address.withName(filters, key, name, true) },
    }));
    const levels = [
      named, oneLess(query, filters, facets), muchLess(query, filters), beginningAlike(query, filters, facets), anyOf(facets),
    ];
    const ways = [];
    for (const level of levels) {
      if (ways.length && level === levels[levels.length - 1]) break;
      for (const one of level) {
        const found = await anliji.findAll("q" in one.change ? await anliji.parse(one.change.q) : query);
        const chosen = one.change.filters || filters;
        await facets.learn(Object.keys(chosen));
        one.count = facets.count(found, chosen, size).cases.length;
      }
      ways.push(...level.filter((one) => one.count)
        .sort((one, other) => (one.rank || 0) - (other.rank || 0) || other.count - one.count));
    }
    return ways.slice(0, MOST_WAYS);
  };
})();
