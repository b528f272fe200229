/* The way to the other pages of the results. */
(() => {
  "use strict";

  const AROUND = 2;

  /** `act(change)` takes a step and leads to the results. */
  anliji.drawPager = (part, steps, { page, pages }, act) => {
    const link = (number, text, label) => {
      const element = anliji.build("a", "", text);
      element.href = steps.addressOf(number);
      element.setAttribute("aria-label", label);
      element.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
        event.preventDefault();
        act({ page: number });
      });
      return element;
    };
    const list = anliji.build("ol", "pager__numbers");
    list.append(...near(page, pages).map((number) => {
      const item = anliji.build("li");
      if (number === 0) item.append(anliji.build("span", "pager__gap", "…"));
      else if (number === page) item.append(here(number));
      else item.append(link(number, String(number), `第${number}页`));
      return item;
    }));
    const before = page > 1 ? [link(page - 1, "上一页", "上一页")] : [];
    const after = page < pages ? [link(page + 1, "下一页", "下一页")] : [];
    anliji.fill(part("pager"), [...before, list, ...after]);
    part("pager").hidden = pages === 1;
  };

  /** The numbers of the first page, the last, and those around this one; 0 for a gap. */
  function near(page, pages) {
    const numbers = [];
    for (let number = 1; number <= pages; number += 1) {
      const isShown = number === 1 || number === pages || Math.abs(number - page) <= AROUND;
      if (isShown) numbers.push(number);
      else if (numbers[numbers.length - 1] !== 0) numbers.push(0);
    }
    return numbers;
  }

  function here(number) {
    const element = anliji.build("span", "", String(number));
    element.setAttribute("aria-current", "page");
    return element;
  }
})();
