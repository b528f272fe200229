/* A measured number, as theme/pages/parts/number.html draws it. */
(() => {
  "use strict";

  const { build } = anliji;

  anliji.drawNumber = ([, before, number, after, earlier, change]) => {
    const element = build("span", "number");
    if (earlier) {
      const arrow = build("span", "number__change", "→");
      arrow.setAttribute("role", "img");
      arrow.setAttribute("aria-label", change);
      element.append(build("span", "number__earlier", earlier), " ", arrow, " ");
    }
    element.append(before || "", build("b", "", number));
    if (after) element.append(build("span", "number__unit", after));
    return element;
  };
})();
