/* Questions about a case: those of its record, and where it has none, some that follow from which sections it has. */
(() => {
  "use strict";

  const MOST_NAMED = 4;
  const LONGEST = 40;

  const named = (texts) => `${texts.slice(0, MOST_NAMED).map((text) => `“${text}”`).join("")}${texts.length > MOST_NAMED ? "等" : ""}`;

  /** Gives the parts of a text by their headings, or its items that are short enough to be named. */
  function partsOf(prose) {
    const blocks = anliji.markdown(prose);
    const words = (kind) => blocks.filter((one) => one.kind === kind).map(({ runs }) => runs.map(({ text }) => text).join("").trim());
    return {
      headings: words("h").filter(Boolean),
      items: words("li").map((text) => text.replace(/[。；;.]$/, "")).filter((text) => text && text.length <= LONGEST && !/[“”]/.test(text)),
    };
  }

  function ofProblem({ background, partners }, labels) {
    const names = (partners || []).map(({ name }) => name).filter((name) => !/[“”]/.test(name));
    if (background) return `“${labels.background}”里讲的情况，你所在的单位有没有？哪些相同，哪些不同？`;
    if (names.length) return `${labels.partners}有${named(names)}。各方为什么愿意参加，各出了什么力？`;
    return `这个案例要解决什么问题？读“${labels.summary}”，用一句话说清。`;
  }

  function ofPractice({ approach }, labels, number) {
    const { headings, items } = approach ? partsOf(approach) : { headings: [], items: [] };
    if (headings.length > 1) return `“${labels.approach}”分${named(headings)}几个方面，哪一个最要紧？为什么？`;
    if (items.length) return `“${items[number % items.length]}”，这件事要办成，得由谁来做，先具备什么条件？`;
    if (approach) return `“${labels.approach}”里哪一步最要紧？少了这一步会怎样？`;
    return "从这个案例里看得出做了哪几件事？先后次序有什么道理？";
  }

  function ofUse({ lessons, outcomes, results }, labels) {
    const [shown] = outcomes || [];
    if (lessons) return `“${labels.lessons}”里哪一条能用到你的工作中？要先具备什么条件？`;
    if (shown) return `“${shown.what}”这项数据能说明什么，还不能说明什么？`;
    if (results) return `“${labels.results}”要保持下去，还缺什么条件？`;
    return "换到你所在的单位，照着做会遇到什么困难？";
  }

  /** Asks only of what stands in the record, and answers nothing. */
  const suggested = (record, labels, number) => [ofProblem(record, labels), ofPractice(record, labels, number), ofUse(record, labels)];

  /** Gives `{ texts, isOwn }`; those of cases that stand in a row ask after different things. */
  anliji.questionsOf = (record, labels, number) => {
    const own = (record.training && record.training.questions) || [];
    return own.length ? { texts: own, isOwn: true } : { texts: suggested(record, labels, number), isOwn: false };
  };
})();
