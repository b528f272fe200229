/*
  What is compared of cases, line by line. A line is `{ group, key, label, form, cells }`; a cell has for each case the
  items it holds: `terms` `[{ name, of, isShared }]`, `points` in outline, or `lines` of text. Nothing is ranked.
*/
(() => {
  "use strict";

  const CAUTION = "各校口径不同，数字不宜直接比较";

  const unique = (list) => [...new Set(list)];
  const term = (name, of = []) => ({ name, of });

  const named = (names) => unique(names).filter(Boolean).map((name) => term(name));

  /** Gathers things by their kind, kinds in the order in which they come. */
  const byKind = (things) => unique(things.map(({ kind }) => kind))
    .map((kind) => term(kind, things.filter((one) => one.kind === kind).map(({ name }) => name)));

  /** Gives a case's own texts under a label, as the page of the case has them. */
  const under = (texts, label) => texts.filter(([one]) => one === label).map(([, text]) => text);

  function time({ record, row }) {
    const { start, end } = record.period || {};
    if (start) return [term(unique([start, end]).filter(Boolean).map(anliji.dateInWords).join("—"))];
    return row.date ? [term(`${anliji.dateInWords(row.date)}报道`)] : [];
  }

  function places({ record, texts }, label) {
    const found = record.places || [];
    const names = under(texts, label);
    return names.map((name, index) => term(name, names.length === found.length && found[index].revitalisation ? ["乡村振兴重点区域"] : []));
  }

  /** Gives what the numbers were before the work began. */
  const before = ({ record, texts }, label) => under(texts, label)
    .filter((text, index) => (record.outcomes || [])[index] && "before" in record.outcomes[index])
    .map((text) => text.split(" → ")[0]);

  const prose = (key) => ({ record, texts }, label) => {
    const [text] = under(texts, label);
    return text ? [anliji.outline(text, record[key])] : [];
  };
  const whole = (key) => (one, label) => prose(key)(one, label)
    .map(({ points, blocks }) => ({ points: blocks.length ? blocks.map(({ text }) => ({ head: "", text })) : points, blocks: [] }));

  /** Each line: its group, key, form, what the case holds there, and how it is called where not as the key is. */
  const LINES = [
    ["怎样做", "forms", "terms", ({ record }) => named(record.forms || [])],
    ["怎样做", "approach", "prose", prose("approach")],
    ["什么条件", "task", "terms", ({ record }) => named([record.task, ...(record.also || []).map((name) => `兼及${name}`)])],
    ["什么条件", "university", "terms", ({ record }) => named(record.universities || [record.university])],
    ["什么条件", "branch", "terms", ({ record }) => named([record.school, ...(record.branches || [record.branch]), (record.team || {}).name])],
    ["什么条件", "places", "terms", places],
    ["什么条件", "partners", "kinds", ({ record }) => byKind(record.partners || [])],
    ["什么条件", "level", "terms", ({ record }) => named([record.level])],
    ["什么条件", "period", "terms", time],
    ["什么条件", "outcomes", "lines", before, "开展以前"],
    ["做成了什么", "products", "kinds", ({ record }) => byKind(record.products || [])],
    ["做成了什么", "lessons", "prose", whole("lessons")],
    ["做成了什么", "outcomes", "lines", ({ texts }, label) => under(texts, label), "", CAUTION],
  ];

  /** Marks what all cases have, and puts it first, so that it stands in the same place everywhere. */
  function marked(cells) {
    const names = cells.map((cell) => cell.map(({ name }) => name));
    const shared = unique(names[0]).filter((name) => names.every((others) => others.includes(name)));
    const place = ({ name }) => (shared.includes(name) ? shared.indexOf(name) : shared.length);
    cells.forEach((cell) => {
      cell.forEach((one) => { one.isShared = shared.includes(one.name); });
      cell.sort((one, other) => place(one) - place(other));
    });
    return shared;
  }

  function line(cases, labels, [group, key, form, held, name, caution]) {
    const cells = cases.map((one) => held(one, labels[key]));
    const isMarked = cases.length > 1 && (form === "terms" || form === "kinds");
    const shared = isMarked ? marked(cells) : [];
    const isSame = form === "terms" && shared.length > 0 && cells.every((cell) => cell.length === shared.length);
    return { group, key, label: name || labels[key], form, cells, shared, isSame, caution: caution || "" };
  }

  /** Gives the lines of cases, and the names of those lines in which no case has anything. */
  anliji.aspects = (cases, labels) => {
    const lines = LINES.map((one) => line(cases, labels, one));
    const isFilled = ({ cells }) => cells.some((cell) => cell.length);
    return { lines: lines.filter(isFilled), unwritten: lines.filter((one) => !isFilled(one)).map(({ label }) => label) };
  };
})();
