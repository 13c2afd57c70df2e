import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  nameProblem,
  parseVersion,
  readHelmVersion,
  versionProblem
} from "./chunk-KPEBNB2V.js";
import {
  failure,
  fieldsOf,
  follow,
  helmText,
  isNull,
  itemsOf,
  parseYaml,
  pick,
  sanitise,
  scalarOf,
  spanOf
} from "./chunk-XUGSPGDO.js";
import {
  require_dist
} from "./chunk-A6FBNAVA.js";
import {
  ReleaseError,
  asReleaseError
} from "./chunk-FO5DIOUC.js";
import {
  unified
} from "./chunk-GQNI6KFR.js";
import {
  __toESM
} from "./chunk-RXEKE72Z.js";

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
function goNumber(value) {
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
  return value === null ? "null" : typeof value == "string" ? goString(value) : typeof value == "number" ? goNumber(value) : typeof value == "boolean" ? String(value) : isList(value) ? `[${value.map(goJson).join(",")}]` : `{${entriesOf(value).map(([key, item]) => `${goString(key)}:${goJson(item)}`).join(",")}}`;
}
function isList(value) {
  return Array.isArray(value);
}

// src/chart/manifest/dependency-fields.ts
var import_yaml = __toESM(require_dist(), 1);
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
  return itemsOf(yaml, pick(yaml, fields, "import-values")?.value, "`import-values`").map((value) => jsonOf(yaml, value, MAX_DEPTH));
}
var MAX_DEPTH = 100;
function jsonOf(yaml, written, depth) {
  let node = follow(yaml, written);
  if (depth === 0) throw failure(yaml, node, "is nested too deep");
  if ((0, import_yaml.isSeq)(node)) return itemsOf(yaml, node, "a list").map((item) => jsonOf(yaml, item, depth - 1));
  if ((0, import_yaml.isMap)(node)) {
    let fields = [...fieldsOf(yaml, node, "a mapping").values()].sort((a, b) => compareBytes(a.name, b.name));
    return Object.fromEntries(fields.map(({ name, value }) => [name, jsonOf(yaml, value, depth - 1)]));
  }
  let { kind, text } = scalarOf(yaml, node, "a value");
  if (kind === "null") return null;
  if (kind === "bool") return text === "true";
  if (kind === "string") return text;
  let number = kind === "float" && (0, import_yaml.isScalar)(node) ? Number(String(node.value).replaceAll("_", "")) : Number(text);
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
  compareBytes,
  goJson,
  MAX_DEPTH,
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
