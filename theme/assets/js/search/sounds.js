/* How words sound and which characters are taken for one another: what was typed by sound, or with one wrong character. */
(() => {
  "use strict";

  const HAN = /^[\u3007\u3400-\u9fff]$/;
  const LETTERS = /^[a-z]{2,40}$/;
  const SHORTEST_BEGINNING = 4;
  /** A word so long is meant even where the wrong character is like the right one in nothing. */
  const CLEAR = 4;
  const LONGEST = 10;
  const LONGEST_SYLLABLE = 6;

  class Sounds {
    constructor(lines, mistaken) {
      this.syllables = new Map();
      for (const line of lines.split(" ")) {
        const syllable = line.match(/^[a-z]+/)[0];
        for (const character of line.slice(syllable.length)) {
          this.syllables.set(character, [...(this.syllables.get(character) || []), syllable]);
        }
      }
      this.known = new Set([].concat(...this.syllables.values()));
      this.groups = mistaken.split(" ");
    }

    of(character) {
      return this.syllables.get(character) || (/[a-z0-9]/.test(character) ? [character] : []);
    }

    /** Whether letters, from some place on, are how a word is read; `isBegun` where they may end within it. */
    spells(letters, word, isBegun, at = 0, index = 0) {
      if (index === word.length) return at === letters.length;
      if (at === letters.length) return isBegun;
      return this.of(word[index]).some((syllable) => {
        const rest = letters.slice(at, at + syllable.length);
        if (rest === syllable) return this.spells(letters, word, isBegun, at + syllable.length, index + 1);
        return isBegun && at + rest.length === letters.length && syllable.startsWith(rest);
      });
    }

    /** Some ways to cut letters into syllables. */
    cuts(letters, most) {
      if (!letters) return [[]];
      const found = [];
      for (let length = Math.min(letters.length, LONGEST_SYLLABLE); length > 0 && found.length < most; length -= 1) {
        const syllable = letters.slice(0, length);
        if (this.known.has(syllable)) found.push(...this.cuts(letters.slice(length), most).map((rest) => [syllable, ...rest]));
      }
      return found.slice(0, most);
    }

    isInitials(letters, word) {
      return letters.length === word.length
        && Array.from(letters).every((letter, index) => this.of(word[index]).some((syllable) => syllable[0] === letter));
    }

    /**
      Words that may be meant by letters, the likeliest way first: those that are read so, two read one after the other
      (kejixiaoyuan is 科技 and 小院), those with these initials; `guessed`, two anywhere, and those begun so. Each way has
      one list of words, or two of which both must be there.
    */
    meant(letters, words) {
      if (!LETTERS.test(letters)) return { meant: [], guessed: [] };
      const all = [...words].filter((word) => word.length > 1 && HAN.test(word[0]));
      const read = (some) => all.filter((word) => this.spells(some, word, false));
      const pairs = [];
      for (let at = 2; at + 2 <= letters.length; at += 1) pairs.push([read(letters.slice(0, at)), read(letters.slice(at))]);
      const two = pairs.filter((pair) => pair.every((list) => list.length));
      const joined = two.map(([heads, tails]) => [].concat(...heads.map((head) => tails.map((tail) => head + tail))));
      const initials = all.filter((word) => this.isInitials(letters, word));
      const begun = letters.length < SHORTEST_BEGINNING ? [] : all.filter((word) => this.spells(letters, word, true));
      return { meant: [[read(letters)], [[].concat(...joined)], [initials]], guessed: [...two, [begun]] };
    }

    /** How alike two characters are: 2 where they sound the same or look it, else 0. */
    alike(one, other) {
      const sounds = this.of(other);
      const isAlike = this.of(one).some((syllable) => sounds.includes(syllable))
        || this.groups.some((group) => group.includes(one) && group.includes(other));
      return isAlike ? 2 : 0;
    }

    /** What a run may have been meant to be, with one of its characters wrong: `{run, written, word}`, the likeliest first. */
    corrected(run, words) {
      const found = new Map();
      for (const word of words) {
        if (word.length < 2 || word.length > LONGEST) continue;
        const length = Math.min(word.length, run.length);
        for (let start = 0; start + length <= run.length; start += 1) {
          const written = run.slice(start, start + length);
          // A run that is shorter than the word may be a part of it.
          for (let from = 0; from + length <= word.length; from += 1) {
            const worth = this.near(written, word.slice(from, from + length));
            if (!worth || words.has(written)) continue;
            const changed = run.slice(0, start) + word.slice(from, from + length) + run.slice(start + length);
            const known = found.get(changed);
            if (!known || known.worth < worth) {
              found.set(changed, { run: changed, written, word: word.slice(from, from + length), worth });
            }
          }
        }
      }
      return [...found.values()].sort((one, other) => other.worth - one.worth);
    }

    /** How likely a text is another with one wrong character; 0 where it is not. */
    near(written, word) {
      let at = -1;
      for (let index = 0; index < word.length; index += 1) {
        if (written[index] === word[index]) continue;
        if (at >= 0) return 0;
        at = index;
      }
      if (at < 0 || word.length < 2 || !HAN.test(written[at]) || !HAN.test(word[at])) return 0;
      const alike = this.alike(written[at], word[at]);
      return alike || word.length >= CLEAR ? alike * LONGEST + word.length : 0;
    }
  }

  anliji.sounds = anliji.kept(async () => {
    const [lines, mistaken] = await anliji.load("sounds");
    return new Sounds(lines, mistaken);
  });
})();
