/* What is shown in the place of results where there are none: what a reader could leave out. */
(() => {
  "use strict";

  const OTHERWISE = "请换一个说法：检索按原文逐字查找，短一些的词更容易找到；也可以不用检索词，从“筛选”里选。";

  /** `act(change)` takes a step and leads to the results; what is missing goes into `notices`. */
  anliji.drawNothing = async ({ query, filters, facets, size }, notices, act) => {
    const box = anliji.build("div", "nothing");
    const isOnlyMarks = !query.words.length && !query.isEmpty;
    const title = isOnlyMarks ? "检索词里没有可以检索的文字。" : "没有找到符合全部条件的案例。";
    box.append(anliji.build("p", "nothing__title", title));
    const ways = await anliji.spared(
      notices, "检索数据没有读全。", [], () => anliji.waysOut(query, filters, facets, size),
    );
    box.append(anliji.build("p", "", ways.length ? "可以这样找：" : OTHERWISE));
    if (ways.length) {
      box.append(list(ways.map(({ text, change, count }) => (
        anliji.button("", `${text}，有${count.toLocaleString("en-US")}个案例`, () => act(change))))));
    } else if (query.words.length || isOnlyMarks) {
      const all = `不用检索词，查看全部${size.toLocaleString("en-US")}个案例`;
      box.append(list([anliji.button("", all, () => act({ q: "", filters: {} }))]));
    }
    return box;
  };

  function list(buttons) {
    const element = anliji.build("ul", "nothing__ways");
    for (const button of buttons) {
      const item = anliji.build("li");
      item.append(button);
      element.append(item);
    }
    return element;
  }
})();
