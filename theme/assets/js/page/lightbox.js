/*
  Enlarges photos over the page. Each photo is a link to its largest copy; where the browser has no dialogs, or scripts
  do not run, the link is followed.
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
      <img class="lightbox__picture" alt="">
      <p class="lightbox__caption"></p>
    </div>`;
  const picture = dialog.querySelector("img");
  const count = dialog.querySelector(".lightbox__count");
  const caption = dialog.querySelector(".lightbox__caption");
  const steps = [...dialog.querySelectorAll("[data-step]")];
  let shown = 0;

  function show(index) {
    const link = links[index];
    if (!link) return;
    shown = index;
    picture.src = link.href;
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
  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") show(shown - 1);
    if (key === "ArrowRight") show(shown + 1);
  });
  dialog.addEventListener("close", () => {
    picture.removeAttribute("src");
    document.documentElement.classList.remove("is-enlarged");
    if (history.state && history.state.isEnlarged) history.back();
    links[shown].focus({ preventScroll: true });
    links[shown].scrollIntoView({ block: "nearest" });
  });
  window.addEventListener("popstate", () => dialog.open && dialog.close());
  dialog.addEventListener("click", (event) => event.target.matches(".lightbox__frame") && dialog.close());

  let begun = null;
  picture.addEventListener("touchstart", ({ touches }) => {
    begun = touches.length === 1 ? touches[0].clientX : null;
  }, { passive: true });
  picture.addEventListener("touchend", ({ changedTouches }) => {
    // A finger on an enlarged picture moves it about.
    if (begun === null || (window.visualViewport && window.visualViewport.scale > 1)) return;
    const moved = changedTouches[0].clientX - begun;
    if (Math.abs(moved) > SWIPE_PX) show(shown + (moved < 0 ? 1 : -1));
    begun = null;
  });
  picture.addEventListener("touchcancel", () => {
    begun = null;
  });
})();
