/* A query: what is looked for. */
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
      runs: [...new Set([].concat(...words.filter((word) => !word.isExcluded).map((word) => word.runs)))],
      /** The whole, normalised as a title is in the index. */
      whole: table.normalise(text),
      isCut: characters.length > LONGEST,
      isEmpty: !text.trim(),
    };
  };
  /** Cuts what is too long to be a query; no address should carry it either. */
  anliji.cut = (text) => Array.from(text).slice(0, LONGEST).join("");
  anliji.longestQuery = LONGEST;

  /** The end of an address that opens a case with the query's hits marked. */
  anliji.hash = (query) => (query.runs.length ? `#q=${encodeURIComponent(query.runs.join(" "))}` : "");
})();
