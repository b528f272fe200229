/*
  What is found beside the exact hits of a query, each with how: other words for the same; and where there is nothing at
  all, what was typed by sound, with a wrong character, or as a question.
*/
(() => {
  "use strict";

  /** Words of a question that say nothing about what is asked for. */
  const ASKING = /怎么样|怎样|怎么|如何|哪些|哪个|哪里|什么|有没有|能不能|可不可以|可以|一般|参考|案例|请问|我想|想要|一起|起来/u;
  const IDLE = new RegExp(`${ASKING.source}|能|帮|做|搞|去|过|有|请|想|要|跟|[的了和与及或在里上中下到给把被为用以从等吗呢带事]`, "u");
  const MOST_TRIED = 32;
  const MOST_PIECES = 6;
  const MOST_SLOTS = 8;
  /** With fewer cases that have all words, those that have most of them are shown as well. */
  const FEW = 3;
  const LEAST = 0.5;

  const wanted = (query) => query.runs;

  /** Cases that a word of the query excludes. */
  async function excludedBy(query) {
    const out = new Set();
    for (const word of query.words.filter((one) => one.isExcluded)) {
      const [first, ...others] = await Promise.all(word.runs.map(anliji.occurrences));
      for (const case_ of first.keys()) if (others.every((found) => found.has(case_))) out.add(case_);
    }
    return out;
  }

  /** Each run with what says the same. */
  const slotsOf = (runs, words) => runs.map((run) => [run, ...words.variants(run).map((one) => one.run)]);

  /** What of the other words was found, by the words: 农村 → 乡村. */
  function saidOtherwise(runs, words, found) {
    const had = new Set([].concat(...found.runs.values()));
    const said = [].concat(...runs.map((run) => words.variants(run))).filter((one) => had.has(one.run));
    return [...new Set(said.map((one) => one.other))];
  }

  async function equivalent(query, words, unwanted) {
    const slots = slotsOf(wanted(query), words);
    if (slots.every((slot) => slot.length === 1)) return null;
    const found = await anliji.bySlots(slots, 1, unwanted);
    return as(found, { how: "equivalent", words: saidOtherwise(wanted(query), words, found) });
  }

  const as = (found, about) => (found.cases.length ? Object.assign(about, found) : null);

  /** A known word with one wrong character, put right. */
  async function corrected(query, words, unwanted) {
    const runs = wanted(query);
    const wrong = runs.filter((run) => run.length > 1);
    const sizes = await Promise.all(wrong.map(async (run) => (await anliji.occurrences(run)).size));
    const unknown = wrong.filter((_, index) => !sizes[index]);
    // Who asks in a sentence names hardly a university by its full name; the many names are not loaded for that.
    const isAsking = unknown.some((run) => ASKING.test(run));
    return await putRight(runs, unknown, words.all, words, unwanted)
      || (unknown.length && !isAsking
        ? putRight(runs, unknown, await anliji.allWords(), words, unwanted) : null);
  }

  /** The first of some runs that are nowhere which becomes one of the known words. */
  async function putRight(runs, unknown, known, words, unwanted) {
    const sounds = await anliji.sounds();
    for (const run of unknown) {
      for (const { run: changed, written, word } of sounds.corrected(run, known).slice(0, MOST_TRIED)) {
        const slots = slotsOf(runs.map((one) => (one === run ? changed : one)), words);
        const found = await anliji.bySlots(slots, 1, unwanted);
        if (found.cases.length) return as(found, { how: "corrected", written, words: [word] });
      }
    }
    return null;
  }

  /** Cuts a text that is no known word into the longest pieces that occur somewhere. */
  async function pieces(text) {
    const found = [];
    for (const part of text.split(IDLE).filter(Boolean)) {
      for (let start = 0; start + 2 <= part.length && found.length < MOST_PIECES;) {
        let end = start + 1;
        while (end < part.length && (await anliji.occurrences(part.slice(start, end + 1))).size) end += 1;
        if (end > start + 1) found.push(part.slice(start, end));
        start = end > start + 1 ? end : start + 1;
      }
    }
    return found;
  }

  /** The words of a question: those that are known, and what else occurs of it. */
  async function takenApart(query, words) {
    const found = [];
    for (const run of wanted(query)) {
      for (const part of run.match(/[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g)) {
        for (const { text, isKnown } of words.cut(part)) {
          if (!isKnown) found.push(...(await pieces(text)));
          else if (text.replace(IDLE, "")) found.push(text);
        }
      }
    }
    return [...new Set(found)].slice(0, MOST_SLOTS);
  }

  async function apart(query, words, unwanted) {
    const parts = await takenApart(query, words);
    if (!parts.length) return null;
    const slots = slotsOf(parts, words);
    const whole = await anliji.bySlots(slots, 1, unwanted);
    if (whole.cases.length >= FEW) return as(whole, { how: "most words", isAll: true, words: parts });
    for (const least of [LEAST, 0]) {
      const found = await anliji.bySlots(slots, least, unwanted);
      if (found.cases.length) {
        return as(found, { how: "most words", isAll: found.cases.length === whole.cases.length, words: parts });
      }
    }
    return null;
  }

  /**
    Gives what a query finds beside `exact`, what it finds word for word: null, or `{how, words, cases, scores, runs}`.
    `how` is "equivalent", "corrected" or "most words"; `words` are those that were looked for instead.
  */
  anliji.findWider = async (query, exact) => {
    if (!wanted(query).length) return null;
    const words = await anliji.words();
    const unwanted = await excludedBy(query);
    const had = new Set([...unwanted, ...exact.cases]);
    const same = await equivalent(query, words, had);
    if (same || exact.cases.length) return same;
    for (const way of [anliji.bySound, corrected, apart]) {
      const found = await way(query, words, unwanted);
      if (found) return found;
    }
    return null;
  };
})();
