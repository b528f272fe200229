/* Reading settings: the size of letters and high contrast, kept for the next page; settings.html applies them early. */
(() => {
  "use strict";

  const KEY = "anliji-reading";
  const root = document.documentElement;
  const buttons = [...document.querySelectorAll("[data-reading]")];

  function show() {
    for (const button of buttons) {
      const { reading, value } = button.dataset;
      button.setAttribute("aria-pressed", String((root.dataset[reading] || "") === value));
    }
  }

  function keep() {
    const { size = "", contrast = "" } = root.dataset;
    try {
      localStorage.setItem(KEY, JSON.stringify({ size, contrast }));
    } catch (error) {
      // Storage is closed or full: the setting holds for this page.
    }
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const { reading, value } = button.dataset;
      if (value) root.dataset[reading] = value;
      else delete root.dataset[reading];
      keep();
      show();
    });
  }
  show();
})();
