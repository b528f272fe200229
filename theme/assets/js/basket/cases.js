/* The cases of a selection with their records: each by the file that has it, and where that is not known, by its number. */
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

  /** Gives null for what the library does not have, or has no more. */
  async function sought(id) {
    const number = await anliji.numberOf(id);
    if (number === undefined || number < 0) return null;
    const found = await partsOf(id, (await anliji.rowAt(number)).bundle);
    if (!found) throw new anliji.MissingData(id);
    return found;
  }

  /**
    Reads cases: `hear(id, found)` is called for each, with its record, texts and file, or null where the library does
    not have it. Data that cannot be read is an error.
  */
  anliji.readCases = (items, hear) => each(items, async ({ id, bundle }) => {
    hear(id, (await tried(id, bundle)) || (await sought(id)));
  });
})();
