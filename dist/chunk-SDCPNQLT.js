import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  compareHelmVersions,
  comparePreReleases,
  readHelmVersion
} from "./chunk-KPEBNB2V.js";
import {
  ReleaseError
} from "./chunk-72EAIUZW.js";

// src/chart/manifest/constraints.ts
var MAX_LENGTH = 512, MAX_GROUPS = 32, BLANK = "[\\t\\n\\f\\r ]", PART = "[0-9|xX*]+", LABELS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*", VERSION = `v?(${PART})(?:\\.(${PART}))?(?:\\.(${PART}))?(-${LABELS})?(?:\\+${LABELS})?`, TERM = new RegExp(`(!=|>=|=>|<=|=<|~>|=|>|<|~|\\^)?${BLANK}*(${VERSION})`, "y"), BETWEEN = new RegExp(`${BLANK}*,${BLANK}*|${BLANK}+`, "y"), BLANKS = new RegExp(`${BLANK}*`, "y"), HYPHEN_RANGE = new RegExp(`${BLANK}*(${VERSION})${BLANK}+-${BLANK}+(${VERSION})${BLANK}*`, "g"), UPPER_BOUND = 6, FIRST_PART = 3;
function hyphenRange(group) {
  let [match, ...more] = [...group.matchAll(HYPHEN_RANGE)];
  if (!(match?.[0] !== group || more.length > 0))
    return [match[1] ?? "", match[UPPER_BOUND] ?? ""];
}
function satisfies(version, constraint) {
  let groups = parseConstraint(constraint);
  if (!groups)
    throw new ReleaseError(
      "CONSTRAINT_INVALID",
      `${JSON.stringify(constraint.slice(0, 80))} is not a version constraint`
    );
  let parsed = readHelmVersion(version);
  return parsed !== void 0 && groups.some((terms) => allHold(parsed, terms));
}
function isConstraint(text) {
  return parseConstraint(text) !== void 0;
}
function parseConstraint(text) {
  if (Buffer.byteLength(text) > MAX_LENGTH) return;
  let groups = withoutHyphens(text).split("||");
  if (groups.length > MAX_GROUPS) return;
  let terms = groups.map(parseGroup);
  return terms.every((group) => group !== void 0) ? terms : void 0;
}
function withoutHyphens(text) {
  return [...text.matchAll(HYPHEN_RANGE)].reduce(
    (rest, match) => rest.replace(match[0], () => `>= ${match[1]}, <= ${match[UPPER_BOUND]} `),
    text
  );
}
function parseGroup(text) {
  let terms = [];
  for (let at = endOf(BLANKS, text, 0) ?? 0; ; ) {
    TERM.lastIndex = at;
    let match = TERM.exec(text), term = match && parseTerm(match);
    if (!term) return;
    let end = at + match[0].length;
    if (terms.push({ ...term, start: at, end, parts: match.slice(FIRST_PART, FIRST_PART + 3).map((part = "") => part) }), endOf(BLANKS, text, end) === text.length) return terms;
    let next = endOf(BETWEEN, text, end);
    if (next === void 0) return;
    at = next;
  }
}
function endOf(pattern, text, at) {
  pattern.lastIndex = at;
  let match = pattern.exec(text);
  return match ? at + match[0].length : void 0;
}
function parseTerm(match) {
  let [, operator = "", version = "", major = "", minor = "", patch = "", pre = ""] = match, parts = [major, minor, patch], openAt = parts.findIndex((part) => ["", "x", "X", "*"].includes(part));
  if (openAt < 0) return withBound(operator, version);
  let fixed = [0, 1, 2].map((index) => index < openAt ? parts[index] : "0");
  return withBound(operator, `${fixed.join(".")}${pre}`, ["major", "minor", "patch"][openAt]);
}
function withBound(operator, text, open) {
  let bound = readHelmVersion(text);
  return bound && { operator, bound, open };
}
function allHold(version, terms) {
  let allowsPreRelease = terms.some(({ bound }) => bound.pre !== "");
  return version.pre !== "" && !allowsPreRelease ? !1 : terms.every((term) => holds(version, term));
}
function holds(version, term) {
  let order = compareHelmVersions(version, term.bound);
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
  return open === "minor" ? version.major !== bound.major : open !== "patch" || version.major !== bound.major || version.minor !== bound.minor ? compareHelmVersions(version, bound) !== 0 : comparePreReleases(version.pre, bound.pre) !== 0;
}
function isAbove(version, { bound, open }) {
  return open === "minor" ? version.major > bound.major : open !== "patch" ? compareHelmVersions(version, bound) > 0 : version.major > bound.major || version.major === bound.major && version.minor > bound.minor;
}
function isWithin(version, { bound, open }) {
  return version.major !== bound.major ? version.major < bound.major : open === "minor" || version.minor <= bound.minor;
}
function isClose(version, { bound, open }) {
  return bound.major === 0n && bound.minor === 0n && bound.patch === 0n && open !== "minor" && open !== "patch" ? !0 : version.major === bound.major && (open === "minor" || version.minor === bound.minor);
}
function isCompatible(version, { bound, open }) {
  return version.major !== bound.major ? !1 : bound.major > 0n || open === "minor" ? !0 : version.minor !== bound.minor ? !1 : bound.minor > 0n || open === "patch" || version.patch === bound.patch;
}

// src/chart/manifest/repository-alias.ts
function aliasIn(repository) {
  return /^(?:@|alias:)(.+)$/.exec(repository)?.[1];
}
function isEntryOf(entry, { name, repository }) {
  return entry.name !== name ? !1 : entry.repository === repository || aliasIn(repository) !== void 0 && isAddress(entry.repository);
}
function hashedFields(dependencies, entries) {
  let found = entriesFor(
    dependencies.map(({ fields: { name, repository } }) => ({ name: String(name), repository: String(repository) })),
    entries
  );
  return dependencies.map(({ fields }, index) => {
    let address = aliasIn(String(fields.repository)) === void 0 ? void 0 : found[index]?.repository;
    return address === void 0 ? fields : { ...fields, repository: address };
  });
}
function entriesFor(dependencies, entries) {
  let left = [...entries];
  return dependencies.map((dependency) => {
    let index = left.findIndex((entry) => isEntryOf(entry, dependency));
    return index < 0 ? void 0 : left.splice(index, 1)[0];
  });
}
function isAddress(repository) {
  return /^https?:\/\//i.test(repository);
}

export {
  hyphenRange,
  satisfies,
  isConstraint,
  parseGroup,
  holds,
  aliasIn,
  hashedFields,
  entriesFor
};
