import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
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
  KEYRING,
  MAX_ARCHIVE_BYTES,
  filesOf,
  keyFilesOf,
  keyOf,
  unconditional
} from "./chunk-2DGW74FY.js";
import {
  HELM_LIMITS,
  configBlob,
  ociAnnotations,
  unpack
} from "./chunk-IYDCWTIU.js";
import {
  isLoopback
} from "./chunk-4FXPF6RZ.js";
import {
  archiveNames
} from "./chunk-NDMRHR7U.js";
import {
  backoffMs
} from "./chunk-KJ6KRM6E.js";
import {
  requiredLevel
} from "./chunk-IDFJ6PYE.js";
import {
  allOf,
  mapConcurrent
} from "./chunk-RXXX6YZL.js";
import {
  MAX_DEPTH,
  compareBytes,
  digestOf,
  fieldsOf,
  follow,
  goJson,
  goScalar,
  isDigest,
  itemsOf,
  jsonOf,
  parseYaml,
  readChartYaml,
  scalarOf,
  spanOf,
  stampOf
} from "./chunk-HUB4QXZH.js";
import {
  compareVersions,
  parsePublished,
  parseVersion
} from "./chunk-KPEBNB2V.js";
import {
  require_dist
} from "./chunk-A6FBNAVA.js";
import {
  require_semver
} from "./chunk-DW3HCCUW.js";
import {
  shortCommit
} from "./chunk-SX6PF4TN.js";
import {
  ReleaseError,
  ReleaseErrors,
  asReleaseError,
  problemsIn
} from "./chunk-72EAIUZW.js";
import {
  countText,
  cut,
  showInvisible,
  timeStamp,
  timeText,
  unified
} from "./chunk-GQNI6KFR.js";
import {
  __toESM
} from "./chunk-RXEKE72Z.js";

// src/inputs/table/nearest.ts
function nearest(name, known) {
  let plain2 = simplified(name), [best] = known.map((candidate) => ({ candidate, distance: distance(plain2, simplified(candidate)) })).sort((a, b) => a.distance - b.distance);
  return best !== void 0 && best.distance <= Math.floor(plain2.length / 3) ? best.candidate : void 0;
}
function simplified(name) {
  return name.slice(0, 60).toLowerCase().replace(/[-_.\s]/g, "");
}
function distance(from, to) {
  let before = [], row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    let next = [i];
    for (let j = 1; j <= to.length; j++) {
      let replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1), swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1], edits = [replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1];
      next.push(Math.min(...edits, ...swapped ? [(before[j - 2] ?? 0) + 1] : []));
    }
    before = row, row = next;
  }
  return row[to.length] ?? 0;
}

// src/inputs/table/parse.ts
var import_semver = __toESM(require_semver(), 1);
var MAX_ITEMS = 1e3;
function quotedValue(raw) {
  return cut(showInvisible(JSON.stringify(typeof raw == "string" ? raw.trim() : raw)), 80);
}
function text(check = () => {
}) {
  return (raw) => {
    if (typeof raw != "string") return { allowed: "text" };
    let allowed2 = check(raw.trim());
    return allowed2 === void 0 ? { value: raw.trim() } : { allowed: allowed2 };
  };
}
function oneOf(words) {
  let allowed2 = words.map((word) => `\`${word}\``).join(", ");
  return Object.assign((raw) => {
    let given = typeof raw == "string" ? raw.trim() : "", word = words.find((known) => known === given);
    if (word !== void 0) return { value: word };
    let near = nearest(given, words);
    return { allowed: allowed2, hint: near === void 0 ? void 0 : `Did you mean \`${near}\`?` };
  }, { words });
}
function boolean(raw) {
  return typeof raw == "boolean" ? { value: raw } : typeof raw == "string" && /^(true|True|TRUE)$/.test(raw.trim()) ? { value: !0 } : typeof raw == "string" && /^(false|False|FALSE)$/.test(raw.trim()) ? { value: !1 } : { allowed: "`true`, `false`", hint: meantBoolean(String(raw).trim()) };
}
function list(item2) {
  return (raw) => {
    if (typeof raw == "boolean") return { allowed: "a list" };
    let entries = typeof raw == "string" ? lines(raw) : raw;
    if (entries.length === 0) return { allowed: "at least one entry" };
    if (entries.length > MAX_ITEMS)
      return { allowed: `at most ${MAX_ITEMS} entries`, found: `${entries.length} entries` };
    let values = [];
    for (let entry of entries) {
      let parsed = item2(entry);
      if (!("value" in parsed)) return { found: quotedValue(entry), ...parsed };
      if (values.includes(parsed.value)) return { allowed: "each entry once", found: `${quotedValue(entry)} twice` };
      values.push(parsed.value);
    }
    return { value: values };
  };
}
function meantBoolean(given) {
  return /^(?:yes|y|on|1)$/i.test(given) ? "Write `true`." : /^(?:no|n|off|none|0)$/i.test(given) ? "Write `false`." : void 0;
}
var UNITS = { s: 1e3, m: 6e4, h: 36e5 };
function duration(raw) {
  let allowed2 = "a number and a unit, such as `90s`, `10m` or `1h`, from one second to six hours", parts = typeof raw == "string" ? /^(\d{1,6})\s?([smh])$/.exec(raw.trim()) : null, unit = parts?.[2];
  if (unit !== "s" && unit !== "m" && unit !== "h") return { allowed: allowed2 };
  let milliseconds = Number(parts?.[1]) * UNITS[unit];
  return milliseconds < UNITS.s || milliseconds > 6 * UNITS.h ? { allowed: allowed2 } : { value: milliseconds };
}
function helmVersion(raw) {
  let allowed2 = "a whole version from 3.8.0 on, such as `3.22.0` or `v4.3.0`", version = typeof raw == "string" ? raw.trim().replace(/^v/, "") : "";
  return import_semver.default.valid(version) === version && import_semver.default.gte(version, "3.8.0") ? { value: version } : { allowed: allowed2 };
}
var folderGlob = (raw) => {
  let given = typeof raw == "string" ? raw.trim() : "", glob = given.replace(/^(\.\/)+(?=.)/, "").replace(/(?<=.)\/+$/, ""), allowed2 = "globs of folders inside the repository, from its root, with `/`";
  return given.startsWith("!") ? { allowed: allowed2, hint: `Put \`${given.slice(1)}\` under \`exclude\`.` } : glob === "" || glob.startsWith("/") || /(^|\/)\.\.(\/|$)/.test(glob) || glob.includes("\\") ? { allowed: allowed2 } : { value: glob };
};
function isFolderInside(path) {
  return path.replace(/^(\.\/)+/, "").replace(/\/+$/, "").split("/").every((segment) => /^(?!\.{1,2}$|\.git$)[^\\:\x00-\x1f\x7f]{1,200}$/i.test(segment));
}
var folderInside = (raw) => {
  let given = typeof raw == "string" ? raw.trim() : "";
  return isFolderInside(given) ? { value: given.replace(/^(\.\/)+/, "").replace(/\/+$/, "") } : { allowed: "a folder inside the repository, such as `.cr-release-packages`" };
}, host = (raw) => {
  let given = typeof raw == "string" ? raw.trim().toLowerCase() : "";
  return /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/.test(given) ? { value: given } : { allowed: "hosts such as `registry.internal` or `localhost:5000`, without scheme or path" };
};
function lines(value2) {
  return value2.split(/\r?\n/).map((line2) => line2.trim()).filter((line2) => line2 !== "" && !line2.startsWith("#"));
}

// src/inputs/table/switch-words.ts
var ON = /^(?:true|yes|on|1|enabled?)$/i, OFF = /^(?:false|no|off|none|0|disabled?)$/i, switches = /* @__PURE__ */ new Map([
  ["lint", { on: "on", off: "off" }],
  ["sign", { on: "keyless", off: "none" }],
  ["unlocked", { on: "allow", off: "refuse" }],
  ["undeclared-subcharts", { on: "allow", off: "refuse" }]
]), BOOLEAN = { on: "true", off: "false" };
function meantBySwitch(name, raw) {
  let word = meantWord(switches.get(name), raw);
  return word && `Write \`${name}: ${word}\`.`;
}
function meantByBoolean(name, raw) {
  let word = meantWord(BOOLEAN, raw);
  return word && `Write \`${name}: ${word}\`.`;
}
function orSwitch(name, parse3) {
  return Object.assign((raw) => {
    let parsed = parse3(raw), hint = "value" in parsed ? void 0 : meantBySwitch(name, raw);
    return hint === void 0 ? parsed : { ...parsed, hint };
  }, parse3.words && { words: parse3.words });
}
function meantWord(words, raw) {
  let text5 = String(raw).trim();
  return ON.test(text5) ? words?.on : OFF.test(text5) ? words?.off : void 0;
}

// src/bump/pre-release.ts
var GLUED_NUMBER = /^(.*[a-zA-Z-])(\d+)$/;
function nextPreRelease(label2) {
  let last = label2.at(-1), rest = label2.slice(0, -1);
  if (typeof last == "number") return [...rest, last + 1].join(".");
  let [, word = "", digits = ""] = GLUED_NUMBER.exec(String(last)) ?? [], number = String(Number(digits) + 1);
  return digits !== "" && number.length === digits.length ? [...rest, word + number].join(".") : [...label2, 1].join(".");
}
function firstPreRelease(label2) {
  let words = wordsOf(label2), last = String(words.at(-1) ?? "");
  return GLUED_NUMBER.test(last) ? [...words.slice(0, -1), last.replace(/\d+$/, "1")].join(".") : [...words, ...words.length < label2.length ? [1] : []].join(".");
}
function preReleaseLine(label2) {
  if (label2.length !== 0)
    return wordsOf(label2).join(".").replace(/(?<=[a-zA-Z-])\d+$/, "");
}
function wordsOf(label2) {
  return typeof label2.at(-1) == "number" ? label2.slice(0, -1) : label2;
}

// src/bump/next-version.ts
function nextVersion(current, level) {
  let version = parse(current);
  return version.prerelease.length === 0 || !covers(version, level) ? withNumbers(current, raised(version, level)) : checked(`${prefixOf(current)}${core(version)}-${nextPreRelease(version.prerelease)}`, current);
}
function onward(current, numbers) {
  return compareVersions(core(numbers), core(parse(current))) > 0 ? withNumbers(current, numbers) : void 0;
}
function withNumbers(current, numbers) {
  let { prerelease } = parse(current), label2 = prerelease.length === 0 ? "" : `-${firstPreRelease(prerelease)}`;
  return checked(`${prefixOf(current)}${core(numbers)}${label2}`, current);
}
function byLevel(level) {
  return {
    next: (current) => nextVersion(current, level),
    reaches: (released, version) => reaches(released, version, level)
  };
}
function asPreRelease(version, label2) {
  return checked(`${prefixOf(version)}${core(parse(version))}-${label2}`, version);
}
function isPreRelease(version) {
  return (parseVersion(version)?.prerelease.length ?? 0) > 0;
}
function reaches(released, version, level) {
  let base = published(released), least = base.prerelease.length > 0 && covers(base, level) ? core(base) : core(raised(base, level));
  return compareVersions(version, released) > 0 && compareVersions(core(parse(version)), least) >= 0;
}
function levelBetween(earlier, later) {
  let [a, b] = [published(earlier), parse(later)];
  return compareVersions(later, earlier) <= 0 ? "none" : a.major !== b.major ? "major" : a.minor !== b.minor ? "minor" : "patch";
}
function versionsOnLine(versions, current, level) {
  let own = parse(current);
  return versions.filter((text5) => {
    let version = parseVersion(text5);
    return !version || prefixOf(text5) !== prefixOf(current) || compareVersions(text5, current) < 0 ? !1 : preReleaseLine(version.prerelease) === preReleaseLine(own.prerelease) && sameLine(own, version, level);
  }).sort((a, b) => compareVersions(b, a));
}
function parse(text5) {
  return parseVersion(text5) ?? refuse(text5);
}
function published(text5) {
  return parsePublished(text5) ?? refuse(text5);
}
function refuse(text5) {
  throw new ReleaseError(
    "CHART_VERSION_INVALID",
    `${JSON.stringify(text5.slice(0, 140))} is not a version to count on from`
  );
}
function checked(next, current) {
  if (parseVersion(next)) return next;
  throw new ReleaseError("CHART_VERSION_INVALID", `There is no version after ${current}: a number is too large`);
}
function prefixOf(text5) {
  return text5.startsWith("v") ? "v" : "";
}
function core({ major, minor, patch }) {
  return `${major}.${minor}.${patch}`;
}
function raised({ major, minor, patch }, level) {
  return level === "major" ? { major: major + 1, minor: 0, patch: 0 } : level === "minor" ? { major, minor: minor + 1, patch: 0 } : { major, minor, patch: patch + 1 };
}
function covers({ minor, patch }, level) {
  return level === "patch" || patch === 0 && (level === "minor" || minor === 0);
}
function sameLine(own, version, level) {
  return own.prerelease.length > 0 && covers(own, level) ? core(own) === core(version) : level === "major" ? !0 : own.major === version.major && (level === "minor" || own.minor === version.minor);
}

// src/bump/calver/calver.ts
var calver = {
  name: "calver",
  summary: "by the date of the commit (`2026.12.0`)",
  needs: [],
  counts: () => !1,
  async decide({ committedAt }) {
    return { numbering: byMonth(await committedAt()), reason: "`bump: calver`" };
  }
};
function byMonth(date) {
  let month = { major: date.getUTCFullYear(), minor: date.getUTCMonth() + 1, patch: 0 };
  return {
    next(current, limit) {
      let first = onward(current, month);
      return first !== void 0 && (limit === void 0 || compareVersions(first, limit) < 0) ? first : nextVersion(current, "patch");
    },
    reaches: (released, version) => compareVersions(version, released) > 0
  };
}

// src/bump/fixed/fixed.ts
function fixed(level) {
  return {
    name: level,
    summary: "always",
    needs: [],
    alwaysMovesBy: level,
    counts: () => !1,
    decide: () => ({ level, reason: `\`bump: ${level}\`` })
  };
}
var none = {
  name: "none",
  summary: "to fail instead",
  needs: [],
  alwaysMovesBy: "none",
  counts: () => !1,
  decide: () => {
  }
};

// src/bump/from-findings.ts
function fromFindings({
  name,
  summary,
  needs,
  counts,
  levelOf,
  otherwise,
  isBlind
}) {
  function decide({ findings, released, zeroMajor: zeroMajor2 }) {
    let counted = findings.filter(counts), because = counted.find((one) => levelOf([one], "1.0.0", "major") === levelOf(counted, "1.0.0", "major")), level = levelOf(counted, released, zeroMajor2);
    if (level === "none" || !because) return { level: "patch", reason: counted.find(isBlind)?.text ?? otherwise };
    let early = because.level !== level ? ", which is minor before 1.0.0" : "";
    return { level, reason: `${findingWords(because)}${early}`, because };
  }
  return { name, summary, needs, counts, decide };
}
var MAX_TEXT = 300, WORDS = {
  major: "breaking",
  minor: "new",
  patch: "changed",
  none: "note"
};
function findingWords({ level, text: text5, at }) {
  let line2 = cut(text5.replace(/\s+/g, " ").trim().replace(/\.$/, ""), MAX_TEXT), place = at === void 0 || at.line === void 0 && line2.includes(at.file) ? "" : ` (${[at.file, at.line].filter((part) => part !== void 0).join(":")})`;
  return `${WORDS[level]}: ${line2}${place}`;
}

// src/bump/app-version/frozen.ts
var import_yaml = __toESM(require_dist(), 1);
var MAX_LENGTH = 5 * 1024 * 1024, MAX_DEPTH2 = 20;
function frozenAppVersion(old, now, manifest) {
  let [was, is] = [appVersionIn(old), appVersionIn(now)];
  if (was === void 0 || was !== is) return [];
  let before = new Map(tagsIn(old).map((tag) => [tag.path, tag.value])), moved = tagsIn(now).find(({ path, value: value2 }) => {
    let earlier = before.get(path), isTheApp = path === "image.tag" || bare(earlier ?? "") === bare(was);
    return earlier !== void 0 && earlier !== value2 && isTheApp && bare(value2) !== bare(is);
  });
  if (!moved) return [];
  let line2 = manifest.appVersionSpan?.line;
  return [
    {
      level: "none",
      kind: "metadata",
      rule: "app-version/frozen",
      subject: moved.path,
      text: `${moved.path} went from ${before.get(moved.path)} to ${moved.value}, and appVersion is still ${is} (${["Chart.yaml", line2].filter((part) => part !== void 0).join(":")}). \`app-version: values:${moved.path}\` keeps them together`,
      was: before.get(moved.path) ?? "",
      is: moved.value,
      at: { file: "values.yaml", line: moved.line }
    }
  ];
}
function appVersionIn(files) {
  return quietly(() => readChartYaml(textOf(files, "Chart.yaml"), "Chart.yaml").appVersion);
}
function tagsIn(files) {
  let tags = [];
  return quietly(() => {
    let yaml = parseYaml(textOf(files, "values.yaml"), {
      file: "values.yaml",
      code: "VALUES_INVALID",
      maxLength: MAX_LENGTH
    });
    collect(yaml, yaml.root, [], tags);
  }), tags;
}
function collect(yaml, node2, path, tags) {
  if (!(0, import_yaml.isMap)(node2) || path.length > MAX_DEPTH2) return;
  let fields = fieldsOf(yaml, node2, "a value");
  for (let [name, { value: value2 }] of fields) {
    if ((0, import_yaml.isMap)(value2) && collect(yaml, value2, [...path, name], tags), name !== "tag" || value2 === void 0 || !("value" in value2)) continue;
    let isImage = fields.has("repository") || /image$/i.test(path.at(-1) ?? ""), { text: text5, kind } = scalarOf(yaml, value2, "a tag");
    isImage && kind !== "null" && text5 !== "" && tags.push({ path: [...path, name].join("."), value: text5, line: spanOf(yaml, value2).line });
  }
}
function bare(text5) {
  return text5.replace(/^v(?=\d)/, "");
}
function textOf(files, path) {
  return Buffer.from(files.get(path) ?? []).toString();
}
function quietly(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReleaseError) return;
    throw error;
  }
}

// src/bump/app-version/rule.ts
var MAX_LENGTH2 = 256, MAX_PARTS = 20, MAX_PATHS = 10, VALUES = "values:";
function parseAppVersionRule(text5) {
  let rule = text5.trim();
  return rule === "" ? { rule: "keep" } : rule === "sha" || rule === "tag" ? { rule } : rule.startsWith(VALUES) ? { rule: "values", paths: parsePaths(checked2(rule).slice(VALUES.length)) } : { rule: "literal", value: checked2(rule) };
}
function checked2(value2) {
  if (value2.length > MAX_LENGTH2) throw invalid(`app-version is longer than ${MAX_LENGTH2} characters`);
  let hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.exec(value2);
  if (!hidden) return value2;
  let code = hidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  throw invalid(`app-version holds the character U+${code}`);
}
function parsePaths(text5) {
  let paths = [[""]];
  for (let [whole, escaped] of text5.matchAll(/\\(.)|./gu)) {
    let parts = paths.at(-1) ?? [];
    whole === "," ? paths.push([""]) : whole === "." ? parts.push("") : parts[parts.length - 1] += escaped ?? whole;
  }
  let trimmed = paths.map((parts) => parts.map((part, index) => index === 0 ? part.trimStart() : part));
  if (!/(?:^|[^\\])(?:\\\\)*\\$/.test(text5) && paths.length <= MAX_PATHS && trimmed.every(isPath)) return trimmed;
  throw invalid(`app-version names no place in values.yaml: ${JSON.stringify(text5)}`, "Write it as `values:image.tag`; a dot inside a key as `\\.`, further places after commas.");
}
function isPath(parts) {
  return parts.length <= MAX_PARTS && parts.every((part) => part !== "");
}
function invalid(message, hint) {
  return new ReleaseError("APP_VERSION_INVALID", message, { hint });
}

// src/bump/app-version/values.ts
var import_yaml2 = __toESM(require_dist(), 1);
var MAX_LENGTH3 = 5 * 1024 * 1024;
function valueAt(text5, path, file) {
  let yaml = parseYaml(text5, { file, code: "VALUES_INVALID", maxLength: MAX_LENGTH3 }), node2 = yaml.root, last = node2;
  for (let [index, part] of path.entries()) {
    let found = step(yaml, node2, part);
    if (found === void 0) throw missing(yaml, last, `has no \`${path.slice(0, index + 1).join(".")}\``);
    last = found.at, node2 = found.value;
  }
  if ((0, import_yaml2.isMap)(node2) || (0, import_yaml2.isSeq)(node2)) throw missing(yaml, last, `has no single value at \`${path.join(".")}\``);
  let { kind } = scalarOf(yaml, node2, "a value");
  if (node2 === void 0 || kind === "null") throw missing(yaml, last, `has nothing at \`${path.join(".")}\``);
  return { value: sourceOf(yaml, node2), line: spanOf(yaml, node2).line };
}
function step(yaml, node2, part) {
  if ((0, import_yaml2.isMap)(node2)) {
    let field = fieldsOf(yaml, node2, "a value").get(part);
    return field && { at: field.key, value: field.value };
  }
  let item2 = (0, import_yaml2.isSeq)(node2) && /^\d{1,6}$/.test(part) ? itemsOf(yaml, node2, "a value")[Number(part)] : void 0;
  return item2 && { at: item2, value: item2 };
}
function sourceOf(yaml, node2) {
  let text5 = "value" in node2 && typeof node2.value == "string" ? node2.value.replace(/\n+$/, "") : "";
  if (text5.trim() !== "" && !text5.includes(`
`)) return text5;
  throw missing(yaml, node2, "has a value of no or several lines where appVersion comes from");
}
function missing(yaml, near, what) {
  let { line: line2, column } = near ? spanOf(yaml, near) : { line: 1, column: 1 }, hint = "Set `app-version: values:<path>` to where values.yaml holds the version, e.g. `values:image.tag`.";
  return new ReleaseError("VALUES_PATH_MISSING", `${yaml.file} ${what}`, {
    at: { file: yaml.file, line: line2, column },
    hint
  });
}

// src/bump/auto/side.ts
import { posix } from "node:path";
var LIMITS = { ...HELM_LIMITS }, MAX_DEPTH3 = 8, ARCHIVE = /^(?:charts\/[^/]+\/)*charts\/[^/]+\.tgz$/;
function chartSide(files) {
  let unpacked = /* @__PURE__ */ new Map();
  return add(unpacked, files, { bytes: LIMITS.totalBytes, files: LIMITS.entries }, 0), { files: unpacked };
}
function packagedSide(tgz) {
  return chartSide(unpack(tgz).files);
}
function add(to, files, room, depth) {
  for (let { path, content } of files) {
    let inside = ARCHIVE.test(path) && depth < MAX_DEPTH3 ? insideOf(path, content, room) : void 0;
    inside ? add(
      to,
      inside.filter((file) => !to.has(file.path)),
      room,
      depth + 1
    ) : to.set(path, content);
  }
}
function insideOf(path, content, room) {
  if (!(room.bytes <= 0 || room.files <= 0))
    try {
      let limits = { ...LIMITS, totalBytes: room.bytes, entries: room.files }, { root, files } = unpack(content, limits);
      room.files -= files.length, room.bytes -= files.reduce((sum, file) => sum + file.content.length, 0);
      let folder = posix.join(posix.dirname(path), root);
      return files.map((file) => ({ path: `${folder}/${file.path}`, content: file.content }));
    } catch (error) {
      if (error instanceof ReleaseError) return;
      throw error;
    }
}

// src/bump/registry.ts
var byChanges = {
  needs: ["chart", "commits"],
  counts: ({ kind, level }) => kind !== "commits" || level === "major" || level === "none",
  levelOf: requiredLevel,
  otherwise: "nothing that its users would notice",
  isBlind: ({ rule }) => rule === "evidence/no-release"
}, auto = fromFindings({ ...byChanges, name: "auto", summary: "by what changed for its users" }), manual = {
  ...fromFindings({ ...byChanges, name: "manual", summary: "to wait until somebody raises it" }),
  isByHand: !0
}, conventional = fromFindings({
  name: "conventional",
  summary: "by the commit messages",
  needs: ["commits"],
  counts: ({ kind }) => kind === "commits",
  levelOf: requiredLevel,
  otherwise: "no commit says more",
  isBlind: ({ level }) => level === "none"
}), strategies = [
  auto,
  conventional,
  calver,
  fixed("patch"),
  fixed("minor"),
  fixed("major"),
  manual,
  none
], byName = new Map(strategies.map((strategy) => [strategy.name, strategy])), bumpNames = [...byName.keys()], defaultBump = auto.name, bumpSummary = summaryOf(strategies);
async function decideBump(setting, request) {
  return strategyOf(setting).decide(request);
}
function needsOf(setting) {
  return strategyOf(setting).needs;
}
function findingsThatCount(setting, findings) {
  return findings.filter((finding) => strategyOf(setting).counts(finding));
}
function allowsBump(setting) {
  return judgesVersions(setting) && !isByHand(setting);
}
function isByHand(setting) {
  return strategyOf(setting).isByHand ?? !1;
}
function judgesVersions(setting) {
  return strategyOf(setting).alwaysMovesBy !== "none";
}
function fixedLevelOf(setting) {
  let { alwaysMovesBy } = strategyOf(setting);
  return alwaysMovesBy === "none" ? void 0 : alwaysMovesBy;
}
function strategyOf(setting) {
  let strategy = byName.get(setting);
  if (strategy) return strategy;
  throw new ReleaseError("BUG_UNEXPECTED", `No strategy answers to bump: ${setting}.`);
}
function summaryOf(all) {
  let parts = [...Map.groupBy(all, ({ summary }) => summary)].map(([summary, group]) => {
    let names = group.map(({ name }) => `\`${name}\``);
    return `${alternatives(names, " or ")} ${summary}`;
  });
  return alternatives(parts, ", or ");
}
function alternatives(items, or) {
  let last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")}${or}${last}`;
}
async function chartFindings(old, now, renderer, values) {
  let { compareAndRender } = await import("./compare-WBHCR3GB.js"), { renderedFindings } = await import("./rendered-RSKZSOL4.js");
  return compareAndRender(old, now, (isDecided) => renderedFindings(old, now, renderer, { values, isDecided }));
}
async function commitFindings(question) {
  let { findingsOfCommits } = await import("./findings-LX54BICH.js");
  return findingsOfCommits(question);
}

// src/inputs/table/config-place.ts
var REFERENCE = /^([\w.-]+\/[\w.-]+)\/(.+)@([0-9a-f]{40})$/, LIKE_REFERENCE = /\.ya?ml@|@[0-9a-f]{7,}$/i;
var configPlace = (raw) => {
  let value2 = typeof raw == "string" ? raw.trim() : "";
  return sharedFileIn(value2) !== void 0 ? { value: value2 } : LIKE_REFERENCE.test(value2) ? {
    allowed: "`owner/repository/path@commit` with all 40 digits of the commit",
    hint: "A branch, a tag or a short commit may be something else tomorrow. `git rev-parse HEAD` in that repository prints the whole commit."
  } : isPathInside(value2) ? { value: value2 } : { allowed: "a file inside the repository, or `owner/repository/path@commit`" };
};
function sharedFileIn(value2) {
  let [, repository = "", path = "", commit = ""] = REFERENCE.exec(value2) ?? [];
  return commit !== "" && isPathInside(path) ? { repository, path, commit } : void 0;
}
function isPathInside(path) {
  let segments = path.split("/");
  return path.length <= 500 && /^[^/\\][^\\\x00-\x1f\x7f]*$/.test(path) && !segments.includes("..");
}

// src/inputs/table/definition.ts
var nothing = () => {
};

// src/inputs/table/access-inputs.ts
var accessInputs = {
  "registry-username": {
    description: "User name for the registry, where all OCI targets are on one host. Otherwise log in with an earlier step.",
    default: "Docker, Podman and Helm logins of the job; the workflow token for ghcr.io",
    parse: text(),
    fallback: nothing,
    visibility: "messages"
  },
  "registry-password": {
    description: "Password or token that belongs to `registry-username`; give it from a secret.",
    default: "empty",
    parse: text(),
    fallback: nothing,
    visibility: "secret"
  },
  "plain-http": {
    description: "Registries that are spoken to without TLS, as `host` or `host:port`, one per line.",
    default: "loopback only",
    parse: list(host),
    fallback: () => [],
    config: "list",
    visibility: "messages"
  },
  "token-realms": {
    description: "Token servers that registries may send credentials to beside their own domain, as `host` or `host:port`, one per line.",
    default: "the registry's own domain, and the known ones of Docker Hub and others",
    parse: list(host),
    fallback: () => [],
    config: "list",
    visibility: "messages"
  },
  "helm-version": {
    description: "Helm to install and use, a whole version from 3.8.0 on, such as `4.3.0`.",
    default: "the runner's own Helm",
    parse: helmVersion,
    fallback: nothing,
    config: "text",
    visibility: "plan"
  },
  "github-token": {
    description: "Token for pushes, tags and the packages of ghcr.io.",
    default: "the workflow's own token",
    parse: text(),
    // The token that action.yml gives by default does not count as given; it is used if nothing else is.
    fallback: (_, inputs2) => inputs2["github-token"] || void 0,
    expression: "github.token",
    visibility: "secret"
  },
  "workflow-token": {
    description: "Leave it alone: by it the action sees whether `github-token` is another than the workflow's own.",
    default: "the workflow's own token",
    parse: text(),
    fallback: nothing,
    expression: "github.token",
    visibility: "secret"
  },
  timeout: {
    description: "How long a run may take, such as `30m` or `2h`, and each of its steps half of that; then it stops, reports what was released, and the next run carries on.",
    default: "`2h`",
    parse: duration,
    fallback: () => 2 * 36e5,
    config: "text",
    visibility: "messages"
  },
  config: {
    description: "Config file, from the repository root: defaults and settings of single charts. It may be absent. `owner/repository/path@commit` names one of another repository of the same owner, at a whole commit, under that of this repository.",
    default: "`.github/release-charts.yaml`",
    parse: configPlace,
    fallback: () => ".github/release-charts.yaml",
    visibility: "plan"
  },
  "ct-config": {
    description: "File of chart-testing whose settings are defaults, from the repository root, such as `.github/ct.yaml`; `none` to read none.",
    default: "`ct.yaml` or `ct.yml`, if there is one",
    parse: text(insideRepository),
    fallback: nothing,
    visibility: "plan"
  },
  "packages-dir": {
    description: "Folder of the repository that released packages are left in for later steps (`.tgz`, with `.prov`, `.provenance.sigstore.json` and an index\u2019s `.sigstore.json` where there is one), such as `.cr-release-packages`.",
    default: "none",
    parse: folderInside,
    fallback: nothing,
    config: "text",
    visibility: "plan"
  }
};
function insideRepository(value2) {
  return /^[^/\\][^\\]*$/.test(value2) && !value2.split("/").includes("..") ? void 0 : "a file inside the repository";
}

// src/inputs/table/handover-inputs.ts
var handoverInputs = {
  part: {
    description: "Which part of a release this is: `build` plans and packages, `release` signs and publishes.",
    default: "the whole release",
    parse: oneOf(["build", "release"]),
    fallback: nothing,
    visibility: "messages",
    isInternal: !0
  },
  handover: {
    description: "Folder that the `build` part leaves its packages in, and the `release` part takes them from.",
    default: "none",
    parse: text((value2) => /^\/[^\p{Cc}]+$/u.test(value2) ? void 0 : "an absolute path"),
    fallback: nothing,
    visibility: "messages",
    isInternal: !0
  },
  "handover-digest": {
    description: "What the output of that name said in the `build` part; nothing else is released.",
    default: "none",
    parse: digest,
    fallback: nothing,
    visibility: "messages",
    isInternal: !0
  }
};
function digest(raw) {
  let hex = typeof raw == "string" ? /^sha256:([0-9a-f]{64})$/.exec(raw.trim())?.[1] : void 0;
  return hex === void 0 ? { allowed: "`sha256:` and 64 hex digits" } : { value: `sha256:${hex}` };
}

// src/model/linting.ts
var CI_VALUES = ["ci/*-values.yaml"];

// src/inputs/table/lint-inputs.ts
var lintMode = orSwitch("lint", oneOf(["on", "strict", "off"])), valuesGlob = (raw) => {
  let given = typeof raw == "string" ? raw.trim() : "", path = given.replace(/^(\.\/)+/, ""), allowed2 = "paths and globs of values files from the chart's folder, with `/`, such as `ci/*-values.yaml`";
  return given.startsWith("!") ? { allowed: allowed2, hint: "Name the files that count instead." } : /^[^/\\\x00-\x1f\x7f][^\\\x00-\x1f\x7f]{0,400}$/.test(path) && !/(^|\/)\.{0,2}(\/|$)/.test(path) ? { value: path } : { allowed: allowed2 };
}, kubeVersion = text(
  (value2) => /^v?\d{1,3}\.\d{1,3}(?:\.\d{1,3}(?:[-+][0-9A-Za-z.+-]{1,60})?)?$/.test(value2) ? void 0 : "a Kubernetes version such as `1.30` or `v1.30.2`"
), lintInputs = {
  lint: {
    description: "How `helm lint` judges a chart before it is released. `on`: errors stop it. `strict`: warnings do, too. `off`: it is not asked, so templates that do not render, and values that a schema refuses, reach users.",
    default: "`on`",
    parse: lintMode,
    fallback: () => "on",
    config: "text",
    visibility: "plan"
  },
  "lint-values": {
    description: "Values files that charts are linted with, each once: paths and globs from the folder of the chart, one per line. A chart that has none of what a glob names is linted with its own defaults, which `values.yaml` stands for.",
    default: "`ci/*-values.yaml`",
    parse: list(valuesGlob),
    fallback: () => [...CI_VALUES],
    config: "list",
    visibility: "plan"
  },
  "kube-version": {
    description: "Kubernetes version that templates are linted for, as `helm lint --kube-version` takes it.",
    default: "Helm's own",
    parse: kubeVersion,
    fallback: nothing,
    config: "text",
    visibility: "plan"
  }
};

// src/inputs/table/notes-inputs.ts
var fileInChart = (raw) => {
  let given = typeof raw == "string" ? raw.trim().replace(/^(\.\/)+/, "") : "";
  return isFolderInside(given) && !given.endsWith("/") ? { value: given } : { allowed: "a file in the folder of the chart, such as `RELEASE-NOTES.md`" };
}, notesInputs = {
  "release-notes-file": {
    description: "File in the folder of each chart, such as `RELEASE-NOTES.md`, whose text becomes that of its GitHub Release. A chart without it gets what changed.",
    default: "what changed, from the commits",
    parse: fileInChart,
    fallback: nothing,
    config: "text",
    visibility: "plan"
  },
  "generate-release-notes": {
    description: "Have GitHub write the text of GitHub Releases, from what was merged since the version before; after `release-notes-file`, if a chart has it.",
    default: "`false`",
    parse: boolean,
    fallback: () => !1,
    config: "boolean",
    visibility: "plan"
  }
};

// src/inputs/table/place-values.ts
var branchGlob = (raw) => {
  let glob = (typeof raw == "string" ? raw.trim() : "").replace(/^refs\/heads\//, ""), allowed2 = "names of branches, or globs of them such as `release/*`, one per line", hint = hintFor(glob);
  return hint !== void 0 ? { allowed: allowed2, hint } : /^[^\s\x00-\x20\x7f~^:\\'"`]+$/.test(glob) && glob.length <= 250 ? { value: glob } : { allowed: allowed2 };
};
function hintFor(glob) {
  return glob.startsWith("!") ? "List the branches that release. One that is not listed does not." : glob.startsWith("refs/") ? "Only branches are listed here. A run for a tag is never held back." : glob.startsWith("[") || glob.replace(/\{[^{}]*\}/g, "").includes(",") ? ["branches: |", ...glob.split(/[[\],\s]+/).filter((name) => name !== "").map((name) => `  ${name}`)].join(`
`) : void 0;
}
var checkoutPath = (raw) => {
  let given = (typeof raw == "string" ? raw.trim() : "").replace(/^(\.\/+)+(?=.)/, "").replace(/(?<=.)\/+$/, "");
  return /^[^\\\x00-\x1f\x7f]{1,1000}$/.test(given) && !given.split("/").includes("..") ? { value: given } : { allowed: "a folder of the workspace, such as `charts-repo`" };
};

// src/inputs/table/place-inputs.ts
var placeInputs = {
  branches: {
    description: "Branches that release: names, or globs such as `release/*`, one per line. A run on another branch plans, stays green and says why it releases nothing. Runs for tags are not held back. A list takes the place of the default, so name the default branch in it, too.",
    default: "the default branch of the repository",
    parse: list(branchGlob),
    fallback: () => [],
    text: (globs) => globs.length === 0 ? "the default branch" : globs.join(", "),
    config: "list",
    visibility: "plan"
  },
  path: {
    description: "Folder of the workspace that the charts are checked out to: the `path` of actions/checkout. All other paths of charts and of the config file count from there; what is to be signed with, and `dir:` targets, count from the workspace.",
    default: "the workspace itself",
    parse: checkoutPath,
    fallback: nothing,
    visibility: "plan"
  },
  "pages-token": {
    description: "Token for targets in other repositories, `pages://\u2026?repository=owner/name`: of a GitHub App, or a fine-grained one, that may write contents there; give it from a secret. It goes nowhere else.",
    default: "`github-token`",
    parse: text(),
    fallback: nothing,
    visibility: "secret"
  }
};

// src/model/settings.ts
var POSTPONE_LABEL = "not now";
function everyTarget({ targets, perChart }) {
  return [.../* @__PURE__ */ new Set([...targets, ...Object.values(perChart).flatMap((own) => own.targets ?? [])])];
}
function signsAnything({ sign, perChart }) {
  return sign !== "none" || Object.values(perChart).some((own) => own.sign !== void 0 && own.sign !== "none");
}

// src/inputs/table/proposal-inputs.ts
var MAX_LABEL = 50, label = (raw) => {
  let allowed2 = `names of labels, of 1 to ${MAX_LABEL} characters without commas`, parsed = text((value2) => /^[^\p{Cc},]{1,50}$/u.test(value2) ? void 0 : allowed2)(raw);
  return "value" in parsed ? parsed.value.toLowerCase() !== POSTPONE_LABEL ? parsed : { allowed: allowed2, hint: `The label \`${POSTPONE_LABEL}\` postpones a release; people put it on.` } : { ...parsed, hint: onePerLine(raw) };
};
function onePerLine(raw) {
  return typeof raw != "string" || !raw.includes(",") || /[\r\n]/.test(raw) ? void 0 : ["pull-request-labels: |", ...raw.split(",").map((one) => one.trim()).filter((one) => one !== "").map((one) => `  ${one}`)].join(`
`);
}
var proposalInputs = {
  "pull-requests": {
    description: "With `commit: pull-request`: `one` pull request for all charts, or one `per-chart`; charts that depend on each other share one.",
    default: "`one`",
    parse: oneOf(["one", "per-chart"]),
    fallback: () => "one",
    config: "text",
    visibility: "plan"
  },
  "pull-request-labels": {
    description: "Labels of these pull requests; one per line. A label that people take off stays off. GitHub makes one that does not exist yet.",
    default: "none",
    parse: list(label),
    fallback: () => [],
    config: "list",
    visibility: "plan"
  },
  "pull-request-draft": {
    description: "Open these pull requests as drafts. What people make of them later stays.",
    default: "`false`",
    parse: boolean,
    fallback: () => !1,
    config: "boolean",
    visibility: "plan"
  }
};

// src/model/git/tag-template.ts
var FIELD = /\{\{-?\s*\.(Name|Version)\s*-?\}\}/g;
function tagOf(template, ref) {
  if (template !== "")
    return template.replace(FIELD, (_, field) => field === "Name" ? ref.name : ref.version);
}
function tagParts(template, name) {
  let pattern = template.replace(FIELD, (_, field) => field === "Name" ? name : "\0"), [before, after, ...more] = pattern.split("\0");
  if (!(before === void 0 || after === void 0 || more.length > 0))
    return { before, after };
}
function versionIn(template, tag, name) {
  let parts = tagParts(template, name);
  if (!parts) return;
  let { before, after } = parts;
  return tag.startsWith(before) && tag.endsWith(after) && tag.length > before.length + after.length ? tag.slice(before.length, tag.length - after.length) : void 0;
}
function refProblem(tag) {
  let bad = /[\x00-\x20\x7f~^:?*[\\{}]/.exec(tag);
  if (bad !== null) return `A tag name holds no ${JSON.stringify(bad[0])}.`;
  if (tag.includes("..")) return "A tag name holds no `..`.";
  if (tag === "" || tag === "@" || tag.startsWith("-")) return `\`${tag}\` is no tag name.`;
  if (tag.endsWith(".")) return "A tag name does not end in a dot.";
  let parts = tag.split("/");
  if (parts.includes("")) return "A tag name neither starts nor ends with `/` and holds no `//`.";
  if (parts.some((part) => part.startsWith("."))) return "No part of a tag name starts with a dot.";
  if (parts.some((part) => part.endsWith(".lock"))) return "No part of a tag name ends in `.lock`.";
}

// src/inputs/table/release-values.ts
var zeroMajor = oneOf(["minor", "major"]), bumpSetting = oneOf(bumpNames);
function appVersion(raw) {
  try {
    return { value: parseAppVersionRule(typeof raw == "string" ? raw : "") };
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    return { allowed: "a version of one line, `sha`, `tag`, or `values:<path>` such as `values:image.tag`", hint: error.hint ?? `${error.message}.` };
  }
}
function appVersionText(rule) {
  switch (rule.rule) {
    case "literal":
      return rule.value;
    case "values":
      return `values:${rule.paths.map((path) => path.join(".")).join(",")}`;
    case "keep":
      return "";
    default:
      return rule.rule;
  }
}
var PLACEHOLDER = /\{\{\s*\.(\w+)\s*\}\}/g, ALLOWED_TEMPLATE = "a git tag name that holds `{{ .Version }}` once and, with more than one chart, `{{ .Name }}`; or `none` for no tags";
function tagTemplate(raw) {
  let template = typeof raw == "string" ? raw.trim() : "";
  if (template === "none") return { value: "" };
  let names = [...template.matchAll(PLACEHOLDER)].map((match) => match[1]), action = /\{\{[^{}]*\}\}|\{\{/.exec(template.replace(PLACEHOLDER, ""));
  if (action) return { allowed: "`{{ .Name }}` and `{{ .Version }}`", found: quotedValue(action[0]) };
  let unknown = names.find((name) => name !== "Name" && name !== "Version");
  if (unknown !== void 0) return { allowed: "`{{ .Name }}` and `{{ .Version }}`", found: `\`{{ .${unknown} }}\`` };
  if (names.filter((name) => name === "Version").length !== 1) return { allowed: ALLOWED_TEMPLATE };
  let problem = refProblem(tagOf(template, { name: "app", version: "1.2.3" }) ?? "");
  return problem === void 0 ? { value: template } : { allowed: ALLOWED_TEMPLATE, hint: problem };
}

// src/index-file/index-file.ts
import { Buffer as Buffer8 } from "node:buffer";

// src/model/json.ts
function isObject(value2) {
  return typeof value2 == "object" && value2 !== null && !Array.isArray(value2);
}
function member(value2, key) {
  return typeof value2 == "object" && value2 !== null && Object.hasOwn(value2, key) ? Reflect.get(value2, key) : void 0;
}

// src/index-file/scan/source.ts
import { Buffer as Buffer2 } from "node:buffer";
function broken(source, offset, what, hint) {
  return new ReleaseError("INDEX_INVALID", `${source.file} ${what}`, {
    hint: hint ?? "Put the last good version of the file back and run again; nothing was written.",
    at: { file: source.file, ...positionOf(source, offset) }
  });
}
function notUnderstood(source, offset, what) {
  return new ReleaseError("INDEX_NOT_UNDERSTOOD", `${source.file} ${what}`, {
    hint: "Write that place in a plainer way, as `helm repo index` would; nothing was written.",
    at: { file: source.file, ...positionOf(source, offset) }
  });
}
function positionOf({ bytes }, offset) {
  let line2 = 1, start = 0;
  for (let next = bytes.indexOf(10); next >= 0 && next < offset; next = bytes.indexOf(10, next + 1))
    line2 += 1, start = next + 1;
  return { line: line2, column: textBetween(bytes, start, offset).length + 1 };
}
function textBetween(bytes, start, end) {
  return asBuffer(bytes).toString("utf8", start, end);
}
function asBuffer(bytes) {
  return Buffer2.isBuffer(bytes) ? bytes : Buffer2.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// src/index-file/read/loadable.ts
var MAX_LINES = 8;
function requireLoadable(layout) {
  let { file, faults } = layout, [first, ...others] = [...faults].sort((a, b) => a.start - b.start);
  if (!first) return;
  let lines2 = others.slice(0, MAX_LINES).map(({ start }) => positionOf(layout, start).line), more = others.length > lines2.length ? ", \u2026" : "", places = others.length === 1 ? "so is 1 more place (line" : `so are ${others.length} more places (lines`, rest = others.length > 0 ? `; ${places} ${lines2.join(", ")}${more})` : "";
  throw new ReleaseError("INDEX_NOT_LOADABLE", `Helm can't load ${file}: ${faultText(layout, first)}${rest}`, {
    hint: "Correct the index and run again; nothing was written. With `unloadable=allow` in the target, as in pages://gh-pages?unloadable=allow, the index is added to as it is, and nobody can install from it with Helm.",
    at: { file, ...positionOf(layout, first.start) }
  });
}
function faultText({ charts }, { start, what }) {
  for (let chart of charts.values()) {
    if (start < chart.start || start >= chart.end) continue;
    let entry = chart.entries.find((one) => one.start <= start && start < one.end);
    return `${entry ? `${chart.name} ${entry.version}` : chart.name} has ${what}`;
  }
  return `it has ${what}`;
}

// src/index-file/read/order.ts
var VERSION = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/, UINT64 = 2n ** 64n;
function isNewer(a, b) {
  let [first, second] = [parse2(a), parse2(b)];
  return !first || !second ? first !== void 0 : compare(first, second) > 0;
}
function isListed(version) {
  return parse2(version) !== void 0;
}
function parse2(version) {
  let match = VERSION.exec(version);
  if (!match) return;
  let numbers = match.slice(1, 4).map((part) => BigInt(part ?? 0)), pre = match[4]?.split(".") ?? [];
  return numbers.some((number) => number >= UINT64) || pre.some((part) => /^0\d+$/.test(part)) ? void 0 : { numbers, pre };
}
function compare(a, b) {
  for (let [index, number] of a.numbers.entries()) {
    let other = b.numbers[index] ?? 0n;
    if (number !== other) return number < other ? -1 : 1;
  }
  if (a.pre.length === 0 || b.pre.length === 0) return Math.sign(b.pre.length - a.pre.length);
  for (let index = 0; index < Math.max(a.pre.length, b.pre.length); index++) {
    let order = comparePart(a.pre[index], b.pre[index]);
    if (order !== 0) return order;
  }
  return 0;
}
function comparePart(a, b) {
  if (a === b) return 0;
  if (a === void 0 || b === void 0) return a === void 0 ? -1 : 1;
  let [isNumber, isOther] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  return isNumber && isOther ? BigInt(a) < BigInt(b) ? -1 : 1 : isNumber !== isOther ? isNumber ? -1 : 1 : a < b ? -1 : 1;
}
function compareKeys(a, b) {
  let [first, second] = [[...a], [...b]], at = 0;
  for (; at < first.length && first[at] === second[at]; ) at++;
  let [one, other] = [first[at], second[at]];
  if (one === void 0 || other === void 0) return first.length - second.length;
  let [isLetter, isOther] = [new RegExp("\\p{L}", "u").test(one), new RegExp("\\p{L}", "u").test(other)];
  return isLetter !== isOther ? isLetter ? 1 : -1 : isLetter ? one < other ? -1 : 1 : compareDigits(first, second, at) || ((one.codePointAt(0) ?? 0) < (other.codePointAt(0) ?? 0) ? -1 : 1);
}
function compareDigits(a, b, from) {
  let isWithin = (a[from] === "0" || b[from] === "0") && continuesNumber(a, from), [one, other] = [a, b].map((text5) => {
    let end = from;
    for (; new RegExp("\\p{Nd}", "u").test(text5[end] ?? ""); ) end++;
    return { value: Number(`${isWithin ? 1 : ""}${text5.slice(from, end).join("")}` || 0), length: end - from };
  });
  return one.value - other.value || one.length - other.length;
}
function continuesNumber(text5, from) {
  let at = from - 1;
  for (; text5[at] === "0"; ) at--;
  return new RegExp("\\p{Nd}", "u").test(text5[at] ?? "");
}

// src/index-file/read/read-entry.ts
var import_yaml4 = __toESM(require_dist(), 1);

// src/index-file/scan/helm-scalar.ts
var import_yaml3 = __toESM(require_dist(), 1);
var TAGGED = new Map(
  Object.entries({
    "!!int": ["int"],
    "!!float": ["int", "float"],
    "!!bool": ["bool"],
    "!!null": ["null"],
    "!!timestamp": ["string"]
  })
), LONGEST_WORD = 5;
function scalarKind(source, text5) {
  let { tag, start, end, style, long } = text5;
  return tag !== void 0 && tag !== "!!str" ? taggedKind(source, text5, tag) : tag !== void 0 || style !== "plain" || long || isWord(source, start, end) ? "string" : goScalar(textBetween(source.bytes, start, end)).kind;
}
function taggedKind(source, { start, end, style, long }, tag) {
  if (/^!(?!!|<)/.test(tag)) return "string";
  let kind = style === "plain" && !long ? goScalar(textBetween(source.bytes, start, end)).kind : "string";
  if (TAGGED.get(tag)?.includes(kind)) return kind;
  throw notUnderstood(source, start, `has a value with the tag ${tag}`);
}
function isWord({ bytes }, start, end) {
  return end - start > LONGEST_WORD && bytes[start] > 57;
}
function textIn(source, text5) {
  let { start, end, style, tag } = text5;
  if (text5.long) throw notUnderstood(source, start, "has a value over several lines where one is looked at");
  let written2 = textBetween(source.bytes, start, end);
  return style === "plain" && tag !== void 0 ? written2 : textAsRead(written2);
}
function textAsRead(written2) {
  let quote = written2[0];
  if (quote !== '"' && quote !== "'") return goScalar(written2).text;
  let inner = written2.slice(1, -1);
  return quote === "'" ? inner.replaceAll("''", "'") : inner.includes("\\") ? String((0, import_yaml3.parseDocument)(written2).contents?.toJSON() ?? "") : inner;
}
var TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|[+-](\d\d):(\d\d))$/;
function isGoTime(text5) {
  let parts = TIME.exec(text5)?.slice(1);
  if (!parts) return !1;
  let [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zone = 0, rest = 0] = parts.map(
    (part) => Number(part ?? 0)
  ), isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0), days = month === 2 ? isLeap ? 29 : 28 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60 && zone <= 24 && rest <= 60;
}

// src/index-file/read/fields.ts
var TEXT = { kind: "text" }, CONVERTED = { kind: "converted" }, BOOL = { kind: "bool" }, TIME2 = { kind: "time" }, ANY = { kind: "any" };
function list2(of) {
  return { kind: "list", of };
}
function struct(noun, shapes) {
  return {
    kind: "struct",
    noun,
    fields: Object.entries(shapes).map(([name, shape], index) => ({ name, shape, index }))
  };
}
var MAINTAINER = struct("a maintainer", { name: TEXT, email: TEXT, url: TEXT }), DEPENDENCY = struct("a dependency", {
  name: TEXT,
  version: TEXT,
  repository: TEXT,
  condition: TEXT,
  tags: list2(TEXT),
  enabled: BOOL,
  "import-values": list2(ANY),
  alias: TEXT
}), METADATA_TEXTS = [
  "name",
  "home",
  "version",
  "description",
  "icon",
  "apiVersion",
  "condition",
  "tags",
  "appVersion",
  "kubeVersion",
  "type"
], ANNOTATIONS = { kind: "map", of: TEXT, convertedKeys: new Set(METADATA_TEXTS.map(folded)) }, ENTRY = struct("an entry", {
  ...Object.fromEntries(METADATA_TEXTS.map((name) => [name, TEXT])),
  sources: list2(TEXT),
  keywords: list2(TEXT),
  maintainers: list2(MAINTAINER),
  deprecated: BOOL,
  annotations: ANNOTATIONS,
  dependencies: list2(DEPENDENCY),
  urls: list2(CONVERTED),
  created: TIME2,
  removed: BOOL,
  digest: CONVERTED,
  checksum: CONVERTED,
  engine: CONVERTED,
  tillerVersion: CONVERTED,
  url: CONVERTED
}), INDEX = struct("the index", {
  apiVersion: CONVERTED,
  generated: TIME2,
  entries: ANY,
  publicKeys: list2(CONVERTED),
  serverInfo: { kind: "map", of: ANY },
  annotations: { kind: "map", of: CONVERTED }
});
function folded(name) {
  return name.toLowerCase().replaceAll("\u017F", "s");
}
function fieldFinder({ fields }) {
  let byLength = [];
  for (let field of fields) {
    let same2 = byLength[field.name.length] ?? [];
    same2.push(field), byLength[field.name.length] = same2;
  }
  let byFolded = new Map(fields.map((field) => [folded(field.name), { ...field, isFolded: !0 }]));
  return (source, key) => exactField(byLength, source, key) ?? byFolded.get(folded(textIn(source, key)));
}
var NONE = [];
function exactField(byLength, { bytes }, { start, end, style }) {
  let from = style === "plain" ? start : start + 1, length = (style === "plain" ? end : end - 1) - from;
  for (let field of byLength[length] ?? NONE) {
    let at = 0;
    for (; at < length && bytes[from + at] === field.name.charCodeAt(at); ) at++;
    if (at === length) return field;
  }
}

// src/index-file/read/read-entry.ts
var FIELD_NAMES = new Map(ENTRY.fields.map(({ name }) => [folded(name), name])), MAX_ENTRY_LENGTH = 4 * 1024 * 1024, MAX_WHOLE_LENGTH = 2 * 1024 * 1024;
function readEntry(layout, name, entry) {
  let { bytes, file } = layout, whole = entry.aliased;
  if (whole && bytes.length > MAX_WHOLE_LENGTH)
    throw notUnderstood(layout, entry.start, "is large and has an entry that uses an anchor");
  let from = entry.flow ? entry.start : entry.lineStart, text5 = whole ? textBetween(bytes, 0, layout.documentEnd) : textBetween(bytes, from, entry.end), yaml = parseYaml(text5, { file, code: "INDEX_INVALID", maxLength: MAX_ENTRY_LENGTH, isShallow: !0 }), node2 = whole ? entryIn(yaml, name, layout.charts.get(name)?.entries.indexOf(entry) ?? -1) : itemOf(yaml.root), json = jsonOf(yaml, node2, MAX_DEPTH);
  if (isObject(json)) return named(json);
  throw notUnderstood(layout, entry.start, "has an entry that is no mapping of fields");
}
function named(entry) {
  return Object.fromEntries(Object.entries(entry).map(([key, value2]) => [FIELD_NAMES.get(folded(key)) ?? key, value2]));
}
function itemOf(root) {
  return (0, import_yaml4.isSeq)(root) ? root.items[0] : root;
}
function entryIn(yaml, name, index) {
  let entries = [...fieldsOf(yaml, yaml.root, "a document").values()].find((field) => folded(field.name) === "entries"), list4 = fieldsOf(yaml, entries?.value, "`entries`").get(name)?.value, item2 = (0, import_yaml4.isSeq)(list4) ? follow(yaml, list4.items[index]) : void 0;
  return (0, import_yaml4.isMap)(item2) ? item2 : void 0;
}

// src/index-file/scan/scanner.ts
var TAB = 9, LINE_FEED = 10, CARRIAGE_RETURN = 13, SPACE = 32, HASH = 35, DASH = 45, DOT = 46, MAX_DEPTH4 = 60, MAX_FAULTS = 1e3;
function skipBlanks(s, from) {
  let at = from;
  for (; s.bytes[at] === SPACE || s.bytes[at] === TAB; ) at++;
  return at;
}
function nextLine(s, from) {
  let at = s.bytes.indexOf(LINE_FEED, from);
  return at < 0 ? s.end : at + 1;
}
function isLineEnd(s, at) {
  let byte = s.bytes[at];
  return at >= s.end || byte === LINE_FEED || byte === CARRIAGE_RETURN;
}
function isBlank(s, at) {
  return s.bytes[at] === SPACE || s.bytes[at] === TAB;
}
function hasByte({ bytes }, byte, start, end) {
  for (let at = start; at < end; at++) if (bytes[at] === byte) return !0;
  return !1;
}
function isGap(s, at) {
  return isBlank(s, at) || isLineEnd(s, at);
}
function isMarker(s, at, byte) {
  return s.bytes[at] === byte && s.bytes[at + 1] === byte && s.bytes[at + 2] === byte && isGap(s, at + 3);
}
function isDocumentMarker(s, at) {
  return isMarker(s, at, DASH) || isMarker(s, at, DOT);
}
function isDash(s) {
  return s.bytes[s.pos] === DASH && isGap(s, s.pos + 1);
}
function goDeeper(s) {
  if (s.depth += 1, s.depth > MAX_DEPTH4) throw notUnderstood(s, s.pos, "is nested too deep");
}
function noteFault(s, start, fault) {
  s.faults.length < MAX_FAULTS && s.faults.push({ start: s.aliasAt ?? start, ...fault });
}
function faultsIn({ faults, bytes }, inBrackets) {
  if (faults.every(({ only }) => only === void 0)) return faults;
  let language = inBrackets && isJson(bytes) ? "JSON" : "YAML";
  return faults.filter(({ only }) => only === void 0 || only === language);
}
function isJson(bytes) {
  try {
    return JSON.parse(Buffer.from(bytes).toString()), !0;
  } catch {
    return !1;
  }
}

// src/index-file/scan/lines.ts
var PERCENT = 37, BRACE = 123;
function openScanner(source) {
  let { bytes } = source, pos = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? 3 : 0, s = {
    ...source,
    end: bytes.length,
    pos,
    column: 0,
    lineStart: pos,
    contentEnd: pos,
    commented: !1,
    depth: 0,
    keys: [],
    key: { start: 0, end: 0, style: "plain", long: !1 },
    anchors: /* @__PURE__ */ new Map(),
    aliases: 0,
    aliasAt: void 0,
    again: { values: 0, bytes: 0 },
    faults: [],
    tag: void 0
  }, directive = skipDirectives(s);
  if (isMarker(s, s.pos, DASH)) passMarker(s);
  else {
    if (directive !== void 0) throw broken(s, directive, "has a directive without `---` below it");
    toContent(s);
  }
  return s;
}
function skipDirectives(s) {
  let first;
  for (; ; ) {
    if (skipComments(s), s.bytes[s.pos] !== PERCENT || (s.bytes[s.pos - 1] ?? LINE_FEED) !== LINE_FEED) return first;
    let line2 = textBetween(s.bytes, s.pos, nextLine(s, s.pos)).trimEnd();
    if (!/^%YAML 1\.1(?: +#.*)?$/.test(line2) || first !== void 0)
      throw notUnderstood(s, s.pos, `has the directive ${line2.slice(0, 40)}`);
    first = s.pos, s.pos = nextLine(s, s.pos);
  }
}
function passMarker(s) {
  s.lineStart = s.pos, s.pos = skipBlanks(s, s.pos + 3), s.bytes[s.pos] === BRACE ? s.column = s.pos - s.lineStart : endLine(s);
}
function skipComments(s) {
  for (let at = skipBlanks(s, s.pos); at < s.end; at = skipBlanks(s, s.pos)) {
    if (s.bytes[at] !== HASH && !isLineEnd(s, at)) return;
    s.pos = nextLine(s, at);
  }
}
function endLine(s) {
  let at = skipBlanks(s, s.pos);
  if (!isLineEnd(s, at) && (s.bytes[at] !== HASH || !isBlank(s, at - 1)))
    throw broken(s, at, "has something behind a value that does not belong there");
  s.pos = nextLine(s, at), s.contentEnd = s.pos, s.commented = at < s.end && s.bytes[at] === HASH, toContent(s);
}
function passTo(s, pos) {
  s.pos = pos, s.contentEnd = pos, s.commented = !1, toContent(s);
}
function toContent(s) {
  for (; ; ) {
    let start = s.pos, at = start;
    for (; s.bytes[at] === SPACE; ) at++;
    if (s.bytes[at] === TAB) throw broken(s, at, "has a tab where a line is indented");
    if (at >= s.end) {
      s.pos = s.end, s.lineStart = s.end, s.column = -1;
      return;
    }
    if (s.bytes[at] === HASH) s.commented = !0;
    else if (!isLineEnd(s, at)) {
      if (at === start && isDocumentMarker(s, at)) {
        s.end = at;
        continue;
      }
      s.pos = at, s.lineStart = start, s.column = at - start;
      return;
    }
    s.pos = nextLine(s, at);
  }
}

// src/index-file/scan/scalars.ts
var COLON = 58, DOUBLE_QUOTE = 34, SINGLE_QUOTE = 39, BACKSLASH = 92, KEEP = 43, STRIP = 45, INDICATORS = new Set([...",[]{}#&*!|>'\"%@`"].map((character) => character.charCodeAt(0))), GAPPED = new Set([..."-?:"].map((character) => character.charCodeAt(0)));
function mayBeginPlain(s, at) {
  let byte = s.bytes[at];
  return !INDICATORS.has(byte) && !(GAPPED.has(byte) && isGap(s, at + 1));
}
function plain(s, parent, reader) {
  let start = s.pos;
  if (!mayBeginPlain(s, start)) throw broken(s, start, "has a value that begins with a character that it must not");
  let end = plainLine(s), long = !1;
  for (endLine(s); s.column > parent; ) {
    if (s.commented) throw broken(s, s.pos, "has a text that goes on behind a comment");
    long = !0, end = plainLine(s), endLine(s);
  }
  reader?.scalar?.({ start, end, style: "plain", long, tag: s.tag });
}
function plainLine(s) {
  let at = s.pos, end = at;
  for (; !isLineEnd(s, at); at++) {
    let byte = s.bytes[at];
    if (!(byte === SPACE || byte === TAB)) {
      if (byte === HASH && end < at && at > s.pos) break;
      if (byte === COLON && isGap(s, at + 1)) throw broken(s, at, "has a second `:` in the line of a value");
      end = at + 1;
    }
  }
  return s.pos = end, end;
}
function quotedEnd(s, from, parent) {
  let quote = s.bytes[from];
  for (let at = from + 1; at < s.end; at++) {
    let byte = s.bytes[at];
    if (byte === LINE_FEED) checkContinuation(s, at + 1, parent);
    else if (byte === BACKSLASH && quote === DOUBLE_QUOTE) at = escapeEnd(s, at);
    else if (byte === quote) {
      if (quote === DOUBLE_QUOTE || s.bytes[at + 1] !== SINGLE_QUOTE) return at + 1;
      at++;
    }
  }
  throw broken(s, from, "has a quote that is never closed");
}
var HEX_DIGITS = new Map(Object.entries({ x: 2, u: 4, U: 8 }));
function escapeEnd(s, at) {
  let letter = String.fromCharCode(s.bytes[at + 1] ?? 0), digits = HEX_DIGITS.get(letter);
  if (digits === void 0) {
    if (letter === `
` || letter === "\r") return at;
    if ('0abt	nvfre "/\\N_LP'.includes(letter)) return at + 1;
  } else if (new RegExp(`^[0-9a-fA-F]{${digits}}$`).test(textBetween(s.bytes, at + 2, at + 2 + digits)))
    return at + 1 + digits;
  throw broken(s, at, "has an escape in quotes that YAML does not know");
}
function checkContinuation(s, lineStart, parent) {
  let at = lineStart;
  for (; s.bytes[at] === SPACE; ) at++;
  if (!isLineEnd(s, at) && (at - lineStart <= parent || isDocumentMarker(s, lineStart)))
    throw notUnderstood(s, at, "has a quoted text over several lines that are indented less than its key");
}
function blockText(s, parent, reader) {
  let start = s.pos, { keep: keep2, indent } = header(s, parent), body = s.contentEnd;
  s.pos = body, s.commented = !1, skipBlock(s, parent, indent), keep2 && (s.contentEnd = blankLinesEnd(s, s.contentEnd));
  let end = s.contentEnd;
  s.pos = end, toContent(s), reader?.scalar?.({ start, end, style: "block", long: !0, tag: s.tag });
}
function header(s, parent) {
  let keep2 = !1, indent;
  for (s.pos += 1; !isGap(s, s.pos); s.pos += 1) {
    let byte = s.bytes[s.pos];
    if (byte >= 49 && byte <= 57 && indent === void 0) indent = Math.max(parent, 0) + byte - 48;
    else if (byte === KEEP || byte === STRIP) keep2 = byte === KEEP;
    else throw broken(s, s.pos, "has a text block with a header that YAML does not know");
  }
  let from = s.pos;
  for (; s.bytes[s.pos] === SPACE || s.bytes[s.pos] === TAB; ) s.pos += 1;
  if (!isLineEnd(s, s.pos) && (s.bytes[s.pos] !== HASH || s.pos === from))
    throw broken(s, s.pos, "has something behind the header of a text block");
  return s.contentEnd = nextLine(s, s.pos), { keep: keep2, indent };
}
function skipBlock(s, parent, known) {
  let indent = known, widest = 0;
  for (let line2 = s.pos; line2 < s.end; ) {
    let at = line2;
    for (; s.bytes[at] === SPACE; ) at++;
    let width = at - line2, next = nextLine(s, at);
    if (!isLineEnd(s, at) || indent !== void 0 && width > indent) {
      if (indent === void 0) {
        if (width <= parent) return;
        if (s.bytes[at] === TAB || widest > width)
          throw notUnderstood(s, at, "has a text block that begins with an odd indentation");
        indent = width;
      }
      if (width < indent) return;
      s.contentEnd = next;
    } else widest = Math.max(widest, width);
    line2 = next;
  }
}
function blankLinesEnd(s, from) {
  for (let line2 = from; line2 < s.end; ) {
    let at = line2;
    for (; s.bytes[at] === SPACE; ) at++;
    if (!isLineEnd(s, at)) return line2;
    line2 = nextLine(s, at);
  }
  return s.end;
}

// src/index-file/scan/keys.ts
var MAX_KEY_BYTES = 1024, QUESTION = 63, BACKSLASH2 = 92, FEW_KEYS = 48;
function takeKey(s) {
  let { pos: start } = s, byte = s.bytes[start], quoted2 = byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE;
  if (byte === QUESTION && isGap(s, start + 1)) throw notUnderstood(s, start, "has a key behind a question mark");
  if (!quoted2 && !mayBeginPlain(s, start)) return !1;
  let end = quoted2 ? quotedKeyEnd(s) : plainKeyEnd(s);
  if (end === void 0) return !1;
  if (end - start > MAX_KEY_BYTES) throw broken(s, start, `has a key of more than ${MAX_KEY_BYTES} bytes`);
  return s.key.start = start, s.key.end = end, s.key.style = byte === DOUBLE_QUOTE ? "double" : quoted2 ? "single" : "plain", !0;
}
function quotedKeyEnd(s) {
  let end = quotedEnd(s, s.pos, -1), colon = skipBlanks(s, end);
  if (!(s.bytes[colon] !== COLON || !isGap(s, colon + 1))) {
    if (hasByte(s, LINE_FEED, s.pos, end)) throw broken(s, s.pos, "has a key over several lines");
    return s.pos = colon + 1, end;
  }
}
function plainKeyEnd(s) {
  let { bytes } = s;
  for (let at = s.pos; at < s.end; at++) {
    for (; bytes[at] > COLON; ) at++;
    let byte = bytes[at];
    if (byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === HASH && isBlank(s, at - 1)) return;
    if (!(byte !== COLON || !isGap(s, at + 1))) {
      for (s.pos = at + 1; isBlank(s, at - 1); ) at--;
      return at;
    }
  }
}
function openKeys(s) {
  return s.keys.push(0);
}
function closeKeys(s, base) {
  s.keys.length = base - 1;
}
function markOf(bytes, start, end) {
  return 1 << ((end - start) * 7 + bytes[start] * 3 + bytes[end - 1] * 5 & 31);
}
function noteKey(s, base, many) {
  let { bytes, key, keys } = s, quote = key.style === "plain" ? 0 : 1, [start, end] = [key.start + quote, key.end - quote], isEscaped = quote > 0 && hasByte(s, key.style === "double" ? BACKSLASH2 : SINGLE_QUOTE, start, end), all = many ?? (isEscaped || keys.length - base > FEW_KEYS ? allKeys(s, base) : void 0), text5 = all && (isEscaped ? textIn(s, key) : textBetween(bytes, start, end)), mark = markOf(bytes, start, end), marks = keys[base - 1];
  if (text5 !== void 0 ? all?.has(text5) === !0 : (marks & mark) !== 0 && hasKey(s, base, { start, end }))
    throw broken(s, key.start, `has the key ${textBetween(bytes, key.start, key.end)} twice in one place`);
  return text5 !== void 0 && all?.add(text5), keys[base - 1] = marks | mark, keys.push(start, end), all;
}
function hasKey({ bytes, keys }, base, { start, end }) {
  for (let each = base; each < keys.length; each += 2) {
    let other = keys[each];
    if (keys[each + 1] - other !== end - start) continue;
    let at = 0;
    for (; at < end - start && bytes[other + at] === bytes[start + at]; ) at++;
    if (at === end - start) return !0;
  }
  return !1;
}
function allKeys({ bytes, keys }, base) {
  let all = /* @__PURE__ */ new Set();
  for (let each = base; each < keys.length; each += 2)
    all.add(textBetween(bytes, keys[each], keys[each + 1]));
  return all;
}

// src/index-file/scan/properties.ts
var NAME = /^[A-Za-z0-9_-]+$/, TAG = /^!(?:|!?[\w.:/-]+|<[\w.:/,-]+>)$/, [AMPERSAND, EXCLAMATION, ASTERISK] = [38, 33, 42], MAX_READ_AGAIN = 2e4, MAX_BYTES_AGAIN = 4 * 1024 * 1024;
function takeProperties(s, indent, walk) {
  let { pos, lineStart, column } = s, anchor;
  for (s.tag = void 0; ; ) {
    let byte = s.bytes[s.pos];
    if (byte === AMPERSAND && !anchor)
      anchor = { pos, lineStart, column, walk, indent, isOpen: !0, isDuplicate: !1 }, keep(s, takeName(s), anchor);
    else if (byte === EXCLAMATION && s.tag === void 0) takeTag(s);
    else {
      if (byte === ASTERISK) throw broken(s, s.pos, "has an anchor or a tag before an alias");
      return anchor;
    }
    s.pos = skipBlanks(s, s.pos);
  }
}
function keep(s, name, anchor) {
  let other = s.anchors.get(name);
  other && other.pos !== anchor.pos && (anchor.isDuplicate = !0, other.isDuplicate = !0), s.anchors.set(name, anchor);
}
function takeTag(s) {
  let start = s.pos, end = start;
  for (; !isGap(s, end) && (!isFlowIndicator(s, end) || s.bytes[start + 1] === 60); ) end++;
  let tag = textBetween(s.bytes, start, end);
  if (!TAG.test(tag)) throw notUnderstood(s, start, "has a tag that is not followed");
  s.tag = tag.replace(/^!<tag:yaml\.org,2002:(.*)>$/, "!!$1"), s.pos = end;
}
function takeAlias(s) {
  let { pos: start } = s, name = takeName(s), anchor = s.anchors.get(name);
  if (!anchor) throw broken(s, start, `uses *${name}, which no anchor before it names`);
  if (anchor.isOpen) throw broken(s, start, `uses *${name} within what it stands for`);
  return s.aliases += 1, anchor;
}
function readAnchor(s, anchor, at, reader) {
  if (anchor.isDuplicate) throw notUnderstood(s, at, "uses an anchor whose name stands for two values");
  let { pos, lineStart, column, contentEnd, commented, tag, aliasAt, aliases, depth } = s;
  if (goDeeper(s), s.again.values += 1, Object.assign(s, { pos: anchor.pos, lineStart: anchor.lineStart, column: anchor.column, aliasAt: aliasAt ?? at }), anchor.walk(s, anchor.indent, reader), s.again.bytes += s.pos - anchor.pos, s.again.values > MAX_READ_AGAIN || s.again.bytes > MAX_BYTES_AGAIN)
    throw notUnderstood(s, at, "uses aliases for more than is followed");
  Object.assign(s, { pos, lineStart, column, contentEnd, commented, tag, aliasAt, aliases, depth });
}
function takeName(s) {
  let start = s.pos + 1, end = start;
  for (; !isGap(s, end) && !isFlowIndicator(s, end); ) end++;
  let name = textBetween(s.bytes, start, end);
  if (!NAME.test(name)) throw broken(s, s.pos, "has an anchor or alias without a name that every reader takes");
  return s.pos = end, name;
}
function isFlowIndicator(s, at) {
  let byte = s.bytes[at];
  return byte === 44 || byte === 91 || byte === 93 || byte === 123 || byte === 125;
}

// src/index-file/scan/flow.ts
var [COMMA, BRACKET, BRACKET_END, BRACE2, BRACE_END] = [44, 91, 93, 123, 125], [AMPERSAND2, ASTERISK2, EXCLAMATION2] = [38, 42, 33];
function flow(s, reader) {
  goDeeper(s);
  let opening = s.pos, closing = s.bytes[opening] === BRACE2 ? BRACE_END : BRACKET_END;
  closing === BRACE_END ? reader?.mapping?.(placeAt(s)) : reader?.list?.(placeAt(s));
  let base = openKeys(s), many;
  for (s.pos += 1; skipToContent(s), !(s.bytes[s.pos] === closing || (closing === BRACE_END ? (takeFlowKey(s), many = noteKey(s, base, many), pairValue(s, reader?.key?.(s.key))) : flowNode(s, 0, reader?.item?.(placeAt(s))), skipToContent(s), s.bytes[s.pos] === closing)); ) {
    if (s.bytes[s.pos] !== COMMA) throw notClosed(s, opening);
    s.pos += 1;
  }
  closeKeys(s, base), s.pos += 1, s.depth -= 1, reader?.close?.(s.pos);
}
function notClosed(s, opening) {
  return s.pos >= s.end ? broken(s, opening, "has a bracket that is never closed") : notUnderstood(s, s.pos, "has something in brackets where a comma or the closing bracket belongs");
}
function takeFlowKey(s) {
  s.column = s.pos - s.lineStart;
  let { start, end, style } = flowText(s);
  s.key.start = start, s.key.end = end, s.key.style = style;
}
function pairValue(s, reader) {
  if (skipToContent(s), s.bytes[s.pos] !== COLON) throw notUnderstood(s, s.pos, "has a key in brackets without a value");
  s.pos += 1;
  let behind = s.pos;
  skipToContent(s), s.bytes[s.pos] === COMMA || s.bytes[s.pos] === BRACE_END ? reader?.nothing?.(behind) : flowNode(s, 0, reader);
}
function flowNode(s, indent, reader) {
  s.tag = void 0;
  let isProperty = s.bytes[s.pos] === AMPERSAND2 || s.bytes[s.pos] === EXCLAMATION2, anchor = isProperty ? takeProperties(s, indent, flowNode) : void 0;
  isProperty && skipToContent(s);
  let byte = s.bytes[s.pos], { pos: start } = s;
  if (byte === BRACE2 || byte === BRACKET) flow(s, reader);
  else if (byte === ASTERISK2) {
    let aliased = takeAlias(s);
    reader?.alias?.({ start, end: s.pos }, (other) => readAnchor(s, aliased, start, other));
  } else if (isProperty && (byte === COMMA || byte === BRACE_END || byte === BRACKET_END)) reader?.nothing?.(start);
  else {
    let { tag } = s, text5 = flowText(s);
    reader?.scalar?.({ ...text5, tag });
  }
  anchor && (anchor.isOpen = !1);
}
function flowText(s) {
  let { pos: start } = s, byte = s.bytes[start];
  if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) {
    s.pos = quotedEnd(s, start, -1);
    let long = hasByte(s, LINE_FEED, start, s.pos);
    return { start, end: s.pos, style: byte === DOUBLE_QUOTE ? "double" : "single", long };
  }
  if (start >= s.end) throw broken(s, start, "ends within brackets");
  if (!mayBeginPlain(s, start)) throw broken(s, start, "has something in brackets that does not belong there");
  let end = start;
  for (let at = start; !isLineEnd(s, at) && !isFlowIndicator(s, at); at++) {
    let byte2 = s.bytes[at];
    if (byte2 === COLON && (isGap(s, at + 1) || isFlowIndicator(s, at + 1)) || byte2 === HASH && end < at) break;
    byte2 !== SPACE && byte2 !== TAB && (end = at + 1);
  }
  return s.pos = end, { start, end, style: "plain", long: !1 };
}
function skipToContent(s) {
  for (; ; ) {
    let from = s.pos;
    if (s.pos = skipBlanks(s, from), s.bytes[s.pos] === HASH && (s.pos > from || s.pos === s.lineStart || s.bytes[s.pos - 1] === LINE_FEED))
      for (; !isLineEnd(s, s.pos); ) s.pos += 1;
    if (s.pos >= s.end || !isLineEnd(s, s.pos)) return;
    if (s.pos += s.bytes[s.pos] === LINE_FEED ? 1 : 2, s.lineStart = s.pos, isDocumentMarker(s, s.pos)) throw broken(s, s.pos, "has a bracket that is open where the document ends");
  }
}
function placeAt(s) {
  return { start: s.pos, lineStart: s.lineStart, column: s.pos - s.lineStart, before: s.pos, flow: !0 };
}

// src/index-file/scan/block.ts
var [AMPERSAND3, ASTERISK3, EXCLAMATION3, PIPE, GREATER, BRACKET2, BRACE3] = [38, 42, 33, 124, 62, 91, 123];
function node(s, parent, reader) {
  goDeeper(s);
  let { pos } = s;
  isDash(s) ? list3(s, s.column, reader) : takeKey(s) ? mapping(s, pos, reader) : inline(s, parent, reader), s.depth -= 1;
}
function mapping(s, start, reader) {
  let { column } = s;
  reader?.mapping?.({ ...placeAt2(s), start });
  let base = openKeys(s), many;
  for (let taken = !0; ; taken = !isDash(s) && takeKey(s)) {
    if (!taken) throw broken(s, s.pos, "has a line that is no key where one belongs");
    if (many = noteKey(s, base, many), value(s, column, reader?.key?.(s.key)), s.column < column) break;
    if (s.column > column) throw broken(s, s.pos, "has a line that is indented deeper than those before it");
  }
  closeKeys(s, base), reader?.close?.(s.contentEnd);
}
function value(s, indent, reader) {
  s.pos = skipBlanks(s, s.pos), s.tag = void 0;
  let anchor = startsProperty(s) ? takeProperties(s, indent, value) : void 0;
  !isLineEnd(s, s.pos) && s.bytes[s.pos] !== HASH ? inline(s, indent, reader) : valueBelow(s, indent, reader), anchor && (anchor.isOpen = !1);
}
function valueBelow(s, indent, reader) {
  let end = s.pos;
  endLine(s), s.column > indent ? node(s, indent, reader) : s.column === indent && isDash(s) ? (goDeeper(s), list3(s, indent, reader), s.depth -= 1) : reader?.nothing?.(end);
}
function list3(s, indent, reader) {
  reader?.list?.(placeAt2(s));
  do
    if (reader?.past?.(placeAt2(s)) || item(s, indent, reader?.item?.(placeAt2(s))), s.column > indent) throw broken(s, s.pos, "has a line that is indented deeper than the list it stands in");
  while (s.column === indent && isDash(s));
  reader?.close?.(s.contentEnd);
}
function item(s, indent, reader) {
  let behind = skipBlanks(s, s.pos + 1);
  if (hasByte(s, TAB, s.pos, behind)) throw notUnderstood(s, s.pos + 1, "has a tab behind a dash");
  s.column += behind - s.pos, s.pos = behind, itemValue(s, indent, reader);
}
function itemValue(s, indent, reader) {
  s.tag = void 0;
  let hasProperties = startsProperty(s), anchor = hasProperties ? takeProperties(s, indent, itemValue) : void 0;
  isLineEnd(s, s.pos) || s.bytes[s.pos] === HASH ? itemBelow(s, indent, reader) : hasProperties ? inline(s, indent, reader) : node(s, indent, reader), anchor && (anchor.isOpen = !1);
}
function itemBelow(s, indent, reader) {
  let end = s.pos;
  endLine(s), s.column > indent ? node(s, indent, reader) : reader?.nothing?.(end);
}
function startsProperty(s) {
  let byte = s.bytes[s.pos];
  return byte === AMPERSAND3 || byte === EXCLAMATION3;
}
function inline(s, parent, reader) {
  let { pos: start } = s, byte = s.bytes[start];
  if (byte === EXCLAMATION3) throw notUnderstood(s, start, "has a tag where none is followed");
  if (byte === AMPERSAND3) throw notUnderstood(s, start, "has an anchor where none is followed");
  if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) quoted(s, parent, reader);
  else if (byte === BRACKET2 || byte === BRACE3)
    flow(s, reader), endLine(s);
  else if (byte === ASTERISK3) {
    let anchor = takeAlias(s), at = { start, end: s.pos };
    endLine(s), reader?.alias?.(at, (other) => readAnchor(s, anchor, start, other));
  } else byte === PIPE || byte === GREATER ? blockText(s, parent, reader) : plain(s, parent, reader);
}
function quoted(s, parent, reader) {
  let { pos: start } = s, end = quotedEnd(s, start, parent);
  if (s.pos = end, endLine(s), !reader?.scalar) return;
  let style = s.bytes[start] === DOUBLE_QUOTE ? "double" : "single";
  reader.scalar({ start, end, style, long: hasByte(s, LINE_FEED, start, end), tag: s.tag });
}
function placeAt2(s) {
  return { start: s.pos, lineStart: s.lineStart, column: s.column, before: s.contentEnd, flow: !1 };
}

// src/index-file/scan/guard.ts
import { isUtf8 } from "node:buffer";
var MAX_INDEX_BYTES = 128 * 1024 * 1024, LINE_FEED2 = 10, PIECE = 64 * 1024, LONGEST_ODD = 3, RARE = /[^\n\t -~]/, ODD = /[^\t\n\r -~\x80-\xff]|\r(?!\n)|\xc2[\x80-\x9f]|\xef\xbf[\xbe\xbf]|\xe2\x80[\xa8\xa9]/, MARKER = /^(?:<{7}|>{7}|\|{7})(?: |\r?$)|^={7}\r?$/;
function checkBytes(source) {
  let bytes = asBuffer(source.bytes);
  if (bytes.length > MAX_INDEX_BYTES)
    throw broken(source, 0, `holds ${bytes.length} bytes, and at most ${MAX_INDEX_BYTES} are read`, "Take old versions out of it, or publish to an OCI registry, which needs no index.");
  let marker = markerAt(bytes);
  if (marker !== void 0)
    throw broken(source, marker, `holds the conflict marker ${bytes.toString("latin1", marker, marker + 7)}`, "Resolve the merge: both sides hold releases, so keep both and delete the marker lines.");
  if (!isUtf8(bytes)) throw broken(source, brokenUtf8At(bytes), "holds bytes that are no UTF-8");
  let odd = oddAt(bytes);
  if (odd === void 0) return;
  let name = `U+${(bytes.toString("utf8", odd, odd + 4).codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  throw broken(source, odd, `holds the character ${name}, which YAML readers do not read alike`);
}
function markerAt(bytes) {
  let starts = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].flatMap((marker) => {
    for (let at = bytes.indexOf(marker); at >= 0; at = bytes.indexOf(marker, at + 1)) {
      let end = bytes.indexOf(LINE_FEED2, at), line2 = bytes.toString("latin1", at, end < 0 ? Math.min(bytes.length, at + 200) : end);
      if ((at === 0 || bytes[at - 1] === LINE_FEED2) && MARKER.test(line2)) return [at];
    }
    return [];
  });
  return starts.length === 0 ? void 0 : Math.min(...starts);
}
function oddAt(bytes) {
  for (let at = 0; at < bytes.length; at += PIECE) {
    let text5 = bytes.toString("latin1", at, Math.min(bytes.length, at + PIECE + LONGEST_ODD - 1));
    if (!RARE.test(text5)) continue;
    let found = ODD.exec(text5);
    if (found) return at + found.index;
  }
}
function brokenUtf8At(bytes) {
  let [good, bad] = [0, bytes.length];
  for (; bad - good > 1; ) {
    let middle = good + bad >> 1;
    [0, 1, 2, 3].some((back) => middle - back >= 0 && isUtf8(bytes.subarray(0, middle - back))) ? good = middle : bad = middle;
  }
  return Math.max(0, good - 3);
}

// src/index-file/read/shape-reader.ts
var MAX_SHOWN = 40, WANTED = {
  text: "text in quotes",
  converted: "text",
  bool: "true or false",
  time: 'a time such as "2026-01-01T00:00:00Z"',
  any: "a value that JSON has",
  list: "a list",
  map: "a mapping",
  struct: "a mapping"
}, NOUNS = {
  null: "null",
  bool: "the boolean",
  int: "the number",
  float: "the number",
  string: "the text"
};
function shapeReader(s, shape, label2) {
  let wrong = (start, found) => {
    noteFault(s, start, { what: `${found} as ${label2}, where Helm takes only ${WANTED[shape.kind]}` });
  }, takesMapping = shape.kind === "map" || shape.kind === "struct" || shape.kind === "any", takesList = shape.kind === "list" || shape.kind === "any", reader = {
    scalar: (text5) => checkScalar(s, text5, shape, (found) => wrong(text5.start, found)),
    ...!takesMapping && { mapping: ({ start }) => wrong(start, "a mapping") },
    ...!takesList && { list: ({ start }) => wrong(start, "a list") },
    alias: (_, read) => read(reader)
  };
  if (shape.kind === "any") return Object.assign(reader, anyParts(s, label2, reader));
  if (shape.kind === "list") {
    let item2 = shapeReader(s, shape.of, `an item of ${label2}`);
    return Object.assign(reader, { item: () => item2 });
  }
  return shape.kind === "map" ? Object.assign(reader, mapParts(s, shape, label2)) : shape.kind === "struct" ? Object.assign(reader, structParts(s, shape)) : reader;
}
function checkScalar(s, text5, shape, wrong) {
  let kind = scalarKind(s, text5);
  if (kind !== "null") {
    if (!takes(s, shape, { kind, text: text5 })) wrong(`${NOUNS[kind]} ${writtenText(s, text5)}`);
    else if (shape.kind === "converted" && kind !== "string") {
      let what = `${NOUNS[kind]} ${writtenText(s, text5)}, where Helm takes only text from JSON`;
      noteFault(s, text5.start, { what, only: "JSON" });
    }
  }
}
function takes(s, shape, { kind, text: text5 }) {
  switch (shape.kind) {
    case "text":
      return kind === "string";
    case "converted":
      return !0;
    case "bool":
      return kind === "bool";
    case "time":
      return kind === "string" && !text5.long && isGoTime(textIn(s, text5));
    case "any":
      return kind !== "float" || !/nan|inf/i.test(writtenText(s, text5));
    default:
      return !1;
  }
}
function writtenText({ bytes }, { start, end }) {
  return textBetween(bytes, start, Math.min(end, start + MAX_SHOWN));
}
function anyParts(s, label2, self) {
  return {
    item: () => self,
    key(key) {
      return checkKey(s, key, label2), self;
    }
  };
}
function checkKey(s, key, label2) {
  scalarKind(s, key) === "null" && noteFault(s, key.start, { what: `a key without a name in ${label2}` });
}
function mapParts(s, shape, label2) {
  let value2 = shapeReader(s, shape.of, `a value of ${label2}`), converted = shapeReader(s, { kind: "converted" }, `a value of ${label2}`), names = /* @__PURE__ */ new Set(), parts = {
    mapping: () => names.clear(),
    key(key) {
      if (isMerge(s, key)) return mergeReader(s, parts);
      checkKey(s, key, label2);
      let name = textIn(s, key);
      return names.has(name) && noteFault(s, key.start, { what: `the key ${name} twice in ${label2}`, only: "YAML" }), names.add(name), shape.convertedKeys?.has(folded(name)) ? converted : value2;
    }
  };
  return parts;
}
function isMerge({ bytes }, { start, end, style }) {
  return style === "plain" && end - start === 2 && bytes[start] === 60 && bytes[start + 1] === 60;
}
function mergeReader(s, { key }) {
  let wrong = ({ start }) => {
    noteFault(s, start, { what: "a merge (<<) of what is not a mapping" });
  }, one = {
    ...key && { key },
    scalar: wrong,
    list: wrong,
    nothing: (start) => wrong({ start }),
    alias: (_, read) => read(one)
  }, many = { ...one, list: () => {
  }, item: () => one, alias: (_, read) => read(many) };
  return many;
}
function structParts(s, shape) {
  let fields = structFields(s, shape), parts = {
    mapping: fields.begin,
    key(key) {
      if (isMerge(s, key)) return mergeReader(s, parts);
      let field = fields.at(key);
      return field && fields.readers[field.index];
    }
  };
  return parts;
}
function structFields(s, shape) {
  let find = fieldFinder(shape), [seen, misspelt] = [0, 0], twice = ({ name }, start, bit) => {
    let what = `\`${name}\` of ${shape.noun} twice`;
    if ((misspelt & bit) !== 0) throw notUnderstood(s, s.aliasAt ?? start, `has ${what}`);
    noteFault(s, start, { what, only: "YAML" });
  };
  return {
    readers: shape.fields.map(
      ({ name, shape: inner }) => inner.kind === "any" ? void 0 : shapeReader(s, inner, shape === ENTRY ? `\`${name}\`` : `\`${name}\` of ${shape.noun}`)
    ),
    begin() {
      seen = 0, misspelt = 0;
    },
    at(key) {
      let field = find(s, key);
      if (!field) {
        let name = textIn(s, key).slice(0, MAX_SHOWN), keyed = name === "" ? "a key without a name" : `the key \`${name}\``, where = shape === INDEX || shape === ENTRY ? "" : ` of ${shape.noun}`;
        noteFault(s, key.start, { what: `${keyed}${where}, which Helm does not know`, only: "YAML" });
        return;
      }
      let bit = 1 << field.index;
      return field.isFolded && (misspelt |= bit), (seen & bit) !== 0 && twice(field, key.start, bit), seen |= bit, field;
    }
  };
}

// src/index-file/read/entries.ts
function entryReaders(s) {
  let [at, take] = [], [name, version, fields, timed, aliases] = ["", "", 0, !1, 0], done = (end) => {
    if (!at) return;
    let { before, start, lineStart, column, flow: flow2 } = at;
    take?.({ before, start, lineStart, column, flow: flow2, end, name, version, fields, timed, aliased: s.aliases > aliases });
  }, struct2 = structFields(s, ENTRY), [nameReader, versionReader] = [
    keptText(s, "name", (text5) => {
      name = text5;
    }),
    keptText(s, "version", (text5) => {
      version = text5;
    })
  ], refuse2 = (start) => {
    throw notUnderstood(s, start, "has an entry that is no mapping of fields");
  }, parts = {
    mapping: ({ column }) => {
      fields = column, struct2.begin();
    },
    key(key) {
      if (isMerge(s, key)) return mergeReader(s, parts);
      let field = struct2.at(key);
      return field?.name === "name" ? nameReader : field?.name === "version" ? versionReader : (field?.name === "created" && name === "" && (timed = !0), field && struct2.readers[field.index]);
    },
    scalar(text5) {
      scalarKind(s, text5) !== "null" && refuse2(text5.start), done(text5.end);
    },
    list: ({ start }) => refuse2(start)
  }, reader = {
    ...parts,
    close: done,
    nothing: done,
    alias({ end }, read) {
      read(parts), done(end);
    }
  };
  return (place, taker) => ([at, take] = [place, taker], [name, version, fields, timed, aliases] = ["", "", place.column + 2, !1, s.aliases], reader);
}
function keptText(s, field, keep2) {
  let checking = shapeReader(s, { kind: "text" }, `\`${field}\``), reader = {
    ...checking,
    scalar(text5) {
      checking.scalar?.(text5), keep2(textIn(s, text5));
    },
    nothing: () => keep2(""),
    alias: (_, read) => read(reader)
  };
  return reader;
}

// src/index-file/read/helm-entries.ts
import { Buffer as Buffer3 } from "node:buffer";

// src/index-file/read/helm-pattern.ts
var EOL = "\\r?\\n", GAP = "[ \\t\\r\\n]", FIRST = `(?:(?!${GAP})[^-?:,[\\]{}#&*!|>'"%@\`]|[-?:](?!${GAP}))`, REST = "(?:[^ \\t\\r\\n:]|:(?=[^ \\t\\r\\n])| +(?=[^ \\t\\r\\n#]))*", HEX = "[0-9a-fA-F]", ESCAPE = `\\\\(?:[0abtnvfre "/\\\\N_LP]|x${HEX}{2}|u${HEX}{4}|U${HEX}{8})`, PLAIN = `${FIRST}${REST}`, LINE = `(?:${PLAIN}|"(?:[^"\\\\\\r\\n]|${ESCAPE})*"|'(?:[^'\\r\\n]|'')*')`, NUMBER = "[-+]?(?:0[xXbBoO][\\da-fA-F_]+|[\\d_]*\\.?[\\d_]*(?:[eE][-+\\d_]*)?|\\.(?:inf|Inf|INF|nan|NaN|NAN))", OTHER = "~|[nN]ull|NULL|[yYnN]|[yY]es|YES|[nN]o|NO|[tT]rue|TRUE|[fF]alse|FALSE|[oO]n|ON|[oO]ff|OFF", TEXT_ONLY = `(?!(?:${NUMBER}|${OTHER})${EOL})`, TEXT_LINE = `${TEXT_ONLY}${LINE}`, DAY = "(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)", ZONE = "(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)", TIME3 = `\\d{4}-${DAY}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?${ZONE}`, WORD = `${TEXT_ONLY}(?=[!-~]+\\r?\\n)(?:${FIRST}(?:[^:\\r\\n]|:(?!${EOL}))*|"[^"\\\\\\r\\n]*"|'[^'\\r\\n]*')`, MOST_ANNOTATIONS = 24, ANNOTATION = "[A-Za-z][A-Za-z0-9./_-]{0,200}";
function helmPattern({ dash, inset }) {
  let column = dash + 2, fields = sorted(ENTRY).map((field) => `(?:${`(?:^ {${column}}|(?<=^ {${dash}}- ))`}${field.name}:${fieldValue(field, column, inset)}${EOL})?`), goesOn = `(?<=\\n)(?= {0,${dash}}(?!${GAP}|#)[^])`;
  return new RegExp(`(?:^ {${dash}}- ${fields.join("")}${goesOn})+`, "my");
}
function sorted({ fields }) {
  return fields.toSorted((a, b) => compareKeys(a.name, b.name));
}
function fieldValue({ name, shape }, column, inset) {
  return name === "name" || name === "version" ? ` ${WORD}` : name === "description" ? ` ${text2(column)}` : shape.kind === "map" ? annotations(column + 2) : shape.kind === "list" && shape.of.kind === "struct" ? mappings(shape.of, column, inset) : lineOrList(shape, column + inset);
}
function annotations(column) {
  let below = `(?:[^\\n]*\\n(?=${EOL}| {${column}}))*?[^\\n]*\\n {${column}}`;
  return `(?:${EOL} {${column}}(?<key>${ANNOTATION}): (?!${below}\\k<key>:)${text2(column)}){1,${MOST_ANNOTATIONS}}`;
}
function lineOrList(shape, dash) {
  return shape.kind !== "list" ? ` ${line(shape)}` : `(?: \\[\\]|(?:${EOL} {${dash}}- ${line(shape.of)})+)`;
}
function line({ kind }) {
  return kind === "bool" ? "(?:true|false)" : kind === "time" ? `(?:"${TIME3}"|${TIME3})` : kind === "converted" ? LINE : TEXT_LINE;
}
function mappings(struct2, column, inset) {
  let dash = column + inset, fields = sorted(struct2).map(({ name, shape }) => `(?:${`(?:(?<=^ {${dash}}- )|${EOL} {${dash + 2}})`}${name}:${lineOrList(shape, dash + 2 + inset)})?`);
  return `(?: \\[\\]|(?:${EOL} {${dash}}- (?=[a-z])${fields.join("")})+)`;
}
function text2(column) {
  let below = `${EOL} {${column + 2}}`, plain2 = `${TEXT_ONLY}${PLAIN}(?:${below} *(?=[^ \\t\\r\\n#])${REST})*`, quoted2 = `"(?:[^"\\\\\\r\\n]|${ESCAPE}|\\\\?${below})*"|'(?:[^'\\r\\n]|''|${below})*'`, block = `[|>]-?${below}[^ \\t\\r\\n][^\\r\\n]*(?:(?:${EOL})*${below} *[^ \\r\\n][^\\r\\n]*)*`;
  return `(?:${plain2}|${quoted2}|${block})`;
}

// src/index-file/read/helm-entries.ts
var WINDOW = 64 * 1024, WIDEST_DASH = 8;
function helmEntries(s) {
  let bytes = asBuffer(s.bytes), [text5, from] = ["", 0];
  return ({ lineStart, column }, inset) => {
    let pattern = patternFor({ dash: column, inset });
    if (pattern && (lineStart > from + text5.length - WINDOW / 2 && from + text5.length < s.end && (text5 = bytes.toString("latin1", lineStart, Math.min(s.end, lineStart + WINDOW)), from = lineStart), pattern.lastIndex = lineStart - from, !!pattern.test(text5)))
      return passTo(s, from + pattern.lastIndex), s.contentEnd;
  };
}
var patterns = /* @__PURE__ */ new Map();
function patternFor(style) {
  let { dash, inset } = style;
  if (dash > WIDEST_DASH || inset < 0) return;
  let key = `${dash} ${inset}`, pattern = patterns.get(key) ?? helmPattern(style);
  return patterns.set(key, pattern), pattern;
}
function passedEntries(bytes, { column, lineStart, before }, end) {
  let dash = `^ {${column}}`, fields = ["name", "version", "created"].map((field) => new RegExp(`${dash}[ -] ${field}: (.*)$`, "m")), next = lineStart;
  return textBetween(bytes, lineStart, end).split(new RegExp(`(?=${dash}- )`, "m")).map((text5, index) => {
    let [name, version, created] = fields.map((field) => field.exec(text5)?.[1]), line2 = next;
    return next += Buffer3.byteLength(text5), {
      before: index === 0 ? before : line2,
      start: line2 + column,
      lineStart: line2,
      column,
      end: next,
      name: textAsRead(name ?? ""),
      version: textAsRead(version ?? ""),
      timed: created !== void 0,
      flow: !1,
      fields: column + 2,
      aliased: !1
    };
  });
}

// src/index-file/read/charts.ts
var NOT_FINITE = /* @__PURE__ */ new Map([
  ["+Inf", ".inf"],
  ["-Inf", "-.inf"],
  ["NaN", ".nan"]
]);
function chartsReader(s, found, { end: keyEnd }) {
  let way = wayOfWriting(s, keyEnd, "`entries`"), ways = { helm: helmEntries(s), any: entryReaders(s) }, reader = {
    ...way.reader,
    alias: way.follow(() => reader),
    mapping: way.begin,
    list: way.refuse,
    key(key) {
      let kind = scalarKind(s, key);
      kind === "null" && noteFault(s, key.start, { what: "a chart without a name" });
      let text5 = textIn(s, key), name = kind === "float" && NOT_FINITE.get(text5) || text5, at = { start: key.start, lineStart: s.lineStart, column: s.column, before: s.contentEnd };
      if (isMerge(s, key)) throw notUnderstood(s, at.start, "merges charts from an anchor");
      if (found.charts.has(name)) throw broken(s, at.start, `has the chart ${name} twice`);
      let chart = chartReader(s, ways, key);
      return found.charts.set(name, chart.opened(name, at)), chart.reader;
    }
  };
  return { reader, written: way.written };
}
function chartReader(s, { helm, any }, { end: keyEnd }) {
  let { column: indent } = s, way = wayOfWriting(s, keyEnd, "a chart"), parts = [], take = (entry) => {
    parts.push(() => [entry]);
  }, reader = {
    ...way.reader,
    alias: way.follow(() => reader),
    list: way.begin,
    mapping: way.refuse,
    past: (at) => {
      let end = helm(at, at.column - indent);
      return end !== void 0 && parts.push(() => passedEntries(s.bytes, at, end)), end !== void 0;
    },
    item: (at) => any(at, take)
  }, entries;
  return { reader, opened: (name, { before, start, lineStart, column }) => ({
    name,
    before,
    start,
    lineStart,
    column,
    get entries() {
      return entries ??= parts.flatMap((part) => part()), entries;
    },
    get written() {
      return way.written();
    },
    get end() {
      return way.end();
    }
  }) };
}
function wayOfWriting(s, keyEnd, what) {
  let begun, end = keyEnd, empty, alias, isNothing = (start, to) => {
    empty = { start, end: to }, end = to;
  }, refuse2 = ({ start }) => {
    throw notUnderstood(s, start, `has ${what} with a value of another kind than Helm writes there`);
  };
  return { reader: {
    nothing: (at) => isNothing(at, at),
    scalar(text5) {
      if (scalarKind(s, text5) !== "null") return refuse2(text5);
      isNothing(text5.start, text5.end);
    },
    close: (at) => {
      end = at;
    }
  }, begin: (at) => {
    begun = at;
  }, refuse: refuse2, follow: (own) => (at, read) => {
    alias = at, read(own());
  }, written: () => alias ? { kind: "alias", keyEnd, ...alias } : begun?.flow ? { kind: "flow", keyEnd, open: begun.start + 1, close: end - 1 } : begun ? { kind: "block", keyEnd, column: begun.column, end } : { kind: "empty", keyEnd, start: empty?.start ?? keyEnd, end: empty?.end ?? keyEnd }, end: () => alias?.end ?? end };
}

// src/index-file/read/truncation.ts
var LINE_FEED3 = 10;
function refuseTruncated(layout) {
  if (layout.apiVersion === "")
    throw broken(
      layout,
      0,
      "has no `apiVersion`, so Helm reads nothing of it",
      "Put `apiVersion: v1` in its first line."
    );
  let end = layout.bytes.length, what = layout.json ? void 0 : cutShort(layout);
  if (what)
    throw broken(layout, end, `ends too early: ${what}`, 'Put the last good version back; where it is whole, add a line `generated: "<time>"` at its end.');
}
function cutShort({ bytes, root, entries, generated, charts }) {
  let last = [...charts.values()].at(-1);
  if (last && root.kind === "block" && isLast(bytes, last, root.end)) {
    if (last.written.kind === "empty") return `the chart ${last.name} has no value`;
    let entry = last.entries.at(-1);
    if (!entry?.name || !entry.version) return `the last entry of ${last.name} has no name or no version`;
  }
  if (!(generated && (generated.end > generated.start || generated.end < bytes.length)))
    return entries?.kind === "empty" && entries.start === entries.end ? "`entries` has no value" : last?.entries.some(({ timed }) => timed) ? "`generated` is missing" : bytes[bytes.length - 1] === LINE_FEED3 ? void 0 : "its last line does not end";
}
function isLast(bytes, { written: written2, end }, rootEnd) {
  return written2.kind === "flow" ? !1 : written2.kind === "empty" && written2.start === written2.end ? textBetween(bytes, end, rootEnd).trim() === "" : end === rootEnd;
}

// src/index-file/read/scan.ts
function scanIndex(source) {
  checkBytes(source);
  let s = openScanner(source);
  if (s.column < 0)
    throw broken(source, 0, "is empty", "Put the last good version back; where there never was one, delete the empty file.");
  let root = openRoot(s);
  if (node(s, -1, root.reader), s.column >= 0) throw broken(s, s.pos, "has something behind its end");
  let layout = root.layout();
  return refuseTruncated(layout), layout;
}
function openRoot(s) {
  let found = { charts: /* @__PURE__ */ new Map() }, struct2 = structFields(s, INDEX), apiVersion, generated, begun, end = 0, entries, apiVersionReader = onlyText(s, "apiVersion", (text5) => {
    apiVersion = scalarKind(s, text5) === "null" ? "" : textIn(s, text5);
  }), readGenerated = (keyEnd) => generatedIn(s, (value2) => {
    generated = { ...value2, keyEnd };
  });
  return { reader: {
    mapping: (at) => {
      begun = at;
    },
    list: ({ start }) => refuseRoot(s, start),
    scalar: ({ start }) => refuseRoot(s, start),
    alias: ({ start }) => refuseRoot(s, start),
    key(key) {
      if (isMerge(s, key))
        throw notUnderstood(s, key.start, "merges keys from an anchor in a place where that is not followed");
      let field = struct2.at(key);
      if (field?.name === "apiVersion") return apiVersionReader;
      if (field?.name === "generated") return readGenerated(key.end);
      if (field?.name !== "entries") return field && struct2.readers[field.index];
      let charts = chartsReader(s, found, key);
      return entries = charts, charts.reader;
    },
    close: (at) => {
      end = at;
    }
  }, layout: () => ({
    bytes: s.bytes,
    file: s.file,
    json: begun?.flow === !0,
    root: begun?.flow ? { kind: "flow", keyEnd: 0, open: begun.start + 1, close: end - 1 } : { kind: "block", keyEnd: 0, column: begun?.column ?? 0, end },
    generated,
    entries: entries?.written(),
    charts: found.charts,
    faults: faultsIn(s, begun?.flow === !0),
    apiVersion: apiVersion ?? "",
    aliased: s.aliases > 0,
    documentEnd: s.end
  }) };
}
function refuseRoot(s, at) {
  throw broken(s, at, "is no mapping of keys and values");
}
function onlyText(s, key, take) {
  let refuse2 = (at) => {
    throw broken(s, at, `has \`${key}\` that is no single text`);
  }, reader = {
    scalar: (text5) => text5.long || text5.style === "block" ? refuse2(text5.start) : take(text5),
    mapping: ({ start }) => refuse2(start),
    list: ({ start }) => refuse2(start),
    nothing: () => {
    },
    alias: (_, read) => read(reader)
  };
  return reader;
}
function generatedIn(s, take) {
  return {
    ...onlyText(s, "generated", (text5) => {
      let { start, end } = text5, kind = scalarKind(s, text5);
      if (kind !== "null" && !(kind === "string" && isGoTime(textIn(s, text5))))
        throw broken(s, start, `has \`generated\` that is no time: ${textBetween(s.bytes, start, end).slice(0, 80)}`);
      take({ start, end, isNull: kind === "null" });
    }),
    nothing: (at) => take({ start: at, end: at, isNull: !0 }),
    alias: ({ start }) => {
      throw notUnderstood(s, start, "has an alias at `generated`");
    }
  };
}

// src/index-file/read/warnings.ts
var MAX_WARNINGS = 10, FLUX_MAX_BYTES = 50 * 1024 * 1024, NEAR = 0.8;
function indexWarnings(layout) {
  let anomalies = [
    ...versionAnomaly(layout),
    ...faultAnomalies(layout),
    ...[...layout.charts.values()].flatMap(entryAnomalies)
  ], reported = anomalies.slice(0, MAX_WARNINGS).map(({ what, start }) => ({
    text: `${what}; it stays as it is.`,
    at: { file: layout.file, ...positionOf(layout, start) }
  })), more = anomalies.length - reported.length, rest = more > 0 ? [{ text: `${more} more entries of ${layout.file} are odd.`, at: { file: layout.file } }] : [];
  return [...sizeWarning(layout), ...reported, ...rest];
}
function sizeWarning({ bytes, file }) {
  if (bytes.length < FLUX_MAX_BYTES * NEAR) return [];
  let size = `${(bytes.length / 1024 / 1024).toFixed(1)} MiB`, what = bytes.length > FLUX_MAX_BYTES ? "Flux reads none over 50 MiB" : "Flux will read none over 50 MiB";
  return [{ text: `${file} holds ${size}, and ${what}; take old versions out of it.`, at: { file } }];
}
function versionAnomaly({ apiVersion }) {
  return apiVersion === "v1" ? [] : [{ what: `The index has \`apiVersion: ${apiVersion.slice(0, 40)}\``, start: 0 }];
}
function faultAnomalies(layout) {
  let text5 = (fault, index) => index < MAX_WARNINGS ? faultText(layout, fault) : "";
  return layout.faults.map((fault, index) => ({
    what: `Helm can't load it: ${text5(fault, index)}`,
    start: fault.start
  }));
}
function entryAnomalies(chart) {
  let seen = /* @__PURE__ */ new Set();
  return chart.entries.flatMap((entry) => {
    let isDuplicate = seen.has(entry.version);
    seen.add(entry.version);
    let what = anomalyOf(chart, entry, isDuplicate);
    return what === void 0 ? [] : [{ what, start: entry.start }];
  });
}
function anomalyOf(chart, { name, version }, isDuplicate) {
  if (version === "" || name === "")
    return `An entry of ${chart.name} has no ${version === "" ? "version" : "name"}, and Helm skips it`;
  if (!isListed(version)) return `Helm skips ${chart.name} ${version}, which is no version`;
  if (isDuplicate) return `${chart.name} ${version} is there twice, and Helm takes one of them`;
  if (name !== chart.name) return `The entry ${version} under ${chart.name} is of a chart named ${name}`;
}

// src/index-file/write/check.ts
import { Buffer as Buffer5 } from "node:buffer";
import { isDeepStrictEqual } from "node:util";

// src/index-file/write/touched-lines.ts
import { Buffer as Buffer4 } from "node:buffer";
var LINE_FEED4 = 10;
function touchedLines(before, bytes, splices, charts) {
  let { root } = before, indent = " ".repeat(root.kind === "block" ? root.column : 0), parts = merged([
    ...splices.filter((splice) => splice.for !== "generated").map(({ start, end }) => [start, end]),
    ...charts.map((chart) => linesOf(before, chart))
  ]).flatMap(([start, end]) => {
    let from = start + growth(splices, (splice) => splice.start < start), isWithin = (splice) => splice.start < end || splice.start === end && splice.for !== "generated", part = bytes.subarray(from, end + growth(splices, isWithin));
    return part.at(-1) === LINE_FEED4 ? [part] : [part, Buffer4.from(`
`)];
  }), head = Buffer4.from(`${indent}apiVersion: v1
${indent}entries:
`);
  return Buffer4.concat([head, ...parts, Buffer4.from(`${indent}generated: "2026-01-01T00:00:00Z"
`)]);
}
function linesOf({ bytes }, { lineStart, end }) {
  if (bytes[end - 1] === LINE_FEED4) return [lineStart, end];
  let next = asBuffer(bytes).indexOf(LINE_FEED4, end);
  return [lineStart, next < 0 ? bytes.length : next + 1];
}
function merged(intervals) {
  let result = [];
  for (let [start, end] of [...intervals].sort(([a], [b]) => a - b)) {
    let last = result.at(-1);
    last && start <= last[1] ? result[result.length - 1] = [last[0], Math.max(last[1], end)] : result.push([start, end]);
  }
  return result;
}
function growth(splices, fits) {
  return splices.filter(fits).reduce((sum, { start, end, text: text5 }) => sum + Buffer4.byteLength(text5) - (end - start), 0);
}

// src/index-file/write/check.ts
function checkWritten(before, bytes, { additions, splices }) {
  checkOutside(before.bytes, bytes, splices);
  let { entries, file, charts } = before, small = entries?.kind === "block" && !before.aliased, known = additions.flatMap(({ name }) => charts.get(name) ?? []), after = scanIndex({ bytes: small ? touchedLines(before, bytes, splices, known) : bytes, file }), names = /* @__PURE__ */ new Set([...small ? [] : charts.keys(), ...additions.map(({ name }) => name)]);
  same(new Set(after.charts.keys()), names, "charts");
  for (let [name, chart] of after.charts) {
    let addition = additions.find((each) => each.name === name);
    checkVersions(charts.get(name), chart, addition), addition && checkEntries(after, addition);
  }
}
function checkOutside(before, after, splices) {
  let [old, written2] = [asBuffer(before), asBuffer(after)], [from, at] = [0, 0];
  for (let { start, end, text: text5 } of [...splices, { start: old.length, end: old.length, text: "" }]) {
    let length = start - from;
    if (length < 0 || !old.subarray(from, start).equals(written2.subarray(at, at + length))) throw differs("bytes");
    at += length + Buffer5.byteLength(text5), from = end;
  }
  same(at, written2.length, "bytes");
}
function checkVersions(before, after, addition) {
  let added = addition?.entries.map(({ version }) => version) ?? [], old = before?.entries.map(({ version }) => version) ?? [], now = after.entries.map(({ version }) => version);
  same(now.length, old.length + added.length, "versions"), same(
    now.filter((version) => !added.includes(version)),
    old,
    "versions"
  );
}
function checkEntries(after, { name, entries }) {
  for (let { version, entry } of entries) {
    let found = after.charts.get(name)?.entries.filter((each) => each.version === version) ?? [], [only] = found;
    if (!only || found.length !== 1) throw differs("entry");
    same(readEntry(after, name, only), entry, "entry");
  }
}
function same(found, meant, what) {
  if (!isDeepStrictEqual(found, meant)) throw differs(what);
}
function differs(what) {
  return new ReleaseError("BUG_UNEXPECTED", `The index would not hold what it must: its ${what} would differ.`, {
    hint: "Nothing was written; please report it, with the index if it is public."
  });
}

// src/index-file/write/release.ts
var FINGERPRINT = "io.github.release-charts.fingerprint", REVISION = "org.opencontainers.image.revision";
function releaseOf(chart, urls) {
  let { name, version, metadata, digest: digest2, created, fingerprint, revision } = chart;
  return { name, version, metadata, digest: digest2, created, fingerprint, revision, urls };
}
function entryOf(release) {
  let { metadata, urls, digest: digest2, fingerprint, revision } = release;
  for (let url of urls) checkUrl(url);
  if (urls.length === 0) throw new ReleaseError("BUG_UNEXPECTED", `${release.name} ${release.version} has no URL`);
  let { annotations: annotations2 } = metadata;
  return {
    ...metadata,
    annotations: { ...isObject(annotations2) ? annotations2 : {}, [FINGERPRINT]: fingerprint, [REVISION]: revision },
    urls: [...urls],
    created: timeText(release.created),
    digest: digest2.replace("sha256:", "")
  };
}
function additionsOf(releases2) {
  let byName2 = /* @__PURE__ */ new Map();
  for (let release of releases2) {
    let { name, version } = release, entries = byName2.get(name) ?? [];
    entries.push({ version, entry: entryOf(release) }), byName2.set(name, entries);
  }
  return [...byName2].map(([name, entries]) => ({ name, entries }));
}
function archiveUrl(ref, place) {
  if (place.kind === "oci") return `${place.url.replace(/\/+$/, "")}/${ref.name}:${ref.version.replaceAll("+", "_")}`;
  let file = archiveNames(ref).archive.replaceAll("+", "%2B");
  return place.kind === "beside" ? file : `${place.url.replace(/\/+$/, "")}/${file}`;
}
function checkUrl(url) {
  let known = /^(?:https?:\/\/[^\s/]|oci:\/\/[^\s/]+\/\S+:[\w.-]+$)/.test(url), relative2 = !/^[a-z][a-z0-9+.-]*:/i.test(url) && !url.startsWith("/") && url !== "";
  if (!((known || relative2) && !/[\s\p{Cc}]/u.test(url)))
    throw new ReleaseError(
      "INDEX_URL_INVALID",
      `An index can't hold ${JSON.stringify(url.slice(0, 200))} as an archive's address`,
      {
        hint: "Archives are named by https:// or http:// addresses, by oci:// references with a tag, or relative to the index."
      }
    );
}

// src/index-file/write/release-splices.ts
import { Buffer as Buffer6 } from "node:buffer";

// src/index-file/write/yaml-lines.ts
var PLAIN2 = /^[A-Za-z](?:[A-Za-z0-9 ._/@+~=?&%(),;'-]|:(?=[A-Za-z0-9/]))*$/, VERSION_LIKE = /^[0-9][A-Za-z0-9.+-]*$/, OTHERWISE_READ = /^(?:[\d_]+[eE][-+]?\d+|0[xXoObB].*|\d{4}-\d\d?-\d\d?.*|\d[\d_]*(?::\d+)+.*|[yYnN])$/, PRINTED = /^[\n\t\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;
function yamlEntry(entry, { dash, gap, inset }) {
  return mappingLines(entry, inset).map(
    (line2, index) => index === 0 ? `${" ".repeat(dash)}-${" ".repeat(gap - 1)}${line2}` : indented(line2, dash + gap)
  );
}
function yamlScalar(text5) {
  return (PLAIN2.test(text5) && !/[ '-]$/.test(text5) || VERSION_LIKE.test(text5)) && goScalar(text5).kind === "string" && !OTHERWISE_READ.test(text5) ? text5 : doubleQuoted(text5);
}
function mappingLines(mapping2, inset) {
  return Object.keys(mapping2).sort(compareKeys).flatMap((key) => valueLines(`${yamlScalar(key)}:`, mapping2[key] ?? null, inset));
}
function valueLines(head, value2, inset) {
  if (typeof value2 == "string") return textLines(head, value2);
  if (typeof value2 != "object" || value2 === null) return [`${head} ${value2}`];
  if (isList(value2))
    return value2.length === 0 ? [`${head} []`] : [head, ...value2.flatMap((item2) => itemLines(item2, inset)).map((line2) => indented(line2, inset))];
  let lines2 = mappingLines(value2, inset);
  return lines2.length === 0 ? [`${head} {}`] : [head, ...lines2.map((line2) => indented(line2, 2))];
}
function itemLines(item2, inset) {
  if (typeof item2 != "object" || item2 === null || isList(item2)) return valueLines("-", item2, inset || 2);
  let lines2 = mappingLines(item2, inset);
  return lines2.length === 0 ? ["- {}"] : lines2.map((line2, index) => index === 0 ? `- ${line2}` : indented(line2, 2));
}
function textLines(head, text5) {
  if (!text5.includes(`
`) || !isBlock(text5)) return [`${head} ${yamlScalar(text5)}`];
  let body = text5.endsWith(`
`) ? text5.slice(0, -1) : text5;
  return [`${head} |${text5.endsWith(`
`) ? "" : "-"}`, ...body.split(`
`).map((line2) => indented(line2, 2))];
}
function isBlock(text5) {
  return PRINTED.test(text5) && /^[^\s]/.test(text5) && !/\n\s*\n$/.test(text5);
}
function doubleQuoted(text5) {
  return JSON.stringify(text5).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
function indented(line2, by) {
  return line2 === "" ? "" : " ".repeat(by) + line2;
}
function isList(value2) {
  return Array.isArray(value2);
}

// src/index-file/write/flow-text.ts
function flowText2(value2, style) {
  if (typeof value2 == "string") return doubleQuoted(value2);
  if (typeof value2 != "object" || value2 === null) return String(value2);
  let inner = { ...style, column: style.column + style.unit };
  if (isList2(value2))
    return bracketed(
      value2.map((item2) => flowText2(item2, inner)),
      "[]",
      style
    );
  let pairs = Object.entries(value2).map(([key, item2]) => `${doubleQuoted(key)}: ${flowText2(item2, inner)}`);
  return bracketed(pairs, "{}", style);
}
function bracketed(parts, brackets, { unit, column, eol }) {
  if (parts.length === 0) return brackets;
  let [open, close] = [brackets.slice(0, 1), brackets.slice(1)];
  if (unit === 0) return `${open}${parts.join(", ")}${close}`;
  let lines2 = parts.map((part) => `${eol}${" ".repeat(column + unit)}${part}`);
  return `${open}${lines2.join(",")}${eol}${" ".repeat(column)}${close}`;
}
function isList2(value2) {
  return Array.isArray(value2);
}

// src/index-file/write/insertion-points.ts
var [LINE_FEED5, CARRIAGE_RETURN2, SPACE2, TAB2] = [10, 13, 32, 9];
function lineSplice(layout, at, lines2) {
  let eol = eolAt(layout, at), text5 = lines2.join(eol), inLine = layout.bytes[at - 1] !== LINE_FEED5;
  return [{ start: at, end: at, text: inLine ? `${eol}${text5}` : `${text5}${eol}` }];
}
function removal(layout, written2, lines2) {
  let { bytes } = layout, [from, end] = spanOf2(written2), start = from;
  for (; end > from && (bytes[start - 1] === SPACE2 || bytes[start - 1] === TAB2); ) start--;
  let behind = asBuffer(bytes).indexOf(LINE_FEED5, end), below = lineSplice(layout, behind < 0 ? bytes.length : behind + 1, lines2);
  return end > start ? [{ start, end, text: "" }, ...below] : below;
}
function spanOf2(written2) {
  return written2.kind === "flow" ? [written2.open - 1, written2.close + 1] : written2.kind === "empty" ? [written2.start, written2.end] : [written2.end, written2.end];
}
function isAlone({ bytes }, written2) {
  return written2.kind === "flow" && textBetween(bytes, written2.open, written2.close).trim() === "";
}
function bracketSplices(layout, place, groups) {
  let { written: written2, nodes, unit, pairs } = place, [first] = nodes, last = nodes.at(-1), spread = first !== void 0 && startsLine(layout, first), eol = eolAt(layout, first?.start ?? 0), column = spread ? first.column : 0, style = { unit: spread ? unit : 0, column, eol }, gap = spread ? `${eol}${" ".repeat(column)}` : " ", texts = (group) => group.values.map((value2) => pairs ? pairsText(value2, style) : flowText2(value2, style));
  if (written2.kind === "empty") {
    let text5 = `[${groups.flatMap(texts).join(", ")}]`;
    return [{ start: written2.start, end: written2.end, text: written2.start === written2.end ? ` ${text5}` : text5 }];
  }
  if (!last) {
    let [open] = spanOf2(written2);
    return [{ start: open + 1, end: open + 1, text: groups.flatMap(texts).join(", ") }];
  }
  return groups.map((group) => {
    let all = texts(group);
    return group.next ? { start: group.next.start, end: group.next.start, text: all.map((text5) => `${text5},${gap}`).join("") } : { start: last.end, end: last.end, text: all.map((text5) => `,${gap}${text5}`).join("") };
  });
}
function pairsText(pairs, style) {
  return Object.entries(pairs).map(([key, value2]) => `${flowText2(key, style)}: ${flowText2(value2, style)}`).join(", ");
}
function startsLine({ bytes }, { start, lineStart }) {
  return lineStart < start && textBetween(bytes, lineStart, start).trim() === "";
}
function eolAt({ bytes }, at) {
  let near = bytes.lastIndexOf(LINE_FEED5, at - 1);
  return near > 0 && bytes[near - 1] === CARRIAGE_RETURN2 ? `\r
` : `
`;
}

// src/index-file/write/additions.ts
function chartSplices(layout, chart, addition) {
  let { written: written2 } = chart;
  if (written2.kind === "block") {
    let style = styleOf(chart) ?? { dash: written2.column, gap: 2, inset: written2.column - chart.column };
    return atPlaces(chart, addition).flatMap(([next, entries]) => {
      let lines2 = entries.flatMap(({ entry }) => yamlEntry(entry, style));
      return lineSplice(layout, next?.before ?? written2.end, lines2);
    });
  }
  if (layout.entries?.kind !== "flow" && (written2.kind === "empty" || isAlone(layout, written2))) {
    let lines2 = addition.entries.flatMap(({ entry }) => yamlEntry(entry, styleFor(layout, chart.column)));
    return removal(layout, written2, lines2);
  }
  let values = atPlaces(chart, addition).map(([next, entries]) => ({
    next,
    values: entries.map(({ entry }) => entry)
  }));
  return bracketSplices(layout, bracketsOf(layout, chart), values);
}
function newChartSplices(layout, additions) {
  if (additions.length === 0) return [];
  let order = layout.json ? compareBytes : compareKeys, sorted2 = [...additions].sort((a, b) => order(a.name, b.name)), { entries, root } = layout;
  if (entries === void 0 && root.kind === "block") {
    let lines2 = chartLines(layout, sorted2, root.column + 2);
    return lineSplice(layout, root.end, [`${" ".repeat(root.column)}entries:`, ...lines2]);
  }
  if (!layout.json && entries && (entries.kind === "empty" || entries.kind === "flow" && isAlone(layout, entries))) {
    let column = (root.kind === "block" ? root.column : 0) + 2;
    return removal(layout, entries, chartLines(layout, sorted2, column));
  }
  let before = ({ name }) => [...layout.charts.values()].find((chart) => order(chart.name, name) > 0);
  return entries?.kind === "block" ? sorted2.flatMap(
    (addition) => lineSplice(layout, before(addition)?.before ?? entries.end, chartLines(layout, [addition], entries.column))
  ) : newInBrackets(layout, sorted2, before);
}
function newInBrackets(layout, additions, before) {
  let pairs = (all) => Object.fromEntries(all.map(({ name, entries: entries2 }) => [name, entries2.map(({ entry }) => entry)])), { entries, root, charts } = layout;
  if (entries === void 0 || entries.kind === "empty") {
    let style = { unit: 0, column: 0, eol: "" }, value2 = flowText2(pairs(additions), style);
    if (entries)
      return [{ start: entries.start, end: entries.end, text: `${entries.start === entries.end ? " " : ""}${value2}` }];
    let open = root.kind === "flow" ? root.open : 0;
    return [{ start: open, end: open, text: `"entries": ${value2}, ` }];
  }
  let nodes = [...charts.values()], place = { written: entries, nodes, unit: 2, pairs: !0 }, groups = additions.map((addition) => ({ next: before(addition), values: [pairs([addition])] }));
  return bracketSplices(layout, place, groups);
}
function chartLines(layout, additions, column) {
  let style = styleFor(layout, column);
  return additions.flatMap(({ name, entries }) => [
    `${" ".repeat(column)}${yamlScalar(name)}:`,
    ...entries.flatMap(({ entry }) => yamlEntry(entry, style))
  ]);
}
function atPlaces(chart, { entries }) {
  let groups = /* @__PURE__ */ new Map();
  for (let each of entries) {
    let next = chart.entries.find(({ version }) => !isNewer(version, each.version));
    groups.set(next, [...groups.get(next) ?? [], each]);
  }
  return [...groups];
}
function styleOf({ column, entries }) {
  let first = entries.find(({ flow: flow2, fields, column: dash }) => !flow2 && fields > dash + 1);
  return first && { dash: first.column, gap: first.fields - first.column, inset: Math.max(0, first.column - column) };
}
function styleFor({ charts }, column) {
  for (let chart of charts.values()) {
    let style = chart.written.kind === "block" ? styleOf(chart) : void 0;
    if (style) return { ...style, dash: column + style.dash - chart.column };
  }
  return { dash: column, gap: 2, inset: 0 };
}
function bracketsOf(layout, { written: written2, entries }) {
  let [first] = entries, unit = first && startsLine(layout, first) && first.fields > first.column ? first.fields - first.column : 2;
  return { written: written2, nodes: entries, unit, pairs: !1 };
}

// src/index-file/write/release-splices.ts
var LOOK_AHEAD = 200, ANCHORED = /^["']?[ \t]*:[ \t]*(?:!\S*[ \t]+)?&/;
function splicesFor(layout, additions, generated) {
  for (let { name } of additions) requireRoom(layout, name);
  let known = additions.flatMap((addition) => {
    let chart = layout.charts.get(addition.name);
    return chart ? chartSplices(layout, chart, addition) : [];
  }), added = newChartSplices(
    layout,
    additions.filter(({ name }) => !layout.charts.has(name))
  );
  return [...known, ...added, ...generatedSplice(layout, generated)].sort((a, b) => a.start - b.start);
}
function requireRoom(layout, name) {
  let { entries, generated, charts } = layout, chart = charts.get(name);
  entries && requireOwn(layout, entries, "`entries`"), chart && requireOwn(layout, chart.written, `the chart ${name}`), generated && requireUnshared(layout, generated.keyEnd, "`generated`");
}
function requireOwn(layout, written2, what) {
  if (written2.kind === "alias") throw notUnderstood(layout, written2.start, `has an alias as ${what}`);
  requireUnshared(layout, written2.keyEnd, what);
}
function requireUnshared(layout, keyEnd, name) {
  if (!layout.aliased) return;
  let anchored = ANCHORED.exec(textBetween(layout.bytes, keyEnd, keyEnd + LOOK_AHEAD));
  if (!anchored) return;
  let what = `has an anchor at ${name}, so that a change there may change more than that`;
  throw notUnderstood(layout, keyEnd + Buffer6.byteLength(anchored[0]) - 1, what);
}
function generatedSplice(layout, time) {
  let { bytes, generated, root } = layout;
  if (!generated) {
    if (root.kind !== "block") return [];
    let line2 = `${" ".repeat(root.column)}generated: "${timeText(time)}"`;
    return lineSplice(layout, root.end, [line2]).map((splice) => ({ ...splice, for: "generated" }));
  }
  let { start, end, isNull } = generated;
  if (isNull) return [{ start, end, text: `${start === end ? " " : ""}"${timeText(time)}"`, for: "generated" }];
  let first = String.fromCharCode(bytes[start] ?? 0), quote = first === '"' || first === "'" ? first : "";
  return [{ start, end, text: `${quote}${timeText(time)}${quote}`, for: "generated" }];
}

// src/index-file/write/splices.ts
import { Buffer as Buffer7 } from "node:buffer";
function spliced(bytes, splices) {
  let parts = [], from = 0;
  for (let { start, end, text: text5 } of splices)
    parts.push(bytes.subarray(from, start), Buffer7.from(text5)), from = end;
  return Buffer7.concat([...parts, bytes.subarray(from)]);
}

// src/index-file/index-file.ts
function readIndex(source, unloadable = "refuse") {
  let layout = scanIndex(source);
  return unloadable === "refuse" && requireLoadable(layout), opened(source, layout);
}
function newIndex(file, generated) {
  return readIndex({ file, bytes: Buffer8.from(`apiVersion: v1
entries: {}
generated: "${timeText(generated)}"
`) });
}
function opened(source, known) {
  let scanned = known, layout = () => (scanned ??= scanIndex(source), scanned), entriesOf = (name) => layout().charts.get(name)?.entries ?? [], found = ({ name, version }) => entriesOf(name).filter((entry) => entry.version === version), self = {
    bytes: source.bytes,
    get warnings() {
      return indexWarnings(layout());
    },
    get names() {
      return [...layout().charts.keys()];
    },
    find(ref) {
      let [first, ...others] = found(ref);
      return first && indexedChart(layout(), ref, { entry: first, isDuplicate: others.length > 0 });
    },
    versions: (name) => entriesOf(name).map(({ version }) => version),
    requireRoom: (name) => requireRoom(layout(), name),
    add(releases2, generated) {
      let absent = distinct(releases2).filter((release) => {
        let there = found(release);
        for (let entry of there) refuseOther(layout(), release, entry);
        return there.length === 0;
      });
      return absent.length === 0 ? self : opened(written(layout(), absent, generated));
    }
  };
  return self;
}
function written(layout, releases2, generated) {
  let additions = additionsOf(releases2), splices = splicesFor(layout, additions, generated), bytes = spliced(layout.bytes, splices);
  return checkWritten(layout, bytes, { additions, splices }), { bytes, file: layout.file };
}
function distinct(releases2) {
  let all = /* @__PURE__ */ new Map();
  for (let release of releases2) {
    let key = `${release.name} ${release.version}`, other = all.get(key);
    if (other && other.digest !== release.digest)
      throw new ReleaseError("BUG_UNEXPECTED", `${key} is to be added as ${other.digest} and as ${release.digest}`);
    all.set(key, release);
  }
  return [...all.values()].sort((a, b) => Number(isNewer(b.version, a.version)) - Number(isNewer(a.version, b.version)));
}
function refuseOther(layout, release, entry) {
  let { digest: digest2 } = indexedChart(layout, release, { entry, isDuplicate: !1 });
  if (digest2 === release.digest) return;
  let what = `${layout.file} holds ${release.name} ${release.version} with ${digest2 ?? "no digest"}, and this run made ${release.digest}`;
  throw new ReleaseError("CONFLICT_TAG_TAKEN", what, {
    hint: "A published version is never overwritten: raise the version in Chart.yaml and run again."
  });
}
function indexedChart(layout, { name }, { entry, isDuplicate }) {
  let fields = readEntry(layout, name, entry), annotations2 = isObject(fields.annotations) ? fields.annotations : {}, digest2 = /^(?:sha256:)?([0-9a-f]{64})$/.exec(text3(fields.digest))?.[1], [fingerprint, revision] = [text3(annotations2[FINGERPRINT]), text3(annotations2[REVISION])], appVersion2 = text3(fields.appVersion), created = new Date(text3(fields.created));
  return {
    ...digest2 !== void 0 && { digest: `sha256:${digest2}` },
    urls: (Array.isArray(fields.urls) ? fields.urls : []).map(text3).filter((url) => url !== ""),
    ...isShort(fingerprint) && { fingerprint },
    ...isShort(appVersion2) && { appVersion: appVersion2 },
    .../^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision) && { revision },
    ...!Number.isNaN(created.getTime()) && { created },
    isDuplicate
  };
}
function text3(value2) {
  return typeof value2 == "string" || typeof value2 == "number" ? String(value2) : "";
}
function isShort(value2) {
  return value2.length > 0 && value2.length <= 256 && !new RegExp("\\p{Cc}", "u").test(value2);
}

// src/model/target.ts
function mattersTo({ fingerprint: wanted }, found) {
  return wanted === void 0 || found === void 0 || wanted === found;
}

// src/model/git/tree-paths.ts
function createTreePaths(files) {
  let nodes;
  return {
    obstacleTo(path) {
      nodes ??= nodesOf(files);
      let above = prefixesOf(path);
      for (let prefix of above) {
        let what = whatIsAt(nodes, prefix, prefix === path);
        if (what === "nothing") return otherSpelling(nodes, [...above].slice(above.indexOf(prefix)));
        if (what !== "fine") return { path: prefix, what };
      }
    }
  };
}
function nodesOf(files) {
  let modes = /* @__PURE__ */ new Map(), folders = /* @__PURE__ */ new Set();
  for (let { mode, path } of files) {
    modes.set(path, mode);
    for (let prefix of prefixesOf(path).slice(0, -1)) folders.add(prefix);
  }
  let spellings = new Map([...folders, ...modes.keys()].map((path) => [withoutCase(path), path]));
  return { modes, folders, spellings };
}
function prefixesOf(path) {
  let segments = path.split("/");
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}
function whatIsAt({ modes, folders }, path, isLast2) {
  let mode = modes.get(path);
  return mode === "120000" ? "is a symbolic link" : mode === "160000" ? "is a submodule" : mode !== void 0 ? isLast2 ? "fine" : "is a file" : folders.has(path) ? isLast2 ? "is a folder" : "fine" : "nothing";
}
function otherSpelling({ spellings }, missing3) {
  for (let path of missing3) {
    let other = spellings.get(withoutCase(path));
    if (other !== void 0) return { path: other, what: `differs from ${path} only by case` };
  }
}
function withoutCase(name) {
  return name.normalize("NFC").toLowerCase();
}

// src/targets/index/state.ts
var INDEX2 = "index.yaml", INDEX_SIGNATURE = `${INDEX2}.sigstore.json`, MAX_SIGNATURE_BYTES = 1024 * 1024, PENDING = /^index\.yaml\.([0-9a-f]{64})\.sigstore\.json$/, MAX_LOOKS = 30;
function pendingName(index) {
  return `${INDEX2}.${digestOf(index).slice(7)}.sigstore.json`;
}
function digestInPendingName(file) {
  let digest2 = `sha256:${PENDING.exec(file)?.[1]}`;
  return isDigest(digest2) ? digest2 : void 0;
}
function isAbout(bundle, index) {
  return signedDigest(bundle) === digestOf(index);
}
function signedDigest(bundle) {
  try {
    let { messageSignature } = JSON.parse(Buffer.from(bundle).toString()), digest2 = `sha256:${Buffer.from(messageSignature.messageDigest.digest, "base64").toString("hex")}`;
    return isDigest(digest2) ? digest2 : void 0;
  } catch {
    return;
  }
}
async function readState({ readIndex: readIndex3, read, signs }) {
  let look = async () => ({ source: await readIndex3(), signature: await read(INDEX_SIGNATURE) }), seen = await look();
  for (let count = 1; count <= MAX_LOOKS; count += 1) {
    let { source, signature } = seen;
    if (!signs || !source || signature && isAbout(signature, source.bytes)) return seen;
    let pending = await read(pendingName(source.bytes));
    if (pending) return { ...seen, pending };
    let now = await look();
    if (isSame(now, seen)) return seen;
    seen = now;
  }
  throw new ReleaseError("INDEX_BUSY", `${INDEX2} was written by others ${MAX_LOOKS} times while this run read it`, {
    hint: "Run again; a `concurrency` group keeps release runs apart."
  });
}
function indexGone(what) {
  return new ReleaseError("INDEX_GONE", `${what}. Nothing is written in its place.`, {
    hint: "Find out who removed it, put it back, and run again. If it is meant to begin anew, just run again."
  });
}
function isSame(a, b) {
  return equal(a.source?.bytes, b.source?.bytes) && equal(a.signature, b.signature) && equal(a.pending, b.pending);
}
function equal(a, b) {
  return a === void 0 || b === void 0 ? a === b : Buffer.from(a).equals(b);
}

// src/targets/index/occupied.ts
function pathOccupied(found, consequence, wayOut) {
  return new ReleaseError("PATH_OCCUPIED", `${found}, so ${consequence}: what this action did not write stays.`, {
    hint: wayOut
  });
}
async function requireOwnBeside(chart, files, neighbours) {
  let file = await foreignBeside(chart, files, neighbours);
  if (file !== void 0) throw notOurs(neighbours.nameOf(file), neighbours.removal(file));
}
async function isOwnBeside(chart, files, neighbours) {
  return await foreignBeside(chart, files, neighbours) === void 0;
}
async function foreignBeside(chart, files, { read }) {
  let { provenance, signature, attestation } = archiveNames(chart);
  for (let file of [provenance, signature, attestation]) {
    let [there, ours] = [await read(file), files.get(file)], isOurs2 = there && (archiveNamedIn(there) === chart.digest || ours && Buffer.from(there).equals(ours));
    if (there && !isOurs2) return file;
  }
}
function isReplaceable(there, ours) {
  let archive = archiveNamedIn(ours);
  return Buffer.from(there).equals(ours) || archive !== void 0 && archive === archiveNamedIn(there);
}
function notOurs(name, removal3) {
  return pathOccupied(
    `${name} is there and is not about the archive of this release`,
    "it is not replaced",
    `Find out who put it there. If nobody needs it, remove it and run again: ${removal3}`
  );
}
function archiveNamedIn(content) {
  let signed = signedDigest(content) ?? attestedArchive(content);
  if (signed) return signed;
  let digest2 = Buffer.from(content).toString("latin1").match(/sha256:[0-9a-f]{64}/g)?.at(-1);
  return isDigest(digest2) ? digest2 : void 0;
}
function attestedArchive(bundle) {
  try {
    let envelope = member(JSON.parse(Buffer.from(bundle).toString()), "dsseEnvelope"), statement = JSON.parse(Buffer.from(String(member(envelope, "payload")), "base64").toString()), subjects = member(statement, "subject"), last = Array.isArray(subjects) ? subjects.at(-1) : void 0, digest2 = `sha256:${member(member(last, "digest"), "sha256")}`;
    return isDigest(digest2) ? digest2 : void 0;
  } catch {
    return;
  }
}
function spellingProblems(refs) {
  let byName2 = /* @__PURE__ */ new Map();
  return refs.flatMap((ref) => {
    let { archive } = archiveNames(ref), other = byName2.get(withoutCase(archive));
    return byName2.set(withoutCase(archive), archive), other === void 0 || other === archive ? [] : [
      pathOccupied(
        `${archive} differs from ${other} only by case`,
        "they cannot both be published",
        "Rename one of the two charts: many file systems cannot hold both files."
      )
    ];
  });
}

// src/targets/index/adoption.ts
var MAX_RECORD_BYTES = 8 * 1024, MAX_TEXT2 = 256;
function adoptionFile(ref) {
  return `${archiveNames(ref).archive}.release-charts.json`;
}
async function adoptionsOf(store, ref, digest2) {
  let bytes = await (store.readListed ?? store.read)(ref, adoptionFile(ref)), record2 = bytes && readAdoption(bytes, digest2);
  return record2 ? [record2] : [];
}
async function storeAdoption(store, { ref, digest: digest2, repository }, record2) {
  let file = adoptionFile(ref), bytes = writeAdoption(record2, digest2), there = await store.read(ref, file);
  if (there && !isReplaceable(there, bytes)) throw notOurs(`${repository}/${file}`, store.removal(file, ref));
  (!there || !Buffer.from(there).equals(bytes)) && await store.stage(ref, /* @__PURE__ */ new Map([[file, bytes]]));
}
function writeAdoption({ fingerprint, appVersion: appVersion2, revision }, digest2) {
  let record2 = { schema: 1, fingerprint, ...appVersion2 !== void 0 && { appVersion: appVersion2 }, revision, archive: digest2 };
  return Buffer.from(`${JSON.stringify(record2, null, 2)}
`);
}
function readAdoption(bytes, digest2) {
  if (bytes.length > MAX_RECORD_BYTES) return;
  let { schema, fingerprint, appVersion: appVersion2, revision, archive } = fieldsIn(bytes);
  if (!(schema !== 1 || archive !== digest2) && isShort2(fingerprint) && !(typeof revision != "string" || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision)))
    return appVersion2 === void 0 ? { fingerprint, revision } : isShort2(appVersion2) ? { fingerprint, revision, appVersion: appVersion2 } : void 0;
}
function isShort2(text5) {
  return typeof text5 == "string" && text5.length > 0 && text5.length <= MAX_TEXT2;
}
function fieldsIn(bytes) {
  try {
    let content = JSON.parse(Buffer.from(bytes).toString());
    return isObject(content) ? content : {};
  } catch {
    return {};
  }
}

// src/targets/index/beside.ts
async function attachBeside(store, ref, bundles, url) {
  let files = new Map(bundles.map(({ json, predicateType }) => [fileFor(ref, predicateType), json]));
  if (files.size < bundles.length) throw new ReleaseError("BUG_UNEXPECTED", `${keyOf(ref)} takes one bundle of a kind`);
  for (let [file, json] of files) {
    let there = await store.read(ref, file), name = url + file.slice(archiveNames(ref).archive.length);
    if (there && !isReplaceable(there, json)) throw notOurs(name, store.removal(file, ref));
    there && Buffer.from(there).equals(json) && files.delete(file);
  }
  files.size > 0 && await store.stage(ref, files);
}
async function signedBeside(store, ref, digest2, isOurs2) {
  let { signature } = archiveNames(ref);
  if (!isOurs2) return await store.has(ref, signature) ? "some" : "none";
  let json = await (store.readListed ?? store.read)(ref, signature);
  return json ? await isOurs2(digest2, { json, predicateType: "" }) ? "some" : "others" : "none";
}
async function signaturesBeside(store, ref) {
  let bundles = await Promise.all(["", PROVENANCE].map((type) => storedBundle(store, ref, type)));
  return { legacy: [], bundles: bundles.filter((bundle) => bundle !== void 0) };
}
function fileFor(ref, predicateType) {
  let { signature, attestation } = archiveNames(ref);
  return predicateType === "" ? signature : attestation;
}
async function storedBundle(store, ref, predicateType) {
  let json = await store.read(ref, fileFor(ref, predicateType));
  return json && { json, predicateType };
}

// src/targets/index/fetch.ts
var MAX_REDIRECTS = 5;
async function fetchBeside(store, context, wanted) {
  let { ref, digest: digest2, entry } = wanted, archive = await archiveOf(store, context, wanted), found = digestOf(archive);
  if (found !== digest2) throw otherBytes(store, ref, { found, digest: digest2 });
  let provenance = await store.read(ref, archiveNames(ref).provenance), { fingerprint, revision, created } = entry ?? {};
  return {
    digest: digest2,
    archive,
    archiveDigest: digest2,
    ...provenance && { provenance },
    ...fingerprint !== void 0 && { fingerprint },
    ...revision !== void 0 && { revision },
    ...created && { created }
  };
}
async function checkDigest(store, ref, { digest: digest2 }) {
  if (digest2 === void 0 || !store.digestOf) return;
  let found = await store.digestOf(ref, archiveNames(ref).archive);
  if (found !== void 0 && found !== digest2) throw otherBytes(store, ref, { found, digest: digest2 });
}
function otherBytes({ url }, { name, version }, { found, digest: digest2 }) {
  let what = `${url} gives ${found} for the archive of ${name} ${version}, which is to be ${digest2}`;
  return new ReleaseError("REGISTRY_DIGEST_MISMATCH", what, {
    hint: "Somebody replaced it. Find out who, delete it, and run again: what git packages is put in its place if it is what was published."
  });
}
async function archiveDigest(store, context, wanted) {
  return digestOf(await archiveOf(store, context, wanted));
}
async function archiveOf(store, context, { ref, entry }) {
  let { url, isOurs: isOurs2 } = placeOf(store, ref, entry), archive = isOurs2 ? await store.read(ref, archiveNames(ref).archive) : await downloaded(context, url, store.url);
  if (archive) return archive;
  throw archiveMissing(store, ref, { url, digest: entry?.digest });
}
function placeOf(store, ref, entry) {
  let [named3] = entry?.urls ?? [], own = new URL(store.archiveUrl(ref), `${store.url}/`), base = `${store.url}/`, url = named3 !== void 0 && URL.canParse(named3, base) ? new URL(named3, base) : own;
  return { url, isOurs: url.href === own.href };
}
async function isMissing(store, ref, entry) {
  return placeOf(store, ref, entry).isOurs && !await store.has(ref, archiveNames(ref).archive);
}
function unrestorable(store, { name, version, digest: made }, entry) {
  let { url } = placeOf(store, { name, version }, entry);
  return archiveMissing(store, { name, version }, { url, digest: entry.digest, made });
}
function archiveMissing({ indexName }, { name, version }, { url, digest: digest2, made }) {
  let other = made ? `, and git packages ${made}, so that it can't be restored` : "", what = `${indexName} lists ${name} ${version} with ${digest2 ?? "no digest"}, and its archive is missing at ${url.href}${other}.`;
  return new ReleaseError("INDEX_ARCHIVE_MISSING", what, {
    hint: `Put a copy of the archive with that digest back there. Without one, remove the entry from ${indexName} and raise \`version\` in Chart.yaml: a version is never published with other content.`
  });
}
async function downloaded({ newHttp }, { href, protocol }, index) {
  if (!/^https?:$/.test(protocol))
    throw new ReleaseError("INDEX_UNREACHABLE", `The index leads to ${href}, which is not downloaded from here`);
  let named3 = /^https?:/.test(index) && { namedBy: index }, request = { method: "GET", url: href, redirects: MAX_REDIRECTS, maxBytes: MAX_ARCHIVE_BYTES, ...named3 }, { status, body } = await newHttp().send(request);
  if (status === 200) return body;
  if (!(status === 404 || status === 410))
    throw new ReleaseError("INDEX_UNREACHABLE", `${href} answers ${status}`);
}

// src/targets/index/keyring.ts
import { Buffer as Buffer9 } from "node:buffer";
function createKeyringCheck(store, log) {
  let asked, isWarned = !1;
  return async (chart) => {
    let key = keyFilesOf(chart).get(KEYRING);
    if (!key || isWarned) return;
    asked ??= store.readBeside(KEYRING);
    let there = await asked;
    !there || isWarned || holdsKey(there, key) || (isWarned = !0, log.warning(
      `${KEYRING} beside ${store.indexName} does not hold the key that this run signs provenance with, and is left as it is: \`helm pull --verify\` with it refuses what is released now. Put both keys into it (\`gpg --export OLD NEW > ${KEYRING}\`; with \`--armor\` for pubkey.asc), or delete both files: the next release writes those of the new key.`
    ));
  };
}
function holdsKey(keyring, key) {
  return Buffer9.from(keyring).includes(Buffer9.from(firstBody(key)));
}
function firstBody(key) {
  let [, first = 0, second = 0] = key;
  return first < 192 ? key.subarray(2, 2 + first) : first < 224 ? key.subarray(3, 3 + (first - 192) * 256 + second + 192) : key.subarray(6, 6 + Buffer9.from(key).readUInt32BE(2));
}

// src/targets/index/promote.ts
async function promoteAll(promoting, artifacts) {
  let { store } = promoting, refused = await revealAll(promoting, artifacts), going = artifacts.filter((artifact) => !refused.has(artifact)), added = /* @__PURE__ */ new Set(), signedIndex = {};
  if (going.length > 0) {
    let wrote = !1;
    await store.publish(async (state) => {
      let { source } = state, index = requireContinued(promoting, source) ?? newIndex(store.indexName, promoting.clock.now()), judged = judge(store, index, going);
      added.clear();
      for (let artifact of judged.added) added.add(artifact);
      for (let [artifact, problem] of judged.refused) refused.set(artifact, problem);
      let publication = await withSignature(promoting, state, publicationOf(promoting, index, judged));
      return wrote = publication.index !== void 0 && publication.signature !== void 0, publication;
    }), await promoting.signature.confirm(wrote), wrote && (signedIndex = { signedIndex: `${store.url}/${INDEX2}` });
  }
  let now = await promoting.written();
  return artifacts.map((artifact) => {
    let problem = refused.get(artifact) ?? problemIn(store, now, artifact), changed = added.has(artifact) || promoting.restored.has(keyOf(artifact.ref));
    return problem ?? { ...artifact, ...signedIndex, changed };
  });
}
async function revealAll(promoting, artifacts) {
  let { store, restored } = promoting;
  if (!store.reveal) return /* @__PURE__ */ new Map();
  let index = requireContinued(promoting, await store.readIndex()), { added, kept, refused } = judge(store, index, artifacts), problems = new Map(refused);
  for (let artifact of [...added, ...kept.filter(({ ref }) => restored.has(keyOf(ref)))])
    await store.reveal(artifact.ref).catch((error) => problems.set(artifact, asReleaseError(error)));
  return problems;
}
function requireContinued({ planned, store }, source) {
  let now = source && readIndex(source, store.unloadable);
  if (!planned) return now;
  if (!now) throw indexGone(`${store.indexName} was there when this run was planned, and is gone`);
  let isLeft = (name) => {
    let left = new Set(now.versions(name));
    return planned.versions(name).some((version) => left.has(version));
  };
  if (planned.names.some(isLeft)) return now;
  let had = planned.names.filter((name) => planned.versions(name).length > 0);
  if (had.length === 0) return now;
  let what = `${store.indexName} had ${had.length === 1 ? "a chart" : `${had.length} charts`} when this run was planned`;
  throw indexGone(`${what}, and none of their versions is in it now`);
}
function judge(store, index, artifacts) {
  let [added, kept] = [[], []], refused = /* @__PURE__ */ new Map();
  for (let artifact of artifacts) {
    let there = index?.find(artifact.ref), problem = there && otherContent(store, artifact, there.digest);
    problem ? refused.set(artifact, problem) : (there ? kept : added).push(artifact);
  }
  return { added, kept, refused };
}
function publicationOf({ store, made, clock }, index, { added, kept }) {
  let charts = added.map(({ ref }) => stagedChart(made, ref)), releases2 = charts.map((chart) => releaseOf(chart, [store.archiveUrl(chart)])), next = index.add(releases2, clock.now());
  return {
    ...next !== index && { index: next.bytes },
    added: added.map(({ ref }) => ref),
    kept: kept.map(({ ref }) => ref),
    keys: new Map(charts.flatMap((chart) => [...keyFilesOf(chart)]))
  };
}
async function withSignature({ signature: signing }, state, publication) {
  let signature = await signing.signatureFor(state, publication.index);
  return signature ? { ...publication, signature } : publication;
}
function stagedChart(made, ref) {
  let chart = made.get(keyOf(ref));
  if (chart) return chart;
  throw new ReleaseError("BUG_UNEXPECTED", `${keyOf(ref)} was to be promoted and never staged`);
}
function problemIn(store, index, artifact) {
  let there = index?.find(artifact.ref);
  if (there) return otherContent(store, artifact, there.digest);
  let { name, version } = artifact.ref;
  return new ReleaseError(
    "INDEX_ENTRY_LOST",
    `${store.indexName} was written with ${name} ${version} and does not hold it.`,
    {
      hint: "Something else writes the same index without reading it first; find out what, and run again."
    }
  );
}
function otherContent(store, { ref, digest: digest2 }, found) {
  return found === void 0 || found === digest2 ? void 0 : versionTaken(store, ref, { found, digest: digest2 });
}
function versionTaken({ indexName }, { name, version }, { found, digest: digest2 }) {
  let what = `${indexName} holds ${name} ${version} with ${found ?? "no digest"}, and this run made ${digest2}`;
  return new ReleaseError("CONFLICT_TAG_TAKEN", what, {
    hint: "A published version is never overwritten: raise the version in Chart.yaml and run again."
  });
}

// src/targets/index/rehearsal.ts
var MADE_UP = {
  digest: `sha256:${"0".repeat(64)}`,
  created: /* @__PURE__ */ new Date(0),
  fingerprint: "",
  revision: "0".repeat(40)
};
function rehearse(store, { index, refs, now }) {
  let current = index ?? newIndex(store.indexName, now), releases2 = refs.filter((ref) => !current.find(ref)).map(
    ({ name, version }) => releaseOf({ name, version, ...MADE_UP, metadata: { name, version } }, [store.archiveUrl({ name, version })])
  );
  current.add(releases2, now);
}

// src/targets/index/signature.ts
function openIndexSignature(store, { indexSigner: signer, log }) {
  let { indexName } = store, isWarned = !1;
  async function pendingIn({ source, pending }) {
    return !signer || !source || !pending ? void 0 : await signer.signerOf(subjectOf(store, source.bytes), pending).then((who) => who.isOurs, isInvalid) ? pending : void 0;
  }
  async function standingOf(state) {
    let { source, signature } = state;
    if (signer && !source && signature) throw signatureWithoutIndex(store);
    if (!signer || !source) return "none";
    if (await pendingIn(state)) return "valid";
    if (!signature) return "none";
    let subject = subjectOf(store, source.bytes), who = await signer.signerOf(subject, signature).catch((error) => {
      throw isInvalid(error) ? error : invalidSignature(store, asReleaseError(error));
    });
    if (!who.isOurs) throw foreignSigner(store, who.subject);
    return "valid";
  }
  function warnOfAdoption() {
    isWarned || log.warning(
      `${indexName} had no signature: it is signed from now on, with the entries that were in it as they stand.`
    ), isWarned = !0;
  }
  return {
    async problems() {
      try {
        if (signer) await standingOf(await store.readState());
        else if (await store.readSignature()) throw unexpectedSignature(store);
        return [];
      } catch (error) {
        return problemsIn(error);
      }
    },
    async signatureFor(state, next) {
      if (!signer) {
        if (next && state.signature) throw unexpectedSignature(store);
        return;
      }
      return next ? (await standingOf(state) === "none" && state.source && warnOfAdoption(), signer.sign(subjectOf(store, next))) : pendingIn(state);
    },
    async confirm(wrote) {
      if (signer && await standingOf(await store.readState()) === "none" && wrote) throw lostSignature(store);
    }
  };
}
function subjectOf({ url }, index) {
  return { repository: url, digest: digestOf(index), archive: index };
}
function isInvalid(error) {
  if (error instanceof ReleaseError && error.code === "SIGNATURE_INVALID") return !1;
  throw error;
}
function invalidSignature(store, { message, cause }) {
  let what = `${INDEX_SIGNATURE} does not hold for ${store.indexName} beside it, so something wrote the index without signing it. ${message}.`;
  return new ReleaseError("INDEX_SIGNATURE_INVALID", what, { hint: startAnew(store), cause });
}
function signatureWithoutIndex(store) {
  let what = `${INDEX_SIGNATURE} is there without ${store.indexName}, which it is to sign.`;
  return new ReleaseError("INDEX_SIGNATURE_INVALID", what, {
    hint: `Put the index back, or remove the signature, and run again: ${store.removal(INDEX_SIGNATURE)}`
  });
}
function foreignSigner(store, subject) {
  let what = `${store.indexName} is signed by ${subject}, which is not a workflow of this repository.`;
  return new ReleaseError("INDEX_SIGNATURE_FOREIGN", what, {
    hint: `If it is to be trusted, name it under \`trusted-signers\` in the config file. If not: ${startAnew(store)}`
  });
}
function unexpectedSignature(store) {
  let what = `${store.indexName} is signed (${INDEX_SIGNATURE}), and would not fit that signature any more once this run writes it.`;
  return new ReleaseError("INDEX_SIGNED", what, {
    hint: `Set \`sign-index: true\`. To have it unsigned from now on: ${store.removal(INDEX_SIGNATURE)}`
  });
}
function lostSignature(store) {
  let what = `${INDEX_SIGNATURE} was written with ${store.indexName}, and is not there.`;
  return new ReleaseError("SIGNATURE_MISSING", what, {
    hint: "Something deletes it, or writes the index without signing it, while this run works; stop it and run again."
  });
}
function startAnew(store) {
  return `Look at what the index holds. Where that is right, remove the signature, and the next run signs it as it stands: ${store.removal(INDEX_SIGNATURE)}`;
}

// src/targets/index/index-target.ts
function openIndexTarget(store, context) {
  let made = /* @__PURE__ */ new Map(), restored = /* @__PURE__ */ new Set(), index = cachedIndex(store, context), signature = openIndexSignature(store, context), checkKeyring = createKeyringCheck(store, context.log), staged = ({ name, version }, digest2) => ({
    ref: { name, version },
    digest: digest2,
    repository: store.url
  }), reference = (ref) => new URL(store.archiveUrl(ref), `${store.url}/`).href;
  async function stage(chart) {
    let there = (await index.get())?.find(chart);
    made.set(keyOf(chart), chart);
    let isGone = there !== void 0 && await isMissing(store, chart, there);
    if (there && there.digest !== chart.digest)
      throw isGone ? unrestorable(store, chart, there) : versionTaken(store, chart, { found: there.digest, digest: chart.digest });
    return there && !isGone || (isGone && restored.add(keyOf(chart)), await checkKeyring(chart), await store.stage(chart, filesOf(chart), chart)), staged(chart, chart.digest);
  }
  async function find(ref, look = { signatures: !1 }) {
    let listed = await index.get(), there = listed?.find(ref);
    if (!there)
      return listed?.requireRoom(ref.name), { state: "absent" };
    let { fingerprint, appVersion: appVersion2, revision } = there, digest2 = there.digest ?? await archiveDigest(store, context, { ref, entry: there }), isGone = look.archive === !0 && await isMissing(store, ref, there);
    look.archive && !isGone && await checkDigest(store, ref, there);
    let signed = look.signatures && !isGone ? await signedBeside(store, ref, digest2, mattersTo(look, fingerprint) ? look.isOurs : void 0) : "none", adoptions = signed !== "none" && fingerprint === void 0 && await adoptionsOf(store, ref, digest2);
    return {
      state: "present",
      digest: digest2,
      signed,
      ...adoptions && { adoptions },
      ...fingerprint !== void 0 && { fingerprint },
      ...appVersion2 !== void 0 && { appVersion: appVersion2 },
      ...revision !== void 0 && { revision },
      ...isGone && { isMissing: !0 }
    };
  }
  return {
    address: store.address,
    url: store.url,
    ...store.site !== void 0 && { site: store.site },
    hides: store.hides,
    signs: "archive",
    together: !0,
    reference,
    async preflight(refs) {
      let problems = [...spellingProblems(refs), ...await store.preflight(refs)];
      return problems.length > 0 || refs.length === 0 ? problems : (rehearse(store, { index: await index.get(), refs, now: context.clock.now() }), signature.problems());
    },
    find: (ref, look) => find(ref, look).catch(unknownPresence),
    ...store.isRevealed && { isPartlyShown: store.isRevealed },
    versions: async (name) => (await index.get())?.versions(name) ?? [],
    stage,
    adopt: (ref, { digest: digest2 }) => staged(ref, digest2),
    attach: ({ ref }, { bundles }) => attachBeside(store, ref, bundles, reference(ref)),
    adoptions: ({ ref, digest: digest2 }) => adoptionsOf(store, ref, digest2),
    recordAdoption: (artifact, record2) => storeAdoption(store, artifact, record2),
    signatures: ({ ref }) => signaturesBeside(store, ref),
    fetch: async (artifact) => fetchBeside(store, context, { ...artifact, entry: (await index.get())?.find(artifact.ref) }),
    async finish() {
      let there = context.indexSigner && await index.get();
      there && await finishSignature(store, signature, { index: there.bytes, log: context.log }), await store.sweep?.();
    },
    tidy: async () => store.sweep?.(),
    async promote(artifacts) {
      let planned = index.seen();
      index.forget();
      let promoting = { store, signature, made, restored, clock: context.clock, planned, written: index.get };
      return (await promoteAll(promoting, artifacts)).map((one) => one instanceof ReleaseError ? one : { ...one, reference: reference(one.ref) });
    }
  };
}
async function finishSignature(store, signing, { index, log }) {
  let there = await store.readSignature();
  if (there && isAbout(there, index)) return;
  let { pending } = await store.readState(), found;
  pending && await store.publish(async (state) => (found = await signing.signatureFor(state, void 0), { added: [], kept: [], keys: /* @__PURE__ */ new Map(), ...found && { signature: found } })), there && !found && log.warning(`${INDEX_SIGNATURE} does not fit ${store.indexName} beside it.`);
}
function unknownPresence(thrown) {
  if (thrown instanceof ReleaseError && thrown.kind !== "bug") return { state: "unknown", why: thrown };
  throw thrown;
}
function isAboutContent(error) {
  return error instanceof ReleaseError && /^INDEX_NOT_(?:LOADABLE|UNDERSTOOD)$/.test(error.code);
}
function cachedIndex(store, { log }) {
  let current = createMemo(isAboutContent), seen, warn = withoutRepeats((text5) => log.warning(text5)), read = async () => {
    let source = await store.readIndex(), file = source && readIndex(source, store.unloadable);
    for (let { text: text5 } of file?.warnings ?? []) warn(text5);
    return seen = file, file;
  };
  return {
    get: () => current.get(read),
    forget: current.forget,
    /** As it was when it was last read. */
    seen: () => seen
  };
}

// src/targets/directory/address.ts
var SCHEME = "dir:", OWN_FOLDER = ".release-charts", OPTIONS = ["url", "unloadable"], HINT = "Write it like dir:/srv/charts, or like dir:public/charts for a folder below the workspace; ?url=https://\u2026 may follow.";
function parseAddress(text5) {
  let address = text5.trim(), [place = "", query = "", ...more] = address.slice(SCHEME.length).split("?");
  if (more.length > 0 || address.includes("#")) throw invalidAddress(address, "holds more than one `?`, or a `#`");
  let isAbsolute = place.startsWith("/"), path = place.replace(/^\.\//, "").replace(/\/$/, ""), segments = (isAbsolute ? path.slice(1) : path).split("/"), wrong = segments.find((segment) => !isSafe(segment));
  if (wrong !== void 0) throw invalidAddress(address, `names no folder that can be published to, at "${wrong}"`);
  if (segments[0]?.startsWith("~")) throw invalidAddress(address, "starts with a `~`, which only a shell replaces");
  return { address, path, isAbsolute, ...options(address, query) };
}
function isSafe(segment) {
  return !["", ".", "..", ".git", OWN_FOLDER].includes(segment.toLowerCase()) && !/[\\\p{Cc}]/u.test(segment);
}
function options(address, query) {
  let all = [...new URLSearchParams(query)], unknown = all.find(([key]) => !OPTIONS.includes(key));
  if (unknown) throw invalidAddress(address, `has an option "${unknown[0]}"; known are ${OPTIONS.join(", ")}`);
  if (new Set(all.map(([key]) => key)).size < all.length) throw invalidAddress(address, "has an option twice");
  let { url, unloadable } = Object.fromEntries(all);
  if (url !== void 0 && !isServed(url))
    throw invalidAddress(address, `has url=${url}, which is not an https:// address of a folder`);
  if (unloadable !== void 0 && unloadable !== "allow")
    throw invalidAddress(address, `has unloadable=${unloadable}; only unloadable=allow is known`);
  return { ...unloadable !== void 0 && { unloadable }, ...url !== void 0 && { url: url.replace(/\/+$/, "") } };
}
function isServed(text5) {
  if (!URL.canParse(text5)) return !1;
  let { protocol, username, password, search, hash } = new URL(text5);
  return /^https?:$/.test(protocol) && [username, password, search, hash].every((part) => part === "");
}
function invalidAddress(address, found) {
  return new ReleaseError("TARGET_ADDRESS_INVALID", `The target ${address} ${found}`, { hint: HINT });
}

// src/targets/directory/folder.ts
import { join as join5 } from "node:path";
import { pathToFileURL } from "node:url";

// src/targets/directory/guard.ts
import { join as join2 } from "node:path";

// src/targets/directory/location.ts
import { dirname, join, relative } from "node:path";
function openLocation(address, files, workspace) {
  let folder = address.isAbsolute ? address.path : join(workspace, address.path);
  async function find() {
    let nearest2 = await nearestOf(folder), there = nearest2 === folder, real = await files.realPath(nearest2) ?? nearest2;
    if (await files.kind(real) !== "folder") throw unreachable(`${nearest2} is no folder`);
    if (address.isAbsolute) {
      if (there) return real;
      throw unreachable(`${folder} is not there`, "Make the folder once, or mount the share before this step.");
    }
    if (relative(await files.realPath(workspace) ?? workspace, real).startsWith("..")) throw unreachable(`${folder} leads out of the workspace, to ${real}`);
    return there ? real : void 0;
  }
  async function nearestOf(path) {
    return await files.kind(path) !== void 0 || dirname(path) === path ? path : nearestOf(dirname(path));
  }
  async function requireOwn3(real) {
    let own = join(real, OWN_FOLDER), kind = await files.kind(own);
    if (kind !== void 0 && kind !== "folder") throw unreachable(`${own} is no folder, and is to hold what is staged`);
    if (kind === "folder" && !await files.isWritable(own)) throw unreachable(`${own} can't be written`);
  }
  return {
    folder,
    find,
    async make() {
      await find() === void 0 && await files.makeFolder(folder);
      let real = await find();
      if (real === void 0) throw unreachable(`${folder} was made and is gone again`);
      return await requireOwn3(real), await files.makeFolder(join(real, OWN_FOLDER)), real;
    },
    async requireRight() {
      let real = await find(), writable = real ?? await nearestOf(folder);
      if (!await files.isWritable(writable)) throw unreachable(`${writable} can't be written by the runner's user`);
      real !== void 0 && await requireOwn3(real);
    }
  };
}
async function reached(what, work) {
  try {
    return await work();
  } catch (error) {
    let known = asReleaseError(error);
    throw known.code !== "BUG_UNEXPECTED" || error instanceof ReleaseError ? known : unreachable(`${what}: ${known.message}`);
  }
}
function unreachable(what, hint = "The folder must be one that the user of the runner can read and write.") {
  return new ReleaseError("INDEX_UNREACHABLE", what, { hint });
}

// src/targets/directory/guard.ts
var MOVE_AWAY = "Rename or remove it, or name another folder in the target.";
function createGuard({ place, shared: shared2, shelf }) {
  let nameOf2 = (file) => join2(place.folder, file), removal3 = (file) => `rm ${nameOf2(file)}`;
  async function obstacleTo(file, names) {
    let folder = await place.find(), spelled = names.get(withoutCase(file));
    if (folder === void 0 || spelled === void 0) return;
    if (spelled !== file)
      return pathOccupied(`${nameOf2(spelled)} differs from ${file} only by case`, `${file} is not written`, MOVE_AWAY);
    let kind = await shared2.kind(join2(folder, file));
    if (kind === "file" || kind === void 0) return;
    let what = kind === "folder" ? "a folder" : "a link or something else that is not a plain file";
    return pathOccupied(`${nameOf2(file)} is ${what}`, "no file can be written there", MOVE_AWAY);
  }
  async function obstacles(files) {
    return reached(`${place.folder} could not be read`, async () => {
      let all = await shelf.names(), names = new Map(
        [...all, ...files.filter((file) => all.includes(file))].map((name) => [withoutCase(name), name])
      );
      return (await Promise.all([...new Set(files)].map((file) => obstacleTo(file, names)))).filter((problem) => problem !== void 0);
    });
  }
  return {
    removal: removal3,
    obstacles,
    async requireFree(files) {
      let [problem] = await obstacles(files);
      if (problem) throw problem;
    },
    requireOwnBeside: (chart, files) => requireOwnBeside(chart, files, { read: shelf.read, nameOf: nameOf2, removal: removal3 }),
    async requireReplaceable(file, readOurs) {
      let there = await shelf.read(file);
      if (there && !isReplaceable(there, await readOurs())) throw notOurs(nameOf2(file), removal3(file));
    },
    async pendingSignatures() {
      let candidates = (await shelf.names()).map((file) => [file, digestInPendingName(file)]), found = [];
      for (let [file, digest2] of candidates) {
        let there = digest2 && await shelf.readSignature(file).catch(() => {
        });
        there && signedDigest(there) === digest2 && found.push(file);
      }
      return found;
    }
  };
}

// src/targets/directory/reader.ts
import { basename, join as join3 } from "node:path";
var MAX_INDEX_BYTES2 = 256 * 1024 * 1024;
function openFolderReader(place, files) {
  let indexName = `${INDEX2} in ${place.folder}`;
  function inFolder(file, look) {
    return reached(`${file} in ${place.folder} could not be read`, async () => {
      let folder = await place.find();
      return folder === void 0 ? void 0 : look(join3(folder, nameIn(file)));
    });
  }
  return {
    indexName,
    async readIndex() {
      let bytes = await inFolder(INDEX2, (path) => files.read(path, MAX_INDEX_BYTES2));
      return bytes && { bytes, file: indexName };
    },
    readSignature: (file = INDEX_SIGNATURE) => inFolder(file, (path) => files.read(path, MAX_SIGNATURE_BYTES)),
    read: (file) => inFolder(file, (path) => files.read(path, MAX_ARCHIVE_BYTES)),
    async names() {
      let folder = await place.find();
      return (folder === void 0 ? void 0 : await files.names(folder)) ?? [];
    },
    has: async (file) => await inFolder(file, (path) => files.kind(path)) !== void 0
  };
}
function nameIn(file) {
  if (file === basename(file) && !file.startsWith(".") && file !== "") return file;
  throw new ReleaseError("BUG_UNEXPECTED", `${JSON.stringify(file)} is no name of a file in a folder`);
}

// src/targets/directory/staging.ts
import { join as join4 } from "node:path";
var DAY_MS = 24 * 36e5, OURS = /^\d{8}T\d{6}Z-/;
function openStaging({ place, address, files, clock, journal }) {
  let { shared: shared2 } = files, made = createMemo();
  async function make() {
    let folder = await place.make();
    return { folder, own: await shared2.makePrivateFolder(join4(folder, OWN_FOLDER, `${timeStamp(clock.now())}-`)) };
  }
  let own = () => made.get(make);
  return {
    async put(more) {
      for (let [name, content] of more)
        await journal.effect(
          `stage ${name} in ${address}`,
          async () => shared2.write(join4((await own()).own, name), content)
        );
    },
    async read(file, maxBytes) {
      let staged = await made.held();
      return staged && shared2.read(join4(staged.own, file), maxBytes);
    },
    async show(file) {
      let { own: from, folder } = await own();
      await journal.effect(`show ${file} in ${address}`, () => shared2.replace(join4(from, file), join4(folder, file)));
    },
    async withdraw(names) {
      let { folder } = await own();
      for (let file of names)
        await journal.effect(`remove ${file} from ${address}`, () => files.remove(join4(folder, file)));
    },
    async clear() {
      let { folder, own: mine } = await own();
      made.forget();
      let yesterday = timeStamp(new Date(clock.now().getTime() - DAY_MS)), left = (await files.list(join4(folder, OWN_FOLDER))).filter((name) => OURS.test(name) && name < yesterday);
      await journal.effect(`clear what was staged in ${address}`, async () => {
        await files.remove(mine);
        for (let name of left) await files.remove(join4(folder, OWN_FOLDER, name)).catch(() => {
        });
      });
    }
  };
}

// src/targets/directory/folder.ts
var LOCK_WAIT_MS = 12e4, MAX_RACES = 5;
function openFolder(parsed, context) {
  let { address } = parsed, { files, facts } = context, { shared: shared2 } = files, place = openLocation(parsed, shared2, facts.workspace), staging = openStaging({ ...context, place, address }), shelf = openFolderReader(place, shared2), guard = createGuard({ place, shared: shared2, shelf }), staged = /* @__PURE__ */ new Map(), state = () => readState({ readIndex: shelf.readIndex, read: shelf.readSignature, signs: context.indexSigner !== void 0 }), isIdle = ({ index, signature }) => staged.size === 0 && !index && !signature;
  async function stage(ref, more, chart) {
    let { archive } = archiveNames(ref), content = more.get(archive);
    await guard.requireFree([...more.keys()]), content && await isThere2(archive, content), chart && await guard.requireOwnBeside(chart, more), await reached(`${place.folder} could not be written`, () => staging.put(named2(more))), staged.set(keyOf(ref), /* @__PURE__ */ new Set([...staged.get(keyOf(ref)) ?? [], ...more.keys()]));
  }
  async function readStaged(file) {
    return reached(`${file} could not be read back`, async () => {
      let bytes = await staging.read(file, MAX_ARCHIVE_BYTES);
      if (bytes) return bytes;
      throw new Error(`it was staged in ${place.folder}, and is gone`);
    });
  }
  async function isThere2(archive, content) {
    let there = await shelf.read(archive);
    if (there && !Buffer.from(there).equals(content)) throw occupied(join5(place.folder, archive));
    return there !== void 0;
  }
  async function toShow(ref, isAdded) {
    let { archive } = archiveNames(ref), own = staged.get(keyOf(ref)) ?? /* @__PURE__ */ new Set(), content = own.has(archive) ? await readStaged(archive) : void 0;
    if (isAdded && !content && !await shelf.has(archive)) throw missingArchive(place.folder, archive);
    let wanted = [];
    for (let file of own)
      file === archive ? content && !await isThere2(archive, content) && wanted.push(file) : (isAdded || !content || !await shelf.has(file)) && wanted.push(file);
    return wanted;
  }
  async function show({ added, kept, keys, ...written2 }) {
    let wanted = [];
    for (let ref of added) wanted.push(...await toShow(ref, !0));
    for (let ref of kept) wanted.push(...await toShow(ref, !1));
    for (let [file, content] of keys)
      await shelf.has(file) || (await staging.put(/* @__PURE__ */ new Map([[nameIn(file), content]])), wanted.push(file));
    await guard.requireFree([...wanted, INDEX2, INDEX_SIGNATURE]);
    for (let file of wanted) await guard.requireReplaceable(file, () => readStaged(file));
    for (let file of wanted) await staging.show(file);
    await showIndex(written2);
  }
  async function showIndex({ index, signature }) {
    index && signature && await showFile(pendingName(index), signature), index && await showFile(INDEX2, index), signature && (await showFile(INDEX_SIGNATURE, signature), await staging.withdraw(await guard.pendingSignatures()));
  }
  async function showFile(file, content) {
    await staging.put(/* @__PURE__ */ new Map([[file, content]])), await staging.show(file);
  }
  async function showUnderLock(prepare, ready) {
    return reached(`${place.folder} could not be published to`, async () => {
      let lock = join5(await place.make(), OWN_FOLDER, "lock");
      return shared2.locked(lock, LOCK_WAIT_MS, async () => {
        let now = await state();
        return ready && !isSame(ready.seen, now) ? !1 : (await show(ready?.publication ?? await prepare(now)), await staging.clear(), !0);
      });
    });
  }
  return {
    address,
    hides: "unlisted",
    url: parsed.url ?? pathToFileURL(place.folder).href,
    // A folder of the workspace ends with the job: a later step publishes it.
    site: parsed.isAbsolute ? parsed.url : void 0,
    indexName: shelf.indexName,
    unloadable: parsed.unloadable,
    archiveUrl: (ref) => archiveUrl(ref, { kind: "beside" }),
    async preflight(refs) {
      let { environment, processes } = context;
      try {
        await reached(`${place.folder} can't be published to`, () => place.requireRight());
        let names = [INDEX2, INDEX_SIGNATURE, ...refs.flatMap((ref) => Object.values(archiveNames(ref)))], obstacles = await guard.obstacles(names);
        return obstacles.length > 0 ? obstacles : (await processes.run("flock", ["--version"], { env: { PATH: environment.PATH ?? "" } }), []);
      } catch (error) {
        return [asReleaseError(error)];
      }
    },
    readIndex: () => shelf.readIndex(),
    readState: state,
    readSignature: () => shelf.readSignature(),
    removal: guard.removal,
    stage,
    async read(ref, file) {
      let own = staged.get(keyOf(ref));
      return own?.has(file) ? readStaged(file) : own?.has(archiveNames(ref).archive) ? void 0 : shelf.read(file);
    },
    readBeside: (file) => shelf.read(file),
    has: (_, file) => shelf.has(file),
    async publish(prepare) {
      for (let race = 1; ; race += 1) {
        let ready = race <= MAX_RACES ? await readyFrom(prepare, await state()) : void 0;
        if (ready && isIdle(ready.publication)) return;
        if (await showUnderLock(prepare, ready)) break;
      }
      staged.clear();
    }
  };
}
async function readyFrom(prepare, seen) {
  return { seen, publication: await prepare(seen) };
}
function named2(files) {
  return new Map([...files].map(([file, content]) => [nameIn(file), content]));
}
function occupied(path) {
  return new ReleaseError("CONFLICT_TAG_TAKEN", `${path} holds other content than this run made.`, {
    hint: "No index names it, and somebody may still download it: raise the version in Chart.yaml, or delete the file."
  });
}
function missingArchive(folder, archive) {
  return new ReleaseError(
    "INDEX_ENTRY_LOST",
    `${archive} was published in ${folder}, and is gone there while this run works.`,
    {
      hint: "Something else changes the folder; find out what, and run again."
    }
  );
}

// src/targets/directory/directory.ts
var directory = {
  scheme: SCHEME,
  example: "dir:/srv/charts",
  summary: "An index.yaml in a folder of the runner, for any web server, with the archives beside it.",
  hasIndex: !0,
  check: (address) => {
    parseAddress(address);
  },
  open: (address, context) => openIndexTarget(openFolder(parseAddress(address), context), context)
};

// src/targets/own-writes.ts
function createOwnWrites() {
  return { manifests: /* @__PURE__ */ new Map(), beside: /* @__PURE__ */ new Map() };
}

// src/targets/oci/ecr/registry-host.ts
var HOST = /^(\d{12})\.dkr[.-]ecr(-fips)?\.([a-z0-9][a-z0-9-]{1,40})\.(amazonaws\.(?:com|com\.cn|eu)|on\.(?:aws|amazonwebservices\.com\.cn))$/;
function ecrRegistry(host2) {
  let [, account = "", fips, region = "", domain = ""] = HOST.exec(host2) ?? [];
  if (account !== "")
    return { host: host2, account, region, isFips: fips !== void 0, isDualStack: domain.startsWith("on.") };
}

// src/targets/oci/ecr/options.ts
var ECR_EXAMPLE = "oci://123456789012.dkr.ecr.eu-central-1.amazonaws.com/charts?create=true", NAMES = ["create", "immutable", "scan-on-push"];
function readOptions(host2, query) {
  let given = [...new URLSearchParams(query)], found = problemIn2(host2, given);
  if (found !== void 0) return { found, hint: `Write it like ${ECR_EXAMPLE}` };
  let options4 = new Map(given);
  if (options4.get("create") === "true")
    return { immutable: options4.get("immutable") !== "false", scanOnPush: options4.get("scan-on-push") === "true" };
}
function isProblem(read) {
  return read !== void 0 && "found" in read;
}
function problemIn2(host2, given) {
  if (!ecrRegistry(host2)) return "holds a query (?\u2026), which only addresses of a private ECR have";
  if (given.length === 0) return "ends with a question mark";
  let names = given.map(([name2]) => name2), unknown = names.find((name2) => !NAMES.includes(name2));
  if (unknown !== void 0) return `has the option "${unknown}"; known are ${NAMES.join(", ")}`;
  let twice = names.find((name2, index) => names.indexOf(name2) !== index);
  if (twice !== void 0) return `has the option ${twice} twice`;
  let [name, value2] = given.find(([, value3]) => !["true", "false"].includes(value3)) ?? [];
  if (name !== void 0) return `has ${name}=${value2}, which must be true or false`;
  let isCreating = given.some(([name2, value3]) => name2 === "create" && value3 === "true"), idle = names.find((name2) => name2 !== "create");
  return isCreating || idle === void 0 ? void 0 : `has the option ${idle} without create=true`;
}

// src/targets/oci/address.ts
var SCHEME2 = "oci://", COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/, TAG2 = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/, HOST2 = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/, MAX_REPOSITORY = 255;
function parseAddress2(text5) {
  let [written2 = "", query] = splitQuery(text5.trim()), address = written2.replace(/\/$/, ""), rest = address.slice(SCHEME2.length), [named3 = "", ...components] = rest.split("/"), host2 = named3.toLowerCase(), path = components.join("/"), create = query === void 0 ? void 0 : readOptions(host2, query), problem = problemWith(rest, host2, components) ?? (isProblem(create) ? create : void 0);
  if (problem) {
    let hint = problem.hint ?? "Write it like oci://ghcr.io/acme/charts; the chart name and its version are added.";
    throw new ReleaseError("TARGET_ADDRESS_INVALID", `The target ${text5} ${problem.found}`, { hint });
  }
  return { address, host: host2, path, ...create && !isProblem(create) && { create } };
}
function splitQuery(text5) {
  let at = text5.indexOf("?");
  return at < 0 ? [text5] : [text5.slice(0, at), text5.slice(at + 1)];
}
function problemWith(rest, host2, components) {
  if (/\s/.test(rest)) return { found: "holds a blank" };
  if (rest.includes("#")) return { found: "holds a fragment (#\u2026)" };
  if (host2.includes("@"))
    return { found: "holds a user", hint: "Use registry-username and registry-password, or docker login." };
  if (host2 === "") return { found: "names no host" };
  if (!HOST2.test(host2) || Number(host2.split(":").at(-1)) > 65535)
    return { found: `names a host that cannot be: ${host2}` };
  let path = components.join("/");
  if (/[:@]/.test(path)) return { found: "holds a tag or digest" };
  if (/[A-Z]/.test(path))
    return { found: `holds upper-case letters (${path})`, hint: `Write oci://${host2}/${path.toLowerCase()}` };
  let wrong = components.find((component) => !COMPONENT.test(component));
  return wrong === void 0 ? void 0 : { found: `has a path that registries refuse, at "${wrong}"` };
}
function nameProblem({ path }, name) {
  return COMPONENT.test(name) ? joined(path, name).length > MAX_REPOSITORY ? `makes a repository path over ${MAX_REPOSITORY} characters` : void 0 : COMPONENT.test(name.toLowerCase()) ? "has capital letters, which no OCI registry takes" : "may hold only lower-case letters and digits, with single `.`, `_` or `-` between them, in an OCI registry";
}
function repositoryOf(address, name) {
  if (nameProblem(address, name) === void 0) return joined(address.path, name);
  throw new ReleaseError("CHART_NAME_INVALID", `The chart name "${name}" cannot be part of a repository path`, {
    hint: "OCI registries take lower-case letters, digits, and single dots, dashes and underscores between them."
  });
}
function joined(path, name) {
  return path === "" ? name : `${path}/${name}`;
}
function tagOf2({ name, version }) {
  let tag = version.replaceAll("+", "_");
  if (TAG2.test(tag)) return tag;
  throw new ReleaseError("CHART_VERSION_INVALID", `The version "${version}" of ${name} cannot be a tag`, {
    hint: "Tags take at most 128 letters, digits, dots, dashes and underscores."
  });
}
var VERSION2 = /^v?(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$/;
function versionOf(tag) {
  let version = tag.replaceAll("_", "+");
  return VERSION2.test(version) ? version : void 0;
}

// src/targets/oci/transport/answers.ts
function problemsIn2({ body }) {
  let errors = jsonObjectIn(body)?.errors;
  return Array.isArray(errors) ? errors.map((entry) => {
    let { code, message } = isObject(entry) ? entry : {};
    return { code: typeof code == "string" ? code : "", message: typeof message == "string" ? message : "" };
  }) : [];
}
function problemsText(response) {
  return problemsIn2(response).map(({ code, message }) => `${code}: ${message}`).join("; ");
}
function jsonIn({ body, url }, host2) {
  let content = jsonObjectIn(body);
  if (content) return content;
  throw new ReleaseError(
    "REGISTRY_ANSWER_INVALID",
    `${host2} answered something else than JSON at ${new URL(url).pathname}`
  );
}
function jsonObjectIn(body) {
  try {
    let content = JSON.parse(new TextDecoder().decode(body));
    return isObject(content) ? content : void 0;
  } catch {
    return;
  }
}
var REFUSALS = /* @__PURE__ */ new Set([400, 401, 403, 405, 406, 501]);
function isNoAnswerToHead({ status, headers }) {
  return REFUSALS.has(status) || status === 404 && /^text\/html\b/i.test(headers["content-type"] ?? "");
}

// src/targets/oci/artifacts/media-types.ts
var HELM_CONFIG = "application/vnd.cncf.helm.config.v1+json", HELM_CHART = "application/vnd.cncf.helm.chart.content.v1.tar+gzip", HELM_PROVENANCE = "application/vnd.cncf.helm.chart.provenance.v1.prov", HELM_CHART_LEGACY = "application/tar+gzip", OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json", OCI_INDEX = "application/vnd.oci.image.index.v1+json", OCI_CONFIG = "application/vnd.oci.image.config.v1+json", OCI_EMPTY = "application/vnd.oci.empty.v1+json", SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json", BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json", ANY_BUNDLE = "application/vnd.dev.sigstore.bundle", COSIGN_SIGN_PREDICATE = "https://sigstore.dev/cosign/sign/v1", ADOPTION = "application/vnd.release-charts.adoption.v1";

// src/targets/oci/artifacts/manifest-reader.ts
function readManifest(bytes) {
  let raw = objectIn(bytes), config = descriptorOf(raw?.config), layers = layersIn(raw?.layers);
  if (!raw || !config || !layers) return;
  let { artifactType, annotations: annotations2 } = raw;
  return {
    artifactType: text4(artifactType),
    config,
    layers,
    subject: descriptorOf(raw.subject),
    annotations: textValues(annotations2),
    raw
  };
}
function readIndex2(bytes) {
  let raw = objectIn(bytes), list4 = raw?.manifests;
  if (!(!raw || !isList3(list4)) && !(raw.mediaType !== void 0 && raw.mediaType !== OCI_INDEX))
    return { manifests: list4.map(descriptorOf).filter((descriptor) => descriptor !== void 0), raw };
}
function isBundle({ artifactType }) {
  return artifactType?.startsWith(ANY_BUNDLE) ?? !1;
}
function digestMismatch(host2, what, expected, found) {
  return new ReleaseError(
    "REGISTRY_DIGEST_MISMATCH",
    `${host2} delivered ${what} with ${found} where ${expected} belongs`,
    {
      hint: "Somebody changed the stored bytes, or the registry or a proxy before it is broken. Nothing was signed or promoted."
    }
  );
}
function objectIn(bytes) {
  try {
    let content = JSON.parse(new TextDecoder("utf-8", { fatal: !0 }).decode(bytes));
    return isObject(content) ? content : void 0;
  } catch {
    return;
  }
}
function layersIn(list4) {
  if (!isList3(list4)) return;
  let found = list4.map(descriptorOf);
  return found.every((descriptor) => descriptor !== void 0) ? found : void 0;
}
function isList3(value2) {
  return Array.isArray(value2);
}
function descriptorOf(value2) {
  if (!isObject(value2)) return;
  let { mediaType, digest: digest2, size, artifactType, annotations: annotations2 } = value2;
  if (typeof mediaType != "string" || !isDigest(digest2) || !Number.isSafeInteger(size) || Number(size) < 0)
    return;
  let raw = value2;
  return {
    mediaType,
    digest: digest2,
    size: Number(size),
    artifactType: text4(artifactType),
    annotations: textValues(annotations2),
    raw
  };
}
function text4(value2) {
  return typeof value2 == "string" ? value2 : void 0;
}
function textValues(value2) {
  let entries = isObject(value2) ? Object.entries(value2) : [];
  return Object.fromEntries(entries.filter((entry) => typeof entry[1] == "string"));
}

// src/targets/oci/artifacts/manifests.ts
var MAX_MANIFEST_BYTES = 4 * 1024 * 1024, REDIRECTS = 3, ACCEPT = [OCI_MANIFEST, OCI_INDEX, "application/vnd.docker.distribution.manifest.v2+json"].join(", ");
function manifestRequest(place, access = "pull") {
  return { ...{ method: "GET", path: pathOf(place), repository: place.repository, access }, headers: { accept: ACCEPT }, redirects: REDIRECTS, maxBytes: MAX_MANIFEST_BYTES };
}
async function getManifest(client, place, access = "pull") {
  let { repository, reference } = place, response = await client.send(manifestRequest(place, access));
  if (response.status === 404) return;
  if (response.status !== 200) throw await client.refused(response, repository, `${nameOf(place)} could not be read`);
  let digest2 = digestOf(response.body), expected = isDigest(reference) ? reference : announced(response) ?? digest2;
  if (digest2 !== expected) throw digestMismatch(client.host, `the manifest of ${nameOf(place)}`, expected, digest2);
  let mediaType = (response.headers["content-type"] ?? "").split(";")[0]?.trim() ?? "";
  return { bytes: response.body, digest: digest2, mediaType, etag: response.headers.etag };
}
async function headManifest(client, place, access) {
  let { repository } = place, head = { method: "HEAD", path: pathOf(place), repository, access, headers: { accept: ACCEPT } }, response = await client.send({ ...head, redirects: REDIRECTS });
  if (isNoAnswerToHead(response)) return (await getManifest(client, place, access))?.digest;
  if (response.status !== 404) {
    if (response.status !== 200)
      throw await client.refused(response, repository, `${nameOf(place)} could not be asked for`);
    return isDigest(place.reference) ? place.reference : announced(response) ?? (await getManifest(client, place, access))?.digest;
  }
}
var ABSENT = "*";
async function putManifest(client, place, { bytes, mediaType = OCI_MANIFEST, condition }) {
  let headers = { "content-type": mediaType, ...conditionHeader(condition) }, { repository } = place, put = {
    method: "PUT",
    path: pathOf(place),
    repository,
    access: "push",
    headers,
    body: bytes,
    effect: !0
  }, response = await client.send(put), stored = announced(response);
  if (isStored(response) && stored !== void 0 && stored !== digestOf(bytes)) {
    let message = `${client.host} stored ${nameOf(place)} as ${stored} where ${digestOf(bytes)} was sent`;
    throw new ReleaseError("REGISTRY_ANSWER_INVALID", message);
  }
  return response;
}
function conditionHeader(condition) {
  return condition === void 0 ? {} : condition === ABSENT ? { "if-none-match": "*" } : { "if-match": condition };
}
function isStored({ status }) {
  return status === 201 || status === 200 || status === 202;
}
function nameOf({ repository, reference }) {
  return `${repository}${isDigest(reference) ? "@" : ":"}${reference}`;
}
function pathOf({ repository, reference }) {
  return `/v2/${repository}/manifests/${reference}`;
}
function announced({ headers }) {
  let digest2 = headers["docker-content-digest"];
  return isDigest(digest2) ? digest2 : void 0;
}

// src/targets/oci/registries/alibaba.ts
var alibaba = {
  name: "Alibaba Cloud Container Registry",
  hosts: /\.aliyuncs\.com$/,
  target: "oci://<instance>-registry.<region>.cr.aliyuncs.com/<namespace>",
  login: `- uses: docker/login-action@v4
  with:
    registry: <instance>-registry.<region>.cr.aliyuncs.com
    username: \${{ vars.ALIYUN_USERNAME }}
    password: \${{ secrets.ALIYUN_PASSWORD }}`,
  loginNote: "The password is that of the registry, not of the account.",
  names: "The namespace must exist; whether a push makes a repository is a setting of the namespace.",
  referrers: "Not known.",
  immutability: "A setting of the repository, for all tags but latest.",
  signatureTags: 'Alibaba Cloud makes no exceptions: a second signature needs a repository without "Immutable" (Details, Edit)',
  refusals: [],
  tokenServer: {
    registry: /^registry(-intl)?\.[a-z0-9-]+\.aliyuncs\.com$/,
    realm: /^dockerauth(-vpc)?\.[a-z0-9-]+\.aliyuncs\.com$/
  }
};

// src/targets/oci/registries/amazon.ts
var EXPIRED = {
  said: "DENIED: Your authorization token has expired. Reauthenticate and try again.",
  pattern: /authorization token has expired/i,
  hint: "A login to ECR lasts 12 hours: log in again in a step before this one. A private ECR needs no such step if the job has AWS credentials."
}, helpers = { names: ["ecr-login"], variables: ["AWS_", "ECS_"] }, ecr = {
  name: "Amazon ECR",
  hosts: /\.dkr[.-]ecr(?:-fips)?\.[a-z0-9-]+\.(?:amazonaws\.|on\.)/,
  target: "oci://<account>.dkr.ecr.<region>.amazonaws.com/charts?create=true",
  login: `- uses: aws-actions/configure-aws-credentials@v6
  with:
    role-to-assume: arn:aws:iam::<account>:role/<role>
    aws-region: <region>`,
  loginNote: "The AWS credentials of the job are enough: the login to the registry is made from them if there is no other. The role needs `ecr:GetAuthorizationToken` on `*`, and on the repositories `ecr:BatchGetImage`, `ecr:BatchCheckLayerAvailability`, `ecr:GetDownloadUrlForLayer`, `ecr:InitiateLayerUpload`, `ecr:UploadLayerPart`, `ecr:CompleteLayerUpload`, `ecr:PutImage`; with `create=true` also `ecr:CreateRepository`.",
  names: "One repository per chart, named by the path and the chart. It must exist, or `create=true` in the target creates it: `immutable=false` with mutable tags, `scan-on-push=true` with scans of images.",
  referrers: "API.",
  immutability: "Tag mutability of the repository, with exclusion filters. `create=true` sets it, without `sha256-*`.",
  signatureTags: "ECR: aws ecr put-image-tag-mutability --repository-name <repository> --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=sha256-*",
  noCredentials: "Add a step with aws-actions/configure-aws-credentials before this one: the login to ECR is made from its credentials.",
  missing: (path) => `ECR wants every repository to exist: add ?create=true to the target, or create it: aws ecr create-repository --repository-name ${path} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=sha256-*`,
  refusals: [
    EXPIRED,
    {
      said: "DENIED: User: arn:aws:sts::\u2026 is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:\u2026",
      pattern: /is not authorized to perform: ecr:/i,
      hint: "Allow the role what the message names, e.g. with the managed policy AmazonEC2ContainerRegistryPowerUser; for a registry of another account its repository policy must allow it too."
    }
  ],
  helpers
}, ecrPublic = {
  name: "Amazon ECR Public",
  hosts: /^public\.ecr\.aws$/,
  target: "oci://public.ecr.aws/<alias>/charts",
  login: `- uses: aws-actions/configure-aws-credentials@v6
  with:
    role-to-assume: arn:aws:iam::<account>:role/<role>
    aws-region: us-east-1
- uses: aws-actions/amazon-ecr-login@v2
  with:
    registry-type: public`,
  loginNote: "The region is always us-east-1. This login is not made from AWS credentials by itself: that takes another API with an SDK of its own, and the step above does it.",
  names: "One repository per chart below the alias of the account. It must exist, and is created by hand once; `create=true` is for private registries only. AWS creates a public repository in the registry of the credentials, can be told no other, and an alias does not say whose it is: a wrong role would create public repositories in the wrong place.",
  referrers: "API.",
  immutability: "None.",
  noCredentials: "Add steps with aws-actions/configure-aws-credentials and aws-actions/amazon-ecr-login (registry-type: public) before this one.",
  missing: (path) => `The public ECR wants every repository to exist, and the path to begin with your alias: aws ecr-public create-repository --region us-east-1 --repository-name ${path.split("/").slice(1).join("/") || "<path>/<chart>"}`,
  refusals: [
    EXPIRED,
    {
      said: "DENIED: User: arn:aws:sts::\u2026 is not authorized to perform: ecr-public:InitiateLayerUpload on resource: \u2026",
      pattern: /is not authorized to perform: ecr-public:/i,
      hint: "Allow the role what the message names, e.g. with the managed policy AmazonElasticContainerRegistryPublicPowerUser."
    }
  ],
  helpers
};

// src/targets/oci/registries/azure.ts
var azure = {
  name: "Azure Container Registry",
  hosts: /\.azurecr\.(?:io|cn|us)$/,
  target: "oci://<registry>.azurecr.io/charts",
  login: `- uses: azure/login@v3
  with:
    client-id: \${{ vars.AZURE_CLIENT_ID }}
    tenant-id: \${{ vars.AZURE_TENANT_ID }}
    subscription-id: \${{ vars.AZURE_SUBSCRIPTION_ID }}
- run: az acr login --name <registry>`,
  loginNote: "The identity needs the role AcrPush on the registry. What `az acr login` stores lasts three hours.",
  names: "Any path; the push makes it.",
  referrers: "API.",
  immutability: "By locking a tag after it was pushed: `az acr repository update --name <registry> --image <repository>:<tag> --write-enabled false`.",
  signatureTags: "Azure: az acr repository update --name <registry> --image <repository>:<tag> --write-enabled true",
  noCredentials: "Add steps with azure/login and `az acr login --name <registry>` before this one.",
  refusals: [
    {
      said: "UNAUTHORIZED: authentication required, visit https://aka.ms/acr/authorization for more information.",
      pattern: /aka\.ms\/acr\/authorization/i,
      hint: "Give the identity the role AcrPush: az role assignment create --assignee <client id> --role AcrPush --scope $(az acr show --name <registry> --query id --output tsv). A login is good for three hours: run az acr login right before this step."
    },
    {
      said: "DENIED: client with IP '\u2026' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.",
      pattern: /client with IP .* is not allowed access/i,
      hint: "The firewall of the registry keeps this runner out: allow its address (az acr network-rule add), or use a runner in a network that may enter."
    },
    {
      said: "UNSUPPORTED: The operation is disallowed on this registry, repository or image.",
      pattern: /operation is disallowed on this registry/i,
      hint: "It is locked: az acr repository update --name <registry> --repository <repository> --write-enabled true"
    }
  ],
  helpers: { names: ["acr", "acr-env", "acr-linux"], variables: ["AZURE_", "ACR_", "MSI_", "IDENTITY_"] }
};

// src/targets/oci/registries/registry.ts
var firstOf = (path) => path.split("/")[0] ?? path;

// src/targets/oci/registries/docker-hub.ts
var dockerHub = {
  name: "Docker Hub",
  hosts: /^(?:index\.|registry-1\.)?docker\.io$/,
  target: "oci://docker.io/<user or organization>",
  login: `- uses: docker/login-action@v4
  with:
    username: \${{ vars.DOCKERHUB_USERNAME }}
    password: \${{ secrets.DOCKERHUB_TOKEN }}`,
  loginNote: "A personal or organization access token with the scope Read & Write.",
  names: "Two levels only: the account, then the chart. A push makes the repository, private or public as the account has it set.",
  referrers: "Reports differ.",
  immutability: 'Settings, General, "Tag mutability settings" of the repository; by regular expressions that name what is immutable.',
  signatureTags: 'Docker Hub: choose "Specific tags are immutable" in Settings, General of the repository, with an expression for versions only, such as ^v?[0-9]+\\.[0-9].*$',
  missing: (path) => `Docker Hub has two levels only: write the target as oci://docker.io/<user or organization>, and check that "${firstOf(path)}" exists there.`,
  refusals: [
    {
      said: "TOOMANYREQUESTS: You have reached your pull rate limit.",
      pattern: /pull rate limit/i,
      hint: "Docker Hub limits pulls by account and address: log in with docker/login-action before this step, or run again in some hours."
    }
  ],
  tokenServer: { registry: /^registry-1\.docker\.io$/, realm: /^auth\.docker\.io$/ }
};

// src/targets/oci/registries/gitea.ts
var gitea = {
  name: "Gitea and Forgejo",
  anywhere: !0,
  hosts: /^codeberg\.org$/,
  target: "oci://codeberg.org/<user or organization>",
  login: `- uses: docker/login-action@v4
  with:
    registry: codeberg.org
    username: \${{ vars.GITEA_USER }}
    password: \${{ secrets.GITEA_TOKEN }}`,
  loginNote: "An access token with the scope `write:package`, of a user who may write packages of the owner.",
  names: "The user or organization must exist; what is below is made by the push.",
  referrers: "No API: they are listed under a tag.",
  immutability: "None.",
  missing: (path) => `Check that the user or organization "${path.split("/")[0]}" exists there, and that the token has the scope write:package.`,
  refusals: []
};

// src/targets/oci/registries/github.ts
var missing2 = (path) => `GitHub has no user or organization "${firstOf(path)}": the target must be oci://ghcr.io/<owner>/\u2026, with the owner of the repository or an organization that takes its packages.`, github = {
  name: "GitHub Container Registry",
  hosts: /^ghcr\.io$/,
  target: "oci://ghcr.io/<owner>/charts",
  login: "",
  loginNote: "No step is needed: the workflow's token is used, with `permissions: { contents: write, packages: write, id-token: write }`. For another owner: a classic token with `write:packages` and docker/login-action.",
  names: "Any path below an owner that exists. A package that a workflow makes belongs to its repository; the first one of an organization is private.",
  referrers: "No API: they are listed under a tag.",
  immutability: "None.",
  noCredentials: "Add to the job: permissions: { contents: write, packages: write, id-token: write }",
  denied: 'Add `packages: write` to the `permissions` of the job. If the package belongs to another repository, give this one the role Write under "Manage Actions access" in the settings of the package.',
  missing: missing2,
  refusals: [
    { said: "not_found: owner not found", pattern: /owner not found/i, hint: missing2 },
    {
      said: "permission_denied: installation not allowed to Write organization package",
      pattern: /installation not allowed to/i,
      hint: "GHCR takes no GitHub App or fine-grained token for an organisation's packages: use the workflow's token with `permissions: packages: write`, or a classic token with write:packages."
    },
    {
      said: "permission_denied: write_package",
      pattern: /write_package/i,
      hint: 'The package was made by somebody else: open its settings on GitHub, and under "Manage Actions access" give this repository the role Write.'
    },
    {
      said: "permission_denied: The token provided does not match expected scopes.",
      pattern: /scope|expected/i,
      statuses: [401, 403],
      hint: "The token lacks a scope: a classic token needs write:packages."
    }
  ]
};

// src/targets/oci/registries/gitlab.ts
var gitlab = {
  name: "GitLab",
  anywhere: !0,
  hosts: /^registry\.gitlab\.|gitlab/,
  target: "oci://registry.gitlab.com/<group>/<project>",
  login: `- uses: docker/login-action@v4
  with:
    registry: registry.gitlab.com
    username: \${{ vars.GITLAB_DEPLOY_USER }}
    password: \${{ secrets.GITLAB_DEPLOY_TOKEN }}`,
  loginNote: "A deploy token of the project with the scopes `read_registry` and `write_registry`, or a personal access token with the same scopes of a user with the role Developer.",
  names: "Group and project must exist, with their container registry turned on; up to two more levels below them, the chart included.",
  referrers: "No API: they are listed under a tag.",
  immutability: "Rules of the project: Settings, Packages and registries, Protected container tags.",
  signatureTags: "GitLab: in Settings, Packages and registries, Protected container tags let the expression of the rule match versions only, such as ^v?[0-9]+\\.[0-9].*$",
  missing: (path) => `GitLab wants the path to begin with a group and a project that exist ("${path.split("/").slice(0, 2).join("/")}"?) and have their container registry turned on (Settings, General, Visibility).`,
  refusals: [],
  tokenServer: { registry: /^registry\.gitlab\.com$/, realm: /^gitlab\.com$/ }
};

// src/targets/oci/registries/google.ts
var CREATE = "Artifact Registry wants oci://<location>-docker.pkg.dev/<project>/<repository>, and the repository to exist: gcloud artifacts repositories create <repository> --repository-format=docker --location=<location>", google = {
  name: "Google Artifact Registry",
  hosts: /(?:^|\.)pkg\.dev$/,
  target: "oci://<location>-docker.pkg.dev/<project>/<repository>",
  login: `- id: google
  uses: google-github-actions/auth@v3
  with:
    workload_identity_provider: projects/<number>/locations/global/workloadIdentityPools/<pool>/providers/<provider>
    service_account: <name>@<project>.iam.gserviceaccount.com
    token_format: access_token
- uses: docker/login-action@v4
  with:
    registry: <location>-docker.pkg.dev
    username: oauth2accesstoken
    password: \${{ steps.google.outputs.access_token }}`,
  loginNote: "The account needs the role `roles/artifactregistry.writer` on the repository. `gcloud auth configure-docker <location>-docker.pkg.dev` works, too.",
  names: "Project and repository (format Docker) must exist; everything below them is made by the push.",
  referrers: "Reports differ.",
  immutability: "`--immutable-tags` of the repository, for all tags without exception.",
  signatureTags: "Artifact Registry makes no exceptions: a second signature needs a repository without immutable tags (gcloud artifacts repositories update <repository> --location=<location> --no-immutable-tags)",
  missing: () => CREATE,
  refusals: [
    {
      said: 'DENIED: Permission "artifactregistry.repositories.uploadArtifacts" denied on resource "\u2026" (or it may not exist)',
      pattern: /artifactregistry\.repositories\.\w+['"]? denied/i,
      hint: `Give the account the role roles/artifactregistry.writer on the repository, if it exists. ${CREATE}`
    },
    {
      said: 'DENIED: Unauthenticated request. Unauthenticated requests do not have permission "artifactregistry.repositories.uploadArtifacts" on resource "\u2026"',
      pattern: /Unauthenticated request/i,
      hint: "The login must be for this very host: log in to <location>-docker.pkg.dev with the location of the target, by docker/login-action (username oauth2accesstoken) or gcloud auth configure-docker."
    },
    {
      said: "DENIED: Artifact Registry API has not been used in project \u2026 before or it is disabled.",
      pattern: /API has not been used in project/i,
      hint: "Turn it on: gcloud services enable artifactregistry.googleapis.com --project=<project>"
    }
  ],
  helpers: { names: ["gcloud", "gcr"], variables: ["GOOGLE_", "CLOUDSDK_", "GCE_"] }
};

// src/targets/oci/registries/harbor.ts
var harbor = {
  name: "Harbor",
  anywhere: !0,
  target: "oci://harbor.example.com/<project>",
  login: `- uses: docker/login-action@v4
  with:
    registry: harbor.example.com
    username: \${{ vars.HARBOR_ROBOT }}
    password: \${{ secrets.HARBOR_TOKEN }}`,
  loginNote: "A robot account with the rights Push and Pull to repositories of the project. Its name has a `$` (`robot$<project>+<name>`): in a shell write it in single quotes.",
  names: "The project must exist; what is below it is made by the push.",
  referrers: "API since 2.9.",
  immutability: "Rules of the project: Policy, Tag Immutability.",
  signatureTags: 'Harbor: in Policy, Tag Immutability of the project let the rule be for tags "excluding" sha256-**',
  refusals: [
    {
      said: "NOT_FOUND: project \u2026 not found",
      pattern: /project \S+ not found/i,
      hint: (path) => `Create the project "${firstOf(path)}" in Harbor (Projects, New Project), or correct the target.`
    },
    {
      said: "UNAUTHORIZED: unauthorized to access repository: \u2026, action: push: unauthorized to access repository: \u2026, action: push",
      pattern: /unauthorized to access repository: .*action: push/i,
      hint: (path) => `Give the robot account the right Push to repositories of the project "${firstOf(path)}" (Robot Accounts, Permissions), and check that this project exists. The name of a robot has a $: in a shell write it in single quotes.`
    },
    {
      said: "DENIED: The system is in read only mode. Any modification is prohibited.",
      pattern: /system is in read only mode/i,
      hint: 'Harbor is in read-only mode: an administrator turns it off under Configuration, System Settings, "Repository Read Only".'
    },
    {
      said: "DENIED: adding \u2026 of storage resource, which when updated to current usage of \u2026 will exceed the configured upper limit of \u2026",
      pattern: /exceed the configured upper limit/i,
      hint: (path) => `The storage quota of the project "${firstOf(path)}" is used up: delete artifacts and run the garbage collection, or have the quota raised (Administration, Project Quotas).`
    }
  ]
};

// src/targets/oci/registries/plain.ts
var login = (host2) => `- uses: docker/login-action@v4
  with:
    registry: ${host2}
    username: \${{ vars.REGISTRY_USER }}
    password: \${{ secrets.REGISTRY_PASSWORD }}`, distribution = {
  name: "Distribution",
  anywhere: !0,
  target: "oci://registry.example.com/charts",
  login: login("registry.example.com"),
  loginNote: "The registry of CNCF, in the images `registry:2` and `registry:3`. Without TLS its host belongs into the input `plain-http`.",
  names: "Any path; the push makes it.",
  referrers: "No API: they are listed under a tag.",
  lists: "From version 3 on it refuses to list more than 1000 tags at a time. Renovate asks for 10000, so it finds no versions there: set `tags.maxtags` to 10000 in the configuration of the registry, or `REGISTRY_TAGS_MAXTAGS=10000` in its environment.",
  immutability: "None.",
  refusals: [
    {
      said: "UNSUPPORTED: The operation is unsupported.",
      pattern: /^UNSUPPORTED: The operation is unsupported\.?$/i,
      statuses: [405],
      hint: "This registry takes no pushes: it is a mirror (`proxy:` in its configuration), or in read-only mode (`storage.maintenance.readonly`). Name the registry that charts are pushed to."
    }
  ]
}, zot = {
  name: "zot",
  anywhere: !0,
  target: "oci://zot.example.com/charts",
  login: login("zot.example.com"),
  loginNote: "The user needs the actions `read`, `create` and `update` in `accessControl` for the path.",
  names: "Any path that `accessControl` allows; the push makes it.",
  referrers: "API.",
  immutability: "Without the action `update` in `accessControl`, for all tags of a path.",
  signatureTags: "zot makes no exceptions: a second signature needs the action update in accessControl for the path",
  refusals: []
};

// src/targets/oci/registries/quay.ts
var quay = {
  name: "Quay",
  anywhere: !0,
  hosts: /^quay\.|\.quay\./,
  target: "oci://quay.io/<organization>",
  login: `- uses: docker/login-action@v4
  with:
    registry: quay.io
    username: \${{ vars.QUAY_ROBOT }}
    password: \${{ secrets.QUAY_TOKEN }}`,
  loginNote: "A robot account, `<organization>+<robot>`, in a team with the role Creator, or with the right Write to each repository.",
  names: "The organization must exist; a push by a Creator makes the repository, which is private at first.",
  referrers: "API, without a note in the answer to the push.",
  immutability: "Per tag, and by policies in newer versions.",
  missing: (path) => `Quay wants the organization or user "${firstOf(path)}" to exist, and the robot account to be allowed to create repositories in it.`,
  refusals: [
    {
      said: "UNAUTHORIZED: access to the requested resource is not authorized",
      pattern: /access to the requested resource is not authorized/i,
      hint: (path) => `Give the robot account the right Write to the repository "${path}", or put it into a team of "${firstOf(path)}" with the role Creator so that a push makes it (Teams and Membership).`
    },
    {
      said: "DENIED: System is currently read-only. Pulls will succeed but all write operations are currently suspended.",
      pattern: /System is currently read-only/i,
      hint: "Quay is under maintenance: look at https://status.quay.io (or ask who runs it), and run again later."
    }
  ]
};

// src/targets/oci/registries/repository-managers.ts
var artifactory = {
  name: "JFrog Artifactory",
  anywhere: !0,
  hosts: /\.jfrog\.io$/,
  target: "oci://<server>.jfrog.io/<repository>",
  login: `- uses: docker/login-action@v4
  with:
    registry: <server>.jfrog.io
    username: \${{ vars.JFROG_USER }}
    password: \${{ secrets.JFROG_TOKEN }}`,
  loginNote: "A user, or an identity token, with the permissions Read, Deploy/Cache and Delete/Overwrite: a tag that others sign under is written again.",
  names: "A local repository of the package type OCI, Helm OCI or Docker must exist, or a virtual one with a default deployment repository.",
  referrers: "API since 7.90.",
  immutability: 'Without the permission Delete/Overwrite, or by "Block Pushing Existing Tags" where the repository has it.',
  signatureTags: "Artifactory: give the user the permission Delete/Overwrite for the pattern **/sha256-*/**",
  missing: (path) => `Artifactory wants a local repository "${firstOf(path)}" of the package type OCI, Helm OCI or Docker (Administration, Repositories), and the permission Deploy/Cache to it.`,
  refusals: [
    {
      said: "MANIFEST_INVALID: manifest invalid",
      pattern: /manifest invalid/i,
      statuses: [403],
      hint: "Artifactory says this if a tag may not be overwritten: give the user the permission Delete/Overwrite, at least for the pattern **/sha256-*/**, under which signatures lie."
    }
  ]
}, nexus = {
  name: "Sonatype Nexus Repository",
  anywhere: !0,
  target: "oci://nexus.example.com/<repository>",
  login: `- uses: docker/login-action@v4
  with:
    registry: nexus.example.com
    username: \${{ vars.NEXUS_USER }}
    password: \${{ secrets.NEXUS_TOKEN }}`,
  loginNote: 'A user with the privileges `nx-repository-view-docker-<repository>-add`, `-edit` and `-read`, and the realm "Docker Bearer Token" active.',
  names: "A hosted Docker repository must exist: with a port or a subdomain of its own the target has no repository in its path, with path-based routing it has.",
  referrers: "Not known.",
  immutability: "Deployment policy of the repository, for all tags without exception.",
  signatureTags: 'Nexus makes no exceptions: a second signature needs the deployment policy "Allow redeploy" (Repository, Hosted)',
  refusals: [
    {
      said: "BAD_REQUEST: Repository does not allow updating assets: \u2026",
      pattern: /does not allow updating assets|redeploy is not allowed/i,
      hint: 'Nexus writes each tag once as long as the deployment policy of the repository is "Disable redeploy". A release passes with it, a second signature does not: set "Allow redeploy" (Repository, Hosted, Deployment policy).'
    },
    {
      said: "DENIED: Repository is read only",
      pattern: /repository is read.only/i,
      hint: 'Set the deployment policy of the repository to "Allow redeploy" (Repository, Hosted), and name a hosted repository: proxies and groups take no pushes.'
    }
  ]
};

// src/targets/oci/registries/table.ts
var registries = [
  github,
  dockerHub,
  ecr,
  ecrPublic,
  google,
  azure,
  alibaba,
  quay,
  harbor,
  gitlab,
  gitea,
  artifactory,
  nexus,
  distribution,
  zot
];
function registryAt(host2) {
  return registries.find(({ hosts }) => hosts?.test(host2));
}
function refusalAt(host2, { status, text: text5 }) {
  let known = registryAt(host2);
  return (known ? [known] : registries.filter(({ anywhere }) => anywhere)).flatMap(({ refusals }) => refusals).find(({ pattern, statuses }) => pattern.test(text5) && (statuses?.includes(status) ?? !0));
}

// src/targets/oci/artifacts/protected-tag.ts
var WORDS2 = /immutab|already exists|cannot be overwritten|TAG_INVALID|PRECONDITION|redeploy|updating assets|disallowed|locked|protected/i, QUOTA = /quota|storage resource/i, STATUSES = /* @__PURE__ */ new Set([400, 403, 405, 409, 412]);
async function protectedTag(client, place, response) {
  let what = `${nameOf(place)} could not be written`, said = problemsText(response), isProtected = !QUOTA.test(said) && (response.status === 409 || response.status === 412 || WORDS2.test(said));
  if (!STATUSES.has(response.status) || !isProtected) return client.refused(response, place.repository, what);
  let reason = said === "" ? `${response.status}` : `${response.status} (${cut(said, 200)})`;
  return new ReleaseError("CONFLICT_TAG_PROTECTED", `${what}: ${client.host} protects it and answered ${reason}`, {
    hint: place.reference.startsWith("sha256-") ? signatureHint(client.host) : "The tag was made by somebody else or belongs to a protection rule: release another version, or change the rule."
  });
}
function signatureHint(host2) {
  let known = registryAt(host2), general = "Signatures lie under tags that start with sha256-: leave those out of the rule that makes tags immutable";
  if (known?.signatureTags !== void 0) return `${general}. ${known.signatureTags}`;
  let ways = registries.flatMap(({ anywhere, signatureTags }) => anywhere && signatureTags || []);
  return known ? `${general}.` : `${general}. ${ways.join(". ")}`;
}

// src/targets/oci/artifacts/merge.ts
var MAX_WRITES = 8, BACKOFF = { firstMs: 400, longestMs: 4e3, jitter: 0.5 };
async function mergeUnderTag({ client, clock }, place, merge) {
  let refused;
  for (let writes = 0; ; writes++) {
    writes > 1 && await clock.sleep(backoffMs(BACKOFF, writes - 1, clock));
    let current = await getManifest(client, place), bytes = await merge.into(current);
    if (bytes === void 0) return writes > 0;
    if (writes === MAX_WRITES) throw overwrittenTooOften(client, place);
    let condition = conditionFor(current), isUsed = condition !== void 0 && condition !== refused, response = await putManifest(client, place, {
      bytes,
      mediaType: merge.mediaType,
      ...isUsed && { condition }
    });
    if (isStored(response) && merge.isNew && current === void 0) return !0;
    if (!isStored(response)) {
      if (response.status === 412 && isUsed) refused = condition;
      else if (!merge.isWorthAnother?.(response)) {
        if (await holdsOurs(client, place, merge, current)) return writes > 0;
        throw await protectedTag(client, place, response);
      }
    }
  }
}
async function holdsOurs(client, place, merge, before) {
  let now = await getManifest(client, place);
  return now !== void 0 && now.digest !== before?.digest && await merge.into(now) === void 0;
}
function conditionFor(current) {
  return current ? current.etag?.startsWith("W/") ? void 0 : current.etag : ABSENT;
}
function overwrittenTooOften(client, place) {
  return new ReleaseError(
    "CONFLICT_SIGNATURES",
    `${client.host}/${nameOf(place)} was overwritten by somebody else ${MAX_WRITES} times`,
    { hint: "Does another workflow sign the same chart? Let one finish, then run this one again." }
  );
}
function createQueue() {
  let last = /* @__PURE__ */ new Map();
  return (key, work) => {
    let next = (last.get(key) ?? Promise.resolve()).then(work, work), settled = next.catch(() => {
    });
    return last.set(key, settled), settled.then(() => {
      last.get(key) === settled && last.delete(key);
    }), next;
  };
}

// src/targets/oci/transport/pagination.ts
var MAX_PAGES = 1e3;
async function* pagesOf(client, first) {
  let seen = /* @__PURE__ */ new Set(), path = first.path;
  for (; path !== void 0; ) {
    let url = new URL(path, client.origin).href;
    if (seen.has(url) || seen.size >= MAX_PAGES) throw endless(client, first.path);
    seen.add(url);
    let response = await client.send({ ...first, path: url });
    yield response, path = response.status === 200 ? nextOf(client, response, url) : void 0;
  }
}
function nextOf(client, { headers }, from) {
  let link = /<([^>]+)>\s*;[^,]*\brel="?next"?/i.exec(headers.link ?? "")?.[1];
  if (link === void 0) return;
  let url = URL.canParse(link, from) ? new URL(link, from) : void 0, own = new URL(client.origin);
  if (url?.hostname === own.hostname && own.protocol === "https:" && url.protocol === "http:" && url.port === "")
    return own.origin + url.pathname + url.search;
  if (url?.origin === own.origin) return url.href;
  throw new ReleaseError(
    "REGISTRY_ANSWER_INVALID",
    `${client.host} continues a list on ${url?.host ?? "no valid address"}`
  );
}
function endless(client, path) {
  return new ReleaseError(
    "REGISTRY_ANSWER_INVALID",
    `${client.host} answers ${path.split("?")[0]} with a list that does not end`
  );
}

// src/targets/oci/artifacts/tags.ts
var PAGE_SIZE = 1e3, MAX_PAGE_BYTES = 8 * 1024 * 1024;
async function listTags(client, repository) {
  let request = { method: "GET", path: `/v2/${repository}/tags/list?n=${PAGE_SIZE}`, repository, access: "pull", maxBytes: MAX_PAGE_BYTES }, found = [];
  for await (let page of pagesOf(client, request)) {
    if (page.status === 404) return found;
    if (page.status !== 200)
      throw await client.refused(page, repository, `The tags of ${repository} could not be listed`);
    let { tags } = jsonIn(page, client.host);
    if (tags != null && !Array.isArray(tags)) throw notAList(client, repository);
    for (let tag of tags ?? []) typeof tag == "string" && found.push(tag);
  }
  return found;
}
function notAList(client, repository) {
  return new ReleaseError(
    "REGISTRY_ANSWER_INVALID",
    `${client.host} lists the tags of ${repository} as something else than a list`
  );
}

// src/targets/oci/artifacts/uploads.ts
async function openUpload(client, repository, options4 = { effect: !0 }) {
  let post = { method: "POST", path: `/v2/${repository}/blobs/uploads/`, repository, access: "push", headers: { "content-length": "0" }, attempts: 5, ...options4 }, response = await client.send(post);
  if (response.status !== 202)
    throw await client.refused(response, repository, `An upload to ${repository} was refused`, { writes: !0 });
  return ownLocation(client, response);
}
function keepUpload({ uploads }, repository, session) {
  uploads.set(repository, [...uploads.get(repository) ?? [], session]);
}
function openAhead(client, repository, count) {
  for (let left = count; left > 0; left -= 1) {
    let opened2 = openUpload(client, repository);
    keepUpload(
      client,
      repository,
      opened2.catch(() => {
      })
    );
  }
}
async function takeUpload({ uploads }, repository) {
  let [first, ...others] = uploads.get(repository) ?? [];
  return uploads.set(repository, others), first;
}
async function endUploads(client, repository) {
  let left = client.uploads.get(repository) ?? [];
  client.uploads.delete(repository), await Promise.all(
    left.map(async (session) => {
      let path = await session;
      path !== void 0 && await client.send({ method: "DELETE", path, repository, access: "push" }).catch(() => {
      });
    })
  );
}
function ownLocation(client, response) {
  let { location } = response.headers;
  if (location === void 0 || !URL.canParse(location, response.url))
    throw new ReleaseError("REGISTRY_ANSWER_INVALID", `${client.host} opened an upload and did not say where`);
  let url = new URL(location, response.url), own = new URL(client.origin);
  if (own.protocol === "https:" && url.protocol === "http:" && url.hostname === own.hostname && url.port === "" && (url.protocol = "https:", url.port = own.port), url.origin === own.origin && url.username === "") return url.href;
  throw new ReleaseError(
    "REGISTRY_UPLOAD_ELSEWHERE",
    `${own.host} sends the upload to ${url.host}, which is another host`,
    {
      hint: "Credentials and charts go to the registry that was named only. Check the registry, or the proxy before it, for its external address."
    }
  );
}

// src/targets/oci/signatures/bundle-manifest.ts
var PREDICATE_TYPE = "dev.sigstore.bundle.predicateType", EMPTY_CONFIG = Buffer.from("{}");
function bundleReferrer(subject, { json, predicateType }, created) {
  let annotations2 = {
    "dev.sigstore.bundle.content": "dsse-envelope",
    [PREDICATE_TYPE]: predicateType,
    "org.opencontainers.image.created": timeText(created)
  }, manifest = Buffer.from(
    goJson({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      config: { mediaType: OCI_EMPTY, size: EMPTY_CONFIG.length, digest: digestOf(EMPTY_CONFIG) },
      layers: [{ mediaType: BUNDLE, size: json.length, digest: digestOf(json) }],
      annotations: annotations2,
      subject: { mediaType: OCI_MANIFEST, size: subject.size, digest: subject.digest },
      artifactType: BUNDLE
    })
  ), digest2 = digestOf(manifest), entry = { mediaType: OCI_MANIFEST, size: manifest.length, digest: digest2, annotations: annotations2, artifactType: BUNDLE };
  return { digest: digest2, manifest, entry };
}

// src/targets/oci/chart/chart-manifest.ts
var FINGERPRINT2 = "io.github.release-charts.fingerprint", APP_VERSION = "io.github.release-charts.app-version", REVISION2 = "org.opencontainers.image.revision", CREATED = "org.opencontainers.image.created";
function chartContent(chart) {
  let { metadata, archive, created, repositoryUrl, appVersion: appVersion2 } = chart, config = configBlob(metadata), prov = chart.provenance?.text, own = {
    [REVISION2]: chart.revision,
    [FINGERPRINT2]: chart.fingerprint,
    ...appVersion2 !== void 0 && { [APP_VERSION]: appVersion2 }
  }, annotations2 = ociAnnotations(metadata, { created, own, ...repositoryUrl && { source: repositoryUrl } }), layers = [described(HELM_CHART, archive), ...prov ? [described(HELM_PROVENANCE, prov)] : []];
  layers.sort((a, b) => a.digest < b.digest ? -1 : 1);
  let manifest = Buffer.from(
    goJson({
      schemaVersion: 2,
      config: described(HELM_CONFIG, config),
      layers,
      annotations: annotations2
    })
  );
  return { manifest, digest: digestOf(manifest), blobs: [config, archive, ...prov ? [prov] : []] };
}
function described(mediaType, bytes) {
  return { mediaType, digest: digestOf(bytes), size: bytes.length };
}
function readChart(bytes) {
  let manifest = readManifest(bytes);
  if (manifest?.config.mediaType !== HELM_CONFIG) return;
  let archives = manifest.layers.filter(
    ({ mediaType }) => mediaType === HELM_CHART || mediaType === HELM_CHART_LEGACY
  ), [archive] = archives, provenance = manifest.layers.find(({ mediaType }) => mediaType === HELM_PROVENANCE);
  if (!(!archive || archives.length !== 1))
    return { config: manifest.config, archive, ...provenance && { provenance }, manifest };
}
function recordsIn({ annotations: annotations2 }) {
  let { [FINGERPRINT2]: fingerprint, [APP_VERSION]: appVersion2, [REVISION2]: revision } = annotations2, created = new Date(annotations2[CREATED] ?? Number.NaN);
  return {
    ...isShort3(fingerprint) && { fingerprint },
    ...isShort3(appVersion2) && { appVersion: appVersion2 },
    ...revision !== void 0 && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision) && { revision },
    ...!Number.isNaN(created.getTime()) && { created }
  };
}
function isShort3(text5) {
  return text5 !== void 0 && text5.length > 0 && text5.length <= 256 && !new RegExp("\\p{Cc}", "u").test(text5);
}

// src/targets/oci/chart/adoption.ts
var EMPTY = { mediaType: OCI_EMPTY, size: EMPTY_CONFIG.length, digest: digestOf(EMPTY_CONFIG) };
function adoptionReferrer(subject, { fingerprint, appVersion: appVersion2, revision }) {
  let annotations2 = {
    ...appVersion2 !== void 0 && { [APP_VERSION]: appVersion2 },
    [FINGERPRINT2]: fingerprint,
    [REVISION2]: revision
  }, manifest = Buffer.from(
    goJson({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      artifactType: ADOPTION,
      config: EMPTY,
      layers: [EMPTY],
      subject: { mediaType: OCI_MANIFEST, size: subject.size, digest: subject.digest },
      annotations: annotations2
    })
  ), digest2 = digestOf(manifest), entry = { mediaType: OCI_MANIFEST, size: manifest.length, digest: digest2, annotations: annotations2, artifactType: ADOPTION };
  return { digest: digest2, manifest, entry };
}
function adoptionsIn(manifests) {
  return manifests.flatMap((entry) => {
    if (entry.artifactType !== ADOPTION) return [];
    let { fingerprint, appVersion: appVersion2, revision } = recordsIn(entry);
    return fingerprint === void 0 || revision === void 0 ? [] : [{ fingerprint, revision, ...appVersion2 !== void 0 && { appVersion: appVersion2 } }];
  });
}

// src/targets/oci/artifacts/blobs.ts
var REDIRECTS2 = 5, UPLOAD_SESSIONS = 3, MAX_UNASKED_BYTES = 1024 * 1024;
async function hasBlob(client, repository, digest2) {
  let path = `/v2/${repository}/blobs/${digest2}`, response = await client.send({ method: "HEAD", path, repository, access: "push", redirects: REDIRECTS2 });
  if (response.status === 200) return "yes";
  if (cameFromElsewhere(client, response) || isNoAnswerToHead(response)) return "unknown";
  if (response.status === 404) return "no";
  throw await client.refused(response, repository, `${repository} could not be asked for ${digest2}`);
}
function cameFromElsewhere(client, response) {
  return new URL(response.url).origin !== client.origin;
}
async function putBlob(client, repository, bytes, { isNew = !1 } = {}) {
  let digest2 = digestOf(bytes), isSentUnasked = isNew && bytes.length <= MAX_UNASKED_BYTES;
  for (let session = 1; ; session++) {
    if ((session > 1 || !isSentUnasked) && await hasBlob(client, repository, digest2) === "yes") return;
    let kept = await takeUpload(client, repository), location = kept ?? await openUpload(client, repository), url = new URL(location);
    url.searchParams.append("digest", digest2);
    let headers = { "content-type": "application/octet-stream" }, put = { method: "PUT", path: url.href, repository, access: "push", headers, body: bytes, effect: !0 }, response = await client.send(put);
    if (response.status === 201) return;
    if (!(kept !== void 0 || response.status === 404 || response.status === 416 || response.status >= 500) || session === UPLOAD_SESSIONS)
      throw await client.refused(response, repository, `${repository} could not take a blob of ${bytes.length} bytes`);
  }
}
function blobRequest(repository, digest2, maxBytes) {
  return { method: "GET", path: `/v2/${repository}/blobs/${digest2}`, repository, access: "pull", redirects: REDIRECTS2, maxBytes };
}
async function getBlob(client, repository, { digest: digest2, size }, maxBytes) {
  if (size > maxBytes)
    throw new ReleaseError(
      "REMOTE_TOO_LARGE",
      `${client.host}/${repository} says a blob has ${size} bytes; at most ${maxBytes} are read`
    );
  let response = await client.send(blobRequest(repository, digest2, maxBytes));
  if (response.status !== 200)
    throw await client.refused(response, repository, `${repository}@${digest2} could not be read`);
  let found = digestOf(response.body);
  if (found !== digest2) throw digestMismatch(client.host, `a blob of ${repository}`, digest2, found);
  if (size >= 0 && response.body.length !== size)
    throw digestMismatch(client.host, `a blob of ${repository}`, `${size} bytes`, `${response.body.length} bytes`);
  return response.body;
}

// src/targets/oci/chart/fetch.ts
var MAX_ARCHIVE_BYTES2 = 100 * 1024 * 1024, MAX_PROVENANCE_BYTES = 1024 * 1024, MAX_CONFIG_BYTES = 4 * 1024 * 1024;
async function fetchChart(client, { repository, digest: digest2 }, written2) {
  let name = `${client.host}/${nameOf({ repository, reference: digest2 })}`, delivered = shared(manifestAt(client, { repository, digest: digest2 })), layout = readChart(written2 ?? await delivered);
  if (!layout) throw new ReleaseError("REGISTRY_NOT_A_CHART", `${name} holds no Helm chart, or more than one`);
  let part = (blob, maxBytes) => getBlob(client, repository, blob, maxBytes).catch((thrown) => lostPart(thrown, name)), [, archive, provenance] = await allOf([
    delivered,
    part(layout.archive, MAX_ARCHIVE_BYTES2),
    layout.provenance ? part(layout.provenance, MAX_PROVENANCE_BYTES) : Promise.resolve(void 0),
    part(layout.config, MAX_CONFIG_BYTES)
  ]), { fingerprint, revision, created } = recordsIn(layout.manifest);
  return {
    digest: digest2,
    archive,
    archiveDigest: layout.archive.digest,
    ...provenance && { provenance },
    ...fingerprint !== void 0 && { fingerprint },
    ...revision !== void 0 && { revision },
    ...created && { created }
  };
}
async function manifestAt(client, { repository, digest: digest2 }) {
  let place = { repository, reference: digest2 }, delivered = await getManifest(client, place);
  if (delivered) return delivered.bytes;
  throw new ReleaseError("REGISTRY_NOT_FOUND", `${client.host}/${nameOf(place)} is not there`);
}
function lostPart(thrown, name) {
  throw !(thrown instanceof ReleaseError) || thrown.code !== "REGISTRY_NOT_FOUND" ? thrown : new ReleaseError("REGISTRY_NOT_FOUND", `${name} is there, and a part of it is gone: ${thrown.message}`, {
    hint: "Find out what deletes from this registry. Then delete the tag of this version there, not its git tag, and run again: it is packaged once more from the commit that released it, with the same digest, and stored whole.",
    cause: thrown
  });
}

// src/targets/oci/signatures/read-bundles.ts
var MAX_BUNDLES = 1e3, MAX_SEARCHED = 50, MAX_ALL_BYTES = 64 * 1024 * 1024, MAX_BUNDLE_BYTES = 256 * 1024, AT_ONCE = 16, CREATED2 = "org.opencontainers.image.created";
async function readBundles(client, reader, place, { own, warn }) {
  let listed = await reader.list(place), all = mostWantedFirst(listed, own), read = all.slice(0, MAX_BUNDLES);
  if (all.length - read.length > 0 || listed.isCut) {
    let more = listed.isCut ? "more than " : "";
    warn(
      `${client.host} lists ${more}${all.length} signature bundles of ${place.repository}@${place.digest}; the first ${read.length} are read. Somebody floods the list: delete what is not yours.`
    );
  }
  let budget = { bytes: MAX_ALL_BYTES };
  return (await mapConcurrent(read, AT_ONCE, (digest2) => readBundle(client, place, digest2, budget))).filter((bundle) => bundle !== void 0);
}
async function findBundle(client, place, listed, accepts) {
  let budget = { bytes: MAX_ALL_BYTES };
  for (let digest2 of mostWantedFirst(listed, /* @__PURE__ */ new Set()).slice(0, MAX_SEARCHED)) {
    let bundle = await readBundle(client, place, digest2, budget);
    if (bundle && await accepts(bundle)) return bundle;
  }
}
function mostWantedFirst({ manifests, isCut }, own) {
  let bundles = manifests.filter(isBundle).map((one) => ({ ...one, rank: rankOf(one, own) }));
  return bundles.sort((a, b) => a.rank - b.rank || (createdOf(a) < createdOf(b) ? 1 : -1)), [.../* @__PURE__ */ new Set([...isCut ? own : [], ...bundles.map(({ digest: digest2 }) => digest2)])];
}
function rankOf(entry, own) {
  return own.has(entry.digest) ? 0 : isSignature(entry) ? 1 : 2;
}
function isSignature({ annotations: annotations2 }) {
  let type = annotations2[PREDICATE_TYPE];
  return type === void 0 || type === COSIGN_SIGN_PREDICATE;
}
function createdOf({ annotations: annotations2 }) {
  return annotations2[CREATED2] ?? "";
}
async function readBundle(client, { repository, digest: digest2 }, reference, budget) {
  let delivered = await getManifest(client, { repository, reference }), manifest = delivered && readManifest(delivered.bytes), [layer, second] = manifest?.layers ?? [];
  if (manifest?.subject?.digest !== digest2 || !layer?.mediaType.startsWith(ANY_BUNDLE) || second || layer.size > Math.min(MAX_BUNDLE_BYTES, budget.bytes)) return;
  budget.bytes -= layer.size;
  let json = await readBlobIfSound(client, repository, layer, MAX_BUNDLE_BYTES);
  return json && { json, predicateType: manifest.annotations[PREDICATE_TYPE] ?? "" };
}
async function readBlobIfSound(client, repository, { digest: digest2, size }, maxBytes) {
  if (size > maxBytes) return;
  let bytes = await getBlob(client, repository, { digest: digest2, size: -1 }, maxBytes).catch(noneIfUnusable);
  return bytes?.length === size ? bytes : void 0;
}
function noneIfUnusable(thrown) {
  if (!(thrown instanceof ReleaseError && ["REGISTRY_NOT_FOUND", "REMOTE_TOO_LARGE"].includes(thrown.code)))
    throw thrown;
}

// src/targets/oci/signatures/signature-tags.ts
function signatureTag(digest2) {
  return `${digest2.replace(":", "-")}.sig`;
}
function fallbackTag(digest2) {
  return digest2.replace(":", "-");
}
function foreignSignatureTag(client, place, why) {
  let name = `${client.host}/${nameOf(place)}`;
  return new ReleaseError("REGISTRY_SIGNATURE_TAG_FOREIGN", `${name} ${why}`, {
    hint: `Find out who wrote it, delete the tag ${place.reference} of ${place.repository} in the registry, and run again: this run's signatures are stored again, those of others have to be stored by them.`
  });
}

// src/targets/oci/chart/lookup.ts
var MAX_ASKED = 100, AT_ONCE2 = 8;
async function presenceOf(context, place, look) {
  try {
    return await readPlace(context, place, look);
  } catch (thrown) {
    if (thrown instanceof ReleaseError && thrown.kind !== "bug") return { state: "unknown", why: thrown };
    throw thrown;
  }
}
async function readPlace(context, { repository, tag }, look) {
  let place = { repository, reference: tag }, delivered = await getManifest(context.client, place);
  if (!delivered) return { state: "absent" };
  let layout = readChart(delivered.bytes);
  if (!layout)
    throw new ReleaseError("REGISTRY_NOT_A_CHART", `${context.client.host}/${nameOf(place)} holds no Helm chart`, {
      hint: "Publish charts to a path of their own, apart from images."
    });
  let { digest: digest2 } = delivered, { fingerprint, appVersion: appVersion2, revision } = recordsIn(layout.manifest), isOurs2 = mattersTo(look, fingerprint) ? look.isOurs : void 0, beside = look.signatures && await lookBeside(context, { repository, digest: digest2 }, isOurs2), { signed = "none", adoptions } = beside || {};
  return {
    state: "present",
    digest: digest2,
    ...fingerprint !== void 0 && { fingerprint },
    ...appVersion2 !== void 0 && { appVersion: appVersion2 },
    ...revision !== void 0 && { revision },
    ...fingerprint === void 0 && adoptions && { adoptions },
    signed
  };
}
async function lookBeside(context, place, isOurs2) {
  let { client, referrers } = context, { repository, digest: digest2 } = place, [legacy, listed] = await Promise.all([
    headManifest(client, { repository, reference: signatureTag(digest2) }, "pull"),
    referrers.list(place).catch(foreignIsNone)
  ]);
  return { signed: legacy !== void 0 && await hasBundle(client, repository, listed) ? await signedBy(client, place, { listed, isOurs: isOurs2 }) : "none", adoptions: adoptionsIn(listed.manifests) };
}
async function signedBy(client, place, { listed, isOurs: isOurs2 }) {
  return isOurs2 ? await findBundle(client, place, listed, (bundle) => isOurs2(place.digest, bundle)) ? "some" : "others" : "some";
}
async function adoptionsOf2({ referrers }, place) {
  return adoptionsIn((await referrers.list(place).catch(foreignIsNone)).manifests);
}
async function hasBundle(client, repository, { manifests, byClients }) {
  let bundles = manifests.filter((each) => isBundle(each) && isSignature(each)).slice(0, MAX_ASKED);
  return bundles.length === 0 ? !1 : byClients ? !(await mapConcurrent(
    bundles,
    AT_ONCE2,
    (each) => headManifest(client, { repository, reference: each.digest }, "pull")
  )).includes(void 0) : !0;
}
function foreignIsNone(thrown) {
  if (thrown instanceof ReleaseError && thrown.code === "REGISTRY_SIGNATURE_TAG_FOREIGN")
    return { manifests: [], isCut: !1, byClients: !0 };
  throw thrown;
}

// src/targets/oci/chart/preflight.ts
var AT_ONCE3 = 24;
async function pushProblems(client, repositories, missing3) {
  let problems = [];
  for (let start = 0; start < repositories.length; start += AT_ONCE3) {
    let batch = repositories.slice(start, start + AT_ONCE3), found = await Promise.all(batch.map((repository) => pushProblem(client, repository, missing3)));
    if (problems.push(...found.filter((problem) => problem !== void 0)), found.some((problem) => problem !== void 0 && isUnreachable(problem))) break;
  }
  return problems.length > 0 && await Promise.all([...client.uploads.keys()].map((repository) => endUploads(client, repository))), unique(problems);
}
async function pushProblem(client, repository, missing3) {
  try {
    keepUpload(client, repository, Promise.resolve(await openUpload(client, repository, { effect: !1 })));
    return;
  } catch (thrown) {
    if (!(thrown instanceof ReleaseError) || thrown.kind === "bug") throw thrown;
    if (!missing3 || thrown.code !== "REGISTRY_NOT_FOUND") return thrown;
    missing3.add(repository);
    return;
  }
}
function isUnreachable({ code }) {
  return code === "REMOTE_UNREACHABLE" || code === "REMOTE_TIMEOUT";
}
function unique(problems) {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

// src/targets/oci/chart/publish.ts
var LOOKS = 4, BACKOFF2 = { firstMs: 300, growth: "add" };
async function storeChart(client, repository, chart, { isAbsent, onKnown }) {
  let place = { repository, reference: chart.digest }, store = (isNew2) => allOf(chart.blobs.map((blob) => putBlob(client, repository, blob, { isNew: isNew2 }))), look = async () => {
    let isNew2 = await headManifest(client, place, "push") === void 0;
    return onKnown?.(isNew2), isNew2;
  }, [isNew] = await allOf([look(), isAbsent ? store(!0) : void 0].map((one) => Promise.resolve(one)));
  if (isAbsent || await store(isNew === !0), isNew !== !0) return !1;
  let response = await putManifest(client, place, { bytes: chart.manifest });
  if (!isStored(response)) throw await client.refused(response, repository, `${nameOf(place)} could not be stored`);
  return !0;
}
async function isTagged(client, place, digest2) {
  let found = await headManifest(client, place, "push");
  if (found !== void 0 && found !== digest2) throw tagTaken(client, place, { found, digest: digest2 });
  return found === digest2;
}
async function writeTag({ client, clock }, place, { digest: digest2, bytes, looked }) {
  if (await (looked ?? isTagged(client, place, digest2))) return !1;
  let response = await putManifest(client, place, { bytes });
  if (!isStored(response)) {
    if (await isTagged(client, place, digest2)) return !1;
    throw await protectedTag(client, place, response);
  }
  for (let look = 1; look <= LOOKS; look++) {
    if (await isTagged(client, place, digest2)) return !0;
    await clock.sleep(backoffMs(BACKOFF2, look));
  }
  throw new ReleaseError("REGISTRY_ANSWER_INVALID", `${client.host} took the tag ${nameOf(place)} and does not have it`);
}
function tagTaken(client, place, { found, digest: digest2 }) {
  return new ReleaseError(
    "CONFLICT_TAG_TAKEN",
    `${client.host}/${nameOf(place)} is ${found}, and this run made ${digest2}`,
    {
      hint: "A published version is never overwritten: raise the version in Chart.yaml and run again."
    }
  );
}

// src/targets/oci/credentials/credentials.ts
import { posix as posix2 } from "node:path";

// src/targets/oci/credentials/credential.ts
var TOKEN_USER = "<token>";
function basicHeader(username, password) {
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}

// src/targets/oci/credentials/credential-file.ts
var MAX_FILE_BYTES = 4 * 1024 * 1024;
async function readCredentialFile(files, path) {
  let bytes = await files.readIfPresent(path, MAX_FILE_BYTES);
  if (bytes === void 0) return;
  let content = configIn(path, new TextDecoder().decode(bytes)), { credHelpers, credsStore, auths } = content;
  return {
    path,
    credHelpers: textsIn(credHelpers),
    credsStore: typeof credsStore == "string" && credsStore !== "" ? credsStore : void 0,
    auths: new Map(Object.entries(record(auths)).map(([key, entry]) => [key, record(entry)]))
  };
}
function configIn(path, text5) {
  if (text5.trim() === "") return {};
  try {
    return record(JSON.parse(text5));
  } catch {
    throw new ReleaseError("REGISTRY_CREDENTIALS_UNREADABLE", `${path} is no JSON`, {
      hint: "Log in again (docker login, helm registry login), or remove the file."
    });
  }
}
function credentialIn(file, keys) {
  let plain2 = new Map([...file.auths].map(([key, entry2]) => [bareKey(key), entry2])), entry = keys.map((key) => plain2.get(key)).find((found) => found && Object.keys(found).length > 0);
  return entry && credentialOf(entry, file.path);
}
function bareKey(key) {
  let bare2 = key.replace(/^https?:\/\//, "");
  return bare2 === key ? key.replace(/\/$/, "") : bare2.split("/")[0] ?? bare2;
}
function credentialOf(entry, source) {
  let { identitytoken, registrytoken, auth } = entry;
  if (isText(registrytoken)) return { kind: "bearer", token: registrytoken, source };
  if (isText(identitytoken)) return { kind: "identity", token: identitytoken, source };
  let [username, password] = isText(auth) ? decoded(auth) : [entry.username, entry.password];
  return isText(username) && isText(password) ? credentialFor(username, password, source) : void 0;
}
function credentialFor(username, secret, source) {
  return username === TOKEN_USER ? { kind: "identity", token: secret, source } : { kind: "basic", username, password: secret, source };
}
function decoded(auth) {
  let text5 = Buffer.from(auth, "base64").toString(), colon = text5.indexOf(":");
  return colon < 0 ? ["", ""] : [text5.slice(0, colon), text5.slice(colon + 1).replace(/\0+$/, "")];
}
function isText(value2) {
  return typeof value2 == "string" && value2 !== "";
}
function record(value2) {
  return typeof value2 == "object" && value2 !== null && !Array.isArray(value2) ? value2 : {};
}
function textsIn(value2) {
  return new Map(Object.entries(record(value2)).filter((entry) => isText(entry[1])));
}

// src/targets/oci/credentials/credential-helper.ts
var TIMEOUT_MS = 6e4, MAX_OUTPUT_BYTES = 1024 * 1024, NEEDED = new Set(
  `PATH HOME USER LOGNAME USERPROFILE APPDATA LOCALAPPDATA PROGRAMDATA SYSTEMROOT COMSPEC PATHEXT TMPDIR TMP TEMP LANG LC_ALL
   DOCKER_CONFIG REGISTRY_AUTH_FILE DBUS_SESSION_BUS_ADDRESS GNUPGHOME PASSWORD_STORE_DIR SSL_CERT_FILE SSL_CERT_DIR
   HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY CLOUDSDK_CONFIG`.split(/\s+/)
), CLOUDS = new Map(
  registries.flatMap(({ helpers: helpers2 }) => helpers2?.names.map((name) => [name, helpers2.variables]) ?? [])
), EVERY_CLOUD = [...new Set([...CLOUDS.values()].flat())], STORES = /* @__PURE__ */ new Set(["desktop", "osxkeychain", "pass", "secretservice", "wincred"]);
async function askHelper(name, server, { processes, environment }) {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) throw failed(name, server, "has a name that no program can have");
  let program = `docker-credential-${name}`, ran = await processes.run(program, ["get"], {
    env: environmentOf(name, environment),
    input: server,
    timeoutMs: TIMEOUT_MS,
    maxOutputBytes: MAX_OUTPUT_BYTES
  });
  if (ran.killed) throw failed(name, server, `was stopped (${ran.killed})`);
  let output = new TextDecoder().decode(ran.stdout);
  if (ran.exitCode !== 0) {
    if (/credentials not found/i.test(output + ran.stderr)) return;
    throw failed(name, server, `ended with exit code ${ran.exitCode}`);
  }
  let answer = loginIn(output);
  if (!answer) throw failed(name, server, "answered something else than a user name and a secret");
  return answer.Secret === "" ? void 0 : credentialFor(answer.Username, answer.Secret, program);
}
function environmentOf(helper, environment) {
  let groups = ["XDG_", ...CLOUDS.get(helper) ?? (STORES.has(helper) ? [] : EVERY_CLOUD)], kept = Object.entries(environment).filter((entry) => {
    let name = entry[0].toUpperCase();
    return entry[1] !== void 0 && (NEEDED.has(name) || groups.some((group) => name.startsWith(group)));
  });
  return Object.fromEntries(kept);
}
function loginIn(output) {
  try {
    let { Username, Secret } = JSON.parse(output);
    return typeof Username == "string" && typeof Secret == "string" ? { Username, Secret } : void 0;
  } catch {
    return;
  }
}
function failed(name, server, what) {
  return new ReleaseError(
    "REGISTRY_CREDENTIALS_UNREADABLE",
    `The credential helper ${name} ${what} when asked for ${server}`,
    {
      hint: `Try it by hand: echo ${server} | docker-credential-${name} get`
    }
  );
}

// src/targets/oci/credentials/credentials.ts
var DOCKER_HUB = ["docker.io", "index.docker.io", "registry-1.docker.io"], DOCKER_HUB_KEY = "https://index.docker.io/v1/";
function credentialsFor(host2, context, login2 = async () => {
}) {
  let files = memoizeAsync(() => readFiles(context)), helpers2 = /* @__PURE__ */ new Map(), loggedIn = memoizeAsync(login2), ask = (name, server) => {
    let key = `${name} ${server}`, asked = helpers2.get(key) ?? askHelper(name, server, context);
    return helpers2.set(key, asked), asked;
  };
  return async (repository) => {
    if (context.settings.anonymous) return;
    let credential = fromInputs(context.settings) ?? await fromFiles(await files(), host2, repository, ask) ?? fromWorkflow(host2, context) ?? await loggedIn();
    return credential && keepSecret(credential, context.secrets), credential;
  };
}
async function fromFiles(files, host2, repository, ask) {
  for (let file of files) {
    let found = await fromFile(file, host2, repository, ask);
    if (found) return found;
  }
}
async function fromFile(file, host2, repository, ask) {
  let isHub = DOCKER_HUB.includes(host2), hosts = isHub ? [DOCKER_HUB_KEY, ...DOCKER_HUB] : [host2], server = isHub ? DOCKER_HUB_KEY : host2, own = hosts.map((each) => file.credHelpers.get(each)).find((name) => name !== void 0);
  if (own !== void 0) return ask(own, server);
  if (file.credsStore !== void 0) {
    let stored = await ask(file.credsStore, server);
    if (stored) return stored;
  }
  return credentialIn(
    file,
    hosts.flatMap((each) => keysOf(each, repository))
  );
}
function keysOf(host2, repository) {
  if (host2 === DOCKER_HUB_KEY) return ["index.docker.io"];
  let parts = repository.split("/");
  return [...parts.map((_, index) => `${host2}/${parts.slice(0, parts.length - index).join("/")}`), host2];
}
async function readFiles({ files, environment }) {
  let [helm, docker, podman] = await Promise.all([
    readCredentialFile(files, helmFile(environment)),
    readCredentialFile(files, dockerFile(environment)),
    firstOf2(files, podmanFiles(environment))
  ]), isPodmanNamed = !!environment.REGISTRY_AUTH_FILE;
  return [helm, docker, docker && !isPodmanNamed ? void 0 : podman].filter((file) => file !== void 0);
}
async function firstOf2(files, paths) {
  for (let path of paths) {
    let file = await readCredentialFile(files, path);
    if (file) return file;
  }
}
function helmFile(environment) {
  let { HELM_REGISTRY_CONFIG, HELM_CONFIG_HOME, XDG_CONFIG_HOME, APPDATA } = environment;
  if (HELM_REGISTRY_CONFIG) return HELM_REGISTRY_CONFIG;
  let mac = environment.RUNNER_OS === "macOS" ? posix2.join(home(environment), "Library/Preferences/helm") : void 0, windows = environment.RUNNER_OS === "Windows" && APPDATA ? posix2.join(APPDATA, "helm") : void 0, xdg = XDG_CONFIG_HOME ? posix2.join(XDG_CONFIG_HOME, "helm") : void 0, folder = HELM_CONFIG_HOME || xdg || mac || windows || posix2.join(home(environment), ".config/helm");
  return posix2.join(folder, "registry/config.json");
}
function dockerFile(environment) {
  return posix2.join(environment.DOCKER_CONFIG || posix2.join(home(environment), ".docker"), "config.json");
}
function podmanFiles(environment) {
  let { REGISTRY_AUTH_FILE, XDG_RUNTIME_DIR, XDG_CONFIG_HOME } = environment;
  if (REGISTRY_AUTH_FILE) return [REGISTRY_AUTH_FILE];
  let config = XDG_CONFIG_HOME || posix2.join(home(environment), ".config");
  return [...XDG_RUNTIME_DIR ? [XDG_RUNTIME_DIR] : [], config].map((folder) => posix2.join(folder, "containers/auth.json"));
}
function home({ HOME, USERPROFILE }) {
  return HOME || USERPROFILE || "/";
}
function fromInputs({ registryUsername, registryPassword }) {
  if (!registryUsername || !registryPassword) return;
  let source = "the inputs registry-username and registry-password";
  return registryUsername === TOKEN_USER ? { kind: "identity", token: registryPassword, source } : { kind: "basic", username: registryUsername, password: registryPassword, source };
}
function fromWorkflow(host2, { settings, environment }) {
  return host2 !== "ghcr.io" || !settings.githubToken ? void 0 : { kind: "basic", username: environment.GITHUB_ACTOR || "github-actions", password: settings.githubToken, source: "the workflow's token" };
}
function keepSecret(credential, secrets) {
  secrets.add(credential.kind === "basic" ? credential.password : credential.token);
}

// src/targets/oci/transport/endpoint.ts
var SERVERS = new Map(
  Object.entries({
    "docker.io": "registry-1.docker.io",
    "index.docker.io": "registry-1.docker.io"
  })
);
function endpointOf(host2, plainHttp) {
  let bare2 = withoutPort(host2), isPlain = isLoopback(bare2) || plainHttp.some((each) => [host2, bare2].includes(each.trim().toLowerCase()));
  return { host: host2, origin: `${isPlain ? "http" : "https"}://${SERVERS.get(host2) ?? host2}` };
}
function withoutPort(host2) {
  return host2.replace(/:\d+$/, "");
}

// src/targets/oci/ecr/ecr.ts
function ecrAt(host2, context) {
  let registry = ecrRegistry(host2);
  if (!registry || !endpointOf(host2, context.settings.plainHttp).origin.startsWith("https:")) return;
  let client = memoizeAsync(async () => (await import("./sdk-ABTJHEDK.js")).openEcr(registry, context));
  return {
    login: async () => (await client()).login(),
    create: async (repository, settings) => (await client()).create(repository, settings)
  };
}

// src/targets/oci/signatures/referrers.ts
var MAX_REFERRERS = 1e4, MAX_PAGE_BYTES2 = 4 * 1024 * 1024, NO_API = /* @__PURE__ */ new Set([400, 404, 405, 406, 501]);
async function apiReferrers(client, place) {
  let found = [], listed = (isCut) => ({ manifests: found, isCut, byClients: !1 });
  try {
    for await (let page of referrerPages(client, place)) {
      if (page === void 0) return;
      if (found.push(...page), found.length >= MAX_REFERRERS) return listed(!0);
    }
  } catch (thrown) {
    if (!(thrown instanceof ReleaseError && thrown.code === "REMOTE_TOO_LARGE")) throw thrown;
    return listed(!0);
  }
  return listed(!1);
}
async function* referrerPages(client, { repository, digest: digest2 }) {
  let request = { method: "GET", path: `/v2/${repository}/referrers/${digest2}`, repository, access: "pull", headers: { accept: OCI_INDEX }, maxBytes: MAX_PAGE_BYTES2 };
  for await (let page of pagesOf(client, request))
    if (NO_API.has(page.status)) yield void 0;
    else {
      if (page.status !== 200)
        throw await client.refused(page, repository, `The referrers of ${repository}@${digest2} could not be listed`);
      if (page.headers["content-type"]?.split(";")[0]?.trim() !== OCI_INDEX) yield void 0;
      else {
        let index = readIndex2(page.body);
        if (!index) throw unreadableReferrers(client, { repository, digest: digest2 });
        yield index.manifests;
      }
    }
}
async function fallbackIndex(client, { repository, digest: digest2 }) {
  let reference = fallbackTag(digest2), delivered = await getManifest(client, { repository, reference });
  if (!delivered) return;
  if (delivered.digest === digest2) return "alias";
  let index = readIndex2(delivered.bytes);
  if (index) return { index, delivered };
  throw foreignSignatureTag(client, { repository, reference }, "does not hold a list of referrers");
}
function createReferrersReader(client) {
  let hasApi = createMemo();
  async function fromFallback(place) {
    let found = await fallbackIndex(client, place);
    return { manifests: found === void 0 || found === "alias" ? [] : found.index.manifests, isCut: !1, byClients: !0 };
  }
  return {
    async list(place) {
      if (await hasApi.held()?.catch(() => {
      }) === !1) return fromFallback(place);
      let asked = apiReferrers(client, place);
      return hasApi.get(() => asked.then((found) => found !== void 0)), await asked ?? fromFallback(place);
    }
  };
}
function unreadableReferrers(client, { repository, digest: digest2 }) {
  return new ReleaseError(
    "REGISTRY_ANSWER_INVALID",
    `${client.host} lists the referrers of ${repository}@${digest2} in a form that cannot be read`
  );
}

// src/targets/oci/transport/challenge.ts
var PARAMETER = /([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/gi;
function parseChallenge(header2) {
  if (header2 === void 0 || header2.length > 8192) return;
  let bearer = /(?:^|,)\s*Bearer\s+(.*)$/i.exec(header2)?.[1];
  if (bearer !== void 0) {
    let found = parametersOf(bearer), realm = found.get("realm");
    if (realm !== void 0) {
      let scopes = (found.get("scope") ?? "").split(" ").filter((scope) => scope !== "");
      return { scheme: "bearer", realm, service: found.get("service"), scopes: scopes.slice(0, 8) };
    }
  }
  return /(?:^|,)\s*Basic(?:\s|$)/i.test(header2) ? { scheme: "basic" } : void 0;
}
function parametersOf(text5) {
  let found = /* @__PURE__ */ new Map();
  for (let [, name = "", quoted2, token = ""] of text5.matchAll(PARAMETER))
    found.has(name.toLowerCase()) || found.set(name.toLowerCase(), quoted2?.replace(/\\(.)/g, "$1") ?? token);
  return found;
}

// src/targets/oci/transport/place-hints.ts
function missingPlaceHint(host2, path) {
  let missing3 = registryAt(host2)?.missing;
  return missing3 ? missing3(path ?? "<path>/<chart>") : path === void 0 ? void 0 : generalHint(host2, path);
}
function generalHint(host2, path) {
  return `Registries make a repository with the first push, but not what it belongs to: check that "${firstOf(path)}" exists on ${host2} (on Gitea and Forgejo a user or an organization, on Harbor a project, on Nexus and Artifactory a Docker repository), create it or correct the target, and run again. If nothing of ${host2} is found, it may not be an OCI registry, or be one at another port.`;
}
function placeDoubt(host2, path) {
  return `Registries often answer the same for what does not exist: ${registryAt(host2)?.missing?.(path) ?? `does "${firstOf(path)}" exist there (a user, an organization, or a project)?`}`;
}

// src/targets/oci/transport/hints.ts
var MAX_TEXT3 = 2e3;
function hintFor2({ status }, problem, { host: host2, source, written: written2 }) {
  let text5 = problem ? `${problem.code}: ${problem.message}`.slice(0, MAX_TEXT3) : "", known = refusalAt(host2, { status, text: text5 });
  if (known && (status !== 401 || source !== void 0))
    return typeof known.hint == "string" ? known.hint : known.hint(written2 ?? "<path>/<chart>");
  if (/quota|storage limit|insufficient (?:space|storage)/i.test(text5))
    return `Free some space on ${host2}, or have the quota raised, and run again.`;
  if (status === 401 || status === 403) return denialHint(host2, source, written2);
  if (status === 429)
    return `${host2} limits requests: log in with an account that has a higher limit, or run again later.`;
  let isUnknown = problem?.code === "NAME_UNKNOWN" || problem?.code === "NAME_INVALID";
  if (written2 !== void 0 && (status === 404 || isUnknown)) return missingPlaceHint(host2, written2);
  if (status === 404 && isUnknown) return missingPlaceHint(host2, void 0);
  if (written2 !== void 0 && status === 405)
    return `${host2} takes no pushes at this address: it may be a mirror or a proxy, in read-only or maintenance mode, or not an OCI registry. Name the registry that charts are pushed to.`;
}
function denialHint(host2, source, written2) {
  let { noCredentials, denied } = registryAt(host2) ?? {};
  if (source === void 0)
    return noCredentials ?? `No credentials were found for ${host2}: add a step with docker/login-action or \`helm registry login\` before this one, or set registry-username and registry-password.`;
  let doubt = written2 === void 0 ? "" : ` ${placeDoubt(host2, written2)}`;
  return denied ?? `The credentials came from ${source}. Check that they are valid and may push to ${host2}.${doubt}`;
}

// src/targets/oci/transport/errors.ts
var MAX_REASON = 200;
function refusal(response, asked) {
  let { status } = response, [problem] = problemsIn2(response), reason = problem ? cut([problem.code, problem.message].filter(Boolean).join(": "), MAX_REASON) : "", said = reason === "" ? `${status}` : `${status} (${reason})`, message = `${asked.what}: ${asked.host} answered ${said}`;
  return new ReleaseError(codeOf(status), message, { hint: hintFor2(response, problem, asked) });
}
function codeOf(status) {
  return status === 401 ? "REGISTRY_UNAUTHORIZED" : status === 403 ? "REGISTRY_DENIED" : status === 404 ? "REGISTRY_NOT_FOUND" : status === 429 ? "REGISTRY_THROTTLED" : "REGISTRY_FAILED";
}

// src/targets/oci/transport/realm.ts
var SHARED = new Set(
  `aliyuncs.com amazonaws.com appspot.com azurecr.io azurewebsites.net cloudapp.net cloudfront.net fly.dev
   github.dev github.io gitlab.io googleapis.com herokuapp.com jfrog.io netlify.app ngrok.app ngrok.io on.aws onrender.com
   pages.dev pkg.dev run.app vercel.app windows.net workers.dev`.split(/\s+/)
), COUNTRY_SECOND_LEVEL = /^(?:ac|co|com|edu|gob|gov|go|gv|in|ltd|me|mil|ne|net|nom|or|org|plc|sch|web)\.[a-z]{2}$/;
function acceptRealm(realm, registry, tokenRealms) {
  let server = new URL(registry.origin), url = resolved(realm, server);
  if (url?.username !== "" || url.hash !== "") throw realmRefused(registry.host, realm, "that is not an address");
  if (url.origin === server.origin) return url;
  if (url.protocol !== "https:") {
    let both = server.protocol === "http:" && url.protocol === "http:";
    if (both && isLoopback(url.hostname) && isLoopback(server.hostname)) return url;
    if (!both || url.hostname !== server.hostname) throw realmRefused(registry.host, realm, "that is not https");
    return url;
  }
  if (belongs(url, server) || tokenRealms.some((host2) => [url.host, url.hostname].includes(host2.trim().toLowerCase())))
    return url;
  throw realmRefused(registry.host, realm, "which is not of its domain");
}
function resolved(realm, registry) {
  let base = !/^[a-z][a-z0-9+.-]*:|\s/i.test(realm) && realm !== "" ? registry.href : void 0;
  return URL.canParse(realm, base) ? new URL(realm, base) : void 0;
}
function belongs(realm, registry) {
  if (realm.hostname === registry.hostname || registries.some(
    ({ tokenServer }) => tokenServer?.registry.test(registry.hostname) && tokenServer.realm.test(realm.hostname)
  )) return !0;
  let domain = registrableDomain(registry.hostname);
  return domain !== void 0 && domain === registrableDomain(realm.hostname);
}
function registrableDomain(hostname) {
  if (/^[\d.]+$|^\[/.test(hostname)) return;
  let labels = hostname.split("."), suffix = labels.slice(-2).join("."), size = SHARED.has(suffix) || COUNTRY_SECOND_LEVEL.test(suffix) ? 3 : 2;
  return labels.length < size || labels.includes("") ? void 0 : labels.slice(-size).join(".");
}
function realmRefused(host2, realm, why) {
  let url = URL.canParse(realm) ? new URL(realm) : void 0, place = url ? `${url.protocol}//${url.host}` : "a token server";
  return new ReleaseError("REGISTRY_REALM_REFUSED", `${host2} wants credentials sent to ${place}, ${why}`, {
    hint: url?.protocol === "https:" ? `If that is right, allow it with the input token-realms: ${url.host}` : void 0
  });
}

// src/targets/oci/transport/token.ts
var CLIENT_ID = "release-charts", MAX_ANSWER_BYTES = 1024 * 1024, DEFAULT_SECONDS = 60, SPARE_SHARE = 0.2, LONGEST_SPARE_SECONDS = 60;
async function fetchToken(request, context) {
  let { credential } = request, asked = context.clock.monotonic(), response = credential?.kind === "identity" ? await exchangeRefreshToken(request, credential.token, context) : await requestByGet(request, context);
  if (response.status !== 200)
    throw refusal(response, { host: context.endpoint.host, what: "no token was given for it", source: credential?.source });
  let { value: value2, seconds } = tokenIn(response, context.endpoint.host);
  context.secrets.add(value2);
  let spare = Math.min(seconds * SPARE_SHARE, LONGEST_SPARE_SECONDS);
  return { value: value2, goodUntil: asked + (seconds - spare) * 1e3 };
}
function requestByGet({ realm, service, scopes, credential }, context) {
  let url = new URL(realm);
  service !== void 0 && url.searchParams.set("service", service);
  for (let scope of scopes) url.searchParams.append("scope", scope);
  let headers = credential?.kind === "basic" ? { authorization: basicHeader(credential.username, credential.password) } : {};
  return context.http.send({ method: "GET", url: url.href, headers, ...requestLimits(context) });
}
function exchangeRefreshToken(request, refreshToken, context) {
  let form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken, client_id: CLIENT_ID });
  request.service !== void 0 && form.set("service", request.service), form.set("scope", request.scopes.join(" "));
  let headers = { "content-type": "application/x-www-form-urlencoded" };
  return context.http.send({
    method: "POST",
    url: request.realm.href,
    headers,
    body: form.toString(),
    ...requestLimits(context)
  });
}
function requestLimits({ endpoint }) {
  return { namedBy: endpoint.origin, maxBytes: MAX_ANSWER_BYTES, attempts: 5 };
}
function tokenIn(response, host2) {
  let { access_token, token, expires_in } = jsonIn(response, host2), value2 = typeof access_token == "string" && access_token !== "" ? access_token : token;
  if (typeof value2 != "string" || !/^[\x21-\x7e]+$/.test(value2))
    throw new ReleaseError("REGISTRY_ANSWER_INVALID", `The token server of ${host2} answered without a token`);
  let seconds = typeof expires_in == "number" && expires_in > 0 ? expires_in : DEFAULT_SECONDS;
  return { value: value2, seconds };
}

// src/targets/oci/transport/authorization.ts
function createAuthorization(context) {
  let { endpoint, http, clock } = context, tokens = /* @__PURE__ */ new Map(), demanded = /* @__PURE__ */ new Map(), challenge = createMemo(), current = () => challenge.get(() => askForChallenge(http, endpoint));
  async function held(scope) {
    let known = tokens.get(scope), token = await known?.catch(() => {
    });
    if (token && token.goodUntil > clock.monotonic()) return token.value;
    tokens.get(scope) === known && tokens.delete(scope);
  }
  async function tokenFor(wanted, repository, access) {
    let scope = scopeOf(repository, access), found = await held(scope) ?? (access === "pull" ? await held(scopeOf(repository, "push")) : void 0);
    if (found !== void 0) return found;
    let shared2 = tokens.get(scope) ?? fetchFresh(wanted, repository, scope);
    return tokens.set(scope, shared2), (await shared2).value;
  }
  async function fetchFresh(wanted, repository, scope) {
    let scopes = [.../* @__PURE__ */ new Set([scope, ...demanded.get(scope) ?? []])], realm = acceptRealm(wanted.realm, endpoint, context.tokenRealms), credential = await context.credentials(repository);
    return fetchToken({ realm, service: wanted.service, scopes, credential }, context);
  }
  return {
    async header(repository, access) {
      let wanted = await current();
      if (wanted.scheme === "none") return;
      let credential = await context.credentials(repository);
      return wanted.scheme === "basic" ? credential?.kind === "basic" ? basicHeader(credential.username, credential.password) : void 0 : credential?.kind === "bearer" ? `Bearer ${credential.token}` : `Bearer ${await tokenFor(wanted, repository, access)}`;
    },
    async learn(response, repository, access) {
      let next = parseChallenge(response.headers["www-authenticate"]);
      if (!next || next.scheme === "none") return !1;
      let before = await current();
      if (challenge.hold(Promise.resolve(next)), next.scheme === "basic")
        return before.scheme !== "basic" && await context.credentials(repository) !== void 0;
      let scope = scopeOf(repository, access);
      return demanded.set(scope, next.scopes), tokens.delete(scope), (await context.credentials(repository))?.kind !== "bearer" || before.scheme !== "bearer";
    }
  };
}
function scopeOf(repository, access) {
  return `repository:${repository}:${access === "push" ? "pull,push" : "pull"}`;
}
async function askForChallenge(http, endpoint) {
  let response = await http.send({ method: "GET", url: `${endpoint.origin}/v2/`, maxBytes: 65536 }), challenge = parseChallenge(response.headers["www-authenticate"]);
  if (response.status === 401 && challenge) return challenge;
  if (response.status === 401 || response.status === 429 || response.status >= 500)
    throw refusal(response, { host: endpoint.host, what: "The registry could not be asked", source: void 0 });
  return { scheme: "none" };
}

// src/targets/oci/transport/client.ts
function openClient(context) {
  let { endpoint, http } = context, authorization = createAuthorization(context);
  async function sendAuthorized(request) {
    let { path, repository, access, headers, ...rest } = request, url = new URL(path, endpoint.origin);
    if (url.origin !== endpoint.origin)
      throw new ReleaseError(
        "REGISTRY_UPLOAD_ELSEWHERE",
        `${endpoint.host} sends the run to ${url.host}, which is another host`
      );
    let header2 = await authorization.header(repository, access), sent = { ...headers, ...header2 !== void 0 && { authorization: header2 } };
    return http.send({ ...rest, url: url.href, headers: sent });
  }
  async function sendAnsweringChallenge(request) {
    let first = await sendAuthorized(request);
    return first.status !== 401 ? first : await authorization.learn(first, request.repository, request.access) ? sendAuthorized(request) : first;
  }
  async function send(request) {
    if (request.access === "push") return sendAnsweringChallenge(request);
    let outcome = await sendAnsweringChallenge(request).catch(asRefusal);
    if (!(outcome instanceof ReleaseError || outcome.status === 401 || outcome.status === 403)) return outcome;
    let second = await context.credentials(request.repository) !== void 0 ? await sendAnsweringChallenge({ ...request, access: "push" }).catch(asRefusal) : outcome;
    if (!(second instanceof ReleaseError)) return second;
    if (outcome instanceof ReleaseError) throw outcome;
    return outcome;
  }
  return {
    host: endpoint.host,
    origin: endpoint.origin,
    uploads: /* @__PURE__ */ new Map(),
    warm: (repository, access) => {
      authorization.header(repository, access).catch(() => {
      });
    },
    send,
    refused: async (response, repository, what, { writes } = { writes: !1 }) => {
      let credential = response.status === 401 || response.status === 403 ? await context.credentials(repository) : void 0, written2 = writes ? repository : void 0;
      return refusal(response, { host: endpoint.host, what, source: credential?.source, written: written2 });
    }
  };
}
function asRefusal(thrown) {
  if (thrown instanceof ReleaseError && ["REGISTRY_UNAUTHORIZED", "REGISTRY_DENIED"].includes(thrown.code))
    return thrown;
  throw thrown;
}

// src/targets/oci/connections.ts
function openConnections(address, context) {
  let connect = (http) => {
    let client = clientFor(address, context, http);
    return { client, referrers: createReferrersReader(client) };
  }, own = connect(context.http), reading, reader = () => (reading ??= connect(context.newHttp()), reading);
  return {
    ...own,
    reader,
    warm(repository, { fetches }) {
      own.client.warm(repository, "pull"), fetches && reader().client.warm(repository, "pull");
    }
  };
}
function clientFor({ host: host2 }, context, http) {
  let { clock, secrets, settings } = context, endpoint = endpointOf(host2, settings.plainHttp), credentials = credentialsFor(host2, context, ecrAt(host2, { ...context, http })?.login);
  return openClient({ endpoint, http, clock, secrets, credentials, tokenRealms: settings.tokenRealms ?? [] });
}

// src/targets/oci/ecr/create-repositories.ts
var AT_ONCE4 = 2, TRIES = 5, BACKOFF3 = { firstMs: 500, longestMs: 8e3, jitter: 0.5 };
async function createRepositories(context, repositories, settings) {
  return (await mapConcurrent(
    repositories,
    AT_ONCE4,
    (repository) => createOne(context, repository, settings).catch(asReleaseError)
  )).filter((outcome) => outcome !== void 0);
}
async function createOne(context, repository, settings) {
  let { client, ecr: ecr2, log, missing: missing3 } = context, isNew = await repeated(context, "REGISTRY_THROTTLED", () => ecr2.create(repository, settings));
  log.info(`${client.host}/${repository} ${isNew ? "was created." : "was created by somebody else a moment ago."}`);
  let session = await repeated(context, "REGISTRY_NOT_FOUND", () => openUpload(client, repository, { effect: !1 }));
  keepUpload(client, repository, Promise.resolve(session)), missing3.delete(repository);
}
async function repeated({ clock }, passing, work) {
  for (let tries = 1; ; tries++)
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof ReleaseError) || thrown.code !== passing || tries === TRIES) throw thrown;
      await clock.sleep(backoffMs(BACKOFF3, tries, clock));
    }
}

// src/targets/oci/signatures/listed-types.ts
function wronglyTyped(referrers, listed) {
  let wanted = new Map(referrers.map(({ digest: digest2, entry }) => [digest2, entry.artifactType]));
  return listed.find(({ digest: digest2, artifactType }) => wanted.has(digest2) && wanted.get(digest2) !== artifactType);
}
function requireTyped({ host: host2 }, { repository, digest: digest2 }, wrong) {
  if (!wrong) return;
  let found = wrong.artifactType?.slice(0, 100) ?? "nothing", message = `${host2} lists a signature of ${repository}@${digest2} with the type ${found}, by which nobody finds it`;
  throw new ReleaseError("REGISTRY_REFERRERS_REFUSED", message, {
    hint: "Its referrers API does not know the field `artifactType` of OCI 1.1. Update the registry; or turn that API off, as signatures are then listed under a tag; or use another registry, or set sign: none. Nothing was made visible, and the next run goes on from here."
  });
}

// src/targets/oci/artifacts/lost.ts
var AT_ONCE5 = 8, MAX_ASKED2 = 1e3;
function lostManifests(client, repository, listed) {
  return lostOf(
    listed,
    async (reference) => await headManifest(client, { repository, reference }, "push") === void 0
  );
}
function lostBlobs(client, repository, named3) {
  return lostOf(named3, async (digest2) => await hasBlob(client, repository, digest2) === "no");
}
async function lostOf(digests, isLost) {
  let asked = [...new Set(digests)].slice(0, MAX_ASKED2), lost = await mapConcurrent(asked, AT_ONCE5, (digest2) => isLost(digest2).catch(falseIfUnknown));
  return new Set(asked.filter((_, index) => lost[index]));
}
function falseIfUnknown(thrown) {
  if (thrown instanceof ReleaseError && thrown.kind !== "bug") return !1;
  throw thrown;
}

// src/targets/oci/signatures/referrers-fallback-tag.ts
var MAX_INDEX_BYTES3 = 4 * 1024 * 1024;
function listUnderFallbackTag(context, subject, referrers) {
  let { client } = context, place = { repository: subject.repository, reference: fallbackTag(subject.digest) }, lostIn = lostEntries(client, place, new Set(referrers.map(({ digest: digest2 }) => digest2))), isRefused = !1;
  return mergeUnderTag(context, place, {
    mediaType: OCI_INDEX,
    async into(current) {
      if (current?.digest === subject.digest) throw tagIsDigest(client, `${client.host}/${nameOf(place)}`);
      let index = current && indexIn(client, place, current), lost = index ? await lostIn(index, isRefused ? () => !0 : isBundle) : /* @__PURE__ */ new Set();
      if (referrers.every((referrer) => index !== void 0 && isListed2(index, referrer)) && lost.size === 0) return;
      let bytes = mergeIntoIndex(index, referrers, lost);
      if (bytes.length <= MAX_INDEX_BYTES3) return bytes;
      throw foreignSignatureTag(client, place, "lists so many referrers that registries refuse more");
    },
    // Registries that check what a list names say so in these ways.
    isWorthAnother({ status }) {
      let isFirst = !isRefused && (status === 400 || status === 404);
      return isRefused = !0, isFirst;
    }
  });
}
async function tidyFallbackTag(context, subject) {
  let index = await fallbackIndex(context.client, subject);
  return index !== void 0 && index !== "alias" && await listUnderFallbackTag(context, subject, []);
}
function lostEntries(client, { repository }, ours) {
  let found = new Set(ours);
  return async ({ manifests }, isMeant) => {
    let asked = manifests.filter(isMeant).map(({ digest: digest2 }) => digest2), lost = await lostManifests(
      client,
      repository,
      asked.filter((digest2) => !found.has(digest2))
    );
    for (let digest2 of asked) lost.has(digest2) || found.add(digest2);
    return lost;
  };
}
function indexIn(client, place, { bytes }) {
  let index = readIndex2(bytes);
  if (index) return index;
  throw foreignSignatureTag(client, place, "does not hold a list of referrers and is not overwritten");
}
function isListed2({ manifests }, { digest: digest2, entry }) {
  return manifests.some((found) => found.digest === digest2 && found.artifactType === entry.artifactType);
}
function mergeIntoIndex(index, referrers, lost = /* @__PURE__ */ new Set()) {
  let before = index?.raw.manifests, entries = [
    ...referrers.map(({ entry }) => entry),
    ...Array.isArray(before) ? before : []
  ], byDigest = /* @__PURE__ */ new Map();
  for (let entry of entries) {
    let key = digestIn(entry);
    !byDigest.has(key) && !lost.has(key) && byDigest.set(key, entry);
  }
  let manifests = [...byDigest].sort(([a], [b]) => a < b ? -1 : 1).map(([, entry]) => entry);
  return Buffer.from(goJson({ ...index?.raw, schemaVersion: 2, mediaType: OCI_INDEX, manifests }));
}
function digestIn(entry) {
  return isObject(entry) && typeof entry.digest == "string" ? entry.digest : goJson(entry);
}
function tagIsDigest(client, name) {
  return new ReleaseError(
    "REGISTRY_REFERRERS_REFUSED",
    `${client.host} has no referrers API and delivers the chart itself under ${name}, where its signatures should be listed`,
    { hint: "No client can find a signature bundle there. Use a registry with the referrers API, or sign: none." }
  );
}

// src/targets/oci/signatures/subject-support.ts
var NOBODY = `sha256:${"0".repeat(64)}`, REFUSALS2 = /* @__PURE__ */ new Set([400, 405, 406, 415, 422, 501]), PAST_THE_FORM = /DIGEST_INVALID|BLOB_UNKNOWN|MANIFEST_UNKNOWN|not found|does not exist|digest/i, SUBJECT_HINT = "The registry must accept OCI 1.1 manifests. Ask for an update, use another one, or set sign: none.";
async function subjectProblem(client, repository) {
  try {
    if (await apiReferrers(client, { repository, digest: NOBODY })) return;
    let refused = await tryManifest(client, repository, { withSubject: !0 });
    if (!REFUSALS2.has(refused.status) || PAST_THE_FORM.test(problemsText(refused))) return;
    let plain2 = await tryManifest(client, repository, { withSubject: !1 });
    return plain2.status === refused.status && problemsText(plain2) === problemsText(refused) ? void 0 : subjectRefused(client, repository, refused);
  } catch (thrown) {
    if (thrown instanceof ReleaseError && thrown.kind !== "bug") return;
    throw thrown;
  }
}
async function tryManifest(client, repository, { withSubject }) {
  let bundle = { json: Buffer.from("{}"), predicateType: COSIGN_SIGN_PREDICATE }, { manifest } = bundleReferrer({ repository, digest: NOBODY, size: 2 }, bundle, /* @__PURE__ */ new Date(0)), { subject: _, ...plain2 } = JSON.parse(Buffer.from(manifest).toString()), body = withSubject ? manifest : Buffer.from(goJson(plain2)), path = `/v2/${repository}/manifests/${NOBODY}`, headers = { "content-type": OCI_MANIFEST }, answer = await client.send({ method: "PUT", path, repository, access: "push", headers, body, attempts: 2 });
  return isStored(answer) && await client.send({ method: "DELETE", path, repository, access: "push" }), answer;
}
function subjectRefused(client, repository, response) {
  let words = cut(problemsText(response), 200), said = words === "" ? `${response.status}` : `${response.status} (${words})`;
  return new ReleaseError(
    "REGISTRY_REFERRERS_REFUSED",
    `${client.host} does not take signature bundles in ${repository}: it answered ${said} to a manifest with a subject`,
    { hint: SUBJECT_HINT }
  );
}

// src/targets/oci/signatures/bundles.ts
var PUSH_ATTEMPTS = 3, LISTING_LOOKS = 5, BACKOFF4 = { firstMs: 500, growth: "add" };
async function attachReferrers(context, subject, blobs, referrers) {
  if (referrers.length === 0) return !0;
  let { repository } = subject;
  if (!subject.isNew && await isComplete(context, subject, blobs, referrers)) return !1;
  await Promise.all([
    putBlob(context.client, repository, EMPTY_CONFIG, { isNew: subject.isFirst }),
    ...blobs.map((blob) => putBlob(context.client, repository, blob, { isNew: !0 }))
  ]);
  let isAcknowledged = (await Promise.all(referrers.map((referrer) => pushReferrer(context, subject, referrer)))).every(Boolean);
  if (isAcknowledged && context.onStored?.(), isAcknowledged && subject.isNew && context.listing.isSeen) return !0;
  let looks = await isListedByApi(context, subject, referrers, isAcknowledged);
  return looks === 0 ? await listUnderFallbackTag(context, subject, referrers) : isAcknowledged && (context.listing.isSeen = !0), looks === 1;
}
async function isComplete({ client }, { repository, digest: digest2 }, blobs, referrers) {
  if ((await Promise.all(
    referrers.map((referrer) => headManifest(client, { repository, reference: referrer.digest }, "push"))
  )).includes(void 0) || (await Promise.all(blobs.map((blob) => hasBlob(client, repository, digestOf(blob))))).includes("no")) return !1;
  let { manifests, byClients } = await createReferrersReader(client).list({ repository, digest: digest2 });
  return isEachListed(referrers, manifests) && (byClients || wronglyTyped(referrers, manifests) === void 0);
}
function isEachListed(referrers, listed) {
  return referrers.every(({ digest: digest2 }) => listed.some((descriptor) => descriptor.digest === digest2));
}
async function pushReferrer({ client, clock }, subject, referrer) {
  let { repository } = subject;
  for (let attempt = 1; ; attempt++) {
    let response = await putManifest(client, { repository, reference: referrer.digest }, { bytes: referrer.manifest });
    if (isStored(response)) return response.headers["oci-subject"] === subject.digest;
    let mayHeal = response.status === 400 || response.status === 404;
    if (mayHeal && attempt < PUSH_ATTEMPTS) await clock.sleep(backoffMs(BACKOFF4, attempt));
    else throw mayHeal || [405, 415, 422, 501].includes(response.status) ? refusedReferrer(client, subject, response.status) : await client.refused(
      response,
      repository,
      `A signature of ${repository}@${subject.digest} could not be stored`
    );
  }
}
function refusedReferrer(client, { repository, digest: digest2 }, status) {
  return new ReleaseError(
    "REGISTRY_REFERRERS_REFUSED",
    `${client.host} does not take the signature bundle of ${repository}@${digest2} (${status}): it knows no manifests with a subject`,
    { hint: SUBJECT_HINT }
  );
}
async function isListedByApi({ client, clock }, subject, referrers, isTold) {
  for (let look = 1; ; look++) {
    let found = await apiReferrers(client, subject);
    if (found === void 0) return 0;
    if (isEachListed(referrers, found.manifests))
      return requireTyped(client, subject, wronglyTyped(referrers, found.manifests)), look;
    if (!isTold) return 0;
    if (found.isCut) return look;
    if (look === LISTING_LOOKS) {
      let message = `${client.host} took the signatures of ${subject.repository}@${subject.digest} and does not list them`;
      throw new ReleaseError("REGISTRY_REFERRERS_REFUSED", message);
    }
    await clock.sleep(backoffMs(BACKOFF4, look));
  }
}

// src/targets/oci/transport/read-ahead.ts
function withReadAhead(client, requests) {
  let underWay = /* @__PURE__ */ new Map();
  for (let request of requests)
    underWay.has(request.path) || underWay.set(request.path, shared(client.send(request)));
  return {
    ...client,
    send: (request) => (request.method === "GET" ? underWay.get(request.path) : void 0) ?? client.send(request)
  };
}

// src/targets/oci/signatures/legacy-manifest.ts
var SIGNATURE = "dev.cosignproject.cosign/signature", ZERO_TIME = "0001-01-01T00:00:00Z";
function signatureLayer({ payload, annotations: annotations2 }) {
  let sorted2 = Object.entries(annotations2).sort(([a], [b]) => compareBytes(a, b));
  return {
    mediaType: SIMPLE_SIGNING,
    size: payload.length,
    digest: digestOf(payload),
    annotations: Object.fromEntries(sorted2)
  };
}
function isSameSignature(layer, { payload, annotations: annotations2 }) {
  return layer.digest === digestOf(payload) && layer.annotations[SIGNATURE] === annotations2[SIGNATURE];
}
function signatureManifest(layers) {
  let config = Buffer.from(
    goJson({
      architecture: "",
      created: ZERO_TIME,
      history: layers.map(() => ({ created: ZERO_TIME })),
      os: "",
      rootfs: { type: "layers", diff_ids: layers.map((layer) => layer.digest ?? "") },
      config: {}
    })
  ), manifest = Buffer.from(
    goJson({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      config: { mediaType: OCI_CONFIG, size: config.length, digest: digestOf(config) },
      layers
    })
  );
  return { config, manifest };
}

// src/targets/oci/signatures/legacy-signatures.ts
var MAX_SIGNATURES = 1e3, MAX_PAYLOAD_BYTES = 16 * 1024, AT_ONCE6 = 16;
async function attachLegacy(context, subject, signature) {
  let { client } = context, { repository } = subject, place = { repository, reference: signatureTag(subject.digest) }, store = (config, isNew) => allOf([config, signature.payload].map((blob) => putBlob(client, repository, blob, { isNew }))), alone = subject.isNew ? shared(store(signatureManifest([signatureLayer(signature)]).config, !0)) : Promise.resolve();
  await mergeUnderTag(context, place, {
    mediaType: OCI_MANIFEST,
    isNew: subject.isNew ?? !1,
    async into(current) {
      let layers = current ? await soundLayers(client, place, current) : [];
      if (layers.some((layer) => isSameSignature(layer, signature))) return;
      let { config, manifest } = signatureManifest([...layers.map(({ raw }) => raw), signatureLayer(signature)]), isNew = layers.length === 0;
      return await alone, (!isNew || !subject.isNew) && await store(config, isNew), manifest;
    }
  }), await alone;
}
async function soundLayers(client, place, current) {
  let layers = layersOf(client, place, current), lost = await lostBlobs(
    client,
    place.repository,
    layers.map(({ digest: digest2 }) => digest2)
  );
  return layers.filter(({ digest: digest2 }) => !lost.has(digest2));
}
function layersOf(client, place, { bytes }) {
  let layers = readManifest(bytes)?.layers;
  if (!layers?.every(({ mediaType }) => mediaType === SIMPLE_SIGNING))
    throw foreignSignatureTag(client, place, "does not hold cosign signatures and is not overwritten");
  if (layers.length < MAX_SIGNATURES) return layers;
  throw foreignSignatureTag(
    client,
    place,
    `holds ${layers.length} signatures, and cosign reads at most ${MAX_SIGNATURES}`
  );
}
async function readLegacy(client, { repository, digest: digest2 }) {
  let delivered = await getManifest(client, { repository, reference: signatureTag(digest2) }), signatures = (delivered ? readManifest(delivered.bytes)?.layers ?? [] : []).filter(({ mediaType }) => mediaType === SIMPLE_SIGNING).slice(-MAX_SIGNATURES), blobs = new Map(signatures.map((layer) => [`${layer.digest} ${layer.size}`, layer])), read = await mapConcurrent(
    [...blobs.values()],
    AT_ONCE6,
    (layer) => readBlobIfSound(client, repository, layer, MAX_PAYLOAD_BYTES)
  ), payloads = new Map([...blobs.keys()].map((key, index) => [key, read[index]]));
  return signatures.flatMap(({ digest: blob, size, annotations: annotations2 }) => {
    let payload = payloads.get(`${blob} ${size}`);
    return payload ? [{ payload, annotations: annotations2 }] : [];
  });
}

// src/targets/oci/signatures/own-referrers.ts
function createOwnReferrers(host2, { beside }) {
  let digests = /* @__PURE__ */ new Set(), keyOf2 = ({ repository, digest: digest2 }) => `${host2}/${repository}@${digest2}`;
  return {
    digests,
    add(place, referrers, { legacy, bundles }) {
      for (let { digest: digest2 } of referrers) digests.add(digest2);
      beside.set(keyOf2(place), {
        referrers: referrers.map(({ digest: digest2 }) => digest2),
        bundles: bundles.map(({ json }) => digestOf(json)),
        payloads: legacy ? [digestOf(legacy.payload)] : []
      });
    },
    requests(place) {
      let { repository } = place, { referrers, bundles, payloads } = beside.get(keyOf2(place)) ?? { referrers: [], bundles: [], payloads: [] };
      return [
        ...referrers.map((reference) => manifestRequest({ repository, reference })),
        ...bundles.map((digest2) => blobRequest(repository, digest2, MAX_BUNDLE_BYTES)),
        ...payloads.map((digest2) => blobRequest(repository, digest2, MAX_PAYLOAD_BYTES))
      ];
    }
  };
}

// src/targets/oci/signatures/signature-store.ts
function createSignatureStore(context) {
  let own = createOwnReferrers(context.client.host, context.ownWrites), early = /* @__PURE__ */ new Map(), keyOf2 = ({ repository, digest: digest2 }) => `${repository}@${digest2}`;
  async function readNow(place) {
    let { client, referrers } = context.reader(), ahead = withReadAhead(client, own.requests(place)), wanted = { own: own.digests, warn: context.warn }, [legacy, bundles] = await Promise.all([
      readLegacy(ahead, place),
      readBundles(ahead, referrers, place, wanted)
    ]);
    return { legacy, bundles };
  }
  return {
    async attach(subject, made) {
      let { legacy, bundles, signedAt } = made, stored = bundles.map((bundle) => bundleReferrer(subject, bundle, signedAt));
      own.add(subject, stored, made);
      let signing = shared(legacy ? attachLegacy(context, subject, legacy) : Promise.resolve()), reading = [], readEarly = async () => {
        await signing, subject.isNew && early.set(keyOf2(subject), shared(readNow(subject))), await early.get(keyOf2(subject));
      }, listing = attachReferrers(
        { ...context, onStored: () => {
          reading.push(shared(readEarly()));
        } },
        subject,
        bundles.map(({ json }) => json),
        stored
      ), both = await Promise.allSettled([signing, listing]);
      await Promise.allSettled(reading), (!await listing.catch(() => !1) || both.some(({ status }) => status === "rejected")) && early.delete(keyOf2(subject));
      for (let each of both) if (each.status === "rejected") throw each.reason;
    },
    read(place) {
      let begun = early.get(keyOf2(place));
      return early.delete(keyOf2(place)), begun ?? readNow(place);
    }
  };
}

// src/targets/oci/oci.ts
var TAGS_AT_ONCE = 8, oci = {
  scheme: "oci://",
  example: "oci://ghcr.io/acme/charts",
  summary: "Any OCI registry. The chart is stored by digest, signed, read back, and tagged last. With `?create=true` a repository that is missing in a private ECR is created.",
  hasIndex: !1,
  check: (address) => {
    parseAddress2(address);
  },
  open: openRegistry
};
function openRegistry(text5, context) {
  let address = parseAddress2(text5), { clock } = context, { client, referrers, reader, warm } = openConnections(address, context), inTurn = createQueue(), listing = { isSeen: !1 }, [absent, empty] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()], looks = /* @__PURE__ */ new Map(), missing3 = /* @__PURE__ */ new Set(), creator = address.create && ecrAt(address.host, context), repositoriesOf = (refs) => [
    ...new Set(refs.map(({ name }) => repositoryOf(address, name)))
  ], place = (ref) => ({ repository: repositoryOf(address, ref.name), reference: tagOf2(ref) }), ownWrites = context.ownWrites ?? createOwnWrites(), { manifests } = ownWrites, signatures = createSignatureStore({ client, clock, listing, reader, warn: context.log.warning, ownWrites }), awaited = /* @__PURE__ */ new Set();
  async function manifestBytes({ ref, digest: digest2 }) {
    let repository = repositoryOf(address, ref.name), bytes = manifests.get(digest2) ?? (await getManifest(client, { repository, reference: digest2 }))?.bytes;
    if (!bytes) throw new ReleaseError("REGISTRY_NOT_FOUND", `${client.host}/${repository}@${digest2} is not there`);
    return manifests.set(digest2, bytes), bytes;
  }
  function reference(ref) {
    return `oci://${address.host}/${repositoryOf(address, ref.name)}:${tagOf2(ref)}`;
  }
  function staged(ref, digest2) {
    let { name, version } = ref;
    return { ref: { name, version }, digest: digest2, repository: `${address.host}/${repositoryOf(address, name)}` };
  }
  async function stage(chart, onKnown) {
    let { repository, reference: reference2 } = place(chart), content = chartContent(chart), isAbsent = absent.has(nameOf(place(chart))), isNew = !(!isAbsent && await isTagged(client, { repository, reference: reference2 }, content.digest)) && await storeChart(client, repository, content, { isAbsent, onKnown: (isNew2) => {
      manifests.set(content.digest, content.manifest), onKnown?.({ ...staged(chart, content.digest), isNew: isNew2 });
    } });
    return awaited.has(repository) || await endUploads(client, repository), manifests.set(content.digest, content.manifest), { ...staged(chart, content.digest), isNew };
  }
  async function attach(artifact, made) {
    let repository = repositoryOf(address, artifact.ref.name), { digest: digest2, isNew = !1 } = artifact, size = (await manifestBytes(artifact)).length, subject = { repository, digest: digest2, isNew, isFirst: empty.has(repository), size };
    await inTurn(`${repository}@${digest2}`, () => signatures.attach(subject, made)), awaited.delete(repository), await endUploads(client, repository);
  }
  function makeRoom({ ref }, bundles) {
    let repository = repositoryOf(address, ref.name);
    awaited.has(repository) || (awaited.add(repository), openAhead(client, repository, bundles + 2 + (empty.has(repository) ? 1 : 0)));
  }
  async function recordAdoption(artifact, record2) {
    let { ref, digest: digest2 } = artifact, repository = repositoryOf(address, ref.name), subject = { repository, digest: digest2, size: (await manifestBytes(artifact)).length }, referrer = adoptionReferrer(subject, record2);
    await inTurn(`${repository}@${digest2}`, async () => {
      await attachReferrers({ client, clock, listing }, subject, [], [referrer]);
    });
  }
  async function tidySignatures({ ref, digest: digest2 }) {
    let repository = repositoryOf(address, ref.name);
    return inTurn(
      `${repository}@${digest2}`,
      () => tidyFallbackTag({ client, clock }, { repository, digest: digest2 }).catch((thrown) => {
        let { kind, message } = asReleaseError(thrown);
        if (kind === "bug") throw thrown;
        return context.log.warning(`The list of signatures names some that are gone, and stays as it is: ${message}`), !1;
      })
    );
  }
  async function createMissing(refs) {
    let wanted = repositoriesOf(refs).filter((repository) => missing3.has(repository)), problems = address.create && creator && wanted.length > 0 ? await createRepositories({ client, ecr: creator, clock, log: context.log, missing: missing3 }, wanted, address.create) : [], open = repositoriesOf(refs).filter((repository) => problems.length === 0 && client.uploads.has(repository));
    for (let repository of open) openAhead(client, repository, 1);
    return problems;
  }
  async function promoteOne(artifact) {
    let bytes = await manifestBytes(artifact), { digest: digest2, ref } = artifact, looked = looks.get(nameOf(place(ref)));
    looks.delete(nameOf(place(ref)));
    let changed = await writeTag({ client, clock }, place(ref), { digest: digest2, bytes, looked });
    return { ...artifact, reference: reference(artifact.ref), changed };
  }
  return {
    address: address.address,
    hides: "unlisted",
    nameProblem: (name) => nameProblem(address, name),
    signs: "manifest",
    together: !1,
    reference,
    preflight: (refs) => pushProblems(client, repositoriesOf(refs), creator && missing3),
    ...address.create && { mayCreate: !0 },
    createMissing,
    // What one repository of a registry takes, the others take too.
    signatureProblem: async ([ref]) => ref && subjectProblem(client, repositoryOf(address, ref.name)),
    async find(ref, look = { signatures: !1 }) {
      let { repository, reference: reference2 } = place(ref), presence = await presenceOf({ client, referrers }, { repository, tag: reference2 }, look);
      return presence.state === "absent" && absent.add(nameOf(place(ref))), presence;
    },
    async versions(name) {
      let repository = repositoryOf(address, name), tags = await listTags(client, repository);
      return tags.length === 0 && empty.add(repository), tags.map(versionOf).filter((version) => version !== void 0);
    },
    stage,
    warm: ({ name }, options4) => warm(repositoryOf(address, name), options4),
    lookAhead: ({ ref, digest: digest2 }) => {
      looks.set(nameOf(place(ref)), shared(isTagged(client, place(ref), digest2)));
    },
    adopt: (ref, { digest: digest2 }) => staged(ref, digest2),
    attach,
    adoptions: ({ ref, digest: digest2 }) => adoptionsOf2({ client, referrers }, { repository: repositoryOf(address, ref.name), digest: digest2 }),
    recordAdoption,
    tidySignatures,
    async tidy() {
      await Promise.all([...client.uploads.keys()].map((repository) => endUploads(client, repository)));
    },
    makeRoom,
    signatures: ({ ref, digest: digest2 }) => signatures.read({ repository: repositoryOf(address, ref.name), digest: digest2 }),
    fetch: async ({ ref, digest: digest2 }) => fetchChart(reader().client, { repository: repositoryOf(address, ref.name), digest: digest2 }, manifests.get(digest2)),
    promote: (artifacts) => mapConcurrent(artifacts, TAGS_AT_ONCE, (artifact) => promoteOne(artifact).catch(asReleaseError))
  };
}

// src/targets/pages/address.ts
var SCHEME3 = "pages://", HINT2 = "Write it like pages://gh-pages or pages://gh-pages/charts; a slash in a branch name is written %2F.", BRANCH = /^(?!.*(?:\.\.|\/\/|\.lock(?:\/|$)|\/\.|@\{))[A-Za-z0-9_][\w./@+-]*(?<![/.])$/, OPTIONS2 = ["repository", "packages", "latest", "url", "unloadable"], REPOSITORY = /^[\w-][\w.-]*\/(?!\.{1,2}$)[\w.-]+$/, SEGMENT = /^(?!\.{1,2}$|\.git$)[\w.@+-]+$/i;
function parseAddress3(text5) {
  let address = text5.trim(), [place = "", query, ...more] = address.slice(SCHEME3.length).split("?"), [first = "", ...segments] = place.replace(/\/+$/, "").split("/"), branch = decoded2(first), wrong = segments.find((segment) => !SEGMENT.test(segment));
  if (branch === void 0 || !BRANCH.test(branch))
    throw invalidAddress2(address, `does not name a valid branch: "${first}"`);
  if (wrong !== void 0) throw invalidAddress2(address, `has a folder that cannot be served, at "${wrong}"`);
  if (more.length > 0 || address.includes("#")) throw invalidAddress2(address, "holds more than one `?`, or a `#`");
  return { address, branch, path: segments.join("/"), ...options2(address, query ?? "") };
}
function options2(address, query) {
  let all = [...new URLSearchParams(query)], unknown = all.find(([key]) => !OPTIONS2.includes(key));
  if (unknown) throw invalidAddress2(address, `has an option "${unknown[0]}"; known are ${OPTIONS2.join(", ")}`);
  if (new Set(all.map(([key]) => key)).size < all.length) throw invalidAddress2(address, "has an option twice");
  let { repository, packages, latest, url, unloadable } = Object.fromEntries(all);
  if (repository !== void 0 && !REPOSITORY.test(repository))
    throw invalidAddress2(address, `has repository=${repository}, which is not a repository such as acme/helm-charts`);
  if (packages !== void 0 && packages !== "releases")
    throw invalidAddress2(address, `has packages=${packages}; only packages=releases is known`);
  if (latest !== void 0 && latest !== "never")
    throw invalidAddress2(address, `has latest=${latest}; only latest=never is known`);
  if (latest !== void 0 && packages === void 0)
    throw invalidAddress2(address, "has latest=never, which is of GitHub Releases, without packages=releases");
  if (url !== void 0 && !isServed2(url))
    throw invalidAddress2(address, `has url=${url}, which is not an https:// address of a folder`);
  if (unloadable !== void 0 && unloadable !== "allow")
    throw invalidAddress2(address, `has unloadable=${unloadable}; only unloadable=allow is known`);
  return {
    asReleases: packages === "releases",
    ...repository !== void 0 && { repository },
    ...unloadable !== void 0 && { unloadable },
    ...latest !== void 0 && { neverLatest: !0 },
    ...url !== void 0 && { url: url.replace(/\/+$/, "") }
  };
}
function isServed2(text5) {
  if (!URL.canParse(text5)) return !1;
  let { protocol, username, password, search, hash } = new URL(text5);
  return /^https?:$/.test(protocol) && [username, password, search, hash].every((part) => part === "");
}
function decoded2(text5) {
  try {
    return decodeURIComponent(text5);
  } catch {
    return;
  }
}
function invalidAddress2(address, found) {
  return new ReleaseError("TARGET_ADDRESS_INVALID", `The target ${address} ${found}`, { hint: HINT2 });
}
function servedAt({ url, path }, repository) {
  if (url !== void 0) return url;
  let [owner = "", name = ""] = repository.toLowerCase().split("/"), own = `${owner}.github.io`;
  return ["https:/", own, ...name === own ? [] : [repository.split("/")[1] ?? ""], ...path ? [path] : []].join("/");
}
function siteOf(address, { repository, serverUrl }) {
  return address.url === void 0 && serverUrl !== "https://github.com" ? void 0 : servedAt(address, repository);
}

// src/targets/pages/branch.ts
import { basename as basename2 } from "node:path";

// src/targets/pages/branch-head.ts
import { createHash } from "node:crypto";
var MAX_INDEX_BYTES4 = 256 * 1024 * 1024, MOVE_AWAY2 = "Rename or remove it on the branch, or name another folder in the target, such as pages://gh-pages/helm.";
async function readBranchHead(clone, branch) {
  return reached2(`The branch ${branch} could not be read`, async () => {
    let commit = await clone.fetchTip(`refs/heads/${branch}`, { contents: !1 }), files = commit === void 0 ? [] : await clone.tree(commit);
    return { commit, files: new Map(files.map((file) => [file.path, file])), paths: createTreePaths(files) };
  });
}
async function readFile(clone, { files }, { path, maxBytes = MAX_INDEX_BYTES4 }) {
  let entry = files.get(path);
  if (!entry) return;
  let bytes = (await reached2(`${path} could not be read`, () => clone.blobs([entry.object], maxBytes))).get(entry.object);
  if (bytes) return bytes;
  throw new ReleaseError("FILE_TOO_LARGE", `${path} on the branch holds more than the ${maxBytes} bytes that are read.`);
}
function requireFree({ paths }, path, name) {
  let obstacle = paths.obstacleTo(path);
  if (obstacle)
    throw pathOccupied(`${obstacle.path} on the branch ${obstacle.what}`, `${name} can't be written`, MOVE_AWAY2);
}
async function readSource(clone, tip, path, name) {
  requireFree(tip, path, name);
  let bytes = await readFile(clone, tip, { path });
  return bytes && { bytes, file: name };
}
function holds(entry, content) {
  return createHash(entry.object.length === 40 ? "sha1" : "sha256").update(`blob ${content.length}\0`).update(content).digest("hex") === entry.object;
}
async function reached2(what, work) {
  try {
    return await work();
  } catch (error) {
    throw !(error instanceof ReleaseError) || !/^GIT_(?:FAILED|DENIED)$/.test(error.code) ? error : new ReleaseError("INDEX_UNREACHABLE", `${what}: ${error.message}`, { hint: error.hint, cause: error });
  }
}

// src/model/git/refs.ts
var QUEUE = "refs/heads/gh-readonly-queue/";
function isMergedRef(ref) {
  return /^refs\/(heads|tags)\/./.test(ref) && !ref.startsWith(QUEUE);
}
function conflictingRef(wanted, refs) {
  for (let ref of refs) if (ref.startsWith(`${wanted}/`) || wanted.startsWith(`${ref}/`)) return ref;
}
function nameConflict(wanted, there, wayOut) {
  let what = `${capitalised(refText(wanted))} can't be created, because ${refText(there)} is there`;
  return new ReleaseError("GIT_NAME_CONFLICT", `${what}: git keeps names like files and folders.`, { hint: wayOut });
}
function refText(ref) {
  let [, kind, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? [];
  return name === void 0 ? `the ref ${ref}` : kind === "heads" ? `the branch ${name}` : `the tag ${name}`;
}
function capitalised(text5) {
  return text5.charAt(0).toUpperCase() + text5.slice(1);
}

// src/targets/pages/branch-writer.ts
var MAX_RACES2 = 24, BACKOFF5 = { firstMs: 300, longestMs: 2400, growth: "add", jitter: 1 }, MAX_LOST = 2;
function createBranchWriter({ branch, context, clone }) {
  let ref = `refs/heads/${branch}`, { clock, github: github2, settings } = context;
  async function isVerified() {
    return settings.verifiedCommits !== void 0 ? settings.verifiedCommits : (await github2.branchRules(branch) ?? []).some(({ type }) => type === "required_signatures");
  }
  async function put(parent, change, leftovers) {
    let git = await clone();
    if (parent !== void 0 && change.files.size > 0 && await isVerified()) {
      let made = await github2.commitOnBranch({ branch, parent, ...change });
      return made.result === "done" && await clear(leftovers), made.result === "done" ? void 0 : { ...made, wasRepeated: !0 };
    }
    let deletions = leftovers.map((each) => [each, ""]), commit = change.files.size > 0 ? [[ref, await git.commit({ parent, ...change, at: clock.now() })]] : [];
    if (commit.length + deletions.length === 0) return;
    let result = (await git.push(new Map([...commit, ...deletions]))).get(ref);
    return result?.result === "rejected" ? result : void 0;
  }
  async function clear(leftovers) {
    leftovers.length > 0 && await (await clone()).push(new Map(leftovers.map((each) => [each, ""])));
  }
  return {
    async preflight() {
      try {
        return await reached2(`The branch ${branch} can't be published to`, async () => {
          let tip = await readBranchHead(await clone(), branch);
          tip.commit === void 0 && await requireName(await clone(), ref), await requireRight(await clone(), tip, ref, clock.now());
        }), [];
      } catch (error) {
        return [asReleaseError(error)];
      }
    },
    async commit(change, leftovers = []) {
      let tip = await readBranchHead(await clone(), branch), lost = 0;
      for (let race = 1; race <= MAX_RACES2; race += 1) {
        let next = await change(await clone(), tip), refusal2 = await put(tip.commit, next, leftovers);
        if (refusal2 === void 0) return;
        let before = tip.commit;
        if (tip = await readBranchHead(await clone(), branch), tip.commit !== before && holdsAll(tip, next.files)) return void await clear(leftovers);
        if (refusal2.cause === "lost" && (lost += refusal2.wasRepeated ? MAX_LOST + 1 : 1), refusal2.cause === "refused" || refusal2.cause === "name" || lost > MAX_LOST)
          throw pushRefused(branch, refusal2, tip);
        await clock.sleep(backoffMs(BACKOFF5, race, clock));
      }
      throw new ReleaseError(
        "INDEX_BUSY",
        `${branch} was changed by others each time this run tried to write its index.`,
        {
          hint: "Run again when fewer runs publish to it at once."
        }
      );
    }
  };
}
async function requireRight(clone, { commit: parent }, ref, at) {
  let commit = await clone.commit({ parent, files: /* @__PURE__ */ new Map(), message: "preflight", at }), push = (await clone.push(/* @__PURE__ */ new Map([[ref, commit]]), { onlyAsk: !0 })).get(ref);
  if (push?.result === "rejected") throw pushRefused(ref.replace("refs/heads/", ""), push, { commit: parent });
}
async function requireName(clone, ref) {
  let there = conflictingRef(ref, await clone.refs("refs/heads/"));
  if (there !== void 0) throw nameConflict(ref, there, nameHint(there));
}
function nameHint(there) {
  let name = there.replace("refs/heads/", "");
  return `Name another branch in the target, or rename the one that is there: git push origin ${there}:refs/heads/NEW-NAME && git push origin --delete ${name}`;
}
function holdsAll({ files }, wanted) {
  return [...wanted].every(([path, content]) => {
    let there = files.get(path);
    return there !== void 0 && holds(there, content);
  });
}
var UNSIGNED = /verified signatures|signed commits/i, RIGHTS = "Give the job `permissions: { contents: write }`; rules that stand on the branch must let it pass, or `verified-commits: true` lets GitHub sign the commit.", AWAY = "The connection broke, and the branch does not have the commit. Run again when the git server can be reached: what is there already is not made again.";
function pushRefused(branch, { reason, cause }, { commit }) {
  if (cause === "name") {
    let what = `The branch ${branch} can't be created beside another one: ${reason}`;
    return new ReleaseError("GIT_NAME_CONFLICT", what, { hint: "Name another branch in the target." });
  }
  let begin = `GitHub signs commits on a branch that is there, and ${branch} is not: make the branch once, with a commit that you sign, and run again.`, isUnsigned = commit === void 0 && UNSIGNED.test(reason), outcome = cause === "lost" ? "got no answer" : "was refused";
  return new ReleaseError("INDEX_UNREACHABLE", `The push to ${branch} ${outcome}: ${reason}`, {
    hint: cause === "lost" ? AWAY : isUnsigned ? begin : RIGHTS
  });
}

// src/targets/pages/continuity.ts
function createContinuity(branch) {
  let seen;
  async function require2(clone, { commit }) {
    if (seen !== void 0 && commit !== seen) {
      if (commit === void 0) throw indexGone(`The branch ${branch} was there when this run was planned, and is gone`);
      if (!await follows(clone, commit, seen)) {
        let what = `The branch ${branch} was at ${shortCommit(seen)} when this run was planned`;
        throw indexGone(`${what}, and is at ${shortCommit(commit)} now, which was not made from that`);
      }
    }
    seen = commit;
  }
  let follows = (clone, commit, before) => reached2(
    `The history of ${branch} could not be read`,
    () => clone.follows({ ref: `refs/heads/${branch}`, commit, before })
  );
  return {
    require: require2,
    async read(clone) {
      let tip = await readBranchHead(clone, branch);
      return await require2(clone, tip), tip;
    }
  };
}

// src/targets/pages/staging.ts
var STAGING = "refs/release-charts/staging/", OURS2 = /^\d{8}T\d{6}Z-[0-9a-z]+$/, DAY_MS2 = 24 * 36e5;
function openStaging2({ writer, reader, clock }) {
  let files = /* @__PURE__ */ new Map(), ref = `${STAGING}${timeStamp(clock.now())}-${Math.floor(clock.random() * 36 ** 8).toString(36)}`, sent = createMemo(), last = Promise.resolve(void 0);
  async function send(before) {
    let clone = await writer(), draft = {
      parent: before?.commit,
      files: new Map(files),
      message: "Staged by release-charts",
      at: clock.now()
    }, commit = await clone.commit(draft), push = (await clone.push(/* @__PURE__ */ new Map([[ref, commit]]))).get(ref);
    if (push?.result === "rejected") throw stagingRefused(push.reason, push.cause === "lost" ? AWAY2 : void 0);
    return reached2("What was staged could not be read back", async () => {
      let fresh = await reader(), tip = await fresh.fetchTip(ref, { contents: !0 });
      if (tip !== commit) throw stagingRefused(`it holds ${tip ?? "nothing"} where ${commit} was pushed`);
      return { commit, objects: new Map((await fresh.tree(tip)).map(({ path, object }) => [path, object])) };
    });
  }
  let sending = () => sent.get(() => {
    let next = last.then(send);
    return last = next.catch(() => {
    }), next;
  });
  return {
    put(more) {
      for (let [name, content] of more) files.set(name, content);
      sent.forget();
    },
    has: (file) => files.has(file),
    async read(file) {
      let { objects } = await sending(), object = objects.get(file);
      if (object === void 0) return;
      let fresh = await reader();
      return (await reached2(`${file} could not be read back`, () => fresh.blobs([object], 1 / 0))).get(object);
    },
    async leftovers() {
      let all = await (await writer()).refs(STAGING), yesterday = timeStamp(new Date(clock.now().getTime() - DAY_MS2)), isLeft = (name) => OURS2.test(name) && name < yesterday;
      return all.filter((each) => each === ref || isLeft(each.slice(STAGING.length)));
    }
  };
}
var AWAY2 = "The connection broke. Run again when the git server can be reached: nothing was published.";
function stagingRefused(reason, hint = "Give the job `permissions: { contents: write }`.") {
  return new ReleaseError("INDEX_UNREACHABLE", `Files could not be staged on the git server: ${reason}`, { hint });
}

// src/targets/pages/branch.ts
function openBranch(address, context) {
  let { branch, path } = address, { clock, git, facts } = context, indexName = `${INDEX2} on ${branch}`, at = (file) => path === "" ? file : `${path}/${file}`, writer = memoizeAsync(() => git.sideClone()), reader = memoizeAsync(() => git.sideClone()), staging = openStaging2({ writer, reader, clock }), staged = /* @__PURE__ */ new Map(), write = createBranchWriter({ branch, context, clone: writer }), continuity = createContinuity(branch), head = createMemo(), look = () => head.hold(reader().then((clone) => continuity.read(clone))), known = () => head.held() ?? look(), removal3 = (file) => `git switch ${branch} && git rm ${at(file)} && git commit -m "chore: remove ${file}" && git push`;
  async function stage(ref, files, chart) {
    let now = await known(), keys = chart ? [...keyFilesOf(chart).keys()].filter((file) => !now.files.has(at(file))) : [];
    for (let file of [...files.keys(), ...keys]) requireFree(now, at(file), at(file));
    requireSameArchive(now, ref, files.get(archiveNames(ref).archive)), chart && await requireOwnBeside(chart, files, neighboursAt(await reader(), now)), staged.set(keyOf(ref), new Map([...staged.get(keyOf(ref)) ?? [], ...files])), staging.put(files);
  }
  async function read(ref, file) {
    let own = staged.get(keyOf(ref));
    if (own?.has(file)) return staging.read(file);
    if (!own?.has(archiveNames(ref).archive))
      return readFile(await reader(), await known(), { path: at(file), maxBytes: MAX_ARCHIVE_BYTES });
  }
  let neighboursAt = (clone, tip) => ({
    read: (file) => readFile(clone, tip, { path: at(file), maxBytes: MAX_ARCHIVE_BYTES }),
    nameOf: (file) => `${at(file)} on ${branch}`,
    removal: removal3
  });
  async function requireOwn3(clone, tip, wanted) {
    for (let [path2, content] of wanted) {
      if (requireFree(tip, path2, path2), !tip.files.has(path2) || [at(INDEX2), at(INDEX_SIGNATURE)].includes(path2)) continue;
      let there = await readFile(clone, tip, { path: path2, maxBytes: MAX_ARCHIVE_BYTES });
      if (there && !isReplaceable(there, content)) throw notOurs(`${path2} on ${branch}`, removal3(basename2(path2)));
    }
  }
  let readSignature = (clone, tip) => readFile(clone, tip, { path: at(INDEX_SIGNATURE), maxBytes: MAX_SIGNATURE_BYTES });
  async function stateAt(clone, tip) {
    return { source: await readSource(clone, tip, at(INDEX2), indexName), signature: await readSignature(clone, tip) };
  }
  function changes({ index, signature, added, kept, keys }, { files }) {
    let wanted = /* @__PURE__ */ new Map(), put = (file, content, replace) => {
      let there = files.get(at(file));
      (!there || replace && !holds(there, content)) && wanted.set(at(file), content);
    };
    for (let ref of added)
      for (let [file, content] of staged.get(keyOf(ref)) ?? []) put(file, content, file !== archiveNames(ref).archive);
    for (let ref of kept) {
      let own = staged.get(keyOf(ref)) ?? /* @__PURE__ */ new Map();
      for (let [file, content] of own) put(file, content, !own.has(archiveNames(ref).archive));
    }
    for (let [file, content] of keys) put(file, content, !1);
    return index && wanted.set(at(INDEX2), index), signature && put(INDEX_SIGNATURE, signature, !0), wanted;
  }
  return {
    address: address.address,
    hides: "unlisted",
    url: servedAt(address, facts.repository),
    site: siteOf(address, facts),
    indexName,
    unloadable: address.unloadable,
    archiveUrl: (ref) => archiveUrl(ref, { kind: "beside" }),
    async preflight(refs) {
      let problems = await write.preflight();
      return problems.length > 0 ? problems : known().then((tip) => placeProblems(tip, refs), problemsIn);
    },
    async readIndex() {
      return readSource(await reader(), await look(), at(INDEX2), indexName);
    },
    readState: async () => stateAt(await reader(), await known()),
    readSignature: async () => readSignature(await reader(), await known()),
    removal: removal3,
    stage,
    read,
    readBeside: async (file) => readFile(await reader(), await known(), { path: at(file), maxBytes: MAX_ARCHIVE_BYTES }),
    has: async (_, file) => (await known()).files.has(at(file)),
    async publish(prepare) {
      let leftovers = staged.size > 0 ? await staging.leftovers() : [];
      await write.commit(async (clone, now) => {
        await continuity.require(clone, now);
        let publication = await prepare(await stateAt(clone, now));
        for (let ref of publication.added)
          requireSameArchive(now, ref, staged.get(keyOf(ref))?.get(archiveNames(ref).archive));
        let files = changes(publication, now);
        return await requireOwn3(clone, now, files), { files, message: messageOf(publication) };
      }, leftovers), head.forget();
    }
  };
  function requireSameArchive({ files }, ref, content) {
    let { archive } = archiveNames(ref), there = files.get(at(archive));
    if (there && content && !holds(there, content)) throw otherArchive(branch, at(archive));
  }
  function placeProblems(tip, refs) {
    let files = [INDEX2, INDEX_SIGNATURE, ...refs.flatMap((ref) => Object.values(archiveNames(ref)))], byObstacle = new Map(files.map((file) => [tip.paths.obstacleTo(at(file))?.path, at(file)]).reverse());
    return byObstacle.delete(void 0), [...byObstacle.values()].flatMap((path2) => problemsOf(() => requireFree(tip, path2, path2)));
  }
}
function problemsOf(check) {
  try {
    return check(), [];
  } catch (error) {
    return [asReleaseError(error)];
  }
}
function otherArchive(branch, path) {
  return new ReleaseError("CONFLICT_TAG_TAKEN", `${path} on ${branch} holds other content than this run made.`, {
    hint: "No index names it, and somebody may still download it: raise the version in Chart.yaml, or delete the file on the branch."
  });
}
function messageOf({ added, kept }) {
  let [refs, verb] = added.length > 0 ? [added, "Release"] : [kept, "Sign"], names = refs.map(({ name, version }) => `${name} ${version}`), subject = names.length === 1 ? `${verb} ${names[0]}` : `${verb} ${names.length} charts`;
  return names.length === 1 && subject.length <= 72 ? subject : `${verb} ${countText(names.length, "chart")}

${names.map((name) => `- ${name}`).join(`
`)}`;
}

// src/targets/pages/other-repository.ts
var DENIED = /returned error: 40[134]|answered 40[13]|repository .*not found|could not read (?:Username|Password)|Authentication failed|Permission to|Write access|not accessible by|was refused: /i;
function tellingOfToken(store, repository) {
  let told = (thrown) => {
    throw withToken(asReleaseError(thrown), repository);
  };
  return {
    ...store,
    preflight: async (refs) => (await store.preflight(refs)).map((problem) => withToken(problem, repository)),
    readIndex: () => store.readIndex().catch(told),
    readState: () => store.readState().catch(told),
    stage: (...staged) => store.stage(...staged).catch(told),
    read: (ref, file) => store.read(ref, file).catch(told),
    publish: (prepare) => store.publish(prepare).catch(told)
  };
}
function withToken(problem, repository) {
  let { code, message, at } = problem;
  if (!/^(?:INDEX_UNREACHABLE|GIT_DENIED|GITHUB_RELEASE_FAILED)$/.test(code) || !DENIED.test(message)) return problem;
  let [, name = ""] = repository.split("/");
  return new ReleaseError(code, `${repository}: ${message}`, {
    hint: `Check the name. If it is right, this token can't write there: that of a workflow writes to its own repository only. Give the step a \`pages-token\` that may write contents of ${repository}: that of a GitHub App (actions/create-github-app-token with \`repositories: ${name}\`), or a fine-grained one, from a secret.`,
    at,
    cause: problem
  });
}

// src/targets/github-releases/latest-release.ts
var never = async () => "false";
function createLatestRule(releases2, tagOf3) {
  let asked;
  return async ({ version }) => isPrerelease(version) ? "false" : (asked ??= releases2.latest().then((latest) => !latest || isChart(latest, tagOf3) ? "legacy" : "false"), asked);
}
function isPrerelease(version) {
  return (version.split("+")[0] ?? "").includes("-");
}
function isChart({ tag, assets }, tagOf3) {
  return assets.some(({ name: file }) => {
    let stem = file.endsWith(".tgz") ? file.slice(0, -4) : "";
    return [...stem.matchAll(/-/g)].some(
      ({ index }) => tagOf3({ name: stem.slice(0, index), version: stem.slice(index + 1) }) === tag
    );
  });
}

// src/targets/github-releases/draft-mark.ts
var MARK = /<!-- made by release-charts(?: ([0-9a-f]{16}))? -->$/, OUR_FILE = /^(.+)\.tgz(?:\.prov|(?:\.provenance)?\.sigstore\.json|\.release-charts\.json)?$/;
function marked(text5) {
  return `${text5}

<!-- made by release-charts ${stampOf(text5)} -->`.trimStart();
}
function isOurs({ body }) {
  return MARK.test(unified(body));
}
function isOnlyOurs({ body, assets, isDraft, wasPublished }) {
  let text5 = unified(body), stamp = MARK.exec(text5)?.[1], stems = new Set(assets.map(({ name }) => OUR_FILE.exec(name)?.[1])), hasOnlyOurFiles = stems.size < 2 && !stems.has(void 0);
  return isDraft && !wasPublished && hasOnlyOurFiles && stamp === stampOf(text5.replace(MARK, ""));
}

// src/targets/github-releases/release-list.ts
var MOST_ASKED = 20;
function createReleaseList(releases2) {
  let listed = createMemo(), list4 = () => listed.get(() => releases2.list());
  return {
    async find(tag, fits = () => !0) {
      let all = await list4(), own = all.releases.filter((release) => release.tag === tag), published2 = own.find(({ isDraft }) => !isDraft);
      return published2 || (own.find((one) => isOurs(one) && fits(one.body)) ?? (all.isWhole ? void 0 : releases2.find(tag)));
    },
    async published(tag) {
      let all = await list4();
      return all.releases.find((release) => release.tag === tag && !release.isDraft) ?? (all.isWhole ? void 0 : releases2.find(tag));
    },
    all: async () => (await list4()).releases.filter(({ isDraft }) => !isDraft),
    create: (draft) => releases2.createDraft({ ...draft, body: marked(draft.body) }),
    async problems() {
      try {
        return await list4(), [];
      } catch (error) {
        return [asReleaseError(error)];
      }
    },
    sweep: () => sweep(releases2)
  };
}
async function sweep(releases2) {
  let { releases: newest, isWhole } = await releases2.newest(), shown = new Set(newest.flatMap(({ tag, isDraft }) => isDraft ? [] : [tag])), drafts = newest.filter(isOnlyOurs), unclear = isWhole ? [] : drafts.filter(({ tag }) => !shown.has(tag)).slice(0, MOST_ASKED);
  for (let { tag } of unclear) await releases2.find(tag) && shown.add(tag);
  let left = drafts.filter(({ tag }) => shown.has(tag));
  for (let { id } of left) await releases2.deleteDraft(id);
  return left.map(({ tag }) => tag);
}

// src/targets/github-releases/release-problems.ts
function assetOccupied({ tag }, name, digests = {}) {
  let [found, made] = [digests.found, digests.made].map((digest2) => digest2 === void 0 ? "" : ` (${digest2})`), what = `The release ${tag} has another ${name}${found} than this run made${made}.`;
  return new ReleaseError("CONFLICT_TAG_TAKEN", what, {
    hint: "A published version is never overwritten: raise the version in Chart.yaml and run again."
  });
}
function sealed({ tag }, ref, { name, there }) {
  let file = name === archiveNames(ref).signature ? `signature (${name})` : name, how = there ? `with another ${file} than this run made` : `without its ${file}`, what = `The release ${tag} is immutable and was published ${how}`;
  return new ReleaseError("GITHUB_RELEASE_IMMUTABLE", `${what}, and GitHub takes no more files for it.`, {
    hint: `Set \`version\` in the Chart.yaml of ${ref.name} higher than ${ref.version}, commit, and run again: that version is released with all its files, and ${tag} is left as it is.`
  });
}
function renamed({ name }, wanted) {
  return new ReleaseError("GITHUB_RELEASE_FAILED", `GitHub stored ${wanted} under another name, ${name}.`, {
    hint: "Chart names and versions of plain letters, digits, dots and dashes keep their names."
  });
}
function gone({ name, version }, tag) {
  return new ReleaseError(
    "GITHUB_RELEASE_FAILED",
    `The release ${tag} for ${name} ${version} is not there, or not whole.`,
    {
      hint: "Somebody deleted it, or published it by hand, while this run worked: run again."
    }
  );
}
function spent({ name, version }, tag, cause) {
  let what = `The release ${tag} of ${name} ${version} was immutable and was deleted, and GitHub never gives its tag again.`;
  return new ReleaseError("GITHUB_RELEASE_IMMUTABLE", what, {
    hint: `Set \`version\` in the Chart.yaml of ${name} higher than ${version}, commit, and run again.`,
    cause
  });
}
function removal2(tag, file) {
  return `gh release delete-asset ${tag} ${file}`;
}

// src/targets/github-releases/uploads.ts
var MAX_DRAFTS = 3, MAX_NOTES = 1e5, notesOnly = { of: (_, notes) => notes, fits: () => !0 };
function openUploads({ releases: releases2, list: list4, tagOf: tagOf3, text: text5, generated }) {
  let open = /* @__PURE__ */ new Map();
  async function made({ ref, chart }) {
    let tag = tagOf3(ref);
    if (!chart) throw gone(ref, tag);
    let notes = notesOf(chart, await generated?.(chart));
    return list4.create({ tag, name: tag, body: text5.of(chart, notes), prerelease: isPrerelease(ref.version) });
  }
  async function fillAll(wanted, first) {
    let { ref } = wanted, release = first ?? await made(wanted);
    for (let count = 1; ; count += 1) {
      let filled = await fill(release, wanted);
      if (open.set(keyOf(ref), { ...wanted, release: filled ?? release }), filled) return filled;
      if (count === MAX_DRAFTS) throw gone(ref, tagOf3(ref));
      release = (wanted.chart ? void 0 : await releases2.find(tagOf3(ref))) ?? await made(wanted);
    }
  }
  async function fill(first, { ref, files }) {
    let release = first;
    for (let [name, content] of files) {
      let there = assetOf(release, name);
      if (there && await isSame2(releases2, there, content)) continue;
      if (there && release.isDraft) return;
      if (there) await makeRoom({ release, ref, there }, content);
      else if (release.isImmutable) throw sealed(release, ref, { name, there });
      let asset = await uploaded(release, name, content);
      if (!asset) return;
      release = { ...release, assets: [...release.assets.filter((one) => one !== there), asset] };
    }
    return release;
  }
  async function makeRoom({ release, ref, there }, content) {
    if (there.name === archiveNames(ref).archive && there.isUploaded) throw assetOccupied(release, there.name);
    if (release.isImmutable) throw sealed(release, ref, { name: there.name, there });
    await requireReplaceable(releases2, { release, there }, content), await releases2.deleteAsset(there.id);
  }
  async function uploaded(release, name, content) {
    let asset = await releases2.upload(release, name, content).catch(async (error) => {
      if (!(error instanceof ReleaseError)) throw error;
      let now = await releases2.get(release.id), there = now && assetOf(now, name);
      if (there && await isSame2(releases2, there, content)) return there;
      if (!(!now || there || now.isDraft !== release.isDraft))
        throw error;
    });
    if (asset && asset.name !== name) throw renamed(asset, name);
    return asset;
  }
  return {
    releaseOf: (ref) => open.get(keyOf(ref))?.release,
    async stage(ref, files, chart) {
      let before = open.get(keyOf(ref)), wanted = { ref, files: new Map([...before?.files ?? [], ...files]), chart: chart ?? before?.chart }, fits = (body) => !chart || text5.fits(body, chart);
      await fillAll(wanted, before?.release ?? await list4.find(tagOf3(ref), fits));
    },
    async again(ref) {
      let work = open.get(keyOf(ref));
      if (!work) throw gone(ref, tagOf3(ref));
      return fillAll(work, void 0);
    },
    shown(ref, release) {
      let work = open.get(keyOf(ref));
      work && open.set(keyOf(ref), { ...work, release });
    }
  };
}
async function requireReplaceable(releases2, { release: { tag }, there }, content) {
  if (there.isUploaded && !(there.size <= MAX_ARCHIVE_BYTES && isReplaceable(await releases2.download(there), content)))
    throw notOurs(`${there.name} of the release ${tag}`, removal2(tag, there.name));
}
function assetOf({ assets }, name) {
  return assets.find((asset) => asset.name === name);
}
async function isSame2(releases2, asset, content) {
  return !asset.isUploaded || asset.size !== content.length ? !1 : (asset.digest ?? digestOf(await releases2.download(asset))) === digestOf(content);
}
function notesOf({ notes, metadata }, generated) {
  let { description } = metadata, told = [notes, generated].filter((text5) => text5).join(`

`);
  return cut(told || (typeof description == "string" ? description : ""), MAX_NOTES);
}

// src/targets/github-releases/release-store.ts
function openReleaseStore({ repository, github: github2, address, neverLatest, text: text5 }, { facts, settings, log }) {
  let { releases: releases2 } = github2, tagOf3 = (ref) => settings.tagOf?.(ref) ?? missingTag(address), list4 = createReleaseList(releases2), latest = neverLatest ? never : createLatestRule(releases2, (ref) => settings.tagOf?.(ref)), versions = async (name) => (await list4.all()).flatMap((release) => versionsIn(release, name, tagOf3));
  async function generated(chart) {
    let below = (await versions(chart.name)).filter((version) => compareVersions(version, chart.version) < 0), [last] = below.sort((a, b) => compareVersions(b, a)), since = last === void 0 ? void 0 : tagOf3({ name: chart.name, version: last });
    return releases2.notesFor(tagOf3(chart), { commit: chart.revision, since });
  }
  let writer = settings.generateReleaseNotes ? generated : void 0, uploads = openUploads({ releases: releases2, list: list4, tagOf: tagOf3, text: text5, generated: writer });
  function download(asset) {
    if (asset.size > MAX_ARCHIVE_BYTES) throw tooLarge(asset);
    return releases2.download(asset);
  }
  async function read(ref, file) {
    let own = uploads.releaseOf(ref), asset = uploadedIn(own ?? await releases2.find(tagOf3(ref)), file);
    if (asset)
      return download(asset).catch(async (error) => {
        if (!own?.isDraft || !(error instanceof ReleaseError) || await releases2.get(own.id)) throw error;
        let now = uploadedIn(await uploads.again(ref), file);
        return now && download(now);
      });
  }
  async function reveal(ref) {
    let release = uploads.releaseOf(ref);
    if (!release) throw gone(ref, tagOf3(ref));
    if (seen.delete(tagOf3(ref)), !release.isDraft) return !1;
    let kind = await latest(ref), isOwn = !0, shown = await releases2.publish(release.id, kind).catch(async (error) => {
      let now = await afterRefusal(release, ref, error);
      return isOwn = now.isDraft, now.isDraft ? releases2.publish(now.id, kind) : now;
    });
    if (shown.isDraft || !assetOf(shown, archiveNames(ref).archive)) throw gone(ref, release.tag);
    return uploads.shown(ref, shown), isOwn;
  }
  async function afterRefusal(ours, ref, error) {
    if (!(error instanceof ReleaseError)) throw error;
    let shown = await releases2.find(ours.tag);
    if (!shown && /immutable/i.test(error.message))
      throw await releases2.deleteDraft(ours.id), spent(ref, ours.tag, error);
    if (!shown && await releases2.get(ours.id)) throw error;
    if (!shown) return uploads.again(ref);
    let { archive } = archiveNames(ref), [own, theirs] = [assetOf(ours, archive), assetOf(shown, archive)];
    if (!own || !theirs) throw error;
    if (theirs.size !== own.size || theirs.digest !== own.digest)
      throw assetOccupied(shown, archive, { found: theirs.digest, made: own.digest });
    return shown;
  }
  let seen = /* @__PURE__ */ new Map();
  async function published2(ref, file) {
    let asked = seen.get(tagOf3(ref)) ?? releases2.find(tagOf3(ref));
    return seen.set(tagOf3(ref), asked), uploadedIn(await asked, file);
  }
  return {
    tagOf: tagOf3,
    list: list4,
    versions,
    archiveUrl: (ref) => {
      let parts = [tagOf3(ref), archiveNames(ref).archive].map(encodeURIComponent);
      return [facts.serverUrl, repository, "releases/download", ...parts].join("/");
    },
    async problems(refs) {
      let denied = refs.length > 0 ? await github2.writeProblem() : void 0;
      return denied ? [denied] : list4.problems();
    },
    removal: (file, ref) => removal2(tagOf3(ref), file),
    stage(ref, files, chart) {
      return seen.delete(tagOf3(ref)), uploads.stage(ref, files, chart);
    },
    read,
    async readListed(ref, file) {
      let asset = await published2(ref, file);
      return asset && download(asset);
    },
    has: async (ref, file) => await published2(ref, file) !== void 0,
    async digestOf(ref, file) {
      let digest2 = (await published2(ref, file))?.digest;
      return isDigest(digest2) ? digest2 : void 0;
    },
    reveal,
    async isRevealed(ref) {
      let release = await releases2.find(tagOf3(ref));
      return release !== void 0 && !release.isDraft && assetOf(release, archiveNames(ref).archive) !== void 0;
    },
    sweep: () => sweep2(list4, log)
  };
}
function versionsIn({ tag, assets }, name, tagOf3) {
  return assets.flatMap(({ name: file }) => {
    let version = file.startsWith(`${name}-`) && file.endsWith(".tgz") ? file.slice(name.length + 1, -4) : "";
    return version !== "" && tagOf3({ name, version }) === tag ? [version] : [];
  });
}
function uploadedIn(release, file) {
  let asset = release && assetOf(release, file);
  return asset?.isUploaded ? asset : void 0;
}
async function sweep2(list4, log) {
  try {
    for (let tag of await list4.sweep())
      log.info(`Deleted a draft of the release ${tag}, which another run has published.`);
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    log.info(`Drafts that runs left could not be looked for: ${error.message}`);
  }
}
function missingTag(address) {
  throw new ReleaseError(
    "INPUT_CONFLICT",
    `The target ${address} makes a GitHub Release of each version, and releases need tags.`,
    {
      hint: address.startsWith("pages:") ? "Take `tag-template: none` out, or leave `?packages=releases` out." : "Take `tag-template: none` out, or take this target out of `targets`."
    }
  );
}
function tooLarge({ name, size }) {
  return new ReleaseError("FILE_TOO_LARGE", `${name} holds ${size} bytes; at most ${MAX_ARCHIVE_BYTES} are read.`);
}

// src/targets/pages/release-assets.ts
function openReleaseAssets(branch, { address, neverLatest }, context) {
  let { github: github2, facts } = context, place = { repository: facts.repository, github: github2, address, neverLatest, text: notesOnly }, { archiveUrl: archiveUrl2, stage, read, readListed, has, digestOf: digestOf2, isRevealed, sweep: sweep3, ...store } = openReleaseStore(
    place,
    context
  );
  return {
    ...branch,
    archiveUrl: archiveUrl2,
    stage,
    read,
    readListed,
    has,
    digestOf: digestOf2,
    isRevealed,
    sweep: sweep3,
    async preflight(refs) {
      refs[0] && store.tagOf(refs[0]);
      let problems = await branch.preflight([]);
      return problems.length > 0 ? problems : store.problems(refs);
    },
    removal: (file, ref) => ref ? store.removal(file, ref) : branch.removal(file),
    reveal: async (ref) => {
      await store.reveal(ref);
    }
  };
}

// src/targets/pages/pages.ts
var pages = {
  scheme: SCHEME3,
  example: "pages://gh-pages",
  summary: "An index.yaml on a branch, as GitHub Pages serves it, with the archives beside it or, with `?packages=releases`, as assets of GitHub Releases; with `?repository=owner/name` in another repository.",
  hasIndex: !0,
  makesReleases: (text5, own) => {
    let { asReleases, repository = own } = parseAddress3(text5);
    return asReleases && isSameRepository(repository, own);
  },
  check: (address) => {
    parseAddress3(address);
  },
  open: (address, context) => openIndexTarget(openPlace(parseAddress3(address), context), context)
};
function isSameRepository(one, other) {
  return one.toLowerCase() === other.toLowerCase();
}
function openPlace(address, context) {
  let { repository } = address, { facts, elsewhere } = context;
  if (repository === void 0 || isSameRepository(repository, facts.repository)) return openStore(address, context);
  if (!elsewhere) throw new ReleaseError("BUG_UNEXPECTED", `Nothing leads to ${repository}.`);
  let there = { ...context, ...elsewhere(repository), facts: { ...facts, repository } };
  return tellingOfToken(openStore(address, there), repository);
}
function openStore(address, context) {
  let branch = openBranch(address, context);
  return address.asReleases ? openReleaseAssets(branch, address, context) : branch;
}

// src/targets/releases/address.ts
var SCHEME4 = "releases://", HINT3 = "Write it like releases://owner/repository; ?latest=never may follow.", REPOSITORY2 = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}|[A-Za-z0-9_-]{0,98})\/(?!\.{1,2}$)[\w.-]{1,100}$/;
function parseAddress4(text5) {
  let address = text5.trim(), [place = "", query = "", ...more] = address.slice(SCHEME4.length).split("?");
  if (more.length > 0 || address.includes("#")) throw invalidAddress3(address, "holds more than one `?`, or a `#`");
  let repository = place.replace(/\/$/, "");
  if (!REPOSITORY2.test(repository)) throw invalidAddress3(address, `does not name a valid repository: "${repository}"`);
  return { address, repository, ...options3(address, query) };
}
function options3(address, query) {
  let all = [...new URLSearchParams(query)], unknown = all.find(([key]) => key !== "latest");
  if (unknown) throw invalidAddress3(address, `has an option "${unknown[0]}"; only latest is known`);
  if (all.length > 1) throw invalidAddress3(address, "has an option twice");
  let latest = all[0]?.[1];
  if (latest !== void 0 && latest !== "never")
    throw invalidAddress3(address, `has latest=${latest}; only latest=never is known`);
  return latest === void 0 ? {} : { neverLatest: !0 };
}
function invalidAddress3(address, found, hint = HINT3) {
  return new ReleaseError("TARGET_ADDRESS_INVALID", `The target ${address} ${found}`, { hint });
}

// src/targets/releases/record.ts
var RECORD = /<!-- release-charts (\{[^\n]{1,4000}\}) -->/g, MAX_TEXT4 = 256;
function withRecord(text5, chart) {
  let { digest: archive, fingerprint, revision, created, appVersion: appVersion2 } = chart, fields = { archive, fingerprint, revision, created: created.toISOString(), appVersion: appVersion2 }, json = JSON.stringify(fields).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  return `${text5}

<!-- release-charts ${json} -->`.trimStart();
}
function recordIn(text5) {
  let json = [...text5.matchAll(RECORD)].at(-1)?.[1], { archive, fingerprint, revision, created, appVersion: appVersion2 } = fieldsIn2(json ?? ""), at = new Date(typeof created == "string" ? created : Number.NaN);
  if (!(!isDigest(archive) || !isShort4(fingerprint) || Number.isNaN(at.getTime())) && !(typeof revision != "string" || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision)) && !(appVersion2 !== void 0 && !isShort4(appVersion2)))
    return { archive, fingerprint, revision, created: at, ...appVersion2 !== void 0 && { appVersion: appVersion2 } };
}
function isShort4(text5) {
  return typeof text5 == "string" && text5.length <= MAX_TEXT4;
}
function fieldsIn2(json) {
  try {
    let fields = JSON.parse(json);
    return isObject(fields) ? fields : {};
  } catch {
    return {};
  }
}

// src/targets/releases/problems.ts
function foreignRelease(tag, ref) {
  return pathOccupied(
    `The release ${tag} is there without ${archiveNames(ref).archive}, and this action did not make it`,
    "it is not added to",
    `Find out who made it. If nobody needs it, delete it and run again; its git tag stays: gh release delete ${tag}. If it is of something else, give charts tags of their own with \`tag-template\`.`
  );
}
function versionTaken2(tag, { name, version }, { found, made }) {
  let what = `The release ${tag} holds ${name} ${version} with ${found}, and this run made ${made}`;
  return new ReleaseError("CONFLICT_TAG_TAKEN", what, {
    hint: "A published version is never overwritten: raise the version in Chart.yaml and run again."
  });
}
function archiveLost(tag, ref, { found, made }) {
  let other = made ? `, and git packages ${made}, so that it can't be restored` : "", what = `The release ${tag} is to hold ${ref.name} ${ref.version} with ${found}, and ${archiveNames(ref).archive} is missing there${other}.`;
  return new ReleaseError("INDEX_ARCHIVE_MISSING", what, {
    hint: "Upload a copy of the archive with that digest again. Without one, raise `version` in Chart.yaml: a version is never published with other content."
  });
}
function otherBytes2(tag, ref, found, wanted) {
  let { archive } = archiveNames(ref), what = `The release ${tag} gives ${found} for ${archive}, which is to be ${wanted}`;
  return new ReleaseError("REGISTRY_DIGEST_MISMATCH", what, {
    hint: `Somebody replaced it. Find out who, delete it, and run again: what git packages is put in its place if it is what was published. gh release delete-asset ${tag} ${archive}`
  });
}

// src/targets/releases/releases-target.ts
function openReleasesTarget({ address, store, shown }) {
  let stored = /* @__PURE__ */ new Set(), folderOf2 = (ref) => store.archiveUrl(ref).replace(/\/[^/]*$/, ""), artifact = ({ name, version }, digest2) => {
    let ref = { name, version };
    return { ref, digest: digest2, repository: folderOf2(ref) };
  };
  async function find(ref, look = { signatures: !1 }) {
    let there = await shown.of(ref), { digest: digest2 = there?.record?.archive, record: record2 } = there ?? {};
    if (!there || digest2 === void 0) return { state: "absent" };
    look.archive && requireRecorded(ref, there);
    let isGone = there.digest === void 0, matters = mattersTo(look, record2?.fingerprint) ? look.isOurs : void 0, signed = look.signatures && !isGone ? await signedBeside(store, ref, digest2, matters) : "none", adoptions = signed !== "none" && !record2 && await adoptionsOf(store, ref, digest2), { fingerprint, appVersion: appVersion2, revision } = record2 ?? {};
    return {
      state: "present",
      digest: digest2,
      signed,
      ...adoptions && { adoptions },
      ...fingerprint !== void 0 && { fingerprint },
      ...appVersion2 !== void 0 && { appVersion: appVersion2 },
      ...revision !== void 0 && { revision },
      ...look.archive && isGone && { isMissing: !0 }
    };
  }
  async function stage(chart) {
    let there = await shown.now(chart);
    return requireRoom2(chart, there), there?.digest === void 0 && (stored.add(keyOf(chart)), await store.stage(chart, filesOf(chart), chart)), artifact(chart, chart.digest);
  }
  async function fetch({ ref, digest: digest2 }) {
    let { archive: file, provenance: beside } = archiveNames(ref), archive = await store.read(ref, file);
    if (!archive) throw archiveLost(store.tagOf(ref), ref, { found: digest2 });
    let found = digestOf(archive);
    if (found !== digest2) throw otherBytes2(store.tagOf(ref), ref, found, digest2);
    let provenance = await store.read(ref, beside), { fingerprint, revision, created } = (await shown.of(ref))?.record ?? {};
    return {
      digest: digest2,
      archive,
      archiveDigest: digest2,
      ...provenance && { provenance },
      ...fingerprint !== void 0 && { fingerprint },
      ...revision !== void 0 && { revision },
      ...created && { created }
    };
  }
  async function promote(one) {
    let { ref, digest: digest2 } = one, changed = stored.has(keyOf(ref)) && await store.reveal(ref), there = await shown.now(ref);
    if (there?.digest === void 0) throw archiveLost(store.tagOf(ref), ref, { found: digest2 });
    if (there.digest !== digest2) throw versionTaken2(there.tag, ref, { found: there.digest, made: digest2 });
    return { ...one, reference: store.archiveUrl(ref), changed };
  }
  return {
    address,
    hides: "hidden",
    signs: "archive",
    together: !1,
    follows: !0,
    reference: store.archiveUrl,
    async preflight(refs) {
      let problems = await store.problems(refs);
      return problems.length > 0 ? problems : (await Promise.all(refs.map((ref) => roomProblem(ref, shown)))).filter((problem) => problem !== void 0);
    },
    find: (ref, look) => find(ref, look).catch(unknownPresence),
    versions: store.versions,
    stage,
    adopt: (ref, { digest: digest2 }) => artifact(ref, digest2),
    attach: ({ ref }, { bundles }) => attachBeside(store, ref, bundles, store.archiveUrl(ref)),
    adoptions: ({ ref, digest: digest2 }) => adoptionsOf(store, ref, digest2),
    recordAdoption: (one, record2) => storeAdoption(store, one, record2),
    signatures: ({ ref }) => signaturesBeside(store, ref),
    fetch,
    finish: store.sweep,
    tidy: store.sweep,
    promote: (artifacts) => Promise.all(artifacts.map((one) => promote(one).catch(asReleaseError)))
  };
}
function requireRecorded(ref, { tag, digest: digest2, record: record2 }) {
  if (digest2 && record2 && digest2 !== record2.archive) throw otherBytes2(tag, ref, digest2, record2.archive);
}
function requireRoom2(chart, there) {
  if (!there) return;
  let { tag, digest: digest2, record: record2 } = there;
  if (digest2 && digest2 !== chart.digest) throw versionTaken2(tag, chart, { found: digest2, made: chart.digest });
  if (!digest2) {
    if (!record2) throw foreignRelease(tag, chart);
    if (record2.archive !== chart.digest) throw archiveLost(tag, chart, { found: record2.archive, made: chart.digest });
  }
}
async function roomProblem(ref, shown) {
  let there = await shown.of(ref);
  return there && !there.digest && !there.record ? foreignRelease(there.tag, ref) : void 0;
}

// src/targets/releases/shown.ts
function createShown(store, releases2) {
  let changed = /* @__PURE__ */ new Set();
  async function seen(ref, release) {
    if (!release) return;
    let asset = uploadedIn(release, archiveNames(ref).archive), record2 = recordIn(release.body);
    return { tag: release.tag, ...asset && { digest: await digestIn2(asset) }, ...record2 && { record: record2 } };
  }
  let digestIn2 = async (asset) => isDigest(asset.digest) ? asset.digest : digestOf(await releases2.download(asset)), now = async (ref) => (changed.add(store.tagOf(ref)), seen(ref, await releases2.find(store.tagOf(ref))));
  return {
    of: async (ref) => changed.has(store.tagOf(ref)) ? now(ref) : seen(ref, await store.list.published(store.tagOf(ref))),
    now
  };
}

// src/targets/releases/releases.ts
var releases = {
  scheme: SCHEME4,
  example: "releases://acme/charts",
  summary: "A GitHub Release for each version, under its git tag, with the archive and its signatures. Beside other targets it gets what is released from then on.",
  hasIndex: !1,
  makesReleases: () => !0,
  check: (address) => {
    parseAddress4(address);
  },
  open(address, context) {
    let parsed = parseAddress4(address);
    requireOwn2(parsed, context);
    let { github: github2 } = context, store = openReleaseStore({ ...parsed, github: github2, text: recorded }, context);
    return openReleasesTarget({ address: parsed.address, store, shown: createShown(store, github2.releases) });
  }
};
function requireOwn2({ address, repository }, { facts }) {
  if (repository.toLowerCase() === facts.repository.toLowerCase()) return;
  let found = `is of another repository than this one, ${facts.repository}`;
  throw invalidAddress3(address, found, `Write releases://${facts.repository}`);
}
var recorded = {
  of: (chart, notes) => withRecord(notes, chart),
  fits(text5, chart) {
    let record2 = recordIn(text5);
    return record2?.archive === chart.digest && record2.fingerprint === chart.fingerprint;
  }
};

// src/targets/bucket/archive-folders.ts
function folderOf(digest2) {
  return `${digest2.slice(7, 23)}/`;
}
function createFolders(base) {
  let placed = /* @__PURE__ */ new Map(), source, index;
  return {
    of(ref) {
      let own = placed.get(keyOf(ref));
      if (own !== void 0 || !source) return own ?? "";
      index ??= readIndex(source, "allow");
      let [url = ""] = index.find(ref)?.urls ?? [], file = url.startsWith(base) ? url.slice(base.length) : url, [folder = ""] = /^[0-9a-f]{16}\//.exec(file) ?? [];
      return file === folder + archiveUrl(ref, { kind: "beside" }) ? folder : "";
    },
    place: (ref, folder) => {
      placed.set(keyOf(ref), folder);
    },
    seen(next) {
      source = next, index = void 0;
    }
  };
}

// src/targets/bucket/bucket.ts
function keyIn({ prefix }, file) {
  return prefix === "" ? file : `${prefix}/${file}`;
}
function removalOf({ remove, name }, file) {
  return `${remove} ${name}/${file}`;
}

// src/targets/bucket/preflight.ts
import { Buffer as Buffer10 } from "node:buffer";
var PROBE = ".release-charts-probe-";
async function bucketProblems({ place, bucket, clock }) {
  if (!place.conditional) return [];
  let probe = `${PROBE}${Math.floor(clock.random() * 36 ** 10).toString(36)}`, key = keyIn(place, probe), object = { bytes: Buffer10.alloc(0), contentType: "text/plain", cacheControl: "no-cache" };
  if (await bucket.put(key, object, "never") !== "stored") return [];
  let left = await bucket.remove(key).then(
    () => !0,
    () => !1
  ) ? "" : `; the empty file ${probe} could not be taken away again`;
  return [unconditional(`${place.name} is in a store that writes without comparing (it ignores If-Match)${left}`)];
}

// src/targets/bucket/backoff.ts
var ATTEMPTS = 30, BACKOFF6 = { firstMs: 100, longestMs: 5e3, jitter: 1 };
function conditionFor2({ conditional }, seen) {
  return conditional ? seen ? { etag: seen.etag } : "absent" : "always";
}
async function untilWritten({ clock }, what, attempt) {
  for (let count = 1; count <= ATTEMPTS; count += 1) {
    let result = await attempt();
    if (result !== void 0) return result;
    await clock.sleep(backoffMs(BACKOFF6, count, clock));
  }
  throw new ReleaseError("INDEX_BUSY", `${what} was written by others ${ATTEMPTS} times in a row`, {
    hint: "Run again; a `concurrency` group keeps release runs apart."
  });
}

// src/targets/bucket/content-types.ts
var FOR_EVER = "public, max-age=31536000, immutable", CHECK_ALWAYS = "no-cache", HEADERS = [
  [".tgz", { contentType: "application/gzip", cacheControl: FOR_EVER }],
  [".tgz.prov", { contentType: "application/pgp-signature", cacheControl: CHECK_ALWAYS }],
  [".sigstore.json", { contentType: "application/vnd.dev.sigstore.bundle.v0.3+json", cacheControl: CHECK_ALWAYS }],
  ["index.yaml", { contentType: "text/yaml", cacheControl: CHECK_ALWAYS }]
], KEY = { contentType: "application/pgp-keys", cacheControl: CHECK_ALWAYS };
function objectOf(file, bytes) {
  let [, headers = KEY] = HEADERS.find(([end]) => file.endsWith(end)) ?? [];
  return { bytes, ...headers };
}

// src/targets/bucket/signed-write.ts
function openSignedWrite(writer) {
  let { bucket, place } = writer, key = (file) => keyIn(place, file), announced2 = /* @__PURE__ */ new Set();
  async function isStill(index) {
    let now = await bucket.get(key(INDEX2), MAX_INDEX_BYTES);
    return now !== void 0 && digestOf(now.bytes) === digestOf(index);
  }
  let pendingOf = async (index) => (await bucket.get(key(pendingName(index)), MAX_SIGNATURE_BYTES))?.bytes;
  async function isPending(index) {
    let there = await pendingOf(index);
    return there !== void 0 && isAbout(there, index);
  }
  async function requireNone(file, index) {
    let there = await pendingOf(index);
    if (there && !isAbout(there, index)) throw notOurs(`${place.name}/${file}`, removalOf(place, file));
  }
  return {
    async announce(index, signature) {
      let file = pendingName(index);
      await requireNone(file, index), await bucket.put(key(file), objectOf(file, signature), "always"), announced2.add(file);
    },
    async complete(index, signature) {
      announced2.add(pendingName(index)), await untilWritten(writer, `${place.name}/${INDEX_SIGNATURE}`, async () => {
        let there = await bucket.get(key(INDEX_SIGNATURE), MAX_SIGNATURE_BYTES);
        if (there && Buffer.from(there.bytes).equals(signature) || !await isStill(index)) return "done";
        let object = objectOf(INDEX_SIGNATURE, signature);
        return await bucket.put(key(INDEX_SIGNATURE), object, conditionFor2(place, there)) === "stored" ? "done" : void 0;
      });
    },
    async clear(replaced) {
      replaced && announced2.size > 0 && await isPending(replaced) && announced2.add(pendingName(replaced));
      for (let file of announced2) await bucket.remove(key(file)).catch(unlessDenied);
      announced2.clear();
    }
  };
}
function unlessDenied(error) {
  if (!(error instanceof ReleaseError) || error.code !== "STORE_DENIED") throw error;
}

// src/targets/bucket/write.ts
async function createIfAbsent(writer, file, bytes) {
  let { bucket, place } = writer, key = keyIn(place, file);
  return place.conditional ? untilWritten(writer, `${place.name}/${file}`, async () => {
    let put = await bucket.put(key, objectOf(file, bytes), "absent");
    if (put !== "conflict")
      return put === "stored" ? "done" : "taken";
  }) : await bucket.get(key, MAX_ARCHIVE_BYTES) ? "taken" : (await bucket.put(key, objectOf(file, bytes), "always"), "done");
}
async function writeBeside(writer, file, bytes) {
  let { bucket, place } = writer, key = keyIn(place, file);
  await untilWritten(writer, `${place.name}/${file}`, async () => {
    let there = await bucket.get(key, MAX_ARCHIVE_BYTES);
    if (there && digestOf(there.bytes) === digestOf(bytes)) return "done";
    if (there && !isReplaceable(there.bytes, bytes)) throw notOurs(`${place.name}/${file}`, removalOf(place, file));
    return await bucket.put(key, objectOf(file, bytes), conditionFor2(place, there)) === "stored" ? "done" : void 0;
  });
}
async function publishIndex(writer, { indexName, prepare }) {
  let { bucket, place, signs } = writer, key = keyIn(place, INDEX2), read = async (file) => (await bucket.get(keyIn(place, file), MAX_SIGNATURE_BYTES))?.bytes, signing = openSignedWrite(writer);
  await untilWritten(writer, indexName, async () => {
    let seen, readIndex3 = async () => (seen = await bucket.get(key, MAX_INDEX_BYTES), seen && { bytes: seen.bytes, file: indexName }), { index, signature, keys } = await prepare(await readState({ readIndex: readIndex3, read, signs }));
    for (let [name, bytes] of keys)
      await bucket.get(keyIn(place, name), MAX_ARCHIVE_BYTES) || await createIfAbsent(writer, name, bytes);
    if (index && signature && await signing.announce(index, signature), index && !await putIndex(writer, index, seen)) return;
    let there = index ?? seen?.bytes;
    return there && signature && await signing.complete(there, signature), await signing.clear(seen?.bytes), "done";
  });
}
async function putIndex({ bucket, place }, index, seen) {
  let key = keyIn(place, INDEX2);
  try {
    return await bucket.put(key, objectOf(INDEX2, index), conditionFor2(place, seen)) === "stored" && place.conditional ? !0 : await isThere(bucket, key, index);
  } catch (error) {
    if (asReleaseError(error).kind !== "remote") throw error;
    if (await isThere(bucket, key, index).catch(() => !1)) return !0;
    throw error;
  }
}
async function isThere(bucket, key, index) {
  let now = await bucket.get(key, MAX_INDEX_BYTES);
  return now !== void 0 && digestOf(now.bytes) === digestOf(index);
}

// src/targets/bucket/store.ts
function createBucketStore(repository, { writer, reader, clock, signs }) {
  let url = repository.url ?? repository.name, indexName = `${repository.name}/${INDEX2}`, base = repository.absoluteUrls ? `${url}/` : "", folders = createFolders(base), keyOf2 = (ref, file) => keyIn(repository, folders.of(ref) + file);
  async function readSource2() {
    let there = await (await reader()).get(keyIn(repository, INDEX2), MAX_INDEX_BYTES);
    return there && { bytes: there.bytes, file: indexName };
  }
  async function readBeside(file) {
    return (await (await reader()).get(keyIn(repository, file), MAX_SIGNATURE_BYTES))?.bytes;
  }
  async function read(ref, file) {
    return (await (await reader()).get(keyOf2(ref, file), MAX_ARCHIVE_BYTES))?.bytes;
  }
  async function storeArchive(ref, bytes, files) {
    let digest2 = digestOf(bytes), chart = { name: ref.name, version: ref.version, digest: digest2 }, bucket = await writer(), listed = folders.of(ref);
    for (let folder of listed === "" ? ["", folderOf(digest2)] : [listed]) {
      let file = folder + archiveNames(ref).archive, neighbours = neighboursIn(bucket, folder);
      if (folder === "" && !await isOwnBeside(chart, files, neighbours)) continue;
      await requireOwnBeside(chart, files, neighbours);
      let there = await createIfAbsent({ bucket, place: repository, clock }, file, bytes) === "taken" ? await bucket.get(keyIn(repository, file), MAX_ARCHIVE_BYTES) : { bytes };
      if (!(!there || digestOf(there.bytes) !== digest2)) {
        folders.place(ref, folder);
        return;
      }
    }
    throw swappedArchive(`${repository.name}/${folderOf(digest2)}${archiveNames(ref).archive}`);
  }
  let neighboursIn = (bucket, folder) => ({
    read: async (file) => (await bucket.get(keyIn(repository, folder + file), MAX_ARCHIVE_BYTES))?.bytes,
    nameOf: (file) => `${repository.name}/${folder}${file}`,
    removal: (file) => removalOf(repository, folder + file)
  });
  async function stage(ref, files) {
    let { archive } = archiveNames(ref), own = files.get(archive);
    own && await storeArchive(ref, own, files);
    let bucket = await writer();
    for (let [file, bytes] of files)
      file !== archive && await writeBeside({ bucket, place: repository, clock }, folders.of(ref) + file, bytes);
  }
  return {
    address: repository.address,
    // Who guesses the name of an archive can read it before the index lists it.
    hides: "unlisted",
    url,
    site: repository.url,
    indexName,
    unloadable: repository.unloadable,
    archiveUrl: (ref) => base + folders.of(ref) + archiveUrl(ref, { kind: "beside" }),
    async preflight() {
      try {
        return await readSource2(), await bucketProblems({ place: repository, clock, bucket: await writer() });
      } catch (thrown) {
        if (thrown instanceof ReleaseError && thrown.kind !== "bug") return [thrown];
        throw thrown;
      }
    },
    async readIndex() {
      let source = await readSource2();
      return folders.seen(source), source;
    },
    readState: () => readState({ readIndex: readSource2, read: readBeside, signs }),
    readSignature: () => readBeside(INDEX_SIGNATURE),
    removal: (file, ref) => removalOf(repository, (ref ? folders.of(ref) : "") + file),
    stage,
    read,
    readBeside: async (file) => (await (await reader()).get(keyIn(repository, file), MAX_ARCHIVE_BYTES))?.bytes,
    has: async (ref, file) => (await reader()).has(keyOf2(ref, file)),
    async publish(prepare) {
      await publishIndex({ bucket: await writer(), place: repository, clock, signs }, { indexName, prepare });
    }
  };
}
function swappedArchive(place) {
  return new ReleaseError("REGISTRY_DIGEST_MISMATCH", `${place} holds other bytes than its folder says`, {
    hint: "Somebody replaced it. Find out who, delete it, and run again."
  });
}

// src/targets/bucket/address.ts
var FOLDER = /^[\w.!*'()-]+$/, COMMON = {
  url: [isWebAddress, "an address such as https://charts.example.com"],
  urls: [(value2) => ["relative", "absolute"].includes(value2), "relative or absolute"],
  conditional: [(value2) => ["on", "off"].includes(value2), "on or off"],
  unloadable: [(value2) => value2 === "allow", "allow"]
};
function parseBucketAddress(text5, kind) {
  let address = text5.trim(), [path = "", query = "", ...more] = address.slice(kind.scheme.length).split("?"), [bucket = "", ...folders] = path.replace(/\/+$/, "").split("/");
  if (more.length > 0) throw invalidAddress4(kind, address, "holds two question marks");
  if (/[\s#]/.test(address)) throw invalidAddress4(kind, address, "holds a blank or a fragment (#\u2026)");
  if (bucket.includes("@")) throw invalidAddress4(kind, `${kind.scheme}\u2026@\u2026`, "holds a user", kind.login);
  if (!kind.bucket.test(bucket))
    throw invalidAddress4(kind, address, bucket === "" ? "names no bucket" : `names a bucket that can't be: ${bucket}`);
  let wrong = folders.find((folder) => !FOLDER.test(folder) || folder === "." || folder === "..");
  if (wrong !== void 0)
    throw invalidAddress4(kind, address, `has a prefix that web addresses can't hold as it is, at "${wrong}"`);
  let options4 = optionsIn(kind, address, query);
  if (options4.urls === "absolute" && options4.url === void 0)
    throw invalidAddress4(kind, address, "has urls=absolute, and no url");
  return { bucket, options: options4, place: placeOf2(kind, { address, path: [bucket, ...folders], options: options4 }) };
}
function placeOf2({ scheme, remove }, { address, path, options: options4 }) {
  return {
    address,
    name: `${scheme}${path.join("/")}`,
    prefix: path.slice(1).join("/"),
    ...options4.url !== void 0 && { url: options4.url.replace(/\/+$/, "") },
    absoluteUrls: options4.urls === "absolute",
    conditional: options4.conditional !== "off",
    ...options4.unloadable === "allow" && { unloadable: "allow" },
    remove
  };
}
function optionsIn(kind, address, query) {
  let known = new Map(Object.entries({ ...kind.options, ...COMMON })), found = /* @__PURE__ */ new Map();
  for (let [name, value2] of new URLSearchParams(query)) {
    let [isValid, what] = known.get(name) ?? [];
    if (!isValid)
      throw invalidAddress4(kind, address, `has the option "${name}"; known are ${[...known.keys()].join(", ")}`);
    if (found.has(name)) throw invalidAddress4(kind, address, `has the option ${name} twice`);
    if (!isValid(value2)) throw invalidAddress4(kind, address, `has ${name}=${value2}, which must be ${what}`);
    found.set(name, value2);
  }
  return Object.fromEntries(found);
}
function isWebAddress(text5) {
  if (!/^https?:\/\//.test(text5) || !URL.canParse(text5)) return !1;
  let { username, password, search, hash } = new URL(text5);
  return username === "" && password === "" && search === "" && hash === "";
}
function originOf(kind, { address, written: written2, variable }, plainHttp) {
  if (!isWebAddress(written2))
    throw invalidAddress4(kind, address, `is to be found at ${variable}, which holds no web address`);
  let { protocol, host: host2, hostname, origin } = new URL(written2), isAllowed = plainHttp.some((each) => [host2, hostname].includes(each.trim().toLowerCase()));
  if (protocol === "https:" || isLoopback(hostname) || isAllowed) return origin;
  let found = `has the endpoint ${origin}, which is plain HTTP`;
  throw invalidAddress4(kind, address, found, `Use https, or set plain-http: ${host2}`);
}
function invalidAddress4({ example }, address, found, hint) {
  return new ReleaseError("TARGET_ADDRESS_INVALID", `The target ${address} ${found}`, {
    hint: hint ?? `Write it like ${example}`
  });
}

// src/targets/s3/address.ts
var REGION = /^[a-z0-9-]{2,40}$/, ACLS = [
  "private",
  "public-read",
  "public-read-write",
  "authenticated-read",
  "aws-exec-read",
  "bucket-owner-read",
  "bucket-owner-full-control"
], S3 = {
  scheme: "s3://",
  example: "s3://my-charts/stable?region=eu-central-1",
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  bucket: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  login: "Credentials come from the environment, as aws-actions/configure-aws-credentials sets it.",
  remove: "aws s3 rm",
  options: {
    region: [(value2) => REGION.test(value2), "a region such as eu-central-1"],
    // Of a store that is not AWS.
    endpoint: [
      (value2) => isWebAddress(value2) && new URL(value2).pathname === "/",
      "an address such as https://minio.example.com"
    ],
    acl: [(value2) => ACLS.includes(value2), `one of ${ACLS.join(", ")}`]
  }
};
function parseAddress5(text5) {
  return parseBucketAddress(text5, S3);
}
function endpointOf2({ place: { address }, options: { endpoint } }, environment, plainHttp) {
  let written2 = endpoint ?? (environment.AWS_ENDPOINT_URL_S3 || environment.AWS_ENDPOINT_URL || void 0);
  if (written2 !== void 0)
    return originOf(S3, { address, written: written2, variable: "AWS_ENDPOINT_URL" }, plainHttp);
}

// src/targets/s3/s3.ts
var s3 = {
  scheme: "s3://",
  example: "s3://my-charts/stable?region=eu-central-1",
  summary: "Index and archives on S3 or a compatible store. Each is written only where nobody else did, the index last.",
  hasIndex: !0,
  check: (address) => {
    parseAddress5(address);
  },
  open(text5, context) {
    let address = parseAddress5(text5), { region, acl } = address.options, endpoint = endpointOf2(address, context.environment, context.settings.plainHttp), place = { bucket: address.bucket, region, endpoint, acl }, open = (http) => memoizeAsync(() => openBucket(place, http(), context)), [writer, reader] = [open(() => context.http), open(context.newHttp)], { clock, indexSigner } = context, store = createBucketStore(address.place, { writer, reader, clock, signs: indexSigner !== void 0 });
    return openIndexTarget(store, context);
  }
};
async function openBucket(place, http, { environment, secrets }) {
  return (await import("./sdk-PVDAON7E.js")).openBucket({ ...place, http, environment, secrets });
}

// src/targets/registry.ts
var targetDefinitions = [oci, pages, s3, directory, releases];
function hasIndex(address) {
  return definitionOf(address)?.hasIndex ?? !1;
}
function makesReleases(address, own) {
  return definitionOf(address)?.makesReleases?.(address, own) ?? !1;
}
function definitionOf(address) {
  return targetDefinitions.find(({ scheme }) => address.startsWith(scheme));
}
function openTarget(address, context) {
  let text5 = address.trim(), definition2 = definitionOf(text5);
  if (definition2) return definition2.open(text5, context);
  throw new ReleaseError("BUG_UNEXPECTED", `The target "${text5}" was not checked before it was opened`);
}
function openTargets(addresses, context) {
  let opened2 = addresses.map((address) => targetOrError(() => openTarget(address, context))), targets = opened2.filter((outcome) => !(outcome instanceof ReleaseError)), problems = [...opened2.filter((outcome) => outcome instanceof ReleaseError), ...namedTwice(targets)];
  if (problems.length > 0) throw new ReleaseErrors(problems);
  return targets;
}
function targetOrError(open) {
  try {
    return open();
  } catch (thrown) {
    if (thrown instanceof ReleaseError) return thrown;
    throw thrown;
  }
}
var SAME_OPTIONS = "Name it once, and with the same options (`?\u2026`) under `targets` of a chart.";
function namedTwice(targets) {
  let addresses = targets.map(({ address }) => address);
  return [...new Set(addresses.filter((address, index) => addresses.indexOf(address) !== index))].map(
    (address) => new ReleaseError("TARGET_DOUBLED", `The target ${address} is named twice`, { hint: SAME_OPTIONS })
  );
}

// src/inputs/table/target-address.ts
var allowed = `addresses such as ${targetDefinitions.map(({ example }) => `\`${example}\``).join(", ")}`;
function targetAddress(raw) {
  let address = typeof raw == "string" ? raw.trim().replace(/(?<=[^/:])\/+$/, "") : "";
  if (/^[^/]*\/\/[^/]*@/.test(address))
    return { allowed, found: "an address with a user name in it", hint: "Log in with `registry-username` and `registry-password`, or in an earlier step." };
  let definition2 = definitionOf(address);
  return definition2 === void 0 ? { allowed, hint: schemeHint(address) } : checked3(address, definition2);
}
function checked3(address, definition2) {
  try {
    return definition2.check(address), { value: address };
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    let why = [`${error.message}.`, error.hint].filter((part) => part !== void 0).join(" ");
    return { allowed, found: quotedValue(address), hint: why };
  }
}
function schemeHint(address) {
  if (/^[\w.-]+(:\d+)?\/[\w./-]+$/.test(address)) return `Did you mean \`oci://${address}\`?`;
  let start = /^[a-z][a-z0-9+.-]*:\/*/i.exec(address)?.[0], near = start === void 0 ? void 0 : nearest(
    start,
    targetDefinitions.map(({ scheme }) => scheme)
  );
  return near === void 0 ? void 0 : `Did you mean \`${near}\`?`;
}

// src/inputs/table/release-inputs.ts
var releaseInputs = {
  mode: {
    description: "What to do. `release`: release what changed. `plan`: decide and report, change nothing. `check`: for pull requests, fail where a chart needs a higher version.",
    default: "`release`",
    parse: oneOf(["release", "plan", "check"]),
    fallback: () => "release",
    visibility: "plan"
  },
  charts: {
    description: "Folders that hold charts: globs from the repository root, one per line. A chart at the root is `.`.",
    default: "`charts/*`",
    parse: list(folderGlob),
    fallback: () => ["charts/*"],
    config: "list",
    visibility: "plan"
  },
  exclude: {
    description: "Folders that `charts` matches and that are left out all the same: globs, one per line.",
    default: "none",
    parse: list(folderGlob),
    fallback: () => [],
    config: "list",
    visibility: "plan"
  },
  targets: {
    description: "Where charts are published, one address a line, in the order of publication: `oci://host/path`.",
    default: "`oci://ghcr.io/<owner>/charts`",
    parse: list(targetAddress),
    fallback: defaultTargets,
    config: "list",
    visibility: "plan"
  },
  bump: {
    description: `How the version of a chart moves when its content changed and nobody moved it: ${bumpSummary}.`,
    default: `\`${defaultBump}\`; \`manual\` where settings of chart-releaser are read`,
    parse: bumpSetting,
    fallback: () => defaultBump,
    config: "text",
    visibility: "plan"
  },
  "zero-major": {
    description: "What a breaking change moves before version 1.0.0: `minor`, as semantic versioning has it, or `major`.",
    default: "`minor`",
    parse: zeroMajor,
    fallback: () => "minor",
    config: "text",
    visibility: "plan"
  },
  "too-low": {
    description: "What a release does with a version that was raised by hand, and by less than `bump` asks for: `warn` and take it, or `fail`. `mode: check` always fails.",
    default: "`warn`",
    parse: oneOf(["warn", "fail"]),
    fallback: () => "warn",
    config: "text",
    visibility: "plan"
  },
  "require-bump": {
    description: "With `mode: check`, fail where a chart changed and nobody raised its version. `false` where the release raises it after the merge, or somebody in a later commit.",
    default: "`true`; `false` for charts with `bump: manual`",
    parse: boolean,
    fallback: () => !0,
    config: "boolean",
    visibility: "plan"
  },
  "app-version": {
    description: "What `appVersion` becomes with a release: a literal, `sha`, `tag`, or `values:<path>` for a value of values.yaml such as `values:image.tag`; of several paths with commas between them the first gives it. Charts that lack the value keep what they have.",
    default: "as Chart.yaml has it",
    parse: appVersion,
    fallback: () => ({ rule: "keep" }),
    text: appVersionText,
    config: "text",
    visibility: "plan"
  },
  "app-tag-pattern": {
    description: "Glob of the git tags that version the application, for `app-version: tag` and for runs on such a tag. A run for one of a pre-release releases charts as pre-releases.",
    default: "`v*`",
    parse: text((value2) => /^[^\s~^:\\]+$/.test(value2) ? void 0 : "a glob of tag names, such as `v*`"),
    fallback: () => "v*",
    config: "text",
    visibility: "plan"
  },
  commit: {
    description: "How a version bump gets back to git. `push`: as a commit on the branch. `pull-request`: as one pull request, kept up to date; merging it releases. `none`: not at all; only the package has the new version.",
    default: "`push`",
    parse: oneOf(["push", "pull-request", "none"]),
    fallback: () => "push",
    config: "text",
    visibility: "plan"
  },
  "verified-commits": {
    description: "Push version bumps through GitHub\u2019s API, which signs them: they are shown as verified, and made by who `github-token` belongs to.",
    default: "where the branch requires signed commits",
    parse: boolean,
    fallback: nothing,
    config: "boolean",
    visibility: "plan"
  },
  "release-notes": {
    description: "Where a bump writes what changed, beside the summary; one per line. `changelog`: a section in the chart\u2019s CHANGELOG.md. `artifacthub`: the annotation `artifacthub.io/changes`.",
    default: "the summary only",
    parse: list(oneOf(["changelog", "artifacthub"])),
    fallback: () => [],
    config: "list",
    visibility: "plan"
  },
  "tag-template": {
    description: "Name of the git tag that claims each release, made of `{{ .Name }}` and `{{ .Version }}`; `none` for no tags.",
    default: "`{{ .Name }}-{{ .Version }}`",
    parse: tagTemplate,
    fallback: () => "{{ .Name }}-{{ .Version }}",
    text: (template) => template || "none",
    config: "text",
    visibility: "plan"
  },
  "version-from-tag": {
    description: "On a run for a tag of `tag-template`, take the version from the tag even where Chart.yaml says another, as `helm package --version` does.",
    default: "`false`",
    parse: boolean,
    fallback: () => !1,
    config: "boolean",
    visibility: "plan"
  },
  adopt: {
    description: "Sign versions that another tool published, where their files are equal to what this repository packages, and record that beside them, so that later runs need not compare them again.",
    default: "`false`",
    parse: boolean,
    fallback: () => !1,
    config: "boolean",
    visibility: "plan"
  }
};
function defaultTargets(environment) {
  let server = environment.GITHUB_SERVER_URL || "https://github.com", owner = environment.GITHUB_REPOSITORY_OWNER || environment.GITHUB_REPOSITORY?.split("/")[0] || "";
  if (server === "https://github.com" && owner !== "") return [`oci://ghcr.io/${owner.toLowerCase()}/charts`];
  let why = owner === "" ? "the owner of the repository is not known" : `this repository is on ${server}, not on github.com`;
  throw new ReleaseError("INPUT_MISSING", `The input \`targets\` has no default here: ${why}.`, {
    hint: "targets: oci://registry.example.com/charts"
  });
}

// src/inputs/table/signing-inputs.ts
var signingInputs = {
  sign: {
    description: "Signatures. `keyless`: with the identity of this workflow (needs `id-token: write`). `none`: unsigned.",
    default: "`keyless`",
    parse: orSwitch("sign", oneOf(["keyless", "none"])),
    fallback: () => "keyless",
    config: "text",
    visibility: "plan"
  },
  "sign-index": {
    description: "Also sign the index of each target that has one: `index.yaml.sigstore.json` beside `index.yaml`, renewed with every write of it.",
    default: "`false`",
    parse: boolean,
    fallback: () => !1,
    config: "boolean",
    visibility: "plan"
  },
  provenance: {
    description: "With `sign: keyless`: sign how each package was built (SLSA provenance), for `gh attestation verify`. It is stored beside the signatures, and with GitHub if the job has `attestations: write`.",
    default: "`true`",
    parse: boolean,
    fallback: () => !0,
    config: "boolean",
    visibility: "plan"
  },
  "public-log": {
    description: "Signing writes the name of the repository and the workflow to a public log for ever. `true` agrees to that for a private repository.",
    default: "public repositories only",
    parse: boolean,
    fallback: nothing,
    config: "boolean",
    visibility: "plan"
  },
  "sigstore-signing-config": {
    description: "Services of a private Sigstore: a signing configuration (v0.2), as a file in the workspace or as its JSON.",
    default: "the public Sigstore",
    parse: text(),
    fallback: nothing,
    config: "text",
    visibility: "messages"
  },
  "sigstore-trusted-root": {
    description: "Keys of a private Sigstore: a trusted root, as a file in the workspace or as its JSON.",
    default: "the public Sigstore",
    parse: text(),
    fallback: nothing,
    config: "text",
    visibility: "messages"
  },
  "sigstore-timeout": {
    description: "How long to keep trying while Sigstore is away, such as `90s` or `10m`; then the run fails, unsigned and unpublished.",
    default: "`10m`",
    parse: duration,
    fallback: () => 6e5,
    config: "text",
    visibility: "messages"
  },
  "gpg-private-key": {
    description: "An OpenPGP key that signs Helm provenance (`.prov`) beside the keyless signatures: armored, or in base64; give it from a secret.",
    default: "no provenance files",
    parse: text(),
    fallback: nothing,
    visibility: "secret"
  },
  "gpg-passphrase": {
    description: "What unlocks `gpg-private-key`; give it from a secret.",
    default: "empty",
    parse: text(),
    fallback: nothing,
    visibility: "secret"
  }
};

// src/inputs/table/table.ts
var inputs = {
  ...releaseInputs,
  ...proposalInputs,
  ...notesInputs,
  ...lintInputs,
  ...placeInputs,
  ...signingInputs,
  ...accessInputs,
  ...handoverInputs
}, inputTable = inputs;
function readInputs(read) {
  let settings = Object.entries(inputTable).map(([name, entry]) => ({ name, entry, ...read(name, entry) })), byName2 = (of) => Object.fromEntries(settings.map((setting) => [camelCase(setting.name), of(setting)])), decisive = settings.filter(({ entry }) => entry.visibility === "plan");
  return {
    values: byName2(({ value: value2 }) => value2),
    sources: byName2(({ source }) => source),
    effective: Object.fromEntries(
      decisive.map(({ name, entry, value: value2, source }) => [name, { value: valueText(entry, value2), source }])
    )
  };
}
var configurable = Object.entries(inputTable).filter(([, { config }]) => config !== void 0).map(([name]) => name), publicInputs = Object.entries(inputTable).filter(([, { isInternal }]) => !isInternal).map(([name]) => name), secretInputs = Object.entries(inputTable).filter(([, { visibility }]) => visibility === "secret").map(([name]) => name);
function camelCase(name) {
  return name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
function valueText(entry, value2) {
  return value2 === void 0 ? "" : entry.text ? entry.text(value2) : Array.isArray(value2) ? value2.join(", ") : String(value2);
}

export {
  nearest,
  quotedValue,
  text,
  oneOf,
  list,
  duration,
  folderGlob,
  isFolderInside,
  host,
  CI_VALUES,
  nothing,
  meantBySwitch,
  meantByBoolean,
  valuesGlob,
  kubeVersion,
  fileInChart,
  nextVersion,
  byLevel,
  asPreRelease,
  isPreRelease,
  levelBetween,
  versionsOnLine,
  findingWords,
  frozenAppVersion,
  valueAt,
  chartSide,
  packagedSide,
  bumpNames,
  bumpSummary,
  decideBump,
  needsOf,
  findingsThatCount,
  allowsBump,
  isByHand,
  judgesVersions,
  fixedLevelOf,
  chartFindings,
  commitFindings,
  tagOf,
  tagParts,
  versionIn,
  refProblem,
  bumpSetting,
  appVersion,
  isObject,
  member,
  createTreePaths,
  INDEX_SIGNATURE,
  MAX_SIGNATURE_BYTES,
  pendingName,
  isAbout,
  isReplaceable,
  createOwnWrites,
  openRegistry,
  isMergedRef,
  conflictingRef,
  nameConflict,
  hasIndex,
  makesReleases,
  openTarget,
  openTargets,
  releaseInputs,
  sharedFileIn,
  accessInputs,
  POSTPONE_LABEL,
  everyTarget,
  signsAnything,
  inputs,
  inputTable,
  readInputs,
  configurable,
  secretInputs,
  camelCase
};
