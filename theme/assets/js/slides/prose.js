/* A section of prose as leaves: one for each heading, and where there are none, one for each paragraph or item. */
(() => {
  "use strict";

  const isList = (element) => /^[OU]L$/.test(element.tagName);
  const leads = (element) => element.tagName === "P" && /[：:]$/.test(element.textContent.trim());

  /** Copies a block without what its page's styles do to it. */
  function plain(original) {
    const copy = anliji.slides.taken(original);
    for (const one of [copy, ...copy.querySelectorAll("[class]")]) {
      one.className = [...one.classList].filter((name) => name.startsWith("align-")).join(" ");
    }
    return copy;
  }

  /** Gives each item as a list of its own, so that a slide may end behind any; numbers go on. */
  function items(list) {
    const first = Number(list.getAttribute("start")) || 1;
    return [...list.children].map((item, index) => {
      const one = anliji.build(list.tagName, list.className === "prose-notes" ? "slide__notes" : "slide__list");
      if (one.tagName === "OL") one.start = first + index;
      one.append(plain(item));
      return one;
    });
  }

  /** Gives what an element shows, as blocks; photos and figures have slides of their own. */
  function blocksOf(element) {
    if (element.matches("hr, figure, .headline, .outcomes") || element.querySelector("figure")) return [];
    if (isList(element)) return items(element);
    return [plain(element.matches(".prose-table") ? element.querySelector("table") : element)];
  }

  /** Gives the elements of a section under each of its highest headings; what is before the first has none. */
  function groups(section) {
    const found = [{ heading: null, elements: [] }];
    for (const element of section.children) {
      if (element.tagName === "H3") found.push({ heading: element, elements: [] });
      else if (element.tagName !== "H2") found[found.length - 1].elements.push(element);
    }
    return found.filter(({ heading, elements }) => heading || elements.length);
  }

  /** Gives each paragraph and each item alone; one that leads to others, a heading or a note stays beside them. */
  function single(elements) {
    const found = [];
    let isOpen = false;
    for (const element of elements) {
      const isNote = element.matches(".prose-notes, table, .prose-table, blockquote") && found.length > 0;
      const blocks = blocksOf(element);
      if (!blocks.length) continue;
      if (isOpen || isNote) found[found.length - 1].push(...blocks);
      else if (isList(element)) found.push(...blocks.map((block) => [block]));
      else found.push(blocks);
      isOpen = leads(element) || /^H[4-6]$/.test(element.tagName);
    }
    return found;
  }

  /** Gives what a paragraph or an item begins with in bold as its heading, and the rest as it is. */
  function led(blocks) {
    const lead = blocks[0] && (blocks[0].matches("p") ? blocks[0] : blocks[0].firstElementChild).firstChild;
    const words = lead && lead.nodeName === "STRONG" ? lead.textContent.trim() : "";
    if (!/^.{2,40}[。：:！？]$/.test(words) || !lead.nextSibling) return { heading: null, blocks };
    const heading = anliji.slides.moved("h2", "slide__heading", lead);
    lead.remove();
    heading.normalize();
    if (heading.lastChild.data) heading.lastChild.data = heading.lastChild.data.replace(/[。：:]$/, "");
    return { heading, blocks };
  }

  /** Gives the leaves of a section, under its title. */
  anliji.slides.leavesOfProse = (section, kicker) => {
    const found = [];
    for (const { heading, elements } of groups(section)) {
      if (heading) found.push({ heading: anliji.slides.moved("h2", "slide__heading", heading), blocks: [].concat(...elements.map(blocksOf)) });
      else found.push(...single(elements).map(led));
    }
    return found.map(({ heading, blocks }, index) => anliji.slides.leaf("text", blocks, {
      kicker,
      heading,
      part: found.length > 1 ? [index + 1, found.length] : null,
    }));
  };
})();
