import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  nameProblem,
  parseVersion,
  readHelmVersion,
  versionProblem
} from "./chunk-KPEBNB2V.js";
import {
  require_dist
} from "./chunk-A6FBNAVA.js";
import {
  ReleaseError,
  asReleaseError
} from "./chunk-72EAIUZW.js";
import {
  unified
} from "./chunk-GQNI6KFR.js";
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

// src/chart/archive/digest.ts
import { createHash } from "node:crypto";
function digestOf(content) {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}
function stampOf(text) {
  return digestOf(unified(text)).slice(7, 23);
}
function isDigest(text) {
  return typeof text == "string" && /^sha256:[0-9a-f]{64}$/.test(text);
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

// src/chart/manifest/lock-yaml.ts
import { posix } from "node:path";

// src/chart/yaml/go-json.ts
var SHORT_ESCAPES = new Map(
  Object.entries({
    '"': '\\"',
    "\\": "\\\\",
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "	": "\\t"
  })
), SPECIAL = /["\\<>&\p{Cc}\p{Cs}\u2028\u2029]/gu;
function goString(text) {
  return `"${text.replace(SPECIAL, escaped)}"`;
}
function escaped(character) {
  let code = character.charCodeAt(0);
  return code >= 127 && code <= 159 ? character : code >= 55296 && code <= 57343 ? "\\ufffd" : SHORT_ESCAPES.get(character) ?? `\\u${code.toString(16).padStart(4, "0")}`;
}
function goNumber2(value) {
  if (!Number.isFinite(value)) throw new ReleaseError("BUG_UNEXPECTED", `${value} cannot be written as JSON`);
  return Object.is(value, -0) ? "-0" : String(value);
}
function compareBytes(a, b) {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
function entriesOf(value) {
  let entries = Object.entries(value);
  return entries.some(([key]) => /^\d+$/.test(key)) ? entries.sort(([a], [b]) => compareBytes(a, b)) : entries;
}
function goJson(value) {
  return value === null ? "null" : typeof value == "string" ? goString(value) : typeof value == "number" ? goNumber2(value) : typeof value == "boolean" ? String(value) : isList(value) ? `[${value.map(goJson).join(",")}]` : `{${entriesOf(value).map(([key, item]) => `${goString(key)}:${goJson(item)}`).join(",")}}`;
}
function isList(value) {
  return Array.isArray(value);
}

// src/chart/manifest/dependency-fields.ts
var import_yaml4 = __toESM(require_dist(), 1);
var OWN_ALIAS = "Give one of them an `alias` of its own, or take it out.", PLAIN_ALIAS = "Write an alias of letters, digits, `-` and `_`.", ALIAS = /^[a-zA-Z0-9_-]+$/;
function readDependencies(yaml, list) {
  let seen = /* @__PURE__ */ new Set();
  return itemsOf(yaml, list?.value, "`dependencies`").map((item) => {
    let dependency = readDependency(yaml, item ?? list?.key), key = dependency.alias || dependency.name;
    if (seen.has(key)) throw failure(yaml, item, `has two dependencies with the name or alias "${key}"`, OWN_ALIAS);
    return seen.add(key), dependency;
  });
}
function readDependency(yaml, item) {
  let fields = fieldsOf(yaml, item, "a dependency"), text = (name2) => helmText(yaml, pick(yaml, fields, name2)?.value, `\`${name2}\` of a dependency`), [name, version, repository] = [text("name"), text("version"), text("repository")].map(sanitise), alias = text("alias");
  if (alias !== "" && !ALIAS.test(alias))
    throw failure(yaml, item, `has a dependency with the alias "${alias}"`, PLAIN_ALIAS);
  let written = pick(yaml, fields, "version")?.written, known = [
    ["version", version],
    ["condition", sanitise(text("condition"))],
    ["tags", tagsOf(yaml, fields)],
    ["enabled", isEnabled(yaml, fields)],
    ["import-values", importValues(yaml, fields)],
    ["alias", alias]
  ], helmFields = { name, ...present(known.slice(0, 1)), repository, ...present(known.slice(1)) };
  return {
    name,
    version,
    repository,
    ...alias && { alias },
    fields: helmFields,
    line: item ? spanOf(yaml, item).line : 1,
    ...written && version !== "" && { versionSpan: spanOf(yaml, written) }
  };
}
function present(entries) {
  return Object.fromEntries(
    entries.filter(([, value]) => Array.isArray(value) ? value.length > 0 : typeof value == "object" && value !== null ? Object.keys(value).length > 0 : value !== "" && value !== !1 && value !== null)
  );
}
function tagsOf(yaml, fields) {
  return itemsOf(yaml, pick(yaml, fields, "tags")?.value, "`tags` of a dependency").map((tag) => sanitise(helmText(yaml, tag, "a tag of a dependency")));
}
function isEnabled(yaml, fields) {
  let field = pick(yaml, fields, "enabled"), { kind, text } = scalarOf(yaml, field?.value, "`enabled` of a dependency");
  if (kind !== "bool" && kind !== "null")
    throw failure(yaml, field?.key, "has `enabled` that is neither true nor false");
  return text === "true";
}
function importValues(yaml, fields) {
  return itemsOf(yaml, pick(yaml, fields, "import-values")?.value, "`import-values`").map((value) => jsonOf(yaml, value, MAX_DEPTH2));
}
var MAX_DEPTH2 = 100;
function jsonOf(yaml, written, depth) {
  let node = follow(yaml, written);
  if (depth === 0) throw failure(yaml, node, "is nested too deep");
  if ((0, import_yaml4.isSeq)(node)) return itemsOf(yaml, node, "a list").map((item) => jsonOf(yaml, item, depth - 1));
  if ((0, import_yaml4.isMap)(node)) {
    let fields = [...fieldsOf(yaml, node, "a mapping").values()].sort((a, b) => compareBytes(a.name, b.name));
    return Object.fromEntries(fields.map(({ name, value }) => [name, jsonOf(yaml, value, depth - 1)]));
  }
  let { kind, text } = scalarOf(yaml, node, "a value");
  if (kind === "null") return null;
  if (kind === "bool") return text === "true";
  if (kind === "string") return text;
  let number = kind === "float" && (0, import_yaml4.isScalar)(node) ? Number(String(node.value).replaceAll("_", "")) : Number(text);
  if (!Number.isFinite(number)) throw failure(yaml, node, `has the number ${text}, which JSON can't hold`);
  return number;
}

// src/chart/manifest/chart-fields.ts
function metadataOf(yaml, fields, checked) {
  let text = (name) => sanitise(textField(yaml, fields, name)), list = (name) => textList(yaml, fields, name).map(sanitise);
  return present([
    ["name", sanitise(checked.name)],
    ["home", text("home")],
    ["sources", list("sources")],
    ["version", checked.version],
    ["description", text("description")],
    ["keywords", list("keywords")],
    ["maintainers", maintainers(yaml, fields)],
    ["icon", text("icon")],
    ["apiVersion", checked.apiVersion],
    ["condition", text("condition")],
    ["tags", text("tags")],
    ["appVersion", text("appVersion")],
    ["deprecated", isDeprecated(yaml, fields)],
    ["annotations", annotations(yaml, fields)],
    ["kubeVersion", text("kubeVersion")],
    ["dependencies", checked.dependencies.map((dependency) => dependency.fields)],
    ["type", checked.type]
  ]);
}
function textField(yaml, fields, name, of = "") {
  return helmText(yaml, pick(yaml, fields, name)?.value, `\`${name}\`${of}`);
}
function textList(yaml, fields, name) {
  return itemsOf(yaml, pick(yaml, fields, name)?.value, `\`${name}\``).map((item) => helmText(yaml, item, `an entry of \`${name}\``));
}
function maintainers(yaml, fields) {
  let list = pick(yaml, fields, "maintainers");
  return itemsOf(yaml, list?.value, "`maintainers`").map((item) => {
    let maintainer = fieldsOf(yaml, item ?? list?.key, "a maintainer"), text = (name) => sanitise(textField(yaml, maintainer, name, " of a maintainer"));
    return present(["name", "email", "url"].map((name) => [name, text(name)]));
  });
}
function annotations(yaml, fields) {
  let field = pick(yaml, fields, "annotations");
  if (!field || isNull(yaml, field.value)) return {};
  let entries = [...fieldsOf(yaml, field.value, "`annotations`").values()];
  return entries.sort((a, b) => compareBytes(a.name, b.name)), Object.fromEntries(
    entries.map(({ key, value }) => {
      let name = helmText(yaml, key, "a key of `annotations`");
      return [name, helmText(yaml, value, `the annotation ${name}`)];
    })
  );
}
function isDeprecated(yaml, fields) {
  let field = pick(yaml, fields, "deprecated"), { kind, text } = scalarOf(yaml, field?.value, "`deprecated`");
  if (kind !== "bool" && kind !== "null")
    throw failure(yaml, field?.key, "has `deprecated` that is neither true nor false");
  return text === "true";
}

// src/chart/manifest/lock-yaml.ts
var NOWHERE = { line: 1, column: 1, start: 0, end: 0 };
function readLock(text, file) {
  try {
    return readWhole(text, file);
  } catch (thrown) {
    let { code, message, hint, at } = asReleaseError(thrown);
    throw code !== "LOCK_INVALID" || hint !== void 0 ? thrown : new ReleaseError(code, message, { hint: anew(file), at, cause: thrown });
  }
}
function anew(file) {
  return `Delete ${file}, run \`helm dependency update ${posix.dirname(file)}\`, and commit the new one.`;
}
function readWhole(text, file) {
  let yaml = parseYaml(text, { file, code: "LOCK_INVALID" });
  if (!yaml.root) return { file, text, entries: [], digest: "", digestSpan: NOWHERE };
  let fields = fieldsOf(yaml, yaml.root, "a document"), digest = textField(yaml, fields, "digest"), written = pick(yaml, fields, "digest")?.written, list = pick(yaml, fields, "dependencies"), items = itemsOf(yaml, list?.value, "`dependencies`");
  if (items.length > 0 && (!written || !/^(?:sha256:)?[0-9a-f]{64}$/.test(digest)))
    throw failure(yaml, written, "has no `digest` that is a SHA-256");
  let entries = items.map((item) => readEntry(yaml, item ?? list?.key));
  return { file, text, entries, digest, digestSpan: written ? spanOf(yaml, written) : NOWHERE };
}
function readEntry(yaml, item) {
  let fields = fieldsOf(yaml, item, "a dependency"), version = pick(yaml, fields, "version")?.written, entry = { name: textField(yaml, fields, "name"), version: textField(yaml, fields, "version") };
  if (!version || entry.version === "") throw failure(yaml, item, `has the dependency ${entry.name} without version`);
  return {
    ...entry,
    repository: textField(yaml, fields, "repository"),
    versionSpan: spanOf(yaml, version),
    line: item ? spanOf(yaml, item).line : 1
  };
}

// src/chart/manifest/chart-yaml.ts
var HINT = "Write three numbers, such as `version: 1.2.3`.";
function readChartYaml(text, file) {
  return manifestOf(parseYaml(text, { file, code: "CHART_YAML_INVALID" }), "own");
}
function readExternalChartYaml(text, file) {
  return manifestOf(parseYaml(text, { file, code: "CHART_YAML_INVALID" }), "published");
}
function retypedIn(text, file) {
  let yaml = parseYaml(text, { file, code: "CHART_YAML_INVALID" });
  return file.endsWith("requirements.yaml") ? requirementsOf(yaml) : manifestOf(yaml, "own"), yaml.retyped;
}
function manifestOf(yaml, origin) {
  let { file, text } = yaml;
  if (!yaml.root) throw failure(yaml, void 0, "is empty");
  let fields = fieldsOf(yaml, yaml.root, "a document"), name = readName(yaml, fields, origin), { version, field } = readVersion(yaml, fields, origin), apiVersion = readApiVersion(yaml, fields), type = readType(yaml, fields), dependencies = dependenciesOf(yaml, fields, origin === "own" ? apiVersion : "v2"), appVersion = pick(yaml, fields, "appVersion"), metadata = metadataOf(yaml, fields, { name: name.text, version, apiVersion, type, dependencies });
  return {
    file,
    text,
    apiVersion,
    name: name.text,
    version,
    ...typeof metadata.appVersion == "string" && { appVersion: metadata.appVersion },
    type: type === "library" ? "library" : "application",
    metadata,
    dependencies,
    versionSpan: spanOf(yaml, field),
    ...appVersion?.written && { appVersionSpan: valueSpan(yaml, appVersion, appVersion.written) },
    nameSpan: spanOf(yaml, name.field)
  };
}
function readRequirements(text, file) {
  return requirementsOf(parseYaml(text, { file, code: "CHART_YAML_INVALID" }));
}
function requirementsOf(yaml) {
  return yaml.root ? readDependencies(yaml, pick(yaml, fieldsOf(yaml, yaml.root, "a document"), "dependencies")) : [];
}
function valueSpan(yaml, { key }, written) {
  let span = spanOf(yaml, written);
  if (span.start !== span.end) return span;
  let start = yaml.text.indexOf(":", spanOf(yaml, key).end) + 1, { line, col } = yaml.lines.linePos(start);
  return { line, column: col, start, end: start };
}
function readName(yaml, fields, origin) {
  let named = { ...yaml, code: "CHART_NAME_INVALID" }, field = pick(yaml, fields, "name"), text = helmText(yaml, field?.value, "`name`");
  if (!field?.written || text === "")
    throw failure(named, field?.key, "has no `name`", nearest(fields, "name")?.hint);
  let wrong = origin === "own" ? nameProblem(text) : void 0;
  if (wrong) throw failure(named, field.written, `has the name ${JSON.stringify(text)}: it ${wrong}`);
  return { text, field: field.written };
}
function readVersion(yaml, fields, origin) {
  let field = pick(yaml, fields, "version"), version = helmText(yaml, field?.value, "`version`");
  if (!field?.written || version === "") {
    let near = field ? void 0 : nearest(fields, "version");
    throw failure(
      { ...yaml, code: "CHART_VERSION_MISSING" },
      (near?.field ?? field)?.key,
      "has no `version`",
      near?.hint
    );
  }
  let versioned = { ...yaml, code: "CHART_VERSION_INVALID" };
  if (origin === "own" && refuseNumber(versioned, field, version), origin === "own" ? parseVersion(version) : readHelmVersion(version)) return { version, field: field.written };
  let wrong = `has the version ${JSON.stringify(version)}, which ${versionProblem(version)}`;
  throw failure(versioned, field.written, wrong, HINT);
}
function refuseNumber(yaml, field, seen) {
  let node = field.value, source = node && "source" in node && typeof node.source == "string" ? node.source : seen;
  if (source === seen) return;
  let what = `has the version ${source}, a number that Helm reads as ${seen}`;
  throw failure(yaml, field.written, what, parseVersion(source) ? `Quote it: \`version: "${source}"\`.` : HINT);
}
function readApiVersion(yaml, fields) {
  let text = textField(yaml, fields, "apiVersion");
  if (pick(yaml, fields, "apiVersion") || yaml.retyped.push({ what: "`apiVersion`", written: "", read: "v1", kind: "absent", line: 1, column: 1 }), text === "" || text === "v1") return "v1";
  if (text === "v2") return "v2";
  let what = `has the apiVersion ${JSON.stringify(text)}; Helm knows v1 and v2`;
  throw failure(yaml, pick(yaml, fields, "apiVersion")?.key, what);
}
function readType(yaml, fields) {
  let text = textField(yaml, fields, "type");
  if (["", "application", "library"].includes(text)) return text;
  let what = `has the type ${JSON.stringify(text)}; Helm knows application and library`;
  throw failure(yaml, pick(yaml, fields, "type")?.key, what);
}
function dependenciesOf(yaml, fields, apiVersion) {
  let field = pick(yaml, fields, "dependencies"), dependencies = readDependencies(yaml, field);
  if (apiVersion === "v2" || dependencies.length === 0) return dependencies;
  throw failure(yaml, field?.key, "has dependencies, which Helm drops from a chart of apiVersion v1", "Write `apiVersion: v2`, or move them to requirements.yaml.");
}
function nearest(fields, wanted) {
  let near = [...fields.values()].find(({ name }) => isNear(name.toLowerCase(), wanted));
  return near && { field: near, hint: `Is \`${near.name}\` meant to be \`${wanted}\`?` };
}
function isNear(name, wanted) {
  if (["appversion", "apiversion", "kubeversion"].includes(name)) return !1;
  if (name.includes(wanted)) return !0;
  if (Math.abs(name.length - wanted.length) > 1) return !1;
  let [a, b] = [[...name].sort(), [...wanted].sort()], common = a.filter((letter) => b.includes(letter) && b.splice(b.indexOf(letter), 1)).length;
  return Math.max(name.length, wanted.length) - common <= 1;
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
  isNull,
  compareBytes,
  goJson,
  MAX_DEPTH2 as MAX_DEPTH,
  jsonOf,
  readLock,
  readChartYaml,
  readExternalChartYaml,
  retypedIn,
  readRequirements,
  digestOf,
  stampOf,
  isDigest
};
