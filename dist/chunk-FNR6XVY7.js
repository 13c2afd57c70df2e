import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  entriesFor,
  hashedFields,
  isConstraint,
  satisfies
} from "./chunk-SDCPNQLT.js";
import {
  digestOf,
  goJson
} from "./chunk-HUB4QXZH.js";
import {
  ReleaseError
} from "./chunk-72EAIUZW.js";

// src/chart/manifest/lock.ts
import { posix } from "node:path";
function lockDigest(dependencies, entries) {
  let locked = entries.map(({ name, version, repository }) => ({ name, ...version && { version }, repository }));
  return digestOfJson([hashedFields(dependencies, entries), locked]);
}
function lockEntriesFor(dependencies, lock) {
  return entriesFor(dependencies, lock.entries);
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
function checkEntry(dependency, entry, lock) {
  let { name, version: constraint } = dependency, at = { file: lock.file, line: entry.line };
  if (!isConstraint(constraint)) {
    let found = constraint === "" ? "no version" : `the version ${JSON.stringify(constraint)}`, hint = `Write a constraint such as \`^1.2.0\` to the dependency. Then run \`helm dependency update ${posix.dirname(lock.file)}\` and commit ${lock.file}.`;
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
  let helm2 = digestOfJson({ dependencies: hashedFields(dependencies, lock.entries) });
  return lock.file.endsWith("requirements.lock") && lock.digest === helm2;
}
function wrongDigest(lock) {
  let what = `${lock.file} was made for other dependencies: its digest differs`;
  return outOfStep(lock, lock.digestSpan.line, what);
}
function outOfStep(lock, line, what) {
  let hint = `Run \`helm dependency update ${posix.dirname(lock.file)}\`, and commit ${lock.file} and, if git has them, the archives in charts/.`;
  return new ReleaseError("LOCK_OUT_OF_STEP", what, { hint, at: { file: lock.file, line } });
}
function digestOfJson(value) {
  return digestOf(goJson(value));
}

export {
  lockDigest,
  lockEntriesFor,
  checkLock,
  isDigestRight
};
