/* The directory of the index: how many cases there are, where their texts begin, and in which part a gram or an id is. */
(() => {
  "use strict";

  const LONGEST = 4;
  /** So many parts that hold many grams weigh what one does that holds all places of a frequent gram. */
  const APART = 4;

  /** The number of the last item that is not greater, by UTF-16 units as the index is sorted. */
  function lastNotAfter(sorted, key) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  class Directory {
    constructor(about, lengths, titles) {
      this.count = about.count;
      this.zones = about.zones;
      this.block = about.block;
      this.rows = about.rows;
      this.columns = about.columns;
      this.hasWho = about.hasWho;
      this.tasks = about.tasks;
      this.first = { letters: split(about.letters), grams: split(about.grams), ids: split(about.ids), called: split(about.called) };
      this.frequent = new Set(split(about.frequent));
      this.many = new Set(split(about.many));
      this.borders = this.row(anliji.unpack(lengths, lengths ? about.zones.length : 0), about.step);
      [this.titleEnds] = titles ? anliji.unpack(titles, 1) : [[]];
    }

    /** How long a case's title is, in units. */
    titleLength(case_) {
      return this.titleEnds[case_] - (case_ ? this.titleEnds[case_ - 1] : 0) - 1;
    }

    /** Where each case's text begins in each zone, in one row, and the end of all; ends are given in steps. */
    row(ends, step) {
      const borders = new Int32Array(ends.length * this.count + 1);
      let at = 1;
      let start = 0;
      for (const zone of ends) {
        for (const end of zone) {
          borders[at] = start + end * step;
          at += 1;
        }
        start = borders[at - 1];
      }
      return borders;
    }

    /** For each of some ascending places the number of the text that it is in: zone times the number of cases, plus the case. */
    textsAt(places) {
      const { borders } = this;
      let text = 0;
      return Array.from(places, (place) => {
        // Both rows ascend; far steps go by halves.
        if (borders[text + 1] <= place) {
          let low = text + 1;
          let high = borders.length - 1;
          while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (borders[middle] <= place) low = middle;
            else high = middle - 1;
          }
          text = low;
        }
        return text;
      });
    }

    /** The numbers of the parts that may hold grams beginning so. */
    parts(kind, key, isWhole) {
      const first = this.first[kind];
      if (!first.length) return [];
      const start = Math.max(0, lastNotAfter(first, key));
      const end = isWhole ? start : lastNotAfter(first, `${key}\uffff`);
      return Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => start + index)
        .filter((number) => !this.isApart(kind, number) || first[number].startsWith(key));
    }

    /** Whether a part holds a single frequent gram, with all its places. */
    isApart(kind, number) {
      return kind === "grams" && this.frequent.has(this.first[kind][number]);
    }

    /** Whether it is known of a run in which cases it is, beside its places there: a unit or a most frequent gram. */
    isOfCases(run) {
      return run.length === 1 || this.many.has(run);
    }

    /** The gram at a place of a run: its key, the parts that hold what begins so, and what these weigh. */
    gram(run, start) {
      let length = 2;
      while (length < LONGEST && this.frequent.has(run.slice(start, start + length))) length += 1;
      const key = run.slice(start, start + length);
      const isWhole = key.length === LONGEST || !this.frequent.has(key);
      const parts = this.parts("grams", key, isWhole);
      const cost = parts.reduce((sum, number) => sum + (this.isApart("grams", number) ? APART : 1), 0);
      return { start, key, parts, cost, isFrequent: this.frequent.has(key), end: start + key.length };
    }

    /** Chooses the grams that cover a run with the least to load. */
    plan(run) {
      const best = [{ cost: 0, way: [] }];
      for (let end = 1; end <= run.length; end += 1) best.push({ cost: Infinity, way: [] });
      for (let start = 0; start + 2 <= run.length; start += 1) {
        const gram = this.gram(run, start);
        // Whatever was covered up to the gram's start or further lets it go on to its end.
        let before = best[start];
        for (let at = start + 1; at < gram.end; at += 1) if (best[at].cost < before.cost) before = best[at];
        const cost = before.cost + gram.cost;
        if (cost < best[gram.end].cost) best[gram.end] = { cost, way: [...before.way, gram] };
      }
      return best[run.length].way;
    }
  }

  function split(text) {
    return text ? text.split(",") : [];
  }

  anliji.directory = anliji.kept(async () => {
    const [about, lengths, titles] = await anliji.load("index");
    return new Directory(about, lengths, titles);
  });
})();
