/* Words: what means the same, and which words there are at all; as texts are indexed, so each is one run. */
(() => {
  "use strict";

  const LONGEST = 12;
  const MOST_VARIANTS = 12;

  class Words {
    /** `groups` are `农村 乡村>村庄`, `words` those of titles, `names` those of terms. */
    constructor(groups, words, names) {
      this.others = new Map();
      this.all = new Set([...words.split(" ").filter(Boolean), ...names]);
      for (const group of groups.split(",").filter(Boolean)) {
        const [same, also = ""] = group.split(">");
        this.group(same.split(" "), also.split(" ").filter(Boolean));
      }
    }

    group(same, also) {
      for (const word of same) {
        const others = this.others.get(word) || [];
        const more = [...same, ...also].filter((one) => one !== word && !others.includes(one));
        this.others.set(word, [...others, ...more]);
      }
      for (const word of [...same, ...also]) this.all.add(word);
    }

    /** What says the same as a run: `{run, word, other}`, the run with one of its words replaced; the longest first. */
    variants(run) {
      const found = [];
      const taken = new Array(run.length).fill(false);
      for (let length = Math.min(run.length, LONGEST); length > 0; length -= 1) {
        for (let start = 0; start + length <= run.length; start += 1) {
          const word = run.slice(start, start + length);
          if (!this.others.has(word) || taken.slice(start, start + length).some(Boolean)) continue;
          taken.fill(true, start, start + length);
          for (const other of this.others.get(word)) {
            found.push({ run: run.slice(0, start) + other + run.slice(start + length), word, other });
          }
        }
      }
      return found.slice(0, MOST_VARIANTS);
    }

    /** Cuts a run into words that are known, as few and as long as may be, and what lies between: `{text, isKnown}`. */
    cut(run) {
      const best = [{ worth: 0 }];
      for (let end = 1; end <= run.length; end += 1) {
        best[end] = { worth: best[end - 1].worth, start: end - 1, isKnown: false };
        for (let start = Math.max(0, end - LONGEST); start < end - 1; start += 1) {
          const worth = best[start].worth + (end - start) * (end - start);
          if (worth > best[end].worth && this.all.has(run.slice(start, end))) best[end] = { worth, start, isKnown: true };
        }
      }
      const parts = [];
      for (let end = run.length; end > 0; end = best[end].start) {
        const { start, isKnown } = best[end];
        const next = parts[0];
        if (!isKnown && next && !next.isKnown) next.text = run[start] + next.text;
        else parts.unshift({ text: run.slice(start, end), isKnown });
      }
      return parts;
    }
  }

  /** Names as texts are indexed, those that are one run. */
  const runsOf = (names, table) => names.map((name) => table.normalise(name)).filter((run) => run && !run.includes(" "));

  /** Gives what is known of words: what means the same, the words of titles, and the terms of short facets. */
  anliji.words = anliji.kept(async () => {
    const [[groups, words], { all }, table] = await Promise.all([anliji.load("words"), anliji.facets(), anliji.characters()]);
    const short = all.filter(({ long }) => long === undefined);
    return new Words(groups, words, runsOf([].concat(...short.map(({ names }) => names)), table));
  });

  /** Gives all words that are known, those of long facets as well. */
  anliji.allWords = anliji.kept(async () => {
    const [{ all }, names, table] = await Promise.all([anliji.words(), anliji.longNames(), anliji.characters()]);
    return new Set([...all, ...runsOf(names, table)]);
  });
})();
