import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  PrivateHost
} from "./chunk-Q7YQF67J.js";
import {
  unpack
} from "./chunk-IYDCWTIU.js";
import {
  looksPrivate
} from "./chunk-4FXPF6RZ.js";
import {
  archiveNames
} from "./chunk-NDMRHR7U.js";
import {
  checkLock,
  lockEntriesFor
} from "./chunk-FNR6XVY7.js";
import {
  aliasIn,
  isConstraint,
  parseGroup,
  satisfies
} from "./chunk-SDCPNQLT.js";
import {
  digestOf,
  readExternalChartYaml,
  readLock,
  readRequirements
} from "./chunk-HUB4QXZH.js";
import {
  compareHelmVersions,
  nameProblem,
  readHelmVersion
} from "./chunk-KPEBNB2V.js";
import {
  ReleaseError,
  asReleaseError
} from "./chunk-72EAIUZW.js";

// src/pipeline/handover/relay.ts
function recordingRelay(bumpedAt) {
  let evidence = /* @__PURE__ */ new Map(), comparisons = /* @__PURE__ */ new Map();
  return {
    part: "build",
    bumpedAt,
    recorded: { evidence, comparisons },
    evidence: (gather) => async (chart, question) => {
      let key = evidenceKey(chart, question);
      try {
        let found = await gather(chart, question);
        return evidence.set(key, found), found;
      } catch (error) {
        throw evidence.set(key, asReleaseError(error)), error;
      }
    },
    comparison: (compare) => async (chart, held) => {
      let same = await compare(chart, held);
      return comparisons.set(comparisonKey(chart, held), same), same;
    }
  };
}
function replayingRelay(handover) {
  return {
    part: "release",
    head: handover.head,
    bumpedAt: handover.bumpedAt,
    evidence: () => async (chart, question) => {
      let found = handover.evidence.get(evidenceKey(chart, question));
      if (found === void 0)
        throw notHandedOver(`what changed in ${chart.manifest.name} since ${question.since.version}`);
      if (found instanceof ReleaseError) throw found;
      return found;
    },
    comparison: () => async (chart, held) => {
      let same = handover.comparisons.get(comparisonKey(chart, held));
      if (same === void 0) throw notHandedOver(`whether ${held.target.reference(held.ref)} holds what git packages`);
      return same;
    }
  };
}
function notHandedOver(what) {
  return new ReleaseError("HANDOVER_INCOMPLETE", `The build job did not hand over ${what}.`, {
    hint: 'Something changed between the two jobs, mostly by another run. Start a new run of the workflow on this branch (by "Run workflow", or with the next push), which sees what is there now; "Re-run" would begin from the same old commit.'
  });
}
function evidenceKey({ path, fingerprint }, question) {
  let { since, needs, appVersion, moved = [] } = question, digests = since.published.map(({ presence }) => presence.digest);
  return JSON.stringify([path, fingerprint, since.version, since.commit, digests, needs, appVersion, moved]);
}
function comparisonKey({ path, fingerprint }, { target, ref, published }) {
  return JSON.stringify([path, fingerprint, target.address, ref.version, published.digest]);
}

// src/pipeline/handover/handover.ts
var HANDOVER_FILE = "handover.json";
function archiveName(ref) {
  return archiveNames(ref).archive;
}
function isSameRun(a, b) {
  return a.repository === b.repository && a.runId === b.runId && a.sha === b.sha;
}

