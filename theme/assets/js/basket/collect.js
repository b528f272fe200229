/* Buttons that take cases into the reader's own selection, on a case, a collection and in lists; and how many it has. */
(() => {
  "use strict";

  const { basket, build } = anliji;
  const IN_LISTS = ".row, .card, .contents > li";
  const buttons = [];

  const idOf = (url) => (/\/cases\/([^/]+)\.html$/.exec(url.pathname) || [])[1] || "";
  const titleOf = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : "");

  /** Says what happened, and where it is kept when it is not. */
  function told(sentence) {
    const count = basket.items.length;
    const lost = basket.isKept ? "" : "；浏览器没有保存的地方，只在这次访问中有效";
    const text = `${sentence}，${count ? `选编里共${count}个案例` : "选编里没有案例了"}${lost}`;
    anliji.announce(text);
    anliji.showCollected(text);
  }

  /** Adds cases, or takes them out where all are in. */
  function toggle(items) {
    const what = items.length === 1 ? `“${items[0].title}”` : `${items.length}个案例`;
    if (items.every(({ id }) => basket.has(id))) {
      basket.remove(items.map(({ id }) => id));
      told(`已移出${what}`);
      return;
    }
    basket.add(items);
    told(items.every(({ id }) => basket.has(id)) ? `已收入${what}` : `选编至多${basket.MOST}个案例，没有都收入`);
  }

  /** Takes cases in that are found at once; of those that are too many it says so. */
  anliji.collectAll = (items) => {
    const count = basket.add(items);
    const others = items.filter(({ id }) => basket.has(id)).length - count;
    const missed = items.length - count - others;
    told(`已收入${count}个案例${others ? `，另${others}个原来就在` : ""}${missed ? `，还有${missed}个没有收入，选编至多${basket.MOST}个` : ""}`);
  };

  /** Keeps a button in step with the selection; `show(isIn)` writes it. */
  function follow(button, items, show) {
    const one = { button, update: () => show(items.every(({ id }) => basket.has(id))) };
    buttons.push(one);
    one.update();
    button.addEventListener("click", () => toggle(items));
  }

  const write = (button) => (isIn) => { button.textContent = isIn ? "移出选编" : "收入选编"; };

  function onCase(button) {
    const record = document.querySelector("[data-record]");
    if (!record) return;
    const bundle = decodeURIComponent(record.pathname).replace(/^.*\/|\.js$/g, "");
    follow(button, [{ id: record.dataset.record, title: titleOf(document.querySelector("h1")), bundle }], write(button));
  }

  function onCollection(button) {
    const items = [...document.querySelectorAll(".contents a")].map((link) => ({ id: idOf(link), title: titleOf(link), bundle: "" }));
    follow(button, items, write(button));
    const title = titleOf(document.querySelector("h1"));
    const ids = items.map(({ id }) => id).join(",");
    for (const link of document.querySelectorAll("[data-lesson]")) {
      // Servers take addresses of some thousand characters; what is behind the sign stays in the browser.
      link.href = `${anliji.root}basket.html#${new URLSearchParams({ ids, title, show: "lesson" })}`;
    }
  }

  /** Gives a row or a card its button; `bundle` is the file that has the case, where it is known. */
  anliji.collectible = (element, bundle = "") => {
    const link = element.querySelector("h2 a, h3 a, h4 a, th a, .contents__number + a");
    const id = link ? idOf(link) : "";
    if (!id) return;
    const title = titleOf(link);
    const button = build("button", "corner__button", "选编");
    button.type = "button";
    button.setAttribute("aria-label", `收入选编：${title}`);
    follow(button, [{ id, title, bundle }], (isIn) => button.setAttribute("aria-pressed", String(isIn)));
    anliji.corner(link.closest("th") || element).append(button);
  };

  function count() {
    const { length } = basket.items;
    for (const link of document.querySelectorAll("[data-basket-link]")) {
      link.textContent = length ? `我的选编（${length}）` : "我的选编";
    }
    const menu = document.querySelector(".site-nav ul");
    let item = menu && menu.querySelector(".site-nav__basket");
    if (!menu || (!length && !item)) return;
    if (!item) {
      item = build("li", "site-nav__basket");
      const link = build("a");
      link.href = `${anliji.root}basket.html`;
      if (document.querySelector("[data-basket-page]")) link.setAttribute("aria-current", "page");
      item.append(link);
      menu.append(item);
    }
    item.hidden = !length;
    item.firstChild.textContent = `选编 ${length}`;
    item.firstChild.setAttribute("aria-label", `我的选编，${length}个案例`);
  }

  const collection = document.querySelector(".collection");
  for (const button of document.querySelectorAll("[data-collect]")) (collection ? onCollection : onCase)(button);
  for (const element of document.querySelectorAll(IN_LISTS)) anliji.collectible(element);
  count();
  basket.watch(() => {
    // Results of a search that gave way to others.
    for (let at = buttons.length - 1; at >= 0; at -= 1) if (!buttons[at].button.isConnected) buttons.splice(at, 1);
    buttons.forEach((one) => one.update());
    count();
  });
})();
