/* Reading settings: the size of letters and high contrast, kept for the next page; the head of each page applies them early. */
(() => {
  "use strict";

  const KEY = "anliji-reading";
  const SETTINGS = [
    ["字号", "size", [["标准", ""], ["大", "large"], ["特大", "largest"]]],
    ["对比度", "contrast", [["标准", ""], ["高对比", "high"]]],
  ];
  const root = document.documentElement;

  const button = (reading) => ([label, value]) => (
    `<button class="button" type="button" data-reading="${reading}" data-value="${value}">${label}</button>`);
  const group = ([legend, reading, values]) => (
    `<fieldset class="reading__group"><legend>${legend}</legend><div class="buttons">${
      values.map(button(reading)).join("")}</div></fieldset>`);
  document.querySelector("details.reading")
    .insertAdjacentHTML("beforeend", `<div class="popup__panel">${SETTINGS.map(group).join("")}</div>`);
  const buttons = [...document.querySelectorAll("[data-reading]")];

  function show() {
    for (const one of buttons) {
      const { reading, value } = one.dataset;
      one.setAttribute("aria-pressed", String((root.dataset[reading] || "") === value));
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

  for (const one of buttons) {
    one.addEventListener("click", () => {
      const { reading, value } = one.dataset;
      if (value) root.dataset[reading] = value;
      else delete root.dataset[reading];
      keep();
      show();
    });
  }
  show();
})();
