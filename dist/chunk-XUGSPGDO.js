import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  require_dist
} from "./chunk-A6FBNAVA.js";
import {
  ReleaseError
} from "./chunk-FO5DIOUC.js";
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

// src/chart/yaml/text.ts
var import_yaml2 = __toESM(require_dist(), 1);
var MAX_TEXT_LENGTH = 1024 * 1024, MAX_NODES = 2e5;
function parseYaml(text, place) {
  let problem = textProblem(text, place.maxLength ?? MAX_TEXT_LENGTH, place.isShallow);
  if (problem?.conflict) throw conflict(place.file, problem.what, problem.line);
  if (problem) throw failureAt(place, problem.what, { line: problem.line });
  let lines = new import_yaml2.LineCounter(), document = (0, import_yaml2.parseDocument)(text, { schema: "failsafe", lineCounter: lines, prettyErrors: !1, uniqueKeys: !1 }), [error] = document.errors;
  if (error) {
    let what = error.code === "MULTIPLE_DOCS" ? "holds several YAML documents" : `is not valid YAML: ${error.message}`;
    throw failureAt(place, what, lines.linePos(error.pos[0]));
  }
  let aliases = /* @__PURE__ */ new Map(), root = document.contents ?? void 0, yaml = { ...place, text, root, aliases, lines, budget: { nodes: MAX_NODES }, retyped: [] };
  return link(yaml, root, { anchors: /* @__PURE__ */ new Map(), aliases }), yaml;
}
function failure(yaml, node, what, hint) {
  return failureAt(yaml, what, node?.range ? yaml.lines.linePos(node.range[0]) : { line: 1 }, hint);
}
function spanOf(yaml, node) {
  let [start, end] = node.range ?? [0, 0], { line, col } = yaml.lines.linePos(start);
  return { line, column: col, start, end };
}
function failureAt(place, what, at, hint) {
  let location = { file: place.file, line: at.line, ...at.col === void 0 ? {} : { column: at.col } };
  return new ReleaseError(place.code, `${place.file} ${what}`, { at: location, hint });
}
function conflict(file, what, line) {
  let hint = "Resolve the merge: keep one side and delete the lines of <, = and >.";
  return new ReleaseError("CHART_CONFLICT_MARKERS", `${file} ${what}`, { at: { file, line }, hint });
}
function link(yaml, node, links) {
  if ((0, import_yaml2.isAlias)(node)) {
    let target = links.anchors.get(node.source);
    if (!target) throw failure(yaml, node, `uses *${node.source}, which no anchor before it names`);
    links.aliases.set(node, target);
  } else if ((0, import_yaml2.isMap)(node)) {
    yaml.lastKeyWins || refuseDuplicateKeys(yaml, node);
    for (let { key, value } of node.items) for (let part of [key, value]) link(yaml, part, links);
  } else if ((0, import_yaml2.isSeq)(node))
    for (let item of node.items) link(yaml, item, links);
  ((0, import_yaml2.isScalar)(node) || (0, import_yaml2.isMap)(node) || (0, import_yaml2.isSeq)(node)) && node.anchor && links.anchors.set(node.anchor, node);
}
function refuseDuplicateKeys(yaml, map) {
  let seen = /* @__PURE__ */ new Map();
  for (let { key } of map.items) {
    if (!(0, import_yaml2.isScalar)(key)) continue;
    let name = String(key.value), first = seen.get(name);
    if (first && name !== "<<")
      throw failure(yaml, key, `has the key ${name} twice, first in line ${spanOf(yaml, first).line}`);
    seen.set(name, key);
  }
}

// src/chart/yaml/fields.ts
var import_yaml3 = __toESM(require_dist(), 1);

