/*
  On the browse page, before anything is painted: with scripts the lists of terms are only there if the data of search
  is missing.
*/
document.querySelector("[data-plain]").hidden = true;
document.querySelector("[data-loading]").hidden = false;
