/* The state of the browse page is its address: browse.html?q=科普&province=福建&province=江西&sort=newest&page=2 */
(() => {
  "use strict";

  const OWN = ["q", "only", "with", "sort", "view", "page"];
  /** What messengers and counters add to an address that is passed on, and what carry.js does. */
  const FOREIGN = /^(?:from|isappinstalled|scene|spm|nsukey|_t|share_.*|utm_.*|basket)$/;

  /** Reads an address; whatever is not a key of ours is a filter, known or not. */
  function read(search) {
    // A key that a reader writes may be called anything, `__proto__` as well.
    const filters = Object.create(null);
    const state = { q: "", only: "", with: "", sort: "", view: "", page: 1, filters };
    for (const [key, value] of new URLSearchParams(search)) {
      if (key === "page") state.page = Math.max(1, Math.min(1e6, Math.trunc(Number(value)) || 1));
      else if (OWN.includes(key)) state[key] = value;
      else if (FOREIGN.test(key)) continue;
      else if (value && !(filters[key] || []).includes(value)) filters[key] = [...(filters[key] || []), value];
    }
    return state;
  }

  function write({ q, only, with: touching, sort, view, page, filters = {} }) {
    const search = new URLSearchParams();
    if (q) search.append("q", anliji.cut(q));
    for (const [key, names] of Object.entries(filters)) for (const name of names) search.append(key, name);
    if (only) search.append("only", only);
    if (touching) search.append("with", touching);
    if (sort) search.append("sort", sort);
    if (view) search.append("view", view);
    if (page > 1) search.append("page", String(page));
    const text = search.toString();
    return text ? `?${text}` : "";
  }

  /** Gives filters in which a facet has just these names; without names it is not a filter. */
  function withNames(filters, key, names) {
    const changed = Object.assign(Object.create(null), filters);
    if (names.length) changed[key] = names;
    else delete changed[key];
    return changed;
  }

  /** Gives filters in which one name is chosen, or not. */
  function withName(filters, key, name, isChosen) {
    const others = (filters[key] || []).filter((one) => one !== name);
    return withNames(filters, key, isChosen ? [...others, name] : others);
  }

  anliji.address = { read, write, withNames, withName };
})();