// src/chart/source/local-dependencies.ts
import { posix } from "node:path";
var FILE_SCHEME = "file://";
function findLocal(tree, draft, others, ownRepositories) {
  return draft.dependencies.flatMap((dependency, index) => {
    let path = dependency.repository.startsWith(FILE_SCHEME) ? folderOf(tree, draft, dependency) : publishedFolder(draft, index, others, ownRepositories);
    return path === void 0 ? [] : [{ index, dependency, path }];
  });
}
function archivePath({ name, version }) {
  return `charts/${name}-${version}.tgz`;
}
function isByFolder({ dependency }) {
  return dependency.repository.startsWith(FILE_SCHEME);
}
function dependencyFolder(chart, repository) {
  if (repository.startsWith(FILE_SCHEME))
    return posix.normalize(posix.join(chart, repository.slice(FILE_SCHEME.length))).replace(/\/$/, "");
}
function fromWherePublished(sources, published) {
  if (published.size === 0) return sources;
  let isOwn = (local) => isByFolder(local) || !published.has(keyOf(sources, local)), charts = [...sources.charts].map(
    ([path, chart]) => [path, { ...chart, local: chart.local.filter(isOwn) }]
  );
  return { ...sources, charts: new Map(charts) };
}
function keyOf({ charts }, { path }) {
  let manifest = charts.get(path)?.manifest;
  return manifest ? versionKey(manifest) : "";
}
function versionKey({ name, version }) {
  return `${name} ${version}`;
}
function folderOf(tree, draft, dependency) {
  try {
    return folderNamed(tree, draft, dependency);
  } catch (error) {
    if (hasCopy(tree, draft, dependency)) return;
    throw error;
  }
}
function hasCopy(tree, { path }, { name }) {
  let charts = posix.join(path, "charts");
  if (tree.entry(posix.join(charts, name, "Chart.yaml"))) return !0;
  let start = posix.join(charts, `${name}-`);
  return tree.below(charts).some((entry) => entry.path.startsWith(start) && entry.path.endsWith(".tgz"));
}
function folderNamed(tree, draft, dependency) {
  let written = dependency.repository.slice(FILE_SCHEME.length), at = { file: draft.dependencyFile.file, line: dependency.line }, path = dependencyFolder(draft.path, dependency.repository) ?? "";
  if (posix.isAbsolute(written) || path === ".." || path.startsWith("../"))
    throw new ReleaseError("DEPENDENCY_OUTSIDE", `${dependency.repository} leads out of the repository.`, {
      hint: `Move the chart into this repository and write its path; or commit the copy that \`helm dependency update ${draft.path}\` puts into charts/.`,
      at
    });
  if (!tree.entry(posix.join(path, "Chart.yaml")))
    throw new ReleaseError(
      "DEPENDENCY_MISSING",
      `${dependency.repository} leads to ${path}, which holds no Chart.yaml.`,
      {
        hint: "Commit the chart there, or correct the path.",
        at
      }
    );
  return path;
}
function publishedFolder({ dependencies, lock }, index, others, ownRepositories) {
  let dependency = dependencies[index], own = ownRepositories.filter(({ address }) => address === dependency?.repository.replace(/\/$/, ""));
  if (!dependency || own.length === 0) return;
  let locked = (lock && lockEntriesFor(dependencies, lock)[index]?.version) ?? dependency.version;
  return [...others.values()].find(
    ({ path, manifest: { name, version } }) => name === dependency.name && version === locked && own.some(({ holds }) => holds({ name, path }))
  )?.path;
}

