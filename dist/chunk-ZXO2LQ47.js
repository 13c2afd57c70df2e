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
function unified(text) {
  return text.replaceAll(`\r
`, `
`).trim();
}

export {
  showInvisible,
  cut,
  someOf,
  unified
};
