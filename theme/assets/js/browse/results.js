/* Drawing results, as cards or as a table, each hit marked. */
(() => {
  "use strict";

  /** A case's file, or null where it did not arrive. */
  async function fileOf(case_) {
    try {
      const { id } = await anliji.titleOf(case_);
      return await anliji.load(`cases/${id}`);
    } catch (error) {
      if (!(error instanceof anliji.MissingData)) throw error;
      return null;
    }
  }

  function drawn(form, data, query, table) {
    const element = form.read(data);
    element.querySelector("a").href += anliji.hash(query);
    if (query.runs.length) {
      anliji.marks.mark(element, query.runs, table);
      form.explain(element, data, query, table);
    }
    return element;
  }

  /** Where a case's file did not arrive, its title still leads to it. */
  async function titled(form, case_, columns) {
    const { title, url } = await anliji.titleOf(case_);
    const element = form.bare(columns);
    const link = element.querySelector("a");
    link.href = url;
    link.textContent = title;
    return element;
  }

  /** Draws some cases; `isWhole` is false where a case's file was missing. */
  anliji.drawResults = async (cases, view, query) => {
    const [table, { columns }] = await Promise.all([anliji.characters(), anliji.directory()]);
    const files = await Promise.all(cases.map(fileOf));
    const form = view === "table" ? anliji.table : anliji.cards;
    const elements = await Promise.all(cases.map((case_, index) => (
      files[index] ? drawn(form, files[index], query, table) : titled(form, case_, columns))));
    return { element: form.around(elements, query, columns), isWhole: files.every(Boolean) };
  };
})();
