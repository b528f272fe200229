/*
  The reader's own selection: its title and its cases in their order. The browser keeps it; where it keeps nothing, the
  selection lives as long as the visit, and addresses carry it from page to page (carry.js).
*/
(() => {
  "use strict";

  const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const MOST = 1000;
  const LONGEST = 80;
  /** On a stick all folders share one store, and its drive may be called otherwise tomorrow. */
  const { pathname, protocol } = new URL(anliji.root);
  const KEY = `anliji-basket ${protocol === "file:" ? pathname.split("/").slice(-2)[0] : pathname}`;
  const EMPTY = { title: "", items: [] };

  const line = (text, most) => (typeof text === "string" ? text.replace(/[\s\u0000-\u001f]+/g, " ").trim().slice(0, most) : "");

  /** Makes a selection of whatever was kept or typed: each case once, `[{ id, title, bundle }]`. */
  function cleaned(value) {
    const { title, items } = value && typeof value === "object" ? value : EMPTY;
    const seen = new Set();
    const known = [];
    for (const one of Array.isArray(items) ? items : []) {
      const id = one && typeof one.id === "string" ? one.id : "";
      if (!ID.test(id) || id.length > LONGEST || seen.has(id) || known.length === MOST) continue;
      seen.add(id);
      known.push({ id, title: line(one.title, 200), bundle: typeof one.bundle === "string" && ID.test(one.bundle) ? one.bundle : "" });
    }
    return { title: line(title, LONGEST), items: known };
  }

  const itemsOf = (text) => text.split(",").map((id) => ({ id: id.trim() }));

  /** Gives what the browser keeps; null where it keeps nothing. */
  function kept() {
    try {
      const text = localStorage.getItem(KEY);
      localStorage.setItem(KEY, text || "");
      return cleaned(JSON.parse(text || "null"));
    } catch (error) {
      return error instanceof SyntaxError ? cleaned(null) : null;
    }
  }

  const first = kept();
  let now = first || cleaned({ items: itemsOf(new URLSearchParams(location.search).get("basket") || "") });
  const listeners = [];
  const told = () => listeners.forEach((listen) => listen());

  anliji.basket = {
    MOST,
    LONGEST,
    itemsOf,
    cleaned,
    /** False where the browser keeps nothing, or has no room left. */
    isKept: Boolean(first),

    get title() { return now.title; },
    get items() { return now.items; },
    has: (id) => now.items.some((one) => one.id === id),

    /** Puts another selection in the place of this one. */
    put(value) {
      now = cleaned(value);
      try {
        localStorage.setItem(KEY, JSON.stringify(now));
        anliji.basket.isKept = true;
      } catch (error) {
        anliji.basket.isKept = false;
      }
      told();
    },

    /** Adds cases behind the others; gives how many were new. */
    add(items) {
      const before = now.items.length;
      anliji.basket.put({ title: now.title, items: [...now.items, ...items] });
      return now.items.length - before;
    },

    remove(ids) {
      anliji.basket.put({ title: now.title, items: now.items.filter(({ id }) => !ids.includes(id)) });
    },

    /** Calls a function whenever the selection has changed, here or in another window. */
    watch(listen) {
      listeners.push(listen);
    },
  };

  window.addEventListener("storage", ({ key }) => {
    if (key !== KEY && key !== null) return;
    now = kept() || now;
    told();
  });
  // A page that comes back from the browser's history is as it was left.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    now = kept() || now;
    told();
  });
})();
