/* Questions about a case: those of its record, and where it has none, some that follow from which sections it has. */
(() => {
  "use strict";

  const MOST_NAMED = 4;

  /** Asks only of what stands in the record, and answers nothing. */
  function suggested(record, labels) {
    const { background, approach, lessons, outcomes, results } = record;
    const parts = approach ? anliji.markdown(approach).filter(({ kind }) => kind === "h")
      .map(({ runs }) => runs.map(({ text }) => text).join("").trim()).filter(Boolean) : [];
    const named = parts.slice(0, MOST_NAMED).map((text) => `“${text}”`).join("");
    const shown = (outcomes || [])[0];
    return [
      background ? `“${labels.background}”里讲的情况，你所在的单位有没有？哪些相同，哪些不同？` : `这个案例要解决什么问题？读“${labels.summary}”，用一句话说清。`,
      parts.length > 1 ? `“${labels.approach}”分${named}${parts.length > MOST_NAMED ? "等" : ""}几个方面，哪一个最要紧？为什么？`
        : approach ? `“${labels.approach}”里哪一步最要紧？少了这一步会怎样？` : "从这个案例里看得出做了哪几件事？先后次序有什么道理？",
      lessons ? `“${labels.lessons}”里哪一条能用到你的工作中？要先具备什么条件？`
        : shown ? `“${shown.what}”这项数据能说明什么，还不能说明什么？`
          : results ? `“${labels.results}”要保持下去，还缺什么条件？` : "换到你所在的单位，照着做会遇到什么困难？",
    ];
  }

  /** Gives `{ texts, isOwn }`. */
  anliji.questionsOf = (record, labels) => {
    const own = (record.training && record.training.questions) || [];
    return own.length ? { texts: own, isOwn: true } : { texts: suggested(record, labels), isOwn: false };
  };
})();
