import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  require_semver
} from "./chunk-DW3HCCUW.js";
import {
  __toESM
} from "./chunk-RXEKE72Z.js";

// src/chart/manifest/version.ts
var import_semver = __toESM(require_semver(), 1);

// src/chart/manifest/helm-version.ts
var LABELS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*", LOOSE = new RegExp(`^v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:-(${LABELS}))?(?:\\+${LABELS})?$`), MAX_LENGTH = 256, MAX_NUMBER = 2n ** 64n - 1n;
function readHelmVersion(text) {
  let match = text.length > MAX_LENGTH ? null : LOOSE.exec(text);
  if (!match) return;
  let [major, minor, patch] = [match[1], match[2], match[3]].map((number) => BigInt(number ?? 0));
  if (major === void 0 || minor === void 0 || patch === void 0 || [major, minor, patch].some((number) => number > MAX_NUMBER)) return;
  let pre = match[4] ?? "";
  return pre.split(".").some((label) => /^0\d+$/.test(label)) ? void 0 : { major, minor, patch, pre };
}
function compareHelmVersions(a, b) {
  for (let part of ["major", "minor", "patch"])
    if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  return a.pre === b.pre ? 0 : a.pre === "" || b.pre === "" ? a.pre === "" ? 1 : -1 : comparePreReleases(a.pre, b.pre);
}
function comparePreReleases(a, b) {
  let [one, two] = [a.split("."), b.split(".")];
  return Array.from({ length: Math.max(one.length, two.length) }, (_, place) => place).map((place) => compareLabels(one[place] ?? "", two[place] ?? "")).find((order) => order !== 0) ?? 0;
}
function compareLabels(a, b) {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? -1 : 1;
  let [one, two] = [numberIn(a), numberIn(b)];
  return one === void 0 && two === void 0 ? a < b ? -1 : 1 : one === void 0 || two === void 0 ? two === void 0 ? -1 : 1 : one < two ? -1 : 1;
}
function numberIn(label) {
  let number = /^\d+$/.test(label) ? BigInt(label) : void 0;
  return number !== void 0 && number <= MAX_NUMBER ? number : void 0;
}

// src/chart/manifest/version.ts
var MAX_LENGTH2 = 128, SHORT = /^v?(0|[1-9]\d*)(?:\.(0|[1-9]\d*))?$/;
function parseVersion(version) {
  if (version.length > MAX_LENGTH2) return;
  let short = SHORT.exec(version);
  return short ? import_semver.default.parse(`${short[1]}.${short[2] ?? 0}.0`) ?? void 0 : /^v?\d\S*$/.test(version) ? import_semver.default.parse(version) ?? void 0 : void 0;
}
function parsePublished(version) {
  let strict = parseVersion(version), helm = strict ? void 0 : readHelmVersion(version);
  if (!helm) return strict;
  let { major, minor, patch, pre } = helm;
  return import_semver.default.parse(`${major}.${minor}.${patch}${pre && `-${pre}`}`) ?? void 0;
}
function compareVersions(a, b) {
  return import_semver.default.compare(parsePublished(a) ?? "0.0.0-0", parsePublished(b) ?? "0.0.0-0");
}
function versionNotice(version) {
  let strict = parseVersion(version);
  if (!(!strict || /^\d+\.\d+\.\d/.test(version)))
    return `Helm finds ${version} in an OCI registry only when it is named in full; ranges and "the newest" pass over it (${strict.version} is a version all clients read alike).`;
}
function versionProblem(version) {
  return version.length > MAX_LENGTH2 ? `is longer than ${MAX_LENGTH2} characters, the most an OCI tag may have` : /^v?[\d.]*(?:^|\.|v)0\d/.test(version) ? "has a number with a leading zero" : "is not a semantic version";
}

// src/chart/manifest/name.ts
var NAME = /^[A-Za-z0-9]+(?:(?:\.|_|__|-+)[A-Za-z0-9]+)*$/;
function nameProblem(name) {
  if (name === "") return "is empty";
  if (name.length > 250) return "is longer than 250 characters";
  if (!NAME.test(name))
    return "may hold only letters and digits, with single `.`, `_` or `-` between them";
}

export {
  readHelmVersion,
  compareHelmVersions,
  comparePreReleases,
  parseVersion,
  parsePublished,
  compareVersions,
  versionNotice,
  versionProblem,
  nameProblem
};
