import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  fieldsOf,
  itemsOf,
  parseYaml,
  scalarOf,
  spanOf
} from "./chunk-XUGSPGDO.js";
import {
  require_dist
} from "./chunk-A6FBNAVA.js";
import {
  ReleaseError
} from "./chunk-FO5DIOUC.js";
import {
  __toESM
} from "./chunk-RXEKE72Z.js";

// src/bump/auto/chart/values.ts
var import_yaml = __toESM(require_dist(), 1);
var MAX_LENGTH = 5 * 1024 * 1024;
function noValues(file) {
  return { kind: "map", entries: /* @__PURE__ */ new Map(), file, line: 1 };
}
function readValues(text, file) {
  try {
    let yaml = parseYaml(text, { file, code: "VALUES_INVALID", maxLength: MAX_LENGTH, lastKeyWins: !0 }), value = yaml.root ? read(yaml, yaml.root) : noValues(file);
    return value.kind === "map" ? value : value.kind === "null" ? noValues(file) : new ReleaseError("VALUES_INVALID", `${file} is not a mapping`, { at: { file, line: 1 } });
  } catch (error) {
    if (error instanceof ReleaseError) return error;
    throw error;
  }
}
function read(yaml, node, line = 1) {
  let at = { file: yaml.file, line: node?.range ? spanOf(yaml, node).line : line };
  if ((0, import_yaml.isMap)(node)) {
    let entries = /* @__PURE__ */ new Map();
    for (let { name, key, value } of fieldsOf(yaml, node, "a value").values()) {
      let { line: keyLine } = spanOf(yaml, key);
      entries.set(name, { ...read(yaml, value, keyLine), line: keyLine });
    }
    return { kind: "map", entries, ...at };
  }
  return (0, import_yaml.isSeq)(node) ? { kind: "list", items: itemsOf(yaml, node, "a value").map((item) => read(yaml, item, at.line)), ...at } : (0, import_yaml.isScalar)(node) && node.tag !== void 0 ? { kind: "string", text: String(node.value), ...at } : { ...scalarOf(yaml, node, "a value"), ...at };
}
function valueAt(value, path) {
  let at = value;
  for (let key of path)
    if (at?.kind === "map") at = at.entries.get(key);
    else if (at?.kind === "list" && /^\d{1,6}$/.test(key)) at = at.items[Number(key)];
    else return;
  return at;
}
function mergeValues(over, under) {
  let entries = new Map(under.entries);
  for (let [key, value] of over.entries) {
    let below = entries.get(key);
    value.kind === "map" && below?.kind === "map" ? entries.set(key, mergeValues(value, below)) : entries.set(key, value);
  }
  return { ...over, entries };
}
function isEmpty(value) {
  return value.kind === "map" ? value.entries.size === 0 : value.kind === "list" ? value.items.length === 0 : value.kind === "null" || value.kind === "string" && value.text === "";
}
var SHOWN_DEPTH = 3, SHOWN_PARTS = 8;
function shownValue(value, depth = 0) {
  return value.kind === "map" || value.kind === "list" ? shownParts(value, depth) : value.kind === "null" ? "null" : value.kind === "string" ? JSON.stringify(value.text.slice(0, 200)) : value.text;
}
function shownParts(value, depth) {
  let [open, close] = value.kind === "map" ? "{}" : "[]", size = value.kind === "map" ? value.entries.size : value.items.length;
  if (depth >= SHOWN_DEPTH && size > 0) return `${open}\u2026${close}`;
  let parts = [...value.kind === "map" ? [...value.entries].slice(0, SHOWN_PARTS).map(([key, one]) => `${key}: ${shownValue(one, depth + 1)}`) : value.items.slice(0, SHOWN_PARTS).map((one) => shownValue(one, depth + 1)), ...size > SHOWN_PARTS ? ["\u2026"] : []];
  return `${open}${parts.join(", ")}${close}`;
}
function isSame(a, b) {
  return a === b ? !0 : a.kind === "map" && b.kind === "map" ? a.entries.size === b.entries.size && [...a.entries].every(([key, one]) => {
    let other = b.entries.get(key);
    return other !== void 0 && isSame(one, other);
  }) : a.kind === "list" && b.kind === "list" ? a.items.length === b.items.length && a.items.every((one, at) => isSame(one, b.items[at])) : "text" in a && "text" in b && a.kind === b.kind && a.text === b.text;
}

// src/bump/auto/values/changes.ts
function changesOf(was, is, path = []) {
  return was === is ? [] : was.kind === "map" && is.kind === "map" ? changesInMap(was, is, path) : isSame(was, is) ? [] : was.kind === "map" && is.kind === "null" ? removals(was, path, is) : [{ kind: shape(was) !== shape(is) && was.kind !== "null" && is.kind !== "null" ? "type" : "default", path, was, is }];
}
function changesInMap(was, is, path) {
  let old = [...was.entries].flatMap(([key, value]) => {
    let now = is.entries.get(key);
    return now ? changesOf(value, now, [...path, key]) : [{ kind: "removed", path: [...path, key], was: value, near: is }];
  }), added = [...is.entries].filter(([key]) => !was.entries.has(key));
  return [...old, ...added.map(([key, value]) => ({ kind: "added", path: [...path, key], is: value }))];
}
function removals(was, path, near) {
  return [...was.entries].map(([key, value]) => ({ kind: "removed", path: [...path, key], was: value, near }));
}
function shape(value) {
  return value.kind === "map" || value.kind === "list" ? value.kind : "scalar";
}
function leavesOf(value, path) {
  return value.kind !== "map" || isEmpty(value) ? [{ path, value }] : [...value.entries].flatMap(([key, one]) => leavesOf(one, [...path, key]));
}

export {
  noValues,
  readValues,
  valueAt,
  mergeValues,
  isEmpty,
  shownValue,
  isSame,
  changesOf,
  shape,
  leavesOf
};
