/*
  Text with its marks, as runs: `[{ text, strong, emphasis, strike, sub, sup, code, url }]`. It is CommonMark, changed
  for Chinese as in generator/case/markdown/parser.py; what is no mark is text, so that nothing is lost.
*/
(() => {
  "use strict";

  const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'", nbsp: "\u00a0", middot: "·", mdash: "—", hellip: "…" };
  const MOST_MARKS = 400;
  const DEEPEST = 10;

  /** Reads one mark at the place of a text: `[its length, what it stands for]`; null where there is none. */
  const RULES = [
    ["\\", (text, at) => (/[!-/:-@[-`{-~]/.test(text[at + 1] || "") ? [2, { text: text[at + 1] }] : null)],
    ["&", (text, at) => {
      const found = /^&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));/.exec(text.slice(at, at + 12));
      if (!found) return null;
      const code = found[3] ? 0 : parseInt(found[1] || found[2], found[1] ? 10 : 16);
      const meant = found[3] ? ENTITIES[found[3]] : code > 31 && code < 0x110000 ? String.fromCodePoint(code) : "";
      return meant ? [found[0].length, { text: meant }] : null;
    }],
    ["`", (text, at) => {
      const [ticks] = /^`+/.exec(text.slice(at));
      const end = new RegExp(`[^\`]${ticks}(?!\`)`).exec(text.slice(at + ticks.length));
      if (!end) return [ticks.length, { text: ticks }];
      const inner = text.slice(at + ticks.length, at + ticks.length + end.index + 1).replace(/\n/g, " ");
      const isPadded = /^ .* $/.test(inner) && inner.trim();
      return [2 * ticks.length + end.index + 1, { text: isPadded ? inner.slice(1, -1) : inner, code: true }];
    }],
    ["<", (text, at) => {
      const link = /^<((?:https?|mailto):[^\s<>]*)>/.exec(text.slice(at, at + 2000));
      if (link) return [link[0].length, { text: link[1], url: link[1] }];
      const tag = /^<(\/?)(br|sub|sup)\s*\/?>/i.exec(text.slice(at, at + 12));
      if (!tag) return null;
      const name = tag[2].toLowerCase();
      return [tag[0].length, name === "br" ? { text: "\n" } : { text: "", tag: name, isEnd: Boolean(tag[1]) }];
    }],
  ];

  /** Finds the bracket that closes one. */
  function closing(text, at) {
    let depth = 0;
    for (let end = at; end < text.length && end < at + 3000; end += 1) {
      if (text[end] === "\\") end += 1;
      else if (text[end] === "[") depth += 1;
      else if (text[end] === "]" && (depth -= 1) === 0) return end;
    }
    return -1;
  }

  /** Reads `[words](address)`, `![words](address)` and `[^note]`: its length and runs. */
  function bracket(text, at, notes, depth) {
    const isImage = text[at] === "!";
    const start = isImage ? at + 1 : at;
    const end = text[start] === "[" ? closing(text, start) : -1;
    if (end < 0) return null;
    const words = text.slice(start + 1, end);
    if (!isImage && words[0] === "^" && notes.has(words.slice(1))) {
      return [end + 1 - at, [{ text: `[${notes.get(words.slice(1))}]`, sup: true }]];
    }
    const to = /^\(\s*(?:<([^<>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/
      .exec(text.slice(end + 1, end + 3000));
    if (!to || depth > DEEPEST) return null;
    const url = to[1] || to[2] || "";
    const inner = anliji.inline(words, notes, depth + 1);
    const runs = isImage ? [{ text: inner.map((run) => run.text).join("") || "图" }] : inner.map((run) => Object.assign({}, run, { url }));
    return [end + 1 - at + to[0].length, runs];
  }

  function piecesOf(text, notes, depth) {
    const pieces = [];
    let plain = "";
    let marks = 0;
    const put = (...more) => {
      if (plain) pieces.push({ text: plain });
      plain = "";
      pieces.push(...more);
    };
    for (let at = 0; at < text.length;) {
      const sign = text[at];
      const rule = marks < MOST_MARKS && RULES.find(([first]) => first === sign);
      const found = rule && rule[1](text, at);
      const linked = !found && marks < MOST_MARKS && (sign === "[" || sign === "!") && bracket(text, at, notes, depth);
      if (found || linked) {
        put(...(found ? [found[1]] : linked[1]));
        at += found ? found[0] : linked[0];
        marks += 1;
      } else if (marks < MOST_MARKS && /[*_~]/.test(sign)) {
        const one = anliji.delimiter(text, at);
        put(one);
        at += one.count;
        marks += 1;
      } else {
        plain += sign;
        at += 1;
      }
    }
    put();
    return pieces;
  }

  /** Reads a text; `notes` are the numbers of its notes by their names. */
  anliji.inline = (text, notes = new Map(), depth = 0) => {
    const pieces = piecesOf(text, notes, depth);
    anliji.matchMarks(pieces);
    anliji.pairTags(pieces);
    return pieces.filter((piece) => piece.text).map(({ text: words, strong, emphasis, strike, sub, sup, code, url }) => (
      { text: words, strong, emphasis, strike, sub, sup, code, url }));
  };

  /** Joins the lines of a paragraph: inside Chinese nothing stands between them, elsewhere a space. */
  anliji.joinLines = (lines) => lines.reduce((text, line) => {
    const next = line.replace(/^\s+/, "");
    if (/(?: {2,}|\\)$/.test(text)) return `${text.replace(/(?: +|\\)$/, "")}<br>${next}`;
    const kept = text.replace(/ +$/, "");
    return kept + (anliji.isEastAsian(kept.slice(-1)) && anliji.isEastAsian(next[0] || "") ? "" : " ") + next;
  }).replace(/\s+$/, "");
})();
