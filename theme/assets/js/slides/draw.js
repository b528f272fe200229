/* A slide as it stands on the screen: where one is, the heading, and the blocks of a leaf that fit. */
(() => {
  "use strict";

  function kickerOf({ kind, kicker, part, heading, task }, isAgain) {
    const line = anliji.build("p", "slide__kicker");
    if (kind === "title" && task) line.append(anliji.build("span", "sign"));
    line.append(anliji.build("span", "slide__section", kicker));
    if (part) line.append(anliji.build("span", "slide__of", `${part[0]} / ${part[1]}`));
    if (isAgain) line.append(anliji.build("span", "slide__again", `${heading ? heading.textContent : ""}（续）`));
    return line;
  }

  /** Draws blocks of a leaf; `grow` makes their letters larger, and what goes on from a slide before says so. */
  anliji.slides.draw = (leaf, blocks, grow, isAgain = false) => {
    const slide = anliji.build("section", `slide slide--${leaf.kind} ${leaf.task}`.trim());
    slide.dataset.kind = leaf.kind;
    slide.setAttribute("role", "group");
    slide.setAttribute("aria-roledescription", "幻灯片");
    slide.style.setProperty("--grow", grow);
    const body = anliji.build("div", "slide__body");
    const inner = anliji.build("div", "slide__inner");
    if (leaf.heading && !isAgain) inner.append(leaf.heading.cloneNode(true));
    inner.append(...blocks);
    body.append(inner);
    if (leaf.kicker) slide.append(kickerOf(leaf, isAgain));
    slide.append(body);
    if (leaf.aside && !isAgain) slide.append(leaf.aside.cloneNode(true));
    return slide;
  };
})();
