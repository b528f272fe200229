/* Reading packed lists of numbers; how they are written is described in generator/outputs/search/packing.py. */
(() => {
  "use strict";

  const UNIT_BITS = 15;
  const FIRST_UNIT = 0x3000;
  const WIDTH_BITS = 5;

  /** Reads bits from a text, fifteen to a character. */
  class Bits {
    constructor(text) {
      this.text = text;
      this.at = 0;
      this.unit = 0;
      this.left = 0;
    }

    next() {
      const code = this.text.charCodeAt(this.at) - FIRST_UNIT;
      if (!(code >= 0 && code < 1 << UNIT_BITS)) throw new anliji.MissingData("packing");
      this.at += 1;
      this.unit = code;
      this.left = UNIT_BITS;
    }

    /** Counts the zeros before the next one, and passes that one over. */
    zeros() {
      let count = 0;
      for (;;) {
        if (!this.left) this.next();
        const rest = this.unit & ((1 << this.left) - 1);
        if (rest) {
          const place = 31 - Math.clz32(rest);
          count += this.left - 1 - place;
          this.left = place;
          return count;
        }
        count += this.left;
        this.left = 0;
      }
    }

    /** Reads a number of a width in bits. */
    number(width) {
      let value = 0;
      let wanted = width;
      while (wanted) {
        if (!this.left) this.next();
        const taken = Math.min(wanted, this.left);
        this.left -= taken;
        value = value * (1 << taken) + ((this.unit >> this.left) & ((1 << taken) - 1));
        wanted -= taken;
      }
      return value;
    }
  }

  /** Gives a number of lists, each an Int32Array of growing numbers. */
  anliji.unpack = (text, lists) => {
    const bits = new Bits(text);
    return Array.from({ length: lists }, () => {
      const digits = bits.zeros();
      const size = (1 << digits) - 1 + bits.number(digits);
      const width = bits.number(WIDTH_BITS);
      const values = new Int32Array(size);
      let last = -1;
      for (let index = 0; index < size; index += 1) {
        last += 1 + bits.zeros() * (1 << width) + bits.number(width);
        values[index] = last;
      }
      return values;
    });
  };

  /** Gives numbers below 32,768 that are written a character each. */
  anliji.numbers = (text) => Array.from(text, (unit) => unit.charCodeAt(0) - FIRST_UNIT);
})();
