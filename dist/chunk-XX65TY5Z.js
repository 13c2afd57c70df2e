import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  digestOf,
  goJson,
  parseVersion
} from "./chunk-WOM75XQY.js";
import {
  require_semver
} from "./chunk-DW3HCCUW.js";
import {
  ReleaseError
} from "./chunk-YUAA34AJ.js";
import {
  __toESM
} from "./chunk-RXEKE72Z.js";

// src/chart/constraints.ts
var import_semver = __toESM(require_semver(), 1);
var MAX_LENGTH = 512, MAX_GROUPS = 32, PART = "(?:\\d+|[xX*])", LABEL = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*", VERSION = `v?${PART}(?:\\.${PART})?(?:\\.${PART})?(?:-${LABEL})?(?:\\+${LABEL})?`, OPERATOR = "(?:=|!=|>=|=>|<=|=<|>|<|~>|~|\\^)?", TERM = new RegExp(`(${OPERATOR})\\s*(${VERSION})`, "y"), HYPHEN_RANGE = new RegExp(`\\s*(${VERSION})\\s+-\\s+(${VERSION})\\s*`, "g");
function satisfies(version, constraint) {
  let groups = parseConstraint(constraint);
  if (!groups)
    throw new ReleaseError("CONSTRAINT_INVALID", `${JSON.stringify(constraint.slice(0, 80))} is no version constraint`);
  let parsed = parseVersion(version);
  return parsed !== void 0 && groups.some((terms) => allHold(parsed, terms));
}
function isConstraint(text) {
  return parseConstraint(text) !== void 0;
}
function parseConstraint(text) {
  if (text.length > MAX_LENGTH) return;
  let groups = text.replace(HYPHEN_RANGE, ">= $1, <= $2 ").split("||");
  if (groups.length > MAX_GROUPS) return;
  let terms = groups.map(parseGroup);
  return terms.every((group) => group !== void 0) ? terms : void 0;
}
function parseGroup(text) {
  let terms = [], rest = text.trim();
  for (let at = 0; at < rest.length; ) {
    TERM.lastIndex = at;
    let match = TERM.exec(rest), term = match && parseTerm(match[1] ?? "", match[2] ?? "");
    if (!match || !term) return;
    terms.push(term);
    let after = rest.slice(at + match[0].length), between = /^\s*(?:,\s*|\s)(?=\S)/.exec(after)?.[0] ?? "";
    if (after !== "" && between === "") return;
    at += match[0].length + between.length;
  }
  return terms.length > 0 ? terms : void 0;
}
function parseTerm(operator, text) {
  let [, numbers = "", pre = ""] = /^v?([^-+]*)(-[^+]*)?/.exec(text) ?? [], parts = numbers.split("."), openAt = [0, 1, 2].find((index) => !/^\d+$/.test(parts[index] ?? "")), fixed = [0, 1, 2].map(
    (index) => openAt !== void 0 && index >= openAt ? "0" : String(BigInt(parts[index] ?? 0))
  ), bound = parseVersion(`${fixed.join(".")}${pre}`), open = openAt === void 0 ? void 0 : ["major", "minor", "patch"][openAt];
  return bound && { operator, bound, open };
}
function allHold(version, terms) {
  let allowsPreRelease = terms.some(({ bound }) => bound.prerelease.length > 0);
  return version.prerelease.length > 0 && !allowsPreRelease ? !1 : terms.every((term) => holds(version, term));
}
function holds(version, term) {
  let order = (0, import_semver.compare)(version, term.bound);
  switch (term.operator) {
    case "!=":
      return differs(version, term);
    case ">":
      return isAbove(version, term);
    case "<":
      return order < 0;
    case ">=":
    case "=>":
      return order >= 0;
    case "<=":
    case "=<":
      return term.open === void 0 ? order <= 0 : isWithin(version, term);
    case "^":
      return order >= 0 && isCompatible(version, term);
    case "~":
    case "~>":
      return order >= 0 && isClose(version, term);
    default:
      return term.open === void 0 ? order === 0 : order >= 0 && isClose(version, term);
  }
}
function differs(version, { bound, open }) {
  return open === "minor" ? version.major !== bound.major : open !== "patch" || version.major !== bound.major || version.minor !== bound.minor ? (0, import_semver.compare)(version, bound) !== 0 : version.prerelease.join(".") !== bound.prerelease.join(".");
}
function isAbove(version, { bound, open }) {
  return open === "minor" ? version.major > bound.major : open !== "patch" ? (0, import_semver.compare)(version, bound) > 0 : version.major > bound.major || version.major === bound.major && version.minor > bound.minor;
}
function isWithin(version, { bound, open }) {
  return version.major !== bound.major ? version.major < bound.major : open === "minor" || version.minor <= bound.minor;
}
function isClose(version, { bound, open }) {
  return bound.major === 0 && bound.minor === 0 && bound.patch === 0 && open !== "minor" && open !== "patch" ? !0 : version.major === bound.major && (open === "minor" || version.minor === bound.minor);
}
function isCompatible(version, { bound, open }) {
  return version.major !== bound.major ? !1 : bound.major > 0 || open === "minor" ? !0 : version.minor !== bound.minor ? !1 : bound.minor > 0 || open === "patch" || version.patch === bound.patch;
}

