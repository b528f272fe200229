/* Marking what was found: in text nodes, and in excerpts. */
(() => {
  "use strict";

  /** Gives where runs occur in a text: `[start, end]`, without overlaps, in order. */
  function occurrences(text, runs, table) {
    return within(table.map(text, false), runs);
  }

  function within({ text: normal, from, to }, runs) {
    const found = [];
    for (const run of runs) {
      for (let at = normal.indexOf(run); at >= 0; at = normal.indexOf(run, at + 1)) {
        found.push([from[at], to[at + run.length - 1]]);
      }
    }
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    const joined = [];
    for (const [start, end] of found) {
      const last = joined[joined.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
    }
    return joined;
  }

  const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, dd, dt, figcaption, caption, blockquote, div, section, article";

  /** Parts of a page that are not the case's own text, and marks of notes in the middle of it. */
  const NOT_SEARCHED = "nav, sup, [data-unsearched]";

  /**
    Marks runs in an element, block by block, across links and bold words. Gives the hits in their order, each an array
    of marks, for a hit may go on from one element into the next.
  */
  function mark(element, runs, table) {
    const groups = new Map();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.closest(NOT_SEARCHED)) continue;
      const block = walker.currentNode.parentElement.closest(BLOCKS);
      if (!groups.has(block)) groups.set(block, []);
      groups.get(block).push(walker.currentNode);
    }
    const hits = [];
    for (const nodes of groups.values()) {
      const found = occurrences(nodes.map((node) => node.data).join(""), runs, table);
      const own = found.map(() => []);
      let start = 0;
      for (const node of nodes) {
        const end = start + node.data.length;
        const inside = found.map((range, index) => [range, index]).filter(([[first, last]]) => first < end && last > start);
        const ranges = inside.map(([[first, last]]) => [Math.max(0, first - start), Math.min(end, last) - start]);
        wrap(node, ranges).forEach((one, index) => own[inside[index][1]].push(one));
        start = end;
      }
      hits.push(...own);
    }
    return hits;
  }

  function wrap(node, ranges) {
    if (!ranges.length) return [];
    const pieces = document.createDocumentFragment();
    const marks = fill(pieces, node.data, ranges);
    node.replaceWith(pieces);
    return marks;
  }

  /** Appends a text with some of its ranges marked; gives the marks. */
  function fill(parent, text, ranges) {
    const marks = [];
    let at = 0;
    for (const [start, end] of ranges) {
      const found = document.createElement("mark");
      found.textContent = text.slice(start, end);
      parent.append(text.slice(at, start), found);
      marks.push(found);
      at = end;
    }
    parent.append(text.slice(at));
    return marks;
  }

  const BEFORE = 24;
  const LENGTH = 76;

  /** Cuts an excerpt around the first hit of a text, as an element with marks; `map` is the text's, normalised. */
  function excerpt(line, map, runs) {
    const found = within(map, runs);
    let start = Math.max(0, found[0][0] - BEFORE);
    let end = Math.min(line.length, Math.max(start + LENGTH, found[0][1]));
    // Never through the middle of a rare character.
    if (/[\udc00-\udfff]/.test(line[start] || "")) start -= 1;
    if (/[\udc00-\udfff]/.test(line[end] || "")) end += 1;
    const element = document.createElement("span");
    const inside = found.filter(([first, last]) => first < end && last <= end);
    if (start > 0) element.append("…");
    fill(element, line.slice(start, end), inside.map(([first, last]) => [first - start, last - start]));
    if (end < line.length) element.append("…");
    return element;
  }

  anliji.marks = { mark, excerpt };
})();
