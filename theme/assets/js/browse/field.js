/* The field on the browse page: results follow what is typed. */
(() => {
  "use strict";

  const DELAY_MS = 300;

  anliji.Field = class Field {
    /** `ask(q, isStep)` is called a moment after the last letter, and, as a step, when the form is sent. */
    constructor(form, ask) {
      this.input = form.querySelector("input[name=q]");
      this.ask = ask;
      this.isComposing = false;
      this.input.addEventListener("compositionstart", () => {
        this.isComposing = true;
        clearTimeout(this.timer);
      });
      this.input.addEventListener("compositionend", () => {
        this.isComposing = false;
        this.wait();
      });
      this.input.addEventListener("input", () => this.wait());
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (!this.isComposing) ask(this.input.value, true).then(() => matchMedia("(pointer: coarse)").matches && this.input.blur());
      });
    }

    wait() {
      if (this.isComposing) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(this.input.value, false), DELAY_MS);
    }

    /** What is typed, at once; nothing while an input method is open. */
    take() {
      clearTimeout(this.timer);
      return this.isComposing ? {} : { q: this.input.value };
    }

    show(q) {
      this.input.value = q;
    }

    get hasFocus() {
      return document.activeElement === this.input;
    }
  };
})();
