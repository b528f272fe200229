/*
  On the browse page, before anything is painted: with scripts the lists of terms are only there if the data of search
  is missing, and the newest cases only if the address asks for nothing else.
*/
(() => {
  document.querySelector("[data-plain]").hidden = true;
  document.querySelector("[data-loading]").hidden = location.search === "";
  const first = document.querySelector("[data-first]");
  if (first) first.hidden = location.search !== "";
})();
