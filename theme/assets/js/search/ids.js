/* Which case has an id, as generator/outputs/search/ids.py writes it. */
(() => {
  "use strict";

  /** Gives a case's number: a promise; -1 where the case was withdrawn, undefined where no case has the id. */
  anliji.numberOf = async (id) => {
    const [block] = (await anliji.directory()).parts("ids", id, true);
    if (block === undefined) return undefined;
    const [ids, numbers] = await anliji.load(`ids/${block}`);
    return numbers[ids.split(",").indexOf(id)];
  };
})();
