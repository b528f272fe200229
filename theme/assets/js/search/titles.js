/* Titles by how they are read: the first letters of some of their characters, or their whole syllables. */
(() => {
  "use strict";

  const BITS = 5;
  const OTHER = 27;
  /** With fewer, chance finds too much; words are found by fewer. */
  const FEWEST = 4;
  /** Of so many cases it is looked up which words of theirs were meant; more than that nobody reads through. */
  const MOST_READ = 24;
  const SPELLINGS = 8;

  /** The letters of all titles in one text, each title's with a space behind, as generator/outputs/search/initials.py writes them. */
  const letters = anliji.kept(async () => {
    const [packed] = await anliji.load("initials");
    const letter = (code) => (code ? (code < OTHER ? String.fromCharCode(96 + code) : "0") : " ");
    return anliji.numbers(packed)
      .map((unit) => letter(unit >> (2 * BITS)) + letter((unit >> BITS) & 31) + letter(unit & 31)).join("");
  });

  /** Where some letters stand: `{case_, at}`, `at` being how many characters of the title come before. */
  async function standing(wanted) {
    const all = await letters();
    const found = [];
    let case_ = 0;
    let start = 0;
    for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, start)) {
      for (let end = all.indexOf(" ", start); end < at; end = all.indexOf(" ", start)) {
        case_ += 1;
        start = end + 1;
      }
      found.push({ case_, at: at - start });
      // Once in each title suffices.
      start = all.indexOf(" ", at) + 1;
      case_ += 1;
    }
    return found;
  }

  /** The characters of a normalised title from some place on, not counting what lies between runs. */
  function cut(title, at, length) {
    let before = -1;
    let start = -1;
    for (let index = 0; index < title.length; index += 1) {
      if (title[index] !== " ") before += 1;
      if (before === at && start < 0) start = index;
      if (before === at + length - 1) return title.slice(start, index + 1);
    }
    return "";
  }

  /** Gives the cases whose titles are read so in one place: `{cases, scores, runs, words}`, or null. */
  anliji.titlesRead = async (typed, sounds) => {
    if (typed.length < FEWEST) return null;
    const table = await anliji.characters();
    // What is made of whole syllables is hardly meant as first letters.
    const spelt = sounds.cuts(typed, SPELLINGS).filter((syllables) => syllables.every((syllable) => syllable.length > 1));
    const wanted = spelt.filter((syllables) => syllables.length >= FEWEST)
      .map((syllables) => ({ text: syllables.map((syllable) => syllable[0]).join(""), isSpelt: true }));
    if (!spelt.length) wanted.push({ text: typed, isSpelt: false });
    const found = new Map();
    for (const { text, isSpelt } of wanted) {
      const places = (await standing(text)).slice(0, isSpelt ? MOST_READ : undefined);
      await Promise.all(places.map(async ({ case_, at }, index) => {
        const title = index < MOST_READ ? table.normalise((await anliji.titleOf(case_)).title) : "";
        const words = cut(title, at, text.length);
        const isRead = !isSpelt || sounds.spells(typed, words.replace(/ /g, ""), false);
        if (isRead && !found.has(case_)) found.set(case_, words.split(" ").filter(Boolean));
      }));
    }
    const cases = [...found.keys()].sort((one, other) => one - other);
    if (!cases.length) return null;
    const words = [...new Set(cases.map((case_) => found.get(case_).join("")).filter(Boolean))];
    return { cases, words, runs: found, scores: new Map(cases.map((case_) => [case_, anliji.weights.zones[0]])) };
  };
})();
