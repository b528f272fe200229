/* The way back after cases were taken out, until the next thing is done. */
(() => {
  "use strict";

  const { basket, build, button } = anliji;

  anliji.Undo = class Undo {
    constructor() {
      this.element = build("div", "notice selection__undo");
      this.element.hidden = true;
    }

    /** Says what was done, and offers what was there before. */
    offer(sentence, before) {
      const back = button("button", "撤销", () => {
        this.element.hidden = true;
        basket.put(before);
        anliji.announce(`已恢复，选编里共${before.items.length}个案例`);
        document.querySelector("[data-basket-page] h2").focus();
      });
      anliji.fill(this.element, [build("span", "", sentence), " ", back]);
      this.element.hidden = false;
      anliji.announce(sentence);
      back.focus();
    }
  };
})();
