/*
  Before anything is painted: that scripts are on their way, whether the address asks for something, and how this reader
  wants to read (reading.js keeps it). Each of our script files says when it has run, and the last one sets `scripted`;
  where one cannot be read, the page stands there as without scripts, as soon as it is whole, or after three seconds.
*/
(function (root) {
  function arrive() { root.classList.remove("waiting"); }
  if (document.addEventListener && root.classList) {
    document.addEventListener("DOMContentLoaded", arrive);
    setTimeout(arrive, 3000);
    root.classList.add("waiting");
    if (location.search) root.classList.add("asked");
  }
  try {
    var reading = JSON.parse(localStorage.getItem("anliji-reading")) || {};
    if (/^larg(e|est)$/.test(reading.size)) root.dataset.size = reading.size;
    if (reading.contrast === "high") root.dataset.contrast = "high";
  } catch (error) { /* Storage is closed, or holds something else: the page is read as it is. */ }
})(document.documentElement);
