/* Small things that open under a button are details elements; one at a time is open, and Escape or a click beside closes it. */
(() => {
  "use strict";

  const popups = [...document.querySelectorAll("details.popup")];

  function closeOthers(kept) {
    for (const popup of popups) if (popup !== kept) popup.open = false;
  }

  for (const popup of popups) {
    popup.addEventListener("toggle", () => popup.open && closeOthers(popup));
    popup.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !popup.open) return;
      popup.open = false;
      popup.querySelector("summary").focus();
    });
  }

  document.addEventListener("click", (event) => closeOthers(event.target.closest("details.popup")));
})();
