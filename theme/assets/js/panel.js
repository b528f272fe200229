/* The panel of facets on the browse page: boxes to tick, each with what a click would give. */
(() => {
  "use strict";

  const ORDER = ["task", "place", "province", "year", "university", "level", "form", "product", "partner", "keyword", "also"];
  const FEW = 8;
  const MORE = 60;
  /** Facets that are open from the start where there is room. */
  const OPEN = ["task", "place", "province", "year"];

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
      this.most = FEW;
      this.items = new Map();
      this.counts = [];
      this.around = facet.key === "place" ? containing(facet.names) : facet.names.map(() => []);
      this.chosen = new Set();
      this.element = build("details", "facet");
      this.element.open = OPEN.includes(facet.key);
      this.title = build("summary", "facet__title", facet.label);
      this.list = build("ul", "facet__terms");
      this.more = build("button", "facet__more");
      this.more.type = "button";
      this.more.addEventListener("click", () => {
        this.most = this.most === FEW ? MORE : this.most + MORE;
        this.draw();
        if (this.more.hidden) this.title.focus();
      });
      this.element.append(this.title);
      if (facet.names.length > FEW + 4) this.element.append(this.search());
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
        const count = build("span", "facet__count");
        label.append(box, build("span", "facet__name", name), count);
        element.append(label);
        this.items.set(index, { element, box, count });
      }
      return this.items.get(index);
    }

    update(counts, names) {
      this.counts = counts;
      this.chosen = new Set(names ?? []);
      if (this.chosen.size) this.element.open = true;
      this.draw();
    }

    draw() {
      const { names, read } = this.facet;
      const typed = (this.field?.value ?? "").trim().toLowerCase();
      let shown = names.map((_, index) => index)
        .filter((index) => !typed || anliji.meant(typed, names[index], read[index], this.table));
      const isLong = names.length > FEW + 4;
      // Whole provinces come first, and the places inside one when it is chosen; then what there is most of. A stable
      // sort keeps the facet's own order.
      const depth = (index) => (typed ? 0 : this.around[index].filter((name) => !this.chosen.has(name)).length);
      if (isLong) shown.sort((one, other) => depth(one) - depth(other) || this.counts[other] - this.counts[one]);
      const total = shown.length;
      // What is chosen stays in sight, and where it was, under the reader's finger.
      if (isLong) shown = shown.filter((index, at) => at < this.most || this.chosen.has(names[index]));
      const focused = document.activeElement;
      const scrolled = this.list.scrollTop;
      this.list.replaceChildren(...shown.map((index) => {
        const { element, box, count } = this.item(index);
        box.checked = this.chosen.has(names[index]);
        box.disabled = !this.counts[index] && !box.checked;
        count.textContent = this.counts[index].toLocaleString("en-US");
        element.classList.toggle("is-none", box.disabled);
        return element;
      }));
      this.list.scrollTop = scrolled;
      if (!total) this.list.append(build("li", "facet__none", "没有这样的词条"));
      this.more.hidden = total <= shown.length;
      this.more.textContent = `显示更多（还有${(total - shown.length).toLocaleString("en-US")}项）`;
      if (focused instanceof HTMLElement && this.element.contains(focused) && focused !== document.activeElement) focused.focus();
    }
  }

  /** Fills the panel; `change(key, name, isChosen)` is called for each click. */
  anliji.makePanel = (element, facets, table, change) => {
    const known = ORDER.map((key) => facets.byKey.get(key)).filter(Boolean);
    const groups = known.map((facet) => new Group(facet, table, change));
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
