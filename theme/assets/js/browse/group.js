/* A facet in the panel: boxes to tick, each with what a click would give. */
(() => {
  "use strict";

  const FEW = 8;
  const MORE = 60;
  /** Up to this many terms without cases are shown as they are. */
  const ODD = 2;
  const { build } = anliji;

  /** One facet: its terms, a field to look for one where there are many, and a button for more. */
  anliji.Group = class Group {
    /** `change(key, name, isChosen)` is called for each click; terms of a nested facet lie in others. */
    constructor(facet, table, change) {
      this.facet = facet;
      this.table = table;
      this.change = change;
      this.isLong = facet.size > FEW + 4;
      this.most = this.isLong ? FEW : Infinity;
      /** Terms without cases are shown, too. */
      this.isWhole = false;
      this.items = new Map();
      this.counts = [];
      this.chosen = new Set();
      this.turn = 0;
      this.adopt();
      this.element = build("details", "facet");
      this.element.open = facet.open;
      this.title = build("summary", "facet__title", facet.label);
      this.list = build("ul", "facet__terms");
      this.more = anliji.button("facet__more", "", () => this.showMore());
      this.element.append(this.title);
      if (this.isLong) this.element.append(this.search());
      this.element.append(this.list, this.more);
      this.element.addEventListener("toggle", () => {
        if (this.element.open && this.isStale) this.tried(() => this.refresh());
      });
    }

    /** Takes over the terms that the facet has now. */
    adopt() {
      const { names, nested } = this.facet;
      if (this.names === names) return;
      this.names = names;
      this.items = new Map();
      this.around = nested ? anliji.nesting.containing(names) : names.map(() => []);
    }

    /** Learns all terms, and how they are read where that is asked for; then draws them. */
    complete() {
      return this.tried(async () => {
        await this.facet.learnNames();
        if (this.field && anliji.isSpelt(this.field.value)) await this.facet.learnReadings();
        if (this.names !== this.facet.names) await this.refresh();
        else this.draw();
      });
    }

    /** Does what a reader asked for here, or says that its data is missing. */
    async tried(action) {
      try {
        await action();
      } catch (error) {
        if (!(error instanceof anliji.MissingData)) throw error;
        anliji.fill(this.list, [build("li", "facet__none", "数据没有读到，请刷新页面再试")]);
      }
    }

    async showMore() {
      if (this.isPart) await this.complete();
      if (this.most >= this.available) this.isWhole = true;
      this.most = this.most === FEW ? MORE : this.most + MORE;
      this.draw();
      if (this.more.hidden) this.title.focus();
    }

    search() {
      this.field = build("input", "facet__field");
      this.field.type = "search";
      this.field.placeholder = "输入名称或拼音";
      this.field.setAttribute("aria-label", `在${this.facet.label}里查找`);
      this.field.addEventListener("input", (event) => {
        if (!event.isComposing) this.complete();
      });
      this.field.addEventListener("compositionend", () => this.complete());
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
        const name = this.names[index];
        const element = build("li", "facet__term");
        const label = build("label");
        const box = build("input");
        box.type = "checkbox";
        box.addEventListener("change", () => this.change(this.facet.key, name, box.checked));
        const called = build("span", "facet__name", name);
        const count = build("span", "facet__count");
        label.append(box, called, count);
        const also = ((this.facet.also || {})[index] || []).map(([alias]) => alias).join("、");
        if (also) {
          label.title = `又称：${also}`;
          count.before(build("span", "hint", `（又称${also}）`));
        }
        element.append(label);
        this.items.set(index, { element, box, called, count });
      }
      return this.items.get(index);
    }

    /** A term as it is shown now, inside another or not. */
    row({ index, level, within }, isKept) {
      const name = this.names[index];
      const { element, box, called, count } = this.item(index);
      box.checked = this.chosen.has(name);
      box.disabled = !this.counts[index] && !isKept;
      // The larger place is shown above already; to those who listen the name stays whole.
      anliji.fill(called, [...(within ? [build("span", "hint", within)] : []), name.slice(within.length)]);
      count.textContent = this.counts[index].toLocaleString("en-US");
      element.dataset.level = String(Math.min(level, 2));
      element.classList.toggle("is-none", box.disabled);
      return element;
    }

    /** Draws what a click would give, as `countsOf(facet)` promises it, and what is chosen; what is closed, when it is opened. */
    async update(countsOf, names) {
      this.countsOf = countsOf;
      this.chosen = new Set(names || []);
      if (this.chosen.size) this.element.open = true;
      this.isStale = true;
      if (this.element.open) await this.refresh();
    }

    async refresh() {
      this.turn += 1;
      const mine = this.turn;
      this.isStale = false;
      const counts = await this.countsOf(this.facet);
      // Something newer is being counted already.
      if (mine !== this.turn) return;
      if (counts.length !== this.facet.names.length) {
        await this.refresh();
        return;
      }
      this.adopt();
      this.counts = counts;
      this.draw();
    }

    /** Whether there are more terms than are known here. */
    get isPart() {
      return this.names.length < this.facet.size;
    }

    /** The terms in the order in which they are shown, those without cases last where the list is long. */
    ranked(typed) {
      const { names } = this;
      const ranked = names.map((_, index) => index)
        .filter((index) => !typed || anliji.meantTerm(typed, this.facet, index, this.table));
      if (!this.isLong) return ranked;
      // Whole provinces come first, and the places inside one when it is chosen; then what there is most of, in the
      // facet's own order.
      const depth = (index) => (typed ? 0 : this.around[index].filter((name) => !this.chosen.has(name)).length);
      const lacks = (index) => Number(!this.counts[index]);
      return ranked.sort((one, other) => (
        lacks(one) - lacks(other) || depth(one) - depth(other) || this.counts[other] - this.counts[one] || one - other));
    }

    draw() {
      const { names } = this;
      const typed = (this.field ? this.field.value : "").trim().toLowerCase();
      const focused = document.activeElement;
      // What is chosen stays in sight, and where it was, under the reader's finger, with the places inside it; so does
      // what has the focus.
      const isKept = (index) => this.chosen.has(names[index]) || (this.items.has(index) && this.items.get(index).box === focused);
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
      anliji.fill(this.list, anliji.nesting.nested(shown, names, this.around).map((row) => this.row(row, isKept(row.index))));
      this.list.scrollTop = scrolled;
      if (!ranked.length) this.list.append(build("li", "facet__none", "没有这样的词条"));
      else if (!shown.length) this.list.append(build("li", "facet__none", "没有可选的"));
      if (this.field) this.field.hidden = !typed && !shown.length;
      const left = ranked.length - shown.length;
      const isRest = shown.length === offered.length;
      this.more.hidden = !this.isPart && (!left || !shown.length);
      this.more.textContent = this.isPart ? `显示更多（共${this.facet.size.toLocaleString("en-US")}项）` : isRest
        ? `显示没有案例的${left.toLocaleString("en-US")}项`
        : `显示更多（还有${left.toLocaleString("en-US")}项）`;
      if (focused instanceof HTMLElement && this.element.contains(focused) && focused !== document.activeElement) focused.focus();
    }
  };
})();
