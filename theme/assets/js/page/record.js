/* A case's record as a file of JSON, taken out of the file that some cases share; without scripts that file is there. */
(() => {
  "use strict";

  const WRITTEN = { u0060: "`", u0024: "$" };

  /** Writes the two signs as they are that mean something in the file. */
  const plain = (text) => text.replace(/\\(u0060|u0024|.)/g, (escaped, one) => WRITTEN[one] || escaped);

  /** Puts each value of a JSON text in a line of its own; numbers stay as they are written. */
  function indented(json) {
    let depth = 0;
    const line = (step) => {
      depth += step;
      return `\n${" ".repeat(depth)}`;
    };
    const opened = (one) => one + line(1);
    const closed = (one) => line(-1) + one;
    const put = { "{": opened, "[": opened, "}": closed, "]": closed, ",": (one) => one + line(0), ":": () => ": " };
    return `${json.replace(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g, (one) => (put[one] ? put[one](one) : plain(one)))}\n`;
  }

  /** Hands a file to the reader. */
  anliji.save = (name, file) => {
    const link = anliji.build("a");
    link.href = URL.createObjectURL(file);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  for (const link of document.querySelectorAll("[data-record]")) {
    link.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const { record } = link.dataset;
      const bundle = decodeURIComponent(link.pathname).replace(/^.*\/|\.js$/g, "");
      try {
        const text = indented(await anliji.recordOf(bundle, record));
        anliji.save(`${record}.json`, new Blob([text], { type: "application/json" }));
      } catch (error) {
        if (!(error instanceof anliji.MissingData)) throw error;
        location.assign(link.href);
      }
    });
  }
})();
