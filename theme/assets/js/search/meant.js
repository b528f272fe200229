/* Which terms are meant by what somebody types. */
(() => {
  "use strict";

  /**
    How well a term is meant by what was typed: 4 if its name begins so, 3 if its initials do, 2 if its pinyin does, 1 if
    any of them comes later, 0 if it is not meant. Both are compared as search compares them.
  */
  anliji.meant = (typed, name, read, table) => {
    const wanted = table.normalise(typed);
    if (!wanted) return typed.trim() ? 0 : 1;
    const at = table.normalise(name).indexOf(wanted);
    if (at === 0) return 4;
    const letters = wanted.replace(/[ ']/g, "");
    if (at < 0 && !/^[a-z0-9]+$/.test(letters)) return 0;
    const syllables = read.split(" ");
    const initials = syllables.map((syllable) => syllable[0] || "").join("");
    if (initials.startsWith(letters)) return 3;
    if (syllables.join("").startsWith(letters)) return 2;
    const isLater = initials.includes(letters)
      || syllables.some((_, index) => syllables.slice(index).join("").startsWith(letters));
    return at > 0 || isLater ? 1 : 0;
  };

  /** Whether how names are read tells anything about what was typed. */
  anliji.isSpelt = (typed) => /[a-z]/i.test(typed);

  /** The same for a facet's term by its number, with whatever else it is called; its readings count if they are known. */
  anliji.meantTerm = (typed, { names, read, also }, index, table) => {
    const called = [[names[index], (read && read[index]) || ""], ...((also && also[index]) || [])];
    return Math.max(...called.map(([name, syllables]) => anliji.meant(typed, name, syllables, table)));
  };
})();
