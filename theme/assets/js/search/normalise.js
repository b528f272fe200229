/*
  Which characters are alike: the same rule as in generator/outputs/search/characters.py, from the same table.
  A normalised text is made of runs with one space between them.
*/
(() => {
  "use strict";

  const BLANK = /[\t-\r\x1c-\x20\x85\u1680\u2028\u2029]/;

  /** Whether a number lies in one of the ranges, given as the borders start, end, start, end … */
  function within(borders, code) {
    let low = 0;
    let high = borders.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (borders[middle] <= code) low = middle + 1;
      else high = middle;
    }
    return low % 2 === 1;
  }

  function isHan(code) {
    return code === 0x3007 || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff)
      || (code >= 0x20000 && code <= 0x3ffff);
  }

  class Characters {
    constructor(packed, from, to, borders) {
      [this.breaks, this.unassigned, this.ignored] = anliji.unpack(packed, borders);
      const targets = Array.from(to);
      this.alike = new Map(Array.from(from, (character, index) => [character, targets[index]]));
      this.kinds = new Map();
      this.composed = new Map();
    }

    /** "break", "blank" or "" for a character that stays as it is. */
    kind(character) {
      let kind = this.kinds.get(character);
      if (kind === undefined) {
        const isBreak = within(this.breaks, character.codePointAt(0));
        kind = BLANK.test(character) ? "blank" : isBreak ? "break" : "";
        this.kinds.set(character, kind);
      }
      return kind;
    }

    /** Leaves out what nobody sees, composes, lowers and simplifies, before runs are made. */
    compose(text) {
      const known = Array.from(text, (one) => {
        const code = one.codePointAt(0);
        if (within(this.ignored, code)) return "";
        return within(this.unassigned, code) ? "\0" : one;
      });
      const composed = known.join("").normalize("NFKC");
      const alike = Array.from(composed, (one) => this.alike.get(one) || one.toLowerCase()).join("");
      // A small letter may compose with the mark behind it where its capital did not.
      return alike.normalize("NFKC");
    }

    normalise(text) {
      return this.map(text).text;
    }

    /**
      Normalises and remembers where each unit came from: `from[i]` is the offset in the text, `to[i]` its end. Without
      `exactly`, characters are composed one by one, which is right for all but letters with separate marks.
    */
    map(text, exactly = true) {
      const pieces = exactly ? [[this.compose(text), 0, text.length]] : this.pieces(text);
      const units = [];
      const from = [];
      const to = [];
      let last = -1;
      let waiting = "";
      for (const [composed, start, end] of pieces) {
        for (const character of composed) {
          const kind = this.kind(character);
          if (kind) {
            waiting = waiting === "break" ? waiting : kind;
            continue;
          }
          const code = character.codePointAt(0);
          if (waiting && last >= 0 && !(waiting === "blank" && isHan(last) && isHan(code))) {
            units.push(" ");
            from.push(start);
            to.push(start);
          }
          for (let index = 0; index < character.length; index += 1) {
            units.push(character[index]);
            from.push(start);
            to.push(end);
          }
          last = code;
          waiting = "";
        }
      }
      return { text: units.join(""), from, to };
    }

    /** Composes characters one by one, each with its offsets; texts have few different ones. */
    pieces(text) {
      const pieces = [];
      let at = 0;
      for (const character of text) {
        let composed = this.composed.get(character);
        if (composed === undefined) {
          composed = this.compose(character);
          this.composed.set(character, composed);
        }
        pieces.push([composed, at, at + character.length]);
        at += character.length;
      }
      return pieces;
    }
  }

  /** Gives the table. */
  anliji.characters = anliji.kept(async () => {
    const [packed, from, to] = await anliji.load("characters");
    return new Characters(packed, from, to, 3);
  });
})();
