import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  highest,
  rank
} from "./chunk-IDFJ6PYE.js";
import {
  changesOf,
  crdFieldFindings,
  createFinding,
  fileText,
  isEmpty,
  isSame,
  leavesOf,
  loadChart,
  pathText,
  placeText,
  schemasIn,
  shape,
  shownValue,
  valueAt
} from "./chunk-MZCQSR52.js";
import "./chunk-FNR6XVY7.js";
import {
  isConstraint,
  satisfies
} from "./chunk-SDCPNQLT.js";
import "./chunk-HUB4QXZH.js";
import {
  compareHelmVersions,
  parseVersion,
  readHelmVersion
} from "./chunk-KPEBNB2V.js";
import "./chunk-A6FBNAVA.js";
import "./chunk-DW3HCCUW.js";
import "./chunk-72EAIUZW.js";
import {
  someOf
} from "./chunk-GQNI6KFR.js";
import "./chunk-RXEKE72Z.js";

// src/bump/auto/go-template/pipeline.ts
var LITERALS = /* @__PURE__ */ new Set(["true", "false", "nil"]);
function pipelineOf(tokens, line) {
  let reader = { tokens, at: 0, depth: 0, problem: void 0 }, pipeline2 = read(reader, line), left = reader.tokens[reader.at];
  return left && (reader.problem ??= { what: `has an unexpected ${JSON.stringify(left.value)}`, line: left.line }), reader.problem ?? pipeline2;
}
function read(reader, line) {
  let { names, declares } = variables(reader), commands = [];
  do {
    let operands = [], at = reader.tokens[reader.at]?.line ?? line;
    for (let operand = operandOf(reader); operand; operand = operandOf(reader)) operands.push(operand);
    operands.length > 0 && commands.push({ operands, line: at });
  } while (take(reader, "|"));
  return { names, declares, commands };
}
function variables(reader) {
  let [first, comma, second, sign] = reader.tokens.slice(reader.at, reader.at + 4);
  return first?.kind !== "variable" ? { names: [], declares: !1 } : isAssignment(comma) ? (reader.at += 2, { names: [first.value], declares: comma?.value === ":=" }) : comma?.value !== "," || second?.kind !== "variable" || !isAssignment(sign) ? { names: [], declares: !1 } : (reader.at += 4, { names: [first.value, second.value], declares: sign?.value === ":=" });
}
function isAssignment(token) {
  return token?.kind === "sign" && (token.value === ":=" || token.value === "=");
}
function operandOf(reader) {
  let token = reader.tokens[reader.at], base = token && baseOf(reader, token);
  if (!base) return;
  let fields = token.kind === "field" && token.value !== "" ? [token.value] : [];
  for (let next2 = reader.tokens[reader.at]; next2?.kind === "field" && next2.glued; next2 = reader.tokens[reader.at])
    fields.push(next2.value), reader.at += 1;
  return fields.length > 0 ? { kind: "fields", of: base, fields } : base;
}
function baseOf(reader, token) {
  if (token.kind === "sign") return token.value === "(" ? parenthesis(reader, token) : void 0;
  switch (reader.at += 1, token.kind) {
    case "field":
      return { kind: "dot" };
    case "variable":
      return { kind: "variable", name: token.value };
    case "text":
      return { kind: "text", text: token.value };
    case "number":
      return { kind: "number", text: token.value };
    case "name":
      return LITERALS.has(token.value) ? { kind: "literal" } : { kind: "function", name: token.value };
  }
}
function parenthesis(reader, { line }) {
  if (reader.at += 1, reader.depth += 1, reader.depth > 100) {
    reader.problem ??= { what: "is nested too deep", line }, reader.at = reader.tokens.length;
    return;
  }
  let pipeline2 = read(reader, line);
  return take(reader, ")") || (reader.problem ??= { what: "has a parenthesis that does not end", line }), reader.depth -= 1, { kind: "pipeline", pipeline: pipeline2 };
}
function take(reader, sign) {
  let token = reader.tokens[reader.at];
  return token?.kind !== "sign" || token.value !== sign ? !1 : (reader.at += 1, !0);
}

// src/bump/auto/go-template/tokens.ts
var COMMENT = /\/\*/y, SPACE = /\s+/y, WORD = /[\p{L}_][\p{L}\p{N}_]*/uy, FIELD = /\.(?:[\p{L}_][\p{L}\p{N}_]*)?/uy, VARIABLE = /\$(?:[\p{L}\p{N}_]+)?/uy, NUMBER = /[-+]?(?:0[xX][\da-fA-F_]+|[\d_]*\.?\d[\d_]*(?:[eE][-+]?\d+)?)i?/y, QUOTED = /"(?:[^"\\\n]|\\[^\n])*"/y, RAW = /`[^`]*`/y, CHARACTER = /'(?:[^'\\\n]|\\[^\n])+'/y, SIGN = /:=|[|(),=]/y, KINDS = [
  [WORD, "name"],
  [NUMBER, "number"],
  [FIELD, "field"],
  [VARIABLE, "variable"],
  [QUOTED, "text"],
  [RAW, "text"],
  [CHARACTER, "number"],
  [SIGN, "sign"]
];
function piecesOf(source) {
  let pieces = [], cursor = { source, at: 0, line: 1 }, trim = !1;
  for (; cursor.at < source.length; ) {
    let open = source.indexOf("{{", cursor.at), text = source.slice(cursor.at, open < 0 ? source.length : open);
    if (text !== "" && pieces.push({ kind: "text", text: trim ? text.trimStart() : text, line: cursor.line }), moveTo(cursor, open < 0 ? source.length : open), open < 0) break;
    let action = actionAt(cursor);
    if ("what" in action) return { pieces, problem: action };
    action.tokens && pieces.push({ kind: "action", tokens: action.tokens, line: action.line }), trim = action.trim;
  }
  return { pieces };
}
function actionAt(cursor) {
  let { source, line } = cursor;
  cursor.at += 2, source[cursor.at] === "-" && /\s/.test(source[cursor.at + 1] ?? "") && (cursor.at += 1);
  let start = cursor.at + (match(SPACE, cursor.source, cursor.at)?.length ?? 0);
  if (match(COMMENT, source, start) !== void 0) return commentAt(cursor, start, line);
  let tokens = [];
  for (; ; ) {
    let blank = match(SPACE, source, cursor.at)?.length ?? 0;
    moveTo(cursor, cursor.at + blank);
    let trim = blank > 0 && source.startsWith("-}}", cursor.at);
    if (trim || source.startsWith("}}", cursor.at))
      return cursor.at += trim ? 3 : 2, { tokens, line, trim };
    let token = tokenAt(cursor, blank === 0 && tokens.length > 0);
    if (!token) return { what: unexpected(cursor), line: cursor.line };
    tokens.push(token);
  }
}
function commentAt(cursor, start, line) {
  let end = cursor.source.indexOf("*/", start + 2);
  if (end < 0) return { what: "has a comment that does not end", line };
  moveTo(cursor, end + 2);
  let closing = /^\s*-?}}/.exec(cursor.source.slice(cursor.at, cursor.at + 100));
  return closing ? (moveTo(cursor, cursor.at + closing[0].length), { line, trim: closing[0].includes("-") }) : { what: "has a comment with something after it", line };
}
function tokenAt(cursor, glued) {
  for (let [pattern, kind] of KINDS) {
    let found = match(pattern, cursor.source, cursor.at);
    if (!found) continue;
    let { line } = cursor;
    return moveTo(cursor, cursor.at + found.length), { kind, value: tokenValue(kind, found), line, glued };
  }
}
function tokenValue(kind, found) {
  if (kind === "field") return found.slice(1);
  if (kind !== "text") return found;
  let inner = found.slice(1, -1);
  return found.startsWith("`") ? inner : inner.replace(/\\(.)/g, (_, escaped) => ESCAPES.get(escaped) ?? escaped);
}
var ESCAPES = new Map(Object.entries({ n: `
`, t: "	", r: "\r" }));
function match(pattern, source, at) {
  return pattern.lastIndex = at, pattern.exec(source)?.[0];
}
function moveTo(cursor, to) {
  for (let at = cursor.source.indexOf(`
`, cursor.at); at >= 0 && at < to; at = cursor.source.indexOf(`
`, at + 1))
    cursor.line += 1;
  cursor.at = to;
}
function unexpected({ source, at }) {
  let next2 = source.slice(at, at + 10);
  return next2 === "" ? "has an action that does not end" : `has ${JSON.stringify(next2)} where an operand belongs`;
}

// src/bump/auto/go-template/parse.ts
var MAX_DEPTH = 100;
function parseTemplate(source) {
  let { pieces, problem } = piecesOf(source), reader = { pieces, at: 0, depth: 0, definitions: [], problem: void 0 }, parts = list(reader).parts, found = reader.problem ?? problem;
  return { parts, definitions: reader.definitions, ...found && { problem: found } };
}
function list(reader) {
  let parts = [];
  for (; reader.at < reader.pieces.length && !reader.problem; ) {
    let piece = reader.pieces[reader.at];
    if (reader.at += 1, piece?.kind === "text" && parts.push({ kind: "text", text: piece.text }), piece?.kind !== "action") continue;
    let word2 = wordOf(piece);
    if (word2 === "end" || word2 === "else") {
      if (reader.depth > 0) return { parts, end: piece };
      reader.problem = { what: `has an \`${word2}\` without a beginning`, line: piece.line };
    } else {
      let part = partOf(reader, piece, word2);
      part && parts.push(part);
    }
  }
  return reader.depth > 0 && (reader.problem ??= { what: "has a block without an end", line: lastLine(reader) }), { parts };
}
function partOf(reader, piece, word2) {
  let { tokens, line } = piece, rest = tokens.slice(1);
  switch (word2) {
    case "if":
    case "with":
    case "range":
      return branch(reader, word2, { tokens: rest, line });
    case "define":
      define(reader, rest, line);
      return;
    case "block":
      return define(reader, rest.slice(0, 1), line), { kind: "template", name: rest[0]?.value ?? "", pipeline: pipeline(reader, rest.slice(1), line), line };
    case "template": {
      let given = rest.length > 1 ? { pipeline: pipeline(reader, rest.slice(1), line) } : {};
      return { kind: "template", name: rest[0]?.value ?? "", ...given, line };
    }
    case "break":
    case "continue":
      return;
    default:
      return { kind: "action", pipeline: pipeline(reader, tokens, line), line };
  }
}
function branch(reader, kind, { tokens, line }) {
  let condition = pipeline(reader, tokens, line), { parts: body, end } = inside(reader, line), otherwise = end && wordOf(end) === "else" ? elseOf(reader, kind, end) : [];
  return { kind, pipeline: condition, body, otherwise, line };
}
function elseOf(reader, kind, end) {
  let [, next2, ...rest] = end.tokens;
  if (!next2) return inside(reader, end.line).parts;
  let chained = next2.value === "with" ? "with" : "if";
  if (next2.kind === "name" && next2.value === chained && kind !== "range") {
    reader.depth += 1;
    let part = reader.depth > MAX_DEPTH ? tooDeep(reader, end.line) : branch(reader, chained, { tokens: rest, line: end.line });
    return reader.depth -= 1, part ? [part] : [];
  }
  return reader.problem ??= { what: "has something after an `else`", line: end.line }, [];
}
function define(reader, tokens, line) {
  let [name] = tokens;
  name?.kind !== "text" && (reader.problem ??= { what: "has a template without a name", line });
  let { parts } = inside(reader, line);
  reader.definitions.push({ name: name?.value ?? "", body: parts, line });
}
function inside(reader, line) {
  reader.depth += 1, reader.depth > MAX_DEPTH && tooDeep(reader, line);
  let found = list(reader);
  return reader.depth -= 1, found;
}
function tooDeep(reader, line) {
  reader.problem ??= { what: "is nested too deep", line };
}
function pipeline(reader, tokens, line) {
  let found = pipelineOf(tokens, line);
  return "what" in found ? (reader.problem ??= found, { names: [], declares: !1, commands: [] }) : found;
}
function wordOf(piece) {
  let [first] = piece.tokens;
  return first?.kind === "name" ? first.value : "";
}
function lastLine({ pieces }) {
  return pieces.at(-1)?.line ?? 1;
}

// src/bump/auto/reads/place.ts
var Places = class {
  root;
  /** False if something was left out because it exceeded a limit. */
  complete = !0;
  /** A missing template gets all values: it may read any of them. */
  handedOn = !1;
  #count = 0;
  constructor() {
    this.root = this.#place(void 0, "");
  }
  child(place, key) {
    let known = place.children.get(key);
    if (known) return known;
    if (depthOf(place) >= 24) return place;
    if (this.#count >= 2e4)
      return this.complete = !1, place;
    let child = this.#place(place, key);
    return place.children.set(key, child), child;
  }
  /** A use of the values as a whole says nothing about any single one. */
  use(place, use) {
    if (place === this.root) return;
    let without = use.without ? [...use.without].join() : "", key = `${use.how}${use.whole ? "+" : ""}${use.idle ? "?" : ""} ${use.type ?? ""} ${use.asType ?? ""} ${without} ${use.file}`;
    place.uses.has(key) || place.uses.set(key, use);
  }
  #place(parent, key) {
    return this.#count += 1, { id: this.#count, parent, key, children: /* @__PURE__ */ new Map(), uses: /* @__PURE__ */ new Map(), isRoot: parent === void 0 };
  }
};
function depthOf(place) {
  let depth = 0;
  for (let at = place.parent; at; at = at.parent) depth += 1;
  return depth;
}
function pathOf(place) {
  return place.parent ? [...pathOf(place.parent), place.key] : [];
}

