/* A case as leaves, in the order in which it is told: title, sentence, figure, practices, photos, sources. */
(() => {
  "use strict";

  const { leaf, moved, taken } = anliji.slides;
  const SECTIONS = ["background", "approach", "results", "lessons"];
  /** What is told of a case that says how it was done; of others all that they say. */
  const TOLD = ["approach", "lessons"];

  const section = (page, key) => page.querySelector(`section[aria-labelledby="${key}"]`);
  const words = (element) => (element ? element.textContent.trim() : "");

  function title(page) {
    const blocks = [moved("h1", "slide__title", page.querySelector("h1"))];
    for (const [selector, name] of [["[role=doc-subtitle]", "subtitle"], [".case__by", "by"]]) {
      const found = page.querySelector(selector);
      if (found) blocks.push(moved("p", `slide__${name}${name === "by" ? " dots" : ""}`, found));
    }
    const notice = page.querySelector(".notice--preview");
    if (notice) blocks.push(moved("p", "slide__notice", notice));
    return leaf("title", blocks, { kicker: words(page.querySelector(".case__task")) });
  }

  function sentence(page) {
    const reason = page.querySelector(".opening__sentence, .case__reason");
    const told = reason || page.querySelector(".opening__summary, .case__summary");
    return told ? [leaf("sentence", [moved("p", reason ? "slide__reason" : "", told)], { kicker: reason ? "" : "内容提要" })] : [];
  }

  /** A measured result: the number, what was measured, and what must be known of it. */
  function outcome(element, selector) {
    const box = anliji.build("div", "slide__outcome");
    const number = anliji.build("p", "slide__number");
    number.append(taken(element.querySelector(".number")));
    const what = moved("p", "slide__what", element.querySelector(selector));
    const note = element.querySelector("[class$=__note]");
    for (const inner of what.querySelectorAll("[class$=__note]")) inner.remove();
    box.append(number, what);
    if (note) box.append(moved("p", "slide__note", note));
    return box;
  }

  /** Gives the figure that an editor chose to stand for the case, and the others, side by side. */
  function figures(page) {
    const chosen = [...page.querySelectorAll(".opening__figure, .headline")].map((one) => outcome(one, "[class$=__what]"));
    const told = chosen.map(words);
    // The page may tell it among the others, too.
    const others = [...page.querySelectorAll(".outcomes > div")].map((one) => outcome(one, "dt"))
      .filter((one) => !told.includes(words(one)));
    // One that needs more room than a column puts all of them in rows.
    const isLong = (selector, most) => others.some((one) => words(one.querySelector(selector)).length > most);
    const kind = isLong(".slide__number b", 9) || isLong(".slide__note", 40) ? "rows" : "figures";
    const kicker = { kicker: "工作成效" };
    return [chosen.map((one) => leaf("figure", [one], kicker)), others.length ? [leaf(kind, others, kicker)] : []];
  }

  function texts(page) {
    const keys = section(page, "approach") ? TOLD : SECTIONS;
    const sections = keys.map((key) => section(page, key)).filter((one) => one);
    return [].concat(...sections.map((one) => anliji.slides.leavesOfProse(one, words(one.querySelector("h2")))));
  }

  function photo(figure) {
    const link = figure.querySelector("a.photo__enlarge");
    const picture = anliji.build("img", figure.matches(".photo--small") ? "is-small" : "");
    const drawn = figure.querySelector("img");
    picture.src = link ? link.href : drawn.src;
    picture.alt = drawn.alt;
    const ratio = drawn.width / drawn.height || 1;
    const frame = anliji.build("div", `slide__picture${ratio > 3 ? " is-wide" : ""}${ratio < 1 ? " is-upright" : ""}`);
    frame.append(picture);
    return leaf("photo", [frame, moved("p", "slide__caption", figure.querySelector("figcaption"))]);
  }

  /** The page's address as a code, for those who sit in the room and want to read on. */
  function code(page) {
    const drawn = page.querySelector("#code");
    if (!drawn) return null;
    const box = anliji.build("div", "slide__code");
    box.append(taken(drawn.closest("svg")), anliji.build("p", "", "扫码看全文"));
    return box;
  }

  function sources(page) {
    const found = section(page, "sources");
    const blocks = found ? [...found.querySelectorAll("ol.sources > li")].map((one) => moved("p", "slide__source", one)) : [];
    const notice = page.querySelector(".case__rights");
    if (notice) blocks.push(moved("p", "slide__origin", notice));
    return blocks.length ? [leaf("sources", blocks, { kicker: "出处", aside: code(page) })] : [];
  }

  /** Gives the leaves of a case, from its page or the part of it that is the case. */
  anliji.slides.leavesOfCase = (page) => {
    const photos = [...page.querySelectorAll("figure.photo")].map(photo);
    const [chosen, others] = figures(page);
    const leaves = [title(page), ...sentence(page), ...chosen, ...texts(page), ...others, ...photos, ...sources(page)];
    const task = [...page.classList].find((name) => name.startsWith("task-")) || "";
    return leaves.map((one) => Object.assign(one, { task }));
  };
})();
