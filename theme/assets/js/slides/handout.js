/* The show on paper: what its slides say, under headings, with the photos small and the sources behind. */
(() => {
  "use strict";

  function pictures(element) {
    return Promise.all([...element.querySelectorAll("img")].map((one) => one.complete || new Promise((resolve) => {
      one.onload = one.onerror = resolve;
    })));
  }

  function pageOf(leaves) {
    const part = anliji.build("div", "handout__part");
    leaves.forEach((leaf, at) => {
      const slide = anliji.slides.draw(leaf, leaf.blocks.map((block) => block.cloneNode(true)), 1);
      // A section is named once.
      if (at && leaf.kicker && leaves[at - 1].kicker === leaf.kicker) slide.querySelector(".slide__kicker").remove();
      part.append(slide);
    });
    return part;
  }

  function lay(show, parts) {
    const old = show.querySelector(".handout");
    if (old) old.remove();
    const sheet = anliji.build("div", "handout");
    sheet.append(...parts);
    show.append(sheet);
    return sheet;
  }

  anliji.slides.handout = {
    /** Lays the leaves of all acts behind the show, for the printer; `tell` hears how many are there. */
    async whole(show, acts, tell) {
      const parts = [];
      for (const act of acts) {
        parts.push(pageOf(await act.load()));
        tell(parts.length, acts.length);
      }
      await pictures(lay(show, parts));
    },

    /** Lays what is there, where the browser prints at once: the act that is on. */
    now(show, leaves) {
      if (!show.querySelector(".handout")) lay(show, [pageOf(leaves)]);
    },

    take(show) {
      const sheet = show.querySelector(".handout");
      if (sheet) sheet.remove();
    },
  };
})();
