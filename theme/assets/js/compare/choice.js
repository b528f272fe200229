/* Cases that a reader has chosen to compare, `[[id, title]]`. The browser keeps them, else the window in its name. */
(() => {
  "use strict";

  const MOST = 5;
  const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  /** On a stick all folders share one store, and its drive may be called otherwise tomorrow. */
  const { pathname, protocol } = new URL(anliji.root);
  const KEY = `anliji-compare ${protocol === "file:" ? pathname.split("/").slice(-2)[0] : pathname}`;

  let cases;
  const watching = [];
  const told = () => watching.forEach((watch) => watch());

  function store(text) {
    try {
      if (text) localStorage.setItem(KEY, text);
      return localStorage.getItem(KEY);
    } catch (error) {
      if (text) window.name = KEY + text;
      return window.name.startsWith(KEY) ? window.name.slice(KEY.length) : "";
    }
  }

  function read() {
    try {
      const seen = new Set();
      const isOne = (one) => Array.isArray(one) && ID.test(one[0]) && typeof one[1] === "string" && !seen.has(one[0]) && seen.add(one[0]);
      cases = JSON.parse(store() || "[]").filter(isOne).slice(0, MOST);
    } catch (error) {
      cases = [];
    }
    told();
  }

  anliji.choice = {
    MOST,
    ID,
    get cases() { return cases; },
    has: (id) => cases.some(([one]) => one === id),
    put(chosen) {
      cases = chosen;
      store(JSON.stringify(chosen));
      told();
    },
    /** The address at which cases stand side by side. */
    url: (ids, root = anliji.root) => `${root}compare.html?${ids.map((id) => `case=${encodeURIComponent(id)}`).join("&")}`,
    watch: (watch) => watching.push(watch),
  };

  read();
  window.addEventListener("storage", ({ key }) => key === KEY && read());
  // A page that comes back from the browser's history is as it was left.
  window.addEventListener("pageshow", ({ persisted }) => persisted && read());
})();
