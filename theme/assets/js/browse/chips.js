/* What is chosen, each with a button that takes it away. */
(() => {
  "use strict";

  /** `act(change)` takes a step and leads to the results. */
  anliji.drawChips = (part, steps, facets, act) => {
    const chips = [];
    for (const [key, names] of Object.entries(steps.state.filters)) {
      for (const name of names) chips.push(chip(key, name, facets, () => act(steps.choice(key, name, false))));
    }
    const count = chips.length;
    if (count > 1) chips.push(anliji.button("chosen chosen--all", "全部移除", () => act({ filters: {} })));
    anliji.fill(part("chosen"), chips.map((one) => {
      const item = anliji.build("li");
      item.append(one);
      return item;
    }));
    part("chosen").hidden = !count;
    part("number").textContent = count ? `已选${count.toLocaleString("en-US")}项` : "";
  };

  function chip(key, name, facets, remove) {
    const facet = facets.byKey.get(key);
    const isKnown = facet && facet.numbers.has(name);
    const label = facet ? facet.label : key;
    const text = isKnown ? `${label}：${name}` : `未知的筛选：${label} ${name}`;
    const button = anliji.button(isKnown ? "chosen" : "chosen chosen--unknown", text, remove);
    button.setAttribute("aria-label", `移除${text}`);
    return button;
  }
})();
