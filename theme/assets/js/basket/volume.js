/* The selection as a volume, for paper and Word alike: cover, contents, cases, references. */
(() => {
  "use strict";

  /** Gives the parts of a volume; `gone` are the titles of cases that are not there any more. */
  anliji.volume = ({ title, cases, gone, about, day }) => {
    const told = cases.map(({ record, labelled }, index) => ({
      kind: "case",
      number: index + 1,
      anchor: `case-${index + 1}`,
      title: record.title,
      subtitle: record.subtitle || "",
      by: anliji.byOf(record),
      task: record.task,
      blocks: anliji.tell(record, labelled, about.labels),
    }));
    const tasks = [...new Set(cases.map(({ record }) => record.task))]
      .map((task) => `${task}${cases.filter(({ record }) => record.task === task).length}个`);
    const left = gone.length ? `另有${gone.length}个案例已不在案例库中，没有收入：${gone.join("、")}。` : "";
    return [
      { kind: "cover", title, about: [`共${cases.length}个案例${tasks.length > 1 ? `（${tasks.join("、")}）` : ""}`, `选自${about.site}`, anliji.dateInWords(day)] },
      { kind: "contents", entries: [...told, { anchor: "references", title: "参考文献", by: "", number: "" }], left },
      ...told,
      { kind: "references", anchor: "references", title: "参考文献", lines: anliji.references(cases.map(({ record }) => record), about.author, day) },
    ];
  };
})();
