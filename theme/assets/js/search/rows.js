/* What a result shows of its case: a row of data, as generator/outputs/search/rows.py writes it. */
(() => {
  "use strict";

  /** Marks where a line of a title may end. */
  const BREAK = "\u200b";

  /** Gives a row by the names of its fields; `date` is `2024`, `2024-09` or `2024-09-01`. */
  anliji.rowOf = (data, tasks) => {
    const [id, phrases, task, sentence, university, place, date, isReported, figure] = data;
    const [taskId, taskName] = tasks[task];
    return { id, phrases: phrases.split(BREAK), taskId, taskName, sentence, university, place, date, isReported: Boolean(isReported), figure };
  };

  /** Writes a date for readers: 2024年9月1日. */
  anliji.dateInWords = (date) => date.split("-").map((part, index) => `${Number(part)}${"年月日"[index]}`).join("");
})();
