/* Terms that lie in others: 福建宁德市古田县 lies in 福建 and in 福建宁德市. */
(() => {
  "use strict";

  /** For each name those that contain it, the largest first. */
  function containing(names) {
    const known = new Set(names);
    return names.map((name) => Array.from(name, (_, at) => name.slice(0, at)).filter((one) => known.has(one)));
  }

  /** Puts each of the terms that are shown behind the one that it lies in, if that is shown: `{index, level, within}`. */
  function nested(shown, names, around) {
    const known = new Set(shown.map((index) => names[index]));
    const inside = new Map();
    for (const index of shown) {
      const within = around[index].filter((name) => known.has(name)).pop() || "";
      if (!inside.has(within)) inside.set(within, []);
      inside.get(within).push(index);
    }
    const rows = [];
    const add = (within, level) => {
      for (const index of inside.get(within) || []) {
        rows.push({ index, level, within });
        add(names[index], level + 1);
      }
    };
    add("", 0);
    return rows;
  }

  anliji.nesting = { containing, nested };
})();
