import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  require_dist
} from "./chunk-A6FBNAVA.js";
import {
  __toESM
} from "./chunk-RXEKE72Z.js";

// src/chart/yaml/depth.ts
var import_yaml = __toESM(require_dist(), 1), MAX_DEPTH = 100, MARKERS = /* @__PURE__ */ new Set(["", "", ""]), FLOW_DEPTH = new Map(Object.entries({ "[": 1, "{": 1, "]": -1, "}": -1 }));
function tooDeepAt(text) {
  let indents = [], flow = 0, column = 0, offset = 0, leading = !0;
  for (let token of new import_yaml.Lexer().lex(text)) {
    if (MARKERS.has(token)) continue;
    flow = Math.max(0, flow + (FLOW_DEPTH.get(token) ?? 0));
    let blank = /^\s/.test(token), indicator = token === "-" || token === "?";
    if (!blank && flow === 0 && (leading || indicator) && indentTo(indents, column), 2 * indents.length + flow > MAX_DEPTH) return offset;
    offset += token.length;
    let newLine = token.endsWith(`
`);
    leading = newLine || leading && (blank || indicator), column = newLine ? 0 : column + token.length;
  }
}
function indentTo(indents, column) {
  for (; (indents.at(-1) ?? -1) > column; ) indents.pop();
  indents.at(-1) !== column && indents.push(column);
}

// src/chart/yaml/guard.ts
var ODD_CHARACTER = new RegExp("\\r(?!\\n)|(?![\\t\\n\\r])\\p{Cc}|[\\u2028\\u2029\\ufffd-\\uffff]|\\p{Cs}", "u"), CONFLICT_MARKER = /^(<{7}|>{7})(?= |\r?$)/m;
function textProblem(text, maxLength, isShallow = !1) {
  if (text.length > maxLength) return { what: `is longer than ${maxLength} characters`, line: 1 };
  let marker = CONFLICT_MARKER.exec(text);
  if (marker)
    return { what: `holds the conflict marker ${marker[1]}`, line: lineAt(text, marker.index), conflict: !0 };
  let odd = ODD_CHARACTER.exec(text);
  if (odd)
    return {
      what: `holds the character U+${odd[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}, which YAML readers do not read alike`,
      line: lineAt(text, odd.index)
    };
  let deep = isShallow ? void 0 : tooDeepAt(text);
  return deep === void 0 ? void 0 : { what: "is nested too deep", line: lineAt(text, deep) };
}
function hasOddCharacter(value) {
  return ODD_CHARACTER.test(value);
}
function lineAt(text, offset) {
  return text.slice(0, offset).split(`
`).length;
}

export {
  tooDeepAt,
  textProblem,
  hasOddCharacter
};
