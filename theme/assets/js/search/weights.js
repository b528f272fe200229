/*
  How results are ranked, all in one place. A word counts by the weightiest zone in which it occurs; several words by
  their mean. What follows only decides among cases that are equal so far, and never makes up for a zone.
*/
(() => {
  "use strict";

  anliji.weights = {
    /** The title is the query, word for word. */
    exact: 100,
    /** Title; names and terms; summary; what a case is counted among; everything else: as `zones` in the directory. */
    zones: [80, 60, 40, 30, 20],
    /** More occurrences: half of it is reached with this many. */
    occurrences: 4,
    enough: 6,
    /** Several words close together: half of it is lost at such a distance, in characters. */
    closeness: 3,
    apart: 20,
    /** Newer cases first: all of it for the newest, nothing for the oldest. */
    freshness: 2,
  };
})();
