/* A field that offers something to choose from in a list below it. */
(() => {
  "use strict";

  /** Makes a form's field such a box, as only a script can; gives the list, empty and hidden. */
  anliji.combobox = (form, field) => {
    const list = anliji.build("ul", "search__list");
    list.id = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "建议");
    form.append(list);
    field.autocomplete = "off";
    field.spellcheck = false;
    const states = { role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(states)) field.setAttribute(name, value);
    return list;
  };
})();
