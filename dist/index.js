import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  isOurs,
  publicLogProblem
} from "./chunk-K7XZKTXZ.js";
import {
  FILE_SCHEME,
  HANDOVER_FILE,
  allowing,
  archiveName,
  archivePath,
  checkExternal,
  checkInStep,
  dependencyFolder,
  externalDependencies,
  fetchExternal,
  findLocal,
  fromWherePublished,
  isByFolder,
  isVendoredAt,
  lockedExternal,
  readVendored,
  recordingRelay,
  resolvedChart,
  versionKey,
  withoutLogin
} from "./chunk-2RKDVSWD.js";
import {
  createOutageRetry
} from "./chunk-7KM3CHWO.js";
import {
  MAX_CHART_TESTING_BYTES,
  MAX_FILE_BYTES,
  asText,
  chartMissing,
  chartNames,
  checkoutPathIn,
  code,
  createFiles,
  createHttp,
  createJournal,
  createSteps,
  createThrottle,
  decoded,
  digestDiffers,
  entryFor,
  fenced,
  fetchFromRegistry,
  folded,
  foldedNotes,
  gitTokenIn,
  guardClock,
  guardGitHub,
  guardHttp,
  inRepository,
  indexMissing,
  inputsIn,
  instanceProblem,
  isMissing,
  isOrdinary,
  isSameAddress,
  isTransient,
  knownRepositories,
  mayCome,
  modeIn,
  notesMarkdown,
  openRepository,
  openStep,
  ordinarySecretsIn,
  placeIn,
  plainEntry,
  plannedReason,
  problemText,
  prose,
  readPackagedChart,
  readRunnerFacts,
  readSettings,
  reasonOf as reasonOf2,
  redacted,
  redactedForPublication,
  refusedEvent,
  require_picomatch,
  rowsWithin,
  sameAs,
  sameCauses,
  secretsInFile,
  secretsOfAddresses,
  secretsOfLogin,
  setAlarm,
  settingFiles,
  sharedConfigIn,
  sharedProblems,
  stoppedCharts,
  stoppedInPlan,
  systemClock,
  table,
  unreadable,
  untilThere,
  verifyChart
} from "./chunk-VTIW2LKQ.js";
import "./chunk-A3N6FXHY.js";
import {
  codeOf,
  reasonOf
} from "./chunk-PM7AIXVP.js";
import "./chunk-VSGV5YVZ.js";
import {
  CI_VALUES,
  POSTPONE_LABEL,
  allowsBump,
  asPreRelease,
  byLevel,
  chartFindings,
  chartSide,
  commitFindings,
  conflictingRef,
  createOwnWrites,
  createTreePaths,
  decideBump,
  everyTarget,
  findingWords,
  findingsThatCount,
  fixedLevelOf,
  frozenAppVersion,
  hasIndex,
  isByHand,
  isMergedRef,
  isObject,
  isPreRelease,
  isReplaceable,
  judgesVersions,
  levelBetween,
  member,
  nameConflict,
  needsOf,
  nextVersion,
  openRegistry,
  openTarget,
  openTargets,
  packagedSide,
  refProblem,
  secretInputs,
  signsAnything,
  tagOf,
  tagParts,
  valueAt,
  versionIn,
  versionsOnLine
} from "./chunk-DZCLROTW.js";
import {
  createMemo,
  memoizeAsync,
  shared,
  withoutRepeats
} from "./chunk-47K4XV7L.js";
import {
  PROVENANCE
} from "./chunk-HSSNJAKW.js";
import {
  MAX_ARCHIVE_BYTES
} from "./chunk-2DGW74FY.js";
import "./chunk-Q7YQF67J.js";
import {
  HELM_LIMITS,
  compareArchives,
  readArchive,
  unpack,
  writeArchive
} from "./chunk-IYDCWTIU.js";
import {
  isLoopback
} from "./chunk-4FXPF6RZ.js";
import {
  BUNDLE_ENDINGS,
  archiveNames,
  shortDigest
} from "./chunk-NDMRHR7U.js";
import {
  retryAfterMs,
  serverTime
} from "./chunk-7MH6OKBE.js";
import {
  backoffMs
} from "./chunk-KJ6KRM6E.js";
import {
  rank
} from "./chunk-IDFJ6PYE.js";
import {
  isSchemaFile,
  readSchema
} from "./chunk-OJXCXGHU.js";
import {
  allOf,
  createLimiter,
  mapConcurrent
} from "./chunk-RXXX6YZL.js";
import {
  checkLock,
  isDigestRight,
  lockDigest,
  lockEntriesFor
} from "./chunk-FNR6XVY7.js";
import {
  aliasIn,
  holds,
  hyphenRange,
  isConstraint,
  parseGroup,
  satisfies
} from "./chunk-SDCPNQLT.js";
import {
  digestOf,
  failure,
  fieldsOf,
  follow,
  goJson,
  goScalar,
  hasOddCharacter,
  isNull,
  parseYaml,
  pick,
  readChartYaml,
  readExternalChartYaml,
  readLock,
  readRequirements,
  retypedIn,
  sanitise,
  spanOf,
  stampOf
} from "./chunk-HUB4QXZH.js";
import {
  compareHelmVersions,
  compareVersions,
  nameProblem,
  parsePublished,
  parseVersion,
  readHelmVersion,
  versionNotice
} from "./chunk-KPEBNB2V.js";
import {
  require_dist
} from "./chunk-A6FBNAVA.js";
import {
  require_semver
} from "./chunk-DW3HCCUW.js";
import {
  OUR_SUBJECT,
  OUR_TRAILER,
  shortCommit
} from "./chunk-SX6PF4TN.js";
import {
  ReleaseError,
  ReleaseErrors,
  asReleaseError,
  diskFull,
  placeText,
  problemsIn,
  saysDiskFull
} from "./chunk-72EAIUZW.js";
import {
  countText,
  cut,
  durationText,
  escapePattern,
  showInvisible,
  someOf,
  timeText,
  unified
} from "./chunk-GQNI6KFR.js";
import {
  __toESM
} from "./chunk-RXEKE72Z.js";

// src/model/report.ts
function hasFailed(report2) {
  return report2.problems.length > 0 || report2.charts.some((chart) => chart.result === "failed");
}

// src/pipeline/checkout/checkout-folder.ts
import { posix } from "node:path";
var MAX_DEPTH = 3, MAX_FOLDERS = 2e3, MAX_NAMED = 5, ORDINARY = /^(?!\.git$)[\p{L}\p{N}._@+-]+$/u;
async function checkoutFolder(place2) {
  let { files, workspace, path } = place2, root = await files.realPath(workspace) ?? workspace, folder = path === void 0 ? root : await folderBelow(place2, root, path), inside2 = posix.relative(root, folder), opened = { folder: inside2 === "" ? workspace : folder, inside: inside2 };
  if (await isCheckout(files, folder)) return opened;
  let found = await checkoutsBelow(files, root);
  if (path !== void 0) {
    let isChart = await files.kind(posix.join(folder, "Chart.yaml")).catch(() => {
    }) !== void 0;
    throw noCheckoutAt({ path, inside: inside2, isChart }, enclosing(inside2, found), found);
  }
  if (found.length === 0) return opened;
  throw new ReleaseError("GIT_NOT_A_REPOSITORY", `The workspace is no git checkout, but ${named(found)} one.`, {
    hint: pathHint(found)
  });
}
async function withOtherCheckouts(thrown, { files, workspace, path }) {
  if (!(thrown instanceof ReleaseError) || thrown.code !== "CHARTS_NONE" || path !== void 0) return thrown;
  let found = (await checkoutsBelow(files, workspace)).filter((folder) => folder !== "");
  if (found.length === 0) return thrown;
  let hint3 = `${thrown.hint ?? ""} If they are in another checkout of the job, name its folder (${someOf(found, MAX_NAMED)}):
path: ${found[0]}`;
  return new ReleaseError(thrown.code, thrown.message, { hint: hint3, at: thrown.at, cause: thrown });
}
async function folderBelow({ files, workspace }, root, path) {
  let real = await files.realPath(posix.resolve(workspace, path)).catch(() => {
  });
  if (real === void 0 || await files.kind(real) !== "folder") {
    let found = await checkoutsBelow(files, root), there = found.length === 0 ? "" : `, but ${named(found)} a checkout`;
    throw refused(`\`path\` names ${shown(path)}, and the workspace has no such folder${there}.`, found);
  }
  let inside2 = posix.relative(root, real), leaves = inside2 === ".." || inside2.startsWith("../") || posix.isAbsolute(inside2);
  if (inside2.split("/").includes(".git")) throw refused(`\`path\` names ${shown(path)}, which belongs to git.`, []);
  if (leaves) throw refused(`\`path\` names ${shown(path)}, which leads out of the workspace.`, []);
  return real;
}
function noCheckoutAt({ path, inside: inside2, isChart }, outer, found) {
  if (outer === void 0) {
    let there = found.length === 0 ? "" : `, but ${named(found)} a checkout`, text2 = `\`path\` names ${shown(path)}, and nothing is checked out there${there}.`;
    return new ReleaseError("GIT_NOT_A_REPOSITORY", text2, { hint: pathHint(found) });
  }
  let what = outer === "" ? "the checkout at the workspace itself" : `the checkout at ${shown(outer)}`, lines2 = [
    ...outer === "" ? [] : [`path: ${outer}`],
    `charts: ${posix.relative(outer, inside2)}${isChart ? "" : "/*"}`
  ];
  return new ReleaseError("GIT_NOT_A_REPOSITORY", `\`path\` names ${shown(path)}, which is a folder of ${what}.`, {
    hint: `\`path\` is for the \`path\` of actions/checkout. For the folders with charts, write instead of it:
${lines2.join(`
`)}`
  });
}
function enclosing(folder, found) {
  return found.filter((one2) => one2 === "" || folder.startsWith(`${one2}/`)).toSorted((a, b) => b.length - a.length)[0];
}
function pathHint(found) {
  if (found.length === 0) return "Put `- uses: actions/checkout@v5` before this step.";
  let [first = "", ...others] = found.map((folder) => `path: ${folder === "" ? "." : folder}`);
  return `Give this step the \`path\` that actions/checkout has${others.length === 0 ? "" : ` (or ${someOf(others, MAX_NAMED)})`}:
${first}`;
}
function refused(text2, found) {
  let hint3 = found.length === 0 ? "Write the `path` that actions/checkout has, as in `path: charts-repo`." : pathHint(found);
  return new ReleaseError("WORKSPACE_PATH_REFUSED", text2, { hint: hint3 });
}
function named(found) {
  let names2 = found.map((folder) => folder === "" ? "the workspace itself" : shown(folder));
  return `${someOf(names2, MAX_NAMED)} ${found.length === 1 ? "is" : "are each"}`;
}
function shown(path) {
  return cut(showInvisible(path), 100);
}
async function isCheckout(files, folder) {
  let kind = await files.kind(posix.join(folder, ".git")).catch(() => {
  });
  return kind === "folder" || kind === "file";
}
async function checkoutsBelow(files, root) {
  let found = [], level = [""], left = MAX_FOLDERS;
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth += 1) {
    let next2 = [];
    for (let folder of level.slice(0, left))
      left -= 1, await isCheckout(files, posix.join(root, folder)) && found.push(folder), next2.push(...await foldersIn(files, root, folder));
    level = next2;
  }
  return found.toSorted();
}
async function foldersIn(files, root, folder) {
  let wanted2 = (await files.names(posix.join(root, folder)).catch(() => {
  }) ?? []).filter((name) => ORDINARY.test(name) && name !== "node_modules").slice(0, MAX_FOLDERS), kinds = await Promise.all(
    wanted2.map((name) => files.kind(posix.join(root, folder, name)).catch(() => {
    }))
  );
  return wanted2.filter((_, index) => kinds[index] === "folder").map((name) => posix.join(folder, name));
}

// src/pipeline/checkout/settled-files.ts
import { posix as posix2 } from "node:path";
function filesFor(files, checkout, { workspace, runnerTemp, folder = workspace }) {
  if (checkout.shownOn !== void 0) return files;
  let insideOf = async (path) => {
    let whole2 = posix2.resolve(workspace, path);
    if (below(runnerTemp, whole2) !== void 0) return;
    let [root, real] = await Promise.all([folder, whole2].map((one2) => files.shared.realPath(one2)));
    return below(folder, whole2) ?? (root && real ? below(root, real) : void 0);
  };
  return { ...files, readIfPresent: async (path, maxBytes2 = DEFAULT_MAX_BYTES) => {
    let inside2 = await insideOf(path);
    return inside2 === void 0 ? files.readIfPresent(path, maxBytes2) : checkout.read(inside2, maxBytes2);
  } };
}
var DEFAULT_MAX_BYTES = 16 * 1024 * 1024;
function below(folder, path) {
  let inside2 = posix2.relative(folder, path);
  return inside2 === "" || inside2 === ".." || inside2.startsWith("../") || posix2.isAbsolute(inside2) ? void 0 : inside2;
}
async function settledRemarks(paths, { checkout, workspace, facts }, maxBytes2) {
  return (await Promise.all(
    [...new Set(paths)].map(async (file) => {
      let there = await workspace.read(file, maxBytes2).catch(() => new Uint8Array()), atHead = await checkout.readAtHead(file, maxBytes2).catch(() => new Uint8Array()), counts = await checkout.read(file, maxBytes2);
      return textOf(there ?? atHead) === textOf(counts) ? [] : [{ text: textFor(file, checkout, facts), at: { file } }];
    })
  )).flat();
}
function textFor(file, { head, settled: settled2, shownOn: shownOn2 }, { ref }) {
  let [here, base] = [head, settled2].map((commit) => shortCommit(commit));
  return shownOn2 !== void 0 ? `${file} in the work tree is not as commit ${here} has it, and does not count: settings are read from the commit. Commit the file to change them.` : `${file} of this checkout does not count: ${untrustedReason({ head }, { ref })} The settings of commit ${base} apply, until the change is merged.`;
}
function untrustedReason({ head }, { ref }) {
  return `origin does not show ${shortCommit(head)} on a branch or tag of this run (${ref}) or on the default branch.`;
}
function textOf(bytes) {
  return bytes && Buffer.from(bytes).toString().replaceAll(`\r
`, `
`);
}

// src/pipeline/handover/open-relay.ts
async function openRelay({ platform, facts, settings, head }) {
  let { part, handover: folder, handoverDigest: digest } = settings;
  if (part === void 0) return {};
  if (part === "build")
    return { relay: recordingRelay(new Date(Math.floor(platform.clock.now().getTime() / 1e3) * 1e3)) };
  if (folder === void 0 || digest === void 0) throw new ReleaseError("BUG_UNEXPECTED", "No handover is named.");
  let { openReleasePart } = await import("./release-part-FB4XAM7W.js");
  return openReleasePart(platform.files, { folder, digest, run: facts, head });
}

// src/chart/source/read-sources.ts
import { posix as posix8 } from "node:path";

// src/chart/source/fingerprint.ts
var RELEASE_ANNOTATIONS = /* @__PURE__ */ new Set([
  "artifacthub.io/changes",
  "artifacthub.io/containsSecurityUpdates",
  "artifacthub.io/prerelease"
]), CANONICAL_FILES = /* @__PURE__ */ new Set(["Chart.yaml", "Chart.lock", "requirements.lock"]);
function fingerprint(manifest, files, lock, local) {
  let lines2 = [
    "release-charts fingerprint 1",
    `chart ${goJson(canonical(manifest.metadata))}`,
    ...files.filter(({ path }) => !CANONICAL_FILES.has(path)).map(({ path, object }) => `file ${object} ${goJson(path)}`),
    ...(lock?.entries ?? []).map((entry) => `lock ${goJson([entry.name, entry.version, entry.repository])}`),
    ...local.map((part) => `local ${goJson([part.name, part.version, part.fingerprint])}`)
  ];
  return digestOf(lines2.join(`
`));
}
function canonical(metadata) {
  let { version, appVersion, annotations, ...rest } = metadata, kept3 = Object.entries(isObject(annotations) ? annotations : {}).filter(([key]) => !RELEASE_ANNOTATIONS.has(key)).sort(([a], [b]) => a < b ? -1 : 1);
  return kept3.length === 0 ? rest : { ...rest, annotations: Object.fromEntries(kept3) };
}

// src/chart/source/graph.ts
function levelsOf(charts, paths) {
  let depths = /* @__PURE__ */ new Map(), depthOf = (path) => {
    let known3 = depths.get(path);
    if (known3 !== void 0) return known3;
    let below3 = (charts.get(path)?.local ?? []).map((local) => depthOf(local.path) + 1), depth = Math.max(0, ...below3);
    return depths.set(path, depth), depth;
  };
  for (let path of paths) depthOf(path);
  let levels = [];
  for (let [path, depth] of [...depths].sort(([a], [b]) => a < b ? -1 : 1)) {
    let chart = charts.get(path);
    chart && (levels[depth] ??= [], levels[depth].push(chart));
  }
  return Array.from(levels, (level) => level ?? []);
}
function dependentsOf(charts, paths) {
  let reached = new Set(paths), start = new Set(reached);
  for (let grew = !0; grew; ) {
    grew = !1;
    for (let chart of charts.values())
      reached.has(chart.path) || !chart.local.some((local) => reached.has(local.path)) || (reached.add(chart.path), grew = !0);
  }
  return new Set([...reached].filter((path) => !start.has(path)));
}
function causesFor(charts, path, paths) {
  let below3 = new Set((charts.get(path)?.local ?? []).map((local) => local.path));
  return [...new Set([...below3].flatMap((one2) => paths.has(one2) ? [one2] : causesFor(charts, one2, paths)))];
}
function cycleThrough(paths, file) {
  return new ReleaseError("DEPENDENCY_CYCLE", `These charts depend on each other in a circle: ${paths.join(" -> ")}.`, {
    hint: "Take one of these dependencies out.",
    at: { file }
  });
}

// src/chart/source/left-out.ts
import { posix as posix3 } from "node:path";
var PARTS = ["values.yaml", "values.schema.json", "requirements.yaml", "templates", "crds"];
function leftOutOf(tree, draft, files) {
  let { path: folder, ignoredBy } = draft, kept3 = new Set(files.flatMap(({ path }) => [path, path.split("/")[0] ?? ""])), subcharts = new Set(files.flatMap(({ path }) => /^charts\/[^/]+(?=\/)/.exec(path)?.[0] ?? []));
  for (let chart of ["", ...subcharts]) {
    let file = posix3.join(chart, "Chart.yaml"), rule = kept3.has(file) || !tree.entry(posix3.join(folder, file)) ? void 0 : ignoredBy(file, !1);
    if (rule) throw noChart(folder, file, rule);
  }
  return refuseWithoutDependencies(draft, files), PARTS.flatMap((path) => {
    let whole2 = posix3.join(folder, path), isThere2 = tree.entry(whole2) !== void 0 || tree.isFolder(whole2);
    if (kept3.has(path) || !isThere2) return [];
    let rule = ignoredBy(path, tree.isFolder(whole2)) ?? ruleOfFirst(tree, draft, path);
    return rule ? [{ path, ...rule }] : [];
  });
}
function ruleOfFirst(tree, { path, ignoredBy }, folder) {
  let [first] = tree.below(posix3.join(path, folder)), rule = first && ignoredBy(posix3.relative(path, first.path), !1);
  return rule?.line === void 0 ? void 0 : rule;
}
function refuseWithoutDependencies({ path, dependencies: dependencies2, ignoredBy }, files) {
  let [first] = dependencies2;
  if (!first || files.some((file) => file.path.startsWith("charts/"))) return;
  let place2 = archivePath({ name: first.name, version: "1.0.0" }), rule = ignoredBy(place2, !1);
  if (rule) throw ignoreRefused(path, rule, `leaves out ${place2} and the like`, "Helm does not find the dependencies");
}
function noChart(folder, file, rule) {
  return ignoreRefused(folder, rule, `leaves out ${file}`, "Helm finds no chart");
}
function ignoreRefused(folder, { text: text2, line }, what, so) {
  let ignoreFile = posix3.join(folder, ".helmignore");
  return new ReleaseError("IGNORE_INVALID", `${ignoreFile} ${what} by the rule \`${text2}\`, so ${so}.`, {
    hint: "Narrow the rule: without a slash it counts at every depth, and a rule with `!` leaves out all else.",
    at: { file: ignoreFile, ...line !== void 0 && { line } }
  });
}
function leftOutNotices({ path, manifest, leftOut = [] }) {
  return leftOut.map(
    ({ path: part, text: text2, line }) => `${posix3.join(path, ".helmignore")}${line === void 0 ? "" : `:${line}`} leaves ${part} out of the package of ${manifest.name} by the rule \`${text2}\`, as Helm does.`
  );
}

// src/chart/source/read-chart.ts
import { posix as posix6 } from "node:path";

// src/chart/source/helmignore.ts
import { posix as posix4 } from "node:path";

// src/chart/source/go-match.ts
function goMatch(pattern) {
  let chunks = [...splitChunks([...pattern])].map(({ star, text: text2 }) => ({ star, items: readItems(text2) }));
  return (name) => matchChunks(chunks, [...name]);
}
function matchChunks(chunks, name) {
  let at = 0;
  for (let [index, { star, items }] of chunks.entries()) {
    if (items === void 0) return "bad pattern";
    if (star && items.length === 0) return !name.includes("/", at);
    let isLast = index === chunks.length - 1, fits2 = (start2) => {
      let end = matchItems(items, name, start2);
      return end !== void 0 && (!isLast || end === name.length);
    }, start = at;
    for (; !fits2(start); ) {
      if (!star || start >= name.length || name[start] === "/") return !1;
      start += 1;
    }
    at = start + items.length;
  }
  return at === name.length;
}
function matchItems(items, name, start) {
  let end = start + items.length;
  if (!(end > name.length))
    return items.every((item, index) => matchItem(item, name[start + index] ?? "")) ? end : void 0;
}
function matchItem(item, character) {
  if (item.kind === "literal") return item.character === character;
  if (item.kind === "any") return character !== "/";
  let code2 = codeOf2(character);
  return item.ranges.some(([low, high]) => codeOf2(low) <= code2 && code2 <= codeOf2(high)) !== item.negated;
}
function codeOf2(character) {
  return character.codePointAt(0) ?? 0;
}
function* splitChunks(pattern) {
  let at = 0;
  for (; at < pattern.length; ) {
    let star = pattern[at] === "*";
    for (; pattern[at] === "*"; ) at += 1;
    let start = at;
    for (let inClass = !1; at < pattern.length && (inClass || pattern[at] !== "*"); at += 1)
      pattern[at] === "\\" && at + 1 < pattern.length ? at += 1 : pattern[at] === "[" ? inClass = !0 : pattern[at] === "]" && (inClass = !1);
    yield { star, text: pattern.slice(start, at) };
  }
}
function readItems(text2) {
  let items = [];
  for (let at = 0; at < text2.length; ) {
    let character = text2[at] ?? "";
    if (character === "[") {
      let read3 = readClass(text2, at + 1);
      if (!read3) return;
      items.push(read3.item), at = read3.next;
      continue;
    }
    let literal = character === "\\" ? text2[at + 1] : character;
    if (literal === void 0) return;
    items.push(character === "?" ? { kind: "any" } : { kind: "literal", character: literal }), at += character === "\\" ? 2 : 1;
  }
  return items;
}
function readClass(text2, start) {
  let negated = text2[start] === "^", ranges = [], at = negated ? start + 1 : start;
  for (; ranges.length === 0 || text2[at] !== "]"; ) {
    let low = readBound(text2, at);
    if (!low) return;
    let high = text2[low.next] === "-" ? readBound(text2, low.next + 1) : low;
    if (!high) return;
    ranges.push([low.character, high.character]), at = high.next;
  }
  return { item: { kind: "class", negated, ranges }, next: at + 1 };
}
function readBound(text2, at) {
  if (text2[at] === "-" || text2[at] === "]") return;
  let place2 = text2[at] === "\\" ? at + 1 : at, character = text2[place2];
  return character === void 0 || place2 + 1 >= text2.length ? void 0 : { character, next: place2 + 1 };
}

// src/chart/source/helmignore.ts
var MAX_TEXT_LENGTH = 1024 * 1024, MAX_LINE_BYTES = 64 * 1024, MAX_RULES = 1e4, DEFAULT_RULE = "templates/.?*";
function readHelmIgnore(text2, file) {
  let rules = [...readRules(text2, file), readRule(DEFAULT_RULE)], folders = /* @__PURE__ */ new Map([[".", !1]]), isFolderIgnored = (path) => {
    let known3 = folders.get(path);
    if (known3 !== void 0) return known3;
    let ignored = isFolderIgnored(posix4.dirname(path)) || isIgnored(rules, path, !0);
    return folders.set(path, ignored), ignored;
  };
  return (path, isFolder) => isFolder ? isFolderIgnored(path) : isFolderIgnored(posix4.dirname(path)) || isIgnored(rules, path, !1);
}
function ignoringRule(text2, file, path, isFolder) {
  let rules = [...readRules(text2, file), readRule(DEFAULT_RULE)], parts = path.split("/");
  for (let [index] of parts.entries()) {
    let inside2 = index < parts.length - 1, rule = ruleFor(rules, parts.slice(0, index + 1).join("/"), inside2 || isFolder);
    if (rule) return rule;
  }
}
function ruleFor(rules, path, isFolder) {
  return rules.find(({ negated, foldersOnly, wholePath, match }) => ((!foldersOnly || isFolder) && match(wholePath ? path : posix4.basename(path)) === !0) !== negated);
}
function isIgnored(rules, path, isFolder) {
  return ruleFor(rules, path, isFolder) !== void 0;
}
function readRules(text2, file) {
  let invalid2 = (line, what, hint3) => new ReleaseError("IGNORE_INVALID", `${file} ${what}`, { at: { file, line }, hint: hint3 });
  if (text2.length > MAX_TEXT_LENGTH) throw invalid2(1, `is longer than ${MAX_TEXT_LENGTH} characters`);
  let rules = text2.replace(/^\ufeff/, "").split(`
`).flatMap((line, index) => {
    if (Buffer.byteLength(line) >= MAX_LINE_BYTES) throw invalid2(index + 1, "has a line that is too long for Helm");
    let rule = line.replace(new RegExp("^\\p{White_Space}+|\\p{White_Space}+$", "gu"), "");
    if (rule === "" || rule.startsWith("#")) return [];
    if (rule.includes("**"))
      throw invalid2(index + 1, `has the rule ${rule}, but Helm knows no **`, "Name the folder (`docs/`) or the file name (`*.md`): both count at every depth.");
    if (goMatch(rule)("abc") === "bad pattern") throw invalid2(index + 1, `has the rule ${rule}, which is not a pattern`);
    return [{ ...readRule(rule), line: index + 1 }];
  });
  if (rules.length > MAX_RULES) throw invalid2(1, `has more than ${MAX_RULES} rules`);
  return rules;
}
function readRule(text2) {
  let negated = text2.startsWith("!"), rule = negated ? text2.slice(1) : text2, foldersOnly = rule.endsWith("/"), pattern = foldersOnly ? rule.slice(0, -1) : rule, rooted = pattern.startsWith("/"), match = goMatch(rooted ? pattern.slice(1) : pattern);
  return { text: text2, negated, foldersOnly, wholePath: pattern.includes("/"), match };
}

// src/chart/source/stand-in.ts
import { posix as posix5 } from "node:path";
var MAX_STAND_IN_BYTES = 1024, LFS = {
  what: "only a Git LFS pointer",
  code: "CHART_LFS_POINTER",
  hint: "Give the checkout step `with: { lfs: true }` (in a job container, install git-lfs first). If `git check-attr filter` does not say `lfs` for the file, its line in .gitattributes is missing: `git lfs track` writes it."
};
function byTool(tool, what) {
  let hint3 = `Let the job run ${tool} before this step, and configure its filter in the clone; or commit the content itself.`;
  return { what, code: "CHART_STAND_IN", hint: hint3 };
}
var FORMATS = [
  [/^version https?:\/\/(?:git-lfs\.github\.com\/spec|hawser\.github\.com\/spec|git-media\.io\/v)\//, LFS],
  [/^\/annex\/objects\/[^\n]+\n?$/, byTool("git-annex", "only a git-annex pointer")],
  [/^#\$# git-fat [0-9a-f]{40} +\d+\s*$/, byTool("git-fat", "only a git-fat pointer")],
  [/^\0GITCRYPT\0/, byTool("git-crypt", "encrypted by git-crypt")]
];
function standInFor(content) {
  let text2 = Buffer.from(content.subarray(0, MAX_STAND_IN_BYTES)).toString("latin1");
  return FORMATS.find(([pattern]) => pattern.test(text2))?.[1];
}
function standInRefused(file, { what, code: code2, hint: hint3 }) {
  return new ReleaseError(code2, `${file} is ${what} in this clone.`, { hint: hint3, at: { file } });
}
function linkTextIn(content, { from }, tree) {
  let text2 = Buffer.from(content).toString();
  if (text2 === "" || /[\0-\x1f]/.test(text2) || posix5.isAbsolute(text2)) return;
  let target = posix5.join(posix5.dirname(from), text2).replace(/\/$/, "");
  return !(target === "." || `${from}/`.startsWith(`${target}/`)) && (tree.entry(target) || tree.isFolder(target)) ? target : void 0;
}

// src/chart/source/read-chart.ts
var SMALL_FILES = ["Chart.yaml", "Chart.lock", "requirements.yaml", "requirements.lock", ".helmignore"];
function smallFiles(tree, folder) {
  return SMALL_FILES.flatMap((name) => {
    let entry = tree.entry(posix6.join(folder, name));
    if (!entry) return [];
    if (entry.mode.startsWith("100")) return [{ name, entry }];
    let end = name === ".helmignore" ? tree.follow(entry.path) : void 0;
    if (!end) throw isLink(entry.path);
    return "file" in end ? [{ name, entry: end.file }] : [];
  });
}
function draftChart(folder, { files, blobs, overlay }) {
  let textOf5 = (name) => {
    let entry = files.find((file) => file.name === name)?.entry;
    return entry && (overlay.get(entry.path) ?? textIn(entry, blobs));
  }, chartFile = posix6.join(folder, "Chart.yaml"), text2 = textOf5("Chart.yaml");
  if (text2 === void 0)
    throw new ReleaseError("CHART_YAML_MISSING", `${chartFile} does not exist in this commit.`, {
      at: { file: chartFile }
    });
  let manifest = readChartYaml(text2, chartFile), old = manifest.apiVersion === "v1", requirementsFile = posix6.join(folder, "requirements.yaml"), requirements = old ? textOf5("requirements.yaml") : void 0, lockName = old ? "requirements.lock" : "Chart.lock", lock = textOf5(lockName), ignoreFile = posix6.join(folder, ".helmignore"), ignoreText = textOf5(".helmignore") ?? "";
  return {
    path: folder,
    manifest,
    dependencies: requirements === void 0 ? manifest.dependencies : readRequirements(requirements, requirementsFile),
    dependencyFile: requirements === void 0 ? { file: chartFile, text: text2 } : { file: requirementsFile, text: requirements },
    ...lock !== void 0 && { lock: readLock(lock, posix6.join(folder, lockName)) },
    ignored: readHelmIgnore(ignoreText, ignoreFile),
    ignoredBy: (inside2, isFolder) => ignoringRule(ignoreText, ignoreFile, inside2, isFolder),
    local: []
  };
}
var PLAIN_HINT = "Planning reads this file from git itself: commit its content, without a filter in .gitattributes.";
function textIn(entry, blobs) {
  let blob = blobs.get(entry.object), standIn = blob && standInFor(blob);
  if (standIn) throw standInRefused(entry.path, { ...standIn, hint: PLAIN_HINT });
  if (blob) return Buffer.from(blob).toString();
  throw new ReleaseError("CHART_FILE_TOO_LARGE", `${entry.path} is too large to be read, and for Helm.`, {
    hint: "This file is read by Helm itself: make it smaller.",
    at: { file: entry.path }
  });
}
function isLink(file) {
  return new ReleaseError("CHART_LINK", `${file} is a link or a submodule; a release can't change it through that.`, {
    hint: "Put the file itself there.",
    at: { file }
  });
}

// src/chart/source/tree.ts
import { posix as posix7 } from "node:path";
var LINK = "120000", SUBMODULE = "160000", MAX_LINK_BYTES = 4096, MAX_LINK_STEPS = 40, MAX_FILES = 2e4;
async function readTree(git, commit) {
  let entries = await git.tree(commit), byPath3 = new Map(entries.map((entry) => [entry.path, entry])), links2 = entries.filter((entry) => entry.mode === LINK), targets = await git.blobs(
    links2.map((link) => link.object),
    MAX_LINK_BYTES
  ), linkTarget = (entry) => Buffer.from(targets.get(entry.object) ?? []).toString(), folders = indexFolders(entries);
  return {
    commit,
    paths: entries.map((entry) => entry.path),
    entry: (path) => byPath3.get(path),
    isFolder: (path) => folders.has(path),
    below: (folder) => folders.get(folder) ?? [],
    follow: (path, passed = () => {
    }) => follow2(path, { byPath: byPath3, folders, linkTarget, passed })
  };
}
function indexFolders(entries) {
  let folders = /* @__PURE__ */ new Map([[".", []]]);
  for (let entry of entries)
    for (let folder = posix7.dirname(entry.path); ; folder = posix7.dirname(folder)) {
      let files = folders.get(folder);
      if (files ? files.push(entry) : folders.set(folder, [entry]), folder === ".") break;
    }
  return folders;
}
function follow2(path, { byPath: byPath3, folders, linkTarget, passed }) {
  let done = ".", todo = path.split("/");
  for (let steps = 0; todo.length > 0; steps += 1) {
    if (steps > MAX_LINK_STEPS + path.length) throw badLink(path, "its links go round in a circle");
    let [name = "", ...rest] = todo, here = posix7.join(done, name), entry = byPath3.get(here);
    if (entry?.mode === LINK) {
      passed(here);
      let target = linkTarget(entry);
      if (target === "" || target.includes("\0") || posix7.isAbsolute(target))
        throw badLink(path, `it points at ${JSON.stringify(target)}, outside the repository`);
      todo = [...target.split("/"), ...rest];
      continue;
    }
    if (here === ".." || here.startsWith("../")) throw badLink(path, "it points outside the repository");
    if (here === ".git" || here.startsWith(".git/")) throw badLink(path, "it points into .git");
    if (entry?.mode === SUBMODULE) throw badLink(path, `it leads into the submodule ${here}`);
    if (entry && rest.length === 0) return { file: entry };
    if (!folders.has(here)) throw badLink(path, `it leads to ${here}, which this commit does not hold`);
    done = here, todo = rest;
  }
  return { folder: done };
}
function badLink(path, why) {
  return new ReleaseError("CHART_LINK", `${path} can't be packaged: ${why}.`, {
    hint: "A link in a chart may lead only to a file or folder that is committed in this repository.",
    at: { file: path }
  });
}
function filesOf(tree, folder, ignored) {
  let files = [], seenThroughLinks = 0, visit = (from, inside2, depth) => {
    if (depth > MAX_LINK_STEPS) throw badLink(posix7.join(folder, inside2), "its links go round in a circle");
    for (let entry of tree.below(from)) {
      if (depth > 0 && (seenThroughLinks += 1), seenThroughLinks > MAX_FILES) throw tooMany(folder);
      let path = posix7.join(inside2, from === "." ? entry.path : entry.path.slice(from.length + 1));
      if (isLeftOut(path, ignored)) continue;
      if (entry.mode === SUBMODULE) throw submodule(entry.path);
      let end = entry.mode === LINK ? tree.follow(entry.path) : { file: entry };
      if ("folder" in end ? visit(end.folder, path, depth + 1) : files.push({ path, from: end.file.path, object: end.file.object }), files.length > MAX_FILES) throw tooMany(folder);
    }
  };
  return visit(folder, ".", 0), files.sort((a, b) => a.path < b.path ? -1 : 1);
}
function reachedThroughLinks(tree, folder) {
  let reached = /* @__PURE__ */ new Set(), seen = /* @__PURE__ */ new Set(), visit = (from) => {
    if (!seen.has(from)) {
      seen.add(from);
      for (let entry of tree.below(from)) {
        let end = entry.mode === LINK ? endOf(tree, entry.path, reached) : void 0;
        end && reached.add("folder" in end ? end.folder : end.file.path), end && "folder" in end && visit(end.folder);
      }
    }
  };
  return visit(folder), reached;
}
function endOf(tree, path, reached) {
  try {
    return tree.follow(path, (link) => reached.add(link));
  } catch {
    return;
  }
}
function isLeftOut(path, ignored) {
  let parts = path.split("/");
  return parts.some((_, index) => ignored(parts.slice(0, index + 1).join("/"), index < parts.length - 1));
}
function submodule(path) {
  return new ReleaseError("CHART_SUBMODULE", `${path} is a git submodule, whose files are not in this repository.`, {
    hint: `Copy the files into the repository, or name ${path} in the chart's .helmignore.`,
    at: { file: path }
  });
}
function tooMany(folder) {
  return new ReleaseError("CHART_TOO_MANY_FILES", `${folder} holds more than ${MAX_FILES} files.`, {
    hint: "Name what does not belong into the package in .helmignore.",
    at: { file: posix7.join(folder, ".helmignore") }
  });
}

// src/chart/source/read-sources.ts
async function readSources(git, commit, folders, { ownRepositories = [], overlay = /* @__PURE__ */ new Map() } = {}) {
  let tree = await readTree(git, commit), asked2 = typeof folders == "function" ? folders(tree) : folders, reading = { git, tree, ownRepositories, overlay, drafts: /* @__PURE__ */ new Map(), problems: /* @__PURE__ */ new Map() };
  await readDrafts(reading, asked2);
  let charts = /* @__PURE__ */ new Map();
  for (let path of reading.drafts.keys()) finish(path, { ...reading, charts });
  return { tree, charts, problems: reading.problems };
}
async function readDrafts(reading, asked2) {
  let { git, tree, drafts, problems } = reading;
  for (let wave = [...asked2]; wave.length > 0; ) {
    let found = /* @__PURE__ */ new Map();
    for (let folder of wave) attempt(problems, folder, () => found.set(folder, smallFiles(tree, folder)));
    let blobs = await git.blobs([...found.values()].flatMap((files) => files.map(({ entry }) => entry.object)));
    for (let [folder, files] of found)
      attempt(
        problems,
        folder,
        () => drafts.set(folder, draftChart(folder, { files, blobs, overlay: reading.overlay }))
      );
    let linked2 = reading.ownRepositories.length > 0 ? [...drafts.values()] : wave.flatMap((folder) => drafts.get(folder) ?? []);
    for (let draft of linked2)
      attempt(problems, draft.path, () => {
        draft.local = findLocal(tree, draft, drafts, reading.ownRepositories);
      });
    wave = [...new Set(linked2.flatMap((draft) => draft.local.map((local) => local.path)))].filter((path) => !drafts.has(path) && !problems.has(path));
  }
}
function finish(path, work, above2 = []) {
  let done = work.charts.get(path);
  if (done) return done;
  let draft = work.drafts.get(path);
  if (!(!draft || work.problems.has(path)))
    return attempt(work.problems, path, () => {
      if (above2.includes(path)) throw refuseCircle(above2.slice(above2.indexOf(path)), work);
      let sound = [], local = draft.local.flatMap((one2) => {
        let { dependency, path: from } = one2, chart2 = finish(from, work, [...above2, path]);
        if (!chart2 && !isByFolder(one2)) return [];
        if (!chart2) throw brokenDependency(draft, dependency.name, dependency.line, work.problems.get(from));
        return sound.push(one2), isByFolder(one2) ? [{ name: chart2.manifest.name, version: chart2.manifest.version, fingerprint: chart2.fingerprint }] : [];
      });
      if (work.problems.has(path)) return;
      let files = packagedFrom(work, draft), leftOut = leftOutOf(work.tree, draft, files), { local: _local, ignored: _, ignoredBy: __, ...chart } = draft, source = {
        ...chart,
        ...leftOut.length > 0 && { leftOut },
        local: sound,
        files,
        fingerprint: fingerprint(draft.manifest, files, draft.lock, local)
      };
      return work.charts.set(path, source), source;
    });
}
function packagedFrom({ tree, charts }, { path, ignored, local }) {
  let whole2 = filesOf(tree, path, ignored), replaced2 = [...new Map(
    local.flatMap((one2) => {
      let inside2 = posix8.relative(path, one2.path), chart = charts.get(one2.path);
      return chart && !ignored(archivePath(chart.manifest), !1) && SUBCHART.test(inside2) ? [[`${inside2}/`, pathsIn(chart, charts)]] : [];
    })
  )].filter(
    ([folder, paths]) => whole2.every((file) => !file.path.startsWith(folder) || paths.has(file.path.slice(folder.length)))
  );
  return whole2.filter((file) => !replaced2.some(([folder]) => file.path.startsWith(folder)));
}
var SUBCHART = /^charts\/[^/]+$/;
function pathsIn(chart, charts) {
  let below3 = chart.local.flatMap((one2) => {
    let inside2 = posix8.relative(chart.path, one2.path), subchart = charts.get(one2.path);
    return subchart && SUBCHART.test(inside2) ? [...pathsIn(subchart, charts)].map((path) => `${inside2}/${path}`) : [];
  });
  return /* @__PURE__ */ new Set([...chart.files.map(({ path }) => path), ...below3]);
}
function refuseCircle(circle, { drafts, problems }) {
  for (let [index, path] of circle.entries()) {
    let file = drafts.get(path)?.dependencyFile.file ?? path;
    problems.set(path, cycleThrough([...circle.slice(index), ...circle.slice(0, index), path], file));
  }
  return problems.get(circle[0] ?? "");
}
function attempt(problems, folder, work) {
  try {
    return work();
  } catch (error) {
    problems.has(folder) || problems.set(folder, asReleaseError(error));
    return;
  }
}
function brokenDependency(draft, name, line, why) {
  return new ReleaseError(
    "DEPENDENCY_BROKEN",
    `${draft.manifest.name} depends on ${name}, which can't be released: ${why?.message ?? ""}`,
    {
      hint: why?.hint,
      at: { file: draft.dependencyFile.file, line },
      cause: why
    }
  );
}

// src/plan/scope/discover.ts
var import_picomatch = __toESM(require_picomatch(), 1);
import { posix as posix9 } from "node:path";
var SHOWN = 5;
function discover(paths, charts, exclude) {
  let folders = foldersWithChart(paths), found = folders.filter(chartFolders(charts, exclude)).sort();
  if (found.length === 0) throw noCharts(charts, folders);
  return found;
}
function foldersWithChart(paths) {
  return paths.filter(isManifest).map((path) => posix9.dirname(path));
}
function isManifest(path) {
  return posix9.basename(path) === "Chart.yaml";
}
function chartFolders(charts, exclude) {
  let wanted2 = folderMatcher(charts), unwanted = exclude.length > 0 ? folderMatcher(exclude) : () => !1;
  return (folder) => wanted2(folder) && !unwanted(folder);
}
function normalGlobs(globs) {
  return globs.map((glob) => posix9.normalize(glob).replace(/\/$/, ""));
}
function folderMatcher(globs) {
  let clean = [...normalGlobs(globs)], matches2 = (0, import_picomatch.default)(clean, { dot: !0 }), root = clean.some((glob) => glob === "." || glob === "**");
  return (folder) => folder === "." ? root : matches2(folder);
}
function noCharts(charts, folders) {
  let elsewhere2 = folders.length === 0 ? "this commit holds no Chart.yaml at all" : `charts stand in ${someOf(folders, SHOWN)}`;
  return new ReleaseError(
    "CHARTS_NONE",
    `No chart matches ${charts.map((glob) => `"${glob}"`).join(", ")}; ${elsewhere2}.`,
    {
      hint: "Set the input `charts` to globs of chart folders, one per line, e.g. `charts/*`."
    }
  );
}

// src/plan/history/chart-at.ts
function contentAt({ path, name, fingerprint: fingerprint2 }, commit, context) {
  return findAt({ path, commit }, context, (one2) => one2.manifest.name === name && one2.fingerprint === fingerprint2);
}
function chartAt({ path, name }, commit, context) {
  return findAt({ path, commit }, context, (one2) => one2.manifest.name === name);
}
async function findAt({ path, commit }, { git, ownRepositories }, isWanted) {
  if (!await git.ensureCommit(commit)) return;
  let here = await readSources(git, commit, [path], { ownRepositories }), same = here.charts.get(path);
  if (same && isWanted(same)) return { chart: same, sources: here };
  let everywhere = await readSources(git, commit, (tree) => foldersWithChart(tree.paths), { ownRepositories }), moved = [...everywhere.charts.values()].find(isWanted);
  return moved && { chart: moved, sources: everywhere };
}

// src/plan/history/release-commit.ts
import { posix as posix10 } from "node:path";

// src/plan/history/reachable.ts
async function reaches(commit, earlier, git) {
  return await git.isAncestor(earlier, commit) ? !0 : await git.isShallow() ? (await git.unshallow(), git.isAncestor(earlier, commit)) : !1;
}
async function isAnyOnBranch(commits, head, git) {
  for (let commit of commits)
    if (await git.ensureCommit(commit) && await reaches(head, commit, git)) return !0;
  return !1;
}
function stillShallow() {
  return new ReleaseError("GIT_SHALLOW", "The clone is still shallow after its history was fetched.", {
    hint: "Give the checkout step `with: { fetch-depth: 0 }`."
  });
}

// src/plan/history/release-commit.ts
async function releaseCommits(context, head, charts) {
  let walk2 = await walkBack(context, head, charts);
  if (walk2 !== "shallow") return walk2;
  await context.git.unshallow();
  let again = await walkBack(context, head, charts);
  if (again !== "shallow") return again;
  throw stillShallow();
}
async function walkBack(context, head, charts) {
  let found = /* @__PURE__ */ new Map(), open3 = new Map(charts.map((chart) => [chart.path, chart]));
  if (open3.size === 0) return found;
  let ownPaths2 = new Map(charts.map((chart) => [chart.path, pathsOf(chart, head)])), all = [...new Set([...ownPaths2.values()].flatMap((paths) => [...paths]))];
  for await (let commit of context.git.history(head.tree.commit, all)) {
    let touched = [...open3.values()].filter((chart) => touches(commit, ownPaths2.get(chart.path)));
    if (touched.length !== 0) {
      if (commit.parent === void 0 && await context.git.isShallow()) return "shallow";
      for (let chart of await changedBy(context, commit, touched))
        found.set(chart.path, { commit: commit.commit, committedAt: commit.committedAt }), open3.delete(chart.path);
      if (open3.size === 0) break;
    }
  }
  return found;
}
async function changedBy({ git, ownRepositories }, commit, charts) {
  if (commit.parent === void 0) return charts;
  let paths = charts.map((chart) => chart.path), before = await readSources(git, commit.parent, paths, { ownRepositories });
  return charts.filter((chart) => {
    let old = before.charts.get(chart.path);
    return old?.fingerprint !== chart.fingerprint || old.manifest.version !== chart.manifest.version ? !0 : old.manifest.appVersion !== chart.manifest.appVersion || hasStaleLock(before, old);
  });
}
function hasStaleLock({ charts }, { dependencies: dependencies2, lock, local }) {
  return lock && !isDigestRight(dependencies2, lock) ? !0 : [...new Set(local.map(({ path }) => path))].some((path) => {
    let chart = charts.get(path);
    return chart !== void 0 && hasStaleLock({ charts }, chart);
  });
}
function pathsOf(chart, { tree, charts }) {
  let paths = /* @__PURE__ */ new Set(), visit = (one2) => {
    if (!paths.has(one2.path)) {
      paths.add(one2.path);
      for (let path of reachedThroughLinks(tree, one2.path)) paths.add(path);
      for (let local of one2.local) {
        let below3 = charts.get(local.path);
        below3 && visit(below3);
      }
    }
  };
  return visit(chart), paths;
}
function touches(commit, paths) {
  return paths ? paths.has(".") || commit.paths.some((path) => isBelowAny(path, paths)) : !1;
}
function isBelowAny(path, folders) {
  for (let part = path; part !== "."; part = posix10.dirname(part)) if (folders.has(part)) return !0;
  return !1;
}

// src/plan/scope/chart-entries.ts
function entriesFor(chart, perChart) {
  let all = compiled(perChart), exact2 = all.filter(({ key }) => isExact(key, chart));
  return [...all.filter(({ key, matches: matches2 }) => !isExact(key, chart) && matches2?.(chart.path)), ...exact2].map(({ key, own }) => [key, own]);
}
function isExact(key, { name, path }) {
  return key === name || key === path;
}
var known = /* @__PURE__ */ new WeakMap();
function compiled(perChart) {
  let before = known.get(perChart);
  if (before) return before;
  let all = Object.entries(perChart).map(([key, own]) => ({
    key,
    own,
    ...isGlob(key) && { matches: folderMatcher([key]) }
  }));
  return known.set(perChart, all), all;
}
function isGlob(key) {
  return /[*?[\]{}()!+@]/.test(key);
}
function conflictingEntries(charts, { perChart }) {
  let found = /* @__PURE__ */ new Map();
  for (let chart of charts) {
    let entries = entriesFor(chart, perChart), exact2 = entries.filter(([key]) => isExact(key, chart)), byGlob = entries.filter(([key]) => !isExact(key, chart));
    for (let clash2 of [...clashes(exact2, () => !0), ...clashes(byGlob, differ)]) {
      let isSettled2 = exact2.some(([, own]) => own.given?.[clash2.name] !== void 0);
      if (clash2.isOf === byGlob && isSettled2) continue;
      let id = [clash2.name, clash2.first[0], clash2.second[0]].join(`
`);
      found.has(id) || found.set(id, conflict(chart, clash2));
    }
  }
  return [...found.values()];
}
function clashes(entries, counts) {
  return [...new Set(entries.flatMap(([, { given = {} }]) => Object.keys(given)))].flatMap((name) => {
    let [first, ...others] = entries.filter(([, { given }]) => given?.[name] !== void 0), second = others.find(([, own]) => counts(textOf2(first, name), own.given?.[name]?.value ?? ""));
    return first && second ? [{ name, first, second, isOf: entries }] : [];
  });
}
var differ = (a, b) => a !== b;
function textOf2(entry, name) {
  return entry?.[1].given?.[name]?.value ?? "";
}
function conflict({ name, path }, { name: setting, first, second, isOf: isOf2 }) {
  let said = [first, second].map(
    ([key, { given }]) => `\`charts.${key}.${setting}\` (${placeOf(given?.[setting]?.at)})`
  ), isByGlob = isOf2.every(([key]) => isGlob(key));
  return new ReleaseError(
    "CONFIG_CHARTS_CONFLICT",
    `The chart ${name} in ${path} has two settings of \`${setting}\`: ${said.join(" and ")}.`,
    {
      hint: isByGlob ? `Narrow one of the two globs, or say \`${setting}\` under \`charts.${name}\`, which counts more than a glob.` : "Leave one of the two out.",
      at: second[1].given?.[setting]?.at
    }
  );
}
function placeOf(at) {
  return at ? placeText({ file: at.file, ...at.line !== void 0 && { line: at.line } }) : "config file";
}
function unknownCharts(names2, folders, { perChart }) {
  if (names2.length !== folders.length) return [];
  let exact2 = /* @__PURE__ */ new Set([...folders, ...names2]);
  return compiled(perChart).filter(({ key, matches: matches2 }) => !exact2.has(key) && !folders.some((folder) => matches2?.(folder))).map(({ key, own: { at }, matches: matches2 }) => {
    let place2 = at ? ` (${at.file}:${at.line ?? 1})` : "", hint3 = matches2 && names2.some((name) => folderMatcher([key])(name)) ? " A glob is of folders, from the repository root, such as `charts/*-operator`." : "";
    return `The config file has settings for ${key}${place2}, which is not a chart of this run.${hint3}`;
  });
}

// src/plan/scope/chart-settings.ts
function named2({ path, manifest: { name } }) {
  return { name, path };
}
function chartSettings(chart, { perChart }) {
  let byChart = known2.get(perChart) ?? /* @__PURE__ */ new Map();
  known2.set(perChart, byChart);
  let { name, path } = "manifest" in chart ? named2(chart) : chart, key = `${name} ${path}`, found = byChart.get(key) ?? entriesFor({ name, path }, perChart).reduce(over, {});
  return byChart.set(key, found), found;
}
var known2 = /* @__PURE__ */ new WeakMap();
function over(less, [, more]) {
  return { ...less, ...more, given: { ...less.given, ...more.given } };
}
function settingsOf(chart, settings) {
  let { at: _, given = {}, appPaths = [], ...own } = chartSettings(chart, settings);
  return { ...settings, ...own, appPaths, ...sourcesWith(settings, Object.keys(given)) };
}
function sourcesWith(settings, given) {
  if (!settings.sources) return {};
  let own = given.map((key) => [key.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()), "config"]);
  return { sources: { ...settings.sources, ...Object.fromEntries(own) } };
}
function bumpOf(chart, settings) {
  let { bump, sources } = settingsOf(chart, settings);
  return { value: bump, source: sources.bump };
}
function zeroMajorOf(chart, settings) {
  return settingsOf(chart, settings).zeroMajor;
}
function targetsOf(chart, targets, settings) {
  if (!Object.values(settings.perChart).some((own) => own.targets)) return targets;
  let wanted2 = new Set((settingsOf(chart, settings).targets ?? []).map(placeIn2));
  return targets.filter(({ address }) => wanted2.has(address));
}
function placeIn2(written) {
  return written.startsWith("oci://") ? written.replace(/\/?(?:\?.*)?$/, "") : written;
}
function isSigned(chart, settings) {
  return settingsOf(chart, settings).sign !== "none";
}

// src/plan/app-version/app-version.ts
import { posix as posix12 } from "node:path";

// src/plan/history/newest-commit.ts
var import_picomatch2 = __toESM(require_picomatch(), 1);

// src/plan/history/own-commits.ts
import { posix as posix11 } from "node:path";
function ownCommits(git, ownRepositories) {
  let known3 = /* @__PURE__ */ new Map(), isOwnChange = (from, to) => {
    let key = `${from}..${to}`, judged = known3.get(key) ?? judge(git, ownRepositories, from, to);
    return known3.set(key, judged), judged;
  };
  return {
    isOwnChange,
    async isOwn(commit) {
      let parent = await git.resolve(`${commit}^`);
      return parent !== void 0 && isOwnChange(parent, commit);
    }
  };
}
async function judge(git, ownRepositories, from, to) {
  let [before, after] = [byPath(await git.tree(from)), byPath(await git.tree(to))], paths = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter(
    (path) => differs(before.get(path), after.get(path))
  );
  if (!paths.every((path) => isBumped(path, before.get(path), after.get(path)))) return !1;
  let objects = paths.flatMap((path) => [before.get(path)?.object ?? [], after.get(path)?.object ?? []].flat()), blobs = await git.blobs(objects), textOf5 = (entry) => {
    let blob = entry && blobs.get(entry.object);
    return blob && Buffer.from(blob).toString();
  }, isLocal = (chart, dependency) => localVersions(git, after, { chart, dependency, ownRepositories });
  for (let path of paths) {
    let [old, now] = [textOf5(before.get(path)), textOf5(after.get(path))];
    if (now === void 0 || !await isOurEdit({ path, before: old, after: now }, isLocal)) return !1;
  }
  return !0;
}
var byPath = (entries) => new Map(entries.map((entry) => [entry.path, entry]));
function differs(a, b) {
  return a?.object !== b?.object || a?.mode !== b?.mode;
}
function isBumped(path, before, after) {
  return after === void 0 || !after.mode.startsWith("100") || !mayBeBumped(path) ? !1 : before === void 0 ? posix11.basename(path) === "CHANGELOG.md" : before.mode === after.mode;
}
function mayBeBumped(path) {
  return EDITORS.has(posix11.basename(path));
}
async function localVersions(git, after, {
  chart,
  dependency: { repository },
  ownRepositories
}) {
  if (ownRepositories.some(({ address }) => address === repository.replace(/\/$/, ""))) return "any";
  if (!repository.startsWith(FILE_SCHEME)) return;
  let file = posix11.join(chart, repository.slice(FILE_SCHEME.length), "Chart.yaml"), entry = after.get(file), blob = entry && (await git.blobs([entry.object])).get(entry.object);
  return blob && readChartYaml(Buffer.from(blob).toString(), file).version;
}
async function isOurEdit(changed, isLocal) {
  try {
    return await EDITORS.get(posix11.basename(changed.path))?.(changed, isLocal) ?? !1;
  } catch {
    return !1;
  }
}
var EDITORS = /* @__PURE__ */ new Map([
  ["Chart.yaml", isChartEdit],
  ["requirements.yaml", isRequirementsEdit],
  ["Chart.lock", isLockEdit],
  ["requirements.lock", isLockEdit],
  ["CHANGELOG.md", isInsertion]
]);
async function isChartEdit({ path, before = "", after }, isLocal) {
  let [old, now] = [readChartYaml(before, path), readChartYaml(after, path)];
  return lasting(old) === lasting(now) && followsOnly(path, old.dependencies, now.dependencies, isLocal);
}
function lasting({ metadata }) {
  let { version, appVersion, dependencies: dependencies2, annotations, ...rest } = metadata, kept3 = Object.entries(isObject(annotations) ? annotations : {}).filter(([key]) => !RELEASE_ANNOTATIONS.has(key));
  return JSON.stringify([rest, kept3.sort(([a], [b]) => a < b ? -1 : 1)]);
}
function isRequirementsEdit({ path, before = "", after }, isLocal) {
  return followsOnly(path, readRequirements(before, path), readRequirements(after, path), isLocal);
}
async function followsOnly(path, before, after, isLocal) {
  if (before.length !== after.length) return !1;
  for (let [index, now] of after.entries()) {
    let old = before[index];
    if (old === void 0 || withoutVersion(old) !== withoutVersion(now)) return !1;
    if (old.version === now.version) continue;
    let version = await isLocal(posix11.dirname(path), now);
    if (version === void 0 || version !== "any" && !satisfies(version, now.version)) return !1;
  }
  return !0;
}
function withoutVersion({ fields: { version: _, ...rest } }) {
  return JSON.stringify(rest);
}
async function isLockEdit({ path, before = "", after }, isLocal) {
  let [old, now] = [readLock(before, path).entries, readLock(after, path).entries];
  if (old.length !== now.length) return !1;
  for (let [index, entry] of now.entries()) {
    let was = old[index];
    if (was?.name !== entry.name || was.repository !== entry.repository) return !1;
    if (was.version === entry.version) continue;
    let dependency = { ...entry, fields: {} }, version = await isLocal(posix11.dirname(path), dependency);
    if (version === void 0 || version !== "any" && version !== entry.version) return !1;
  }
  return !0;
}
function isInsertion({ before = "", after }) {
  let old = before.trimEnd(), start = 0;
  for (; start < old.length && old[start] === after[start]; ) start += 1;
  let rest = old.slice(start);
  return after.length > old.length && after.slice(start).trimEnd().endsWith(rest);
}

// src/plan/history/newest-commit.ts
var COMMIT = /^[0-9a-f]{40,64}$/;
async function newestCommit(chart, appPaths, context) {
  let { appVersion = "" } = chart.manifest, newest2;
  for await (let one2 of touching(chart, appPaths, context))
    if (!await isBump(one2, context)) {
      if (one2.commit === appVersion) return appVersion;
      if (newest2 ??= one2.commit, !COMMIT.test(appVersion) || !await changesLikeBump(one2, context)) break;
    }
  return newest2 ?? context.commit;
}
async function* touching(chart, appPaths, { git, commit }) {
  let counts = appPaths.length > 0 ? (0, import_picomatch2.default)([...appPaths]) : () => !1, folders = appPaths.length > 0 ? ["."] : [chart.path], seen = /* @__PURE__ */ new Set();
  for (let isWhole2 = !1; ; isWhole2 = !0) {
    let isEdge = !1;
    for await (let one2 of git.history(commit, folders)) {
      if (isEdge = one2.parent === void 0 && await git.isShallow(), isEdge) break;
      seen.has(one2.commit) || !one2.paths.some((path) => isInside(chart, path) || counts(path)) || (seen.add(one2.commit), yield one2);
    }
    if (!isEdge) return;
    if (isWhole2) throw stillShallow();
    await git.unshallow();
  }
}
function isInside({ path: folder }, path) {
  return folder === "." || path.startsWith(`${folder}/`);
}
async function isBump(one2, { ownCommits: ownCommits2 }) {
  return (one2.hasTrailer || one2.isMerge) && await ownCommits2.isOwn(one2.commit);
}
async function changesLikeBump({ commit, paths }, { ownCommits: ownCommits2 }) {
  return paths.every(mayBeBumped) && await ownCommits2.isOwn(commit);
}

// src/plan/app-version/app-tags.ts
var import_picomatch3 = __toESM(require_picomatch(), 1), import_semver = __toESM(require_semver(), 1);
function appTagsIn(tags, settings) {
  let fits2 = (0, import_picomatch3.default)(settings.appTagPattern);
  return [...tags].flatMap(([tag, commit]) => {
    let version = fits2(tag) && !isChartTag(tag, settings) ? versionAtEnd(tag) : null;
    return version ? [{ tag, commit, version }] : [];
  }).sort((a, b) => import_semver.default.rcompare(a.version, b.version));
}
function isAppTag(tag, settings) {
  return appTagsIn(/* @__PURE__ */ new Map([[tag, ""]]), settings).length > 0;
}
async function newestAppTag(chart, context) {
  let { version: own, appVersion } = chart.manifest;
  for (let { tag, commit, version } of await context.appTags())
    if ((version.prerelease.length === 0 || isPreRelease(own) || tag === appVersion) && await reaches(context.commit, commit, context.git)) return tag;
}
function isChartTag(tag, { tagTemplate, chartNames: chartNames2, ownTemplates }) {
  return chartNames2.some((name) => {
    let own = ownTemplates?.get(name), template2 = own ?? tagTemplate;
    return (/\.Name\b/.test(template2) || own?.includes(name)) && parseVersion(versionIn(template2, tag, name) ?? "") !== void 0;
  });
}
function appVersionOrder(text2) {
  return versionAtEnd(text2) ?? parseVersion(text2) ?? null;
}
function preReleaseOf(scope) {
  let tag = scope.kind === "all" ? scope.tag : void 0, label2 = (tag === void 0 ? void 0 : versionAtEnd(tag)?.prerelease) ?? [];
  return label2.length > 0 ? label2.join(".") : void 0;
}
function versionAtEnd(tag) {
  return import_semver.default.parse(/(?<![\d.])\d+\.\d+\.\d+(?:[-+].*)?$/.exec(tag)?.[0]);
}

// src/plan/app-version/app-version.ts
async function desiredAppVersion(chart, rule, appPaths, context) {
  switch (rule.rule) {
    case "keep":
      return kept(chart);
    case "literal":
      return { value: rule.value, evidence: !0 };
    case "values":
      return { ...await fromValues(chart, rule.paths, context), evidence: !0 };
    case "tag":
      return fromTag(chart, context.tag ?? await newestAppTag(chart, context));
    case "sha":
      return { value: await newestCommit(chart, appPaths, context), evidence: appPaths.length > 0 };
  }
}
function kept({ manifest: { appVersion } }) {
  return { ...appVersion !== void 0 && { value: appVersion }, evidence: !0 };
}
function fromTag(chart, tag) {
  return tag === void 0 ? { ...kept(chart), lacks: "tag" } : { value: tag, evidence: !0 };
}
async function fromValues(chart, paths, { git, isRunWide = !1 }) {
  let file = posix12.join(chart.path, "values.yaml"), values = chart.files.find((one2) => one2.path === "values.yaml"), blobs = values ? await git.blobs([values.object]) : /* @__PURE__ */ new Map(), text2 = Buffer.from(blobs.get(values?.object ?? "") ?? []).toString(), missing = [], found = paths.flatMap((path) => {
    try {
      return [{ path: path.join("."), ...valueAt(text2, path, file) }];
    } catch (thrown) {
      let error = asReleaseError(thrown);
      if (!isRunWide || error.code !== "VALUES_PATH_MISSING") throw error;
      return missing.push(error), [];
    }
  }), [first, ...others] = found;
  if (!first) return { ...kept(chart), lacks: missing[0] };
  let findings = others.filter(({ value }) => value !== first.value).map(({ path, value, line }) => ({
    level: "none",
    kind: "values",
    rule: "app-version/disagree",
    subject: path,
    text: `${path} is ${value}, and ${first.path}, which gives appVersion, is ${first.value} (values.yaml:${first.line})`,
    was: first.value,
    is: value,
    at: { file: "values.yaml", line }
  }));
  return { value: first.value, ...findings.length > 0 && { findings } };
}

// src/plan/app-version/wanted-app-versions.ts
var CHARTS_AT_ONCE = 32, MAX_NAMES = 10;
function appVersionRuleOf(chart, { settings }) {
  let { appVersion } = chartSettings(chart, settings);
  return { rule: appVersion ?? settings.appVersion, isRunWide: appVersion === void 0 };
}
async function wantedAppVersions(charts, all, context) {
  let wanted2 = await wantedBy(charts, context), lacking = charts.filter(({ path }) => lacksValue(wanted2.get(path))), others = all.filter((chart) => !charts.includes(chart)), isMistake = lacking.length > 0 && !appliesTo(charts, wanted2, context) && !await appliesLater(others, context), refused3 = isMistake ? lacking.map(({ path }) => [path, problemIn(wanted2.get(path))]) : [], untagged = charts.filter(({ path }) => nothingFor(wanted2.get(path)) === "tag");
  return {
    wanted: new Map([...wanted2, ...refused3]),
    warnings: untagged.length > 0 ? [noTag(untagged, context)] : [],
    remarks: lacking.length > 0 && !isMistake ? [noValue(lacking, context)] : []
  };
}
async function wantedBy(charts, context) {
  let wanted2 = await mapConcurrent(charts, CHARTS_AT_ONCE, async (chart) => {
    let { rule, isRunWide } = appVersionRuleOf(chart, context), { appPaths = [] } = chartSettings(chart, context.settings), desired = desiredAppVersion(chart, rule, appPaths, { ...context, isRunWide });
    return [chart.path, await desired.catch(asReleaseError)];
  });
  return new Map(wanted2);
}
function nothingFor(wanted2) {
  return wanted2 && "lacks" in wanted2 ? wanted2.lacks : void 0;
}
function lacksValue(wanted2) {
  let lacks = nothingFor(wanted2);
  return lacks !== void 0 && lacks !== "tag";
}
function problemIn(wanted2) {
  return asReleaseError(nothingFor(wanted2));
}
function appliesTo(charts, wanted2, context) {
  return charts.some((chart) => {
    let { rule, isRunWide } = appVersionRuleOf(chart, context), one2 = wanted2.get(chart.path);
    return isRunWide && rule.rule === "values" && one2 !== void 0 && "evidence" in one2 && one2.lacks === void 0;
  });
}
async function appliesLater(others, context) {
  return others.length > 0 && appliesTo(others, await wantedBy(others, context), context);
}
function noTag(charts, { settings, commit }) {
  return `No release of the application is tagged like \`${settings.appTagPattern}\` up to ${shortCommit(commit)}, so \`app-version: tag\` leaves the appVersion of ${namesOf(charts)} as it is. If its tags have another form, set the input \`app-tag-pattern\`.`;
}
function noValue(charts, { settings }) {
  return `app-version: ${ruleText(settings.appVersion)} leaves the appVersion of ${namesOf(charts)} as it is: no such value in values.yaml.`;
}
function ruleText(rule) {
  return rule.rule === "values" ? `values:${rule.paths.map((path) => path.join(".")).join(",")}` : rule.rule;
}
function namesOf(charts) {
  let names2 = charts.map(({ manifest }) => manifest.name);
  return someOf(names2, MAX_NAMES);
}

// src/plan/decision/judged-chart.ts
function isJudged(judgement) {
  return "judged" in judgement;
}

// src/plan/decision/refusals.ts
import { posix as posix13 } from "node:path";

// src/model/plan.ts
function isOnAllTargets(evidence) {
  return evidence.length > 0 && evidence.every(({ state }) => state === "same" || state === "unadopted");
}

// src/plan/decision/decision.ts
var MAX_FINDINGS = 50, MAX_TEXT = 400;
function appVersionOf(decision) {
  return decision.edits.appVersion ?? decision.chart.manifest.appVersion;
}
function isReleased(decision) {
  return decision.action === "publish" || decision.action === "bump" || decision.action === "complete";
}
function isNewPackage({ action, sightings: sightings2 }) {
  return (action === "publish" || action === "bump") && !sightings2.some(({ presence }) => presence.state === "present");
}
function isTried(decision, mode) {
  return isNewPackage(decision) || mode === "check" && decision.action === "wait";
}
function isForGitAlone({ action, sightings: sightings2 }) {
  return action === "bump" && isOnAllTargets(sightings2.map(({ evidence }) => evidence));
}
function plannedChart(decision, nameOf3) {
  let { chart, problem: problem2 } = decision, to = appVersionOf(decision);
  return {
    path: chart.path,
    name: chart.manifest.name,
    type: chart.manifest.type,
    action: decision.action,
    currentVersion: chart.manifest.version,
    version: decision.version,
    appVersion: {
      ...chart.manifest.appVersion !== void 0 && { from: chart.manifest.appVersion },
      ...to !== void 0 && { to }
    },
    fingerprint: chart.fingerprint,
    reason: decision.reason,
    ...bumpData(decision),
    ...decision.comparedWith !== void 0 && { comparedWith: decision.comparedWith },
    ...decision.requiredVersion !== void 0 && { needsAtLeast: decision.requiredVersion },
    findings: decision.findings.slice(0, MAX_FINDINGS).map(brief),
    ...decision.findings.length > MAX_FINDINGS && { moreFindings: decision.findings.length - MAX_FINDINGS },
    evidence: decision.sightings.map((sighting) => sighting.evidence),
    follows: decision.follows.map(nameOf3),
    ...problem2 && { problem: planProblem(problem2) }
  };
}
function bumpData({ bump, level, levelReason }) {
  return level === void 0 && levelReason === void 0 ? {} : { bump: { ...bump, ...level !== void 0 && { level } } };
}
function brief({ text: text2, subject, was, is, ...finding2 }) {
  return {
    ...finding2,
    subject: cut(subject, MAX_TEXT),
    text: cut(text2, MAX_TEXT),
    ...was !== void 0 && { was: cut(was, MAX_TEXT) },
    ...is !== void 0 && { is: cut(is, MAX_TEXT) }
  };
}
function planProblem(error) {
  let { code: code2, message, hint: hint3, at } = error;
  return {
    code: code2,
    message,
    ...hint3 !== void 0 && { hint: hint3 },
    ...at && { file: at.file },
    ...at?.line !== void 0 && { line: at.line }
  };
}

// src/plan/decision/refusals.ts
function bumpForbidden(chart, reason, scope) {
  let { name, version } = chart.manifest;
  return scope.kind === "release-tag" ? new ReleaseError("VERSION_TAKEN", `${name} can't be released by tag ${scope.tag}: ${reason}.`, {
    hint: "A published version never changes: raise `version` in Chart.yaml and tag that.",
    at: versionLine(chart)
  }) : new ReleaseError("VERSION_TAKEN", `${name} ${version} can't be released with bump: none: ${reason}.`, {
    hint: "Raise `version` in Chart.yaml, or let the action do it with `bump: patch`.",
    at: versionLine(chart)
  });
}
function takenElsewhere(chart, { enough, why }) {
  let { name, version } = chart.manifest, what = `what is published as ${name} ${version} is not what git packages at the commit that released it: ${why}`;
  return new ReleaseError("VERSION_TAKEN", `${what}.`.replace(/^w/, "W"), {
    hint: `If another branch or another tool published it, or git went back to an old version, write \`version: ${enough}\` to release what git has.`,
    at: versionLine(chart)
  });
}
function untaggable(chart, tag, why) {
  return new ReleaseError("VERSION_UNTAGGABLE", `The git tag ${tag} can't be created: ${why}`, {
    hint: "Change `version` in Chart.yaml or `tag-template`, or set `tag-template: none` to release without git tags.",
    at: versionLine(chart)
  });
}
function unpublishable({ manifest }, targets) {
  for (let { nameProblem: nameProblem2, address } of targets) {
    let why = nameProblem2?.(manifest.name);
    if (why === void 0) continue;
    let what = `${manifest.file} has the name ${JSON.stringify(manifest.name)}: it ${why}; so ${address} can't hold it`, { line, column } = manifest.nameSpan;
    return new ReleaseError("CHART_NAME_INVALID", what, {
      hint: "Rename the chart, or publish it only to targets with an index.",
      at: { file: manifest.file, line, column }
    });
  }
}
function noFreeVersion(chart) {
  let { name, version } = chart.manifest;
  return new ReleaseError(
    "VERSION_NONE_FREE",
    `No free version was found for ${name} after ${version}: 200 in a row are taken.`,
    {
      hint: "Raise `version` in Chart.yaml to a number that is not published.",
      at: versionLine(chart)
    }
  );
}
function noRoomBelow(chart, { level, appVersion, after, below: below3 }) {
  let { name, version } = chart.manifest, from = after ?? version, what = `${name} with appVersion ${appVersion} must stay below ${below3.version}, which ships ${below3.appVersion}, and there is no free ${level === void 0 ? "" : `${level} `}version after ${from}`, patch = nextVersion(from, "patch"), hint3 = `${level !== void 0 && level !== "patch" && compareVersions(patch, below3.version) < 0 ? `If less than a ${level} version will do, write \`version: ${patch}\`` : "Write the `version` that it is to have"} in Chart.yaml on the branch of this commit (a tag must then be on the new commit), or leave the chart out with \`exclude\`. With \`bump: auto\`, versions of the application leave room between them.`;
  return new ReleaseError("VERSION_OUT_OF_ORDER", `${what}.`, { hint: hint3, at: versionLine(chart) });
}
function versionTooLow(chart, { enough, since, why }) {
  let { name, version } = chart.manifest;
  return new ReleaseError("VERSION_TOO_LOW", `${name} ${version} is too low after ${since}: ${why}.`, {
    hint: `Write \`version: ${enough}\`.`,
    at: versionLine(chart)
  });
}
function versionNotRaised(chart, { enough, why }) {
  let { name, version } = chart.manifest;
  return new ReleaseError("VERSION_NOT_RAISED", `${name} changed and is still ${version}: ${why}.`, {
    hint: `Write \`version: ${enough}\`.`,
    at: versionLine(chart)
  });
}
var KNOWN_STATES = /* @__PURE__ */ new Set([
  "INDEX_ARCHIVE_MISSING",
  "INDEX_NOT_LOADABLE",
  "INDEX_NOT_UNDERSTOOD"
]);
function unknownState(chart, judged) {
  let unclear = judged.sightings.flatMap(({ presence }) => presence.state === "unknown" ? [presence.why] : []), [first] = unclear;
  if (first && (first.kind === "trust" || KNOWN_STATES.has(first.code))) return first;
  let { name } = chart.manifest, why = first?.message ?? "";
  return new ReleaseError(
    "TARGET_STATE_UNKNOWN",
    `Whether ${name} ${judged.version} is published is not known: ${why}`,
    {
      hint: first?.hint,
      at: first?.at,
      cause: first
    }
  );
}
function versionLine({ manifest }) {
  return { file: manifest.file, line: manifest.versionSpan.line, column: manifest.versionSpan.column };
}
function unreadableChart({
  path,
  problem: problem2
}) {
  return {
    path,
    name: posix13.basename(path),
    type: "application",
    action: "refuse",
    currentVersion: "",
    version: "",
    fingerprint: "",
    reason: problem2.message,
    evidence: [],
    findings: [],
    follows: [],
    problem: planProblem(problem2)
  };
}

// src/plan/scope/duplicate-names.ts
function duplicateNames(charts) {
  let doubled = [...Map.groupBy(charts, (chart) => chart.manifest.name).values()].filter((group) => group.length > 1);
  return new Map(
    doubled.flatMap(
      (group) => group.map((chart) => {
        let others = group.filter((other) => other !== chart).map((other) => other.path);
        return [chart.path, doubledName(chart, others)];
      })
    )
  );
}
function doubledName({ path, manifest }, others) {
  return new ReleaseError(
    "CHART_NAME_DOUBLED",
    `${path} and ${others.join(", ")} are ${others.length > 1 ? "all" : "both"} named ${manifest.name}.`,
    {
      hint: "Give each chart a name of its own, or leave one out with the input `exclude`.",
      at: { file: manifest.file, line: manifest.nameSpan.line, column: manifest.nameSpan.column }
    }
  );
}

// src/plan/decision/dependency-refusals.ts
function dependencyStopped(charts, path, failed2) {
  let nameOf3 = (one2) => charts.get(one2)?.manifest.name ?? one2, causes = causesFor(charts, path, failed2).map(nameOf3), which = causes.length === 1 ? "which it depends on and which" : "which it depends on and which all", message = `${nameOf3(path)} waits for ${causes.join(", ")}, ${which} can't be released.`, file = charts.get(path)?.dependencyFile.file;
  return new ReleaseError("DEPENDENCY_STOPPED", message, {
    hint: `Fix ${causes.join(" and ")} first; the next run releases ${causes.length === 1 ? "both" : "all"}.`,
    ...file !== void 0 && { at: { file } }
  });
}
function dependencyNotRaised(chart, waiting2) {
  let { name, version } = chart.manifest, names2 = waiting2.map(({ chart: { manifest } }) => `${manifest.name} ${manifest.version}`).join(", "), what = `${name} ${version} would hold ${names2} with content that is not released under that version`;
  return new ReleaseError("DEPENDENCY_NOT_RAISED", `${what}.`, {
    hint: `${raiseFirst(waiting2).replace(/^r/, "R")}; then ${waiting2.length === 1 ? "both" : "all"} are released.`,
    at: versionLine(chart)
  });
}
var MAX_NAMED2 = 10;
function raiseFirst(waiting2) {
  let each = waiting2.map(({ chart: { manifest }, requiredVersion = "" }) => {
    let enough = `to at least ${requiredVersion} (\`version\` in ${manifest.file})`;
    return waiting2.length === 1 ? `${manifest.name}, which it depends on, ${enough}` : `${manifest.name} ${enough}`;
  });
  return `raise ${waiting2.length === 1 ? "" : "what it depends on: "}${someOf(each, MAX_NAMED2)}`;
}

// src/plan/stop-dependents.ts
async function stopDependents(sources, decisions, targets) {
  let failed2 = pathsOf2(decisions, "refuse"), waiting2 = pathsOf2(decisions, "wait"), published = await publishedAmong(sources, decisions, { failed: /* @__PURE__ */ new Set([...failed2, ...waiting2]), targets }), { charts } = fromWherePublished(sources, published), held = heldBack(charts, decisions, waiting2), stopped = dependentsOf(charts, failed2);
  return { decisions: held.map((decision) => {
    let { path } = decision.chart;
    return !stopped.has(path) || !isActive(decision) ? decision : refusing(decision, dependencyStopped(charts, path, failed2));
  }), published };
}
function refusing(decision, problem2) {
  return { ...decision, action: "refuse", reason: problem2.message, problem: problem2, edits: {} };
}
function heldBack(charts, decisions, waiting2) {
  let stopped = dependentsOf(charts, waiting2), byPath3 = new Map(decisions.map((decision) => [decision.chart.path, decision]));
  return decisions.map((decision) => {
    let { path, manifest } = decision.chart;
    if (!(stopped.has(path) && (decision.action === "publish" || decision.action === "bump"))) return decision;
    let causes = causesFor(charts, path, waiting2).flatMap((one2) => byPath3.get(one2) ?? []);
    if (decision.action === "publish") return refusing(decision, dependencyNotRaised(decision.chart, causes));
    let reason = `changed since ${manifest.version}, not released: ${raiseFirst(causes)}`;
    return {
      ...decision,
      action: "wait",
      version: manifest.version,
      requiredVersion: decision.version,
      reason,
      edits: {}
    };
  });
}
function pathsOf2(decisions, action) {
  return new Set(decisions.filter((decision) => decision.action === action).map(({ chart }) => chart.path));
}
function isActive({ action }) {
  return action !== "leave" && action !== "wait" && action !== "refuse";
}
async function publishedAmong({ charts }, decisions, { failed: failed2, targets }) {
  let active = decisions.filter(isActive), pinned = /* @__PURE__ */ new Map();
  for (let { chart } of active)
    for (let local of chart.local) {
      let pin = charts.get(local.path);
      pin && failed2.has(local.path) && !isByFolder(local) && pinned.set(versionKey(pin.manifest), pin);
    }
  let asked2 = await Promise.all(
    [...pinned].map(async ([key, chart]) => (await Promise.all(targets(chart).map((target) => target.find(chart.manifest)))).some(({ state }) => state === "present") ? [key] : [])
  );
  return new Set(asked2.flat());
}

// src/plan/version/base-decision.ts
function blank(chart, { settings }) {
  let { value: setting, source } = bumpOf(chart, settings);
  return { chart, bump: { setting, source }, follows: [], findings: [] };
}
function refused2(chart, problem2, context) {
  let { version } = chart.manifest, nothing = { desired: { evidence: !1 }, sightings: [], edits: {} };
  return { ...blank(chart, context), ...nothing, action: "refuse", version, reason: problem2.message, problem: problem2 };
}
function fromVerdict({ chart, judged, desired }, context) {
  let { verdict } = judged;
  if (verdict.action === "unknown") return refused2(chart, unknownState(chart, judged), context);
  let appVersion = appVersionFor(chart, judged, desired), edits = {
    ...judged.version !== chart.manifest.version && { version: judged.version },
    ...appVersion !== void 0 && appVersion !== chart.manifest.appVersion && { appVersion }
  }, action = verdict.action === "move" ? "refuse" : verdict.action;
  return { ...blank(chart, context), ...judged, action, reason: verdict.reason, desired, edits };
}
function appVersionFor({ manifest }, { sightings: sightings2 }, desired) {
  for (let { presence, evidence } of sightings2)
    if (!(presence.state !== "present" || evidence.state === "other"))
      return presence.fingerprint === void 0 ? manifest.appVersion : presence.appVersion;
  return desired.value;
}
function bumpFacts({ level, reason, findings, allFindings }, since) {
  return { level, levelReason: reason, findings, allFindings, comparedWith: since?.version };
}

// src/chart/lint/lint-source.ts
import { posix as posix14 } from "node:path";
var TEXT_ONLY = /* @__PURE__ */ new Set(["`version`", "`appVersion`", "`apiVersion`"]), SHOWN_ONLY = /^(?:`(?:description|home|icon)`|an entry of `(?:keywords|sources)`|`\w+` of a maintainer|a key of `annotations`|the annotation .*)$/s, MAX_SHOWN = 100, FIELD = /^`\w+`/;
function lintSource(chart, written = {}) {
  let { manifest, dependencyFile } = chart, changed = [.../* @__PURE__ */ new Map([[manifest.file, manifest.text], [dependencyFile.file, dependencyFile.text]])].flatMap(
    ([file, text2]) => retypedIn(text2, file).filter((value) => isPublished(value, written) && isNoticeable(value)).map((value) => ({ file, value: bounded(value) }))
  ), refused3 = changed.find(({ value }) => !SHOWN_ONLY.test(value.what)), findings = changed.flatMap(
    ({ file, value }) => SHOWN_ONLY.test(value.what) ? [finding(posix14.relative(chart.path, file), value)] : []
  );
  return { ...refused3 && { problem: problem(chart, refused3.file, refused3.value) }, findings };
}
function isPublished({ what }, written) {
  return what === "`version`" ? written.version === void 0 : what !== "`appVersion`" || written.appVersion === void 0;
}
function isNoticeable({ what, written, read: read3, kind }) {
  return TEXT_ONLY.has(what) ? !0 : kind === "null" ? !FIELD.test(what) && written !== "" : written !== read3;
}
function bounded({ what, written, read: read3, ...value }) {
  return { ...value, what: cut(what, MAX_SHOWN), written: cut(written, MAX_SHOWN), read: cut(read3, MAX_SHOWN) };
}
function problem({ manifest }, file, value) {
  let { what, line, column, kind } = value, span = what === "`appVersion`" && kind === "null" ? manifest.appVersionSpan : void 0, at = span ? { line: span.line, column: span.column } : { line, column };
  return new ReleaseError("CHART_LINT_FAILED", `${file} ${sentence(value)}`, {
    hint: hint(value),
    at: { file, ...at }
  });
}
function finding(file, value) {
  let { what, line, column, written, read: read3 } = value;
  return {
    level: "none",
    kind: "metadata",
    rule: "lint/retyped",
    subject: what,
    was: written,
    is: read3,
    text: `${file} ${sentence(value)} ${hint(value)}`,
    at: { file, line, column }
  };
}
function sentence({ what, written, read: read3, kind }) {
  if (kind === "absent") return `has no ${what}: \`helm lint\` refuses that.`;
  if (kind === "null") {
    let consequence2 = TEXT_ONLY.has(what) ? "`helm lint` refuses that" : "Helm publishes empty text";
    return `has ${what} without a value: ${consequence2}.`;
  }
  let type = kind === "bool" ? "a boolean" : "a number", consequence = written === read3 ? "`helm lint` refuses that" : `Helm publishes it as ${read3}`;
  return `has ${what} ${written} without quotes, which YAML reads as ${type}: ${consequence}.`;
}
function hint({ what, written, kind }) {
  let name = /^`(\w+)`/.exec(what)?.[1];
  if (name === "apiVersion")
    return "Write `apiVersion: v2`, or `apiVersion: v1` if the dependencies stand in requirements.yaml.";
  if (kind === "null")
    return name ? `Write \`${name}: "1.0"\` with the right text, or delete the line.` : "Write a text.";
  let quoted2 = `"${written}"`;
  return `Write \`${name ? `${name}: ` : ""}${quoted2}\`, with the quotes.`;
}

// src/plan/published/claim-tags.ts
async function claimingCommit(wanted2, context) {
  return (await claimingTag(wanted2, context))?.commit;
}
async function claimingTag(wanted2, { tagTemplate, remoteTags }) {
  let tag = tagOf(tagTemplate, wanted2), commit = tag === void 0 ? void 0 : (await remoteTags()).get(tag);
  return tag === void 0 || commit === void 0 ? void 0 : { tag, commit };
}
async function claimedVersions(name, { tagTemplate, remoteTags }) {
  if (tagTemplate !== "")
    return new Map(
      [...await remoteTags()].flatMap(([tag, commit]) => {
        let version = versionIn(tagTemplate, tag, name);
        return version === void 0 ? [] : [[version, commit]];
      })
    );
}

// src/plan/published/target-state.ts
async function inspectTargets(chart, ref, desired, context) {
  let seen = await sightings(chart, ref, context), isWhole2 = seen.every(({ presence }) => presence.state === "present" && !presence.isMissing);
  return Promise.all(
    seen.map(async ({ target, presence }) => {
      let comparison = { chart, ref, desired, target, context, mayGoByTag: isWhole2 && !context.adopt }, found = await compare(presence, comparison), digest = presence.state === "present" ? { digest: presence.digest } : {}, evidence = { target: target.address, reference: target.reference(ref), ...found, ...digest };
      return { target, presence, evidence };
    })
  );
}
async function sightings(chart, ref, { targets, ...context }) {
  let look = (target) => ({
    signatures: context.signatures,
    archive: !0,
    fingerprint: chart.fingerprint,
    isOurs: context.ownSignatures?.(target)
  }), ask2 = (some2) => Promise.all(some2.map(async (target) => ({ target, presence: await target.find(ref, look(target)) }))), following2 = targets.filter(({ follows }) => follows), seen = await ask2(targets.filter(({ follows }) => !follows));
  if (following2.length === 0 || seen.some(({ presence }) => presence.state !== "absent")) return seen;
  let all = [...seen, ...await ask2(following2)];
  return targets.flatMap((target) => all.find((one2) => one2.target === target) ?? []);
}
async function compare(presence, comparison) {
  return presence.state !== "present" ? { state: presence.state } : presence.fingerprint === void 0 ? compareForeign(presence, comparison) : presence.fingerprint !== comparison.chart.fingerprint ? { state: "other" } : stateOfSame(presence, presence.appVersion, comparison);
}
function stateOfSame(presence, appVersion, { desired, context }) {
  return desired.evidence && appVersion !== desired.value ? { state: "other" } : presence.isMissing ? { state: "missing" } : signatureState(presence, context, "same");
}
function signatureState({ signed }, { signatures }, otherwise) {
  return !signatures || signed === "some" ? { state: otherwise } : { state: "unsigned", ...signed === "others" && { isSignedByOthers: !0 } };
}
async function compareForeign(presence, comparison) {
  let { chart, ref, target, context, mayGoByTag } = comparison, isThis = ({ fingerprint: fingerprint2 }) => fingerprint2 === chart.fingerprint, known3 = presence.adoptions?.find(isThis);
  if (known3) return stateOfSame(presence, known3.appVersion, comparison);
  let byTag2 = mayGoByTag ? await context.sameAtTag?.(chart, ref) : void 0;
  if (byTag2 !== void 0) return { state: "unadopted", byTag: byTag2 };
  let asked2 = presence.adoptions ? void 0 : (await target.adoptions({ ref, digest: presence.digest })).find(isThis);
  return asked2 ? stateOfSame(presence, asked2.appVersion, comparison) : await context.sameContent(chart, { target, ref, published: presence }) ? context.adopt ? signatureState(presence, context, "unrecorded") : { state: "unadopted" } : { state: "other" };
}
async function publishedVersions(name, { targets }) {
  let lists = await Promise.all(targets.map((target) => target.versions(name)));
  return [...new Set(lists.flat())];
}

// src/plan/published/baseline.ts
async function baselineOf(chart, { version, sightings: sightings2 }, context) {
  return release({ name: chart.manifest.name, version }, sightings2, context);
}
async function releaseBefore(chart, version, context) {
  let { name } = chart.manifest, last = await versionBefore(chart, version, context);
  if (last === void 0) return;
  let ref = { name, version: last }, sightings2 = await Promise.all(
    context.targets.map(async (target) => ({ target, presence: await target.find(ref, { signatures: !1 }) }))
  );
  return release(ref, sightings2, context);
}
async function versionBefore({ manifest: { name } }, version, context) {
  let below3 = (await publishedVersions(name, context)).filter((one2) => parsePublished(one2) && compareVersions(one2, version) < 0).sort((a, b) => compareVersions(b, a));
  return isStable(version) ? below3.find(isStable) ?? below3[0] : below3[0];
}
async function release(ref, seen, context) {
  let published = seen.flatMap(({ target, presence }) => presence.state === "present" ? [{ target, presence }] : []), commit = published.find(({ presence }) => presence.revision !== void 0)?.presence.revision ?? await claimingCommit(ref, context);
  if (!(published.length === 0 && commit === void 0))
    return { version: ref.version, published, ...commit !== void 0 && { commit } };
}
function isStable(version) {
  return parsePublished(version)?.prerelease.length === 0;
}

// src/plan/published/claims.ts
async function claimOf(chart, wanted2, context) {
  let commit = await claimingCommit(wanted2, context);
  if (commit === void 0) return "free";
  let there = (await contentAt(contentOf(chart), commit, context))?.chart.manifest;
  if (!there) return "taken";
  let isSame3 = there.version === wanted2.version && there.appVersion === wanted2.appVersion;
  return !context.bumpsGoToGit || isSame3 ? "held" : "taken";
}
async function tagWithContent(chart, wanted2, context) {
  let { tag, commit } = await claimingTag(wanted2, context).catch(() => {
  }) ?? {};
  if (commit === void 0 || await context.git.resolve(commit) !== commit) return;
  let { charts } = await readSources(context.git, commit, [chart.path], context), there = charts.get(chart.path);
  return there?.fingerprint === chart.fingerprint && there.manifest.name === wanted2.name && there.manifest.version === wanted2.version && there.manifest.appVersion === chart.manifest.appVersion ? tag : void 0;
}
async function releaseOfClaim(content, commit, context) {
  let found = await contentAt(content, commit, context);
  if (!found) return;
  let { path } = found.chart, release3 = (await releaseCommits(context, found.sources, [found.chart])).get(path);
  return release3 && { ...release3, path };
}
async function claimedRelease(chart, wanted2, context) {
  let commit = await claimingCommit(wanted2, context);
  if (!(commit === void 0 || await claimOf(chart, wanted2, context) !== "held"))
    return releaseOfClaim(contentOf(chart), commit, context);
}
function contentOf({ path, manifest: { name }, fingerprint: fingerprint2 }) {
  return { path, name, fingerprint: fingerprint2 };
}

// src/plan/published/verdict.ts
function verdictFor(version, evidence, claim2) {
  let by = (...states) => evidence.filter(({ state }) => states.includes(state)), unknown3 = by("unknown");
  if (unknown3.length > 0) return { action: "unknown", targets: unknown3.map(({ target }) => target) };
  let other = by("other");
  if (other.length > 0) {
    let where = other.length === evidence.length ? "" : ` on ${names(other)}`;
    return { action: "move", reason: `its content changed since ${version} was published${where}` };
  }
  let absent2 = by("absent");
  if (absent2.length === evidence.length && claim2 === "taken")
    return { action: "move", reason: `the git tag of ${version} stands for other content` };
  if (absent2.length > 0) {
    let where = absent2.length === evidence.length ? "anywhere yet" : `on ${names(absent2)}`;
    return { action: "publish", reason: `${version} is not published ${where}` };
  }
  let missing = by("missing");
  if (missing.length > 0)
    return { action: "complete", reason: `${version} is published, but its archive is missing on ${names(missing)}` };
  let unsigned = by("unsigned");
  if (unsigned.length > 0) {
    let where = unsigned.length === evidence.length ? "" : ` on ${names(unsigned)}`, what = unsigned.some(({ isSignedByOthers }) => isSignedByOthers) ? "somebody else signed it, and this repository did not" : "its signatures are missing";
    return { action: "complete", reason: `${version} is published, but ${what}${where}` };
  }
  let foreign = `${version} was published by another tool with the same content`;
  if (by("unrecorded").length > 0) return { action: "complete", reason: `${foreign}, and is adopted` };
  let unadopted = by("unadopted"), tag = unadopted.find(({ byTag: byTag2 }) => byTag2 !== void 0)?.byTag;
  return tag !== void 0 ? { action: "leave", reason: `${foreign}, by git tag ${tag}` } : unadopted.length > 0 ? { action: "leave", reason: foreign } : { action: "leave", reason: `${version} is published with this content` };
}
function names(evidence) {
  return evidence.map(({ target }) => target).join(", ");
}

// src/plan/published/free-version.ts
var MAX_SKIPPED = 200;
async function judge2(chart, version, desired, context) {
  let ref = { name: chart.manifest.name, version }, sightings2 = await inspectTargets(chart, ref, desired, context), evidence = sightings2.map((sighting) => sighting.evidence), unseen = evidence.every((one2) => one2.state === "absent"), wanted2 = { ...ref, appVersion: desired.value ?? chart.manifest.appVersion }, claim2 = unseen ? await claimOf(chart, wanted2, context) : "free";
  return { version, verdict: verdictFor(version, evidence, claim2 === "taken" ? "taken" : "free"), sightings: sightings2 };
}
async function freeVersion(chart, desired, { numbering, other, below: below3, label: label2, from }, context) {
  let after = (version2) => {
    let next2 = numbering.next(version2, below3);
    return label2 === void 0 || isPreRelease(next2) ? next2 : asPreRelease(next2, label2);
  }, first = from ?? after(chart.manifest.version), version = first === other ? after(first) : first, taken = [];
  for (; taken.length < MAX_SKIPPED && (below3 === void 0 || compareVersions(version, below3) < 0); ) {
    let judged = await judge2(chart, version, desired, context);
    if (judged.verdict.action !== "move") return { ...judged, taken };
    taken.push(version), version = after(version);
  }
}

// src/plan/published/last-on-line.ts
var MAX_LOOKED_AT = 20;
function lastOnLine(chart, level, context) {
  return level === void 0 ? highestOnLine(chart, context) : highestPublished(chart, level, context);
}
async function highestPublished(chart, level, context) {
  let { name, version } = chart.manifest, [highest2] = versionsOnLine(await publishedVersions(name, context), version, level);
  return highest2 === version ? void 0 : highest2;
}
async function highestOnLine(chart, context) {
  let { name, version } = chart.manifest, all = await publishedVersions(name, context), close = versionsOnLine(all, version, "patch")[0];
  for (let one2 of versionsOnLine(all, version, "major").slice(0, MAX_LOOKED_AT)) {
    if (one2 === close) break;
    if (await isOfThisBranch({ name, version: one2 }, context)) return one2;
  }
  return close === version ? void 0 : close;
}
async function isOfThisBranch(ref, { targets, git, commit }) {
  let commits = (await Promise.all(targets.map((target) => target.find(ref, { signatures: !1 })))).flatMap((one2) => one2.state === "present" ? one2.revision ?? [] : []);
  return isAnyOnBranch(new Set(commits), commit, git);
}

// src/plan/published/released-above.ts
var MAX_LOOKED_AT2 = 5;
async function releasedAbove({ manifest: { name } }, version, context) {
  let tagged = await claimedVersions(name, context), known3 = tagged ? [...tagged.keys()] : await publishedVersions(name, context);
  for (let one2 of closestAbove(version, known3)) {
    let held = (await Promise.all(context.targets.map((target) => target.find({ name, version: one2 })))).flatMap((presence) => presence.state === "present" ? [presence] : []), commits = held.flatMap(({ revision }) => revision ?? tagged?.get(one2) ?? []);
    if (held.length > 0 && await isAnyOnBranch(new Set(commits), context.commit, context.git)) return one2;
  }
}
function closestAbove(version, known3) {
  let above2 = known3.filter(
    (one2) => parseVersion(one2) && compareVersions(one2, version) > 0 && (isPreRelease(version) || !isPreRelease(one2))
  ).sort((a, b) => compareVersions(b, a));
  return [...Map.groupBy(above2, (one2) => `${parseVersion(one2)?.major}.${parseVersion(one2)?.minor}`).values()].flatMap((group) => group[0] ?? []).slice(-MAX_LOOKED_AT2);
}

// src/plan/version/required-bump.ts
async function requiredBump(chart, { setting, zeroMajor, since, appVersion, moved, also, committedAt }, evidenceOf) {
  let needs = needsOf(setting), asked2 = [.../* @__PURE__ */ new Set([...needs, ...also])], below3 = moved.length > 0 && { moved: moved.map(({ path }) => path) }, question = { needs: asked2, appVersion, ...below3 }, allFindings = asked2.length > 0 && since ? await evidenceOf(chart, { since, ...question }) : [], findings = findingsThatCount(setting, allFindings), released = since?.version ?? chart.manifest.version, decision = await decideBump(setting, { manifest: chart.manifest, released, findings, zeroMajor, committedAt });
  if (!decision) return;
  let raised = needs.length > 0 ? atLeast(decision, moved) : decision, numbering = "level" in raised ? byLevel(raised.level) : raised.numbering;
  return { ...raised, numbering, findings, allFindings };
}
function atLeast(decision, moved) {
  let weighty = moved.find(({ level }) => level === "minor" || level === "major");
  return !weighty || !("level" in decision) || rank(decision.level) >= rank("minor") ? decision : { level: "minor", reason: `its dependency ${weighty.name} moves by ${weighty.level}` };
}
function isMildlyLow({ level, findings }) {
  let weighty = findings.filter((finding2) => rank(finding2.level) >= rank("minor"));
  return level === "minor" && weighty.length > 0 && weighty.every(isAddition);
}
function isAddition({ kind, rule, level }) {
  return level === "minor" && (kind === "values" || kind === "schema") && /added$/.test(rule);
}

// src/plan/version/plan-context.ts
function contextOf(chart, context) {
  let { settings } = context, { tagTemplate = context.tagTemplate, sign: sign2 } = chartSettings(chart, settings), signatures = sign2 === void 0 ? context.signatures : sign2 !== "none" && settings.mode !== "check";
  return {
    ...context,
    tagTemplate,
    signatures,
    targets: targetsOf(chart, context.targets, settings),
    ...!signatures && { ownSignatures: void 0 },
    settings: settingsOf(chart, settings)
  };
}
function notesNeed({ settings }) {
  return settings.releaseNotes.length > 0 ? ["commits"] : [];
}
function requiredBumpOf({ chart, desired }, since, moved, context) {
  let { settings, evidenceOf, git, commit } = context, question = {
    setting: bumpOf(chart, settings).value,
    zeroMajor: zeroMajorOf(chart, settings),
    since,
    moved,
    appVersion: desired.value,
    also: notesNeed({ settings }),
    committedAt: () => git.commitTime(commit)
  };
  return requiredBump(chart, question, evidenceOf);
}

// src/plan/version/bump.ts
async function caughtUp(judgedChart, context) {
  let { chart, inGit } = judgedChart, decision = fromVerdict(judgedChart, context);
  if (!context.bumpsGoToGit || !inGit || decision.action !== "leave" && decision.action !== "complete")
    return decision;
  let since = notesNeed(context).length > 0 ? await baselineOf(chart, inGit, context) : void 0, required = since && await requiredBumpOf(judgedChart, since, [], context), reason = `${decision.reason}; Chart.yaml gets that version`;
  return { ...decision, ...required && bumpFacts(required, since), action: "bump", reason };
}
async function bumpChart(judgedChart, context, because) {
  let { chart, desired, judged } = judgedChart, { value: setting } = bumpOf(chart, context.settings);
  if (!allowsBump(setting) || context.scope.kind === "release-tag") return forbidden(chart, because, context);
  let since = needsOf(setting).length + notesNeed(context).length > 0 ? await baselineOf(chart, judged, context) : void 0, required = await requiredBumpOf(judgedChart, since, because.moved, context);
  if (!required) return forbidden(chart, because, context);
  let search = await searchFor(judgedChart, required, because, context), free = await freeVersion(chart, desired, search, context);
  if (!free) return refused2(chart, notFree(judgedChart, required), context);
  let decision = fromVerdict({ chart, desired, judged: free }, context);
  if (decision.action === "refuse") return decision;
  let edits = { ...decision.edits, version: free.version };
  if (!context.bumpsGoToGit && decision.action !== "publish" && because.moved.length === 0)
    return { ...decision, edits };
  let words2 = `${bumpReason(because.reason, setting, required)}; ${numberWords(free, required)}${skipped(free)}`;
  return { ...{ ...decision, ...bumpFacts(required, since), edits, previous: judged.version, ...following(because) }, action: "bump", ...await placed(judgedChart, free.version, words2, context) };
}
function forbidden(chart, { reason }, context) {
  return refused2(chart, bumpForbidden(chart, reason, context.scope), context);
}
async function searchFor(judgedChart, { numbering }, { isOther }, context) {
  let other = isOther ? { other: judgedChart.judged.version } : {};
  return { numbering, ...other, label: preReleaseOf(context.scope), ...await counting(judgedChart, context) };
}
async function placed({ chart, line }, version, words2, context) {
  let below3 = !context.bumpsGoToGit || line ? void 0 : await releasedAbove(chart, version, context);
  return below3 === void 0 ? { reason: words2 } : { reason: `${words2}, which is below ${below3} that this branch has published`, below: below3 };
}
function following({ moved, isOther }) {
  return { follows: moved.map(({ path }) => path), dependencies: isOther ? [] : moved.map(({ name }) => name) };
}
async function counting({ chart, judged, line }, context) {
  let { version } = chart.manifest, isUnfinished = isPreRelease(judged.version) && !isPreRelease(version);
  if (line || isUnfinished) {
    let from = line?.after ?? (isUnfinished ? judged.version : version);
    return { from, other: from, below: line?.below?.version };
  }
  if (context.bumpsGoToGit) return {};
  let { value: setting } = bumpOf(chart, context.settings);
  return { from: await lastOnLine(chart, fixedLevelOf(setting), context) };
}
function notFree({ chart, desired, line }, { level }) {
  let { below: below3 } = line ?? {};
  return below3 ? noRoomBelow(chart, { level, after: line?.after, below: below3, appVersion: desired.value ?? "" }) : noFreeVersion(chart);
}
function numberWords({ version, verdict }, { level }) {
  return verdict.action === "leave" || verdict.action === "complete" ? `${version} is published with this content already` : `next free ${level === void 0 ? "" : `${level} `}version is ${version}`;
}
function bumpReason(reason, setting, { because, reason: why }) {
  return because ? `${why}; ${reason}` : needsOf(setting).length > 0 ? `${reason}; ${why}` : reason;
}
function skipped({ taken }) {
  return taken.length === 0 ? "" : ` (${taken.length === 1 ? `${taken[0]} is` : `${taken[0]} to ${taken.at(-1)} are`} taken by other content)`;
}

// src/plan/version/manual-version.ts
async function decideManualVersion(judgedChart, moved, context) {
  let { chart, judged } = judgedChart, { value: setting } = bumpOf(chart, context.settings), kept3 = fromVerdict(judgedChart, context);
  if (judged.sightings.some(({ evidence }) => evidence.state !== "absent")) return kept3;
  let decision = await withReleasedAbove(kept3, context), isCheck = context.settings.mode === "check", isChecked = judgesVersions(setting) && (isCheck || needsOf(setting).length > 0), needsNotes = judgesVersions(setting) && notesNeed(context).length > 0;
  if (!isChecked && !needsNotes)
    return isCheck ? decision : { ...decision, previous: await previousOf(judgedChart, context) };
  let since = await releaseBefore(chart, judged.version, context);
  if (!since) return decision;
  let following2 = { ...decision, previous: since.version };
  return isChecked ? requireEnough(judgedChart, following2, since, { moved, context }) : { ...following2, allFindings: (await requiredBumpOf(judgedChart, since, moved, context))?.allFindings };
}
async function withReleasedAbove(decision, context) {
  if (!context.bumpsGoToGit || context.tagTemplate === "" || decision.action !== "publish") return decision;
  let below3 = await releasedAbove(decision.chart, decision.version, context);
  return below3 === void 0 ? decision : { ...decision, below: below3 };
}
function previousOf({ chart, judged }, context) {
  return versionBefore(chart, judged.version, context).catch(() => {
  });
}
async function requireEnough(judgedChart, decision, since, { moved, context }) {
  let { chart, judged } = judgedChart, required = await requiredBumpOf(judgedChart, since, moved, context);
  if (!required) return decision;
  let { value: setting } = bumpOf(chart, context.settings), reason = required.because ? bumpReason(decision.reason, setting, required) : decision.reason, checked = { ...decision, ...bumpFacts(required, since), reason };
  if (required.numbering.reaches(since.version, judged.version)) return checked;
  let enough = required.numbering.next(since.version), { mode, tooLow: tooLow2 } = context.settings;
  return mode === "check" || tooLow2 === "warn" || isMildlyLow(required) ? { ...checked, requiredVersion: enough } : {
    ...refused2(chart, versionTooLow(chart, { enough, since: since.version, why: required.reason }), context),
    ...bumpFacts(required, since)
  };
}
async function compareWithBase(judgedChart, moved, context) {
  let { chart, desired } = judgedChart, commit = await context.proposedOn?.();
  if (commit === void 0) return;
  let { charts } = await readSources(context.git, commit, [chart.path], context), base = charts.get(chart.path)?.manifest, kept3 = { ...blank(chart, context), version: chart.manifest.version, desired, sightings: [], edits: {} };
  if (!base) return { ...kept3, action: "publish", reason: `${chart.manifest.version} is new with this change` };
  if (charts.get(chart.path)?.fingerprint === chart.fingerprint && (!desired.evidence || desired.value === base.appVersion) && moved.length === 0) return { ...kept3, action: "leave", reason: "it is as on the base of this change" };
  let since = { version: base.version, published: [], commit };
  if (base.version !== chart.manifest.version) {
    let reason2 = `${chart.manifest.version} is new with this change`;
    return requireEnough(judgedChart, { ...kept3, action: "publish", reason: reason2 }, since, { moved, context });
  }
  let required = await requiredBumpOf(judgedChart, since, moved, context);
  if (!required)
    return refused2(chart, bumpForbidden(chart, "its content changes with this change", context.scope), context);
  let version = required.numbering.next(base.version), { value: setting } = bumpOf(chart, context.settings), reason = bumpReason(`its content is another than that of ${base.version} on the base`, setting, required);
  return isByHand(setting) ? { ...kept3, ...bumpFacts(required, since), action: "wait", reason, requiredVersion: version } : { ...kept3, ...bumpFacts(required, since), action: "bump", version, reason, edits: { version } };
}

// src/plan/history/version-span.ts
var MAX_PASSED = 5;
async function versionSpan(context, head, chart) {
  let span = await walkSpan(context, head, chart);
  if (span !== "shallow") return span;
  await context.git.unshallow();
  let again = await walkSpan(context, head, chart);
  if (again !== "shallow") return again;
  throw stillShallow();
}
async function walkSpan(context, head, chart) {
  let { file, version } = chart.manifest, span = [], passed = /* @__PURE__ */ new Set(), current = version;
  for await (let { commit, parent, paths } of context.git.history(head.tree.commit, [...pathsOf(chart, head)])) {
    if (current === version && span.push(commit), parent === void 0) return await context.git.isShallow() ? "shallow" : span;
    let before = paths.includes(file) ? await versionAt(context, parent, chart) : current;
    if (before === void 0 || await isEnd(before, { version, passed, context })) break;
    current = before;
  }
  return span;
}
async function isEnd(before, { version, passed, context }) {
  return before === version || passed.has(before) ? !1 : (passed.add(before), passed.size > MAX_PASSED || await context.isReleased(before));
}
async function versionAt({ git, ownRepositories }, commit, { path }) {
  let { charts } = await readSources(git, commit, [path], { ownRepositories });
  return charts.get(path)?.manifest.version;
}

// src/plan/published/own-release.ts
var MAX_READ = 200, MAX_BUILT = 5;
async function isOwnRelease(chart, { version, sightings: sightings2 }, { sources, context }) {
  let span = await versionSpan({ ...context, isReleased: (other) => isPublished2({ name: chart.manifest.name, version: other }, context) }, sources, chart), candidates = { chart, version, head: sources.tree.commit, span, context }, held = sightings2.flatMap(({ target, presence }) => presence.state === "present" ? [{ target, presence }] : []);
  if (held.length === 0) return isClaimedHere(candidates);
  for (let { target, presence } of held) if (!await isReleasedHere(candidates, target, presence)) return !1;
  return !0;
}
async function isPublished2(ref, context) {
  return (await Promise.all(context.targets.map((target) => target.find(ref, { signatures: !1 })))).some(({ state }) => state !== "absent") || await claimingCommit(ref, context) !== void 0;
}
async function isReleasedHere(candidates, target, presence) {
  let { chart, version, context } = candidates, { fingerprint: fingerprint2, revision, digest } = presence;
  if (fingerprint2 !== void 0) return isContentOfSpan(candidates, fingerprint2, revision);
  let ref = { name: chart.manifest.name, version };
  for (let adopted of presence.adoptions ?? await target.adoptions({ ref, digest }))
    if (await isContentOfSpan(candidates, adopted.fingerprint, adopted.revision)) return !0;
  let tagged = await claimingCommit(ref, context).catch(() => {
  });
  return isPackagedInSpan(candidates, { target, ref, published: presence }, tagged);
}
async function isContentOfSpan(candidates, fingerprint2, likely) {
  let isIt = (at) => at?.chart.fingerprint === fingerprint2;
  for (let commit of inTurn(candidates, likely)) if (isIt(await atCommit(candidates, commit))) return !0;
  return likely !== void 0 && isIt(await beforeMove(candidates, likely));
}
async function isPackagedInSpan(candidates, held, likely) {
  let { sameContentAt } = candidates.context, built = /* @__PURE__ */ new Set(), moved = likely === void 0 ? void 0 : await beforeMove(candidates, likely);
  if (moved) return sameContentAt(moved, held);
  for (let commit of inTurn(candidates, likely)) {
    let at = await atCommit(candidates, commit), content = at && JSON.stringify([at.chart.fingerprint, at.chart.manifest.appVersion]);
    if (!(at === void 0 || content === void 0 || built.has(content))) {
      if (built.size === MAX_BUILT) return !1;
      if (built.add(content), await sameContentAt(at, held)) return !0;
    }
  }
  return !1;
}
async function isClaimedHere(candidates) {
  let { chart, version, span, context } = candidates, { path, manifest } = chart, commit = await claimingCommit({ name: manifest.name, version }, context), there = commit && await chartAt({ path, name: manifest.name }, commit, context);
  return !there || there.chart.manifest.version !== version ? !1 : span.includes(commit) || await isContentOfSpan(candidates, there.chart.fingerprint, void 0) ? !0 : await beforeMove(candidates, commit) !== void 0;
}
function inTurn({ span }, likely) {
  return [...likely !== void 0 && span.includes(likely) ? [likely] : [], ...span.toReversed().slice(0, MAX_READ)];
}
async function atCommit({ chart, version, context }, commit) {
  let at = await chartAt({ path: chart.path, name: chart.manifest.name }, commit, context);
  return at?.chart.manifest.version === version ? at : void 0;
}
async function beforeMove(candidates, commit) {
  let { chart, head, context } = candidates, at = await atCommit(candidates, commit);
  if (!(!at || at.chart.path === chart.path))
    return await reaches(head, commit, context.git) ? at : void 0;
}

// src/plan/version/waiting.ts
async function waitForRaise(judgedChart, context, because) {
  let { chart, judged, desired } = judgedChart, { scope, sources } = context, why = judged.verdict.action === "move" ? judged.verdict.reason : "";
  if (scope.kind === "release-tag") return refused2(chart, bumpForbidden(chart, why, scope), context);
  let least = await leastRaise(judgedChart, context, because);
  if (because.isOther && !await isOwnRelease(chart, judged, { sources, context }))
    return refused2(chart, takenElsewhere(chart, { enough: least.version, why }), context);
  let reason = `${changedWords(judgedChart, because)}, not released: ${raiseWords(least)}`, follows = because.moved.map(({ path }) => path), known3 = waitingFacts(least);
  return { ...blank(chart, context), ...judged, desired, edits: {}, action: "wait", ...known3, reason, follows };
}
function waitingFacts({ version, required, since, unknown: unknown3 }) {
  return {
    ...required && bumpFacts(required, since),
    ...unknown3 !== void 0 && { level: void 0, levelReason: unknown3 },
    requiredVersion: version
  };
}
async function leastRaise(judgedChart, context, { moved, isOther }) {
  let { chart, judged } = judgedChart, since = isOther ? await baselineOf(chart, judged, context) : void 0, { required, unknown: unknown3 } = await howFar(judgedChart, moved, since, context);
  return {
    required,
    since,
    ...unknown3 !== void 0 && { unknown: unknown3 },
    version: await nextFree(judgedChart, required, context)
  };
}
async function howFar(judgedChart, moved, since, context) {
  let guess = () => requiredBumpOf(judgedChart, void 0, moved, context);
  if (since === void 0) return { required: await guess() };
  if (context.unseen.has(judgedChart.chart.path)) return { required: await guess(), unknown: UNSEEN };
  try {
    return { required: await requiredBumpOf(judgedChart, since, moved, context) };
  } catch (error) {
    let why = asReleaseError(error).message.replace(/\.$/, "");
    return { required: await guess(), unknown: `how far could not be found out: ${why}` };
  }
}
var UNSEEN = "how far was not looked at, since many charts wait";
async function nextFree({ chart, desired, judged: { version } }, required, context) {
  if (!required) return version;
  let { numbering } = required, above2 = await releasedAbove(chart, version, context), from = above2 === void 0 ? {} : { from: numbering.next(above2) };
  return (await freeVersion(chart, desired, { numbering, other: version, ...from }, context))?.version ?? numbering.next(above2 ?? version);
}
function changedWords({ chart, desired, judged }, { moved, isOther }) {
  if (!isOther) return `depends on ${moved.map(({ name }) => name).join(", ")}, which gets a new version`;
  let { version, sightings: sightings2 } = judged, absent2 = sightings2.filter(({ presence }) => presence.state === "absent");
  if (absent2.length === sightings2.length) return `changed since the git tag of ${version}, which no target has`;
  let lacking = absent2.length === 0 ? "" : `, which ${absent2.map(({ target }) => target.address).join(", ")} lacks`, only = isAppVersionAlone(chart, judged) ? ` (appVersion is to be ${desired.value ?? "none"})` : "";
  return `changed since ${version}${lacking}${only}`;
}
function isAppVersionAlone({ fingerprint: fingerprint2 }, { sightings: sightings2 }) {
  return sightings2.every(({ presence }) => presence.state !== "present" || presence.fingerprint === fingerprint2);
}
function raiseWords({ version, required, unknown: unknown3 }) {
  let raise = `raise the version to at least ${version}`;
  if (unknown3 !== void 0) return `${raise}; ${unknown3}`;
  let { level, reason = "" } = required ?? {};
  return `${raise}${level === void 0 ? "" : ` (${level})`}; ${reason}`;
}

// src/plan/version/decide-chart.ts
async function decideChart(judgement, moved, context) {
  let decision = await decideFor(judgement, moved, context), more = "refusal" in judgement ? [] : judgement.desired.findings ?? [], findings = [...decision.findings, ...more];
  return lintedSource({ ...decision, findings }, context);
}
async function decideFor(judgement, moved, context) {
  let { chart } = judgement, follows = moved.map(({ path }) => path);
  if ("refusal" in judgement) return { ...refused2(chart, judgement.refusal, context), follows };
  let { verdict } = judgement.judged;
  try {
    if (verdict.action === "unknown")
      return await compareWithBase(judgement, moved, context) ?? { ...refused2(chart, unknownState(chart, judgement.judged), context), follows };
    let isManual = isByHand(bumpOf(chart, context.settings).value);
    if (verdict.action === "move") {
      let because = { reason: verdict.reason, moved, isOther: !0 };
      return await (isManual ? waitForRaise : bumpChart)(judgement, context, because);
    }
    if (verdict.action === "publish") return { ...await decideManualVersion(judgement, moved, context), follows };
    if (moved.length === 0 || isManual && verdict.action === "complete") return await caughtUp(judgement, context);
    if (isManual) return await waitForRaise(judgement, context, { moved, isOther: !1 });
    let reason = `it depends on ${moved.map(({ name }) => name).join(", ")}`;
    return await bumpChart(judgement, context, { reason, moved, isOther: !1 });
  } catch (error) {
    let problem2 = asReleaseError(error);
    if (problem2.kind === "config") throw problem2;
    return { ...refused2(chart, problem2, context), follows };
  }
}
function lintedSource(decision, context) {
  if (!isTried(decision, context.settings.mode)) return decision;
  let { problem: problem2, findings } = lintSource(decision.chart, decision.edits);
  return problem2 ? { ...refused2(decision.chart, problem2, context), follows: decision.follows } : findings.length > 0 ? { ...decision, findings: [...decision.findings, ...findings] } : decision;
}
function requireTag(decision, context) {
  if (decision.action !== "publish" && decision.action !== "bump") return decision;
  let { chart, version } = decision, tag = tagOf(context.tagTemplate, { name: chart.manifest.name, version }), problem2 = tag === void 0 ? void 0 : refProblem(tag);
  return problem2 === void 0 ? decision : refused2(chart, untaggable(chart, tag ?? "", problem2), context);
}

// src/plan/version/dependency-order.ts
var CHARTS_AT_ONCE2 = 32;
async function decideInOrder(charts, undecided, { follows, decide }) {
  let waiting2 = new Map(undecided.map((one2) => [one2.chart.path, one2])), decided = /* @__PURE__ */ new Map(), moves = /* @__PURE__ */ new Map();
  for (let level of levelsOf(charts, [...charts.keys()]))
    await mapConcurrent(level, CHARTS_AT_ONCE2, async (chart) => {
      let moved = [...new Set(chart.local.filter(follows).map((local) => local.path))].flatMap((path2) => moves.get(path2) ?? []), one2 = waiting2.get(chart.path), decision = one2 && await decide(one2, moved);
      decision && decided.set(chart.path, decision);
      let { path, manifest } = chart;
      decision && isReleased(decision) && decision.edits.version !== void 0 ? moves.set(path, { path, name: manifest.name, level: decision.level }) : moved.length > 0 && moves.set(path, { path, name: manifest.name, level: highest(moved) });
    });
  return undecided.flatMap(({ chart }) => decided.get(chart.path) ?? []);
}
function highest(moved) {
  let levels = moved.map(({ level }) => level);
  return ["major", "minor", "patch"].find((level) => levels.includes(level));
}

// src/plan/app-version/app-line.ts
var import_semver2 = __toESM(require_semver(), 1);
var MAX_LOOKED_AT3 = 100;
async function appLineOf(chart, question, context) {
  let order2 = orderOf(question);
  if (order2 === void 0) return;
  let { name, version: own } = chart.manifest, versions = versionsOnLine(await publishedVersions(name, context), own, "major").slice(0, MAX_LOOKED_AT3), withdrawn = await withdrawnOf(question, context), after, below3;
  for (let version of versions) {
    let { shipped = "", fingerprint: fingerprint2 } = await shippedBy(chart, version, { judged: question.judged, context }), other = appVersionOrder(shipped), rank2 = other === null || withdrawn(other) ? -1 : import_semver2.default.compare(other, order2);
    if (rank2 > 0 && after === void 0 && (below3 = { version, appVersion: shipped }), !(rank2 > 0)) {
      if (below3 === void 0 && !isForRelease(question)) return;
      if (rank2 === 0 && fingerprint2 === chart.fingerprint) return lineOf(version, below3);
      if (after ??= version, rank2 < 0) break;
    }
  }
  return lineOf(after, below3);
}
function orderOf({ rule, scope, appVersion }) {
  return scope.kind !== "all" || appVersion === void 0 ? void 0 : (rule.rule === "tag" || rule.rule !== "sha" && scope.tag !== void 0) && appVersionOrder(appVersion) || void 0;
}
function isForRelease({ rule }) {
  return rule.rule === "tag" || rule.rule === "values";
}
async function withdrawnOf({ rule }, context) {
  if (rule.rule !== "tag") return () => !1;
  let tagged = new Set((await context.appTags()).map(({ version }) => version.version));
  return ({ version }) => !tagged.has(version);
}
function lineOf(after, below3) {
  return { ...after !== void 0 && { after }, ...below3 && { below: below3 } };
}
async function shippedBy(chart, version, { judged, context }) {
  let { name } = chart.manifest, known3 = version === judged.version ? judged.sightings : void 0;
  for (let target of context.targets) {
    let presence = known3?.find((sighting) => sighting.target === target)?.presence ?? await target.find({ name, version }, { signatures: !1 });
    if (presence.state === "unknown") throw presence.why;
    if (presence.state === "absent") continue;
    let { fingerprint: fingerprint2 } = presence;
    return { shipped: fingerprint2 === void 0 ? await readShipped({ name, version }, target, presence) : presence.appVersion, fingerprint: fingerprint2 };
  }
  return {};
}
async function readShipped(ref, target, { digest }) {
  let { archive } = await target.fetch({ ref, digest }), file = unpack(archive).files.find(({ path }) => path === "Chart.yaml");
  return file && readChartYaml(Buffer.from(file.content).toString(), "Chart.yaml").appVersion;
}

// src/plan/app-version/merged-proposal.ts
import { posix as posix15 } from "node:path";
var MOVING = /* @__PURE__ */ new Set(["sha", "tag", "literal"]);
async function mergedAppVersion(chart, { rule }, appPaths, context) {
  let { appVersion } = chart.manifest;
  if (appVersion === void 0 || !MOVING.has(rule)) return;
  let isProposal = !1;
  for await (let one2 of touching(chart, appPaths, context)) {
    if (isProposal && one2.commit === appVersion) return appVersion;
    if (one2.paths.some((path) => isInside(chart, path))) {
      if (!await changesLikeBump(one2, context) || !isProposal && !await setsAppVersion(chart, one2, context)) return;
      if (isProposal = !0, rule !== "sha") return appVersion;
    }
  }
}
async function setsAppVersion({ path, manifest }, { commit, parent }, { git }) {
  if (parent === void 0) return !1;
  let file = posix15.join(path, "Chart.yaml"), at = async (one2) => {
    let object = (await git.tree(one2)).find((entry) => entry.path === file)?.object, blob = object === void 0 ? void 0 : (await git.blobs([object])).get(object);
    return blob && readChartYaml(Buffer.from(blob).toString(), file);
  }, [before, after] = [await at(parent), await at(commit)];
  return after?.version === manifest.version && after.appVersion === manifest.appVersion && before?.appVersion !== manifest.appVersion;
}

// src/plan/version/judgement.ts
async function judgementOf(chart, desired, context) {
  try {
    let first = await judge2(chart, await versionAtHand(chart, context), desired, context), unended = await unfinished(chart, first, { desired, context }), placed2 = await onAppLine(chart, unended, { desired, context }), value = await merged(chart, placed2.judged, { desired, context });
    return { chart, desired: { ...desired, ...value !== void 0 && { value } }, ...placed2 };
  } catch (error) {
    return { chart, refusal: asReleaseError(error) };
  }
}
async function unfinished(chart, judged, { desired, context }) {
  let label2 = preReleaseOf(context.scope), isNew2 = judged.verdict.action === "publish" && judged.sightings.every(({ evidence }) => evidence.state === "absent");
  return label2 === void 0 || !isNew2 || isPreRelease(judged.version) ? judged : judge2(chart, asPreRelease(judged.version, label2), desired, context);
}
async function onAppLine(chart, judged, { desired, context }) {
  if (judged.verdict.action !== "move" || !allowsBump(bumpOf(chart, context.settings).value)) return { judged };
  let { rule } = appVersionRuleOf(chart, context), question = { rule, scope: context.scope, appVersion: desired.value, judged }, line = await appLineOf(chart, question, context);
  return line?.after === void 0 || line.after === judged.version ? { judged, line } : { judged: await judge2(chart, line.after, desired, context), line, inGit: judged };
}
async function merged(chart, { verdict }, { desired, context }) {
  if (!(verdict.action === "publish" && desired.value !== chart.manifest.appVersion) || context.settings.commit !== "pull-request") return;
  let { rule } = appVersionRuleOf(chart, context), { appPaths = [] } = chartSettings(chart, context.settings);
  return mergedAppVersion(chart, rule, appPaths, context);
}
async function versionAtHand(chart, context) {
  let { scope, settings } = context;
  if (scope.kind === "release-tag") return scope.version;
  let bump = bumpOf(chart, settings).value;
  return settings.commit === "none" && allowsBump(bump) && !(scope.kind === "all" && scope.tag) ? await lastOnLine(chart, fixedLevelOf(bump), context) ?? chart.manifest.version : chart.manifest.version;
}
var COMPARED_AT_ONCE = 32;
async function judgeInside(charts, judged, byBytes, waits = () => !1) {
  let paths = judged.filter((one2) => "refusal" in one2 || !(one2.judged.verdict.action === "leave" || waits(one2))).map(({ chart }) => chart.path), released = [...paths, ...dependentsOf(charts, paths)], inside2 = new Set(levelsOf(charts, released).flatMap((level) => level.map(({ path }) => path))), unsure = judged.filter(isByTag).filter(({ chart }) => inside2.has(chart.path));
  if (unsure.length === 0) return judged;
  let compared = await mapConcurrent(unsure, COMPARED_AT_ONCE, byBytes), again = new Map(compared.map((one2) => [one2.chart.path, one2])), all = judged.map((one2) => again.get(one2.chart.path) ?? one2);
  return judgeInside(charts, all, byBytes, waits);
}
function isByTag(judgement) {
  return !("refusal" in judgement) && judgement.judged.sightings.some(({ evidence }) => evidence.byTag !== void 0);
}

// src/plan/version/unseen-charts.ts
var MAX_COMPARED = 20;
function waitsForRaise({ settings }) {
  return ({ chart, judged }) => judged.verdict.action === "move" && isByHand(bumpOf(chart, settings).value);
}
async function unseenCharts({ tree }, waiting2, { git }) {
  let unseen = new Set(waiting2.map(({ chart }) => chart.path)), room = MAX_COMPARED;
  if (unseen.size <= room) return /* @__PURE__ */ new Set();
  for await (let { paths } of git.history(tree.commit, [...unseen]))
    for (let path of [...unseen].filter((folder) => paths.some((one2) => isBelow(one2, folder)))) {
      if (room === 0) return unseen;
      unseen.delete(path), room -= 1;
    }
  return unseen;
}
function isBelow(path, folder) {
  return folder === "." || path.startsWith(`${folder}/`);
}

// src/plan/version/unraised-inside.ts
async function unraisedInside(sources, decisions, context) {
  if (context.scope.kind !== "release-tag") return [];
  let own = new Set(decisions.map(({ chart }) => chart.path)), manual = levelsOf(sources.charts, [...own]).flat().filter(({ path }) => !own.has(path)).filter((chart) => isByHand(bumpOf(chart, context.settings).value));
  if (manual.length === 0) return [];
  let wide = { ...context, scope: { kind: "all" } }, { wanted: wanted2 } = await wantedAppVersions(manual, manual, wide), waiting2 = (await Promise.all(
    manual.map(async (chart) => {
      let desired = wanted2.get(chart.path);
      return desired === void 0 || desired instanceof ReleaseError ? void 0 : judgementOf(chart, desired, contextOf(chart, wide));
    })
  )).filter((one2) => one2 !== void 0).filter(isJudged).filter(waitsForRaise(wide)), deciding = { ...wide, sources, unseen: /* @__PURE__ */ new Set() };
  return (await Promise.all(waiting2.map((one2) => decideChart(one2, [], contextOf(one2.chart, deciding))))).filter(({ action }) => action === "wait");
}

// src/plan/plan.ts
var CHARTS_AT_ONCE3 = 32;
async function planCharts(sources, folders, context) {
  let unreadable3 = folders.flatMap((path) => {
    let problem2 = sources.problems.get(path);
    return problem2 && context.scope.kind !== "release-tag" ? [{ path, problem: problem2 }] : [];
  }), all = folders.flatMap((path) => sources.charts.get(path) ?? []), charts = inScope(all, context.scope), doubled = duplicateNames(all), { wanted: wanted2, ...told } = await wantedAppVersions(charts, all, context), first = await mapConcurrent(charts, CHARTS_AT_ONCE3, async (chart) => {
    let desired = wanted2.get(chart.path) ?? lost(chart), own = contextOf(chart, context), problem2 = doubled.get(chart.path) ?? unpublishable(chart, own.targets);
    return problem2 ? { chart, refusal: problem2 } : desired instanceof ReleaseError ? { chart, refusal: desired } : judgementOf(chart, desired, own);
  }), { sameAtTag: _, ...byBytes } = context, waits = waitsForRaise(context), again = ({ chart, desired }) => judgementOf(chart, desired, contextOf(chart, byBytes)), judged = await judgeInside(sources.charts, first, again, waits), unseen = await unseenCharts(sources, judged.filter(isJudged).filter(waits), context), deciding = { ...context, sources, unseen }, claimable = (await decideInOrder(sources.charts, judged, {
    // If bumps don't go to git, the lock there goes on naming a published version.
    follows: (local) => context.bumpsGoToGit || isByFolder(local),
    decide: (judgement, moved) => decideChart(judgement, moved, contextOf(judgement.chart, deciding))
  })).map((decision) => requireTag(decision, contextOf(decision.chart, context))), unraised = await unraisedInside(sources, claimable, context), onTargets = (chart) => targetsOf(chart, context.targets, context.settings), { decisions, published } = await stopDependents(sources, [...claimable, ...unraised], onTargets);
  return { decisions: decisions.slice(0, claimable.length), published, unreadable: unreadable3, ...told };
}
function inScope(charts, scope) {
  return scope.kind === "nothing" ? [] : scope.kind === "all" ? charts : charts.filter((chart) => chart.path === scope.path);
}
function lost({ path }) {
  return new ReleaseError("BUG_UNEXPECTED", `${path} was not asked for its appVersion.`);
}
function refuseBroken(sources, decisions, { problems, settings, targets }) {
  let refusing2 = decisions.map((decision) => {
    let problem2 = problems.get(decision.chart.path);
    return problem2 ? { ...refused2(decision.chart, problem2, { settings }), follows: decision.follows } : decision;
  });
  return stopDependents(sources, refusing2, (chart) => targetsOf(chart, targets, settings));
}

// src/pipeline/history.ts
function createHistory(git, targets, settings) {
  let ownRepositories = targets.flatMap((target) => {
    let holds3 = (chart) => targetsOf(chart, [target], settings).length > 0;
    return (target.url === void 0 ? [target.address] : [target.address, target.url]).map((place2) => ({ address: place2.replace(/\/$/, ""), holds: holds3 }));
  }), context = { git, ownRepositories };
  return {
    ...context,
    sourcesAt: (commit, folders, overlay = /* @__PURE__ */ new Map()) => readSources(git, commit, folders, { ownRepositories, overlay }),
    chartAt: (chart, commit) => chartAt(chart, commit, context),
    releaseCommits: (head, charts) => releaseCommits(context, head, charts),
    releaseOfClaim: (content, commit) => releaseOfClaim(content, commit, context)
  };
}

// src/verification/published/site.ts
var BOUNDS = { attempts: 1, timeoutMs: 1e4 };
function openSite(url, { files, secrets, newHttp, serverUrl }) {
  let entry = entryFor(url, []);
  if (!entry) throw unreadable(url, "its address is not valid");
  let http = newHttp(), bounded2 = { send: (request) => http.send({ ...request, ...BOUNDS }) }, privateHosts = [url, serverUrl].map((each) => new URL(each).host), repository = openRepository(entry, { files, secrets, privateHosts, newHttp: () => bounded2 });
  return inRepository(repository, {
    fromRegistry: async (found) => Promise.reject(unreadable(found, "it is not a file"))
  });
}

// src/pipeline/outside/open-outside.ts
function openOutside(places) {
  let { settings, newHttp, facts } = places, opened = /* @__PURE__ */ new Map(), open3 = ({ address, site }) => {
    if (site !== void 0) return { url: site, open: () => openSite(site, { ...places, serverUrl: facts.serverUrl }) };
    if (!address.startsWith("oci://")) return;
    let anonymous = { ...settings, anonymous: !0 };
    return {
      anybody: openRegistry(address, { ...places, http: newHttp(), settings: anonymous }),
      member: openRegistry(address, { ...places, http: newHttp() })
    };
  };
  return (target) => (opened.has(target) || opened.set(target, open3(target)), opened.get(target));
}

// src/plan/scope/lint-rule.ts
var NAMED = 5;
function lintRuleOf(chart, settings) {
  let own = chartSettings(chart, settings), kubeVersion = own.kubeVersion ?? settings.kubeVersion, isOwn2 = own.lintValues !== void 0, { lintValues: values, lintValuesAt: valuesAt } = isOwn2 ? own : settings;
  return {
    mode: own.lint ?? settings.lint,
    ...isOwn2 && { isOwn: isOwn2 },
    ...values && { values },
    ...valuesAt && { valuesAt },
    ...kubeVersion !== void 0 && { kubeVersion },
    ...own.undeclaredSubcharts === "allow" && { acceptsUndeclared: !0 }
  };
}
function ownLinting(chart, settings) {
  let { lint: lint2, lintValues, kubeVersion, undeclaredSubcharts } = chartSettings(chart, settings);
  if (![lint2, lintValues, kubeVersion, undeclaredSubcharts].some((value) => value !== void 0)) return {};
  let { mode, values, ...rule } = lintRuleOf(chart, settings), version = rule.kubeVersion !== void 0 && { kubeVersion: rule.kubeVersion };
  return {
    lint: { mode, ...values && { values }, ...version, ...undeclaredSubcharts && { undeclaredSubcharts } }
  };
}
function notLinted(charts, settings) {
  let names2 = charts.filter((chart) => lintRuleOf(chart, settings).mode === "off").map(({ manifest }) => manifest.name);
  return names2.length === 0 ? [] : [
    `Not linted, as \`lint: off\` says: ${someOf(names2, NAMED)}. A template that does not render, and values that the chart's own schema refuses, would reach users.`
  ];
}

// src/pipeline/package/build-context.ts
function createBuildContext(run, fetch, { take } = {}) {
  let { settings, warn } = run, { git, files } = run.platform, foreign = {
    git,
    fetch,
    dependencies: settings.dependencies,
    settingsOf: (chart) => chartSettings(chart, settings)
  };
  return memoizeAsync(async () => ({
    ...foreign,
    lintRuleOf: (chart) => lintRuleOf(chart, settings),
    files,
    helm: await run.helm(),
    warn,
    built: /* @__PURE__ */ new Map(),
    resolved: /* @__PURE__ */ new WeakMap(),
    ...take && { handedOver: (request) => take(request, foreign) }
  }));
}

// src/chart/dependencies/named-repository.ts
var MAX_NAMES2 = 10, PLAIN_NAME = /^[\w.-]{1,100}$/, PLAIN_ADDRESS = /^https?:\/\/[\w.:/-]{1,300}$/i;
function namedRepository(name, known3, asking) {
  let added = known3.entries.find((entry) => entry.name === name), configured = asking.repositories?.get(name);
  if (added && configured !== void 0 && !isSameAddress(added.url, configured))
    throw twoAddresses(asking.repository, added.url, configured);
  let found = added ?? (configured === void 0 ? void 0 : plainEntry(name, configured));
  if (!found) throw unknown(name, known3, asking);
  let { lockedFrom } = asking;
  if (lockedFrom !== void 0 && /^https?:/i.test(lockedFrom) && !isSameAddress(lockedFrom, found.url)) {
    let [was, is] = [lockedFrom, found.url].map(withoutLogin);
    throw new ReleaseError("LOCK_OUT_OF_STEP", `the lock was made with ${was}, and ${asking.repository} is ${is} here`);
  }
  return found;
}
function unknown(name, known3, asking) {
  let names2 = [.../* @__PURE__ */ new Set([...known3.entries.map((entry) => entry.name), ...asking.repositories?.keys() ?? []])], list = names2.length === 0 ? "no repository has a name" : `known are ${names2.slice(0, MAX_NAMES2).join(", ")}`, why = known3.problem === void 0 ? list : `${list}, and ${known3.problem}`, address = PLAIN_ADDRESS.exec(asking.lockedFrom ?? "")?.[0] ?? "https://\u2026", line = allowing(asking, { repositories: [[name, address]] }), word = PLAIN_NAME.test(name) ? name : "NAME";
  return new ReleaseError(
    "DEPENDENCY_REPOSITORY_UNKNOWN",
    `nothing says which address ${asking.repository} is (${why})`,
    {
      hint: `Run \`helm repo add ${word} ${address}\` in a step before this one, or write \`${line}\` into the config file.`
    }
  );
}
function twoAddresses(repository, added, configured) {
  return new ReleaseError(
    "DEPENDENCY_REPOSITORY_UNKNOWN",
    `${repository} is ${withoutLogin(added)} by \`helm repo add\`, and ${configured} by the config file`,
    { hint: "Write the right address in both places, or take it out of the config file." }
  );
}

// src/chart/dependencies/fetch-dependency.ts
function createFetch(context) {
  let clients = /* @__PURE__ */ new Map(), known3 = memoizeAsync(() => knownRepositories(context.files, context.environment)), clientFor = (repository) => {
    let opened = clients.get(repository) ?? openAt(repository);
    return clients.set(repository, opened), opened;
  }, openAt = async (repository) => repository.startsWith("oci://") ? context.openRegistry(repository) : open(repository, await known3(), context);
  return async (wanted2) => {
    let alias = aliasIn(wanted2.repository), named4 = alias === void 0 ? void 0 : namedRepository(alias, await known3(), { ...context, ...wanted2 }), from = await clientFor(wanted2.repository), version = wanted2.version ?? tagNamedBy(wanted2), offer = chosen(await from.offers(wanted2.name, version), { ...wanted2, version }), archive = await archiveOf(from, offer, { name: wanted2.name, named: named4 });
    return unpack(archive), { version: offer.version, archive, ...named4 && { repository: named4.url } };
  };
  async function archiveOf(from, offer, { name, named: named4 }) {
    let { url } = offer;
    if (!url || ["https:", ...context.schemes.map((scheme) => `${scheme}:`)].includes(url.protocol) || named4 && new URL(named4.url).origin === url.origin) return from.archive(offer, name);
    if (url.protocol !== "oci:") throw failed(`its index names ${url.protocol}//, which is not allowed`);
    let { path, name: last, tag } = partsOf(url);
    return (await clientFor(path)).archive({ version: tag || offer.version }, last);
  }
}
function open(repository, known3, context) {
  let alias = aliasIn(repository), entry = alias === void 0 ? entryFor(repository, known3.entries) : namedRepository(alias, known3, { ...context, repository });
  if (!entry) throw failed("it has no address");
  if (entry.unsupported !== "") throw failed(`its \`helm repo add\` had ${entry.unsupported}, which is not supported`);
  if (!/^https?:\/\//i.test(entry.url) || !URL.canParse(entry.url)) throw notHttp(entry.url);
  let named4 = alias === void 0 ? [] : [new URL(entry.url).host];
  return openRepository(entry, { ...context, privateHosts: [...context.privateHosts, ...named4] });
}
function notHttp(url) {
  let scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? "none";
  return new ReleaseError("DEPENDENCY_FAILED", `the scheme of its address is ${scheme}`, {
    hint: "Take it from https:// or oci://, or commit its archive in charts/."
  });
}
function tagNamedBy({ repository, constraint }) {
  return readHelmVersion(constraint) !== void 0 && parseVersion(constraint) === void 0 && repository.startsWith("oci://") ? constraint : void 0;
}
function chosen(offers, { name, version, constraint }) {
  if (offers.length === 0) throw failed(`it holds no chart ${name}`);
  let found = version === void 0 ? newest(offers, constraint) : exact(offers, version);
  if (found) return found;
  throw failed(`it holds no version ${version ?? constraint} of ${name}`);
}
function exact(offers, version) {
  let named4 = offers.find((offer) => offer.version === version), [first, ...others] = named4 ? [named4] : offers.filter((offer) => order(offer.version, version) === 0), other = others.find((offer) => offer.version !== first?.version);
  if (first && other) throw failed(`it holds ${first.version} and ${other.version}, and ${version} could be either`);
  return first;
}
function newest(offers, constraint) {
  return offers.filter((offer) => satisfies(offer.version, constraint)).reduce(
    (best, offer) => best && (order(best.version, offer.version) ?? -1) >= 0 ? best : offer,
    void 0
  );
}
function order(a, b) {
  let [one2, other] = [readHelmVersion(a), readHelmVersion(b)];
  return one2 && other && compareHelmVersions(one2, other);
}
function partsOf({ host, pathname }) {
  let parts = pathname.split("/").filter((part) => part !== ""), [name = "", tag = ""] = (parts.pop() ?? "").split(":");
  return { path: ["oci:/", host, ...parts].join("/"), name, tag: tag.replaceAll("_", "+") };
}
function failed(why) {
  return new ReleaseError("DEPENDENCY_FAILED", why);
}

// src/pipeline/package/dependencies.ts
function dependencyFetch(context) {
  return createFetch({ ...context, openRegistry: (address) => registryShelf(address, context) });
}
function registryShelf(address, context) {
  let registry = openTarget(address, targetContext(address, context));
  return {
    async offers(name, version) {
      return version !== void 0 ? [{ version }] : (await registry.versions(name)).filter((one2) => parseVersion(one2)).map((one2) => ({ version: one2 }));
    },
    async archive({ version }, name) {
      let found = await registry.find({ name, version });
      if (found.state === "unknown") throw found.why;
      if (found.state === "absent")
        throw new ReleaseError("DEPENDENCY_FAILED", `it holds no version ${version} of ${name}`);
      let artifact = registry.adopt({ name, version }, found);
      return (await registry.fetch(artifact)).archive;
    }
  };
}
function targetContext(address, context) {
  let { settings, ownHosts: ownHosts2, newHttp, privateHosts } = context, isOwn2 = ownHosts2.includes(address.split("/")[2] ?? ""), { registryUsername, registryPassword, ...others } = settings;
  return {
    ...context,
    http: guarded(context.http, privateHosts),
    newHttp: () => guarded(newHttp(), privateHosts),
    settings: isOwn2 ? settings : others
  };
}
function guarded(http, privateHosts) {
  return { send: (request) => http.send({ ...request, privateHosts }) };
}

// src/pipeline/publish/token-in-hand.ts
function withTokenInHand(identity2, held, clock2) {
  let isUsed = !1;
  return {
    token(audience) {
      let isFresh = clock2.monotonic() - held.askedAt < 6e4;
      return isUsed || !isFresh || audience !== held.audience ? identity2.token(audience) : (isUsed = !0, Promise.resolve(held.token));
    }
  };
}

// src/pipeline/publish/open-signing.ts
async function openSigning(platform, settings, sigstore) {
  let { http, clock: clock2, log, secrets } = platform, { publicLog, sigstoreTimeout: timeoutMs2, trustedSigners } = settings, { keyless, services, claims: claims2, serverUrl, held } = sigstore, identity2 = withTokenInHand(platform.identity, held, clock2), signer = keyless.createKeylessSigner({ http, clock: clock2, log, identity: identity2, secrets, services, timeoutMs: timeoutMs2, publicLog }), prepared = await signer.prepare();
  if (prepared.sourceRepositoryId === void 0)
    throw new ReleaseError(
      "SIGSTORE_INVALID_ANSWER",
      "The certificate does not name the repository that it was issued for."
    );
  let ours = keyless.ourIdentity(claims2, { serverUrl, subject: prepared.subject }, trustedSigners), root = services.trustedRoot, [verifier, inspector] = [keyless.createVerifier(root), keyless.createInspector(root)];
  return { signer, verifier, inspector, identity: prepared, ours };
}
function createFileSigner(open3) {
  let signing = async () => {
    let opened = await open3();
    if (opened) return opened;
    throw new ReleaseError("BUG_UNEXPECTED", "A file was to be signed with `sign: none`");
  };
  return {
    async sign(subject) {
      let { bundles } = await (await signing()).signer.sign(subject), [bundle] = bundles;
      if (bundle && bundles.length === 1) return bundle.json;
      throw new ReleaseError("BUG_UNEXPECTED", `${subject.repository} takes one bundle, and got ${bundles.length}`);
    },
    async signerOf(subject, json) {
      let { verifier, ours } = await signing(), identity2 = await verifier.signerOf(subject, { json, predicateType: "" });
      return { ...identity2, isOurs: isOurs(identity2, ours) };
    }
  };
}
async function openProvenance(settings, clock2) {
  let { gpgPrivateKey, gpgPassphrase } = settings;
  if (gpgPrivateKey === void 0) return;
  let { createProvenanceSigner } = await import("./pgp-TQ6UUBYP.js");
  return createProvenanceSigner({
    privateKey: gpgPrivateKey,
    passphrase: gpgPassphrase,
    now: () => clock2.now()
  });
}

// src/pipeline/publish/open-sigstore.ts
var AUDIENCE = "sigstore", PATIENCE_MS = 2e4;
async function openSigstore({ http, clock: clock2, log, identity: identity2, files }, { sigstoreSigningConfig: signingConfig, sigstoreTrustedRoot: trustedRoot, part }, facts, timeoutMs2) {
  let { serverUrl } = facts, problem2 = instanceProblem(serverUrl, signingConfig !== void 0);
  if (problem2) throw problem2;
  let askedAt = clock2.monotonic(), token = await createOutageRetry({ clock: clock2, log, timeoutMs: timeoutMs2 }).run({
    name: "GitHub's identity service",
    attempt: () => identity2.token(AUDIENCE)
  }), keyless = await import("./keyless-JISSO4XT.js"), claims2 = keyless.readClaims(token);
  part === "release" && keyless.requireHostedRunner(claims2, facts);
  let cacheFolder = await files.temporaryFolder("tuf"), services = await keyless.findServices(
    { signingConfig, trustedRoot, cacheFolder },
    { http, files, clock: clock2, log, timeoutMs: timeoutMs2 }
  );
  return { keyless, services, claims: claims2, serverUrl, held: { token, askedAt, audience: AUDIENCE } };
}
function createRecognition(open3, { trustedSigners, sigstoreTimeout }, warn) {
  let opened = async () => {
    let { keyless, services, claims: claims2, serverUrl } = await open3(Math.min(sigstoreTimeout, PATIENCE_MS)), subject = `${serverUrl}/${claims2.jobWorkflowRef}`;
    return { ours: keyless.ourIdentity(claims2, { serverUrl, subject }, trustedSigners), verifier: keyless.createVerifier(services.trustedRoot) };
  }, once;
  return ({ signs }) => async (digest, bundle) => {
    once ??= opened();
    try {
      let { ours, verifier } = await once;
      return verifier.isOurs({ signs, digest }, bundle, ours);
    } catch (thrown) {
      let { kind, message } = asReleaseError(thrown);
      if (kind === "bug") throw thrown;
      return warn(`Whose signatures the published charts carry was not checked: ${message}`), !0;
    }
  };
}

// src/pipeline/release-tags.ts
function createReleaseTags(settings) {
  let folders = /* @__PURE__ */ new Map();
  return {
    tagOf: (ref) => {
      let chart = { name: ref.name, path: folders.get(ref.name) ?? "" };
      return tagOf(settingsOf(chart, settings).tagTemplate, ref);
    },
    know(charts) {
      for (let { name, path } of charts) folders.set(name, path);
    },
    remember(charts) {
      for (let { name, path } of charts) folders.has(name) || folders.set(name, path);
    }
  };
}

// src/platform/files/workspace.ts
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { lstat, mkdir, open as open2, realpath, rename, rm, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
function createWorkspace(root, journal, folder = "") {
  return {
    folder,
    read: (path, maxBytes2) => read(root, path, maxBytes2).catch(rethrow(path, "cannot be read")),
    makeFolder: (folder2) => journal.effect(
      `folder ${folder2}`,
      () => makeFolder(root, folder2).then(() => {
      }, rethrow(folder2, "cannot be made"))
    ),
    async write(folder2, name, content) {
      let shown2 = `${folder2}/${name}`, place2 = await makeFolder(root, folder2).catch(rethrow(folder2, "cannot be made"));
      await journal.effect(`file ${shown2}`, () => replace(place2, name, content, shown2)).catch(rethrow(shown2, "cannot be written"));
    }
  };
}
async function read(root, path, maxBytes2) {
  let [top, real] = await Promise.all([realpath(root), realpath(join(root, path)).catch(absent)]);
  if (real === void 0) return;
  let inside2 = relative(top, real);
  if (inside2 === "" || inside2.split(sep)[0] === ".." || inside2.split(sep)[0] === ".git")
    throw pathRefused(path, "leads out of the files of the repository");
  let file = await open2(real, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    let { size } = await file.stat().then((stats) => stats.isFile() ? stats : Promise.reject(pathRefused(path, "is no file")));
    if (size > maxBytes2) throw pathRefused(path, `holds ${size} bytes; at most ${maxBytes2} are read`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}
async function makeFolder(root, folder) {
  let place2 = await realpath(root);
  for (let segment of folder.split("/")) {
    place2 = join(place2, segment);
    let found = await lstat(place2).catch(absent);
    if (found === void 0) await mkdir(place2);
    else if (!found.isDirectory()) throw pathRefused(folder, `is no folder of its own, at "${segment}"`);
  }
  return place2;
}
async function replace(place2, name, content, shown2) {
  let path = join(place2, name), found = await lstat(path).catch(absent);
  if (found !== void 0 && !found.isFile()) throw pathRefused(shown2, "stands there already and is no file");
  let partial = join(place2, `.${randomUUID()}.part`);
  try {
    await writeFile(partial, content, { flag: "wx" }), await rename(partial, path);
  } catch (error) {
    throw await rm(partial, { force: !0 }), asReleaseError(error).code === "DISK_FULL" ? diskFull(`${shown2} cannot be written`, error) : error;
  }
}
function rethrow(path, what) {
  return (error) => {
    throw codeOf(error) === void 0 || error instanceof ReleaseError || asReleaseError(error).code === "DISK_FULL" ? asReleaseError(error) : pathRefused(path, `${what}: ${reasonOf(error)}`);
  };
}
function absent(error) {
  if (!isMissing(error))
    throw error;
}
function pathRefused(path, what) {
  return new ReleaseError("WORKSPACE_PATH_REFUSED", `${path} ${what}.`, {
    hint: "Name a plain file or folder of the repository, or take the link away.",
    at: { file: path }
  });
}

// src/platform/git/credentials/configuration.ts
var OF_TRANSPORT = /^(http\.|credential\.|url\.|protocol\.|ssh\.|core\.(sshcommand|gitproxy|askpass)$|remote\.origin\.(url|pushurl|proxy|proxyauthmethod|uploadpack|receivepack)$)/;
async function readConfiguration(git, variables) {
  let { GIT_CONFIG_COUNT: given = "0", ...rest } = variables, count = /^\d{1,4}$/.test(given) ? Number(given) : 0, env = {
    ...rest,
    [`GIT_CONFIG_KEY_${count}`]: "safe.directory",
    [`GIT_CONFIG_VALUE_${count}`]: "*",
    GIT_CONFIG_COUNT: String(count + 1)
  }, ran = await git(["config", "--list", "--includes", "-z", "--show-scope"], { env });
  return ran.exitCode === 0 ? entriesIn(Buffer.from(ran.stdout).toString()) : [];
}
function entriesIn(listed2) {
  let fields = listed2.split("\0");
  return Array.from({ length: Math.floor(fields.length / 2) }, (_, index) => {
    let [scope = "", entry = ""] = fields.slice(index * 2, index * 2 + 2), end = entry.indexOf(`
`);
    return end < 0 ? { scope, key: entry, value: "true" } : { scope, key: entry.slice(0, end), value: entry.slice(end + 1) };
  });
}
function transportSettings(entries) {
  return entries.flatMap(({ key, value }) => OF_TRANSPORT.test(key) ? [[key, value]] : []);
}
function valuesOf(entries, section, name) {
  return entries.flatMap(({ key, value }) => isKey(key, section, name) ? [value] : []);
}
function isKey(key, section, name) {
  return key === `${section}.${name}` || key.startsWith(`${section}.`) && key.endsWith(`.${name}`);
}
function configEnvironment(entries) {
  let numbered = entries.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value]
  ]);
  return { GIT_CONFIG_COUNT: String(entries.length), ...Object.fromEntries(numbered) };
}

// src/platform/git/credentials/addresses.ts
async function readAddresses(git, entries) {
  let [fetch, push3] = await Promise.all([linesOf(git, []), linesOf(git, ["--push"])]), urls = valuesOf(entries, "remote.origin", "url"), pushUrls = valuesOf(entries, "remote.origin", "pushurl"), pushed2 = pushUrls.length > 0 ? pushUrls : urls, rewriteOf = (text2) => pushUrls.length > 0 || fetch.includes(text2) ? "insteadOf" : "pushInsteadOf", pushes = push3.map((text2, index) => read2(text2, { raw: pushed2[index] ?? text2, rewrite: rewriteOf(text2) }));
  return {
    fetch: fetch.flatMap((text2, index) => read2(text2, { raw: urls[index] ?? text2, rewrite: "insteadOf" }) ?? []),
    push: pushes.flatMap((address) => address ?? []),
    pushesElsewhere: pushes.includes(void 0)
  };
}
async function linesOf(git, words2) {
  let ran = await git(["remote", "get-url", "--all", ...words2, "origin"]);
  return ran.exitCode === 0 ? Buffer.from(ran.stdout).toString().trim().split(`
`) : [];
}
function read2(text2, rewritten) {
  let [, scheme = "", info = "", rest = ""] = /^(https?:\/\/)(?:([^/?#]*)@)?(.*)$/i.exec(text2) ?? [], bare2 = scheme + rest;
  if (rest === "" || !URL.canParse(bare2)) return;
  let { origin, pathname, search } = new URL(bare2);
  return { text: text2, origin, path: pathname + search, user: userIn(info), hasPassword: info.includes(":"), ...rewritten };
}
function userIn(info) {
  return decoded(info.split(":")[0] ?? "");
}
function addressFor(user, { origin, path }) {
  return user === "" ? origin + path : origin.replace("//", `//${encodeURIComponent(user)}@`) + path;
}

// src/platform/git/credentials/configured-secrets.ts
import { stat } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/platform/git/credentials/netrc.ts
var WORD = /"((?:[^"\\]|\\.)*)"|(\S+)/gs;
function netrcLogins(text2) {
  let words2 = [...text2.replace(/^[ \t]*#.*$/gm, "").matchAll(WORD)].map(
    ([, quoted2, bare2 = ""]) => quoted2 === void 0 ? bare2 : quoted2.replace(/\\(.)/gs, "$1")
  ), starts = words2.flatMap((word, index) => word === "machine" || word === "default" ? [index] : []);
  return starts.map((start, index) => {
    let own = words2.slice(start, starts[index + 1]), after = (name) => {
      let at = own.indexOf(name);
      return at < 0 ? "" : own[at + 1] ?? "";
    };
    return { machine: own[0] === "machine" ? own[1] : void 0, login: after("login"), password: after("password") };
  });
}

// src/platform/git/credentials/configured-secrets.ts
var MAX_FILE = 1024 * 1024, SECRET_KEY = /(?:token|secret|password|passwd|pass|passphrase|apikey)$/i, SECRET_HEADER = /authorization|token|secret|cookie|key/i;
function configuredSecrets(entries) {
  return entries.flatMap(({ key, value }) => [
    ...secretsOfAddresses(key),
    ...secretsOfAddresses(value),
    ...isKey(key, "http", "extraheader") ? secretsOfHeader(value) : [],
    ...SECRET_KEY.test(key) ? [value] : []
  ]);
}
function secretsOfHeader(header2) {
  let colon = header2.indexOf(":"), [name, value] = [header2.slice(0, colon), header2.slice(colon + 1).trim()], words2 = value.split(/[\s,;]+/).flatMap((word) => [word, word.slice(word.indexOf("=") + 1)]);
  return [...SECRET_HEADER.test(name) ? [value, value.split(/\s+/).at(-1) ?? ""] : [], ...words2.filter((word) => !isOrdinary(word)), ...words2.flatMap(secretsOfBasic)];
}
function secretsOfBasic(word) {
  let [, user = "", password = ""] = /^([\x20-\x7e]*?):([^\ufffd]*)$/.exec(Buffer.from(word, "base64").toString()) ?? [];
  return secretsOfLogin(user, password);
}
async function cookieSecrets(entries, environment) {
  let files = valuesOf(entries, "http", "cookiefile").filter((file) => file !== "");
  return (await Promise.all(files.map((file) => fileText(file.replace(/^~(?=\/)/, environment.HOME ?? "~"))))).flatMap((text2) => text2.split(/\r?\n/)).flatMap(
    (line) => line.includes("	") ? [line.split("	")[6] ?? ""] : /^set-cookie:/i.test(line) ? secretsOfHeader(line) : []
  );
}
async function netrcOf({ HOME }) {
  return HOME ? netrcLogins(await fileText(join2(HOME, ".netrc"))) : [];
}
async function fileText(path) {
  try {
    return (await stat(path)).isFile() ? Buffer.from(await createFiles().read(path, MAX_FILE)).toString() : "";
  } catch {
    return "";
  }
}

// src/platform/git/credentials/extra-headers.ts
var HEADER = "extraheader", PROBE = "releasechartsprobe", STAND_IN = "release-charts-user";
async function extraHeaders(address, entries, git) {
  let headers = entries.filter(({ key }) => isKey(key, "http", HEADER)), near = await applying(headers, address, git, (index) => [index]), values = (await applying(near, address, git, (index) => Array.from({ length: index + 1 }, (_, each) => each))).map(({ value }) => value);
  return values.slice(values.lastIndexOf("") + 1);
}
async function applying(headers, address, git, upTo) {
  if (headers.length === 0) return [];
  let settings = headers.flatMap(
    (_, index) => upTo(index).map((each) => [probe(headers[each]?.key ?? "", index, address), String(each)])
  ), ran = await git(["config", "-z", "--get-urlmatch", "http", addressFor(STAND_IN, address)], { config: settings }), found = new Map(
    Buffer.from(ran.stdout).toString().split("\0").map((entry) => entry.split(`
`))
  );
  return headers.filter((_, index) => found.get(`http.${PROBE}${index}`) === String(index));
}
function probe(key, index, { user }) {
  return `${key.slice(0, -HEADER.length).replace(/(?<=^http\.https?:\/\/)[^/?#]*(?=@)/i, (info) => userIn(info) === user ? STAND_IN : info)}${PROBE}${index}`;
}

// src/platform/git/credentials/credentials.ts
async function chooseCredential(address, context) {
  let configured = await extraHeaders(address, context.entries, context.git), found = { address, configured, secrets: configured.flatMap(secretsOfHeader) }, isMoved = isOwn(address, context) && (address.hasPassword || address.user !== ""), header2 = configured.filter(isAuthorization).at(-1);
  if (header2 !== void 0) return { ...found, header: header2, isMoved };
  let login = netrcLogin(address, context.netrc) ?? await filledLogin(address, context), ours = headerOf(context);
  if (!login) return ours && isOwn(address, context) ? { ...found, header: ours, isMoved } : found;
  let known3 = { ...found, password: login.password, secrets: secretsOfLogin(login.user, login.password) };
  return isMoved && address.hasPassword ? { ...known3, header: basic(login.user, login.password), isMoved } : known3;
}
function isAuthorization(header2) {
  return /^authorization\s*:/i.test(header2);
}
function netrcLogin({ user, origin }, netrc) {
  let { hostname } = new URL(origin), found = netrc.find(({ machine }) => machine === void 0 || machine === hostname);
  return user === "" && found ? { user: found.login, password: found.password } : void 0;
}
async function filledLogin(address, context) {
  let env = context.token && isOwn(address, context) ? { GIT_ASKPASS: "" } : {}, input = `url=${address.text}

`, ran = await context.git(["credential", "fill"], { input, env, remote: !0 });
  if (ran.exitCode !== 0 || ran.killed) return;
  let fields = new Map(
    Buffer.from(ran.stdout).toString().split(`
`).map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)])
  ), [user = "", password = ""] = [fields.get("username"), fields.get("password")];
  return password !== "" || address.hasPassword ? { user, password } : void 0;
}
function isOwn({ origin }, { serverUrl }) {
  return URL.canParse(serverUrl) && new URL(serverUrl).origin === origin;
}
function headerOf({ token }) {
  return token ? basic("x-access-token", token) : void 0;
}
function basic(user, password) {
  return `AUTHORIZATION: basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}
function settingsFor(chosen3, server) {
  let credentials = chosen3.map((credential) => isShared(credential, chosen3) ? unmoved(credential) : credential), added = credentials.find(({ header: header2, configured }) => header2 && !configured.includes(header2)), general = added && isOwn(added.address, server) ? added : void 0;
  return [
    ...general?.header ? [[`http.${general.address.origin}/.extraheader`, general.header]] : [],
    ...credentials.flatMap((credential) => exactly(credential, general !== void 0)),
    ...credentials.flatMap(
      ({ address, isMoved }) => isMoved ? [[`url.${addressFor("", address)}.${address.rewrite}`, address.raw]] : []
    )
  ];
}
function isShared({ address, header: header2 }, all) {
  let bare2 = addressFor("", address);
  return all.some((other) => other.header !== header2 && addressFor("", other.address) === bare2);
}
function unmoved({ isMoved, ...credential }) {
  let { header: header2, ...rest } = credential;
  return isMoved && credential.password !== void 0 ? rest : credential;
}
function exactly({ address, configured, header: header2, isMoved }, isNeeded) {
  let others = configured.filter((each) => !isAuthorization(each)), wanted2 = header2 === void 0 ? others : [...others, header2];
  if (!isNeeded && !isMoved && wanted2.length === configured.length) return [];
  let key = `http.${addressFor(isMoved ? "" : address.user, address)}.extraheader`;
  return ["", ...wanted2].map((value) => [key, value]);
}

// src/platform/git/credentials/environment.ts
var LOCAL = new Set(
  "PATH HOME XDG_CONFIG_HOME TMPDIR GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM".split(" ")
), REMOTE = new Set(
  `GIT_ASKPASS GIT_SSH GIT_SSH_COMMAND GIT_SSH_VARIANT SSH_ASKPASS SSH_ASKPASS_REQUIRE SSH_AUTH_SOCK
   GIT_SSL_CAINFO GIT_SSL_CAPATH GIT_SSL_CERT GIT_SSL_CERT_PASSWORD_PROTECTED GIT_SSL_CERT_TYPE GIT_SSL_CIPHER_LIST
   GIT_SSL_KEY GIT_SSL_KEY_TYPE GIT_SSL_NO_VERIFY GIT_SSL_VERSION SSL_CERT_DIR SSL_CERT_FILE
   GIT_HTTP_LOW_SPEED_LIMIT GIT_HTTP_LOW_SPEED_TIME GIT_HTTP_PROXY_AUTHMETHOD GIT_HTTP_USER_AGENT
   HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY http_proxy https_proxy no_proxy all_proxy`.split(/\s+/)
), CONFIGURATION = /^GIT_CONFIG_(?:COUNT|PARAMETERS|KEY_\d+|VALUE_\d+)$/;
function gitVariables(environment, { remote }) {
  return {
    ...chosen2(environment, (name) => LOCAL.has(name) || remote && REMOTE.has(name)),
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_ATTR_NOSYSTEM: "1"
  };
}
function configurationVariables(environment) {
  return chosen2(environment, (name) => CONFIGURATION.test(name));
}
function chosen2(environment, isChosen) {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry) => entry[1] !== void 0 && isChosen(entry[0])
    )
  );
}

// src/platform/git/credentials/access.ts
function createGitAccess(context, git) {
  let entries = memoizeAsync(() => configuration(context, git)), chosen3 = memoizeAsync(() => choose(context, git, entries));
  return {
    ready: async () => {
      await entries();
    },
    credentials: async () => settingsFor((await chosen3()).credentials, context),
    ofJob: async () => settingsOfJob(await entries()),
    transport: async () => transportSettings(await entries()),
    usesToken: async () => isToken(context, await chosen3())
  };
}
function settingsOfJob(entries) {
  return transportSettings(entries.filter(({ scope }) => scope === "command"));
}
async function configuration({ environment, secrets }, git) {
  let entries = await readConfiguration(git, configurationVariables(environment)), [cookies, logins] = await Promise.all([cookieSecrets(entries, environment), netrcOf(environment)]), found = [...configuredSecrets(entries), ...cookies, ...logins.map(({ password }) => password)];
  for (let secret of found) secrets.add(secret);
  return entries;
}
async function choose(context, git, entriesOf2) {
  let entries = await entriesOf2(), ofJob = settingsOfJob(entries), withJob = (args, call) => git(args, { ...call, config: [...ofJob, ...call?.config ?? []] }), addresses = await readAddresses(withJob, entries), netrc = await netrcOf(context.environment), each = new Map([...addresses.fetch, ...addresses.push].map((address) => [address.text, address])), credentials = await Promise.all(
    [...each.values()].map((address) => chooseCredential(address, { ...context, entries, netrc, git: withJob }))
  );
  for (let { secrets } of credentials) for (let secret of secrets) context.secrets.add(secret);
  return { addresses, credentials };
}
function isToken(server, { addresses, credentials }) {
  let ours = headerOf(server)?.toLowerCase();
  if (ours === void 0 || addresses.pushesElsewhere || addresses.push.length === 0) return !1;
  let pushed2 = new Set(addresses.push.map(({ text: text2 }) => text2));
  return credentials.filter(({ address }) => pushed2.has(address.text)).every(({ header: header2, password }) => header2?.toLowerCase() === ours || password === server.token);
}

// src/platform/git/stalls.ts
var PATIENCE = [
  ["http.lowSpeedLimit", "1"],
  ["http.lowSpeedTime", "60"]
];
async function stallSettings(git) {
  let { stdout } = await git(["config", "--name-only", "--get-regexp", "^http\\.lowspeed(limit|time)$"]), own = Buffer.from(stdout).toString().split(`
`);
  return PATIENCE.filter(([key]) => !own.includes(key.toLowerCase()));
}
function isStalled({ exitCode, stderr }) {
  return exitCode !== 0 && /Operation too slow/.test(stderr);
}
function stalled(what, address, said) {
  let host = URL.canParse(address) ? new URL(address).host : "the server";
  return new ReleaseError("GIT_STALLED", `git ${what} gave up waiting for ${host}: ${said}`, {
    hint: "Run the workflow again later. Where the server is only slow to begin, an earlier step may say how many seconds git waits: `git config --global http.lowSpeedTime 300`."
  });
}

// src/platform/git/command.ts
var LOCAL_TIMEOUT_MS = 2 * 6e4, REMOTE_TIMEOUT_MS = 10 * 6e4, MAX_SAID = 600, SAFE_CONFIG = [
  ["core.hooksPath", "/dev/null"],
  ["core.fsmonitor", "false"],
  ["core.quotePath", "false"],
  ["color.ui", "false"],
  ["diff.relative", "false"],
  ["diff.orderFile", "/dev/null"],
  ["fetch.recurseSubmodules", "false"],
  ["i18n.commitEncoding", "utf-8"],
  ["i18n.logOutputEncoding", "utf-8"],
  ["log.diffMerges", "separate"],
  ["log.follow", "false"],
  ["log.showRoot", "true"],
  ["log.showSignature", "false"],
  ["merge.verifySignatures", "false"],
  ["push.recurseSubmodules", "no"],
  ["commit.gpgSign", "false"],
  ["tag.gpgSign", "false"],
  ["push.gpgSign", "false"],
  ["push.followTags", "false"],
  // An empty one cancels those before it.
  ["push.pushOption", ""],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"]
], NO_CONVERSIONS = [
  ["core.attributesFile", "/dev/null"],
  ["core.autocrlf", "false"],
  ["core.eol", "lf"]
];
function createGitCommand(context) {
  let git = plainGit(context), access = context.access ?? createGitAccess(context, git), remoteSettings = memoizeAsync(() => settingsForServer(git, access, context.apart));
  return async (args, call = {}) => {
    await access.ready();
    let ran = await git(args, call.remote ? { ...call, config: await remoteSettings() } : call);
    if (!((call.accept ?? [0]).includes(ran.exitCode) && !ran.killed) && !(call.killedToo && ran.killed === "timeout"))
      throw await failure2({ git, secrets: context.secrets }, args, ran);
    return ran;
  };
}
function plainGit(context) {
  let { apart, environment, workspace } = context;
  return (args, { remote = !1, workTree = !1, config = [], env, input } = {}) => context.processes.run("git", args, {
    cwd: workspace,
    env: {
      ...gitVariables(environment, { remote }),
      ...apart && apartEnvironment(apart),
      ...configEnvironment([...settingsFor2(workTree), ...config]),
      ...env
    },
    timeoutMs: remote ? REMOTE_TIMEOUT_MS : LOCAL_TIMEOUT_MS,
    ...input !== void 0 && { input }
  });
}
async function settingsForServer(git, access, apart) {
  let takenOver = apart?.settings ?? await access.ofJob(), stalls = await stallSettings((args) => git(args, { config: takenOver }));
  return [...takenOver, ...stalls, ...await access.credentials()];
}
function settingsFor2(workTree) {
  return [["safe.directory", "*"], ...SAFE_CONFIG, ...workTree ? [] : NO_CONVERSIONS];
}
function apartEnvironment({ folder }) {
  return { GIT_DIR: folder, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
}
var DENIED = /could not read (Username|Password) for|Authentication failed for|returned error: 403|Permission denied \(|marked as read only/;
function reasonIn(stderr, secrets) {
  let lines2 = stderr.split(`
`).map((line) => line.trim()).filter((line) => line !== ""), reasons2 = lines2.filter((line) => /^(fatal|error|remote): |: (command )?not found$/.test(line));
  return secrets.redact(reasons2.length > 0 ? reasons2.join(" ") : lines2.at(-1) ?? "").slice(0, MAX_SAID);
}
async function failure2({ git, secrets }, args, ran) {
  if (/not a git repository/.test(ran.stderr))
    return new ReleaseError("GIT_NOT_A_REPOSITORY", "The workspace is no git checkout.", {
      hint: "Put `- uses: actions/checkout@v5` before this step."
    });
  let own = ran.stderr.replace(/^remote: .*$/gm, "");
  if (saysDiskFull(own)) return diskFull(`git ${args[0]}: ${reasonIn(own, secrets)}`);
  if (DENIED.test(ran.stderr))
    return new ReleaseError("GIT_DENIED", `git ${args[0]} was refused: ${reasonIn(ran.stderr, secrets)}`, {
      hint: "Give the job `permissions: { contents: write }`. Where origin is not the server that the workflow runs for, let checkout keep its credentials (`persist-credentials: true`): the token goes to no other server."
    });
  if (isStalled(ran)) {
    let origin = Buffer.from((await git(["ls-remote", "--get-url", "origin"])).stdout).toString();
    return stalled(args[0] ?? "", origin.trim(), reasonIn(ran.stderr, secrets));
  }
  let details = UNTRUSTED.test(own) ? { hint: CERTIFICATE_HINT } : {};
  return new ReleaseError("GIT_FAILED", `git ${args[0]} ${howEnded(ran)}: ${reasonIn(ran.stderr, secrets)}`, details);
}
var UNTRUSTED = /certificate verif|SSL certificate problem|unable to get local issuer|SEC_E_UNTRUSTED_ROOT/i, CERTIFICATE_HINT = "git has its own list of authorities: set GIT_SSL_CAINFO to the PEM file of yours in the `env` of the step, or `git config --global http.sslCAInfo FILE` in a step before it.";
function howEnded({ killed, exitCode }) {
  return killed === "timeout" ? "took too long and was stopped" : killed === "output" ? "wrote too much and was stopped" : `ended with ${exitCode}`;
}

// src/platform/git/objects.ts
import { mkdir as mkdir2, writeFile as writeFile2 } from "node:fs/promises";
import { join as join3 } from "node:path";
var DEFAULT_MAX_BLOB = 16 * 1024 * 1024, BOT = { name: "github-actions[bot]", email: "41898282+github-actions[bot]@users.noreply.github.com" };
async function readTree2(git, commit) {
  let { stdout } = await git(["ls-tree", "-r", "-z", "--full-tree", commit]);
  return nulSeparated(stdout).map((line) => {
    let tab = line.indexOf("	"), [mode = "", , object = ""] = line.slice(0, tab).split(" ");
    return { mode, object, path: line.slice(tab + 1) };
  });
}
async function readSizes(git, objects) {
  if (objects.length === 0) return /* @__PURE__ */ new Map();
  let input = `${objects.join(`
`)}
`, { stdout } = await git(["cat-file", "--batch-check=%(objectname) %(objectsize)"], fetching(input)), lines2 = Buffer.from(stdout).toString().trim().split(`
`);
  return new Map(
    lines2.map((line) => {
      let [object = "", size = ""] = line.split(" ");
      if (!/^\d+$/.test(size)) throw noBlob(object, size);
      return [object, Number(size)];
    })
  );
}
async function readBlobs(git, objects, maxBytesEach = DEFAULT_MAX_BLOB) {
  let wanted2 = [...await readSizes(git, [...new Set(objects)])].flatMap(([object, size]) => size <= maxBytesEach ? [object] : []);
  if (wanted2.length === 0) return /* @__PURE__ */ new Map();
  let { stdout } = await git(["cat-file", "--batch"], fetching(`${wanted2.join(`
`)}
`));
  return splitBatch(stdout);
}
function fetching(input) {
  return { input, remote: !0 };
}
function splitBatch(output) {
  let bytes = Buffer.from(output.buffer, output.byteOffset, output.byteLength), blobs = /* @__PURE__ */ new Map();
  for (let at = 0; at < bytes.length; ) {
    let end = bytes.indexOf(10, at), [object = "", type, size] = bytes.toString("utf8", at, end).split(" ");
    if (type !== "blob") throw noBlob(object, type);
    blobs.set(object, bytes.subarray(end + 1, end + 1 + Number(size))), at = end + 1 + Number(size) + 1;
  }
  return blobs;
}
function noBlob(object, said) {
  return new ReleaseError("GIT_FAILED", `git has no blob ${object} (it says ${said}).`);
}
async function checkOutFiles(git, files, folder, scratch) {
  await mkdir2(folder, { recursive: !0, mode: 448 });
  let env = { GIT_INDEX_FILE: join3(scratch, "index"), GIT_WORK_TREE: folder }, input = files.map(({ path, object }) => `100644 ${object}	${path}\0`).join("");
  await git(["update-index", "-z", "--index-info"], { input, env }), await git(["checkout-index", "--all", "--force", `--prefix=${folder}/`], { env, remote: !0 });
}
async function writeCommit(git, draft, scratch) {
  let paths = [...draft.files.keys()], there = await readTree2(git, draft.parent);
  requirePlaces(there, paths);
  let objects = await writeBlobs(git, [...draft.files.values()], scratch), modes = new Map(there.map((entry) => [entry.path, entry.mode])), env = { GIT_INDEX_FILE: join3(scratch, "index") };
  await git(["read-tree", draft.parent], { env });
  let input = paths.map((path, index) => `${modes.get(path) ?? "100644"} ${objects[index]}	${path}\0`).join("");
  await git(["update-index", "-z", "--index-info"], { input, env });
  let tree = text((await git(["write-tree"], { env })).stdout), call = { input: draft.message, env: signature(draft.at) };
  return text((await git(["commit-tree", tree, "-p", draft.parent, "-F", "-"], call)).stdout);
}
function requirePlaces(there, paths) {
  let tree = createTreePaths(there);
  for (let path of paths) {
    let obstacle = tree.obstacleTo(path);
    if (obstacle !== void 0)
      throw new ReleaseError("PATH_OCCUPIED", `${path} can't be written: ${obstacle.path} ${obstacle.what}.`, {
        hint: "What this action did not write is not replaced. Rename or remove it, and run again."
      });
  }
}
async function writeBlobs(git, contents, scratch) {
  if (contents.length === 0) return [];
  let drafts = contents.map((_, index) => join3(scratch, `draft-${index}`));
  await Promise.all(contents.map((content, index) => writeFile2(drafts[index] ?? "", content)));
  let { stdout } = await git(["hash-object", "-w", "--no-filters", "--stdin-paths"], {
    input: `${drafts.join(`
`)}
`
  });
  return text(stdout).split(`
`);
}
function signature(at) {
  let date = `@${Math.floor(at.getTime() / 1e3)} +0000`;
  return {
    GIT_AUTHOR_NAME: BOT.name,
    GIT_AUTHOR_EMAIL: BOT.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: BOT.name,
    GIT_COMMITTER_EMAIL: BOT.email,
    GIT_COMMITTER_DATE: date
  };
}
function text(bytes) {
  return Buffer.from(bytes).toString().trim();
}
function nulSeparated(bytes) {
  return Buffer.from(bytes).toString().split("\0").filter((part) => part !== "");
}

// src/platform/git/history.ts
var PAGE = 200, HEADER2 = /^\/\/([0-9a-f]{40,64})$/, FORMAT = `//%H%x00%P%x00%ct%x00%s%x00%(trailers:key=${OUR_TRAILER},valueonly)%x00`;
async function* readHistory(git, from, paths) {
  let start = from;
  for (; start !== void 0; ) {
    let page = await readPage(git, start, paths);
    yield* page, start = page.length === PAGE ? page.at(-1)?.parent : void 0;
  }
}
async function readPage(git, from, paths) {
  let args = ["log", "--first-parent", "-m", "--name-only", "-z", "--no-renames", `--max-count=${PAGE}`], { stdout } = await git([...args, `--format=${FORMAT}`, from, "--", ...paths.map(pathspec)]);
  return parse(nulFields(stdout));
}
var MESSAGE_FORMAT = `//%H%x00%x00%x00%B%x00%(trailers:key=${OUR_TRAILER},valueonly)%x00`;
async function readCommitsBetween(git, { from, to, limit }, paths) {
  let args = [
    "log",
    "--full-history",
    "--topo-order",
    "--diff-merges=first-parent",
    "--name-only",
    "-z",
    "--no-renames"
  ], range = [`--max-count=${limit}`, `--format=${MESSAGE_FORMAT}`, to, `^${from}`], { stdout } = await git([...args, ...range, "--", ...paths.map(pathspec)]);
  return parse(nulFields(stdout)).map(({ commit, subject, hasTrailer, paths: touched }) => ({ commit, message: subject, hasTrailer, paths: touched }));
}
async function readCommitsByOthers(git, from, to) {
  let format = `//%H%x00%ae%x00%ce%x00%(trailers:key=${OUR_TRAILER},valueonly)%x00`, { stdout } = await git(["log", "--no-merges", "-z", `--format=${format}`, to, `^${from}`]), fields = nulFields(stdout);
  return fields.flatMap((field, at) => {
    let commit = HEADER2.exec(field.trim())?.[1], [author, committer, trailer = ""] = fields.slice(at + 1, at + 4), isOurs2 = author === BOT.email && committer === BOT.email && trailer.trim() !== "";
    return commit === void 0 || isOurs2 ? [] : [commit];
  });
}
function pathspec(path) {
  return path === "." ? ":/" : `:(top,literal)${path}`;
}
function nulFields(bytes) {
  return Buffer.from(bytes).toString().split("\0");
}
function parse(fields) {
  let commits = [];
  for (let at = 0; at < fields.length; ) {
    let header2 = HEADER2.exec((fields[at] ?? "").trim());
    if (!header2) {
      at += 1;
      continue;
    }
    let [parents = "", time = "", subject = "", trailers = ""] = fields.slice(at + 1, at + 5), end = at + 5;
    for (; end < fields.length && !HEADER2.test((fields[end] ?? "").trim()); ) end += 1;
    let paths = fields.slice(at + 5, end).map((path) => path.replace(/^\n/, "")), [parent, ...merged2] = parents.split(" ");
    commits.push({
      commit: header2[1] ?? "",
      ...parent && { parent },
      isMerge: merged2.length > 0,
      committedAt: new Date(Number(time) * 1e3),
      subject,
      hasTrailer: trailers.trim() !== "",
      paths: paths.filter((path) => path !== "")
    }), at = end;
  }
  return commits;
}
async function readRemoteDefaultBranch(git) {
  let { stdout } = await git(["ls-remote", "--symref", "origin", "HEAD"], { remote: !0 });
  return /^ref: refs\/heads\/([^\t\n]+)\tHEAD$/m.exec(Buffer.from(stdout).toString())?.[1];
}
async function readRemoteTags(git) {
  let { stdout } = await git(["ls-remote", "--tags", "origin"], { remote: !0 }), tags = /* @__PURE__ */ new Map();
  for (let line of nulSeparated(stdout).join("").split(`
`)) {
    let [object, ref] = line.split("	");
    object && ref && tags.set(ref.replace(/^refs\/tags\//, "").replace(/\^\{\}$/, ""), object);
  }
  return tags;
}
async function readRemoteRefs(git, prefix) {
  let { stdout } = await git(["ls-remote", "--refs", "origin", `${prefix}*`], { remote: !0 }), refs = /* @__PURE__ */ new Map();
  for (let line of Buffer.from(stdout).toString().split(`
`)) {
    let [object = "", name = ""] = line.split("	");
    name.startsWith(prefix) && refs.set(name, object);
  }
  return refs;
}

// src/platform/git/push.ts
import { setTimeout } from "node:timers/promises";

// src/platform/git/push-outcome.ts
var RACED = /fetch first|non-fast-forward|stale info|cannot lock ref|failed to (?:lock|update ref)|already exists|incorrect old value/i, HTTP_REFUSAL = /(?:returned error:|HTTP) 4\d\d\b/;
function outcomeOf(ran, ref, secrets) {
  let line = Buffer.from(ran.stdout).toString().split(`
`).find((candidate) => candidate.split("	")[1]?.endsWith(`:${ref}`)), flag = line?.[0];
  if (flag === "=") return { result: "unchanged" };
  if (flag !== void 0 && "* +-t".includes(flag)) return { result: "done" };
  let remote = ran.stderr.split(`
`).filter((said2) => said2.startsWith("remote:")).map((said2) => said2.replace(/^remote:\s*/, "").trim()).filter((said2) => said2 !== ""), summary2 = line?.split("	")[2];
  if (summary2 === void 0)
    return rejected(reasonIn(ran.stderr, secrets) || "git said nothing", unansweredCause(ran.stderr));
  let said = [summary2, ...remote].join(" \xB7 ");
  return rejected(secrets.redact(said).slice(0, 600), causeOf(summary2, said, ref));
}
function rejected(reason, cause) {
  return { result: "rejected", reason, cause };
}
function unansweredCause(stderr) {
  return DENIED.test(stderr) || HTTP_REFUSAL.test(stderr) ? "refused" : "lost";
}
function causeOf(summary2, said, ref) {
  return /^\[remote failure\]/.test(summary2) ? "lost" : said.includes(`cannot create '${ref}'`) || /directory file conflict|refname conflict/i.test(summary2) ? "name" : RACED.test(summary2) || said.includes(`cannot lock ref '${ref}'`) ? "raced" : "refused";
}
function isAsWanted(there, ref, wanted2) {
  return (there.get(ref) ?? "") === wanted2;
}

// src/platform/git/push.ts
var TAGS_WITH_EVENTS = 3, TAGS_A_PUSH = 100, PUSHES_AT_ONCE = 4, PUSHES = 3, BACKOFF = { firstMs: 500, growth: "add" }, ASKED_FOR = "refs/heads/release-charts-may-push";
async function pushProblem({ git, secrets }) {
  let ran = await pushed(git, ["--dry-run", "origin", `HEAD:${ASKED_FOR}`]), problem2 = ran.exitCode === 0 ? void 0 : await failure2({ git, secrets }, ["push"], ran);
  return problem2?.code === "GIT_DENIED" ? problem2 : void 0;
}
async function pushBranch(pusher, commit, branch2) {
  let ref = `refs/heads/${branch2}`;
  return one(await settled(pusher, /* @__PURE__ */ new Map([[ref, commit]]), (refs) => ["origin", ...specsOf(refs)]), ref);
}
async function replaceBranch(pusher, branch2, { from, to }) {
  let ref = `refs/heads/${branch2}`, lease = `--force-with-lease=${ref}:${from ?? ""}`;
  return one(await settled(pusher, /* @__PURE__ */ new Map([[ref, to]]), (refs) => [lease, "origin", ...specsOf(refs)]), ref);
}
async function createTags(pusher, tags, { events }) {
  let together = await pushTagsBy(events ? TAGS_WITH_EVENTS : TAGS_A_PUSH, pusher, [...tags]), refused3 = [...tags].filter(([tag]) => isRefused(together.get(tag)));
  return refused3.length === 0 || tags.size === 1 ? together : new Map([...together, ...await pushTagsBy(1, pusher, refused3)]);
}
function isRefused(push3) {
  return push3?.result === "rejected" && push3.cause === "refused";
}
async function pushTagsBy(size, pusher, tags) {
  let batches = Array.from(
    { length: Math.ceil(tags.length / size) },
    (_, index) => tags.slice(index * size, (index + 1) * size)
  ), results = await mapConcurrent(batches, PUSHES_AT_ONCE, (batch) => pushTags(pusher, batch));
  return new Map(results.flat());
}
async function pushTags(pusher, batch) {
  let wanted2 = new Map(batch.map(([tag, commit]) => [`refs/tags/${tag}`, commit])), results = await settled(pusher, wanted2, (refs) => [
    ...[...refs.keys()].map((ref) => `--force-with-lease=${ref}:`),
    "origin",
    ...specsOf(refs)
  ]);
  return batch.map(([tag]) => [tag, one(results, `refs/tags/${tag}`)]);
}
async function pushRefs(pusher, refs, { onlyAsk = !1 } = {}) {
  let words2 = (some2) => ["--no-thin", "origin", ...specsOf(some2)];
  if (!onlyAsk) return settled(pusher, refs, words2);
  let ran = await pushed(pusher.git, ["--dry-run", ...words2(refs)]);
  return new Map([...refs.keys()].map((ref) => [ref, outcomeOf(ran, ref, pusher.secrets)]));
}
var specsOf = (refs) => [...refs].map(([ref, commit]) => `${commit}:${ref}`);
function one(results, ref) {
  return results.get(ref) ?? { result: "rejected", reason: `git said nothing of ${ref}`, cause: "lost" };
}
async function settled(pusher, wanted2, words2) {
  let results = /* @__PURE__ */ new Map(), left = wanted2;
  for (let attempt4 = 1; ; attempt4 += 1) {
    let ran = await push(pusher, [...left.keys()], words2(left));
    for (let ref of left.keys()) results.set(ref, outcomeOf(ran, ref, pusher.secrets));
    let lost3 = [...left].filter(([ref]) => isLost(results.get(ref))), there = lost3.length === 0 ? void 0 : await refsOfOrigin(pusher.git, lost3);
    if (!there) return results;
    let missing = lost3.filter(([ref, commit]) => !isAsWanted(there, ref, commit));
    for (let [ref] of lost3) missing.some(([each]) => each === ref) || results.set(ref, { result: "done" });
    if (missing.length === 0 || attempt4 === PUSHES || isStalled(ran) || ran.killed) return results;
    left = new Map(missing), await setTimeout(backoffMs(BACKOFF, attempt4));
  }
}
function isLost(push3) {
  return push3?.result === "rejected" && push3.cause === "lost";
}
async function refsOfOrigin(git, refs) {
  let names2 = refs.map(([ref]) => ref), ran = await git(["ls-remote", "origin", ...names2], { remote: !0, accept: [0, 1, 128] }).catch(() => {
  });
  if (ran?.exitCode !== 0) return;
  let lines2 = Buffer.from(ran.stdout).toString().trim().split(`
`);
  return new Map(lines2.map((line) => line.split("	")).map(([object = "", ref = ""]) => [ref, object]));
}
function push({ git, journal }, refs, words2) {
  return journal.effect(`git push ${refs.join(" ")}`, () => pushed(git, words2));
}
function pushed(git, words2) {
  let call = { remote: !0, accept: [0, 1, 128], killedToo: !0 };
  return git(["push", "--porcelain", "--no-verify", ...words2], call);
}

// src/platform/git/side-clone.ts
import { join as join4 } from "node:path";

// src/platform/git/elsewhere.ts
var WAY = /^(?:protocol\..+|url\.[^@]*\.insteadof|http\.(?:.*\.)?(?:proxy|proxyauthmethod|proxyssl\w+|sslcainfo|sslcapath|sslverify|sslversion|sslbackend|schannel\w+|version|lowspeedlimit|lowspeedtime))$/i, LOGINS = /^(?:HOME|XDG_CONFIG_HOME|GIT_CONFIG.*|GIT_ASKPASS|SSH_ASKPASS.*|GIT_SSH.*|SSH_AUTH_SOCK)$/;
function elsewhere(context, { folder, settings, of }) {
  let way = settings.filter(([key]) => WAY.test(key)), apart = { folder, settings: way }, own = { ...context, environment: withoutLogins(context.environment), token: of.token, apart }, git = plainGit(own);
  return { ...own, access: createGitAccess(own, (args, call) => git(args, { ...call, config: [...way, ...call?.config ?? []] })) };
}
function withoutLogins(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !LOGINS.test(name)));
}

// src/platform/git/side-clone.ts
var DEPTHS = [20, 1e3, 1e6];
async function openSideClone(checkout, context, of) {
  let folder = await context.files.temporaryFolder("side-clone"), settings = await context.access.transport(), format = of ? "sha1" : text((await checkout(["rev-parse", "--show-object-format"])).stdout), git = createGitCommand(
    of ? elsewhere(context, { folder, settings, of }) : { ...context, apart: { folder, settings } }
  );
  await git(["init", "--bare", "--quiet", "--template=", `--object-format=${format}`, folder]), of && await git(["config", "remote.origin.url", of.address]);
  let pusher = { git, journal: context.journal, secrets: context.secrets };
  return {
    async fetchTip(ref, { contents }) {
      let args = ["fetch", "--no-tags", "--quiet", "--depth=1", ...contents ? [] : ["--filter=blob:none"], "origin", ref], ran = await git(args, { remote: !0, accept: [0, 1, 128] });
      if (ran.exitCode === 0) return text((await git(["rev-parse", "--verify", "FETCH_HEAD^{commit}"])).stdout);
      if (!/couldn't find remote ref/.test(ran.stderr))
        throw await failure2({ git, secrets: context.secrets }, [`fetch of ${ref}`], ran);
    },
    async follows({ ref, commit, before }) {
      for (let depth of DEPTHS) {
        let args = ["fetch", "--no-tags", "--quiet", `--depth=${depth}`, "--filter=blob:none", "origin", ref];
        if (await git(args, { remote: !0 }), (await git(["merge-base", "--is-ancestor", before, commit], { accept: [0, 1, 128] })).exitCode === 0) return !0;
        if (Number(text((await git(["rev-list", "--count", commit])).stdout)) < depth) return !1;
      }
      return !1;
    },
    refs: async (prefix) => [...(await readRemoteRefs(git, prefix)).keys()],
    tree: (commit) => readTree2(git, commit),
    blobs: (objects, max) => readBlobs(git, objects, max),
    commit: async (draft) => writeCommit2(git, draft, await context.files.temporaryFolder("side-commit")),
    push: (refs, options) => pushRefs(pusher, refs, options)
  };
}
async function writeCommit2(git, { parent, files, message, at }, scratch) {
  let there = parent === void 0 ? [] : await readTree2(git, parent);
  requirePlaces(there, files.keys());
  let objects = await writeBlobs(git, [...files.values()], scratch), executable = new Set(there.flatMap(({ mode, path }) => mode === "100755" ? [path] : [])), env = { GIT_INDEX_FILE: join4(scratch, "index") };
  parent !== void 0 && await git(["read-tree", parent], { env });
  let lines2 = [...files.keys()].map(
    (path, index) => `${executable.has(path) ? "100755" : "100644"} ${objects[index]}	${path}\0`
  );
  await git(["update-index", "-z", "--index-info"], { input: lines2.join(""), env });
  let tree = text((await git(["write-tree", "--missing-ok"], { env })).stdout), parents = parent === void 0 ? [] : ["-p", parent], call = { input: message, env: signature(at) };
  return text((await git(["commit-tree", tree, ...parents, "-F", "-"], call)).stdout);
}

// src/platform/git/git.ts
var OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function createGit(context) {
  let access = createGitAccess(context, plainGit(context)), git = createGitCommand({ ...context, access }), pusher = { git, journal: context.journal, secrets: context.secrets }, scratch = () => context.files.temporaryFolder("git"), isShallow = async () => text((await git(["rev-parse", "--is-shallow-repository"])).stdout) === "true", treeOf2 = rememberLast((commit) => readTree2(git, commit)), whole2;
  return {
    head: async () => text((await git(["rev-parse", "--verify", "HEAD^{commit}"])).stdout),
    resolve: (revision) => resolve(git, revision),
    resolveTree: async (commit) => text((await git(["rev-parse", "--verify", `${commit}^{tree}`])).stdout),
    commitTime: async (commit) => new Date(Number(text((await git(["show", "-s", "--format=%ct", commit])).stdout)) * 1e3),
    tree: treeOf2,
    blobs: (objects, max) => readBlobs(git, objects, max),
    sizes: (objects) => readSizes(git, objects),
    checkOut: async (entries, folder) => checkOutFiles(git, entries, folder, await scratch()),
    history: (from, paths) => readHistory(git, from, paths),
    commitsBetween: (range, paths) => readCommitsBetween(git, range, paths),
    commitsByOthers: (from, to) => readCommitsByOthers(git, from, to),
    mergeBase: async (a, b) => {
      let ran = await git(["merge-base", a, b], { accept: [0, 1, 128] });
      return ran.exitCode === 0 ? text(ran.stdout) : void 0;
    },
    isShallow,
    unshallow: () => (whole2 ??= isShallow().then((shallow) => shallow ? unshallow(git, context.secrets) : void 0), whole2),
    commit: async (parent, changed, message, at) => writeCommit(git, { parent, files: changed, message, at }, await scratch()),
    originAddress: async () => text((await git(["remote", "get-url", "origin"], { accept: [0, 2, 128] })).stdout),
    fetchRef: (ref) => fetchRef(git, ref, context.secrets),
    pushProblem: () => pushProblem(pusher),
    pushBranch: (commit, branch2) => pushBranch(pusher, commit, branch2),
    replaceBranch: (commit, branch2, seen) => replaceBranch(pusher, branch2, { from: seen, to: commit }),
    deleteBranch: (branch2, seen) => replaceBranch(pusher, branch2, { from: seen, to: "" }),
    createTags: (tags, options = { events: !0 }) => createTags(pusher, tags, options),
    pushesWithToken: () => access.usesToken(),
    remoteDefaultBranch: () => readRemoteDefaultBranch(git),
    remoteTags: () => readRemoteTags(git),
    remoteRefs: (prefix) => readRemoteRefs(git, prefix),
    ensureCommit: (commit) => ensureCommit(git, commit),
    isAncestor: async (ancestor, descendant) => (await git(["merge-base", "--is-ancestor", ancestor, descendant], { accept: [0, 1, 128] })).exitCode === 0,
    sideClone: (of) => openSideClone(git, { ...context, access }, of),
    // Later steps of the job read the work tree.
    fastForward: (commit) => context.journal.effect("git merge", async () => (await git(["merge", "--ff-only", "--quiet", commit], { accept: [0, 1, 2, 128], remote: !0, workTree: !0 })).exitCode === 0)
  };
}
function rememberLast(read3) {
  let last;
  return (commit) => {
    if (last?.commit === commit) return last.entries;
    let entries = read3(commit), asked2 = { commit, entries };
    return last = asked2, entries.catch(() => {
      last === asked2 && (last = void 0);
    }), entries;
  };
}
async function resolve(git, revision) {
  let ran = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`], {
    accept: [0, 1, 128]
  });
  return ran.exitCode === 0 ? text(ran.stdout) : void 0;
}
async function unshallow(git, secrets) {
  let head = text((await git(["rev-parse", "HEAD"])).stdout);
  for (let wanted2 of [["origin", head], ["origin"]]) {
    let words2 = ["fetch", "--no-tags", "--quiet", "--unshallow", ...wanted2], ran = await git(words2, { remote: !0, accept: [0, 1, 128] });
    if (ran.exitCode === 0) return;
    if (isStalled(ran)) throw await failure2({ git, secrets }, words2, ran);
  }
  throw new ReleaseError("GIT_SHALLOW", "The clone is shallow, and its history could not be fetched.", {
    hint: "Give the checkout step `with: { fetch-depth: 0 }`."
  });
}
async function fetchRef(git, ref, secrets) {
  let ran = await git(["fetch", "--no-tags", "--quiet", "origin", ref], { remote: !0, accept: [0, 1, 128] });
  if (ran.exitCode === 0) return resolve(git, "FETCH_HEAD");
  if (!/couldn't find remote ref/.test(ran.stderr))
    throw await failure2({ git, secrets }, [`fetch of ${ref}`], ran);
}
async function ensureCommit(git, commit) {
  return OBJECT_ID.test(commit) ? await resolve(git, commit) !== void 0 ? !0 : (await git(["fetch", "--no-tags", "--quiet", "origin", commit], { remote: !0, accept: [0, 1, 128] }), await resolve(git, commit) !== void 0) : !1;
}

// src/platform/github/failure.ts
var UNSENT = /* @__PURE__ */ new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT"
]), MAX_REASON = 400, BrokenResponse = class extends Error {
  name = "BrokenAnswer";
  status;
  constructor(status) {
    super("the answer is not what was asked for, or was cut"), this.status = status;
  }
}, GitHubFailure = class _GitHubFailure extends Error {
  name = "GitHubFailure";
  /** Of the last response; `undefined` without one. */
  status;
  /** Whether a change may have been made despite the failure. */
  mayBeDone;
  constructor(message, { cause, ...rest }) {
    super(message, { cause }), this.status = rest.status, this.mayBeDone = rest.mayBeDone;
  }
  /** The same failure after so many attempts. */
  after(attempts2) {
    return attempts2 === 1 ? this : new _GitHubFailure(`${this.message} (${attempts2} attempts)`, this);
  }
};
function troubleIn(error) {
  if (error instanceof BrokenResponse) return { kind: "answer", status: error.status, isOutage: !0 };
  if (Array.isArray(member(error, "errors")) && member(error, "status") === void 0) return { kind: "errors" };
  let status = member(error, "status");
  if (typeof status != "number") return;
  if (member(error, "response") !== void 0) return { kind: "answer", status, isOutage: isOutage(status) };
  let code2 = codeOf3(error);
  return { kind: "silence", code: code2, isOutage: isTransient({ code: code2 }) };
}
function isOutage(status) {
  return status === 501 || status === 505 ? !1 : status === 408 || status === 499 || status >= 500;
}
function codeOf3(error) {
  for (let [at, depth] = [error, 0]; typeof at == "object" && at !== null && depth < 4; depth += 1) {
    let { name, cause } = at;
    if (name === "TimeoutError" || name === "AbortError") return "UND_ERR_HEADERS_TIMEOUT";
    let code2 = member(at, "code");
    if (typeof code2 == "string") return code2;
    at = cause;
  }
  return "UNKNOWN";
}
function failureOf(error, trouble, { host, now }) {
  if (trouble.kind === "silence") {
    let { code: code2 } = trouble, why = code2 === "UNKNOWN" ? wordsOf(error) : reasonOf2({ code: code2, cause: member(error, "cause") }, now), mayBeDone = !UNSENT.has(code2);
    return new GitHubFailure(`${host} did not answer: ${why}`, { mayBeDone, cause: error });
  }
  if (trouble.kind === "errors") return new GitHubFailure(wordsOf(error), { mayBeDone: !1, cause: error });
  let { status } = trouble, words2 = saidBy(error), message = `${host} answered ${status}${words2 === "" ? "" : `: ${words2}`}`;
  return new GitHubFailure(message, { status, mayBeDone: trouble.isOutage, cause: error });
}
function saidBy(error) {
  if (error instanceof BrokenResponse) return error.message;
  let data = member(member(error, "response"), "data");
  return typeof data == "object" && data !== null && !(data instanceof ArrayBuffer) ? wordsOf(error) : "";
}
function wordsOf(error) {
  return (error instanceof Error ? error.message : "no answer").replace(/\s+/g, " ").trim().slice(0, MAX_REASON);
}

// src/platform/github/attestations.ts
var FILTER = { predicate_type: "provenance", per_page: 100 };
function attestationStore(client) {
  return async (json, { digest, mayBeThere }) => {
    let bundle = JSON.parse(Buffer.from(json).toString());
    try {
      return mayBeThere && await isListed(client, digest, bundle) || await client.createOptional("POST attestations", { bundle }), { result: "stored" };
    } catch (thrown) {
      return outcomeOf2(thrown);
    }
  };
}
async function isListed(client, digest, bundle) {
  let parameters = { subject_digest: digest, ...FILTER }, found = await client.requestOptional("GET attestations/{subject_digest}", parameters).catch(noneIfNotFound);
  return listed(found).some((one2) => isSame(one2, bundle));
}
function outcomeOf2(thrown) {
  if (!(thrown instanceof GitHubFailure)) throw asReleaseError(thrown);
  let { status, message: reason } = thrown;
  return status === void 0 ? { result: "unreachable", reason } : { result: status === 401 || status === 404 || status === 403 && !/rate limit/i.test(reason) ? "denied" : "failed", reason };
}
function noneIfNotFound(thrown) {
  if (member(thrown, "status") !== 404)
    throw thrown;
}
function listed(data) {
  let attestations = member(data, "attestations");
  return Array.isArray(attestations) ? attestations : [];
}
function isSame(attestation, bundle) {
  let there = member(attestation, "bundle");
  return !isObject(there) || signatureIn(there) === signatureIn(bundle);
}
function signatureIn(bundle) {
  let signatures = member(member(bundle, "dsseEnvelope"), "signatures");
  return Array.isArray(signatures) ? member(signatures[0], "sig") : void 0;
}

// src/platform/github/limits.ts
var MOST_LIMITED = 3, MOST_OUTAGES = 5, LONGEST_PAUSE_MS = 6e4, SECONDARY_PAUSE_MS = 6e4, OUTAGE_BACKOFF = { firstMs: 1e3 }, PAUSE_UNITS = { second: 0, minute: 120 }, SECONDARY = /secondary rate limit/i;
async function withRetries(ask2, { clock: clock2, log, host, repeat }) {
  for (let [attempts2, limited, outages] = [1, 0, 0]; ; attempts2 += 1)
    try {
      return await ask2();
    } catch (error) {
      let trouble = troubleIn(error);
      if (trouble === void 0) throw error;
      let failure3 = failureOf(error, trouble, { host, now: clock2.now() }), limit = pauseInLimit(error, clock2), asked2 = limit ?? pauseInOutage(error, trouble, { outages, clock: clock2 });
      if (asked2 === void 0 || (limit ? limited += 1 : outages += 1, limit === void 0 && !isRepeated(repeat, trouble, failure3))) throw failure3.after(attempts2);
      if (limited === MOST_LIMITED || outages === MOST_OUTAGES || asked2.milliseconds > LONGEST_PAUSE_MS) {
        let why = limit ? `${asked2.why} for another ${durationText(asked2.milliseconds, PAUSE_UNITS, Math.ceil)}` : asked2.why;
        throw log.info(`GitHub ${why}: not asking again.`), failure3.after(attempts2);
      }
      log.info(`GitHub ${asked2.why}: asking again in ${durationText(asked2.milliseconds, PAUSE_UNITS, Math.ceil)}.`), await clock2.sleep(asked2.milliseconds);
    }
}
function isRepeated(repeat, trouble, { mayBeDone }) {
  return repeat === "if limited" ? !1 : repeat === "unless done" ? !mayBeDone : repeat === "always" || trouble.kind !== "silence" || trouble.code !== "ECONNREFUSED";
}
function pauseInOutage(error, trouble, { outages, clock: clock2 }) {
  return trouble.kind === "errors" || !trouble.isOutage ? void 0 : { why: trouble.kind === "answer" ? `answers ${trouble.status}` : "does not answer", milliseconds: askedBy(error, clock2) ?? outagePause(outages) };
}
function outagePause(outages) {
  return backoffMs(OUTAGE_BACKOFF, outages + 1);
}
function askedBy(error, clock2) {
  let headers = member(member(error, "response"), "headers");
  return retryAfterMs(waitHeaders(headers), clock2.now());
}
function waitHeaders(headers) {
  return { "retry-after": header(headers, "retry-after"), date: header(headers, "date") };
}
function header(headers, name) {
  return String(member(headers, name) ?? "");
}
function pauseInLimit(error, clock2) {
  let limit = restLimit(error) ?? graphqlLimit(error);
  if (limit === void 0) return;
  let { why, message, headers, isCertain } = limit, wait = waitHeaders(headers), asked2 = retryAfterMs(wait, clock2.now());
  if (asked2 !== void 0) return { why, milliseconds: asked2 };
  let reset = whole(header(headers, "x-ratelimit-reset"));
  return header(headers, "x-ratelimit-remaining") === "0" && reset !== void 0 ? { why, milliseconds: Math.max(reset * 1e3 - serverTime(wait, clock2.now()), 0) + 1e3 } : isCertain || SECONDARY.test(message) ? { why, milliseconds: SECONDARY_PAUSE_MS } : void 0;
}
function restLimit(error) {
  let status = member(error, "status");
  if (status !== 403 && status !== 429) return;
  let response = member(error, "response"), message = String(member(member(response, "data"), "message") ?? "");
  return { why: `limits requests (${status})`, headers: member(response, "headers"), message, isCertain: status === 429 };
}
function graphqlLimit(error) {
  let errors = member(error, "errors");
  if (!Array.isArray(errors)) return;
  let limited = errors.find(
    (one2) => /^RATE_LIMIT(ED)?$/.test(String(member(one2, "type"))) || SECONDARY.test(String(member(one2, "message")))
  );
  if (limited === void 0) return;
  let [headers, message] = [member(error, "headers"), String(member(limited, "message"))];
  return { why: "limits requests (GraphQL)", headers, message, isCertain: !0 };
}
function whole(text2) {
  return /^\d{1,12}$/.test(text2) ? Number(text2) : void 0;
}

// src/platform/github/create-or-find.ts
var MOST_ATTEMPTS = 5;
async function createOrFind(make, look, { clock: clock2, log }) {
  for (let attempt4 = 1; ; attempt4 += 1)
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof GitHubFailure) || !error.mayBeDone) throw error;
      log.info(`${error.message}: looking whether it was done.`), await clock2.sleep(outagePause(attempt4 - 1));
      let found = await look();
      if (found !== void 0) return found;
      if (attempt4 === MOST_ATTEMPTS) throw error.after(attempt4);
    }
}

// src/platform/github/client.ts
var TIMEOUT_MS = 3e4, TRANSFER_TIMEOUT_MS = 5 * 6e4;
function openClient(options) {
  let { token, apiUrl, repository, journal, clock: clock2, log } = options, [owner = "", repo = ""] = repository.split("/"), { host } = new URL(apiUrl), octokit = memoizeAsync(async () => (await import("./octokit-I7OI5MMK.js")).openOctokit(token ?? "", apiUrl, options)), manners = { clock: clock2, log, host };
  async function answer(where, parameters, timeoutMs2 = TIMEOUT_MS) {
    let { status, data, headers } = await (await octokit()).request(where, {
      owner,
      repo,
      ...within(timeoutMs2),
      ...parameters
    });
    if (status !== 204 && (typeof data != "object" || isCut(data, headers))) throw new BrokenResponse(status);
    return data;
  }
  let send = (route, parameters) => answer(below2(route), parameters), request = (repeat) => (route, parameters = {}) => withRetries(() => send(route, parameters), { ...manners, repeat }), change = (name, once) => withRetries(() => journal.effect(`${name} ${host}`, once), { ...manners, repeat: "always" }), create = (name, once, { read: read3, look }) => {
    let make = () => withRetries(() => journal.effect(`${name} ${host}`, once), { ...manners, repeat: "unless done" });
    return createOrFind(async () => read3(await make()), look, manners);
  };
  return {
    owner,
    request: request("always"),
    requestOptional: request("if answered"),
    change: (route, parameters) => change(route, () => send(route, parameters)),
    create: (route, parameters, creation) => create(route, () => send(route, parameters), creation),
    createOptional: (route, parameters) => withRetries(() => journal.effect(`${route} ${host}`, () => send(route, parameters)), {
      ...manners,
      repeat: "if limited"
    }),
    upload: (uploadUrl, parameters, creation) => create(
      `POST release asset ${parameters.name}`,
      () => answer(`POST ${uploadUrl}`, parameters, TRANSFER_TIMEOUT_MS),
      creation
    ),
    download: (route, parameters) => withRetries(async () => fileIn(await answer(below2(route), parameters, TRANSFER_TIMEOUT_MS)), {
      ...manners,
      repeat: "always"
    }),
    mutate: (name, query, variables) => change(name, async () => {
      let data = await (await octokit()).graphql(query, { ...variables, ...within(TRANSFER_TIMEOUT_MS) });
      if (typeof data != "object") throw new BrokenResponse(200);
      return data;
    })
  };
}
function below2(route) {
  let [method, path] = route.split(" ");
  return `${method} /repos/{owner}/{repo}${path === void 0 ? "" : `/${path}`}`;
}
function within(milliseconds) {
  return { request: { signal: AbortSignal.timeout(milliseconds) } };
}
function isCut(data, headers) {
  return data instanceof ArrayBuffer && data.byteLength === 0 && member(headers, "content-length") !== "0";
}
function fileIn(data) {
  if (!(data instanceof ArrayBuffer)) throw new BrokenResponse(200);
  return new Uint8Array(data);
}

// src/platform/github/commit.ts
var MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
async function commitOnBranch(client, repository, { branch: branch2, parent, message, files }) {
  let [headline2 = "", ...body] = message.split(`
`), input = {
    branch: { repositoryNameWithOwner: repository, branchName: branch2 },
    expectedHeadOid: parent,
    message: { headline: headline2, body: body.join(`
`).trim() },
    fileChanges: {
      additions: [...files].map(([path, content]) => ({
        path,
        contents: Buffer.from(content).toString("base64")
      }))
    }
  };
  try {
    let answer = await client.mutate("createCommitOnBranch", MUTATION, { input }), oid = member(member(member(answer, "createCommitOnBranch"), "commit"), "oid");
    return typeof oid == "string" && /^[0-9a-f]{40,64}$/.test(oid) ? { result: "done", commit: oid } : { result: "rejected", reason: "GitHub\u2019s answer names no commit", cause: "lost" };
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    return { result: "rejected", reason: error.message, cause: causeOf2(error) };
  }
}
function causeOf2({ message, status, mayBeDone, cause }) {
  let errors = member(cause, "errors");
  if (Array.isArray(errors) && errors.some((one2) => member(one2, "type") === "STALE_DATA") || /expected branch to point to|(?:was|is) at .* but expected/i.test(message)) return "raced";
  let isAnswered = status !== void 0 || Array.isArray(errors);
  return mayBeDone || !isAnswered ? "lost" : "refused";
}

// src/platform/github/labels.ts
var PAGE2 = 100, MAX_PAGES = 10;
async function addLabels(client, number, labels) {
  let parameters = { issue_number: number, labels };
  await client.change("POST issues/{issue_number}/labels", parameters).catch(explained(number, "label"));
}
async function labelsEver(client, number) {
  let labels = /* @__PURE__ */ new Set();
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    let parameters = { issue_number: number, per_page: PAGE2, page }, found = await client.request("GET issues/{issue_number}/events", parameters).catch(explained(number, "tell the labels of")), events = Array.isArray(found) ? found : [];
    for (let event of events)
      member(event, "event") === "labeled" && labels.add(String(member(member(event, "label"), "name") ?? ""));
    if (events.length < PAGE2) break;
  }
  return labels;
}
function explained(number, verb) {
  return (error) => {
    if (!(error instanceof GitHubFailure)) throw error;
    let message = `GitHub did not ${verb} the pull request #${number}: ${error.message}`, hint3 = error.status !== void 0 && error.status < 500 ? "Give the job `permissions: { pull-requests: write, issues: write }`, or leave `pull-request-labels` out." : "Run again when GitHub answers.";
    throw new ReleaseError("PULL_REQUEST_FAILED", message, { hint: hint3, cause: error });
  };
}

// src/platform/github/pulls.ts
var ROUTE = "pulls/{pull_number}";
async function findPull(client, head, base) {
  return lookFor(client, head, base).catch(explained2(head, "look for"));
}
async function findClosedPull(client, head, base) {
  return lookFor(client, head, base, "closed").catch(explained2(head, "look for"));
}
async function lookFor(client, head, base, state = "open") {
  let query = { head: `${client.owner}:${head}`, base, state, per_page: 1 }, found = await client.request("GET pulls", query);
  return Array.isArray(found) && found[0] !== void 0 ? pullIn(found[0]) : void 0;
}
async function openPull(client, head, base, pull) {
  try {
    let creation = { read: pullIn, look: () => lookFor(client, head, base) };
    return { result: "done", pull: await client.create("POST pulls", { head, base, ...pull }, creation) };
  } catch (error) {
    return error instanceof GitHubFailure && error.status === 422 && !NO_DRAFTS.test(error.message) ? { result: "rejected", reason: error.message } : explained2(head, "open")(error);
  }
}
async function updatePull(client, number, { title, body }) {
  let change = { pull_number: number, ...title !== void 0 && { title }, ...body !== void 0 && { body } };
  return pullIn(await client.change(`PATCH ${ROUTE}`, change).catch(explained2(`#${number}`, "update")));
}
async function closePull(client, number) {
  let change = { pull_number: number, state: "closed" };
  await client.change(`PATCH ${ROUTE}`, change).catch(explained2(`#${number}`, "close"));
}
var NO_DRAFTS = /draft pull requests are not supported/i;
function pullIn(data) {
  let [number, url, title, body] = ["number", "html_url", "title", "body"].map((key) => member(data, key));
  if (typeof number != "number" || typeof url != "string")
    throw new ReleaseError("PULL_REQUEST_FAILED", "GitHub\u2019s answer describes no pull request.");
  let labels = member(data, "labels");
  return {
    number,
    url,
    title: String(title ?? ""),
    body: String(body ?? ""),
    isOpen: member(data, "state") !== "closed",
    head: String(member(member(data, "head"), "sha") ?? ""),
    isMerged: typeof member(data, "merged_at") == "string",
    labels: Array.isArray(labels) ? labels.map((label2) => String(member(label2, "name") ?? "")) : []
  };
}
function explained2(what, verb) {
  return (error) => {
    throw error instanceof GitHubFailure ? new ReleaseError(
      "PULL_REQUEST_FAILED",
      `GitHub did not ${verb} the pull request of ${what}: ${error.message}`,
      {
        hint: hintFor(error),
        cause: error
      }
    ) : error;
  };
}
function hintFor({ message, status }) {
  return /not permitted to create or approve pull requests/i.test(message) ? 'Allow it under Settings > Actions > General ("Allow GitHub Actions to create and approve pull requests"), or give `github-token` the token of a GitHub App.' : NO_DRAFTS.test(message) ? "GitHub has drafts in public repositories, and in private ones of paid plans. Leave `pull-request-draft: true` out." : /rate limit/i.test(message) ? "Run again in an hour, or give `github-token` the token of a GitHub App." : status !== void 0 && status < 500 ? "Give the job `permissions: { contents: write, pull-requests: write }`." : "Run again when GitHub answers: what is there already is not made again.";
}

// src/platform/github/releases.ts
import { createHash } from "node:crypto";
var PAGE3 = 100, MAX_PAGES2 = 10;
function openReleases(client) {
  let asked2 = (what, work) => work().catch(explained3(what)), one2 = async (what, route, parameters = {}) => {
    let data = await asked2(what, () => client.request(route, parameters).catch(undefinedIfNotFound));
    return data === void 0 ? void 0 : releaseIn(data);
  }, get = (id) => one2(`tell release ${id}`, "GET releases/{release_id}", { release_id: id });
  async function listed2(page) {
    let data = await asked2("list releases", () => client.request("GET releases", { per_page: PAGE3, page }));
    return Array.isArray(data) ? data.map(releaseIn) : [];
  }
  async function list() {
    let releases = [];
    for (let page = 1; page <= MAX_PAGES2; page += 1) {
      let found = await listed2(page);
      if (releases.push(...found), found.length < PAGE3) return { releases, isWhole: !0 };
    }
    return { releases, isWhole: !1 };
  }
  async function newest2() {
    let releases = await listed2(1);
    return { releases, isWhole: releases.length < PAGE3 };
  }
  async function createDraft({ tag, ...draft }) {
    let parameters = { ...draft, tag_name: tag, draft: !0 }, isIt = (one3) => one3.isDraft && one3.tag === tag && unified(one3.body) === unified(draft.body), creation = { read: releaseIn, look: async () => (await listed2(1)).find(isIt) };
    return client.create("POST releases", parameters, creation).catch(explained3(`make a release ${tag}`));
  }
  async function deleteAsset(id) {
    let route = "DELETE releases/assets/{asset_id}";
    await asked2(`delete asset ${id}`, () => client.change(route, { asset_id: id }).catch(undefinedIfNotFound));
  }
  async function uploadedTo(id, name, content) {
    let there = (await get(id))?.assets.find((asset) => asset.name === name);
    return there && !there.isUploaded && await deleteAsset(there.id), there?.isUploaded && isOf(there, content) ? there : void 0;
  }
  async function upload({ id, uploadUrl, tag }, name, content) {
    let headers = { "content-type": typeOf(name), "content-length": content.length }, creation = { read: assetIn, look: () => uploadedTo(id, name, content) }, parameters = { name, data: content, headers };
    return client.upload(uploadUrl, parameters, creation).catch(explained3(`take ${name} for ${tag}`));
  }
  return {
    list,
    newest: newest2,
    get,
    find: (tag) => one2(`tell the release ${tag}`, "GET releases/tags/{tag}", { tag }),
    latest: () => one2("tell the latest release", "GET releases/latest"),
    async notesFor(tag, { commit, since }) {
      let parameters = { tag_name: tag, target_commitish: commit, ...since && { previous_tag_name: since } }, data = await asked2(
        `write notes for ${tag}`,
        () => client.request("POST releases/generate-notes", parameters)
      );
      return String(member(data, "body") ?? "");
    },
    createDraft,
    upload,
    deleteAsset,
    async deleteDraft(id) {
      let route = "DELETE releases/{release_id}";
      await asked2(`delete draft ${id}`, () => client.change(route, { release_id: id }).catch(undefinedIfNotFound));
    },
    async download({ id, name }) {
      let parameters = { asset_id: id, headers: { accept: "application/octet-stream" } };
      return client.download("GET releases/assets/{asset_id}", parameters).catch(explained3(`give ${name}`));
    },
    async publish(id, latest) {
      let parameters = { release_id: id, draft: !1, make_latest: latest };
      return releaseIn(
        await asked2(`publish release ${id}`, () => client.change("PATCH releases/{release_id}", parameters))
      );
    }
  };
}
function isOf({ size, digest }, content) {
  let own = `sha256:${createHash("sha256").update(content).digest("hex")}`;
  return size === content.length && (digest === void 0 || digest === own);
}
function typeOf(name) {
  return name.endsWith(".tgz") ? "application/gzip" : name.endsWith(".json") ? "application/json" : "text/plain";
}
function undefinedIfNotFound(error) {
  if (member(error, "status") !== 404)
    throw error;
}
function releaseIn(data) {
  let [id, tag, uploadUrl, assets] = ["id", "tag_name", "upload_url", "assets"].map((key) => member(data, key));
  if (typeof id != "number" || typeof tag != "string" || typeof uploadUrl != "string" || !Array.isArray(assets))
    throw new ReleaseError("GITHUB_RELEASE_FAILED", "GitHub\u2019s answer describes no release.");
  return {
    id,
    tag,
    uploadUrl,
    assets: assets.map(assetIn),
    body: String(member(data, "body") ?? ""),
    isDraft: member(data, "draft") === !0,
    isImmutable: member(data, "immutable") === !0,
    wasPublished: typeof member(data, "published_at") == "string"
  };
}
function assetIn(data) {
  let [id, name, size, digest] = ["id", "name", "size", "digest"].map((key) => member(data, key));
  if (typeof id != "number" || typeof name != "string" || typeof size != "number")
    throw new ReleaseError("GITHUB_RELEASE_FAILED", "GitHub\u2019s answer describes no file of a release.");
  let isUploaded = member(data, "state") === "uploaded";
  return { id, name, size, isUploaded, ...typeof digest == "string" && { digest } };
}
function explained3(what) {
  return (error) => {
    throw error instanceof GitHubFailure ? new ReleaseError("GITHUB_RELEASE_FAILED", `GitHub did not ${what}: ${error.message}`, {
      hint: hintFor2(error),
      cause: error
    }) : error;
  };
}
function hintFor2({ message, status }) {
  return /API rate limit exceeded/i.test(message) ? "A workflow token may ask 1,000 times an hour. Run again when the hour is over: what is there already is not made again." : status !== void 0 && status < 500 ? "Give the job `permissions: { contents: write }`." : "Run again when GitHub answers: it goes on where this run stopped.";
}

// src/platform/github/rules.ts
var MAX_RULESETS = 20;
async function readBranchRules(client, branch2) {
  let told = (await Promise.allSettled([rulesets(client, branch2), protection(client, branch2)])).flatMap((answer) => answer.status === "fulfilled" ? [answer.value] : []);
  return told.length === 0 ? void 0 : told.flat();
}
async function rulesets(client, branch2) {
  let rules = rulesIn(await client.requestOptional("GET rules/branches/{branch}", { branch: branch2, per_page: 100 }));
  return withBypass(rules, (id) => client.requestOptional("GET rulesets/{id}", { id }));
}
async function protection(client, branch2) {
  let summary2 = await client.requestOptional("GET branches/{branch}", { branch: branch2 });
  return protectionRules(summary2, () => client.requestOptional("GET branches/{branch}/protection", { branch: branch2 }));
}
function rulesIn(data) {
  if (!Array.isArray(data)) throw new TypeError("The answer is not a list of rules.");
  return data.flatMap((rule) => {
    let type = member(rule, "type"), id = member(rule, "ruleset_id");
    return typeof type == "string" ? [{ type, ruleset: typeof id == "number" ? id : void 0 }] : [];
  });
}
async function withBypass(rules, ruleset) {
  let ids = [...new Set(rules.flatMap((rule) => rule.ruleset ?? []))].slice(0, MAX_RULESETS), answers = await Promise.all(
    ids.map(async (id) => [id, bypassOf(await ruleset(id).catch(() => {
    }))])
  ), known3 = new Map(answers);
  return rules.map(({ type, ruleset: id }) => ({
    type,
    bypass: (id === void 0 ? void 0 : known3.get(id)) ?? "unknown"
  }));
}
function bypassOf(ruleset) {
  let mode = member(ruleset, "current_user_can_bypass");
  return mode === "always" || mode === "exempt" ? "yes" : mode === "never" || mode === "pull_requests_only" ? "no" : "unknown";
}
async function protectionRules(branch2, details) {
  let protection2 = member(branch2, "protection");
  if (member(protection2, "enabled") !== !0) return [];
  let whole2 = await details().catch(() => {
  }), rest = whole2 === void 0 ? [{ type: "protected", bypass: "unknown" }] : restOf(whole2);
  return [...checksOf(member(protection2, "required_status_checks")), ...rest];
}
function checksOf(checks) {
  let contexts = member(checks, "contexts");
  if (!Array.isArray(contexts) || contexts.length === 0) return [];
  let level = member(checks, "enforcement_level");
  return level === "off" ? [] : [{ type: "required_status_checks", bypass: level === "everyone" ? "no" : "unknown" }];
}
function restOf(protection2) {
  let everyone = isOn(protection2, "enforce_admins"), reviews = member(protection2, "required_pull_request_reviews"), spared = member(reviews, "bypass_pull_request_allowances") !== void 0, standing = (type, certain) => ({ type, bypass: certain ? "no" : "unknown" });
  return [
    ...reviews === void 0 ? [] : [standing("pull_request", everyone && !spared)],
    ...isOn(protection2, "required_signatures") ? [standing("required_signatures", everyone)] : [],
    ...isOn(protection2, "lock_branch") ? [standing("update", everyone)] : [],
    // The list has names, and the token's own name is unknown.
    ...member(protection2, "restrictions") === void 0 ? [] : [standing("update", !1)]
  ];
}
function isOn(protection2, key) {
  return member(member(protection2, key), "enabled") === !0;
}

// src/platform/github/write-right.ts
var NEVER_MADE = { ref: "refs/preflight", sha: "0".repeat(40) };
async function writeProblem(client) {
  let failure3 = await client.requestOptional("POST git/refs", NEVER_MADE).then(
    () => {
    },
    (thrown) => thrown
  );
  if (!(!(failure3 instanceof GitHubFailure) || !isDenied(failure3)))
    return new ReleaseError(
      "GIT_DENIED",
      `GitHub does not let \`github-token\` write to the repository: ${failure3.message}`,
      {
        hint: "Give the job `permissions: { contents: write }`. Where `github-token` is set, the token needs that right.",
        cause: failure3
      }
    );
}
function isDenied({ status, message }) {
  return status === 401 || status === 403 && /not accessible by|must have|permission/i.test(message);
}

// src/platform/github/github.ts
function createGitHub(options) {
  let client = openClient(options), rules = /* @__PURE__ */ new Map(), rulesOf = (branch2) => {
    let asked2 = rules.get(branch2) ?? readBranchRules(client, branch2);
    return rules.set(branch2, asked2), asked2;
  };
  return {
    releases: openReleases(client),
    branchRules: async (branch2) => options.token ? rulesOf(branch2) : void 0,
    writeProblem: () => writeProblem(client),
    commitOnBranch: (commit) => commitOnBranch(client, options.repository, commit),
    storeAttestation: attestationStore(client),
    findPull: (head, base) => findPull(client, head, base),
    findClosedPull: (head, base) => findClosedPull(client, head, base),
    openPull: (head, base, pull) => openPull(client, head, base, pull),
    addLabels: (number, labels) => addLabels(client, number, labels),
    labelsEver: (number) => labelsEver(client, number),
    updatePull: (number, text2) => updatePull(client, number, text2),
    closePull: (number) => closePull(client, number)
  };
}

// src/platform/github/shared-file.ts
var MAX_BYTES = 1e6;
async function readSharedFile(options, { repository, path, commit }) {
  let client = openClient({ ...options, repository }), branch2 = await defaultBranch(client, repository);
  await requireOnBranch(client, { repository, branch: branch2, commit });
  let found = await asked(client, "GET contents/{path}", { path, ref: commit }).catch(
    unless(404, () => unreadable2(`${repository} has no file ${path} at ${shortCommit(commit)}.`))
  );
  return contentOf2(found, `${repository}/${path}`);
}
async function defaultBranch(client, repository) {
  let found = await asked(client, "GET").catch(unless(404, () => hidden(repository))), name = member(found, "full_name"), branch2 = member(found, "default_branch");
  if (typeof name != "string" || typeof branch2 != "string")
    throw unreadable2(`GitHub does not describe ${repository}.`);
  if (name.toLowerCase() !== repository.toLowerCase())
    throw new ReleaseError("SHARED_CONFIG_REFUSED", `\`config\` names ${repository}, which is ${name} now.`, {
      hint: `If that is the repository that is meant, write ${name} in \`config\`.`
    });
  return branch2;
}
async function requireOnBranch(client, { repository, branch: branch2, commit }) {
  let parameters = { basehead: `${branch2}...${commit}`, per_page: 1, page: 2 }, found = await asked(client, "GET compare/{basehead}", parameters).catch(
    unless(404, () => unreadable2(`${repository} has no commit ${commit}.`))
  ), status = member(found, "status");
  if (status === "behind" || status === "identical") return;
  let text2 = `${shortCommit(commit)} is not on the default branch (${branch2}) of ${repository}.`;
  throw new ReleaseError("SHARED_CONFIG_REFUSED", text2, {
    hint: `GitHub shows commits of forks under that name too, and anybody can make those. Merge the file, and write the commit of ${branch2} that has it.`
  });
}
function contentOf2(found, name) {
  let [type, size, content] = ["type", "size", "content"].map((key) => member(found, key));
  if (type !== "file") throw unreadable2(`${name} is not a file.`);
  if (typeof size != "number" || size > MAX_BYTES) throw unreadable2(`${name} has more than ${MAX_BYTES} bytes.`);
  let bytes = Buffer.from(typeof content == "string" ? content : "", "base64");
  if (bytes.length !== size) throw unreadable2(`GitHub's answer does not hold all of ${name}.`);
  return bytes;
}
function asked(client, route, parameters = {}) {
  return client.request(route, parameters).catch((thrown) => {
    throw thrown instanceof GitHubFailure && thrown.status !== 404 ? unreadable2(`${thrown.message}.`, thrown) : thrown;
  });
}
function unless(status, problem2) {
  return (thrown) => {
    throw thrown instanceof GitHubFailure && thrown.status === status ? problem2() : thrown;
  };
}
function unreadable2(why, cause) {
  return new ReleaseError("SHARED_CONFIG_UNREADABLE", `The file that \`config\` names can't be read: ${why}`, {
    hint: "Compare `config` with the repository: it is `owner/repository/path@commit`.",
    cause
  });
}
function hidden(repository) {
  let text2 = `\`config\` names a file of ${repository}, and \`github-token\` can't see that repository.`;
  return new ReleaseError("SHARED_CONFIG_UNREADABLE", text2, {
    hint: `The token of a workflow sees its own repository and public ones. Make ${repository} public, or give \`github-token\` a token of a GitHub App that may read its contents (\`contents: read\`), beside the rights that the release needs here.`
  });
}

// src/platform/helm/helm.ts
var import_semver3 = __toESM(require_semver(), 1);

// src/platform/helm/command.ts
import { join as join5 } from "node:path";
var LIMITS = { timeoutMs: 5 * 6e4, maxMemoryBytes: 2 * 1024 ** 3 }, MAX_SAID2 = 2e3, NOWHERE = "http://127.0.0.1:9";
async function openHelm(context, program) {
  let folder = await context.files.temporaryFolder("helm"), home = {
    folder,
    repositories: join5(folder, "config", "repositories.yaml"),
    repositoryCache: join5(folder, "cache", "repository")
  };
  await context.files.makeFolder(home.repositoryCache);
  let base = baseEnvironment(context.environment, home), limits = context.limits ?? LIMITS;
  return {
    home,
    async run(args, { limits: own = limits, ...call } = {}) {
      let env = { ...base, ...collectingLate(own) }, start = () => context.processes.run(program, args, { env, ...own, ...call }), first = await start(), ran = first.signal === void 0 ? first : await start();
      if (ran.exitCode !== 0 && saysDiskFull(ran.stderr)) throw diskFull(context.secrets.redact(reasonOf3(ran, own)));
      return ran;
    },
    said: (ran, own = limits) => context.secrets.redact(reasonOf3(ran, own)).slice(0, MAX_SAID2)
  };
}
function collectingLate({ maxMemoryBytes }) {
  return { GOGC: "400", GOMEMLIMIT: String(Math.floor(maxMemoryBytes / 2)) };
}
function reasonOf3(ran, { timeoutMs: timeoutMs2, maxMemoryBytes }) {
  return ran.killed === "timeout" ? `Helm was stopped after ${timeoutMs2 / 1e3} seconds` : ran.killed === "memory" ? `Helm was stopped at ${Math.round(maxMemoryBytes / 1024 ** 2)} MiB of memory` : ran.killed === "output" ? "Helm was stopped, as it wrote without an end" : ran.signal ? `Helm was killed from outside (${ran.signal}) twice; the machine may be short of memory` : ran.stderr.split(`
`).filter((line) => line.trim() !== "" && !/^(WARNING|level=)/.test(line)).join(" ").replace(/^Error: /, "").trim() || `Helm ended with ${ran.exitCode}`;
}
function baseEnvironment(environment, home) {
  return {
    PATH: environment.PATH ?? "/usr/bin:/bin",
    HOME: home.folder,
    TMPDIR: home.folder,
    HELM_CACHE_HOME: join5(home.folder, "cache"),
    HELM_CONFIG_HOME: join5(home.folder, "config"),
    HELM_DATA_HOME: join5(home.folder, "data"),
    HELM_PLUGINS: join5(home.folder, "plugins"),
    HELM_REPOSITORY_CONFIG: home.repositories,
    HELM_REPOSITORY_CACHE: home.repositoryCache,
    KUBECONFIG: "/dev/null",
    // Nothing listens there: Helm, and templates and schemas through it, reach nothing beyond this machine.
    HTTP_PROXY: NOWHERE,
    HTTPS_PROXY: NOWHERE,
    LC_ALL: "C",
    TZ: "UTC"
  };
}

// src/platform/helm/batches.ts
import { availableParallelism } from "node:os";
var MIN_FOLDERS_A_PROCESS = 10, MAX_FOLDERS_A_PROCESS = 200;
function inProcesses(folders, work) {
  let processors = availableParallelism(), even = Math.ceil(folders.length / processors), size = Math.min(MAX_FOLDERS_A_PROCESS, Math.max(MIN_FOLDERS_A_PROCESS, even)), batches = Array.from(
    { length: Math.ceil(folders.length / size) },
    (_, index) => folders.slice(index * size, (index + 1) * size)
  );
  return mapConcurrent(batches, processors, work);
}

// src/platform/helm/lint.ts
var HEADING = /^==> Linting (.*)$/, SUMMARY = /^\d+ chart\(s\) linted, \d+ chart\(s\) failed$/, MESSAGE = /^\[(ERROR|WARNING|INFO)\] (.*)$/;
async function lint(helm, folders, options = {}) {
  let linted = await inProcesses(folders, (batch) => lintTogether(helm, batch, options));
  return new Map(linted.flatMap((batch) => [...batch]));
}
async function lintTogether(helm, folders, options) {
  let ran = await helm.run(["lint", ...folders, ...flagsOf(options)]), sections = sectionsOf(Buffer.from(ran.stdout).toString(), new Set(folders));
  return sections.size === 0 && requireKnownFlags(helm.said(ran)), folders.length > 1 && folders.some((folder) => !sections.has(folder)) ? lintOneByOne(helm, folders, options) : new Map(
    folders.map((folder) => {
      let messages = sections.get(folder), stopped = ran.killed !== void 0 && { isStopped: !0 };
      if (!messages) return [folder, { failed: !0, messages: [helm.said(ran)], ...stopped }];
      let failed2 = folders.length === 1 && ran.exitCode !== 0 || messages.some((message) => options.strict || message.startsWith("ERROR"));
      return [folder, { failed: failed2 || ran.killed !== void 0, messages, ...stopped }];
    })
  );
}
function flagsOf({ values, strict, kubeVersion }) {
  return [
    ...values === void 0 ? [] : ["--values", values],
    ...strict ? ["--strict"] : [],
    ...kubeVersion === void 0 ? [] : ["--kube-version", kubeVersion]
  ];
}
function requireKnownFlags(said) {
  let flag = /^unknown flag: (--[a-z-]+)/.exec(said)?.[1];
  if (flag !== void 0)
    throw new ReleaseError("HELM_TOO_OLD", `This \`helm lint\` does not know ${flag}, which \`kube-version\` needs.`, {
      hint: "Set the input `helm-version` to a newer one, e.g. `helm-version: 4.1.4`, or leave `kube-version` out."
    });
}
async function lintOneByOne(helm, folders, options) {
  let linted = /* @__PURE__ */ new Map();
  for (let folder of folders)
    for (let [key, value] of await lintTogether(helm, [folder], options)) linted.set(key, value);
  return linted;
}
function sectionsOf(output, folders) {
  let sections = /* @__PURE__ */ new Map(), current;
  for (let line of output.split(`
`)) {
    let heading = HEADING.exec(line)?.[1];
    if (heading !== void 0 && folders.has(heading)) {
      current = [], sections.set(heading, current);
      continue;
    }
    let message = MESSAGE.exec(line);
    message ? current?.push(`${message[1]} ${message[2]}`) : line.trim() !== "" && !SUMMARY.test(line) && current?.push(`${current.pop() ?? ""} ${line.trim()}`.trimStart());
  }
  return new Map(
    [...sections].map(([heading, told]) => [heading, told.filter((message) => !message.startsWith("INFO"))])
  );
}

// src/platform/helm/package.ts
import { join as join6 } from "node:path";
var MAX_ARCHIVE = 128 * 1024 * 1024;
async function packageFolders(helm, files, folders) {
  let batches = await inProcesses(folders, (batch) => packageBatch(helm, files, batch));
  return new Map(batches.flatMap((batch) => [...batch]));
}
async function packageBatch(helm, files, batch) {
  let together = await packageTogether(helm, files, batch);
  if (!("failed" in together))
    return new Map(batch.map((folder, index) => [folder, together.archives[index]]));
  if (batch.length === 1) return /* @__PURE__ */ new Map([[batch[0] ?? "", { failed: together.failed }]]);
  let results = /* @__PURE__ */ new Map();
  for (let folder of batch) results.set(folder, await packageOne(helm, files, folder));
  return results;
}
async function packageOne(helm, files, folder) {
  let done = await packageTogether(helm, files, [folder]);
  return "failed" in done ? { failed: done.failed } : done.archives[0];
}
async function packageTogether(helm, files, folders) {
  let destination = await files.temporaryFolder("packages"), ran = await helm.run(["package", ...folders, "--destination", destination]);
  if (ran.exitCode !== 0) return { failed: helm.said(ran) };
  let written = Buffer.from(ran.stdout).toString().split(`
`).flatMap((line) => /saved it to: (.+)$/.exec(line)?.[1] ?? []);
  return new Set(written).size !== folders.length ? { failed: "two charts of one name and version came together" } : { archives: await Promise.all(written.map((path) => files.read(join6(path), MAX_ARCHIVE))) };
}

// src/platform/helm/template.ts
async function template(helm, folder, { values, isUpgrade = !1, timeoutMs: timeoutMs2 = 2e4 } = {}) {
  let limits = { timeoutMs: timeoutMs2, maxMemoryBytes: 1073741824 }, args = ["template", "release-name", folder, "--namespace", "release-namespace", ...isUpgrade ? ["--is-upgrade"] : []], ran = await helm.run(values === void 0 ? args : [...args, "--values", "-"], {
    limits,
    maxOutputBytes: 67108864,
    ...values !== void 0 && { input: values }
  });
  return ran.exitCode === 0 && !ran.killed ? { manifests: Buffer.from(ran.stdout).toString() } : { failed: helm.said(ran, limits), stopped: ran.killed !== void 0 || ran.signal !== void 0 };
}

// src/platform/helm/helm.ts
var MINIMUM = "3.8.0";
async function createHelm(context, program = "helm") {
  let helm = await openHelm(context, program);
  return {
    version: await versionOf(helm),
    lint: (folders, options) => lint(helm, folders, options),
    package: (folders) => packageFolders(helm, context.files, folders),
    template: (folder, options) => template(helm, folder, options)
  };
}
async function versionOf(helm) {
  let ran = await helm.run(["version", "--template", "{{.Version}}"]).catch((cause) => {
    throw cause instanceof ReleaseError && cause.code === "DISK_FULL" ? cause : helmMissing(cause);
  }), said = Buffer.from(ran.stdout).toString(), version = import_semver3.default.clean(said) ?? import_semver3.default.coerce(said)?.version;
  if (ran.exitCode !== 0 || !version) throw helmMissing(void 0);
  if (import_semver3.default.lt(version, MINIMUM))
    throw new ReleaseError("HELM_TOO_OLD", `The helm on PATH is ${version}; ${MINIMUM} or later is needed.`, {
      hint: "Set the input `helm-version`, e.g. `helm-version: 4.1.4`, or use azure/setup-helm before this step."
    });
  return version;
}
function helmMissing(cause) {
  return new ReleaseError("HELM_MISSING", "There is no helm on PATH.", {
    hint: "Set the input `helm-version`, e.g. `helm-version: 4.1.4`, or use azure/setup-helm before this step.",
    cause
  });
}

// src/platform/http/server-time.ts
function createServerTime(clock2) {
  let nearest;
  return {
    ahead: () => nearest,
    note({ headers, url }) {
      let told = Date.parse(headers.date ?? "") + ageOf(headers.age);
      if (Number.isNaN(told)) return;
      let milliseconds = clock2.now().getTime() - told;
      nearest && Math.abs(nearest.milliseconds) <= Math.abs(milliseconds) || (nearest = { milliseconds, host: new URL(url).host });
    }
  };
}
function ageOf(seconds) {
  return /^\d{1,9}$/.test(seconds ?? "") ? Number(seconds) * 1e3 : 0;
}

// src/platform/runner/oidc.ts
var maxBytes = 64 * 1024, timeoutMs = 1e4, attempts = 3, permissions = `Add this to the job:
  permissions:
    contents: read
    id-token: write
and everything else that it needs, for GitHub takes away what is not named: \`contents: write\` to push bumps, tags and
releases, \`packages: write\` for ghcr.io.
GitHub does not give it to workflows that run for a pull request of a fork.`;
function createIdentityProvider({ environment, http, secrets }) {
  let url = environment.ACTIONS_ID_TOKEN_REQUEST_URL ?? "", key = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? "", available = url !== "" && key !== "";
  return secrets.add(key), {
    available,
    async token(audience) {
      if (!available) throw unavailable();
      if (!/^[\x21-\x7e]+$/.test(key)) throw invalid("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "a token");
      let response = await ask(http, addressFor2(url, audience), key), token = tokenIn(response);
      return secrets.add(token), token;
    }
  };
}
function unavailable() {
  let message = "This job may not ask for an identity token, and keyless signing needs one.";
  return new ReleaseError("OIDC_UNAVAILABLE", message, { hint: permissions });
}
function addressFor2(url, audience) {
  let address = URL.canParse(url) ? new URL(url) : void 0;
  if (!address || !["http:", "https:"].includes(address.protocol))
    throw invalid("ACTIONS_ID_TOKEN_REQUEST_URL", "a web address");
  return address.searchParams.set("audience", audience), address.href;
}
function invalid(name, expected) {
  return new ReleaseError("ENVIRONMENT_INVALID", `${name} does not hold ${expected}.`, {
    hint: "The runner sets it by itself for a job with `id-token: write`: do not set it in `env`."
  });
}
async function ask(http, url, key) {
  let { host } = new URL(url), headers = { accept: "application/json", authorization: `Bearer ${key}` }, response = await http.send({ method: "GET", url, headers, maxBytes, timeoutMs, attempts }).catch((cause) => {
    let [why, hint3] = cause instanceof ReleaseError ? [cause.message, cause.hint] : ["the request failed"];
    throw new ReleaseError("OIDC_FAILED", `No identity token could be had: ${why}`, { cause, hint: hint3 });
  }), { status } = response;
  if (status === 200) return response;
  throw status === 408 || status === 429 || status >= 500 ? new ReleaseError("OIDC_FAILED", `No identity token could be had: ${host} answered ${status}`) : new ReleaseError("OIDC_REFUSED", `${host} refused an identity token: it answered ${status}`, {
    hint: permissions
  });
}
function tokenIn({ body, url }) {
  try {
    let answer = JSON.parse(Buffer.from(body).toString()), value = typeof answer == "object" && answer !== null && "value" in answer ? answer.value : void 0;
    if (typeof value == "string" && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) return value;
  } catch {
  }
  throw new ReleaseError("OIDC_FAILED", `${new URL(url).host} answered without an identity token`);
}

// src/chart/source/file-at.ts
import { posix as posix16 } from "node:path";
var FILE = /^100/, LINK2 = "120000";
async function readFileAt(git, commit, path, maxBytes2) {
  let entry = await entryAt(git, commit, posix16.normalize(path));
  if (entry === void 0) return;
  let content = (await git.blobs([entry.object], maxBytes2)).get(entry.object);
  if (content === void 0) throw pathRefused2(path, `is longer than the ${maxBytes2} bytes that are read`);
  return content;
}
async function entryAt(git, commit, path) {
  let entries = await git.tree(commit), isOnTheWay = ({ path: other }) => path === other || path.startsWith(`${other}/`), met = entries.find(isOnTheWay);
  if (met === void 0) {
    if (entries.some((entry) => entry.path.startsWith(`${path}/`))) throw pathRefused2(path, "is not a file");
    return;
  }
  if (met.mode === LINK2) return linked(git, commit, path);
  if (!FILE.test(met.mode)) throw pathRefused2(path, "is in a submodule");
  return met.path === path ? met : void 0;
}
async function linked(git, commit, path) {
  let tree = await readTree(git, commit), end = endOf2(() => tree.follow(path));
  if (end === void 0 || !("file" in end)) throw pathRefused2(path, "leads out of the files of the repository");
  return end.file;
}
function endOf2(follow3) {
  try {
    return follow3();
  } catch (error) {
    if (error instanceof ReleaseError) return;
    throw error;
  }
}
function pathRefused2(path, what) {
  return new ReleaseError("WORKSPACE_PATH_REFUSED", `${path} ${what}.`, {
    hint: "Name a plain file of the repository, or take the link away.",
    at: { file: path }
  });
}

// src/pipeline/checkout/other-repository.ts
function checkedOutElsewhere(found, { repository }) {
  let text2 = `The checkout is of ${cut(showInvisible(found), 100)}, and this workflow runs for ${repository}: a release would be pushed to one and signed in the name of the other.`;
  return new ReleaseError("CHECKOUT_ELSEWHERE", text2, {
    hint: `Run the workflow in the repository that has the charts. From there it can publish into a branch of this one, with a token in \`pages-token\`:
targets: pages://gh-pages?repository=${repository}`
  });
}
function isOrigin(address, facts) {
  let place2 = placeIn3(address);
  if (place2 === void 0 || otherRepository(address, facts) !== void 0) return place2 === void 0;
  let wanted2 = facts.repository.toLowerCase(), path = repositoryIn(place2).toLowerCase();
  return path === wanted2 || path.endsWith(`/${wanted2}`);
}
function otherRepository(address, { repository, serverUrl }) {
  let place2 = placeIn3(address);
  if (!(place2 !== void 0 && URL.canParse(serverUrl) && new URL(serverUrl).hostname === place2.host)) return;
  let name = repositoryIn(place2);
  return name.toLowerCase() === repository.toLowerCase() ? void 0 : name;
}
function repositoryIn({ path }) {
  return path.replace(/^\/+|\/+$|(\.git)?\/*$/gi, "");
}
function placeIn3(address) {
  if (URL.canParse(address) && /^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
    let { protocol, hostname, pathname } = new URL(address);
    return protocol === "file:" || isLoopback(hostname) ? void 0 : { host: hostname, path: pathname };
  }
  let [, host, path] = /^(?:[^/]*@)?([^/:]+):(.*)$/s.exec(address) ?? [];
  return host !== void 0 && path !== void 0 ? { host, path } : void 0;
}

// src/pipeline/checkout/checkout.ts
async function openCheckout(git, facts) {
  let head = await git.head(), isOwn2 = await isRunsOwn(git, facts, head), address = await git.originAddress(), elsewhere2 = otherRepository(address, facts), origin = isOwn2 || !isOrigin(address, facts) ? void 0 : address, shownOn2 = isOwn2 ? "ref" : await placeOf2(git, facts, { head, origin }), settled2 = shownOn2 ? { commit: head, files: git } : await baseOf(git, facts, { head, origin, elsewhere: elsewhere2 });
  return {
    head,
    shownOn: shownOn2,
    ...elsewhere2 !== void 0 && { elsewhere: elsewhere2 },
    settled: settled2.commit,
    read: (path, maxBytes2) => readFileAt(settled2.files, settled2.commit, path, maxBytes2),
    readAtHead: (path, maxBytes2) => readFileAt(git, head, path, maxBytes2)
  };
}
async function isRunsOwn(git, { ref, sha }, head) {
  if (!isMergedRef(ref) || head !== sha) return !1;
  let branch2 = /^refs\/heads\/(.+)$/s.exec(ref)?.[1], fetched = branch2 === void 0 ? void 0 : await git.resolve(`refs/remotes/origin/${branch2}`);
  return fetched === void 0 || fetched === head || git.isAncestor(head, fetched);
}
async function placeOf2(git, facts, { head, origin }) {
  let counts = isMergedRef(facts.ref);
  if (!(origin === void 0 || !counts && head === facts.sha))
    return counts && await shows(git, facts.ref, head) ? "ref" : await shows(git, "HEAD", head) ? "default branch" : void 0;
}
async function shows(git, ref, head) {
  try {
    let tip = await git.fetchRef(ref);
    return tip !== void 0 && (tip === head || await git.isAncestor(head, tip));
  } catch (error) {
    let { code: code2, message, hint: hint3 } = asReleaseError(error), what = `Whether origin shows the checkout (${shortCommit(head)}) on ${nameOf(ref)} can't be found out`;
    throw new ReleaseError(code2, `${what}: ${message}`, { hint: hint3, cause: error });
  }
}
async function baseOf(git, facts, { head, origin, elsewhere: elsewhere2 }) {
  let { base, baseBranch, eventName } = facts, branches = [...baseBranch === void 0 ? [] : [`refs/heads/${baseBranch}`], "HEAD"], own = facts.sha === head ? [facts.ref] : [facts.sha, facts.ref], refs = isMergedRef(facts.ref) ? own : branches, ofPull = base !== void 0 && baseBranch !== void 0 && eventName !== "merge_group" ? [base] : [], candidates = [...origin === void 0 ? refs.filter((ref) => ref === facts.sha) : refs, ...ofPull], failures = [];
  for (let candidate of candidates)
    try {
      let found = await readable(git, candidate);
      if (found) return found;
    } catch (error) {
      failures.push(error);
    }
  throw elsewhere2 !== void 0 && isMergedRef(facts.ref) ? checkedOutElsewhere(elsewhere2, facts) : noBase(head, candidates.map(nameOf), failures[0]);
}
async function readable(git, candidate) {
  if (/^[0-9a-f]{40,64}$/.test(candidate) && await git.resolve(candidate) === candidate) return { commit: candidate, files: git };
  let clone = await git.sideClone(), commit = await clone.fetchTip(candidate, { contents: !1 });
  return commit === void 0 ? void 0 : { commit, files: clone };
}
function noBase(head, asked2, cause) {
  let why = cause === void 0 ? "" : `: ${asReleaseError(cause).message}`, places = asked2.length === 0 ? "origin is another repository" : `looked for: ${asked2.join(", ")}`, text2 = `The checkout (${shortCommit(head)}) is not merged, and the commit whose settings apply instead can't be read (${places})${why}`;
  return new ReleaseError("BASE_UNKNOWN", text2.replace(/\.?$/, "."), {
    hint: "Let actions/checkout clone the repository of the workflow, and keep its credentials (`persist-credentials: true`), so that origin can be asked for the base branch.",
    cause
  });
}
function nameOf(ref) {
  return ref === "HEAD" ? "the default branch" : ref;
}

// src/pipeline/checkout/untrusted-checkout.ts
var TRUSTED_WITH_FOREIGN_CODE = /^(pull_request_target|workflow_run|issue_comment)$/;
function untrustedProblem(facts, checkout, mode) {
  if (mode === "release" && checkout.elsewhere !== void 0) return checkedOutElsewhere(checkout.elsewhere, facts);
  if (checkout.shownOn === void 0)
    return mode === "release" || TRUSTED_WITH_FOREIGN_CODE.test(facts.eventName) ? notOnRef(facts, checkout) : void 0;
}
function headProblem(facts, checkout) {
  return checkout.shownOn === "ref" ? void 0 : notOnRef(facts, checkout);
}
function notOnRef({ ref }, { head }) {
  return new ReleaseError("HEAD_NOT_ON_REF", `The checkout is at ${shortCommit(head)}, which is not on ${ref}.`, {
    hint: "Release what is merged: let actions/checkout take the ref of the event, from the repository of the workflow, and push what earlier steps commit before this one. Plan pull requests on `pull_request`, where there are no secrets to lose."
  });
}

// src/settled-settings.ts
var MAX_CONFIG_BYTES = 16 * 1024 * 1024;
async function settledSettings(context) {
  let { environment, facts, git, eventProblem } = context, mode = modeIn(inputsIn(environment));
  if (mode === "release" && eventProblem) throw new ReleaseErrors([eventProblem]);
  let checkout = await openCheckout(git, facts).catch(withInputProblems(environment)), problem2 = untrustedProblem(facts, checkout, mode);
  if (problem2) throw new ReleaseErrors([problem2]);
  return { checkout, settings: await settingsAt(checkout, context) };
}
function withInputProblems(environment) {
  return async (thrown) => {
    let { config: _, "ct-config": __, ...inputs } = inputsIn(environment), problems = await readSettings({ inputs, environment }).then(() => [], problemsIn);
    throw new ReleaseErrors([...problems, ...problemsIn(thrown)]);
  };
}
async function sharedConfigOf({ environment, facts, sharedFile, asText: asText2 }) {
  let file = sharedConfigIn(inputsIn(environment));
  if (file === void 0) return;
  let [owner = ""] = file.repository.split("/");
  if (owner.toLowerCase() !== facts.owner.toLowerCase()) throw otherOwner(file, facts);
  return { ...file, text: asText2(`${file.repository}/${file.path}`, await sharedFile(file)) ?? "" };
}
function otherOwner({ repository }, facts) {
  let text2 = `\`config\` names a file of ${repository}, and settings are taken only from repositories of ${facts.owner}.`;
  return new ReleaseError("SHARED_CONFIG_REFUSED", text2, {
    hint: `Copy the file into a repository of ${facts.owner}, and name that one.`
  });
}
async function settingsAt(checkout, context) {
  let { environment, secrets, log, facts, workspace, asText: asText2 } = context, asked2 = [], upTo = (maxBytes2) => async (path) => (asked2.push(path), asText2(path, await checkout.read(path, maxBytes2))), readers = {
    config: upTo(MAX_CONFIG_BYTES),
    chartReleaser: upTo(MAX_FILE_BYTES),
    chartTesting: upTo(MAX_CHART_TESTING_BYTES)
  }, found = await settingFiles(inputsIn(environment), readers);
  for (let value of found.chartReleaser ? secretsInFile(found.chartReleaser) : []) secrets.add(value);
  checkout.shownOn === void 0 && log.info(`The settings of commit ${checkout.settled} apply: ${untrustedReason(checkout, facts)}`);
  let remarks = await settledRemarks(asked2, { checkout, workspace, facts }, MAX_CONFIG_BYTES), sharedConfig = await sharedConfigOf(context).catch(withInputProblems(environment)), settings = await readSettings({ ...found, sharedConfig, environment });
  return { ...settings, remarks: [...settings.remarks, ...remarks] };
}

// src/open-run.ts
async function openRun(base) {
  let opened = await openSettings(base), { facts, settings, checkout, git } = opened, { platform, newHttp } = openPlatform(base, opened), { apiUrl, repository } = facts, github = guardGitHub(
    createGitHub({ ...platform, token: settings.githubToken, apiUrl, repository }),
    base.stop,
    apiUrl
  ), releaseTags = createReleaseTags(settings), elsewhere2 = openElsewhere({ platform, settings, facts, git, stop: base.stop }), ownWrites = createOwnWrites(), parts = { newHttp, github, elsewhere: elsewhere2, facts, ownWrites, settings: targetSettings(settings, releaseTags) }, places = { ...platform, ...parts }, warn = withoutRepeats(base.log.warning), { sigstore, signing } = openSigner(platform, settings, facts), indexSigner = settings.signIndex && { indexSigner: createFileSigner(signing) }, targets = openTargets(everyTarget(settings), { ...places, ...indexSigner }), { relay, ...relaying } = await openRelay({ platform, facts, settings, head: checkout.head }), helm = memoizeAsync(async () => relaying.helm ?? openHelm2(platform, settings)), history = createHistory(git, targets, settings), fetchDependency = dependencyFetch({ ...places, ...settings.dependencies, ownHosts: ownHosts(targets) });
  return {
    platform,
    facts,
    checkout,
    settings,
    targets,
    github,
    helm,
    signing,
    warn,
    releaseTags,
    history,
    steps: createSteps({ log: base.log, stop: base.stop, setAlarm, timeoutMs: settings.timeout }),
    outside: openOutside(places),
    buildContext: createBuildContext({ platform, settings, helm, warn }, fetchDependency, relaying),
    recognition: canRecognize(settings, platform) ? createRecognition(sigstore, settings, warn) : void 0,
    provenance: memoizeAsync(() => openProvenance(settings, platform.clock)),
    ownCommits: ownCommits(git, history.ownRepositories),
    ...relay && { relay }
  };
}
async function openSettings(base) {
  let { environment, files } = base, facts = await readRunnerFacts(environment, files), inputs = inputsIn(environment), place2 = { files: files.shared, workspace: facts.workspace, path: checkoutPathIn(inputs) }, { folder, inside: inside2 } = await checkoutFolder(place2).catch(withInputProblems(environment)), workspace = createWorkspace(folder, base.journal, inside2), token = gitTokenIn(inputs, environment), git = createGit({ ...base, workspace: folder, serverUrl: facts.serverUrl, token }), clock2 = guardClock(systemClock, base.stop), { settings, checkout } = await settledSettings({
    ...base,
    facts,
    workspace,
    git,
    asText,
    sharedFile: (file) => readSharedFile({ ...base, clock: clock2, token, apiUrl: facts.apiUrl }, file),
    eventProblem: refusedEvent(facts)
  });
  return { facts, folder, workspace, git, clock: clock2, settings, checkout };
}
function openPlatform(base, { facts, folder, workspace, git, clock: clock2, checkout }) {
  let shared2 = {
    throttle: createThrottle({ clock: systemClock, log: base.log }),
    serverTime: createServerTime(systemClock)
  }, files = filesFor(base.files, checkout, { ...facts, folder }), parts = { ...base, ...shared2, clock: clock2, workspace, git, files }, { environment, secrets } = base, http = guardHttp(createHttp({ ...parts, clock: systemClock }), base.stop), identity2 = createIdentityProvider({ environment, http, secrets }), platform = { ...parts, http, identity: identity2 };
  return { platform, newHttp: (ca) => guardHttp(createHttp({ ...platform, ...shared2, clock: systemClock, ...ca !== void 0 && { ca } }), base.stop) };
}
function openElsewhere({ platform, settings, facts, git, stop }) {
  let { apiUrl, serverUrl } = facts, token = settings.pagesToken ?? settings.githubToken;
  return (repository) => ({
    github: guardGitHub(createGitHub({ ...platform, token, apiUrl, repository }), stop, apiUrl),
    git: { sideClone: () => git.sideClone({ address: `${serverUrl}/${repository}.git`, token }) }
  });
}
function openSigner(platform, settings, facts) {
  let opened = createMemo(), sigstore = (timeoutMs2) => opened.get(() => openSigstore(platform, settings, facts, timeoutMs2)), signing = memoizeAsync(
    async () => signsAnything(settings) ? openSigning(platform, settings, await sigstore(settings.sigstoreTimeout)) : void 0
  );
  return { sigstore, signing };
}
function ownHosts(targets) {
  return targets.flatMap(({ address }) => address.startsWith("oci://") ? [new URL(address).host] : []);
}
function canRecognize(settings, { identity: identity2 }) {
  return signsAnything(settings) && settings.mode !== "check" && identity2.available;
}
function targetSettings(settings, { tagOf: tagOf2 }) {
  let { githubToken, registryUsername, registryPassword, plainHttp, tokenRealms, verifiedCommits } = settings, { generateReleaseNotes } = settings;
  return {
    plainHttp,
    tokenRealms,
    registryUsername,
    registryPassword,
    githubToken,
    verifiedCommits,
    generateReleaseNotes,
    tagOf: tagOf2
  };
}
async function openHelm2(platform, settings) {
  let version = settings.helmVersion;
  if (version === void 0) return createHelm(platform);
  let { installHelm } = await import("./install-YPQOICZH.js");
  return createHelm(platform, await installHelm({ ...platform, version }));
}

// src/pipeline/progress.ts
function createProgress() {
  return { recorded: [], proposals: [], failed: /* @__PURE__ */ new Map(), completions: /* @__PURE__ */ new Map(), promoted: /* @__PURE__ */ new Map() };
}

// src/report/wording/advice.ts
function runAdvice(texts, level = "warning") {
  return texts.map((text2) => ({ kind: "run", level, text: text2 }));
}
function settingsAdvice(remarks) {
  return remarks.map((remark) => ({ kind: "settings", level: "warning", ...remark }));
}
function adviceOf({ advice }, kind) {
  return advice.filter((one2) => one2.kind === kind);
}

// src/pipeline/chart-release.ts
function isComplete({ published, staged }) {
  return published.length === staged.length;
}
function placeOf3({ path, packaged: { name }, today }) {
  return today ?? { name, path };
}
function releaseName({ packaged: packaged2 }) {
  return `${packaged2.name} ${packaged2.version}`;
}
function resultOf({ decision, staged, published }) {
  let isShown = published.some(({ changed }, index) => changed || !staged[index]?.isListed);
  if (isShown && decision.action !== "complete") return "released";
  let isCompleted = staged.some((one2) => one2.signatures !== void 0 || one2.wasTidied || one2.wasAdopted);
  return isShown || isCompleted ? "completed" : "unchanged";
}

// src/pipeline/half-release.ts
function completedReleases(completions) {
  return [...completions?.values() ?? []].flatMap((one2) => one2 instanceof ReleaseError ? [] : [one2]);
}

// src/plan/check.ts
function checkOf(decision, { requireBump }) {
  let verdict = verdictOf(decision, requireBump), problem2 = decision.problem ?? problemOf(decision, verdict);
  return { data: dataOf(decision, verdict), ...problem2 && { problem: problem2 } };
}
function verdictOf(decision, requireBump) {
  let { action, requiredVersion: enough, level, comparedWith: released } = decision;
  return action === "refuse" ? "unknown" : isForGitAlone(decision) ? "unchanged" : action === "bump" ? requireBump ? "missing" : "left" : action === "wait" ? requireBump ? "missing" : "waiting" : action !== "publish" ? "unchanged" : enough === void 0 ? released === void 0 ? "first" : "enough" : level !== void 0 && isMildlyLow({ ...decision, level }) ? "mild" : "too-low";
}
function problemOf(decision, verdict) {
  let { chart, requiredVersion: enough = decision.version, comparedWith: released = "" } = decision;
  return verdict === "missing" ? versionNotRaised(chart, { enough, why: decision.reason }) : verdict === "too-low" ? versionTooLow(chart, { enough, since: released, why: decision.levelReason ?? "" }) : void 0;
}
function dataOf(decision, verdict) {
  let { chart, comparedWith: released, level, action } = decision, { name, version: declared } = chart.manifest, needed = action === "bump" ? decision.version : decision.requiredVersion;
  return {
    name,
    path: chart.path,
    declared,
    verdict,
    ...released !== void 0 && { released, declaredLevel: levelBetween(released, declared) },
    ...level !== void 0 && { requiredLevel: level },
    ...needed !== void 0 && { needed },
    why: decision.problem?.message ?? (["missing", "left", "waiting"].includes(verdict) ? decision.reason : decision.levelReason ?? decision.reason)
  };
}
function requiresBump({ bump }, { requireBump, sources }) {
  return sources.requireBump === "default" ? !isByHand(bump.setting) : requireBump;
}

// src/pipeline/bump/release-notes.ts
import { posix as posix17 } from "node:path";

// src/chart/edit/set-annotation.ts
var import_yaml2 = __toESM(require_dist(), 1);

// src/chart/edit/only-change.ts
var import_yaml = __toESM(require_dist(), 1);
var NONE = /* @__PURE__ */ new Map();
function treeOf(text2, place2, replaced2 = NONE) {
  let yaml = parseYaml(text2, place2);
  return walk(yaml, yaml.root, replaced2);
}
function requireOnly(expected, { before, after, file }) {
  let place2 = { file, code: "CHART_EDIT_REFUSED" }, path = differenceOf(expected, treeOf(after, place2));
  if (!path) return after;
  let what = path.length === 0 ? "more" : `\`${path.join(".")}\`, too`;
  throw new ReleaseError("CHART_EDIT_REFUSED", `${file} can't be changed as meant without changing ${what}`, {
    hint: "Write the value itself where an alias (`*name`) stands for it.",
    at: { file, line: lineOf2(parseYaml(before, place2), path) }
  });
}
function walk(yaml, written, replaced2) {
  let node = follow(yaml, written), here = node === written ? replaced2 : NONE;
  return (0, import_yaml.isMap)(node) ? new Map(
    node.items.map((pair) => {
      let value = pair.value ?? void 0;
      return [keyOf(yaml, pair), here.get(valueStart(yaml, pair)) ?? walk(yaml, value, here)];
    })
  ) : (0, import_yaml.isSeq)(node) ? node.items.map((item) => walk(yaml, item, here)) : (0, import_yaml.isScalar)(node) && spanOf(yaml, node).start < spanOf(yaml, node).end ? String(node.value ?? "") : void 0;
}
function keyOf(yaml, { key }) {
  let node = follow(yaml, key);
  if (!(0, import_yaml.isScalar)(node)) throw failure(yaml, node, "has a key that is not plain text");
  return String(node.value);
}
function valueStart(yaml, { key, value }) {
  let { start, end } = value ? spanOf(yaml, value) : { start: 0, end: 0 };
  return start < end ? start : yaml.text.indexOf(":", spanOf(yaml, key).end) + 1;
}
function differenceOf(a, b) {
  let [one2, two] = [entriesOf(a), entriesOf(b)];
  if (!one2 || !two || Array.isArray(a) !== Array.isArray(b)) return a === b ? void 0 : [];
  for (let key of /* @__PURE__ */ new Set([...one2.keys(), ...two.keys()])) {
    let inside2 = one2.has(key) && two.has(key) ? differenceOf(one2.get(key), two.get(key)) : [];
    if (inside2) return [key, ...inside2];
  }
}
function entriesOf(tree) {
  if (!(typeof tree == "string" || tree === void 0))
    return tree instanceof Map ? tree : new Map([...tree.entries()].map(([key, value]) => [String(key), value]));
}
function lineOf2(yaml, path) {
  let node = yaml.root, line = 1;
  for (let name of path) {
    if ((0, import_yaml.isSeq)(node)) node = node.items[Number(name)];
    else if ((0, import_yaml.isMap)(node)) {
      let pair = node.items.find((one2) => keyOf(yaml, one2) === name);
      pair && (line = spanOf(yaml, pair.key).line), node = pair?.value ?? void 0;
    } else break;
    node?.range && (0, import_yaml.isMap)(node) && (line = spanOf(yaml, node).line);
  }
  return line;
}

// src/chart/edit/tab-lines.ts
var BELOW = /^[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*/, TAB_FIRST = /^ *\t/;
function requireNoTabBelow(text2, end, file) {
  let index = (BELOW.exec(text2.slice(end))?.[0].split(`
`).slice(1) ?? []).findIndex((line2) => TAB_FIRST.test(line2));
  if (index < 0) return;
  let line = text2.slice(0, end).split(`
`).length + 1 + index;
  throw new ReleaseError(
    "CHART_EDIT_REFUSED",
    `${file} has a tab in line ${line}, below a value that is to be changed`,
    {
      hint: `Delete the tab in line ${line}: Helm reads it only below a value without quotes.`,
      at: { file, line }
    }
  );
}

// src/chart/edit/set-annotation.ts
function setAnnotation(manifest, key, value) {
  let { text: text2, file } = manifest, yaml = parseYaml(text2, { file, code: "CHART_YAML_INVALID" }), field = yaml.root && pick(yaml, fieldsOf(yaml, yaml.root, "a document"), "annotations"), edited = field ? inside(yaml, field.key, field.written, { key, value }) : `${text2}${text2.endsWith(`
`) ? "" : `
`}${lines(`annotations:
${block("  ", key, value)}`, text2)}`;
  if (edited !== void 0 && isAsMeant(edited, manifest, key, value))
    return requireOnly(withAnnotation(manifest, field?.name ?? "annotations", { key, value }), {
      before: text2,
      after: edited,
      file
    });
  throw new ReleaseError("CHART_EDIT_REFUSED", `${file} has annotations that ${key} can't be set among`, {
    hint: "Write `annotations:` with one line a key, below each other.",
    at: { file, line: field ? spanOf(yaml, field.key).line : 1 }
  });
}
function withAnnotation({ text: text2, file }, field, { key, value }) {
  let tree = treeOf(text2, { file, code: "CHART_EDIT_REFUSED" });
  if (!(tree instanceof Map)) return tree;
  let old = tree.get(field);
  return new Map([...tree, [field, new Map([...old instanceof Map ? old : [], [key, value]])]]);
}
function inside(yaml, name, written, { key, value }) {
  let { text: text2 } = yaml;
  if ((0, import_yaml2.isMap)(written) && !written.flow) return intoBlock(yaml, written, { key, value });
  let isEmpty = (0, import_yaml2.isMap)(written) ? written.items.length === 0 : isNull(yaml, written);
  if ((0, import_yaml2.isMap)(written) && !isEmpty) return intoFlow(yaml, written, { key, value });
  if (!isEmpty) return;
  let start = text2.indexOf(":", spanOf(yaml, name).end) + 1, end = written ? spanOf(yaml, written).end : start;
  requireNoTabBelow(text2, Math.max(start, end), yaml.file);
  let rest = text2.slice(Math.max(start, end)), lineEnd = /^[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/.exec(rest)?.[0];
  return lineEnd === void 0 ? void 0 : `${text2.slice(0, start) + lineEnd.replace(/\r?\n$/, "")}${lines(`
${block("  ", key, value)}`, text2)}${rest.slice(lineEnd.length)}`;
}
function intoBlock(yaml, map, { key, value }) {
  let { text: text2 } = yaml, [first] = map.items, there = map.items.find((pair) => fieldName(pair.key) === key), anchor = (there ?? first)?.key;
  if (!anchor) return;
  let start = lineStart(text2, spanOf(yaml, anchor).start), indent = /^ */.exec(text2.slice(start))?.[0] ?? "", added = lines(block(indent, key, value), text2);
  if (!there) return text2.slice(0, start) + added + text2.slice(start);
  let valueEnd = there.value?.range?.[1] ?? spanOf(yaml, anchor).end, isBlock = text2[valueEnd - 1] === `
`;
  isBlock || requireNoTabBelow(text2, valueEnd, yaml.file);
  let end = isBlock ? valueEnd : endOfLine(text2, valueEnd);
  return text2.slice(0, start) + added + text2.slice(end);
}
function intoFlow(yaml, map, { key, value }) {
  let { text: text2 } = yaml, old = map.items.find((pair) => fieldName(pair.key) === key)?.value;
  if (old) {
    let { start, end } = spanOf(yaml, old);
    return text2.slice(0, start) + JSON.stringify(value) + text2.slice(end);
  }
  let open3 = spanOf(yaml, map).start + 1;
  return `${text2.slice(0, open3)}"${key}": ${JSON.stringify(value)}, ${text2.slice(open3)}`;
}
function fieldName(key) {
  return typeof key == "object" && key !== null && "value" in key ? String(key.value) : "";
}
function block(indent, key, value) {
  let body = value.replace(/\n$/, "").replace(/^/gm, `${indent}  `);
  return `${indent}${key}: |
${body}
`;
}
function lines(added, text2) {
  return text2.includes(`\r
`) ? added.replaceAll(`
`, `\r
`) : added;
}
function lineStart(text2, at) {
  return text2.lastIndexOf(`
`, at - 1) + 1;
}
function endOfLine(text2, at) {
  let end = text2.indexOf(`
`, at);
  return end < 0 ? text2.length : end + 1;
}
function isAsMeant(text2, before, key, value) {
  try {
    let { metadata } = readChartYaml(text2, before.file), { annotations: now = {}, ...rest } = metadata, { annotations: old = {}, ...others } = before.metadata, expected = { ...old, [key]: value };
    return sorted(now) === sorted(expected) && JSON.stringify(rest) === JSON.stringify(others);
  } catch {
    return !1;
  }
}
function sorted(value) {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1));
}

// src/notes/artifact-hub.ts
var CHANGES = "artifacthub.io/changes";
function artifactHubChanges(notes) {
  return notes.map(({ kind, text: text2, breaking }) => `- kind: ${kind}
  description: ${JSON.stringify(breaking ? `Breaking: ${text2}` : text2)}
`).join("");
}

// src/notes/changelog.ts
var VERSION = /^(#{1,3}) (\[?v?)(\d+\.\d+\.\d+[^\s\])]*)(\]?)/m;
function withSection(text2, section) {
  if (text2 === void 0 || text2.trim() === "") return `# Changelog

${sectionText(section, "## ", "", "")}
`;
  let newline = text2.includes(`\r
`) ? `\r
` : `
`, first = VERSION.exec(text2);
  if (hasVersion(text2, section.version)) return text2;
  let [, marks = "##", before = "", , after = ""] = first ?? [], block2 = sectionText(section, `${marks} ${before}`, after, marks).replaceAll(`
`, newline);
  return first ? `${text2.slice(0, first.index)}${block2}${newline}${newline}${text2.slice(first.index)}` : `${text2.replace(/\s*$/, "")}${newline}${newline}${block2}${newline}`;
}
function sectionText({ version, date, notes }, before, after, marks) {
  return `${`${before}${version}${after} - ${date.toISOString().slice(0, 10)}`}

${notesMarkdown(notes, `${marks || "##"}#`)}`;
}
function hasVersion(text2, version) {
  return text2.split(/\r?\n/).some((line) => VERSION.exec(line)?.[3] === version);
}

// src/notes/notes.ts
var MAX_TEXT2 = 300, MAX_NOTES = 50, HEADER3 = /^\w+(?:\(([^()]*)\))?!?:\s+(.*)$/;
function releaseNotes(findings, facts) {
  let said = findings.filter(({ kind }) => kind === "commits").flatMap(fromCommit), found = findings.filter(({ kind, level }) => kind !== "commits" && (level === "major" || level === "minor")), sorted2 = [
    ...[...found.map(fromFinding), ...said].filter(({ breaking }) => breaking),
    ...said.filter(isPlain),
    ...found.map(fromFinding).filter(isPlain)
  ], unique2 = [...new Map(sorted2.map((note) => [note.text, note])).values()].slice(0, MAX_NOTES);
  if (unique2.length > 0) return unique2;
  let small = findings.filter(({ kind, level }) => kind !== "commits" && level === "patch").map(fromFinding);
  return (small.length > 0 ? small : plainNotes(facts)).slice(0, MAX_NOTES);
}
function plainNotes({ since, appVersion, dependencies: dependencies2 }) {
  let texts = [
    ...appVersion ? [`appVersion is ${appVersion.to}${appVersion.from ? ` instead of ${appVersion.from}` : ""}`] : [],
    ...dependencies2.length > 0 ? [`Depends on other versions of ${dependencies2.join(", ")}`] : []
  ];
  return (texts.length === 0 && since !== void 0 ? [`The packaged files differ from those of ${since}`] : texts).map((text2) => ({ kind: "changed", text: oneLine(text2), breaking: !1 }));
}
var isPlain = ({ breaking }) => !breaking;
function fromCommit({ level, rule, is }) {
  if (level === "none" || is === void 0) return [];
  let [, scope = "", subject = is] = HEADER3.exec(is) ?? [];
  return [{ kind: kindOf(rule, scope), text: oneLine(sentence2(subject)), breaking: level === "major" }];
}
function kindOf(rule, scope) {
  return /\bsecurity\b/i.test(scope) ? "security" : rule === "commits/feat" ? "added" : rule === "commits/fix" ? "fixed" : "changed";
}
function fromFinding({ level, rule, text: text2 }) {
  return { kind: /(?:^|[/-])removed$/.test(rule) ? "removed" : /(?:^|[/-])added$/.test(rule) ? "added" : "changed", text: oneLine(sentence2(text2)), breaking: level === "major" };
}
var UNWRITABLE = /[\ufffd-\uffff]/g;
function oneLine(text2) {
  return cut(showInvisible(text2).replace(UNWRITABLE, "?").replace(/\s+/g, " ").trim(), MAX_TEXT2);
}
function sentence2(text2) {
  let [first = "", ...rest] = text2.trim();
  return `${first.toUpperCase()}${rest.join("")}`;
}

// src/pipeline/run.ts
async function signingOf(run, chart) {
  return isSigned(chart, run.settings) ? run.signing() : void 0;
}
function versionsStayOutOfGit(run) {
  let { refType, isPullRequest } = run.facts;
  return run.settings.commit === "none" || !(refType === "branch" || isPullRequest);
}
function warnUnlessBug(run, thrown) {
  let problem2 = asReleaseError(thrown);
  if (problem2.kind === "bug") throw problem2;
  run.warn(problem2.message);
}

// src/pipeline/bump/release-notes.ts
function notesOf({
  allFindings: found = [],
  previous,
  edits,
  chart,
  dependencies: dependencies2 = []
}) {
  let { appVersion: to } = edits, appVersion = to === void 0 ? void 0 : { from: chart.manifest.appVersion, to };
  return releaseNotes(found, { since: previous, appVersion, dependencies: dependencies2 });
}
function publishedNotes({ platform }, decision) {
  return redactedForPublication(notesOf(decision), platform.secrets);
}
async function notesEdits(run, plannedRun, releases, edited) {
  let files = /* @__PURE__ */ new Map(), problems = /* @__PURE__ */ new Map(), { tree } = plannedRun.sources, treePaths = createTreePaths(tree.paths.flatMap((path) => tree.entry(path) ?? []));
  for (let decision of releases.filter(({ action }) => action === "bump")) {
    let { chart } = decision, places = settingsOf(chart, run.settings).releaseNotes;
    try {
      if (places.includes("artifacthub")) {
        let { file } = chart.manifest, manifest = readChartYaml(edited.get(file) ?? chart.manifest.text, file);
        files.set(file, setAnnotation(manifest, CHANGES, artifactHubChanges(publishedNotes(run, decision))));
      }
      if (places.includes("changelog") && !versionsStayOutOfGit(run)) {
        let file = posix17.join(chart.path, "CHANGELOG.md");
        files.set(file, await changelogOf(run, plannedRun, decision, { file, places: treePaths }));
      }
    } catch (error) {
      problems.set(chart.path, asReleaseError(error));
    }
  }
  return { files, problems };
}
async function changelogOf(run, plannedRun, decision, { file, places }) {
  let obstacle = places.obstacleTo(file);
  if (obstacle) throw notWritten(file, `${obstacle.path} ${obstacle.what}`);
  let object = plannedRun.sources.tree.entry(file)?.object, text2 = object === void 0 ? void 0 : textIn2((await run.platform.git.blobs([object])).get(object), file), section = {
    version: decision.version,
    date: await dateOf(run, plannedRun),
    notes: publishedNotes(run, decision)
  };
  return withSection(text2, section);
}
async function dateOf(run, { head }) {
  return run.settings.commit === "pull-request" ? run.platform.git.commitTime(head) : bumpTime(run);
}
function bumpTime({ relay, platform: { clock: clock2 } }) {
  return relay?.bumpedAt ?? clock2.now();
}
function textIn2(blob, file) {
  if (!blob) throw notWritten(file, "it is too large to be read");
  let text2 = Buffer.from(blob).toString();
  if (Buffer.from(text2).equals(blob)) return text2;
  throw notWritten(file, "it is not UTF-8");
}
function notWritten(file, why) {
  return new ReleaseError("PATH_OCCUPIED", `The release notes can't be added to ${file}: ${why}.`, {
    hint: "Put a plain text file there, or leave `changelog` out of `release-notes`.",
    at: { file }
  });
}

// src/pipeline/half-released/words.ts
function warningFor(checked, { isCovered }) {
  let { release: release3, state, ref } = checked;
  if (state === "withdrawn")
    return `${halfReleased(checked)}. Its git tag ${release3.tag} was deleted, so it counts as withdrawn and is not published any further.`;
  let giveUp = `To leave it as it is, type \`${dropping(ref)}\`.`;
  if (state === "elsewhere")
    return `${nameOf2(release3)} was to be published on ${strangers(checked)} too, and that was never finished. This run does not publish it there. ${giveUp}`;
  if (!(state !== "half" || isCovered))
    return `${halfReleased(checked)}. Its folder ${release3.path} is none of this run's \`charts\`, so it is not finished here. ${giveUp}`;
}
function halfReleased({ release: release3, evidence }) {
  let on = evidence.filter(({ state }) => state === "same").map(({ target }) => target), partly = evidence.filter(({ state }) => state === "partly").map(({ target }) => target), missing = evidence.filter(({ state }) => state !== "same" && state !== "partly").map(({ target }) => target), places = [
    on.length > 0 ? `it is on ${on.join(", ")}` : "",
    partly.length > 0 ? `its archive is public at ${partly.join(", ")} and the index does not list it` : "",
    missing.length > 0 ? `it is not on ${missing.join(", ")}` : ""
  ];
  return `${nameOf2(release3)} is half released: ${places.filter((place2) => place2 !== "").join("; ")}`;
}
function finished(evidence) {
  return `an earlier run did not publish it on ${evidence.filter(({ state }) => state !== "same").map(({ target }) => target).join(", ")}; this run finished that`;
}
function leftHalf({ packaged: packaged2, staged }, on, cause) {
  let missing = staged.flatMap(({ target }) => on.includes(target.address) ? [] : [target.address]), places = `it is on ${on.join(", ")}; it is not on ${missing.join(", ")}`, again = "The next run tries to finish it, also if the chart changes before that.";
  return new ReleaseError(cause.code, `${nameOf2(packaged2)} is half released: ${places}: ${cause.message}`, {
    hint: cause.hint === void 0 ? again : `${cause.hint} ${again}`,
    at: cause.at,
    cause
  });
}
function halfReleaseProblem(checked, cause) {
  let hints = [
    cause.hint,
    `Each run tries again. To leave ${nameOf2(checked.release)} as it is, type \`${dropping(checked.ref)}\`.`
  ];
  return new ReleaseError(cause.code, `${halfReleased(checked)}: ${cause.message}`, {
    hint: hints.filter((hint3) => hint3 !== void 0).join(" "),
    at: cause.at,
    cause
  });
}
function commitGone({ name, version, commit }) {
  return new ReleaseError(
    "HALF_RELEASE_COMMIT_GONE",
    `Commit ${shortCommit(commit)}, which ${name} ${version} was packaged from, is not in the repository any more, or not with that content.`
  );
}
function unverified({ name, version, commit }) {
  return new ReleaseError(
    "HALF_RELEASE_UNVERIFIED",
    `Nothing that is stored of ${name} ${version} has a complete signature of this repository's workflows, and commit ${shortCommit(commit)} alone does not account for it.`,
    { hint: "Find out who published it." }
  );
}
function dropping(ref) {
  return `git push origin --delete ${ref}`;
}
function nameOf2({ name, version }) {
  return `${name} ${version}`;
}
function strangers({ release: release3, evidence }) {
  return release3.targets.filter((address) => !evidence.some(({ target }) => target === address)).join(", ");
}

// src/pipeline/half-released/half-release-report.ts
function plannedHalfRelease(half) {
  let { release: release3, source, problem: problem2 } = half, { name, version, path, fingerprint: fingerprint2 } = release3, appVersion = source?.chart.manifest.appVersion;
  return {
    path,
    name,
    type: source?.chart.manifest.type ?? "application",
    action: problem2 ? "refuse" : "publish",
    currentVersion: version,
    version,
    ...appVersion !== void 0 && { appVersion: { from: appVersion, to: appVersion } },
    fingerprint: fingerprint2,
    reason: problem2?.message ?? halfReleased(half),
    findings: [],
    follows: [],
    evidence: half.sightings.map(({ evidence }) => evidence),
    ...problem2 && { problem: planProblem(problem2) }
  };
}
function halfReleaseOutcome(half, end) {
  let { release: release3, source, evidence } = half, { name, version, path } = release3, appVersion = source?.chart.manifest.appVersion, reason = reasons.get(end.result)?.(evidence) ?? halfReleased(half);
  return { name, path, version, ...appVersion !== void 0 && { appVersion }, reason, ...end };
}
var reasons = /* @__PURE__ */ new Map([
  ["released", finished],
  ["completed", finished],
  ["unchanged", () => "an earlier run did not publish it everywhere, and another one has finished that"]
]);

// src/pipeline/planned-run.ts
function byPath2(a, b) {
  return a.path === b.path ? 0 : a.path < b.path ? -1 : 1;
}

// src/pipeline/report/outcomes.ts
function outcomes(plannedRun, isSigned2, results) {
  let { promoted, completions = /* @__PURE__ */ new Map() } = results, released = new Map(promoted.map((release3) => [release3.path, release3]));
  return [
    ...plannedRun.halfReleases.halves.map(
      (half) => halfReleaseResult(half, completions.get(half), isSigned2(half.today))
    ),
    ...plannedRun.decisions.map(
      (decision) => decidedOutcome(decision, {
        ...results,
        release: released.get(decision.chart.path),
        signed: isSigned2(named2(decision.chart))
      })
    ),
    ...unreadableOutcomes(plannedRun)
  ].sort(byPath2);
}
var NOTHING_PUBLISHED = { references: [], signed: !1 };
function decidedOutcome(decision, facts) {
  let { release: release3, failed: failed2, skipped: skipped2, proposals = [], waits, signed } = facts, { chart, reason } = decision, base = baseOf2(decision), problem2 = decision.problem ?? failed2.get(chart.path);
  if (problem2) {
    let references = release3 ? publishedAs(release3).references : [];
    return { ...base, result: "failed", references, signed: !1, problem: problem2 };
  }
  let notes = notesOf(decision);
  if (release3) {
    let published = publishedAs(release3);
    return { ...base, ...published, signed, ...published.result !== "unchanged" && { notes } };
  }
  let proposal = proposals.find(({ paths }) => paths.has(chart.path));
  if (proposal) {
    let proposed = `${reason}; proposed in ${proposal.pull.url}`;
    return { ...base, reason: proposed, result: "planned", ...NOTHING_PUBLISHED, notes };
  }
  return isReleased(decision) ? { ...base, reason: waits?.get(chart.path) ?? skipped2 ?? reason, result: "skipped", ...NOTHING_PUBLISHED } : decision.action === "wait" ? { ...base, result: "waiting", ...NOTHING_PUBLISHED } : { ...base, result: "unchanged", references: [], signed: signed && decision.sightings.every(hasSignature) };
}
function baseOf2(decision) {
  let { chart, version, reason } = decision, appVersion = appVersionOf(decision);
  return {
    name: chart.manifest.name,
    path: chart.path,
    version,
    ...previousVersion(decision),
    ...appVersion !== void 0 && { appVersion },
    reason
  };
}
function unreadableOutcomes({ plan, unreadable: unreadable3 }) {
  let problems = new Map(unreadable3.map(({ path, problem: problem2 }) => [path, problem2]));
  return plan.charts.flatMap(({ name, path, version, reason }) => {
    let problem2 = problems.get(path);
    return version !== "" || problem2 === void 0 ? [] : [{ name, path, version, reason, result: "failed", ...NOTHING_PUBLISHED, problem: problem2 }];
  });
}
function halfReleaseResult(half, completion, signed) {
  let end = completion ?? half.problem;
  return end === void 0 ? halfReleaseOutcome(half, { result: "skipped", ...NOTHING_PUBLISHED }) : end instanceof ReleaseError ? { ...halfReleaseOutcome(half, { result: "failed", ...NOTHING_PUBLISHED }), problem: end } : halfReleaseOutcome(half, { ...publishedAs(end), signed });
}
function previousVersion({
  version,
  previous,
  chart: { manifest }
}) {
  let before = previous ?? manifest.version;
  return before === version ? {} : { previousVersion: before };
}
function hasSignature({ presence }) {
  return presence.state === "present" && presence.signed === "some";
}
function publishedAs(release3) {
  let references = release3.published.map(
    ({ reference, repository, digest, signedIndex, changed }, index) => {
      let { target } = release3.staged[index] ?? {}, isArchive = target?.signs === "archive";
      return {
        reference,
        ...isArchive ? {
          repository,
          ...signedIndex !== void 0 && { signedIndex },
          ...target?.url === void 0 && { isUnlisted: !0 }
        } : { pinned: `${repository}@${digest}` },
        digest,
        ...release3.staged[index]?.isListed && (changed ? { wasRestored: !0 } : { wasThere: !0 }),
        ...release3.packaged.provenance && { hasProvenance: !0 },
        ...release3.staged[index]?.isAttested && {
          buildProvenance: release3.attestation?.isWithGitHub ? "github" : "beside"
        }
      };
    }
  );
  return { result: resultOf(release3), references, archiveDigest: release3.packaged.digest };
}

// src/pipeline/report/plan-advice.ts
import { posix as posix18 } from "node:path";
var MAX_PER_CHART = 10;
function decisionAdvice(decisions) {
  return decisions.flatMap((decision) => [
    ...decision.action === "wait" ? waiting(decision) : tooLow(decision),
    ...belowReleased(decision),
    ...findingWarnings(decision)
  ]);
}
function tooLow({ chart, requiredVersion, comparedWith, levelReason = "" }) {
  if (requiredVersion === void 0) return [];
  let { name, version } = chart.manifest, text2 = `${name} ${version} is taken as it was raised by hand, though ${requiredVersion} is called for after ${comparedWith}: ${levelReason}.`;
  return [adviceOnVersion(chart, text2)];
}
function waiting({ chart, reason, bump }) {
  let why = bump.source === "chart-releaser" ? " Versions are left to you since settings of chart-releaser are read (`bump: manual`); with `bump: auto` the action raises them." : "";
  return [{ ...adviceOnVersion(chart, `${chart.manifest.name} ${reason.replace(/\.$/, "")}.${why}`), level: "notice" }];
}
function belowReleased({ chart, version, below: below3 }) {
  if (below3 === void 0) return [];
  let { name } = chart.manifest, text2 = `${name} ${version} is below ${below3}, which this branch has published and which git no longer says: whoever takes the newest version stays with ${below3}. Raise \`version\` above ${below3} to reach them.`;
  return [adviceOnVersion(chart, text2)];
}
function adviceOnVersion({ manifest: { name, file, versionSpan: versionSpan2 } }, text2) {
  return { kind: "chart", level: "warning", title: name, text: text2, at: { file, line: versionSpan2.line } };
}
function findingWarnings({ chart, findings }) {
  return findings.filter(({ rule }) => /^(?:app-version|lint)\//.test(rule)).map((finding2) => adviceOnFinding(chart, finding2, "warning"));
}
function findingAdvice({ chart, findings, level }, { verdict }) {
  if (!["missing", "too-low", "mild", "left", "waiting"].includes(verdict) || level === void 0) return [];
  let weighty = findings.filter(
    (finding2) => rank(finding2.level) > rank("patch") || level === "patch" && finding2.level === "patch"
  ), top = weighty[0]?.level;
  return weighty.slice(0, MAX_PER_CHART).map(
    (finding2) => adviceOnFinding(
      chart,
      finding2,
      finding2.level === top && verdict !== "left" && verdict !== "waiting" ? "warning" : "notice"
    )
  );
}
function adviceOnFinding({ path, manifest, files }, finding2, level) {
  let text2 = finding2.level === "none" ? `${finding2.text.replace(/\.$/, "")}.` : `${findingWords(finding2)}.`;
  return {
    kind: "chart",
    level,
    title: `${manifest.name}: ${finding2.rule}`,
    text: text2,
    at: placeOfFinding({ path, files }, finding2.at)
  };
}
function placeOfFinding({ path, files }, at) {
  let file = files.find((one2) => one2.path === at?.file);
  return at && file ? { ...at, file: file.from } : { file: posix18.join(path, "Chart.yaml") };
}

// src/pipeline/report/check-report.ts
function checkReport(plannedRun, settings) {
  let checks = plannedRun.decisions.map((decision) => ({
    decision,
    ...checkOf(decision, { requireBump: requiresBump(decision, settings) })
  })), problems = new Map(checks.map(({ decision, problem: problem2 }) => [decision.chart.path, problem2])), charts = outcomes(plannedRun, () => !1, { promoted: [], failed: /* @__PURE__ */ new Map() }).map((chart) => {
    let problem2 = problems.get(chart.path) ?? chart.problem;
    return problem2 ? { ...chart, result: "failed", problem: problem2 } : { ...chart, result: "checked" };
  }), told = new Set(checks.flatMap(({ decision, data }) => data.verdict === "waiting" ? [decision] : [])), withoutTooLow = plannedRun.decisions.map(
    (decision) => told.has(decision) ? decision : withoutRequired(decision)
  );
  return {
    mode: "check",
    plan: plannedRun.plan,
    charts,
    checks: checks.map(({ data }) => data),
    problems: [],
    advice: [
      ...checks.flatMap(({ decision, data }) => findingAdvice(decision, data)),
      ...decisionAdvice(withoutTooLow),
      ...runAdvice([...plannedRun.scope.kind === "nothing" ? [plannedRun.scope.reason] : [], ...plannedRun.warnings])
    ]
  };
}
function withoutRequired({ requiredVersion: _, ...decision }) {
  return decision;
}

// src/pipeline/report/run-report.ts
async function reportPlan(run, plannedRun, progress) {
  let { settings } = run;
  return settings.mode === "check" ? checkReport(plannedRun, settings) : report(run, plannedRun, {}, progress);
}
async function reportHeldBack(run, plannedRun, progress, heldBack2) {
  let { settings } = run, planning = { ...run, settings: { ...settings, mode: "plan" } }, reported = await report(planning, plannedRun, {}, progress), { reason, lines: lines2, isByDefault } = heldBack2, text2 = `${reason} For it to release, write under \`with:\` of this step:
${lines2}`;
  return {
    ...reported,
    heldBack: heldBack2,
    advice: [{ kind: "run", level: isByDefault ? "warning" : "notice", title: "Nothing is released", text: text2 }, ...reported.advice]
  };
}
async function report(run, plannedRun, ended, { promoted }) {
  let done = [...ended.promoted ?? [], ...completedReleases(ended.completions)].filter(hasChanged), { signIndex } = run.settings, identity2 = done.some((release3) => signIndex || isSigned(placeOf3(release3), run.settings)) ? (await run.signing())?.identity : void 0;
  return reportOf(run, plannedRun, { ...ended, promoted: [...promoted.values()] }, identity2);
}
function reportSoFar(run, progress, problems) {
  let { plannedRun, failed: failed2, promoted, proposals, identity: identity2, bumpCommit, completions } = progress;
  if (!plannedRun) return { mode: run.settings.mode, charts: [], problems, advice: [] };
  let isPromoting = run.steps.current === "Promote", own = [...failed2].filter(([, error]) => !isConsequence(error, problems)), stopped = [...promoted.values()].filter((release3) => !isComplete(release3)).map(({ path }) => [path, asReleaseError(problems[0])]), ended = {
    failed: new Map([...stopped, ...own]),
    promoted: [...promoted.values()],
    skipped: `the run ended before it was released${isPromoting ? ", or before that was known" : ""}; the next run goes on with it`,
    proposals,
    completions
  }, isActive2 = [...promoted.values(), ...completedReleases(completions)].some(hasChanged);
  return { ...reportOf(run, plannedRun, ended, isActive2 ? identity2 : void 0), problems, ...bumpCommit !== void 0 && { bumpCommit } };
}
function hasChanged(release3) {
  return resultOf(release3) !== "unchanged";
}
function isConsequence(error, problems) {
  return error instanceof Error ? problems.some((problem2) => problem2 === error) || isConsequence(error.cause, problems) : !1;
}
function reportOf(run, plannedRun, ended, identity2) {
  let { settings } = run, mode = settings.mode, charts = outcomes(plannedRun, (chart) => isSigned(chart, settings), {
    failed: /* @__PURE__ */ new Map(),
    promoted: [],
    ...ended
  });
  return {
    mode,
    plan: plannedRun.plan,
    charts: mode === "plan" ? charts.map((chart) => chart.result === "skipped" ? { ...chart, result: "planned" } : chart) : charts,
    problems: [],
    pullRequests: (ended.proposals ?? []).map(({ pull }) => pull),
    advice: [
      ...decisionAdvice(plannedRun.decisions),
      ...runAdvice([
        ...plannedRun.scope.kind === "nothing" ? [plannedRun.scope.reason] : [],
        ...plannedRun.warnings,
        ...plannedRun.halfReleases.warnings
      ])
    ],
    plainHttp: settings.plainHttp,
    ...identity2 && { identity: identity2 },
    ...isPath(settings.sigstoreTrustedRoot) && { trustedRoot: settings.sigstoreTrustedRoot }
  };
}
function isPath(value) {
  return value !== void 0 && !value.trimStart().startsWith("{");
}

// src/chart/package/package.ts
import { posix as posix27 } from "node:path";

// src/chart/lint/lint.ts
import { posix as posix21 } from "node:path";

// src/chart/lint/lint-failed.ts
import { posix as posix19 } from "node:path";

// src/chart/lint/lint-place.ts
var TEMPLATE = /[\w.-]+\/((?:charts\/[^/\s:]+\/)*templates\/[^\s:)"]+):(\d+)/g, FILE2 = /^(values\.yaml|(?:templates|crds)\/[^\s:]+): /, READ_AS_IS = /^(?:values\.yaml|crds\/)/, SCHEMA = /values\.schema\.json|metaschema/, YAML_LINE = /\byaml: line (\d+)/;
function lintPlace(errors, isOwn2 = isOwnByDefault) {
  for (let error of errors.map((one2) => one2.slice(0, 4e3))) {
    let place2 = templateIn(error, isOwn2) ?? fileIn2(error, isOwn2);
    if (place2) return place2;
  }
}
function isOwnByDefault(path) {
  return !path.startsWith("charts/");
}
function templateIn(error, isOwn2) {
  return [...error.matchAll(TEMPLATE)].map(([, file = "", line]) => ({ file, line: Number(line) })).findLast(({ file }) => isOwn2(file));
}
function fileIn2(error, isOwn2) {
  let named4 = FILE2.exec(error)?.[1], file = named4 === "values.yaml" && SCHEMA.test(error) ? "values.schema.json" : named4;
  if (file === void 0 || !isOwn2(file)) return;
  let line = READ_AS_IS.test(file) ? YAML_LINE.exec(error)?.[1] : void 0;
  return { file, ...line !== void 0 && { line: Number(line) } };
}

// src/chart/lint/lint-failed.ts
var UNPACKED = /\S*\/helm-lint\d+\/[^/:\s]+/g, UNDECLARED = /chart metadata is missing these dependencies/, REGARDLESS = /parse error at|unable to parse YAML|cannot load|function "[^"]*" not defined/, MAX_SAID3 = 1500;
function isRegardless(message) {
  return REGARDLESS.test(message);
}
function lintProblem(toLint, runs, counts) {
  let { mode, acceptsUndeclared = !1 } = toLint.linting ?? {}, refused3 = runs.flatMap((run) => {
    let errors = run.messages.filter((message) => mode === "strict" || !message.startsWith("WARNING")), counted = errors.filter((error) => counts(error) && !(acceptsUndeclared && UNDECLARED.test(error)));
    return !run.failed || errors.length > 0 && counted.length === 0 ? [] : [{ run, errors: counted }];
  }), [first, ...others] = refused3;
  return first && lintFailed(toLint, first, others.length);
}
function lintFailed(toLint, { run, errors: messages }, more) {
  let { name, path } = toLint.chart, mark = [...toLint.missing.keys()].find((one2) => messages.some((message2) => message2.includes(one2))), lost3 = mark === void 0 ? void 0 : toLint.missing.get(mark);
  if (lost3) return notInPackage(toLint, lost3);
  let errors = messages.map((one2) => inRepository2(one2, toLint, run)), at = run.valuesPath !== void 0 && errors.some((error) => isAboutValues(error, path, run.valuesPath)) ? { file: run.valuesPath ?? "" } : lintPlace(errors, toLint.isOwn) ?? { file: "Chart.yaml" }, file = posix19.join(path, at.file), message = `helm lint refuses ${name}${withValues(run, more)}: ${errors.join("; ").slice(0, MAX_SAID3)}`;
  return new ReleaseError("CHART_LINT_FAILED", message, {
    hint: hint2(toLint, run, errors),
    at: { ...at, file }
  });
}
function inRepository2(message, { chart: { path } }, { writtenAs, valuesPath }) {
  let said = message.replace(/^(?:ERROR|WARNING) /, "").replace(UNPACKED, path);
  return writtenAs === void 0 ? said : said.replaceAll(writtenAs, posix19.join(path, valuesPath ?? ""));
}
function isAboutValues(error, folder, valuesPath = "") {
  return error.includes(posix19.join(folder, valuesPath));
}
function withValues({ valuesPath }, more) {
  if (valuesPath === void 0) return "";
  let others = more === 0 ? "" : ` (and with ${more} more values ${more === 1 ? "file" : "files"})`;
  return ` with ${valuesPath}${others}`;
}
function hint2({ chart: { path }, linting }, { valuesPath }, errors) {
  if (errors.some((error) => UNDECLARED.test(error)))
    return `Name that chart under \`dependencies\` in Chart.yaml, or say \`undeclared-subcharts: allow\` for ${path} in the config file.`;
  let flags = [
    ...valuesPath === void 0 ? [] : [`--values ${posix19.join(path, valuesPath)}`],
    ...linting?.mode === "strict" ? ["--strict"] : [],
    ...linting?.kubeVersion === void 0 ? [] : [`--kube-version ${linting.kubeVersion}`]
  ], correct = `Correct it, and check with \`${["helm lint", path, ...flags].join(" ")}\`.`;
  return valuesPath !== void 0 || errors.some(isRegardless) ? correct : `${correct} If its users must give values, commit some as \`${posix19.join(path, "ci/test-values.yaml")}\`: then it is linted with those.`;
}
function notInPackage({ chart: { name, path }, isOwn: isOwn2 }, { path: file, reference, line }) {
  let isHere = isOwn2 ? isOwn2(file) : !file.startsWith("charts/");
  return new ReleaseError(
    "CHART_LINT_FAILED",
    `${file} of ${name} refers to ${JSON.stringify(reference)}, which Helm looks for outside of the package: it refuses every install.`,
    {
      hint: "Copy that schema into `$defs` (`definitions` before draft 2019-09) of the same file, and refer to it as `#/$defs/<name>`.",
      at: isHere ? { file: posix19.join(path, file), ...line !== void 0 && { line } } : { file: posix19.join(path, "Chart.yaml") }
    }
  );
}

// src/chart/lint/lint-runs.ts
import { posix as posix20 } from "node:path";
var WRITES_AT_ONCE = 8, PROCESSES_AT_ONCE = 4, STOPPED = { failed: !0, messages: ["ERROR Helm was stopped before"], isStopped: !0 };
async function lintEach(archives, { helm, files, folder }) {
  let planned = archives.flatMap((one2, index) => plannedFor(one2, posix20.join(folder, `values-${index}`))), texts = planned.flatMap(({ write }) => write ? [write] : []);
  await mapConcurrent(texts, WRITES_AT_ONCE, ({ path, content }) => files.write(path, content));
  let runs = new Map(archives.map((one2) => [one2, []])), groups = [...Map.groupBy(planned, ({ options }) => JSON.stringify(options)).values()], stopped = /* @__PURE__ */ new Set(), linted = await mapConcurrent(groups, PROCESSES_AT_ONCE, async (group) => {
    let paths = group.map(({ one: one2 }) => one2.archivePath).filter((path) => !stopped.has(path)), results = await helm.lint(paths, group[0]?.options);
    for (let [path, { isStopped }] of results) isStopped && stopped.add(path);
    return results;
  });
  for (let [index, group] of groups.entries())
    for (let { one: one2, options, valuesPath } of group) {
      let result = linted[index]?.get(one2.archivePath) ?? STOPPED, named4 = valuesPath !== void 0 && { valuesPath };
      runs.get(one2)?.push({ ...result, ...named4, ...options.values !== void 0 && { writtenAs: options.values } });
    }
  return runs;
}
function plannedFor(one2, prefix) {
  let { mode, kubeVersion, values = [] } = one2.linting ?? {}, common = { ...mode === "strict" && { strict: !0 }, ...kubeVersion !== void 0 && { kubeVersion } };
  return values.length === 0 ? [{ one: one2, options: common }] : values.map(({ path: valuesPath, content }, index) => {
    if (content === void 0) return { one: one2, options: common, valuesPath };
    let path = `${prefix}-${index}.yaml`;
    return { one: one2, options: { ...common, values: path }, valuesPath, write: { path, content } };
  });
}

// src/chart/lint/lint.ts
var WRITES_AT_ONCE2 = 8, NAMED2 = 5;
async function lintArchives(charts, { helm, files, warn, counts = () => !0 }) {
  if (charts.length === 0) return /* @__PURE__ */ new Map();
  for (let { notices } of charts) for (let notice of notices) warn(notice);
  let unreadable3 = charts.flatMap(
    ({ chart, unreadable: found }) => found ? [[chart.path, unreadableFile(chart, found)]] : []
  ), linted = charts.filter((one2) => !one2.unreadable && one2.linting?.mode !== "off");
  if (linted.length === 0) return new Map(unreadable3);
  let unmatched = linted.filter((one2) => one2.linting?.isUnmatched).map(({ chart }) => chart.name);
  unmatched.length > 0 && warn(withDefaults(unmatched));
  let folder = await files.temporaryFolder("lint"), written = linted.map((one2, index) => ({ ...one2, archivePath: posix21.join(folder, `${index}.tgz`) }));
  await mapConcurrent(written, WRITES_AT_ONCE2, ({ archivePath: archivePath2, archive }) => files.write(archivePath2, archive));
  let runs = await lintEach(written, { helm, files, folder }), failed2 = written.flatMap((one2) => {
    let problem2 = lintProblem(one2, runs.get(one2) ?? [], counts);
    return problem2 ? [[one2.chart.path, problem2]] : [];
  });
  return new Map([...unreadable3, ...failed2]);
}
function withDefaults(names2) {
  return `\`lint-values\` matches no file of ${someOf(names2, NAMED2)}: linted with the defaults. Globs count from the folder of the chart.`;
}
function unreadableFile(chart, { path, problem: problem2 }) {
  return new ReleaseError("CHART_LINT_FAILED", `${path} of ${chart.name} ${problem2}`, {
    hint: "Make it one JSON document in UTF-8, with nothing after it: some versions of Helm refuse anything else.",
    at: { file: posix21.join(chart.path, path) }
  });
}

// src/chart/lint/schema-references.ts
var NESTED_ARCHIVE = /(?:^|\/)charts\/[^/]+\.tgz$/i, MAX_DEPTH2 = 8, MAX_SHOWN2 = 200;
function lintable({ name, archive }, files) {
  let shown2 = files.map((file) => shownFile(file, name, MAX_DEPTH2)), unreadable3 = shown2.flatMap(
    ({ path, unreadable: problem2 }) => problem2 === void 0 ? [] : [{ path, problem: problem2 }]
  );
  return {
    archive: shown2.every(({ content }, index) => content === files[index]?.content) ? archive : packed(name, shown2),
    notices: shown2.flatMap(({ notices }) => notices),
    missing: new Map(shown2.flatMap(({ missing }) => missing)),
    ...unreadable3[0] && { unreadable: unreadable3[0] }
  };
}
function packed(name, shown2) {
  let kept3 = shown2.flatMap(({ path, content }) => content ? [{ path, content }] : []);
  return writeArchive(name, kept3, /* @__PURE__ */ new Date(0));
}
function shownFile(file, name, depth) {
  return isSchemaFile(file.path) ? shownSchema(file, name, readSchema(file.content)) : NESTED_ARCHIVE.test(file.path) ? shownArchive(file, name, depth) : { ...file, notices: [], missing: [] };
}
function shownSchema({ path, content }, name, reading) {
  if (reading.kind === "closed") return { path, content, notices: [], missing: [] };
  if (reading.kind === "unreadable") return { path, content, notices: [], missing: [], unreadable: reading.problem };
  let { rest, reference } = reading;
  return rest ? {
    path,
    content: rest.content,
    notices: rest.addresses.map((address) => partlyChecked(name, path, address)),
    missing: missingIn(path, content, rest)
  } : { path, notices: [unchecked(name, path, reference)], missing: [] };
}
function unchecked(name, path, reference) {
  return `${name}: ${path} refers to ${quoted(reference)}, which is not fetched, so values were not checked against it.`;
}
function partlyChecked(name, path, address) {
  return `${name}: ${path} refers to ${quoted(address)}, which is not fetched, so values were not checked against that part. Helm fetches it at every install, and fails if it can't.`;
}
function quoted(reference) {
  return JSON.stringify(reference.slice(0, MAX_SHOWN2));
}
function missingIn(path, content, { missing }) {
  let lines2 = Buffer.from(content).toString().split(`
`);
  return [...missing].map(([mark, reference]) => {
    let line = lines2.findIndex((one2) => one2.includes(JSON.stringify(reference))) + 1;
    return [mark, { path, reference: reference.slice(0, MAX_SHOWN2), ...line > 0 && { line } }];
  });
}
function shownArchive({ path, content }, name, depth) {
  let nothing = { path, content, notices: [], missing: [] };
  if (depth === 0) return { ...nothing, unreadable: "is an archive that is nested too deep" };
  try {
    let files = readArchive(content), shown2 = files.map((file) => shownFile(file, name, depth - 1)), unreadable3 = shown2.find((one2) => one2.unreadable !== void 0)?.unreadable, isSame3 = shown2.every((one2, index) => one2.content === files[index]?.content);
    return {
      path,
      content: isSame3 ? content : packed("chart", shown2),
      notices: shown2.flatMap(({ notices }) => notices),
      missing: shown2.flatMap(({ missing }) => missing.map(([mark, one2]) => [mark, { ...one2, path }])),
      ...unreadable3 !== void 0 && { unreadable: unreadable3 }
    };
  } catch {
    return { ...nothing, unreadable: "is an archive that can't be read" };
  }
}

// src/chart/lint/values-files.ts
var import_picomatch4 = __toESM(require_picomatch(), 1);
import { posix as posix22 } from "node:path";
var MAX_FILES2 = 100, MAX_BYTES2 = 1024 * 1024, OWN_VALUES = "values.yaml";
async function readLintings(charts, git) {
  let found = charts.map((chart) => ({ chart, files: attempt2(() => valuesFilesOf(chart)) })), entries = found.flatMap(({ files }) => files instanceof ReleaseError ? [] : files).flatMap(({ entry }) => entry ?? []), objects = [...new Set(entries.map(({ object }) => object))], blobs = objects.length === 0 ? /* @__PURE__ */ new Map() : await git.blobs(objects, MAX_BYTES2);
  return new Map(
    found.map(({ chart, files }) => files instanceof ReleaseError ? [chart.path, files] : [chart.path, attempt2(() => lintingOf(chart, files, blobs))])
  );
}
function attempt2(work) {
  try {
    return work();
  } catch (error) {
    return asReleaseError(error);
  }
}
function lintingOf(chart, files, blobs) {
  let { mode, kubeVersion, acceptsUndeclared } = chart.rule, values = files.map(({ path, entry }) => {
    if (entry === void 0) return { path };
    let content = blobs.get(entry.object);
    if (content === void 0) throw unusable(chart, path, `is larger than ${MAX_BYTES2 / 1024 ** 2} MiB`);
    let standIn = standInFor(content);
    if (standIn) throw standInRefused(posix22.join(chart.path, path), standIn);
    return { path, content };
  });
  return {
    mode,
    values,
    ...kubeVersion !== void 0 && { kubeVersion },
    ...acceptsUndeclared && { acceptsUndeclared },
    ...chart.rule.isOwn && mode !== "off" && values.length === 0 && { isUnmatched: !0 }
  };
}
function valuesFilesOf(chart) {
  if (chart.rule.mode === "off") return [];
  let found = /* @__PURE__ */ new Map();
  for (let pattern of chart.rule.values ?? CI_VALUES) {
    let files = isGlob2(pattern) ? matching(chart, pattern) : [named3(chart, pattern)];
    files.length === 0 && requireChartsGlob(chart, pattern);
    for (let file of files) found.set(file.path, file);
  }
  if (found.size > MAX_FILES2) throw tooMany2(chart, found.size);
  return [...found.values()];
}
function isGlob2(pattern) {
  return import_picomatch4.default.scan(pattern).isGlob;
}
function matching(chart, pattern) {
  let { tree } = chart, { base } = import_picomatch4.default.scan(pattern), at = posix22.join(chart.path, base);
  if (!tree.isFolder(at) && tree.entry(at) === void 0) return [];
  let end = followed(chart, base);
  if (!("folder" in end)) return [];
  let isMatch = (0, import_picomatch4.default)(pattern, { dot: !0 });
  return tree.below(end.folder).flatMap(({ path: full }) => {
    let path = posix22.join(base, posix22.relative(end.folder, full));
    if (!isMatch(path)) return [];
    let file = followed(chart, path);
    return "file" in file ? [{ path, entry: file.file }] : [];
  });
}
function requireChartsGlob(chart, pattern) {
  let isMatch = (0, import_picomatch4.default)(pattern, { dot: !0 }), fromRoot = chart.path !== "." && chart.tree.below(chart.path).find(({ path }) => isMatch(path));
  if (fromRoot) throw unusable(chart, fromRoot.path, "only a glob from the repository root names");
}
function named3(chart, path) {
  if (path === OWN_VALUES) return { path };
  let end = followed(chart, path);
  if ("folder" in end) throw unusable(chart, path, "is a folder");
  return { path, entry: end.file };
}
function followed(chart, path) {
  let isLinked = !1;
  try {
    return chart.tree.follow(posix22.join(chart.path, path), () => {
      isLinked = !0;
    });
  } catch (error) {
    let why = isLinked ? `can't be read (${asReleaseError(error).message.replace(/\.$/, "")})` : "this commit does not have";
    throw unusable(chart, path, why);
  }
}
function unusable(chart, path, why) {
  let { name, tree, rule } = chart, inside2 = posix22.relative(chart.path, path), hint3 = tree.entry(path) !== void 0 && !inside2.startsWith("../") && inside2 !== path ? `Paths in \`lint-values\` count from the chart's folder: write \`${inside2}\`.` : "Paths in `lint-values` count from the chart's folder, and the file must be committed. A glob such as `ci/*-values.yaml` may match nothing.", message = `${name} is to be linted with ${JSON.stringify(path)} of ${chart.path}, which ${why}.`;
  return new ReleaseError("LINT_VALUES_INVALID", message, { hint: hint3, at: placeOf4(chart, rule) });
}
function tooMany2(chart, count) {
  let message = `${chart.name} is to be linted with ${count} values files; allowed: ${MAX_FILES2}.`;
  return new ReleaseError("LINT_VALUES_INVALID", message, {
    hint: "Each takes a process: name those that matter in `lint-values`, such as `ci/default-values.yaml`.",
    at: placeOf4(chart, chart.rule)
  });
}
function placeOf4({ path }, { valuesAt }) {
  return valuesAt ?? { file: posix22.join(path, "Chart.yaml") };
}

// src/chart/package/build.ts
import { createHash as createHash2 } from "node:crypto";
import { posix as posix26 } from "node:path";

// src/chart/dependencies/check-vendored.ts
import { posix as posix23 } from "node:path";
var OTHER_NAME = "Use one version of that chart, or package the other one under a name of its own.";
function checkVendored(holder, here = /* @__PURE__ */ new Map()) {
  let wanted2 = wantedOf(holder, here);
  refuseTwoVersions(holder, wanted2);
  let byName = Map.groupBy(holder.vendored, ({ name }) => name);
  for (let [index, one2] of wanted2.entries()) {
    let { name } = one2.dependency, there = byName.get(name) ?? [];
    wanted2.filter(({ dependency }) => dependency.name === name).length > 1 && refuseTwoThere(holder, there);
    for (let vendored of there) checkOne(holder, one2, vendored);
    there.length === 0 && !here.has(index) && refuseImpostor(holder, one2);
  }
  for (let there of byName.values()) refuseTwoThere(holder, there);
  for (let { holder: inside2 } of holder.vendored) inside2 && checkVendored(inside2);
}
function wantedOf({ dependencies: dependencies2, lock }, here) {
  let entries = lock ? lockEntriesFor(dependencies2, lock) : [];
  return dependencies2.map((dependency, index) => {
    let local = here.get(index);
    if (local !== void 0) return { dependency, exact: { version: local, by: `this repository has ${local}` } };
    let locked = entries[index]?.version;
    return locked === void 0 || dependency.repository === "" || !lock ? { dependency } : { dependency, exact: { version: locked, by: `${lock.file} has ${locked}` } };
  });
}
function refuseTwoVersions({ name, dependencyFile }, wanted2) {
  for (let [index, { dependency, exact: exact2 }] of wanted2.entries()) {
    let other = wanted2.slice(0, index).find(
      (one2) => one2.dependency.name === dependency.name && exact2 && one2.exact && !isSame2(one2.exact.version, exact2.version)
    );
    if (!other?.exact || !exact2) continue;
    let [first, second] = [other, { dependency, exact: exact2 }].map(
      (one2) => `${one2.exact?.version} as ${keyOf2(one2.dependency)}`
    );
    throw twoVersions(`${name} depends on two versions of ${dependency.name}: ${first}, and ${second}`, {
      file: dependencyFile,
      line: dependency.line
    });
  }
}
function archivesFor({ name, dependencyFile }, placed2) {
  let wanted2 = placed2.map(({ dependency, version }) => ({ dependency, exact: { version, by: "" } }));
  refuseTwoVersions({ name, dependencyFile, path: "", dependencies: [], vendored: [] }, wanted2);
  let archives = /* @__PURE__ */ new Map();
  for (let { dependency, version, archive } of placed2) {
    let path = archivePath({ name: dependency.name, version }), before = archives.get(path);
    if (before && before !== archive && compareArchives(before, archive).length > 0) {
      let what = `${name} depends on ${dependency.name} ${version} from two places, whose contents differ`;
      throw twoVersions(what, { file: dependencyFile, line: dependency.line });
    }
    archives.set(path, archive);
  }
  return archives;
}
function refuseTwoThere({ name }, [first, ...others]) {
  let second = others.find(({ version }) => !isSame2(version, first?.version ?? ""));
  if (!first || !second) return;
  let what = `${first.path} (${first.version}) and ${second.path} (${second.version})`;
  throw twoVersions(
    `${name} has two versions of ${first.name} in charts/: ${what}`,
    second.at,
    `Delete ${first.path} or ${second.path}, whichever is not meant.`
  );
}
function twoVersions(what, at, hint3 = OTHER_NAME) {
  return new ReleaseError(
    "DEPENDENCY_VERSIONS",
    `${what}. An alias renames only the values: Helm packages both as charts/<name>, so one would replace the other.`,
    { hint: hint3, at }
  );
}
function checkOne({ name, path }, { dependency, exact: exact2 }, vendored) {
  let found = `${vendored.path} is ${vendored.name} ${vendored.version}`;
  if (exact2) {
    if (isSame2(vendored.version, exact2.version)) return;
    throw outOfStep(
      `${found}, but ${exact2.by}`,
      vendored,
      `Put ${dependency.name} ${exact2.version} there, or delete it`
    );
  }
  if (dependency.version !== "") {
    if (!isConstraint(dependency.version)) {
      let what = `${name} wants ${dependency.name} ${JSON.stringify(dependency.version)}, which is not a version constraint.`, hint3 = "Write a constraint such as `^1.2.0` to the dependency.";
      throw new ReleaseError("CONSTRAINT_INVALID", what, { hint: hint3, at: vendored.at });
    }
    if (!satisfies(vendored.version, dependency.version))
      throw outOfStep(
        `${found}, but ${name} asks for ${dependency.version}`,
        vendored,
        otherVersion(path, dependency, vendored)
      );
  }
}
function otherVersion(path, { version, repository }, vendored) {
  let change = `change the constraint in ${path}`;
  return repository === "" ? `Put a version there that \`${version}\` allows, or ${change}` : `Delete ${vendored.path}, run \`helm dependency update ${path}\`, and commit the lock and the archive in charts/; or ${change}`;
}
function refuseImpostor({ path, vendored }, { dependency, exact: exact2 }) {
  let { name, version: constraint } = dependency, impostor = vendored.find(
    (one2) => isVendoredAt(posix23.relative(path, one2.path), { name, constraint, locked: exact2?.version })
  );
  if (!impostor) return;
  let what = `${impostor.path} is ${impostor.name} ${impostor.version}, not the dependency ${name}`;
  throw outOfStep(what, impostor, `Put ${name} there, or give the folder or archive of ${impostor.name} its own name`);
}
function outOfStep(what, { at }, hint3) {
  return new ReleaseError("DEPENDENCY_OUT_OF_STEP", `${what}.`, { hint: `${hint3}.`, at });
}
function isSame2(a, b) {
  if (a === b) return !0;
  let [one2, other] = [readHelmVersion(a), readHelmVersion(b)];
  return one2 !== void 0 && other !== void 0 && compareHelmVersions(one2, other) === 0 && buildOf(a) === buildOf(b);
}
function buildOf(version) {
  return version.split("+")[1] ?? "";
}
function keyOf2({ alias, name }) {
  return alias ?? name;
}

// src/chart/source/export.ts
import { posix as posix24 } from "node:path";
var MAX_FILE_BYTES2 = 5 * 1024 * 1024, MAX_CHART_BYTES = 100 * 1024 * 1024;
async function exportCharts({ git, files }, tree, charts) {
  let sizes = await git.sizes([...new Set(charts.flatMap((chart) => chart.files.map((file) => file.object)))]), problems = new Map(charts.flatMap((chart) => tooLarge(chart, sizes))), root = await files.temporaryFolder("export"), layouts = charts.filter((chart) => !problems.has(chart.path)).map((chart, index) => layOut(chart, tree, posix24.join(root, String(index))));
  for (let [path, problem2] of await checkOut(git, root, layouts)) problems.set(path, problem2);
  for (let layout of layouts.filter(({ chart }) => !problems.has(chart.path))) await settle(files, layout);
  let notices = [];
  for (let { file, chart, folder, blob } of await smallFilesOf(git, layouts, { sizes, problems })) {
    let at = posix24.join(chart.path, file.path), link = linkTextIn(blob, file, tree);
    if (link !== void 0 && notices.push(linkNotice(at, link)), !standInFor(blob)) continue;
    let standIn = standInFor(await files.read(posix24.join(folder, file.path), MAX_CHART_BYTES));
    standIn && !problems.has(chart.path) && problems.set(chart.path, standInRefused(at, standIn));
  }
  return { exported: layouts.filter(({ chart }) => !problems.has(chart.path)).map(({ chart, folder }) => ({ chart, folder, commit: tree.commit })), problems, notices };
}
function layOut(chart, tree, base) {
  let [own, links2] = [base, `${base}-links`], placed2 = chart.files.map((file) => ({ ...file, at: posix24.join(chart.path, file.path) })), direct = placed2.filter(({ at, from }) => at === from), linked2 = placed2.filter(({ at, from }) => at !== from), attributes = attributesAbove(
    tree,
    direct.map(({ at }) => at)
  ), below3 = (folder, entries) => entries.map(({ path, object }) => ({ path: posix24.join(posix24.basename(folder), path), object })), behind = linked2.map(({ from, object }) => ({ path: from, object })), packaged2 = new Set(placed2.map(({ at }) => at));
  return {
    chart,
    folder: posix24.join(own, chart.path === "." ? "" : chart.path),
    entries: [
      ...below3(own, [...attributes, ...direct.map(({ at, object }) => ({ path: at, object }))]),
      ...below3(links2, [
        ...attributesAbove(
          tree,
          behind.map(({ path }) => path)
        ),
        ...behind
      ])
    ],
    copies: linked2.map(({ from, at }) => ({ from: posix24.join(links2, from), to: posix24.join(own, at) })),
    surplus: attributes.map(({ path }) => path).filter((path) => !packaged2.has(path)).map((path) => posix24.join(own, path))
  };
}
function attributesAbove(tree, paths) {
  let folders = /* @__PURE__ */ new Set(["."]);
  for (let path of paths)
    for (let folder = posix24.dirname(path); !folders.has(folder); folder = posix24.dirname(folder)) folders.add(folder);
  return [...folders].flatMap((folder) => {
    let entry = tree.entry(posix24.join(folder, ".gitattributes"));
    return entry?.mode.startsWith("100") ? [entry] : [];
  });
}
async function checkOut(git, root, layouts) {
  let write = (some2) => git.checkOut(unique(some2.flatMap(({ entries }) => entries)), root), problems = /* @__PURE__ */ new Map();
  if (layouts.length === 0) return problems;
  try {
    await write(layouts);
  } catch (error) {
    throwIfFull(error);
    for (let layout of layouts)
      await write([layout]).catch((thrown) => {
        throwIfFull(thrown), problems.set(layout.chart.path, notWritten2(layout.chart, thrown));
      });
  }
  return problems;
}
function unique(entries) {
  return [...new Map(entries.map((entry) => [entry.path, entry])).values()];
}
function throwIfFull(error) {
  let cause = asReleaseError(error);
  if (cause.code === "DISK_FULL") throw cause;
}
function notWritten2({ path, manifest }, error) {
  let cause = asReleaseError(error);
  return new ReleaseError("CHART_EXPORT_FAILED", `The files of ${path} can't be written: ${cause.message}`, {
    hint: "Where Git LFS is used, the job needs git-lfs on PATH, and the checkout step `with: { lfs: true }`.",
    at: { file: manifest.file },
    cause
  });
}
async function settle(files, { copies, surplus }) {
  for (let path of surplus) await files.remove(path);
  for (let { from, to } of copies) await files.write(to, await files.read(from, MAX_CHART_BYTES));
}
function tooLarge(chart, sizes) {
  let file = chart.files.find((one2) => (sizes.get(one2.object) ?? 0) > MAX_FILE_BYTES2), total = chart.files.reduce((sum, one2) => sum + (sizes.get(one2.object) ?? 0), 0);
  if (!file && total <= MAX_CHART_BYTES) return [];
  let what = file ? `${file.from} holds ${sizes.get(file.object)} bytes; Helm loads files up to ${MAX_FILE_BYTES2}` : `${chart.path} holds ${total} bytes; Helm loads charts up to ${MAX_CHART_BYTES}`, error = new ReleaseError("CHART_FILE_TOO_LARGE", `${what}.`, {
    hint: "Name what does not belong into the package in .helmignore.",
    at: { file: file?.from ?? chart.manifest.file }
  });
  return [[chart.path, error]];
}
async function smallFilesOf(git, layouts, { sizes, problems }) {
  let small = layouts.filter(({ chart }) => !problems.has(chart.path)).flatMap(({ chart, folder }) => chart.files.map((file) => ({ chart, folder, file }))).filter(({ file }) => (sizes.get(file.object) ?? 0) < MAX_STAND_IN_BYTES), blobs = await git.blobs([...new Set(small.map(({ file }) => file.object))], MAX_STAND_IN_BYTES);
  return small.flatMap((one2) => {
    let blob = blobs.get(one2.file.object);
    return blob ? [{ ...one2, blob }] : [];
  });
}
function linkNotice(file, target) {
  return `${file} is a file that says only ${JSON.stringify(target)}, a path of this commit: a symbolic link committed without \`core.symlinks\` looks like that. It is packaged as it is.`;
}

// src/chart/package/package-failed.ts
import { posix as posix25 } from "node:path";
var UNREADABLE = /cannot load (?<file>[\w./-]+): (?:.*?\bline (?<line>\d+))?/s;
function packageFailed(exported, said) {
  let { manifest, path, files } = exported.chart, { file, line } = UNREADABLE.exec(said)?.groups ?? {}, at = files.some((one2) => one2.path === file) && file ? { file: posix25.join(path, file), ...line && { line: Number(line) } } : { file: manifest.file };
  return new ReleaseError(
    "CHART_PACKAGE_FAILED",
    `helm package refuses ${manifest.name}: ${inRepository3(said, exported)}`,
    { at }
  );
}
function inRepository3(said, { chart, folder }) {
  return said.replaceAll(folder, chart.path);
}
function dependencyFailed(chart, path, why) {
  let line = chart.local.find((local) => local.path === path)?.dependency.line, reason = why instanceof ReleaseError ? why.message : "it was not built";
  return new ReleaseError("DEPENDENCY_STOPPED", `${chart.manifest.name} waits for ${path}, which failed: ${reason}`, {
    at: { file: chart.dependencyFile.file, ...line !== void 0 && { line } }
  });
}

// src/chart/package/taken-archive.ts
var AT_ONCE = 8;
async function takeEach(requests, take, resolved) {
  let all = await mapConcurrent(
    requests,
    AT_ONCE,
    async (request) => {
      let taken = await take(request).catch(asReleaseError);
      return taken instanceof ReleaseError ? [request, taken] : (resolved.set(taken.archive, taken.resolved), [request, taken.archive]);
    }
  );
  return new Map(all);
}

// src/chart/package/build.ts
var FETCHES_AT_ONCE = 8;
async function buildCharts(requests, context) {
  if (context.handedOver) return takeEach(requests, context.handedOver, context.resolved);
  let results = /* @__PURE__ */ new Map(), levels = [];
  for (let [sources, group] of Map.groupBy(requests, (request) => request.sources)) {
    let built = /* @__PURE__ */ new Map();
    results.set(sources, built), await exportGroup(sources, group, { context, built, levels });
  }
  for (let level of levels) await buildLevel(level ?? [], { context, results });
  return new Map(
    requests.flatMap((request) => {
      let built = results.get(request.sources)?.get(request.path);
      return built ? [[request, built]] : [];
    })
  );
}
async function exportGroup(sources, group, { context, built, levels }) {
  let asked2 = new Set(group.map((request) => request.path)), groupLevels = levelsOf(sources.charts, [...asked2]).map(
    (level) => level.filter((chart) => {
      let archive = context.built.get(contentKey(chart, sources));
      return archive && built.set(chart.path, archive), !archive;
    })
  ), { exported, problems, notices } = await exportCharts(context, sources.tree, groupLevels.flat());
  for (let notice of notices) context.warn(notice);
  for (let [path, problem2] of [...sources.problems, ...problems]) built.set(path, problem2);
  let overlay = group[0]?.overlay ?? /* @__PURE__ */ new Map();
  await writeOverlay(context.files, { exported, overlay, tree: sources.tree });
  let byPath3 = new Map(exported.map((one2) => [one2.chart.path, one2]));
  for (let [depth, level] of groupLevels.entries()) {
    levels[depth] ??= [];
    let nodes = level.flatMap((chart) => byPath3.get(chart.path) ?? []);
    levels[depth].push(...nodes.map((one2) => ({ exported: one2, sources, asked: asked2.has(one2.chart.path) })));
  }
}
function contentKey(chart, sources) {
  let below3 = chart.local.map((local) => {
    let dependency = sources.charts.get(local.path);
    return dependency ? contentKey(dependency, sources) : "";
  }), own = [chart.path, chart.fingerprint, chart.manifest.text, chart.dependencyFile.text, chart.lock?.text ?? ""];
  return createHash2("sha256").update(JSON.stringify([own, below3])).digest("hex");
}
async function writeOverlay(files, { exported, overlay, tree }) {
  for (let { chart, folder } of exported)
    for (let [path, text2] of overlay) {
      let inside2 = posix26.relative(chart.path, path);
      (path === chart.lock?.file && tree.entry(path) === void 0 || chart.files.some((file) => file.path === inside2)) && await files.write(posix26.join(folder, inside2), text2);
    }
}
async function buildLevel(level, building) {
  let { context, results } = building, ready = [], resolved = /* @__PURE__ */ new Map(), fail = (node, error) => results.get(node.sources)?.set(node.exported.chart.path, error);
  await mapConcurrent(level, FETCHES_AT_ONCE, async (node) => {
    try {
      resolved.set(node, await placeDependencies(node, building)), ready.push(node);
    } catch (error) {
      fail(node, asReleaseError(error));
    }
  });
  let packaged2 = await context.helm.package(ready.map((node) => node.exported.folder));
  for (let node of ready) {
    let archive = packaged2.get(node.exported.folder);
    archive instanceof Uint8Array ? (results.get(node.sources)?.set(node.exported.chart.path, archive), context.resolved.set(archive, resolved.get(node) ?? []), node.asked && context.built.set(contentKey(node.exported.chart, node.sources), archive)) : fail(node, packageFailed(node.exported, archive?.failed ?? "Helm said nothing of it"));
  }
}
async function placeDependencies({ exported, sources }, { context, results }) {
  let { chart, folder } = exported, vendored = await vendoredIn(exported, context.files);
  checkInStep(chart, sources), checkVendored(holderOf(chart, vendored), localVersions2(chart, sources)), checkExternal(chart, vendored, context.dependencies, context.settingsOf(chart));
  let own = chart.local.map(({ path, dependency }) => {
    let archive = results.get(sources)?.get(path), manifest = sources.charts.get(path)?.manifest;
    if (!(archive instanceof Uint8Array) || !manifest) throw dependencyFailed(chart, path, archive);
    return { dependency: { ...dependency, name: manifest.name }, version: manifest.version, archive };
  }), fetched = await fetchExternal(context.fetch, chart, vendored, context.dependencies), inherited = own.flatMap(({ archive }) => context.resolved.get(archive) ?? []), resolved = [...fetched.map(resolvedChart), ...inherited];
  for (let [path, archive] of archivesFor(holderOf(chart, vendored), [...own, ...fetched]))
    await context.files.write(posix26.join(folder, path), archive);
  return resolved;
}
function vendoredIn({ chart, folder }, files) {
  let paths = chart.files.map(({ path }) => path), read3 = (path) => files.read(posix26.join(folder, path), HELM_LIMITS.totalBytes);
  return readVendored({ root: chart.path, paths, read: read3 });
}
function holderOf({ manifest, path, dependencies: dependencies2, dependencyFile, lock }, vendored) {
  return {
    name: manifest.name,
    path,
    dependencies: dependencies2,
    dependencyFile: dependencyFile.file,
    vendored,
    ...lock && { lock }
  };
}
function localVersions2({ local }, { charts }) {
  let versions = local.map(({ index, path }) => [index, charts.get(path)?.manifest.version]);
  return new Map(versions.flatMap(([index, version]) => version === void 0 ? [] : [[index, version]]));
}

// src/chart/package/content-notices.ts
var SHOWN2 = 3;
function contentNotices(request, files) {
  let { path, sources } = request, chart = sources.charts.get(path);
  if (!chart) return [];
  let own = ownPaths(chart, sources), standIns = files.flatMap((file) => {
    let standIn = standInFor(file.content);
    if (standIn && own.has(file.path)) throw standInRefused(file.path, standIn);
    return standIn ? [`${chart.manifest.name} packages ${file.path}, which is ${standIn.what} in the archive that it comes from.`] : [];
  }), twins = clashingNames(files.map((file) => file.path)).map((pair) => clash(chart, pair));
  return [...cut2(standIns, chart), ...cut2(twins, chart), ...leftOutNotices(chart)];
}
function ownPaths(chart, sources) {
  let below3 = chart.local.flatMap(({ path }) => {
    let inside2 = sources.charts.get(path);
    return inside2 ? [...ownPaths(inside2, sources)].map((one2) => `charts/${inside2.manifest.name}/${one2}`) : [];
  });
  return /* @__PURE__ */ new Set([...chart.files.map(({ path }) => path), ...below3]);
}
function clashingNames(paths) {
  let byFolded = /* @__PURE__ */ new Map(), clashes2 = /* @__PURE__ */ new Map();
  for (let path of paths) {
    let parts = path.split("/");
    for (let [index] of parts.entries()) {
      let part = parts.slice(0, index + 1).join("/"), folded3 = part.normalize("NFKC").toLowerCase(), before = byFolded.get(folded3) ?? part;
      if (byFolded.set(folded3, before), before !== part) {
        clashes2.set(part, [before, part]);
        break;
      }
    }
  }
  return [...clashes2.values()];
}
function clash({ manifest }, [one2, other]) {
  return `${manifest.name} packages ${one2} and ${other}, whose names differ only in case or Unicode form: on macOS and Windows one takes the place of the other.`;
}
function cut2(notices, { manifest }) {
  let more = notices.length - SHOWN2;
  return more > 0 ? [...notices.slice(0, SHOWN2), `${manifest.name}: ${more} more warnings like the last one.`] : notices;
}

// src/chart/package/package.ts
async function packageCharts(requests, context) {
  let built = await buildCharts(requests, context), finished2 = new Map(
    requests.map((request) => {
      let archive = built.get(request);
      return archive instanceof Uint8Array ? [request.path, attempt3(request, archive, context.resolved.get(archive) ?? [])] : [request.path, notPackaged(request, archive)];
    })
  ), ready = await withLintings(requests, finished2, context), toLint = [...ready.values()].flatMap((result) => result instanceof ReleaseError ? [] : [result]), results = [...ready].map(
    ([path, result]) => [path, result instanceof ReleaseError ? result : result.chart]
  );
  return blameOnce(requests, new Map([...results, ...await lintArchives(toLint, context)]));
}
async function withLintings(requests, finished2, { git, lintRuleOf: lintRuleOf2 = () => ({ mode: "on" }) }) {
  let charts = requests.flatMap(({ path, sources: { tree, charts: all } }) => {
    let chart = all.get(path);
    return chart && !(finished2.get(path) instanceof ReleaseError) ? [{ name: chart.manifest.name, path, tree, rule: lintRuleOf2(chart) }] : [];
  }), lintings = await readLintings(charts, git);
  return new Map(
    [...finished2].map(([path, result]) => {
      let linting = lintings.get(path);
      return result instanceof ReleaseError || linting === void 0 ? [path, result] : linting instanceof ReleaseError ? [path, linting] : [path, { ...result, chart: { ...result.chart, linting }, linting }];
    })
  );
}
function blameOnce(requests, results) {
  let blamed = new Map(results);
  for (let { path, sources } of requests) {
    let chart = sources.charts.get(path), cause = chart?.local.find((local) => results.get(local.path) instanceof ReleaseError);
    !chart || !cause || !(results.get(path) instanceof ReleaseError) || blamed.set(path, dependencyFailed(chart, cause.path, results.get(cause.path)));
  }
  return blamed;
}
function attempt3(request, built, resolved) {
  try {
    return finish2(request, built, resolved);
  } catch (error) {
    let cause = asReleaseError(error), file = posix27.join(request.path, "Chart.yaml"), message = `The package of ${request.path} can't be released: ${cause.message}.`;
    return new ReleaseError(cause.code, message, { hint: cause.hint, at: { file }, cause });
  }
}
function finish2(request, built, resolved) {
  let { manifest, files } = readPackagedChart(built);
  if (manifest.version !== request.version)
    throw new ReleaseError(
      "BUG_UNEXPECTED",
      `${request.path} was packaged as ${manifest.version} instead of ${request.version}.`
    );
  requireSameReading(request, manifest);
  let notices = contentNotices(request, files), archive = writeArchive(manifest.name, files, request.committedAt), chart = {
    name: manifest.name,
    version: manifest.version,
    path: request.path,
    ...manifest.appVersion !== void 0 && { appVersion: manifest.appVersion },
    archive,
    digest: digestOf(archive),
    metadata: manifest.metadata,
    fingerprint: request.fingerprint,
    revision: request.commit,
    created: request.committedAt,
    ...request.repositoryUrl !== void 0 && { repositoryUrl: request.repositoryUrl },
    ...resolved.length > 0 && { resolved }
  }, own = new Set(request.sources.charts.get(request.path)?.files.map(({ path }) => path)), forLint = lintable(chart, files);
  return { chart, ...forLint, notices: [...notices, ...forLint.notices], isOwn: (path) => own.has(path) };
}
var COMPARED = ["name", "appVersion", "kubeVersion", "apiVersion", "type"];
function requireSameReading({ sources, path }, packaged2) {
  let read3 = sources.charts.get(path)?.manifest, field = read3 && COMPARED.find((name) => read3.metadata[name] !== packaged2.metadata[name]);
  if (!read3 || field === void 0) return;
  let [ours, helms] = [read3, packaged2].map(({ metadata }) => JSON.stringify(metadata[field] ?? ""));
  throw new ReleaseError("CHART_YAML_INVALID", `Helm reads \`${field}\` of ${read3.file} as ${helms}, not as ${ours}`, {
    hint: `Write \`${field}\` on a line of its own, in double quotes.`,
    at: { file: read3.file }
  });
}
function notPackaged(request, why) {
  return why ?? new ReleaseError("BUG_UNEXPECTED", `${request.path} was neither packaged nor refused.`);
}

// src/chart/dependencies/published-locks.ts
import { posix as posix28 } from "node:path";
var TELLING = /(?:^|\/)(?:Chart\.lock|requirements\.lock|Chart\.yaml)$/;
function packagedTexts(archive) {
  let telling = readArchive(archive).filter(({ path }) => TELLING.test(path));
  return new Map(telling.map(({ path, content }) => [path, Buffer.from(content).toString()]));
}
function lacksLock({ charts }, path) {
  let chart = charts.get(path);
  return chart ? !chart.lock && chart.dependencies.length > 0 ? !0 : chart.local.some((local) => lacksLock({ charts }, local.path)) : !1;
}
function asPublished(sources, path, texts) {
  let charts = new Map(sources.charts), overlay = /* @__PURE__ */ new Map(), taken = [], visit = (folder, inside2) => {
    let chart = sources.charts.get(folder);
    if (!chart) return;
    let lock = chart.lock ?? lockIn(chart, inside2, texts);
    lock && lock !== chart.lock && charts.get(folder) === chart && (checkInStep({ ...chart, lock }, sources), charts.set(folder, { ...chart, lock }), taken.push(lock.file, lock.text), texts.has(inside2 + posix28.basename(lock.file)) && overlay.set(lock.file, lock.text));
    for (let local of chart.local) {
      let name = sources.charts.get(local.path)?.manifest.name;
      name !== void 0 && visit(local.path, `${inside2}charts/${name}/`);
    }
  };
  return visit(path, ""), { sources: { ...sources, charts }, overlay, key: JSON.stringify(taken) };
}
function lockIn(chart, inside2, texts) {
  if (chart.dependencies.length === 0) return;
  let name = chart.manifest.apiVersion === "v1" ? "requirements.lock" : "Chart.lock", file = posix28.join(chart.path, name), text2 = texts.get(inside2 + name);
  return text2 === void 0 ? lockOfContents(chart, file, inside2, texts) : readLock(text2, file);
}
function asPinned(sources, published) {
  if (published.size === 0) return sources;
  let charts = [...sources.charts].map(([path, chart]) => {
    let isPinned = externalDependencies(chart).every(({ name, version }) => published.has(`${name} ${version}`)), lock = !chart.lock && isPinned ? lockOfPins(chart, sources) : void 0;
    return [path, lock ? { ...chart, lock } : chart];
  });
  return { ...sources, charts: new Map(charts) };
}
function lockOfPins(chart, { charts }) {
  if (externalDependencies(chart).length === 0) return;
  let versions = chart.dependencies.map(({ version }, index) => {
    let local = chart.local.find((one2) => one2.index === index);
    return (local && charts.get(local.path)?.manifest.version) ?? version;
  });
  return lockOf(chart, posix28.join(chart.path, "Chart.lock"), versions);
}
function lockOfContents(chart, file, inside2, texts) {
  let { dependencies: dependencies2 } = chart;
  if (externalDependencies(chart).length === 0) return;
  let versions = dependencies2.flatMap(({ name }) => versionIn2(texts.get(`${inside2}charts/${name}/Chart.yaml`)) ?? []);
  return versions.length < dependencies2.length ? void 0 : lockOf(chart, file, versions);
}
function lockOf({ dependencies: dependencies2 }, file, versions) {
  let nowhere = { line: 1, column: 1, start: 0, end: 0 }, entries = dependencies2.map(({ name, repository }, index) => ({ name, repository, version: versions[index] ?? "", versionSpan: nowhere, line: 1 })), digest = lockDigest(dependencies2, entries);
  return { file, text: JSON.stringify(entries), entries, digest, digestSpan: nowhere };
}
function versionIn2(chartYaml) {
  try {
    return chartYaml === void 0 ? void 0 : readChartYaml(chartYaml, "Chart.yaml").version;
  } catch (error) {
    if (error instanceof ReleaseError) return;
    throw error;
  }
}

// src/pipeline/package/published-package.ts
async function withPublishedLock(request, name, sightings2) {
  if (!lacksLock(request.sources, request.path)) return request;
  let holder = sightings2.find(({ presence }) => presence.state === "present" && !presence.isMissing);
  if (holder?.presence.state !== "present") return request;
  let ref = { name, version: request.version }, { archive } = await holder.target.fetch({ ref, digest: holder.presence.digest }), { sources, overlay } = asPublished(request.sources, request.path, packagedTexts(archive));
  return { ...request, sources, overlay: new Map([...request.overlay, ...overlay]) };
}

// src/pipeline/package/release-text.ts
import { posix as posix29 } from "node:path";
var MAX_TEXT3 = 6e4, MAX_BYTES3 = 1024 * 1024;
async function releaseText(run, { decision, request, today }) {
  let { secrets } = run.platform, { releaseNotesFile, generateReleaseNotes } = settingsOf(today ?? decision.chart, run.settings), file = releaseNotesFile === void 0 ? void 0 : await textOf3(run, request, releaseNotesFile);
  return file !== void 0 ? secrets.redactData(file) : generateReleaseNotes ? "" : notesMarkdown(redactedForPublication(notesOf(decision), secrets));
}
async function textOf3({ platform: { git } }, { path, sources }, name) {
  let entry = sources.tree.entry(posix29.join(path, name));
  if (!entry?.mode.startsWith("100")) return;
  let blob = (await git.blobs([entry.object], MAX_BYTES3)).get(entry.object), text2 = blob && Buffer.from(blob).toString().trim();
  return text2 ? cut(text2, MAX_TEXT3) : void 0;
}

// src/plan/scope/tag-triggers.ts
var import_yaml3 = __toESM(require_dist(), 1);
var MAX_LENGTH = 512 * 1024;
function listensForTags(workflows) {
  return workflows.some((text2) => {
    if (text2.length > MAX_LENGTH) return !0;
    try {
      let workflow = (0, import_yaml3.parse)(text2, { maxAliasCount: 100, logLevel: "error" });
      return isObject(workflow) ? listens(workflow.on) : !0;
    } catch {
      return !0;
    }
  });
}
function listens(on) {
  return typeof on == "string" ? on === "push" || on === "create" : Array.isArray(on) ? on.some(listens) : isObject(on) ? "create" in on || "push" in on && isForTags(on.push) : !0;
}
function isForTags(filters) {
  if (!isObject(filters)) return !0;
  let has = (...names2) => names2.some((name) => filters[name] !== void 0);
  return has("tags", "tags-ignore") || !has("branches", "branches-ignore");
}

// src/pipeline/each-chart.ts
async function eachChart(charts, items, work) {
  let failed2 = /* @__PURE__ */ new Map(), results = await mapConcurrent(items, items.length, async (item) => {
    try {
      return [await work(item)];
    } catch (error) {
      return failed2.set(item.path, asReleaseError(error)), [];
    }
  });
  return withoutDependents(charts, { done: results.flat(), failed: failed2 });
}
function withoutDependents(charts, { done, failed: failed2 }) {
  let stopped = dependentsOf(charts, failed2.keys()), all = new Map(failed2), causes = new Set(failed2.keys());
  for (let { path } of done) stopped.has(path) && all.set(path, dependencyStopped(charts, path, causes));
  return { done: done.filter((item) => !stopped.has(item.path)), failed: all };
}
function chartSteps(steps, failed2) {
  return async (title, items, work) => {
    if (items.length === 0) return [];
    let step = await steps.during(title, () => work(items));
    for (let [path, error] of step.failed) failed2.set(path, error);
    return step.done;
  };
}

// src/pipeline/publish/claim.ts
async function claim(run, plannedRun, releases) {
  let fresh = releases.filter((release3) => release3.staged.some((one2) => !one2.published)), tags = new Map(
    fresh.flatMap((release3) => {
      let tag = tagOf(settingsOf(placeOf3(release3), run.settings).tagTemplate, release3.packaged);
      return tag === void 0 ? [] : [[tag, release3]];
    })
  );
  if (tags.size === 0) return { done: releases, failed: /* @__PURE__ */ new Map() };
  for (let { staged } of tags.values())
    for (let { target, artifact, published } of staged) published || target.lookAhead?.(artifact);
  let known3 = await plannedRun.remoteTags(), wanted2 = new Map(
    [...tags].filter(([tag]) => !known3.has(tag)).map(([tag, release3]) => [tag, release3.packaged.revision])
  ), pushed2 = await run.platform.git.createTags(wanted2, { events: await hasListeners(run, plannedRun) });
  for (let [tag, { result }] of pushed2)
    result !== "rejected" && run.platform.log.info(`Claimed by the git tag ${tag}.`);
  let now = [...pushed2].some(([, push3]) => push3.result === "rejected") ? await run.platform.git.remoteTags() : known3, failed2 = /* @__PURE__ */ new Map();
  for (let [tag, release3] of tags) {
    let problem2 = await problemOf2(run, release3, { tag, push: pushed2.get(tag), there: now.get(tag) });
    problem2 && failed2.set(release3.path, problem2);
  }
  let done = releases.filter((release3) => !failed2.has(release3.path));
  return withoutDependents(plannedRun.sources.charts, { done, failed: failed2 });
}
async function hasListeners({ platform: { git } }, { sources: { tree } }) {
  let objects = tree.paths.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)).flatMap((path) => tree.entry(path)?.object ?? []), blobs = await git.blobs(objects);
  return listensForTags(objects.map((object) => Buffer.from(blobs.get(object) ?? []).toString()));
}
async function problemOf2(run, release3, { tag, push: push3, there }) {
  if (push3 && push3.result !== "rejected") return;
  let { name, version } = release3.packaged;
  if (there === void 0) return notClaimed(tag, push3);
  let claimed = await run.history.releaseOfClaim(release3.packaged, there), isKnown = release3.staged.some((one2) => one2.isListed);
  if (claimed && (isKnown || claimed.commit === release3.packaged.revision)) return;
  let what = claimed ? "which another run releases it from" : "which holds other content";
  return new ReleaseError(
    "CLAIM_LOST",
    `${name} ${version} is claimed by the git tag ${tag} at ${shortCommit(there)}, ${what}.`,
    {
      hint: claimed ? "Nothing is to be done while that run goes well. If it fails, run again: the content is released then." : "Another run released this version meanwhile. Run again: the next free version is taken."
    }
  );
}
var HINTS = {
  refused: "Give the job `permissions: { contents: write }`, or set `tag-template: none` to release without git tags.",
  name: "Git keeps names like files and folders: set a `tag-template` that gives other names, or rename the tag that is there.",
  lost: "The connection broke, and origin does not have the tag. Run again when the git server can be reached.",
  raced: "Somebody made and removed the tag at this moment: run again."
};
function notClaimed(tag, push3) {
  let { reason, cause } = push3?.result === "rejected" ? push3 : { reason: "", cause: "refused" }, code2 = cause === "name" ? "GIT_NAME_CONFLICT" : "CLAIM_REFUSED";
  return new ReleaseError(code2, `The git tag ${tag} can't be created: ${reason}`, { hint: HINTS[cause] });
}

// src/pipeline/publish/promote.ts
var CHARTS_AT_ONCE4 = 24;
async function promote(run, plannedRun, releases, visible) {
  let failed2 = /* @__PURE__ */ new Map(), shownOn2 = /* @__PURE__ */ new Map(), going = releases.map((release3) => ({ ...release3, published: [] }));
  for (let left = 1 / 0; openPlaces(going) < left && openPlaces(going) > 0; ) {
    left = openPlaces(going);
    for (let target of run.targets)
      for (let wave of wavesOf(target, plannedRun, going)) {
        let ready = readyFor(target, plannedRun, going, wave), shown2 = await promoteOn(target, going, { wave: ready, run, visible }), step = withoutDependents(plannedRun.sources.charts, shown2);
        for (let [path, error] of step.failed) {
          failed2.set(path, error);
          let { published = [], staged = [] } = going.find((release3) => release3.path === path) ?? {};
          shownOn2.set(
            path,
            staged.slice(0, published.length).map((one2) => one2.target.address)
          );
        }
        going = step.done;
      }
  }
  let lost3 = await overwrittenVersions(going.filter((release3) => !isClaimed(run, release3)));
  for (let [path, { code: code2 }] of lost3) code2 === "TAG_OVERWRITTEN" && visible.delete(path);
  return { done: going.filter(({ path }) => !lost3.has(path)), failed: new Map([...failed2, ...lost3]), shownOn: shownOn2 };
}
function isClaimed({ settings }, release3) {
  return settingsOf(placeOf3(release3), settings).tagTemplate !== "";
}
function openPlaces(going) {
  return going.reduce((sum, { staged, published }) => sum + staged.length - published.length, 0);
}
function readyFor(target, { sources }, going, wave) {
  let here = going.filter(
    ({ path, staged, published }) => wave.has(path) && staged[published.length]?.target === target
  ), unseen = new Set(going.flatMap(({ path, published }) => published.length === 0 ? [path] : []));
  for (let { path } of here) unseen.delete(path);
  let waiting2 = dependentsOf(sources.charts, unseen);
  return new Set(here.flatMap(({ path }) => waiting2.has(path) ? [] : [path]));
}
function wavesOf({ together }, { sources }, going) {
  let paths = going.map(({ path }) => path);
  return together ? [new Set(paths)] : levelsOf(sources.charts, paths).map((level) => new Set(level.map(({ path }) => path)));
}
async function promoteOn(target, going, { wave, run, visible }) {
  let here = going.filter((release3) => wave.has(release3.path) && artifactOn(target, release3) !== void 0), groups = target.together ? [here] : here.map((release3) => [release3]), results = new Map(
    (await mapConcurrent(groups, CHARTS_AT_ONCE4, (group) => show(target, group, { run, visible }))).flat()
  ), failed2 = /* @__PURE__ */ new Map();
  return { done: going.flatMap((release3) => {
    let result = results.get(release3.path) ?? release3;
    return result instanceof ReleaseError ? (failed2.set(release3.path, result), []) : [result];
  }), failed: failed2 };
}
function artifactOn(target, { staged }) {
  return staged.find((one2) => one2.target === target)?.artifact;
}
async function show(target, releases, { run, visible }) {
  if (releases.length === 0) return [];
  let results = await target.promote(releases.flatMap((release3) => artifactOn(target, release3) ?? [])).catch((error) => releases.map(() => asReleaseError(error)));
  return releases.map((release3, index) => {
    let result = results[index];
    if (!result || result instanceof ReleaseError) return [release3.path, result ?? unanswered(target, release3)];
    run.platform.log.info(`${result.reference}: ${result.changed ? "visible now" : "visible already"}`);
    let promoted = { ...release3, published: [...release3.published, result] };
    return visible.set(release3.path, promoted), [release3.path, promoted];
  });
}
function unanswered({ address }, { path }) {
  return new ReleaseError("BUG_UNEXPECTED", `${address} does not say what became of ${path}.`);
}
async function overwrittenVersions(releases) {
  let lost3 = /* @__PURE__ */ new Map();
  for (let { path, staged, published } of releases)
    for (let [index, artifact] of published.entries()) {
      let there = await staged[index]?.target.find(artifact.ref).catch(asReleaseError);
      there instanceof ReleaseError ? lost3.set(path, there) : there?.state === "present" && there.digest !== artifact.digest && lost3.set(path, overwritten(artifact, there.digest));
    }
  return lost3;
}
function overwritten({ reference, digest }, found) {
  return new ReleaseError(
    "TAG_OVERWRITTEN",
    `${reference} was published as ${shortDigest(digest)} and now is ${shortDigest(found)}.`,
    {
      hint: "Another run published the same version at the same time. Set `tag-template`, so that a git tag decides who does."
    }
  );
}

// src/chart/package/same-package.ts
import { posix as posix30 } from "node:path";
var LOCKS = /* @__PURE__ */ new Set(["Chart.lock", "requirements.lock"]), GENERATED = /^generated:.*(?:\r?\n|$)/m;
function packageDifferences(published, packaged2) {
  return compareArchives(published, packaged2, saysTheSame);
}
function changedDependencies(published, packaged2, fetched) {
  let [one2, other] = [contentsOf(published), contentsOf(packaged2)], causes = [.../* @__PURE__ */ new Set([...one2.keys(), ...other.keys()])].filter((path) => {
    let [a, b] = [one2.get(path), other.get(path)];
    return !a || !b || Buffer.compare(a, b) !== 0 && !saysTheSame(path, a, b);
  }).map((path) => fetched.find(({ name }) => `/${path}`.includes(`/charts/${name}/`)));
  return causes.includes(void 0) ? [] : [...new Set(causes.flatMap((cause) => cause ?? []))];
}
function contentsOf(archive) {
  return new Map(readArchive(archive).map(({ path, content }) => [path, content]));
}
function saysTheSame(path, a, b) {
  return LOCKS.has(posix30.basename(path)) && withoutTime(a) === withoutTime(b);
}
function withoutTime(lock) {
  return Buffer.from(lock).toString("latin1").replace(GENERATED, "");
}

// src/pipeline/publish/stage.ts
async function stage(run, release3, onKnown) {
  let chart = await withProvenance(run, { ...release3.packaged, ...await publishedArchive(release3) }), targets = run.targets.filter(mayStageOn(release3)), known3 = /* @__PURE__ */ new Map(), staged = await allOf(
    targets.map(async (target) => {
      let there = presentOn(release3, target);
      target.warm?.(chart, { fetches: !0 });
      let isListed2 = listedOn(release3, target), asStaged = (artifact) => ({
        target,
        artifact,
        subject: subjectOf(target, artifact, chart),
        published: there !== void 0,
        isListed: isListed2
      }), tell = (artifact) => {
        known3.set(target, asStaged(artifact));
        let all = targets.flatMap((one2) => known3.get(one2) ?? []);
        all.length === targets.length && onKnown?.({ ...release3, packaged: chart, staged: all });
      };
      return asStaged(there ? target.adopt(chart, there) : await target.stage(chart, tell));
    })
  );
  for (let { target, artifact } of staged)
    run.platform.log.info(`${releaseName(release3)}: ${storedAs(target, artifact)}`);
  return { ...release3, packaged: chart, staged, ...chart.digest !== release3.packaged.digest && { isCopied: !0 } };
}
function storedAs({ signs }, { repository, digest }) {
  return signs === "manifest" ? `stored as ${repository}@${digest}` : `stored for ${repository} with ${digest}`;
}
function mayStageOn({ decision }) {
  return (target) => {
    let sighting = decision.sightings.find((one2) => one2.target === target);
    return sighting ? sighting.evidence.state !== "unadopted" : !target.follows;
  };
}
function presentOn({ decision }, target) {
  let presence = decision.sightings.find((sighting) => sighting.target === target)?.presence;
  return presence && isHeld(presence) ? presence : void 0;
}
function listedOn({ decision }, target) {
  return decision.sightings.some((sighting) => sighting.target === target && sighting.presence.state === "present");
}
function isHeld(presence) {
  return presence.state === "present" && !presence.isMissing;
}
async function publishedArchive({ decision, packaged: packaged2 }) {
  let holders = decision.sightings.filter(({ presence }) => isHeld(presence)), fetched = await allOf(
    holders.map(async ({ target, presence, evidence }) => {
      let digest2 = presence.digest, chart = await target.fetch({ ref: packaged2, digest: digest2 }), differences = chart.archiveDigest === packaged2.digest ? [] : differencesOf(chart.archive, packaged2.archive);
      if (differences.length > 0)
        throw otherContent(evidence.reference, differences, { published: chart.archive, packaged: packaged2 });
      return chart;
    })
  ), [first] = fetched;
  if (!first) return;
  let { archive, archiveDigest: digest, provenance: text2 } = first;
  return { archive, digest, ...text2 && { provenance: { text: text2 } } };
}
async function withProvenance(run, chart) {
  let signer = await run.provenance();
  return !signer || chart.provenance ? chart : { ...chart, provenance: { text: await signer.sign(chart), publicKey: signer.publicKey } };
}
function subjectOf({ signs }, { repository, digest }, { archive }) {
  return { repository, digest, ...signs === "archive" && { archive } };
}
function differencesOf(published, packaged2) {
  try {
    return packageDifferences(published, packaged2);
  } catch (error) {
    return [asReleaseError(error).message];
  }
}
function otherContent(reference, differences, { published, packaged: packaged2 }) {
  let [changed] = changedIn(published, packaged2);
  if (!changed) return foreignContent(reference, differences);
  let { name, version, repository } = changed;
  return new ReleaseError(
    "DEPENDENCY_CHANGED",
    `${reference} holds other files of ${name} ${version} than ${repository} gives now: ${differences.slice(0, 3).join("; ")}.`,
    {
      hint: `What is published stays as it is, and is neither signed nor copied. Ask whoever runs the repository why ${name} ${version} changed; to package what is there now, raise the version of ${packaged2.name}.`
    }
  );
}
function changedIn(published, { archive, resolved = [] }) {
  try {
    return changedDependencies(published, archive, resolved);
  } catch {
    return [];
  }
}
function foreignContent(reference, differences) {
  return new ReleaseError(
    "PUBLISHED_CONTENT_DIFFERS",
    `${reference} does not hold what git packages for this version: ${differences.slice(0, 3).join("; ")}.`,
    {
      hint: "Nothing is signed or copied that was not packaged from git. Find out who replaced it, and release a new version."
    }
  );
}

// src/pipeline/attestation/store-with-github.ts
var AT_ONCE2 = 2;
function attestationsForGitHub(run) {
  let gate2 = createLimiter(AT_ONCE2), isOver = run.settings.githubToken === void 0;
  return async (release3) => {
    let { attestation, staged } = release3, [first] = staged;
    return !attestation || !first ? release3 : gate2(async () => {
      if (isOver) return release3;
      let about = { digest: first.artifact.digest, mayBeThere: !attestation.isNew }, stored = await run.github.storeAttestation(attestation.bundle.json, about);
      if (stored.result === "stored") return { ...release3, attestation: { ...attestation, isWithGitHub: !0 } };
      isOver = !0;
      let what = `GitHub stores no attestations of this run (${stored.reason}); they are beside the charts.`;
      return stored.result === "failed" ? run.warn(what) : stored.result === "unreachable" ? run.platform.log.info(what) : run.platform.log.info(`${what} To have them there, too: \`permissions: { attestations: write }\`.`), release3;
    });
  };
}

// src/pipeline/publish/read-back.ts
function readBack({ staged }) {
  let stored = staged.filter(({ target, published }) => target.signs === "manifest" && !published);
  return new Map(stored.map(({ target, artifact }) => [target, shared(target.fetch(artifact))]));
}

// src/pipeline/publish/record-adoptions.ts
async function recordAdoptions(release3) {
  let { decision, packaged: packaged2, staged } = release3, isForeign = (target) => decision.sightings.some(
    ({ target: one2, presence }) => one2 === target && presence.state === "present" && presence.fingerprint === void 0
  ), { fingerprint: fingerprint2, appVersion, revision } = packaged2, record = { fingerprint: fingerprint2, revision, ...appVersion !== void 0 && { appVersion } }, recorded = staged.map(async (one2) => !one2.published || !isForeign(one2.target) ? one2 : (await one2.target.recordAdoption(one2.artifact, record), { ...one2, wasAdopted: !0 }));
  return { ...release3, staged: await allOf(recorded) };
}

// src/pipeline/attestation/build-provenance.ts
var BUILD_TYPE = "https://github.com/release-charts/release-charts/blob/main/docs/build-type-v1.md";
function buildProvenance({ chart, helm, inputs }) {
  let { name, version, path } = chart;
  return (run) => ({
    buildDefinition: {
      buildType: BUILD_TYPE,
      externalParameters: { workflow: workflowIn(run), inputs, chart: { path, name, version } },
      internalParameters: { github: circumstances(run) },
      resolvedDependencies: dependencies(run, chart, helm)
    },
    runDetails: { builder: { id: run.builder }, metadata: { invocationId: run.invocation } }
  });
}
function workflowIn({ repository, ref, workflow }) {
  let path = workflow.replace(`${repository}/`, "").replace(/@.*$/, "");
  return { ref, repository, path };
}
function circumstances({ event, environment, repositoryId, ownerId }) {
  return {
    event_name: event,
    ...repositoryId !== void 0 && { repository_id: repositoryId },
    ...ownerId !== void 0 && { repository_owner_id: ownerId },
    ...environment !== void 0 && { runner_environment: environment }
  };
}
function dependencies({ repository, ref, commit }, { revision, resolved = [] }, helm) {
  return [
    { uri: `git+${repository}@${ref}`, digest: { gitCommit: commit } },
    { name: "release commit", uri: `git+${repository}`, digest: { gitCommit: revision } },
    ...resolved.map(dependencyChart),
    { name: "helm", uri: `pkg:github/helm/helm@v${helm}` }
  ];
}
function dependencyChart({ name, version, repository, digest }) {
  let uri = repository.startsWith("oci://") ? `${repository}/${name}` : repository;
  return { name, uri, digest: { sha256: digest.slice(7) }, annotations: { version } };
}

// src/pipeline/attestation/attest.ts
function isToBeAttested({ settings }, { isCopied }, inspected, signing) {
  let { one: one2, isShown } = inspected;
  return settings.provenance && !isCopied && !one2.published && !isShown && !holdsForeign(inspected, signing);
}
function holdsForeign({ one: one2, stored }, { verifier, ours }) {
  if (one2.target.signs === "manifest") return !1;
  let question = { digest: one2.artifact.digest, predicateType: PROVENANCE };
  return (stored?.bundles.filter(({ predicateType }) => predicateType === PROVENANCE) ?? []).some((bundle) => verifier.attestation(question, [bundle], ours) === void 0);
}
async function attest(run, release3, { inspected, wanted: wanted2 }, signing) {
  if (wanted2.length === 0) return;
  let found = foundOnAny(inspected, wanted2, signing);
  if (found) return { ...found, isNew: !1 };
  let made = await signing.signer.attest({
    subjects: subjectsOf(release3, wanted2),
    predicateType: PROVENANCE,
    predicate: buildProvenance(await buildOf2(run, release3))
  });
  return made && { ...made, isNew: !0 };
}
function foundOnAny(inspected, wanted2, { verifier, ours }) {
  let bundles = inspected.flatMap(({ stored }) => stored?.bundles ?? []).filter(isProvenance);
  for (let bundle of bundles) {
    let about = wanted2.map(
      ({ one: one2 }) => verifier.attestation({ digest: one2.artifact.digest, predicateType: PROVENANCE }, [bundle], ours)
    ), [first] = about;
    if (first && about.every((one2) => one2 !== void 0)) return first;
  }
}
function isProvenance({ predicateType }) {
  return predicateType === PROVENANCE || predicateType === "";
}
function subjectsOf({ packaged: packaged2 }, wanted2) {
  let manifests = wanted2.flatMap(
    ({ one: { target, artifact } }) => target.signs === "manifest" ? [{ name: artifact.repository, digest: artifact.digest }] : []
  );
  return [...new Map(manifests.map((subject) => [`${subject.name}@${subject.digest}`, subject])).values(), { name: archiveNames(packaged2).archive, digest: packaged2.digest }];
}
async function buildOf2(run, { packaged: packaged2 }) {
  let { secrets } = run.platform, inputs = Object.entries(run.settings.effective).map(
    ([name, { value }]) => [name, secrets.redactData(value)]
  );
  return { chart: packaged2, helm: (await run.helm()).version, inputs: Object.fromEntries(inputs) };
}

// src/pipeline/publish/sign.ts
function beginSigning(run, release3, inspected, signing) {
  let wanted2 = inspected.filter((each) => isToBeAttested(run, release3, each, signing));
  return {
    signatures: inspected.map(
      ({ one: one2, isSigned: isSigned2 }) => shared(isSigned2 ? Promise.resolve(void 0) : signing.signer.sign(one2.subject))
    ),
    wanted: wanted2,
    attesting: shared(attest(run, release3, { inspected, wanted: wanted2 }, signing))
  };
}
async function sign(run, release3, ahead) {
  let signing = await signingOf(run, placeOf3(release3));
  if (!signing) return release3;
  let inspected = await allOf(release3.staged.map((one2) => inspect(one2, signing))), { signatures, wanted: wanted2, attesting } = await ahead ?? beginSigning(run, release3, inspected, signing), isWanted = ({ one: one2 }) => wanted2.some((each) => each.one.target === one2.target), staged = await allOf(
    inspected.map(
      async (each, index) => store(each, await signatures[index], isWanted(each) ? await attesting : void 0)
    )
  ), attestation = await attesting, made = staged.some((one2) => one2.signatures !== void 0);
  return run.platform.log.info(`${releaseName(release3)}: ${made ? "signed" : "signed by an earlier run already"}`), { ...release3, staged, ...attestation && { attestation } };
}
async function inspect(one2, { verifier, ours }) {
  let { target, artifact, subject } = one2;
  if (artifact.isNew) return { one: one2, isSigned: !1 };
  let stored = await target.signatures(artifact), isShown = one2.published || await target.isPartlyShown?.(artifact.ref), { missing } = await verifier.judge(subject, stored, ours);
  return missing.length > 0 && target.signs === "archive" && await requireNoOther(one2, stored, verifier), { one: one2, stored, isShown, isSigned: missing.length === 0 };
}
async function store({ one: one2, stored }, signatures, attestation) {
  let { target, artifact } = one2, isThere2 = stored?.bundles.some(({ json }) => attestation && Buffer.from(json).equals(attestation.bundle.json)), made = { ...signatures && { signatures }, ...attestation && !isThere2 && { attestation } }, signed = { ...one2, ...made, ...attestation && { isAttested: !0 } };
  return made.signatures || made.attestation ? (await target.attach(artifact, attachable(made)), signed) : await target.tidySignatures?.(artifact) ? { ...signed, wasTidied: !0 } : signed;
}
function attachable({ signatures, attestation }) {
  return {
    ...signatures?.legacy && { legacy: signatures.legacy },
    bundles: [...signatures?.bundles ?? [], ...attestation ? [attestation.bundle] : []],
    signedAt: signatures?.signedAt ?? attestation?.signedAt ?? /* @__PURE__ */ new Date(0)
  };
}
async function requireNoOther({ artifact, subject }, { bundles }, verifier) {
  for (let bundle of bundles.filter(({ predicateType }) => predicateType === "")) {
    let signer = await verifier.signerOf(subject, bundle).catch(isInvalid);
    if (signer) throw foreignSignature(artifact, signer.subject);
  }
}
function isInvalid(error) {
  if (!(error instanceof ReleaseError && error.code === "SIGNATURE_INVALID"))
    throw error;
}
function foreignSignature({ ref, repository }, subject) {
  let { archive, signature: signature2 } = archiveNames(ref), what = `${archive} of ${repository} is signed by ${subject}, which is not a workflow of this repository`;
  return new ReleaseError("ARCHIVE_SIGNATURE_FOREIGN", `${what}. That signature is not replaced.`, {
    hint: `If it is to be trusted, name it under \`trusted-signers\` in the config file. If nobody needs it, remove ${signature2}, and run again.`
  });
}

// src/pipeline/publish/sign-ahead.ts
var BUNDLES = 2;
async function signAhead(run, release3) {
  let { staged } = release3, signing = staged.every(({ artifact, target }) => artifact.isNew && target.signs === "manifest") ? await signingOf(run, placeOf3(release3)) : void 0;
  if (signing) {
    for (let { target, artifact } of staged) target.makeRoom?.(artifact, BUNDLES);
    return beginSigning(
      run,
      release3,
      staged.map((one2) => ({ one: one2, isSigned: !1 })),
      signing
    );
  }
}
async function withLogged(thrown, ahead, release3) {
  let error = asReleaseError(thrown), started = await ahead.catch(() => {
  }), sets = (await Promise.allSettled(started?.signatures ?? [])).flatMap((one2) => one2.status === "fulfilled" && one2.value ? [one2.value] : []);
  await started?.attesting.catch(() => {
  });
  let indexes2 = sets.flatMap(logIndexes);
  if (indexes2.length === 0) return error;
  let logged = `The log holds signatures of ${releaseName(release3)} (log index ${indexes2.join(", ")}), and storing it failed`;
  return new ReleaseError(error.code, `${logged}: ${error.message}`, { hint: error.hint, at: error.at, cause: error });
}
function logIndexes({ bundles }) {
  return bundles.flatMap(({ json }) => {
    let { verificationMaterial } = JSON.parse(Buffer.from(json).toString());
    return verificationMaterial?.tlogEntries?.flatMap(({ logIndex }) => logIndex ?? []) ?? [];
  });
}

// src/pipeline/publish/verify.ts
var MAX_ATTACHED = 3;
async function verify(run, release3, read3 = /* @__PURE__ */ new Map()) {
  let signing = await signingOf(run, placeOf3(release3));
  return await allOf(
    release3.staged.map(
      (one2) => verifyOn(one2, release3.packaged, { signing, fetched: read3.get(one2.target) ?? one2.target.fetch(one2.artifact) })
    )
  ), run.platform.log.info(`${releaseName(release3)}: read back and verified`), release3;
}
async function verifyOn(one2, chart, { signing, ...evidence }) {
  let { target, artifact, signatures, attestation } = one2, fetched = await evidence.fetched, subject = { ...one2.subject, ...one2.subject.archive && { archive: fetched.archive } };
  if (one2.published || requireUnchanged(artifact, chart, fetched), !!signing) {
    if (signatures || attestation) return verifyMade({ ...one2, subject }, signing);
    await requireSigned({ ...one2, subject }, await target.signatures(artifact), signing);
  }
}
async function requireSigned({ artifact, subject }, stored, { verifier, ours }) {
  let { missing } = await verifier.judge(subject, stored, ours);
  if (missing.length !== 0)
    throw new ReleaseError(
      "SIGNATURE_LOST",
      `A signature of ${artifact.repository} was there and is gone (${missing.join(", ")}).`,
      {
        hint: "Something deletes untagged versions or signatures in the registry while this run works; stop it and run again."
      }
    );
}
function requireUnchanged({ repository }, chart, fetched) {
  let hint3 = "The registry, or something between it and here, changes what is stored; nothing was made visible.";
  if (fetched.archiveDigest !== chart.digest)
    throw new ReleaseError(
      "READ_BACK_DIFFERS",
      `${repository} gives ${shortDigest(fetched.archiveDigest)} for the archive that was stored as ${shortDigest(chart.digest)}.`,
      { hint: hint3 }
    );
  let [stored, found] = [chart.provenance?.text ?? [], fetched.provenance ?? []].map((bytes) => Buffer.from(bytes));
  if (stored && found && !stored.equals(found))
    throw new ReleaseError("READ_BACK_DIFFERS", `${repository} gives another provenance file than was stored.`, {
      hint: hint3
    });
}
async function verifyMade(one2, signing) {
  let { target, artifact, subject, signatures } = one2;
  for (let attempt4 = 1; ; attempt4 += 1) {
    let stored = await target.signatures(artifact);
    try {
      return signatures ? await signing.verifier.verifyOwn(subject, stored, signatures) : await requireSigned(one2, stored, signing), requireAttested(one2, stored, signing);
    } catch (error) {
      if (asReleaseError(error).code !== "SIGNATURE_MISSING" || attempt4 === MAX_ATTACHED) throw error;
      await target.attach(artifact, attachable(one2));
    }
  }
}
function requireAttested({ artifact, attestation }, { bundles }, signing) {
  if (!attestation) return;
  let { json, predicateType } = attestation.bundle, found = bundles.filter((bundle) => Buffer.from(bundle.json).equals(json)), what = `The build provenance of ${artifact.repository}@${artifact.digest}`;
  if (found.length === 0)
    throw new ReleaseError("SIGNATURE_MISSING", `${what} was stored, but does not come back unchanged`, {
      hint: "Something between this run and the registry changed it."
    });
  if (!signing.verifier.attestation({ digest: artifact.digest, predicateType }, found, signing.ours))
    throw new ReleaseError("SIGNATURE_INVALID", `${what} does not verify`);
}
function loadInHelm(run, releases) {
  let published = releases.filter((release3) => release3.staged.some((one2) => one2.published));
  return published.length === 0 ? Promise.resolve(/* @__PURE__ */ new Map()) : run.helm().then(
    (helm) => lintArchives(
      published.map(({ packaged: packaged2 }) => ({
        chart: packaged2,
        ...lintable(packaged2, readArchive(packaged2.archive)),
        ...packaged2.linting && { linting: packaged2.linting }
      })),
      { helm, files: run.platform.files, warn: run.warn }
    )
  );
}

// src/pipeline/publish/stage-sign-verify.ts
var CHARTS_AT_ONCE5 = 24;
async function stageSignVerify(run, plannedRun, releases, stageOne = (release3, onKnown) => stage({ ...run, targets: targetsOf(placeOf3(release3), run.targets, run.settings) }, release3, onKnown)) {
  let { charts } = plannedRun.sources, storeWithGitHub = attestationsForGitHub(run), [staging, signing, verifying] = [gate(), gate(), gate()], proven = await eachChart(charts, releases, async (release3) => {
    let { staged, ahead } = await staging(() => stageAndSign(run, release3, stageOne)), read3 = readBack(staged), signed = await signing(async () => recordAdoptions(await sign(run, staged, ahead)));
    return storeWithGitHub(await verifying(() => verify(run, signed, read3)));
  }), unloadable = await loadInHelm(run, proven.done), done = proven.done.filter((release3) => !unloadable.has(release3.path));
  return withoutDependents(charts, { done, failed: new Map([...proven.failed, ...unloadable]) });
}
async function stageAndSign(run, release3, stageOne) {
  let begun, begin = (known3) => {
    begun = { known: known3, ahead: shared(signAhead(run, known3)) };
  };
  try {
    return { staged: await stageOne(release3, begin), ahead: begun?.ahead };
  } catch (error) {
    throw begun ? await withLogged(error, begun.ahead, begun.known) : error;
  }
}
var gate = () => createLimiter(CHARTS_AT_ONCE5);

// src/pipeline/half-released/trust.ts
async function requireAccountable(run, head, half, { packaged: packaged2 }) {
  let { release: release3 } = half;
  if (release3.overlay.size === 0 && await isOnBranch(run, release3, head)) return;
  let [signing, provenance] = [await signingOf(run, half.today), await run.provenance()], isSigned2 = signing === void 0, hasProvenance = provenance === void 0;
  for (let { target, presence } of publicIn(half)) {
    let known3 = presence.state === "present" ? presence : unlisted(packaged2.digest), artifact = target.adopt(release3, known3), fetched = presence.state === "present" ? await target.fetch(artifact) : {}, subject = subjectOf(target, artifact, { archive: fetched.archive ?? packaged2.archive }), stored = signing && await target.signatures(artifact);
    isSigned2 ||= stored !== void 0 && (await signing?.verifier.judge(subject, stored, signing.ours))?.missing.length === 0, hasProvenance ||= fetched.provenance !== void 0;
  }
  if (!isSigned2 || !hasProvenance) throw unverified(release3);
}
function publicIn({ sightings: sightings2, evidence }) {
  return sightings2.filter((_, index) => ["same", "partly"].includes(evidence[index]?.state ?? ""));
}
function unlisted(digest) {
  return { state: "present", digest, signed: "none" };
}
async function isOnBranch({ platform: { git } }, { commit }, head) {
  return await git.isAncestor(commit, head) ? !0 : await git.isShallow() ? (await git.unshallow(), git.isAncestor(commit, head)) : !1;
}

// src/pipeline/half-released/complete.ts
async function completeHalfReleases(run, plannedRun, { completions }) {
  return plannedRun.halfReleases.halves.length === 0 ? /* @__PURE__ */ new Map() : run.steps.during("Finish half releases", () => completeAll(run, plannedRun, completions));
}
async function completeAll(run, plannedRun, completions) {
  for (let round of roundsOf(plannedRun.halfReleases.halves)) {
    let results = await completeRound(run, plannedRun, round).catch((error) => asReleaseError(error));
    for (let half of round) {
      let result = results instanceof ReleaseError ? results : results.get(half.release.path) ?? lost2(half), problem2 = half.problem ?? (result instanceof ReleaseError && halfReleaseProblem(half, result));
      completions.set(half, problem2 || result);
    }
  }
  return completions;
}
function lost2({ release: { name, version } }) {
  return new ReleaseError("BUG_UNEXPECTED", `${name} ${version} was neither published nor refused.`);
}
function roundsOf(halves) {
  let rounds = [];
  for (let half of halves) {
    let free = rounds.find((round) => round.every(({ release: release3 }) => release3.path !== half.release.path));
    free ? free.push(half) : rounds.push([half]);
  }
  return rounds;
}
async function completeRound(run, plannedRun, round) {
  let results = /* @__PURE__ */ new Map(), then = async (step) => {
    let { done, failed: failed2 } = await step;
    for (let [path, error] of failed2) results.set(path, error);
    return done;
  }, halfOf = new Map(round.map((half) => [half.release.path, half])), stageOne = (release3) => {
    let half = halfOf.get(release3.path);
    return half ? stageHalf(run, plannedRun, half, release3) : stage(run, release3);
  }, allowed = await then(preflight(round)), packaged2 = await then(packageAll(run, allowed)), charts = new Map(round.flatMap(({ source }) => [...source?.sources.charts ?? []])), there = { ...plannedRun, sources: { ...plannedRun.sources, charts } }, proven = await then(stageSignVerify(run, there, packaged2, stageOne)), claimed = await then(claim(run, there, proven)), apart = /* @__PURE__ */ new Map();
  for (let release3 of await then(promote(run, there, claimed, apart))) results.set(release3.path, release3);
  return results;
}
async function preflight(round) {
  let failed2 = /* @__PURE__ */ new Map(), done = [];
  for (let half of round) {
    let { source, release: release3 } = half;
    if (!source) continue;
    let missing = half.sightings.filter(({ presence }) => presence.state === "absent"), findings = await Promise.all(missing.map(({ target }) => target.preflight([release3]).catch(problemsIn))), created = findings.flat().length > 0 ? [] : missing.map(({ target }) => target.createMissing?.([release3]) ?? []), [problem2] = [...findings, ...await Promise.all(created)].flat();
    problem2 ? failed2.set(release3.path, problem2) : done.push({ path: release3.path, half, source });
  }
  return { done, failed: failed2 };
}
async function packageAll(run, ready) {
  let asked2 = await allOf(ready.map(async (one2) => ({ ...one2, request: await requestFor(run, one2) }))), requests = asked2.map(({ request }) => request), made = ready.length > 0 ? await packageCharts(requests, await run.buildContext()) : /* @__PURE__ */ new Map(), failed2 = /* @__PURE__ */ new Map(), done = [];
  for (let { path, half, source, request } of asked2) {
    let packaged2 = made.get(path) ?? new ReleaseError("BUG_UNEXPECTED", `${path} was not packaged.`);
    if (packaged2 instanceof ReleaseError) failed2.set(path, packaged2);
    else {
      let [decision, today] = [decisionOf(half, source.chart), half.today], notes = await releaseText(run, { decision, request, today });
      done.push({ path, today, decision, packaged: { ...packaged2, notes } });
    }
  }
  return { done, failed: failed2 };
}
async function requestFor({ facts, platform: { git } }, { path, source, half }) {
  let { release: release3, sightings: sightings2 } = half, { commit, overlay, fingerprint: fingerprint2, version, name } = release3, committedAt = await git.commitTime(commit), request = { ...{ path, sources: source.sources, overlay, fingerprint: fingerprint2, version }, commit, committedAt, repositoryUrl: facts.repositoryUrl };
  return withPublishedLock(request, name, sightings2).catch(() => request);
}
async function packageHalves(run, halves) {
  let rounds = roundsOf(halves).map(
    (round) => round.flatMap((half) => half.source ? [{ path: half.release.path, half, source: half.source }] : [])
  );
  return (await allOf(rounds.map((ready) => packageAll(run, ready)))).flatMap(({ done }) => done);
}
function decisionOf(half, chart) {
  return {
    chart,
    action: "publish",
    version: half.release.version,
    reason: halfReleased(half),
    bump: { setting: "none", source: "default" },
    findings: [],
    follows: [],
    edits: {},
    desired: { evidence: !1 },
    sightings: half.sightings
  };
}
async function stageHalf(run, { head }, half, release3) {
  await requireAccountable(run, head, half, release3);
  let targets = targetsOf(half.today, run.targets, run.settings).filter(({ address }) => half.release.targets.includes(address));
  return stage({ ...run, targets }, release3);
}

// src/pipeline/handover/to-json.ts
function handoverJson(handover, redact) {
  let { run, head, bumpedAt, helm, packages } = handover, { repository, runId, sha } = run, data = {
    schema: 1,
    run: { repository, runId, sha },
    head,
    bumpedAt: Math.floor(bumpedAt.getTime() / 1e3),
    helm,
    evidence: [...handover.evidence].map(
      ([key, found]) => found instanceof ReleaseError ? { key, problem: problemData(found, redact) } : { key, findings: found.map((finding2) => withoutSecrets(finding2, redact)) }
    ),
    comparisons: [...handover.comparisons].map(([key, same]) => ({ key, same })),
    packages: packages.map(({ name, version, digest, bytes }) => ({ name, version, digest, bytes })),
    failed: [...handover.failed].map(([path, problem2]) => ({ path, problem: problemData(problem2, redact) }))
  };
  return `${JSON.stringify(data)}
`;
}
function problemData({ code: code2, message, hint: hint3, at }, redact) {
  return {
    code: code2,
    message: redact(message),
    ...hint3 !== void 0 && { hint: redact(hint3) },
    ...at !== void 0 && { at }
  };
}
function withoutSecrets({ text: text2, was, is, ...finding2 }, redact) {
  return {
    ...finding2,
    text: redact(text2),
    ...was !== void 0 && { was: redact(was) },
    ...is !== void 0 && { is: redact(is) }
  };
}

// src/pipeline/handover/hand-over.ts
var NO_HELM = "none";
async function handOver(run, relay, { head }, { packaged: packaged2, progress }) {
  let folder = run.settings.handover;
  if (folder === void 0) throw new ReleaseError("BUG_UNEXPECTED", "There is no folder to hand over in.");
  let { files, journal, secrets } = run.platform, archives = new Map(packaged2.map(({ packaged: chart }) => [archiveName(chart), chart])), json = handoverJson(
    {
      ...relay.recorded,
      run: run.facts,
      head,
      bumpedAt: relay.bumpedAt,
      failed: progress.failed,
      // A run with nothing to package needs no Helm.
      helm: archives.size > 0 ? (await run.helm()).version : NO_HELM,
      packages: [...archives.values()].map(handed)
    },
    secrets.redact
  );
  return await journal.effect("handover", async () => {
    for (let [name, { archive }] of archives) await files.write(`${folder}/${name}`, archive);
    await files.write(`${folder}/${HANDOVER_FILE}`, json);
  }), digestOf(json);
}
function handed({ name, version, digest, archive }) {
  return { name, version, digest, bytes: archive.length };
}

// src/chart/edit/splice.ts
var PLAIN = /^[A-Za-z0-9^~](?:[A-Za-z0-9._+@/^~-]|:(?=[A-Za-z0-9]))*$/, NUMBER_ELSEWHERE = /^(?:[\d_]+[eE][-+]?\d+|0[xXoObB].*|\d{4}-\d\d?-\d\d?.*|\d[\d_]*(?::\d+)+.*)$/;
function replaceScalar(text2, span, value, file) {
  let old = text2.slice(span.start, span.end);
  if (/^[|>]/.test(old) || old.includes(`
`))
    throw new ReleaseError("CHART_EDIT_REFUSED", `${file} has a value over several lines where one is to be set`, {
      hint: "Write the value on the line of its key.",
      at: { file, line: span.line, column: span.column }
    });
  let written = inStyleOf(old, value);
  written !== value && requireNoTabBelow(text2, span.end, file);
  let gap = old === "" && /\S/.test(text2[span.start - 1] ?? " ") ? " " : "";
  return text2.slice(0, span.start) + gap + written + text2.slice(span.end);
}
function scalarText(value) {
  return PLAIN.test(value) && goScalar(value).kind === "string" && !NUMBER_ELSEWHERE.test(value) ? value : doubleQuoted(value);
}
function inStyleOf(old, value) {
  return old.startsWith("'") ? `'${value.replaceAll("'", "''")}'` : old.startsWith('"') ? doubleQuoted(value) : scalarText(value);
}
function doubleQuoted(value) {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}

// src/chart/edit/edit.ts
function setVersion(manifest, version) {
  if (!parseVersion(version)) {
    let what = `${JSON.stringify(version.slice(0, 140))} is not a version that a chart can have`;
    throw new ReleaseError("CHART_VERSION_INVALID", what, { at: { file: manifest.file } });
  }
  let text2 = replaced(manifest, [[manifest.versionSpan, version]]);
  return verified(text2, manifest, (read3) => read3.version === version);
}
function setAppVersion(manifest, value) {
  if (value === "" || sanitise(value) !== value || hasOddCharacter(value)) {
    let what = `${JSON.stringify(value.slice(0, 80))} can't be an appVersion: it is empty or holds what can't be printed`;
    throw new ReleaseError("APP_VERSION_INVALID", what, { at: { file: manifest.file } });
  }
  let span = manifest.appVersionSpan, text2 = span ? replaced(manifest, [[span, value]]) : withAppVersion(manifest, value);
  return verified(text2, manifest, (read3) => read3.appVersion === value && read3.version === manifest.version);
}
function setDependencyVersion(text2, dependency, constraint, file = "Chart.yaml") {
  if (!isConstraint(constraint))
    throw new ReleaseError(
      "CONSTRAINT_INVALID",
      `${JSON.stringify(constraint.slice(0, 80))} is not a version constraint`
    );
  if (!dependency.versionSpan)
    throw new ReleaseError("CHART_EDIT_REFUSED", `The dependency ${dependency.name} has no version to change`);
  return replaced({ text: text2, file }, [[dependency.versionSpan, constraint]]);
}
function updateLock(lock, versions, digest) {
  let changes = [[lock.digestSpan, digest]];
  for (let [index, version] of versions) {
    let entry = lock.entries[index];
    if (!entry) throw new ReleaseError("BUG_UNEXPECTED", `${lock.file} has no entry ${index}`);
    changes.push([entry.versionSpan, version]);
  }
  return replaced(lock, changes);
}
function replaced({ text: text2, file }, changes) {
  let after = [...changes].sort(([a], [b]) => b.start - a.start).reduce((edited, [span, value]) => replaceScalar(edited, span, value, file), text2), texts = new Map(changes.map(([{ start }, value]) => [start, value]));
  return requireOnly(treeOf(text2, { file, code: "CHART_EDIT_REFUSED" }, texts), { before: text2, after, file });
}
function withAppVersion(manifest, value) {
  let { text: text2, versionSpan: versionSpan2 } = manifest, lineStart2 = text2.lastIndexOf(`
`, versionSpan2.start - 1) + 1, newline = text2.indexOf(`
`, versionSpan2.end), lineEnd = newline < 0 ? text2.length : newline + 1, key = /^\ufeff?( *)(["']?)version\2 *:/i.exec(text2.slice(lineStart2, versionSpan2.start));
  if (!key || !/^[ \t]*(?:#[^\n]*)?\r?\n?$/.test(text2.slice(versionSpan2.end, lineEnd))) throw noPlace(manifest);
  let scalar = scalarText(value);
  scalar !== value && requireNoTabBelow(text2, versionSpan2.end, manifest.file);
  let line = `${key[1]}appVersion: ${scalar}`, eol = text2.slice(versionSpan2.end, lineEnd).endsWith(`\r
`) ? `\r
` : `
`, added = newline < 0 ? `${text2.includes(`\r
`) ? `\r
` : `
`}${line}` : `${line}${eol}`, after = text2.slice(0, lineEnd) + added + text2.slice(lineEnd), tree = treeOf(text2, { file: manifest.file, code: "CHART_EDIT_REFUSED" }), expected = tree instanceof Map ? new Map([...tree, ["appVersion", value]]) : tree;
  return requireOnly(expected, { before: text2, after, file: manifest.file });
}
function noPlace({ file, versionSpan: versionSpan2 }) {
  return new ReleaseError("CHART_EDIT_REFUSED", `${file} has no appVersion, and no line of its own for \`version\``, {
    hint: 'Add `appVersion: "0"` by hand once; from then on it is replaced.',
    at: { file, line: versionSpan2.line }
  });
}
function verified(text2, manifest, isAsMeant2) {
  let { file, versionSpan: versionSpan2, name } = manifest, at = { file, line: versionSpan2.line }, cause;
  try {
    let read3 = readChartYaml(text2, file);
    if (read3.name === name && isAsMeant2(read3)) return text2;
  } catch (error) {
    cause = error;
  }
  let hint3 = "Write `version` and `appVersion` as plain lines of their own.";
  throw new ReleaseError("CHART_EDIT_REFUSED", `${file} can't be changed without changing more`, { at, hint: hint3, cause });
}

// src/chart/edit/move-constraint.ts
function moveConstraint(constraint, version) {
  let to = readHelmVersion(version);
  if (!to || !isConstraint(constraint)) return version;
  if (satisfies(version, constraint)) return constraint;
  let start = constraint.includes("||") ? constraint.lastIndexOf("||") + 2 : 0, group = constraint.slice(start);
  return [!1, !0].map((isWhole2) => constraint.slice(0, start) + moveGroup(group, to, isWhole2)).find((one2) => isConstraint(one2) && satisfies(version, one2)) ?? version;
}
function moveGroup(group, to, isWhole2) {
  let range = hyphenRange(group);
  if (range) {
    let [lower, upper] = [moveGroup(`>=${range[0]}`, to, isWhole2), moveGroup(`<=${range[1]}`, to, !1)];
    return group.replace(range[0], () => lower.slice(2)).replace(/(\s-\s+)\S+/, (_, dash) => dash + upper.slice(2));
  }
  return (parseGroup(group) ?? []).toReversed().reduce((text2, term) => text2.slice(0, term.start) + moveTerm(term, text2, to, isWhole2) + text2.slice(term.end), group);
}
function moveTerm(term, group, to, isWhole2) {
  let written = group.slice(term.start, term.end), [head = ""] = /^[^\dxX*|]*/.exec(written) ?? [];
  switch (term.operator) {
    case "!=":
      return written;
    case "<":
      return holds({ ...to, pre: "" }, term) ? written : head + above(term, to);
    case "<=":
    case "=<":
      return holds(to, term) ? written : head + asPrecise(term, to);
    case ">":
      return holds(to, term) ? written : `>=${versionText(to)}`;
    case "":
    case "=":
      return isWhole2 && term.open ? asOperator[term.open] + versionText(to) : head + asPrecise(term, to);
    default:
      return isWhole2 ? head + versionText(to) : holds(to, term) ? written : head + asPrecise(term, to);
  }
}
var asOperator = { major: ">=", minor: "^", patch: "~" };
function versionText({ major, minor, patch, pre }) {
  return `${major}.${minor}.${patch}${pre === "" ? "" : `-${pre}`}`;
}
function asPrecise({ parts, open: open3, bound }, to) {
  let label2 = bound.pre === "0" ? "-0" : to.pre === "" || open3 ? "" : `-${to.pre}`;
  return numbers(parts, [to.major, to.minor, to.patch]) + label2;
}
function above({ parts, open: open3, bound }, { major, minor, patch }) {
  let label2 = bound.pre === "" ? "" : `-${bound.pre}`;
  return open3 === "minor" || bound.minor === 0n && bound.patch === 0n ? numbers(parts, [major + 1n, 0n, 0n]) + label2 : open3 === "patch" || bound.patch === 0n ? numbers(parts, [major, minor + 1n, 0n]) + label2 : numbers(parts, [major, minor, patch + 1n]) + label2;
}
function numbers(parts, values) {
  return parts.flatMap((part, index) => part === "" ? [] : [/^\d+$/.test(part) ? String(values[index]) : part]).join(".");
}

// src/chart/edit/release-edits.ts
function releaseEdits(charts, edits, follows = () => !0) {
  let files = /* @__PURE__ */ new Map(), problems = /* @__PURE__ */ new Map(), moved = new Map(
    [...edits].flatMap(([path, { version }]) => version === void 0 ? [] : [[path, version]])
  );
  for (let chart of charts.values()) {
    let own = edits.get(chart.path), local = chart.local.filter((one2) => !follows(one2) || !moved.has(one2.path) ? !1 : own?.version !== void 0 && own.version !== chart.manifest.version || moved.get(one2.path) !== charts.get(one2.path)?.manifest.version);
    try {
      for (let [path, text2] of editsOf({ ...chart, local }, own, moved)) files.set(path, text2);
    } catch (error) {
      own && problems.set(chart.path, asReleaseError(error));
    }
  }
  return { files, problems };
}
function editsOf(chart, own, moved) {
  let files = /* @__PURE__ */ new Map();
  own && editManifest(files, chart.manifest, own), chart.local.length > 0 && isInStep(chart) && editDependencies(files, chart, moved);
  let originals = [chart.manifest, chart.dependencyFile, ...chart.lock ? [chart.lock] : []];
  return new Map([...files].filter(([path, text2]) => !originals.some((one2) => one2.file === path && one2.text === text2)));
}
function isInStep({ dependencies: dependencies2, local, lock }) {
  return local.every(({ dependency }) => dependency.version === "" || isConstraint(dependency.version)) && (!lock || checkLock(dependencies2, lock).length === 0);
}
function editManifest(files, manifest, { version, appVersion }) {
  let current = manifest, apply = (text2) => {
    files.set(manifest.file, text2), current = readChartYaml(text2, manifest.file);
  };
  version !== void 0 && version !== manifest.version && apply(setVersion(current, version)), appVersion !== void 0 && appVersion !== manifest.appVersion && apply(setAppVersion(current, appVersion));
}
function editDependencies(files, chart, moved) {
  let { file } = chart.dependencyFile;
  for (let local of chart.local) {
    let version = moved.get(local.path);
    if (version === void 0 || local.dependency.version === "" || satisfies(version, local.dependency.version))
      continue;
    let text2 = files.get(file) ?? chart.dependencyFile.text, dependency = dependenciesIn(text2, file)[local.index];
    dependency && files.set(file, setDependencyVersion(text2, dependency, moveConstraint(dependency.version, version)));
  }
  chart.lock && editLock(files, chart, chart.lock, moved);
}
function editLock(files, chart, lock, moved) {
  let found = lockEntriesFor(chart.dependencies, lock), versions = new Map(
    chart.local.flatMap((local) => {
      let [entry, version] = [found[local.index], moved.get(local.path)];
      return entry === void 0 || version === void 0 ? [] : [[lock.entries.indexOf(entry), version]];
    })
  ), dependencies2 = dependenciesIn(
    files.get(chart.dependencyFile.file) ?? chart.dependencyFile.text,
    chart.dependencyFile.file
  ), entries = lock.entries.map((entry, index) => ({ ...entry, version: versions.get(index) ?? entry.version }));
  files.set(lock.file, updateLock(readLock(lock.text, lock.file), versions, lockDigest(dependencies2, entries)));
}
function dependenciesIn(text2, file) {
  return file.endsWith("requirements.yaml") ? readRequirements(text2, file) : readChartYaml(text2, file).dependencies;
}

// src/pipeline/bump/write-bump.ts
var MAX_SUBJECT = 72;
async function writeBump(run, plannedRun, releases) {
  let edits = editsOf2(run, plannedRun, releases), made = releaseEdits(plannedRun.sources.charts, edits, versionsStayOutOfGit(run) ? isByFolder : void 0), notes = await notesEdits(run, plannedRun, releases, made.files), files = new Map([...made.files, ...notes.files]), all = [...made.problems, ...notes.problems], problems = new Map(all.filter(([path]) => releases.some(({ chart }) => chart.path === path))), none = /* @__PURE__ */ new Map(), nothing = { overlay: none, files: none, message: "", changed: /* @__PURE__ */ new Set(), problems }, unchanged = { ...nothing, commit: plannedRun.head, sources: plannedRun.sources };
  if (files.size === 0 || problems.size > 0) return unchanged;
  let paths = [...plannedRun.sources.charts.keys()];
  if (versionsStayOutOfGit(run)) {
    let laidOver = await run.history.sourcesAt(plannedRun.head, paths, files);
    return { ...unchanged, sources: fromWherePublished(laidOver, plannedRun.published), overlay: files };
  }
  let message = messageOf(releases), commit = await run.platform.git.commit(plannedRun.head, files, message, bumpTime(run)), sources = fromWherePublished(await run.history.sourcesAt(commit, paths), plannedRun.published), changed = new Set(
    [...sources.charts.values()].filter((chart) => differs2(chart.path, plannedRun.sources, sources)).map(({ path }) => path)
  );
  return { ...nothing, commit, sources, files, message, changed };
}
function editsOf2(run, plannedRun, releases) {
  let left = versionsStayOutOfGit(run) ? plannedRun.decisions.filter((decision) => decision.action === "leave") : [];
  return new Map([
    ...plannedRun.decisions.filter(isRaisedByHand).map(({ chart, version }) => [chart.path, { version }]),
    ...[...left, ...releases].map(({ chart, edits, ...decision }) => {
      let { version } = decision;
      return [chart.path, isRaisedByHand({ ...decision, edits }) ? { ...edits, version } : edits];
    })
  ]);
}
function isRaisedByHand({ action, edits }) {
  return action === "publish" && edits.version === void 0;
}
function differs2(path, before, after) {
  let [old, now] = [before.charts.get(path), after.charts.get(path)];
  return old?.fingerprint !== now?.fingerprint || old?.manifest.text !== now?.manifest.text;
}
function messageOf(releases) {
  let moved = releases.filter(
    (decision) => decision.edits.version !== void 0 || decision.edits.appVersion !== void 0
  ), named4 = moved.map((decision) => `${decision.chart.manifest.name} ${decision.version}`), all = `${OUR_SUBJECT}${named4.join(", ")}`, subject = all.length <= MAX_SUBJECT ? all : `${OUR_SUBJECT}${moved.length} charts`, body = moved.map((decision) => `- ${decision.chart.manifest.name} ${decision.version}: ${decision.reason}`);
  return `${subject}

${body.join(`
`)}

${OUR_TRAILER}: bump
`;
}

// src/pipeline/package/package-commits.ts
async function commitsFor(run, plannedRun, written, releases) {
  let { git } = run.platform, commits = /* @__PURE__ */ new Map(), at = async (path, commit) => {
    commits.set(path, { path, commit, committedAt: await git.commitTime(commit) });
  }, search = [];
  for (let decision of releases) {
    let { path } = decision.chart, claimed = await claimedBefore(run, plannedRun, written, decision), recorded = await recordedCommit(run, decision);
    claimed ? commits.set(path, claimed) : written.changed.has(path) ? await at(path, written.commit) : recorded !== void 0 ? await at(path, recorded) : search.push(written.sources.charts.get(path) ?? decision.chart);
  }
  for (let [path, commit] of await lastChanges(run, written, search)) commits.set(path, { path, ...commit });
  return commits;
}
async function lastChanges({ history }, written, search) {
  let paths = search.map(({ path }) => path), base = written.overlay.size === 0 ? written.sources : await history.sourcesAt(written.commit, paths);
  return history.releaseCommits(
    base,
    paths.flatMap((path) => base.charts.get(path) ?? [])
  );
}
async function claimedBefore(run, plannedRun, written, decision) {
  if (decision.sightings.some(({ presence }) => presence.state === "present")) return;
  let edited = written.overlay.size > 0 ? void 0 : written.sources.charts.get(decision.chart.path), wanted2 = { name: decision.chart.manifest.name, version: decision.version, appVersion: appVersionOf(decision) };
  return claimedRelease(edited ?? decision.chart, wanted2, {
    ...run.history,
    tagTemplate: settingsOf(decision.chart, run.settings).tagTemplate,
    remoteTags: plannedRun.remoteTags,
    bumpsGoToGit: !versionsStayOutOfGit(run)
  });
}
async function recordedCommit(run, decision) {
  for (let { presence } of decision.sightings) {
    if (presence.state !== "present" || presence.revision === void 0 || !await run.platform.git.ensureCommit(presence.revision)) continue;
    if ((await run.history.sourcesAt(presence.revision, [decision.chart.path])).charts.get(decision.chart.path)?.fingerprint === decision.chart.fingerprint) return presence.revision;
  }
}

// src/pipeline/package/package-releases.ts
var FETCHES_AT_ONCE2 = 8;
async function packageReleases(run, plannedRun, written, releases) {
  let planned = await requestsFor(run, plannedRun, written, releases), { requests, failed: failed2 } = await asTargetsHold(planned, releases, plannedRun), results = await packageCharts([...requests.values()], await run.buildContext()), done = [];
  for (let decision of releases) {
    let { path } = decision.chart, request = requests.get(path), packaged2 = results.get(request?.path ?? path);
    request && packaged2 && !(packaged2 instanceof ReleaseError) ? (run.platform.log.info(
      `${packaged2.name} ${packaged2.version}: packaged, ${packaged2.archive.length} bytes, ${shortDigest(packaged2.digest)}`
    ), done.push({ path, decision, packaged: { ...packaged2, notes: await releaseText(run, { decision, request }) } })) : failed2.has(path) || failed2.set(path, notPackaged2(path, packaged2));
  }
  return withoutDependents(plannedRun.sources.charts, { done, failed: failed2 });
}
function notPackaged2(path, outcome) {
  return outcome instanceof ReleaseError ? outcome : new ReleaseError("BUG_UNEXPECTED", `${path} was not packaged.`);
}
async function asTargetsHold(planned, releases, { published }) {
  let requests = new Map(planned), pinned = /* @__PURE__ */ new Map(), failed2 = /* @__PURE__ */ new Map();
  return await mapConcurrent(releases, FETCHES_AT_ONCE2, async ({ chart: { path, manifest }, sightings: sightings2 }) => {
    let request = planned.get(path);
    if (request)
      try {
        let held = await withPublishedLock(request, manifest.name, sightings2), sources = pinned.get(held.sources) ?? asPinned(held.sources, published);
        pinned.set(held.sources, sources), requests.set(path, { ...held, sources });
      } catch (error) {
        requests.delete(path), failed2.set(path, asReleaseError(error));
      }
  }), { requests, failed: failed2 };
}
async function requestsFor(run, plannedRun, written, releases) {
  let commits = await commitsFor(run, plannedRun, written, releases), sourcesOf = /* @__PURE__ */ new Map([[written.commit, written.sources]]);
  for (let [commit, group] of Map.groupBy(
    releases,
    (decision) => commits.get(decision.chart.path)?.commit ?? written.commit
  ))
    if (!sourcesOf.has(commit)) {
      let paths = group.map(({ chart: { path } }) => commits.get(path)?.path ?? path), needed = levelsOf(written.sources.charts, paths).flatMap((level) => level.map(({ path }) => path)), read3 = await run.history.sourcesAt(commit, [.../* @__PURE__ */ new Set([...paths, ...needed])], written.overlay);
      sourcesOf.set(commit, fromWherePublished(read3, plannedRun.published));
    }
  return new Map(
    releases.map((decision) => {
      let today = decision.chart.path, { path, commit, committedAt } = commits.get(today), request = {
        path,
        commit,
        committedAt,
        sources: sourcesOf.get(commit),
        overlay: written.overlay,
        fingerprint: fingerprintOf(decision, written),
        version: decision.version,
        repositoryUrl: run.facts.repositoryUrl
      };
      return [today, request];
    })
  );
}
function fingerprintOf(decision, written) {
  return written.overlay.size > 0 ? decision.chart.fingerprint : written.sources.charts.get(decision.chart.path)?.fingerprint ?? decision.chart.fingerprint;
}

// src/pipeline/package/spare-dependents.ts
async function spareDependents(run, plannedRun, releases, failed2) {
  let causes = new Set([...failed2].flatMap(([path, { code: code2 }]) => code2 === "DEPENDENCY_STOPPED" ? [] : [path])), waiting2 = releases.filter(
    ({ chart, dependencies: dependencies2 = [] }) => failed2.has(chart.path) && !causes.has(chart.path) && dependencies2.length === 0
  ), found = await publishedAmong(plannedRun.sources, waiting2, {
    failed: causes,
    targets: (chart) => targetsOf(chart, run.targets, run.settings)
  });
  if (found.size === 0) return { plannedRun, failed: failed2 };
  let published = /* @__PURE__ */ new Set([...plannedRun.published, ...found]), sources = fromWherePublished(plannedRun.sources, published), stopped = dependentsOf(sources.charts, causes), isSpared = (path) => waiting2.some(({ chart }) => chart.path === path) && !stopped.has(path);
  return {
    plannedRun: { ...plannedRun, sources, published },
    failed: new Map([...failed2].filter(([path]) => !isSpared(path)))
  };
}

// src/pipeline/package/bump-and-package.ts
async function bumpAndPackage(run, plannedRun, releases, failed2) {
  let written = await writeBump(run, plannedRun, releases), unwritable2 = withoutDependents(plannedRun.sources.charts, {
    done: releases.map((decision) => decision.chart),
    failed: written.problems
  }), step = unwritable2.failed.size > 0 ? { done: [], failed: unwritable2.failed } : await packageReleases(run, plannedRun, written, releases);
  if (step.failed.size === 0) return { plannedRun, written, releases, packaged: step.done };
  let spared = await spareDependents(run, plannedRun, releases, step.failed);
  for (let [path, error] of spared.failed) failed2.set(path, error);
  let left = releases.filter((decision) => !failed2.has(decision.chart.path));
  return left.length === 0 ? { plannedRun, written: { ...written, commit: plannedRun.head }, releases: [], packaged: [] } : bumpAndPackage(run, spared.plannedRun, left, failed2);
}

// src/pipeline/proposal/proposal.ts
function proposes({ settings, facts }) {
  return settings.commit === "pull-request" && facts.refType === "branch";
}
function divide(run, plannedRun, releases) {
  if (!proposes(run)) return { direct: releases, proposed: [] };
  let changes = ({ edits }) => edits.version !== void 0 || edits.appVersion !== void 0, changed = releases.filter(changes).map(({ chart }) => chart.path), waiting2 = /* @__PURE__ */ new Set([...changed, ...dependentsOf(plannedRun.sources.charts, changed)]);
  return {
    direct: releases.filter(({ chart }) => !waiting2.has(chart.path)),
    proposed: releases.filter(({ chart }) => waiting2.has(chart.path))
  };
}

// src/pipeline/build-part.ts
async function buildPart(run, relay, plannedRun, progress) {
  let { direct, proposed } = divide(run, plannedRun, plannedRun.decisions.filter(isReleased)), packaged2 = await run.steps.during("Bump and package", async () => {
    let halves = await packageHalves(run, plannedRun.halfReleases.halves), made = [proposed, direct].filter((releases) => releases.length > 0).map((releases) => bumpAndPackage(run, plannedRun, releases, progress.failed));
    return [...halves, ...(await Promise.all(made)).flatMap((ready) => ready.packaged)];
  }), digest = await run.steps.during("Hand over", () => handOver(run, relay, plannedRun, { packaged: packaged2, progress })), left = plannedRun.plan.charts.filter(({ action }) => action === "refuse").length + progress.failed.size;
  return asPlanned(await report(run, plannedRun, {}, progress), digest, left);
}
function asPlanned({ charts, advice, ...report2 }, handover, left) {
  let text2 = `The release job says what keeps ${left === 1 ? "a chart" : `${left} charts`} from being released.`;
  return {
    ...report2,
    mode: "plan",
    handover,
    charts: charts.map(({ problem: _, ...chart }) => ({
      ...chart,
      result: chart.result === "unchanged" || chart.result === "waiting" ? chart.result : "planned"
    })),
    advice: left === 0 ? advice : [...advice, { kind: "run", level: "warning", text: text2 }]
  };
}

// src/pipeline/bump/moved-branch.ts
async function movedOn(run, plannedRun, head, { releases, isProposed = !1 }) {
  let paths = releases.map((decision) => decision.chart.path), now = await run.history.sourcesAt(head, paths);
  return !paths.some((path) => {
    let [planned, there] = [plannedRun.sources.charts.get(path), now.charts.get(path)];
    return planned?.fingerprint !== there?.fingerprint || planned?.manifest.text !== there?.manifest.text;
  }) || !isProposed && await run.ownCommits.isOwnChange(plannedRun.head, head) ? { result: "again", head } : { result: "superseded", by: head };
}
async function laterHead(run, plannedRun) {
  let { git } = run.platform, head = await git.fetchRef(`refs/heads/${run.facts.refName}`);
  return head === void 0 || await git.isAncestor(head, plannedRun.head) ? void 0 : head;
}
async function isSameOnTop({ platform: { git } }, parent, { commit, wanted: wanted2 }) {
  if (await git.resolve(`${commit}^`) !== parent) return !1;
  let [there, ours] = await Promise.all([git.resolveTree(commit), git.resolveTree(wanted2)]);
  return there === ours;
}
function supersededReason(commit) {
  return `superseded by ${shortCommit(commit)}, whose own run carries on`;
}
function branchBusy({ facts }, races) {
  return new ReleaseError("GIT_BRANCH_BUSY", `${facts.refName} moved ${races} times while this run tried to push.`, {
    hint: "Run again; a `concurrency` group keeps release runs apart."
  });
}

// src/plan/scope/release-branches.ts
var import_picomatch5 = __toESM(require_picomatch(), 1);
var MAX_NAMED3 = 5;
function heldBackBranch({ globs, branch: branch2, defaultBranch: defaultBranch2 }) {
  let isByDefault = globs.length === 0;
  if (isByDefault ? branch2 === defaultBranch2 : listsBranch(globs, branch2)) return;
  let why = isByDefault ? `only the default branch (${defaultBranch2}) releases` : `\`branches\` lists only ${someOf(globs, MAX_NAMED3)}`, named4 = isByDefault ? [globOf(defaultBranch2 ?? "")] : globs;
  return {
    branch: branch2,
    reason: showInvisible(`Nothing is released from the branch ${branch2}, because ${why}.`),
    lines: ["branches: |", ...[...named4, globOf(branch2)].map((glob) => `  ${glob}`)].join(`
`),
    isByDefault
  };
}
function listsBranch(globs, branch2) {
  return globs.some((glob) => glob === branch2 || matches(glob, branch2));
}
function matches(glob, branch2) {
  let below3 = glob.replace(/\/\*\*$/, "/**/*");
  return import_picomatch5.default.isMatch(branch2, below3, { dot: !0, nonegate: !0, noextglob: !0 });
}
function globOf(branch2) {
  return branch2.replace(/^[^\p{L}\p{N}]|[^\p{L}\p{N}./@=_-]/gu, ({ length }) => "?".repeat(length));
}

// src/pipeline/checkout/release-branch.ts
async function heldBranch(run) {
  let { mode, branches: globs } = run.settings, { refType, refName: branch2 } = run.facts;
  if (!(mode !== "release" || refType !== "branch"))
    return heldBackBranch({ globs, branch: branch2, defaultBranch: globs.length > 0 ? void 0 : await defaultBranchOf(run) });
}
async function defaultBranchOf({ facts, platform: { git } }) {
  let { defaultBranch: defaultBranch2, isRerun, refName } = facts, found = (isRerun ? void 0 : defaultBranch2) ?? await git.remoteDefaultBranch() ?? defaultBranch2;
  if (found !== void 0) return found;
  let text2 = `Only the default branch releases, and whether ${refName} is that one can't be found out: neither the event nor origin says which branch it is.`;
  throw new ReleaseError("DEFAULT_BRANCH_UNKNOWN", text2, {
    hint: `If releases are made from this branch, write under \`with:\` of this step:
branches: ${globOf(refName)}`
  });
}

// src/pipeline/half-released/record-format.ts
import { posix as posix31 } from "node:path";
var SCHEMA2 = 1, RELEASES_FILE = "releases.json", OVERLAY = "overlay/", MAX_RELEASES = 5e3, COMMIT2 = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function recordFiles(releases) {
  let listed2 = releases.map(({ overlay: _, ...release3 }) => release3), json = `${JSON.stringify({ schema: SCHEMA2, releases: listed2 }, null, 2)}
`, overlays = releases.flatMap(({ overlay }) => [...overlay]);
  return new Map([
    [RELEASES_FILE, Buffer.from(json)],
    ...overlays.map(([path, text2]) => [`${OVERLAY}${path}`, Buffer.from(text2)])
  ]);
}
function readRecord(json, overlay) {
  let data = parsed(json);
  return !isObject(data) || data.schema !== SCHEMA2 || !Array.isArray(data.releases) ? [] : data.releases.length > MAX_RELEASES || ![...overlay.keys()].every(isInside2) ? [] : data.releases.flatMap((each) => releaseIn2(each, overlay) ?? []);
}
function releaseIn2(data, overlay) {
  if (!isObject(data)) return;
  let { name, version, path, folders, commit, fingerprint: fingerprint2, tag, targets } = data;
  if (typeof name != "string" || nameProblem(name) !== void 0 || typeof version != "string" || parseVersion(version) === void 0 || typeof path != "string" || typeof fingerprint2 != "string" || typeof commit != "string" || !COMMIT2.test(commit) || !areTexts(folders) || !areTexts(targets) || ![path, ...folders].every(isInside2) || tag !== void 0 && typeof tag != "string") return;
  let ref = { name, version, path, folders, commit, fingerprint: fingerprint2, targets, overlay };
  return tag === void 0 ? ref : { ...ref, tag };
}
function areTexts(value) {
  return Array.isArray(value) && value.every((each) => typeof each == "string");
}
function isInside2(path) {
  return posix31.normalize(path) === path && !/^(?:\/|\.\.(?:\/|$))/.test(path);
}
function parsed(json) {
  try {
    return json && JSON.parse(Buffer.from(json).toString());
  } catch {
    return;
  }
}

// src/pipeline/half-released/records.ts
var UNFINISHED = "refs/release-charts/unfinished/", REFS_A_PUSH = 100, MAX_BYTES4 = 4 * 1024 * 1024;
async function recordRefs({ targets, settings, platform, warn }, scope) {
  return !canBeHalfReleased(targets) || settings.mode === "check" || scope.kind === "nothing" ? /* @__PURE__ */ new Map() : platform.git.remoteRefs(UNFINISHED).catch((error) => (warn(notRead(asReleaseError(error).message)), /* @__PURE__ */ new Map()));
}
function canBeHalfReleased(targets) {
  return targets.length > 1 || targets.some(({ isPartlyShown: isPartlyShown2 }) => isPartlyShown2 !== void 0);
}
async function readRecords(run, refs) {
  let records = [];
  for (let [, group] of Map.groupBy(refs, ([, commit]) => commit)) {
    let names2 = group.map(([ref]) => ref), found = await readCommit(run.platform.git, names2[0] ?? "").catch((error) => {
      run.warn(notRead(asReleaseError(error).message));
    });
    if (found !== void 0)
      for (let ref of names2) {
        let release3 = found.releases.find((each) => isNameOf(ref, each));
        release3 ? records.push({ ref, release: release3, writtenAt: found.writtenAt }) : run.warn(`${ref} is not a record of an unfinished release and is left alone.`);
      }
  }
  return records.sort((a, b) => a.writtenAt.getTime() - b.writtenAt.getTime());
}
async function readCommit(git, ref) {
  let commit = await git.fetchRef(ref);
  if (commit === void 0) return;
  let files = (await git.tree(commit)).filter(({ mode }) => mode === "100644"), blobs = await git.blobs(
    files.map(({ object }) => object),
    MAX_BYTES4
  ), overlay = files.flatMap(({ path, object }) => {
    let content = path.startsWith(OVERLAY) && blobs.get(object);
    return content ? [[path.slice(OVERLAY.length), Buffer.from(content).toString()]] : [];
  }), json = blobs.get(files.find(({ path }) => path === RELEASES_FILE)?.object ?? "");
  return { releases: readRecord(json, new Map(overlay)), writtenAt: await git.commitTime(commit) };
}
async function writeRecords(run, releases) {
  let files = recordFiles(releases), digest = digestOf(JSON.stringify([...files].map(([path, content]) => [path, digestOf(content)]))), writtenAt = run.platform.clock.now(), records = releases.map((release3) => ({ ref: `${prefixOf(release3)}${shortened(digest)}`, release: release3, writtenAt })), refs = records.map(({ ref }) => ref);
  try {
    let clone = await run.platform.git.sideClone(), commit = await clone.commit({ parent: void 0, files, message: messageOf2(releases), at: writtenAt }), refused3 = await push2(clone, refs, commit);
    if (refused3 === void 0 || await isThere(run, refs)) return records;
    run.warn(notWritten3(refused3));
  } catch (error) {
    run.warn(notWritten3(asReleaseError(error).message));
  }
  return [];
}
async function removeRecords(run, refs) {
  if (refs.length === 0) return;
  let refused3 = await run.platform.git.sideClone().then((clone) => push2(clone, refs, "")).catch((error) => asReleaseError(error).message);
  refused3 !== void 0 && run.platform.log.info(`${refs.join(", ")} could not be removed yet: ${refused3}`);
}
async function push2(clone, refs, commit) {
  for (let from = 0; from < refs.length; from += REFS_A_PUSH) {
    let batch = refs.slice(from, from + REFS_A_PUSH).map((ref) => [ref, commit]), results = [...(await clone.push(new Map(batch))).values()];
    for (let result of results) if (result.result === "rejected") return result.reason;
  }
}
async function isThere({ platform: { git } }, refs) {
  let there = await git.remoteRefs(UNFINISHED);
  return refs.every((ref) => there.has(ref));
}
function prefixOf({ name, version }) {
  return `${UNFINISHED}${name}-${version}-`;
}
function isNameOf(ref, release3) {
  let prefix = prefixOf(release3);
  return ref.startsWith(prefix) && /^[0-9a-f]{16}$/.test(ref.slice(prefix.length));
}
function shortened(digest) {
  return digest.slice(7, 23);
}
function messageOf2(releases) {
  return `Releases that are not finished yet

${releases.map(({ name, version, targets }) => `- ${name} ${version}: ${targets.join(", ")}`).join(`
`)}
`;
}
function notRead(reason) {
  return `Whether earlier runs left half releases behind is not known: ${reason}.`;
}
function notWritten3(reason) {
  return `What this run publishes can't be written down below ${UNFINISHED}: ${reason}. If the run ends between two targets and the chart changes before the next run, that version stays on the first of them only. Give the job \`permissions: { contents: write }\`.`;
}

// src/pipeline/half-released/recorded-steps.ts
async function recordAndClaim(run, { plannedRun, written }, releases, progress) {
  return progress.recorded = await recordReleases(run, written, releases), claim(run, plannedRun, releases);
}
async function recordReleases(run, written, releases) {
  let open3 = releases.filter(
    ({ staged }) => canBeHalfReleased(staged.map(({ target }) => target)) && staged.some(({ published }) => !published)
  );
  return open3.length === 0 ? [] : writeRecords(
    run,
    open3.map((release3) => recordOf(run, written, release3))
  );
}
function recordOf(run, written, release3) {
  let { path, packaged: packaged2, staged } = release3, { name, version, revision, fingerprint: fingerprint2 } = packaged2, below3 = levelsOf(written.sources.charts, [path]).flatMap((level) => level.map((chart) => chart.path)), tag = tagOf(settingsOf(placeOf3(release3), run.settings).tagTemplate, packaged2);
  return {
    name,
    version,
    path: packaged2.path,
    folders: [.../* @__PURE__ */ new Set([packaged2.path, ...below3])],
    commit: revision,
    fingerprint: fingerprint2,
    overlay: written.overlay,
    ...tag !== void 0 && { tag },
    targets: staged.map(({ target }) => target.address)
  };
}
async function promoteReleases(run, plannedRun, releases, visible) {
  let { done, failed: failed2, shownOn: shownOn2 } = await promote(run, plannedRun, releases, visible), told = [...failed2].map(([path, error]) => {
    let release3 = releases.find((one2) => one2.path === path), on = shownOn2.get(path) ?? [];
    return [path, release3 && on.length > 0 ? leftHalf(release3, on, error) : error];
  });
  return { done, failed: new Map(told) };
}

// src/pipeline/outside/findings.ts
function isHidden({ code: code2 }) {
  return ["REGISTRY_UNAUTHORIZED", "REGISTRY_DENIED", "REGISTRY_NOT_FOUND", "VERIFY_CHART_MISSING"].includes(code2);
}
function isFinding({ kind, code: code2 }) {
  return ["trust", "chart", "bug"].includes(kind) || ["VERIFY_CHART_MISSING", "REGISTRY_NOT_FOUND"].includes(code2);
}
function differs3(problem2, where) {
  if (problem2.kind === "bug") return problem2;
  let message = `The release is out, and from outside it is not what was released. ${problem2.message}`;
  return new ReleaseError("OUTSIDE_DIFFERS", message, {
    hint: `Nothing was undone, and running again does not change it. Look at who else writes to ${where} and at its rules for clean-up, put back what was changed, or release the next version; tell your users not to install this one until you know.`,
    cause: problem2
  });
}
function unknown2({ message }) {
  return `The release is out, and could not be looked at from outside: ${message.replace(/\.$/, "")}.`;
}
function notVisible(site, { shown: shown2, problem: problem2 }, count) {
  let { name, version } = shown2.artifact.ref, others = count > 1 ? ` and ${countText(count - 1, "other chart")}` : "", later = `helm show chart ${name} --version ${version} --repo ${site}`;
  return `${name} ${version}${others} is released, and not visible at ${site} yet: ${problem2.message} A CDN, or the build of a site, can take some minutes. Check later with: ${later}. If that stays so, see whether the site is on (GitHub Pages: Settings, Pages) and has this address; \`?url=\u2026\` in the target names another.`;
}

// src/pipeline/outside/shown.ts
var AT_ONCE3 = 24, MAX_PROBLEMS = 10;
function signedParts({ artifact, isSigned: isSigned2 }) {
  return [...isSigned2 ? ["signature"] : [], ...artifact.signedIndex ? ["index"] : []];
}
async function verifyShown(chart, required, signing) {
  let policy = { required: signing ? required : [], refusal: signing && refusalOf(signing) };
  return verifyChart(chart, policy, { inspector: async () => signing ? signing.inspector : Promise.reject(notAsked("A signature")), keyring: () => Promise.reject(notAsked("A provenance file")) });
}
function refusalOf({ ours }) {
  return (identity2) => isOurs(identity2, ours) ? void 0 : `it is by ${identity2.subject}, which is not a workflow of this repository`;
}
function notAsked(what) {
  return new ReleaseError("BUG_UNEXPECTED", `${what} was to be judged after a release`);
}

// src/pipeline/outside/look-at-registry.ts
var WAIT_MS = 2e4;
async function lookAtRegistry({ anybody, member: member2 }, shown2, run) {
  let [first, ...others] = toldFirst(shown2);
  if (!first) return [];
  let asAnybody = await lookAtFirst(anybody, first, run, 0), isPrivate = asAnybody !== void 0 && isHidden(asAnybody), problem2 = isPrivate ? await lookAtFirst(member2, first, run, WAIT_MS) : asAnybody;
  if (problem2 && !isFinding(problem2)) return [problem2];
  isPrivate && !problem2 && run.platform.log.info(`${first.artifact.repository} can be pulled with credentials only`);
  let consumer = isPrivate ? member2 : anybody, rest = await mapConcurrent(others, AT_ONCE3, ({ artifact }) => byTag(consumer, artifact));
  return [problem2, ...rest].filter((one2) => one2 !== void 0).slice(0, MAX_PROBLEMS);
}
function toldFirst(shown2) {
  return shown2.toSorted((a, b) => Number(b.isSigned) - Number(a.isSigned));
}
async function lookAtFirst(target, { artifact, isSigned: isSigned2 }, run, waitMs) {
  let signing = isSigned2 ? await run.signing() : void 0;
  return signing ? inFull(target, artifact, { signing, ...run.platform, waitMs }) : byTag(target, artifact);
}
async function inFull(target, { ref, digest }, { signing, ...patience }) {
  return untilThere(async () => {
    let chart = await fetchFromRegistry({ place: target.address, ...ref, digest }, target);
    return { verification: await verifyShown(chart, ["signature"], signing) };
  }, patience).then(
    ({ verification }) => verification.checks.find(({ problem: problem2 }) => problem2)?.problem,
    asReleaseError
  );
}
async function byTag(target, { ref, reference, digest }) {
  let found = await target.find(ref);
  if (found.state === "unknown") return found.why;
  if (!(found.state === "present" && found.digest === digest))
    return found.state === "present" ? digestDiffers(reference, { given: digest, found: found.digest }) : chartMissing(ref.name, ref.version, { where: target.address, hasOthers: !1 });
}

// src/pipeline/outside/get-ready.ts
function getReadyOutside(run, releases) {
  for (let target of run.targets) {
    let shown2 = releases.flatMap(({ staged }) => staged.filter((one2) => one2.target === target && !one2.published)), [first] = toldFirst(shown2.map((one2) => ({ artifact: one2.artifact, isSigned: one2.signatures !== void 0 }))), outside2 = first && run.outside(target);
    outside2 && "anybody" in outside2 && outside2.anybody.warm?.(first.artifact.ref, { fetches: first.isSigned });
  }
}

// src/pipeline/bump/push-bump.ts
async function pushBump(run, plannedRun, written, releases) {
  if (written.commit === plannedRun.head) return { result: "done", commit: plannedRun.head };
  let branch2 = run.facts.refName, push3 = await pushTo(run, plannedRun, written);
  if (push3.result === "done") return landed(run, push3.commit);
  let { git } = run.platform, head = await laterHead(run, plannedRun);
  if (head === void 0) throw pushRefused(branch2, push3);
  if (await isSameOnTop(run, plannedRun.head, { commit: head, wanted: written.commit })) return landed(run, head);
  if (await git.isAncestor(written.commit, head)) return landed(run, written.commit);
  if (push3.cause === "refused" || push3.cause === "name") throw pushRefused(branch2, push3);
  return movedOn(run, plannedRun, head, { releases });
}
async function pushTo(run, plannedRun, { commit, files, message }) {
  let branch2 = run.facts.refName;
  if (await isVerified(run, branch2))
    return run.github.commitOnBranch({ branch: branch2, parent: plannedRun.head, message, files });
  let push3 = await run.platform.git.pushBranch(commit, branch2);
  return push3.result === "rejected" ? push3 : { result: "done", commit };
}
async function isVerified({ settings, github }, branch2) {
  let chosen3 = settings.verifiedCommits;
  return chosen3 !== void 0 ? chosen3 : (await github.branchRules(branch2) ?? []).some(({ type }) => type === "required_signatures");
}
async function landed(run, commit) {
  let { git, log } = run.platform;
  return log.info(`Pushed ${shortCommit(commit)} to ${run.facts.refName}.`), await git.fetchRef(`refs/heads/${run.facts.refName}`), await git.fastForward(commit), { result: "done", commit };
}
var PUSH_HINT = "Give the job `permissions: { contents: write }`; for a protected branch use a GitHub App token or deploy key on its bypass list, `commit: pull-request`, or `commit: none`.", PASSING = [
  [
    /rate limit/i,
    "Run the workflow again in an hour: nothing was published. A GitHub App\u2019s `github-token` has requests of its own."
  ],
  [/(?:answered (?:408|5\d\d)|did not answer)\b/, "Run the workflow again when GitHub answers: nothing was published."],
  [/Operation too slow/, "The server took the push and did not answer. Run the workflow again: nothing was published."]
], LOST_HINT = "The connection broke, and the branch does not have the commit. Run the workflow again: nothing was published.";
function pushRefused(branch2, { reason, cause }) {
  let outcome = cause === "lost" ? "got no answer" : "was refused";
  return new ReleaseError("GIT_PUSH_REFUSED", `The push of the version bump to ${branch2} ${outcome}: ${reason}`, {
    hint: PASSING.find(([words2]) => words2.test(reason))?.[1] ?? (cause === "lost" ? LOST_HINT : PUSH_HINT)
  });
}

// src/pipeline/handover/own-bump.ts
async function requireOwnBump({ relay, ownCommits: ownCommits2 }, { head }, { commit }) {
  if (relay?.part !== "release" || commit === head || await ownCommits2.isOwnChange(head, commit)) return;
  let message = `The version bump ${shortCommit(commit)} would change more than versions, dependencies on them, and release notes.`;
  throw new ReleaseError("HANDOVER_DIFFERS", message, {
    hint: "Nothing was pushed and nothing was released. Look at the charts of this commit, and report it."
  });
}

// src/pipeline/package/push-releases.ts
async function pushReleases(run, plannedRun, ready, progress) {
  let { written, releases } = ready;
  await requireOwnBump(run, plannedRun, written);
  let push3 = await run.steps.during("Push the bump", () => pushBump(run, plannedRun, written, releases));
  if (push3.result !== "done") return push3;
  let { commit } = push3;
  if (commit !== plannedRun.head && (progress.bumpCommit = commit), commit === written.commit) return { result: "done", pushed: ready };
  let made = { ...written, commit }, { done } = await packageReleases(run, ready.plannedRun, made, releases);
  return { result: "done", pushed: { ...ready, written: made, packaged: done } };
}

// src/plan/scope/passed-over.ts
var import_picomatch6 = __toESM(require_picomatch(), 1);
import { posix as posix32 } from "node:path";
var LINK3 = "120000", SUBMODULE2 = "160000", SHOWN3 = 5, MISNAMED = /^chart\.ya?ml$/i;
function passedOver(tree, charts, exclude) {
  let look = {
    tree,
    charts: normalGlobs(charts),
    isWanted: chartFolders(charts, exclude),
    isExcluded: chartFolders(exclude, [])
  }, found = new Set(foldersWithChart(tree.paths).filter(look.isWanted)), outside2 = tree.paths.filter((path) => isCandidate(tree, path) && !isInside3(path, found));
  return KINDS.flatMap(({ pathsIn: pathsIn2, told }) => {
    let paths = [...new Set(pathsIn2(look, outside2))].sort();
    return paths.length === 0 ? [] : [`Not released, though \`charts\` matches: ${someOf(paths, SHOWN3)} (${told}, or name it in \`exclude\`.`];
  });
}
function isCandidate(tree, path) {
  return /(?:^|\/)(?:chart\.ya?ml|values\.yaml)$/i.test(path) || !tree.entry(path)?.mode.startsWith("100");
}
var KINDS = [
  {
    pathsIn: submodules,
    told: "a git submodule, whose files are not in this repository). Release it from its own repository, copy it here"
  },
  {
    pathsIn: links,
    told: "a symbolic link). Name the folder that it leads to in `charts`"
  },
  {
    pathsIn: misnamed,
    told: "Helm reads only a file that is named Chart.yaml). Rename it"
  },
  {
    pathsIn: withoutManifest,
    told: "a folder with values.yaml and templates/, and without Chart.yaml in this commit). Commit its Chart.yaml"
  }
];
function submodules({ tree, charts, isWanted, isExcluded }, paths) {
  return paths.filter((path) => tree.entry(path)?.mode !== SUBMODULE2 || isExcluded(path) ? !1 : isWanted(path) || charts.some((glob) => reachesBelow(glob, path)));
}
function links({ tree, isWanted }, paths) {
  return paths.filter((path) => tree.entry(path)?.mode === LINK3 && !isManifest(path)).flatMap((path) => {
    let folder = folderBehind(tree, path);
    return folder === void 0 ? [] : folder === null ? [path] : tree.below(folder).filter((entry) => isManifest(entry.path)).map((entry) => posix32.join(path, posix32.relative(folder, folderOf(entry.path))));
  }).filter(isWanted);
}
function folderBehind(tree, path) {
  try {
    let end = tree.follow(path);
    return "folder" in end ? end.folder : void 0;
  } catch {
    return null;
  }
}
function misnamed({ tree, isWanted }, paths) {
  return paths.filter(
    (path) => MISNAMED.test(posix32.basename(path)) && isWanted(folderOf(path)) && !hasManifest(tree, folderOf(path))
  );
}
function withoutManifest({ tree, isWanted }, paths) {
  return paths.filter((path) => posix32.basename(path) === "values.yaml").map(folderOf).filter(
    (folder) => isWanted(folder) && tree.isFolder(posix32.join(folder, "templates")) && !hasManifest(tree, folder)
  ).filter(
    (folder) => !tree.below(folder).some(({ path }) => folderOf(path) === folder && MISNAMED.test(posix32.basename(path)))
  );
}
function reachesBelow(glob, folder) {
  let [parts, names2] = [glob.split("/"), folder.split("/")];
  return names2.every(
    (name, index) => parts[index] !== "**" && import_picomatch6.default.isMatch(name, parts[index] ?? "", { dot: !0 })
  ) && parts.length > names2.length;
}
function isInside3(path, charts) {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    if (charts.has(folder)) return !0;
    if (folder === ".") return !1;
  }
}
function hasManifest(tree, folder) {
  return tree.entry(posix32.join(folder, "Chart.yaml")) !== void 0;
}
function folderOf(path) {
  return posix32.dirname(path);
}

// src/plan/scope/scope.ts
var import_picomatch8 = __toESM(require_picomatch(), 1), import_semver4 = __toESM(require_semver(), 1);

// src/plan/scope/pattern-for-tag.ts
var import_picomatch7 = __toESM(require_picomatch(), 1);
function patternLine(tag) {
  if (!/^\w[\w./+-]*$/.test(tag)) return;
  let pattern = [starred(tag), tag].find((candidate) => import_picomatch7.default.isMatch(tag, candidate));
  return pattern && `app-tag-pattern: ${pattern.startsWith("[") ? `'${pattern}'` : pattern}`;
}
function starred(tag) {
  let at = /\d+\.\d/.exec(tag)?.index ?? /\d+$/.exec(tag)?.index ?? tag.length;
  return at === tag.length ? tag : at === 0 ? "[0-9]*" : `${tag.slice(0, at)}*`;
}

// src/plan/scope/scope.ts
function scopeOf(charts, settings) {
  let { tag, appTagPattern, versionFromTag } = settings, templateOf = (chart) => settingsOf(chart, settings).tagTemplate;
  if (tag === void 0) return { kind: "all" };
  let exact2 = charts.find((chart) => tagOf(templateOf(chart), chart.manifest) === tag);
  if (exact2) return { kind: "release-tag", tag, path: exact2.path, version: exact2.manifest.version };
  let versionFor = (chart) => versionIn(templateOf(chart), tag, chart.manifest.name), named4 = longestNameFirst(charts).find((chart) => isVersion(versionFor(chart))), version = named4 && versionFor(named4);
  if (named4 && version !== void 0) {
    if (!versionFromTag) throw mismatch(named4, tag, version);
    return { kind: "release-tag", tag, path: named4.path, version };
  }
  return import_picomatch8.default.isMatch(tag, appTagPattern) ? { kind: "all", tag } : { kind: "nothing", reason: neither(tag, appTagPattern) };
}
function neither(tag, appTagPattern) {
  let line = patternLine(tag), wayOut = line === void 0 ? "" : ` To release charts with such tags, write \`${line}\`.`;
  return `Tag ${tag} is neither a chart's release tag nor one of the application's (${appTagPattern}), so nothing is released.${wayOut}`;
}
function longestNameFirst(charts) {
  return [...charts].sort((a, b) => b.manifest.name.length - a.manifest.name.length);
}
function isVersion(text2) {
  return text2 !== void 0 && import_semver4.default.valid(text2) !== null;
}
function mismatch(chart, tag, version) {
  let { name, file, versionSpan: versionSpan2 } = chart.manifest;
  return new ReleaseError(
    "TAG_VERSION_MISMATCH",
    `Tag ${tag} stands for ${name} ${version}, but Chart.yaml says ${chart.manifest.version}.`,
    {
      hint: `Write \`version: ${version}\` and tag again, or set \`version-from-tag: true\` to release the tag's version.`,
      at: { file, line: versionSpan2.line, column: versionSpan2.column }
    }
  );
}

// src/model/finding.ts
function informational(kind, rule, subject, text2) {
  return { level: "none", kind, rule, subject, text: text2 };
}

// src/pipeline/evidence/commit-evidence.ts
import { posix as posix33 } from "node:path";
var MAX_COMMITS = 500;
async function commitEvidence(run, sources, chart, { since, needs }) {
  let { git } = run.platform, from = since.commit;
  if (from === void 0 || !await git.ensureCommit(from)) {
    let why = `which commit released ${since.version} is not recorded`;
    return [informational("commits", "commits/unknown", since.version, `The commits are not looked at: ${why}`)];
  }
  try {
    await git.unshallow();
  } catch (error) {
    if (!needs.includes("chart")) throw error;
    let why = asReleaseError(error).message;
    return [informational("commits", "commits/shallow", since.version, `The commits are not looked at: ${why}`)];
  }
  let folders = [.../* @__PURE__ */ new Set([chart.path, ...reachedThroughLinks(sources.tree, chart.path)])], commits = await git.commitsBetween({ from, to: sources.tree.commit, limit: MAX_COMMITS }, folders), touches2 = touchesOf(chart, sources), others = [...sources.charts.values()].filter((other) => other !== chart), touching2 = commits.filter(touches2), own = await Promise.all(touching2.map((commit) => isBump2(run, commit)));
  return commitFindings({
    commits: touching2.filter((_, index) => !own[index]),
    names: namesOf2(chart),
    others: others.flatMap(namesOf2)
  });
}
async function isBump2({ ownCommits: ownCommits2 }, { commit, message, hasTrailer }) {
  return hasTrailer && message.startsWith(OUR_SUBJECT) && await ownCommits2.isOwn(commit);
}
function touchesOf(chart, { tree, charts }) {
  let packaged2 = new Set(chart.files.map(({ from }) => from)), inside2 = (path, folder) => folder === "." || path.startsWith(`${folder}/`), nested = [...charts.keys()].filter((path) => path !== chart.path && inside2(path, chart.path)), isOurs2 = (path) => packaged2.has(path) || inside2(path, chart.path) && !nested.some((folder) => inside2(path, folder)) && tree.entry(path) === void 0;
  return ({ paths }) => paths.some(isOurs2);
}
function namesOf2({ manifest, path }) {
  return [.../* @__PURE__ */ new Set([manifest.name, ...path === "." ? [] : [posix33.basename(path)]])];
}

// src/pipeline/evidence/packaged-files.ts
import { posix as posix34 } from "node:path";
async function packagedFiles(git, sources, chart, { released = /* @__PURE__ */ new Map(), overlay = /* @__PURE__ */ new Map() } = {}) {
  let blobs = await git.blobs(
    chart.files.map(({ object }) => object),
    HELM_LIMITS.fileBytes
  ), files = chart.files.flatMap(({ path, object }) => {
    let edited = overlay.get(posix34.join(chart.path, path)), content = edited === void 0 ? blobs.get(object) : Buffer.from(edited);
    return content ? [{ path, content }] : [];
  });
  for (let below3 of dependenciesIn2(sources, chart)) {
    let { name } = below3.manifest, inside2 = await packagedFiles(git, sources, below3, { released: belowOf(released, name), overlay });
    files.push(...inside2.map(({ path, content }) => ({ path: `charts/${name}/${path}`, content })));
  }
  for (let { dependency, entry } of lockedExternal(chart))
    if (holds2(released, dependency, entry))
      for (let [path, content] of belowOf(released, dependency.name))
        files.push({ path: `charts/${dependency.name}/${path}`, content });
  return files;
}
function missingFrom(released, sources, chart) {
  let own = lockedExternal(chart).filter(({ dependency, entry }) => !holds2(released, dependency, entry)), below3 = dependenciesIn2(sources, chart).flatMap(
    (one2) => missingFrom(belowOf(released, one2.manifest.name), sources, one2)
  );
  return [...own.map(({ dependency }) => dependency), ...below3];
}
function allForeign({ charts }, chart) {
  return levelsOf(charts, [chart.path]).flatMap((level) => level.flatMap(externalDependencies));
}
function pinnedAsReleased(sources, chart, { released, moved }) {
  let held = chart.local.filter((local) => !isByFolder(local) && !moved.includes(local.path)).flatMap(({ path }) => {
    let manifest = sources.charts.get(path)?.manifest;
    return manifest && versionIn3(released.get(`charts/${manifest.name}/Chart.yaml`)) === manifest.version ? [versionKey(manifest)] : [];
  }), published = new Set(held);
  return asPinned(fromWherePublished(sources, published), published);
}
function dependenciesIn2({ charts }, chart) {
  return [...new Set(chart.local.map(({ path }) => path))].flatMap((path) => charts.get(path) ?? []);
}
function belowOf(files, name) {
  let folder = `charts/${name}/`;
  return new Map(
    [...files].flatMap(([path, content]) => path.startsWith(folder) ? [[path.slice(folder.length), content]] : [])
  );
}
function holds2(files, { name }, entry) {
  let version = versionIn3(files.get(`charts/${name}/Chart.yaml`));
  return version !== void 0 && entry !== void 0 && bare(version) === bare(entry.version);
}
function versionIn3(chartYaml) {
  try {
    return chartYaml && readExternalChartYaml(Buffer.from(chartYaml).toString(), "Chart.yaml").version;
  } catch {
    return;
  }
}
function bare(version) {
  return version.replace(/^v/, "");
}
function versionsAsReleased(sources, chart, released) {
  let edits = /* @__PURE__ */ new Map();
  for (let { path, manifest } of dependenciesIn2(sources, chart)) {
    let version = versionIn3(released.get(`charts/${manifest.name}/Chart.yaml`));
    version !== void 0 && version !== manifest.version && edits.set(path, { version });
  }
  return releaseEdits(sources.charts, edits).files;
}

// src/pipeline/evidence/compared-charts.ts
var UNUSABLE = /^(ARCHIVE_|REGISTRY_NOT_A_CHART$)/;
async function releasedChart(context, chart, since) {
  let failures = [];
  for (let { target, presence } of since.published)
    try {
      let ref = { name: chart.manifest.name, version: since.version };
      return { side: packagedSide((await target.fetch({ ref, digest: presence.digest })).archive) };
    } catch (error) {
      failures.push(asReleaseError(error));
    }
  let side = since.commit === void 0 ? void 0 : await sideInGit(context, chart, since.commit);
  if (side) return { side };
  let passing = failures.find(({ code: code2 }) => !UNUSABLE.test(code2));
  if (passing) throw passing;
  let why = failures[0]?.message ?? "no target holds it, and git does not say which commit released it";
  return { why: `${since.version} can't be compared: ${why}` };
}
async function sideInGit({ run, change }, chart, commit) {
  let found = await run.history.chartAt({ path: chart.path, name: chart.manifest.name }, commit);
  return found && (await assembled({ run, change }, found.sources, found.chart, {})).side;
}
async function currentChart(context, sources, chart, { old, appVersion }) {
  let overlay = versionsStayOutOfGit(context.run) ? versionsAsReleased(sources, chart, old.files) : /* @__PURE__ */ new Map(), { side, notes } = await assembled(context, sources, chart, { released: old.files, overlay });
  return { side: withAppVersion2(side, appVersion), notes };
}
async function assembled({ run, change }, sources, chart, { released = /* @__PURE__ */ new Map(), overlay = /* @__PURE__ */ new Map() }) {
  let missing = missingFrom(released, sources, chart), files = await packagedFiles(run.platform.git, sources, chart, { released, overlay });
  if (missing.length === 0 && !files.some(({ content }) => standInFor(content)))
    return { side: chartSide(files), notes: [] };
  if (!await change.mayFetch(sources, allForeign(sources, chart))) {
    let text2 = `Not fetched for a pull request, which names it: ${missing.map(({ name }) => name).join(", ") || "files in LFS"}`;
    return {
      side: chartSide(files),
      notes: [informational("dependencies", "evidence/not-fetched", chart.manifest.name, text2)]
    };
  }
  let request = { path: chart.path, sources, overlay: /* @__PURE__ */ new Map() }, built = (await buildCharts([request], await run.buildContext())).get(request);
  if (built instanceof Uint8Array) return { side: packagedSide(built), notes: [] };
  throw built ?? new ReleaseError("BUG_UNEXPECTED", `${chart.path} was neither packaged nor refused.`);
}
function withAppVersion2(side, appVersion) {
  let file = "Chart.yaml", text2 = Buffer.from(side.files.get(file) ?? []).toString();
  try {
    let manifest = readChartYaml(text2, file);
    return appVersion === void 0 || manifest.appVersion === appVersion ? side : { files: new Map([...side.files, [file, Buffer.from(setAppVersion(manifest, appVersion))]]) };
  } catch {
    return side;
  }
}

// src/pipeline/evidence/renderer.ts
import { join as join7 } from "node:path";
var WRITES_AT_ONCE3 = 16;
function createRenderer({ helm, files, clock: clock2 }) {
  return {
    async open(chart) {
      let folder = await files.temporaryFolder("render");
      return await mapConcurrent([...chart], WRITES_AT_ONCE3, ([path, content]) => files.write(placeIn4(folder, path), content)), {
        async render(options) {
          let started = clock2.monotonic(), rendered = await helm.template(folder, options), tookMs = clock2.monotonic() - started;
          return "manifests" in rendered ? { ...rendered, tookMs } : { ...rendered, failed: rendered.failed.replaceAll(folder, "the chart"), tookMs };
        },
        close: () => files.remove(folder)
      };
    }
  };
}
function placeIn4(folder, path) {
  let place2 = join7(folder, path);
  if (!place2.startsWith(join7(folder, "/"))) throw new Error(`${path} leads out of the chart`);
  return place2;
}

// src/pipeline/evidence/tested-values.ts
async function testedValues(run, sources, chart, { old, now, since }) {
  let { lintRuleOf: lintRuleOf2 } = await run.buildContext(), rule = lintRuleOf2?.(chart) ?? { mode: "on" }, isPackaged = (path) => old.files.has(path) && now.files.has(path), texts = await textsAt(run, { sources, chart, rule });
  if (since.commit === void 0 || [...texts.keys()].every(isPackaged)) return /* @__PURE__ */ new Map();
  let before = await run.history.chartAt({ path: chart.path, name: chart.manifest.name }, since.commit), earlier = before ? await textsAt(run, { ...before, rule }) : /* @__PURE__ */ new Map();
  return new Map([...earlier].filter(([path]) => texts.has(path) && !isPackaged(path)));
}
async function textsAt({ platform: { git } }, { sources, chart, rule }) {
  let { path, manifest } = chart, one2 = { name: manifest.name, path, tree: sources.tree, rule }, linting = (await readLintings([one2], git)).get(path);
  return linting === void 0 || linting instanceof ReleaseError ? /* @__PURE__ */ new Map() : new Map(
    linting.values.flatMap(({ path: file, content }) => content ? [[file, Buffer.from(content).toString()]] : [])
  );
}

// src/pipeline/evidence/evidence.ts
var CHARTS_AT_ONCE6 = 4;
function createEvidenceGatherer(run) {
  let compared = /* @__PURE__ */ new Map();
  return (sources, change) => {
    let inTurn2 = createLimiter(CHARTS_AT_ONCE6);
    return (chart, question) => inTurn2(async () => {
      let key = comparisonKey(sources, chart, question), compareOnce = () => compared.get(key) ?? kept2(compared, key, compare2({ run, sources, change }, chart, question)), { needs } = question, fromCharts = needs.includes("chart") ? await compareOnce() : [], fromCommits = needs.includes("commits") ? await commitEvidence(run, sources, chart, question) : [];
      return [...fromCharts, ...fromCommits];
    });
  };
}
function kept2(map, key, value) {
  return map.set(key, value), value;
}
function comparisonKey({ charts }, chart, question) {
  let { since, appVersion, moved = [] } = question, below3 = [...new Set(chart.local.map(({ path }) => charts.get(path)?.fingerprint))], digests = since.published.map(({ presence }) => presence.digest), released = [since.version, digests, since.commit];
  return JSON.stringify([chart.path, chart.fingerprint, below3, ...released, appVersion, moved]);
}
async function compare2({ run, sources, change }, chart, { since, appVersion, moved = [] }) {
  let old = await releasedChart({ run, change }, chart, since);
  if (!("side" in old)) return [informational("files", "evidence/no-release", since.version, old.why)];
  let from = pinnedAsReleased(sources, chart, { released: old.side.files, moved }), asPackaged = from.charts.get(chart.path) ?? chart, now = await currentChart({ run, change }, from, asPackaged, { old: old.side, appVersion }), renderer = createRenderer({ ...run.platform, helm: await run.helm() }), values = await testedValues(run, sources, chart, { old: old.side, now: now.side, since }), frozen = frozenAppVersion(old.side.files, now.side.files, chart.manifest);
  return [...await chartFindings(old.side, now.side, renderer, values), ...now.notes, ...frozen];
}

// src/pipeline/evidence/pull-request-base.ts
var MAX_LFS_CONFIG = 65536;
function proposedChange(run, head) {
  let base = memoizeAsync(() => findBase(run)), { checkout } = run, trusted = checkout.shownOn === void 0 ? checkout.settled : head, known3 = memoizeAsync(() => repositoriesAt(run, trusted)), lfsIsTrusted = memoizeAsync(() => hasTrustedLfs(run));
  return {
    base,
    mayFetch: async ({ tree: { commit } }, dependencies2) => {
      if (checkout.shownOn !== void 0 && await isOn2(run, commit, head)) return !0;
      if (!await lfsIsTrusted()) return !1;
      if (dependencies2.length === 0) return !0;
      let named4 = await known3();
      return dependencies2.every(({ repository }) => named4.has(plain(repository)));
    }
  };
}
async function isOn2({ platform: { git } }, commit, head) {
  return commit === head || git.isAncestor(commit, head);
}
async function hasTrustedLfs({ checkout }) {
  if (checkout.shownOn !== void 0) return !0;
  let file = ".lfsconfig";
  try {
    let here = await checkout.readAtHead(file, MAX_LFS_CONFIG), there = await checkout.read(file, MAX_LFS_CONFIG);
    return here === void 0 || there !== void 0 && Buffer.compare(here, there) === 0;
  } catch {
    return !1;
  }
}
async function findBase({ facts, platform: { git } }) {
  if (facts.base === void 0 || !await git.ensureCommit(facts.base)) return;
  let head = await git.head(), common = await git.mergeBase(facts.base, head);
  if (common !== void 0 || !await git.isShallow()) return common ?? facts.base;
  try {
    await git.unshallow();
  } catch {
    return facts.base;
  }
  return await git.mergeBase(facts.base, head) ?? facts.base;
}
async function repositoriesAt(run, commit) {
  if (!await run.platform.git.ensureCommit(commit)) return /* @__PURE__ */ new Set();
  let { charts } = await run.history.sourcesAt(commit, ({ paths }) => foldersWithChart(paths));
  return new Set(
    [...charts.values()].flatMap((chart) => externalDependencies(chart).map(({ repository }) => plain(repository)))
  );
}
function plain(repository) {
  return repository.replace(/\/+$/, "");
}

// src/plan/published/half-released.ts
function recordedState({ evidence, isWhole: isWhole2, isTagGone }) {
  let has = (...states) => evidence.some(({ state }) => states.includes(state));
  return has("same", "partly") ? has("absent", "other", "partly", "unknown") ? isTagGone ? "withdrawn" : "half" : isWhole2 ? "finished" : "elsewhere" : has("other") && !has("unknown") ? "overtaken" : "unpublished";
}

// src/pipeline/half-released/half-releases.ts
var CHECKS_AT_ONCE = 32;
async function findHalfReleases(run, refs, planned) {
  let covers = chartFolders(run.settings.charts, run.settings.exclude), records = await readRecords(run, refs);
  run.releaseTags.remember(records.map(({ release: release3 }) => release3));
  let checked = await mapConcurrent(records, CHECKS_AT_ONCE, (record) => check(run, record, planned)), halves = /* @__PURE__ */ new Map();
  for (let one2 of checked) {
    let { name, version, path } = one2.release, key = `${name} ${version}`;
    one2.state !== "half" || !covers(path) || halves.has(key) || isPlanned(one2, planned.decisions) || halves.set(key, await withSource(run, one2));
  }
  let warnings = checked.flatMap((one2) => warningFor(one2, { isCovered: covers(one2.release.path) }) ?? []);
  return { halves: [...halves.values()], checked, warnings: [...new Set(warnings)] };
}
async function check(run, record, { remoteTags, named: named4 }) {
  let { release: release3 } = record, today = named4.find(({ name }) => name === release3.name) ?? { name: release3.name, path: release3.path }, targets = targetsOf(today, run.targets, run.settings).filter(({ address }) => release3.targets.includes(address)), seen = await Promise.all(targets.map((target) => lookFor2(target, release3))), evidence = seen.map((one2) => one2.evidence), isWhole2 = release3.targets.every((address) => targets.some((target) => target.address === address)), tags = recordedState({ evidence, isWhole: isWhole2, isTagGone: !1 }) === "half" && release3.tag !== void 0 ? await remoteTags().catch(() => {
  }) : void 0, isTagGone = tags !== void 0 && !tags.has(release3.tag ?? ""), state = recordedState({ evidence, isWhole: isWhole2, isTagGone });
  return { ...record, today, evidence, sightings: seen.map((one2) => one2.sighting), state };
}
async function lookFor2(target, release3) {
  let presence = await target.find(release3, { signatures: !1 }), base = {
    target: target.address,
    reference: target.reference(release3),
    ...presence.state === "present" && { digest: presence.digest }
  }, isSame3 = presence.state === "present" && presence.fingerprint === release3.fingerprint, state = presence.state === "present" ? isSame3 ? "same" : "other" : presence.state, sighting = { target, presence, evidence: { ...base, state } }, isPartly = state === "absent" && await isPartlyShown(target, release3), evidence = { ...base, state: isPartly ? "partly" : state };
  return { sighting, evidence };
}
async function isPartlyShown(target, release3) {
  return await target.isPartlyShown?.(release3).catch(() => !1) ?? !1;
}
function isPlanned({ release: { name, version }, evidence }, decisions) {
  let isUnclear = evidence.some(({ state }) => state === "unknown");
  return decisions.some(
    (decision) => decision.chart.manifest.name === name && decision.version === version && // What a target does not say is the plan's own reason to refuse the chart.
    (isReleased(decision) || isUnclear && decision.action === "refuse")
  );
}
async function withSource(run, checked) {
  try {
    let { release: release3 } = checked, known3 = problemIn2(checked);
    if (known3) throw known3;
    if (!await run.platform.git.ensureCommit(release3.commit)) throw commitGone(release3);
    let own = await chartAt2(run, release3, /* @__PURE__ */ new Map()), source = release3.overlay.size > 0 ? await chartAt2(run, release3, release3.overlay) : own, { name, version } = source.chart.manifest;
    if (!(name === release3.name && version === release3.version && own.chart.fingerprint === release3.fingerprint)) throw commitGone(release3);
    return { ...checked, source };
  } catch (error) {
    return { ...checked, problem: halfReleaseProblem(checked, asReleaseError(error)) };
  }
}
async function chartAt2(run, release3, overlay) {
  let sources = await run.history.sourcesAt(release3.commit, release3.folders, overlay), chart = sources.charts.get(release3.path);
  if (!chart) throw sources.problems.get(release3.path) ?? commitGone(release3);
  return { chart, sources };
}
function problemIn2({ sightings: sightings2, evidence }) {
  let unclear = sightings2.flatMap(({ presence }) => presence.state === "unknown" ? [presence.why] : []), other = evidence.find(({ state }) => state === "other");
  return other ? new ReleaseError("PUBLISHED_CONTENT_DIFFERS", `${other.reference} has other content.`) : unclear[0];
}

// src/pipeline/half-released/recorded-targets.ts
function withRecordedTargets(decisions, checked) {
  return decisions.map((decision) => {
    let { chart, version, sightings: sightings2 } = decision, records = checked.filter(({ release: release3 }) => release3.name === chart.manifest.name && release3.version === version);
    if (records.length === 0 || !isReleased(decision)) return decision;
    let known3 = new Set(sightings2.map(({ target }) => target)), more = records.flatMap((record) => record.sightings).filter(({ target }) => target.follows && !known3.has(target)), byTarget = new Map(more.map((sighting) => [sighting.target, sighting]));
    return { ...decision, sightings: [...sightings2, ...byTarget.values()] };
  });
}

// src/pipeline/report/plan-log.ts
var MAX_FINDINGS2 = 5;
function planLines({ decisions, unreadable: unreadable3, scope, halfReleases, remarks }) {
  if (scope.kind === "nothing") return scope.reason;
  let active = decisions.filter((decision) => decision.action !== "leave"), count = `${decisions.length + unreadable3.length} ${decisions.length === 1 ? "chart" : "charts"}`, same = sameCauses(active.flatMap(stoppedBy)), counted = (action, words2) => {
    let { length } = active.filter((decision) => decision.action === action);
    return length > 0 ? `, ${length} ${words2}` : "";
  }, todo = decisions.filter((decision) => isReleased(decision) && !isForGitAlone(decision)).length;
  return [
    `${count}: ${todo} to release, ${decisions.length - active.length} unchanged${counted("wait", "changed and not released")}${counted("refuse", "refused")}.`,
    ...halfReleases.halves.map((half) => half.problem?.message ?? halfReleased(half)),
    ...active.flatMap((decision) => [decisionLine(decision, same.get(decision.chart.path)), ...findingLines(decision)]),
    ...unreadable3.map(({ path, problem: problem2 }) => `${path}: ${problem2.message}`),
    ...remarks
  ].join(`
`);
}
function stoppedBy({ chart, version, problem: problem2 }) {
  return problem2 ? [{ name: chart.manifest.name, path: chart.path, version, problem: problem2 }] : [];
}
function decisionLine(decision, same) {
  let { name, version } = decision.chart.manifest, versions = decision.version === version ? version : `${version} -> ${decision.version}`;
  return `${name} ${versions}: ${decision.action}, ${same === void 0 ? decision.reason : sameAs(same)}`;
}
function findingLines({ findings }) {
  let shown2 = findings.slice(0, MAX_FINDINGS2).map((finding2) => `  ${finding2.rule}: ${findingWords(finding2)}`), left = findings.length - shown2.length;
  return left > 0 ? [...shown2, `  and ${left} more, which the plan lists`] : shown2;
}

// src/pipeline/plan/adoption.ts
var OUT_OF_STEP = /^(?:LOCK_\w+|CONSTRAINT_INVALID|DEPENDENCY_OUT_OF_STEP)$/;
function contentComparison(run, sources, change) {
  let built = /* @__PURE__ */ new Map();
  async function isSame3(archive, chart, from) {
    let made = madeWith(from, chart, archive);
    if (made === void 0) return !1;
    let key = JSON.stringify([chart.path, from === sources, made.key]), building = built.get(key) ?? shared(build(run, chart, made));
    return built.set(key, building), packageDifferences(archive, await building).length === 0;
  }
  return async (chart, { target, ref, published }) => {
    if (!await change.mayFetch(sources, allForeign(sources, chart))) throw notHere(chart);
    let { archive } = await target.fetch({ ref, digest: published.digest });
    if (await isSame3(archive, chart, sources)) return !0;
    let pinned = pinnedIn(sources, chart);
    if (pinned.size === 0) return !1;
    let fetched = fromWherePublished(sources, pinned);
    if (!await change.mayFetch(fetched, allForeign(fetched, chart))) throw notHere(chart);
    return isSame3(archive, chart, fetched).catch(notAllowed);
  };
}
function pinnedIn({ charts }, chart) {
  let named4 = levelsOf(charts, [chart.path]).flat().flatMap(({ local }) => local.filter((one2) => !isByFolder(one2)));
  return new Set(named4.flatMap(({ path }) => charts.get(path)?.manifest ?? []).map(versionKey));
}
function notAllowed(error) {
  if (asReleaseError(error).code === "DEPENDENCY_REFUSED") return !1;
  throw error;
}
function madeWith(sources, chart, archive) {
  let texts = packagedTexts(archive);
  try {
    return asPublished(sources, chart.path, texts);
  } catch (error) {
    if (OUT_OF_STEP.test(asReleaseError(error).code)) return;
    throw error;
  }
}
async function build(run, chart, made) {
  let request = { path: chart.path, sources: made.sources, overlay: made.overlay }, archive = (await buildCharts([request], await run.buildContext())).get(request);
  if (archive instanceof Uint8Array) return archive;
  throw archive ?? new ReleaseError("BUG_UNEXPECTED", `${chart.path} was lost.`);
}
function notHere({ manifest }) {
  return new ReleaseError(
    "DEPENDENCY_REFUSED",
    `Whether ${manifest.name} ${manifest.version}, which another tool published, has this content is not looked at for a pull request: it would fetch dependencies that the pull request names.`,
    { hint: "It is decided once this is merged.", at: { file: manifest.file, line: manifest.versionSpan.line } }
  );
}

// src/pipeline/plan/charts-left-out.ts
import { posix as posix35 } from "node:path";
var MAX_NAMED4 = 10, MAX_READ2 = 2e3, MAX_BYTES5 = 1024 * 1024;
async function dependentsLeft(run, { sources, folders }, decisions) {
  let released = decisions.filter(
    (decision) => ["publish", "bump"].includes(decision.action) && !isForGitAlone(decision)
  );
  if (released.length === 0) return [];
  let names2 = new Map(released.map(({ chart }) => [chart.path, chart.manifest.name])), others = outside(sources.tree, folders).slice(0, MAX_READ2), texts = await textsOf(run.platform.git, sources.tree, others.flatMap(chartFiles)), left = others.flatMap((folder) => {
    let on = dependenciesIn3(folder, texts).flatMap((dependency) => {
      let { repository, name } = dependency, byFolder = names2.get(dependencyFolder(folder, repository) ?? ""), here = run.history.ownRepositories.filter(({ address }) => address === repository.replace(/\/$/, "")), isByAddress = [...names2].some(
        ([path, other]) => other === name && here.some((own) => own.holds({ name, path }))
      );
      return byFolder ?? (isByAddress ? name : []);
    });
    return on.length > 0 ? [`${folder} (${[...new Set(on)].join(", ")})`] : [];
  });
  return left.length === 0 ? [] : [
    `Charts that \`charts\` and \`exclude\` leave out depend on charts that are released here, and are not released with them: ${someOf(left, MAX_NAMED4)}.`
  ];
}
function outside(tree, folders) {
  let own = new Set(folders), all = foldersWithChart(tree.paths), known3 = new Set(all), isVendored = (folder) => [...folder.matchAll(/(?:^|\/)charts\//g)].some(({ index }) => known3.has(folder.slice(0, index) || "."));
  return all.filter((folder) => !own.has(folder) && !isVendored(folder));
}
function chartFiles(folder) {
  return [posix35.join(folder, "Chart.yaml"), posix35.join(folder, "requirements.yaml")];
}
async function textsOf(git, tree, paths) {
  let entries = paths.flatMap((path) => tree.entry(path) ?? []), blobs = await git.blobs(
    entries.map(({ object }) => object),
    MAX_BYTES5
  );
  return new Map(entries.map(({ path, object }) => [path, Buffer.from(blobs.get(object) ?? []).toString()]));
}
function dependenciesIn3(folder, texts) {
  let [chartFile = "", requirementsFile = ""] = chartFiles(folder);
  try {
    let requirements = texts.get(requirementsFile), { dependencies: dependencies2 } = readChartYaml(texts.get(chartFile) ?? "", chartFile);
    return dependencies2.length > 0 || requirements === void 0 ? dependencies2 : readRequirements(requirements, requirementsFile);
  } catch {
    return [];
  }
}
async function vanishedCharts(run, charts) {
  let { sources, folders } = charts, names2 = folders.map((folder) => sources.charts.get(folder)?.manifest.name);
  if (run.facts.refType === "tag" || names2.includes(void 0)) return [];
  let gone = (await chartsBefore(run, charts)).filter(({ name }) => !names2.includes(name)), outside2 = gone.length > 0 ? await namesOutside(run.platform.git, charts) : /* @__PURE__ */ new Map();
  return gone.map(({ name, folder }) => {
    let what = whereabouts(folder, sources.charts.get(folder)?.manifest.name, outside2.get(name));
    return `${name} is not released any more: ${what}. Its published versions stay.`;
  });
}
function whereabouts(folder, instead, elsewhere2) {
  return instead !== void 0 ? `${folder} holds the chart ${instead} now` : elsewhere2 === void 0 ? `${folder}/Chart.yaml is gone` : `it is in ${elsewhere2} now, which \`charts\` and \`exclude\` leave out`;
}
async function chartsBefore({ facts, settings, platform: { git } }, { sources: { tree } }) {
  let before = await commitBefore(git, facts, tree.commit), old = before === void 0 ? [] : await git.tree(before).catch(() => []), isCovered = chartFolders(settings.charts, settings.exclude), changed = old.filter(({ path, object }) => !isManifest(path) || tree.entry(path)?.object === object ? !1 : isCovered(posix35.dirname(path))), objects = changed.map(({ object }) => object), blobs = await git.blobs(objects, MAX_BYTES5);
  return changed.flatMap(({ path, object }) => {
    let name = nameIn(Buffer.from(blobs.get(object) ?? []).toString());
    return name === void 0 ? [] : [{ name, folder: posix35.dirname(path) }];
  });
}
async function commitBefore(git, { before }, head) {
  return (before === void 0 ? void 0 : await git.resolve(`${before}^{commit}`)) ?? git.resolve(`${head}^`);
}
async function namesOutside(git, { sources, folders }) {
  let files = outside(sources.tree, folders).map((folder) => posix35.join(folder, "Chart.yaml")), texts = await textsOf(git, sources.tree, files.slice(0, MAX_READ2));
  return new Map(
    [...texts].flatMap(([file, text2]) => {
      let name = nameIn(text2);
      return name === void 0 ? [] : [[name, posix35.dirname(file)]];
    })
  );
}
function nameIn(chartYaml) {
  try {
    return readChartYaml(chartYaml, "Chart.yaml").name;
  } catch {
    return;
  }
}

// src/pipeline/plan/notes-files.ts
import { posix as posix36 } from "node:path";
function missingNotes(charts, { tree }, settings) {
  return [...Map.groupBy(charts, (chart) => settingsOf(chart, settings).releaseNotesFile)].flatMap(([file, having]) => {
    if (file === void 0 || having.some(({ path }) => tree.entry(posix36.join(path, file)) !== void 0)) return [];
    let inside2 = having.find(({ path }) => file.startsWith(`${path}/`) && tree.entry(file) !== void 0), write = inside2 ? ` Write \`release-notes-file: ${posix36.relative(inside2.path, file)}\`.` : "";
    return [
      `No chart has the file ${JSON.stringify(file)} of \`release-notes-file\`, which counts from the folder of the chart: releases say what changed.${write}`
    ];
  });
}

// src/model/git/version-words.ts
function wordAfter(word, letter) {
  let kind = kindOf2(letter);
  return kind && WORDS.get(word)?.[kind];
}
function kindOf2(letter) {
  return letter === "0" || letter === "." || letter === "-" || letter === "+" || letter === "v" ? letter : /^[1-9]$/.test(letter) ? "9" : /^[A-Za-z]$/.test(letter) ? "a" : void 0;
}
var letters = (to) => ({ a: to, v: to, "-": to }), suffixes = { ".": "pre", "+": "build" }, WORDS = /* @__PURE__ */ new Map([
  ["start", { v: "major", 0: "zero1", 9: "number1" }],
  ["major", { 0: "zero1", 9: "number1" }],
  ["zero1", { ".": "minor" }],
  ["number1", { ".": "minor", 0: "number1", 9: "number1" }],
  ["minor", { 0: "zero2", 9: "number2" }],
  ["zero2", { ".": "patch" }],
  ["number2", { ".": "patch", 0: "number2", 9: "number2" }],
  ["patch", { 0: "zero3", 9: "number3" }],
  ["zero3", { "-": "pre", "+": "build" }],
  ["number3", { "-": "pre", "+": "build", 0: "number3", 9: "number3" }],
  ["pre", { 0: "preZero", 9: "preNumber", ...letters("preWord") }],
  ["preZero", { 0: "preWrong", 9: "preWrong", ...letters("preWord"), ...suffixes }],
  ["preNumber", { 0: "preNumber", 9: "preNumber", ...letters("preWord"), ...suffixes }],
  // A number may not begin with a zero, a word may.
  ["preWrong", { 0: "preWrong", 9: "preWrong", ...letters("preWord") }],
  ["preWord", { 0: "preWord", 9: "preWord", ...letters("preWord"), ...suffixes }],
  ["build", { 0: "buildWord", 9: "buildWord", ...letters("buildWord") }],
  ["buildWord", { 0: "buildWord", 9: "buildWord", ...letters("buildWord"), ".": "build" }]
]), ENDS = /* @__PURE__ */ new Set([
  "zero1",
  "number1",
  "zero2",
  "number2",
  "zero3",
  "number3",
  "preZero",
  "preNumber",
  "preWord",
  "buildWord"
]);

// src/model/git/common-tag.ts
function commonTag(a, b) {
  if (!beginAlike(a.before, b.before) || !endAlike(a.after, b.after)) return;
  let letters2 = [...new Set(`1v0.-+a${a.before}${a.after}${b.before}${b.after}`)], open3 = [{ tag: "", left: START, right: START }], seen = /* @__PURE__ */ new Set();
  for (; open3.length > 0; ) {
    let whole2 = open3.find(({ left, right }) => isWhole(a, left) && isWhole(b, right));
    if (whole2) return whole2.tag;
    open3 = open3.flatMap((pair) => letters2.flatMap((letter) => nextPairs(pair, { letter, a, b }))).filter(isNew(seen));
  }
}
function beginAlike(a, b) {
  return a.startsWith(b) || b.startsWith(a);
}
function endAlike(a, b) {
  return a.endsWith(b) || b.endsWith(a);
}
var START = { before: 0, version: "start", after: 0 };
function nextPairs({ tag, left, right }, { letter, a, b }) {
  let rights = next(b, right, letter);
  return next(a, left, letter).flatMap((one2) => rights.map((other) => ({ tag: tag + letter, left: one2, right: other })));
}
function isNew(seen) {
  return ({ left, right }) => {
    let key = JSON.stringify([left, right]);
    return seen.has(key) ? !1 : (seen.add(key), !0);
  };
}
function next({ before, after }, place2, letter) {
  if (place2.before < before.length)
    return before[place2.before] === letter ? [{ ...place2, before: place2.before + 1 }] : [];
  let version = place2.after === 0 ? wordAfter(place2.version, letter) : void 0, isBehind = ENDS.has(place2.version) && after[place2.after] === letter;
  return [
    ...version === void 0 ? [] : [{ ...place2, version }],
    ...isBehind ? [{ ...place2, after: place2.after + 1 }] : []
  ];
}
function isWhole({ before, after }, place2) {
  return place2.before === before.length && ENDS.has(place2.version) && place2.after === after.length;
}

// src/plan/scope/tag-collisions.ts
var MAX_PROBLEMS2 = 5;
function tagCollisions(charts, settings) {
  let groups = [...Map.groupBy(
    charts.map((chart) => taggedAs(named2(chart), settings)).filter((one2) => one2 !== void 0),
    ({ before, after }) => JSON.stringify([before, after])
  ).values()].map((group) => [...new Map(group.map((one2) => [one2.chart.name, one2])).values()]), same = groups.filter(({ length }) => length > 1).map(sameTags), firsts = groups.flatMap(([first]) => first ?? []);
  return [...same, ...alike(firsts)].slice(0, MAX_PROBLEMS2);
}
function taggedAs(chart, settings) {
  let template2 = settingsOf(chart, settings).tagTemplate, parts = tagParts(template2, chart.name);
  return parts && { ...parts, chart, template: template2, at: chartSettings(chart, settings).given?.["tag-template"]?.at };
}
function alike(all) {
  let byBefore = Map.groupBy(all, ({ before }) => before);
  return all.flatMap((one2) => Array.from({ length: one2.before.length + 1 }, (_, length) => one2.before.slice(0, length)).flatMap((before) => byBefore.get(before) ?? []).flatMap((other) => {
    let tag = other.before === one2.before && all.indexOf(other) >= all.indexOf(one2) ? void 0 : commonTag(one2, other);
    return tag === void 0 ? [] : [oneTag(tag, other, one2)];
  }));
}
function sameTags(group) {
  let [first, second] = group.toSorted((a, b) => +(b.at !== void 0) - +(a.at !== void 0)), hint3 = "Put `{{ .Name }}` into it, or release one chart only.", isOneLine = group.every(({ at }) => at?.line === first?.at?.line && at?.file === first?.at?.file);
  if (!first || !second || isOneLine) {
    let what2 = `\`tag-template: ${first?.template}\` would give all ${group.length} charts the same tags.`;
    return new ReleaseError("TAG_TEMPLATE_AMBIGUOUS", what2, { hint: hint3, at: first?.at });
  }
  let more = group.length > 2 ? `, and ${group.length - 2} more charts,` : "", what = `${templateText(first)} and ${templateText(second)}${more} would have the same tags.`;
  return new ReleaseError("TAG_TEMPLATE_AMBIGUOUS", what, { hint: HINT, at: first.at });
}
var HINT = "Put `{{ .Name }}` into one of the two templates, or other words before the version.";
function oneTag(tag, a, b) {
  let versions = [a, b].map((one2) => `${one2.chart.name} ${versionIn(one2.template, tag, one2.chart.name)}`), what = `${templateText(a)} and ${templateText(b)} would have the same tag \`${tag}\`, for ${versions.join(" and ")}.`;
  return new ReleaseError("TAG_TEMPLATE_AMBIGUOUS", what, { hint: HINT, at: b.at ?? a.at });
}
function templateText({ chart, template: template2, at }) {
  let place2 = at ? placeText({ file: at.file, ...at.line !== void 0 && { line: at.line } }) : "of the run";
  return `${chart.name} with \`${template2}\` (${place2})`;
}

// src/pipeline/plan/settings-of-charts.ts
function checkSettings(run, charts, folders) {
  let names2 = charts.map(named2), conflicts = conflictingEntries(names2, run.settings), problems = conflicts.length > 0 ? conflicts : tagCollisions(charts, run.settings);
  if (problems.length > 0) throw problems.length === 1 ? problems[0] : new ReleaseErrors(problems);
  let warnings = unknownCharts(
    names2.map(({ name }) => name),
    folders,
    run.settings
  );
  for (let warning of warnings) run.warn(warning);
}
function appTagSettings(charts, settings) {
  let { tagTemplate, appTagPattern } = settings, own = charts.map((chart) => [chart.manifest.name, chartSettings(chart, settings).tagTemplate]);
  return {
    tagTemplate,
    appTagPattern,
    chartNames: own.map(([name]) => name),
    ownTemplates: new Map(own.flatMap(([name, template2]) => template2 === void 0 ? [] : [[name, template2]]))
  };
}
function plannedSettings(chart, settings) {
  let given = Object.entries(chartSettings(chart, settings).given ?? {});
  return given.length === 0 ? {} : { settings: Object.fromEntries(given.map(([name, { value }]) => [name, { value, source: "config" }])) };
}
function dependencySettings({ dependencies: dependencies2 }) {
  let { schemes, privateHosts, repositories = /* @__PURE__ */ new Map() } = dependencies2, named4 = [...repositories].map(([name, address]) => `${name}: ${address}`);
  return Object.fromEntries(
    Object.entries({ schemes, "private-hosts": privateHosts, repositories: named4 }).flatMap(
      ([key, values]) => values.length === 0 ? [] : [[`dependencies.${key}`, { value: values.join(", "), source: "config" }]]
    )
  );
}
function publishedElsewhere(charts, ownRepositories) {
  let byName = new Map(charts.map((chart) => [chart.manifest.name, named2(chart)]));
  return charts.flatMap(
    (chart) => chart.dependencies.flatMap(({ name, repository }) => {
      let on = byName.get(name), here = ownRepositories.filter(({ address }) => address === repository.replace(/\/$/, ""));
      return !on || here.length === 0 || here.some(({ holds: holds3 }) => holds3(on)) ? [] : `${chart.manifest.name} depends on ${name} at ${repository}, where this run does not publish ${name}: what is there is taken, and ${chart.manifest.name} does not follow changes of ${on.path}.`;
    })
  );
}
function mixedTags(charts, settings) {
  if (!charts.some((chart) => settingsOf(chart, settings).appVersion.rule === "tag")) return [];
  let tagSettings = appTagSettings(charts, settings);
  return charts.flatMap((chart) => {
    let own = chartSettings(chart, settings).tagTemplate, tag = own === void 0 ? void 0 : tagOf(own, chart.manifest);
    return tag === void 0 || !isAppTag(tag, tagSettings) ? [] : `The release tags of ${chart.manifest.name}, such as ${tag}, count as those of the application, which \`app-tag-pattern: ${settings.appTagPattern}\` means. Put \`{{ .Name }}\` into its \`tag-template\`, or set another \`app-tag-pattern\`.`;
  });
}

// src/pipeline/plan/lowered-versions.ts
async function loweredVersions(run, releases, change) {
  if (run.settings.mode !== "check") return /* @__PURE__ */ new Map();
  let own = releases.filter(({ action }) => action === "publish").map(({ chart }) => chart), base = own.length === 0 ? void 0 : await change.base();
  if (base === void 0) return /* @__PURE__ */ new Map();
  let before = await run.history.sourcesAt(
    base,
    own.map(({ path }) => path)
  );
  return new Map(
    own.flatMap((chart) => {
      let { name, version } = before.charts.get(chart.path)?.manifest ?? {};
      if (version === void 0 || name !== chart.manifest.name) return [];
      if (compareVersions(chart.manifest.version, version) >= 0) return [];
      let enough = nextVersion(version, "patch");
      return [[chart.path, versionTooLow(chart, { enough, since: version, why: "its base has that one" })]];
    })
  );
}

// src/pipeline/plan/trial-packages.ts
async function withoutBroken(run, sources, { decided, change }) {
  let { settings } = run, releases = decided.decisions.filter((decision) => isTried(decision, settings.mode));
  if (releases.length === 0 || settings.mode === "release") return decided;
  let own = fromWherePublished(sources, decided.published), lowered = await loweredVersions(run, releases, change), problems = new Map([...await trialOf(run, own, { decided, change, releases }), ...lowered]);
  return problems.size === 0 ? decided : {
    ...decided,
    ...await refuseBroken(sources, decided.decisions, { problems, settings, targets: run.targets })
  };
}
async function trialOf(run, sources, { decided, change, releases }) {
  let edits = releaseEdits(
    sources.charts,
    editsOf2(run, decided, releases),
    versionsStayOutOfGit(run) ? isByFolder : void 0
  ), written = await asWritten(run, sources, edits.files), refused3 = releases.flatMap((decision) => unwritable(run, decision, [edits.problems, written.problems])), charts = releases.map(({ chart }) => chart.path).filter((path) => refused3.every(([other]) => other !== path)).flatMap((path) => written.charts.get(path) ?? []), mayFetch = await Promise.all(charts.map((chart) => change.mayFetch(sources, allForeign(written, chart)))), trial = { sources: written, overlay: edits.files }, found = await packaged(run, { ...trial, charts: charts.filter((_, index) => mayFetch[index]) }), reasons2 = new Map([
    ...charts.flatMap(({ path }, index) => mayFetch[index] ? [] : [[path, PROPOSED]]),
    ...unreachable(written, found)
  ]), inPart = charts.filter(({ path }) => reasons2.has(path));
  for (let { path } of inPart) found.delete(path);
  return new Map([...refused3, ...found, ...await lintedInPart(run, { ...trial, charts: inPart }, reasons2)]);
}
var PROPOSED = "its pull request names them, and nothing is fetched for it";
function unreachable({ charts }, found) {
  return [...found].filter(
    ([, { code: code2, cause }]) => code2 === "DEPENDENCY_FAILED" && cause instanceof ReleaseError && cause.kind === "remote"
  ).flatMap(([path, { message }]) => {
    let stopped = [...dependentsOf(charts, [path])].filter((other) => found.get(other)?.code === "DEPENDENCY_STOPPED");
    return [path, ...stopped].map((one2) => [one2, message.replace(/\.$/, "")]);
  });
}
async function asWritten(run, sources, overlay) {
  return overlay.size === 0 ? sources : run.history.sourcesAt(sources.tree.commit, [...sources.charts.keys()], overlay);
}
function unwritable({ settings }, { chart, action, bump }, found) {
  let isByHand2 = action === "bump" && settings.mode === "check" && requiresBump({ bump }, settings), [problem2] = isByHand2 ? [] : found.flatMap((problems) => problems.get(chart.path) ?? []);
  return problem2 ? [[chart.path, problem2]] : [];
}
async function packaged(run, { sources, overlay, charts }) {
  if (charts.length === 0) return /* @__PURE__ */ new Map();
  let requests = charts.map(({ path, fingerprint: fingerprint2, manifest: { version } }) => ({
    path,
    fingerprint: fingerprint2,
    version,
    sources,
    overlay,
    commit: sources.tree.commit,
    committedAt: /* @__PURE__ */ new Date(0)
  })), results = await packageCharts(requests, await run.buildContext());
  return new Map(
    [...results].flatMap(([path, result]) => result instanceof ReleaseError ? [[path, result]] : [])
  );
}
async function lintedInPart(run, trial, reasons2) {
  if (trial.charts.length === 0) return /* @__PURE__ */ new Map();
  let context = await run.buildContext(), problems = /* @__PURE__ */ new Map(), toLint = [];
  for (let chart of trial.charts)
    try {
      checkInStep(chart, trial.sources), toLint.push({ ...await withoutForeign(run, trial, chart), linting: await lintingOf2(context, trial, chart) }), run.warn(`${chart.manifest.name} was linted without its dependencies: ${reasons2.get(chart.path)}.`);
    } catch (error) {
      problems.set(chart.path, asReleaseError(error));
    }
  return new Map([...problems, ...await lintArchives(toLint, { ...context, counts: isRegardless })]);
}
async function lintingOf2(context, { sources: { tree } }, chart) {
  let { path, manifest } = chart, rule = context.lintRuleOf?.(chart) ?? { mode: "on" }, linting = (await readLintings([{ name: manifest.name, path, tree, rule }], context.git)).get(path);
  if (linting instanceof ReleaseError) throw linting;
  return linting ?? { mode: "on", values: [] };
}
async function withoutForeign(run, { sources, overlay }, chart) {
  let { path, manifest } = chart, { name } = manifest, files = await packagedFiles(run.platform.git, sources, chart, { overlay }), own = new Set(chart.files.map((file) => file.path)), archive = writeArchive(name, files, /* @__PURE__ */ new Date(0));
  return { chart: { name, path }, ...lintable({ name, archive }, files), isOwn: (file) => own.has(file) };
}

// src/pipeline/plan/plan-step.ts
function createPlanner(run, progress) {
  let gatherEvidence = createEvidenceGatherer(run);
  return async (head) => {
    let isFirst = progress.plannedRun === void 0;
    return progress.plannedRun = await run.steps.during("Plan", async () => {
      let planned = await planRun(run, head, gatherEvidence), halves = isFirst ? planned.halfReleases.halves : [...progress.completions.keys()], plannedRun = { ...planned, halfReleases: { ...planned.halfReleases, halves } };
      return run.platform.log.info(planLines(plannedRun)), plannedRun;
    }), progress.failed.clear(), progress.plannedRun;
  };
}
async function planRun(run, head, gatherEvidence) {
  let { settings, facts, platform, relay } = run, { ownRepositories } = run.history, folders = [], sources = await run.history.sourcesAt(head, (tree) => {
    for (let notice of passedOver(tree, settings.charts, settings.exclude)) run.warn(notice);
    return folders = discover(tree.paths, settings.charts, settings.exclude), folders;
  }).catch(async (thrown) => {
    let { workspace } = facts;
    throw await withOtherCheckouts(thrown, { files: platform.files.shared, workspace, path: settings.path });
  }), charts = folders.flatMap((path) => sources.charts.get(path) ?? []);
  checkSettings(run, charts, folders), run.releaseTags.know(charts.map(named2));
  for (let warning of [...publishedElsewhere(charts, ownRepositories), ...mixedTags(charts, settings)])
    run.warn(warning);
  let scope = scopeOf(charts, { ...settings, tag: facts.refType === "tag" ? facts.refName : void 0 }), remoteTags = memoizeAsync(() => platform.git.remoteTags()), change = proposedChange(run, head), sameContent = contentComparison(run, sources, change), evidenceOf = gatherEvidence(sources, change), tagsOf = (chart) => {
    let { tagTemplate } = settingsOf(chart, settings);
    return { ...run.history, tagTemplate, remoteTags };
  }, charting = planCharts(sources, folders, {
    ownRepositories,
    settings,
    scope,
    git: platform.git,
    ownCommits: run.ownCommits,
    commit: head,
    tag: scope.kind === "all" ? scope.tag : void 0,
    tagTemplate: settings.tagTemplate,
    remoteTags,
    appTags: memoizeAsync(async () => appTagsIn(await remoteTags(), appTagSettings(charts, settings))),
    targets: run.targets,
    // Whether a version is high enough has nothing to do with who signed it.
    signatures: settings.sign !== "none" && settings.mode !== "check",
    ownSignatures: run.recognition,
    adopt: settings.adopt,
    bumpsGoToGit: !versionsStayOutOfGit(run),
    sameContent: relay ? relay.comparison(sameContent) : sameContent,
    sameContentAt: (at, held) => {
      let sameThere = contentComparison(run, at.sources, change);
      return (relay ? relay.comparison(sameThere) : sameThere)(at.chart, held);
    },
    sameAtTag: (chart, ref) => tagWithContent(chart, ref, tagsOf(chart)),
    evidenceOf: relay ? relay.evidence(evidenceOf) : evidenceOf,
    ...settings.mode === "check" && { proposedOn: change.base }
  }), covered = { sources, folders }, [decided, refs, vanished] = await Promise.all([charting, recordRefs(run, scope), vanishedCharts(run, covered)]), whole2 = { ...decided, ...await withoutBroken(run, sources, { decided, change }) }, halfReleases = await findHalfReleases(run, refs, { ...whole2, named: charts.map(named2), remoteTags }), planned = { ...whole2, decisions: withRecordedTargets(whole2.decisions, halfReleases.checked) }, plan = planData(run, head, planned, halfReleases), left = scope.kind === "all" ? await dependentsLeft(run, covered, planned.decisions) : [], packaged2 = planned.decisions.filter(isNewPackage).map(({ chart }) => chart), notes = missingNotes(charts, sources, settings), warnings = [...planned.warnings, ...vanished, ...left, ...notLinted(packaged2, settings), ...notes], all = fromWherePublished(sources, planned.published);
  return { head, scope, ...planned, sources: all, plan, warnings, halfReleases, remoteTags };
}
function planData(run, head, { decisions, unreadable: unreadable3 }, { halves }) {
  let names2 = new Map(decisions.map((decision) => [decision.chart.path, decision.chart.manifest.name])), charts = [
    ...halves.map(plannedHalfRelease),
    ...decisions.map((decision) => ({
      ...plannedChart(decision, (path) => names2.get(path) ?? path),
      ...ownLinting(decision.chart, run.settings),
      ...plannedSettings(decision.chart, run.settings)
    })),
    ...unreadable3.map(unreadableChart)
  ];
  return {
    schema: 1,
    commit: head,
    ...run.facts.refType === "branch" && { branch: run.facts.refName },
    charts: charts.sort(byPath2),
    settings: { ...run.settings.effective, ...dependencySettings(run.settings) }
  };
}

// src/pipeline/publish/save-packages.ts
import { posix as posix37 } from "node:path";
async function makePackagesFolder({ platform, settings }, { sources }, releases) {
  let folder = settings.packagesDir;
  if (folder === void 0) return;
  let inGit = releases.flatMap(
    ({ chart, version }) => Object.values(archiveNames({ name: chart.manifest.name, version }))
  ).map((name) => `${folder}/${name}`).find((place2) => sources.tree.entry(place2) !== void 0);
  if (inGit !== void 0) throw trackedFile(inGit);
  await requireNone(platform, folder, releases), await platform.workspace.makeFolder(folder);
}
async function requireNone({ workspace }, folder, releases) {
  let fresh = releases.filter(({ sightings: sightings2 }) => sightings2.every(({ presence }) => presence.state === "absent"));
  for (let { chart, version } of fresh)
    for (let name of Object.values(archiveNames({ name: chart.manifest.name, version })))
      if (await workspace.read(`${folder}/${name}`, MAX_ARCHIVE_BYTES)) throw foreignFile(`${folder}/${name}`);
}
async function savePackages({ platform, settings }, releases) {
  let folder = settings.packagesDir, packages = [];
  if (folder === void 0) return { packages, problems: [] };
  try {
    for (let release3 of releases.filter((one2) => resultOf(one2) !== "unchanged")) {
      for (let [name, content] of await filesOf2(release3)) {
        let there = await platform.workspace.read(`${folder}/${name}`, MAX_ARCHIVE_BYTES);
        if (there && !isReplaceable(there, content)) throw foreignFile(`${folder}/${name}`);
        await platform.workspace.write(folder, name, content);
      }
      packages.push(posix37.join(platform.workspace.folder, folder, archiveNames(release3.packaged).archive));
    }
    return { packages, problems: [] };
  } catch (error) {
    return { packages, problems: [asReleaseError(error)] };
  }
}
async function filesOf2(release3) {
  let { packaged: packaged2, attestation } = release3, names2 = archiveNames(packaged2), bundle = await archiveSignature(release3);
  return [
    ...packaged2.provenance ? [[names2.provenance, packaged2.provenance.text]] : [],
    ...bundle ? [[names2.signature, bundle]] : [],
    // It is about the archive as well, wherever it is stored.
    ...attestation ? [[names2.attestation, attestation.bundle.json]] : [],
    [names2.archive, packaged2.archive]
  ];
}
async function archiveSignature({ staged }) {
  let signed = staged.find(({ target }) => target.signs === "archive");
  if (!signed) return;
  let { bundles } = signed.signatures ?? await signed.target.signatures(signed.artifact);
  return bundles[0]?.json;
}
function trackedFile(path) {
  return new ReleaseError("WORKSPACE_PATH_REFUSED", `${path} is a file of the repository, and is not overwritten.`, {
    hint: "Name a folder in `packages-dir` that git ignores, such as `.cr-release-packages`.",
    at: { file: path }
  });
}
function foreignFile(path) {
  return new ReleaseError("WORKSPACE_PATH_REFUSED", `${path} is there already, and is not of this release.`, {
    hint: "It is not overwritten: remove it in an earlier step, or name another folder in `packages-dir`.",
    at: { file: path }
  });
}

// src/pipeline/preflight/needs-signing.ts
function needsSigning({ settings, targets }, releases) {
  return releases.some(
    ({ chart }) => isSigned(chart, settings) || settings.signIndex && targetsOf(chart, targets, settings).some(({ address }) => hasIndex(address))
  );
}

// src/pipeline/preflight/branch-rules.ts
var demands = new Map(
  Object.entries({
    pull_request: "changes must come by pull request",
    merge_queue: "changes must come through the merge queue",
    required_status_checks: "status checks must have passed, and a push by the workflow token starts none",
    required_deployments: "deployments must have succeeded",
    required_signatures: "commits must be signed",
    update: "only those on the bypass list may update it",
    workflows: "required workflows must have passed",
    code_scanning: "code scanning must have passed"
  })
), WAYS_OUT = [
  "Give `github-token` and the checkout step the token of a GitHub App that may pass them by (on the bypass list of the ruleset)",
  "check out with a deploy key that may",
  "set `commit: pull-request`, which proposes them",
  "or set `commit: none`, which releases bumped versions without writing them to git."
].join(", ");
function branchFindings(branch2, rules, { signs, withToken }) {
  let isFulfilled = ({ type, bypass }) => bypass === "yes" && withToken || signs && type === "required_signatures", standing = (rules ?? []).filter((rule) => demands.has(rule.type) && !isFulfilled(rule)), certain = standing.filter((rule) => rule.bypass === "no" && withToken);
  if (certain.length > 0) {
    let message = `Rules of the branch ${branch2} refuse a pushed version bump: ${demandsText(certain)}.`;
    return { problem: new ReleaseError("BRANCH_RULES", message, { hint: WAYS_OUT }) };
  }
  if (standing.length > 0) {
    let who = withToken ? "" : " Git pushes with the credentials that checkout left, not with `github-token`.";
    return {
      warning: `Rules of the branch ${branch2} may refuse a pushed version bump: ${demandsText(standing)}.${who} If they do: ${WAYS_OUT}`
    };
  }
  return rules?.some(({ type }) => type === "protected") ? {
    note: `The branch ${branch2} is protected, and the token can't see how. If it refuses the push: ${WAYS_OUT}`
  } : {};
}
function demandsText(rules) {
  return [...new Set(rules.map((rule) => demands.get(rule.type)))].join("; ");
}

// src/pipeline/preflight/clock-findings.ts
var DAY_MS = 864e5, WORTH_TELLING_MS = 5 * 6e4, UNITS = { minute: 0, hour: 3600, day: 86400, year: 31557600 };
function clockFindings(serverTime2, now) {
  let ahead = serverTime2.ahead();
  if (ahead === void 0 || Math.abs(ahead.milliseconds) < WORTH_TELLING_MS) return {};
  let { milliseconds, host } = ahead, there = new Date(now.getTime() - milliseconds), message = `The clock of this machine is ${durationText(Math.abs(milliseconds), UNITS)} ${milliseconds > 0 ? "fast" : "slow"}: it says ${timeText(now)}, and ${host} says ${timeText(there)}.`;
  return Math.abs(milliseconds) < DAY_MS ? { warning: message } : {
    problem: new ReleaseError("CLOCK_WRONG", message, {
      hint: "Set the clock of the runner, e.g. with `timedatectl set-ntp true`, and run again."
    })
  };
}

// src/pipeline/preflight/tags-to-make.ts
function tagsIn(settings) {
  return ({ chart, version }) => {
    let tag = tagOf(settingsOf(chart, settings).tagTemplate, { name: chart.manifest.name, version });
    return tag === void 0 ? [] : [tag];
  };
}

// src/pipeline/preflight/git-rights.ts
function bumps(releases) {
  return releases.some(
    (decision) => decision.edits.version !== void 0 || appVersionOf(decision) !== decision.chart.manifest.appVersion
  );
}
async function gitRightProblems(run, plannedRun, releases) {
  let pushes = bumps(releases) && !versionsStayOutOfGit(run), viaApi = pushes && !proposes(run) && await isVerified(run, run.facts.refName), { git } = run.platform;
  return (await Promise.all([
    pushes && !viaApi || await claims(run, plannedRun, releases) ? git.pushProblem() : void 0,
    viaApi ? run.github.writeProblem() : void 0
  ]).catch(problemsIn)).filter((problem2) => problem2 !== void 0);
}
async function claims(run, { remoteTags }, releases) {
  let tags = releases.filter(({ sightings: sightings2 }) => sightings2.some(({ presence }) => presence.state !== "present")).flatMap(tagsIn(run.settings));
  if (tags.length === 0) return !1;
  let known3 = await remoteTags();
  return tags.some((tag) => !known3.has(tag));
}

// src/pipeline/proposal/bump-branch.ts
var branchFor = (base) => `release-charts/${base}`, CHART_BRANCHES = "release-chart/";
function branchOfChart(base, chart) {
  let name = refProblem(chart) === void 0 ? chart : `chart-${stampOf(chart)}`;
  return `${CHART_BRANCHES}${base}/${name}`;
}
async function ownBranches({ facts, platform: { git } }) {
  let names2 = [...(await git.remoteRefs("refs/heads/release-chart")).keys()].map((ref) => ref.replace("refs/heads/", "")), ofCharts2 = `${CHART_BRANCHES}${facts.refName}/`, isOfChart = (name) => name.startsWith(ofCharts2) && !name.slice(ofCharts2.length).includes("/");
  return new Set(names2.filter((name) => name === branchFor(facts.refName) || isOfChart(name)));
}
async function ownershipOf(run, base, seen) {
  let { git } = run.platform, tip = await git.fetchRef(`refs/heads/${base}`) ?? run.checkout.head, common = await git.mergeBase(tip, seen) ?? await commonInHistory(run, tip, seen);
  return common === void 0 || !await run.ownCommits.isOwnChange(common, seen) ? "foreign" : (await git.commitsByOthers(common, seen)).length === 0 ? "ours" : "edited";
}
async function commonInHistory({ platform: { git } }, a, b) {
  if (await git.isShallow())
    return await git.unshallow(), git.mergeBase(a, b);
}
function foreignBranch(branch2, seen) {
  let text2 = `The branch ${branch2}, which version bumps are proposed on, has changes at ${shortCommit(seen)} that this action did not make, so it is left as it is.`;
  return new ReleaseError("BRANCH_NOT_OURS", text2, {
    hint: `Merge those changes, or keep them elsewhere and let the branch be made anew: git fetch origin ${branch2} && git push origin FETCH_HEAD:refs/heads/NEW-NAME && git push origin --delete ${branch2}`
  });
}
async function placeOn(run, plannedRun, { branch: branch2, wanted: wanted2, merged: merged2 }) {
  let { git } = run.platform, look = () => git.fetchRef(`refs/heads/${branch2}`), seen = await look();
  if (seen !== void 0 && await isSameOnTop(run, plannedRun.head, { commit: seen, wanted: wanted2 }))
    return { result: "done" };
  if (await laterHead(run, plannedRun) !== void 0)
    return { result: "rejected", reason: "the base branch moved", isFinal: !1 };
  let ownership = seen === void 0 || seen === merged2 ? "ours" : await ownershipOf(run, run.facts.refName, seen);
  if (seen !== void 0 && ownership === "edited") return { result: "edited", seen };
  if (seen !== void 0 && ownership === "foreign") throw foreignBranch(branch2, seen);
  let push3 = await git.replaceBranch(wanted2, branch2, seen);
  return push3.result === "rejected" ? { ...push3, isFinal: await look() === seen } : { result: "done" };
}

// src/pipeline/proposal/groups.ts
function groupsOf({ settings, facts }, charts, proposed) {
  return proposed.length === 0 ? [] : settings.pullRequests === "one" ? [{ branch: branchFor(facts.refName), releases: proposed }] : connected(charts, proposed).map((paths) => {
    let releases = proposed.filter(({ chart }) => paths.has(chart.path));
    return { branch: branchOfChart(facts.refName, lowestOf(charts, releases)), releases };
  });
}
function connected(charts, proposed) {
  let all = new Set(proposed.map(({ chart }) => chart.path)), groups = [];
  for (let path of all) {
    let below3 = levelsOf(charts, [path]).flatMap(
      (level) => level.flatMap((chart) => all.has(chart.path) ? chart.path : [])
    ), touched = groups.filter((group) => below3.some((one2) => group.has(one2)) || group.has(path));
    groups = [
      ...groups.filter((group) => !touched.includes(group)),
      /* @__PURE__ */ new Set([path, ...below3, ...touched.flatMap((group) => [...group])])
    ];
  }
  return groups;
}
function lowestOf(charts, releases) {
  let names2 = new Map(releases.map(({ chart }) => [chart.path, chart.manifest.name])), first = levelsOf(charts, [...names2.keys()]).flatMap((level) => level.map(({ path }) => path).sort()).find((path) => names2.has(path)) ?? "";
  return names2.get(first) ?? "";
}

// src/pipeline/preflight/name-conflicts.ts
var TAG_HINT = "Set a `tag-template` that gives other names, such as `{{ .Name }}-{{ .Version }}`, or rename the tag that is there.";
async function nameConflicts(run, plannedRun, releases) {
  return [...await tagConflicts(run, plannedRun, releases), ...await branchConflicts(run, plannedRun, releases)];
}
async function tagConflicts({ settings }, { remoteTags }, releases) {
  let tags = releases.flatMap(tagsIn(settings));
  if (tags.length === 0) return [];
  let known3 = await remoteTags(), all = [...known3.keys(), ...tags].map((tag) => `refs/tags/${tag}`);
  return tags.flatMap((tag) => {
    let there = known3.has(tag) ? void 0 : conflictingRef(`refs/tags/${tag}`, all);
    return there === void 0 ? [] : [nameConflict(`refs/tags/${tag}`, there, TAG_HINT)];
  });
}
async function branchConflicts(run, plannedRun, releases) {
  let proposed = proposes(run) ? divide(run, plannedRun, releases).proposed : [];
  if (proposed.length === 0) return [];
  let there = await (await run.platform.git.sideClone()).refs("refs/heads/release-chart");
  return groupsOf(run, plannedRun.sources.charts, proposed).flatMap((group) => {
    let branch2 = `refs/heads/${group.branch}`, conflict2 = there.includes(branch2) ? void 0 : conflictingRef(branch2, there);
    if (conflict2 === void 0) return [];
    let hint3 = `Bumps are proposed from that branch. Rename the one that is there: git push origin ${conflict2}:refs/heads/NEW-NAME && git push origin --delete ${conflict2}`;
    return [nameConflict(branch2, conflict2, hint3)];
  });
}

// src/pipeline/preflight/offline-problems.ts
async function offlineProblems(run, { signs }) {
  return (await Promise.all([
    signs ? signingProblems(run) : [],
    run.provenance().then(() => [], problemsIn),
    // A version that is named may have to be downloaded.
    run.settings.helmVersion === void 0 ? run.helm().then(() => [], problemsIn) : []
  ])).flat();
}
async function signingProblems(run) {
  let { facts, platform, settings } = run, instance = instanceProblem(facts.serverUrl, settings.sigstoreSigningConfig !== void 0);
  if (instance) return [instance];
  let { identity: identity2 } = platform;
  return [...identity2.available ? [] : await identity2.token(AUDIENCE).then(() => [], problemsIn), ...await consentProblems(run).catch(problemsIn)];
}
async function consentProblems({ facts, platform, settings }) {
  let sources = {
    signingConfig: settings.sigstoreSigningConfig,
    trustedRoot: settings.sigstoreTrustedRoot
  }, isPublic = !(sources.signingConfig !== void 0 || sources.trustedRoot !== void 0) || await import("./keyless-JISSO4XT.js").then(async ({ findServices }) => {
    let { http, files, clock: clock2, log } = platform, options = { http, files, clock: clock2, log, timeoutMs: settings.sigstoreTimeout };
    return (await findServices({ ...sources, cacheFolder: "" }, options)).isPublic;
  }), publicLog = settings.publicLog, isKnown = facts.visibility !== void 0 || publicLog !== void 0, { repository, visibility: repositoryVisibility } = facts, problem2 = isPublic && isKnown ? publicLogProblem({ repository, repositoryVisibility }, publicLog) : void 0;
  return problem2 ? [problem2] : [];
}

// src/pipeline/preflight/preflight.ts
var SHOWN4 = 10;
async function preflight2(run, plannedRun, releases) {
  let signs = needsSigning(run, releases), known3 = await offlineProblems(run, { signs });
  if (known3.length > 0) throw new ReleaseErrors(known3);
  let signed = releases.filter(({ chart }) => isSigned(chart, run.settings)), signable = shared(signs ? signatureProblems(run, signed, { creates: !1 }) : Promise.resolve([])), findings = await Promise.all([
    ...wanted(run, releases).map((target) => target.preflight(refsToWrite(releases, target.address)).catch(problemsIn)),
    place(run),
    branch(run, releases).catch(problemsIn),
    gitRightProblems(run, plannedRun, releases),
    nameConflicts(run, plannedRun, releases).catch(problemsIn),
    signs ? identity(run) : [],
    run.helm().then(() => [], problemsIn),
    run.provenance().then(() => [], problemsIn)
  ]), all = [...clock(run), ...findings.flat()], problems = distinct(all);
  if (problems.length > 0) throw new ReleaseErrors(problems);
  let signing = signs ? await run.signing() : void 0;
  await createMissing(run, releases);
  let unsignable = [...await signable, ...signing ? await signatureProblems(run, signed, { creates: !0 }) : []];
  if (unsignable.length > 0) throw new ReleaseErrors(unsignable);
  let { log } = run.platform;
  for (let decision of releases) noticeVersion(run, decision);
  log.info(`Packaging with Helm ${(await run.helm()).version}.`), signing && log.info(`Signing as ${signing.identity.subject}.`);
  let unsigned = releases.filter((release3) => !signed.includes(release3)).map(({ chart }) => chart.manifest.name);
  unsigned.length > 0 && log.info(`Not signing${signing ? ` ${someOf(unsigned, SHOWN4)}` : ""}: \`sign: none\`.`);
}
function distinct(problems) {
  let byText = /* @__PURE__ */ new Map();
  for (let problem2 of problems) {
    let key = JSON.stringify([problem2.code, problem2.message, problem2.at]);
    byText.has(key) || byText.set(key, problem2);
  }
  return [...byText.values()];
}
async function createMissing(run, releases) {
  let problems = (await Promise.all(
    wanted(run, releases).map((target) => target.createMissing?.(refsToWrite(releases, target.address)))
  )).flatMap((each) => each ?? []);
  if (problems.length > 0) throw new ReleaseErrors(problems);
}
async function signatureProblems(run, releases, { creates }) {
  return (await Promise.all(
    wanted(run, releases).filter((target) => target.mayCreate === !0 === creates).map((target) => target.signatureProblem?.(refsToWrite(releases, target.address)))
  )).filter((problem2) => problem2 !== void 0);
}
function wanted(run, releases) {
  let all = new Set(releases.flatMap(({ chart }) => targetsOf(chart, run.targets, run.settings)));
  return run.targets.filter((target) => all.has(target));
}
function noticeVersion(run, { chart, version }) {
  let notice = versionNotice(version), { file, versionSpan: versionSpan2 } = chart.manifest;
  notice !== void 0 && run.platform.log.warning(notice, { title: chart.manifest.name, at: { file, line: versionSpan2.line } });
}
function refsToWrite(releases, target) {
  let stays = ["same", "unadopted"];
  return releases.filter(
    ({ sightings: sightings2 }) => sightings2.some(({ evidence }) => evidence.target === target && !stays.includes(evidence.state))
  ).map(({ chart, version }) => ({ name: chart.manifest.name, version }));
}
function clock({ platform, warn }) {
  let { problem: problem2, warning } = clockFindings(platform.serverTime, platform.clock.now());
  return warning !== void 0 && warn(warning), problem2 ? [problem2] : [];
}
function place({ facts, checkout }) {
  let problem2 = headProblem(facts, checkout);
  return problem2 ? [problem2] : [];
}
async function branch(run, releases) {
  if (!bumps(releases) || versionsStayOutOfGit(run) || proposes(run)) return [];
  let name = run.facts.refName, rules = await run.github.branchRules(name), signs = await isVerified(run, name), withToken = signs || await run.platform.git.pushesWithToken(), { problem: problem2, warning, note } = branchFindings(name, rules, { signs, withToken });
  return warning !== void 0 && run.warn(warning), note !== void 0 && run.platform.log.info(note), problem2 ? [problem2] : [];
}
async function identity(run) {
  try {
    return await run.signing(), [];
  } catch (error) {
    return problemsIn(error);
  }
}

// src/pipeline/preflight/prepare.ts
async function prepare(run, plannedRun, progress) {
  let releases = plannedRun.decisions.filter(isReleased);
  await makePackagesFolder(run, plannedRun, releases), releases.length > 0 && await run.steps.during("Preflight", async () => {
    await preflight2(run, plannedRun, releases);
    let signing = needsSigning(run, releases) ? await run.signing() : void 0;
    signing && (progress.identity = signing.identity);
  });
  for (let target of run.targets) await target.finish?.();
}

// src/pipeline/proposal/withdraw.ts
async function withdraw(run, plannedRun, { branch: branch2, why, tidies }) {
  let { git, log } = run.platform, base = run.facts.refName, there = await run.github.findPull(branch2, base);
  if (there === void 0 && !tidies) return;
  let seen = await git.fetchRef(`refs/heads/${branch2}`);
  if (seen !== void 0 && await ownershipOf(run, base, seen) !== "ours") {
    there && run.warn(foreignBranch(branch2, seen).message);
    return;
  }
  let isOvertaken = await laterHead(run, plannedRun) !== void 0, deleted = isOvertaken || seen === void 0 ? void 0 : await git.deleteBranch(branch2, seen);
  if (isOvertaken || deleted?.result === "rejected") {
    log.info(`${there?.url ?? branch2} is left to the run of a later commit.`);
    return;
  }
  there && (await run.github.closePull(there.number), log.info(`Closed ${there.url}: ${why}.`));
}

// src/pipeline/proposal/leftovers.ts
async function leftBranches(run, groups) {
  let wanted2 = new Set(groups.map(({ branch: branch2 }) => branch2));
  return [...await ownBranches(run)].filter((branch2) => !wanted2.has(branch2));
}
async function editedAmong(run, branches) {
  let base = run.facts.refName, edited = [];
  for (let branch2 of branches) {
    let pull = await run.github.findPull(branch2, base), seen = pull && await run.platform.git.fetchRef(`refs/heads/${branch2}`);
    pull && seen !== void 0 && await ownershipOf(run, base, seen) === "edited" && edited.push({ branch: branch2, pull, seen });
  }
  return edited;
}
function leftoverOf({ facts }, { releases }, edited) {
  let base = facts.refName, branches = [branchFor(base), ...releases.map(({ chart }) => branchOfChart(base, chart.manifest.name))];
  return edited.find(({ branch: branch2 }) => branches.includes(branch2));
}
async function withdrawRest(run, plannedRun, groups) {
  let usual = branchFor(run.facts.refName), isApart = run.settings.pullRequests === "per-chart", isOpen = groups.length > 0, why = isOpen ? "its versions are proposed in another pull request" : "no chart needs another version any more";
  try {
    let left = await leftBranches(run, groups), own = isApart || isOpen ? [] : [usual];
    for (let branch2 of /* @__PURE__ */ new Set([...own, ...left]))
      await withdraw(run, plannedRun, { branch: branch2, why, tidies: isApart || branch2 !== usual });
  } catch (error) {
    warnUnlessBug(run, error);
  }
}

// src/report/wording/chart-text.ts
var RESULTS = {
  released: "released",
  unchanged: "unchanged",
  waiting: "changed, not released",
  completed: "signature added",
  failed: "failed",
  skipped: "skipped",
  planned: "planned",
  checked: "checked"
};
function resultText(chart) {
  return isRestored(chart) ? "archive restored" : RESULTS[chart.result];
}
function isRestored({ result, references }) {
  return result === "completed" && references.some(({ wasRestored }) => wasRestored);
}
var ACTIONS = {
  publish: "publish",
  bump: "bump and publish",
  leave: "leave as it is",
  complete: "add what is missing",
  wait: "changed, not released",
  refuse: "refuse"
};
function actionText(chart) {
  return isForGitAlone2(chart) ? "write to git" : ACTIONS[chart.action];
}
function isForGitAlone2({ action, evidence }) {
  return action === "bump" && isOnAllTargets(evidence);
}
var VERDICTS = {
  enough: "high enough",
  mild: "rather low",
  "too-low": "too low",
  missing: "not raised",
  left: "raised by the release",
  waiting: "not raised yet",
  first: "first release",
  unchanged: "unchanged",
  unknown: "not known"
};
function checkCells(check2, arrow) {
  let { released, declared, declaredLevel, requiredLevel, needed, verdict } = check2, versions = versionsText(released, declared, arrow);
  return [
    declaredLevel === void 0 ? versions : `${versions} (${declaredLevel})`,
    [needed, requiredLevel && `(${requiredLevel})`].filter((part) => part !== void 0).join(" "),
    VERDICTS[verdict]
  ];
}
function versionsText(from, to, arrow) {
  return from === void 0 || from === to ? to : `${from} ${arrow} ${to}`;
}

// src/report/markdown/words.ts
var COPIED = /`([^`\n]+)`|\b([a-z][a-z0-9+.-]{0,30}:\/\/(?:[^\s`,;)'"|]*[^\s`,;)'"|.:])?)/g;
function words(text2, limit = 500) {
  let parts = [], at = 0;
  for (let found of text2.slice(0, limit).matchAll(COPIED))
    parts.push(between(text2.slice(at, found.index)), code(found[1] ?? found[2] ?? "", limit)), at = found.index + found[0].length;
  return parts.push(between(text2.slice(at, Math.max(at, limit)), text2.length > limit ? "\u2026" : "")), parts.join("").trim();
}
function between(text2, end = "") {
  return text2.trim() === "" ? `${text2 === "" ? "" : " "}${end}` : `${/^\s/.test(text2) ? " " : ""}${prose(text2, text2.length)}${end}${/\s$/.test(text2) ? " " : ""}`;
}

// src/report/markdown/pull-request.ts
var MAX_TABLE = 3e4, MAX_NOTES2 = 25e3;
function pullRequestText(charts, { base, notes }) {
  let rows = charts.map((chart) => [
    prose(chart.name, 100),
    prose(versionsText(chart.currentVersion, chart.version, "\u2192"), 100),
    words(chart.reason, 300)
  ]), branch2 = `\`${base.replaceAll("`", "")}\``, { shown: shown2, left } = rowsWithin(rows, MAX_TABLE - 1);
  return [
    `These charts changed since their versions were published. Merging this releases them from ${branch2}.`,
    table(["Chart", "Version", "Why"], shown2),
    ...left > 0 ? [`*${left} more charts are in the commit.*`] : [],
    ...notesOfCharts(charts, notes),
    `Each push to ${branch2} updates this pull request, unless its own branch has commits by somebody else: then it stays as it is until it is merged or the branch is deleted. A title or description that you edit is kept. To give a chart another version, raise it on ${branch2}. To postpone the release, close this pull request with the label \`${POSTPONE_LABEL}\`; remove the label to have it proposed again.`
  ].join(`

`);
}
function notesOfCharts(charts, notes) {
  let room = MAX_NOTES2;
  return charts.flatMap(({ path, name, version }) => {
    let own = notes.get(path) ?? [];
    if (own.length === 0) return [];
    let text2 = foldedNotes(name, version, own);
    return room -= text2.length, room > 0 ? [text2] : [];
  });
}

// src/pipeline/proposal/labels.ts
async function label(run, { number, labels }, { isNew: isNew2 }) {
  let there = new Set(labels.map(folded2)), missing = run.settings.pullRequestLabels.filter((one2) => !there.has(folded2(one2)));
  if (missing.length !== 0)
    try {
      let ever = new Set(isNew2 ? [] : [...await run.github.labelsEver(number)].map(folded2)), wanted2 = missing.filter((one2) => !ever.has(folded2(one2)));
      wanted2.length > 0 && await run.github.addLabels(number, wanted2);
    } catch (error) {
      let problem2 = asReleaseError(error);
      if (problem2.kind === "bug") throw problem2;
      run.warn([`${problem2.message}.`, problem2.hint].join(" "));
    }
}
function folded2(label2) {
  return label2.toLowerCase();
}

// src/pipeline/proposal/pull-request-text.ts
var MARK = /\n\n<!-- made by release-charts ([0-9a-f]{16}) ([0-9a-f]{16}) -->$/, UNMARKED_END = "To give a chart another version, raise it on the branch itself.";
function marked({ title, body }) {
  return { title, body: `${body}

<!-- made by release-charts ${stampOf(title)} ${stampOf(body)} -->` };
}
function changeOf(there, wanted2) {
  let { hasOurTitle, hasOurBody } = ownershipOf2(there);
  if (!hasOurBody) return { change: {}, kept: "description" };
  let { title, body } = marked(wanted2), isTitleWanted = there.title === title, isBodyWanted = unified(there.body).trimEnd() === unified(body);
  return { change: { ...hasOurTitle && !isTitleWanted && { title }, ...!isBodyWanted && { body } }, ...!hasOurTitle && !isTitleWanted && { kept: "title" } };
}
function ownershipOf2({ title, body }) {
  let text2 = unified(body).trimEnd(), mark = MARK.exec(text2);
  return mark ? { hasOurTitle: mark[1] === stampOf(title), hasOurBody: mark[2] === stampOf(text2.slice(0, mark.index)) } : { hasOurTitle: !0, hasOurBody: text2.endsWith(UNMARKED_END) };
}

// src/pipeline/proposal/pull-request.ts
var MAX_RACES = 5, PAUSE_MS = 1e3;
async function proposeBump(run, plannedRun, { branch: branch2, commit, releases }) {
  let text2 = textOf4(run, releases);
  for (let race = 1; ; race += 1) {
    let base = run.facts.refName, there = await run.github.findPull(branch2, base), closed = there ? void 0 : await run.github.findClosedPull(branch2, base);
    if (closed && isPostponed(closed)) return { result: "waiting", why: postponedBy(run, closed) };
    let placed2 = await placeOn(run, plannedRun, {
      branch: branch2,
      wanted: commit,
      merged: closed?.isMerged ? closed.head : void 0
    });
    if (placed2.result === "edited" && there)
      return { result: "waiting", why: editedByOthers(run, there, { branch: branch2, seen: placed2.seen }) };
    if (placed2.result === "edited") throw foreignBranch(branch2, placed2.seen);
    let opened = placed2.result === "done" ? await pullFor(run, branch2, there, text2) : void 0;
    if (opened?.result === "done")
      return await label(run, opened.pull, { isNew: !there }), run.platform.log.info(`Proposed in ${opened.pull.url}`), {
        result: "done",
        proposal: { pull: opened.pull, paths: new Set(releases.map(({ chart }) => chart.path)) }
      };
    let head = await laterHead(run, plannedRun);
    if (head !== void 0) return movedOn(run, plannedRun, head, { releases, isProposed: !0 });
    if (placed2.result === "rejected" && placed2.isFinal) throw notPushed(branch2, placed2.reason);
    if (race === MAX_RACES)
      throw opened ? notOpened(opened.reason) : notPushed(branch2, placed2.result === "rejected" ? placed2.reason : "");
    await run.platform.clock.sleep(PAUSE_MS);
  }
}
function isPostponed({ isMerged, labels }) {
  return !isMerged && labels.some((label2) => label2.toLowerCase() === POSTPONE_LABEL);
}
function postponedBy({ platform: { log } }, { url }) {
  return log.info(`Nothing is proposed as long as ${url}, which was closed, has the label "${POSTPONE_LABEL}".`), `put off by the label "${POSTPONE_LABEL}" of ${url}`;
}
function editedByOthers({ warn }, { url }, { branch: branch2, seen }) {
  return warn(
    `${url} is not brought up to date: ${branch2} has changes at ${shortCommit(seen)} that this action did not make. Merge it, and what came later is proposed next; or delete the branch to have it created again.`
  ), `waits for ${url}, whose branch somebody edited`;
}
function textOf4({ facts, platform: { secrets } }, releases) {
  let [title = ""] = messageOf(releases).split(`
`), names2 = new Map(releases.map(({ chart }) => [chart.path, chart.manifest.name])), charts = releases.map((decision) => plannedChart(decision, (path) => names2.get(path) ?? path)), notes = new Map(
    releases.map((decision) => [decision.chart.path, redactedForPublication(notesOf(decision), secrets)])
  ), body = pullRequestText(redactedForPublication(charts, secrets), { base: facts.refName, notes });
  return { title: secrets.redactData(title), body };
}
async function pullFor(run, branch2, there, text2) {
  let { github, facts, platform, settings } = run;
  if (!there) return github.openPull(branch2, facts.refName, { ...marked(text2), draft: settings.pullRequestDraft });
  let { change, kept: kept3 } = changeOf(there, text2);
  kept3 && platform.log.info(`Kept the ${kept3} of ${there.url}, which somebody edited.`);
  let pull = Object.keys(change).length === 0 ? there : await github.updatePull(there.number, change);
  return pull.isOpen ? { result: "done", pull } : { result: "rejected", reason: `${pull.url} was closed` };
}
function notOpened(reason) {
  return new ReleaseError(
    "PULL_REQUEST_FAILED",
    `GitHub did not open the pull request of the version bumps: ${reason}`,
    {
      hint: "If other runs or people change the same branch at this moment, run again; a `concurrency` group keeps release runs apart."
    }
  );
}
function notPushed(branch2, reason) {
  let message = `The push of the version bumps to ${branch2} was refused: ${reason}`;
  return new ReleaseError("GIT_PUSH_REFUSED", message, {
    hint: "Give the job `permissions: { contents: write, pull-requests: write }`. Where another run works on the same branch, run again."
  });
}

// src/pipeline/proposal/propose-bumps.ts
async function proposeBumps(run, plannedRun, progress) {
  let { direct, proposed } = divide(run, plannedRun, plannedRun.decisions.filter(isReleased));
  return proposes(run) ? run.steps.during("Propose the bumps", async () => proposed.length > 0 ? { direct, ...await proposeAll(run, plannedRun, proposed, progress) } : (await withdrawRest(run, plannedRun, []), { direct })) : { direct };
}
async function proposeAll(run, plannedRun, proposed, progress) {
  progress.proposals.length = 0;
  let ready = await bumpAndPackage(run, plannedRun, proposed, progress.failed), groups = groupsOf(run, plannedRun.sources.charts, ready.releases);
  if (groups.length === 0) return {};
  let planned = [...groups, ...groupsOf(run, plannedRun.sources.charts, proposed)], edited = await editedAmong(run, await leftBranches(run, planned)), waits = /* @__PURE__ */ new Map(), isDone = !0;
  for (let group of groups) {
    let outcome = await proposeGroup(run, plannedRun, { group, ready, edited }).catch(asReleaseError);
    if ("result" in outcome && outcome.result === "again") return { again: outcome.head };
    "result" in outcome && outcome.result === "done" ? progress.proposals.push(outcome.proposal) : isDone &&= "result" in outcome && outcome.result === "waiting";
    for (let { chart } of group.releases)
      "result" in outcome ? outcome.result === "waiting" ? waits.set(chart.path, outcome.why) : outcome.result === "superseded" && waits.set(chart.path, supersededReason(outcome.by)) : progress.failed.set(chart.path, outcome);
  }
  return isDone && await withdrawRest(run, plannedRun, planned), { proposals: progress.proposals, waits };
}
async function proposeGroup(run, plannedRun, { group, ready, edited }) {
  let leftover = leftoverOf(run, group, edited);
  if (leftover) return { result: "waiting", why: editedByOthers(run, leftover.pull, leftover) };
  let { branch: branch2, releases } = group, written = releases.length === ready.releases.length ? ready.written : await writeBump(run, plannedRun, releases);
  return await requireOwnBump(run, plannedRun, written), proposeBump(run, plannedRun, { branch: branch2, commit: written.commit, releases });
}

// src/pipeline/half-released/settle.ts
var DAY_MS2 = 24 * 36e5;
async function settleRecords(run, { halfReleases }, ended) {
  let now = run.platform.clock.now().getTime(), isDone = ({ release: release3 }) => ended.released.some((one2) => isPublished3(release3, one2)), settled2 = [
    ...halfReleases.checked.filter((checked) => isDone(checked) || isSettled(checked, now)),
    ...ended.recorded.filter(isDone)
  ];
  await removeRecords(run, [...new Set(settled2.map(({ ref }) => ref))]);
}
function isPublished3(recorded, { packaged: packaged2, staged }) {
  let on = new Set(staged.map(({ target }) => target.address));
  return isSameRef(recorded, packaged2) && recorded.targets.every((address) => on.has(address));
}
function isSameRef(a, b) {
  return a.name === b.name && a.version === b.version;
}
function isSettled({ state, release: release3, evidence, writtenAt }, now) {
  if (state === "finished" || state === "withdrawn") return !0;
  if (evidence.length < release3.targets.length) return !1;
  if (state === "overtaken") return !0;
  let isAbsent = evidence.every((one2) => one2.state === "absent");
  return state === "unpublished" && isAbsent && now - writtenAt.getTime() > DAY_MS2;
}

// src/pipeline/handover/left-to-later-run.ts
var NOT_HANDED_OVER = /^(?:HANDOVER_INCOMPLETE|DEPENDENCY_STOPPED)$/;
async function leftToLaterRun(charts, { relay, ownCommits: ownCommits2 }, head) {
  return relay?.part !== "release" || relay.head === head || !charts.some(({ problem: problem2 }) => problem2?.code === "HANDOVER_INCOMPLETE") || await ownCommits2.isOwnChange(relay.head, head) ? charts : charts.map((chart) => {
    let { problem: problem2, ...rest } = chart;
    return problem2 === void 0 || !NOT_HANDED_OVER.test(problem2.code) ? chart : { ...rest, result: "skipped", reason: supersededReason(head) };
  });
}

// src/pipeline/outside/look-at-site.ts
var WAIT_MS2 = 3e4, BACKOFF2 = { firstMs: 2e3 };
async function lookAtSite(site, shown2, run) {
  let { clock: clock2, log } = run.platform, signing = shown2.some((one2) => signedParts(one2).length > 0) ? await run.signing() : void 0, end = clock2.monotonic() + WAIT_MS2, wrong = [], ended = (notes) => ({
    warnings: [],
    notes,
    problems: wrong.slice(0, MAX_PROBLEMS).map((problem2) => differs3(problem2, site.url))
  });
  for (let attempt4 = 1, left = shown2; ; attempt4 += 1) {
    let { silent, found } = await lookOnce(site, left, signing), coming = found.filter(({ problem: problem2 }) => mayCome(problem2));
    if (wrong.push(...found.flatMap(({ problem: problem2 }) => mayCome(problem2) ? [] : [problem2])), silent) return ended([unknown2(silent)]);
    let [first] = coming, pauseMs = backoffMs(BACKOFF2, attempt4);
    if (!first) return ended([]);
    if (clock2.monotonic() + pauseMs > end) return ended([notVisible(site.url, first, coming.length)]);
    log.info(`Looking again in ${pauseMs / 1e3} seconds: ${first.problem.message}`), await clock2.sleep(pauseMs), left = coming.map((one2) => one2.shown);
  }
}
async function lookOnce(site, shown2, signing) {
  let repository = site.open(), there = await repository.hasIndex().catch(asReleaseError);
  if (there === !1) return { found: shown2.map((one2) => ({ shown: one2, problem: indexMissing(site.url) })) };
  if (there !== !0) return { found: [], silent: there };
  let silent;
  return { found: (await mapConcurrent(shown2, AT_ONCE3, async (one2) => {
    if (silent) return [];
    let problem2 = await problemOf3(repository, one2, signing);
    return !problem2 || isFinding(problem2) ? problem2 ? [{ shown: one2, problem: problem2 }] : [] : (silent ??= problem2, []);
  })).flat(), silent };
}
async function problemOf3(repository, shown2, signing) {
  let { ref, reference, digest } = shown2.artifact;
  try {
    let chart = await repository.find(ref), { archiveDigest: found } = chart;
    if (found !== digest) return digestDiffers(reference, { given: digest, found });
    let { checks } = await verifyShown(chart, signedParts(shown2), signing);
    return checks.find(({ problem: problem2 }) => problem2)?.problem;
  } catch (thrown) {
    return asReleaseError(thrown);
  }
}

// src/pipeline/outside/look-outside.ts
var NOTHING = { problems: [], warnings: [], notes: [] };
async function lookFromOutside(run, releases) {
  let looks = await mapConcurrent(run.targets, run.targets.length, (target) => lookAt(target, run, releases));
  return {
    problems: looks.flatMap(({ problems }) => problems),
    warnings: looks.flatMap(({ warnings }) => warnings),
    notes: looks.flatMap(({ notes }) => notes)
  };
}
async function lookAt(target, run, releases) {
  let shown2 = shownOn(target, releases);
  if (shown2.length === 0) return NOTHING;
  let outside2 = run.outside(target);
  if (!outside2)
    return run.platform.log.info(`${target.address} is not looked at: no web address is known where it is visible by now`), NOTHING;
  if ("open" in outside2) return lookAtSite(outside2, shown2, run);
  let found = await lookAtRegistry(outside2, shown2, run);
  return {
    problems: found.filter(isFinding).map((problem2) => differs3(problem2, target.address)),
    warnings: found.filter((one2) => !isFinding(one2)).map(unknown2),
    notes: []
  };
}
function shownOn(target, releases) {
  return releases.flatMap(
    ({ staged, published }) => published.flatMap((artifact, index) => {
      let on = staged[index];
      return on?.target === target && artifact.changed ? [{ artifact, isSigned: on.signatures !== void 0 }] : [];
    })
  );
}

// src/pipeline/report/end-run.ts
async function endRun(run, plannedRun, progress, results) {
  let { completions, recorded, bumpCommit, failed: failed2 } = progress, released = [...completedReleases(completions), ...results.promoted ?? []];
  await settleRecords(run, plannedRun, { recorded, released });
  let packages = await savePackages(run, released), outside2 = await lookOutside(run, results.promoted ?? []), reported = await report(run, plannedRun, { failed: failed2, ...results, completions }, progress);
  return {
    ...reported,
    charts: await leftToLaterRun(reported.charts, run, plannedRun.head),
    ...packages,
    problems: [...reported.problems, ...packages.problems, ...outside2.problems],
    advice: [...reported.advice, ...runAdvice(outside2.warnings), ...runAdvice(outside2.notes, "notice")],
    ...bumpCommit !== void 0 && { bumpCommit }
  };
}
async function lookOutside(run, promoted) {
  return promoted.some(({ published }) => published.some(({ changed }) => changed)) ? run.steps.during("Look from outside", () => lookFromOutside(run, promoted)) : { problems: [], warnings: [], notes: [] };
}
async function endSuperseded(run, plannedRun, progress, by) {
  let skipped2 = { failed: /* @__PURE__ */ new Map(), skipped: supersededReason(by) };
  return { ...await endRun(run, plannedRun, progress, skipped2), supersededBy: by };
}

// src/release.ts
var MAX_RACES2 = 5;
function release2(run, progress) {
  return carryOut(run, progress).catch((error) => reportSoFar(run, progress, problemsIn(error)));
}
async function carryOut(run, progress) {
  let plan = createPlanner(run, progress), head = await run.platform.git.head(), [planned, heldBack2] = await Promise.all([plan(head), heldBranch(run)]);
  if (run.settings.mode !== "release") return reportPlan(run, planned, progress);
  if (heldBack2 && run.relay?.part !== "release") return reportHeldBack(run, planned, progress, heldBack2);
  if (run.relay?.part === "build") return buildPart(run, run.relay, planned, progress);
  await prepare(run, planned, progress), await completeHalfReleases(run, planned, progress);
  let attempt4 = await tryToRelease(run, planned, progress);
  for (let races = 1; "again" in attempt4; races += 1) {
    if (races === MAX_RACES2) throw branchBusy(run, races);
    attempt4 = await tryToRelease(run, await plan(attempt4.again), progress);
  }
  return attempt4.report;
}
async function tryToRelease(run, planned, progress) {
  let { again, direct, ...proposed } = await proposeBumps(run, planned, progress);
  if (again !== void 0) return { again };
  if (direct.length === 0) return { report: await endRun(run, planned, progress, proposed) };
  let ready = await run.steps.during("Bump and package", () => bumpAndPackage(run, planned, direct, progress.failed)), push3 = await pushReleases(run, planned, ready, progress);
  return push3.result === "again" ? { again: push3.head } : push3.result === "superseded" ? { report: await endSuperseded(run, planned, progress, push3.by) } : { report: await publish(run, push3.pushed, progress, proposed) };
}
async function publish(run, ready, progress, proposed) {
  let { plannedRun: planned, packaged: packaged2 } = ready, step = chartSteps(run.steps, progress.failed), proven = await step("Stage, sign and verify", packaged2, (charts) => stageSignVerify(run, planned, charts)), claimed = await step("Claim", proven, (charts) => recordAndClaim(run, ready, charts, progress));
  getReadyOutside(run, claimed);
  let promoted = await step("Promote", claimed, (charts) => promoteReleases(run, planned, charts, progress.promoted));
  for (let target of run.targets) await target.tidy?.();
  return endRun(run, planned, progress, { ...proposed, promoted });
}

// src/report/wording/headline.ts
function headline(report2) {
  let isIdle = report2.charts.every(({ result }) => result !== "released" && result !== "completed");
  return report2.problems.length > 0 && isIdle ? `Nothing was released: ${countText(report2.problems.length, "problem")}.` : report2.supersededBy !== void 0 ? `${isIdle ? "Nothing was released:" : `${releaseHeadline(report2).replace(/\.$/, "")};`} the branch moved on to ${shortCommit(report2.supersededBy)}, and the run of that commit carries on.` : report2.heldBack ? `${report2.heldBack.reason} ${planHeadline(report2.plan)}` : report2.mode === "plan" ? planHeadline(report2.plan) : report2.mode === "check" ? checkHeadline(report2) : releaseHeadline(report2);
}
function planHeadline(plan) {
  let charts = plan?.charts ?? [], written = charts.filter(isForGitAlone2).length, number = (...actions) => charts.filter(({ action }) => actions.includes(action)).length, parts = [
    some(number("publish", "bump") - written, (n) => `${countText(n, "chart")} would be released`),
    some(written, (n) => `${countText(n, "published version")} would be written to git`),
    some(number("complete"), (n) => `${countText(n, "chart")} would get what is missing`),
    some(number("wait"), changedWords2),
    some(number("refuse"), (n) => `${countText(n, "chart")} can't be released`),
    some(number("leave"), (n) => `${n} ${n === 1 ? "stays" : "stay"} as published`)
  ].filter((part) => part !== "");
  return parts.length === 0 ? "There are no charts. Nothing was changed." : `${parts.join(", ")}. Nothing was changed.`;
}
function checkHeadline({ charts, checks = [] }) {
  let failed2 = charts.filter(({ result }) => result === "failed").length, left = checks.filter(({ verdict }) => verdict === "left").length, waiting2 = checks.filter(({ verdict }) => verdict === "waiting").length;
  if (charts.length === 0) return "There are no charts to check.";
  let changed = checks.filter(({ verdict }) => verdict !== "unchanged").length, parts = [
    some(failed2, (n) => `${countText(n, "chart")} ${n === 1 ? "needs" : "need"} a look: see what to write below`),
    some(waiting2, (n) => `${countText(n, "changed chart")} ${n === 1 ? "is" : "are"} not raised yet`),
    some(left, (n) => `${countText(n, "version")} will be raised by the release`)
  ].filter((part) => part !== "");
  return parts.length > 0 ? `${parts.join(", ")}.` : changed === 0 ? "No chart changed." : `All ${countText(changed, "changed chart")} have versions that are high enough.`;
}
function releaseHeadline({ charts, pullRequests, problems, bumpCommit }) {
  let number = (result) => charts.filter((chart) => chart.result === result).length;
  if (charts.length === 0) return "There was nothing to release.";
  let isWritten = ({ result, previousVersion: previousVersion2 }) => result === "unchanged" && previousVersion2 !== void 0 && bumpCommit !== void 0, written = charts.filter(isWritten).length, restored = charts.filter(isRestored).length;
  return number("unchanged") === charts.length && problems.length === 0 ? `Nothing to release: ${charts.length === 1 ? "the chart is published as it stands" : `all ${charts.length} charts are published as they stand`}${some(written, (n) => `; ${countText(n, "published version")} written to git`)}.` : `${[
    some(problems.length, (n) => countText(n, "problem")),
    some(number("failed"), (n) => `${countText(n, "chart")} failed`),
    some(number("skipped"), (n) => `${countText(n, "chart")} skipped`),
    some(number("released"), (n) => `${countText(n, "chart")} released`),
    some(number("completed") - restored, (n) => `${countText(n, "signature")} added`),
    some(restored, (n) => `${countText(n, "archive")} restored`),
    some(number("planned"), (n) => `${countText(n, "chart")} proposed in ${pullsText(pullRequests)}`),
    some(written, (n) => `${countText(n, "published version")} written to git`),
    some(number("waiting"), changedWords2),
    some(number("unchanged") - written, (n) => `${n} unchanged`)
  ].filter((part) => part !== "").join(", ")}.`;
}
function some(number, words2) {
  return number === 0 ? "" : words2(number);
}
function changedWords2(n) {
  return `${countText(n, "chart")} changed and not released`;
}
var MAX_PULLS = 5;
function pullsText(pulls = []) {
  let numbers2 = pulls.map(({ number }) => `#${number}`);
  return `${pulls.length === 1 ? "pull request" : "pull requests"} ${someOf(numbers2, MAX_PULLS)}`;
}

// src/report/annotations.ts
function annotate(report2, log) {
  for (let problem2 of report2.problems) log.error(problemText(problem2), annotationOf(problem2));
  for (let { chart, others } of sharedProblems(stoppedCharts(report2.charts))) {
    let { problem: problem2, name, path } = chart, file = problem2.kind === "chart" ? `${path}/Chart.yaml`.replace(/^\.\//, "") : void 0;
    others.length === 0 ? log.error(problemText(problem2), annotationOf(problem2, { name, file })) : log.error(`${problemText(problem2)}
The same stops ${chartNames(others)}.`, annotationOf(problem2));
  }
  for (let kind of ["chart", "settings", "run"])
    for (let { level, text: text2, title, at } of adviceOf(report2, kind)) log[level](text2, { title, at });
  log.notice(headline(report2));
}
function annotationOf(problem2, chart = {}) {
  return { title: chart.name === void 0 ? problem2.code : `${chart.name}: ${problem2.code}`, at: problem2.at ?? (chart.file === void 0 ? void 0 : { file: chart.file }) };
}

// src/report/log-lines.ts
var MAX_REASON2 = 160;
function planTable(plan) {
  if (plan.charts.length === 0) return "No charts.";
  let same = sameCauses(stoppedInPlan(plan.charts)), rows = plan.charts.map((chart) => [
    chart.name,
    versionsText(chart.currentVersion, chart.version, "->"),
    actionText(chart),
    cut(flat(plannedReason(chart, same)), MAX_REASON2)
  ]);
  return aligned([["CHART", "VERSION", "PLAN", "WHY"], ...rows]);
}
function checkLines(checks) {
  let changed = checks.filter(({ verdict }) => verdict !== "unchanged");
  if (changed.length === 0) return "No chart changed.";
  let rows = changed.map((check2) => [check2.name, ...checkCells(check2, "->"), check2.why]);
  return aligned([["CHART", "DECLARED", "NEEDED", "CHECK", "WHY"], ...rows]);
}
function chartLines(report2) {
  let same = sameCauses(stoppedCharts(report2.charts));
  return aligned(
    report2.charts.map((chart) => [
      chart.name,
      versionsText(chart.previousVersion, chart.version, "->"),
      resultText(chart),
      ...outcomeCells(chart, same.get(chart.path))
    ])
  );
}
function outcomeCells({ problem: problem2, references, reason, result }, same) {
  if (problem2 !== void 0) return [`${problem2.code}: ${same === void 0 ? problem2.message : sameAs(same)}`];
  let [reference] = references;
  return reference === void 0 || result !== "released" && result !== "completed" ? [reason] : [reference.reference, shortDigest(reference.digest)];
}
function pushedLines(report2) {
  return report2.charts.filter((chart) => chart.result === "released").flatMap((chart) => chart.references).filter(({ wasThere }) => !wasThere).map(({ reference, digest }) => `Pushed: ${reference.replace(/^oci:\/\//, "")}
Digest: ${digest}`).join(`
`);
}
function aligned(rows) {
  let cells = rows.map((row) => row.map(flat)), widthOf = (column) => Math.max(0, ...cells.map((row) => column < row.length - 1 ? row[column]?.length ?? 0 : 0)), widths = Array.from({ length: Math.max(...cells.map((row) => row.length)) }, (_, column) => widthOf(column));
  return cells.map(
    (row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()
  ).join(`
`);
}
function flat(text2) {
  return text2.replace(/\s+/g, " ").trim();
}

// src/report/markdown/rows.ts
function rowsOf(report2, arrow) {
  if (report2.mode === "plan" && report2.plan) {
    let { charts } = report2.plan, same2 = sameCauses(stoppedInPlan(charts));
    return charts.map((chart) => ({ ...plannedRow(chart, arrow), why: plannedReason(chart, same2) }));
  }
  let same = sameCauses(stoppedCharts(report2.charts)), levels = new Map(report2.plan?.charts.map(({ path, bump }) => [path, bump?.level]));
  return report2.charts.map(
    (chart) => outcomeRow(chart, arrow, { same: same.get(chart.path), level: levels.get(chart.path) })
  );
}
function plannedRow(chart, arrow) {
  let { action, name, currentVersion, version, bump } = chart;
  return {
    icon: action === "refuse" ? "\u274C" : action === "wait" ? "\u23F3" : "",
    name,
    version: versionsText(currentVersion, version, arrow),
    change: action === "bump" && bump?.level ? levelText(bump.level) : actionText(chart),
    matters: action !== "leave"
  };
}
var ICONS = {
  released: "\u2705",
  completed: "\u2705",
  failed: "\u274C",
  skipped: "\u23ED\uFE0F",
  waiting: "\u23F3",
  planned: "\u{1F4DD}",
  unchanged: "",
  checked: ""
};
function outcomeRow(chart, arrow, { same, level }) {
  let moved = chart.result === "released" || chart.result === "planned";
  return {
    icon: ICONS[chart.result],
    name: chart.name,
    version: versionsText(chart.previousVersion, chart.version, arrow),
    change: moved ? level ? levelText(level) : chart.previousVersion === void 0 ? "published" : "" : resultText(chart),
    why: same === void 0 ? chart.problem ? problemText2(chart.problem) : chart.reason : sameAs(same),
    matters: chart.result !== "unchanged"
  };
}
var MAX_MESSAGE = 120;
function problemText2({ code: code2, message }) {
  return `\`${code2}\`: ${cut(message, MAX_MESSAGE)}`;
}
function levelText(level) {
  return level === "major" ? "\u{1F534}&nbsp;major" : level;
}

// src/report/markdown/chart-table.ts
var MAX_TABLE2 = 8e4, HEAD = ["Chart", "Version", "Change", "Why"];
function chartTable(report2) {
  return tableOf(rowsOf(report2, "\u2192").filter(({ matters }) => matters));
}
function unchangedCharts(report2) {
  let rows = rowsOf(report2, "\u2192").filter(({ matters }) => !matters);
  return rows.length === 0 ? "" : folded(countText(rows.length, "unchanged chart"), tableOf(rows));
}
function tableOf(rows) {
  if (rows.length === 0) return "";
  let { shown: shown2, left } = rowsWithin(rows.map(cellsOf), MAX_TABLE2), rest = left === 0 ? "" : `

*${left} more charts are in the report file.*`;
  return table(HEAD, shown2) + rest;
}
function cellsOf({ icon: icon2, name, version, change, why }) {
  return [`${icon2} ${prose(name, 100)}`.trim(), prose(version, 100), change, words(why, 300)];
}

// src/report/markdown/check-table.ts
var MAX_ROWS = 300, FAILING = ["too-low", "missing", "unknown"];
function checkTable(checks) {
  let rank2 = ({ verdict }) => FAILING.includes(verdict) ? 0 : verdict === "unchanged" ? 2 : 1, sorted2 = [...checks].sort((a, b) => rank2(a) - rank2(b));
  if (sorted2.length === 0) return "";
  let rows = sorted2.slice(0, MAX_ROWS).map((check2) => {
    let [declared, needed, verdict] = checkCells(check2, "\u2192"), emphasis = FAILING.includes(check2.verdict) ? `**${verdict}**` : verdict;
    return [prose(check2.name, 100), prose(declared, 100), prose(needed, 100), emphasis, words(check2.why, 300)];
  }), left = sorted2.length - rows.length, rest = left > 0 ? `

*${left} more charts are in the report file.*` : "";
  return table(["Chart", "Declared", "Needed", "Check", "Why"], rows) + rest;
}

// src/signing/cosign-flags.ts
function verifyFlags(identity2) {
  let flags = ["--certificate-oidc-issuer", identity2.issuer, "--certificate-identity", identity2.subject], source = repositoryOf(identity2.sourceRepository);
  return source !== void 0 && source !== repositoryOf(identity2.subject) && flags.push("--certificate-github-workflow-repository", source), flags;
}
function repositoryOf(url) {
  if (url === void 0 || !URL.canParse(url)) return;
  let [owner, name] = new URL(url).pathname.split("/").slice(1);
  return owner && name ? `${owner}/${name}` : void 0;
}

// src/report/markdown/commands.ts
var CHART_LAYER = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
function cosignVerify({ pinned }, identity2, context) {
  let words2 = [
    ...verifyFlags(identity2),
    ...context.trustedRoot === void 0 ? [] : ["--trusted-root", context.trustedRoot],
    ...isPlainHttp(pinned, context) ? ["--allow-http-registry"] : []
  ];
  return `cosign verify ${shellWord(pinned)} \\
  ${flagLines(words2)}`;
}
function helmPull(reference, version, context) {
  return ["helm pull", ...chartWords(reference, version, context)].join(" ");
}
function helmInstall(reference, chart, context) {
  return ["helm upgrade --install", shellWord(chart.name), ...chartWords(reference, chart.version, context)].join(" ");
}
function chartWords(reference, version, context) {
  return [...[shellWord(`oci://${repositoryOf2(reference)}`), "--version", shellWord(version)], ...isPlainHttp(reference.pinned, context) ? ["--plain-http"] : []];
}
function fluxRepository(reference, name, context) {
  let tag = reference.reference.slice(reference.reference.lastIndexOf(":") + 1), { identity: identity2 } = context, verify3 = identity2 && [
    "  verify:",
    "    provider: cosign",
    "    matchOIDCIdentity:",
    `      - issuer: ${yamlText(exactPattern(identity2.issuer))}`,
    `        subject: ${yamlText(exactPattern(identity2.subject))}`
  ];
  return [
    "apiVersion: source.toolkit.fluxcd.io/v1",
    "kind: OCIRepository",
    "metadata:",
    `  name: ${yamlText(name)}`,
    "spec:",
    "  interval: 10m",
    `  url: ${yamlText(`oci://${repositoryOf2(reference)}`)}`,
    ...isPlainHttp(reference.pinned, context) ? ["  insecure: true"] : [],
    "  ref:",
    `    tag: ${yamlText(tag)}`,
    "  layerSelector:",
    `    mediaType: ${CHART_LAYER}`,
    "    operation: copy",
    ...verify3 ?? []
  ].join(`
`);
}
function kyvernoAttestor({ issuer, subject, sourceRepository = "" }) {
  return [
    "- type: Cosign",
    "  attestors:",
    "    - entries:",
    "        - keyless:",
    `            issuer: ${yamlText(issuer)}`,
    `            subject: ${yamlText(subject)}`,
    "            additionalExtensions:",
    `              githubWorkflowRepository: ${yamlText(sourceRepository.replace(/^https:\/\/[^/]+\//, ""))}`
  ].join(`
`);
}
function isSharedWorkflow(identity2) {
  return verifyFlags(identity2).includes("--certificate-github-workflow-repository");
}
function isPlainHttp(pinned, { plainHttp = [] }) {
  let host = pinned.split("/")[0] ?? "";
  return isLoopback(host.replace(/:\d+$/, "")) || plainHttp.includes(host);
}
function repositoryOf2({ pinned }) {
  return pinned.split("@")[0] ?? pinned;
}
function flagLines(words2) {
  return words2.map(shellWord).join(" ").replace(/ (?=--)/g, ` \\
  `);
}
function shellWord(text2) {
  return /^[\w./:@%+=,-]+$/.test(text2) ? text2 : `'${text2.replaceAll("'", "'\\''")}'`;
}
function yamlText(text2) {
  return /^[a-z][\w./@-]*(:\/\/[\w./:@-]+)?(?<!:)$/i.test(text2) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text2) ? text2 : `'${text2.replaceAll("'", "''")}'`;
}
function exactPattern(text2) {
  return `^${escapePattern(text2)}$`;
}

// src/report/markdown/index-commands.ts
function isServed(reference) {
  return "repository" in reference && /^https?:\/\//.test(reference.reference);
}
function helmRepoAdd({ repository }, name, version) {
  let alias = aliasFor(repository);
  return [
    `helm repo add ${shellWord(alias)} ${shellWord(repository)}`,
    `helm repo update ${shellWord(alias)}`,
    `helm show chart ${shellWord(`${alias}/${name}`)} --version ${shellWord(version)}`
  ].join(`
`);
}
function helmPullFromIndex({ repository, hasProvenance, isUnlisted: isUnlisted2, reference }, name, version) {
  if (isUnlisted2) return `helm pull ${shellWord(reference)}`;
  let pull = `helm pull ${shellWord(name)} --repo ${shellWord(repository)} --version ${shellWord(version)}`;
  return hasProvenance ? `curl -fsSL -o pubkey.gpg ${shellWord(`${repository}/pubkey.gpg`)}
${pull} --verify --keyring pubkey.gpg` : pull;
}
function cosignVerifyBlob(url, identity2, { trustedRoot }) {
  let name = fileOf(url), [file, bundle] = [name, `${name}.sigstore.json`].map(shellWord), words2 = [...verifyFlags(identity2), ...trustedRoot === void 0 ? [] : ["--trusted-root", trustedRoot]];
  return [
    `curl -fsSL -o ${file} ${shellWord(url)}`,
    `curl -fsSL -o ${bundle} ${shellWord(`${url}.sigstore.json`)}`,
    `cosign verify-blob ${file} \\
  --bundle ${bundle} \\
  ${flagLines(words2)}`
  ].join(`
`);
}
function aliasFor(url) {
  let [first = ""] = new URL(url).hostname.split(".");
  return /^[a-z0-9][\w-]*$/i.test(first) && !/^\d+$/.test(first) ? first : "charts";
}
function fileOf(reference) {
  return (new URL(reference).pathname.split("/").at(-1) ?? "").replace(/%2B/gi, "+");
}

// src/report/markdown/provenance-commands.ts
var GITHUB = "github.com", GITHUB_ISSUER = "https://token.actions.githubusercontent.com", ROOT_LINE = "trusted_root.jsonl";
function attestationVerify(attested, identity2, context) {
  let { reference } = attested, repository = repositoryOf(identity2.sourceRepository);
  if (reference.buildProvenance === void 0 || repository === void 0) return;
  let flags = flagsFor(repository, identity2, context), commands = "pinned" in reference ? ofManifest(attested, flags, context) : ofArchive(reference, flags);
  if (commands.length === 0) return;
  let { trustedRoot } = context;
  return [...trustedRoot === void 0 ? [] : [`jq -c . ${shellWord(trustedRoot)} > ${ROOT_LINE}`], ...commands].join(`
`);
}
function ofManifest({ name, version, reference }, flags, context) {
  let pinned = "pinned" in reference ? reference.pinned : "", isStored = reference.buildProvenance === "github", isReachable = !context.plainHttp?.includes(pinned.split("/")[0] ?? ""), chart = verify2(`oci://${pinned}`, isStored ? flags : ["--bundle-from-oci", ...flags]), archive = verify2(archiveNames({ name, version }).archive, flags);
  return [...isReachable ? [chart] : [], ...isStored ? [archive] : []];
}
function ofArchive({ reference: url, buildProvenance: buildProvenance2 }, flags) {
  let file = fileOf(url), fetch = (ending2) => `curl -fsSL -o ${shellWord(file + ending2)} ${shellWord(url + ending2)}`;
  if (buildProvenance2 === "github") return [fetch(""), verify2(file, flags)];
  let ending = BUNDLE_ENDINGS.attestation;
  return [fetch(""), fetch(ending), verify2(file, ["--bundle", file + ending, ...flags])];
}
function verify2(what, flags) {
  return `gh attestation verify ${shellWord(what)} \\
  ${flagLines(flags)}`;
}
function flagsFor(repository, { subject, issuer, sourceRepository = "" }, context) {
  let { hostname } = new URL(sourceRepository), isShared2 = repositoryOf(subject) !== repository, workflow = subject.replace(/^https:\/\//, "").replace(/@.*$/, "");
  return [
    "--repo",
    repository,
    ...isShared2 ? ["--signer-workflow", workflow.replace(/^github\.com\//, "")] : [],
    ...hostname === GITHUB ? [] : ["--hostname", hostname],
    ...issuer === GITHUB_ISSUER ? [] : ["--cert-oidc-issuer", issuer],
    ...context.trustedRoot === void 0 ? [] : ["--custom-trusted-root", ROOT_LINE]
  ];
}

// src/report/markdown/how-to-use.ts
var MAX_MORE = 50;
function howToUse(report2) {
  let everywhere = report2.charts.filter((chart) => chart.result === "released" || chart.result === "completed").flatMap((chart) => chart.references.map((reference) => ({ chart, reference }))), [first, ...others] = everywhere.filter(({ reference }) => isManifest2(reference) || isServed(reference)).sort((a, b) => Number(isSignedHere(b)) - Number(isSignedHere(a))).sort((a, b) => Number(isUnlisted(a.reference)) - Number(isUnlisted(b.reference)));
  if (first === void 0) return onlyStored(everywhere);
  let parts = [
    example(first, report2),
    indexes([first, ...others], report2),
    callersNote(report2),
    ...otherCommands(others, report2)
  ].filter((part) => part !== "");
  return folded("Install and verify", parts.join(`

`));
}
function onlyStored([first]) {
  return first === void 0 || isManifest2(first.reference) ? "" : `The charts are in ${code(first.reference.repository, 300)}. Say in the target where a web server gives them, with \`?url=https://\u2026\`, and lines to copy stand here.`;
}
function example(released, report2) {
  let { chart } = released, [pull, ...verify3] = commandsFor(released, report2), parts = [
    `Pull ${prose(chart.name)} ${prose(chart.version)}:`,
    fenced(pull, "sh"),
    ...installation(released, report2)
  ];
  return verify3.length > 0 && parts.push("Verify who made it:", fenced(verify3.join(`
`), "sh")), [...parts, ...sourceOf(released, report2), ...howBuilt(released, report2)].join(`

`);
}
function installation({ chart, reference }, report2) {
  return report2.plan?.charts.find(({ path }) => path === chart.path)?.type === "library" || !isManifest2(reference) ? [] : ["Install it, or upgrade to it:", fenced(helmInstall(reference, chart, report2), "sh")];
}
function sourceOf(released, report2) {
  let { chart, reference } = released;
  return isUnlisted(reference) ? [] : isManifest2(reference) ? ["As a source for Flux:", fenced(fluxRepository(reference, chart.name, signedOnly(released, report2)), "yaml")] : ["As a repository of Helm:", fenced(helmRepoAdd(reference, chart.name, chart.version), "sh")];
}
function howBuilt({ chart, reference }, report2) {
  let { identity: identity2 } = report2, commands = identity2 && attestationVerify({ ...chart, reference }, identity2, report2);
  return commands === void 0 ? [] : ["Verify how it was built, with GitHub\u2019s `gh`:", fenced(commands, "sh")];
}
function commandsFor({ chart, reference }, report2) {
  let identity2 = isSignedHere({ chart, reference }) ? report2.identity : void 0;
  return isManifest2(reference) ? [helmPull(reference, chart.version, report2), ...identity2 ? [cosignVerify(reference, identity2, report2)] : []] : [helmPullFromIndex(reference, chart.name, chart.version), ...identity2 ? [cosignVerifyBlob(reference.reference, identity2, report2)] : []];
}
function indexes(released, report2) {
  let { identity: identity2 } = report2, urls = new Set(
    released.flatMap(({ reference }) => isManifest2(reference) ? [] : reference.signedIndex ?? [])
  );
  if (identity2 === void 0 || urls.size === 0) return "";
  let lines2 = [...urls].map((url) => cosignVerifyBlob(url, identity2, report2));
  return `Verify who wrote the index:

${fenced(lines2.join(`
`), "sh")}`;
}
function otherCommands(others, report2) {
  if (others.length === 0) return [];
  let lines2 = others.slice(0, MAX_MORE).flatMap((released) => commandsFor(released, report2)), left = others.length - MAX_MORE, rest = left > 0 ? `

*${left} more are in the report file.*` : "", title = others.length === 1 ? "The other one" : `The other ${others.length}`;
  return [folded(title, `${fenced(lines2.join(`
`), "sh")}${rest}`)];
}
function callersNote({ identity: identity2 }) {
  return identity2 === void 0 || !isSharedWorkflow(identity2) ? "" : `${prose(
    "The signing workflow belongs to another repository, so every repository that calls it signs under the same name. Only the source repository tells them apart: cosign checks it with the last flag above, Kyverno with the last line below, and only with the type Cosign. Flux can't, so its source above verifies nothing: for that, use the action as a step of your own workflow."
  )}

${folded("For Kyverno", fenced(kyvernoAttestor(identity2), "yaml"))}`;
}
function signedOnly(released, report2) {
  let { identity: identity2, ...unsigned } = report2;
  return isSignedHere(released) && identity2 && !isSharedWorkflow(identity2) ? report2 : unsigned;
}
function isSignedHere({ chart, reference }) {
  return chart.signed && !(chart.result === "released" && reference.wasThere);
}
function isUnlisted(reference) {
  return !isManifest2(reference) && reference.isUnlisted === !0;
}
function isManifest2(reference) {
  return "pinned" in reference;
}

// src/report/markdown/problem-box.ts
var MAX_SHOWN3 = 8, ERRORS = "https://github.com/release-charts/release-charts/blob/v0/docs/errors.md";
function problemBox(report2) {
  let all = [...report2.problems.map((problem2) => ofRun(problem2)), ...ofCharts(report2), ...ofPlan(report2)];
  if (all.length === 0) return "";
  let left = all.length - MAX_SHOWN3;
  return `> [!CAUTION]
${[
    ...all.slice(0, MAX_SHOWN3),
    ...left > 0 ? [`*${left} more are in the log and in the report file.*`] : []
  ].join(`

`).replace(/^/gm, "> ").replace(/ +$/gm, "")}`;
}
function ofRun(problem2) {
  return paragraph(problem2, "", problem2.at);
}
function ofCharts({ charts, mode }) {
  let verb = mode === "release" ? "was not released" : "can\u2019t be released";
  return sharedProblems(stoppedCharts(charts)).map(({ chart, others }) => {
    let { problem: problem2 } = chart;
    if (others.length === 0) return paragraph(problem2, `**${prose(chart.name, 100)}** ${verb}. `, problem2.at);
    let message = `${problem2.message} The same stops ${chartNames(others)}.`;
    return paragraph(
      { code: problem2.code, message, hint: problem2.hint },
      `**${prose(chart.name, 100)}** ${verb}. `,
      problem2.at
    );
  });
}
function ofPlan({ mode, plan, charts }) {
  if (mode !== "plan") return [];
  let reported = new Set(charts.flatMap(({ path, problem: problem2 }) => problem2 ? [path] : []));
  return (plan?.charts ?? []).flatMap(({ name, path, problem: problem2 }) => !problem2 || reported.has(path) ? [] : [paragraph(problem2, `**${prose(name, 100)}** can\u2019t be released. `, placeIn(problem2))]);
}
function paragraph({ code: name, message, hint: hint3 = "" }, who, at) {
  let place2 = at ? ` ${code(placeText(at))}` : "", link = /^[A-Z_]+$/.test(name) ? `[${code(name)}](${ERRORS}#${name.toLowerCase().replaceAll("_", "-")})` : code(name), first = `${who}${words(message, 1e3)}${place2} \xB7 ${link}`;
  return hint3 === "" ? first : hint3.includes(`
`) ? `${first}<br>**What to do:**

${fenced(cut(hint3, 2e3))}` : `${first}<br>**What to do:** ${words(hint3, 1e3)}`;
}

// src/report/markdown/published.ts
var MAX_NAMED5 = 5;
function publishedLine(report2) {
  let released = report2.charts.filter(({ result }) => result === "released" || result === "completed");
  if (released.length === 0) return "";
  let places = [...new Set(released.flatMap(({ references }) => references.map(placeOf5)))], commit = report2.bumpCommit === void 0 ? "" : ` Version commit: ${code(shortCommit(report2.bumpCommit))}.`;
  return `Published to ${someOf(
    places.map((place2) => code(place2, 300)),
    MAX_NAMED5
  )}${signedWords(released, report2)}.${commit}`;
}
function signedWords(released, { identity: identity2 }) {
  let unsigned = released.filter(({ signed }) => !signed).map(({ name }) => prose(name, 100));
  if (unsigned.length === released.length) return ", unsigned";
  let by = identity2 ? `, signed as ${code(identity2.subject, 300)} and verified` : ", signed";
  return unsigned.length === 0 ? by : `${by}, but for ${someOf(unsigned, MAX_NAMED5)}, which ${unsigned.length === 1 ? "is" : "are"} unsigned`;
}
function placeOf5(reference) {
  return "pinned" in reference ? `oci://${reference.pinned.replace(/\/[^/]+@.*$/, "")}` : reference.repository;
}

// src/report/markdown/summary.ts
var MAX_LIST = 4e4;
function summary(report2) {
  return `${[
    `## ${icon(report2)} ${words(headline(report2))}`,
    problemBox(report2),
    heldBackLines(report2),
    report2.checks ? checkTable(report2.checks) : chartTable(report2),
    publishedLine(report2),
    adviceList(report2),
    howToUse(report2),
    whatChanged(report2),
    report2.checks ? "" : unchangedCharts(report2),
    settingsTable(report2)
  ].filter((part) => part !== "").join(`

`)}
`;
}
function icon({ charts, problems, mode, plan, heldBack: heldBack2 }) {
  let isRefused2 = mode === "plan" && plan?.charts.some(({ action }) => action === "refuse") === !0;
  return problems.length > 0 || isRefused2 || charts.some(({ result }) => result === "failed") ? "\u274C" : heldBack2 ? "\u26A0\uFE0F" : mode === "plan" ? "\u{1F4DD}" : "\u2705";
}
function heldBackLines({ heldBack: heldBack2 }) {
  return heldBack2 === void 0 ? "" : `For ${code(heldBack2.branch)} to release, write under \`with:\` of this step:

${fenced(heldBack2.lines, "yaml")}`;
}
function adviceList(report2) {
  let ofCharts2 = report2.mode === "check" ? [] : adviceOf(report2, "chart"), texts = [
    ...[...adviceOf(report2, "settings"), ...adviceOf(report2, "run")].map(({ text: text2 }) => words(text2, 1e3)),
    ...ofCharts2.map(({ text: text2, at }) => `${words(text2, 1e3)}${at ? ` ${code(placeText(at))}` : ""}`)
  ];
  if (texts.length === 0) return "";
  let { shown: shown2, left } = rowsWithin(
    texts.map((text2) => [`- ${text2}`]),
    MAX_LIST
  ), rest = left === 0 ? [] : [`- ${left} more are in the log and in the report file.`];
  return ["### Worth knowing", "", ...shown2.flat(), ...rest].join(`
`);
}
function whatChanged({ charts }) {
  let items = charts.flatMap(
    ({ name, version, notes }) => notes === void 0 || notes.length === 0 ? [] : [[foldedNotes(name, version, notes)]]
  );
  if (items.length === 0) return "";
  let { shown: shown2, left } = rowsWithin(items, MAX_LIST), rest = left === 0 ? [] : [`*${left} more are in the report file.*`];
  return folded(`Release notes (${items.length})`, [...shown2.flat(), ...rest].join(`

`));
}
function settingsTable({ plan }) {
  let rows = Object.entries(plan?.settings ?? {}).filter(([, { source }]) => source !== "default").map(([name, { value, source }]) => [code(name), code(value, 300), source]), own = plan?.charts.flatMap(settingRows) ?? [];
  if (rows.length + own.length === 0) return "";
  let { shown: shown2, left } = rowsWithin(own, MAX_LIST), rest = left === 0 ? "" : `

*${left} more settings of single charts are in the plan file.*`, title = `Settings that are not defaults (${rows.length + own.length})`;
  return folded(title, table(["Setting", "Value", "From"], [...rows, ...shown2]) + rest);
}
function settingRows({ name: chart, settings = {} }) {
  return Object.entries(settings).map(([name, { value, source }]) => [
    `${code(name)} of ${prose(chart, 100)}`,
    code(value, 300),
    source
  ]);
}

// src/report/outputs.ts
var MAX_BYTES6 = 6e4, MAX_FINDINGS3 = 3;
function problemData2({ code: code2, kind, message, hint: hint3, at }) {
  return { code: code2, kind, message, ...hint3 !== void 0 && { hint: hint3 }, ...at };
}
function chartData(chart) {
  let { name, path, version, previousVersion: previousVersion2, appVersion, reason, references, signed, result, problem: problem2 } = chart;
  return {
    name,
    path,
    version,
    previousVersion: previousVersion2,
    appVersion,
    reason,
    digest: references[0]?.digest,
    references,
    signed,
    result,
    problem: problem2 && problemData2(problem2)
  };
}
function reportJson(report2) {
  let { mode, heldBack: heldBack2, checks, identity: identity2, supersededBy, bumpCommit, pullRequests = [], packages } = report2, whole2 = {
    schema: 1,
    mode,
    charts: report2.charts.map((chart) => ({ ...chartData(chart), notes: chart.notes })),
    problems: report2.problems.map(problemData2),
    ...adviceData(report2),
    heldBack: heldBack2,
    checks,
    packages,
    identity: identity2,
    supersededBy,
    bumpCommit,
    pullRequest: pullRequests.map(asData)[0],
    ...pullRequests.length > 1 && { pullRequests: pullRequests.map(asData) }
  };
  return `${JSON.stringify(whole2, null, 2)}
`;
}
function asData({ number, url }) {
  return { number, url };
}
function adviceData(report2) {
  return {
    warnings: adviceOf(report2, "run").map(({ text: text2 }) => text2),
    remarks: adviceOf(report2, "settings").map(({ text: text2, at }) => ({ text: text2, at })),
    notes: report2.plan && adviceOf(report2, "chart").map(({ level, title, text: text2, at }) => ({ level, title, text: text2, at }))
  };
}
function planJson(plan) {
  return `${JSON.stringify(plan, null, 2)}
`;
}
function outputsOf(report2) {
  return {
    released: String(report2.charts.some((chart) => chart.result === "released")),
    charts: within2(report2.charts.map(chartData), ({ result }) => result !== "unchanged", { schema: 1 }),
    plan: report2.plan === void 0 ? "" : planOutput(report2.plan),
    "pull-request": (report2.pullRequests ?? []).map(({ url }) => url).join(`
`),
    packages: listWithin(report2.packages ?? []),
    "released-charts": listWithin(report2.charts.filter(({ result }) => result === "released").map(chartData)),
    "held-back": report2.heldBack?.reason ?? "",
    "handover-digest": report2.handover ?? ""
  };
}
function listWithin(items) {
  let room = MAX_BYTES6;
  return JSON.stringify(
    items.filter((item) => (room -= Buffer.byteLength(JSON.stringify(item)) + 1, room > 0))
  );
}
function planOutput({ charts, settings, ...head }) {
  let brief2 = charts.map(withFewFindings), whole2 = within2(brief2, ({ action }) => action !== "leave", { ...head, settings });
  return fits(whole2) ? whole2 : within2(brief2, ({ action }) => action !== "leave", { ...head, settings: {} });
}
function withFewFindings(chart) {
  let more = chart.findings.length + (chart.moreFindings ?? 0) - MAX_FINDINGS3;
  return more <= 0 ? chart : { ...chart, findings: chart.findings.slice(0, MAX_FINDINGS3), moreFindings: more };
}
function within2(charts, matters, head) {
  let whole2 = JSON.stringify({ ...head, charts });
  if (fits(whole2)) return whole2;
  let room = MAX_BYTES6 - Buffer.byteLength(JSON.stringify({ ...head, truncated: !0, charts: [] })), kept3 = /* @__PURE__ */ new Set();
  for (let chart of [...charts.filter(matters), ...charts.filter((one2) => !matters(one2))]) {
    let size = Buffer.byteLength(JSON.stringify(chart)) + 1;
    size <= room && kept3.add(chart), room -= kept3.has(chart) ? size : 0;
  }
  return JSON.stringify({ ...head, truncated: !0, charts: charts.filter((chart) => kept3.has(chart)) });
}
function fits(text2) {
  return Buffer.byteLength(text2) <= MAX_BYTES6;
}

// src/report/write.ts
var AS_DATA = { isData: !0 };
async function writeReport(whole2, { log, runner, secrets }) {
  let problems = /* @__PURE__ */ new Map(), isKnown = ({ message }) => whole2.problems.some((known3) => known3.message === message), attempt4 = (work) => Promise.resolve().then(work).catch((thrown) => {
    for (let problem2 of problemsIn(thrown)) isKnown(problem2) || problems.set(problem2.message, problem2);
  }), report2 = redacted(whole2, secrets);
  await attempt4(() => logRun(report2, log)), await attempt4(() => annotate(report2, log));
  for (let [name, file, text2] of filesOf3(report2))
    await attempt4(async () => runner.setOutput(name, await runner.saveFile(file, text2())));
  await attempt4(async () => {
    for (let [name, value] of Object.entries(outputsOf(report2))) await attempt4(() => runner.setOutput(name, value));
  });
  let all = { ...report2, problems: [...report2.problems, ...problems.values()] };
  if (await attempt4(() => runner.addSummary(summary(all))), problems.size > 0) throw new ReleaseErrors([...problems.values()]);
}
async function logRun(report2, log) {
  report2.mode === "plan" && report2.plan ? await logPlan(report2.plan, log) : report2.checks ? log.info(checkLines(report2.checks), AS_DATA) : report2.charts.length > 0 && log.info(chartLines(report2), AS_DATA);
  let pushed2 = pushedLines(report2);
  pushed2 !== "" && log.info(pushed2, AS_DATA);
}
function filesOf3(report2) {
  let { plan } = report2, whole2 = ["report-file", "report.json", () => reportJson(report2)];
  return plan ? [whole2, ["plan-file", "plan.json", () => planJson(plan)]] : [whole2];
}
async function logPlan(plan, log) {
  log.info(planTable(plan), AS_DATA), await log.group("The plan as JSON", async () => log.info(planJson(plan), AS_DATA));
}

// src/action.ts
async function runAction(variables, journal, meet) {
  let step = openStep({ variables, journal, secretInputs, meet }), { environment, secrets, log, runner } = step, own = await releaseSafely(step);
  await step.cleanUp();
  let warned = {
    ...own,
    advice: [...runAdvice(ordinarySecretsIn(environment, secretInputs).map(ordinarySecret)), ...own.advice]
  }, report2 = withLosses(warned, step.problems(), step.lostLog()), isWell = await writeReport(report2, { log, runner, secrets }).then(() => !0, untold(log)) && !hasFailed(report2) && step.problems().length === 0;
  return step.exit(isWell ? 0 : 1);
}
function ordinarySecret(name) {
  return `The value of ${name} is short or an ordinary word, so it stays readable where names and references hold it. If it comes from a GitHub secret, GitHub drops every job output that holds it. Choose a long random value.`;
}
function untold(log) {
  return (thrown) => {
    for (let problem2 of problemsIn(thrown)) log.error(problemText(problem2), { title: problem2.code });
    return !1;
  };
}
async function releaseSafely(base) {
  let { stop } = base, run, progress = createProgress(), soFar = (problems) => run ? withSettingsAdvice(run, reportSoFar(run, progress, problems)) : { mode: "release", charts: [], problems, advice: [] }, work = async () => (run = await openRun(base), withSettingsAdvice(run, await release2(run, progress))), ended = await Promise.race([
    work().catch((error) => soFar(problemsIn(error))),
    stop.over.then((reason) => soFar([reason]))
  ]);
  return stop.reason && hasFailed(ended) ? soFar([stop.reason]) : ended;
}
function withSettingsAdvice({ settings }, report2) {
  return { ...report2, advice: [...settingsAdvice(settings.remarks), ...report2.advice] };
}
function withLosses(report2, unhandled, lostLog) {
  let known3 = /* @__PURE__ */ new Set([...report2.problems, ...report2.charts.map(({ problem: problem2 }) => problem2)]), problems = [...report2.problems, ...unhandled.filter((problem2) => !known3.has(problem2))], lost3 = lostLog === void 0 ? [] : [`Some of the log of this step is lost: it could not be written (${lostLog}).`];
  return { ...report2, problems, advice: [...report2.advice, ...runAdvice(lost3)] };
}

// src/main.ts
process.exitCode = await runAction(process.env, createJournal());
