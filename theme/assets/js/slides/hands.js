/* What a presenter's hands do: keys, a remote control that sends keys, a mouse, fingers; and what the browser reports. */
(() => {
  "use strict";

  const { handout, place, screen } = anliji.slides;
  const SWIPE_PX = 40;
  const RESIZE_MS = 150;
  const KEYS = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1,
  };

  function press(show, event) {
    const { key } = event;
    if (event.altKey || event.metaKey) return;
    if (event.ctrlKey) {
      if (key.toLowerCase() !== "p") return;
      event.preventDefault();
      show.print();
      return;
    }
    const isButton = event.target.closest("button, a");
    if (key === "Escape") show.leave();
    else if (KEYS[key] && !(key === " " && isButton)) show.step(event.shiftKey && key === " " ? -1 : KEYS[key]);
    else if (key === "Home") show.go(0, 0);
    else if (key === "End") show.go(show.acts.length - 1, Infinity);
    else if (key.toLowerCase() === "f" && screen.canFill) show.bar.element.querySelector("[data-does=full]").click();
    else return;
    event.preventDefault();
  }

  /** A click on a slide leads on, but for one that only stopped the round, selected words, or followed a link. */
  function click(show, event, wasGoing) {
    const link = event.target.closest("a[data-go]");
    if (link) {
      event.preventDefault();
      show.go(Number(link.dataset.go), 0);
      show.stage.focus({ preventScroll: true });
    } else if (!event.target.closest("a") && !wasGoing && !String(window.getSelection())) {
      show.step(1);
    }
  }

  function swipes(show) {
    let begun = null;
    show.stage.addEventListener("touchstart", ({ touches }) => {
      begun = touches.length === 1 ? [touches[0].clientX, touches[0].clientY] : null;
    }, { passive: true });
    show.stage.addEventListener("touchend", (event) => {
      if (!begun) return;
      const [across, down] = [event.changedTouches[0].clientX - begun[0], event.changedTouches[0].clientY - begun[1]];
      begun = null;
      if (Math.abs(across) < SWIPE_PX || Math.abs(across) < Math.abs(down)) return;
      // What was a swipe is no click.
      event.preventDefault();
      show.step(across < 0 ? 1 : -1);
    });
  }

  /** Gives a show into the hands of its presenter; the function that is returned takes it back. */
  anliji.slides.hands = (show) => {
    let timer = 0;
    let wasGoing = false;
    let wasFull = false;
    const touched = (event) => {
      wasGoing = show.round.isGoing();
      if (!event.target.closest(".show__play")) show.round.touch();
    };
    show.stage.addEventListener("click", (event) => click(show, event, wasGoing));
    swipes(show);
    const heard = [
      [document, "keydown", (event) => {
        if (!/^(Tab|Shift|Control|Alt|Meta)$/.test(event.key) && !(event.target.closest(".show__play") && /^( |Enter)$/.test(event.key))) {
          show.round.touch();
        }
        press(show, event);
      }],
      [show.element, "pointerdown", touched],
      [window, "resize", () => {
        clearTimeout(timer);
        timer = setTimeout(() => show.refit(), RESIZE_MS);
      }],
      [window, "popstate", () => {
        const asked = place.read(show.hasCases);
        if (asked) show.go(Math.min(asked.act, show.acts.length - 1), asked.slide - 1);
        else show.close();
      }],
      [window, "beforeprint", () => handout.now(show.element, show.slides.map(({ leaf }) => leaf).filter((leaf, at, all) => all[at - 1] !== leaf))],
      [window, "afterprint", () => handout.take(show.element)],
      [document, "fullscreenchange", () => {
        show.bar.filling(screen.isFull());
        // The key that ends the full screen never comes to the page, and is meant for the show.
        if (wasFull && !screen.isFull() && !show.staysOpen) show.leave();
        [wasFull, show.staysOpen] = [screen.isFull(), false];
      }],
    ];
    for (const [target, name, hear] of heard) target.addEventListener(name, hear);
    if (document.fonts) document.fonts.ready.then(() => document.fonts.size && show.refit());
    return () => {
      clearTimeout(timer);
      for (const [target, name, hear] of heard) target.removeEventListener(name, hear);
    };
  };
})();
