/* A leaf is one thing to show. It becomes one slide, or several where its blocks do not fit into one. */
(() => {
  "use strict";

  /** Takes from a copy what leads about in the page that it comes from. */
  function unlink(copy, original) {
    const links = [...original.querySelectorAll("a[href]")];
    [...copy.querySelectorAll("a[href]")].forEach((link, index) => {
      const written = link.getAttribute("href");
      if (written.startsWith("#") && link.hasAttribute("aria-label")) {
        link.remove();
      } else if (written.startsWith("#")) {
        link.replaceWith(...link.childNodes);
      } else {
        link.href = links[index].href;
        link.target = "_blank";
        link.rel = "noopener noreferrer";
      }
    });
  }

  anliji.slides = {
    /** Makes a leaf of blocks, each an element; `part` says which of its section it is, `[2, 6]`. */
    leaf: (kind, blocks, { kicker = "", heading = null, aside = null, part = null } = {}) => (
      { kind, blocks, kicker, heading, aside, part, task: "" }),

    /** Copies an element of a page, also of one that was borrowed: links lead where they led, and no id comes twice. */
    taken(original) {
      const copy = document.importNode(original, true);
      unlink(copy, original);
      for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
      return copy;
    },

    /** Puts copies of what an element holds into a new one. */
    moved(tag, className, original) {
      const element = anliji.build(tag, className);
      element.append(...anliji.slides.taken(original).childNodes);
      return element;
    },
  };
})();
