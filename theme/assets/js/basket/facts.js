/* The facts of a case as rows of a label and its values, in the words of the record. */
(() => {
  "use strict";

  const all = (one, several) => several || (one ? [one] : []);
  const noted = (text, ...notes) => {
    const note = notes.filter(Boolean).join("、");
    return note ? `${text}（${note}）` : text;
  };

  function placeOf({ province, city, county, detail, revitalisation }) {
    const names = [province, city, county, detail].filter((name, index, every) => name && every.indexOf(name) === index);
    return noted(names.join(""), revitalisation ? "乡村振兴重点区域" : "");
  }

  const periodOf = ({ start, end }) => [start, end === start ? "" : end].filter(Boolean).map(anliji.dateInWords).join("—");

  /** Takes of the texts of a label those that tell these figures; numbers are there as the record writes them. */
  anliji.figuresOf = (outcomes, texts) => {
    const left = texts.filter((text) => typeof text === "string");
    return (outcomes || []).map(({ what, value, unit, note }) => {
      const at = left.findIndex((text) => text.startsWith(`${what}：`));
      const told = at < 0 ? `${value}${unit}` : left.splice(at, 1)[0].slice(what.length + 1);
      const end = note ? `（${note}）` : "";
      return [what, end && told.endsWith(end) ? told.slice(0, -end.length) : told, note || ""];
    });
  };

  /** Gives `[label, values]`; rows without values are not there. */
  anliji.factsOf = (record, labels) => {
    const { task, also, province, school, secretary, level, honours, period, places, partners, forms, products, keywords } = record;
    const people = all(secretary, record.secretaries).map(({ name, role }) => noted(name, role));
    return [
      ["task", [noted(task, also && `兼及${also.join("、")}`)]],
      ["university", anliji.universitiesOf(record).map((name, index) => noted(name, index ? "" : province))],
      ["school", all(school)],
      ["branch", all(record.branch, record.branches)],
      ["team", record.team ? [record.team.name] : []],
      ["secretary", people],
      ["level", all(level)],
      ["honours", (honours || []).map((one) => noted(one.name, one.level, one.batch, one.year && `${one.year}年`))],
      ["period", period ? [periodOf(period)] : []],
      ["places", (places || []).map(placeOf)],
      ["partners", (partners || []).map(({ name, kind }) => noted(name, kind))],
      ["forms", forms || []],
      ["products", (products || []).map(({ name, kind }) => noted(name, kind))],
      ["keywords", keywords ? [keywords.join("、")] : []],
    ].filter(([, values]) => values.length).map(([key, values]) => [labels[key] || key, values]);
  };
  anliji.periodOf = periodOf;
  anliji.placeOf = placeOf;
})();
