/* The place in the address: #放映/3 is a case's third slide, #放映/2/3 that of a collection's second case. */
(() => {
  "use strict";

  const PLACE = /^#放映(?:\/([0-9]+))?(?:\/([0-9]+))?$/;

  function written(address) {
    try {
      return decodeURIComponent(address);
    } catch (error) {
      return "";
    }
  }

  const count = (digits) => Math.min(Number(digits) || 1, 99999);

  anliji.slides.place = {
    /** Reads the address: act from 0 and slide from 1, or null where it names no place. */
    read(hasCases) {
      const found = PLACE.exec(written(location.hash));
      if (!found) return null;
      const [first, second] = found.slice(1);
      return hasCases ? { act: first ? Number(first) : 0, slide: count(second) } : { act: 0, slide: count(first) };
    },

    /** Writes the place into the address; the show itself is one step of the way back, its slides are none. */
    write({ act, slide }, hasCases, isNew) {
      const address = `#放映/${hasCases ? `${act}/` : ""}${slide}`;
      try {
        if (isNew) history.pushState({ isShown: true }, "", address);
        else history.replaceState(history.state, "", address);
      } catch (error) {
        // A browser that is asked too often keeps the address as it was.
      }
    },

    /** Takes the place out of the address. */
    leave() {
      if (history.state && history.state.isShown) {
        history.back();
        return;
      }
      try {
        history.replaceState(null, "", location.pathname + location.search);
      } catch (error) {
        location.hash = "";
      }
    },
  };
})();
