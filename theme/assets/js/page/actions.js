/* What a reader can do with a case: print it, copy its citation with today's date, copy its address or send it on. */
(() => {
  "use strict";

  const SHOWN_MS = 2000;

  /** Today as the reader's own clock has it: 2026-11-22. */
  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  /** Copies also where a page has no clipboard of its own: without https, and from a folder. */
  async function copy(text, button) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      const area = document.createElement("textarea");
      area.value = text;
      area.className = "hint";
      button.after(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  }

  /** Copies a text, and says so on the button. */
  anliji.copyFrom = async (button, text) => {
    if (!button.dataset.label) button.dataset.label = button.textContent;
    const { label } = button.dataset;
    button.textContent = await copy(text, button) ? "已复制" : "未能复制";
    anliji.announce(button.textContent);
    button.focus();
    setTimeout(() => { button.textContent = label; }, SHOWN_MS);
  };
  const tell = anliji.copyFrom;
  anliji.today = today;

  for (const place of document.querySelectorAll("[data-today]")) place.textContent = today();
  for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", () => tell(button, document.getElementById(button.dataset.copy).textContent));
  }
  for (const button of document.querySelectorAll("[data-copy-link]")) {
    button.addEventListener("click", () => tell(button, location.href.split("#")[0]));
  }
  // Where the device has other programs that take a link, it offers them itself.
  for (const button of navigator.share ? document.querySelectorAll("[data-send]") : []) {
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.share({ title: document.title, url: document.getElementById(button.dataset.send).textContent }).catch(() => {});
    });
  }
})();
