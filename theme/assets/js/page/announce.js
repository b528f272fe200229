/* Saying what has changed to those who listen rather than look. */
(() => {
  "use strict";

  const DELAY_MS = 400;
  let region;
  let timer;

  /** Says a sentence politely; of several in a row only the last. */
  anliji.announce = (sentence) => {
    if (!region) {
      region = anliji.build("p", "announcement");
      region.setAttribute("role", "status");
      document.body.append(region);
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      region.textContent = sentence;
    }, DELAY_MS);
  };
})();
