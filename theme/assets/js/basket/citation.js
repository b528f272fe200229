/* A case as a reference by GB/T 7714—2025, as generator/outputs/views/citation.py writes it on the case's page. */
(() => {
  "use strict";

  const MOST_NAMED = 3;
  /** How records call the university itself. */
  const ITSELF = "学校";

  const universitiesOf = ({ universities, university }) => universities || (university ? [university] : []);

  function unitsOf({ branches, branch, team }) {
    const own = branches || (branch ? [branch] : []);
    return team ? [...own, team.name] : own;
  }

  /** Names the bodies that did it, the leading one first, each with its university where that is known. */
  function bodiesOf(record) {
    const universities = universitiesOf(record);
    const units = unitsOf(record).map((unit, index) => {
      if (unit === ITSELF && record.university && (index === 0 || universities.length === 1)) return record.university;
      const isNamed = universities.some((name) => unit.startsWith(name));
      const isKnown = index === 0 || universities.length === 1;
      return isNamed || !isKnown ? unit : `${record.university || ""}${unit}`;
    });
    return [...units, ...universities.filter((name) => !units.some((unit) => unit.startsWith(name)))];
  }

  const wholeTitle = ({ title, subtitle }) => (subtitle ? `${title}：${subtitle}` : title);
  const isWhole = (url) => /^https?:/.test(url || "");

  anliji.bodiesOf = bodiesOf;
  anliji.unitsOf = unitsOf;
  anliji.universitiesOf = universitiesOf;
  anliji.wholeTitle = wholeTitle;

  /** Cites the page of a case; `author` answers for what was compiled from reports, `day` is when it was read. */
  anliji.cite = (record, author, day) => {
    const names = record.permission ? bodiesOf(record) : [author];
    const named = [...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? ["等"] : [])].join(", ");
    const url = isWhole(record.url) ? ` ${record.url}.` : "";
    return `${named ? `${named}. ` : ""}${wholeTitle(record)}[EB/OL]. [${day}].${url}`;
  };

  /** Gives references one a line, numbered. */
  anliji.references = (records, author, day) => records
    .map((record, index) => `[${index + 1}] ${anliji.cite(record, author, day)}`);
})();
