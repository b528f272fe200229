/* Filters of a list are links to terms; where scripts run they lead to the list itself, narrowed down. */
(() => {
  "use strict";

  for (const link of document.querySelectorAll("a[data-browse]")) link.setAttribute("href", link.dataset.browse);
})();
