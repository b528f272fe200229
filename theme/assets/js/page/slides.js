/*
  The show: a case or a collection as slides. Its script and its styles come when somebody asks for it, or the address
  does. A collection's show has the pages of its cases from frames, since a page on a USB stick (file://) may read no
  other; so a case's page that stands in one hands over its text.
*/
(() => {
  "use strict";

  const PLACE = /^#放映(?:\/|$)/;

  function hash() {
    try {
      return decodeURIComponent(location.hash);
    } catch (error) {
      return "";
    }
  }

  if (window.parent !== window) {
    // Only to pages of the same site; on a USB stick no page has an origin, and none from the web can frame one.
    const to = location.protocol === "file:" ? "*" : location.origin;
    const shown = document.querySelector(".case");
    if (hash() === "#放映") window.parent.postMessage({ anliji: "放映", html: shown ? shown.outerHTML : "" }, to);
    return;
  }

  const buttons = [...document.querySelectorAll("[data-slides]")];
  if (!buttons.length) return;

  const styles = () => new Promise((resolve, reject) => {
    const link = anliji.build("link");
    link.rel = "stylesheet";
    link.href = `${anliji.root}assets/slides.css`;
    link.onload = resolve;
    link.onerror = () => reject(new anliji.MissingData("assets/slides.css"));
    document.head.append(link);
  });
  const ready = anliji.kept(() => Promise.all([styles(), anliji.run("assets/slides.js")]));

  async function open(how) {
    try {
      await ready("");
      anliji.slides.open(how);
    } catch (error) {
      if (!(error instanceof anliji.MissingData)) throw error;
      anliji.announce("放映需要的文件没有读到，请刷新网页再试");
    }
  }

  for (const button of buttons) button.addEventListener("click", () => open({ from: button }));
  const kiosk = /[?&]kiosk(?:=([0-9]+))?(?:&|$)/.exec(location.search);
  const isAsked = () => PLACE.test(hash());
  if (kiosk || isAsked()) open({ seconds: kiosk ? Number(kiosk[1]) || 0 : null });
  window.addEventListener("hashchange", () => isAsked() && !document.querySelector(".show") && open({}));
})();
