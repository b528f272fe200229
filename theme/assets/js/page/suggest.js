/* The search field in the header: suggestions while typing. */
(() => {
  "use strict";

  const DELAY_MS = 150;
  const form = document.querySelector(".search");
  if (!form) return;
  const field = form.querySelector(".search__field");
  const list = anliji.combobox(form, field);
  // On the browse page the results themselves follow what is typed.
  const suggests = !form.classList.contains("search--wide");
  let isComposing = false;
  let timer;
  let asked = 0;
  let active = -1;

  const options = () => Array.from(list.children);

  function close() {
    asked += 1;
    clearTimeout(timer);
    list.hidden = true;
    list.textContent = "";
    delete list.dataset.text;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    const all = options();
    if (!all.length) return;
    active = ((index % (all.length + 1)) + all.length + 1) % (all.length + 1);
    all.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    if (active < all.length) {
      field.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    } else {
      active = -1;
      field.removeAttribute("aria-activedescendant");
    }
  }

  function option({ kind, text, url }, runs, table, index) {
    const element = anliji.build("li", "search__option");
    element.id = `suggestion-${index}`;
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", "false");
    element.dataset.url = url;
    const name = anliji.build("span", "search__name", text);
    if (runs.length) anliji.marks.mark(name, runs, table);
    element.append(name, anliji.build("span", "search__kind", kind));
    return element;
  }

  /** Whether suggestions for what is in the field are shown. */
  async function suggest() {
    const text = field.value;
    clearTimeout(timer);
    asked += 1;
    const mine = asked;
    if (!text.trim()) {
      close();
      return false;
    }
    try {
      const [{ query, items }, table] = await Promise.all([anliji.suggestions(text), anliji.characters()]);
      // An answer that comes late is for a question that nobody asks any more.
      if (mine !== asked || document.activeElement !== field) return false;
      active = -1;
      anliji.fill(list, items.map((item, index) => option(item, query.runs, table, index)));
      list.dataset.text = text;
      list.hidden = !items.length;
      field.setAttribute("aria-expanded", String(items.length > 0));
      field.removeAttribute("aria-activedescendant");
      anliji.announce(items.length ? `有${items.length}条建议，按上下键选择` : "没有建议，按回车键检索");
      return items.length > 0;
    } catch (error) {
      if (!(error instanceof anliji.MissingData)) throw error;
      close();
      return false;
    }
  }

  /** Down or up by one; suggestions for an older text are not meant, so the arrows wait for those of this one. */
  async function walk(step) {
    if (list.dataset.text !== field.value && !(await suggest())) return;
    if (step > 0) choose(active + 1);
    else choose(active < 0 ? options().length - 1 : active - 1);
  }

  function later() {
    // What was chosen among the old suggestions is not meant any more.
    active = -1;
    field.removeAttribute("aria-activedescendant");
    options().forEach((one) => one.setAttribute("aria-selected", "false"));
    clearTimeout(timer);
    if (isComposing || !suggests) return;
    timer = setTimeout(suggest, DELAY_MS);
  }

  field.addEventListener("compositionstart", () => {
    isComposing = true;
    clearTimeout(timer);
  });
  field.addEventListener("compositionend", () => {
    isComposing = false;
    later();
  });
  field.addEventListener("input", later);
  field.addEventListener("keydown", (event) => {
    // While an input method is open, Enter and the arrows are its own; 229 is how Safari says so.
    if (isComposing || event.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (suggests) walk(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      location.href = options()[active].dataset.url;
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (list.hidden) {
        field.value = "";
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      close();
    }
  });
  form.addEventListener("submit", (event) => {
    if (isComposing) event.preventDefault();
    // A pasted book would make an address that no server takes.
    field.value = anliji.cut(field.value);
    close();
  });
  field.addEventListener("blur", () => setTimeout(close, DELAY_MS));
  // With the mouse down the field would lose its focus, and the list would go before the click comes.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest(".search__option");
    if (!chosen) return;
    if (event.ctrlKey || event.metaKey) window.open(chosen.dataset.url, "_blank", "noopener");
    else location.href = chosen.dataset.url;
  });
})();
