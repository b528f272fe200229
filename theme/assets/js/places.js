/*
  Where runs of characters stand. The directory tells in which part a gram is; a part is loaded when it is asked for.
  All texts lie in one row: zone by zone, in each zone case by case; a place is an offset in that row.
*/
(() => {
  "use strict";

  const LONGEST = 4;

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
    constructor(about, lengths) {
      this.count = about.count;
      this.zones = about.zones;
      this.block = about.block;
      this.first = { letters: split(about.letters), grams: split(about.grams) };
      this.frequent = new Set(split(about.frequent));
      this.borders = this.row(anliji.unpack(lengths, lengths ? about.zones.length : 0));
    }

    /** Where each case's text begins in each zone, in one row, and the end of all. */
    row(ends) {
      const borders = new Int32Array(ends.length * this.count + 1);
      let at = 1;
      let start = 0;
      for (const zone of ends) {
        for (const end of zone) {
          borders[at] = start + end;
          at += 1;
        }
        start = borders[at - 1];
      }
      return borders;
    }

    /** The numbers of the parts that may hold grams beginning so. */
    parts(kind, key, isWhole) {
      const first = this.first[kind];
      if (!first.length) return [];
      const start = Math.max(0, lastNotAfter(first, key));
      const end = isWhole ? start : lastNotAfter(first, `${key}\uffff`);
      return Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => start + index);
    }

    /** How far the gram at a place of a run reaches: its key, and whether that is all there is under it. */
    gram(run, start) {
      let length = 2;
      while (length < LONGEST && this.frequent.has(run.slice(start, start + length))) length += 1;
      const key = run.slice(start, start + length);
      return { start, key, isWhole: !this.frequent.has(key), end: start + key.length };
    }

    /** Chooses the grams that cover a run with the fewest parts to load. */
    plan(run) {
      const best = [{ cost: 0, way: [] }];
      for (let end = 1; end <= run.length; end += 1) best.push({ cost: Infinity, way: [] });
      for (let start = 0; start + 2 <= run.length; start += 1) {
        const gram = this.gram(run, start);
        gram.parts = this.parts("grams", gram.key, gram.isWhole);
        // Whatever was covered up to the gram's start or further lets it go on to its end.
        let before = best[start];
        for (let at = start + 1; at < gram.end; at += 1) if (best[at].cost < before.cost) before = best[at];
        const cost = before.cost + gram.parts.length;
        if (cost < best[gram.end].cost) best[gram.end] = { cost, way: [...before.way, gram] };
      }
      return best[run.length].way;
    }
  }

  function split(text) {
    return text ? text.split(",") : [];
  }

  let directory;

  anliji.directory = () => {
    directory = directory ?? anliji.load("index").then(([about, lengths]) => new Directory(about, lengths));
    return directory.catch((error) => {
      directory = undefined;
      throw error;
    });
  };

  const parts = new Map();
  anliji.forget.push(() => {
    directory = undefined;
    parts.clear();
  });

  /** The grams of a part with their places: a promise of a Map. */
  function part(kind, number) {
    const name = `${kind}/${number}`;
    if (!parts.has(name)) {
      const read = anliji.load(name).then(([texts, packed]) => {
        const grams = texts.split(",");
        const lists = anliji.unpack(packed, grams.length);
        return new Map(grams.map((gram, index) => [gram, lists[index]]));
      });
      parts.set(name, read);
      read.catch(() => parts.delete(name));
    }
    return parts.get(name);
  }

  function merged(lists) {
    if (lists.length === 1) return lists[0];
    const all = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
    let at = 0;
    for (const list of lists) {
      all.set(list, at);
      at += list.length;
    }
    return all.sort();
  }

  async function placesOf(kind, key, numbers) {
    const found = [];
    for (const grams of await Promise.all(numbers.map((number) => part(kind, number)))) {
      for (const [gram, places] of grams) if (gram.startsWith(key)) found.push(places);
    }
    return merged(found);
  }

  /** Keeps those places of the first list that have a fellow so far behind them in the second. */
  function together(places, others, distance) {
    const kept = [];
    let at = 0;
    for (const place of places) {
      const wanted = place + distance;
      // Steps double, so a short list passes quickly over a long one.
      let step = 1;
      while (at + step < others.length && others[at + step] < wanted) step *= 2;
      let low = at;
      let high = Math.min(others.length, at + step + 1);
      while (low < high) {
        const middle = (low + high) >> 1;
        if (others[middle] < wanted) low = middle + 1;
        else high = middle;
      }
      at = low;
      if (others[at] === wanted) kept.push(place);
    }
    return Int32Array.from(kept);
  }

  /** Gives every place of a run of two and more units, ascending. */
  anliji.places = async (run) => {
    const known = await anliji.directory();
    const way = known.plan(run);
    const lists = await Promise.all(way.map((gram) => placesOf("grams", gram.key, gram.parts)));
    // From the shortest list on, so that little is compared.
    const order = way.map((gram, index) => ({ start: gram.start, places: lists[index] }));
    order.sort((one, other) => one.places.length - other.places.length);
    let { start, places } = order[0];
    for (const other of order.slice(1)) places = together(places, other.places, other.start - start);
    return start ? places.map((place) => place - start) : places;
  };

  /** Gives for a single unit the zones of cases that have it: zone times the number of cases, plus the case. */
  anliji.letter = async (unit) => {
    const known = await anliji.directory();
    return known.count ? placesOf("letters", unit, known.parts("letters", unit, true)) : new Int32Array(0);
  };
})();
