/* The browse page: its state is the address; whatever changes it draws everything anew. */
(() => {
  "use strict";

  const page = document.querySelector("[data-browse]");
  if (!page) return;

  const PER_PAGE = 24;
  const AROUND = 2;
  const HINTS = 3;
  const DELAY_MS = 300;
  const SORTS = { relevance: "相关程度", newest: "时间（新的在前）", title: "标题（拼音）", university: "学校（拼音）" };
  const part = (name) => page.querySelector(`[data-part="${name}"]`);
  const form = document.querySelector("form.search");
  const field = form.querySelector("input[type=search]");
  const plain = document.querySelector("[data-plain]");
  const loading = document.querySelector("[data-loading]");
  /** The newest cases, which stand there until everything has been read. */
  const first = document.querySelector("[data-first]");
  const newest = first.querySelector(".cards");
  let state = anliji.address.read(location.search);
  let panel;
  let drawing = 0;
  let timer;
  let isComposing = false;
  /** The last change came from typing, and the next letter belongs to the same step. */
  let isTyping = false;

  // The address

  let wasCut = false;

  /** Changes the state; a step can be gone back to, what happens while typing is one step together. */
  function go(change, isStep = true) {
    clearTimeout(timer);
    // What was typed a moment ago counts, whatever was clicked since.
    const typed = isComposing || "q" in change ? {} : { q: field.value };
    state = { ...state, page: 1, ...typed, ...change };
    wasCut = Array.from(state.q).length > anliji.longestQuery;
    state.q = anliji.cut(state.q);
    const search = anliji.address.write(state);
    if (search !== anliji.address.write(anliji.address.read(location.search))) {
      try {
        history[isStep || !isTyping ? "pushState" : "replaceState"](null, "", location.pathname + search);
      } catch {
        // A browser that keeps files from changing their address opens the page anew, but not while somebody types.
        if (isStep) {
          location.assign(location.pathname + search);
          return Promise.resolve();
        }
      }
    }
    isTyping = !isStep;
    return start();
  }

  function withFilter(key, name, isChosen) {
    const names = (state.filters[key] ?? []).filter((one) => one !== name);
    const filters = { ...state.filters, [key]: isChosen ? [...names, name] : names };
    if (!filters[key].length) delete filters[key];
    return filters;
  }

  // What is shown

  /** Where somebody who acted on what is gone goes on: the head of the results. */
  function toResults() {
    part("count").focus({ preventScroll: true });
    part("count").scrollIntoView();
  }

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
        go({ filters: withFilter(key, name, false) }).then(toResults);
      });
      chip.setAttribute("aria-label", `移除${text}`);
      const item = build("li");
      item.append(chip);
      return item;
    }));
    if (chips.length > 1) {
      const item = build("li");
      item.append(button("chosen chosen--all", "全部移除", () => go({ filters: {} }).then(toResults)));
      chips.push(item);
    }
    part("chosen").replaceChildren(...chips);
    part("chosen").hidden = !chips.length;
    const number = Object.values(state.filters).flat().length;
    part("number").textContent = number ? `已选${number.toLocaleString("en-US")}项` : "";
  }

  function drawCount(total, isSearched) {
    const words = state.q.trim() ? `“${state.q.trim()}”` : "";
    const number = `共${total.toLocaleString("en-US")}个案例`;
    const text = !words ? number : isSearched ? `检索${words}，${number}` : `检索词${words}没有用上，${number}`;
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
        go({ page: number }).then(toResults);
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

  function isSort(name) {
    return Object.prototype.hasOwnProperty.call(SORTS, name);
  }

  function drawTools(query) {
    const sort = part("sort");
    const fallback = query.runs.length ? "relevance" : "newest";
    sort.replaceChildren(...Object.entries(SORTS).filter(([key]) => key !== "relevance" || query.runs.length).map(([key, name]) => {
      const option = build("option", "", name);
      option.value = key;
      option.selected = key === (isSort(state.sort) ? state.sort : fallback);
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
    const sort = isSort(state.sort) ? state.sort : query.runs.length ? "relevance" : "newest";
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

  async function empty(query, facets, size, told) {
    const box = build("div", "nothing");
    const isOnlyMarks = !query.words.length && !query.isEmpty;
    box.append(build("p", "nothing__title", isOnlyMarks ? "检索词里没有可以检索的文字。" : "没有找到符合全部条件的案例。"));
    const found = await spared(told, "检索数据没有读全。", [], () => anliji.waysOut(query, known(facets), facets, size));
    if (found.length) {
      const list = build("ul", "nothing__ways");
      for (const way of found) {
        const item = build("li");
        item.append(button("", `${way.text}，有${way.count.toLocaleString("en-US")}个案例`, () => go(way.change).then(toResults)));
        list.append(item);
      }
      box.append(build("p", "", "可以这样找："), list);
    } else {
      box.append(build("p", "", "请换一个说法：检索按原文逐字查找，短一些的词更容易找到；也可以不用检索词，从“筛选”里选。"));
      if (query.words.length || isOnlyMarks) {
        const list = build("ul", "nothing__ways");
        const item = build("li");
        const all = `不用检索词，查看全部${size.toLocaleString("en-US")}个案例`;
        item.append(button("", all, () => go({ q: "", filters: {} }).then(toResults)));
        list.append(item);
        box.append(list);
      }
    }
    return box;
  }

  /** Does without what is missing, and says so: `fallback` stands in. */
  async function spared(told, sentence, fallback, action) {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof anliji.MissingData)) throw error;
      told.push(sentence);
      return fallback;
    }
  }

  /** Says that a term is called like what was typed. */
  function drawHint(facets, query, table) {
    const named = anliji.termsNamed(query, facets, table).filter(({ key, name }) => {
      const has = facets.cases(facets.byKey.get(key), name).length;
      return has && !(state.filters[key] ?? []).includes(name);
    });
    part("hint").replaceChildren(...named.slice(0, HINTS).map(({ text, key, name, q }) => (
      button("", text, () => go({ q, filters: withFilter(key, name, true) }).then(toResults)))));
    part("hint").hidden = !named.length;
  }

  /** Whether nothing is asked for but the newest cases, which the page has brought along. */
  function isUnconditional() {
    return anliji.address.write(state) === "";
  }

  /** Draws some cases; null where there are none. */
  async function results(cases, query) {
    if (isUnconditional()) return { element: newest.cloneNode(true), isWhole: true };
    return cases.length ? anliji.drawResults(cases, state.view, query) : null;
  }

  async function draw() {
    drawing += 1;
    const mine = drawing;
    const told = wasCut ? [`检索词太长，只用了前${anliji.longestQuery}个字。`] : [];
    if (document.activeElement !== field || wasCut) field.value = state.q;
    page.setAttribute("aria-busy", "true");
    const [directory, facets, table] = await Promise.all([anliji.directory(), anliji.facets(), anliji.characters()]);
    let query = await anliji.parse(state.q);
    const missing = "检索数据没有读全，检索词这一次没有用上；筛选不受影响。请刷新页面再试。";
    let found = await spared(told, missing, null, () => anliji.find(query));
    const isSearched = found !== null;
    if (!isSearched) {
      query = await anliji.parse("");
      found = await anliji.find(query);
    }
    const filters = known(facets);
    const { cases, counts } = facets.count(found.cases, filters, directory.count);
    const unsorted = "排序用的数据没有读到，现按时间排列。请刷新页面再试。";
    const byTime = [...cases].sort((one, other) => one - other);
    const ordered = await spared(told, unsorted, byTime, () => sorted(cases, query, facets));
    const pages = Math.max(1, Math.ceil(ordered.length / PER_PAGE));
    const start = (Math.min(state.page, pages) - 1) * PER_PAGE;
    const drawn = await results(ordered.slice(start, start + PER_PAGE), query)
      ?? { element: await empty(query, facets, directory.count, told), isWhole: true };
    // Something newer is being drawn already.
    if (mine !== drawing) return;
    if (!drawn.isWhole) told.push("有的案例没有读到内容，只显示标题。");
    panel = panel ?? anliji.makePanel(part("facets"), facets, table, (key, name, isChosen) => {
      go({ filters: withFilter(key, name, isChosen) });
    });
    panel.update(counts, state.filters);
    drawChips(facets);
    drawCount(ordered.length, isSearched);
    drawHint(facets, ordered.length ? query : await anliji.parse(""), table);
    drawTools(query);
    part("results").replaceChildren(drawn.element);
    drawPager(ordered.length);
    part("show").textContent = `查看${ordered.length.toLocaleString("en-US")}个案例`;
    notice(told);
    page.hidden = false;
    loading.hidden = true;
    first.remove();
    page.removeAttribute("aria-busy");
    page.dataset.drawn = String(mine);
  }

  let hasRenewed = false;

  /** Without its data the page stays what it is without scripts: lists of terms to follow. */
  async function start() {
    try {
      await draw();
    } catch (error) {
      if (!(error instanceof anliji.MissingData)) throw error;
      if (!hasRenewed) {
        // The browser may have kept the directory of an older site.
        hasRenewed = true;
        anliji.renew();
        panel = undefined;
        await start();
        return;
      }
      loading.hidden = true;
      if (page.dataset.drawn) {
        notice(["检索数据没有读到，请刷新页面再试。"]);
        return;
      }
      plain.classList.add("is-needed");
      document.documentElement.classList.remove("asked");
      plain.querySelector("[data-scriptless]").hidden = true;
      plain.querySelector("[data-missing]").hidden = false;
    }
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
    if (!isComposing) go({ q: field.value }).then(() => matchMedia("(pointer: coarse)").matches && field.blur());
  });
  part("sort").addEventListener("change", (event) => go({ sort: event.target.value }));
  part("show").addEventListener("click", () => {
    part("panel").open = false;
    toResults();
  });
  for (const one of page.querySelectorAll("[data-view]")) {
    one.addEventListener("click", () => go({ view: one.dataset.view === "table" ? "table" : "", page: state.page }));
  }
  window.addEventListener("popstate", () => {
    clearTimeout(timer);
    state = anliji.address.read(location.search);
    isTyping = false;
    field.value = state.q;
    start();
  });
  // On a phone the facets come when they are asked for; elsewhere there is room.
  const wide = matchMedia("(min-width: 60em)");
  const unfold = () => {
    part("panel").open = wide.matches;
  };
  if (wide.addEventListener) wide.addEventListener("change", unfold);
  else wide.addListener(unfold);
  unfold();
  wasCut = Array.from(state.q).length > anliji.longestQuery;
  state.q = anliji.cut(state.q);
  field.value = state.q;
  start();
})();
