/* The corner of a row or a card, where small buttons stand: what a reader may do with a case without opening it. */
(() => {
  "use strict";

  /** Gives the corner, which is made when it is first asked for. */
  anliji.corner = (element) => {
    let corner = element.querySelector(".corner");
    if (!corner) {
      corner = anliji.build("div", "corner");
      corner.setAttribute("data-unsearched", "");
      element.append(corner);
    }
    return corner;
  };
})();