// src/chart/yaml/go-scalar.ts
var TRUE = /* @__PURE__ */ new Set(["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"]), FALSE = /* @__PURE__ */ new Set(["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"]), NULL = /* @__PURE__ */ new Set(["", "~", "null", "Null", "NULL"]), NOT_FINITE = /^(?:\.(?:nan|NaN|NAN)|([-+]?)\.(?:inf|Inf|INF))$/, FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/, INTEGER = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/, INT64 = 2n ** 63n, UINT64 = 2n ** 64n;
function goScalar(source) {
  if (NULL.has(source)) return { kind: "null", text: "" };
  if (TRUE.has(source)) return { kind: "bool", text: "true" };
  if (FALSE.has(source)) return { kind: "bool", text: "false" };
  let infinity = NOT_FINITE.exec(source);
  return infinity ? { kind: "float", text: /nan/i.test(source) ? "NaN" : `${infinity[1] || "+"}Inf` } : goNumber(source) ?? { kind: "string", text: source };
}
function goNumber(source) {
  if (!/^[-+.\d]/.test(source)) return;
  let plain = source.startsWith(".") ? source.replace(/(?<=\d)_(?=\d)/g, "") : source.replaceAll("_", ""), integer = INTEGER.test(plain) ? goInteger(plain) : void 0;
  if (integer !== void 0) return { kind: "int", text: integer };
  let value = FLOAT.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? { kind: "float", text: formatFloat32(value) } : void 0;
}
function goInteger(plain) {
  let sign = /^[-+]/.exec(plain)?.[0] ?? "", digits = plain.slice(sign.length).replace(/^0[oO]?(?=[0-7])/, "0o"), value = BigInt(digits);
  if (sign === "-" ? value <= INT64 : value < (sign === "+" ? INT64 : UINT64))
    return String(sign === "-" ? -value : value);
}
function formatFloat32(value) {
  let float = Math.fround(value);
  if (!Number.isFinite(float)) return float > 0 ? "+Inf" : "-Inf";
  if (float === 0) return Object.is(float, -0) ? "-0" : "0";
  let shortest = shortestDigits(float), [mantissa = "", power = "0"] = shortest.split("e"), exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return plainDecimal(mantissa, exponent);
  let size = String(Math.abs(exponent)).padStart(2, "0");
  return `${mantissa}e${exponent < 0 ? "-" : "+"}${size}`;
}
function shortestDigits(float) {
  for (let digits = 0; digits < 9; digits++) {
    let text = float.toExponential(digits);
    if (Math.fround(Number(text)) === float) return text;
  }
  return float.toExponential(9);
}
function plainDecimal(mantissa, exponent) {
  let negative = mantissa.startsWith("-"), digits = mantissa.replace("-", "").replace(".", ""), whole = exponent < 0 ? "0" : digits.slice(0, exponent + 1).padEnd(exponent + 1, "0"), fraction = exponent < 0 ? "0".repeat(-exponent - 1) + digits : digits.slice(exponent + 1);
  return `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

// src/chart/yaml/fields.ts
var STR_TAG = "tag:yaml.org,2002:str", MAX_MERGES = 20;
function fieldsOf(yaml, node, what) {
  let map = follow(yaml, node);
  if (!(0, import_yaml3.isMap)(map)) throw failure(yaml, node, `has ${what} that is not a mapping`);
  let fields = /* @__PURE__ */ new Map();
  return collect(yaml, map, fields, MAX_MERGES), fields;
}
function itemsOf(yaml, node, what) {
  let list = follow(yaml, node);
  if (list === void 0 || isNull(yaml, list)) return [];
  if (!(0, import_yaml3.isSeq)(list)) throw failure(yaml, node, `has ${what} that is not a list`);
  return spend(yaml, list, list.items.length), list.items.map((item) => follow(yaml, item));
}
function pick(yaml, fields, name) {
  let lower = name.toLowerCase(), [first, second] = [...fields.values()].filter((field) => field.name.toLowerCase() === lower);
  if (second)
    throw failure(yaml, second.key, `has the keys ${first?.name} and ${second.name}, which Helm takes for one`);
  return first;
}
function scalarOf(yaml, node, what) {
  let scalar = follow(yaml, node);
  if (scalar === void 0) return { kind: "null", text: "" };
  if (!(0, import_yaml3.isScalar)(scalar)) throw failure(yaml, node, `has ${what} that is not plain text`);
  if (scalar.tag !== void 0 && scalar.tag !== STR_TAG) throw failure(yaml, node, `has ${what} with a tag`);
  let text = String(scalar.value ?? "");
  return scalar.type === "PLAIN" && scalar.tag === void 0 ? goScalar(text) : { kind: "string", text };
}
function helmText(yaml, node, what) {
  let { kind, text: read } = scalarOf(yaml, node, what);
  if (node === void 0 || kind === "string") return read;
  let { line, col } = yaml.lines.linePos(node.range?.[0] ?? 0), written = String(follow(yaml, node).value ?? "");
  return yaml.retyped.push({ what, written, read, kind, line, column: col }), read;
}
function sanitise(text) {
  return text.replace(new RegExp("\\p{White_Space}", "gu"), " ").replace(/[^ \p{L}\p{M}\p{N}\p{P}\p{S}]/gu, "");
}
function follow(yaml, node) {
  return (0, import_yaml3.isAlias)(node) ? (spend(yaml, node, 1), yaml.aliases.get(node)) : node ?? void 0;
}
function isNull(yaml, node) {
  return node === void 0 || (0, import_yaml3.isScalar)(node) && scalarOf(yaml, node, "a value").kind === "null";
}
function collect(yaml, map, fields, merges) {
  spend(yaml, map, map.items.length);
  for (let pair of map.items) {
    let key = pair.key, written = pair.value ?? void 0;
    if (isMergeKey(key)) {
      if (merges === 0) throw failure(yaml, key, "merges too many mappings");
      merge(yaml, written, fields, merges - 1);
      continue;
    }
    let { kind, text: name } = scalarOf(yaml, key, "a key");
    if (kind === "null") throw failure(yaml, key, "has a key that is empty");
    fields.set(name, { name, key, value: follow(yaml, written), written });
  }
}
function merge(yaml, written, fields, merges) {
  let source = follow(yaml, written), sources = (0, import_yaml3.isSeq)(source) ? source.items.map((item) => follow(yaml, item)).reverse() : [source];
  for (let map of sources) {
    if (!(0, import_yaml3.isMap)(map)) throw failure(yaml, written, "merges something that is not a mapping");
    collect(yaml, map, fields, merges);
  }
}
function isMergeKey(key) {
  return (0, import_yaml3.isScalar)(key) && key.value === "<<" && key.type === "PLAIN";
}
function spend(yaml, node, nodes) {
  if (yaml.budget.nodes -= nodes, yaml.budget.nodes < 0) throw failure(yaml, node, "unfolds to too many values");
}

export {
  goScalar,
  tooDeepAt,
  textProblem,
  hasOddCharacter,
  parseYaml,
  failure,
  spanOf,
  fieldsOf,
  itemsOf,
  pick,
  scalarOf,
  helmText,
  sanitise,
  follow,
  isNull
};
