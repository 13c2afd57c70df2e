import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  unpack
} from "./chunk-UKGQKI7N.js";
import {
  archiveNames
} from "./chunk-NDMRHR7U.js";
import {
  looksPrivate
} from "./chunk-4FXPF6RZ.js";
import {
  checkLock,
  lockEntriesFor
} from "./chunk-UWJGMJRC.js";
import {
  isConstraint,
  satisfies
} from "./chunk-KPHVGTZB.js";
import {
  digestOf,
  readExternalChartYaml,
  readLock,
  readRequirements
} from "./chunk-5HUHIQTQ.js";
import {
  compareHelmVersions,
  nameProblem,
  readHelmVersion
} from "./chunk-KPEBNB2V.js";
import {
  ReleaseError,
  asReleaseError
} from "./chunk-NXX2ZJ35.js";

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
    hint: "Something changed between the two jobs, mostly by another run. Run the whole workflow again, not the failed job alone."
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

// src/chart/dependencies/check-in-step.ts
function checkInStep(chart, sources) {
  if (chart.lock) {
    let [problem] = checkLock(chart.dependencies, chart.lock);
    if (problem) throw problem;
  }
  for (let local of chart.local) {
    let version = sources.charts.get(local.path)?.manifest.version;
    version !== void 0 && checkLocal(chart, local, version);
  }
}
function checkLocal(chart, { index, dependency, path }, version) {
  let hint = `Run \`helm dependency update ${chart.path}\` and commit what it changes.`;
  if (dependency.version !== "" && !isConstraint(dependency.version))
    throw new ReleaseError(
      "CONSTRAINT_INVALID",
      `${chart.manifest.name} wants ${dependency.name} ${JSON.stringify(dependency.version)}, which is no version constraint.`,
      {
        hint: "Write a constraint such as `^1.2.0` to the dependency.",
        at: { file: chart.dependencyFile.file, line: dependency.line }
      }
    );
  if (dependency.version !== "" && !satisfies(version, dependency.version))
    throw new ReleaseError(
      "DEPENDENCY_OUT_OF_STEP",
      `${chart.manifest.name} wants ${dependency.name} ${dependency.version}, but ${path} is at ${version}.`,
      { hint, at: { file: chart.dependencyFile.file, line: dependency.line } }
    );
  let locked = chart.lock && lockEntriesFor(chart.dependencies, chart.lock)[index];
  if (locked && locked.version !== version)
    throw new ReleaseError(
      "DEPENDENCY_OUT_OF_STEP",
      `The lock of ${chart.manifest.name} holds ${dependency.name} ${locked.version}, but ${path} is at ${version}.`,
      { hint, at: { file: chart.lock?.file ?? chart.manifest.file, line: locked.line } }
    );
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
      hint: "A file:// dependency must be a folder of this repository.",
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
  let dependency = dependencies[index];
  if (!dependency || !ownRepositories.includes(dependency.repository.replace(/\/$/, ""))) return;
  let locked = (lock && lockEntriesFor(dependencies, lock)[index]?.version) ?? dependency.version;
  return [...others.values()].find(
    (other) => other.manifest.name === dependency.name && other.manifest.version === locked
  )?.path;
}

