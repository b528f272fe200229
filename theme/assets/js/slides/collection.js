/* A collection as leaves: its cover and its contents; its cases are parts of their own. */
(() => {
  "use strict";

  const { leaf, moved } = anliji.slides;
  /** The most cases whose titles the contents give. */
  const MOST = 60;

  function cover(page) {
    const blocks = [moved("h1", "slide__title", page.querySelector("h1"))];
    const subtitle = page.querySelector(".collection__subtitle");
    if (subtitle) blocks.push(moved("p", "slide__subtitle", subtitle));
    blocks.push(moved("p", "slide__by dots", page.querySelector(".collection__about")));
    return leaf("title", blocks, { kicker: "案例集" });
  }

  function entry(number, words, count = "") {
    const line = anliji.build("p", "slide__entry");
    const link = anliji.build("a", "", words);
    link.href = `#放映/${number}/1`;
    link.dataset.go = number;
    line.append(anliji.build("span", "slide__entry-number", count || number), link);
    return line;
  }

  /** A part's title and its cases, the first of which stays beside it. */
  function part(list) {
    const title = list.closest("section").querySelector("h2").textContent;
    const [first, ...others] = [...list.children].map((item) => entry(
      item.querySelector(".contents__number").textContent, item.querySelector("a").textContent));
    const block = anliji.build("div", "slide__first");
    block.append(anliji.build("h3", "slide__part-title", title), first);
    return [block, ...others];
  }

  function contents(page) {
    const lists = [...page.querySelectorAll("ol.contents")];
    const all = lists.reduce((sum, list) => sum + list.children.length, 0);
    // Of many cases nobody reads the list on a wall: then the parts lead to their first.
    const isLong = all > MOST && lists.length > 1;
    const blocks = isLong ? lists.map((list) => entry(
      list.start, list.closest("section").querySelector("h2").textContent, `${list.children.length}个`)) : [].concat(...lists.map(part));
    return leaf("contents", blocks, { kicker: "目录" });
  }

  anliji.slides.entry = entry;

  /** Gives the leaves that come before the cases. */
  anliji.slides.leavesOfCollection = (page) => [cover(page), contents(page)];

  /** Gives the cases in their order, with title and address. */
  anliji.slides.casesOf = (page) => [...page.querySelectorAll("ol.contents li > a")]
    .map((link) => ({ title: link.textContent, url: link.href }));
})();