// src/bump/auto/reads/abstract.ts
var UNKNOWN = { kind: "unknown" }, MAX_ALTERNATIVES = 24, MAX_INSIDE = 200;
function either(all) {
  let kept2 = /* @__PURE__ */ new Map();
  for (let one of all)
    for (let flat of one.kind === "either" ? one.of : [one])
      flat.kind !== "unknown" && kept2.size < MAX_ALTERNATIVES && kept2.set(identity(flat), flat);
  let of = [...kept2.values()];
  return of.length > 1 ? { kind: "either", of } : of[0] ?? UNKNOWN;
}
function made(from) {
  let parts = from.flatMap((one) => one.kind === "made" ? one.from : one.kind === "unknown" ? [] : [one]);
  return parts.length > 0 ? { kind: "made", from: parts.slice(0, MAX_ALTERNATIVES) } : UNKNOWN;
}
function alternatives(value) {
  return value.kind === "either" ? value.of : [value];
}
function identity(value, depth = 3) {
  switch (value.kind) {
    case "place":
      return `p${value.place.id}${value.without ? `-${[...value.without].join()}` : ""}`;
    case "context":
      return `c${value.scope.values.id}`;
    case "files":
      return `f${value.scope.values.id}`;
    case "content":
      return `F${value.scope.values.id}${value.path}${depth === 0 ? "" : identity(value.named, depth - 1)}`;
    case "text":
      return JSON.stringify(value.text);
    case "unknown":
      return "u";
    default:
      return depth === 0 ? value.kind : `${value.kind}(${partsOf(value, depth).sort().join()})`;
  }
}
function partsOf(value, depth) {
  return value.kind === "map" ? [...[...value.entries].map(([key, one]) => `${key}:${identity(one, depth - 1)}`), ...(value.under ?? []).map((one) => identity(one, depth - 1))] : insideOf(value).map((one) => identity(one, depth - 1));
}
function placesIn(value) {
  return partsIn(value).map(({ place }) => place);
}
function partsIn(value, seen = /* @__PURE__ */ new Set()) {
  return value.kind === "place" ? [value] : seen.has(value) || seen.size > MAX_INSIDE ? [] : (seen.add(value), (value.kind === "map" ? [...value.entries.values(), ...value.under ?? []] : insideOf(value)).flatMap((one) => partsIn(one, seen)));
}
function holdsContext(value) {
  return (value.kind === "map" ? [...value.entries.values(), ...value.under ?? []] : alternatives(value)).some((part) => part.kind === "context" || part.kind === "place" && part.place.parent === void 0);
}
function insideOf(value) {
  return value.kind === "list" ? value.items : value.kind === "either" ? value.of : value.kind === "made" ? value.from : [];
}
function step(value, key, { places, scope }) {
  switch (value.kind) {
    case "place":
      return value.without?.has(key) ? UNKNOWN : { kind: "place", place: places.child(value.place, key) };
    case "context":
      return contextField(value.scope, key);
    case "map":
      return stepInMap(value, key, { places, scope });
    case "list":
      return /^\d+$/.test(key) ? value.items[Number(key)] ?? UNKNOWN : either(value.items);
    case "either":
      return either(value.of.map((one) => step(one, key, { places, scope })));
    case "content":
      return key === "*" ? value : UNKNOWN;
    case "files":
      return UNKNOWN;
    default:
      return valuesAnyway(key, scope);
  }
}
function stepInMap({ entries, under = [] }, key, where) {
  let own2 = key === "*" ? [...entries.values()] : [entries.get(key) ?? entries.get("*") ?? UNKNOWN], found = either([...own2, ...under.map((one) => step(one, key, where))]);
  return found.kind === "unknown" && !entries.has(key) ? valuesAnyway(key, where.scope) : found;
}
function valuesAnyway(key, scope) {
  return key === "Values" ? { kind: "place", place: scope.values } : UNKNOWN;
}
function contextField(scope, key) {
  switch (key) {
    case "Values":
      return { kind: "place", place: scope.values };
    case "Files":
      return { kind: "files", scope };
    case "Chart":
      return { kind: "map", entries: /* @__PURE__ */ new Map([["Name", { kind: "text", text: scope.name }]]) };
    case "Release":
      return { kind: "map", entries: /* @__PURE__ */ new Map([["Name", { kind: "text", text: "\0" }]]) };
    case "Subcharts":
      return {
        kind: "map",
        entries: new Map([...scope.subcharts].map(([name, one]) => [name, { kind: "context", scope: one }]))
      };
    default:
      return UNKNOWN;
  }
}

// src/bump/auto/reads/matches.ts
function matches(pattern, text) {
  let parts = pattern.split("\0"), [first = ""] = parts, last = parts.at(-1) ?? "";
  if (parts.length === 1) return pattern === text;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return !1;
  let at = first.length;
  for (let part of parts.slice(1, -1)) {
    let found = text.indexOf(part, at);
    if (found < 0 || found + part.length > text.length - last.length) return !1;
    at = found + part.length;
  }
  return !0;
}

// src/bump/auto/reads/typed.ts
var TYPE_TESTS = /* @__PURE__ */ new Set(["kindIs", "typeIs", "typeIsLike"]), MAX_TYPED = 20;
function typedBy({ commands }, read2) {
  let [first, type, value, ...more] = commands.length === 1 ? commands[0]?.operands ?? [] : [];
  return first?.kind !== "function" || !TYPE_TESTS.has(first.name) || more.length > 0 ? [] : type?.kind !== "text" || !value ? [] : placesIn(read2(value)).slice(0, MAX_TYPED).map((place) => ({ place, type: type.text }));
}
function within(around, more) {
  return more.length === 0 || (around?.length ?? 0) >= MAX_TYPED ? around : [...around ?? [], ...more];
}
function typeOf(place, typed) {
  for (let at = place; at; at = at.parent) {
    let found = typed.find((one) => one.place === at);
    if (found) return found.type;
  }
}

// src/bump/auto/reads/maps.ts
var MAX_KEYS = 64, MAX_UNDER = 24;
function keyIn(entries, key) {
  return key?.kind === "text" && (entries.has(key.text) || entries.size < MAX_KEYS) ? key.text : "*";
}
function setEntry({ entries }, key, value) {
  let name = keyIn(entries, key);
  entries.set(name, either([entries.get(name) ?? UNKNOWN, value]));
}
function mergeInto(map, value) {
  for (let one of alternatives(value))
    if (one !== map)
      if (one.kind === "map") {
        for (let [text, inner] of one.entries) setEntry(map, { kind: "text", text }, inner);
        for (let inner of one.under ?? []) putUnder(map, inner);
      } else putUnder(map, one);
}
function putUnder({ under }, value) {
  !under || under.length >= MAX_UNDER || value.kind === "unknown" || under.some((one) => identity(one) === identity(value)) || under.push(value);
}
function withoutKeys(value, keys2) {
  return keys2.size === 0 ? value : value.kind === "place" ? { ...value, without: /* @__PURE__ */ new Set([...keys2, ...value.without ?? []]) } : value.kind !== "map" ? value : { kind: "map", entries: new Map([...value.entries].filter(([key]) => !keys2.has(key))), under: (value.under ?? []).map((one) => withoutKeys(one, keys2)) };
}

// src/bump/auto/reads/functions.ts
function call(context, { name, args, at }) {
  let plain = name.replace(/^must(?=[A-Z])/, "");
  return (FUNCTIONS.get(`${plain.charAt(0).toLowerCase()}${plain.slice(1)}`) ?? generic)(context, { name: plain, args, at });
}
var generic = (context, { name, args, at }) => {
  for (let arg of args) context.use(arg, { how: name, whole: !0 }, at);
  return made(args);
}, looks = (context, { name, args, at }) => {
  for (let arg of args) context.use(arg, { how: name, whole: !1 }, at);
  return UNKNOWN;
}, typeTest = (context, { name, args: [type = UNKNOWN, value = UNKNOWN], at }) => (context.use(value, { how: name, whole: !1, ...type.kind === "text" && { type: type.text } }, at), UNKNOWN), passes = (_, { args }) => either(args), passesFirst = (_, { args }) => args[0] ?? UNKNOWN, passesLast = (_, { args }) => args.at(-1) ?? UNKNOWN, merges = (context, call2) => {
  let [into2, ...others] = call2.args;
  for (let one of into2 ? alternatives(into2) : [])
    if (one.kind === "map") for (let other of others) mergeInto(one, other);
  return passes(context, call2);
}, adds = (_, { args: [list3 = UNKNOWN, one = UNKNOWN] }) => either([list3, { kind: "list", items: [one] }]), drops = (context, { args: [from = UNKNOWN, ...keys2], at, name }) => {
  let known = new Set(keys2.flatMap((key) => key.kind === "text" ? [key.text] : []));
  for (let key of keys2) key.kind !== "text" && context.use(key, { how: name, whole: !0 }, at);
  return either(alternatives(from).map((one) => withoutKeys(one, known)));
}, pick = (context, { args: [from = UNKNOWN, ...keys2], at }) => {
  if (!keys2.every((key) => key.kind === "text" && !key.text.includes("\0"))) return from;
  let texts = keys2.flatMap((key) => key.kind === "text" ? [key.text] : []);
  return {
    kind: "map",
    entries: new Map(texts.map((text) => [text, step(from, text, { places: context.places, scope: at.scope })]))
  };
}, chunk = (_, { args }) => ({ kind: "list", items: [args.at(-1) ?? UNKNOWN] }), item = (context, { args: [list3 = UNKNOWN], at }) => step(list3, "*", { places: context.places, scope: at.scope }), indexes = (context, { args: [value = UNKNOWN, ...keys2], at }) => keys2.reduce((from, key) => stepTo(context, { from, key, at }), value);
function stepTo(context, { from, key, at }) {
  let texts = alternatives(key).map((one) => one.kind === "text" && !one.text.includes("\0") ? one.text : "*");
  return key.kind !== "text" && context.use(key, { how: "index", whole: !0 }, at), either(texts.map((text) => step(from, text, { places: context.places, scope: at.scope })));
}
var dig = (context, { args, at, name }) => {
  let from = args.at(-1) ?? UNKNOWN, found = indexes(context, { name, args: [from, ...args.slice(0, -2)], at });
  return either([found, args.at(-2) ?? UNKNOWN]);
}, pluck = (context, { args: [key = UNKNOWN, ...from], at }) => ({
  kind: "list",
  items: from.map((one) => stepTo(context, { from: one, key, at }))
}), hasKey = (context, { args: [from = UNKNOWN, key = UNKNOWN], at, name }) => (context.use(stepTo(context, { from, key, at }), { how: name, whole: !1 }, at), UNKNOWN), dict = (_, { args }) => {
  let map = { kind: "map", entries: /* @__PURE__ */ new Map(), under: [] };
  for (let index = 0; index < args.length; index += 2) setEntry(map, args[index], args[index + 1] ?? UNKNOWN);
  return map;
}, set = (context, { args: [map = UNKNOWN, key = UNKNOWN, value = UNKNOWN], at, name }) => {
  for (let one of alternatives(map)) one.kind === "map" && setEntry(one, key, value);
  return context.use(value, { how: name, whole: !0 }, at), map;
}, list2 = (_, { args }) => ({ kind: "list", items: args }), keys = (context, { args, at, name }) => {
  for (let arg of args)
    arg.kind !== "context" && (context.use(step(arg, "*", { places: context.places, scope: at.scope }), { how: name, whole: !1 }, at), context.use(arg, { how: name, whole: !1 }, at));
  return UNKNOWN;
}, values = (context, { args, at }) => ({
  kind: "list",
  items: args.map((arg) => step(arg, "*", { places: context.places, scope: at.scope }))
}), restores = (_, { args: [text = UNKNOWN] }) => {
  let from = alternatives(text).map(
    (one) => one.kind === "made" ? either(one.from) : one.kind === "place" ? one : UNKNOWN
  );
  return either(from);
}, printf = (context, { args, at, name }) => {
  let [format, ...rest] = args;
  for (let arg of rest) context.use(arg, { how: name, whole: !0 }, at);
  if (format?.kind !== "text") return made(args);
  let next2 = 0, text = format.text.replace(/%%|%[-+# 0]*\d*(?:\.\d+)?[a-zA-Z]/g, (verb) => {
    if (verb === "%%") return "%";
    let arg = rest[next2];
    return next2 += 1, arg?.kind === "text" && verb === "%s" ? arg.text : "\0";
  }), from = made(rest);
  return from.kind === "made" ? either([{ kind: "text", text }, from]) : { kind: "text", text };
}, print = (context, { args, at, name }) => {
  for (let arg of args) context.use(arg, { how: name, whole: !0 }, at);
  return args.some((arg) => arg.kind === "text") ? { kind: "text", text: args.map((arg) => arg.kind === "text" ? arg.text : "\0").join("") } : made(args);
}, ternary = (context, { args: [yes = UNKNOWN, no = UNKNOWN, test = UNKNOWN], at, name }) => (context.use(test, { how: name, whole: !1 }, at), either([yes, no])), split = (context, { args, at, name }) => {
  let known = args.at(-1);
  if (known?.kind !== "text") return generic(context, { name, args, at });
  let separator = args[0]?.kind === "text" ? args[0].text : " ";
  return { kind: "list", items: known.text.split(separator).map((text) => ({ kind: "text", text })) };
}, include = (context, { args: [name = UNKNOWN, dot = UNKNOWN], at }) => context.include(name, dot, at), tpl = (context, { args: [template2 = UNKNOWN, dot = UNKNOWN], at }) => context.expand(template2, dot, at);
function many(names, reader) {
  return names.split(" ").map((name) => [name, reader]);
}
var FUNCTIONS = new Map([
  ...many("eq ne lt le gt ge not empty len kindOf typeOf all any deepEqual", looks),
  ...many("kindIs typeIs typeIsLike", typeTest),
  ...many("default coalesce and or concat", passes),
  ...many("merge mergeOverwrite", merges),
  ...many("append push prepend", adds),
  ...many("omit unset", drops),
  ...many("deepCopy uniq compact reverse rest initial without slice", passesFirst),
  ...many("required", passesLast),
  ...many("first last", item),
  ...many("fromYaml fromJson fromYamlArray fromJsonArray fromToml", restores),
  ...many("list tuple", list2),
  ...many("split splitList splitn", split),
  ...many("get index", indexes),
  ...many("lookup now", () => UNKNOWN),
  ...Object.entries({
    chunk,
    dict,
    dig,
    hasKey,
    keys,
    pick,
    pluck,
    print,
    printf,
    set,
    ternary,
    include,
    tpl,
    values
  })
]);

