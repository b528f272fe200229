/*
  anliji: what the other scripts share. It loads the data files of search, which are scripts themselves, so that
  all of it works from a USB stick (file://), where a page may not fetch anything.
*/
(() => {
  "use strict";

  const root = new URL("../../", document.currentScript.src).href;
  const given = new Map();
  const loading = new Map();
  let fresh = "";

  /** Data that did not arrive, or not whole. */
  class MissingData extends Error {}

  const anliji = {
    /** The address of the site's root, ending in "/". */
    root,
    MissingData,
    /** Tells the data of one build from another's; known when "index" has been read. */
    version: "",

    /** Called by the data files. */
    give(version, name, ...data) {
      if (name === "index") anliji.version = version;
      given.set(name, { version, data });
    },

    /** Gives the data of a file of search/, loaded once: a promise of an array. A file that fails is tried again. */
    load(name) {
      if (!loading.has(name)) {
        // The directory comes first: it says which build the others must belong to.
        const first = name === "index" ? Promise.resolve() : anliji.load("index");
        const arrived = first.then(() => insert(name)).catch((error) => {
          loading.delete(name);
          throw error;
        });
        loading.set(name, arrived);
      }
      return loading.get(name);
    },

    /** Forgets everything, so that the directory comes fresh from the server and not from the browser's store. */
    renew() {
      fresh = `t=${Date.now()}`;
      loading.clear();
      anliji.version = "";
      anliji.forget.forEach((forget) => forget());
    },
    /** What other scripts keep of the data, they forget by functions in this list. */
    forget: [],
  };

  function insert(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const query = anliji.version ? `v=${anliji.version}` : fresh;
      script.src = `${root}search/${name}.js${query && `?${query}`}`;
      script.onload = () => {
        const found = given.get(name);
        given.delete(name);
        script.remove();
        // A case's file belongs to no build; all others must come from the same.
        if (found && (!found.version || found.version === anliji.version)) resolve(found.data);
        else reject(new MissingData(name));
      };
      script.onerror = () => {
        script.remove();
        reject(new MissingData(name));
      };
      document.head.append(script);
    });
  }

  window.anliji = anliji;
})();
