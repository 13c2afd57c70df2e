import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/model/text.ts
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, VARIATION_SELECTORS = new RegExp("\\p{Variation_Selector}", "gu");
function showInvisible(text) {
  return text.replace(VARIATION_SELECTORS, "").replace(INVISIBLE, (character) => character === "	" || character === `
` ? character : visible(character));
}
function cut(text, limit) {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "")}\u2026`;
}
function visible(character) {
  let code = character.codePointAt(0) ?? 0;
  return code > 65535 ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
function someOf(items, most) {
  let left = items.length - most;
  return `${items.slice(0, most).join(", ")}${left > 0 ? ` and ${left} more` : ""}`;
}
function escapePattern(text) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
function unified(text) {
  return text.replaceAll(`\r
`, `
`).trim();
}
function countText(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
var SECONDS_IN = { year: 31557600, day: 86400, hour: 3600, minute: 60, second: 1 }, UNITS = ["year", "day", "hour", "minute", "second"];
function durationText(milliseconds, units, round = Math.round) {
  let seconds = round(milliseconds / 1e3), unit = UNITS.find((one) => seconds >= (units[one] ?? Number.POSITIVE_INFINITY)) ?? "second", count = round(seconds / SECONDS_IN[unit]);
  return countText(count, unit);
}
function timeText(time) {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}
function timeStamp(time) {
  return time.toISOString().replace(/[-:]|\.\d+/g, "");
}

export {
  showInvisible,
  cut,
  someOf,
  escapePattern,
  unified,
  countText,
  durationText,
  timeText,
  timeStamp
};
