/* The plan of a session: which cases fit into its minutes, and how these are divided, so that they add up. */
(() => {
  "use strict";

  /** By the session's length: minutes to begin, to rest and to close, and the most cases that it holds. */
  const FORMS = {
    45: { opening: 5, rest: 0, closing: 5, most: 6 },
    90: { opening: 5, rest: 0, closing: 10, most: 10 },
    180: { opening: 10, rest: 10, closing: 10, most: 15 },
  };
  /** The least that reading and discussing a case takes. */
  const LEAST = 10;
  const USUAL = 20;
  const LONG = 15;
  const STEP = 5;
  /** Characters that are read silently in a minute. */
  const PACE = 400;

  /** Divides minutes by weights into steps, so that none has nothing and they add up. */
  function divided(minutes, weights) {
    const steps = Math.floor(minutes / STEP) - 2 * weights.length;
    const sum = weights.reduce((all, one) => all + one, 0);
    const exact = weights.map((weight) => (steps * weight) / sum);
    const whole = exact.map(Math.floor);
    const order = exact.map((one, index) => index).sort((one, other) => (exact[other] - whole[other]) - (exact[one] - whole[one]) || one - other);
    for (let left = steps - whole.reduce((all, one) => all + one, 0), at = 0; left > 0; left -= 1, at += 1) whole[order[at]] += 1;
    return whole.map((one) => (one + 2) * STEP);
  }

  /** Counts what there is to read of a case. */
  function lengthOf({ summary = "", background = "", approach = "", results = "", lessons = "" }) {
    return [summary, background, approach, results, lessons].join("").replace(/\s/g, "").length;
  }

  /** Long talk is first had in groups. */
  function talked(minutes) {
    const inGroups = Math.round(minutes * 0.6);
    return minutes < LONG ? `讨论${minutes}分钟` : `小组讨论${inGroups}分钟，全班交流${minutes - inGroups}分钟`;
  }

  function inTurn(cases, room) {
    const minutes = divided(room, cases.map(({ record }) => (record.training && record.training.minutes) || USUAL));
    return cases.map(({ record, length }, index) => {
      const reading = Math.max(2, Math.min(Math.floor(minutes[index] * 0.4), Math.ceil(length / PACE)));
      return { minutes: minutes[index], title: `案例${index + 1}：${record.title}`, what: `阅读${reading}分钟，${talked(minutes[index] - reading)}`, number: index + 1 };
    });
  }

  function inGroups(cases, room) {
    const talk = Math.floor(room / 2 / STEP) * STEP;
    const each = Math.floor((room - talk) / cases.length);
    return [
      { minutes: talk, title: `分成${cases.length}组，每组读一个案例，按讨论题准备发言`, what: "分组阅读与讨论" },
      { minutes: room - talk, title: "各组汇报与交流", what: `每组${each}分钟${room - talk > each * cases.length ? "，其余时间点评" : ""}` },
    ];
  }

  /** Puts a pause where about half of the time has gone. */
  function paused(slots, rest, minutes) {
    if (!rest) return slots;
    let gone = 0;
    const at = slots.findIndex((slot) => (gone += slot.minutes) >= minutes / 2);
    const [before, after] = [slots.slice(0, at + 1), slots.slice(at + 1)];
    return [...before, { minutes: rest, title: "休息", what: "" }, ...after];
  }

  anliji.LESSONS = Object.keys(FORMS).map(Number);

  /** Plans a session with records: `{ minutes, slots, cases, left, isInGroups, reading, length }`. */
  anliji.lesson = (records, minutes, labels) => {
    const { opening, rest, closing, most } = FORMS[minutes];
    const cases = records.slice(0, most).map((record, index) => (
      Object.assign({ record, number: index + 1, length: lengthOf(record) }, anliji.questionsOf(record, labels, index))));
    const room = minutes - opening - rest - closing;
    const isInGroups = cases.length * LEAST > room;
    const slots = paused([
      { minutes: opening, title: "导入：说明目标和安排，发学员页", what: "" },
      ...(isInGroups ? inGroups(cases, room) : inTurn(cases, room)),
    ], rest, minutes);
    const length = cases.reduce((sum, one) => sum + one.length, 0);
    return {
      minutes,
      slots: [...slots, { minutes: closing, title: "小结：分清可以照着做的和要因地制宜的，写下一件准备做的事", what: "" }],
      cases,
      left: records.slice(most),
      isInGroups,
      length,
      reading: Math.ceil(length / PACE),
    };
  };
})();
