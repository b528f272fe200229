/* Excerpts of a case, from where the words of a query occur. */
(() => {
  "use strict";

  const MOST = 2;
  const read = new WeakMap();

  /** A case's texts, each on one line and normalised, made once. */
  function lines(texts, table) {
    if (!read.has(texts)) {
      read.set(texts, texts.map(([label, text]) => {
        // A paragraph's end is a border that no run crosses, so it must not look like a mere space.
        const line = text.replace(/\n/g, "\u2003");
        return { label, line, map: table.map(text.replace(/\n/g, "\0"), false) };
      }));
    }
    return read.get(texts);
  }

  /** Those texts that have some of the runs, with these, and those with the most first. */
  function ranked(texts, runs, table) {
    return lines(texts, table)
      .map(({ label, line, map }) => ({ label, line, map, runs: runs.filter((run) => map.text.includes(run)) }))
      .filter((one) => one.runs.length)
      .sort((one, other) => other.runs.length - one.runs.length);
  }

  function excerptsUnder(label) {
    const item = anliji.build("li");
    item.append(anliji.build("b", "", `${label}：`));
    return item;
  }

  /** Gives a list of excerpts from the texts that have most of the words; a few suffice. */
  anliji.excerpts = (texts, runs, table) => {
    const list = anliji.build("ul", "excerpts");
    const missing = new Set(runs);
    let labelled = { label: null };
    let count = 0;
    for (const one of ranked(texts, runs, table)) {
      let wanted = one.runs.filter((run) => missing.has(run));
      // A second text is shown for another word, or where a single word was asked for.
      if (count && !wanted.length && runs.length > 1) continue;
      do {
        const cut = anliji.marks.excerpt(one.line, one.map, wanted.length ? wanted : one.runs);
        // What has the same label is shown together.
        if (labelled.label !== one.label) labelled = { label: one.label, item: excerptsUnder(one.label) };
        labelled.item.append(cut);
        list.append(labelled.item);
        count += 1;
        // A word far away in the same text is not in this cut, and gets one of its own.
        const shown = table.map(cut.textContent, false).text;
        one.runs.filter((run) => shown.includes(run)).forEach((run) => missing.delete(run));
        wanted = wanted.filter((run) => missing.has(run));
      } while (wanted.length && count < MOST);
      if (count >= MOST) break;
    }
    return list;
  };
})();
