/* Cutting a block that is longer than a slide: behind a sentence, else behind a clause, else wherever it must be. */
(() => {
  "use strict";

  const ENDS = [/[。！？；!?;][”’）》」』〕】]*/g, /[，、：,:\s][”’）》」』〕】]*/g, /[\s\S]/gu];

  /** Gives the point in a block's text after so many characters: at the end of a piece of text, or where the next begins. */
  function point(block, length, isStart) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let left = length;
    let node = walker.nextNode();
    while (left > node.data.length || (isStart && left === node.data.length)) {
      left -= node.data.length;
      node = walker.nextNode();
    }
    return [node, left];
  }

  function between(block, start, end) {
    const range = document.createRange();
    range.selectNodeContents(block);
    if (start) range.setStart(...start);
    if (end) range.setEnd(...end);
    return range;
  }

  /** Marks the items that have begun before: they get no sign again. */
  function mark(side, block, start) {
    let copy = side;
    for (let one = block; one && copy; copy = copy.firstElementChild) {
      if (one.tagName === "LI" && between(one, null, start).toString().trim()) copy.classList.add("is-rest");
      one = [...one.children].find((child) => child.contains(start[0]));
    }
  }

  /** Gives the two sides of a block, elements like it. */
  function sides(block, length) {
    const start = point(block, length, true);
    const ranges = [between(block, null, point(block, length, false)), between(block, start, null)];
    const [head, rest] = ranges.map((range) => {
      const side = block.cloneNode(false);
      side.append(range.cloneContents());
      return side;
    });
    mark(rest, block, start);
    return [head, rest];
  }

  /** Gives how many of the places, in order, are ones up to which a block fits. */
  function fitting(places, fits) {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (fits(places[middle - 1])) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function places(text, pattern) {
    const found = [];
    text.replace(pattern, (match, at) => found.push(at + match.length));
    return found.filter((place) => place < text.length && text.slice(place).trim());
  }

  /** Gives of the last places that fit one that leaves as much for each slide. */
  function even(fit, length) {
    const most = fit[fit.length - 1];
    const share = length / Math.ceil(length / most);
    return fit.find((place) => place >= share) || most;
  }

  function cutText(block, fits) {
    const text = block.textContent;
    for (const pattern of ENDS) {
      const all = places(text, pattern);
      const count = fitting(all, (place) => fits(sides(block, place)[0]));
      if (count) return sides(block, even(all.slice(0, count), text.length));
    }
    return null;
  }

  /** Gives a row as a line of its own, each value behind the head of its column. */
  function record(row, heads) {
    const line = anliji.build("p", "slide__record");
    [...row.cells].forEach((cell, index) => {
      if (heads[index]) line.append(anliji.build("b", "", `${heads[index]}：`));
      line.append(cell.textContent, index < row.cells.length - 1 ? "；" : "。");
    });
    return line;
  }

  function cutTable(table, fits) {
    const heads = table.tHead ? [...table.tHead.rows[0].cells].map((cell) => cell.textContent) : [];
    const rows = [...table.querySelectorAll("tbody tr")];
    const part = (from, to) => {
      const copy = table.cloneNode(true);
      [...copy.querySelectorAll("tbody tr")].forEach((row, index) => (index < from || index >= to) && row.remove());
      return copy;
    };
    const count = fitting(rows.map((row, index) => index + 1), (to) => fits(part(0, to)));
    if (!count || count === rows.length) return rows.map((row) => record(row, heads));
    const each = Math.ceil(rows.length / Math.ceil(rows.length / count));
    return [part(0, each), part(each, rows.length)];
  }

  /**
    Cuts a block into several of which the first fits, or which can be cut on; null where that cannot be.
    `fits` says of a block whether it does.
  */
  anliji.slides.cut = (block, fits) => (block.tagName === "TABLE" ? cutTable(block, fits) : cutText(block, fits));
})();
