/* Buttons by which a case is chosen for comparison: in rows, on cards, in a collection's contents and on its own page. */
(() => {
  "use strict";

  const { choice } = anliji;

  function toggle(id, title) {
    const others = choice.cases.filter(([one]) => one !== id);
    if (others.length === choice.MOST) {
      anliji.announce(`至多比较${choice.MOST}个案例，请先移出一个`);
      document.querySelector(".choice").classList.add("choice--full");
      return;
    }
    const isIn = others.length < choice.cases.length;
    choice.put(isIn ? others : [...others, [id, title]]);
    anliji.announce(`${isIn ? "不再比较" : "已选"}“${title}”，比较的案例共${choice.cases.length}个`);
  }

  /** Makes a button one that chooses a case. */
  function offer(button, id, heading) {
    button.dataset.compare = id;
    button.setAttribute("aria-label", `比较：${heading.textContent.replace(/\s+/g, " ").trim()}`);
    button.setAttribute("aria-pressed", choice.has(id));
  }

  /** Gives a row, a card or another entry its button. */
  anliji.comparable = (element) => {
    const link = element.querySelector("h2 a, h3 a, h4 a, th a, .contents__number + a");
    const id = link && (/\/cases\/([^/]+)\.html$/.exec(link.pathname) || [])[1];
    if (!id) return;
    const button = anliji.build("button", "corner__button", "比较");
    button.type = "button";
    offer(button, id, link);
    anliji.corner(link.closest("th") || element).append(button);
  };

  document.querySelectorAll(".row, .card, .contents > li").forEach(anliji.comparable);
  const own = document.querySelector(".actions [data-compare]");
  if (own) offer(own, own.dataset.compare, document.querySelector("h1"));
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("[data-compare]");
    if (button) toggle(button.dataset.compare, button.getAttribute("aria-label").slice(3));
  });
  // The bar that shows what is chosen comes when something is; the page of the comparison shows it itself.
  const bar = anliji.kept(() => anliji.run("assets/chosen.js"));
  function show() {
    for (const button of document.querySelectorAll("[data-compare]")) {
      button.setAttribute("aria-pressed", choice.has(button.dataset.compare));
    }
    if (!choice.cases.length || window.parent !== window || document.querySelector("[data-compare-page]")) return;
    bar("").catch(() => anliji.announce("比较需要的文件没有读到，请刷新网页再试"));
  }
  choice.watch(show);
  show();
})();
