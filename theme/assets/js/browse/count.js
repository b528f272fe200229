/* How many cases are found, and where among them this page is. */
(() => {
  "use strict";

  const number = (count) => count.toLocaleString("en-US");

  /** What is found beside the exact hits, behind a comma or a semicolon; empty where that is nothing. */
  function beside({ wider, exact, query }) {
    if (!wider || !wider.count) return "";
    const words = anliji.quoted(wider.words);
    if (wider.isSound) return `，读音相同的${words}有${number(wider.count)}个`;
    if (wider.how === "equivalent") return `，含近义词${words}${exact ? "另" : ""}有${number(wider.count)}个`;
    if (wider.how === "corrected") return `；按${words}查找，有${number(wider.count)}个`;
    const all = wider.isAll ? "都写到" : "写到其中多数";
    return query.runs.length > 1 || wider.words.length > 1
      ? `；${words}${all}的有${number(wider.count)}个，近义词也算` : `；写到${words}的有${number(wider.count)}个，近义词也算`;
  }

  anliji.drawCount = (part, { q }, answer, site) => {
    const { cases, exact, page, pages, isSearched } = answer;
    const words = q.trim() ? `“${q.trim()}”` : "";
    const other = beside(answer);
    const found = exact || !other ? `共${number(exact)}个案例` : "没有逐字写着的案例";
    const text = !words ? `共${number(cases.length)}个案例`
      : isSearched ? `检索${words}，${found}${other}` : `检索词${words}没有用上，共${number(cases.length)}个案例`;
    const where = pages > 1 ? `；第${page}页，共${pages}页` : "";
    part("count").textContent = `${text}${where}。`;
    part("show").textContent = `查看${number(cases.length)}个案例`;
    anliji.announce(text);
    document.title = `${words ? `检索${words}` : "检索案例"} - ${site}`;
  };
})();