// src/bump/auto/reads/walk.ts
function variablesOf(dot) {
  return { own: /* @__PURE__ */ new Map([["$", dot]]), outer: void 0 };
}
function walk(walker, parts, frame) {
  for (let part of parts) {
    if (!walker.spend()) return;
    if (part.kind === "text") continue;
    let here = { ...frame, at: { ...frame.at, line: part.line } };
    part.kind === "action" ? print2(walker, part.pipeline, here) : part.kind === "template" ? template(walker, part, here) : branch2(walker, part, here);
  }
}
function print2(walker, pipeline2, frame) {
  let at = { ...frame.at, idle: frame.at.idle || fails(pipeline2) }, value = evaluate(walker, pipeline2, { ...frame, at });
  pipeline2.names.length > 0 || (walker.use(value, { how: "output", whole: !0 }, at), frame.printed.length < 64 && value.kind !== "unknown" && frame.printed.push(value));
}
function template(walker, part, frame) {
  let dot = part.pipeline ? evaluate(walker, part.pipeline, frame) : UNKNOWN, value = walker.include({ kind: "text", text: part.name }, dot, frame.at);
  frame.printed.length < 64 && value.kind !== "unknown" && frame.printed.push(value);
}
function branch2(walker, part, frame) {
  let inner = { ...frame, variables: { own: /* @__PURE__ */ new Map(), outer: frame.variables } }, at = { ...frame.at, idle: frame.at.idle || isFailure(part.body) }, value = evaluate(walker, { ...part.pipeline, names: [] }, { ...inner, at });
  walker.use(value, { how: part.kind, whole: !1 }, at);
  let dot = part.kind === "range" ? step(value, "*", { places: walker.places, scope: at.scope }) : value, names = part.pipeline.names, bound2 = part.kind === "range" && names.length > 0 ? dot : value, last = names.at(-1);
  last !== void 0 && bind(inner.variables, last, bound2, part.pipeline.declares), part.kind === "range" && names.length === 2 && (walker.use(dot, { how: "key", whole: !1 }, at), bind(inner.variables, names[0] ?? "", keyOf(value), part.pipeline.declares));
  let typed = part.kind === "if" ? typedBy(part.pipeline, (operand) => operandValue(walker, operand, inner)) : [], held = within(frame.at.typed, typed), below = held ? { ...inner, at: { ...inner.at, typed: held } } : inner;
  walk(walker, part.body, part.kind === "if" ? below : { ...below, dot }), walk(walker, part.otherwise, { ...inner, variables: { own: /* @__PURE__ */ new Map(), outer: inner.variables } });
}
function keyOf(value) {
  return value.kind === "content" ? { kind: "text", text: value.path } : value.kind !== "map" ? UNKNOWN : either([...value.entries.keys()].map((text) => ({ kind: "text", text: text === "*" ? "\0" : text })));
}
function isFailure(parts) {
  let doing = parts.filter((part) => part.kind !== "text" || part.text.trim() !== "");
  return doing.length > 0 && doing.every((part) => part.kind === "action" && fails(part.pipeline));
}
function fails({ commands }) {
  return commands.some(({ operands: [first] }) => first?.kind === "function" && first.name === "fail");
}
function evaluate(walker, pipeline2, frame) {
  let value;
  for (let command of pipeline2.commands) value = run(walker, command, { frame, piped: value });
  let result = value ?? UNKNOWN, [name] = pipeline2.names;
  return name !== void 0 && bind(frame.variables, name, result, pipeline2.declares), result;
}
function run(walker, command, { frame, piped }) {
  let [first, ...rest] = command.operands;
  if (!first || !walker.spend()) return UNKNOWN;
  let args = [...rest.map((operand) => operandValue(walker, operand, frame)), ...piped ? [piped] : []], at = { ...frame.at, line: command.line };
  return first.kind === "function" ? call(walker, { name: first.name, args, at }) : args.length > 0 && first.kind === "fields" ? method(walker, first, { frame, args }) : operandValue(walker, first, frame);
}
function method(walker, operand, { frame, args }) {
  let of = fieldsOf(walker, { ...operand, fields: operand.fields.slice(0, -1) }, frame), [path] = args, found = alternatives(of).flatMap((one) => one.kind === "files" ? [one.scope] : []);
  if (found.length === 0) {
    for (let arg of args) walker.use(arg, { how: "method", whole: !0 }, frame.at);
    return UNKNOWN;
  }
  path && walker.use(path, { how: "Files", whole: !0 }, frame.at);
  let text = path?.kind === "text" ? path.text : "\0";
  return either(
    found.map((scope) => ({ kind: "content", scope, path: text.replaceAll("*", "\0"), named: path ?? UNKNOWN }))
  );
}
function operandValue(walker, operand, frame) {
  switch (operand.kind) {
    case "dot":
      return frame.dot;
    case "variable":
      return lookUp(frame.variables, operand.name);
    case "text":
      return { kind: "text", text: operand.text };
    case "number":
      return { kind: "text", text: operand.text };
    case "function":
      return call(walker, { name: operand.name, args: [], at: frame.at });
    case "pipeline":
      return evaluate(walker, operand.pipeline, frame);
    case "fields":
      return fieldsOf(walker, operand, frame);
    default:
      return UNKNOWN;
  }
}
function fieldsOf(walker, { of, fields }, frame) {
  let { at } = frame, value = operandValue(walker, of, frame);
  for (let field of fields)
    value.kind === "content" && /^As|^Lines$/.test(field) || (value = step(value, field, { places: walker.places, scope: at.scope }));
  return value;
}
function lookUp(variables2, name) {
  for (let at = variables2; at; at = at.outer) {
    let value = at.own.get(name);
    if (value) return value;
  }
  return UNKNOWN;
}
function bind(variables2, name, value, declares) {
  if (declares) {
    variables2.own.set(name, value);
    return;
  }
  for (let at = variables2; at; at = at.outer) {
    let before = at.own.get(name);
    if (before) {
      at.own.set(name, either([before, value]));
      return;
    }
  }
}
function printedText(printed) {
  return printed.length === 1 && printed[0]?.kind === "text" ? printed[0] : made(printed);
}

// src/bump/auto/reads/reader.ts
var MAX_STEPS = 4e5, MAX_CALLS = 60, MAX_TEXTS = 2e3, ChartReader = class {
  places;
  #parts;
  #known = /* @__PURE__ */ new Map();
  #texts = /* @__PURE__ */ new Map();
  #steps = 0;
  #calls = 0;
  constructor(parts) {
    this.#parts = parts, this.places = parts.places;
  }
  spend() {
    return this.#steps += 1, this.#steps > MAX_STEPS && (this.places.complete = !1), this.#steps <= MAX_STEPS;
  }
  /** The uses of values by Chart.yaml: conditions, tags, and all values of missing dependencies. */
  declared(chart, scope) {
    for (let { key, file, line, fields, chart: there } of chart.dependencies) {
      let use = (path, how, whole2) => {
        let place = path.reduce((at, part) => this.places.child(at, part), scope.values);
        this.places.use(place, { how, whole: whole2, idle: !1, file, line });
      }, conditions = typeof fields.condition == "string" ? fields.condition.split(",") : [];
      for (let condition of conditions) use(condition.trim().split("."), "condition", !1);
      for (let tag of Array.isArray(fields.tags) ? fields.tags : []) use(["tags", String(tag)], "tags", !1);
      there || use([key], "dependency", !0);
    }
    for (let [key, one] of chart.subcharts) {
      let inner = scope.subcharts.get(key);
      inner && this.declared(one, inner);
    }
  }
  file({ path, scope, parts }) {
    let at = { file: path, line: 1, scope, idle: /(?:^|\/)NOTES\.txt$/.test(path) };
    this.#run(parts, { kind: "context", scope }, at);
  }
  offered({ body, file, line, scope }) {
    this.#run(body, { kind: "context", scope }, { file, line, scope, idle: !1 });
  }
  use(value, use, at) {
    if (value.kind !== "made")
      for (let { place, without } of partsIn(value)) {
        let asType = at.typed && typeOf(place, at.typed), more = { ...without && { without }, ...asType !== void 0 && { asType } };
        this.places.use(place, { ...use, ...more, idle: at.idle, file: at.file, line: at.line });
      }
  }
  include(name, dot, at) {
    let found = alternatives(name).flatMap((one) => one.kind === "text" ? this.#named(one.text) : []);
    return found.length > 0 ? made(found.map((definition) => this.#call(definition, dot, at))) : (this.use(dot, { how: "include", whole: !0 }, at), holdsContext(dot) && (this.places.handedOn = !0), made(placesIn(dot).map((place) => ({ kind: "place", place }))));
  }
  expand(template2, dot, at) {
    for (let one of alternatives(template2)) this.#expandPlaces(one, dot, at);
    for (let one of template2.kind === "made" ? template2.from : alternatives(template2))
      one.kind === "text" && this.#expandText(one.text, dot, at), one.kind === "content" && (this.use(one.named, { how: "tpl of file", whole: !0 }, at), this.#expandFiles(one, dot, at));
    return made([template2]);
  }
  #expandPlaces(template2, dot, at) {
    let how = template2.kind === "made" ? "tpl of text" : "tpl";
    for (let place of placesIn(template2))
      this.places.use(place, { how, whole: !0, idle: at.idle, file: at.file, line: at.line }), this.#expandValue(valueAt(this.#parts.chart.values, pathOf(place)), dot, at);
  }
  #expandValue(value, dot, at) {
    value?.kind === "string" && this.#expandText(value.text, dot, { ...at, file: value.file, line: value.line });
    let inside3 = value?.kind === "map" ? [...value.entries.values()] : value?.kind === "list" ? value.items : [];
    for (let one of inside3) this.#expandValue(one, dot, at);
  }
  #expandFiles({ path, scope }, dot, at) {
    if (path !== "\0")
      for (let file of this.#parts.side.files.keys())
        !file.startsWith(scope.folder) || !matches(path, file.slice(scope.folder.length)) || this.#expandText(fileText(this.#parts.side, file) ?? "", dot, { ...at, file, line: 1 });
  }
  #expandText(text, dot, at) {
    if (!text.includes("{{") || this.#texts.size >= MAX_TEXTS) return;
    let key = `${text}
${identity(dot)}`;
    if (this.#texts.has(key)) return;
    let { parts } = parseTemplate(text);
    this.#texts.set(key, parts), this.#run(parts, dot, at);
  }
  #named(name) {
    let { definitions } = this.#parts, exact = definitions.get(name);
    return exact ? [exact] : !name.includes("\0") || name === "\0" ? [] : [...definitions.values()].filter((one) => matches(name, one.name));
  }
  #call(definition, dot, at) {
    let scope = definition.scope.isLibrary || definition.scope.folder === at.scope.folder ? at.scope : definition.scope, key = `${definition.name}
${at.idle}
${scope.values.id}
${identity(dot)}`, known = this.#known.get(key);
    if (known) return known;
    if (this.#calls >= MAX_CALLS) return UNKNOWN;
    this.#known.set(key, UNKNOWN);
    let given = this.#run(definition.body, dot, {
      file: definition.file,
      line: definition.line,
      scope,
      idle: at.idle
    });
    return this.#known.set(key, given), given;
  }
  #run(parts, dot, at) {
    let printed = [];
    return this.#calls += 1, walk(this, parts, { dot, variables: variablesOf(dot), printed, at }), this.#calls -= 1, printedText(printed);
  }
};

// src/bump/auto/reads/read-chart.ts
function readTemplates(side, chart, known = /* @__PURE__ */ new Map()) {
  let places = new Places(), scope = scopeOf(places, chart, places.root), problems = [], definitions = /* @__PURE__ */ new Map(), files = [];
  for (let one of scopesIn(scope))
    for (let path of side.files.keys()) {
      if (!path.startsWith(`${one.folder}templates/`)) continue;
      let template2 = parsed(fileText(side, path) ?? "", known);
      template2.problem && problems.push({ file: path, ...template2.problem });
      for (let definition of template2.definitions)
        definitions.set(definition.name, { ...definition, file: path, scope: one });
      files.push({ path, scope: one, parts: template2.parts });
    }
  let reader = new ChartReader({ side, chart, places, definitions });
  reader.declared(chart, scope);
  for (let file of files) isPartial(file) || reader.file(file);
  if (scope.isLibrary)
    for (let definition of definitions.values()) definition.scope === scope && reader.offered(definition);
  return { places, definitions, problems };
}
function parsed(text, known) {
  let before = known.get(text);
  if (before) return before;
  let template2 = parseTemplate(text);
  return known.set(text, template2), template2;
}
function isPartial({ path, scope }) {
  return scope.isLibrary || /(?:^|\/)_[^/]*$/.test(path);
}
function scopeOf(places, chart, values2) {
  values2.isRoot = !0, values2 !== places.root && values2.children.set("global", places.child(places.root, "global"));
  let subcharts = [...chart.subcharts].map(
    ([key, one]) => [key, scopeOf(places, one, places.child(values2, key))]
  );
  return {
    folder: chart.folder,
    name: chart.name,
    values: values2,
    isLibrary: chart.manifest?.type === "library",
    subcharts: new Map(subcharts)
  };
}
function scopesIn(scope) {
  return [...[...scope.subcharts.values()].flatMap(scopesIn), scope];
}

