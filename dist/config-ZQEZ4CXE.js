import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  external_exports
} from "./chunk-6DW4K5NA.js";
import {
  bumpNames,
  bumpSummary,
  configurable,
  inputTable,
  nearest,
  quotedValue
} from "./chunk-APHH6KPP.js";
import "./chunk-HZB5OJ46.js";
import "./chunk-UKGQKI7N.js";
import "./chunk-NDMRHR7U.js";
import "./chunk-47K4XV7L.js";
import "./chunk-HSSNJAKW.js";
import "./chunk-4FXPF6RZ.js";
import "./chunk-KJ6KRM6E.js";
import "./chunk-5F2WCEHK.js";
import "./chunk-5HUHIQTQ.js";
import "./chunk-KPEBNB2V.js";
import "./chunk-DW3HCCUW.js";
import "./chunk-RXXX6YZL.js";
import "./chunk-Z73UB5FD.js";
import {
  require_dist
} from "./chunk-A6FBNAVA.js";
import "./chunk-SX6PF4TN.js";
import {
  ReleaseError
} from "./chunk-NXX2ZJ35.js";
import "./chunk-GQNI6KFR.js";
import {
  __toESM
} from "./chunk-RXEKE72Z.js";

// src/inputs/config/config.ts
var import_yaml = __toESM(require_dist(), 1);

// src/inputs/config/config-schema.ts
var described = {
  bump: `How the version of this chart moves: ${bumpSummary}.`,
  "zero-major": "What a breaking change moves before version 1.0.0: `minor` or `major`.",
  "app-version": "What its `appVersion` becomes: a literal, `sha`, `tag` or `values:<path>`, with further paths after commas.",
  "app-paths": "Globs from the repository root: commits that touch them count for `app-version: sha`.",
  unlocked: "`allow` resolves dependencies afresh where Chart.lock is missing; `refuse` (the default) fails."
}, BUMPS = [...bumpNames], chart = external_exports.strictObject({
  bump: external_exports.string().meta({ description: described.bump, enum: BUMPS }).optional(),
  "zero-major": external_exports.enum(["minor", "major"]).meta({ description: described["zero-major"] }).optional(),
  "app-version": external_exports.string().meta({ description: described["app-version"] }).optional(),
  "app-paths": external_exports.array(external_exports.string()).min(1).meta({ description: described["app-paths"] }).optional(),
  unlocked: external_exports.enum(["allow", "refuse"]).meta({ description: described.unlocked }).optional()
}), dependencies = external_exports.strictObject({
  schemes: external_exports.array(external_exports.string().regex(/^[a-z][a-z0-9+.-]*$/)).meta({ description: "Schemes beside `https`, `oci` and `file` that dependencies may use, such as `http`." }).optional(),
  "private-hosts": external_exports.array(external_exports.string().min(1)).meta({ description: "Hosts (`host` or `host:port`) on private addresses that dependencies may come from." }).optional()
}), signer = external_exports.strictObject({
  issuer: external_exports.string().regex(/^https:\/\/\S+$/).meta({ description: "Issuer of the identity, e.g. `https://token.actions.githubusercontent.com`." }),
  subject: external_exports.string().min(1).meta({ description: "The identity in the certificate; a `*` at its end stands for any rest." })
}), configSchema = external_exports.strictObject({
  defaults: external_exports.strictObject(defaults()).meta({ description: "For all charts; named as the inputs, which win over them." }).optional(),
  charts: external_exports.record(external_exports.string(), chart).meta({ description: "For single charts, by chart name or by folder from the repository root." }).optional(),
  dependencies: dependencies.meta({ description: "Where dependencies may come from." }).optional(),
  "trusted-signers": external_exports.array(signer).meta({ description: "Whose signatures count as ours beside this repository's own workflows." }).optional()
}), configKeys = /* @__PURE__ */ new Map([
  ["", Object.keys(configSchema.shape)],
  ["defaults", configurable],
  ["charts.*", Object.keys(chart.shape)],
  ["dependencies", Object.keys(dependencies.shape)],
  ["trusted-signers.*", Object.keys(signer.shape)]
]);
function defaults() {
  let types2 = { text: external_exports.string(), list: external_exports.array(external_exports.string()).min(1), boolean: external_exports.boolean() }, entries = Object.entries(inputTable).flatMap(([name, { config, description, parse }]) => {
    if (config === void 0) return [];
    let meta = parse.words === void 0 ? { description } : { description, enum: parse.words };
    return [[name, types2[config].meta(meta).optional()]];
  });
  return Object.fromEntries(entries);
}

