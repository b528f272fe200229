/*
  What a show goes through: a case is one act; the first act of a collection, or of a reader's own selection, is its cover
  and contents, then each case is one.
*/
(() => {
  "use strict";

  const { leaf } = anliji.slides;

  /** What is shown in the place of a case that could not be had. */
  function missing({ title, url }) {
    const link = anliji.build("a", "", "打开这个案例的网页");
    link.href = url;
    const line = anliji.build("p", "slide__notice", "这个案例没有读到。");
    line.append(link);
    return [leaf("title", [anliji.build("h1", "slide__title", title), line], { kicker: "案例" })];
  }

  async function borrowed(entry) {
    try {
      return anliji.slides.leavesOfCase(await anliji.slides.borrow(entry.url));
    } catch (error) {
      if (!(error instanceof anliji.MissingData)) throw error;
      return missing(entry);
    }
  }

  /** Gives the acts of the page that is open; `load` makes a promise of an act's leaves. */
  anliji.slides.acts = () => {
    const page = document.querySelector(".case");
    if (page) return [{ load: async () => anliji.slides.leavesOfCase(page) }];
    const { casesOf, casesOfSelection, leavesOfCollection, leavesOfSelection } = anliji.slides;
    const collection = document.querySelector(".collection");
    const whole = collection || document.querySelector("[data-basket-page]");
    const cases = (collection ? casesOf : casesOfSelection)(whole).map((entry) => ({ load: () => borrowed(entry) }));
    return [{ load: async () => (collection ? leavesOfCollection : leavesOfSelection)(whole) }, ...cases];
  };

  /** Keeps the leaves of the acts around the one that is shown, and of no others: a show may go on for days. */
  anliji.slides.keep = (acts) => {
    const kept = new Map();
    return (number) => {
      for (const other of [...kept.keys()]) {
        if (Math.min(Math.abs(other - number), acts.length - Math.abs(other - number)) > 1) kept.delete(other);
      }
      if (!kept.has(number)) kept.set(number, acts[number].load());
      return kept.get(number);
    };
  };
})();
