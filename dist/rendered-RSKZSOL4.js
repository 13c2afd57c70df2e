import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  isSchemaFile,
  readSchema
} from "./chunk-OJXCXGHU.js";
import {
  mapConcurrent
} from "./chunk-RXXX6YZL.js";
import {
  crdFieldFindings,
  isSame,
  leavesOf,
  schemasIn,
  topValues,
  valueAt
} from "./chunk-MZCQSR52.js";
import "./chunk-FNR6XVY7.js";
import "./chunk-SDCPNQLT.js";
import {
  textProblem
} from "./chunk-HUB4QXZH.js";
import "./chunk-KPEBNB2V.js";
import {
  require_dist
} from "./chunk-A6FBNAVA.js";
import "./chunk-DW3HCCUW.js";
import {
  ReleaseError
} from "./chunk-72EAIUZW.js";
import "./chunk-GQNI6KFR.js";
import {
  __toESM
} from "./chunk-RXEKE72Z.js";

// src/bump/auto/rendered/compare/manifest.ts
var import_yaml = __toESM(require_dist(), 1);

// src/bump/auto/rendered/compare/volatile-text.ts
var DOTTED_VERSION = /v?\d+(?:\.\d+)+(?:[-+_][0-9A-Za-z.]+)*/g, DASHED_VERSION = /(?<=-)v?\d+(?:-\d+){1,3}(?=-|$)/g, HASH_AT_END = /-(?=[a-f]*\d)[0-9a-f]{6,64}$/, HASH = /\b[0-9a-f]{32,128}\b/g;
function maskName(name) {
  return name.replace(HASH_AT_END, "-#").replace(DOTTED_VERSION, "#").replace(DASHED_VERSION, "#");
}
var RELEASE_LABEL = /^[ \t]+(?:["']?(?:helm\.sh\/chart|app\.kubernetes\.io\/version)["']?:.*|chart:[ \t]*["']?[\w.-]+-v?\d+\.\d+[\w.+-]*["']?[ \t]*)\n/gm, CHECKSUM = /^([ \t]+["']?checksum\/[\w.-]+["']?:[ \t]*)["']?[0-9a-f]{32,128}["']?[ \t]*$/gm;
function withoutReleaseLabels(text) {
  return text.replace(RELEASE_LABEL, "").replace(CHECKSUM, '$1"#"');
}
function maskValue(value) {
  return value.replace(HASH, "#");
}

// src/bump/auto/rendered/compare/manifest.ts
var MAX_DOCUMENT = 4 * 1024 * 1024, MAX_DOCUMENTS = 2e4, RELEASE_NAMESPACE = "release-namespace";
function createManifestReader() {
  let known = /* @__PURE__ */ new Map();
  return (manifests) => {
    let found = /* @__PURE__ */ new Map();
    for (let text of withoutReleaseLabels(manifests).split(/^---(?:[ \t].*)?\r?\n/m, MAX_DOCUMENTS)) {
      let resources = known.get(text) ?? resourcesIn(text);
      known.set(text, resources);
      for (let resource of resources) {
        let key = freeKey(resource.key, found);
        found.set(key, key === resource.key ? resource : { ...resource, key });
      }
    }
    return found;
  };
}
function freeKey(key, found) {
  if (!found.has(key)) return key;
  let copy = 2;
  for (; found.has(`${key} (${copy})`); ) copy += 1;
  return `${key} (${copy})`;
}
function resourcesIn(text) {
  if (!/\S/.test(text)) return [];
  let seen = identityAtSight(text);
  return seen ? [{ ...seen, text, source: sourceOf(text), body: once(() => bodiesIn(text)[0]) }] : bodiesIn(text).flatMap((body) => {
    let identity2 = identityOf(body);
    return identity2 ? [{ ...identity2, text, source: sourceOf(text), body: () => body }] : [];
  });
}
function sourceOf(text) {
  return /^# Source: [^/\n]+\/(.+)$/m.exec(text)?.[1] ?? "";
}
function once(read2) {
  let body;
  return () => (body ??= read2() ?? {}, body);
}
function bodiesIn(text) {
  if (textProblem(text, MAX_DOCUMENT)) return [];
  try {
    let documents = (0, import_yaml.parseAllDocuments)(text, { logLevel: "silent", uniqueKeys: !1 });
    return "empty" in documents ? [] : documents.flatMap((document) => {
      if (document.errors.length > 0) return [];
      let body = document.toJS();
      return (isFields(body) && body.kind === "List" && Array.isArray(body.items) ? body.items : [body]).filter(isFields);
    });
  } catch {
    return [];
  }
}
var SCALAR = `["']?([\\w.:/-]+)["']?[ \\t]*(?:#.*)?$`, API_VERSION = new RegExp(`^apiVersion:[ \\t]+${SCALAR}`, "m"), KIND = new RegExp(`^kind:[ \\t]+${SCALAR}`, "m"), METADATA = /^metadata:[ \t]*\n((?:[ \t]+.*\n|[ \t]*#.*\n|\n)+)/m;
function identityAtSight(text) {
  let [apiVersion, kind] = [API_VERSION.exec(text)?.[1], KIND.exec(text)?.[1]], metadata = METADATA.exec(text)?.[1];
  if (!apiVersion || !kind || !metadata || kind === "List" || text.includes("helm.sh/hook")) return;
  let indent = /^ +/m.exec(metadata)?.[0] ?? "", field = (name2) => new RegExp(`^${indent}${name2}:[ \\t]+${SCALAR}`, "m").exec(metadata)?.[1], name = field("name"), namespace = field("namespace");
  if (!(!name || !namespace && new RegExp(`^${indent}namespace:`, "m").test(metadata)))
    return identity(apiVersion, kind, { name, namespace, isHook: !1 });
}
function identityOf(body) {
  let { apiVersion, kind, metadata } = body;
  if (!(!isFields(metadata) || typeof apiVersion != "string" || typeof kind != "string"))
    return identity(apiVersion, kind, {
      name: String(metadata.name ?? metadata.generateName ?? ""),
      namespace: metadata.namespace === void 0 || metadata.namespace === null ? void 0 : String(metadata.namespace),
      isHook: isFields(metadata.annotations) && "helm.sh/hook" in metadata.annotations
    });
}
function identity(apiVersion, kind, { name, namespace, isHook }) {
  let place = namespace === void 0 || namespace === RELEASE_NAMESPACE ? "" : `${namespace}/`;
  return { apiVersion, kind, name, key: `${kind}/${place}${maskName(name)}`, isHook };
}
function isFields(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value);
}

// src/bump/auto/rendered/compare/leaves.ts
var RELEASE_LABELS = /* @__PURE__ */ new Set(["helm.sh/chart", "chart", "app.kubernetes.io/version"]), SECRET_FIELDS = /* @__PURE__ */ new Set(["data", "stringData"]), MAX_LEAVES = 1e5, MAX_DEPTH = 60, read = /* @__PURE__ */ new WeakMap();
function leavesOf2(resource) {
  let known = read.get(resource);
  if (known) return known;
  let leaves = /* @__PURE__ */ new Map();
  for (let [name, value] of Object.entries(resource.body()))
    (resource.kind !== "Secret" || !SECRET_FIELDS.has(name)) && collect(leaves, step("", name), value, 1);
  return leaves.delete("metadata.name"), read.set(resource, leaves), leaves;
}
function collect(to, path, value, depth) {
  if (to.size > MAX_LEAVES || depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    collectItems(to, path, value, depth);
    return;
  }
  if (isFields(value)) {
    let entries = Object.entries(value);
    entries.length === 0 && to.set(path, "{}");
    for (let [name, inner] of entries)
      RELEASE_LABELS.has(name) || collect(to, step(path, name), inner, depth + 1);
    return;
  }
  let text = maskValue(value == null ? "null" : String(value)), lines = text.trimEnd().split(`
`);
  if (lines.length === 1) to.set(path, text);
  else for (let line of lines) line.trim() !== "" && to.set(`${path}|${line.trimEnd()}`, "");
}
function collectItems(to, path, items, depth) {
  items.length === 0 && to.set(path, "[]");
  let names = items.map((item) => isFields(item) && typeof item.name == "string" ? item.name : void 0), areNamed = !names.includes(void 0) && new Set(names).size === names.length;
  for (let [index, item] of items.entries())
    areNamed ? collect(to, `${path}[${names[index]}]`, item, depth + 1) : to.set(`${path}[=${maskValue(inOrder(item, depth + 1))}]`, "");
}
function inOrder(value, depth) {
  return depth > MAX_DEPTH ? "\u2026" : Array.isArray(value) ? `[${value.map((item) => inOrder(item, depth + 1)).join(",")}]` : isFields(value) ? `{${Object.entries(value).filter(([name]) => !RELEASE_LABELS.has(name)).sort(([a], [b]) => a < b ? -1 : 1).map(([name, inner]) => `${name}:${inOrder(inner, depth + 1)}`).join(",")}}` : typeof value == "object" ? "null" : String(value);
}
function step(path, name) {
  return /^[\w-]+$/.test(name) ? path === "" ? name : `${path}.${name}` : `${path}["${name}"]`;
}

// src/bump/auto/rendered/compare/rendered-pair.ts
var NO_CHANCE = { keys: /* @__PURE__ */ new Set(), paths: /* @__PURE__ */ new Map() };
function chanceBetween(first, second) {
  let keys = new Set([...first.keys(), ...second.keys()].filter((key) => !(first.has(key) && second.has(key)))), paths = /* @__PURE__ */ new Map();
  for (let [key, one] of first) {
    let two = second.get(key);
    two && one.text !== two.text && paths.set(key, differing(leavesOf2(one), leavesOf2(two)));
  }
  return { keys, paths };
}
function eitherChance(one, two) {
  let paths = new Map(one.paths);
  for (let [key, more] of two.paths) paths.set(key, /* @__PURE__ */ new Set([...paths.get(key) ?? [], ...more]));
  return { keys: /* @__PURE__ */ new Set([...one.keys, ...two.keys]), paths };
}
function differing(one, two) {
  let paths = [...one.keys(), ...[...two.keys()].filter((path) => !one.has(path))];
  return new Set(paths.filter((path) => one.get(path) !== two.get(path)));
}
function changedResources({ before, after, chance }) {
  return [...before].flatMap(([key, one]) => {
    let two = after.get(key);
    if (!two || one.text === two.text) return [];
    let byChance = chance.paths.get(key), paths = [...differing(leavesOf2(one), leavesOf2(two))].filter((path) => !byChance?.has(path));
    return paths.length === 0 ? [] : [{ before: one, after: two, paths }];
  });
}
function placeOf({ source, kind }, files, field) {
  let bytes = files.get(source);
  if (bytes === void 0) return {};
  let line = bytes instanceof Uint8Array ? lineIn(Buffer.from(bytes).toString(), kind, field) : void 0;
  return { at: { file: source, ...line !== void 0 && { line } } };
}
function lineIn(text, kind, field) {
  let lines = text.split(`
`), start = lines.findIndex((line) => /^\s*kind:/.test(line) && line.includes(kind));
  if (start < 0) return;
  let below = field === void 0 ? -1 : lines.findIndex((line, at) => at > start && line.trimStart().replace("- ", "").startsWith(`${field}:`));
  return Math.max(start, below) + 1;
}
var MAX_SHOWN = 200;
function shortValue(value) {
  let line = value.replace(/\s+/g, " ").trim();
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}\u2026` : line;
}

// src/bump/auto/rendered/chance.ts
async function chanceIn({ before, after, renders, read: read2 }, first, options = {}) {
  let sides = [before, after].filter(({ prepared }) => prepared.isImpure);
  return (await renders(sides.map((side) => ({ side, ...options })))).flatMap((render, index) => "failed" in render ? [] : [chanceBetween(sides[index] === before ? first.before : first.after, read2(render.manifests))]).reduce(eitherChance, NO_CHANCE);
}

// src/bump/auto/rendered/compare/crd-fields.ts
function renderedCrdFindings(pair, files) {
  return changedResources(pair).flatMap(({ before, after }) => {
    if (before.kind !== "CustomResourceDefinition" || before.isHook) return [];
    let now = schemasIn(after.text);
    return [...schemasIn(before.text)].flatMap(([subject, was]) => {
      let is = now.get(subject);
      return is ? crdFieldFindings({ subject, file: after.source, was, is }) : [];
    }).map(({ at: _, ...finding3 }) => ({ ...finding3, ...placeOf(after, files) }));
  });
}

// src/bump/auto/rendered/compare/immutable.ts
var IMMUTABLE = new Map(
  Object.entries({
    ConfigMap: [],
    CSIDriver: ["spec.attachRequired"],
    ClusterRoleBinding: ["roleRef"],
    CustomResourceDefinition: ["spec.scope", "spec.group"],
    DaemonSet: ["spec.selector"],
    Deployment: ["spec.selector"],
    IngressClass: ["spec.controller"],
    Job: ["spec.template", "spec.selector", "spec.completionMode"],
    PersistentVolumeClaim: [
      "spec.accessModes",
      "spec.dataSource",
      "spec.selector",
      "spec.storageClassName",
      "spec.volumeMode",
      "spec.volumeName"
    ],
    PriorityClass: ["value", "preemptionPolicy"],
    ReplicaSet: ["spec.selector"],
    RoleBinding: ["roleRef"],
    RuntimeClass: ["handler"],
    Secret: ["type"],
    Service: ["spec.clusterIP"],
    StatefulSet: ["spec.selector", "spec.serviceName", "spec.podManagementPolicy", "spec.volumeClaimTemplates"],
    StorageClass: ["provisioner", "parameters", "reclaimPolicy", "volumeBindingMode"]
  })
), DEFAULTS = new Map(
  Object.entries({
    "Secret type": "Opaque",
    "StatefulSet spec.podManagementPolicy": "OrderedReady",
    "StorageClass reclaimPolicy": "Delete",
    "StorageClass volumeBindingMode": "Immediate",
    "PersistentVolumeClaim spec.volumeMode": "Filesystem",
    "Job spec.completionMode": "NonIndexed",
    "CSIDriver spec.attachRequired": "true",
    "PriorityClass preemptionPolicy": "PreemptLowerPriority"
  })
), KEPT_WHEN_ABSENT = /* @__PURE__ */ new Set(["Service spec.clusterIP"]);
function immutableFindings(pair, files) {
  return changedResources(pair).flatMap((changed) => {
    let { before, after } = changed;
    return before.isHook || after.isHook || before.name !== after.name || isCleanedUp(changed) ? [] : fieldsOf(changed).flatMap((field) => {
      let paths = changed.paths.filter((path) => isUnder(path, field) && isChange(changed, path));
      return paths.length === 0 ? [] : [immutableFinding(changed, { field, paths, pair }, files)];
    });
  });
}
function fieldsOf({ before }) {
  let frozen = leavesOf2(before).get("immutable") === "true";
  return [...IMMUTABLE.get(before.kind) ?? [], ...frozen ? ["data", "binaryData", "immutable"] : []];
}
function isUnder(path, field) {
  return path === field || path.startsWith(field) && /^[.[|]/.test(path.slice(field.length));
}
function isChange({ before, after }, path) {
  let field = `${before.kind} ${path}`, [was, is] = [leavesOf2(before).get(path), leavesOf2(after).get(path)].map(
    (value) => value === void 0 || value === "null" || value === "" ? DEFAULTS.get(field) : value
  );
  return KEPT_WHEN_ABSENT.has(field) && is === void 0 && was !== "None" ? !1 : !(was === is && !/[|=]/.test(path));
}
function isCleanedUp({ before }) {
  return before.kind === "Job" && leavesOf2(before).has("spec.ttlSecondsAfterFinished");
}
function immutableFinding({ before, after }, { field, paths, pair }, files) {
  let [was, is] = [before, after].map(
    (resource) => paths.flatMap((path) => {
      let value = leavesOf2(resource).get(path);
      return value === void 0 ? [] : `${path.slice(field.length)}${value === "" ? "" : ` ${value}`}`;
    })
  );
  return {
    level: "major",
    kind: "rendered",
    rule: "rendered/immutable",
    subject: `${before.key} ${field}`,
    text: `${field} of ${before.key} changed${pair.hasOwnValues ? ` ${pair.renderedWith}` : ""}, which the API server refuses: it must be deleted first.`,
    ...was?.length ? { was: shortValue(was.join(", ")) } : {},
    ...is?.length ? { is: shortValue(is.join(", ")) } : {},
    ...placeOf(after, files, field.split(".").at(-1))
  };
}

// src/bump/auto/rendered/compare/old-defaults.ts
function oldDefaultsFindings(pair, files) {
  let { before, after, withOldDefaults, chance } = pair;
  return withOldDefaults ? [...before].flatMap(([key, was]) => {
    let now = after.get(key);
    if (!now || was.isHook || now.isHook || chance.keys.has(key)) return [];
    let said = withOldDefaults.get(key);
    if (!said) return [finding(was, now, files)];
    if (was.text === said.text || now.text === said.text) return [];
    let path = firstLost(leavesOf2(was), leavesOf2(now), leavesOf2(said), chance.paths.get(key));
    return path === void 0 ? [] : [finding(was, now, files, { path, said: leavesOf2(said) })];
  }) : [];
}
function firstLost(was, now, said, byChance) {
  for (let [path, value] of was)
    if (now.get(path) === value && said.get(path) !== value && !byChance?.has(path)) return path;
}
function finding(was, now, files, lost) {
  let what = lost ? `${was.key} ${lost.path}` : was.key, value = lost && leavesOf2(was).get(lost.path), is = lost?.said.get(lost.path);
  return {
    level: "major",
    kind: "rendered",
    rule: "rendered/old-defaults",
    subject: what,
    text: `Whoever says the old defaults by hand gets another ${shortValue(what)}: the old values no longer mean the same.`,
    ...value !== void 0 && value !== "" && { was: shortValue(value) },
    ...is !== void 0 && is !== "" && { is: shortValue(is) },
    ...placeOf(now, files)
  };
}

// src/bump/auto/rendered/compare/outputs.ts
function outputFindings(pair, files) {
  return changedResources(pair).map((changed) => outputFinding(changed, pair, files));
}
function outputFinding({ before, after, paths }, pair, files) {
  let [path = ""] = paths, [was, is] = [leavesOf2(before).get(path), leavesOf2(after).get(path)], others = paths.length === 1 ? "" : ` and ${paths.length - 1} more`;
  return {
    level: "patch",
    kind: "rendered",
    rule: "rendered/changed",
    subject: before.key,
    text: `${before.key} is rendered otherwise ${pair.renderedWith}: ${shortValue(path)}${others}.`,
    ...was !== void 0 && was !== "" && { was: shortValue(was) },
    ...is !== void 0 && is !== "" && { is: shortValue(is) },
    ...placeOf(after, files)
  };
}

// src/bump/auto/rendered/compare/pods.ts
var WORKLOADS = new Map(
  Object.entries({
    CronJob: ["spec", "jobTemplate", "spec", "template"],
    DaemonSet: ["spec", "template"],
    Deployment: ["spec", "template"],
    Job: ["spec", "template"],
    Pod: [],
    ReplicaSet: ["spec", "template"],
    StatefulSet: ["spec", "template"]
  })
), RELEASE_LABELS2 = /* @__PURE__ */ new Set(["helm.sh/chart", "chart", "app.kubernetes.io/version", "heritage"]);
function podsOf(resource) {
  let path = WORKLOADS.get(resource.kind);
  if (!path) return;
  let body = resource.body(), { metadata, spec } = path.reduce((at, key) => fieldsIn(at, key), body);
  if (!isFields(spec)) return;
  let labels = isFields(metadata) ? Object.entries(fieldsIn(metadata, "labels")) : [], containers = [...listIn(spec, "initContainers"), ...listIn(spec, "containers")], templates = listIn(fieldsIn(body, "spec"), "volumeClaimTemplates").map(
    (one) => String(fieldsIn(one, "metadata").name)
  ), claimed = listIn(spec, "volumes").filter(({ persistentVolumeClaim }) => isFields(persistentVolumeClaim));
  return {
    labels: new Map(labels.filter(([key]) => !RELEASE_LABELS2.has(key)).map(([key, value]) => [key, String(value)])),
    containers: containers.map(containerOf),
    claims: /* @__PURE__ */ new Set([...templates, ...claimed.map(({ name }) => String(name))])
  };
}
function containerOf(container) {
  let mounts = listIn(container, "volumeMounts").map(
    ({ name, mountPath, subPath }) => [`${String(name)} ${String(subPath ?? "")}`.trim(), String(mountPath)]
  );
  return { name: String(container.name), mounts: new Map(mounts) };
}
function fieldsIn(fields, key) {
  let inner = fields[key];
  return isFields(inner) ? inner : {};
}
function listIn(fields, key) {
  let inner = fields[key];
  return Array.isArray(inner) ? inner.filter(isFields) : [];
}

// src/bump/auto/rendered/compare/pod-findings.ts
function podFindings(pair, files) {
  return changedResources(pair).flatMap((changed) => {
    let { before, after, paths } = changed;
    if (before.isHook || after.isHook || !paths.some((path) => path.startsWith("spec"))) return [];
    let [was, is] = [podsOf(before), podsOf(after)];
    if (!was || !is) return [];
    let about = { changed, was, is, files, pair };
    return [...mountFindings(about), ...containerFindings(about), ...labelFindings(about)];
  });
}
function mountFindings(about) {
  let { changed, was, is, files, pair } = about;
  return was.containers.flatMap((container) => {
    let now = is.containers.find(({ name }) => name === container.name);
    return movedMounts(container, now, about).map(({ volume, from, to }) => {
      let subject = `${changed.before.key} ${container.name} ${volume}`, text = `The volume ${volume} of ${changed.before.key} is mounted at ${to} and was at ${from}${withValues(pair)}: what was written there is not found any more.`;
      return {
        level: "major",
        kind: "rendered",
        rule: "rendered/mount-path",
        subject,
        was: from,
        is: to,
        text,
        ...placeOf(changed.after, files, "mountPath")
      };
    });
  });
}
function movedMounts(container, now, { was, is }) {
  if (!now) return [];
  let paths = new Set(now.mounts.values());
  return [...container.mounts].flatMap(([volume, from]) => {
    let to = now.mounts.get(volume), [name = ""] = volume.split(" ");
    return was.claims.has(name) && is.claims.has(name) && to !== void 0 && to !== from && !paths.has(from) ? [{ volume, from, to }] : [];
  });
}
function containerFindings({ changed, was, is, files, pair }) {
  let left = new Set(is.containers.map(({ name }) => name)), known = new Set(was.containers.map(({ name }) => name)), come = is.containers.filter(({ name }) => !known.has(name)), gone = was.containers.filter(({ name }) => !left.has(name));
  return gone.map(({ name }) => {
    let other = gone.length === 1 && come.length === 1 ? come[0]?.name : void 0, now = other === void 0 ? "is gone" : `is called ${other} now`;
    return {
      level: "minor",
      kind: "rendered",
      rule: "rendered/container-name",
      subject: `${changed.before.key} container ${name}`,
      was: name,
      ...other !== void 0 && { is: other },
      text: `The container ${name} of ${changed.before.key} ${now}${withValues(pair)}; patches and policies may name it.`,
      ...placeOf(changed.after, files, "containers")
    };
  });
}
function labelFindings({ changed, was, is, files, pair }) {
  let lost = [...was.labels].filter(([key2, value2]) => is.labels.get(key2) !== value2 && !isByChance(changed, key2)), [first] = lost;
  if (!first) return [];
  let [key, value] = first, [now, more] = [is.labels.get(key), lost.length === 1 ? "" : ` and ${lost.length - 1} more`];
  return [
    {
      level: "minor",
      kind: "rendered",
      rule: "rendered/pod-labels",
      subject: `${changed.before.key} ${key}`,
      was: value,
      ...now !== void 0 && { is: now },
      text: `Pods of ${changed.before.key} no longer have the label ${key}=${value}${more}${withValues(pair)}; policies and monitors may select by it.`,
      ...placeOf(changed.after, files, "labels")
    }
  ];
}
function isByChance({ paths }, key) {
  return !paths.some((path) => path.includes("labels") && path.includes(key));
}
function withValues({ hasOwnValues, renderedWith }) {
  return hasOwnValues ? ` ${renderedWith}` : "";
}

// src/bump/auto/rendered/compare/references.ts
var REFERENCES = new Map(
  Object.entries({
    persistentVolumeClaim: { kind: "PersistentVolumeClaim", within: "claimName" },
    secret: { kind: "Secret", within: "name" },
    secretKeyRef: { kind: "Secret", within: "name" },
    secretName: { kind: "Secret" },
    secretRef: { kind: "Secret", within: "name" }
  })
), MAX_DEPTH2 = 60, MAKERS = new Map(
  Object.entries({
    Certificate: ["spec.secretName"],
    ClusterIssuer: ["spec.acme.privateKeySecretRef.name"],
    ExternalSecret: ["spec.target.name"],
    Issuer: ["spec.acme.privateKeySecretRef.name"]
  })
), NAMESAKES = /* @__PURE__ */ new Set(["ExternalSecret", "SealedSecret", "VaultStaticSecret"]);
function referenceFindings(pair, files) {
  let changed = changedResources(pair).filter(({ before, after }) => isUser(before) && isUser(after)), [madeBefore, madeAfter] = changed.length === 0 ? [] : [madeIn(pair.before), madeIn(pair.after)];
  return changed.flatMap(({ before, after }) => {
    let [was, is] = [needsOf(before, madeBefore), needsOf(after, madeAfter)], gone = [...was].filter(([subject]) => !is.has(subject) && !needsAnywhere(pair.after, subject));
    return [...is].filter(([subject]) => !was.has(subject) && !needsAnywhere(pair.before, subject)).flatMap(([subject, { kind, name }]) => {
      let lost = gone.find(([, other]) => other.kind === kind)?.[1];
      return lost ? [
        {
          level: "major",
          kind: "rendered",
          rule: "rendered/needs",
          subject: `${after.key} ${subject}`,
          was: lost.name,
          is: name,
          text: `${after.key} needs the ${kind} ${name} where it needed ${lost.name}, and the chart does not make it.`,
          ...placeOf(after, files)
        }
      ] : [];
    });
  });
}
function isUser({ isHook, kind }) {
  return !isHook && !MAKERS.has(kind);
}
function needsOf(resource, made = /* @__PURE__ */ new Set()) {
  let needs = /* @__PURE__ */ new Map();
  for (let need of needsIn(resource.body(), 0)) {
    let subject = `${need.kind}/${need.name}`;
    made.has(subject) || needs.set(subject, need);
  }
  return needs;
}
function* needsIn(value, depth) {
  if (!(depth > MAX_DEPTH2 || typeof value != "object" || value === null))
    for (let [field, inner] of Object.entries(value)) {
      let reference = REFERENCES.get(field), name = reference?.within === void 0 ? inner : isFields(inner) ? inner[reference.within] : void 0;
      reference && typeof name == "string" && name !== "" && (yield { kind: reference.kind, name }), yield* needsIn(inner, depth + 1);
    }
}
function needsAnywhere(manifest, subject) {
  return [...manifest.values()].some((resource) => isUser(resource) && needsOf(resource).has(subject));
}
function madeIn(manifest) {
  return new Set(
    [...manifest.values()].flatMap((resource) => {
      let told = (MAKERS.get(resource.kind) ?? []).flatMap((path) => leavesOf2(resource).get(path) ?? []), own = NAMESAKES.has(resource.kind) ? [resource.name] : [];
      return [`${resource.kind}/${resource.name}`, ...[...told, ...own].map((name) => `Secret/${name}`)];
    })
  );
}

// src/bump/auto/rendered/compare/resources.ts
var SAME_GROUP = new Map(
  Object.entries({
    extensions: ["apps", "networking.k8s.io", "policy"]
  })
), GONE_KINDS = /* @__PURE__ */ new Set(["PodSecurityPolicy", "PodPreset", "ThirdPartyResource"]), FAMILIES = [
  /* @__PURE__ */ new Set(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Pod", "Job", "CronJob"]),
  /* @__PURE__ */ new Set(["Role", "ClusterRole"]),
  /* @__PURE__ */ new Set(["RoleBinding", "ClusterRoleBinding"]),
  /* @__PURE__ */ new Set(["ConfigMap", "Secret"]),
  /* @__PURE__ */ new Set(["Ingress", "IngressRoute", "HTTPRoute", "Route"]),
  /* @__PURE__ */ new Set(["PodMonitor", "ServiceMonitor"]),
  /* @__PURE__ */ new Set(["Issuer", "ClusterIssuer"])
], NAMELESS = /* @__PURE__ */ new Set([
  "ClusterRole",
  "ClusterRoleBinding",
  "HorizontalPodAutoscaler",
  "MutatingWebhookConfiguration",
  "NetworkPolicy",
  "PodDisruptionBudget",
  "PodMonitor",
  "PrometheusRule",
  "Role",
  "RoleBinding",
  "ServiceMonitor",
  "ValidatingWebhookConfiguration"
]);
function resourceFindings(pair, files) {
  let { before, after, chance } = pair, gone = [...before.values()].filter(({ key, isHook }) => !isHook && !after.has(key) && !chance.keys.has(key)), come = new Set(
    [...after.values()].filter(({ key, isHook }) => !isHook && !before.has(key) && !chance.keys.has(key))
  );
  return [
    ...gone.map((resource) => goneFinding(resource, heirOf(resource, come, isAlone(resource, gone)), pair, files)),
    ...[...come].map((resource) => comeFinding(resource, pair, files)),
    ...[...before.values()].flatMap((resource) => movedFinding(resource, after.get(resource.key), files))
  ];
}
function heirOf(gone, come, isAlone2) {
  let family = FAMILIES.find((kinds) => kinds.has(gone.kind)), otherKind = [...come].find(({ kind, name }) => name === gone.name && kind !== gone.kind && family?.has(kind)), sameTemplate = [...come].filter(({ kind, source }) => kind === gone.kind && source === gone.source), alike = sameTemplate.sort((a, b) => shared(b.name, gone.name) - shared(a.name, gone.name))[0], renamed = alike && (isLike(alike.name, gone.name) || isAlone2 && sameTemplate.length === 1) ? alike : void 0, heir = otherKind ?? renamed;
  return heir && come.delete(heir), heir;
}
function isAlone({ kind, source }, gone) {
  return gone.filter((other) => other.kind === kind && other.source === source).length === 1;
}
function isLike(one, other) {
  return shared(one, other) * 2 > Math.min(one.length, other.length);
}
function shared(one, other) {
  let length = Math.min(one.length, other.length), same = (index) => one.at(index) === other.at(index), begin = 0;
  for (; begin < length && same(begin); ) begin += 1;
  let end = 0;
  for (; end < length - begin && same(-1 - end); ) end += 1;
  return begin + end;
}
function goneFinding(gone, heir, pair, files) {
  let [was, is] = [gone.key, heir?.key], place = placeOf(heir ?? gone, files), common = { kind: "rendered", subject: was, was, ...is !== void 0 && { is }, ...place };
  if (!heir) {
    let level = GONE_KINDS.has(gone.kind) ? "patch" : "major";
    return { ...common, level, rule: "rendered/removed", text: `${was} is no longer rendered ${pair.renderedWith}.` };
  }
  let text = `${was} is now ${is} ${pair.renderedWith}.`;
  return heir.kind !== gone.kind ? { ...common, level: "major", rule: "rendered/kind-moved", text } : heir.name === gone.name ? { ...common, level: "major", rule: "rendered/namespace-moved", text } : { ...common, level: NAMELESS.has(gone.kind) ? "minor" : "major", rule: "rendered/renamed", text };
}
function comeFinding(resource, pair, files) {
  return {
    level: "minor",
    kind: "rendered",
    rule: "rendered/added",
    subject: resource.key,
    is: resource.key,
    text: `${resource.key} is rendered ${pair.renderedWith}, and was not before.`,
    ...placeOf(resource, files)
  };
}
function movedFinding(before, after, files) {
  if (!after || before.apiVersion === after.apiVersion || before.isHook) return [];
  let [from, to] = [groupOf(before.apiVersion), groupOf(after.apiVersion)], isSame2 = from === to || SAME_GROUP.get(from)?.includes(to) === !0, [was, is] = [before.apiVersion, after.apiVersion];
  return [
    {
      level: isSame2 ? "patch" : "major",
      kind: "rendered",
      rule: "rendered/api-version",
      subject: `${before.key} apiVersion`,
      was,
      is,
      text: `${before.key} moved from ${was} to ${is}.`,
      ...placeOf(after, files)
    }
  ];
}
function groupOf(apiVersion) {
  return apiVersion.includes("/") ? apiVersion.split("/")[0] ?? "" : "";
}

// src/bump/auto/rendered/compare/secret-keys.ts
var READERS = new Map(
  Object.entries({
    configMap: { kind: "ConfigMap", name: "name" },
    configMapKeyRef: { kind: "ConfigMap", name: "name" },
    secret: { kind: "Secret", name: "secretName" },
    secretKeyRef: { kind: "Secret", name: "name" }
  })
), MAX_DEPTH3 = 60;
function secretKeyFindings(pair, files) {
  let changed = changedResources(pair).filter(({ before, after }) => !before.isHook && !after.isHook), readBefore = new Set(
    changed.length === 0 ? [] : [...pair.before.values()].flatMap((one) => [...keysOf(one).keys()])
  );
  return changed.flatMap(({ before, after }) => {
    let was = keysOf(before);
    return [...keysOf(after)].flatMap(([subject, read2]) => {
      if (readBefore.has(subject) || makes(pair.after, read2) || !knew(was, read2)) return [];
      let lost = [...was.values()].find((other) => isSameObject(other, read2) && !keysOf(after).has(subjectOf(other)));
      return [finding2({ after, read: read2, lost, renderedWith: pair.hasOwnValues ? ` ${pair.renderedWith}` : "" }, files)];
    });
  });
}
function finding2({ after, read: read2, lost, renderedWith }, files) {
  let instead = lost ? ` instead of \`${lost.key}\`` : "";
  return {
    level: "major",
    kind: "rendered",
    rule: "rendered/needs-key",
    subject: `${after.key} ${subjectOf(read2)}`,
    ...lost && { was: lost.key },
    is: read2.key,
    text: `${after.key} reads the key \`${read2.key}\`${instead} from ${read2.kind}/${read2.name}${renderedWith}, and the chart does not make that.`,
    ...placeOf(after, files, "key")
  };
}
function subjectOf({ kind, name, key }) {
  return `${kind}/${name} ${key}`;
}
function isSameObject(one, other) {
  return one.kind === other.kind && one.name === other.name;
}
function knew(was, read2) {
  return [...was.values()].some((other) => isSameObject(other, read2));
}
function makes(manifest, { kind, name }) {
  return [...manifest.values()].some((resource) => resource.kind === kind && resource.name === name);
}
function keysOf(resource) {
  return new Map([...keysIn(resource.body(), 0)].map((read2) => [subjectOf(read2), read2]));
}
function* keysIn(value, depth) {
  if (!(depth > MAX_DEPTH3 || typeof value != "object" || value === null))
    for (let [field, inner] of Object.entries(value)) {
      let reader = READERS.get(field);
      reader && isFields(inner) && (yield* readsOf(reader, inner)), yield* keysIn(inner, depth + 1);
    }
}
function* readsOf({ kind, name: nameField }, inner) {
  let name = inner[nameField];
  if (typeof name != "string" || inner.optional === !0) return;
  let items = Array.isArray(inner.items) ? inner.items.filter(isFields) : [inner];
  for (let { key } of items) typeof key == "string" && (yield { kind, name, key });
}

// src/bump/auto/rendered/compare/served-versions.ts
var SERVED = /^spec\.versions\[([^\]]+)\]\.served$/;
function servedVersionFindings(pair, files) {
  return changedResources(pair).flatMap(({ before, after, paths }) => before.kind !== "CustomResourceDefinition" || before.isHook ? [] : paths.flatMap((path) => {
    let version = SERVED.exec(path)?.[1];
    return version && leavesOf2(before).get(path) === "true" && leavesOf2(after).get(path) !== "true" ? [version] : [];
  }).map((version) => ({
    level: "major",
    kind: "rendered",
    rule: "rendered/version-not-served",
    subject: `${before.key} ${version}`,
    was: "served",
    text: `${before.key} no longer serves ${version}.`,
    ...placeOf(after, files)
  })));
}

