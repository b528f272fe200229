/*
  A case as blocks (markdown.js), with `title`, `by`, `facts` (rows), `figures` (rows) and `source` besides: what the
  record says and the page shows, section by section.
*/
(() => {
  "use strict";

  const SECTIONS = ["background", "approach", "results", "lessons"];
  const OF_YEAR = [["planned", "计划"], ["done", "完成"], ["changed", "变化"]];

  const plain = (text, more) => Object.assign({ kind: "p", quote: 0, list: 0, runs: [{ text }] }, more);
  const item = (text, mark = "•", url) => ({ kind: "li", quote: 0, list: 1, depth: 1, mark, runs: [{ text, url }] });
  const section = (text) => ({ kind: "section", runs: [{ text }] });
  const joined = (...parts) => parts.filter(Boolean).join("，");
  const year = (number) => (number ? `${number}年` : "");

  /** Gives what a part has under its heading; a part of nothing has none. */
  const part = (title, blocks) => (blocks.length ? [section(title), ...blocks] : []);

  /** Headings inside a text stand below that of its section. */
  const prose = (text) => (text ? anliji.markdown(text) : []);

  const figures = (rows) => (rows.length ? [{ kind: "figures", runs: [], rows }] : []);

  function years({ progress }, texts) {
    const left = texts.slice();
    return [].concat(...(progress || []).map((one) => [
      plain(`${one.year}年`, { kind: "h", level: 1 }),
      ...[].concat(...OF_YEAR.map(([key, label]) => (one[key] ? [plain(label, { kind: "h", level: 2 }), ...prose(one[key])] : []))),
      ...figures(anliji.figuresOf(one.outcomes, left)),
    ]));
  }

  function materials(record, texts) {
    const money = texts("funding").slice();
    return [
      ...(record.videos || []).map(({ title, length, link }) => item(`视频：${joined(title, length)}`, "•", link)),
      ...(record.awards || []).map((one) => item(`获奖：${joined(one.name, one.level, one.issuer, year(one.year))}`)),
      ...(record.coverage || []).map((one) => (
        item(`报道：${joined(`${one.medium}：${one.title}`, one.date && anliji.dateInWords(one.date))}`, "•", one.url))),
      ...(record.funding || []).map(({ source, amount, unit, year: when }) => {
        const at = money.findIndex((text) => text.startsWith(`${source}：`));
        return item(`资金：${joined(at < 0 ? `${source}：${amount}${unit}` : money.splice(at, 1)[0], year(when))}`);
      }),
      ...(record.attachments || []).map(({ title }) => item(`附件：${title}（见网页）`)),
    ];
  }

  function training({ training: told }) {
    if (!told) return [];
    const about = joined(told.course && `适用课程：${told.course}`, told.minutes && `建议时长：${told.minutes}分钟`);
    return [...(about ? [plain(`${about}。`)] : []), ...(told.questions || []).map((text, index) => item(text, `${index + 1}.`))];
  }

  function sources({ sources: listed, permission, credits, url }) {
    const about = ({ title, publisher, date }) => joined(title, publisher, date && anliji.dateInWords(date));
    const rights = permission
      ? `本案例经${permission.granted_by}授权发布${permission.scope ? `，授权范围：${permission.scope}` : ""}。`
      : "本案例根据公开报道整理，数据以出处为准。";
    return [
      ...(listed || []).map((one, index) => ({ kind: "source", runs: [{ text: `${index + 1}. ${about(one)}` }], url: one.url || "" })),
      plain(rights, { kind: "small" }),
      ...(credits ? [plain(credits.map(({ role, name }) => `${role}：${name}`).join("　"), { kind: "small" })] : []),
      ...(/^https?:/.test(url || "") ? [{ kind: "source", runs: [{ text: "案例网页" }], url }] : []),
    ];
  }

  const photos = ({ photos: listed }) => (listed || [])
    .map(({ caption, credit }, index) => item(`图${index + 1}　${caption}${credit ? `（${credit}）` : ""}`, ""));

  /** Says whose and when: 示例大学示例党支部 · 2024年. */
  anliji.byOf = (record) => {
    const bodies = anliji.bodiesOf(record);
    const named = bodies.slice(0, 3).join("、") + (bodies.length > 3 ? "等" : "");
    return [named, record.period && anliji.periodOf(record.period)].filter(Boolean).join(" · ");
  };

  /** Tells a case; `labelled` are its texts under their labels, `labels` the names of the record's keys. */
  anliji.tell = (record, labelled, labels) => {
    const texts = (key) => [].concat(...labelled.filter(([label]) => label === labels[key]).map(([, ...rest]) => rest));
    return [
      { kind: "facts", runs: [], rows: anliji.factsOf(record, labels) },
      ...part(labels.significance, record.significance ? [plain(record.significance)] : []),
      ...part(labels.summary, record.summary ? [plain(record.summary)] : []),
      ...part(labels.outcomes, figures(anliji.figuresOf(record.outcomes, texts("outcomes")))),
      ...[].concat(...SECTIONS.map((key) => part(labels[key], prose(record[key])))),
      ...part(labels.progress, years(record, texts("progress"))),
      ...part("照片（见网页）", photos(record)),
      ...part("相关资料", materials(record, texts)),
      ...part(labels.training, training(record)),
      ...part(labels.sources, sources(record)),
    ];
  };
})();
