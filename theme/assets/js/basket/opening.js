/* Where somebody pastes what a colleague sent: on a stick its address leads nowhere. */
(() => {
  "use strict";

  const { build, button } = anliji;

  /** Makes the field; `open(text)` says whether the text had a selection. */
  anliji.openingOf = (open) => {
    const form = build("form", "selection__open");
    const label = build("label", "", "别人发来的选编");
    const field = build("input");
    const told = build("p", "notice");
    told.setAttribute("role", "alert");
    told.hidden = true;
    field.placeholder = "粘贴选编或案例的网址";
    label.append(field);
    const send = button("button", "打开", () => {});
    send.type = "submit";
    form.append(label, send, told);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const isOpen = open(field.value);
      told.hidden = isOpen;
      told.textContent = isOpen ? "" : "这里面没有选编。请粘贴完整的网址：选编的带有“ids=”，案例的像“cases/….html”。";
      if (isOpen) field.value = "";
      else field.focus();
    });
    return form;
  };
})();
