/* A box under a facet's terms that lets each of them find more: a task's cases and those that touch on it. */
(() => {
  "use strict";

  const { build } = anliji;

  /** Adds the box to a group; `widen(isWide)` is called for each click. Gives a function that shows how it is. */
  anliji.addWidening = (group, text, widen) => {
    const box = build("input");
    box.type = "checkbox";
    box.addEventListener("change", () => widen(box.checked));
    const label = build("label", "facet__switch");
    label.append(box, build("span", "", text));
    group.more.before(label);
    return (isWide) => {
      box.checked = isWide;
    };
  };
})();
