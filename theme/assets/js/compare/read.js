/* Which cases an address asks for, and what is known of them. */
(() => {
  "use strict";

  const { MOST, ID } = anliji.choice;

  /** Gives `{ ids, over }`: each id once and in order, and how many are more than can be compared. */
  function asked(search) {
    const ids = [...new Set(new URLSearchParams(search).getAll("case").map((id) => id.trim()).filter(Boolean))];
    return { ids: ids.slice(0, MOST), over: Math.max(0, ids.length - MOST) };
  }

  /** Reads a case: `{ id, row, record, texts }`, or `{ id, fault }` where there is none: `unknown`, `withdrawn`, `missing`. */
  async function read(id) {
    if (!ID.test(id)) return { id, fault: "unknown" };
    try {
      const number = await anliji.numberOf(id);
      if (number === undefined) return { id, fault: "unknown" };
      if (number < 0) return { id, fault: "withdrawn" };
      const row = await anliji.rowAt(number);
      const [json, texts] = await Promise.all([anliji.recordOf(row.bundle, id), anliji.textsOf({ bundle: row.bundle, id, sentence: "" })]);
      return { id, row, texts, record: JSON.parse(json) };
    } catch (error) {
      if (!(error instanceof anliji.MissingData)) throw error;
      return { id, fault: "missing" };
    }
  }

  anliji.compared = { asked, read: (ids) => Promise.all(ids.map(read)) };
})();
