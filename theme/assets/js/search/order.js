/* In which order cases are listed. */
(() => {
  "use strict";

  const NAMES = [["relevance", "相关程度"], ["newest", "时间（新的在前）"], ["title", "标题（拼音）"]];

  /** The orders that a reader may choose from, each with its name; without words nothing is more relevant. */
  function offered(query, facets) {
    const universities = facets.byKey.get("university");
    // A programme that does without them has none to sort by.
    const names = universities.size ? [...NAMES, ["university", `${universities.label}（拼音）`]] : NAMES;
    return names.filter(([order]) => order !== "relevance" || query.runs.length);
  }

  /** The order that an address asks for, or what suits the query. */
  function chosen(sort, query, facets) {
    if (sort === "relevance" || offered(query, facets).some(([order]) => order === sort)) return sort;
    return query.runs.length ? "relevance" : "newest";
  }

  /** Sorts cases that come as they were found, the best first. */
  async function sorted(cases, order, facets) {
    if (order === "relevance") return cases;
    if (order === "newest") return byTime(cases);
    const rank = await (order === "title" ? titleRanks() : universityRanks(facets));
    return [...cases].sort((one, other) => rank[one] - rank[other] || one - other);
  }

  /** Cases are numbered from the newest on. */
  function byTime(cases) {
    return [...cases].sort((one, other) => one - other);
  }

  async function titleRanks() {
    const [high, low] = await anliji.load("order");
    const lower = anliji.numbers(low);
    return anliji.numbers(high).map((digit, index) => digit * 32768 + lower[index]);
  }

  /** A case of several universities stands where its leading one does. */
  async function universityRanks(facets) {
    const rank = [];
    await facets.learn(["university"]);
    facets.byKey.get("university").cases.forEach((cases, index) => cases.forEach((case_) => {
      rank[case_] = index;
    }));
    const [, , leads] = await anliji.load("order");
    Object.entries(leads || {}).forEach(([case_, index]) => {
      rank[case_] = index;
    });
    return rank;
  }

  anliji.order = { offered, chosen, sorted, byTime };
})();
