/* The bar below the slides: where one is, and the buttons. Signs instead of words leave the room to the slide. */
(() => {
  "use strict";

  const SIGNS = {
    previous: "M15 5l-7 7 7 7",
    next: "M9 5l7 7-7 7",
    play: "M8 5v14l11-7z",
    pause: "M9 5v14M15 5v14",
    full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
    print: "M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z",
    close: "M5 5l14 14M19 5L5 19",
  };

  function sign(name) {
    return anliji.elementOf(
      `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${SIGNS[name]}"/></svg>`);
  }

  function button(name, label, action) {
    const made = anliji.button("show__button", "", action);
    made.dataset.does = name;
    made.append(sign(name));
    made.title = label;
    made.setAttribute("aria-label", label);
    return made;
  }

  /** Makes the bar; `does` has a function for each button. */
  anliji.slides.bar = (does, seconds) => {
    const bar = anliji.build("div", "show__bar");
    const line = anliji.build("div", "show__line");
    const count = anliji.build("p", "show__count");
    const [previous, next] = [button("previous", "上一张", does.previous), button("next", "下一张", does.next)];
    const play = anliji.button("show__button show__play", "", does.play);
    const full = button("full", "全屏", does.full);
    full.hidden = !anliji.slides.screen.canFill;
    const buttons = anliji.build("div", "show__buttons");
    buttons.setAttribute("role", "group");
    buttons.setAttribute("aria-label", "放映的按钮");
    buttons.append(previous, next, play, full, button("print", "打印讲义", does.print), button("close", "结束放映", does.close));
    bar.append(line, count, buttons);

    const bound = {
      element: bar,
      /** Says where one is; at both ends a button that leads no further says so. */
      show({ text, cases, part, isFirst, isLast }) {
        anliji.fill(count, [anliji.build("span", "show__case", cases), anliji.build("span", "", text)]);
        line.style.transform = `scaleX(${part})`;
        previous.setAttribute("aria-disabled", String(isFirst));
        next.setAttribute("aria-disabled", String(isLast));
      },
      /** Says whether the show goes round by itself. */
      playing(isGoing) {
        const label = isGoing ? "暂停" : "自动播放";
        anliji.fill(play, [sign(isGoing ? "pause" : "play"), anliji.build("span", "", label)]);
        play.setAttribute("aria-label", isGoing ? "暂停自动播放" : `自动播放，每张${seconds}秒`);
        play.title = play.getAttribute("aria-label");
        play.dataset.does = isGoing ? "pause" : "play";
      },
      filling(isFull) {
        full.title = isFull ? "退出全屏" : "全屏";
        full.setAttribute("aria-label", full.title);
      },
    };
    bound.playing(false);
    return bound;
  };
})();
