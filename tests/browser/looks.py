"""What scripts in a page can see of its looks: text that is cut, things that overlap, targets, focus, motion.

Each constant is a function for `page.evaluate` that gives what is wrong as lines of text, so an empty list is good.
"""

_SHARED = """
const name = (element) => {
  const own = (one) => one.tagName.toLowerCase() + (one.id ? `#${one.id}` : "")
    + Array.from(one.classList, (word) => `.${word}`).join("");
  const parent = element.parentElement;
  return parent && parent !== document.body ? `${own(parent)} > ${own(element)}` : own(element);
};
const round = (number) => Math.round(number * 10) / 10;
const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
// What is asked of an element is asked of all around it too, so it is remembered for as long as one script runs.
const remembered = (find) => {
  const found = new Map();
  const ask = (element) => {
    if (!found.has(element)) found.set(element, find(element, ask));
    return found.get(element);
  };
  return ask;
};
const isTop = (element) => !element || element === document.body;
// Words for those who listen only are one pixel large, or cut off all around.
const isForEyes = remembered((element, ask) => {
  if (isTop(element)) return true;
  const { position, clipPath } = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  if (position === "absolute" && (width <= 1 && height <= 1 || clipPath === "inset(50%)")) return false;
  return ask(element.parentElement);
});
const scrollsSideways = remembered((element, ask) => !isTop(element)
  && (/auto|scroll/.test(getComputedStyle(element).overflowX) || ask(element.parentElement)));
const isFixed = remembered((element, ask) => element !== null
  && (getComputedStyle(element).position === "fixed" || ask(element.parentElement)));
const frames = remembered((element, ask) => {
  if (isTop(element)) return [];
  const { overflowX, overflowY } = getComputedStyle(element);
  const own = overflowX === "visible" && overflowY === "visible" ? [] : [element.getBoundingClientRect()];
  return [...own, ...ask(element.parentElement)];
});
// What is left of boxes where something around them hides the rest, as the last lines of a summary.
const clipped = (element, boxes) => frames(element).reduce((left, frame) => left.map((box) => {
  const [x, y] = [Math.max(box.left, frame.left), Math.max(box.top, frame.top)];
  return new DOMRect(x, y, Math.min(box.right, frame.right) - x, Math.min(box.bottom, frame.bottom) - y);
}).filter((box) => box.width > 0 && box.height > 0), boxes);
const texts = () => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("script, style, template, select, title") || !isShown(element)) continue;
    if (!isForEyes(element) || isFixed(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = Array.from(range.getClientRects()).filter((box) => box.width && box.height);
    found.push({ node, element, boxes: clipped(element, boxes) });
  }
  return found;
};
"""

_CUT_OFF = """
// The second half of a mark that closes a line is blank, and some versions of a browser let it hang out of the box.
const hanging = (element) => {
  const right = element.getBoundingClientRect().right;
  const range = document.createRange();
  const hangs = (node) => Array.from(node.data.matchAll(/[，。、；：！？）〉》」』】〕’”]/g)).some(({ index }) => {
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return range.getBoundingClientRect().right > right;
  });
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (hangs(walker.currentNode)) return parseFloat(getComputedStyle(element).fontSize) / 2;
  }
  return 0;
};
const cutOff = (seen) => {
  const faults = [];
  const page = document.documentElement;
  const wider = page.scrollWidth - page.clientWidth;
  if (wider > 0) faults.push(`the page is ${wider} px too wide`);
  for (const { element, node, boxes } of seen) {
    const right = Math.max(...boxes.map((box) => box.right));
    const left = Math.min(...boxes.map((box) => box.left));
    const words = node.data.trim().slice(0, 12);
    if ((right > page.clientWidth + 1 || left < -1) && !scrollsSideways(element)) {
      faults.push(`${name(element)} "${words}": ${round(left)} to ${round(right)} px of ${page.clientWidth}`);
    }
  }
  for (const element of new Set(seen.map((text) => text.element))) {
    const style = getComputedStyle(element);
    if (style.display === "inline" || element.closest("svg")) continue;
    if (/auto|scroll/.test(style.overflowX)) continue;
    const beside = element.scrollWidth - element.clientWidth;
    const isCut = beside > 1 && style.textOverflow !== "ellipsis" && element.clientWidth;
    if (isCut && beside > 1 + hanging(element)) {
      faults.push(`${name(element)}: text ${beside} px wider than its box`);
    }
    const below = element.scrollHeight - element.clientHeight;
    if (below > 1 && style.overflowY === "hidden" && style.webkitLineClamp === "none") {
      faults.push(`${name(element)}: text cut ${below} px below`);
    }
  }
  return faults;
};
"""

