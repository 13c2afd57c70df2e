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
  meantByBoolean,
  meantBySwitch,
  nearest,
  quotedValue
} from "./chunk-DZCLROTW.js";
import {
  require_dist
} from "./chunk-A6FBNAVA.js";
import {
  ReleaseError
} from "./chunk-72EAIUZW.js";
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
  lint: "How this chart is linted before it is released: `on`, `strict` (warnings count) or `off`.",
  "lint-values": "Values files that it is linted with, each once: paths and globs from the folder of the chart; `values.yaml` means its defaults.",
  "kube-version": "Kubernetes version that its templates are linted for, such as `1.30`.",
  "undeclared-subcharts": "`allow` accepts charts in `charts/` that Chart.yaml does not name, which Helm installs all the same; `refuse` (the default) fails, as `helm lint` does.",
  unlocked: "`allow` resolves dependencies afresh where Chart.lock is missing; `refuse` (the default) fails.",
  targets: "Where this chart is published, instead of the `targets` of the run.",
  "tag-template": "Name of the git tags of this chart, made of `{{ .Name }}` and `{{ .Version }}`; `none` for no tags.",
  sign: "`keyless` or `none`, for this chart.",
  "release-notes-file": "File in its folder whose text becomes that of its GitHub Release.",
  "release-notes": "Where a bump of this chart writes what changed: `changelog`, `artifacthub`, or nothing (`[]`)."
}, BUMPS = [...bumpNames], chart = external_exports.strictObject({
  bump: external_exports.string().meta({ description: described.bump, enum: BUMPS }).optional(),
  "zero-major": external_exports.enum(["minor", "major"]).meta({ description: described["zero-major"] }).optional(),
  "app-version": external_exports.string().meta({ description: described["app-version"] }).optional(),
  "app-paths": external_exports.array(external_exports.string()).min(1).meta({ description: described["app-paths"] }).optional(),
  unlocked: external_exports.enum(["allow", "refuse"]).meta({ description: described.unlocked }).optional(),
  lint: external_exports.enum(["on", "strict", "off"]).meta({ description: described.lint }).optional(),
  "lint-values": external_exports.array(external_exports.string()).min(1).meta({ description: described["lint-values"] }).optional(),
  "kube-version": external_exports.string().meta({ description: described["kube-version"] }).optional(),
  "undeclared-subcharts": external_exports.enum(["allow", "refuse"]).meta({ description: described["undeclared-subcharts"] }).optional(),
  targets: external_exports.array(external_exports.string()).min(1).meta({ description: described.targets }).optional(),
  "tag-template": external_exports.string().meta({ description: described["tag-template"] }).optional(),
  sign: external_exports.enum(["keyless", "none"]).meta({ description: described.sign }).optional(),
  "release-notes": external_exports.array(external_exports.string()).meta({ description: described["release-notes"] }).optional(),
  "release-notes-file": external_exports.string().meta({ description: described["release-notes-file"] }).optional()
}), dependencies = external_exports.strictObject({
  schemes: external_exports.array(external_exports.string().regex(/^[a-z][a-z0-9+.-]*$/)).meta({ description: "Schemes beside `https`, `oci` and `file` that dependencies may use, such as `http`." }).optional(),
  "private-hosts": external_exports.array(external_exports.string().min(1)).meta({ description: "Hosts (`host` or `host:port`) on private addresses that dependencies may come from." }).optional(),
  repositories: external_exports.record(external_exports.string(), external_exports.string()).meta({
    description: "Addresses of repositories by name, as an earlier `helm repo add` would say: `bitnami: https://\u2026` for `@bitnami`. They may be asked, whatever their host."
  }).optional()
}), signer = external_exports.strictObject({
  issuer: external_exports.string().regex(/^https:\/\/\S+$/).meta({ description: "Issuer of the identity, e.g. `https://token.actions.githubusercontent.com`." }),
  subject: external_exports.string().min(1).meta({ description: "The identity in the certificate; a `*` at its end stands for any rest." })
}), configSchema = external_exports.strictObject({
  defaults: external_exports.strictObject(defaults()).meta({ description: "For all charts; named as the inputs, which win over them." }).optional(),
  charts: external_exports.record(external_exports.string(), chart).meta({
    description: "For single charts, by chart name, by folder from the repository root, or by a glob of folders."
  }).optional(),
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

// src/inputs/config/issue-hints.ts
function issueHint(issue, wrong) {
  let { key, value } = wrong;
  if (issue.code === "too_small" && key === "targets") return "To leave a chart out, put its folder under `exclude`.";
  let meant = meantBySwitch(key, value);
  if (meant !== void 0) return meant;
  if (issue.code === "invalid_type")
    switch (issue.expected) {
      case "string":
        return textHint(wrong);
      case "array":
        return listHint(wrong);
      case "boolean":
        return /^(?:true|false)$/i.test(String(value)) ? "Remove the quotes." : meantByBoolean(key, value);
      case "record":
        return Array.isArray(value) ? keysHint(key) : void 0;
      default:
        return;
    }
}
function textHint({ key, value, written }) {
  return key === "tag-template" && typeof value == "object" ? braceHint(key) : typeof value == "number" || typeof value == "boolean" ? `Put it in quotes: \`${key}: "${written ?? value}"\`.` : Array.isArray(value) && value.length === 1 && typeof value[0] == "string" ? `Write \`${key}: ${value[0]}\`.` : void 0;
}
function listHint({ key, value }) {
  if (typeof value != "string") return;
  if (key === "release-notes" && /^(?:none|off|no|false)$/i.test(value)) return `Write \`${key}: []\`.`;
  let entries = key === "pull-request-labels" ? value.split(",").map((entry) => entry.trim()) : [value];
  return `Write \`${key}: ${JSON.stringify(entries).replaceAll('","', '", "')}\`.`;
}
function keysHint(key) {
  return key === "repositories" ? "Write each as `name: address`, without dashes: `bitnami: https://\u2026`." : key === "charts" ? "Write each chart as a key, without a dash: `app:`, and below that its settings." : void 0;
}
function braceHint(key, template = "{{ .Name }}-{{ .Version }}") {
  return `Text that begins with a brace needs quotes: \`${key}: "${template}"\`.`;
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
  let message = `\`${keyPathText(path)}\` is not a key of the config file.`;
  return new ReleaseError("CONFIG_KEY_UNKNOWN", message, { hint: keyHint(path), at: places.keyAt(path) });
}
function keyHint(path) {
  let key = String(path.at(-1)), level = path.length === 1 || path[0] === "defaults" || path[0] === "dependencies" ? path[0] : `${String(path[0])}.*`, siblings = configKeys.get(path.length === 1 ? "" : String(level)) ?? [];
  if (path.length === 1 && configurable.includes(key)) return `Put it under \`defaults:\`, as \`defaults.${key}\`.`;
  if (path[0] === "defaults" && Object.hasOwn(inputTable, key))
    return `Give \`${key}\` as an input of the step, under \`with:\`.`;
  if (level === "charts.*" && configurable.includes(key))
    return `All charts share it: put it under \`defaults:\`, as \`defaults.${key}\`.`;
  let near = nearest(key, siblings);
  return near !== void 0 ? `Did you mean \`${near}\`?` : `Known here: ${siblings.map((sibling) => `\`${sibling}\``).join(", ")}.`;
}
function wrongValue(issue, value, places) {
  let name = issue.path.length === 0 ? "The config file" : `\`${keyPathText(issue.path)}\` in the config file`, written = places.written(issue.path), found = foundText(value, written);
  return new ReleaseError("CONFIG_VALUE_INVALID", `${name} is ${found}; allowed: ${allowedText(issue)}.`, {
    hint: issueHint(issue, { key: String(issue.path.at(-1)), value, written }),
    at: places.at(issue.path)
  });
}
function foundText(value, written) {
  return value === void 0 ? "missing" : value === null ? "empty" : Array.isArray(value) ? value.length === 0 ? "an empty list" : "a list" : typeof value == "object" ? "a map" : typeof value == "number" || typeof value == "bigint" ? `the number ${written ?? value}` : typeof value == "boolean" ? `\`${value}\`` : quotedValue(String(value));
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
function valueAt(data, path) {
  return path.reduce(
    (value, key) => typeof value == "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : void 0,
    data
  );
}

// src/inputs/config/config.ts
var MAX_CHARACTERS = 1e6, MAX_ALIASES = 50, MAX_YAML_PROBLEMS = 10, MAX_WRITTEN = 40;
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
  let document = (0, import_yaml.parseDocument)(text, {
    version: "1.2",
    lineCounter: lines,
    prettyErrors: !1,
    // Its warnings go to stderr by themselves; what is wrong is reported here.
    logLevel: "error"
  }), places = { at: (path) => place(nodeAt(document, path)), keyAt: (path) => place(keyNodeAt(document, path)), written: (path) => {
    let node = document.getIn(path, !0);
    return (0, import_yaml.isScalar)(node) && typeof node.value != "string" ? node.source?.slice(0, MAX_WRITTEN) : void 0;
  } };
  for (let error of document.errors.slice(0, MAX_YAML_PROBLEMS))
    problems.add(notYaml(error.message, place({ range: error.pos }), { cause: error, hint: quotesHint(text) }));
  if (document.errors.length > 0) return { config: {}, ...places };
  try {
    let data = document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {};
    return { config: validated(data, places, problems), ...places };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return problems.add(notYaml(error.message, { file }, { cause: error, hint: quotesHint(text) })), { config: {}, ...places };
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
function quotesHint(text) {
  let [, key, template] = /^[ \t]*([\w-]+):[ \t]+(\{\{[^"'#\n]*?)[ \t]*$/m.exec(text) ?? [];
  if (key !== void 0) return braceHint(key, template?.slice(0, 80));
  let [, glob] = /^[ \t]*(\*[^\s"'#:]*)[ \t]*:/m.exec(text) ?? [];
  return glob === void 0 ? void 0 : `A name that begins with \`*\` needs quotes: \`"${glob.slice(0, 80)}":\`.`;
}
function notYaml(message, at, { cause, hint }) {
  let sentence = message.replace(/\s+/g, " ").trim();
  return new ReleaseError(
    "CONFIG_FILE_INVALID",
    `The config file is not valid YAML: ${sentence}${/[.!?]$/.test(sentence) ? "" : "."}`,
    { at, cause, hint }
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
