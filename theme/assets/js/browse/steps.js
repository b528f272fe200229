/* What a reader asks for, step by step: a step is an address that can be gone back to. */
(() => {
  "use strict";

  anliji.Steps = class Steps {
    /**
      `typed()` gives `{q}` where something was typed that no step has yet, and ends the wait for more; `changed()` is
      called after each step and promises that it is drawn.
    */
    constructor(typed, changed) {
      this.typed = typed;
      this.changed = changed;
      this.read();
    }

    /** Takes the state from the address. */
    read() {
      this.state = anliji.address.read(location.search);
      /** The last change came from typing, and the next letter belongs to the same step. */
      this.isTyping = false;
      this.cut();
    }

    cut() {
      this.isCut = Array.from(this.state.q).length > anliji.longestQuery;
      this.state.q = anliji.cut(this.state.q);
    }

    /** Whether nothing is asked for but the newest cases. */
    get isUnconditional() {
      return anliji.address.write(this.state) === "";
    }

    /** The address of the same results, at another page. */
    addressOf(page) {
      return anliji.address.write(Object.assign({}, this.state, { page })) || location.pathname;
    }

    /** Changes the state; a step can be gone back to, what happens while typing is one step together. */
    take(change, isStep = true) {
      // What was typed a moment ago counts, whatever was clicked since.
      const typed = this.typed();
      this.state = Object.assign({}, this.state, { page: 1 }, "q" in change ? {} : typed, change);
      this.cut();
      const search = anliji.address.write(this.state);
      const isNew = search !== anliji.address.write(anliji.address.read(location.search));
      if (isNew && !this.keep(search, isStep)) return Promise.resolve();
      this.isTyping = !isStep;
      return this.changed();
    }

    /** The change that chooses a term, or lets it go. */
    choice(key, name, isChosen) {
      return { filters: anliji.address.withName(this.state.filters, key, name, isChosen) };
    }

    /** Writes the address; false where the page is opened anew instead. */
    keep(search, isStep) {
      try {
        history[isStep || !this.isTyping ? "pushState" : "replaceState"](null, "", location.pathname + search);
      } catch (error) {
        // A browser that keeps files from changing their address opens the page anew, but not while somebody types.
        if (isStep) {
          location.assign(location.pathname + search);
          return false;
        }
      }
      return true;
    }
  };
})();
