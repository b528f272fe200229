/* Drawing results, as rows or as a table, each hit marked. */
(() => {
  "use strict";

  /** So many rows get their excerpts before anything is shown, the others when a reader comes near. */
  const AT_ONCE = 3;
  const NEAR = "0px 0px 300px 0px";

  /** What a promise gives, or null where its data did not arrive. */
  async function arrived(promise) {
    try {
      return await promise;
    } catch (error) {
      if (!(error instanceof anliji.MissingData)) throw error;
      return null;
    }
  }

  function drawn(form, row, runs, table, directory) {
    const element = form.read(row, directory);
    element.querySelector("a").href = `${anliji.root}cases/${row.id}.html${anliji.hash({ runs })}`;
    anliji.marks.mark(element, runs, table);
    anliji.comparable(element);
    anliji.collectible(element, row.bundle);
    return element;
  }

  /** Where a case's row did not arrive, its title still leads to it. */
  async function titled(form, case_, directory) {
    const { title, url } = await anliji.titleOf(case_);
    const element = form.bare(title, directory);
    element.querySelector("a").href = url;
    return element;
  }

  /** Calls for each element what it waits for, once it is nearly in sight. */
  function whenNear(waiting) {
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        waiting.get(target)();
      }
    }, { rootMargin: NEAR });
    for (const element of waiting.keys()) observer.observe(element);
  }

  /** Draws the cases of an answer that are shown; `isWhole` is false where a case's data was missing. */
  anliji.drawResults = async ({ shown: cases, query, runsOf, wider, border }, view) => {
    const [table, directory] = await Promise.all([anliji.characters(), anliji.directory()]);
    const rows = await Promise.all(cases.map((case_) => arrived(anliji.rowAt(case_))));
    const form = view === "table" ? anliji.table : anliji.rows;
    const elements = await Promise.all(cases.map((case_, index) => (
      rows[index] ? drawn(form, rows[index], runsOf(case_), table, directory) : titled(form, case_, directory))));
    const explain = async (index) => {
      const texts = await arrived(anliji.textsOf(rows[index]));
      if (texts) form.explain(elements[index], texts, runsOf(cases[index]), table);
      return Boolean(texts);
    };
    let isWhole = rows.every(Boolean);
    if (form.explain && query.runs.length) {
      const explained = [...rows.keys()].filter((index) => rows[index]);
      const first = await Promise.all(explained.slice(0, AT_ONCE).map(explain));
      isWhole = isWhole && first.every(Boolean);
      whenNear(new Map(explained.slice(AT_ONCE).map((index) => [elements[index], () => explain(index)])));
    }
    if (border >= 0) elements.splice(border, 0, form.apart(anliji.otherwise(wider), directory));
    return { element: form.around(elements, directory), isWhole };
  };
})();