// src/bump/auto/chart-analysis.ts
function analysePair(old, now) {
  let [values2, templates] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()], analyse = (side) => {
    let chart = loadChart(side, values2);
    return { side, chart, reads: readTemplates(side, chart, templates) };
  };
  return { old: analyse(old), now: analyse(now) };
}

// src/bump/auto/dependencies/dependencies.ts
function dependencyFindings({ old, now }) {
  let after = now.chart.dependencies, left = new Map(after.map((one) => [one.key, one])), kept2 = old.chart.dependencies.flatMap((was) => {
    let is = left.get(was.key);
    return is ? (left.delete(was.key), moved(was, is, old.chart)) : [gone(was, old.chart, after)];
  }), before = new Set(old.chart.dependencies.map(({ name }) => name));
  return [...kept2, ...[...left.values()].map((one) => added(one, before.has(one.name)))];
}
function gone(was, chart, after) {
  let other = after.find(({ name }) => name === was.name), at = { file: "Chart.yaml", line: other?.line ?? 1 }, about = { subject: `dependencies.${was.key}`, was: dependencyText(was), at };
  if (other) {
    let text2 = `The values of the dependency ${was.name} stood under \`${was.key}\` and stand under \`${other.key}\` now.`;
    return createFinding({ ...about, level: "major", rule: "dependencies/alias", text: text2, is: dependencyText(other) });
  }
  if (isLibrary(was)) {
    let text2 = `The library ${was.key} is gone.`;
    return createFinding({ ...about, level: "patch", rule: "dependencies/library", text: text2 });
  }
  if (!isExposed(was, chart)) {
    let text2 = `The dependency ${was.key} is gone; values.yaml offered nothing of it.`;
    return createFinding({ ...about, level: "minor", rule: "dependencies/removed-hidden", text: text2 });
  }
  let text = `The dependency ${was.key} is gone, and with it what users set under \`${was.key}\`.`;
  return createFinding({ ...about, level: "major", rule: "dependencies/removed", text });
}
function added(is, again) {
  let text = again ? `The dependency ${is.name} is there under \`${is.key}\` too.` : `The dependency ${is.key} is new.`, at = { file: is.file, line: is.line }, isHidden = isLibrary(is);
  return createFinding({
    level: isHidden ? "patch" : "minor",
    rule: isHidden ? "dependencies/library" : "dependencies/added",
    subject: `dependencies.${is.key}`,
    text,
    is: dependencyText(is),
    at
  });
}
function moved(was, is, chart) {
  let at = { file: is.file, line: is.line }, about = { subject: `dependencies.${is.key}`, was: dependencyText(was), is: dependencyText(is), at };
  if (was.name !== is.name && isLibrary(was) && isLibrary(is)) {
    let text = `Under \`${is.key}\` stood the library ${was.name}, and now ${is.name}.`;
    return [createFinding({ ...about, level: "patch", rule: "dependencies/library", text })];
  }
  if (was.name !== is.name) {
    let text = `Under \`${is.key}\` stood the chart ${was.name}, and now ${is.name}.`;
    return [createFinding({ ...about, level: "major", rule: "dependencies/replaced", text })];
  }
  let [before, after] = [versionOf(was), versionOf(is)];
  if (!before || !after || compareHelmVersions(before, after) === 0) {
    if (was.version === is.version && was.repository === is.repository) return [];
    let text = `The dependency ${is.key} is asked for in another way, and is what it was.`;
    return [createFinding({ ...about, level: "patch", rule: "dependencies/asked", text })];
  }
  let what = `The dependency ${is.key} ${wentFrom(was, is)}`;
  if (before.major !== after.major) {
    if (before.major > 0n && isExposed(was, chart)) {
      let text2 = `${what}, a major version, and its values are offered under \`${is.key}\`.`;
      return [createFinding({ ...about, level: "major", rule: "dependencies/major", text: text2 })];
    }
    let text = `${what}; ${whyHidden(was, is, before.major)}.`;
    return [createFinding({ ...about, level: "minor", rule: "dependencies/major-hidden", text })];
  }
  let level = before.minor === after.minor ? "patch" : "minor";
  return [createFinding({ ...about, level, rule: `dependencies/${level}`, text: `${what}.` })];
}
function whyHidden(was, is, before) {
  return before === 0n ? "its version said that anything may change" : was.chart && is.chart ? "none of its values are offered" : "it is not in charts/, so what that changes here is not known; none of its values are offered";
}
function isLibrary({ chart }) {
  return chart?.manifest?.type === "library";
}
function wentFrom(was, is) {
  if (was.resolved === void 0 || is.resolved === void 0)
    return `is asked for as ${is.version} instead of ${was.version}`;
  let step2 = `went from ${bare(was.resolved)} to ${bare(is.resolved)}`;
  return was.chart && is.chart ? step2 : `${step2} by the lock`;
}
function bare(version) {
  return version.replace(/^v|\+.*$/g, "");
}
function isExposed(dependency, parent) {
  let { key, fields } = dependency;
  return isLibrary(dependency) ? !1 : parent.ownValues.entries.has(key) || fields.condition !== void 0 || fields.tags !== void 0;
}
function versionOf({ resolved: resolved2, version }) {
  let [least = ""] = /\d+(?:\.\d+){0,2}/.exec(version) ?? [];
  for (let text of [resolved2 ?? "", least]) {
    let read2 = readHelmVersion(text);
    if (read2) return read2;
  }
}
function dependencyText({ name, version, resolved: resolved2, alias }) {
  let at = resolved2 !== void 0 && resolved2 !== version ? `${version} (${resolved2})` : version;
  return `${name} ${at}${alias === void 0 ? "" : ` as ${alias}`}`.trim();
}