// src/inputs/config/config-issues.ts
function issueProblems(issues, data, places) {
  return issues.flatMap(
    (issue) => issue.code === "unrecognized_keys" ? issue.keys.map((key) => unknownKey([...issue.path, key], places)) : [wrongValue(issue, valueAt(data, issue.path), places)]
  );
}
function keyPathText(path) {
  return path.reduce((words, key) => typeof key == "number" ? `${words}[${key}]` : words === "" ? String(key) : `${words}.${String(key)}`, "");
}
function unknownKey(path, places) {
  let message = `\`${keyPathText(path)}\` is no key of the config file.`;
  return new ReleaseError("CONFIG_KEY_UNKNOWN", message, { hint: keyHint(path), at: places.keyAt(path) });
}
function keyHint(path) {
  let key = String(path.at(-1)), level = path.length === 1 || path[0] === "defaults" || path[0] === "dependencies" ? path[0] : `${String(path[0])}.*`, siblings = configKeys.get(path.length === 1 ? "" : String(level)) ?? [];
  if (path.length === 1 && configurable.includes(key)) return `Put it under \`defaults:\`, as \`defaults.${key}\`.`;
  if (path[0] === "defaults" && Object.hasOwn(inputTable, key))
    return `Give \`${key}\` as an input of the step, under \`with:\`.`;
  let near = nearest(key, siblings);
  return near !== void 0 ? `Did you mean \`${near}\`?` : `Known here: ${siblings.map((sibling) => `\`${sibling}\``).join(", ")}.`;
}
function wrongValue(issue, value, places) {
  let name = issue.path.length === 0 ? "The config file" : `\`${keyPathText(issue.path)}\` in the config file`;
  return new ReleaseError("CONFIG_VALUE_INVALID", `${name} is ${foundText(value)}; allowed: ${allowedText(issue)}.`, {
    hint: issueHint(issue, value),
    at: places.at(issue.path)
  });
}
function foundText(value) {
  return value === void 0 ? "missing" : value === null ? "empty" : Array.isArray(value) ? value.length === 0 ? "an empty list" : "a list" : typeof value == "object" ? "a map" : typeof value == "number" || typeof value == "bigint" ? `the number ${value}` : typeof value == "boolean" ? `\`${value}\`` : quotedValue(String(value));
}
var types = new Map(
  Object.entries({
    string: "text",
    boolean: "`true`, `false`",
    array: "a list",
    object: "a map of keys",
    record: "a map of keys"
  })
);
function allowedText(issue) {
  switch (issue.code) {
    case "invalid_type":
      return types.get(issue.expected) ?? issue.expected;
    case "invalid_value":
      return issue.values.map((value) => `\`${String(value)}\``).join(", ");
    case "too_small":
      return issue.origin === "array" ? "at least one entry" : "text that is not empty";
    case "invalid_format":
      return issue.path.at(-1) === "issuer" ? "an `https://` address" : "a scheme such as `http`, without `://`";
    default:
      return "see the documentation of this key";
  }
}
function issueHint(issue, value) {
  if (issue.code !== "invalid_type") return;
  let key = String(issue.path.at(-1));
  return issue.expected === "string" && (typeof value == "number" || typeof value == "boolean") ? `Put it in quotes: \`${key}: "${value}"\`.` : issue.expected === "array" && typeof value == "string" ? `Write \`${key}: [${JSON.stringify(value)}]\`.` : issue.expected === "boolean" && typeof value == "string" ? "Leave the quotes away." : void 0;
}
function valueAt(data, path) {
  return path.reduce(
    (value, key) => typeof value == "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : void 0,
    data
  );
}

// src/inputs/config/config.ts
var MAX_CHARACTERS = 1e6, MAX_ALIASES = 50, MAX_YAML_PROBLEMS = 10;
function readConfig(text, file, problems) {
  let lines = new import_yaml.LineCounter(), place = placer(file, lines);
  if (text.length > MAX_CHARACTERS)
    return problems.add(
      new ReleaseError(
        "CONFIG_FILE_INVALID",
        `The config file has ${text.length} characters; allowed: ${MAX_CHARACTERS}.`,
        { at: { file } }
      )
    ), { config: {}, at: () => ({ file }), keyAt: () => ({ file }) };
  let document = (0, import_yaml.parseDocument)(text, { version: "1.2", lineCounter: lines, prettyErrors: !1 }), places = { at: (path) => place(nodeAt(document, path)), keyAt: (path) => place(keyNodeAt(document, path)) };
  for (let error of document.errors.slice(0, MAX_YAML_PROBLEMS))
    problems.add(notYaml(error.message, place({ range: error.pos }), error));
  if (document.errors.length > 0) return { config: {}, ...places };
  try {
    let data = document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {};
    return { config: validated(data, places, problems), ...places };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return problems.add(notYaml(error.message, { file }, error)), { config: {}, ...places };
  }
}
function validated(data, places, problems) {
  for (let rest = data; ; ) {
    let result = configSchema.safeParse(rest);
    if (result.success) return result.data;
    for (let problem of issueProblems(result.error.issues, rest, places)) problems.add(problem);
    let smaller = result.error.issues.reduce(without, rest);
    if (smaller === void 0) return {};
    rest = smaller;
  }
}
function without(data, issue) {
  return (issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]).reduce(remove, data);
}
function remove(data, path) {
  let [key, ...rest] = path;
  if (key === void 0 || Array.isArray(data) || typeof data != "object" || data === null) return;
  let { [key]: value, ...others } = data, left = rest.length === 0 ? void 0 : remove(value, rest);
  return left === void 0 ? others : { ...others, [key]: left };
}
function notYaml(message, at, cause) {
  let sentence = message.replace(/\s+/g, " ").trim();
  return new ReleaseError(
    "CONFIG_FILE_INVALID",
    `The config file is no valid YAML: ${sentence}${/[.!?]$/.test(sentence) ? "" : "."}`,
    { at, cause }
  );
}
function placer(file, lines) {
  return (node) => {
    let start = node?.range?.[0];
    if (start === void 0) return { file };
    let { line, col } = lines.linePos(start);
    return { file, line, column: col };
  };
}
function nodeAt(document, path) {
  for (let length = path.length; length >= 0; length--) {
    let node = length === 0 ? document.contents : document.getIn(path.slice(0, length), !0);
    if ((0, import_yaml.isNode)(node) && node.range && node.range[1] > node.range[0]) return node;
    let key = length === 0 ? void 0 : keyNodeAt(document, path.slice(0, length));
    if (key !== void 0) return key;
  }
}
function keyNodeAt(document, path) {
  let parent = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), !0);
  if (!(0, import_yaml.isMap)(parent)) return;
  let key = parent.items.map((pair) => pair.key).find((node) => (0, import_yaml.isScalar)(node) && String(node.value) === String(path.at(-1)));
  return (0, import_yaml.isNode)(key) ? key : void 0;
}
export {
  readConfig
};
