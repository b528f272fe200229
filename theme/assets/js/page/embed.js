/* A card of this case for other sites: plain HTML to copy, which runs no script and asks no other host for anything. */
(() => {
  "use strict";

  const panel = document.querySelector(".share");
  if (!panel) return;

  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  const OPENING = "“‘「『（《〈【([", CLOSING = "”’」』）》〉】)]";
  /* Colours and letters are those of the page around it, so that it fits a light one and a dark one. */
  const CARD = "box-sizing:border-box;max-width:36em;margin:1em 0;padding:.9em 0 1em;border:solid;border-width:3px 0 1px;"
    + "color:inherit;background:none;font-style:normal;line-height:1.6;text-align:left;overflow-wrap:anywhere";

  const escaped = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);
  const textOf = (selector) => {
    const found = document.querySelector(selector);
    return found ? (found.content || found.textContent).replace(/\s+/g, " ").trim() : "";
  };

  /** Gives a text up to where its first sentence ends; one in quotation marks or brackets ends none. */
  function firstSentence(text) {
    let depth = 0;
    for (let at = 0; at < text.length; at += 1) {
      if (OPENING.includes(text[at])) depth += 1;
      else if (CLOSING.includes(text[at])) depth = Math.max(0, depth - 1);
      else if (!depth && "。！？".includes(text[at])) return text.slice(0, at + 1);
    }
    return text;
  }

  function paragraph(style, html) {
    return html ? `<p style="${style}">${html}</p>\n` : "";
  }

  function link(url, name) {
    return `<a href="${escaped(url)}" style="color:inherit">${escaped(name)}</a>`;
  }

  /** The figure that stands for the case, with what must be known of it. */
  function figure() {
    const number = textOf(".opening__figure .number, .headline .number");
    const what = textOf(".opening__what, .headline__what");
    const note = textOf(".opening__note, .headline__note");
    return number && `<b style="font-size:1.6em;line-height:1.2">${escaped(number)}</b> ${escaped(note ? `${what}（${note}）` : what)}`;
  }

  /** Draws the card, whose links lead to a whole address. */
  function card(url) {
    const subtitle = textOf("[role=doc-subtitle]");
    const title = textOf(".case h1") + (subtitle && `：${subtitle}`);
    const told = textOf(".opening__sentence, .case__reason") || firstSentence(textOf(".opening__summary, .case__summary"));
    const library = link(url.slice(0, url.lastIndexOf("cases/")), textOf('meta[property="og:site_name"]'));
    return `<blockquote lang="zh-CN" cite="${escaped(url)}" style="${CARD}">\n`
      + paragraph("margin:0;font-size:1.15em;font-weight:bold;line-height:1.4", link(url, title))
      + paragraph("margin:.4em 0 0", escaped(told))
      + paragraph("margin:.4em 0 0", figure())
      + paragraph("margin:.6em 0 0;font-size:.875em", `${escaped(textOf(".case__by > span"))} · 选自${library}`)
      + "</blockquote>";
  }

  function offer(address) {
    const more = anliji.build("details", "share__more");
    const code = anliji.build("pre", "share__code");
    code.id = "embed";
    code.tabIndex = 0;
    code.setAttribute("role", "region");
    code.setAttribute("aria-label", "嵌入的代码");
    const button = anliji.build("button", "button", "复制代码");
    button.type = "button";
    button.dataset.copy = code.id;
    const buttons = anliji.build("p", "buttons");
    buttons.append(button);
    more.append(anliji.build("summary", "", "嵌入其他网站"), code, buttons);
    more.addEventListener("toggle", () => { code.textContent = card(address.textContent.trim()); });
    panel.append(more);
  }

  const address = document.getElementById("address");
  if (address) offer(address);
  else panel.append(anliji.build("p", "share__none", "没有设置网站的网址（site_url），没有嵌入其他网站的代码。"));
})();
