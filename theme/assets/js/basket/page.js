/* The page of the reader's own selection. */
(() => {
  "use strict";

  const { basket, build, button } = anliji;
  const page = document.querySelector("[data-basket-page]");
  if (!page) return;
  const about = JSON.parse(page.dataset.about);

  const shared = build("div", "notice selection__shared");
  const notice = build("p", "notice");
  const title = build("input", "selection__name");
  const count = build("h2", "selection__count");
  count.id = "selection";
  count.tabIndex = -1;
  const empty = build("div", "selection__empty");
  const undo = new anliji.Undo();
  const selection = new anliji.Selection(update);
  const list = new anliji.SelectionList(selection, undo);
  const takeaways = new anliji.Takeaways(selection, about, whole);
  const teach = new anliji.Teach(selection, about, whole);
  const opening = anliji.openingOf((text) => {
    const isOpen = selection.open(text);
    if (isOpen) shared.scrollIntoView({ block: "center" });
    return isOpen;
  });
  const clear = button("button", "清空", () => {
    const { title: name, items } = basket;
    basket.put({ title: "", items: [] });
    undo.offer(`已清空${items.length}个案例。`, { title: name, items });
  });
  const again = button("button", "再读一次", () => {
    anliji.renew();
    fill();
  });

  function named() {
    const label = build("label", "selection__label", "题名 ");
    title.maxLength = basket.LONGEST;
    title.placeholder = "案例选编";
    title.addEventListener("change", () => basket.put({ title: title.value, items: basket.items }));
    label.append(title);
    return label;
  }

  function drawShared() {
    shared.hidden = selection.isOwn;
    if (selection.isOwn) return;
    const { items, name } = selection;
    const own = basket.items.length;
    const take = (isAdded) => () => {
      const before = { title: basket.title, items: basket.items };
      selection.take(isAdded);
      if (own) undo.offer(isAdded ? "已并入我的选编。" : "已替换成这份选编。", before);
      else anliji.announce(`已收下，选编里共${basket.items.length}个案例`);
      if (!own) count.focus();
    };
    const tools = build("p", "buttons");
    tools.append(
      button("button button--main", own ? "替换我的选编" : "收为我的选编", take(false)),
      ...(own ? [button("button", `并入我的选编（${own}个）`, take(true)), button("button", "不要，看我的选编", () => {
        selection.leave();
        selection.changed();
        count.focus();
      })] : []),
    );
    const { lacking } = selection;
    const cut = lacking ? [build("p", "selection__cut", `网址不完整：应有${items.length + lacking}个案例，少了${lacking}个，多半是发送时被截断了。请对方改发 Word 文件，或分成几次发。`)] : [];
    anliji.fill(shared, [build("p", "", `这是网址带来的选编“${name}”，${items.length}个案例，还没有收为你的。`), ...cut, tools]);
  }

  function drawNotice() {
    const told = [];
    if (!basket.isKept) told.push("浏览器没有保存的地方，选编只在这次访问中有效；要留下，请收藏或复制“分享”里的网址。");
    if (selection.isUnread) told.push("有的案例没有读到。");
    else if (selection.gone.length) told.push(`${selection.gone.length}个案例已不在案例库中：${selection.gone.join("、")}。`);
    notice.hidden = !told.length;
    anliji.fill(notice, [told.join(""), ...(selection.isUnread ? [" ", again] : [])]);
  }

  function update() {
    const { items, isOwn } = selection;
    if (!basket.isKept && items.length) selection.address(selection.url.replace(/^[^?#]*/, location.pathname));
    drawShared();
    drawNotice();
    title.value = selection.title;
    title.readOnly = !isOwn;
    count.textContent = items.length ? `共${items.length}个案例` : "还没有案例";
    empty.hidden = items.length > 0;
    clear.hidden = !isOwn || !items.length;
    opening.hidden = !isOwn;
    for (const one of [takeaways.element, list.element]) one.hidden = !items.length;
    list.update();
    fill();
  }

  /** Reads what is not known yet; what is drawn of all cases is drawn once they are there. */
  async function fill() {
    if (!selection.isWhole) await selection.load((id) => list.tell(id));
    selection.items.forEach(({ id }) => selection.isUnread && list.tell(id));
    drawNotice();
    takeaways.update();
    teach.update();
  }

  async function whole() {
    await selection.load((id) => list.tell(id));
    if (selection.isUnread) {
      drawNotice();
      anliji.announce("有的案例没有读到，请再试一次");
    }
    return !selection.isUnread;
  }

  const ways = build("p", "");
  const browse = build("a", "", "检索案例");
  browse.href = `${anliji.root}browse.html`;
  ways.append("在案例的网页上、检索结果和各个列表里，按“收入选编”，案例就收在这里。从", browse, "开始。");
  empty.append(ways);
  const bar = build("div", "selection__bar");
  bar.append(count, clear);
  takeaways.element.append(page.querySelector("[data-slides]"));
  page.append(shared, notice, named(), takeaways.element, takeaways.told, bar, undo.element, empty, list.element, opening, teach.element);
  page.hidden = false;
  for (const one of document.querySelectorAll("[data-scriptless]")) one.remove();
  update();
  selection.load(() => {}).then(() => {
    if (selection.shows === "lesson" && !teach.element.hidden) teach.heading.focus();
  });
  window.addEventListener("hashchange", () => {
    selection.read();
    selection.changed();
  });
  window.addEventListener("beforeprint", () => {
    const { dataset } = document.documentElement;
    // A show prints what it shows.
    if (dataset.prints || document.querySelector(".show")) return;
    dataset.prints = "volume";
    takeaways.lay();
  });
  window.addEventListener("afterprint", () => {
    delete document.documentElement.dataset.prints;
  });
})();