// src/bump/auto/rendered/compare/service-ports.ts
function servicePortFindings(pair, files) {
  return changedResources(pair).filter(({ before, after }) => before.kind === "Service" && !before.isHook && !after.isHook).flatMap((changed) => [...portFindings(changed, files), ...typeFinding(changed, files)]);
}
function portFindings({ before, after }, files) {
  let now = portsOf(after);
  return portsOf(before).flatMap((port) => {
    let sameName = now.find(({ name }) => name === port.name), sameNumber = now.find(({ number }) => number === port.number);
    if (sameName?.number === port.number) return [];
    let common = {
      level: "minor",
      kind: "rendered",
      rule: "rendered/service-port",
      subject: `${before.key} port ${port.name || port.number}`,
      ...placeOf(after, files, "ports")
    };
    if (sameNumber) {
      let text = `Port ${port.number} of ${before.key} is now called ${shown(sameNumber.name)}; it was ${shown(port.name)}.`;
      return [{ ...common, was: port.name, is: sameNumber.name, text }];
    }
    if (sameName) {
      let text = `Port ${shown(port.name)} of ${before.key} is now ${sameName.number}; it was ${port.number}.`;
      return [{ ...common, was: port.number, is: sameName.number, text }];
    }
    return [
      { ...common, was: port.number, text: `${before.key} no longer has the port ${shown(port.name || port.number)}.` }
    ];
  });
}
function typeFinding({ before, after }, files) {
  let [was, is] = [typeOf(before), typeOf(after)];
  if (was === is) return [];
  let subject = `${before.key} spec.type`, text = `${before.key} is now of the type ${is}; it was ${was}.`;
  return [
    {
      level: "minor",
      kind: "rendered",
      rule: "rendered/service-type",
      subject,
      was,
      is,
      text,
      ...placeOf(after, files, "type")
    }
  ];
}
function shown(name) {
  return name === "" ? "nothing" : `\`${name}\``;
}
function specOf(resource) {
  let { spec } = resource.body();
  return isFields(spec) ? spec : {};
}
function typeOf(resource) {
  return String(specOf(resource).type ?? "ClusterIP");
}
function portsOf(resource) {
  let { ports } = specOf(resource);
  return Array.isArray(ports) ? ports.filter(isFields).map(({ name, port, protocol }) => {
    let number = protocol === void 0 || protocol === "TCP" ? String(port) : `${String(port)}/${String(protocol)}`;
    return { name: String(name ?? ""), number };
  }) : [];
}

