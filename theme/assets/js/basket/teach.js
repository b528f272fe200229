/* A lesson of the selection: its length is chosen, the two sheets stand below to be looked at, printed and kept. */
(() => {
  "use strict";

  const { build, button } = anliji;
  const USUAL = 90;

  anliji.Teach = class Teach {
    constructor(selection, about, whole) {
      this.selection = selection;
      this.about = about;
      this.whole = whole;
      this.minutes = USUAL;
      this.element = build("section", "teach");
      this.element.setAttribute("aria-labelledby", "lesson");
      const heading = build("h2", "", "教学方案");
      heading.id = "lesson";
      heading.tabIndex = -1;
      this.heading = heading;
      this.told = build("div", "teach__told");
      this.sheets = build("div", "sheets");
      this.element.append(heading, build("p", "teach__about", "由选编里的案例排成一次课：一页给教师，一页给学员。"), this.tools(), this.told, this.sheets);
    }

    tools() {
      const bar = build("div", "teach__bar");
      const lengths = build("div", "buttons");
      lengths.setAttribute("role", "group");
      lengths.setAttribute("aria-label", "时长");
      this.lengths = anliji.LESSONS.map((minutes) => {
        const one = button("button", `${minutes}分钟`, () => {
          this.minutes = minutes;
          this.update();
          anliji.announce(`已排成${minutes}分钟的教学方案`);
        });
        return { one, minutes };
      });
      lengths.append(...this.lengths.map(({ one }) => one));
      const files = build("div", "buttons");
      files.append(button("button button--main", "打印两页", () => this.print()), button("button", "存为 Word", () => this.word()));
      bar.append(lengths, files);
      return bar;
    }

    get made() {
      const { cases, name } = this.selection;
      return anliji.sheets(anliji.lesson(cases.map(({ record }) => record), this.minutes, this.about.labels), name);
    }

    update() {
      const { cases } = this.selection;
      this.element.hidden = !cases.length;
      for (const { one, minutes } of this.lengths) one.setAttribute("aria-pressed", String(minutes === this.minutes));
      if (!cases.length) return;
      const { parts, told } = this.made;
      anliji.fill(this.told, told.map((text) => build("p", "", text)));
      anliji.fill(this.sheets, anliji.paper(parts));
    }

    async print() {
      if (!await this.whole()) return;
      this.update();
      document.documentElement.dataset.prints = "lesson";
      window.print();
    }

    async word() {
      if (!await this.whole()) return;
      const { name } = this.selection;
      const file = await anliji.word(this.made.parts, { title: `教学方案：${name}`, author: this.about.author, day: anliji.today() });
      anliji.save(anliji.fileName(`教学方案 ${name}`, ".docx"), file);
      anliji.announce("Word 文件已存好");
    }
  };
})();
