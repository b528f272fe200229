/* What the browse page shows for a state: which cases, in which order, and what a click on each term would give. */
(() => {
  "use strict";

  const PER_PAGE = 24;
  /** In an address: who chooses a task finds what touches on it, too. */
  const TOUCHING = "also";
  const NOT_SEARCHED = "检索数据没有读全，检索词这一次没有用上；筛选不受影响。请刷新页面再试。";
  const NOT_SORTED = "排序用的数据没有读到，现按时间排列。请刷新页面再试。";

  /** Does without data that is missing, and says so in a notice: `fallback` is used instead. */
  anliji.spared = async (notices, sentence, fallback, action) => {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof anliji.MissingData)) throw error;
      notices.push(sentence);
      return fallback;
    }
  };

  /** What is found beside the exact hits, or null; without its data there is nothing beside them. */
  async function widerThan(query, found) {
    try {
      return await anliji.wider(query, found);
    } catch (error) {
      if (!(error instanceof anliji.MissingData)) throw error;
      return null;
    }
  }

  /**
    What is missing goes into `notices`. `exact` is how many of `cases` have the words as typed; those found otherwise, see
    `findWider`, are behind them, or left out where the state says so. `wider` has how many there are as `count`.
  */
  anliji.answer = async (state, notices) => {
    const [directory, usual, table] = await Promise.all([anliji.directory(), anliji.facets(), anliji.characters()]);
    const facets = state.with === TOUCHING ? usual.touching : usual;
    let query = await anliji.parse(state.q);
    let found = await anliji.spared(notices, NOT_SEARCHED, null, () => anliji.find(query));
    const isSearched = found !== null;
    if (!isSearched) {
      query = await anliji.parse("");
      found = await anliji.find(query);
    }
    const filters = facets.known(state.filters);
    await facets.learn(Object.keys(filters));
    const other = await widerThan(query, found);
    const isLeftOut = Boolean(other) && state.only === "exact" && found.cases.length > 0;
    const beside = other && !isLeftOut ? other.cases : [];
    const counted = facets.count([...found.cases, ...beside], filters, directory.count);
    const order = anliji.order.chosen(state.sort, query, facets);
    const isBeside = new Set(beside);
    const groups = [counted.cases.filter((one) => !isBeside.has(one)), counted.cases.filter((one) => isBeside.has(one))];
    const cases = await anliji.spared(
      notices, NOT_SORTED, [].concat(...groups.map(anliji.order.byTime)),
      async () => [].concat(...(await Promise.all(groups.map((group) => anliji.order.sorted(group, order, facets))))),
    );
    const wider = other && Object.assign({}, other, {
      isLeftOut, count: isLeftOut ? facets.count(other.cases, filters, directory.count).cases.length : groups[1].length,
    });
    const pages = Math.max(1, Math.ceil(cases.length / PER_PAGE));
    const page = Math.min(state.page, pages);
    const shown = cases.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    return {
      query, isSearched, filters, order, facets, table, cases, page, pages, shown, countsOf: counted.of, size: directory.count,
      wider, exact: groups[0].length,
      /** What of the query a case has, for its marks. */
      runsOf: (case_) => (isBeside.has(case_) ? other.runs.get(case_) : query.runs),
      /** Where those begin, in what is shown, that were found otherwise; -1 where none or all are. */
      border: groups[0].length && groups[1].length ? shown.findIndex((case_) => isBeside.has(case_)) : -1,
    };
  };
})();
