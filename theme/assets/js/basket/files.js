/* What a reader takes away: print, Word, references, a table, an address. */
(() => {
  "use strict";

  const { build, button } = anliji;
  const SHOWN_MS = 2000;
  /** Characters that an address may have to be sent on whole nearly everywhere. */
  const LONG = 2000;

  /** Gives a name that every system takes for a file. */
  const named = (name, end) => `${name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, " ").replace(/\s+/g, " ").replace(/^[. ]+|[. ]+$/g, "").slice(0, 60) || "案例选编"}${end}`;

  anliji.fileName = named;

  /** What must be known of an address before it is sent. */
  function noteOf(url) {
    const notes = [];
    if (url.length > LONG) notes.push(`网址有${url.length.toLocaleString("en-US")}个字符，有的聊天软件和邮箱会截断；截断了，对方打开时会看到少了几个案例。也可以改发 Word 文件。`);
    if (/^file:/.test(url)) notes.push("这是这台电脑里的网址，别的电脑打不开。对方也有这个网站的拷贝，就在“我的选编”里粘贴它。");
    else if (location.protocol === "file:") notes.push("网址打开的是网上的案例库；对方不能上网，就在这个网站的拷贝里粘贴到“我的选编”。");
    return notes.join("");
  }

  /** Makes a part that opens under a button: text to copy, and what else can be done with it. */
  function panel(title, id, more) {
    const element = build("details", "popup takeaway");
    const inner = build("div", "popup__panel");
    const text = build("p", "takeaway__text");
    text.id = id;
    text.tabIndex = 0;
    const copy = button("button", "复制", () => anliji.copyFrom(copy, text.textContent));
    const tools = build("p", "buttons");
    const note = build("p", "takeaway__note");
    tools.append(copy, ...more);
    inner.append(text, note, tools);
    element.append(build("summary", "button", title), inner);
    return { element, text, note };
  }

  anliji.Takeaways = class Takeaways {
    constructor(selection, about, whole) {
      this.selection = selection;
      this.about = about;
      this.whole = whole;
      this.element = build("div", "buttons takeaways");
      this.element.setAttribute("role", "group");
      this.element.setAttribute("aria-label", "带走");
      this.references = panel("参考文献", "references-text", [
        button("button", "存为 .txt", () => this.save(".参考文献.txt", "text/plain", () => `\ufeff${this.references.text.textContent.replace(/\n/g, "\r\n")}\r\n`)),
      ]);
      this.share = panel("分享", "share-text", []);
      this.element.append(
        this.does("打印成册", () => this.print()),
        this.does("存为 Word", () => this.word()),
        this.does("存为 CSV", () => this.save(".csv", "text/csv", () => anliji.csv(this.selection.cases, about.labels))),
        this.references.element,
        this.share.element,
      );
      this.element.firstChild.classList.add("button--main");
      this.told = build("p", "takeaway__note");
    }

    /** A button that waits until all is read, and says so. */
    does(text, action) {
      const one = button("button", text, async () => {
        if (one.disabled) return;
        one.setAttribute("aria-disabled", "true");
        one.textContent = "正在准备……";
        const isRead = await this.whole();
        if (isRead) await action();
        one.textContent = isRead ? text : "没有读到";
        one.removeAttribute("aria-disabled");
        if (!isRead) setTimeout(() => { one.textContent = text; }, SHOWN_MS);
      });
      return one;
    }

    get parts() {
      const { name, cases, gone } = this.selection;
      return anliji.volume({ title: name, cases, gone, about: this.about, day: anliji.today() });
    }

    /** Lays the volume behind the page, for the printer. */
    lay() {
      const old = document.querySelector(".paper");
      if (old) old.remove();
      const paper = build("div", "paper");
      paper.append(...anliji.paper(this.parts));
      document.getElementById("content").append(paper);
    }

    print() {
      this.lay();
      document.documentElement.dataset.prints = "volume";
      window.print();
    }

    async word() {
      const { name } = this.selection;
      const file = await anliji.word(this.parts, { title: name, author: this.about.author, day: anliji.today() });
      anliji.save(named(name, ".docx"), file);
      this.told.textContent = "Word 文件已存好。目录没有页码；要页码，在 Word 或 WPS 里右键单击目录，选“更新域”。";
      anliji.announce(this.told.textContent);
    }

    async save(end, type, make) {
      if (!await this.whole()) return;
      anliji.save(named(this.selection.name, end), new Blob([make()], { type: `${type};charset=utf-8` }));
      anliji.announce("文件已存好");
    }

    update() {
      this.told.textContent = "";
      const { cases, url } = this.selection;
      this.references.text.textContent = anliji.references(cases.map(({ record }) => record), this.about.author, anliji.today()).join("\n");
      this.share.text.textContent = url;
      this.share.note.textContent = noteOf(url);
    }
  };
})();
