/* What the page of the selection shows: the reader's own, or one that an address brings; with the records of its cases. */
(() => {
  "use strict";

  const { basket } = anliji;
  /** Servers take addresses of about this length; of a longer one they are not told the cases. */
  const MOST_ASKED = 1500;

  /** Gives what an address asks for, and what stands behind its sign. */
  const partsOf = (search, hash) => [new URLSearchParams(search), new URLSearchParams(hash.slice(1))];

  /** Reads a selection from the parts of an address: `{ value, lacking }`; the value is null where it brings none. */
  function brought(parts) {
    const from = parts.find((one) => one.has("ids"));
    if (!from) return { value: null, lacking: 0 };
    const value = basket.cleaned({ title: from.get("title") || "", items: basket.itemsOf(from.get("ids")) });
    // A long address says how many cases it brings, since it may lose its end on the way.
    const said = Math.min(basket.MOST, Number.parseInt(from.get("n") || "0", 10) || 0);
    return { value, lacking: Math.max(0, said - value.items.length) };
  }

  /** Reads what somebody was sent: the address of a selection, or those of cases; null where it is neither. */
  function readText(text) {
    const [, mark, asked] = /([?#])([^\s#]*?\bids=[^\s，。；、“”）)>"']*)/.exec(text) || [];
    const cases = [...new Set(text.match(/cases\/[a-z0-9-]+\.html/g))].map((uri) => uri.slice(6, -5));
    const search = mark ? asked : cases.length ? `ids=${cases.join(",")}` : "";
    const { value } = brought(partsOf(search, ""));
    return value && value.items.length ? search : null;
  }

  const isSame = (one, other) => one.title === other.title && one.items.map(({ id }) => id).join() === other.items.map(({ id }) => id).join();

  anliji.Selection = class Selection {
    constructor(listen) {
      this.listen = listen;
      this.records = new Map();
      this.isUnread = false;
      this.read();
      basket.watch(() => this.changed());
    }

    /** Takes what the address brings; without a store it is the reader's own. */
    read() {
      const parts = partsOf(location.search, location.hash);
      const { value, lacking } = brought(parts);
      this.shows = parts[1].get("show") || parts[0].get("show") || "";
      this.lacking = lacking;
      if (value && !basket.isKept) basket.put(value);
      this.shared = value && basket.isKept && !isSame(value, basket) ? value : null;
    }

    get isOwn() { return !this.shared; }
    get items() { return (this.shared || basket).items; }
    get title() { return (this.shared || basket).title; }
    get name() { return this.title || "案例选编"; }

    /** Gives the cases that are known, in order, and the names of those that are gone. */
    get cases() { return this.items.map(({ id }) => this.records.get(id)).filter(Boolean); }
    get gone() { return this.items.filter(({ id }) => this.records.get(id) === null).map(({ id, title }) => title || id); }
    get isWhole() { return this.items.every(({ id }) => this.records.has(id)); }

    changed() {
      this.ready = null;
      this.listen();
    }

    /** Reads what is not known yet: a promise that is kept until the selection changes. */
    load(tell) {
      this.ready = this.ready || this.fetch(tell);
      return this.ready;
    }

    async fetch(tell) {
      const items = this.items.filter(({ id }) => !this.records.has(id));
      this.isUnread = false;
      try {
        await anliji.readCases(items, (id, found) => {
          this.records.set(id, found);
          tell(id);
        });
      } catch (error) {
        if (!(error instanceof anliji.MissingData)) throw error;
        this.isUnread = true;
        this.ready = null;
      }
    }

    /** Takes a selection that an address brought, in the place of the reader's own or behind it. */
    take(isAdded) {
      const { title, items } = this.shared;
      const known = items.map((one) => Object.assign({}, one, this.told(one.id)));
      this.leave();
      basket.put(isAdded ? { title: basket.title || title, items: [...basket.items, ...known] } : { title, items: known });
    }

    /** Opens a selection that somebody pasted; false where the text has none. */
    open(text) {
      const search = readText(text);
      if (search === null) return false;
      this.address(`${location.pathname}#${search}`);
      if (location.hash.slice(1) !== search) location.hash = search;
      this.read();
      this.changed();
      return true;
    }

    told(id) {
      const found = this.records.get(id);
      return found ? { title: found.record.title, bundle: found.bundle } : {};
    }

    leave() {
      this.shared = null;
      this.lacking = 0;
      this.address(location.pathname);
    }

    address(to) {
      try {
        history.replaceState(null, "", to);
      } catch (error) {
        // Pages from a folder may not always change their address.
      }
    }

    /** Gives the address by which others see this selection; from a stick, that of the published site where it is known. */
    get url() {
      const ids = this.items.map(({ id }) => id).join(",");
      const written = (more) => new URLSearchParams(more).toString().replace(/%2C/g, ",");
      const named = this.title ? { title: this.title } : {};
      const asked = written(Object.assign({ ids }, named));
      const root = anliji.publicRoot(this.cases[0]);
      if (asked.length <= MOST_ASKED) return `${root}basket.html?${asked}`;
      return `${root}basket.html#${written(Object.assign({ n: this.items.length }, named, { ids }))}`;
    }
  };
})();
