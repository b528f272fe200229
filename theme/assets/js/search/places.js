/*
  Where runs of characters occur. A part of the index is loaded when it is asked for.
  All texts lie in one row: zone by zone, in each zone case by case; a place is an offset in that row.
*/
(() => {
  "use strict";

  /** The grams of a part with their places: a Map. */
  const part = anliji.kept(async (name) => {
    const [texts, packed] = await anliji.load(name);
    const grams = texts.split(",");
    const lists = anliji.unpack(packed, grams.length);
    return new Map(grams.map((gram, index) => [gram, lists[index]]));
  });

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
    for (const grams of await Promise.all(numbers.map((number) => part(`${kind}/${number}`)))) {
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
