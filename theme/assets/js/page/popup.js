/* Small things that open under a button are details elements; one at a time is open, and Escape or a click beside closes it. */
(() => {
  "use strict";

  const popups = [...document.querySelectorAll("details.popup")];

  function closeOthers(kept) {
    for (const popup of popups) if (popup !== kept) popup.open = false;
  }

  for (const popup of popups) {
    popup.addEventListener("toggle", () => popup.open && closeOthers(popup));
    popup.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !popup.contains(relatedTarget)) popup.open = false;
    });
  }

  document.addEventListener("keydown", ({ key }) => {
    const open = key === "Escape" && popups.find((popup) => popup.open);
    if (!open) return;
    const isInside = open.contains(document.activeElement);
    open.open = false;
    if (isInside) open.querySelector("summary").focus();
  });

  document.addEventListener("click", (event) => closeOthers(event.target.closest("details.popup")));
})();
