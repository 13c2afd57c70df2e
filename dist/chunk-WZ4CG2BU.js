import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  namesOf
} from "./chunk-FEGEPA2X.js";
import {
  ReleaseError
} from "./chunk-JFG5JQUC.js";

// src/targets/index/release-files.ts
var MAX_ARCHIVE_BYTES = 100 * 1024 * 1024;
function filesOf(chart) {
  let { archive, provenance } = namesOf(chart), text = chart.provenance?.text;
  return new Map([[archive, chart.archive], ...text ? [[provenance, text]] : []]);
}
var KEYRING = "pubkey.gpg";
function keyFilesOf({ provenance }) {
  let key = provenance?.publicKey;
  return key ? /* @__PURE__ */ new Map([
    [KEYRING, key.binary],
    ["pubkey.asc", Buffer.from(key.armored)]
  ]) : /* @__PURE__ */ new Map();
}
function keyOf({ name, version }) {
  return `${name} ${version}`;
}

// src/targets/s3/failure.ts
function refusalOf(asked, refusal) {
  let { status, code } = refusal, place = `s3://${asked.bucket}/${asked.key}`, answer = `${status}${/^[A-Za-z]{3,60}$/.test(code) ? ` ${code}` : ""}`, details = { hint: hintFor(asked, refusal) };
  if (status === 401 || status === 403) {
    let verb = { GET: "read", PUT: "write", DELETE: "delete" }[asked.method];
    return new ReleaseError("STORE_DENIED", `The store does not let this run ${verb} ${place} (${answer})`, details);
  }
  return status === 501 && asked.method === "PUT" ? new ReleaseError(
    "STORE_UNCONDITIONAL",
    `The store does not know conditional writes (${answer} for ${place})`,
    {
      hint: UNCONDITIONAL_HINT
    }
  ) : new ReleaseError("STORE_FAILED", `The store answered ${answer} to ${asked.method} ${place}`, details);
}
var UNCONDITIONAL_HINT = "Two runs at once could lose an entry of the index there. Take a store with If-Match and If-None-Match for PUT; or add conditional=off to the target, and keep release runs apart with a `concurrency` group.";
function hintFor({ method, bucket, key }, { status, code, region }) {
  let folder = key.includes("/") ? key.slice(0, key.lastIndexOf("/") + 1) : "";
  if (/Expired/.test(code))
    return "The credentials ended: move aws-actions/configure-aws-credentials nearer to this step.";
  if (/InvalidAccessKeyId|SignatureDoesNotMatch|InvalidToken/.test(code))
    return "The store does not take these credentials: check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.";
  if (code === "RequestTimeTooSkewed")
    return "The clock of the runner is wrong: set it, e.g. with `timedatectl set-ntp true`.";
  if (status === 403 && method === "GET")
    return `Without the right to list a bucket, S3 answers 403 for what is not there too, so this run can't know: allow s3:ListBucket on arn:aws:s3:::${bucket} and s3:GetObject on arn:aws:s3:::${bucket}/${folder}*.`;
  if (status === 403 && method === "PUT")
    return `Allow s3:PutObject on arn:aws:s3:::${bucket}/${folder}*; with acl= in the target s3:PutObjectAcl too.`;
  if (code === "NoSuchBucket") return "Create the bucket first, or correct its name.";
  if (code === "AccessControlListNotSupported") return "The bucket takes no ACLs: take acl= out of the target.";
  if (region !== void 0 && /^[a-z0-9-]+$/.test(region))
    return `The bucket is in another region: add region=${region} to the target.`;
  if (status === 429 || status === 503) return "The store asks for fewer requests. Run again later.";
}
function noCredentials(bucket, words) {
  let said = words.split(`
`, 1)[0]?.slice(0, 200) ?? "";
  return new ReleaseError("STORE_CREDENTIALS_MISSING", `There are no credentials for s3://${bucket}: ${said}`, {
    hint: "Add a step with aws-actions/configure-aws-credentials before this one, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in its `env`."
  });
}
function noRegion(bucket) {
  return new ReleaseError("TARGET_ADDRESS_INVALID", `Nothing says in which region the bucket ${bucket} is`, {
    hint: `Write the target like s3://${bucket}?region=eu-central-1, or set AWS_REGION.`
  });
}

export {
  MAX_ARCHIVE_BYTES,
  filesOf,
  KEYRING,
  keyFilesOf,
  keyOf,
  refusalOf,
  UNCONDITIONAL_HINT,
  noCredentials,
  noRegion
};