// src/chart/lock.ts
function lockDigest(dependencies, entries) {
  let locked = entries.map(({ name, version, repository }) => ({ name, ...version && { version }, repository }));
  return digestOfJson([dependencies.map(({ fields }) => fields), locked]);
}
function lockEntriesFor(dependencies, lock) {
  let left = [...lock.entries];
  return dependencies.map((dependency) => {
    let index = left.findIndex((entry) => isLockOf(entry, dependency));
    return index < 0 ? void 0 : left.splice(index, 1)[0];
  });
}
function checkLock(dependencies, lock) {
  let found = lockEntriesFor(dependencies, lock), problems = dependencies.flatMap((dependency, index) => {
    let entry = found[index];
    return entry ? checkEntry(dependency, entry, lock) : [missingEntry(dependency, lock)];
  }), extra = lock.entries.filter((entry) => !found.includes(entry)).map(
    ({ name, version, line }) => outOfStep(lock, line, `${lock.file} holds ${name} ${version}, which the chart does not depend on`)
  ), all = [...problems, ...extra];
  return all.length > 0 || isDigestRight(dependencies, lock) ? all : [wrongDigest(lock)];
}
function isLockOf(entry, dependency) {
  return entry.name === dependency.name && entry.repository === dependency.repository;
}
function checkEntry(dependency, entry, lock) {
  let { name, version: constraint } = dependency, at = { file: lock.file, line: entry.line };
  if (!isConstraint(constraint)) {
    let found = constraint === "" ? "no version" : `the version ${JSON.stringify(constraint)}`, hint = "Write a constraint such as `^1.2.0` to the dependency.";
    return [new ReleaseError("CONSTRAINT_INVALID", `The dependency ${name} has ${found}`, { at, hint })];
  }
  return entry.version === constraint || satisfies(entry.version, constraint) ? [] : [
    outOfStep(lock, entry.line, `${lock.file} holds ${name} ${entry.version}, but the chart asks for ${constraint}`)
  ];
}
function missingEntry({ name, repository }, lock) {
  let other = lock.entries.find((entry) => entry.name === name), what = other ? `${lock.file} holds ${name} from ${other.repository || "charts/"}, but the chart takes it from ${repository || "charts/"}` : `${lock.file} has no entry for ${name}`;
  return outOfStep(lock, other?.line ?? 1, what);
}
function isDigestRight(dependencies, lock) {
  if (dependencies.length === 0 && lock.entries.length === 0 || lock.digest === lockDigest(dependencies, lock.entries)) return !0;
  let helm2 = digestOfJson({ dependencies: dependencies.map(({ fields }) => fields) });
  return lock.file.endsWith("requirements.lock") && lock.digest === helm2;
}
function wrongDigest(lock) {
  let what = `${lock.file} was made for other dependencies: its digest differs`;
  return outOfStep(lock, lock.digestSpan.line, what);
}
function outOfStep(lock, line, what) {
  let hint = "Run `helm dependency update` in the folder of the chart and commit the lock.";
  return new ReleaseError("LOCK_OUT_OF_STEP", what, { hint, at: { file: lock.file, line } });
}
function digestOfJson(value) {
  return digestOf(goJson(value));
}

export {
  satisfies,
  isConstraint,
  lockDigest,
  lockEntriesFor,
  checkLock
};
