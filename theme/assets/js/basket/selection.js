/* What the page of the selection shows: the reader's own, or one that an address brings; with the records of its cases. */
(() => {
  "use strict";

  const { basket } = anliji;
  /** Servers take addresses of about this length; of a longer one they are not told the cases. */
  const MOST_ASKED = 1500;

  /** Reads a selection from the address, asked for or behind its sign; null where it brings none. */
  function brought() {
    const search = new URLSearchParams(location.search);
    const hash = new URLSearchParams(location.hash.slice(1));
    const from = [search, hash].find((one) => one.has("ids"));
    return { shows: hash.get("show") || search.get("show") || "", value: from ? basket.cleaned({ title: from.get("title") || "", items: basket.itemsOf(from.get("ids")) }) : null };
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
      const { value, shows } = brought();
      this.shows = shows;
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

    told(id) {
      const found = this.records.get(id);
      return found ? { title: found.record.title, bundle: found.bundle } : {};
    }

    leave() {
      this.shared = null;
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
      const asked = new URLSearchParams(this.title ? { ids, title: this.title } : { ids }).toString().replace(/%2C/g, ",");
      const [known] = this.cases;
      const published = known && /^https?:/.test(known.record.url) ? known.record.url.replace(/cases\/[^/]*$/, "") : "";
      const root = location.protocol === "file:" ? published || anliji.root : anliji.root;
      return `${root}basket.html${asked.length > MOST_ASKED ? "#" : "?"}${asked}`;
    }
  };
})();