// src/chart/dependencies/vendored.ts
import { posix as posix2 } from "node:path";
function vendoredPaths(name, lockedVersion) {
  return [`charts/${name}`, ...lockedVersion === void 0 ? [] : [archivePath({ name, version: lockedVersion })]];
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

// src/chart/dependencies/external-dependencies.ts
var SCHEMES = ["https", "oci"];
function externalDependencies(chart) {
  return lockedExternal(chart).map(({ dependency }) => dependency);
}
function lockedExternal(chart, vendored) {
  let local = new Set(chart.local.map((one) => one.index)), entries = chart.lock ? lockEntriesFor(chart.dependencies, chart.lock) : [];
  return chart.dependencies.map((dependency, index) => ({ dependency, entry: entries[index], isLocal: local.has(index) })).filter((one) => !one.isLocal && one.dependency.repository !== "" && !isVendored(chart, one, vendored));
}
function isVendored(chart, { dependency, entry }, vendored) {
  if (vendored) return vendored.some(({ name }) => name === dependency.name);
  if (dependency.repository.startsWith(FILE_SCHEME)) return !0;
  let places = vendoredPaths(dependency.name, entry?.version);
  return chart.files.some(({ path }) => places.includes(path) || path === `${places[0]}/Chart.yaml`);
}
function checkExternal(chart, vendored, settings, own) {
  for (let { dependency } of lockedExternal(chart, vendored)) {
    let at = { file: chart.dependencyFile.file, line: dependency.line };
    if (dependency.repository.startsWith(FILE_SCHEME)) throw noCopy(chart, dependency, at);
    let refusal = refusalOf(dependency.repository, settings);
    if (refusal)
      throw new ReleaseError(
        "DEPENDENCY_REFUSED",
        `${dependency.name} comes from ${withoutLogin(dependency.repository)}: ${refusal.why}.`,
        { hint: refusal.hint, at }
      );
    if (!chart.lock && own.unlocked !== "allow")
      throw new ReleaseError(
        "DEPENDENCY_UNLOCKED",
        `${chart.manifest.name} depends on ${dependency.name} ${dependency.version} from ${withoutLogin(dependency.repository)}, but has no lock.`,
        {
          hint: `Run \`helm dependency update ${chart.path}\` and commit the lock, or set \`unlocked: allow\` for this chart in the config file.`,
          at
        }
      );
  }
}
function noCopy({ manifest }, { name, repository }, at) {
  let message = `${repository} leads to no chart of this repository, and nothing in charts/ of ${manifest.name} is ${name}.`;
  return new ReleaseError("DEPENDENCY_MISSING", message, { hint: "Commit the chart there, or correct the path.", at });
}
function withoutLogin(repository) {
  return repository.replace(/\/\/[^/]*@/, "//***@");
}
function refusalOf(repository, { schemes, privateHosts }) {
  if (/^(@|alias:)/.test(repository)) return;
  let scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(repository)?.[1]?.toLowerCase();
  if (scheme === void 0 || ![...SCHEMES, ...schemes].includes(scheme)) {
    let hint = `Use https:// or oci://, or allow it with \`dependencies: { schemes: [${scheme ?? "\u2026"}] }\` in the config file.`;
    return { why: `${scheme === void 0 ? "it has no scheme" : `the scheme ${scheme}:// is not allowed`}`, hint };
  }
  let url = repository.replace(/^[^:]+:/, "https:");
  if (!URL.canParse(url)) return { why: "that is no address", hint: "Write it as `https://host/path`." };
  let { host, hostname } = new URL(url);
  if (!(!looksPrivate(hostname) || [host, hostname].some((one) => privateHosts.includes(one))))
    return {
      why: `${host} is a private address`,
      hint: `If that is meant, allow it with \`dependencies: { private-hosts: ["${host}"] }\` in the config file.`
    };
}
async function fetchExternal(fetch, chart, vendored) {
  return Promise.all(lockedExternal(chart, vendored).map((one) => fetchOne(fetch, chart, one)));
}
function resolvedChart({ dependency: { name, repository }, version, archive }) {
  return { name, version, repository: withoutLogin(repository), digest: digestOf(archive) };
}
async function fetchOne(fetch, chart, { dependency, entry }) {
  let { name, repository, version: constraint } = dependency;
  try {
    let problem = nameProblem(name);
    if (problem) throw new ReleaseError("DEPENDENCY_FAILED", `the name ${JSON.stringify(name)} ${problem}`);
    let { version, archive } = await fetch({ name, repository, version: entry?.version, constraint });
    return refuseOther(chartIn(archive), { name, version }), { dependency, version, archive };
  } catch (thrown) {
    throw fetchFailed(chart, { dependency, entry }, asReleaseError(thrown));
  }
}
function refuseOther(inside, wanted) {
  let [one, other] = [inside.version, wanted.version].map(readHelmVersion), isVersion = inside.version === wanted.version || one && other && compareHelmVersions(one, other) === 0;
  if (!(inside.name === wanted.name && isVersion))
    throw new ReleaseError("DEPENDENCY_FAILED", `its archive is ${inside.name} ${inside.version} by its own Chart.yaml`);
}
function fetchFailed({ manifest, dependencyFile }, { dependency, entry }, cause) {
  if (cause.kind === "bug") return cause;
  let { name, version, repository, line } = dependency, isPrivate = cause.code === "REMOTE_ADDRESS_REFUSED", wanted = `${name} ${entry?.version ?? version} from ${withoutLogin(repository)}`;
  return new ReleaseError(
    isPrivate ? "DEPENDENCY_REFUSED" : "DEPENDENCY_FAILED",
    `${manifest.name} needs ${wanted}, and that could not be fetched: ${cause.message.replace(/\.$/, "")}.`,
    {
      hint: isPrivate ? "If that is meant, allow the host with `dependencies: { private-hosts: [ \u2026 ] }` in the config file." : "Check that the repository can be reached from here and holds the locked version.",
      at: { file: dependencyFile.file, line },
      cause
    }
  );
}

export {
  recordingRelay,
  replayingRelay,
  notHandedOver,
  HANDOVER_FILE,
  archiveName,
  isSameRun,
  checkInStep,
  FILE_SCHEME,
  findLocal,
  archivePath,
  isByFolder,
  dependencyFolder,
  fromWherePublished,
  versionKey,
  vendoredPaths,
  readVendored,
  externalDependencies,
  lockedExternal,
  checkExternal,
  fetchExternal,
  resolvedChart
};
