/* A button that takes everything that is found into the reader's own selection. */
(() => {
  "use strict";

  const { basket } = anliji;

  /** Gives the button, and how it follows what is found: more than a selection holds cannot be taken. */
  anliji.gathering = () => {
    let found = [];
    const button = anliji.button("", "", async () => {
      if (button.getAttribute("aria-disabled") === "true") return;
      button.setAttribute("aria-disabled", "true");
      try {
        const rows = await Promise.all(found.map(anliji.rowAt));
        anliji.collectAll(rows.map(({ id, bundle, phrases }) => ({ id, bundle, title: phrases.join("") })));
      } catch (error) {
        if (!(error instanceof anliji.MissingData)) throw error;
        anliji.announce("有的案例没有读到，请再试一次");
      }
      button.removeAttribute("aria-disabled");
    });
    const update = ({ cases }, isUnconditional) => {
      found = cases;
      button.hidden = isUnconditional || cases.length < 2 || cases.length > basket.MOST;
      button.textContent = `全部收入选编（${cases.length.toLocaleString("en-US")}个）`;
    };
    return { button, update };
  };
})();
