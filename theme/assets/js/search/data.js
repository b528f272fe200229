/* The data of search: files that hand over what they have. Each comes once, and all must belong to the same build. */
(() => {
  "use strict";

  const given = new Map();
  let fresh = "";

  /** Data that did not arrive, or not whole. */
  class MissingData extends Error {}

  anliji.MissingData = MissingData;
  /** Distinguishes the data of one build from another's; known when "index" has been read. */
  anliji.version = "";

  /** The sign that a file must bear to belong to the directory; a file of texts belongs to no build and has none. */
  async function signOf(name) {
    const [{ signs = {} }] = await anliji.load("index");
    const [kind, number] = name.split("/");
    return (signs[kind] || "")[Number(number) || 0] || "";
  }

  /** What other scripts keep of the data, they forget by functions in this list. */
  anliji.forget = [];

  /** Called by the data files. */
  anliji.give = (version, name, ...data) => {
    if (name === "index") anliji.version = version;
    given.set(name, { version, data });
  };

  /**
    Gives a function that makes a promise for each key once and keeps it. One that fails is made again, and so are all
    when the data is renewed.
  */
  anliji.kept = (make) => {
    const promises = new Map();
    anliji.forget.push(() => promises.clear());
    return (key) => {
      if (!promises.has(key)) {
        const promise = make(key);
        promises.set(key, promise);
        promise.catch(() => {
          if (promises.get(key) === promise) promises.delete(key);
        });
      }
      return promises.get(key);
    };
  };

  /** Gives the data of a file of search/, loaded once: a promise of an array. */
  anliji.load = anliji.kept(async (name) => {
    // The directory comes first: it says what the others must be.
    const isFirst = name === "index";
    const sign = isFirst ? "" : await signOf(name);
    const query = isFirst ? fresh : `v=${sign ? sign.charCodeAt(0).toString(16) : anliji.version}`;
    await anliji.run(`search/${name}.js${query && `?${query}`}`);
    const found = given.get(name);
    given.delete(name);
    if (!found || (!isFirst && found.version !== sign)) throw new MissingData(name);
    return found.data;
  });

  /** Forgets everything, so that the directory comes fresh from the server and not from the browser's store. */
  anliji.renew = () => {
    fresh = `t=${Date.now()}`;
    anliji.version = "";
    anliji.forget.forEach((forget) => forget());
  };
})();