// src/bump/auto/files/crd-text.ts
var LINE = /^( *)((?:- +)*)(?:"([^"]+)"|'([^']+)'|([\w./-]+)) *:(?: +(.*))?$/, ELSEWHERE = /^[^#\n]*\bkind["']?\s*:\s*["']?CustomResourceDefinition\b/m;
function crdsIn(text) {
  let found = [];
  for (let document of text.split(/^---.*$/m)) {
    let lines = document.split(/\r?\n/).flatMap(lineOf);
    if (!lines.some(({ indent, key, value }) => indent === 0 && key === "kind" && value === "CustomResourceDefinition")) {
      if (ELSEWHERE.test(document)) return;
      continue;
    }
    let name = blockOf(lines, "metadata").find(({ key }) => key === "name")?.value, versions = versionsOf(blockOf(lines, "spec"));
    if (name === void 0 || versions.size === 0) return;
    found.push({ name, versions });
  }
  return found;
}
function lineOf(text) {
  if (text.length > 300) return [];
  let [, blanks, items2 = "", double, single, plain, value = ""] = LINE.exec(text) ?? [];
  if (blanks === void 0) return [];
  let key = double ?? single ?? plain ?? "";
  return [{ indent: blanks.length + items2.length, item: items2 !== "", key, value: unquoted(value) }];
}
function unquoted(value) {
  let plain = value.replace(/\s+#.*$/, "").trim();
  return /^(["']).*\1$/.test(plain) ? plain.slice(1, -1) : plain;
}
function blockOf(lines, key) {
  let start = lines.findIndex((line) => line.indent === 0 && line.key === key);
  if (start < 0) return [];
  let rest = lines.slice(start + 1), end = rest.findIndex(({ indent }) => indent === 0);
  return end < 0 ? rest : rest.slice(0, end);
}
function versionsOf(spec) {
  let depth = Math.min(...spec.map(({ indent }) => indent)), single = spec.find(({ indent, key }) => indent === depth && key === "version")?.value, found = new Map(single ? [[single, !0]] : []), start = spec.findIndex(({ indent, key, item: item2 }) => indent === depth && key === "versions" && !item2);
  if (start < 0) return found;
  let rest = spec.slice(start + 1), [first] = rest, end = rest.findIndex(({ indent, item: item2 }) => indent <= depth && !item2), items2 = end < 0 ? rest : rest.slice(0, end), current = {};
  for (let line of [...items2, void 0])
    (!line || line.item && line.indent === first?.indent) && (current.name !== void 0 && found.set(current.name, current.served ?? !0), current = {}), line?.indent === first?.indent && (line?.key === "name" && (current = { ...current, name: line.value }), line?.key === "served" && (current = { ...current, served: line.value !== "false" }));
  return found;
}

// src/bump/auto/files/crds.ts
var CRD_FILE = /^crds\/.+\.(?:ya?ml|json)$/;
function crdFindings({ old, now }) {
  let [before, after] = [crdsOf(old.side, now.side), crdsOf(now.side, old.side)], unread = [.../* @__PURE__ */ new Set([...before.unread, ...after.unread])];
  if (unread.length > 0) return [notRead(unread)];
  let gone2 = [...before.crds.values()].flatMap((crd) => {
    let is = after.crds.get(crd.name);
    return is ? [...versionFindings(crd, is), ...fieldFindings(before, after, is)] : [removed(crd)];
  }), added2 = [...after.crds.values()].filter(({ name }) => !before.crds.has(name));
  return [
    ...gone2,
    ...added2.map(
      ({ name, file }) => createFinding({
        level: "minor",
        rule: "files/crd-added",
        subject: name,
        text: `The CRD ${name} is new.`,
        at: { file }
      })
    )
  ];
}
function removed({ name, file }) {
  let text = `The CRD ${name} is no longer in crds/ (it was in ${file}).`;
  return createFinding({ level: "major", rule: "files/crd-removed", subject: name, text, at: { file } });
}
function versionFindings(was, is) {
  let at = { file: is.file }, lost = [...was.versions].filter(([, one]) => one).map(([version]) => version).filter((version) => !is.versions.get(version)), won = [...is.versions].filter(([version, one]) => one && !was.versions.get(version));
  return [
    ...lost.map((version) => {
      let text = `The CRD ${was.name} no longer serves ${version}; resources written for it are refused.`;
      return createFinding({
        level: "major",
        rule: "files/crd-version-removed",
        subject: `${was.name} ${version}`,
        text,
        at
      });
    }),
    ...won.map(([version]) => {
      let text = `The CRD ${was.name} serves ${version} too.`;
      return createFinding({
        level: "minor",
        rule: "files/crd-version-added",
        subject: `${was.name} ${version}`,
        text,
        at
      });
    })
  ];
}
function fieldFindings(before, after, { name, versions, file }) {
  return [...versions].flatMap(([version, isServed]) => {
    let subject = `${name} ${version}`, [was, is] = [before.schemas.get(subject), after.schemas.get(subject)];
    return isServed && was && is ? crdFieldFindings({ subject, file, was, is }) : [];
  });
}
function notRead(paths) {
  let text = `CRDs in ${paths.slice(0, 3).join(", ")} are not written in a way that is understood here; whether one is gone was not looked at.`;
  return createFinding({
    level: "none",
    rule: "files/crd-unread",
    subject: paths[0] ?? "",
    text,
    at: { file: paths[0] ?? "" }
  });
}
function crdsOf(side, other) {
  let crds = /* @__PURE__ */ new Map(), schemas = /* @__PURE__ */ new Map(), unread = [];
  for (let [path, content] of side.files) {
    let same = other.files.get(path);
    if (!CRD_FILE.test(path) || same && Buffer.compare(same, content) === 0) continue;
    let found = crdsIn(fileText(side, path) ?? "");
    found || unread.push(path);
    for (let crd of found ?? []) crds.set(crd.name, { ...crd, file: path });
    for (let [subject, fields] of schemasIn(fileText(side, path) ?? "")) schemas.set(subject, fields);
  }
  return { crds, schemas, unread };
}

// src/bump/auto/files/files.ts
var READ = /(?:^|\/)(?:Chart\.yaml|Chart\.lock|requirements\.lock)$/, NAMED = 3;
function fileFindings({ old, now }) {
  let changed = changedPaths(old.side, now.side), templates = changed.filter((path) => path.startsWith("templates/")), others = changed.filter((path) => !path.startsWith("templates/"));
  return [...pathFinding("templates/changed", templates, now.side), ...pathFinding("files/changed", others, now.side)];
}
function changedPaths(old, now) {
  return [.../* @__PURE__ */ new Set([...old.files.keys(), ...now.files.keys()])].filter((path) => !READ.test(path) && !isSame2(old.files.get(path), now.files.get(path))).sort();
}
function isSame2(a, b) {
  return a !== void 0 && b !== void 0 && Buffer.compare(a, b) === 0;
}
function pathFinding(rule, paths, { files }) {
  let [first] = paths;
  if (first === void 0) return [];
  let subject = someOf(paths, NAMED), text = `${paths.length === 1 ? "A file" : `${paths.length} files`} of the package changed: ${subject}.`, there = paths.find((path) => files.has(path));
  return [createFinding({ level: "patch", rule, subject, text, ...there !== void 0 && { at: { file: there } } })];
}

// src/bump/auto/metadata/kube-version.ts
var MINORS = 80, PATCHES = [0, 1, 10, 99];
function kubeChange(was, is) {
  if ([was, is].some((one) => one !== "" && !isConstraint(one))) return;
  let allows = (constraint, version) => constraint === "" || satisfies(version, constraint), versions = [...grid(), ...named(was), ...named(is)], lost = versions.findLast((version) => allows(was, version) && !allows(is, version)), won = versions.findLast((version) => !allows(was, version) && allows(is, version));
  return { ...lost !== void 0 && { lost }, ...won !== void 0 && { won } };
}
function grid() {
  return Array.from({ length: MINORS }, (_, minor) => PATCHES.map((patch) => `1.${minor}.${patch}`)).flat();
}
function named(constraint) {
  return [...constraint.matchAll(/(\d{1,4})\.(\d{1,4})(?:\.(\d{1,6}))?/g)].flatMap(
    ([, major, minor, patch = "0"]) => [-1, 0, 1].map((step2) => Number(patch) + step2).filter((one) => one >= 0).map((one) => `${major}.${minor}.${one}`)
  );
}

// src/bump/auto/metadata/metadata.ts
var OWN_RULES = /* @__PURE__ */ new Set([
  "name",
  "version",
  "apiVersion",
  "type",
  "kubeVersion",
  "appVersion",
  "dependencies",
  "engine"
]);
function metadataFindings({ old, now }) {
  let [was, is] = [old.chart.manifest, now.chart.manifest];
  return !was || !is ? [] : [...named2(was, is), ...kinds(was, is), ...kubernetes(was, is), ...app(was, is), ...descriptions(was, is)];
}
function named2(was, is) {
  if (was.name === is.name) return [];
  let text = `The chart was called ${was.name} and is ${is.name}: nobody finds it under its old name, and names made from it change.`;
  return [change({ level: "major", rule: "metadata/name", subject: "name", text, was: was.name, is: is.name }, is)];
}
function kinds(was, is) {
  let findings = [];
  if (was.apiVersion !== is.apiVersion) {
    let [level, text] = is.apiVersion === "v2" ? ["major", "apiVersion went from v1 to v2: Helm 2 no longer installs the chart."] : ["minor", "apiVersion went from v2 to v1."];
    findings.push(
      change(
        { level, rule: "metadata/api-version", subject: "apiVersion", text, was: was.apiVersion, is: is.apiVersion },
        is
      )
    );
  }
  if (was.type !== is.type) {
    let text = `The chart was an ${was.type} and is a ${is.type}: it ${is.type === "library" ? "can no longer be installed" : "is no longer taken for a library"}.`;
    findings.push(
      change({ level: "major", rule: "metadata/type", subject: "type", text, was: was.type, is: is.type }, is)
    );
  }
  return findings;
}
function kubernetes(was, is) {
  let [before, after] = [fieldText(was.metadata.kubeVersion), fieldText(is.metadata.kubeVersion)];
  if (before === after) return [];
  let about = { subject: "kubeVersion", was: before || "any", is: after || "any" }, difference = kubeChange(before, after);
  if (!difference)
    return [change({ ...about, level: "patch", rule: "metadata/kube-version-unread", text: "kubeVersion changed, and one of the two is no constraint that Helm reads." }, is)];
  let { lost, won } = difference;
  if (lost !== void 0) {
    let text2 = `kubeVersion no longer allows Kubernetes ${lost}, which it did.`;
    return [change({ ...about, level: "major", rule: "metadata/kube-version-narrowed", text: text2 }, is)];
  }
  if (won === void 0)
    return [change({ ...about, level: "patch", rule: "metadata/kube-version-same", text: "kubeVersion is written in another way and allows the same." }, is)];
  let text = `kubeVersion allows Kubernetes ${won} too.`;
  return [change({ ...about, level: "minor", rule: "metadata/kube-version-widened", text }, is)];
}
function app(was, is) {
  let [before = "", after = ""] = [was.appVersion, is.appVersion];
  if (before === after) return [];
  let [older, newer] = [parseVersion(before), parseVersion(after)], moved2 = older && newer && (older.major !== newer.major || older.minor !== newer.minor), what = older && newer && older.major !== newer.major ? "major" : "minor", text = moved2 ? `The application moved by a ${what} version. By itself that is no more than minor: its own notes say whether it breaks anybody.` : "The application moved by a patch, or its versions have no order.", about = { level: moved2 ? "minor" : "patch", rule: `metadata/app-version-${moved2 ? what : "patch"}` }, at = { file: "Chart.yaml", line: is.appVersionSpan?.line ?? is.versionSpan.line };
  return [createFinding({ ...about, subject: "appVersion", text, was: before || "none", is: after || "none", at })];
}
function descriptions(was, is) {
  let changed = [.../* @__PURE__ */ new Set([...Object.keys(was.metadata), ...Object.keys(is.metadata)])].filter((key) => !OWN_RULES.has(key) && jsonOf(was, key) !== jsonOf(is, key));
  if (changed.length === 0) return [];
  let text = `Chart.yaml says something else about the chart: ${changed.join(", ")}.`;
  return [change({ level: "patch", rule: "metadata/described", subject: changed.join(", "), text }, is)];
}
function jsonOf({ metadata }, key) {
  return JSON.stringify(metadata[key] ?? null);
}
function fieldText(value) {
  return typeof value == "string" ? value.trim() : "";
}
function change(details, { text, versionSpan }) {
  let index = text.split(`
`).findIndex((line) => line.startsWith(`${details.subject}:`));
  return createFinding({ ...details, at: { file: "Chart.yaml", line: index < 0 ? versionSpan.line : index + 1 } });
}

// src/bump/auto/problems.ts
function problemFindings({ old, now }) {
  return [...ofSide(old, "the last release"), ...ofSide(now, "the chart")];
}
function hasValues({ chart }) {
  return chartsIn(chart).every(({ problems }) => problems.every(({ at }) => !at?.file.endsWith("values.yaml")));
}
function ofSide({ chart, reads }, whose) {
  let read2 = chartsIn(chart).flatMap(({ problems }) => problems).map(({ message, at }) => {
    let text2 = `In ${whose}, ${message}; it was not compared.`;
    return createFinding({ level: "none", rule: "files/unread", subject: at?.file ?? "", text: text2, at });
  }), templates = reads.problems.map(({ file, what, line }) => {
    let text2 = `In ${whose}, ${file} ${what}; what comes after was not read.`;
    return createFinding({ level: "none", rule: "templates/unread", subject: file, text: text2, at: { file, line } });
  });
  if (reads.places.complete) return [...read2, ...templates];
  let text = `The templates of ${whose} are too many to be read to the end: who reads a value is known only in part.`;
  return [
    ...read2,
    ...templates,
    createFinding({ level: "none", rule: "templates/too-much", subject: "templates", text })
  ];
}
function chartsIn(chart) {
  return [chart, ...[...chart.subcharts.values()].flatMap(chartsIn)];
}

// src/bump/auto/reads/readers.ts
var STRUCTURES = /* @__PURE__ */ new Set([
  "toYaml",
  "toJson",
  "toPrettyJson",
  "toRawJson",
  "toToml",
  "toYamlPretty"
]), LISTS = /* @__PURE__ */ new Set(["range", "join", "sortAlpha", "toStrings"]), TYPE_TESTS2 = /* @__PURE__ */ new Set(["kindIs", "typeIs", "typeIsLike", "kindOf", "typeOf"]), HANDED_ON = /* @__PURE__ */ new Set(["include", "set", "dependency", "method"]);
function placesAt(places, path) {
  return path.reduce((found, key) => found.flatMap((place) => next(place, key)), [places.root]);
}
function exactPlace({ root }, path) {
  return path.reduce((place, key) => place?.children.get(key), root);
}
function next(place, key) {
  return (place.isRoot ? [key] : [key, "*"]).flatMap((one) => place.children.get(one) ?? []);
}
function readersOf(places, path, isContainer) {
  let at = [places.root], above = [];
  for (let key of path)
    above.push(...at.flatMap((place) => wholeUses(place)).filter(({ without }) => !without?.has(key))), at = at.flatMap((place) => next(place, key));
  return [...at.flatMap((place) => isContainer ? usesWithin(place) : active(place)), ...above];
}
function usesWithin(place, seen = /* @__PURE__ */ new Set()) {
  return seen.has(place) ? [] : (seen.add(place), [...active(place), ...[...place.children.values()].flatMap((child) => usesWithin(child, seen))]);
}
function demandsOf(places, path, takes = () => !0) {
  let demands = /* @__PURE__ */ new Set(), isReached = ({ asType }) => asType === void 0 || takes(asType);
  for (let place of placesAt(places, path)) {
    for (let use of active(place).filter(isReached)) demands.add(demandOf(use));
    for (let [key, child] of place.children)
      usesWithin(child).some(isReached) && key !== "*" && demands.add("fields"), active(child).some((use) => isReached(use) && (use.how === "key" || use.how === "keys")) && demands.add("keys");
  }
  return demands.size > 1 && demands.delete("looked at"), demands;
}
function typeTests(places, path) {
  return placesAt(places, path).flatMap(active).filter(({ how }) => TYPE_TESTS2.has(how)).map(({ type }) => type);
}
function demandOf({ how, whole: whole2 }) {
  return LISTS.has(how) ? "range" : STRUCTURES.has(how) ? "structure" : HANDED_ON.has(how) ? "handed on" : whole2 ? "text" : "looked at";
}
function active(place) {
  return [...place.uses.values()].filter(({ idle }) => !idle);
}
function wholeUses(place) {
  return active(place).filter(({ whole: whole2 }) => whole2);
}
function isCertain({ places, problems }) {
  return places.complete && problems.length === 0;
}
function placesOf({ root }) {
  let found = [], open = [root];
  for (let place = open.pop(); place; place = open.pop()) {
    found.push(place);
    for (let child of place.children.values()) child.parent === place && open.push(child);
  }
  return found;
}

// src/bump/auto/schema/document.ts
var MAX_LENGTH = 5 * 1024 * 1024, MAX_REFS = 20;
function schemaOf(side, folder) {
  let file = `${folder}values.schema.json`, text = fileText(side, file);
  if (text !== void 0)
    try {
      let root = text.length > MAX_LENGTH ? void 0 : JSON.parse(text);
      return isSchema(root) ? { file, text, root } : "broken";
    } catch {
      return "broken";
    }
}
function isSchema(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value);
}
function resolved({ root }, schema) {
  let at = schema === !0 || schema === void 0 ? {} : schema;
  for (let refs = 0; refs < MAX_REFS; refs += 1) {
    if (!isSchema(at)) return;
    let { $ref, ...beside } = at;
    if (typeof $ref != "string") return at;
    let target = $ref === "#" ? root : pointed(root, $ref);
    if (!isSchema(target)) return;
    at = { ...target, ...beside };
  }
}
function pointed(root, ref) {
  if (!ref.startsWith("#/")) return;
  let at = root;
  for (let part of ref.slice(2).split("/")) {
    let key = decoded(part).replaceAll("~1", "/").replaceAll("~0", "~");
    at = isSchema(at) && Object.hasOwn(at, key) ? at[key] : Array.isArray(at) ? at[Number(key)] : void 0;
  }
  return at;
}
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
function lineOf2({ text }, path) {
  let at = 0;
  for (let key of path) {
    let found = text.indexOf(`${JSON.stringify(key)}:`, at), spaced = found < 0 ? text.indexOf(`${JSON.stringify(key)} :`, at) : found;
    if (spaced < 0) break;
    at = spaced;
  }
  return text.slice(0, at).split(`
`).length;
}

// src/bump/auto/schema/governing.ts
function governing(schema) {
  if (isSchema(schema.patternProperties) && Object.keys(schema.patternProperties).length > 0) return { kind: "unknown" };
  let { additionalProperties: additional, unevaluatedProperties: unevaluated } = schema;
  return additional === !1 || unevaluated === !1 ? { kind: "nothing" } : isSchema(additional) ? { kind: "schema", schema: additional } : { kind: "anything" };
}
var TOLD_ONLY = /* @__PURE__ */ new Set(["$comment", "$id", "default", "deprecated", "description", "examples", "title"]);
function restricts(schema) {
  return schema === !1 ? !0 : isSchema(schema) && Object.keys(schema).some((keyword) => !TOLD_ONLY.has(keyword));
}

// src/bump/auto/schema/narrowed.ts
var UPPER = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"], LOWER = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"], COMBINED = [
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "dependencies",
  "dependentRequired",
  "dependentSchemas",
  "format",
  "uniqueItems",
  "multipleOf",
  "contains",
  "propertyNames",
  "patternProperties"
];
function verdicts(was, is) {
  return [
    ...types(was, is),
    ...enums(was, is),
    ...patterns(was, is),
    ...bounds(was, is),
    ...closed(was, is),
    ...combined(was, is)
  ];
}
function types(was, is) {
  let [before, after] = [typesOf(was), typesOf(is)];
  if (JSON.stringify(was.type) === JSON.stringify(is.type)) return [];
  let about = { was: was.type, is: is.type };
  if (!after) return [{ ...about, rule: "schema/type-widened", level: "minor", what: "takes any type now" }];
  if (!before) return [{ ...about, rule: "schema/type-added", level: "minor", what: "has a type now" }];
  let lost = [...before].filter((type) => !after.has(type) && !(type === "integer" && after.has("number")));
  if (lost.length === 0)
    return after.size === before.size && [...after].every((type) => before.has(type)) ? [] : [{ ...about, rule: "schema/type-widened", level: "minor", what: "takes more types" }];
  let onlyNull = lost.every((type) => type === "null");
  return [
    {
      ...about,
      rule: onlyNull ? "schema/null-refused" : "schema/type-narrowed",
      level: onlyNull ? "minor" : "major",
      what: `no longer takes ${lost.join(", ")}`
    }
  ];
}
function typesOf({ type }) {
  return typeof type == "string" ? /* @__PURE__ */ new Set([type]) : Array.isArray(type) ? new Set(type.filter((one) => typeof one == "string")) : void 0;
}
function enums(was, is) {
  let [before, after] = [valuesOf(was), valuesOf(is)];
  if (!before && !after) return [];
  let about = { was: was.enum ?? was.const, is: is.enum ?? is.const };
  if (!after) return [{ ...about, rule: "schema/enum-widened", level: "minor", what: "is no longer held to a list" }];
  if (!before)
    return [{ ...about, rule: "schema/enum-narrowed", level: "major", what: "takes only what is listed now" }];
  let lost = [...before].filter((one) => !after.has(one));
  return lost.length > 0 ? [
    {
      ...about,
      rule: "schema/enum-narrowed",
      level: "major",
      what: `no longer takes ${lost.slice(0, 5).join(", ")}`
    }
  ] : after.size === before.size ? [] : [{ ...about, rule: "schema/enum-widened", level: "minor", what: "takes more" }];
}
function valuesOf({ enum: values2, const: value }) {
  return value !== void 0 ? /* @__PURE__ */ new Set([JSON.stringify(value)]) : Array.isArray(values2) ? new Set(values2.map((one) => JSON.stringify(one))) : void 0;
}
function patterns({ pattern: was }, { pattern: is }) {
  return was === is ? [] : is === void 0 ? [{ rule: "schema/pattern-widened", level: "minor", what: "has no pattern any more", was }] : [{ rule: "schema/pattern-narrowed", level: "major", what: "must fit another pattern", was, is }];
}
function bounds(was, is) {
  let upper = UPPER.map((key) => bound(key, { was: was[key], is: is[key], sign: 1 })), lower = LOWER.map((key) => bound(key, { was: was[key], is: is[key], sign: -1 }));
  return [...upper, ...lower].flatMap((verdict) => verdict ?? []);
}
function bound(key, { was, is, sign }) {
  if (was === is) return;
  let edge = (value) => typeof value == "number" ? value * sign : value === !0 ? 0 : Number.POSITIVE_INFINITY, narrower = edge(is) < edge(was);
  return { rule: narrower ? "schema/bound-narrowed" : "schema/bound-widened", level: narrower ? "major" : "minor", what: `has another ${key}`, was, is };
}
function closed(was, is) {
  let open = ({ additionalProperties: additional, unevaluatedProperties: unevaluated }) => additional !== !1 && unevaluated !== !1;
  return open(was) === open(is) ? [] : open(is) ? [{ rule: "schema/opened", level: "minor", what: "takes other keys too" }] : [{ rule: "schema/closed", level: "major", what: "no longer takes other keys than those listed" }];
}
function combined(was, is) {
  return COMBINED.filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key])).map((key) => {
    let [before, after] = [was[key], is[key]], about = { was: before, is: after };
    return after === void 0 ? { ...about, rule: "schema/condition-widened", level: "minor", what: `has no ${key} any more` } : alternativesLost(key, before, after) ? {
      ...about,
      rule: "schema/alternative-removed",
      level: "major",
      what: `has one alternative less in ${key}`
    } : {
      ...about,
      rule: "schema/condition-changed",
      level: "minor",
      what: `has another ${key}; whether it refuses more can't be told`
    };
  });
}
function alternativesLost(key, was, is) {
  if (key !== "anyOf" && key !== "oneOf" || !Array.isArray(was) || !Array.isArray(is)) return !1;
  let left = new Set(is.map((one) => JSON.stringify(one)));
  return is.length < was.length && was.filter((one) => left.has(JSON.stringify(one))).length === is.length;
}

