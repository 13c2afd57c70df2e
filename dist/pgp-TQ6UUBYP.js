import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  config,
  createCleartextMessage,
  decryptKey,
  enums,
  readKey,
  readPrivateKey,
  sign,
  unarmor
} from "./chunk-KXAMEVC3.js";
import {
  archiveNames
} from "./chunk-NDMRHR7U.js";
import {
  require_dist
} from "./chunk-A6FBNAVA.js";
import {
  ReleaseError
} from "./chunk-72EAIUZW.js";
import {
  __toESM
} from "./chunk-RXEKE72Z.js";

// src/provenance/key.ts
var MAX_LENGTH = 1024 * 1024, ARMOR = "-----BEGIN PGP ", HINT = "Set the secret to what `gpg --export-secret-keys --armor <key id>` prints, or to that in base64.";
async function openKey(text, passphrase, now) {
  let locked = await readPrivate(text), key = locked.isDecrypted() ? locked : await unlock(locked, passphrase);
  return await requireUsable(key, now), key;
}
async function readPrivate(text) {
  if (text.length > MAX_LENGTH) throw invalid(`is longer than ${MAX_LENGTH} characters`);
  let binaryKey = await binaryOf(text);
  try {
    return await readPrivateKey({ binaryKey });
  } catch {
    let isPublic = await readKey({ binaryKey }).then(
      (key) => !key.isPrivate(),
      () => !1
    );
    throw invalid(isPublic ? "is a public key" : "is no OpenPGP key");
  }
}
async function binaryOf(text) {
  if (text.trimStart().startsWith(ARMOR)) return unarmored(text.trim());
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text)) throw invalid("is neither armored nor base64");
  let bytes = Buffer.from(text, "base64"), inner = bytes.toString("latin1").trim();
  return inner.startsWith(ARMOR) ? unarmored(inner) : bytes;
}
async function unarmored(text) {
  let { data } = await unarmor(text).catch(() => {
    throw invalid("is a damaged armored key");
  });
  return data instanceof Uint8Array ? data : Buffer.from(String(data), "latin1");
}
async function unlock(locked, passphrase) {
  if (!passphrase)
    throw new ReleaseError(
      "GPG_PASSPHRASE_WRONG",
      "The key in gpg-private-key is locked, and gpg-passphrase is empty.",
      {
        hint: "Set the input `gpg-passphrase` from a secret."
      }
    );
  return decryptKey({ privateKey: locked, passphrase }).catch(() => {
    throw new ReleaseError("GPG_PASSPHRASE_WRONG", "gpg-passphrase does not unlock the key in gpg-private-key.", {
      hint: "Check that both secrets belong together and that the passphrase has no line feed at its end."
    });
  });
}
async function requireUsable(key, now) {
  let id = key.getKeyID().toHex().toUpperCase();
  if (await key.isRevoked(void 0, void 0, now)) throw unusable(id, "is revoked");
  let end = await key.getExpirationTime();
  if (end instanceof Date && end <= now) throw unusable(id, `expired on ${end.toISOString().slice(0, 10)}`);
  await key.getSigningKey(void 0, now).catch(() => {
    throw unusable(id, "can't sign: it has no valid key for signing");
  });
}
function invalid(what) {
  return new ReleaseError("GPG_KEY_INVALID", `gpg-private-key ${what}.`, { hint: HINT });
}
function unusable(id, what) {
  return new ReleaseError(
    "GPG_KEY_UNUSABLE",
    `The key ${id} in gpg-private-key ${what}; Helm would not accept its signatures.`,
    {
      hint: "Extend or replace the key, and update the secret."
    }
  );
}

// src/provenance/message.ts
var import_yaml = __toESM(require_dist(), 1);
function provenanceText(chart) {
  let files = { [archiveNames(chart).archive]: chart.digest };
  return `${yaml(chart.metadata)}
...
${yaml({ files })}`;
}
function yaml(value) {
  return (0, import_yaml.stringify)(value, { sortMapEntries: !0, indentSeq: !1, lineWidth: 0, version: "1.1" });
}

// src/provenance/pgp.ts
var SETTINGS = {
  ...config,
  preferredHashAlgorithm: enums.hash.sha512,
  nonDeterministicSignaturesViaNotation: !1
};
async function createProvenanceSigner({ privateKey, passphrase, now }) {
  let key = await openKey(privateKey, passphrase, now()), publicKey = key.toPublic();
  return {
    fingerprint: key.getFingerprint().toUpperCase(),
    userId: key.getUserIDs()[0] ?? "",
    publicKey: { binary: publicKey.write(), armored: publicKey.armor(SETTINGS) },
    sign: async (chart) => Buffer.from(await signText(key, provenanceText(chart), [chart.created, now()]))
  };
}
async function signText(key, text, times) {
  let message = await createCleartextMessage({ text: text.trimEnd() }), fitting = await Promise.all(times.map((time) => couldSign(key, time))), date = times[Math.max(0, fitting.indexOf(!0))] ?? /* @__PURE__ */ new Date(0);
  return (await sign({ message, signingKeys: key, date, config: SETTINGS })).replaceAll(`\r
`, `
`);
}
function couldSign(key, time) {
  return key.getSigningKey(void 0, time).then(
    () => !0,
    () => !1
  );
}
export {
  createProvenanceSigner
};
