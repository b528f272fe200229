/* The screen: all of it where the browser can, and awake while the show goes on by itself. */
(() => {
  "use strict";

  const root = document.documentElement;
  const ask = root.requestFullscreen || root.webkitRequestFullscreen;
  const end = document.exitFullscreen || document.webkitExitFullscreen;
  let lock = null;

  const screen = {
    /** Whether the browser can show a page without anything around it. */
    canFill: Boolean(ask),
    isFull: () => Boolean(document.fullscreenElement || document.webkitFullscreenElement),
    /** Resolves in any case: where the browser refuses, the show fills the window. */
    fill: async () => {
      try {
        await ask.call(root);
      } catch (error) {
        // Not after a key or a click, or not allowed.
      }
    },
    empty: () => screen.isFull() && end.call(document),

    /** Keeps the screen from going dark, where the browser can. */
    async wake() {
      if (!navigator.wakeLock || lock) return;
      try {
        lock = await navigator.wakeLock.request("screen");
        lock.addEventListener("release", () => { lock = null; });
      } catch (error) {
        // Low battery, or not allowed.
      }
    },
    sleep() {
      if (lock) lock.release();
    },
  };
  anliji.slides.screen = screen;
})();