// src/bump/auto/schema/schema.ts
var MAX_DEPTH2 = 40, MAX_VISITS = 2e4, MAX_LINES = 200;
function schemaFindings({ old, now }) {
  let [was, is] = [schemaOf(old.side, ""), schemaOf(now.side, "")];
  if (was === "broken" || is === "broken") return [broken(is === "broken")];
  if (!is) return was ? [whole("schema/removed", "values.schema.json is gone: nothing is refused by it any more.")] : [];
  if (!was) return [whole("schema/added", "values.schema.json is new; what it refuses the templates may have taken.")];
  if (was.text === is.text) return [];
  let walk2 = { was, is, values: now.chart.values, reads: old.reads, findings: [], visits: 0 };
  return compare(walk2, { before: was.root, after: is.root, path: [] }), walk2.findings;
}
function compare(walk2, { before, after, path }) {
  if (walk2.visits += 1, walk2.visits > MAX_VISITS || path.length > MAX_DEPTH2) return;
  for (let verdict of verdicts(before, after)) add(walk2, path, verdict);
  required(walk2, { before, after, path });
  let [old, now] = [propertiesOf(before), propertiesOf(after)];
  for (let [key, schema] of Object.entries(old)) {
    let inner = [...path, key];
    Object.hasOwn(now, key) ? into(walk2, inner, { was: schema, is: now[key] }) : dropped(walk2, inner, { was: schema, after });
  }
  for (let [key, schema] of Object.entries(now))
    Object.hasOwn(old, key) || listed(walk2, [...path, key], { before, is: schema });
  isSchema(before.items) && isSchema(after.items) && items(walk2, [...path, "[]"], { was: before.items, is: after.items });
  let [some, other] = [before.additionalProperties, after.additionalProperties];
  isSchema(some) && isSchema(other) && into(walk2, [...path, "*"], { was: some, is: other });
}
function items(walk2, path, { was, is }) {
  !restricts(was) && restricts(is) ? add(walk2, path, typedNow(walk2, path)) : into(walk2, path, { was, is });
}
function dropped(walk2, path, { was, after }) {
  let rest = governing(after);
  rest.kind === "schema" ? into(walk2, path, { was, is: rest.schema }) : add(walk2, path, DROPPED[rest.kind]);
}
var DROPPED = {
  anything: { rule: "schema/property-open", level: "patch", what: "is not described any more, and takes anything" },
  nothing: { rule: "schema/property-removed", level: "major", what: "is no longer a property, and is refused" },
  unknown: {
    rule: "schema/property-unlisted",
    level: "minor",
    what: "is not listed any more; whether a pattern refuses it is not known"
  }
};
function listed(walk2, path, { before, is }) {
  let rest = governing(before);
  rest.kind === "schema" ? into(walk2, path, { was: rest.schema, is }) : rest.kind === "anything" && restricts(is) && wasRead(walk2, path) ? add(walk2, path, typedNow(walk2, path)) : add(walk2, path, { rule: "schema/property-added", level: "minor", what: "is a new property" });
}
function wasRead({ reads }, path) {
  return readersOf(reads.places, path, !0).length > 0;
}
function typedNow({ reads, values: values2 }, path) {
  return placesAt(reads.places, path).some((place) => usesWithin(place).length > 0) && valueAt(values2, path) ? { rule: "schema/type-added", level: "minor", what: "has a type now" } : { rule: "schema/typed", level: "major", what: "is held to a type now, and took anything before" };
}
function into(walk2, path, { was, is }) {
  let [before, after] = [resolved(walk2.was, was), resolved(walk2.is, is)];
  if (before && after) {
    compare(walk2, { before, after, path });
    return;
  }
  JSON.stringify(was) !== JSON.stringify(is) && (is === !1 ? add(walk2, path, { rule: "schema/type-narrowed", level: "major", what: "takes nothing any more" }) : add(walk2, path, {
    rule: "schema/unknown",
    level: "none",
    what: "refers to another document, which was not looked at"
  }));
}
function required(walk2, { before, after, path }) {
  let [old, now] = [namesOf(before.required), namesOf(after.required)];
  for (let key of now.filter((one) => !old.includes(one))) {
    let own2 = valueAt(walk2.values, [...path, key]);
    own2 !== void 0 && own2.kind !== "null" ? add(walk2, [...path, key], {
      rule: "schema/required-with-default",
      level: "patch",
      what: "is required, and the chart gives it"
    }) : add(walk2, [...path, key], { rule: "schema/required", level: "major", what: "is required now" });
  }
  for (let key of old.filter((one) => !now.includes(one)))
    add(walk2, [...path, key], { rule: "schema/not-required", level: "minor", what: "is no longer required" });
}
function add(walk2, path, { rule, level, what, was, is }) {
  let subject = path.length === 0 ? "the values" : pathText(path), text = `By values.schema.json \`${subject}\` ${what}.`, { file } = walk2.is, at = walk2.findings.length < MAX_LINES ? { file, line: lineOf2(walk2.is, path) } : { file };
  walk2.findings.push(
    createFinding({ level, rule, subject, text, was: schemaValueText(was), is: schemaValueText(is), at })
  );
}
function schemaValueText(value) {
  return value === void 0 ? void 0 : JSON.stringify(value);
}
function propertiesOf({ properties }) {
  return isSchema(properties) ? properties : {};
}
function namesOf(required2) {
  return Array.isArray(required2) ? required2.filter((one) => typeof one == "string") : [];
}
function broken(now) {
  return createFinding({
    level: "none",
    rule: "schema/unread",
    subject: "values.schema.json",
    text: `values.schema.json of ${now ? "the chart" : "the last release"} is no JSON schema that can be read; what it refuses was not compared.`,
    at: { file: "values.schema.json" }
  });
}
function whole(rule, text) {
  return createFinding({
    level: "minor",
    rule,
    subject: "values.schema.json",
    text,
    at: { file: "values.schema.json" }
  });
}

// src/bump/auto/chart/external.ts
function externalFolders(chart) {
  let external = chart.dependencies.flatMap(
    ({ repository, chart: there }) => there && repository !== "" && !repository.startsWith("file://") ? [there.folder] : []
  ), own2 = [...chart.subcharts.values()].filter(({ folder }) => !external.includes(folder));
  return [...external, ...own2.flatMap(externalFolders)];
}
function isIn(folders, file) {
  return folders.some((folder) => file.startsWith(folder));
}

// src/bump/auto/templates/meaning.ts
var OF_FILE = "tpl of file";
function meaningFindings(pair) {
  let external = externalFolders(pair.now.chart);
  return placesOf(pair.now.reads.places).flatMap((place) => [
    ...newTemplate(place, pair),
    ...newFileName(place, pair)
  ]).filter(({ at }) => !at || !isIn(external, at.file));
}
function newTemplate(place, { old, now }) {
  let uses = activeUses(place).filter(isTpl), use = uses.find(({ how }) => how === "tpl of text") ?? uses[0];
  if (!use) return [];
  let path = pathOf(place), before = readersOf(old.reads.places, path, !0);
  if (before.length === 0) return [];
  let within2 = placesAt(old.reads.places, path).flatMap((one) => usesWithin(one)), isFile = use.how === OF_FILE;
  if ([...before, ...within2].some((one) => isTpl(one) && one.how === OF_FILE === isFile)) return [];
  let value = valueAt(now.chart.values, path);
  if (!(value?.kind === "string" && value.text.includes(`
`)) && !isFile && !path.includes("*") && use.how !== "tpl of text") return [];
  let subject = pathText(path), text = `${isFile ? `The files that \`${subject}\` names are` : `\`${subject}\` is`} run as a template now (${placeText(use)}): \`{{\` in it was text before.`;
  return [
    createFinding({
      level: "major",
      rule: "templates/tpl-added",
      subject,
      text,
      at: { file: use.file, line: use.line }
    })
  ];
}
function newFileName(place, { old }) {
  let uses = activeUses(place).filter(({ whole: whole2 }) => whole2), [use] = uses;
  if (!use || uses.some(({ how }) => how !== "Files")) return [];
  let path = pathOf(place), before = placesAt(old.reads.places, path).flatMap((one) => activeUses(one)).filter(({ whole: whole2 }) => whole2);
  if (before.length === 0 || before.some(({ how }) => how === "Files")) return [];
  let subject = pathText(path), text = `\`${subject}\` was the text itself and is the name of a file in the chart now (${placeText(use)}).`;
  return [
    createFinding({
      level: "major",
      rule: "templates/file-name",
      subject,
      text,
      at: { file: use.file, line: use.line }
    })
  ];
}
function isTpl({ how }) {
  return how.startsWith("tpl");
}
function activeUses(place) {
  return [...place.uses.values()].filter(({ idle }) => !idle);
}

// src/bump/auto/templates/named.ts
function namedTemplateFindings({ old, now }) {
  if (old.chart.manifest?.type !== "library") return [];
  let [before, after] = [old.reads.definitions, now.reads.definitions], removed3 = own(before.values()).filter(({ name }) => !after.has(name)), added2 = own(after.values()).filter(({ name }) => !before.has(name));
  return [
    ...removed3.map(({ name, file }) => {
      let text = `The named template \`${name}\` is gone or has another name; charts that include it fail.`;
      return createFinding({ level: "major", rule: "templates/named-removed", subject: name, text, at: { file } });
    }),
    ...added2.map(({ name, file, line }) => {
      let text = `The named template \`${name}\` is new.`;
      return createFinding({ level: "minor", rule: "templates/named-added", subject: name, text, at: { file, line } });
    })
  ];
}
function own(definitions) {
  return [...definitions].filter(({ scope }) => scope.folder === "");
}

// src/bump/auto/values/item-keys.ts
function itemKeyFindings({ old, now }) {
  return !isCertain(now.reads) || now.reads.places.handedOn ? [] : placesOf(old.reads.places).flatMap((place) => {
    let path = pathOf(place);
    if (path.indexOf("*") < 1 || place.key === "*" || !isItemOfOwn(place)) return [];
    let [before] = usesWithin(place).filter(({ idle }) => !idle), around = path.slice(0, -1);
    if (!before || readersOf(now.reads.places, path, !0).length > 0) return [];
    let [after] = readersOf(now.reads.places, around, !0);
    if (!after) return [];
    let subject = shown(path), text = `\`${subject}\` is not read any more; ${placeText(before)} read it before (\`${before.how}\`).`, at = { file: after.file, line: after.line };
    return [createFinding({ level: "major", rule: "values/item-key-unread", subject, text, at })];
  });
}
function isItemOfOwn(place) {
  let at = place;
  for (; at && at.key !== "*"; ) at = at.parent;
  return at?.parent !== void 0 && !at.parent.isRoot;
}
function shown(path) {
  return path.join(".").replaceAll(`.${"*"}`, "[]");
}

