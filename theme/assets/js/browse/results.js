/* Drawing results, as rows or as a table, each hit marked. */
(() => {
  "use strict";

  /** A case's row and texts, or null where its file did not arrive. */
  async function fileOf(case_, { tasks }) {
    try {
      const { id } = await anliji.titleOf(case_);
      const [row, texts] = await anliji.load(`cases/${id}`);
      return { row: anliji.rowOf(row, tasks), texts };
    } catch (error) {
      if (!(error instanceof anliji.MissingData)) throw error;
      return null;
    }
  }

  function drawn(form, { row, texts }, url, query, table, directory) {
    const element = form.read(row, directory);
    element.querySelector("a").href = url + anliji.hash(query);
    if (query.runs.length) {
      anliji.marks.mark(element, query.runs, table);
      form.explain(element, texts, query, table);
    }
    return element;
  }

  /** Where a case's file did not arrive, its title still leads to it. */
  function titled(form, title, url, directory) {
    const element = form.bare(title, directory);
    element.querySelector("a").href = url;
    return element;
  }

  /** Draws some cases; `isWhole` is false where a case's file was missing. */
  anliji.drawResults = async (cases, view, query) => {
    const [table, directory] = await Promise.all([anliji.characters(), anliji.directory()]);
    const files = await Promise.all(cases.map((case_) => fileOf(case_, directory)));
    const form = view === "table" ? anliji.table : anliji.rows;
    const elements = await Promise.all(cases.map(async (case_, index) => {
      const { title, url } = await anliji.titleOf(case_);
      const file = files[index];
      return file ? drawn(form, file, url, query, table, directory) : titled(form, title, url, directory);
    }));
    return { element: form.around(elements, directory), isWhole: files.every(Boolean) };
  };
})();
