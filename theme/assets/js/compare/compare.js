/* The page of the comparison: its address says which cases; they can be taken out, added to, printed and sent on. */
(() => {
  "use strict";

  const { build, button, choice, compared } = anliji;
  const page = document.querySelector("[data-compare-page]");
  if (!page) return;
  const labels = JSON.parse(page.dataset.labels);
  let step = 0;
  let hasRenewed = false;

  const FAULTS = {
    unknown: (id) => [`案例库里没有编号“${id}”的案例，请核对网址。`],
    missing: (id) => [`案例“${id}”的数据没有读到，请刷新页面再试。`],
    withdrawn(id) {
      const link = build("a", "", "看说明");
      link.href = `${anliji.root}cases/${id}.html`;
      return [`案例“${id}”已撤下，不再比较。`, link];
    },
  };

  function paragraph(className, ...children) {
    const element = build("p", className);
    element.append(...children);
    return element;
  }

  /** An id may be any text of any length. */
  const shown = (id) => (id.length > 40 ? `${id.slice(0, 40)}…` : id);

  function notices(faults, over, count) {
    const found = faults.map(({ id, fault }) => FAULTS[fault](shown(id)));
    if (over) found.push([`一次至多比较${choice.MOST}个案例，网址里另有${over}个没有列出。`]);
    if (count === 1) found.push(["只有一个案例，再选一个就可以对照。"]);
    return found.map((children) => paragraph("notice", ...children));
  }

  /** The way to choose more; what is compared now is chosen there. */
  function more(cases, words) {
    const link = build("a", "button", words);
    link.href = `${anliji.root}browse.html`;
    link.addEventListener("click", () => {
      if (cases.length) choice.put(cases.map(({ id, row }) => [id, row.phrases.join("")]));
    });
    return link;
  }

  /** The address at which others find the comparison. */
  const addressOf = (cases) => choice.url(cases.map(({ id }) => id), anliji.publicRoot(cases[0]));

  function tools(cases, hasSame) {
    const element = build("div", "compare__tools buttons");
    if (cases.length < choice.MOST) element.append(more(cases, cases.length ? "再选案例" : "去检索案例"));
    if (cases.length > 1) {
      if (hasSame) {
        const only = button("button", "只看不同的", () => {
          only.setAttribute("aria-pressed", page.classList.toggle("compare--different"));
          anliji.announce(page.matches(".compare--different") ? "相同的各行已收起" : "相同的各行已展开");
        });
        only.setAttribute("aria-pressed", page.matches(".compare--different"));
        element.append(only);
      }
      const copies = button("button", "复制网址", () => anliji.copyFrom(copies, addressOf(cases)));
      const items = cases.map(({ id, row }) => ({ id, bundle: row.bundle, title: row.phrases.join("") }));
      element.append(button("button", "打印", () => window.print()), copies, button("button", "收入选编", () => anliji.collectAll(items)));
    }
    return element;
  }

  function draw(cases, faults, over) {
    const { lines, unwritten } = anliji.aspects(cases, labels);
    const parts = [...notices(faults, over, cases.length), tools(cases, lines.some(({ isSame }) => isSame))];
    if (cases.length > 1) parts.push(paragraph("compare__key", "词条用", build("b", "", "粗体"), "的，只有这一个案例有；用浅色的，各案例都有。"));
    if (cases.length) parts.push(anliji.compareTable(cases, lines, page.dataset.caution, remove));
    if (unwritten.length && cases.length) parts.push(paragraph("compare__none", `${cases.length > 1 ? "各案例都" : ""}没有写：${unwritten.join("、")}。`));
    if (cases.length) parts.push(paragraph("compare__address", `${page.dataset.site}，${addressOf(cases)}`));
    anliji.fill(page, parts);
  }

  function drawEmpty(faults, over) {
    const how = "在案例的卡片、列表、检索结果和案例页上点“比较”，选两到五个案例，再点窗口下方的“比较”。";
    anliji.fill(page, [...notices(faults, over, 0), paragraph("", how), tools([], false)]);
  }

  /** Shows what the address asks for; without one, what has been chosen. */
  async function show() {
    step += 1;
    const own = step;
    let { ids, over } = compared.asked(location.search);
    if (!ids.length && choice.cases.length) {
      ids = choice.cases.map(([id]) => id);
      go(ids, "replaceState");
    }
    let read = await compared.read(ids);
    if (!hasRenewed && read.some(({ fault }) => fault === "missing")) {
      // The browser may have kept the directory of an older site.
      hasRenewed = true;
      anliji.renew();
      read = await compared.read(ids);
    }
    if (own !== step) return;
    const cases = read.filter(({ fault }) => !fault);
    const faults = read.filter(({ fault }) => fault);
    if (cases.length) draw(cases, faults, over);
    else drawEmpty(faults, over);
    document.querySelector("[data-plain]").hidden = true;
    page.hidden = false;
  }

  function go(ids, how) {
    const url = ids.length ? choice.url(ids) : location.pathname;
    try {
      history[how](null, "", url);
    } catch (error) {
      // A browser that keeps files from changing their address opens the page anew.
      if (how === "pushState") location.assign(url);
    }
  }

  async function remove(id) {
    const left = compared.asked(location.search).ids.filter((one) => one !== id);
    if (choice.has(id)) choice.put(choice.cases.filter(([one]) => one !== id));
    go(left, "pushState");
    await show();
    anliji.announce(left.length ? `已移出，还有${left.length}个案例` : "已移出，没有要比较的案例了");
    const next = page.querySelector(".compare__off") || page.querySelector("a");
    if (next) next.focus();
  }

  window.addEventListener("popstate", show);
  show();
})();
