/* What the browse page shows for a state: which cases, in which order, and what a click on each term would give. */
(() => {
  "use strict";

  const PER_PAGE = 24;
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

  /** What is missing goes into `notices`. */
  anliji.answer = async (state, notices) => {
    const [directory, facets, table] = await Promise.all([anliji.directory(), anliji.facets(), anliji.characters()]);
    let query = await anliji.parse(state.q);
    let found = await anliji.spared(notices, NOT_SEARCHED, null, () => anliji.find(query));
    const isSearched = found !== null;
    if (!isSearched) {
      query = await anliji.parse("");
      found = await anliji.find(query);
    }
    const filters = facets.known(state.filters);
    const counted = facets.count(found.cases, filters, directory.count);
    const order = anliji.order.chosen(state.sort, query, facets);
    const byTime = anliji.order.byTime(counted.cases);
    const cases = await anliji.spared(
      notices, NOT_SORTED, byTime, () => anliji.order.sorted(counted.cases, order, facets),
    );
    const pages = Math.max(1, Math.ceil(cases.length / PER_PAGE));
    const page = Math.min(state.page, pages);
    const shown = cases.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    return {
      query, isSearched, filters, order, facets, table, cases, page, pages, shown, counts: counted.counts, size: directory.count,
    };
  };
})();