// src/bump/auto/rendered/compare/compare-rendered.ts
async function compareRendered(views, files, again) {
  return findingsOf({ ...views, chance: NO_CHANCE }, files).length === 0 ? [] : findingsOf({ ...views, chance: await again() }, files);
}
function findingsOf(pair, files) {
  return [
    ...resourceFindings(pair, files),
    ...immutableFindings(pair, files),
    ...servedVersionFindings(pair, files),
    ...referenceFindings(pair, files),
    ...servicePortFindings(pair, files),
    ...secretKeyFindings(pair, files),
    ...podFindings(pair, files),
    ...renderedCrdFindings(pair, files),
    ...oldDefaultsFindings(pair, files),
    // Other effects of the values of the chart's own tests add nothing to those of the defaults.
    ...pair.hasOwnValues ? [] : outputFindings(pair, files)
  ];
}

// src/bump/auto/rendered/render/failure.ts
var ENVIRONMENT = [
  /requires kubeVersion/,
  /missing in charts/,
  /no template "[^"]*" associated with template/,
  /library charts? (?:are|is) not installable/i,
  /schema.*(?:https?|file):\/\//is,
  /dial tcp|no such host|connection refused|proxyconnect/
], BROKEN = /parse error at|function "[^"]*" not defined|cannot load /, OWN_WORDS = /execution error at|values don't meet the specifications/;
var KEY = /(?<![\w./:-])(?:\.Values\.)?[a-z][\w-]{0,60}(?:\.[A-Za-z][\w-]{0,60}){1,6}(?![\w/:-])/g;
var BANNER = /([#=*~_+-])\1{3,}/g;
function isOwnFailure(failed, isStubbed) {
  return failed.stopped || BROKEN.test(failed.failed) || ENVIRONMENT.some((words) => words.test(failed.failed)) ? !1 : !isStubbed || OWN_WORDS.test(failed.failed);
}
function wordsOf({ failed }) {
  let line = failed.replace(BANNER, " ").replace(/\s+/g, " ").replace(/ ?Use --debug flag to render out invalid YAML\.?/, "").trim();
  if (line.length <= 300) return line;
  let own = line.replace(/^.*\berror calling \w+: (?=\S)/, "");
  return own.length > 300 ? `${own.slice(0, 300)}\u2026${namesIn(own)}` : own;
}
function namesIn(line) {
  let [told, rest] = [line.slice(0, 300), line.slice(220, 1e4)], names = [...rest.matchAll(KEY)].map(([name]) => name).filter((name) => !told.includes(name));
  return names.length === 0 ? "" : ` (${[...new Set(names)].slice(0, 4).join(", ")})`;
}
function placeIn({ failed }, files) {
  for (let [, file = "", line] of failed.matchAll(
    /[\w.-]+\/((?:charts\/[^/\s:]+\/)*templates\/[^\s:)]+)(?::(\d+))?/g
  ))
    if (files.has(file)) return { file, ...line && { line: Number(line) } };
}

// src/bump/auto/rendered/not-rendered.ts
function notRendered(why, files, failed) {
  let at = failed && placeIn(failed, files);
  return {
    level: "none",
    kind: "rendered",
    rule: "rendered/not-rendered",
    subject: why,
    text: failed ? `${why}: ${wordsOf(failed)}` : `${why}.`,
    ...at && { at }
  };
}
function failsNow(renderedWith, files, failed, beside = "") {
  let at = placeIn(failed, files);
  return {
    level: "major",
    kind: "rendered",
    rule: "rendered/fails",
    subject: renderedWith,
    is: wordsOf(failed),
    text: `The chart can no longer be rendered ${renderedWith}${beside}: ${wordsOf(failed)}`,
    ...at && { at }
  };
}
function withoutDependencies(before, after) {
  let names = [.../* @__PURE__ */ new Set([...before.stubs, ...after.stubs])];
  if (names.length === 0) return [];
  let [subject, are] = [names.join(", "), names.length === 1 ? "is" : "are"], text = `Rendered without ${subject}, which ${are} not in charts/.`;
  return [{ level: "none", kind: "rendered", rule: "rendered/without-dependencies", subject, text }];
}

// src/bump/auto/rendered/render/prepared.ts
var import_yaml2 = __toESM(require_dist(), 1);
var MAX_TEXT = 4 * 1024 * 1024, CHART_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,200}$/, RENDERED = /^(?:Chart\.(?:yaml|lock)|requirements\.(?:yaml|lock)|values\.yaml|values\.schema\.json|templates\/.*|charts\/.*)$/, TEMPLATE = /^(?:charts\/[^/]+\/)*(?:templates\/.*|values\.yaml)$/, NESTED_ARCHIVE = /(?:^|\/)charts\/[^/]+\.tgz$/i, ACTION = /\{\{.*?\}\}/gs, COMMENT_OR_TEXT = /\{\{-?\s*\/\*.*?\*\/\s*-?\}\}|"(?:[^"\\\n]|\\.)*"|`[^`]*`/gs, IMPURE = /(?<![\w.$])(?:rand(?:AlphaNum|Alpha|Numeric|Ascii|Bytes|Int)|gen(?:CA|SelfSignedCert|SignedCert|PrivateKey)(?:WithKey)?|htpasswd|bcrypt|encryptAES|now|ago|uuidv4|shuffle|keys(?!.*sortAlpha)|values(?!.*sortAlpha))(?![\w:./-])/, UPGRADE = /\bIs(?:Upgrade|Install)\b/;
function prepare(side) {
  let templates = [...side.files].flatMap(([path, bytes]) => TEMPLATE.test(path) ? [decodedText(bytes)] : []), all = templates.some((text) => text.includes("Files")), kept = [...side.files].filter(([path, bytes]) => (all || RENDERED.test(path)) && isHarmless(path, bytes)), metadata = fieldsIn2(side.files.get("Chart.yaml")), stubs = missingDependencies(side, metadata), files = new Map([...kept, ...stubs.map(stubOf)]), knowsUpgrades = templates.some((text) => UPGRADE.test(text));
  return { files, metadata, stubs: stubs.map(({ name }) => name), isImpure: templates.some(isImpure), knowsUpgrades };
}
function withoutNotes(prepared) {
  return { ...prepared, files: new Map([...prepared.files].filter(([path]) => path !== "templates/NOTES.txt")) };
}
function isHarmless(path, bytes) {
  return NESTED_ARCHIVE.test(path) ? !1 : !isSchemaFile(path) || readSchema(bytes).kind === "closed";
}
function isImpure(text) {
  return (text.match(ACTION) ?? []).some((action) => IMPURE.test(action.replace(COMMENT_OR_TEXT, "")));
}
var TOLD_ONLY = /* @__PURE__ */ new Set([
  "version",
  "description",
  "keywords",
  "home",
  "sources",
  "maintainers",
  "icon",
  "annotations"
]);
function rendersAlike(old, now) {
  let paths = /* @__PURE__ */ new Set([...old.files.keys(), ...now.files.keys()]);
  for (let path of paths) {
    let [one, two] = [old.files.get(path), now.files.get(path)];
    if (!(one !== void 0 && two !== void 0 && Buffer.compare(one, two) === 0) && path !== "Chart.yaml") return !1;
  }
  return renderedMetadata(old.metadata) === renderedMetadata(now.metadata);
}
function renderedMetadata(metadata) {
  return JSON.stringify(Object.entries(metadata).filter(([name]) => !TOLD_ONLY.has(name)));
}
function missingDependencies({ files }, metadata) {
  let declared = metadata.dependencies ?? fieldsIn2(files.get("requirements.yaml")).dependencies, listed = [...Array.isArray(declared) ? declared : [], ...leftOut(files)], present = [...files].flatMap(
    ([path, bytes]) => /^charts\/[^/]+\/Chart\.yaml$/.test(path) ? [String(fieldsIn2(bytes).name)] : []
  ), missing = listed.flatMap((dependency) => {
    if (!isFields(dependency) || typeof dependency.name != "string" || !CHART_NAME.test(dependency.name)) return [];
    if (present.includes(dependency.name)) return [];
    let version = /\d+(?:\.\d+){0,2}/.exec(String(dependency.version))?.[0] ?? "0";
    return [{ name: dependency.name, version: `${version}.0.0`.split(".").slice(0, 3).join(".") }];
  });
  return [...new Map(missing.map((stub) => [stub.name, stub])).values()];
}
function leftOut(files) {
  return [...files.keys()].flatMap((path) => {
    let [, name, version = "0"] = /^charts\/([^/]+?)(?:-v?(\d[^/]*))?\.tgz$/i.exec(path) ?? [];
    return name === void 0 ? [] : [{ name, version }];
  });
}
function stubOf({ name, version }) {
  return [`charts/${name}/Chart.yaml`, Buffer.from(`apiVersion: v2
name: ${name}
version: ${version}
`)];
}
function fieldsIn2(bytes) {
  let text = bytes === void 0 ? "" : decodedText(bytes);
  if (textProblem(text, MAX_TEXT)) return {};
  try {
    let fields = (0, import_yaml2.parse)(text, { logLevel: "silent", uniqueKeys: !1 });
    return isFields(fields) ? fields : {};
  } catch {
    return {};
  }
}
function decodedText(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}

