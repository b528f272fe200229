/* Reading settings: the size of letters and high contrast, kept for the next page; start.js applies them early. */
(() => {
  "use strict";

  const KEY = "anliji-reading";
  const SETTINGS = [
    ["字号", "size", [["标准", ""], ["大", "large"], ["特大", "largest"]]],
    ["对比度", "contrast", [["标准", ""], ["高对比", "high"]]],
  ];
  const root = document.documentElement;
  const place = document.querySelector("details.reading");
  const buttons = [];

  function draw() {
    const panel = anliji.build("div", "popup__panel");
    for (const [legend, reading, values] of SETTINGS) {
      const group = anliji.build("fieldset", "reading__group");
      const row = anliji.build("div", "buttons");
      for (const [label, value] of values) {
        const button = anliji.button("button", label, () => choose(reading, value));
        Object.assign(button.dataset, { reading, value });
        buttons.push(button);
        row.append(button);
      }
      group.append(anliji.build("legend", "", legend), row);
      panel.append(group);
    }
    place.append(panel);
  }

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

  function choose(reading, value) {
    if (value) root.dataset[reading] = value;
    else delete root.dataset[reading];
    keep();
    show();
  }

  draw();
  show();
})();
