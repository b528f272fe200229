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
        if (this.element.open && this.isStale) anliji.orMissing(this.list, () => this.refresh());
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
      return anliji.orMissing(this.list, async () => {
        await this.facet.learnNames();
        if (this.field && anliji.isSpelt(this.field.value)) await this.facet.learnReadings();
        if (this.names !== this.facet.names) await this.refresh();
        else this.draw();
      });
    }

    async showMore() {
      if (this.isPart) await this.complete();
      if (this.most >= this.available) this.isWhole = true;
      this.most = this.most === FEW ? MORE : this.most + MORE;
      this.draw();
      if (this.more.hidden) this.title.focus();
    }

    search() {
      this.field = anliji.termField(this.facet.label, () => this.complete(), () => this.draw());
      return this.field;
    }

    item(index) {
      if (!this.items.has(index)) {
        const name = this.names[index];
        const also = ((this.facet.also || {})[index] || []).map(([alias]) => alias);
        this.items.set(index, anliji.termItem(name, also, (isChosen) => this.change(this.facet.key, name, isChosen)));
      }
      return this.items.get(index);
    }

    /** A term as it is shown now, inside another or not. */
    row({ index, level, within }, isKept) {
      const name = this.names[index];
      return anliji.showTerm(this.item(index), name, within, {
        level, count: this.counts[index], isChosen: this.chosen.has(name), isOffered: this.counts[index] > 0 || isKept,
      });
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

    draw() {
      const { names } = this;
      const typed = (this.field ? this.field.value : "").trim().toLowerCase();
      const focused = document.activeElement;
      // What is chosen stays in sight, and where it was, under the reader's finger, with the places inside it; so does
      // what has the focus.
      const isKept = (index) => this.chosen.has(names[index]) || (this.items.has(index) && this.items.get(index).box === focused);
      const ranked = anliji.rankedTerms(this, typed);
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
