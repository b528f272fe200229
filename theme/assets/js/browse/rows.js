/* Results as rows, as theme/pages/parts/row.html draws them, with excerpts. */
(() => {
  "use strict";

  const { build } = anliji;

  function paragraph(className, ...children) {
    const element = build("p", className);
    element.append(...children);
    return element;
  }

  /** What browsers break before a plus sign is held together. */
  const whole = (phrase) => (phrase.slice(1).includes("+") ? build("span", "together", phrase) : phrase);

  /** A title that may break between its phrases. */
  function titled(phrases) {
    const heading = build("h3");
    const link = build("a");
    phrases.forEach((phrase, index) => link.append(...(index ? [build("wbr")] : []), whole(phrase)));
    heading.append(link);
    return heading;
  }

  /** Items between which a style sets dots. */
  const dotted = (texts) => texts.filter(Boolean)
    .reduce((items, text) => [...items, ...(items.length ? [" "] : []), build("span", "", text)], []);

  anliji.rows = {
    read({ phrases, taskId, taskName, sentence, university, place, date, isReported, figure }) {
      const element = build("li", `row task-${taskId}`);
      const year = date && `${date.slice(0, 4)}年${isReported ? "报道" : ""}`;
      element.append(
        build("p", "row__task", taskName), titled(phrases), build("p", "", sentence),
        paragraph("row__by dots", ...dotted([university, place, year])),
      );
      if (figure) {
        element.append(paragraph("row__figure", anliji.drawNumber(figure), " ", build("span", "row__what", figure[0])));
      }
      return element;
    },

    /** A case of which there is only the title. */
    bare(title) {
      const element = build("li", "row");
      element.append(titled([title]));
      return element;
    },

    /** Says, between rows, how those below were found. */
    apart: (text) => build("li", "rows__apart", text),

    /** Adds to a row what a query finds in its case. */
    explain(row, texts, runs, table) {
      const found = anliji.excerpts(texts, runs, table);
      if (found.children.length) row.append(found);
    },

    around(rows) {
      const list = build("ul", "rows");
      list.append(...rows);
      return list;
    },
  };
})();