// src/bump/auto/rendered/render/values-overlay.ts
var import_yaml3 = __toESM(require_dist(), 1);
var MAX_TEXT2 = 4 * 1024 * 1024, NULLS = /* @__PURE__ */ new Set(["", "~", "null", "Null", "NULL"]);
function valuesOverlay(text) {
  if (textProblem(text, MAX_TEXT2)) return;
  let document = (0, import_yaml3.parseDocument)(text, { schema: "failsafe", logLevel: "silent", uniqueKeys: !1 });
  if (document.errors.length > 0 || !(0, import_yaml3.isMap)(document.contents)) return;
  let cut = [];
  if (!findNulls(document.contents, cut) || cut.some(([from, to]) => /&\S/.test(text.slice(from, to)))) return;
  let kept = text;
  for (let [from, to] of cut.reverse()) kept = kept.slice(0, from) + kept.slice(to).replace(/^[ \t]*,/, "");
  return kept;
}
function findNulls(map, cut) {
  if (!(0, import_yaml3.isMap)(map) || map.items.length === 0) return !0;
  let own = [], left = 0;
  for (let pair of map.items) {
    let inner = [];
    isNull(pair.value) || !findNulls(pair.value, inner) ? own.push(rangeOf(pair)) : (left += 1, own.push(...inner));
  }
  return cut.push(...own), left > 0;
}
function isNull(value) {
  return value == null ? !0 : !(0, import_yaml3.isScalar)(value) || (0, import_yaml3.isAlias)(value) ? !1 : value.type === "PLAIN" && value.tag === void 0 && NULLS.has(String(value.source ?? value.value ?? ""));
}
function rangeOf({ key, value }) {
  let [from, end] = key.range ?? [0, 0];
  return [from, value?.range?.[1] ?? end];
}

