/* What a result shows of its case: a row of data, as generator/outputs/search/rows.py writes it. */
(() => {
  "use strict";

  /** Marks where a line of a title may end. */
  const BREAK = "\u200b";

  /** Gives a row by the names of its fields; `date` is `2024`, `2024-09` or `2024-09-01`. */
  function rowOf(data, tasks) {
    const [id, bundle, phrases, task, sentence, university, place, date, isReported, figure] = data;
    const [taskId, taskName] = tasks[task];
    return {
      id, bundle: bundle || id, phrases: phrases.split(BREAK), taskId, taskName, sentence, university, place, date, isReported, figure,
    };
  }

  /** Gives a case's row by its number: a promise. */
  anliji.rowAt = async (case_) => {
    const { rows, tasks } = await anliji.directory();
    const block = await anliji.load(`rows/${Math.floor(case_ / rows)}`);
    return rowOf(block[case_ % rows], tasks);
  };

  /** Writes a date for readers: 2024年9月1日. */
  anliji.dateInWords = (date) => date.split("-").map((part, index) => `${Number(part)}${"年月日"[index]}`).join("");
})();
