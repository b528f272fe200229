/* A measured number, as theme/pages/parts/number.html draws it. */
(() => {
  "use strict";

  const { build } = anliji;

  /** So many characters, unit and all, fit beside a row in the large type of its number. */
  const WIDE = 9;

  function fill(element, before, number, after) {
    element.append(before || "", build("b", "", number));
    if (after) element.append(build("span", "number__unit", after));
    return element;
  }

  anliji.drawNumber = ([, before, number, after, earlier, change]) => {
    const isWide = `${before || ""}${number}${after || ""}`.length > WIDE;
    const element = build("span", isWide ? "number number--wide" : "number");
    if (!earlier) return fill(element, before, number, after);
    const arrow = build("span", "number__change", "→");
    arrow.setAttribute("role", "img");
    arrow.setAttribute("aria-label", change);
    const value = fill(build("span", "number__value"), before, number, after);
    element.append(build("span", "number__earlier", earlier), " ", arrow, " ", value);
    return element;
  };
})();
