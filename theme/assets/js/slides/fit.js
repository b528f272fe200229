/*
  Leaves as slides that fit the window. Letters are as large as one slide allows; below the least size they never go:
  then the leaf goes on in the next slide.
*/
(() => {
  "use strict";

  const { cut, draw } = anliji.slides;
  /** How much larger than the least the letters may be, the largest first. */
  const GROW = {
    title: [1, 0.86, 0.74, 0.62, 0.5, 0.4],
    sentence: [1, 0.88, 0.76, 0.64, 0.52],
    figure: [1, 0.82, 0.66, 0.52, 0.4, 0.3, 0.2],
    figures: [1.9, 1.7, 1.5, 1.25, 1],
    rows: [1.5, 1.25, 1],
    text: [1.9, 1.6, 1.4, 1.2, 1],
    contents: [1.3, 1.15, 1],
    photo: [1],
    sources: [1.2, 1],
  };

  /** Whether all that a slide holds is seen. */
  function isWhole(slide) {
    const body = slide.querySelector(".slide__body");
    return body.scrollHeight <= body.clientHeight + 1 && body.scrollWidth <= body.clientWidth + 1;
  }

  /** Gives the slides of a leaf that needs several, with at most so many blocks in each. */
  function several(leaf, grow, measured, most) {
    const slides = [];
    const drawn = (blocks) => draw(leaf, blocks.map((block) => block.cloneNode(true)), grow, slides.length > 0);
    const fits = (blocks) => measured(drawn(blocks));
    let left = leaf.blocks;
    while (left.length) {
      let count = 0;
      while (count < Math.min(left.length, most) && fits(left.slice(0, count + 1))) count += 1;
      const pieces = count ? null : cut(left[0], (block) => fits([block]));
      if (pieces) {
        left = [...pieces, ...left.slice(1)];
      } else {
        // What can be cut no more stands under its heading, or else alone.
        const isAlone = count || !leaf.heading || slides.length;
        slides.push(drawn(left.slice(0, isAlone ? count || 1 : 0)));
        left = left.slice(isAlone ? count || 1 : 0);
      }
    }
    return slides;
  }

  /** Gives the slides of a leaf, as elements; they are measured in the stage, which must be seen. */
  anliji.slides.fit = (leaf, stage) => {
    const measured = (slide) => {
      stage.append(slide);
      const whole = isWhole(slide);
      slide.remove();
      return whole;
    };
    for (const grow of GROW[leaf.kind]) {
      const slide = draw(leaf, leaf.blocks.map((block) => block.cloneNode(true)), grow);
      if (measured(slide)) return [slide];
    }
    const least = GROW[leaf.kind][GROW[leaf.kind].length - 1];
    const full = several(leaf, least, measured, Infinity);
    // As many blocks on each slide, so that the last does not hold one that was left over; then there may be more room.
    const each = Math.ceil(leaf.blocks.length / full.length);
    for (const grow of leaf.blocks.length > 1 ? GROW[leaf.kind] : []) {
      const evenly = several(leaf, grow, measured, each);
      if (evenly.length <= full.length) return evenly;
    }
    return full;
  };
})();
