/* The plan of a session as two sheets: one for the teacher, one for the learners. */
(() => {
  "use strict";

  const lead = (text) => ({ kind: "lead", runs: [{ text }] });
  const caseLine = (text) => ({ kind: "named", quote: 0, list: 0, runs: [{ text, strong: true }] });
  const line = (text) => ({ kind: "p", quote: 0, list: 0, isSmall: true, runs: [{ text }] });
  const item = (text, mark) => ({ kind: "li", quote: 0, list: 1, depth: 1, mark, isSmall: true, runs: [{ text }] });
  const numbered = (texts) => texts.map((text, index) => item(text, `${index + 1}.`));
  const MANY = 5;
  /** Of more cases than so many a page has smaller letters. */
  const ROOMY = 3;
  /** Of the learners' page: rows for cases, characters in a row, how much taller a line to write on is. */
  const [ROWS, ROW, TALL] = [38, 44, 1.5];
  const MOST_LINES = 4;
  const blanks = (count) => Array.from({ length: count }, () => ({ kind: "rule", runs: [] }));
  const SUGGESTED = "（建议）";

  const aims = ({ cases }) => {
    const these = cases.length > 1 ? `${cases.length}个案例各自` : "案例";
    return [
      `说出${these}要解决的问题、主要的做法和成效。`,
      `${cases.length > 1 ? "比较" : "分析"}这些做法需要的条件，分清哪些可以照着做，哪些要因地制宜。`,
      "结合自己的工作，提出一件可以着手做的事。",
    ];
  };

  /** Writes when a part begins and ends, in minutes from the beginning. */
  function schedule({ slots }) {
    let gone = 0;
    const rows = slots.map(({ minutes, title, what }) => {
      gone += minutes;
      return [`${gone - minutes}—${gone}`, String(minutes), title, what];
    });
    const cells = (row) => row.map((text) => [[{ text }]]);
    return {
      kind: "table", runs: [], isDeep: true, aligns: ["", "center", "", ""], widths: [1300, 650, 4230, 2550],
      rows: [["时刻（分）", "分钟", "环节", "做什么"], ...rows, ["合计", String(gone), "", ""]].map(cells),
    };
  }

  const courses = ({ cases }) => [...new Set(cases.map(({ record }) => record.training && record.training.course).filter(Boolean))];

  function prepared(plan) {
    const { cases, length, isInGroups } = plan;
    const count = length.toLocaleString("en-US");
    return [
      `通读${cases.length}个案例（共约${count}字），看一遍各案例的出处。`,
      "打印学员页，每人一份；课前把案例发给学员（打印成册、Word 或网址）。",
      "有投影的，打开案例的网页，按“放映”；没有网络的，拷好整个网站。",
      ...(isInGroups ? [`分好${cases.length}个组，每组一个案例，定好发言的人。`] : []),
    ];
  }

  /** Gives the questions of each case under its title; behind them lines to write on. */
  const asked = (plan, isForTeacher, lines = 0) => [].concat(...plan.cases.map(({ record, number, texts, isOwn }) => [
    caseLine(`案例${number}　${record.title}`),
    ...(isForTeacher ? [] : [line(anliji.byOf(record))]),
    ...numbered(texts.map((text) => (isOwn ? text : `${text}${isForTeacher ? SUGGESTED : ""}`))),
    ...blanks(lines),
  ]));

  /** How many lines to write on each case leaves room for on the learners' page. */
  function roomOf({ cases }) {
    const told = cases.reduce((sum, { texts }) => sum + 2 + texts.reduce((rows, text) => rows + Math.ceil(text.length / ROW), 0), 0);
    return Math.max(0, Math.min(MOST_LINES, Math.floor((ROWS - told) / cases.length / TALL)));
  }

  function teacher(plan, title) {
    const known = courses(plan);
    const hasSuggestions = plan.cases.some(({ isOwn }) => !isOwn);
    return {
      kind: "sheet",
      isFull: plan.cases.length > ROOMY,
      title: `教学方案：${title}`,
      about: [`教师用`, `${plan.minutes}分钟`, `${plan.cases.length}个案例`, ...(known.length ? [`适用课程：${known.join("、")}`] : [])].join("　"),
      blocks: [
        lead("目标"), ...numbered(aims(plan)),
        lead("时间"), schedule(plan),
        lead("讨论题"), ...asked(plan, true),
        lead("准备"), ...prepared(plan).map((text) => item(text, "•")),
        ...(hasSuggestions ? [{ kind: "small", runs: [{ text: `标有“${SUGGESTED.slice(1, -1)}”的讨论题，案例记录里没有，是按案例的栏目拟的，请教师取舍。` }] }] : []),
      ],
    };
  }

  function learners(plan, title) {
    return {
      kind: "sheet",
      isFull: plan.cases.length > ROOMY,
      title,
      about: `学员用　${plan.minutes}分钟　姓名＿＿＿＿＿＿＿＿　单位＿＿＿＿＿＿＿＿＿＿＿＿＿＿`,
      blocks: [
        lead("学完以后，你能够"), ...numbered(aims(plan)),
        lead("课前"), item(`读${plan.cases.length}个案例（约${plan.reading}分钟），记下不明白的地方。`, "•"), item("想一件自己单位里类似的事。", "•"),
        lead("案例和讨论题"), ...asked(plan, false, roomOf(plan)),
        lead("我准备做的一件事"), ...blanks(3),
      ],
    };
  }

  /** Gives the two sheets, and what must be said of them. */
  anliji.sheets = (plan, title) => {
    const told = [];
    if (plan.left.length) told.push(`${plan.minutes}分钟用不了这么多案例：方案用前${plan.cases.length}个，其余${plan.left.length}个没有列入。`);
    if (plan.cases.length > MANY) told.push(`案例多于${MANY}个，教师页和学员页可能各超过一页。`);
    if (plan.isInGroups) told.push("案例较多，安排分组研讨：每组一个案例。");
    return { parts: [teacher(plan, title), learners(plan, title)], told };
  };
})();
