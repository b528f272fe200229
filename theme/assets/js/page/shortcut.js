/* Keys that lead to the search field from anywhere on a page. */
(() => {
  "use strict";

  const field = document.querySelector(".search__field");
  if (!field) return;

  document.addEventListener("keydown", (event) => {
    // Browsers that fill in forms send events without a key.
    const key = (event.key || "").toLowerCase();
    const isTyping = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    const isSlash = key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isControlK = key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (isSlash || isControlK) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });
})();
