/* The texts and the record of a case. Some cases share a file, by the first of them: id, texts and record of each in turn. */
(() => {
  "use strict";

  const MARK = /^(?:[-*+]|#{1,6}|[0-9]+[.)]) +/;
  const RULE = /^\|[-:| ]+\|$/;

  /** Leaves out the marks of prose, by the same rule as generator/outputs/search/flat.py. */
  function flat(prose) {
    const cells = (line) => (/^\|.*\|$/.test(line) && line.length > 1 ? line.slice(1, -1).split("|") : [line.replace(MARK, "")]);
    const lines = [].concat(...prose.split("\n").filter((line) => !RULE.test(line)).map(cells));
    return lines.map((line) => line.replace(/^ +| +$/g, "")).join("\n").replace(/\*\*/g, "")
      .replace(/\n+/g, "\n").replace(/^\n|\n$/g, "");
  }

  async function partsOf(bundle, id) {
    const data = await anliji.load(`cases/${bundle}`);
    const at = data.findIndex((one, index) => index % 3 === 0 && one === id);
    if (at < 0) throw new anliji.MissingData(id);
    return data.slice(at + 1, at + 3);
  }

  /** Gives a case's record as JSON, in one line: a promise. */
  anliji.recordOf = async (bundle, id) => (await partsOf(bundle, id))[1];

  /** Gives what excerpts are cut from: `[label, text]`. A text that the record has is not written twice. */
  anliji.textsOf = async ({ bundle, id, sentence }) => {
    const [labelled, json] = await partsOf(bundle, id);
    const record = JSON.parse(json);
    // The row shows the summary's first sentence, or another one.
    const { summary } = record;
    const told = Object.assign(record, { summary: summary.startsWith(sentence) ? summary.slice(sentence.length) : summary });
    const text = (one) => (Array.isArray(one) ? flat(told[one[0]]) : one);
    return [].concat(...labelled.map(([label, ...texts]) => texts.map((one) => [label, text(one)])));
  };
})();
