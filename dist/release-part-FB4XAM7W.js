import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  HANDOVER_FILE,
  archiveName,
  checkExternal,
  checkInStep,
  fetchExternal,
  isSameRun,
  notHandedOver,
  readVendored,
  replayingRelay,
  resolvedChart
} from "./chunk-2RKDVSWD.js";
import "./chunk-Q7YQF67J.js";
import {
  HELM_LIMITS,
  unpack
} from "./chunk-IYDCWTIU.js";
import "./chunk-4FXPF6RZ.js";
import "./chunk-NDMRHR7U.js";
import "./chunk-FNR6XVY7.js";
import "./chunk-SDCPNQLT.js";
import {
  digestOf,
  goJson,
  readExternalChartYaml,
  readLock
} from "./chunk-HUB4QXZH.js";
import "./chunk-KPEBNB2V.js";
import {
  require_dist
} from "./chunk-A6FBNAVA.js";
import "./chunk-DW3HCCUW.js";
import {
  ReleaseError,
  asReleaseError
} from "./chunk-72EAIUZW.js";
import "./chunk-GQNI6KFR.js";
import {
  __toESM
} from "./chunk-RXEKE72Z.js";

// src/pipeline/handover/absent-helm.ts
function absentHelm(version) {
  return {
    version,
    lint: async (folders) => new Map(folders.map((folder) => [folder, { failed: !1, messages: [] }])),
    package: async () => {
      throw notHandedOver("a package that is needed now");
    },
    template: async () => {
      throw notHandedOver("what a chart renders");
    }
  };
}

// src/pipeline/handover/as-packaged.ts
import { posix } from "node:path";

