/* How many cases are found, and where among them this page is. */
(() => {
  "use strict";

  anliji.drawCount = (part, { q }, { cases, page, pages, isSearched }, site) => {
    const words = q.trim() ? `“${q.trim()}”` : "";
    const number = `共${cases.length.toLocaleString("en-US")}个案例`;
    const text = !words ? number : isSearched ? `检索${words}，${number}` : `检索词${words}没有用上，${number}`;
    const where = pages > 1 ? `；第${page}页，共${pages}页` : "";
    part("count").textContent = `${text}${where}。`;
    part("show").textContent = `查看${cases.length.toLocaleString("en-US")}个案例`;
    anliji.announce(text);
    document.title = `${words ? `检索${words}` : "检索案例"} - ${site}`;
  };
})();
