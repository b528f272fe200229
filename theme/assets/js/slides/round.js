/*
  The show that goes round by itself. Whoever touches it stops it; where the address asked for it (a kiosk), it goes on
  after a while, unless it was stopped by its button.
*/
(() => {
  "use strict";

  const SECONDS = 15;
  const [LEAST_S, MOST_S] = [3, 3600];
  /** How long nobody must have touched a kiosk before it goes on. */
  const IDLE_S = 60;

  const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");

  /** Makes the clock of a show: `next` shows the next slide, `told` hears whether it goes round. */
  anliji.slides.round = ({ seconds, next, told }) => {
    const each = Math.min(Math.max(seconds || SECONDS, LEAST_S), MOST_S);
    const isKiosk = seconds !== null;
    let timer = 0;
    let isGoing = false;
    /** Whether it was touched and goes on when it was left alone. */
    let isResting = false;

    const wait = (action, length) => {
      clearTimeout(timer);
      timer = setTimeout(action, length * 1000);
    };
    async function turn() {
      await next();
      if (isGoing) wait(turn, each);
    }
    function set(goes) {
      clearTimeout(timer);
      isResting = false;
      if (goes !== isGoing) {
        isGoing = goes;
        anliji.slides.screen[goes ? "wake" : "sleep"]();
        told(goes);
      }
      if (goes) wait(turn, each);
    }
    const awake = () => isGoing && !document.hidden && anliji.slides.screen.wake();
    document.addEventListener("visibilitychange", awake);

    return {
      isGoing: () => isGoing,
      seconds: each,
      /** Goes or stops, by the button. */
      toggle: () => set(!isGoing),
      /** Stops because somebody has touched the show. */
      touch() {
        if (!isGoing && !isResting) return;
        set(false);
        isResting = isKiosk && !stillness.matches;
        if (isResting) wait(() => set(true), IDLE_S);
      },
      /** Starts a kiosk; a reader who wants nothing to move has to ask for it. */
      begin: () => isKiosk && !stillness.matches && set(true),
      end() {
        set(false);
        document.removeEventListener("visibilitychange", awake);
      },
    };
  };
})();
