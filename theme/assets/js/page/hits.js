/* A case that was opened from a search: its hits are marked, and a bar leads from one to the next. */
(() => {
  "use strict";

  const START = "#q=";
  const main = document.querySelector("[data-searched]");
  if (!main) return;

  function wanted() {
    try {
      return decodeURIComponent(location.hash.slice(START.length));
    } catch (error) {
      return "";
    }
  }

  async function show() {
    const [query, table] = await Promise.all([anliji.parse(wanted()), anliji.characters()]);
    const hits = query.runs.length ? anliji.marks.mark(main, query.runs, table) : [];
    if (!hits.length) return;
    let at = -1;
    const where = anliji.build("span", "", `共${hits.length}处`);
    const go = (next) => {
      if (at >= 0) hits[at].forEach((mark) => mark.classList.remove("is-current"));
      at = (next + hits.length) % hits.length;
      hits[at].forEach((mark) => mark.classList.add("is-current"));
      hits[at][0].scrollIntoView({ block: "center" });
      where.textContent = `第${at + 1}处，共${hits.length}处`;
      anliji.announce(where.textContent);
    };
    const end = () => {
      for (const marks of hits) marks.forEach((mark) => mark.replaceWith(...mark.childNodes));
      main.normalize();
      bar.remove();
      document.getElementById("content").focus({ preventScroll: true });
      try {
        history.replaceState(null, "", location.pathname + location.search);
      } catch (error) {
        // The address keeps the query; the page is as it should be.
      }
    };
    const bar = anliji.build("section", "hits");
    bar.setAttribute("aria-label", "检索命中");
    const name = anliji.build("b", "", query.runs.join(" "));
    bar.append(
      name,
      where,
      anliji.button("", "上一处", () => go(at < 0 ? hits.length - 1 : at - 1)),
      anliji.button("", "下一处", () => go(at + 1)),
      anliji.button("", "取消标记", end),
    );
    document.body.append(bar);
    anliji.announce(`标出了${hits.length}处“${name.textContent}”`);
  }

  // The same case opened from another search.
  window.addEventListener("hashchange", () => {
    if (location.hash.startsWith(START)) location.reload();
  });
  if (location.hash.startsWith(START)) {
    show().catch((error) => {
      // Without its data the page is still all there; only the marks are missing.
      if (!(error instanceof anliji.MissingData)) throw error;
    });
  }
})();
