/* Making elements. Whatever is text is set as text, so nothing typed becomes HTML. */
(() => {
  "use strict";

  anliji.build = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  anliji.button = (className, text, action) => {
    const element = anliji.build("button", className, text);
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  };

  /** Puts children in the place of all that an element has. */
  anliji.fill = (element, children) => {
    element.textContent = "";
    element.append(...children);
  };

  /** Reads HTML that the build drew into an element: the first, or the one that is selected. */
  anliji.elementOf = (html, selector) => {
    const template = document.createElement("template");
    template.innerHTML = html.trim();
    return selector ? template.content.querySelector(selector) : template.content.firstElementChild;
  };
})();
