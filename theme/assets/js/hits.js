/* A case that was opened from a search: its hits are marked, and a bar leads from one to the next. */
(() => {
  "use strict";

  const START = "#q=";
  if (!location.hash.startsWith(START)) return;
  const main = document.querySelector("[data-searched]");
  if (!main) return;

  function wanted() {
    try {
      return decodeURIComponent(location.hash.slice(START.length));
    } catch {
      return "";
    }
  }

  function button(text, action) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = text;
    element.addEventListener("click", action);
    return element;
  }

  async function show() {
    const text = wanted();
    const [query, table] = await Promise.all([anliji.parse(text), anliji.characters()]);
    const marks = query.runs.length ? anliji.marks.mark(main, query.runs, table) : [];
    if (!marks.length) return;
    let at = -1;
    const where = document.createElement("span");
    const go = (next) => {
      if (at >= 0) marks[at].classList.remove("is-current");
      at = (next + marks.length) % marks.length;
      marks[at].classList.add("is-current");
      marks[at].scrollIntoView({ block: "center" });
      where.textContent = `第${at + 1}处，共${marks.length}处`;
      anliji.announce(where.textContent);
    };
    const bar = document.createElement("div");
    bar.className = "hits";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "检索命中");
    const name = document.createElement("b");
    name.textContent = query.runs.join(" ");
    where.textContent = `共${marks.length}处`;
    bar.append(
      name,
      where,
      button("上一处", () => go(at < 0 ? marks.length - 1 : at - 1)),
      button("下一处", () => go(at + 1)),
      button("取消标记", () => {
        marks.forEach((mark) => mark.replaceWith(...mark.childNodes));
        main.normalize();
        bar.remove();
        history.replaceState(null, "", location.pathname + location.search);
      }),
    );
    document.body.append(bar);
  }

  show().catch((error) => {
    // Without its data the page is still all there; only the marks are missing.
    if (!(error instanceof anliji.MissingData)) throw error;
  });
})();