// src/bump/auto/values/moved.ts
var MIN_SCALARS = 6, MOST = 0.8, MIN_OF_EMPTIED = 2;
function movedDefault({ kind, path, was }, added2) {
  let scalars = scalarsOf(was), [least, share] = kind === "default" ? [MIN_OF_EMPTIED, 1] : [MIN_SCALARS, MOST];
  if (scalars.length < least) return;
  let to = added2.find((one) => holds(scalarsOf(one.is), scalars, share));
  if (!to) return;
  let [subject, now] = [pathText(path), pathText(to.path)], text = `The default of \`${subject}\` moved to \`${now}\`: the old key is still read, but no longer takes the place of that default.`, at = { file: to.is.file, line: to.is.line };
  return createFinding({
    level: "major",
    rule: "values/default-moved",
    subject,
    text,
    is: now,
    at
  });
}
function holds(texts, wanted, share) {
  let left = /* @__PURE__ */ new Map();
  for (let text of texts) left.set(text, (left.get(text) ?? 0) + 1);
  return wanted.filter((text) => {
    let count = left.get(text) ?? 0;
    return left.set(text, count - 1), count > 0;
  }).length >= wanted.length * share;
}
function scalarsOf(value) {
  return value.kind === "map" ? [...value.entries].flatMap(([key, one]) => [...one.kind === "map" ? [key] : [], ...scalarsOf(one)]) : value.kind === "list" ? value.items.flatMap(scalarsOf) : value.text.length > 2 ? [value.text] : [];
}

// src/bump/auto/values/namespace-moved.ts
function namespaceMoved({ path, was, ...change2 }, { old, now }) {
  if (!/namespace$/i.test(path.at(-1) ?? "") || was.kind !== "string" || isEmpty(was)) return;
  let reader = readersOf(now.reads.places, path, !1).find((use) => isNamespace(use, now));
  if (!reader || !readersOf(old.reads.places, path, !1).some((use) => isNamespace(use, old))) return;
  let near = "near" in change2 ? change2.near : change2.is, subject = pathText(path), text = `Objects are no longer in the namespace ${shownValue(was)} by default (\`${subject}\`, ${reader.file}:${reader.line}).`, at = { file: near.file, line: near.line };
  return createFinding({ level: "major", rule: "values/namespace-moved", subject, text, was: shownValue(was), at });
}
function isNamespace({ file, line }, { side }) {
  let text = (fileText(side, file) ?? "").split(`
`)[line - 1] ?? "";
  return /^\s+namespace:\s/.test(text);
}

