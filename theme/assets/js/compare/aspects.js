/*
  What is compared of cases, line by line. A line is `{ group, key, label, form, cells }`; a cell has for each case the
  items it holds: `terms` and `kinds` `[{ name, of, among }]`, where `among` says whether `all`, `some` or no others have
  the same, `prose` in outline, or `lines` of text. Nothing is ranked.
*/
(() => {
  "use strict";

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

  /** Each line: its group, key, form, what the case holds there, and how it is called where not as the key is. Words of
      lists are `terms`; of names, `names`, nobody wonders that they differ. */
  const LINES = [
    ["怎样做", "forms", "terms", ({ record }) => named(record.forms || [])],
    ["怎样做", "approach", "prose", prose("approach")],
    ["什么条件", "task", "terms", ({ record }) => named([record.task, ...(record.also || []).map((name) => `兼及${name}`)])],
    ["什么条件", "branch", "names", ({ record }) => named([record.school, ...(record.branches || [record.branch]), (record.team || {}).name])],
    ["什么条件", "places", "names", places],
    ["什么条件", "partners", "kinds", ({ record }) => byKind(record.partners || [])],
    ["什么条件", "level", "terms", ({ record }) => named([record.level])],
    ["什么条件", "period", "names", time],
    ["什么条件", "outcomes", "lines", before, "开展以前"],
    ["做成了什么", "products", "kinds", ({ record }) => byKind(record.products || [])],
    ["做成了什么", "lessons", "prose", whole("lessons")],
    ["做成了什么", "outcomes", "lines", ({ texts }, label) => under(texts, label)],
  ];

  /** Marks what other cases have as well, and puts it first, most first, so that it stands in the same place everywhere. */
  function marked(cells) {
    const all = [].concat(...cells.map((cell) => cell.map(({ name }) => name)));
    const order = unique(all);
    const count = ({ name }) => all.filter((one) => one === name).length;
    for (const cell of cells) {
      for (const one of cell) one.among = count(one) === cells.length ? "all" : count(one) > 1 ? "some" : "";
      const places = new Map(cell.map((one) => [one, count(one) * -1000 + order.indexOf(one.name)]));
      cell.sort((one, other) => places.get(one) - places.get(other));
    }
    return cells[0].filter(({ among }) => among === "all").map(({ name }) => name);
  }

  function line(cases, labels, [group, key, form, held, name]) {
    const cells = cases.map((one) => held(one, labels[key]));
    const isMarked = cases.length > 1 && ["terms", "names", "kinds"].includes(form);
    const shared = isMarked ? marked(cells) : [];
    const isSame = form !== "kinds" && shared.length > 0 && cells.every((cell) => cell.length === shared.length);
    return { group, key, label: name || labels[key], form, cells, shared, isSame };
  }

  /** Gives the lines of cases, and the names of those lines in which no case has anything. */
  anliji.aspects = (cases, labels) => {
    const lines = LINES.map((one) => line(cases, labels, one));
    const isFilled = ({ cells }) => cells.some((cell) => cell.length);
    return { lines: lines.filter(isFilled), unwritten: lines.filter((one) => !isFilled(one)).map(({ label }) => label) };
  };
})();