// src/pipeline/handover/written-by-helm.ts
var import_yaml = __toESM(require_dist(), 1);
var READERS = /* @__PURE__ */ new Map([
  ["Chart.yaml", chartText],
  ["Chart.lock", lockText],
  ["requirements.lock", lockText]
]);
function isWrittenAnew(name, inGit, packaged) {
  let read = READERS.get(name);
  return read !== void 0 && isPlain(packaged) && read(inGit) === read(packaged);
}
function chartText(text) {
  return goJson(readExternalChartYaml(text, "Chart.yaml").metadata).replace(/(?:\\n)+"/g, '"');
}
function lockText(text) {
  let { entries, digest } = readLock(text, "Chart.lock");
  return JSON.stringify([digest, entries.map(({ name, repository, version }) => [name, repository, version])]);
}
function isPlain(text) {
  let documents = (0, import_yaml.parseAllDocuments)(text);
  if (!Array.isArray(documents) || documents.length !== 1 || /^(?:%|---|\.\.\.)/m.test(text)) return !1;
  let [document] = documents;
  if (!document || document.errors.length > 0 || document.comment || document.commentBefore) return !1;
  let plain2 = !0;
  return (0, import_yaml.visit)(document, {
    Alias: () => {
      plain2 = !1;
    },
    Node: (_, node) => {
      ((0, import_yaml.isCollection)(node) && node.flow === !0 && node.items.length > 0 || node.tag !== void 0 || node.comment || node.commentBefore) && (plain2 = !1), "anchor" in node && node.anchor !== void 0 && (plain2 = !1);
    },
    Pair: (_, { key }) => {
      (0, import_yaml.isNode)(key) && String(key) === "<<" && (plain2 = !1);
    }
  }), plain2;
}

// src/pipeline/handover/as-packaged.ts
var MAX_DEPTH = 16;
function unfolded(files, depth = 0) {
  let own = files.filter(({ path }) => !path.startsWith("charts/") || path.endsWith(".prov")), all = new Map(own.map(({ path, content }) => [path, content]));
  if (depth > MAX_DEPTH) return all;
  for (let inside of chartsIn(files))
    for (let [path, content] of unfolded(inside, depth + 1)) {
      let at = `charts/${nameOf(inside)}/${path}`;
      all.has(at) || all.set(at, content);
    }
  return all;
}
function chartsIn(files) {
  let below = files.flatMap(({ path, content }) => {
    let [, entry = "", rest] = /^charts\/([^_./][^/]*)(?:\/(.+))?$/s.exec(path) ?? [];
    return entry === "" ? [] : [{ entry, rest, content }];
  });
  return [...Map.groupBy(below, ({ entry }) => entry)].flatMap(([entry, group]) => {
    let archive = group.find(({ rest }) => rest === void 0);
    return archive ? entry.endsWith(".tgz") ? [unpack(archive.content).files] : [] : [group.map(({ rest = "", content }) => ({ path: rest, content }))];
  });
}
function nameOf(files) {
  let chartYaml = files.find(({ path }) => path === "Chart.yaml");
  return chartYaml ? readExternalChartYaml(textOf(chartYaml.content), "Chart.yaml").name : "";
}
function saysTheSame(path, inGit, packaged, digest) {
  if (Buffer.compare(inGit, packaged) === 0) return !0;
  let pointer = pointedTo(inGit);
  if (pointer !== void 0) return pointer === digest(packaged);
  let [one, other] = [plain(inGit), plain(packaged)];
  return one.equals(other) ? !0 : isChartPart(path) && isWrittenAnew(posix.basename(path), one.toString(), other.toString());
}
function isChartPart(path) {
  return /^(?:charts\/[^/]+\/)*[^/]+$/.test(path);
}
function pointedTo(content) {
  if (content.length > 1024) return;
  let text = Buffer.from(content).toString("latin1");
  if (text.startsWith("version https://git-lfs.github.com/spec/"))
    return /^oid (sha256:[0-9a-f]{64})$/m.exec(text)?.[1];
}
var MARK = Buffer.from([239, 187, 191]);
function plain(content) {
  let bytes = Buffer.from(content), text = (bytes.subarray(0, 3).equals(MARK) ? bytes.subarray(3) : bytes).toString("latin1");
  return Buffer.from(text.replaceAll(`\r
`, `
`), "latin1");
}
function textOf(content) {
  return Buffer.from(content).toString();
}

// src/pipeline/handover/expected-files.ts
import { posix as posix2 } from "node:path";
async function expectedFiles({ path, sources, overlay }, context) {
  let chart = sources.charts.get(path);
  if (!chart) throw sources.problems.get(path) ?? lost(path);
  checkInStep(chart, sources);
  let own = [...await ownFiles(chart, overlay, context), ...publishedLock(chart, sources, overlay)], paths = own.map((file) => file.path), read = async (name) => own.find((file) => file.path === name)?.content ?? new Uint8Array(), vendored = await readVendored({ root: chart.path, paths, read });
  checkExternal(chart, vendored, context.dependencies, context.settingsOf(chart));
  let here = new Set(chart.local.map((local2) => local2.path)), local = await Promise.all(
    [...here].map(async (folder) => {
      let { files, resolved } = await expectedFiles({ path: folder, sources, overlay }, context);
      return { files: within(sources.charts.get(folder)?.manifest.name ?? folder, files), resolved };
    })
  ), fetched = await fetchExternal(context.fetch, chart, vendored, context.dependencies), foreign = fetched.map(({ dependency: { name }, archive }) => within(name, unpack(archive).files));
  return {
    files: [...own, ...local.flatMap(({ files }) => files), ...foreign.flat()],
    resolved: [...fetched.map(resolvedChart), ...local.flatMap(({ resolved }) => resolved)]
  };
}
function within(name, files) {
  return files.map(({ path, content }) => ({ path: `charts/${name}/${path}`, content }));
}
async function ownFiles(chart, overlay, { git }) {
  let objects = chart.files.map(({ object }) => object), blobs = await git.blobs(objects, HELM_LIMITS.fileBytes);
  return chart.files.flatMap(({ path, object }) => {
    let edited = overlay.get(posix2.join(chart.path, path)), content = edited === void 0 ? blobs.get(object) : Buffer.from(edited);
    return content ? [{ path, content }] : [];
  });
}
function publishedLock({ lock, path }, { tree }, overlay) {
  let text = lock && tree.entry(lock.file) === void 0 ? overlay.get(lock.file) : void 0;
  return lock && text !== void 0 ? [{ path: posix2.relative(path, lock.file), content: Buffer.from(text) }] : [];
}
function lost(path) {
  return new ReleaseError("BUG_UNEXPECTED", `${path} was to be compared, and was not read.`);
}

// src/pipeline/handover/differences.ts
async function compareWithGit(archive, request, context) {
  let { root, files } = unpack(archive), { files: inGit, resolved } = await expectedFiles(request, context), expected = unfolded(inGit), packaged = new Map(files.map(({ path, content }) => [path, content])), name = request.sources.charts.get(request.path)?.manifest.name, paths = /* @__PURE__ */ new Set([...expected.keys(), ...packaged.keys()]);
  return { differences: [
    ...root === name ? [] : [`its folder is ${JSON.stringify(root)}`],
    ...[...paths].flatMap((path) => {
      let [wanted, inPackage] = [expected.get(path), packaged.get(path)];
      return wanted === void 0 ? [`${JSON.stringify(path)} is in the package alone`] : inPackage === void 0 ? [`${JSON.stringify(path)} is not in the package`] : saysTheSame(path, wanted, inPackage, digestOf) ? [] : [`${JSON.stringify(path)} differs`];
    })
  ], resolved };
}

// src/pipeline/handover/packages.ts
var MAX_SHOWN = 5;
async function takePackage({ folder, handover, files }, request, context) {
  let failure = handover.failed.get(request.path);
  if (failure) throw failure;
  let manifest = request.sources.charts.get(request.path)?.manifest;
  if (!manifest) throw request.sources.problems.get(request.path) ?? notHandedOver(`a package of ${request.path}`);
  let named = handover.packages.find((one) => isSame(one, manifest));
  if (!named) throw notHandedOver(`a package of ${manifest.name} ${manifest.version}`);
  let archive = await readPackage(files, folder, named), { differences, resolved } = await compareWithGit(archive, request, context).catch((error) => {
    throw unreadable(named, asReleaseError(error));
  });
  if (differences.length > 0) throw differing(named, differences, manifest.file);
  return { archive, resolved };
}
function isSame(one, other) {
  return one.name === other.name && one.version === other.version;
}
async function readPackage(files, folder, named) {
  let file = archiveName(named), archive = await files.shared.read(`${folder}/${file}`, named.bytes).catch((error) => {
    throw invalid(`${file} can't be read: ${asReleaseError(error).message}`, error);
  });
  if (archive === void 0) throw invalid(`${file} is not there.`);
  let digest = digestOf(archive);
  if (digest !== named.digest) throw invalid(`${file} is ${digest}, and ${named.digest} was handed over.`);
  return archive;
}
function invalid(what, cause) {
  return new ReleaseError("HANDOVER_INVALID", `What the build job handed over was changed, or is not whole: ${what}`, {
    hint: "Nothing of it was released. Find out what writes to the artifacts of this run, then run the whole workflow again.",
    cause
  });
}
function unreadable({ name, version }, cause) {
  if (!cause.code.startsWith("ARCHIVE_")) return cause;
  let message = `The package of ${name} ${version} that the build job handed over can't be read: ${cause.message}`;
  return new ReleaseError("HANDOVER_DIFFERS", message, { cause });
}
function differing({ name, version }, differences, file) {
  let more = differences.length - MAX_SHOWN, shown = `${differences.slice(0, MAX_SHOWN).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
  return new ReleaseError(
    "HANDOVER_DIFFERS",
    `The package of ${name} ${version} is not what git and its locked dependencies give: ${shown}.`,
    {
      hint: "Nothing of it was released. Filters other than Git LFS change files in a way that can\u2019t be checked here: use the action as a step of your own workflow for such a repository.",
      at: { file }
    }
  );
}

// src/pipeline/handover/open-handover.ts
var MAX_BYTES = 64 * 1024 * 1024;
async function openHandover(files, expected) {
  let { folder, digest, run, head } = expected, bytes = await files.shared.read(`${folder}/${HANDOVER_FILE}`, MAX_BYTES).catch((error) => {
    throw invalid(`${HANDOVER_FILE} can't be read: ${asReleaseError(error).message}`, error);
  });
  if (bytes === void 0) throw invalid(`${HANDOVER_FILE} is not there.`);
  let found = digestOf(bytes);
  if (found !== digest) throw invalid(`${HANDOVER_FILE} is ${found}, and the build job said ${digest}.`);
  let { readHandoverJson } = await import("./format-ZRHA6T32.js"), handover = readHandoverJson(bytes);
  if (!isSameRun(handover.run, run)) throw invalid(`it is of another run (${handover.run.runId.slice(0, 40)}).`);
  if (handover.head !== head) throw invalid(`it is of ${handover.head}, and ${head} is checked out.`);
  await requireNothingElse(files, folder, handover);
  for (let named of handover.packages) await readPackage(files, folder, named);
  return handover;
}
async function requireNothingElse(files, folder, { packages }) {
  let known = /* @__PURE__ */ new Set([HANDOVER_FILE, ...packages.map(archiveName)]), other = (await files.shared.names(folder))?.find((name) => !known.has(name));
  if (other !== void 0) throw invalid(`${JSON.stringify(other.slice(0, 100))} belongs to no chart.`);
}

// src/pipeline/handover/release-part.ts
async function openReleasePart(files, named) {
  let handover = await openHandover(files, named), { folder } = named;
  return {
    relay: replayingRelay(handover),
    helm: absentHelm(handover.helm),
    take: (request, context) => takePackage({ folder, handover, files }, request, context)
  };
}
export {
  openReleasePart
};
