/* Terms that are called like what was typed: a reader may mean the filter. */
(() => {
  "use strict";

  const MOST = 3;

  /** What there is to offer: a promise. */
  anliji.hinted = async ({ filters }, { query, facets, table, cases }) => (
    cases.length ? (await anliji.termsNamed(query, facets, table)).filter(({ key, name }) => !(filters[key] || []).includes(name)) : []);

  /** `act(change)` takes a step and leads to the results. */
  anliji.drawHint = (part, steps, hinted, act) => {
    anliji.fill(part("hint"), hinted.slice(0, MOST).map(({ text, key, name, q }) => (
      anliji.button("", text, () => act(Object.assign({ q }, steps.choice(key, name, true)))))));
    part("hint").hidden = !hinted.length;
  };
})();
