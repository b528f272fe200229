/* What is found by letters that tell how words and titles are read. */
(() => {
  "use strict";

  const MOST_TRIED = 8;

  /** Those of some runs that some case has, by how many. */
  async function present(runs) {
    const counted = await Promise.all(runs.slice(0, 4 * MOST_TRIED).map(async (run) => (
      { run, size: (await anliji.occurrences(run)).size })));
    return counted.filter(({ size }) => size).sort((one, other) => other.size - one.size).map(({ run }) => run);
  }

  /** Letters are how words are read: njnydx, zhijiao, keji xiaoyuan. */
  anliji.bySound = async (query, words, unwanted) => {
    const letters = query.runs.join("").replace(/ /g, "");
    if (!/^[a-z]+$/.test(letters)) return null;
    const [sounds, known] = await Promise.all([anliji.sounds(), anliji.allWords()]);
    const { meant, guessed } = sounds.meant(letters, known);
    return await ofWays(meant, unwanted) || await ofTitles(letters, sounds, unwanted) || ofWays(guessed, unwanted);
  };

  /** The cases that the first way gives which gives any: a way is lists of words, of each of which one must be there. */
  async function ofWays(ways, unwanted) {
    for (const slots of ways) {
      const meant = await Promise.all(slots.map(async (list) => (await present(list)).slice(0, MOST_TRIED)));
      if (!meant.every((list) => list.length)) continue;
      const found = await anliji.bySlots(meant, 1, unwanted);
      if (found.cases.length) return Object.assign(found, { how: "equivalent", isSound: true, words: [].concat(...meant) });
    }
    return null;
  }

  /** The cases with titles that are read so, from some character on. */
  async function ofTitles(letters, sounds, unwanted) {
    const found = await anliji.titlesRead(letters, sounds);
    const cases = found ? found.cases.filter((case_) => !unwanted.has(case_)) : [];
    return cases.length ? Object.assign(found, { cases, how: "equivalent", isSound: true }) : null;
  }
})();
