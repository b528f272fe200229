/* A reader's own selection as leaves, like a collection: a cover with its title, and its contents. */
(() => {
  "use strict";

  const { build } = anliji;
  const { leaf, entry } = anliji.slides;

  /** Gives the cases that are still there, in their order, with title and address. */
  anliji.slides.casesOfSelection = (page) => [...page.querySelectorAll(".selection__row:not(.is-gone) .selection__title")]
    .map((link) => ({ title: link.textContent, url: link.href }));

  /** Gives the leaves that come before the cases. */
  anliji.slides.leavesOfSelection = (page) => {
    const cases = anliji.slides.casesOfSelection(page);
    const name = page.querySelector(".selection__name");
    const cover = [
      build("h1", "slide__title", name.value || name.placeholder),
      build("p", "slide__by", `${cases.length}个案例`),
    ];
    const entries = cases.map(({ title }, index) => entry(index + 1, title));
    return [leaf("title", cover, { kicker: "选编" }), ...(entries.length ? [leaf("contents", entries, { kicker: "目录" })] : [])];
  };
})();