// src/bump/auto/rendered/defaults.ts
var WITH_DEFAULTS = "with the chart's defaults", WITH_OLD_DEFAULTS = "with the old defaults";
async function defaultsFindings(pair) {
  let { before, after, now, read: read2 } = pair, values = oldDefaultsOf(pair), wanted = [{ side: before }, { side: after }, ...values === void 0 ? [] : [{ side: after, values }]], [was, is, said] = await pair.renders(wanted);
  if (!was || !is) return [];
  if ("failed" in was) return [bothOrOldFailed(was, is, pair)];
  if ("failed" in is) return await newFailed(pair, was.manifests, is, said);
  let refused = said && "failed" in said && !said.stopped ? [refusal(said, now.files)] : [], views = {
    renderedWith: WITH_DEFAULTS,
    hasOwnValues: !1,
    before: read2(was.manifests),
    after: read2(is.manifests),
    ...said && "manifests" in said && { withOldDefaults: read2(said.manifests) }
  };
  return [...refused, ...await compareRendered(views, now.files, () => chanceIn(pair, views))];
}
function oldDefaultsOf({ old, now }) {
  let [was, is] = [old, now].map(({ files }) => decodedText(files.get("values.yaml") ?? new Uint8Array()));
  return was === void 0 || was === is ? void 0 : valuesOverlay(was);
}
function bothOrOldFailed(was, is, { now: { files } }) {
  return "failed" in is ? notRendered(`Neither side can be rendered ${WITH_DEFAULTS}`, files, is) : notRendered("The released chart can not be rendered with its defaults", files, was);
}
async function newFailed(pair, was, is, said) {
  let { now, read: read2, after } = pair;
  if (!isOwnFailure(is, after.prepared.stubs.length > 0))
    return [notRendered(`The chart can not be rendered ${WITH_DEFAULTS}`, now.files, is)];
  let failed = failsNow(WITH_DEFAULTS, now.files, is);
  if (!said || "failed" in said) return [failed];
  let views = { renderedWith: WITH_OLD_DEFAULTS, hasOwnValues: !0, before: read2(was), after: read2(said.manifests) };
  return [failed, ...await compareRendered(views, now.files, async () => NO_CHANCE)];
}
function refusal(failed, files) {
  let at = placeIn(failed, files);
  return {
    level: "major",
    kind: "rendered",
    rule: "rendered/refuses",
    subject: WITH_OLD_DEFAULTS,
    is: wordsOf(failed),
    text: `The chart refuses its old defaults when a user says them by hand: ${wordsOf(failed)}`,
    ...at && { at }
  };
}

