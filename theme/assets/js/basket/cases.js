/* The cases of a selection with their records: each by the file that has it, and where that is not known, by the list of all. */
(() => {
  "use strict";

  const AT_ONCE = 8;

  /** Runs a task for each item, a few at a time. */
  async function each(items, task) {
    const left = items.slice();
    const work = async () => {
      while (left.length) await task(left.shift());
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work));
  }

  async function partsOf(id, bundle) {
    const data = await anliji.load(`cases/${bundle}`);
    const at = data.findIndex((one, index) => index % 3 === 0 && one === id);
    return at < 0 ? null : { record: JSON.parse(data[at + 2]), labelled: data[at + 1], bundle };
  }

  async function tried(id, bundle) {
    try {
      return bundle ? await partsOf(id, bundle) : null;
    } catch (error) {
      if (!(error instanceof anliji.MissingData)) throw error;
      // Cases come and go, and others begin their files then.
      return null;
    }
  }

  /** Gives the numbers of cases by their ids, as far as the library has them. */
  async function located(ids) {
    const { count, block } = await anliji.directory();
    const wanted = new Set(ids);
    const found = new Map();
    const blocks = Array.from({ length: Math.ceil(count / block) }, (_, number) => number);
    await each(blocks, async (number) => {
      if (found.size === wanted.size) return;
      const [known] = await anliji.load(`titles/${number}`);
      known.forEach((id, at) => wanted.has(id) && found.set(id, number * block + at));
    });
    return found;
  }

  /**
    Reads cases: `hear(id, found)` is called for each, with its record, texts and file, or null where the library does
    not have it. Data that cannot be read is an error.
  */
  anliji.readCases = async (items, hear) => {
    const lost = [];
    await each(items, async ({ id, bundle }) => {
      const found = await tried(id, bundle);
      if (found) hear(id, found);
      else lost.push(id);
    });
    if (!lost.length) return;
    const places = await located(lost);
    await each(lost, async (id) => {
      if (!places.has(id)) {
        hear(id, null);
        return;
      }
      const row = await anliji.rowAt(places.get(id));
      const found = await partsOf(id, row.bundle);
      if (!found) throw new anliji.MissingData(id);
      hear(id, found);
    });
  };
})();
