/* The show over the page: what is on, where it goes on to, and what keys, fingers and buttons do. */
(() => {
  "use strict";

  const { acts: actsOf, bar: barOf, fit, handout, keep, place, round: roundOf, screen, hands } = anliji.slides;
  const root = document.documentElement;
  let show = null;

  /** Everything of one show, from when it is opened until it is closed. */
  class Show {
    constructor({ from = null, seconds = null }) {
      this.from = from;
      this.acts = actsOf();
      this.hasCases = this.acts.length > 1;
      this.leaves = keep(this.acts);
      [this.act, this.at, this.slides, this.turns] = [0, 0, [], 0];
      this.round = roundOf({ seconds, next: () => this.step(1, true), told: (goes) => this.tell(goes) });
      this.bar = barOf({
        previous: () => this.step(-1),
        next: () => this.step(1),
        play: () => this.round.toggle(),
        full: () => (screen.isFull() ? this.shrink() : screen.fill()),
        print: () => this.print(),
        close: () => this.leave(),
      }, this.round.seconds);
      this.build();
    }

    build() {
      this.element = anliji.build("div", "show");
      this.element.setAttribute("role", "dialog");
      this.element.setAttribute("aria-modal", "true");
      this.element.setAttribute("aria-label", `放映：${document.querySelector("h1").textContent}`);
      this.stage = anliji.build("div", "show__stage");
      this.stage.tabIndex = -1;
      this.status = anliji.build("p", "announcement");
      this.status.setAttribute("role", "status");
      this.element.append(this.stage, this.bar.element, this.status);
    }

    /** Goes to a slide of an act: from 0, and the last for what is beyond it. */
    async go(act, slide, leaf = null) {
      this.turns += 1;
      const turn = this.turns;
      this.element.setAttribute("aria-busy", "true");
      const leaves = await this.leaves(act);
      if (turn !== this.turns || this !== show) return;
      this.element.removeAttribute("aria-busy");
      this.act = act;
      anliji.fill(this.stage, []);
      this.slides = [].concat(...leaves.map((one) => fit(one, this.stage).map((drawn) => ({ leaf: one, drawn }))));
      // After a change of the window the same thing is on.
      const same = leaf ? this.slides.findIndex((one) => one.leaf === leaf) : -1;
      this.put(same < 0 ? Math.min(slide, this.slides.length - 1) : same);
    }

    put(at) {
      this.at = at;
      const { drawn } = this.slides[at];
      const total = this.slides.length;
      const text = `${at + 1} / ${total}`;
      drawn.setAttribute("aria-label", text);
      anliji.fill(this.stage, [drawn]);
      this.element.className = `show show--${drawn.dataset.kind} ${this.slides[at].leaf.task}`.trim();
      const isFirst = !this.act && !at;
      const isLast = this.act === this.acts.length - 1 && at === total - 1;
      const cases = this.hasCases && this.act ? `案例 ${this.act} / ${this.acts.length - 1}` : "";
      this.bar.show({ text, cases, part: (at + 1) / total, isFirst, isLast });
      place.write({ act: this.act, slide: at + 1 }, this.hasCases, false);
      const words = drawn.querySelector("h1, h2, p:not(.slide__kicker)");
      this.status.textContent = `${cases && `${cases}，`}第${at + 1}张，共${total}张：${words ? words.textContent : ""}`;
      // The next case comes while this one is looked at.
      if (at >= total - 2 && this.act < this.acts.length - 1) this.leaves(this.act + 1);
    }

    async step(by, goesRound = false) {
      const next = this.at + by;
      if (this.slides[next]) {
        this.turns += 1;
        this.put(next);
        return;
      }
      const act = this.act + by;
      if (this.acts[act]) await this.go(act, by > 0 ? 0 : Infinity);
      else if (goesRound) await this.go(0, 0);
    }

    /** Fits the slides to a window that has changed. */
    refit() {
      const now = this.slides[this.at];
      if (now) this.go(this.act, this.at, now.leaf);
    }

    tell(goes) {
      this.bar.playing(goes);
      // Who listens is not interrupted by what nobody asked to hear.
      this.status.setAttribute("aria-live", goes ? "off" : "polite");
    }

    async print() {
      if (this.round.isGoing()) this.round.toggle();
      await handout.whole(this.element, this.acts, (done, all) => {
        if (all > 1) this.status.textContent = `讲义已备好${done}部分，共${all}部分`;
      });
      if (this === show) window.print();
    }

    /** Leaves the full screen, but not the show. */
    shrink() {
      this.staysOpen = true;
      screen.empty();
    }

    /** Leaves the show by the way back, so that the address has its place no more. */
    leave() {
      place.leave();
      this.close();
    }

    close() {
      if (this !== show) return;
      show = null;
      this.round.end();
      this.unhand();
      screen.empty();
      this.element.remove();
      root.classList.remove("is-showing");
      window.scrollTo(0, this.scrolled);
      (this.from || document.querySelector("[data-slides]")).focus({ preventScroll: true });
    }
  }

  /** Opens the show of this page, at the place that the address names. */
  anliji.slides.open = (how) => {
    if (show) return;
    show = new Show(how);
    show.scrolled = window.pageYOffset;
    root.classList.add("is-showing");
    document.body.append(show.element);
    show.unhand = hands(show);
    if (how.from) screen.fill();
    const asked = place.read(show.hasCases) || { act: 0, slide: 1 };
    const act = Math.min(asked.act, show.acts.length - 1);
    if (how.from) place.write(asked, show.hasCases, true);
    show.stage.focus({ preventScroll: true });
    show.go(act, asked.slide - 1).then(() => show && show.round.begin());
  };
})();
