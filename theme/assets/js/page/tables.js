/*
  A table that is wider than its place takes the focus, so that the arrow keys move it; the page says so of every table,
  for readers without scripts, and here those that have room lose it again.
*/
(() => {
  "use strict";

  const boxes = document.querySelectorAll(".prose-table");
  if (!boxes.length) return;

  function judge(box) {
    const isWide = box.scrollWidth > box.clientWidth + 1;
    if (isWide === box.hasAttribute("tabindex")) return;
    if (isWide) {
      box.setAttribute("tabindex", "0");
      box.setAttribute("role", "region");
    } else if (document.activeElement !== box) {
      box.removeAttribute("tabindex");
      box.removeAttribute("role");
    }
    // A box that is nothing to move needs no name.
    if (box.hasAttribute("role")) box.setAttribute("aria-label", box.dataset.label);
    else box.removeAttribute("aria-label");
  }

  for (const box of boxes) {
    box.dataset.label = box.getAttribute("aria-label");
    judge(box);
  }
  if (typeof ResizeObserver === "undefined") {
    window.addEventListener("resize", () => boxes.forEach(judge));
  } else {
    const observer = new ResizeObserver((seen) => seen.forEach(({ target }) => judge(target)));
    boxes.forEach((box) => observer.observe(box));
  }
})();
