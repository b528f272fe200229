/*
  Enlarges photos over the page. Each photo is a link to its largest copy; where the browser has no dialogs, or scripts
  do not run, the link is followed. A picture that would be a narrow strip, a panorama or the picture of a long screen, is
  shown as large as its place is high or wide, and is moved along by wheel, finger, arrow keys or page keys.
*/
(() => {
  "use strict";

  const links = [...document.querySelectorAll("a.photo__enlarge")];
  if (!links.length || typeof HTMLDialogElement === "undefined" || !HTMLDialogElement.prototype.showModal) return;

  const SWIPE_PX = 40;
  const dialog = document.createElement("dialog");
  dialog.className = "lightbox";
  dialog.setAttribute("aria-label", "照片");
  dialog.innerHTML = `
    <div class="lightbox__frame">
      <div class="lightbox__bar">
        <span class="lightbox__count" role="status"></span>
        <button type="button" data-step="-1">上一张</button>
        <button type="button" data-step="1">下一张</button>
        <button type="button" data-close>关闭</button>
      </div>
      <div class="lightbox__stage"><img class="lightbox__picture" alt=""></div>
      <p class="lightbox__caption"></p>
    </div>`;
  /** A picture whose one side would take less than this part of its place is a strip. */
  const STRIP = 0.22;
  const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const stage = dialog.querySelector(".lightbox__stage");
  const picture = dialog.querySelector("img");
  const count = dialog.querySelector(".lightbox__count");
  const caption = dialog.querySelector(".lightbox__caption");
  const steps = [...dialog.querySelectorAll("[data-step]")];
  let shown = 0;

  /** Whether a picture is a strip, and which way it goes on: "wide", "tall", or empty. */
  function strip() {
    const { naturalWidth: width, naturalHeight: height } = picture;
    if (!width || !height) return "";
    const scale = Math.min(1, stage.clientWidth / width, stage.clientHeight / height);
    if (height * scale < stage.clientHeight * STRIP && scale < 0.7 && width > height) return "wide";
    return width * scale < stage.clientWidth * STRIP && scale < 0.7 && height > width ? "tall" : "";
  }

  function fit() {
    const kind = strip();
    stage.classList.toggle("lightbox__stage--wide", kind === "wide");
    stage.classList.toggle("lightbox__stage--tall", kind === "tall");
    for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", "照片很长，用方向键移动"]]) {
      if (kind) stage.setAttribute(name, value);
      else stage.removeAttribute(name);
    }
  }

  /** Moves a strip along; false where the picture is none, or does not go on that way. */
  function move(key) {
    const [right, down] = MOVES[key];
    const room = right ? stage.scrollWidth - stage.clientWidth : stage.scrollHeight - stage.clientHeight;
    if (room <= 1 || !stage.hasAttribute("tabindex")) return false;
    stage.scrollBy(right * stage.clientWidth * 0.3, down * stage.clientHeight * 0.3);
    return true;
  }

  function show(index) {
    const link = links[index];
    if (!link) return;
    shown = index;
    picture.src = link.href;
    stage.scrollTo(0, 0);
    fit();
    picture.alt = link.querySelector("img").alt;
    count.textContent = `${index + 1} / ${links.length}`;
    caption.textContent = link.closest("figure").querySelector("figcaption").textContent.trim();
    for (const step of steps) step.disabled = !links[index + Number(step.dataset.step)];
    // A button that holds the focus and can do no more gives it to the other.
    if (document.activeElement.disabled) dialog.querySelector("button:not(:disabled)").focus();
  }

  links.forEach((link, index) => link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!dialog.isConnected) document.body.append(dialog);
    show(index);
    document.documentElement.classList.add("is-enlarged");
    // The way back leads to the page, as people expect who close pictures by it.
    history.pushState({ isEnlarged: true }, "");
    dialog.showModal();
    dialog.querySelector("[data-close]").focus();
  }));

  for (const step of steps) {
    step.hidden = links.length < 2;
    step.addEventListener("click", () => show(shown + Number(step.dataset.step)));
  }
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => {
    const { key } = event;
    if (!MOVES[key] || event.ctrlKey || event.altKey || event.metaKey) return;
    if (move(key)) event.preventDefault();
    else if (key === "ArrowLeft") show(shown - 1);
    else if (key === "ArrowRight") show(shown + 1);
  });
  picture.addEventListener("load", fit);
  window.addEventListener("resize", () => dialog.open && fit());
  dialog.addEventListener("close", () => {
    picture.removeAttribute("src");
    document.documentElement.classList.remove("is-enlarged");
    if (history.state && history.state.isEnlarged) history.back();
    links[shown].focus({ preventScroll: true });
    links[shown].scrollIntoView({ block: "nearest" });
  });
  window.addEventListener("popstate", () => dialog.open && dialog.close());
  dialog.addEventListener("click", (event) => event.target.matches(".lightbox__frame, .lightbox__stage") && dialog.close());

  let begun = null;
  picture.addEventListener("touchstart", ({ touches }) => {
    begun = touches.length === 1 ? touches[0].clientX : null;
  }, { passive: true });
  picture.addEventListener("touchend", ({ changedTouches }) => {
    // A finger on an enlarged picture moves it about.
    if (begun === null || stage.hasAttribute("tabindex") || (window.visualViewport && window.visualViewport.scale > 1)) return;
    const moved = changedTouches[0].clientX - begun;
    if (Math.abs(moved) > SWIPE_PX) show(shown + (moved < 0 ? 1 : -1));
    begun = null;
  });
  picture.addEventListener("touchcancel", () => {
    begun = null;
  });
})();
