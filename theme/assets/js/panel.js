/* The panel of facets on the browse page: boxes to tick, each with what a click would give. */
(() => {
  "use strict";

  const FEW = 8;
  const MORE = 60;
  /** So few terms without cases are shown as they are. */
  const ODD = 2;

  function build(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  /** For each place the places that contain it, by their names: 福建宁德市古田县 lies in 福建 and 福建宁德市. */
  function containing(names) {
    const known = new Set(names);
    return names.map((name) => Array.from(name, (_, at) => name.slice(0, at)).filter((one) => known.has(one)));
  }

  /** One facet: its terms, a field to look for one where there are many, and a button for more. */
  class Group {
    constructor(facet, table, change) {
      this.facet = facet;
      this.table = table;
      this.change = change;
      this.isLong = facet.names.length > FEW + 4;
      this.most = this.isLong ? FEW : Infinity;
      /** Terms without cases are shown, too. */
      this.isWhole = false;
      this.items = new Map();
      this.counts = [];
      this.around = facet.nested ? containing(facet.names) : facet.names.map(() => []);
      this.chosen = new Set();
      this.element = build("details", "facet");
      this.element.open = facet.open;
      this.title = build("summary", "facet__title", facet.label);
      this.list = build("ul", "facet__terms");
      this.more = build("button", "facet__more");
      this.more.type = "button";
      this.more.addEventListener("click", () => {
        if (this.most >= this.available) this.isWhole = true;
        this.most = this.most === FEW ? MORE : this.most + MORE;
        this.draw();
        if (this.more.hidden) this.title.focus();
      });
      this.element.append(this.title);
      if (this.isLong) this.element.append(this.search());
      this.element.append(this.list, this.more);
    }

    search() {
      this.field = build("input", "facet__field");
      this.field.type = "search";
      this.field.placeholder = "输入名称或拼音";
      this.field.setAttribute("aria-label", `在${this.facet.label}里查找`);
      this.field.addEventListener("input", (event) => {
        if (!event.isComposing) this.draw();
      });
      this.field.addEventListener("compositionend", () => this.draw());
      this.field.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && this.field.value) {
          this.field.value = "";
          this.draw();
          event.preventDefault();
        }
      });
      return this.field;
    }

    item(index) {
      if (!this.items.has(index)) {
        const name = this.facet.names[index];
        const element = build("li", "facet__term");
        const label = build("label");
        const box = build("input");
        box.type = "checkbox";
        box.addEventListener("change", () => this.change(this.facet.key, name, box.checked));
        const called = build("span", "facet__name", name);
        const count = build("span", "facet__count");
        label.append(box, called, count);
        element.append(label);
        this.items.set(index, { element, box, called, count });
      }
      return this.items.get(index);
    }

    update(counts, names) {
      this.counts = counts;
      this.chosen = new Set(names ?? []);
      if (this.chosen.size) this.element.open = true;
      this.draw();
    }

    /** The terms in the order in which they are shown, those without cases last where the list is long. */
    ranked(typed) {
      const { names, read } = this.facet;
      const ranked = names.map((_, index) => index)
        .filter((index) => !typed || anliji.meant(typed, names[index], read[index], this.table));
      if (!this.isLong) return ranked;
      // Whole provinces come first, and the places inside one when it is chosen; then what there is most of. A stable
      // sort keeps the facet's own order.
      const depth = (index) => (typed ? 0 : this.around[index].filter((name) => !this.chosen.has(name)).length);
      const lacks = (index) => Number(!this.counts[index]);
      return ranked.sort((one, other) => (
        lacks(one) - lacks(other) || depth(one) - depth(other) || this.counts[other] - this.counts[one]));
    }

    /** Puts each place behind the one that it lies in, if that is shown: `{index, level, within}`. */
    nested(shown) {
      const { names } = this.facet;
      const known = new Set(shown.map((index) => names[index]));
      const inside = new Map();
      for (const index of shown) {
        const within = this.around[index].filter((name) => known.has(name)).pop() ?? "";
        inside.set(within, [...(inside.get(within) ?? []), index]);
      }
      const below = (within, level) => (inside.get(within) ?? [])
        .flatMap((index) => [{ index, level, within }, ...below(names[index], level + 1)]);
      return below("", 0);
    }

    draw() {
      const { names } = this.facet;
      const typed = (this.field?.value ?? "").trim().toLowerCase();
      const focused = document.activeElement;
      // What is chosen stays in sight, and where it was, under the reader's finger, with the places inside it; so does
      // what has the focus.
      const isKept = (index) => this.chosen.has(names[index]) || (focused && this.items.get(index)?.box === focused);
      const ranked = this.ranked(typed);
      // One or two without cases take no more room than the button that would show them.
      const lacking = ranked.filter((index) => !this.counts[index]).length;
      const isWhole = this.isWhole || (!this.isLong && lacking <= ODD && lacking < ranked.length);
      const isOffered = (index) => typed || isWhole || this.counts[index] || isKept(index);
      const offered = ranked.filter(isOffered);
      this.available = offered.length;
      const isInside = (index) => this.chosen.has(this.around[index][this.around[index].length - 1]);
      const shown = offered.filter((index, at) => at < this.most || isKept(index) || isInside(index));
      const scrolled = this.list.scrollTop;
      this.list.replaceChildren(...this.nested(shown).map(({ index, level, within }) => {
        const { element, box, called, count } = this.item(index);
        box.checked = this.chosen.has(names[index]);
        box.disabled = !this.counts[index] && !isKept(index);
        // The larger place stands above already; to those who listen the name stays whole.
        called.replaceChildren(...(within ? [build("span", "hint", within)] : []), names[index].slice(within.length));
        count.textContent = this.counts[index].toLocaleString("en-US");
        element.dataset.level = String(Math.min(level, 2));
        element.classList.toggle("is-none", box.disabled);
        return element;
      }));
      this.list.scrollTop = scrolled;
      if (!ranked.length) this.list.append(build("li", "facet__none", "没有这样的词条"));
      else if (!shown.length) this.list.append(build("li", "facet__none", "没有可选的"));
      if (this.field) this.field.hidden = !typed && !shown.length;
      const left = ranked.length - shown.length;
      const isRest = shown.length === offered.length;
      this.more.hidden = !left || !shown.length;
      this.more.textContent = isRest
        ? `显示没有案例的${left.toLocaleString("en-US")}项`
        : `显示更多（还有${left.toLocaleString("en-US")}项）`;
      if (focused instanceof HTMLElement && this.element.contains(focused) && focused !== document.activeElement) focused.focus();
    }
  }

  /** Fills the panel; `change(key, name, isChosen)` is called for each click. */
  anliji.makePanel = (element, facets, table, change) => {
    const inOrder = [...facets.all].sort((one, other) => one.panel - other.panel);
    const groups = inOrder.map((facet) => new Group(facet, table, change));
    element.replaceChildren(...groups.map((group) => group.element));
    return {
      update(counts, filters) {
        for (const group of groups) {
          const { key } = group.facet;
          group.update(counts.get(key), filters[key]);
          // Nothing to choose from at all: no case names its level, say.
          group.element.hidden = !group.facet.cases.some((cases) => cases.length) && !(filters[key] ?? []).length;
        }
      },
    };
  };
})();
