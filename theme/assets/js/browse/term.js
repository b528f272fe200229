/* A term in the panel, with its box, and the field to look for one. */
(() => {
  "use strict";

  const { build } = anliji;

  /** A field in which a term is looked for: `complete()` is called for what is typed, `clear()` when it is emptied. */
  anliji.termField = (label, complete, clear) => {
    const field = build("input", "facet__field");
    field.type = "search";
    field.placeholder = "输入名称或拼音";
    field.setAttribute("aria-label", `在${label}里查找`);
    field.addEventListener("input", (event) => {
      if (!event.isComposing) complete();
    });
    field.addEventListener("compositionend", complete);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && field.value) {
        field.value = "";
        clear();
        event.preventDefault();
      }
    });
    return field;
  };

  /** A term as an item of a list, with what else it is called; `choose(isChosen)` is called for each click. */
  anliji.termItem = (name, also, choose) => {
    const element = build("li", "facet__term");
    const label = build("label");
    const box = build("input");
    box.type = "checkbox";
    box.addEventListener("change", () => choose(box.checked));
    const called = build("span", "facet__name", name);
    const count = build("span", "facet__count");
    label.append(box, called, count);
    if (also.length) {
      label.title = `又称：${also.join("、")}`;
      count.before(build("span", "hint", `（又称${also.join("、")}）`));
    }
    element.append(label);
    return { element, box, called, count };
  };

  /** Does what a reader asked of a list of terms, or says there that its data is missing. */
  anliji.orMissing = async (list, action) => {
    try {
      await action();
    } catch (error) {
      if (!(error instanceof anliji.MissingData)) throw error;
      anliji.fill(list, [build("li", "facet__none", "数据没有读到，请刷新页面再试")]);
    }
  };

  /** Shows how such an item is now: how deep it lies `within` another, and what a click would give. */
  anliji.showTerm = ({ element, box, called, count }, name, within, now) => {
    box.checked = now.isChosen;
    box.disabled = !now.isOffered;
    // The larger place is shown above already; to those who listen the name stays whole.
    anliji.fill(called, [...(within ? [build("span", "hint", within)] : []), name.slice(within.length)]);
    count.textContent = now.count.toLocaleString("en-US");
    element.dataset.level = String(Math.min(now.level, 2));
    element.classList.toggle("is-none", box.disabled);
    return element;
  };
})();
