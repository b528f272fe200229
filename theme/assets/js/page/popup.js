/* Small things that open under a button are details elements; one at a time is open, and Escape or a click beside closes it. */
(() => {
  "use strict";

  const popups = [...document.querySelectorAll("details.popup")];

  /** Whether something is in what opens; the menu opens what stands behind it. */
  function holds(popup, element) {
    const { opens } = popup.dataset;
    return popup.contains(element) || (opens && document.getElementById(opens).contains(element));
  }

  function closeOthers(kept) {
    for (const popup of popups) if (popup !== kept) popup.open = false;
  }

  for (const popup of popups) {
    popup.addEventListener("toggle", () => popup.open && closeOthers(popup));
  }

  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (!relatedTarget) return;
    for (const popup of popups) if (holds(popup, target) && !holds(popup, relatedTarget)) popup.open = false;
  });

  document.addEventListener("keydown", ({ key }) => {
    const open = key === "Escape" && popups.find((popup) => popup.open);
    if (!open) return;
    const isInside = holds(open, document.activeElement);
    open.open = false;
    if (isInside) open.querySelector("summary").focus();
  });

  document.addEventListener("click", ({ target }) => closeOthers(popups.find((popup) => holds(popup, target))));
})();