_OVERLAPS = """
const overlaps = (seen) => {
  const faults = [];
  const SLACK_PX = 1.5;
  const inFlow = (element) => {
    const { position, display } = getComputedStyle(element);
    return (position === "static" || position === "relative") && display !== "inline" && display !== "contents"
      && isShown(element) && isForEyes(element);
  };
  const meet = (one, other) => [
    Math.min(one.right, other.right) - Math.max(one.left, other.left),
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
  ];
  for (const parent of document.body.querySelectorAll("*")) {
    if (parent.closest("svg") || parent.children.length < 2) continue;
    const children = Array.from(parent.children).filter(inFlow);
    const boxes = children.map((child) => child.getBoundingClientRect());
    for (let first = 0; first < boxes.length; first += 1) {
      for (let second = first + 1; second < Math.min(boxes.length, first + 40); second += 1) {
        const [across, down] = meet(boxes[first], boxes[second]);
        if (across > SLACK_PX && down > SLACK_PX) {
          const both = `${name(children[first])} and ${name(children[second])}`;
          faults.push(`${both}: ${round(across)} × ${round(down)} px`);
        }
      }
    }
  }
  // Lines of text, whatever they belong to; neighbours may touch, for a line is higher than its letters.
  const lines = seen
    .filter(({ element }) => !scrollsSideways(element))
    .flatMap(({ element, node, boxes }) => boxes.map((box) => ({ element, node, box })))
    .sort((one, other) => one.box.top - other.box.top);
  for (let first = 0; first < lines.length; first += 1) {
    for (let second = first + 1; second < lines.length; second += 1) {
      const [one, other] = [lines[first], lines[second]];
      if (other.box.top > one.box.bottom) break;
      if (one.node === other.node) continue;
      const [across, down] = meet(one.box, other.box);
      if (across > 2 && down > 0.5 * Math.min(one.box.height, other.box.height)) {
        const words = [one, other].map(({ node }) => node.data.trim().slice(0, 8)).join('" and "');
        faults.push(`${name(one.element)} and ${name(other.element)}: "${words}" on each other`);
      }
    }
  }
  return faults;
};
"""

OUT_OF_PLACE = f"""
() => {{
  {_SHARED}
  {_CUT_OFF}
  {_OVERLAPS}
  const seen = texts();
  return Array.from(new Set([...cutOff(seen), ...overlaps(seen)]));
}}
"""
"""Text that leaves its box or the page or is cut without a sign of it, siblings whose boxes meet, lines that cross."""

SMALL_TARGETS = f"""
(least) => {{
  {_SHARED}
  const faults = [];
  const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const sentence = (element) => {{
    if (element.tagName !== "A" || getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const words = Array.from(block.childNodes)
      .flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.data] : []))
      .join("").trim();
    const others = Array.from(block.querySelectorAll(":scope > :not(a)"), (one) => one.textContent).join("").trim();
    return words.length + others.length > 0;
  }};
  const hits = (element, x, y) => {{
    const there = document.elementFromPoint(x, y);
    if (!there) return false;
    if (element === there || element.contains(there)) return true;
    return there.closest("label")?.control === element;
  }};
  for (const element of document.querySelectorAll(controls)) {{
    if (!isShown(element) || !isForEyes(element) || sentence(element)) continue;
    if (element.disabled || element.getAttribute("tabindex") === "-1") continue;
    element.scrollIntoView({{ block: "center", inline: "nearest", behavior: "instant" }});
    // The first line of a link that breaks stands for all of it; a label counts as a part of its field.
    const isBox = element.matches("[type=checkbox], [type=radio]") && element.labels.length;
    const seen = isBox ? element.labels[0] : element;
    const box = Array.from(seen.getClientRects()).find((one) => one.width && one.height);
    if (!box || box.right <= 0 || box.bottom <= 0) continue;
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const reach = (dx, dy) => {{
      let step = 0;
      while (step < least && hits(element, x + dx * (step + 1), y + dy * (step + 1))) step += 1;
      return step;
    }};
    const isEnough = (length) => length >= least - 0.5;
    const width = isEnough(box.width) ? box.width : Math.max(box.width, reach(1, 0) + reach(-1, 0) + 1);
    const height = isEnough(box.height) ? box.height : Math.max(box.height, reach(0, 1) + reach(0, -1) + 1);
    if (!isEnough(width) || !isEnough(height)) {{
      const words = (element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 8);
      faults.push(`${{name(element)}} "${{words}}": ${{round(width)}} × ${{round(height)}} px`);
    }}
  }}
  scrollTo(0, 0);
  return faults;
}}
"""
"""Controls that a finger may miss; links inside a sentence are as large as its letters (WCAG 2.5.8)."""

