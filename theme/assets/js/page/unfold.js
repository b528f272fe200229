/* A long row of facts shows its beginning; the button behind it shows the rest, and gives the focus to what comes first. */
(() => {
  "use strict";

  for (const button of document.querySelectorAll("[data-unfold]")) {
    button.addEventListener("click", () => {
      const row = button.closest(".facts > div");
      const next = [...row.querySelectorAll("dd")].find((value) => !value.getClientRects().length);
      row.classList.add("is-whole");
      next.tabIndex = -1;
      next.focus();
    });
  }
})();
