import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  archiveNames
} from "./chunk-NDMRHR7U.js";
import {
  ReleaseError
} from "./chunk-72EAIUZW.js";

// src/targets/index/release-files.ts
var MAX_ARCHIVE_BYTES = 100 * 1024 * 1024;
function filesOf(chart) {
  let { archive, provenance } = archiveNames(chart), text = chart.provenance?.text;
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

// src/targets/bucket/errors.ts
function storeRefusal({ method, object }, { status, code }, hint) {
  let answer = `${status}${/^[A-Za-z]{3,60}$/.test(code) ? ` ${code}` : ""}`;
  if (status === 401 || status === 403) {
    let verb = { GET: "read", PUT: "write", DELETE: "delete" }[method];
    return new ReleaseError("STORE_DENIED", `The store does not let this run ${verb} ${object} (${answer})`, { hint });
  }
  return status === 501 && method === "PUT" ? unconditional(`The store does not know conditional writes (${answer} for ${object})`) : new ReleaseError("STORE_FAILED", `The store answered ${answer} to ${method} ${object}`, { hint });
}
function unconditional(message) {
  return new ReleaseError("STORE_UNCONDITIONAL", message, {
    hint: "Two runs at once could lose an entry of the index there. Take a store with If-Match and If-None-Match for PUT; or add conditional=off to the target, and keep release runs apart with a `concurrency` group."
  });
}

export {
  MAX_ARCHIVE_BYTES,
  filesOf,
  KEYRING,
  keyFilesOf,
  keyOf,
  storeRefusal,
  unconditional
};
