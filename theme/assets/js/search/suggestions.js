/* What the search field suggests: terms that are meant by what was typed, and titles that have it. */
(() => {
  "use strict";

  const MOST = { titles: 5, terms: 5 };

  /** Those of a facet's terms that are meant and have cases, in the facet's order. */
  function meant(typed, facet, table) {
    const { key, label, names, counts } = facet;
    const url = (name) => `${anliji.root}browse.html${anliji.address.write({ filters: { [key]: [name] } })}`;
    return names
      .map((name, index) => ({ name, rank: counts[index] ? anliji.meantTerm(typed, facet, index, table) : 0 }))
      .filter(({ rank }) => rank)
      .map(({ name, rank }) => ({ rank, kind: label, text: name, url: url(name) }));
  }

  /** Gives `{query, items}`, each item `{kind, text, url}`: terms, then titles. */
  anliji.suggestions = async (typed) => {
    const query = await anliji.parse(typed);
    const [{ all: facets }, found] = await Promise.all([anliji.facets(), anliji.find(query)]);
    const table = await anliji.characters();
    // Among terms that are meant as much, those of the first facet come first.
    const suggested = facets.filter(({ suggestion }) => suggestion)
      .sort((one, other) => one.suggestion - other.suggestion);
    await Promise.all(suggested.map(async (facet) => {
      await facet.learnNames();
      if (anliji.isSpelt(typed)) await facet.learnReadings();
    }));
    const terms = [].concat(...suggested.map((facet) => meant(typed, facet, table)));
    terms.sort((one, other) => other.rank - one.rank);
    const inTitle = found.cases.filter((case_) => found.scores.get(case_) >= anliji.weights.zones[0]);
    const titles = await Promise.all(inTitle.slice(0, MOST.titles).map(anliji.titleOf));
    const hits = titles.map(({ title, url }) => ({ kind: "案例", text: title, url: `${url}${anliji.hash(query)}` }));
    return { query, items: [...terms.slice(0, MOST.terms), ...hits] };
  };
})();
