/* A query: what is looked for, and which cases have it, in which order. */
(() => {
  "use strict";

  const LONGEST = 100;

  /**
    Reads what was typed. Words between white space must all occur; a leading minus excludes. Punctuation inside a
    word parts it into runs, which must occur, each of them.
  */
  anliji.parse = async (text) => {
    const table = await anliji.characters();
    const characters = Array.from(text);
    const words = [];
    for (const word of characters.slice(0, LONGEST).join("").split(/\s+/)) {
      const isExcluded = /^[-－−]./u.test(word);
      const runs = table.normalise(isExcluded ? word.slice(1) : word).split(" ").filter(Boolean);
      if (runs.length) words.push({ text: isExcluded ? word.slice(1) : word, runs, isExcluded });
    }
    return {
      words,
      runs: [...new Set(words.filter((word) => !word.isExcluded).flatMap((word) => word.runs))],
      /** The whole as a title would stand in the index. */
      whole: table.normalise(text),
      isCut: characters.length > LONGEST,
      isEmpty: !text.trim(),
    };
  };
  /** Cuts what is too long to be a query; no address should carry it either. */
  anliji.cut = (text) => Array.from(text).slice(0, LONGEST).join("");
  anliji.longestQuery = LONGEST;

  /** Where a run stands, case by case: Map from case to `{zone, count, places}`; a single unit has no places. */
  async function occurrences(run, directory) {
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

  /** The smallest stretch that has a place of each run, in characters; Infinity where that is not known. */
  function stretch(entries) {
    const rows = entries.map((entry) => entry.places);
    if (rows.some((places) => !places.length)) return Infinity;
    const at = rows.map(() => 0);
    let best = Infinity;
    for (;;) {
      let first = 0;
      let last = 0;
      rows.forEach((places, index) => {
        if (places[at[index]] < rows[first][at[first]]) first = index;
        if (places[at[index]] > rows[last][at[last]]) last = index;
      });
      best = Math.min(best, rows[last][at[last]] - rows[first][at[first]]);
      at[first] += 1;
      if (at[first] === rows[first].length) return best;
    }
  }

  function isTitle(case_, entries, query, directory) {
    const start = directory.borders[case_];
    const length = directory.borders[case_ + 1] - start - 1;
    return length === query.whole.length && entries.every((entry) => entry.zone === 0)
      && entries.some((entry) => !entry.places.length || entry.places[0] === start);
  }

  function score(case_, entries, query, directory) {
    const weights = anliji.weights;
    const count = entries.reduce((sum, entry) => sum + entry.count, 0);
    const base = isTitle(case_, entries, query, directory)
      ? weights.exact
      : entries.reduce((sum, entry) => sum + weights.zones[entry.zone], 0) / entries.length;
    const distance = entries.length > 1 ? stretch(entries) : Infinity;
    return base
      + (weights.occurrences * count) / (count + weights.enough)
      + (Number.isFinite(distance) ? (weights.closeness * weights.apart) / (distance + weights.apart) : 0)
      + weights.freshness * (1 - case_ / directory.count);
  }

  /**
    Finds the cases of a query: `{cases, scores}`, the best first. Without words, all cases, the newest first.
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
      Promise.all(query.runs.map((run) => occurrences(run, directory))),
      Promise.all(excluded.map((word) => Promise.all(word.runs.map((run) => occurrences(run, directory))))),
    ]);
    const [rarest] = [...wanted].sort((one, other) => one.size - other.size);
    const candidates = rarest ? [...rarest.keys()] : everything;
    const cases = candidates.filter((case_) => wanted.every((found) => found.has(case_))
      && !unwanted.some((runs) => runs.every((found) => found.has(case_))));
    const scores = new Map();
    if (!wanted.length) return { cases: cases.sort((one, other) => one - other), scores };
    for (const case_ of cases) scores.set(case_, score(case_, wanted.map((found) => found.get(case_)), query, directory));
    cases.sort((one, other) => scores.get(other) - scores.get(one) || one - other);
    return { cases, scores };
  }

  /** Gives id and title of a case by its number. */
  anliji.titleOf = async (case_) => {
    const directory = await anliji.directory();
    const [ids, titles] = await anliji.load(`titles/${Math.floor(case_ / directory.block)}`);
    const at = case_ % directory.block;
    return { id: ids[at], title: titles[at], url: `${anliji.root}cases/${ids[at]}.html` };
  };

  /**
    For scripts: `anliji.search("科普", {province: ["福建", "江西"]})` promises `{total, hits}`, all hits in ranked
    order, each `{id, url, title, score}`.
  */
  anliji.search = async (text, filters = {}) => {
    const query = await anliji.parse(String(text ?? ""));
    const [found, chosen] = await Promise.all([anliji.find(query), anliji.filter(filters)]);
    const cases = found.cases.filter((case_) => chosen(case_));
    const hits = await Promise.all(cases.map(async (case_) => ({
      ...(await anliji.titleOf(case_)),
      score: found.scores.get(case_) ?? 0,
    })));
    return { total: hits.length, hits };
  };
})();
