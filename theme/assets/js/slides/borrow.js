/* The text of another page, which hands it over from a frame that nobody sees (page/slides.js); works from folders too. */
(() => {
  "use strict";

  const PATIENCE_MS = 30000;
  /** A page that has come and still says nothing will say nothing. */
  const GRACE_MS = 3000;

  /** Reads HTML as the page at an address has it: links and pictures lead where they lead there. */
  function pageOf(html, url) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const base = page.createElement("base");
    base.href = url;
    page.head.append(base);
    return page.querySelector(".case");
  }

  /** Gives the part of a page that is the case: a promise of an element of a document that nobody sees. */
  anliji.slides.borrow = (url) => new Promise((resolve, reject) => {
    const frame = anliji.build("iframe");
    let timer = 0;
    const end = (action) => {
      clearTimeout(timer);
      window.removeEventListener("message", hear);
      frame.remove();
      action();
    };
    const fail = () => end(() => reject(new anliji.MissingData(url)));
    function hear({ source, data }) {
      if (source !== frame.contentWindow || !data || data.anliji !== "放映") return;
      const found = data.html && pageOf(data.html, url);
      if (found) end(() => resolve(found));
      else fail();
    }
    window.addEventListener("message", hear);
    timer = setTimeout(fail, PATIENCE_MS);
    frame.hidden = true;
    frame.title = "案例";
    frame.src = `${url.split("#")[0]}#${encodeURIComponent("放映")}`;
    frame.onload = () => {
      clearTimeout(timer);
      timer = setTimeout(fail, GRACE_MS);
    };
    document.body.append(frame);
  });
})();
