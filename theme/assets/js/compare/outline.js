/* Prose in outline: its headings, and the first sentence of each part. */
(() => {
  "use strict";

  const OPENING = "“‘（《「『〔【";
  const CLOSING = "”’）》」』〕】";
  const ENDS = "。！？";
  /** What is so short at the head of a paragraph, and not its only sentence, is its heading: “抓联建。”. */
  const SHORT = 14;
  const HEADING = /^#{1,6} +/;
  const CELLS = /^\|.*\|$/;

  const bare = (text) => text.replace(/\*\*/g, "").trim();

  /** Gives a text up to where its first sentence ends, by the same rule as generator/outputs/views/sentence.py. */
  function firstSentence(text) {
    let depth = 0;
    for (let at = 0; at < text.length; at += 1) {
      if (OPENING.includes(text[at])) depth += 1;
      else if (CLOSING.includes(text[at])) depth = Math.max(0, depth - 1);
      else if (ENDS.includes(text[at]) && !depth) return text.slice(0, at + 1);
    }
    return text;
  }

  /** Gives what a text says, line by line: `[{ kind, text }]`; the record's Markdown tells headings and cells apart. */
  function blocksOf(text, markdown) {
    const kinds = new Map();
    for (const line of markdown.split("\n").map((one) => one.trim())) {
      if (HEADING.test(line)) kinds.set(bare(line.replace(HEADING, "")), "heading");
      else if (CELLS.test(line)) line.slice(1, -1).split("|").forEach((cell) => kinds.set(bare(cell), "cell"));
    }
    return text.split("\n").filter((line) => line.trim()).map((line) => ({ kind: kinds.get(line.trim()) || "text", text: line }));
  }

  /** Gives a paragraph's heading, where it begins with one, and its first sentence. */
  function told(text) {
    const first = firstSentence(text);
    const rest = text.slice(first.length);
    return first.length <= SHORT && rest.trim() ? { head: first.replace(/。$/, ""), text: firstSentence(rest) } : { head: "", text: first };
  }

  /** Puts the first sentence behind each heading; where there is no heading, that of each paragraph and item. */
  function pointsOf(blocks) {
    const texts = blocks.filter(({ kind }) => kind !== "cell");
    if (!texts.some(({ kind }) => kind === "heading")) return texts.map(({ text }) => told(text));
    const points = [];
    let isOpen = true;
    for (const { kind, text } of texts) {
      if (kind === "heading") points.push({ head: text, text: "" });
      else if (isOpen && points.length) points[points.length - 1].text = firstSentence(text);
      else if (isOpen) points.push(told(text));
      isOpen = kind === "heading";
    }
    return points;
  }

  const size = (texts) => texts.join("").replace(/[\s。]/g, "").length;

  /** Gives `{ points, blocks }`: the outline, `[{ head, text }]`, and the whole; `blocks` is empty where both say the same. */
  anliji.outline = (text, markdown) => {
    const blocks = blocksOf(text, markdown);
    const points = pointsOf(blocks);
    const isAll = size([].concat(...points.map((one) => [one.head, one.text]))) === size(blocks.map((one) => one.text));
    return { points, blocks: isAll ? [] : blocks };
  };
})();
