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

  /** The places of all grams that begin so. */
  async function placesOf({ key, parts }) {
    const found = [];
    for (const grams of await Promise.all(parts.map((number) => part(`grams/${number}`)))) {
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

  /** Where a run may begin, after some of its grams have been looked up; `found` is what was known before, or null. */
  async function narrowed(found, grams) {
    const lists = await Promise.all(grams.map(placesOf));
    // From the shortest list on, so that little is compared.
    const order = grams.map((gram, index) => ({ start: gram.start, places: lists[index] }));
    order.sort((one, other) => one.places.length - other.places.length);
    const known = found || order.shift();
    return order.reduce((left, other) => (
      { start: left.start, places: together(left.places, other.places, other.start - left.start) }), known);
  }

  /** Those of the places that are in a case which has all of some grams, as far as that is known. */
  async function inCases({ start, places }, grams, directory) {
    const caseOf = (text) => text % directory.count;
    const many = grams.filter(({ key }) => directory.isOfCases(key));
    const having = await Promise.all(many.map(async ({ key }) => new Set(Array.from(await anliji.ofCases(key), caseOf))));
    const cases = directory.textsAt(places).map(caseOf);
    return { start, places: places.filter((_, index) => having.every((known) => known.has(cases[index]))) };
  }

  /**
    Gives every place of a run of two and more units, ascending. What one gram rules out, the others are not loaded for,
    and those in thousands of places come last.
  */
  anliji.places = async (run) => {
    const directory = await anliji.directory();
    const way = directory.plan(run);
    const frequent = way.filter((gram) => gram.isFrequent);
    const [first, ...others] = way.filter((gram) => !gram.isFrequent);
    let found = null;
    for (const some of [first ? [first] : [], others, frequent]) {
      if (!some.length) continue;
      if (found && some === frequent) found = await inCases(found, frequent, directory);
      if (!found || found.places.length) found = await narrowed(found, some);
    }
    const { start, places } = found;
    return start ? places.map((place) => place - start) : places;
  };

  /**
    Gives for a unit the zones of cases that have it: zone times the number of cases, plus the case. For a most frequent gram only
    the weightiest zone of each case.
  */
  anliji.ofCases = async (run) => {
    const directory = await anliji.directory();
    const [number] = directory.parts("letters", run, true);
    return (number !== undefined && (await part(`letters/${number}`)).get(run)) || new Int32Array(0);
  };
})();
