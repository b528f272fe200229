/* Which cases a query finds, in which order. */
(() => {
  "use strict";

  const MOST_KEPT = 40;
  const kept = new Map();
  anliji.forget.push(() => kept.clear());

  /** Where a run occurs, case by case: Map from case to `{zone, count, places}`; a unit or a most frequent gram has no places. */
  async function lookUp(run) {
    const directory = await anliji.directory();
    const found = new Map();
    const isOfCases = directory.isOfCases(run);
    const places = isOfCases ? [] : await anliji.places(run);
    const texts = isOfCases ? await anliji.ofCases(run) : directory.textsAt(places);
    texts.forEach((text, index) => {
      const zone = Math.floor(text / directory.count);
      const case_ = text - zone * directory.count;
      let entry = found.get(case_);
      if (!entry) {
        entry = { zone, count: 0, places: [] };
        found.set(case_, entry);
      }
      entry.count += 1;
      if (zone < entry.zone) entry.zone = zone;
      if (!isOfCases) entry.places.push(places[index]);
    });
    return found;
  }

  /** The same, kept for the latest runs: a query asks for one again and again. */
  anliji.occurrences = (run) => {
    const found = kept.get(run) || lookUp(run);
    kept.delete(run);
    kept.set(run, found);
    found.catch(() => kept.delete(run));
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
    return found;
  };

  /** Where each of some runs occurs, or null where one occurs nowhere; then those that many cases have are not loaded. */
  async function all(runs) {
    const directory = await anliji.directory();
    const found = new Map();
    for (const some of [false, true].map((isOfCases) => runs.filter((run) => directory.isOfCases(run) === isOfCases))) {
      const entries = await Promise.all(some.map(anliji.occurrences));
      if (entries.some((entry) => !entry.size)) return null;
      some.forEach((run, index) => found.set(run, entries[index]));
    }
    return runs.map((run) => found.get(run));
  }

  /**
    Finds the cases that have a query word for word: `{cases, scores}`, the best first. Without words, all cases, the newest first.
    Where a part of the index is missing, `MissingData` is thrown.
  */
  anliji.find = (query) => {
    // Readers go on filtering what they have found, so the last answer is kept.
    const key = JSON.stringify([query.whole, query.words, query.isEmpty]);
    if (last.key !== key) {
      last = { key, found: find(query) };
      last.found.catch(() => {
        last = {};
      });
    }
    return last.found;
  };

  let last = {};
  anliji.forget.push(() => {
    last = {};
  });

  async function find(query) {
    const directory = await anliji.directory();
    const everything = Array.from({ length: directory.count }, (_, index) => index);
    if (!query.words.length) {
      return { cases: query.isEmpty ? everything : [], scores: new Map() };
    }
    const excluded = query.words.filter((word) => word.isExcluded);
    const wanted = await all(query.runs);
    if (!wanted) return { cases: [], scores: new Map() };
    const unwanted = (await Promise.all(excluded.map((word) => all(word.runs)))).filter(Boolean);
    const [rarest] = [...wanted].sort((one, other) => one.size - other.size);
    const candidates = rarest ? [...rarest.keys()] : everything;
    const cases = candidates.filter((case_) => wanted.every((found) => found.has(case_))
      && !unwanted.some((runs) => runs.every((found) => found.has(case_))));
    const scores = new Map();
    if (!wanted.length) return { cases: cases.sort((one, other) => one - other), scores };
    for (const case_ of cases) scores.set(case_, anliji.score(case_, wanted.map((found) => found.get(case_)), query, directory));
    cases.sort((one, other) => scores.get(other) - scores.get(one) || one - other);
    return { cases, scores };
  }

  /** The scripts for words that are not in a text as typed: they come when somebody first types any. */
  const widening = anliji.kept(() => anliji.run("assets/wider.js"));

  /** What a query finds beside what it finds word for word, see `findWider`; null where that is nothing. */
  anliji.wider = async (query, exact) => {
    if (!query.runs.length) return null;
    await widening();
    return anliji.findWider(query, exact);
  };

  /** All cases that a query finds, whichever way. */
  anliji.findAll = async (query) => {
    const found = await anliji.find(query);
    const wider = await anliji.wider(query, found);
    return [...found.cases, ...(wider ? wider.cases : [])];
  };

  /** Gives id and title of a case by its number. */
  anliji.titleOf = async (case_) => {
    const directory = await anliji.directory();
    const [ids, titles] = await anliji.load(`titles/${Math.floor(case_ / directory.block)}`);
    const at = case_ % directory.block;
    return { id: ids[at], title: titles[at], url: `${anliji.root}cases/${ids[at]}.html` };
  };

  /**
    For scripts: `anliji.search("科普", {province: ["福建", "江西"]})` promises `{total, hits}`, all hits as the browse page
    lists them, each `{id, url, title, score, how}`. Those that have the words as typed come first, `how` is "exact"; others
    are "equivalent" (another word for the same, or typed by sound), "corrected" or "most words".
  */
  anliji.search = async (text, filters = {}) => {
    const query = await anliji.parse(text === undefined || text === null ? "" : String(text));
    const [found, chosen] = await Promise.all([anliji.find(query), anliji.filter(filters)]);
    const wider = await anliji.wider(query, found);
    const listed = ({ cases, scores }, how) => cases.filter((case_) => chosen(case_)).map(async (case_) => (
      Object.assign(await anliji.titleOf(case_), { score: scores.get(case_) || 0, how })));
    const hits = await Promise.all([...listed(found, "exact"), ...(wider ? listed(wider, wider.how) : [])]);
    return { total: hits.length, hits };
  };
})();
