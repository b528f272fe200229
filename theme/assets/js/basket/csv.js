/* Cases as a table for spreadsheets: UTF-8 with its mark, commas, lines that end as Windows ends them. */
(() => {
  "use strict";

  const COLUMNS = [
    ["序号", (_, __, index) => String(index + 1)],
    ["编号", ({ id }) => id],
    ["title", anliji.wholeTitle],
    ["task", ({ task }) => task],
    ["also", ({ also }) => (also || []).join("、")],
    ["university", (record) => anliji.universitiesOf(record).join("、")],
    ["province", ({ province }) => province],
    ["school", ({ school }) => school],
    ["branch", (record) => anliji.unitsOf(record).join("、")],
    ["level", ({ level }) => level],
    ["period", ({ period }) => period && anliji.periodOf(period)],
    ["places", ({ places }) => (places || []).map(anliji.placeOf).join("；")],
    ["partners", ({ partners }) => (partners || []).map(({ name }) => name).join("；")],
    ["forms", ({ forms }) => (forms || []).join("；")],
    ["products", ({ products }) => (products || []).map(({ kind, name }) => `${kind}：${name}`).join("；")],
    ["outcomes", ({ outcomes }, texts) => anliji.figuresOf(outcomes, texts)
      .map(([what, value, note]) => `${what}：${value}${note ? `（${note}）` : ""}`).join("；")],
    ["keywords", ({ keywords }) => (keywords || []).join("；")],
    ["summary", ({ summary }) => summary],
    ["sources", ({ sources }) => (sources || []).map(({ title, publisher, url }) => [title, publisher, url].filter(Boolean).join("，")).join("；")],
    ["网址", ({ url }) => (/^https?:/.test(url || "") ? url : "")],
  ];

  /** What a spreadsheet would take for a formula, it is to take for text. */
  function cell(value) {
    const text = value === undefined || value === null ? "" : String(value);
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, "\"\"")}"` : safe;
  }

  /** Writes cases `[{ record, labelled }]`. */
  anliji.csv = (cases, labels) => {
    const heads = COLUMNS.map(([key]) => labels[key] || key);
    const rows = cases.map(({ record, labelled }, index) => {
      const texts = [].concat(...labelled.filter(([label]) => label === labels.outcomes).map(([, ...rest]) => rest));
      return COLUMNS.map(([, give]) => give(record, texts, index));
    });
    return `\ufeff${[heads, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
  };
})();
