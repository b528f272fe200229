/* Drawing results: cards or a table, each hit marked, with an excerpt from where the words stand. */
(() => {
  "use strict";

  const EXCERPTS = 2;
  const COLUMNS = ["案例", "学校", "任务类型", "时间", "主要数据"];
  const ROLES = [
    ["table", "table"], ["thead, tbody", "rowgroup"], ["tr", "row"], ["thead th", "columnheader"], ["tbody th", "rowheader"],
    ["td", "cell"],
  ];

  /** Reads HTML that the build drew into elements. */
  function elements(html, wrapper) {
    const template = document.createElement("template");
    template.innerHTML = html.trim();
    return wrapper ? template.content.querySelector(wrapper) : template.content.firstElementChild;
  }

  function lead(element, query) {
    const link = element.querySelector("a");
    link.href += anliji.hash(query);
  }

  const read = new WeakMap();

  /** A case's texts, each on one line and normalised, made once. */
  function lines(texts, table) {
    if (!read.has(texts)) {
      read.set(texts, texts.map(([label, text]) => {
        // A paragraph's end is a border that no run crosses, so it must not look like a mere space.
        const line = text.replace(/\n/g, "\u2003");
        return { label, line, map: table.map(text.replace(/\n/g, "\0"), false) };
      }));
    }
    return read.get(texts);
  }

  function excerptsUnder(label) {
    const item = document.createElement("li");
    const name = document.createElement("b");
    name.textContent = `${label}：`;
    item.append(name);
    return item;
  }

  /** Excerpts from the texts that have most of the words; a few suffice. */
  function excerpts(texts, runs, table) {
    const list = document.createElement("ul");
    list.className = "excerpts";
    const having = lines(texts, table).map((one) => ({ ...one, runs: runs.filter((run) => one.map.text.includes(run)) }));
    const ranked = having.filter((one) => one.runs.length).sort((one, other) => other.runs.length - one.runs.length);
    const missing = new Set(runs);
    let labelled;
    let count = 0;
    for (const one of ranked) {
      let wanted = one.runs.filter((run) => missing.has(run));
      // A second text is shown for another word, or where a single word was asked for.
      if (count && !wanted.length && runs.length > 1) continue;
      do {
        const cut = anliji.marks.excerpt(one.line, one.map, wanted.length ? wanted : one.runs);
        // What stands under the same label stands together.
        if (labelled?.label !== one.label) labelled = { label: one.label, item: excerptsUnder(one.label) };
        labelled.item.append(cut);
        list.append(labelled.item);
        count += 1;
        // A word far away in the same text is not in this cut, and gets one of its own.
        const shown = table.map(cut.textContent, false).text;
        one.runs.filter((run) => shown.includes(run)).forEach((run) => missing.delete(run));
        wanted = wanted.filter((run) => missing.has(run));
      } while (wanted.length && count < EXCERPTS);
      if (count >= EXCERPTS) break;
    }
    return list;
  }

  /** Where a case's file did not arrive, its title still leads to it. */
  async function bare(case_) {
    const { title, url } = await anliji.titleOf(case_);
    return { title, url };
  }

  function bareCard({ title, url }) {
    const card = elements('<article class="card"><h3 class="card__title"><a class="whole"></a></h3></article>');
    card.querySelector("a").href = url;
    card.querySelector("a").textContent = title;
    return card;
  }

  async function card(case_, data, query, table) {
    if (!data) return bareCard(await bare(case_));
    const [html, , texts] = data;
    const drawn = elements(html);
    lead(drawn, query);
    if (query.runs.length) {
      anliji.marks.mark(drawn, query.runs, table);
      const found = excerpts(texts, query.runs, table);
      if (found.children.length) drawn.append(found);
    }
    return drawn;
  }

  async function row(case_, data, query, table) {
    if (!data) {
      const { title, url } = await bare(case_);
      const drawn = elements(`<table><tr><th scope="row"><a></a></th>${"<td></td>".repeat(COLUMNS.length - 1)}</tr></table>`, "tr");
      drawn.querySelector("a").href = url;
      drawn.querySelector("a").textContent = title;
      return drawn;
    }
    const drawn = elements(`<table>${data[1]}</table>`, "tr");
    lead(drawn, query);
    if (query.runs.length) anliji.marks.mark(drawn, query.runs, table);
    return drawn;
  }

  function asCards(drawn, query) {
    const list = document.createElement("ul");
    list.className = query.runs.length ? "cards cards--found" : "cards";
    for (const one of drawn) {
      const item = document.createElement("li");
      item.append(one);
      list.append(item);
    }
    return list;
  }

  function asTable(drawn) {
    const box = elements('<div class="found-table" role="region" aria-label="结果表格" tabindex="0"><table><thead><tr></tr></thead><tbody></tbody></table></div>');
    for (const name of COLUMNS) {
      const head = document.createElement("th");
      head.scope = "col";
      head.textContent = name;
      box.querySelector("thead tr").append(head);
    }
    box.querySelector("tbody").append(...drawn);
    // On a phone the rows are laid out as blocks; to those who listen they stay rows of a table.
    for (const [selector, role] of ROLES) box.querySelectorAll(selector).forEach((one) => one.setAttribute("role", role));
    // An empty cell is not laid out there; the others still say in which column they stand.
    box.querySelectorAll("th, td").forEach((one) => one.setAttribute("aria-colindex", one.cellIndex + 1));
    return box;
  }

  /** Draws some cases; `isWhole` is false where a case's file was missing. */
  anliji.drawResults = async (cases, view, query) => {
    const table = await anliji.characters();
    const files = await Promise.all(cases.map(async (case_) => {
      try {
        const { id } = await anliji.titleOf(case_);
        return await anliji.load(`cases/${id}`);
      } catch (error) {
        if (!(error instanceof anliji.MissingData)) throw error;
        return null;
      }
    }));
    const draw = view === "table" ? row : card;
    const drawn = await Promise.all(cases.map((case_, index) => draw(case_, files[index], query, table)));
    return { element: view === "table" ? asTable(drawn) : asCards(drawn, query), isWhole: files.every(Boolean) };
  };
})();
