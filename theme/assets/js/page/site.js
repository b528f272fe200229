/* Where the site is, and how its files come: as scripts, since a page on a USB stick (file://) may not fetch anything. */
(() => {
  "use strict";

  /** What the scripts share. */
  window.anliji = {
    /** The address of the site's root, ending in "/". */
    root: new URL("../", document.currentScript.src).href,

    /** The root that others can open: on a stick that of the published site, where a case's record tells it. */
    publicRoot(known) {
      const isTold = location.protocol === "file:" && known && /^https?:/.test(known.record.url);
      return isTold ? known.record.url.replace(/cases\/[^/]*$/, "") : anliji.root;
    },

    /** Runs a script of the site, given by its address under the root: a promise that it has run. */
    run(uri) {
      return new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = anliji.root + uri;
        script.onload = () => {
          script.remove();
          resolve();
        };
        script.onerror = () => {
          script.remove();
          reject(new anliji.MissingData(uri));
        };
        document.head.append(script);
      });
    },
  };
})();
