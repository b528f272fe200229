/* Where nothing is found: what a reader could leave out, and how many cases that would give. */
(() => {
  "use strict";

  const FEW = 4;
  const LONG = 4;
  const MOST_PIECES = 6;

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
      const left = { ...filters };
      delete left[key];
      tries.push({ text: `不限${facets.byKey.get(key).label}（${names.join("、")}）`, change: { filters: left } });
    }
    return tries;
  }

  /** More left out at once: all facets, all words, or all but one word. */
  function muchLess(query, filters) {
    const keys = Object.keys(filters);
    const tries = [];
    if (keys.length > 1) tries.push({ text: "不限任何分类", change: { filters: {} } });
    if (query.words.length && keys.length) tries.push({ text: "只看分类，不用检索词", change: { q: "" } });
    if (query.words.length > 1 && keys.length) {
      for (const word of query.words.filter((one) => !one.isExcluded).slice(0, FEW)) {
        tries.push({ text: `只检索“${word.text}”，不限分类`, change: { q: word.text, filters: {} } });
      }
    }
    return tries;
  }

  /** Cuts a run into the longest pieces that occur somewhere: 县里小学上科普课 gives 小学, 上科普课. */
  async function pieces(run) {
    const found = [];
    for (let start = 0; start + 2 <= run.length && found.length < MOST_PIECES;) {
      let end = start + 1;
      while (end < run.length && (await anliji.places(run.slice(start, end + 1))).length) end += 1;
      if (end > start + 1) found.push(run.slice(start, end));
      start = end > start + 1 ? end : start + 1;
    }
    return found;
  }

  /** A sentence typed without spaces is taken apart. */
  async function apart(query) {
    const tries = [];
    for (const run of query.runs.filter((one) => one.length > LONG)) {
      const found = await pieces(run);
      if (found.length > 1) tries.push({ text: `拆成几个词“${found.join(" ")}”`, change: { q: found.join(" ") } });
      for (const piece of found.filter((one) => one !== run)) {
        tries.push({ text: `只检索“${piece}”`, change: { q: piece } });
      }
    }
    return tries;
  }

  /** Gives `{text, change, count}`, those that leave out least first, and among them what finds most. */
  anliji.waysOut = async (query, filters, facets, size) => {
    const levels = [oneLess(query, filters, facets), await apart(query), muchLess(query, filters)];
    const ways = [];
    for (const level of levels) {
      for (const one of level) {
        const found = await anliji.find("q" in one.change ? await anliji.parse(one.change.q) : query);
        one.count = facets.count(found.cases, one.change.filters ?? filters, size).cases.length;
      }
      ways.push(...level.filter((one) => one.count).sort((one, other) => other.count - one.count));
    }
    return ways;
  };
})();