// src/bump/auto/values/reader-moved.ts
function readerMovedFindings({ old, now }) {
  if (!isCertain(now.reads)) return [];
  let come = newPlaces(old.reads.places, now);
  return come.size === 0 ? [] : placesOf(old.reads.places).flatMap((place) => {
    let path = pathOf(place), successors = come.get(place.key);
    if (!successors || path.includes("*") || ownReaders(place).length === 0) return [];
    let left = new Set(readersOf(now.reads.places, path, !0).map(({ file }) => file));
    return left.size === 0 ? [] : ownReaders(place).flatMap(({ file }) => {
      if (left.has(file) || !now.side.files.has(file) || !isOwnRead(old, path, file)) return [];
      let to = successors.find(({ readers }) => readers.has(file));
      if (!to) return [];
      let [subject, other] = [pathText(path), pathText(to.path)], text = `\`${subject}\` no longer reaches ${file}, which reads \`${other}\` in its place.`, at = { file, line: to.readers.get(file)?.line ?? 1 }, about = { subject: `${subject} in ${file}`, text, is: other, at };
      return [createFinding({ level: "major", rule: "values/reader-moved", ...about })];
    });
  });
}
function newPlaces(old, now) {
  let come = placesOf(now.reads.places).flatMap((place) => {
    let path = pathOf(place);
    if (path.length < 2 || path.includes("*") || readersOf(old, path, !0).length > 0) return [];
    let own2 = ownReaders(place).filter(({ file }) => isOwnRead(now, path, file));
    return own2.length === 0 ? [] : [{ path, readers: new Map(own2.map((use) => [use.file, use])) }];
  });
  return Map.groupBy(come, ({ path }) => path.at(-1) ?? "");
}
function ownReaders({ uses }) {
  return [...uses.values()].filter(({ idle }) => !idle);
}
function isOwnRead({ chart, side }, path, file) {
  let depth = file.match(/(?:^|\/)charts\//g)?.length ?? 0, name = path.slice(depth).join(".");
  return (fileText(side, file) ?? "").indexOf(`.Values.${name}`) >= 0 || !/(?:^|\/)_[^/]*$/.test(file) && valueAt(chart.values, path) !== void 0;
}

// src/bump/auto/values/removed.ts
function removed2(change2, pair, moved2) {
  let leaves = leavesOf(change2.was, change2.path).map((leaf) => judge(leaf, pair)), broken2 = leaves.filter(({ before, after }) => before && !after);
  return broken2.length === 0 ? kept(change2, leaves, pair) : isCertain(pair.now.reads) ? pair.now.reads.places.handedOn ? undecided(change2, `${missing(pair.now)} is given all values`) : breaking(change2, { broken: broken2, whole: broken2.length === leaves.length, moved: moved2 }) : undecided(change2, "the templates could not be read to the end");
}
function breaking({ path, was, near }, { broken: broken2, whole: whole2, moved: moved2 }) {
  let [first] = broken2, subject = pathText(whole2 ? path : first?.path ?? path), more = whole2 || broken2.length === 1 ? "" : ` and ${broken2.length - 1} more below \`${pathText(path)}\``, reader = first?.before ? `${wasReadBy(first.before)}, and ` : "", hint = moved2 === void 0 ? "" : ` It may be \`${moved2}\` now.`, now = first?.guard ? `it only switches a part on now (${placeText(first.guard)})` : "nothing reads it now", text = `\`${subject}\`${more} was removed: ${reader}${now}.${hint}`, shown2 = shownValue(whole2 ? was : first?.value ?? was);
  return createFinding({ level: "major", rule: "values/removed", subject, text, was: shown2, at: placeOf(near) });
}
function kept({ path, was, near }, leaves, { old }) {
  let about = { subject: pathText(path), was: shownValue(was), at: placeOf(near) }, what = `\`${about.subject}\` was removed from values.yaml`, honoured = leaves.filter(({ after, before }) => after && before), [reader] = honoured;
  if (reader?.after) {
    let level = honoured.some(({ value }) => !isEmpty(value)) ? "minor" : "patch", text2 = `${what} and is still honoured: ${readBy(reader.after)}. Only its default is gone.`;
    return createFinding({ ...about, level, rule: "values/removed-still-read", text: text2 });
  }
  if (old.reads.places.handedOn) {
    let text2 = `${what}; whether ${missing(old)}, which is given all values, reads it is not known.`;
    return createFinding({ ...about, level: "minor", rule: "values/removed-unknown", text: text2 });
  }
  let text = `${what}; no template of the last release reads it.`;
  return createFinding({ ...about, level: "patch", rule: "values/removed-unread", text });
}
function missing({ chart }) {
  let names = chart.dependencies.filter((one) => one.chart === void 0).map(({ name }) => name);
  return names.length === 0 ? "a template that is not here" : `a template of ${names.join(" or ")} (not in charts/)`;
}
function placeOf({ file, line }) {
  return { file, line };
}
function undecided({ path, was, near }, why) {
  let subject = pathText(path), text = `\`${subject}\` was removed; ${why}, so whether it is still honoured is not known.`, at = { file: near.file, line: near.line };
  return createFinding({ level: "major", rule: "values/removed-undecided", subject, text, was: shownValue(was), at });
}
function judge(leaf, { old, now }) {
  let container = shape(leaf.value) !== "scalar" || leaf.value.kind === "null", [before, ...more] = readersOf(old.reads.places, leaf.path, container), readers = readersOf(now.reads.places, leaf.path, container), isLost = leaf.value.kind !== "bool" && readers.every(isGuard) && [before, ...more].some((use) => use?.whole), [after] = readers;
  return isLost ? { ...leaf, before, after: void 0, ...after && { guard: after } } : { ...leaf, before, after };
}
var GUARDS = /* @__PURE__ */ new Set(["if", "with", "and", "or", "not", "empty", "hasKey"]);
function isGuard({ how, whole: whole2 }) {
  return !whole2 && GUARDS.has(how);
}
function readBy(use) {
  return `${placeText(use)} reads it (\`${use.how}\`)`;
}
function wasReadBy(use) {
  return `${placeText(use)} read it (\`${use.how}\`) before`;
}

// src/bump/auto/values/stricter.ts
var STRICT = new Map(
  Object.entries({
    allowPrivilegeEscalation: "false",
    automountServiceAccountToken: "false",
    hostIPC: "false",
    hostNetwork: "false",
    hostPID: "false",
    privileged: "false",
    readOnlyRootFilesystem: "true",
    runAsNonRoot: "true"
  })
);
function isStricter(path, was, is) {
  let key = path.at(-1) ?? "", [before, now] = [textOf(was), textOf(is)];
  if (path.at(-2) === "limits" && (key === "memory" || key === "cpu")) return isLess(now, before);
  if (key === "runAsUser" || key === "runAsGroup") return now !== "0" && now !== "" && before === "0";
  if (path.at(-2) === "capabilities") return hasFewer(key, was, is);
  if (path.at(-2) === "seccompProfile" && key === "type") return before === "Unconfined" && now !== before;
  if (/networkPolicy$/i.test(path.at(-2) ?? "") && key === "enabled") return now === "true" && before !== now;
  let strict = STRICT.get(key);
  return strict !== void 0 && now.toLowerCase() === strict && before.toLowerCase() !== strict;
}
function isMemoryHalved(path, was, is) {
  if (path.at(-2) !== "limits" || path.at(-1) !== "memory") return !1;
  let [less, more] = [quantity(textOf(is)), quantity(textOf(was))];
  return less !== void 0 && more !== void 0 && less * 2 <= more;
}
function hasFewer(key, was, is) {
  let [before, now] = [itemsOf(was), itemsOf(is)];
  return key === "drop" ? now.some((one) => !before.includes(one)) : key === "add" && before.some((one) => !now.includes(one));
}
function itemsOf(value) {
  return value?.kind === "list" ? value.items.map(textOf) : [];
}
function textOf(value) {
  return value !== void 0 && "text" in value ? value.text : "";
}
var UNITS = new Map(
  Object.entries({
    "": 1,
    m: 1e-3,
    k: 1e3,
    M: 1e6,
    G: 1e9,
    T: 1e12,
    K: 1e3,
    ki: 2 ** 10,
    mi: 2 ** 20,
    gi: 2 ** 30,
    ti: 2 ** 40
  })
);
function isLess(now, before) {
  let [less, more] = [quantity(now), quantity(before)];
  return less !== void 0 && more !== void 0 && less < more;
}
function quantity(text) {
  let [, number, unit = ""] = /^(\d{1,15}(?:\.\d{1,9})?)([a-z]{0,2})$/i.exec(text) ?? [], factor = UNITS.get(unit) ?? UNITS.get(unit.toLowerCase());
  return number === void 0 || factor === void 0 ? void 0 : Number(number) * factor;
}

// src/bump/auto/values/type-changed.ts
function typeChanged({ path, was, is }, { old, now }) {
  let subject = pathText(path), at = { file: is.file, line: is.line }, about = { subject, was: shownValue(was), is: shownValue(is), at }, change2 = `\`${subject}\` was a ${wordFor(was)} and is a ${wordFor(is)}`, [before] = readersOf(old.reads.places, path, !0);
  if (!before) {
    let text2 = `${change2}; no template of the last release reads it.`;
    return createFinding({ ...about, level: "patch", rule: "values/type-unread", text: text2 });
  }
  let [demanded, demands] = [demandsOf(old.reads.places, path), demandsOf(now.reads.places, path)], tests = typeTests(now.reads.places, path), reached = demandsOf(now.reads.places, path, (type) => GO_TYPES[was.kind].test(type));
  if (tests.length > 0 && (asksFor(tests, was) || [...demanded].every((demand) => reached.has(demand)))) {
    let text2 = `${change2}; the templates ask for its type, so the old one is still taken.`;
    return createFinding({ ...about, level: "minor", rule: "values/type-both", text: text2 });
  }
  let [after] = readersOf(now.reads.places, path, !0);
  if (after && isSameSet(demanded, demands)) {
    let text2 = `${change2}, but the templates use it as before (${[...demands].join(", ") || "as a part"}).`;
    return createFinding({ ...about, level: "patch", rule: "values/type-same-use", text: text2 });
  }
  let now_ = after ? `now ${readBy(after)}` : "nothing reads it now", text = `${change2}: ${wasReadBy(before)}, ${now_}.`;
  return createFinding({ ...about, level: "major", rule: "values/type-changed", text });
}
var GO_TYPES = {
  map: /map/,
  list: /slice|list|\[\]/,
  null: /invalid|nil/,
  bool: /bool/,
  int: /int|float/,
  float: /float/,
  string: /string/
};
function asksFor(tests, was) {
  return tests.some((type) => type === void 0 || GO_TYPES[was.kind].test(type));
}
function isSameSet(a, b) {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
function wordFor(value) {
  return value.kind === "map" || value.kind === "list" ? value.kind : `single value (${value.kind})`;
}

// src/bump/auto/values/commented.ts
var KEY = /^( *)(- +)?(?:"([^"]{1,100})"|'([^']{1,100})'|([\w./-]{1,100})):(?=[ \t\r]|$)/, COMMENT2 = /^( *)#( *)(.*)$/;
function commentedKeys(text) {
  let found = /* @__PURE__ */ new Map(), real = [], block = [];
  for (let [index, line] of text.split(`
`).slice(0, 2e4).entries()) {
    let comment = COMMENT2.exec(line);
    if (!comment) {
      line.trim() !== "" && (block = []), push(real, keyIn2(line));
      continue;
    }
    let [, before = "", blanks = "", rest = ""] = comment, key = keyIn2(`${before} ${blanks}${rest}`);
    if (key) {
      for (let indent of /* @__PURE__ */ new Set([key.indent, key.indent - 1, key.indent - Math.min(blanks.length, 1) - 1]))
        for (let path of pathsOf({ ...key, indent }, real, block)) found.has(path) || found.set(path, index + 1);
      push(block, key);
    }
  }
  return found;
}
function keyIn2(line) {
  let found = KEY.exec(line), [whole2 = "", blanks, dash = "", double, single, plain] = found ?? [];
  if (blanks === void 0) return;
  let isOpen = /^\s*(?:\{\s*\}|\[\s*\])?\s*(?:#.*)?$/.test(line.slice(whole2.length));
  return { indent: blanks.length + dash.length, key: double ?? single ?? plain ?? "", isOpen };
}
function push(stack, line) {
  if (line) {
    for (; (stack.at(-1)?.indent ?? -1) >= line.indent; ) stack.pop();
    stack.push(line);
  }
}
function pathsOf(line, real, block) {
  let outer = keysAbove(real, line.indent), around = keysAbove(real, block[0]?.indent ?? line.indent);
  return [.../* @__PURE__ */ new Set([join([...around, ...keysAbove(block, line.indent), line.key]), join([...outer, line.key])])];
}
function keysAbove(lines, indent) {
  return lines.filter((line) => line.isOpen && line.indent < indent).map(({ key }) => key);
}
function join(path) {
  return path.join(`
`);
}

// src/bump/auto/values/unread.ts
function unreadFindings(pair) {
  return !isCertain(pair.now.reads) || pair.now.reads.places.handedOn ? [] : [...listed2(pair), ...commented(pair)];
}
function listed2({ old, now }) {
  return leavesOf(old.chart.values, []).flatMap(({ path, value }) => {
    let is = valueAt(now.chart.values, path);
    if (path.length === 0 || !is || shape(is) !== shape(value)) return [];
    let isContainer = shape(value) !== "scalar" || value.kind === "null" || is.kind === "null", [before] = readersOf(old.reads.places, path, isContainer);
    if (!before || readersOf(now.reads.places, path, !0).length > 0) return [];
    let subject = pathText(path), text = `\`${subject}\` still stands in values.yaml, but nothing reads it any more; ${wasReadBy(before)}.`, about = { subject, text, was: shownValue(value), at: { file: is.file, line: is.line } };
    return [createFinding({ level: "major", rule: "values/no-longer-read", ...about })];
  });
}
function commented({ old, now }) {
  let comments = commentedKeys(fileText(old.side, "values.yaml") ?? "");
  return offered(old, comments).flatMap(({ path, before }) => {
    if (valueAt(now.chart.values, path) || readersOf(now.reads.places, path, !0).length > 0) return [];
    let subject = pathText(path), text = `\`${subject}\`, which values.yaml offered in a comment, is not read any more; ${wasReadBy(before)}.`, at = { file: "values.yaml", line: lineNear(now, path) };
    return [createFinding({ level: "major", rule: "values/commented-removed", subject, text, at })];
  });
}
function lineNear({ chart }, path) {
  return path.map((_, index) => valueAt(chart.ownValues, path.slice(0, path.length - index))).find((value) => value !== void 0)?.line ?? 1;
}
function newlyOffered({ old, now }) {
  let comments = commentedKeys(fileText(now.side, "values.yaml") ?? "");
  return offered(now, comments).flatMap(({ path, line }) => {
    if (valueAt(old.chart.values, path) || readersOf(old.reads.places, path, !0).length > 0) return [];
    let subject = pathText(path), text = `\`${subject}\`, which values.yaml offers in a comment, is new.`;
    return [
      createFinding({
        level: "minor",
        rule: "values/commented-added",
        subject,
        text,
        at: { file: "values.yaml", line }
      })
    ];
  });
}
function offered({ chart, reads }, comments) {
  return comments.size === 0 ? [] : placesOf(reads.places).flatMap((place) => {
    let path = pathOf(place), line = comments.get(path.join(`
`));
    if (line === void 0 || place.children.size > 0 || path.includes("*") || valueAt(chart.values, path)) return [];
    let [before] = readersOf(reads.places, path, !0);
    return before ? [{ path, before, line }] : [];
  });
}

// src/bump/auto/values/use-changed.ts
var PARTS = ["range", "fields", "keys"];
function useChangedFindings({ old, now }) {
  return placesOf(old.reads.places).flatMap((place) => {
    let path = pathOf(place);
    if (path.length === 0 || path.includes("*") || hasDefault(old.chart.values, path)) return [];
    if (!exactPlace(now.reads.places, path)) return [];
    let [was, is] = [demandsOf(old.reads.places, path), demandsOf(now.reads.places, path)];
    if (!turned(was, is) || typeTests(now.reads.places, path).length > 0) return [];
    let [before] = readersOf(old.reads.places, path, !0), [after] = readersOf(now.reads.places, path, !0);
    if (!before || !after) return [];
    let subject = pathText(path), text = `\`${subject}\` is used as ${word(is)} now (${readBy(after)}), and was ${word(was)}: ${wasReadBy(before)}.`, at = { file: after.file, line: after.line };
    return [createFinding({ level: "major", rule: "values/use-changed", subject, text, at })];
  });
}
function hasDefault(values2, path) {
  let value = valueAt(values2, path);
  return value !== void 0 && !isEmpty(value);
}
function turned(was, is) {
  return isOfParts(was) && isText(is) || isText(was) && isOfParts(is);
}
function isOfParts(demands) {
  return PARTS.some((demand) => demands.has(demand)) && !demands.has("text") && !demands.has("handed on");
}
function isText(demands) {
  return demands.has("text") && ![...PARTS, "structure", "handed on"].some((demand) => demands.has(demand));
}
function word(demands) {
  return isText(demands) ? "a text" : demands.has("range") ? "a list or a map" : "a map";
}

// src/bump/auto/values/values.ts
var MAX_SUCCESSORS = 200;
function valuesFindings(pair) {
  let external = [...externalFolders(pair.old.chart), ...externalFolders(pair.now.chart)], changes = changesOf(pair.old.chart.values, pair.now.chart.values).filter((change2) => {
    let value = change2.kind === "added" ? change2.is : change2.was;
    return !isIn(external, value.file) && !(isOneSided(change2) && isEmptySubchart(change2.path, value));
  }), news = changes.filter((change2) => change2.kind === "added"), added2 = news.length > MAX_SUCCESSORS ? [] : news;
  return [
    ...changes.map((change2) => {
      switch (change2.kind) {
        case "removed":
          return removedOrMoved(change2, pair, added2);
        case "type":
          return typeChanged(change2, pair);
        case "added":
          return addedFinding(change2, pair);
        default:
          return emptiedAndMoved(change2, added2) ?? namespaceMoved(change2, pair) ?? defaultChanged(change2);
      }
    }),
    ...unreadFindings(pair),
    ...newlyOffered(pair),
    ...itemKeyFindings(pair),
    ...useChangedFindings(pair),
    ...readerMovedFindings(pair)
  ];
}
function isOneSided({ kind }) {
  return kind === "added" || kind === "removed";
}
function isEmptySubchart(path, value) {
  return /^((?:charts\/[^/]+\/)+)values\.yaml$/.exec(value.file)?.[1]?.match(/charts\//g)?.length === path.length && value.kind === "map" && isEmpty(value);
}
function removedOrMoved(change2, pair, added2) {
  let finding = removed2(change2, pair, successor(change2, added2));
  return finding.rule !== "values/removed-still-read" ? finding : movedDefault(change2, added2) ?? namespaceMoved(change2, pair) ?? emptiedMapMoved(change2, pair, added2) ?? finding;
}
function emptiedAndMoved(change2, added2) {
  return isEmpty(change2.is) && !isEmpty(change2.was) ? movedDefault(change2, added2) : void 0;
}
function emptiedMapMoved({ path }, { old, now }, added2) {
  let around = path.slice(0, -1), [was, is] = [valueAt(old.chart.values, around), valueAt(now.chart.values, around)];
  if (!(was?.kind !== "map" || is?.kind !== "map" || !isEmpty(is) || around.length === 0) && [...was.entries.keys()][0] === path.at(-1))
    return emptiedAndMoved({ kind: "default", path: around, was, is }, added2);
}
function addedFinding({ path, is }, { old }) {
  let isKnown = isCertain(old.reads) && !old.reads.places.handedOn, subject = pathText(path);
  if (isStricter(path, void 0, is)) {
    let text2 = `The default of \`${subject}\` got stricter: it is ${shownValue(is)}, and was not set.`, about = { subject, text: text2, is: shownValue(is), at: { file: is.file, line: is.line } };
    return createFinding({ level: "minor", rule: "values/default-stricter", ...about });
  }
  let [reader] = readersOf(old.reads.places, path, !0), nowThere = `\`${subject}\` is in values.yaml now`, text = reader ? `${nowThere}; ${wasReadBy(reader)}.` : isKnown ? `\`${subject}\` is new.` : `${nowThere}.`;
  return createFinding({
    level: "minor",
    rule: "values/added",
    subject,
    text,
    is: shownValue(is),
    at: { file: is.file, line: is.line }
  });
}
function defaultChanged({ path, was, is }) {
  let subject = pathText(path), at = { file: is.file, line: is.line }, about = { subject, was: shownValue(was), is: shownValue(is), at };
  if (isEmpty(is) && !isEmpty(was))
    return createFinding({
      ...about,
      level: "minor",
      rule: "values/default-emptied",
      text: `\`${subject}\` has no default any more.`
    });
  if (isMemoryHalved(path, was, is)) {
    let text = `The default of \`${subject}\` is ${shownValue(is)}, and was ${shownValue(was)}: pods that need more are killed.`;
    return createFinding({ ...about, level: "major", rule: "values/memory-halved", text });
  }
  if (isStricter(path, was, is)) {
    let text = `The default of \`${subject}\` got stricter: it is ${shownValue(is)}, and was ${shownValue(was)}.`;
    return createFinding({ ...about, level: "minor", rule: "values/default-stricter", text });
  }
  return createFinding({
    ...about,
    level: "patch",
    rule: "values/default-changed",
    text: `The default of \`${subject}\` changed.`
  });
}
function successor({ path, was }, added2) {
  let near = path.slice(0, -2), leaves = added2.filter((one) => near.every((key, index) => one.path[index] === key)).flatMap((one) => inside2(one.path, one.is)), name = plainKey(path), named3 = leaves.filter((leaf) => plainKey(leaf.path) === name), equal = !isEmpty(was) && was.kind !== "bool" && was.kind !== "int" ? leaves.filter(({ value }) => isSame(value, was)) : [], [found, ...others] = named3.length > 0 ? named3 : equal;
  return found && others.length === 0 ? pathText(found.path) : void 0;
}
function inside2(path, value) {
  let below = value.kind === "map" ? [...value.entries].flatMap(([key, one]) => inside2([...path, key], one)) : [];
  return [{ path, value }, ...below];
}
function plainKey(path) {
  return (path.at(-1) ?? "").replace(/[-_]/g, "").toLowerCase();
}

// src/bump/auto/compare.ts
var MAX_FINDINGS = 1e3;
function compareCharts(old, now, rendered) {
  return inOrder([...readFindings(old, now), ...rendered], now);
}
async function compareAndRender(old, now, render) {
  let read2 = readFindings(old, now);
  return inOrder([...read2, ...await render(highest(read2) === "major")], now);
}
function readFindings(old, now) {
  let pair = analysePair(old, now);
  return [
    ...hasValues(pair.old) && hasValues(pair.now) ? valuesFindings(pair) : [],
    ...schemaFindings(pair),
    ...metadataFindings(pair),
    ...dependencyFindings(pair),
    ...namedTemplateFindings(pair),
    ...meaningFindings(pair),
    ...crdFindings(pair),
    ...fileFindings(pair),
    ...problemFindings(pair)
  ];
}
function inOrder(findings, now) {
  let placed = findings.map((finding) => atAFile(finding, now));
  return bounded(foldAliases(placed).toSorted((a, b) => rank(b.level) - rank(a.level)));
}
function foldAliases(findings) {
  return [...Map.groupBy(findings, keyOf2).values()].flatMap((group) => {
    let [first] = group;
    return !first || group.length === 1 ? group : [{ ...first, text: `${first.text} The same under ${group.length - 1} more of its names.` }];
  });
}
function keyOf2(finding, index) {
  let { rule, subject, at } = finding;
  if (!at?.file.startsWith("charts/")) return String(index);
  let below = subject.slice(subject.lastIndexOf(".") + 1);
  return [rule, at.file, at.line, below].join(`
`);
}
function atAFile({ at, ...finding }, { files }) {
  return at && files.has(at.file) ? { ...finding, at } : finding;
}
function bounded(findings) {
  let more = findings.length - MAX_FINDINGS;
  if (more <= 0) return findings;
  let text = `There are ${more} findings more, none of a higher level.`;
  return [
    ...findings.slice(0, MAX_FINDINGS),
    createFinding({ level: "none", rule: "files/more", subject: "findings", text })
  ];
}
export {
  compareAndRender,
  compareCharts
};