// src/chart/dependencies/vendored.ts
import { posix as posix2 } from "node:path";
function isVendoredAt(path, {
  name,
  constraint,
  locked
}) {
  if (path === `charts/${name}`) return !0;
  if (locked !== void 0) return path === archivePath({ name, version: locked });
  let start = `charts/${name}-`;
  if (!path.startsWith(start) || !path.endsWith(".tgz")) return !1;
  let version = path.slice(start.length, -4);
  return readHelmVersion(version) === void 0 ? !1 : constraint === "" || isConstraint(constraint) && satisfies(version, constraint);
}
var MAX_DEPTH = 16;
async function readVendored(reading, below = "", depth = 0) {
  let charts = `${below}charts/`, inside = reading.paths.filter((path) => path.startsWith(charts)).map((path) => path.slice(charts.length)), names = new Set(inside.map((path) => path.split("/")[0] ?? "").filter((name) => !/^[_.]/.test(name))), found = [];
  for (let name of names) {
    let path = charts + name;
    name.endsWith(".tgz") && inside.includes(name) ? found.push(await inArchive(reading, path)) : inside.includes(`${name}/Chart.yaml`) && depth < MAX_DEPTH && found.push(await inFolder(reading, path, depth));
  }
  return found;
}
function chartIn(archive) {
  let chartYaml = unpack(archive).files.find((one) => one.path === "Chart.yaml");
  if (!chartYaml) throw new ReleaseError("ARCHIVE_INVALID", "The archive holds no Chart.yaml");
  let { name, version } = readExternalChartYaml(Buffer.from(chartYaml.content).toString(), "Chart.yaml");
  return { name, version };
}
async function inArchive({ root, read }, path) {
  let file = posix2.join(root, path);
  try {
    return { path: file, ...chartIn(await read(path)), at: { file } };
  } catch (error) {
    let cause = asReleaseError(error), message = `${file} can't be read as a packaged chart: ${cause.message}`, hint = "Put the archive there that `helm pull` or `helm dependency update` downloads.";
    throw new ReleaseError("ARCHIVE_INVALID", message, { hint, at: { file }, cause });
  }
}
async function inFolder(reading, path, depth) {
  let textOf = async (name2) => reading.paths.includes(`${path}/${name2}`) ? Buffer.from(await reading.read(`${path}/${name2}`)).toString() : void 0, folder = posix2.join(reading.root, path), fileOf = (name2) => posix2.join(folder, name2), manifest = readExternalChartYaml(await textOf("Chart.yaml") ?? "", fileOf("Chart.yaml")), { name, version, apiVersion, versionSpan } = manifest, requirements = apiVersion === "v1" ? await textOf("requirements.yaml") : void 0, lockName = apiVersion === "v1" ? "requirements.lock" : "Chart.lock", lock = await textOf(lockName), dependencyFile = fileOf(requirements === void 0 ? "Chart.yaml" : "requirements.yaml"), holder = {
    name,
    path: folder,
    dependencies: requirements === void 0 ? manifest.dependencies : readRequirements(requirements, dependencyFile),
    dependencyFile,
    ...lock !== void 0 && lockIn(lock, fileOf(lockName)),
    vendored: await readVendored(reading, `${path}/`, depth + 1)
  };
  return { path: folder, name, version, at: { file: manifest.file, line: versionSpan.line }, holder };
}
function lockIn(text, file) {
  try {
    return { lock: readLock(text, file) };
  } catch (error) {
    if (error instanceof ReleaseError) return {};
    throw error;
  }
}

// src/chart/manifest/pin.ts
function pinnedVersion(constraint) {
  if (constraint.includes("|") || !isConstraint(constraint)) return;
  let [term, ...more] = parseGroup(constraint) ?? [];
  if (!(!term || more.length > 0 || term.open !== void 0 || !["", "="].includes(term.operator)))
    return constraint.slice(term.start, term.end).replace(/^=/, "").trim();
}

// src/chart/dependencies/external-dependencies.ts
function externalDependencies(chart) {
  return lockedExternal(chart).map(({ dependency }) => dependency);
}
function lockedExternal(chart, vendored) {
  let local = new Set(chart.local.map((one) => one.index)), entries = chart.lock ? lockEntriesFor(chart.dependencies, chart.lock) : [];
  return chart.dependencies.map((dependency, index) => {
    let entry = entries[index], version = entry?.version ?? pinnedVersion(dependency.version);
    return { dependency, entry, version, isLocal: local.has(index) };
  }).filter((one) => !one.isLocal && one.dependency.repository !== "" && !isVendored(chart, one, vendored));
}
function isVendored(chart, { dependency, entry }, vendored) {
  if (vendored) return vendored.some(({ name: name2 }) => name2 === dependency.name);
  if (dependency.repository.startsWith(FILE_SCHEME)) return !0;
  let { name, version: constraint } = dependency, folder = `charts/${name}/Chart.yaml`;
  return chart.files.some(
    ({ path }) => path === folder || isVendoredAt(path, { name, constraint, locked: entry?.version })
  );
}

