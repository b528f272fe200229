/* The foot of a printed page says where the page is and when it was printed; the case's own foot says both already. */
(() => {
  "use strict";

  const address = document.querySelector("[data-printed-address]");
  const day = document.querySelector("[data-printed-day]");
  if (!address || !day || document.querySelector(".imprint")) return;
  const canonical = document.querySelector("link[rel=canonical]");

  /** Shows what was asked as it was written, where it can be read so. */
  function legible(address) {
    try {
      return decodeURI(address);
    } catch (error) {
      return address;
    }
  }

  function fill() {
    const [year, month, date] = anliji.today().split("-").map(Number);
    day.textContent = `打印于${year}年${month}月${date}日`;
    // A folder's own path leads nobody anywhere.
    if (canonical) address.textContent = legible(canonical.href + location.search);
  }

  fill();
  addEventListener("beforeprint", fill);
})();
