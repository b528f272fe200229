/* The browse page: its state is the address; whatever changes it draws everything anew. */
(() => {
  "use strict";

  const page = document.querySelector("[data-browse]");
  if (!page) return;

  const PER_PAGE = 24;
  const AROUND = 2;
  const DELAY_MS = 300;
  const SORTS = { relevance: "相关程度", newest: "时间（新的在前）", title: "标题（拼音）", university: "学校（拼音）" };
  const part = (name) => page.querySelector(`[data-part="${name}"]`);
  const form = document.querySelector("form.search");
  const field = form.querySelector("input[type=search]");
  let state = anliji.address.read(location.search);
  let panel;
  let drawing = 0;
  let timer;
  let isComposing = false;

  // The address

  function go(change, isStep = true) {
    state = { ...state, page: 1, ...change };
    const address = location.pathname + anliji.address.write(state);
    try {
      history[isStep ? "pushState" : "replaceState"](null, "", address);
    } catch {
      // A browser that keeps files from changing their address opens the page anew instead.
      location.assign(address);
      return Promise.resolve();
    }
    return draw();
  }

  function withFilter(key, name, isChosen) {
    const names = (state.filters[key] ?? []).filter((one) => one !== name);
    const filters = { ...state.filters, [key]: isChosen ? [...names, name] : names };
    if (!filters[key].length) delete filters[key];
    return filters;
  }

  // What is shown

  function build(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function button(className, text, action) {
    const element = build("button", className, text);
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  }

  function known(facets) {
    return Object.fromEntries(Object.entries(state.filters).filter(([key]) => facets.byKey.has(key)));
  }

  function drawChips(facets) {
    const chips = Object.entries(state.filters).flatMap(([key, names]) => names.map((name) => {
      const facet = facets.byKey.get(key);
      const isKnown = facet?.numbers.has(name);
      const text = isKnown ? `${facet.label}：${name}` : `未知的筛选：${facet?.label ?? key} ${name}`;
      const chip = button(isKnown ? "chosen" : "chosen chosen--unknown", text, () => {
        go({ filters: withFilter(key, name, false) });
        field.focus();
      });
      chip.setAttribute("aria-label", `移除${text}`);
      const item = build("li");
      item.append(chip);
      return item;
    }));
    if (chips.length > 1) {
      const item = build("li");
      item.append(button("chosen chosen--all", "全部移除", () => go({ filters: {} })));
      chips.push(item);
    }
    part("chosen").replaceChildren(...chips);
    part("chosen").hidden = !chips.length;
  }

  function drawCount(total) {
    const words = state.q.trim() ? `“${state.q.trim()}”` : "";
    const text = `${words ? `检索${words}，` : ""}共${total.toLocaleString("en-US")}个案例`;
    const pages = Math.ceil(total / PER_PAGE);
    const where = pages > 1 ? `；第${Math.min(state.page, pages)}页，共${pages}页` : "";
    part("count").textContent = `${text}${where}。`;
    anliji.announce(text);
    document.title = `${words ? `检索${words}` : "检索案例"} - ${page.dataset.site}`;
  }

  function drawPager(total) {
    const pages = Math.max(1, Math.ceil(total / PER_PAGE));
    const now = Math.min(state.page, pages);
    const near = Array.from({ length: pages }, (_, index) => index + 1)
      .filter((number) => number === 1 || number === pages || Math.abs(number - now) <= AROUND);
    const link = (number, text, label) => {
      const element = build("a", "", text);
      element.href = anliji.address.write({ ...state, page: number }) || location.pathname;
      element.setAttribute("aria-label", label);
      element.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
        event.preventDefault();
        go({ page: number }).then(() => part("count").scrollIntoView());
      });
      return element;
    };
    const list = build("ol", "pager__numbers");
    near.forEach((number, index) => {
      const item = build("li");
      if (index && number - near[index - 1] > 1) {
        const gap = build("li");
        gap.append(build("span", "pager__gap", "…"));
        list.append(gap);
      }
      if (number === now) {
        const here = build("span", "", String(number));
        here.setAttribute("aria-current", "page");
        item.append(here);
      } else item.append(link(number, String(number), `第${number}页`));
      list.append(item);
    });
    const pager = part("pager");
    pager.replaceChildren(
      ...(now > 1 ? [link(now - 1, "上一页", "上一页")] : []), list, ...(now < pages ? [link(now + 1, "下一页", "下一页")] : []),
    );
    pager.hidden = pages === 1;
  }

  function drawTools(query) {
    const sort = part("sort");
    const fallback = query.runs.length ? "relevance" : "newest";
    sort.replaceChildren(...Object.entries(SORTS).filter(([key]) => key !== "relevance" || query.runs.length).map(([key, name]) => {
      const option = build("option", "", name);
      option.value = key;
      option.selected = key === (state.sort in SORTS ? state.sort : fallback);
      return option;
    }));
    for (const one of page.querySelectorAll("[data-view]")) {
      one.setAttribute("aria-pressed", String(one.dataset.view === (state.view === "table" ? "table" : "list")));
    }
  }

  function notice(sentences) {
    const element = part("notice");
    element.replaceChildren(...sentences.map((sentence) => build("p", "", sentence)));
    element.hidden = !sentences.length;
  }

  // What is found

  async function sorted(cases, query, facets) {
    const sort = state.sort in SORTS ? state.sort : query.runs.length ? "relevance" : "newest";
    if (sort === "relevance") return cases;
    if (sort === "newest") return [...cases].sort((one, other) => one - other);
    const rank = sort === "title" ? await byTitle() : byUniversity(facets);
    return [...cases].sort((one, other) => rank[one] - rank[other] || one - other);
  }

  async function byTitle() {
    const [high, low] = await anliji.load("order");
    const lower = anliji.numbers(low);
    return anliji.numbers(high).map((digit, index) => digit * 32768 + lower[index]);
  }

  function byUniversity(facets) {
    const rank = [];
    facets.byKey.get("university").cases.forEach((cases, index) => cases.forEach((case_) => {
      rank[case_] = index;
    }));
    return rank;
  }

  async function empty(query, facets, size) {
    const box = build("div", "nothing");
    const isOnlyMarks = !query.words.length && !query.isEmpty;
    box.append(build("p", "nothing__title", isOnlyMarks ? "检索词里没有可以检索的文字。" : "没有找到符合全部条件的案例。"));
    const found = await anliji.waysOut(query, known(facets), facets, size);
    if (found.length) {
      const list = build("ul", "nothing__ways");
      for (const way of found) {
        const item = build("li");
        item.append(button("", `${way.text}，有${way.count.toLocaleString("en-US")}个案例`, () => go(way.change)));
        list.append(item);
      }
      box.append(build("p", "", "可以这样找："), list);
    } else {
      box.append(build("p", "", "请换一个说法：检索按原文逐字查找，短一些的词更容易找到；也可以从左边的分类里选。"));
    }
    return box;
  }

  async function draw() {
    drawing += 1;
    const mine = drawing;
    const told = [];
    const characters = Array.from(state.q);
    if (characters.length > anliji.longestQuery) {
      state.q = characters.slice(0, anliji.longestQuery).join("");
      told.push(`检索词太长，只用了前${anliji.longestQuery}个字。`);
    }
    if (document.activeElement !== field || field.value.length > state.q.length) field.value = state.q;
    const [directory, facets, query] = await Promise.all([anliji.directory(), anliji.facets(), anliji.parse(state.q)]);
    let found;
    try {
      found = await anliji.find(query);
    } catch (error) {
      if (!(error instanceof anliji.MissingData)) throw error;
      found = { cases: Array.from({ length: directory.count }, (_, index) => index), scores: new Map() };
      told.push("检索数据没有读全，检索词这一次没有用上；按分类浏览不受影响。请刷新页面再试。");
    }
    const filters = known(facets);
    const { cases, counts } = facets.count(found.cases, filters, directory.count);
    const ordered = await sorted(cases, query, facets);
    const pages = Math.max(1, Math.ceil(ordered.length / PER_PAGE));
    const start = (Math.min(state.page, pages) - 1) * PER_PAGE;
    const drawn = ordered.length
      ? await anliji.drawResults(ordered.slice(start, start + PER_PAGE), state.view, query)
      : { element: await empty(query, facets, directory.count), isWhole: true };
    // Something newer is being drawn already.
    if (mine !== drawing) return;
    if (!drawn.isWhole) told.push("有的案例没有读到内容，只显示标题。");
    panel = panel ?? anliji.makePanel(part("facets"), facets, (key, name, isChosen) => {
      go({ filters: withFilter(key, name, isChosen) });
    });
    panel.update(counts, state.filters);
    drawChips(facets);
    drawCount(ordered.length);
    drawTools(query);
    part("results").replaceChildren(drawn.element);
    drawPager(ordered.length);
    part("show").textContent = `查看${ordered.length.toLocaleString("en-US")}个案例`;
    notice(told);
    page.hidden = false;
    page.dataset.drawn = String(mine);
  }

  /** Without its data the page stays what it is without scripts: lists of terms to follow. */
  function start() {
    draw().catch((error) => {
      if (!(error instanceof anliji.MissingData)) throw error;
      const plain = document.querySelector("[data-plain]");
      if (page.dataset.drawn) {
        notice(["检索数据没有读到，请刷新页面再试。"]);
        return;
      }
      plain.hidden = false;
      plain.querySelector("[data-scriptless]").hidden = true;
      plain.querySelector("[data-missing]").hidden = false;
    });
  }

  field.addEventListener("compositionstart", () => {
    isComposing = true;
    clearTimeout(timer);
  });
  const typed = () => {
    if (isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (field.value !== state.q) go({ q: field.value }, false);
    }, DELAY_MS);
  };
  field.addEventListener("compositionend", () => {
    isComposing = false;
    typed();
  });
  field.addEventListener("input", typed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    if (!isComposing) go({ q: field.value });
  });
  part("sort").addEventListener("change", (event) => go({ sort: event.target.value }));
  part("show").addEventListener("click", () => {
    part("panel").open = false;
    part("count").scrollIntoView();
  });
  for (const one of page.querySelectorAll("[data-view]")) {
    one.addEventListener("click", () => go({ view: one.dataset.view === "table" ? "table" : "", page: state.page }));
  }
  window.addEventListener("popstate", () => {
    state = anliji.address.read(location.search);
    field.value = state.q;
    start();
  });
  // On a phone the facets come when they are asked for; elsewhere there is room.
  part("panel").open = matchMedia("(min-width: 60em)").matches;
  document.querySelector("[data-plain]").hidden = true;
  field.value = state.q;
  start();
})();