// src/bump/auto/rendered/render/renders.ts
function createRenders({ processMs, pairMs, atOnce }) {
  let left = pairMs, stopped = /* @__PURE__ */ new Set();
  return (wanted) => mapConcurrent(wanted, atOnce, async ({ side, ...options }) => {
    if (stopped.has(side.prepared)) return { failed: "Helm was stopped before", stopped: !0, tookMs: 0 };
    if (left <= 0) return { failed: `rendering took more than ${pairMs / 1e3} seconds`, stopped: !0, tookMs: 0 };
    let render = await side.chart.render({ ...options, timeoutMs: Math.min(processMs, left) });
    return left -= render.tookMs, "failed" in render && render.stopped && stopped.add(side.prepared), render;
  });
}

// src/bump/auto/rendered/upgrade.ts
var ON_UPGRADES = "with the chart's defaults on an upgrade";
async function upgradeFindings(pair) {
  let { before, after, now, read: read2 } = pair;
  if (![before, after].some(({ prepared }) => prepared.knowsUpgrades)) return [];
  let [was, is] = await pair.renders([before, after].map((side) => ({ side, isUpgrade: !0 })));
  if (!was || !is || "failed" in was) return [];
  if ("failed" in is)
    return isOwnFailure(is, after.prepared.stubs.length > 0) ? [failsNow(ON_UPGRADES, now.files, is)] : [];
  let views = {
    renderedWith: ON_UPGRADES,
    hasOwnValues: !0,
    before: read2(was.manifests),
    after: read2(is.manifests)
  };
  return compareRendered(views, now.files, () => chanceIn(pair, views, { isUpgrade: !0 }));
}

