/* What is found beside the exact hits: how it is called, and the way to leave it out or to have it again. */
(() => {
  "use strict";

  const MOST_NAMED = 4;

  /** Some words in quotation marks, the first of them where there are many. */
  anliji.quoted = (words) => words.slice(0, MOST_NAMED).map((word) => `“${word}”`).join("")
    + (words.length > MOST_NAMED ? "等" : "");

  /** What stands between the exact hits and the others. */
  anliji.otherwise = ({ words }) => `以下案例里写的是近义词${anliji.quoted(words)}`;

  /** `act(change)` takes a step and leads to the results. */
  anliji.drawWider = (part, { wider, exact, query }, act) => {
    const isShown = Boolean(wider) && exact > 0 && wider.count > 0;
    const count = isShown ? (wider.isLeftOut ? wider.count : exact).toLocaleString("en-US") : "";
    const text = !isShown ? ""
      : wider.isLeftOut ? `也列出含近义词${anliji.quoted(wider.words)}的${count}个` : `只看写着${anliji.quoted(query.runs)}的${count}个`;
    anliji.fill(part("wider"), isShown ? [anliji.button("", text, () => act({ only: wider.isLeftOut ? "" : "exact" }))] : []);
    part("wider").hidden = !isShown;
  };
})();