// src/chart/dependencies/refused-address.ts
var SCHEMES = ["https", "oci"];
function refusalOf(repository, folder, { schemes, privateHosts }) {
  if (aliasIn(repository) !== void 0) return [];
  let scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(repository)?.[1]?.toLowerCase();
  if (scheme === void 0) return [{ why: "it has no scheme", hint: withScheme(repository) }];
  let isAllowed = [...SCHEMES, ...schemes].includes(scheme);
  if (!isAllowed && scheme !== "http")
    return [{ why: `the scheme ${scheme}:// is not allowed`, hint: withoutPlugin(folder) }];
  let url = repository.replace(/^[^:]+:/, "https:");
  if (!URL.canParse(url)) return [{ why: "that is not an address", hint: "Write it as `https://host/path`." }];
  let { host, hostname } = new URL(url), isPrivate = looksPrivate(hostname) && ![host, hostname].some((one) => privateHosts.includes(one));
  return [
    ...isAllowed ? [] : [{ why: `the scheme ${scheme}:// is not allowed`, scheme }],
    ...isPrivate ? [{ why: `${host} is a private address`, host }] : []
  ];
}
function withoutPlugin(folder) {
  return `Take it from https:// or oci://; or run \`helm dependency update ${folder}\` where the plugin is, and commit the archive in charts/ and the lock.`;
}
function withScheme(repository) {
  return `Write it as \`${/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:\/\S*)?$/i.test(repository) ? `https://${repository}` : "https://host/path"}\` or with oci://.`;
}
function allowing(settings, more) {
  let schemes = [.../* @__PURE__ */ new Set([...settings.schemes, ...more.schemes ?? []])], hosts = [.../* @__PURE__ */ new Set([...settings.privateHosts, ...more.hosts ?? []])], repositories = new Map([...settings.repositories ?? [], ...more.repositories ?? []]);
  return `dependencies: { ${[
    ...schemes.length > 0 ? [`schemes: [${schemes.join(", ")}]`] : [],
    ...hosts.length > 0 ? [`private-hosts: [${hosts.map((host) => JSON.stringify(host)).join(", ")}]`] : [],
    ...repositories.size > 0 ? [`repositories: { ${[...repositories].map(named).join(", ")} }`] : []
  ].join(", ")} }`;
}
function named([name, url]) {
  return `${JSON.stringify(name)}: ${JSON.stringify(url)}`;
}

// src/chart/dependencies/words.ts
import { posix as posix3 } from "node:path";
function withoutLogin(repository) {
  return repository.replace(/\/\/[^/]*@/, "//***@");
}
function lockFileOf({ path, manifest }) {
  return posix3.join(path, manifest.apiVersion === "v1" ? "requirements.lock" : "Chart.lock");
}
function lockAgain(chart) {
  return `run \`helm dependency update ${chart.path}\` and commit ${lockFileOf(chart)}`;
}

