/* Terms that are called like what was typed: a reader may mean the filter. */
(() => {
  "use strict";

  const MOST = 3;

  /** `act(change)` takes a step and leads to the results. */
  anliji.drawHint = (part, steps, { query, facets, table, cases }, act) => {
    const named = (cases.length ? anliji.termsNamed(query, facets, table) : []).filter(({ key, name }) => (
      facets.cases(facets.byKey.get(key), name).length && !(steps.state.filters[key] || []).includes(name)));
    anliji.fill(part("hint"), named.slice(0, MOST).map(({ text, key, name, q }) => (
      anliji.button("", text, () => act(Object.assign({ q }, steps.choice(key, name, true)))))));
    part("hint").hidden = !named.length;
  };
})();
