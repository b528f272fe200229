/* What was collected, for those who look: a strip at the foot of the window, with the way to the selection, for a while. */
(() => {
  "use strict";

  const { build } = anliji;
  const SHOWN_MS = 6000;
  let strip;
  let text;
  let timer;

  function make() {
    strip = build("section", "collected");
    strip.setAttribute("aria-label", "选编");
    text = build("p");
    const link = build("a", "button", "看选编");
    link.href = `${anliji.root}basket.html`;
    strip.append(text, link);
    document.body.append(strip);
    // It stays as long as somebody is about to use it.
    for (const event of ["pointerenter", "focusin"]) strip.addEventListener(event, () => clearTimeout(timer));
    for (const event of ["pointerleave", "focusout"]) strip.addEventListener(event, wait);
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(() => { strip.hidden = true; }, SHOWN_MS);
  }

  anliji.showCollected = (sentence) => {
    if (document.querySelector("[data-basket-page]")) return;
    if (!strip) make();
    text.textContent = sentence;
    strip.hidden = false;
    wait();
  };
})();
