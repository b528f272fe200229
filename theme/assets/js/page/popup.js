/* Small things that open under a button are details elements; one at a time is open, and Escape or a click beside closes it. */
(() => {
  "use strict";

  /** Those that are open; scripts may have made them long after the page was read. */
  const opened = () => [...document.querySelectorAll("details.popup[open]")];

  /** Whether something is in what opens; the menu opens what stands behind it. */
  function holds(popup, element) {
    const { opens } = popup.dataset;
    return popup.contains(element) || (opens && document.getElementById(opens).contains(element));
  }

  function closeBut(keeps) {
    for (const popup of opened()) if (!keeps(popup)) popup.open = false;
  }

  // It does not rise to the document, but it comes down past it.
  document.addEventListener("toggle", ({ target }) => {
    if (target.open && target.matches("details.popup")) closeBut((popup) => popup === target);
  }, true);

  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (relatedTarget) closeBut((popup) => !holds(popup, target) || holds(popup, relatedTarget));
  });

  document.addEventListener("keydown", ({ key }) => {
    const [open] = key === "Escape" ? opened() : [];
    if (!open) return;
    const isInside = holds(open, document.activeElement);
    open.open = false;
    if (isInside) open.querySelector("summary").focus();
  });

  document.addEventListener("click", ({ target }) => closeBut((popup) => holds(popup, target)));
})();
