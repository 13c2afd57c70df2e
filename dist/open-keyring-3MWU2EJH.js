import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  readCleartextMessage,
  readKeys,
  verify
} from "./chunk-KXAMEVC3.js";
import {
  ReleaseError
} from "./chunk-72EAIUZW.js";
import "./chunk-RXEKE72Z.js";

// src/provenance/keyring.ts
var MAX_BYTES = 4 * 1024 * 1024, MAX_KEYS = 1e3, ARMOR = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
async function openKeyring(bytes) {
  if (bytes.length > MAX_BYTES) throw invalid(`is larger than ${MAX_BYTES} bytes`);
  let keys = await read(bytes);
  if (keys.length === 0) throw invalid("does not contain a key");
  if (keys.length > MAX_KEYS) throw invalid(`contains ${keys.length} keys, more than ${MAX_KEYS}`);
  if (keys.some((key) => key.isPrivate())) throw invalid("contains a private key");
  return keys;
}
async function read(bytes) {
  let blocks = Buffer.from(bytes).toString("latin1").split(ARMOR).slice(1);
  try {
    return blocks.length === 0 ? await readKeys({ binaryKeys: bytes }) : (await Promise.all(blocks.map((block) => readKeys({ armoredKeys: ARMOR + block })))).flat();
  } catch {
    throw invalid("is not an OpenPGP keyring");
  }
}
function keyringMissing(path) {
  return invalid(`${path} is not there`);
}
function invalid(what) {
  return new ReleaseError("GPG_KEYRING_INVALID", `The keyring ${what}.`, {
    hint: "Give the public keys that charts are signed with: what `gpg --export --armor <key id>` prints, or a file with what `gpg --export <key id>` writes."
  });
}

// src/provenance/verify-provenance.ts
var MAX_BYTES2 = 1024 * 1024, START = "-----BEGIN PGP SIGNED MESSAGE-----", FILE = /^[ \t]+(?<quote>["']?)(?<name>[^\s"']+)\k<quote>:[ \t]+["']?(?<digest>[\w:+-]{1,200})["']?[ \t]*$/;
async function verifyProvenance(prov, file, { keys, now }) {
  let text = Buffer.from(prov).toString();
  if (prov.length > MAX_BYTES2) return { why: `it is larger than ${MAX_BYTES2} bytes` };
  if (!text.startsWith(START) || text.split(START).length !== 2) return { why: "it is not one signed message" };
  let message = await readCleartextMessage({ cleartextMessage: text }).catch(() => {
  });
  if (!message) return { why: "it is damaged" };
  let signer = await signerOf(message, keys, now);
  if ("why" in signer) return signer;
  let why = fileProblem(message.getText(), file);
  return why === void 0 ? signer : { why };
}
async function signerOf(message, keys, now) {
  let { signatures } = await verify({ message, verificationKeys: [...keys], date: now }), [signature] = signatures;
  if (!signature || signatures.length !== 1) return { why: `it has ${signatures.length} signatures` };
  let id = signature.keyID, key = keys.find((one) => one.getKeys(id).length > 0);
  if (!key) return { why: `the key ${id.toHex().toUpperCase()} that signed it is not in the keyring`, isForeign: !0 };
  let why = await keyProblem(key, id, now);
  return why !== void 0 ? { why, isForeign: !0 } : await signature.verified.then(
    () => !0,
    () => !1
  ) ? { key: key.getFingerprint().toUpperCase() } : { why: "its signature does not hold for what it says" };
}
async function keyProblem(key, id, now) {
  let name = key.getKeyID().toHex().toUpperCase();
  if (await key.isRevoked(void 0, void 0, now)) return `the key ${name} is revoked`;
  let end = await key.getExpirationTime();
  return end instanceof Date && end <= now ? `the key ${name} expired on ${end.toISOString().slice(0, 10)}` : await key.getSigningKey(id, now).then(
    () => !0,
    () => !1
  ) ? void 0 : `the key ${name} must not sign now`;
}
function fileProblem(text, { name, digest }) {
  let [, second] = text.replaceAll(`\r
`, `
`).split(`
...
`), listed = second === void 0 ? void 0 : filesIn(second);
  if (!listed) return "it does not list files";
  let found = listed.get(name);
  return found === void 0 ? `it is not about ${name}` : found === digest ? void 0 : `it is about ${name} with ${found.slice(0, 80)}, and the archive is ${digest}`;
}
function filesIn(part) {
  let [, block] = part.split(/^files:[ \t]*\n/m), lines = block?.split(/\n(?![ \t])/)[0]?.split(`
`).filter((line) => line.trim() !== "") ?? [], files = /* @__PURE__ */ new Map();
  for (let line of lines) {
    let { quote, name = "", digest = "" } = FILE.exec(line)?.groups ?? {};
    if (name === "" || files.has(name) || quote === '"' && name.includes("\\")) return;
    files.set(name, digest);
  }
  return files.size === 0 ? void 0 : files;
}

// src/provenance/open-keyring.ts
async function createKeyringVerifier(keyring, now) {
  let keys = await openKeyring(keyring);
  return { verify: (prov, file) => verifyProvenance(prov, file, { keys, now: now() }) };
}
export {
  createKeyringVerifier,
  keyringMissing
};