// src/chart/dependencies/check-external.ts
function checkExternal(chart, vendored, settings, own) {
  let all = lockedExternal(chart, vendored);
  for (let { dependency, version } of all) {
    let at = { file: chart.dependencyFile.file, line: dependency.line };
    if (dependency.repository.startsWith(FILE_SCHEME)) throw noCopy(chart, dependency, at);
    let [refusal] = refusalOf(dependency.repository, chart.path, settings);
    if (refusal) throw addressRefused(chart, dependency, { refusal, settings, at });
    if (!isConstraint(dependency.version)) throw notConstraint(dependency, at);
    if (!chart.lock && version === void 0 && own.unlocked !== "allow") throw unlocked(chart, dependency, at);
  }
}
function noCopy({ manifest, path }, { name, repository }, at) {
  let message = `${repository} leads to no chart of this repository, and nothing in charts/ of ${manifest.name} is ${name}.`, hint = `Correct the path; or run \`helm dependency update ${path}\` where that chart is, and commit the copy that it puts into charts/.`;
  return new ReleaseError("DEPENDENCY_MISSING", message, { hint, at });
}
function addressRefused(chart, { name, repository }, { refusal, settings, at }) {
  let all = externalDependencies(chart).flatMap((one) => refusalOf(one.repository, chart.path, settings)), setting = `If that is meant, allow it with \`${allowing(settings, {
    schemes: all.flatMap(({ scheme }) => scheme ?? []),
    hosts: all.flatMap(({ host }) => host ?? [])
  })}\` in the config file.`, again = chart.lock && refusal.hint !== void 0 ? ` Then ${lockAgain(chart)}.` : "";
  return new ReleaseError("DEPENDENCY_REFUSED", `${name} comes from ${withoutLogin(repository)}: ${refusal.why}.`, {
    hint: refusal.hint === void 0 ? setting : `${refusal.hint}${again}`,
    at
  });
}
function notConstraint({ name, version }, at) {
  let found = version === "" ? "no version" : `the version ${JSON.stringify(version)}`;
  return new ReleaseError("CONSTRAINT_INVALID", `The dependency ${name} has ${found}.`, {
    hint: "Write the version that it needs, such as `1.2.3`, or a constraint such as `^1.2.0`.",
    at
  });
}
function unlocked(chart, { name, version, repository }, at) {
  let alias = aliasIn(repository), first = alias === void 0 ? "" : `\`helm repo add ${alias}\` with its address, then `;
  return new ReleaseError(
    "DEPENDENCY_UNLOCKED",
    `${chart.manifest.name} depends on ${name} ${version} from ${withoutLogin(repository)}, but has no lock.`,
    {
      hint: `Run ${first}\`helm dependency update ${chart.path}\` and commit ${lockFileOf(chart)}. Or pin the exact version (\`version: 1.2.3\`), or set \`unlocked: allow\` for this chart in the config file.`,
      at
    }
  );
}

