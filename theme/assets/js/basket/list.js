/* The cases of the selection as a list, put in order with buttons or by number; each case has one row as long as it is in. */
(() => {
  "use strict";

  const { basket, build, button } = anliji;

  anliji.SelectionList = class SelectionList {
    constructor(selection, undo) {
      this.selection = selection;
      this.undo = undo;
      this.element = build("ol", "selection");
      this.rows = new Map();
    }

    row({ id, title }) {
      const element = build("li", "selection__row");
      const link = build("a", "selection__title", title || id);
      link.href = `${anliji.root}cases/${id}.html`;
      const place = build("input", "selection__place");
      place.inputMode = "numeric";
      place.autocomplete = "off";
      place.addEventListener("change", () => this.put(id, place));
      const about = build("p", "selection__about");
      const tools = build("div", "selection__tools");
      const row = { element, place, link, about, tools };
      const tool = (text, action) => button("button", text, action);
      row.up = tool("上移", () => this.move(id, this.placeOf(id) - 1));
      row.down = tool("下移", () => this.move(id, this.placeOf(id) + 1));
      row.out = tool("移出", () => this.remove(id));
      tools.append(row.up, row.down, row.out);
      element.append(place, link, about, tools);
      return row;
    }

    update() {
      const { items, isOwn } = this.selection;
      const ids = new Set(items.map(({ id }) => id));
      for (const [id, { element }] of this.rows) {
        if (ids.has(id)) continue;
        element.remove();
        this.rows.delete(id);
      }
      items.forEach((one, index) => {
        if (!this.rows.has(one.id)) this.rows.set(one.id, this.row(one));
        const row = this.rows.get(one.id);
        if (this.element.children[index] !== row.element) this.element.insertBefore(row.element, this.element.children[index] || null);
        row.tools.hidden = !isOwn;
        row.place.readOnly = !isOwn;
        row.place.value = String(index + 1);
        row.up.setAttribute("aria-disabled", String(index === 0));
        row.down.setAttribute("aria-disabled", String(index === items.length - 1));
        this.tell(one.id);
      });
    }

    /** Writes what is known of a case by now. */
    tell(id) {
      const row = this.rows.get(id);
      if (!row) return;
      const found = this.selection.records.get(id);
      if (found === undefined) row.about.textContent = this.selection.isUnread ? "没有读到" : "正在读取……";
      else if (found === null) row.about.textContent = "已不在案例库中（撤下，或网址有误），打印和存文件时不收入";
      else {
        row.link.textContent = found.record.title;
        row.about.textContent = [found.record.task, anliji.byOf(found.record)].filter(Boolean).join(" · ");
      }
      row.element.classList.toggle("is-gone", found === null);
      row.place.setAttribute("aria-label", `第几个：${row.link.textContent}`);
      for (const [key, text] of [["up", "上移"], ["down", "下移"], ["out", "移出"]]) row[key].setAttribute("aria-label", `${text}：${row.link.textContent}`);
    }

    nameOf(id) {
      return this.rows.get(id).link.textContent;
    }

    placeOf(id) {
      return basket.items.findIndex((one) => one.id === id);
    }

    /** Moves a case to the place whose number was typed; what is no number changes nothing. */
    put(id, field) {
      const number = Number(field.value.normalize("NFKC").trim());
      const at = this.placeOf(id);
      field.value = String(at + 1);
      if (Number.isInteger(number)) this.move(id, Math.max(0, Math.min(basket.items.length, number) - 1));
    }

    move(id, to) {
      const items = basket.items.slice();
      const at = this.placeOf(id);
      if (to < 0 || to >= items.length || to === at) return;
      items.splice(to, 0, ...items.splice(at, 1));
      const focused = document.activeElement;
      basket.put({ title: basket.title, items });
      // A row that was moved in the page has lost the focus.
      focused.focus();
      anliji.announce(`“${this.nameOf(id)}”移到第${to + 1}位，共${items.length}个`);
    }

    remove(id) {
      const name = this.nameOf(id);
      const { title, items } = basket;
      basket.remove([id]);
      this.undo.offer(`已移出“${name}”。`, { title, items });
    }
  };
})();
