/* A facet: its terms, how they are called and read, and which cases have them. A long one is learnt bit by bit. */
(() => {
  "use strict";

  /** Reads texts of which each begins with so many characters of the one before as its first character tells. */
  function unfronted(texts) {
    let before = "";
    return texts.map((text) => {
      before = before.slice(0, text.charCodeAt(0) - 48) + text.slice(1);
      return before;
    });
  }

  /** How all terms of a long facet are called: `{names, counts, also}`. */
  const namesOf = anliji.kept(async (number) => {
    const [named] = await anliji.load(`names/${number}`);
    return Object.assign({}, named, { names: unfronted(named.names) });
  });

  /**
    A facet: its terms' `names` with their `counts` of all cases. Of a long one there are at first only some, and `isTop`
    where these are all that lie in no other; the rest comes when it is asked for.
  */
  anliji.Facet = class Facet {
    constructor(head, number) {
      Object.assign(this, head);
      this.number = number;
      this.isWhole = head.long === undefined;
      this.renumber();
    }

    renumber() {
      this.numbers = new Map(this.names.map((name, index) => [name, index]));
    }

    /** Learns how all terms are called. */
    async learnNames() {
      const named = this.isWhole ? {} : await namesOf(this.long);
      if (this.isWhole) return;
      Object.assign(this, { also: undefined }, named, { isWhole: true, cases: undefined });
      this.renumber();
    }

    /** Learns how their names are read. */
    async learnReadings() {
      if (this.read) return;
      const [read] = await anliji.load(`readings/${this.long}`);
      this.read = unfronted(read);
    }

    /** Learns which cases have the terms that are known. */
    async learnCases() {
      if (this.cases) return;
      const { names } = this;
      const [file, index] = this.long === undefined || !this.isWhole ? [`facets/${this.at[0]}`, this.at[1]] : [`whole/${this.long}`, 0];
      const packed = (await anliji.load(file))[index];
      if (names === this.names) this.cases = anliji.unpack(packed, names.length);
      else await this.learnCases();
    }
  };

  /** Gives the names of all terms of facets that do not tell them at once: universities and places are many. */
  anliji.longNames = async () => {
    const longs = (await anliji.facets()).all.filter(({ long }) => long !== undefined);
    return [].concat(...(await Promise.all(longs.map(({ long }) => namesOf(long)))).map(({ names }) => names));
  };
})();
