import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  external_exports
} from "./chunk-6DW4K5NA.js";
import {
  nameProblem,
  parseVersion
} from "./chunk-KPEBNB2V.js";
import "./chunk-DW3HCCUW.js";
import {
  ReleaseError,
  errorCodes
} from "./chunk-72EAIUZW.js";
import "./chunk-RXEKE72Z.js";

// src/pipeline/handover/format.ts
var MAX_CHARTS = 5e3, MAX_ARCHIVE_BYTES = 128 * 1024 * 1024, MAX_TOTAL_BYTES = 4 * 1024 * 1024 * 1024, MAX_TEXT = 1e5, text = external_exports.string().max(MAX_TEXT), commit = external_exports.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/), count = external_exports.number().int().min(1).max(1e7), place = external_exports.strictObject({ file: text, line: count.optional(), column: count.optional() }), codes = Object.keys(errorCodes), problem = external_exports.strictObject({ code: external_exports.enum(codes), message: text, hint: text.optional(), at: place.optional() }), kinds = ["values", "schema", "rendered", "metadata", "dependencies", "templates", "files", "commits"], finding = external_exports.strictObject({
  level: external_exports.enum(["major", "minor", "patch", "none"]),
  kind: external_exports.enum(kinds),
  rule: text,
  subject: text,
  text,
  was: text.optional(),
  is: text.optional(),
  at: place.optional()
}), name = external_exports.string().refine((value) => nameProblem(value) === void 0), version = external_exports.string().refine((value) => parseVersion(value) !== void 0), handover = external_exports.strictObject({
  schema: external_exports.literal(1),
  run: external_exports.strictObject({ repository: text, runId: text, sha: commit }),
  head: commit,
  bumpedAt: external_exports.number().int().min(0).max(864e7),
  helm: external_exports.string().regex(/^[\w.+-]{1,100}$/),
  evidence: external_exports.array(external_exports.strictObject({ key: text, findings: external_exports.array(finding).optional(), problem: problem.optional() })).max(MAX_CHARTS),
  comparisons: external_exports.array(external_exports.strictObject({ key: text, same: external_exports.boolean() })).max(MAX_CHARTS),
  packages: external_exports.array(
    external_exports.strictObject({
      name,
      version,
      digest: external_exports.string().regex(/^sha256:[0-9a-f]{64}$/),
      bytes: external_exports.number().int().min(1).max(MAX_ARCHIVE_BYTES)
    })
  ).max(MAX_CHARTS),
  failed: external_exports.array(external_exports.strictObject({ path: text, problem })).max(MAX_CHARTS)
});
function readHandoverJson(json) {
  let parsed = handover.safeParse(dataIn(json));
  if (!parsed.success) throw malformed(parsed.error.issues[0]?.path.map(String).join(".") || "all of it");
  let { run, head, helm, bumpedAt, ...data } = parsed.data, packages = data.packages.map((one) => ({ ...one, digest: one.digest })), names = new Set(packages.map((one) => `${one.name}-${one.version}`)), total = packages.reduce((sum, { bytes }) => sum + bytes, 0);
  if (names.size !== packages.length || total > MAX_TOTAL_BYTES) throw malformed("packages");
  return {
    run,
    head,
    helm,
    packages,
    bumpedAt: new Date(bumpedAt * 1e3),
    evidence: new Map(
      data.evidence.map(({ key, findings, problem: why }) => [
        key,
        why ? problemOf(why) : findings ?? []
      ])
    ),
    comparisons: new Map(data.comparisons.map(({ key, same }) => [key, same])),
    failed: new Map(data.failed.map(({ path, problem: why }) => [path, problemOf(why)]))
  };
}
function dataIn(bytes) {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return;
  }
}
function problemOf({ code, message, hint, at }) {
  return new ReleaseError(code, message, { hint, at });
}
function malformed(where) {
  return new ReleaseError(
    "HANDOVER_INVALID",
    `What the build job handed over has another form (${where.slice(0, 80)}).`,
    {
      hint: "Run the whole workflow again. If that does not help, report it."
    }
  );
}
export {
  readHandoverJson
};