// src/chart/dependencies/check-in-step.ts
function checkInStep(chart, sources) {
  let all = chart.local.flatMap((local) => {
    let version = sources.charts.get(local.path)?.manifest.version;
    return version === void 0 ? [] : [[local, version]];
  });
  for (let [local, version] of all) checkConstraint(chart, local, version);
  if (chart.lock) {
    let [problem] = checkLock(chart.dependencies, chart.lock);
    if (problem) throw problem;
  }
  for (let [local, version] of all) checkLocal(chart, local, version);
}
function checkConstraint(chart, { dependency, path }, version) {
  if (!(!isConstraint(dependency.version) || satisfies(version, dependency.version)))
    throw new ReleaseError(
      "DEPENDENCY_OUT_OF_STEP",
      `${chart.manifest.name} wants ${dependency.name} ${dependency.version}, but ${path} is at ${version}.`,
      { hint: allowIt(chart, version), at: { file: chart.dependencyFile.file, line: dependency.line } }
    );
}
function checkLocal(chart, { index, dependency, path }, version) {
  if (dependency.version !== "" && !isConstraint(dependency.version))
    throw new ReleaseError(
      "CONSTRAINT_INVALID",
      `${chart.manifest.name} wants ${dependency.name} ${JSON.stringify(dependency.version)}, which is not a version constraint.`,
      {
        hint: "Write a constraint such as `^1.2.0` to the dependency.",
        at: { file: chart.dependencyFile.file, line: dependency.line }
      }
    );
  let locked = chart.lock && lockEntriesFor(chart.dependencies, chart.lock)[index];
  if (locked && locked.version !== version)
    throw new ReleaseError(
      "DEPENDENCY_OUT_OF_STEP",
      `The lock of ${chart.manifest.name} holds ${dependency.name} ${locked.version}, but ${path} is at ${version}.`,
      {
        hint: `${sentence(lockAgain(chart))}.`,
        at: { file: chart.lock?.file ?? chart.manifest.file, line: locked.line }
      }
    );
}
function allowIt(chart, version) {
  let change = `Write a constraint there that allows ${version}, such as \`^${version.replace(/^v/, "")}\``;
  return chart.lock ? `${change}. Then ${lockAgain(chart)}.` : `${change}.`;
}
function sentence(words) {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

// src/chart/dependencies/fetch-failed.ts
var OWN_CODES = /* @__PURE__ */ new Set(["DEPENDENCY_REPOSITORY_UNKNOWN", "LOCK_OUT_OF_STEP"]);
function fetchFailed(chart, locked, { cause, settings }) {
  if (cause.kind === "bug") return cause;
  let { name, version: constraint, repository, line } = locked.dependency, wanted = `${name} ${locked.version ?? constraint} from ${withoutLogin(repository)}`;
  return new ReleaseError(
    codeOf(cause),
    `${chart.manifest.name} needs ${wanted}, and that could not be fetched: ${cause.message.replace(/\.$/, "")}.`,
    { hint: hintFor(chart, locked, { cause, settings }), at: { file: chart.dependencyFile.file, line }, cause }
  );
}
function codeOf({ code }) {
  return OWN_CODES.has(code) ? code : code === "REMOTE_ADDRESS_REFUSED" ? "DEPENDENCY_REFUSED" : "DEPENDENCY_FAILED";
}
function hintFor(chart, locked, { cause, settings }) {
  let { code } = cause;
  return cause.cause instanceof PrivateHost ? `If that is meant, allow it with \`${allowing(settings, { hosts: [cause.cause.host] })}\` in the config file.` : code === "REMOTE_ADDRESS_REFUSED" ? "Write the address that it leads to, or commit the archive in charts/." : code === "REGISTRY_UNAUTHORIZED" || code === "REGISTRY_DENIED" ? loginTo(locked.dependency.repository) : code === "LOCK_OUT_OF_STEP" ? `Correct the address, or ${lockAgain(chart)}.` : cause.hint !== void 0 ? cause.hint : `Check that the repository can be reached from here. If it does not hold that version, ${otherVersion(chart, locked)}.`;
}
function loginTo(repository) {
  let host = URL.canParse(repository) ? new URL(repository).host : repository;
  return `Log in to ${host} in a step before this one, with \`helm registry login ${host}\` or docker/login-action, as somebody who may read it.`;
}
function otherVersion(chart, { entry, version }) {
  return entry ? lockAgain(chart) : version === void 0 ? "write a constraint that a version of it satisfies" : "write a version that it holds";
}

// src/chart/dependencies/fetch-external.ts
async function fetchExternal(fetch, chart, vendored, settings) {
  return Promise.all(lockedExternal(chart, vendored).map((one) => fetchOne(fetch, chart, one, settings)));
}
function resolvedChart({ dependency: { name }, repository, version, archive }) {
  return { name, version, repository: withoutLogin(repository), digest: digestOf(archive) };
}
async function fetchOne(fetch, chart, locked, settings) {
  let { dependency, entry, version: wanted } = locked, { name, repository, version: constraint } = dependency;
  try {
    let problem = nameProblem(name);
    if (problem) throw new ReleaseError("DEPENDENCY_FAILED", `the name ${JSON.stringify(name)} ${problem}`);
    let lockedFrom = entry?.repository, found = await fetch({ name, repository, version: wanted, constraint, lockedFrom });
    return refuseOther(chartIn(found.archive), { name, version: found.version }), { ...found, dependency, repository: found.repository ?? repository };
  } catch (thrown) {
    throw fetchFailed(chart, locked, { cause: asReleaseError(thrown), settings });
  }
}
function refuseOther(inside, wanted) {
  let [one, other] = [inside.version, wanted.version].map(readHelmVersion), isVersion = inside.version === wanted.version || one && other && compareHelmVersions(one, other) === 0;
  if (!(inside.name === wanted.name && isVersion))
    throw new ReleaseError("DEPENDENCY_FAILED", `its archive is ${inside.name} ${inside.version} by its own Chart.yaml`);
}

export {
  recordingRelay,
  replayingRelay,
  notHandedOver,
  HANDOVER_FILE,
  archiveName,
  isSameRun,
  FILE_SCHEME,
  findLocal,
  archivePath,
  isByFolder,
  dependencyFolder,
  fromWherePublished,
  versionKey,
  isVendoredAt,
  readVendored,
  externalDependencies,
  lockedExternal,
  allowing,
  withoutLogin,
  checkExternal,
  checkInStep,
  fetchExternal,
  resolvedChart
};
