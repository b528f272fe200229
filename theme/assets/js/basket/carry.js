/* Where the browser keeps nothing, links and search fields of the site carry the selection to the next page. */
(() => {
  "use strict";

  const { basket } = anliji;
  const carried = () => (basket.isKept ? "" : basket.items.map(({ id }) => id).join(","));

  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a[href]") : null;
    if (!link || !link.href.startsWith(anliji.root) || !/\.html$/.test(link.pathname)) return;
    const search = new URLSearchParams(link.search);
    const ids = carried();
    if (!ids && !search.has("basket")) return;
    if (ids && !search.has("ids")) search.set("basket", ids);
    else search.delete("basket");
    link.search = search.toString();
  }, true);

  document.addEventListener("submit", ({ target }) => {
    const ids = carried();
    if (!ids || target.method !== "get" || target.elements.basket) return;
    const field = anliji.build("input");
    Object.assign(field, { type: "hidden", name: "basket", value: ids });
    target.append(field);
  }, true);
})();
