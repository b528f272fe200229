/* Which cases a query finds, in which order. */
(() => {
  "use strict";

  /** Where a run occurs, case by case: Map from case to `{zone, count, places}`; a single unit has no places. */
  async function occurrences(run) {
    const directory = await anliji.directory();
    const found = new Map();
    const note = (case_, zone, place) => {
      let entry = found.get(case_);
      if (!entry) {
        entry = { zone, count: 0, places: [] };
        found.set(case_, entry);
      }
      entry.count += 1;
      if (zone < entry.zone) entry.zone = zone;
      if (place >= 0) entry.places.push(place);
    };
    if (run.length === 1) {
      for (const value of await anliji.letter(run)) {
        note(value % directory.count, Math.floor(value / directory.count), -1);
      }
      return found;
    }
    const { borders, count } = directory;
    let text = 0;
    for (const place of await anliji.places(run)) {
      // Both rows ascend; far steps go by halves.
      if (borders[text + 1] <= place) {
        let low = text + 1;
        let high = borders.length - 1;
        while (low < high) {
          const middle = (low + high + 1) >> 1;
          if (borders[middle] <= place) low = middle;
          else high = middle - 1;
        }
        text = low;
      }
      note(text % count, Math.floor(text / count), place);
    }
    return found;
  }

  anliji.occurrences = occurrences;

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
    const [wanted, unwanted] = await Promise.all([
      Promise.all(query.runs.map(anliji.occurrences)),
      Promise.all(excluded.map((word) => Promise.all(word.runs.map(anliji.occurrences)))),
    ]);
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
