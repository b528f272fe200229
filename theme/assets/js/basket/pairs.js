/* Marks that stand before and behind what they mark: `**`, `*`, `_` and `~~`, matched as in CommonMark. */
(() => {
  "use strict";

  const SPACE = /\s/;
  const PUNCTUATION = /[!-/:-@[-`{-~\u00a1\u00a7\u00ab\u00b6\u00b7\u00bb\u00bf\u2010-\u2027\u2030-\u205e\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/;
  const EAST = /[\u1100-\u11ff\u2010-\u2027\u2030-\u205e\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\ud840-\ud888]/;

  /** Says whether a run of marks may begin or end something. */
  function delimiter(text, at) {
    const sign = text[at];
    let end = at;
    while (text[end] === sign) end += 1;
    const before = text[at - 1] || " ";
    const after = text[end] || " ";
    const count = end - at;
    const left = !SPACE.test(after) && (!PUNCTUATION.test(after) || SPACE.test(before) || PUNCTUATION.test(before));
    const right = !SPACE.test(before) && (!PUNCTUATION.test(before) || SPACE.test(after) || PUNCTUATION.test(after));
    if (sign === "_") {
      return { text: text.slice(at, end), sign, count, opens: left && (!right || PUNCTUATION.test(before)), closes: right && (!left || PUNCTUATION.test(after)) };
    }
    const isProduct = count === 1 && /[0-9]/.test(before) && /[0-9]/.test(after);
    const opens = !isProduct && (left || (EAST.test(before) && !SPACE.test(after)));
    const closes = !isProduct && (right || (EAST.test(after) && !SPACE.test(before)));
    return { text: text.slice(at, end), sign, count, opens, closes };
  }

  const styled = (pieces, from, to, style) => {
    for (let at = from + 1; at < to; at += 1) pieces[at][style] = true;
  };

  /** Takes a pair of marks off and gives its style to what stands between. */
  function join(pieces, opener, closer) {
    const [first, last] = [pieces[opener], pieces[closer]];
    const size = first.sign === "~" ? 2 : Math.min(2, first.count, last.count);
    styled(pieces, opener, closer, first.sign === "~" ? "strike" : size === 2 ? "strong" : "emphasis");
    for (const one of [first, last]) {
      one.count -= size;
      one.text = one.sign.repeat(one.count);
    }
    // What stands between and was not closed is text.
    for (let at = opener + 1; at < closer; at += 1) pieces[at].opens = pieces[at].sign ? false : pieces[at].opens;
  }

  /** Finds the pairs among pieces, some of which are marks. */
  anliji.matchMarks = (pieces) => {
    for (let closer = 0; closer < pieces.length; closer += 1) {
      while (pieces[closer].closes && pieces[closer].count) {
        const { sign, count } = pieces[closer];
        let opener = closer - 1;
        const fits = (one) => one.opens && one.sign === sign && one.count && (sign !== "~" || (one.count > 1 && count > 1))
          && !((one.closes || pieces[closer].opens) && (one.count + count) % 3 === 0 && (one.count % 3 || count % 3));
        while (opener >= 0 && !fits(pieces[opener])) opener -= 1;
        if (opener < 0) break;
        join(pieces, opener, closer);
      }
    }
  };

  /** Gives what stands between the tags of a kind its style. */
  anliji.pairTags = (pieces) => {
    pieces.forEach((piece, at) => {
      if (!piece.tag || piece.isEnd) return;
      const end = pieces.findIndex((one, index) => index > at && one.tag === piece.tag && one.isEnd);
      if (end > 0) styled(pieces, at, end, piece.tag);
    });
  };

  anliji.delimiter = delimiter;
  anliji.isEastAsian = (character) => EAST.test(character);
})();