// src/bump/auto/rendered/render/alias-umbrella.ts
var import_yaml4 = __toESM(require_dist(), 1);
var FOLDER = "charts/chart", MAX_TEXT3 = 1024 * 1024, SEMVER = /^v?\d+\.\d+\.\d+[-+.\w]*$/;
function manyTimes({ files, metadata }, valuesFiles) {
  let { name, version } = metadata;
  if (typeof name != "string" || !/^[a-zA-Z0-9-]{1,100}$/.test(name) || typeof version != "string" || !SEMVER.test(version)) return;
  let aliases = new Map(valuesFiles.map((file, index) => [file, aliasOf(name, index)])), dependencies = [...aliases.values()].map((alias) => ({
    name,
    version,
    alias,
    condition: `${SWITCHES}.${alias}`
  })), whole = { apiVersion: "v2", name: WHOLE, version: "1.0.0", dependencies }, inside = [...files].filter(([path]) => !path.endsWith("values.schema.json"));
  return {
    aliases,
    files: new Map([
      ["Chart.yaml", Buffer.from(JSON.stringify(whole))],
      ...inside.map(([path, bytes]) => [`${FOLDER}/${path}`, bytes])
    ])
  };
}
var WHOLE = "many-times", SWITCHES = "switches";
function aliasOf(name, index) {
  return `${name.slice(0, Math.max(name.length - 4, 1))}q${String(index).padStart(2, "0")}q`;
}
function underAlias(alias, text) {
  let plain = text.replace(/^\ufeff/, "").replace(/^(?:\s*(?:#.*)?\n)*---[ \t]*(?:#.*)?\n/, "");
  if (textProblem(plain, MAX_TEXT3) || /^(?:---|\.\.\.|%)/m.test(plain)) return;
  let document = (0, import_yaml4.parseDocument)(plain, { logLevel: "silent" });
  if (!(document.errors.length > 0))
    return document.contents === null ? `${alias}: {}
` : (0, import_yaml4.isMap)(document.contents) ? `${alias}:
${plain.replace(/^(?=.)/gm, "  ")}
` : void 0;
}
function byAlias(manifests, aliases, name) {
  let parts = new Map([...aliases].map((alias) => [alias, []]));
  for (let document of manifests.split(/^---\r?\n/m)) {
    let alias = /^# Source: many-times\/charts\/([^/\n]+)\//m.exec(document)?.[1];
    alias !== void 0 && parts.get(alias)?.push(asItself(document, alias, name));
  }
  return new Map([...parts].map(([alias, documents]) => [alias, `---
${documents.join(`---
`)}`]));
}
function aliasIn(failed, aliases) {
  let named = /many-times\/charts\/([^/\s]+)\//.exec(failed)?.[1];
  return [...aliases].find((alias) => alias === named);
}
function asItself(text, alias, name) {
  return text.replaceAll(`many-times/charts/${alias}/`, `${name}/`).replaceAll(alias, name);
}

// src/bump/auto/rendered/render/batch-render.ts
var MAX_FAILURES = 3;
async function openBatchRender(prepared, texts, renderer) {
  let many = manyTimes(prepared, [...texts.keys()]);
  if (!many) return;
  let chart = await renderer.open(many.files), said = new Map([...many.aliases].map(([file, alias]) => [file, underAlias(alias, texts.get(file) ?? "")])), unreadable = [...said].flatMap(([file, text]) => text === void 0 ? [[file, UNREADABLE]] : []), work = { side: { prepared, chart }, said, aliases: many.aliases, failures: new Map(unreadable) };
  return {
    isImpure: prepared.isImpure,
    close: () => chart.close(),
    render: (renders) => renderMany(renders, work)
  };
}
var UNREADABLE = { failed: "it is no map in one YAML document", stopped: !0, tookMs: 0 };
async function renderMany(renders, work) {
  let { side, aliases, failures } = work, name = String(side.prepared.metadata.name);
  for (; failures.size < aliases.size; ) {
    let left = [...aliases].filter(([file]) => !failures.has(file)), [render] = await renders([{ side, values: valuesOf(left, work) }]);
    if (!render) break;
    if ("manifests" in render) {
      let parts = byAlias(render.manifests, aliases.values(), name), rendered = left.map(([file, alias2]) => [file, { manifests: parts.get(alias2) ?? "" }]);
      return new Map([...failures, ...rendered]);
    }
    let alias = aliasIn(render.failed, aliases.values()), failed = alias === void 0 ? void 0 : left.find(([, other]) => other === alias);
    if (render.stopped || !failed || failures.size >= MAX_FAILURES)
      for (let [file] of left) failures.set(file, { ...render, stopped: !0 });
    else failures.set(failed[0], { ...render, failed: asItself(render.failed, failed[1], name) });
  }
  return new Map(failures);
}
function valuesOf(left, { said, aliases }) {
  let on = new Set(left.map(([file]) => file)), switches = [...aliases].map(([file, alias]) => `  ${alias}: ${on.has(file)}
`);
  return `${SWITCHES}:
${switches.join("")}${left.map(([file]) => said.get(file) ?? "").join("")}`;
}

// src/bump/auto/rendered/render/same-crds.ts
var TEMPLATE2 = /(?:^|\/)templates\/[^_][^/]*$|(?:^|\/)templates\/.+\/[^_][^/]*$/, KIND2 = /^kind:[ \t]*["']?(\w+)/gm;
function withoutSameCrds(before, after) {
  let same = new Set(
    [...before.files].flatMap(([path, bytes]) => {
      let other = after.files.get(path);
      return other && TEMPLATE2.test(path) && Buffer.compare(bytes, other) === 0 && isCrds(decodedText(bytes)) ? [path] : [];
    })
  );
  return same.size === 0 ? [before, after] : [without(before, same), without(after, same)];
}
function isCrds(text) {
  let kinds = [...text.matchAll(KIND2)].map(([, kind]) => kind);
  return kinds.length > 0 && kinds.every((kind) => kind === "CustomResourceDefinition") && !/\{\{-?\s*define\b/.test(text);
}
function without(prepared, paths) {
  return { ...prepared, files: new Map([...prepared.files].filter(([path]) => !paths.has(path))) };
}

// src/bump/auto/rendered/turned-values.ts
var MAX_TURNED = 12, MIN_TURNED = 4, MAX_BYTES = 15e5, CRD_BYTES = 2e5, ALL_TEMPLATES = /(?:^|\/)templates\/.*\.(?:ya?ml|tpl)$/, NAMES_AN_OBJECT = /secret|configmap|claim/i, TEMPLATE3 = /^templates\/.*\.(?:ya?ml|tpl|txt)$/, BREAKABLE = /^kind:\s*["']?(?:Deployment|StatefulSet|DaemonSet|Job|Service|PersistentVolumeClaim|StorageClass|RoleBinding|ClusterRoleBinding)\b|\b(?:required|fail)\b|KeyRef:|secretName:|^\s+namespace:/m;
function turnedValues({ old, now }) {
  let [was, is] = [topValues(old), topValues(now)];
  if (was instanceof ReleaseError || is instanceof ReleaseError) return /* @__PURE__ */ new Map();
  let texts = changedTemplates(old, now);
  if (texts.length === 0) return /* @__PURE__ */ new Map();
  let turned = leavesOf(was, []).flatMap((leaf) => {
    let other = valueAt(is, leaf.path), text = turn(leaf);
    return text === void 0 || !other || !isSame(leaf.value, other) ? [] : texts.some((template) => reads(template, leaf.path)) ? [[leaf.path, text]] : [];
  });
  return new Map(
    turned.slice(0, most(now)).map(([path, text]) => [`${path.join(".")}: ${text}`, valuesText(path, text)])
  );
}
function most({ files }) {
  let size = [...files].map(([path, { length }]) => ALL_TEMPLATES.test(path) && length < CRD_BYTES ? length : 0).reduce((sum, one) => sum + one, 0);
  return Math.max(MIN_TURNED, Math.min(MAX_TURNED, Math.floor(MAX_BYTES / Math.max(size, 1))));
}
function turn({ path, value }) {
  return value.kind === "bool" ? /^t/i.test(value.text) ? "false" : "true" : value.kind === "string" && value.text === "" && NAMES_AN_OBJECT.test(path.at(-1) ?? "") ? "made-by-the-user" : void 0;
}
function changedTemplates(old, now) {
  let templates = [...now.files].filter(([path]) => TEMPLATE3.test(path)), changed = new Set(
    templates.filter(([path, bytes]) => !isEqual(old.files.get(path), bytes)).map(([path]) => path)
  ), helpersChanged = [...changed].some((path) => path.endsWith(".tpl"));
  return templates.filter(([path]) => helpersChanged || changed.has(path)).map(([, bytes]) => decodedText(bytes)).filter((text) => BREAKABLE.test(text));
}
function isEqual(one, other) {
  return one !== void 0 && Buffer.compare(one, other) === 0;
}
function reads(template, path) {
  return [path[0] ?? "", path.at(-1) ?? ""].every((key) => template.includes(key));
}
function valuesText(path, text) {
  return `${JSON.stringify(path.reduceRight((inner, key) => ({ [key]: inner }), parsed(text)))}
`;
}
function parsed(text) {
  return text === "true" || text === "false" ? text === "true" : text;
}

// src/bump/auto/rendered/values-file-findings.ts
var OF_SERVICES = /* @__PURE__ */ new Set(["rendered/service-port", "rendered/service-type"]), CI_VALUES = /^ci\/[^/]+-values\.ya?ml$/;
function valuesFileFindings(pair, renderer) {
  return findingsWith(commonValuesFiles(pair), pair, renderer);
}
async function turnedValueFindings(pair, renderer) {
  return (await findingsWith(turnedValues(pair), pair, renderer)).filter(({ level, rule }) => level === "major" || OF_SERVICES.has(rule));
}
async function findingsWith(texts, pair, renderer) {
  if (texts.size === 0) return [];
  let [old, now] = withoutSameCrds(pair.before.prepared, pair.after.prepared), before = await openBatchRender(old, texts, renderer), after = await openBatchRender(now, texts, renderer);
  try {
    return before && after ? await compareMany(pair, before, after) : [];
  } finally {
    await before?.close(), await after?.close();
  }
}
async function compareMany(pair, before, after) {
  let [was, is] = await Promise.all([before.render(pair.renders), after.render(pair.renders)]), again, chanceIn2 = async (file) => {
    again ??= Promise.all([renderAgain(pair, before), renderAgain(pair, after)]);
    let [wasAgain, isAgain] = await again;
    return eitherChance(chanceOf(pair, was, wasAgain, file), chanceOf(pair, is, isAgain, file));
  }, findings = [], notes = [];
  for (let [file, one] of was) {
    let two = is.get(file);
    if (two)
      if ("failed" in one) notes.push({ file, failed: one });
      else if ("manifests" in two) {
        let views = { renderedWith: `with ${file}`, hasOwnValues: !0 }, manifests = { before: pair.read(one.manifests), after: pair.read(two.manifests) };
        findings.push(...await compareRendered({ ...views, ...manifests }, pair.now.files, () => chanceIn2(file)));
      } else isOwnFailure(two, pair.after.prepared.stubs.length > 0) ? findings.push(failsNow(`with ${file}`, pair.now.files, two, ", as it was before")) : notes.push({ file, failed: two });
  }
  return [...findings, ...noteFor(pair, notes)];
}
function noteFor({ now }, notes) {
  let [first] = notes;
  if (!first) return [];
  let others = notes.length === 1 ? "" : ` and ${notes.length - 1} more`;
  return [notRendered(`Not compared with ${first.file}${others}`, now.files, first.failed)];
}
function renderAgain(pair, side) {
  return side.isImpure ? side.render(pair.renders) : Promise.resolve(/* @__PURE__ */ new Map());
}
function chanceOf({ read: read2 }, first, second, file) {
  let [one, two] = [first.get(file), second.get(file)];
  return !one || !two || "failed" in one || "failed" in two ? NO_CHANCE : chanceBetween(read2(one.manifests), read2(two.manifests));
}
function commonValuesFiles({ old, now, limits, values }) {
  let common = [...old.files].filter(([path]) => CI_VALUES.test(path) && now.files.has(path)), sorted = [...new Map([...values, ...common.map(([path, bytes]) => [path, decodedText(bytes)])])].filter(([, text]) => says(text)).sort(([a], [b]) => a < b ? -1 : 1);
  return new Map(sorted.slice(0, limits.valuesFiles));
}
function says(text) {
  return text.split(`
`).some((line) => !/^\s*(?:#.*)?$|^---/.test(line) && line.trim() !== "{}");
}

// src/bump/auto/rendered/rendered.ts
var LIMITS = { processMs: 2e4, pairMs: 6e4, atOnce: 2, valuesFiles: 24 };
async function renderedFindings(old, now, renderer, { values = /* @__PURE__ */ new Map(), isDecided = !1, ...limits } = {}) {
  let [before, after] = preparedSides(old, now);
  if (rendersAlike(before, after)) return [];
  if ([before, after].some(isLibrary)) return [notRendered("A library renders nothing by itself", now.files)];
  let bounds = { ...LIMITS, ...limits }, oldChart = await renderer.open(before.files);
  try {
    let newChart = await renderer.open(after.files);
    try {
      let pair = {
        old,
        now,
        renders: createRenders(bounds),
        read: createManifestReader(),
        limits: bounds,
        values,
        before: { prepared: before, chart: oldChart },
        after: { prepared: after, chart: newChart }
      }, defaults = await defaultsFindings(pair), more = isDecided ? [] : await furtherFindings(pair, renderer, defaults);
      return withoutRepetition([...withoutDependencies(before, after), ...defaults, ...more]);
    } finally {
      await newChart.close();
    }
  } finally {
    await oldChart.close();
  }
}
async function furtherFindings(pair, renderer, defaults) {
  let found = [];
  for (let look of [upgradeFindings, valuesFileFindings, turnedValueFindings]) {
    if (isBreaking([...defaults, ...found])) break;
    found.push(...await look(pair, renderer));
  }
  return found;
}
function isBreaking(findings) {
  return findings.some(({ level }) => level === "major");
}
function preparedSides(old, now) {
  let [before, after] = [prepare(old), prepare(now)];
  return before.stubs.length === 0 && after.stubs.length === 0 ? [before, after] : [withoutNotes(before), withoutNotes(after)];
}
function isLibrary({ metadata }) {
  return metadata.type === "library";
}
var MAX_OF_A_RULE = 30;
function withoutRepetition(findings) {
  let first = /* @__PURE__ */ new Map();
  for (let finding3 of findings) {
    let key = JSON.stringify([finding3.rule, finding3.subject]);
    first.has(key) || first.set(key, finding3);
  }
  return [...Map.groupBy(first.values(), ({ rule, level }) => `${level} ${rule}`).values()].flatMap(shortened);
}
function shortened(same) {
  let [last] = same.slice(MAX_OF_A_RULE);
  if (!last) return same;
  let subject = `${same.length - MAX_OF_A_RULE} more`, rest = { level: last.level, kind: last.kind, rule: last.rule, subject, text: `The same holds for ${subject}.` };
  return [...same.slice(0, MAX_OF_A_RULE), rest];
}
export {
  renderedFindings
};
