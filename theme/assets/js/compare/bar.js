/* The bar at the foot of the window: which cases are chosen for comparison. */
(() => {
  "use strict";

  const { build, button, choice } = anliji;
  const WIDE = "(min-width: 45em)";
  let bar;
  let list;

  function make() {
    bar = anliji.elementOf('<section class="choice" aria-label="要比较的案例"><details><summary></summary><ul class="choice__cases"></ul></details>'
      + '<p class="choice__few">再选一个就可以比较</p><p class="choice__most">至多比较5个，请先移出一个</p><a class="button button--main">比较</a></section>');
    list = bar.querySelector("ul");
    bar.querySelector("details").open = window.matchMedia(WIDE).matches;
    bar.append(button("button", "清空", () => {
      choice.put([]);
      anliji.announce("没有要比较的案例了");
      document.getElementById("content").focus();
    }));
    document.body.append(bar);
  }

  function item([id, title]) {
    const one = build("li");
    const link = build("a", "", title);
    link.href = `${anliji.root}cases/${id}.html`;
    const off = button("choice__off", "移出", () => {
      choice.put(choice.cases.filter(([other]) => other !== id));
      anliji.announce(`不再比较“${title}”`);
      const next = list.querySelector("button");
      if (next) next.focus();
    });
    off.setAttribute("aria-label", `移出：${title}`);
    one.append(link, " ", off);
    return one;
  }

  function show() {
    const { cases } = choice;
    document.documentElement.classList.toggle("has-choice", cases.length > 0);
    if (!bar && cases.length) make();
    if (!bar) return;
    bar.hidden = !cases.length;
    bar.classList.toggle("choice--one", cases.length === 1);
    bar.classList.remove("choice--full");
    bar.querySelector("summary").textContent = `已选${cases.length}个案例`;
    anliji.fill(list, cases.map(item));
    bar.querySelector("a.button").href = choice.url(cases.map(([id]) => id));
  }

  choice.watch(show);
  show();
})();
