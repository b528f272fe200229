/* The browse page: its state is the address; whatever changes it draws everything anew. */
(() => {
  "use strict";

  const page = document.querySelector("[data-browse]");
  if (!page) return;

  const part = (name) => page.querySelector(`[data-part="${name}"]`);
  const plain = document.querySelector("[data-plain]");
  const loading = document.querySelector("[data-loading]");
  /** The newest cases, which are shown until everything has been read. */
  const first = document.querySelector("[data-first]");
  const newest = first.querySelector(".rows");
  let panel = null;
  let drawing = 0;
  let hasRenewed = false;

  const field = new anliji.Field(document.querySelector("form.search"), (q, isStep) => (
    isStep || q !== steps.state.q ? steps.take({ q }, isStep) : Promise.resolve()));
  const steps = new anliji.Steps(() => field.take(), start);
  const tools = new anliji.Tools(part, page, steps);

  /** Where somebody who acted on what is gone goes on: the head of the results. */
  function toResults() {
    part("count").focus({ preventScroll: true });
    part("count").scrollIntoView();
  }

  const act = (change) => steps.take(change).then(toResults);

  function notify(sentences) {
    anliji.fill(part("notice"), sentences.map((sentence) => anliji.build("p", "", sentence)));
    part("notice").hidden = !sentences.length;
  }

  /** The newest cases, which the page has brought along, with buttons that know what has been chosen since. */
  function again() {
    const rows = newest.cloneNode(true);
    for (const row of rows.children) {
      anliji.corner(row).remove();
      anliji.comparable(row);
      anliji.collectible(row);
    }
    return rows;
  }

  /** Draws what is found, or what to do where nothing is; what is missing goes into `notices`. */
  async function results(answer, { view }, isUnconditional, notices) {
    if (isUnconditional) return again();
    if (!answer.cases.length) return anliji.drawNothing(answer, notices, act);
    const { element, isWhole } = await anliji.drawResults(answer, view);
    if (!isWhole) notices.push("有的案例没有读到内容，显示得不全。");
    return element;
  }

  /** Which filters are called like what was typed; without the data none. */
  const hints = (state, answer) => anliji.spared([], "", [], () => anliji.hinted(state, answer));

  async function draw() {
    drawing += 1;
    const mine = drawing;
    const { state, isCut, isUnconditional } = steps;
    const notices = isCut ? [`检索词太长，只用了前${anliji.longestQuery}个字。`] : [];
    if (!field.hasFocus || isCut) field.show(state.q);
    page.setAttribute("aria-busy", "true");
    const answer = await anliji.answer(state, notices);
    const { countsOf, facets, table } = answer;
    const [drawn, hinted] = await Promise.all([results(answer, state, isUnconditional, notices), hints(state, answer)]);
    // Something newer is being drawn already.
    if (mine !== drawing) return;
    if (!panel) {
      const choose = (...choice) => steps.take(steps.choice(...choice));
      panel = new anliji.Panel(part("facets"), facets, table, choose, (isWide) => steps.take({ with: isWide ? "also" : "" }));
    }
    const counted = panel.update(countsOf, state.filters, state.with === "also");
    if (page.hidden) await counted;
    anliji.drawChips(part, steps, facets, act);
    anliji.drawCount(part, state, answer, page.dataset.site);
    anliji.drawWider(part, answer, act);
    anliji.drawHint(part, steps, hinted, act);
    tools.update(state, answer);
    anliji.fill(part("results"), [drawn]);
    anliji.drawPager(part, steps, answer, act);
    notify(notices);
    page.hidden = false;
    loading.hidden = true;
    first.remove();
    await counted;
    if (mine !== drawing) return;
    page.removeAttribute("aria-busy");
    page.dataset.drawn = String(mine);
  }

  /** Without its data the page stays what it is without scripts: lists of terms to follow. */
  async function start() {
    try {
      await draw();
    } catch (error) {
      if (!(error instanceof anliji.MissingData)) throw error;
      if (hasRenewed) {
        giveUp();
        return;
      }
      // The browser may have kept the directory of an older site.
      hasRenewed = true;
      anliji.renew();
      panel = null;
      await start();
    }
  }

  function giveUp() {
    loading.hidden = true;
    if (page.dataset.drawn) {
      notify(["检索数据没有读到，请刷新页面再试。"]);
      return;
    }
    plain.classList.add("is-needed");
    document.documentElement.classList.remove("asked");
    plain.querySelector("[data-scriptless]").hidden = true;
    plain.querySelector("[data-missing]").hidden = false;
  }

  part("show").addEventListener("click", () => {
    part("panel").open = false;
    toResults();
  });
  window.addEventListener("popstate", () => {
    field.take();
    steps.read();
    field.show(steps.state.q);
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
  field.show(steps.state.q);
  start();
})();
