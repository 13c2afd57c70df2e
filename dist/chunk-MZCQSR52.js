import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  lockEntriesFor
} from "./chunk-FNR6XVY7.js";
import {
  fieldsOf,
  itemsOf,
  parseYaml,
  readChartYaml,
  readExternalChartYaml,
  readLock,
  readRequirements,
  scalarOf,
  spanOf
} from "./chunk-HUB4QXZH.js";
import {
  require_dist
} from "./chunk-A6FBNAVA.js";
import {
  ReleaseError
} from "./chunk-72EAIUZW.js";
import {
  __toESM
} from "./chunk-RXEKE72Z.js";

// src/bump/auto/finding.ts
var KINDS = [
  "values",
  "schema",
  "rendered",
  "metadata",
  "dependencies",
  "templates",
  "files"
];
function createFinding({ was, is, at, ...finding2 }) {
  let kind = KINDS.find((one) => finding2.rule.startsWith(`${one}/`)) ?? "files";
  return {
    ...finding2,
    kind,
    subject: cut(finding2.subject, 120),
    text: cut(finding2.text, 400),
    ...was !== void 0 && { was: cut(was, 120) },
    ...is !== void 0 && { is: cut(is, 120) },
    ...at && { at }
  };
}
function cut(text, length) {
  let line = text.replace(/\s+/g, " ");
  return line.length > length ? `${line.slice(0, length - 1).toWellFormed()}\u2026` : line;
}
function placeText({ file, line }) {
  return line === void 0 ? file : `${file}:${line}`;
}
function pathText(path) {
  return path.map((key) => /[.\s"]/.test(key) || key === "" ? JSON.stringify(key) : key).join(".");
}

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

// src/bump/auto/chart/load.ts
var MAX_DEPTH = 8, valuesOfSide = /* @__PURE__ */ new WeakMap();
function topValues(side) {
  let known = valuesOfSide.get(side);
  if (known) return known;
  let values = readValues(fileText(side, "values.yaml") ?? "", "values.yaml");
  return valuesOfSide.set(side, values), values;
}
function loadChart(side, known = /* @__PURE__ */ new Map()) {
  return load({ side, folders: foldersOf(side), known }, "", 0);
}
function fileText(side, path) {
  let content = side.files.get(path);
  return content && Buffer.from(content.buffer, content.byteOffset, content.length).toString().replace(/^\ufeff/, "");
}
function load(source, folder, depth) {
  let { side, folders } = source, problems = [], attempt = (file, read3) => {
    let text = fileText(side, folder + file);
    try {
      return text === void 0 ? void 0 : read3(text, folder + file);
    } catch (error) {
      if (!(error instanceof ReleaseError)) throw error;
      problems.push(error);
      return;
    }
  }, manifest = attempt("Chart.yaml", depth === 0 ? readChartYaml : readExternalChartYaml), read2 = attempt("values.yaml", (text, file) => knownValues(text, file, source)) ?? noValues(`${folder}values.yaml`);
  read2 instanceof ReleaseError && problems.push(read2);
  let ownValues = read2 instanceof ReleaseError ? noValues(`${folder}values.yaml`) : read2, charts = (depth >= MAX_DEPTH ? [] : folders.get(folder) ?? []).map((one) => load(source, one, depth + 1)), declaredIn = manifest?.apiVersion === "v2" ? "Chart.yaml" : "requirements.yaml", declared = manifest?.apiVersion === "v2" ? manifest.dependencies : attempt("requirements.yaml", readRequirements) ?? [], lock = attempt("Chart.lock", readLock) ?? attempt("requirements.lock", readLock), dependencies = resolve(declared, lock, { charts, file: folder + declaredIn }), subcharts = byKey(dependencies, charts), values = mergeValues(ownValues, valuesOf(subcharts, `${folder}values.yaml`)), name = manifest?.name ?? folder.split("/").at(-2) ?? "";
  return { folder, name, manifest, ownValues, values, dependencies, subcharts, problems };
}
function knownValues(text, file, { known, side }) {
  let key = `${file}
${text}`, values = known.get(key) ?? (file === "values.yaml" ? topValues(side) : readValues(text, file));
  return known.set(key, values), file === "values.yaml" && valuesOfSide.set(side, values), values;
}
function resolve(declared, lock, { charts, file }) {
  let entries = lock ? lockEntriesFor(declared, lock) : [];
  return declared.map((dependency, index) => {
    let chart = charts.find((one) => one.name === dependency.name), locked = entries[index]?.version ?? lock?.entries.find(({ name }) => name === dependency.name)?.version, packaged = chart?.manifest?.version, isOnly = declared.every((one) => one === dependency || one.name !== dependency.name), isForeign = !dependency.repository.startsWith("file://"), resolved = isOnly && isForeign ? packaged ?? locked : locked ?? packaged;
    return { ...dependency, key: dependency.alias ?? dependency.name, file, resolved, chart };
  });
}
function byKey(dependencies, charts) {
  let found = /* @__PURE__ */ new Map();
  for (let { key, chart } of dependencies) chart && found.set(key, chart);
  let used = new Set(found.values());
  for (let chart of charts) used.has(chart) || found.set(chart.name, chart);
  return found;
}
function valuesOf(subcharts, file) {
  let entries = [...subcharts].map(([key, chart]) => [key, chart.values]);
  return { ...noValues(file), entries: new Map(entries) };
}
function foldersOf({ files }) {
  let found = /* @__PURE__ */ new Map();
  for (let path of files.keys()) {
    let [, parent = "", name] = /^((?:charts\/[^/]+\/)*)charts\/([^/]+)\/Chart\.yaml$/.exec(path) ?? [];
    name !== void 0 && found.set(parent, [...found.get(parent) ?? [], `${parent}charts/${name}/`]);
  }
  return found;
}

// src/bump/auto/files/crd-field-findings.ts
var MAX_OF_A_VERSION = 10;
function crdFieldFindings(pair) {
  return [.../* @__PURE__ */ new Set([...pair.was.keys(), ...pair.is.keys()])].filter((path) => !/^status(?:\.|$)/.test(path)).flatMap((path) => fieldFinding(pair, path)).slice(0, MAX_OF_A_VERSION);
}
function fieldFinding(pair, path) {
  let [was, is] = [pair.was.get(path), pair.is.get(path)], parent = parentOf(path);
  return parent !== "" && !(pair.was.has(parent) && pair.is.has(parent)) ? [] : was && !is ? isKept(pair, parent) ? [] : [finding(pair, path, GONE)] : is?.isRequired && !was?.isRequired && !is.hasDefault ? [finding(pair, path, REQUIRED, is)] : was?.type && is?.type && was.type !== is.type ? [{ ...finding(pair, path, RETYPED, is), was: was.type, is: is.type }] : [];
}
var GONE = { rule: "files/crd-field-removed", what: "is gone" }, REQUIRED = { rule: "files/crd-field-required", what: "is required now" }, RETYPED = { rule: "files/crd-field-type", what: "has another type" };
function finding({ subject, file }, path, { rule, what }, is) {
  let text = `\`${path}\` of ${subject} ${what}.`;
  return createFinding({
    level: "major",
    rule,
    subject: `${subject} ${path}`,
    text,
    at: { file, ...is && { line: is.line } }
  });
}
function isKept({ is }, parent) {
  return is.get(parent)?.isOpen === !0;
}
function parentOf(path) {
  return path.endsWith("[]") ? path.slice(0, -2) : path.slice(0, Math.max(path.lastIndexOf("."), 0));
}

// src/bump/auto/files/crd-fields.ts
var KEY = /^( *)((?:- +)*)(?:"([^"]{1,200})"|'([^']{1,200})'|([\w$./-]{1,200})) *:(?: +(.*))?$/, ITEM = /^( *)- +(?:"([^"]*)"|'([^']*)'|([\w.-]+))[ \t]*(?:#.*)?$/;
function fieldsIn(lines, firstLine) {
  let fields = /* @__PURE__ */ new Map(), stack = [], skipBelow;
  for (let [index, text] of lines.entries()) {
    let indent = text.length - text.trimStart().length;
    if (text.trim() === "" || skipBelow !== void 0 && indent > skipBelow) continue;
    skipBelow = void 0;
    let line = firstLine + index, item = requiredItem(text, stack);
    if (item !== void 0) {
      let path = pathOf(stack.slice(0, -1).map(({ key: key2 }) => key2));
      path !== void 0 && merge(fields, join(path, item), { isRequired: !0, line });
      continue;
    }
    let key = keyIn(text);
    if (!(!key || fields.size > 5e4)) {
      for (; (stack.at(-1)?.indent ?? -1) >= key.indent; ) stack.pop();
      stack.push(key), note(fields, stack, { value: key.value, line }), key.value !== "" && (skipBelow = key.indent);
    }
  }
  return fields;
}
function keyIn(text) {
  let [, blanks, items = "", double, single, plain, value = ""] = KEY.exec(text) ?? [];
  if (blanks !== void 0)
    return { indent: blanks.length + items.length, key: double ?? single ?? plain ?? "", value: value.trim() };
}
function requiredItem(text, stack) {
  let top = stack.at(-1);
  if (top?.key !== "required") return;
  let [, blanks = "", double, single, plain] = ITEM.exec(text) ?? [], name = double ?? single ?? plain;
  return name !== void 0 && blanks.length >= top.indent ? name : void 0;
}
function note(fields, stack, { value, line }) {
  let keys = stack.map(({ key }) => key), keyword = keys.at(-1), own = pathOf(keys);
  if (own !== void 0 && isField(keys)) {
    merge(fields, own, { line });
    return;
  }
  let around = pathOf(keys.slice(0, -1));
  around !== void 0 && (keyword === "type" && merge(fields, around, { type: value.replace(/["']/g, ""), line }), keyword === "default" && merge(fields, around, { hasDefault: !0, line }), keyword === "x-kubernetes-preserve-unknown-fields" && value === "true" && merge(fields, around, { isOpen: !0, line }));
}
function isField(keys) {
  return pathOf(keys.slice(0, -1)) === void 0 || keys.at(-1) === "items" || keys.at(-1) === "additionalProperties";
}
function pathOf(keys) {
  let path = "";
  for (let index = 0; index < keys.length; index += 1) {
    let key = keys[index];
    if (key === "items") path += "[]";
    else if (key === "additionalProperties") path = join(path, "*");
    else if (key === "properties") {
      index += 1;
      let name = keys[index];
      if (name === void 0) return;
      path = join(path, name);
    } else return;
  }
  return path;
}
function join(path, name) {
  return path === "" ? name : `${path}.${name}`;
}
function merge(fields, path, more) {
  let known = fields.get(path);
  fields.set(path, { ...known, ...more, line: known?.line ?? more.line });
}

// src/bump/auto/files/crd-schemas.ts
var SCHEMA = /^( *)openAPIV3Schema: *$/, VERSION = /^( *)(- +)?name: *["']?(v\d\w*)["']?\s*$/;
function schemasIn(text) {
  let found = /* @__PURE__ */ new Map(), crd, version, lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    let line = lines[index] ?? "";
    line.startsWith("---") && ([crd, version] = [void 0, void 0]), crd ??= /^ {2}name: *["']?([a-z0-9.-]+\.[a-z0-9.-]+)["']?\s*$/.exec(line)?.[1];
    let [, blanks = "", dash = "", name] = VERSION.exec(line) ?? [];
    name !== void 0 && (version = { name, indent: blanks.length + dash.length });
    let indent = SCHEMA.exec(line)?.[1]?.length;
    if (indent === void 0 || crd === void 0 || !version || indent <= version.indent) continue;
    let end = endOf(lines, index + 1, indent);
    found.set(`${crd} ${version.name}`, fieldsIn(lines.slice(index + 1, end), index + 2)), index = end - 1;
  }
  return found;
}
function endOf(lines, from, indent) {
  let end = lines.findIndex((line, index) => index >= from && line.trim() !== "" && indentOf(line) <= indent);
  return end < 0 ? lines.length : end;
}
function indentOf(line) {
  return line.length - line.trimStart().length;
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
  valueAt,
  isEmpty,
  shownValue,
  isSame,
  topValues,
  loadChart,
  fileText,
  createFinding,
  placeText,
  pathText,
  crdFieldFindings,
  schemasIn,
  changesOf,
  shape,
  leavesOf
};