UNSEEN_FOCUS = f"""
() => {{
  {_SHARED}
  const faults = [];
  // A link that covers its card shows the ring by a part before or after it; a browser's own ring is "auto".
  const looks = (element) => JSON.stringify(["", "::before", "::after"].map((part) => {{
    const style = getComputedStyle(element, part || null);
    const isThin = style.outlineStyle !== "auto" && parseFloat(style.outlineWidth) < 2;
    const ring = isThin || style.outlineStyle === "none" ? "none"
      : `${{style.outlineStyle}} ${{style.outlineWidth}} ${{style.outlineColor}}`;
    return [ring, style.boxShadow];
  }}));
  const kinds = new Map();
  const controls = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  for (const element of document.querySelectorAll(controls)) {{
    if (isShown(element) && !element.disabled && element.getAttribute("tabindex") !== "-1") {{
      const kind = name(element);
      if (!kinds.has(kind)) kinds.set(kind, element);
    }}
  }}
  // What fades in is looked at when it has come.
  const settle = () => {{
    document.body.getBoundingClientRect();
    for (const one of document.getAnimations()) if (one.effect.getComputedTiming().endTime < Infinity) one.finish();
  }};
  document.activeElement.blur();
  settle();
  // A field may show its focus by what is around it.
  const around = (element) => [element, element.parentElement, element.closest("label, form")].filter(Boolean);
  const before = new Map(Array.from(kinds, ([kind, element]) => [kind, around(element).map(looks)]));
  for (const [kind, element] of kinds) {{
    element.focus();
    if (document.activeElement !== element) continue;
    settle();
    if (around(element).every((one, index) => looks(one) === before.get(kind)[index])) faults.push(kind);
  }}
  return faults;
}}
"""
"""Kinds of control that look the same with the keyboard's focus as without; press Tab before, as a reader would."""

MOTION = f"""
(longest) => {{
  {_SHARED}
  const faults = [];
  // Browsers give computed times in seconds.
  const seconds = (text) => Math.max(...text.split(",").map(parseFloat));
  for (const element of document.querySelectorAll("*")) {{
    for (const part of ["", "::before", "::after"]) {{
      const style = getComputedStyle(element, part || null);
      const time = Math.max(seconds(style.transitionDuration), seconds(style.animationDuration));
      if (time > longest) faults.push(`${{name(element)}}${{part}}: ${{time}} s`);
    }}
    if (getComputedStyle(element).scrollBehavior === "smooth") faults.push(`${{name(element)}}: smooth scrolling`);
  }}
  return Array.from(new Set(faults));
}}
"""
"""What moves for longer than so many seconds."""

END = "end"
OBSCURED = f"""
async () => {{
  {_SHARED}
  // What comes into view with the focus comes with the next frame.
  await nextFrame();
  const element = document.activeElement;
  if (element === document.body) return "{END}";
  if (!isForEyes(element)) return null;
  const boxes = Array.from(element.getClientRects()).filter((box) => box.width && box.height);
  const isSeen = boxes.some((box) => [0.1, 0.5, 0.9].some((part) => {{
    const there = document.elementFromPoint(box.left + box.width * part, (box.top + box.bottom) / 2);
    return there && (element.contains(there) || there.contains(element) && there !== document.body
      && there !== document.documentElement && getComputedStyle(there).position !== "fixed");
  }}));
  return isSeen ? null : name(element);
}}
"""
"""The focused control, when something else hides it; `END` where none has the focus."""

STRUCTURE = """
() => {
  const count = (selector) => document.querySelectorAll(selector).length;
  const levels = Array.from(document.querySelectorAll("h1, h2, h3, h4, h5, h6"))
    .filter((heading) => heading.checkVisibility())
    .map((heading) => Number(heading.tagName[1]));
  return {
    h1: count("h1"),
    main: count("main#content"),
    header: count("header.site-header"),
    footer: count("footer.site-footer"),
    menus: count("nav[aria-label='主菜单']"),
    isChinese: document.documentElement.lang.startsWith("zh"),
    hasTitle: document.title.trim() !== "",
    leaps: levels.filter((level, index) => index && level > levels[index - 1] + 1).length,
  };
}
"""
"""Headings, landmarks and language of a page."""

THIN_OUT = """
() => {
  const isKept = (at, count) => at < 3 || at === count - 1 || at % 10 === 0;
  const behind = (heading) => {
    const found = [heading];
    let next = heading.nextElementSibling;
    while (next && !next.matches("h1, h2, h3")) {
      found.push(next);
      next = next.nextElementSibling;
    }
    return found;
  };
  const alike = new Map();
  for (const one of document.querySelectorAll("main li, main tr, main h3")) {
    const kinds = alike.get(one.parentElement) || new Map();
    const kind = `${one.tagName} ${one.className}`;
    alike.set(one.parentElement, kinds.set(kind, [...(kinds.get(kind) || []), one]));
  }
  for (const kinds of alike.values()) {
    for (const all of kinds.values()) {
      all.forEach((one, at) => {
        if (isKept(at, all.length)) return;
        if (one.tagName === "H3") behind(one).forEach((part) => part.remove());
        else if (!one.querySelector("[id]")) one.remove();
      });
    }
  }
}
"""
"""Leaves the first three, the last and a tenth of what a page has many of: rows, items, and parts below a heading."""
