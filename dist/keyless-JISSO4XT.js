import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  attestationStatement,
  createInspector,
  createLibraryVerifier,
  findServices,
  invalid,
  loggedAt,
  outcomeOf,
  payloadType,
  readCertifiedRun,
  readIdentity,
  require_dist,
  signPredicateType,
  signStatement,
  simpleSigningPayload,
  toBlobBundle,
  toLegacySignature,
  toStatementBundle,
  verifyBlob,
  verifyBundle,
  verifyLegacy,
  withoutStackTraces
} from "./chunk-NV5YQFDU.js";
import {
  external_exports
} from "./chunk-6DW4K5NA.js";
import {
  isOurs,
  ourIdentity,
  publicLogProblem
} from "./chunk-K7XZKTXZ.js";
import {
  createOutageRetry
} from "./chunk-7KM3CHWO.js";
import {
  createMemo
} from "./chunk-47K4XV7L.js";
import "./chunk-HSSNJAKW.js";
import "./chunk-4FXPF6RZ.js";
import "./chunk-7MH6OKBE.js";
import "./chunk-KJ6KRM6E.js";
import {
  allOf,
  createLimiter
} from "./chunk-RXXX6YZL.js";
import {
  ReleaseError
} from "./chunk-72EAIUZW.js";
import {
  cut,
  showInvisible
} from "./chunk-GQNI6KFR.js";
import {
  __toESM
} from "./chunk-RXEKE72Z.js";

// src/signing/keyless.ts
var import_core4 = __toESM(require_dist(), 1);
import { sign as sign2 } from "node:crypto";

// src/signing/formats/log-entry.ts
import { createHash } from "node:crypto";
function hashedRekordEntry(signed, signature, certificatePem) {
  let entry = {
    apiVersion: "0.0.1",
    kind: "hashedrekord",
    spec: {
      data: { hash: sha256Of(signed) },
      signature: { content: base64(signature), publicKey: { content: base64(Buffer.from(certificatePem)) } }
    }
  };
  return { request: entry, expected: entry };
}
function dsseEntry(envelope, certificatePem) {
  let type = { apiVersion: "0.0.1", kind: "dsse" }, verifier = base64(Buffer.from(certificatePem)), text2 = JSON.stringify(envelope), [signature] = envelope.signatures;
  return {
    request: { ...type, spec: { proposedContent: { envelope: text2, verifiers: [verifier] } } },
    expected: {
      ...type,
      spec: {
        envelopeHash: sha256Of(Buffer.from(text2)),
        payloadHash: sha256Of(Buffer.from(envelope.payload, "base64")),
        signatures: [{ signature: signature.sig, verifier }]
      }
    }
  };
}
function sha256Of(content) {
  return { algorithm: "sha256", value: createHash("sha256").update(content).digest("hex") };
}
function base64(content) {
  return Buffer.from(content).toString("base64");
}

// src/signing/services/credentials.ts
function createCredentials(obtain) {
  let renewal = createMemo(), held;
  async function renew() {
    return held = await obtain(), renewal.forget(), held;
  }
  return {
    async current() {
      return held?.usable() ? held : renewal.get(renew);
    }
  };
}

// src/signing/services/fulcio.ts
var import_core = __toESM(require_dist(), 1);
import { createHash as createHash2, generateKeyPairSync, sign } from "node:crypto";

// src/signing/policy/claims.ts
var maxTokenLength = 16 * 1024, text = external_exports.string().regex(/^[^\p{Cc}]{1,2048}$/u), tokenClaims = external_exports.object({
  iss: text,
  sub: text,
  repository: external_exports.string().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/),
  repository_id: external_exports.string().regex(/^\d{1,20}$/),
  repository_visibility: external_exports.enum(["public", "private", "internal"]).optional(),
  job_workflow_ref: text,
  workflow_ref: text.optional(),
  sha: text.optional(),
  ref: text.optional(),
  event_name: text.optional(),
  run_id: text.optional(),
  run_attempt: text.optional(),
  runner_environment: text.optional()
});
function readClaims(token) {
  let parsed = tokenClaims.safeParse(payloadOf(token));
  if (!parsed.success) {
    let odd = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".") || "payload"))].join(", ");
    throw new ReleaseError("OIDC_TOKEN_INVALID", `The identity token lacks usable claims: ${odd}`, {
      hint: "Keyless signing needs the tokens that GitHub Actions gives out."
    });
  }
  let claims = parsed.data;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    repository: claims.repository,
    repositoryId: claims.repository_id,
    repositoryVisibility: claims.repository_visibility,
    jobWorkflowRef: claims.job_workflow_ref,
    workflowRef: claims.workflow_ref,
    sha: claims.sha,
    ref: claims.ref,
    eventName: claims.event_name,
    runId: claims.run_id,
    runAttempt: claims.run_attempt,
    runnerEnvironment: claims.runner_environment
  };
}
function payloadOf(token) {
  let payload = token.length <= maxTokenLength ? token.split(".")[1] : void 0;
  if (payload !== void 0)
    try {
      return JSON.parse(Buffer.from(payload, "base64url").toString());
    } catch {
      return;
    }
}

// src/signing/services/responses.ts
var maxReasonLength = 300;
function jsonOf(service, response, redact) {
  requireSuccess(service, response, redact);
  try {
    return JSON.parse(Buffer.from(response.body).toString());
  } catch {
    throw invalidAnswer(service, "answered with something that is not JSON");
  }
}
function requireSuccess(service, response, redact) {
  let { status } = response;
  if (status >= 200 && status < 300) return;
  if (status < 400) throw invalidAnswer(service, `answered ${status}, which is not followed`);
  let reason = reasonIn(response, redact);
  throw new ReleaseError("SIGSTORE_REFUSED", `${placeOf(service)} refused with ${status}${reason}`);
}
function invalidAnswer(service, what, cause) {
  return new ReleaseError("SIGSTORE_INVALID_ANSWER", `${placeOf(service)} ${what}`, { cause });
}
function placeOf({ name, url }) {
  return `${name} at ${new URL(url).host}`;
}
function reasonIn({ body }, redact) {
  let given = redact(messageIn(Buffer.from(body).toString())), line = showInvisible(withoutTokens(given).replace(/\s+/g, " ").trim());
  return line === "" ? "" : `: ${cut(line, maxReasonLength)}`;
}
function messageIn(text2) {
  try {
    let parsed = JSON.parse(text2);
    if (typeof parsed == "object" && parsed !== null && "message" in parsed && typeof parsed.message == "string")
      return parsed.message;
  } catch {
  }
  return text2;
}
function withoutTokens(text2) {
  return text2.replace(/eyJ[\w-]{4,}(\.[\w-]*)*|[\w+-]{48,}/g, "***");
}

// src/signing/services/fulcio.ts
var audience = "sigstore", reserveMs = 2 * 6e4, maxBytes = 256 * 1024, certificates = external_exports.object({ chain: external_exports.object({ certificates: external_exports.array(external_exports.string().max(32768)).min(1).max(10) }) }), answer = external_exports.union([
  external_exports.object({ signedCertificateEmbeddedSct: certificates }).transform((value) => value.signedCertificateEmbeddedSct),
  external_exports.object({ signedCertificateDetachedSct: certificates }).transform((value) => value.signedCertificateDetachedSct)
]);
async function obtainCredential(options) {
  let { fulcio, clock, outageRetry } = options, { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" }), started = clock.monotonic(), response = await outageRetry.request({
    service: fulcio,
    send: async () => {
      let token = await options.identity.token(audience), body = certificateRequest(token, privateKey, publicKey, options);
      return started = clock.monotonic(), options.http.send({
        ...post(fulcio),
        body,
        maxBytes,
        timeoutMs: options.attemptMs,
        attempts: 1,
        effect: !0
      });
    }
  });
  if (response === void 0) throw invalidAnswer(fulcio, "gave no answer");
  let read = answer.safeParse(jsonOf(fulcio, response, options.secrets.redact));
  if (!read.success) throw invalidAnswer(fulcio, "answered without a certificate chain");
  let chain = read.data.chain.certificates.map((certificate) => derOf(fulcio, certificate));
  return toCredential({ fulcio, privateKey, publicKey, chain, started, clock });
}
function post({ url }) {
  let headers = { accept: "application/json", "content-type": "application/json" };
  return { method: "POST", url: `${url}/api/v2/signingCert`, headers };
}
function certificateRequest(token, privateKey, publicKey, options) {
  let claims = readClaims(token), objection = options.objection(claims);
  if (objection) throw objection;
  let content = publicKey.export({ format: "pem", type: "spki" }).toString();
  return JSON.stringify({
    credentials: { oidcIdentityToken: token },
    publicKeyRequest: {
      publicKey: { algorithm: "ECDSA", content },
      proofOfPossession: sign("sha256", Buffer.from(claims.subject), privateKey).toString("base64")
    }
  });
}
function derOf(fulcio, certificate) {
  let der = Buffer.from(import_core.pem.toDER(certificate.replace(/\r/g, "")));
  if (der.length === 0) throw invalidAnswer(fulcio, "answered with a certificate that is not PEM");
  return der;
}
function toCredential({ fulcio, privateKey, publicKey, chain, started, clock }) {
  let [leaf = Buffer.alloc(0), ...above] = chain, identity = readIdentity(leaf), certificate = import_core.X509Certificate.parse(leaf), wanted = publicKey.export({ format: "der", type: "spki" });
  if (!fingerprint(certificate.publicKey).equals(fingerprint(wanted)))
    throw invalidAnswer(fulcio, "certified another key than the one that was sent");
  let lifetimeMs = certificate.notAfter.getTime() - certificate.notBefore.getTime(), usableUntil = started + Math.max(lifetimeMs - reserveMs, lifetimeMs / 2);
  return {
    privateKey,
    certificate: leaf,
    certificatePem: import_core.pem.fromDER(leaf),
    chainPem: above.map((der) => import_core.pem.fromDER(der)).join(""),
    identity,
    usable: () => clock.monotonic() < usableUntil
  };
}
function fingerprint(key) {
  return createHash2("sha256").update(key).digest();
}

// src/signing/services/rekor.ts
var import_core2 = __toESM(require_dist(), 1);
var maxBytes2 = 512 * 1024, conflict = 409, notFound = 404, hex = (bytes) => external_exports.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)), base642 = external_exports.base64().min(4).max(65536), count = external_exports.int().nonnegative(), proof = external_exports.object({
  checkpoint: external_exports.string().min(1).max(8192),
  hashes: external_exports.array(hex(32)).max(64),
  logIndex: count,
  rootHash: hex(32),
  treeSize: count
}), kept = external_exports.object({
  body: base642,
  integratedTime: count,
  logID: hex(32),
  logIndex: count,
  verification: external_exports.object({ signedEntryTimestamp: base642.optional(), inclusionProof: proof.optional() }).optional()
}), answer2 = external_exports.record(external_exports.string(), kept);
function createRekorLog({ rekor, http, outageRetry, secrets, attemptMs }) {
  let entries = `${rekor.url}/api/v1/log/entries`, headers = { accept: "application/json", "content-type": "application/json" }, limits = { maxBytes: maxBytes2, timeoutMs: attemptMs, attempts: 1 };
  async function existing(response, worthwhile) {
    let id = idIn(response);
    if (id === void 0) throw invalidAnswer(rekor, "says that the entry exists, but not where");
    let send = () => http.send({ method: "GET", url: `${entries}/${id}`, headers: { accept: headers.accept }, ...limits });
    return outageRetry.request({ service: rekor, send, passing: [notFound], worthwhile });
  }
  return {
    async add(entry, worthwhile) {
      let body = JSON.stringify(entry.request), send = () => http.send({ method: "POST", url: entries, headers, body, ...limits, effect: !0 }), response = await outageRetry.request({ service: rekor, send, worthwhile }), found = response?.status === conflict ? await existing(response, worthwhile) : response;
      if (found !== void 0)
        return readEntry(rekor, jsonOf(rekor, found, secrets.redact), entry);
    }
  };
}
function idIn({ headers, body }) {
  let place = headers.location ?? Buffer.from(body).toString();
  return /\b[0-9a-f]{64}([0-9a-f]{16})?\b/.exec(place)?.[0];
}
function readEntry(rekor, value, proposed) {
  let parsed = answer2.safeParse(value), [entry, ...others] = parsed.success ? Object.values(parsed.data) : [];
  if (entry === void 0 || others.length > 0)
    throw invalidAnswer(rekor, "answered with something that is not a log entry");
  let { body, integratedTime, logIndex, logID, verification } = entry, content = Buffer.from(body, "base64");
  if (canonical(content) !== import_core2.json.canonicalize(proposed.expected))
    throw invalidAnswer(rekor, "logged something else than what was sent");
  if (verification?.signedEntryTimestamp === void 0) throw invalidAnswer(rekor, "gave no signed entry timestamp");
  if (verification.inclusionProof === void 0) throw invalidAnswer(rekor, "gave no inclusion proof");
  return {
    kind: proposed.expected.kind,
    version: proposed.expected.apiVersion,
    body: content,
    integratedTime,
    logIndex,
    logId: Buffer.from(logID, "hex"),
    signedEntryTimestamp: Buffer.from(verification.signedEntryTimestamp, "base64"),
    inclusionProof: verification.inclusionProof
  };
}
function canonical(content) {
  try {
    return import_core2.json.canonicalize(JSON.parse(content.toString()));
  } catch {
    return;
  }
}

// src/signing/services/timestamp.ts
var import_core3 = __toESM(require_dist(), 1);
import { createHash as createHash3 } from "node:crypto";
var beforeImprint = Buffer.from("30390201013031300d060960864801650304020105000420", "hex"), afterImprint = Buffer.from("0101ff", "hex"), maxBytes3 = 64 * 1024, grantedStatuses = [0n, 1n];
async function timestampOf(signature, options) {
  let { authority, http, outageRetry, secrets, attemptMs } = options, imprint = createHash3("sha256").update(signature).digest(), body = Buffer.concat([beforeImprint, imprint, afterImprint]), headers = { accept: "application/timestamp-reply", "content-type": "application/timestamp-query" }, url = new URL(authority.url).pathname === "/" ? `${authority.url}/api/v1/timestamp` : authority.url, send = () => http.send({ method: "POST", url, headers, body, maxBytes: maxBytes3, timeoutMs: attemptMs, attempts: 1 }), response = await outageRetry.request({ service: authority, send });
  if (response === void 0) throw invalidAnswer(authority, "gave no answer");
  requireSuccess(authority, response, secrets.redact);
  let reply = Buffer.from(response.body);
  if (!isGranted(reply)) throw invalidAnswer(authority, "answered without a timestamp");
  return reply;
}
function isGranted(reply) {
  try {
    return grantedStatuses.includes(withoutStackTraces(() => import_core3.RFC3161Timestamp.parse(reply)).status);
  } catch {
    return !1;
  }
}

// src/signing/verify/verifier.ts
var maxStored = 1e3;
function createVerifier(root) {
  let verifier = createLibraryVerifier(root);
  return {
    verifyOwn: async (subject, stored, made) => verifyOwn(verifier, subject, stored, made),
    async judge(subject, { legacy, bundles }, ours) {
      let isGood = (verify) => {
        let outcome = outcomeOf(verify);
        return !(outcome instanceof ReleaseError) && isOurs(outcome.identity, ours);
      }, missing = [], hasLegacy = () => legacy.slice(-maxStored).some((one) => isGood(() => verifyLegacy(one, subject, verifier)));
      subject.archive === void 0 && !hasLegacy() && missing.push("legacy");
      let bundleIsGood = (one) => isGood(() => verifySignature(verifier, one, subject));
      return bundles.slice(0, maxStored).some(bundleIsGood) || missing.push("bundle"), { missing };
    },
    isOurs({ signs, digest }, stored, ours) {
      let outcome = outcomeOf(
        () => signs === "archive" ? verifyBlob(stored, digest, verifier) : verifyBundle(stored, { digest }, signPredicateType, verifier)
      );
      return !(outcome instanceof ReleaseError) && isOurs(outcome.identity, ours);
    },
    attestation({ digest, predicateType }, stored, ours) {
      for (let bundle of stored.slice(0, maxStored)) {
        let outcome = outcomeOf(() => verifyBundle(bundle, { digest }, predicateType, verifier));
        if (!(outcome instanceof ReleaseError) && isOurs(outcome.identity, ours))
          return { bundle: { json: bundle.json, predicateType }, signedAt: loggedAt(bundle) };
      }
    },
    async signerOf(subject, stored) {
      let outcome = outcomeOf(() => verifySignature(verifier, stored, subject));
      if (outcome instanceof ReleaseError) throw outcome;
      return outcome.identity;
    }
  };
}
function verifyOwn(verifier, subject, stored, made) {
  let { legacy } = made;
  if (legacy) {
    let found = stored.legacy.find((one) => isSameLegacy(one, legacy));
    if (!found) throw signatureMissing("cosign signature", subject);
    requireOwn(
      outcomeOf(() => verifyLegacy(found, subject, verifier)),
      made
    );
  }
  for (let bundle of made.bundles) {
    let found = stored.bundles.find(({ json: json2 }) => Buffer.from(json2).equals(bundle.json));
    if (!found) throw signatureMissing("Sigstore bundle", subject);
    requireOwn(
      outcomeOf(() => verifySignature(verifier, found, subject)),
      made
    );
  }
}
function verifySignature(verifier, stored, subject) {
  return subject.archive !== void 0 ? verifyBlob(stored, subject.archive, verifier) : verifyBundle(stored, subject, signPredicateType, verifier);
}
function isSameLegacy(stored, made) {
  return Object.entries(made.annotations).every(([key, value]) => (stored.annotations[key] ?? "") === value) && Buffer.from(stored.payload).equals(made.payload);
}
function requireOwn(outcome, made) {
  if (outcome instanceof ReleaseError) throw outcome;
  if (!Buffer.from(outcome.certificate).equals(made.certificate))
    throw invalid("it holds another certificate than this run got");
}
function signatureMissing(form, { repository, digest }) {
  let message = `The ${form} of ${repository}@${digest} was stored, but does not come back unchanged`;
  return new ReleaseError("SIGNATURE_MISSING", message, {
    hint: "Something between this run and the registry changed it."
  });
}

// src/signing/policy/hosted-runner.ts
function requireHostedRunner(claims, facts) {
  if (claims.runnerEnvironment !== "github-hosted") {
    let message = `The release job runs on a runner that GitHub does not host (runner_environment: ${claims.runnerEnvironment ?? "unknown"}).`;
    throw new ReleaseError("RUNNER_NOT_HOSTED", message, {
      hint: "Take the label `ubuntu-24.04` away from your own runners, or use the action as a step of your own workflow, which promises less."
    });
  }
  let odd = [
    ["GITHUB_REPOSITORY", facts.repository, claims.repository],
    ["GITHUB_REF", facts.ref, claims.ref],
    ["GITHUB_SHA", facts.sha, claims.sha],
    ["GITHUB_RUN_ID", facts.runId, claims.runId]
  ].find(([, told2, claimed2]) => told2 !== claimed2);
  if (!odd) return;
  let [name, told, claimed = "nothing"] = odd;
  throw new ReleaseError("ENVIRONMENT_INVALID", `${name} holds ${told}, and the identity token says ${claimed}.`, {
    hint: "The runner sets it by itself: do not set it in `env`."
  });
}

// src/signing/keyless.ts
var defaultBound = 8, defaultAttemptMs = 3e4;
function createKeylessSigner(options) {
  let { services, clock, publicLog } = options, outageRetry = createOutageRetry(options), shared = { ...options, attemptMs: options.attemptMs ?? defaultAttemptMs, outageRetry }, rekor = createRekorLog({ ...shared, rekor: services.rekor }), verifier = createVerifier(services.trustedRoot), gate = createLimiter(options.bound ?? defaultBound), proven = /* @__PURE__ */ new WeakSet(), credentials = createCredentials(
    () => obtainCredential({
      ...shared,
      clock,
      fulcio: services.fulcio,
      objection: (claims) => services.isPublic ? publicLogProblem(claims, publicLog) : void 0
    })
  );
  async function record(proposed, signature, credential) {
    let authority = services.timestampAuthority, [timestamp, entry] = await allOf([
      authority ? timestampOf(signature, { ...shared, authority }) : Promise.resolve(void 0),
      rekor.add(proposed, credential.usable)
    ]);
    return entry && { entry, timestamp };
  }
  async function make(subject, credential) {
    if (subject.archive !== void 0) return makeBeside(subject.archive, credential);
    let { privateKey, certificate, certificatePem, identity } = credential, payload = simpleSigningPayload(subject), payloadSignature = sign2("sha256", payload, privateKey), [first, second] = await allOf([
      record(hashedRekordEntry(payload, payloadSignature, certificatePem), payloadSignature, credential),
      signedStatement(signStatement(subject), signPredicateType, credential)
    ]);
    if (first === void 0 || second === void 0) return;
    let times = [first.entry.integratedTime * 1e3, second.signedAt.getTime()];
    return {
      legacy: toLegacySignature({ payload, signature: payloadSignature, credential, ...first }),
      bundles: [second.bundle],
      certificate,
      identity,
      signedAt: new Date(Math.max(...times))
    };
  }
  async function signedStatement(statement, predicateType, credential) {
    let { privateKey, certificate, certificatePem } = credential, signature = sign2("sha256", import_core4.dsse.preAuthEncoding(payloadType, statement), privateKey), envelope = {
      payload: statement.toString("base64"),
      payloadType,
      signatures: [{ sig: signature.toString("base64") }]
    }, made = await record(dsseEntry(envelope, certificatePem), signature, credential);
    return made === void 0 ? void 0 : { bundle: toStatementBundle(predicateType, { statement, signature, certificate, ...made }), signedAt: new Date(made.entry.integratedTime * 1e3) };
  }
  async function makeBeside(archive, credential) {
    let { privateKey, certificate, certificatePem, identity } = credential, signature = sign2("sha256", archive, privateKey), made = await record(hashedRekordEntry(archive, signature, certificatePem), signature, credential);
    return made === void 0 ? void 0 : { bundles: [toBlobBundle(archive, { signature, certificate, ...made })], certificate, identity, signedAt: new Date(made.entry.integratedTime * 1e3) };
  }
  async function signSubject(subject) {
    for (; ; ) {
      let credential = await credentials.current(), made = await make(subject, credential);
      if (made !== void 0)
        return proven.has(credential) || await requireValid(made, subject), proven.add(credential), made;
    }
  }
  async function attest({ subjects, predicateType, predicate }) {
    for (; ; ) {
      let credential = await credentials.current(), run = readCertifiedRun(credential.certificate);
      if (run === void 0) return;
      let statement = attestationStatement(subjects, predicateType, predicate(run)), made = await signedStatement(statement, predicateType, credential);
      if (made !== void 0) return made;
    }
  }
  async function requireValid(made, subject) {
    let stored = { legacy: made.legacy ? [made.legacy] : [], bundles: made.bundles };
    await verifier.verifyOwn(subject, stored, made).catch((cause) => {
      let message = `What the Sigstore services answered does not make valid signatures, so nothing was kept. ${cause instanceof ReleaseError ? cause.message : "they cannot be read"}`;
      throw new ReleaseError("SIGSTORE_INVALID_ANSWER", message, { cause });
    });
  }
  return {
    prepare: async () => (await credentials.current()).identity,
    sign: (subject) => gate(() => signSubject(subject)),
    attest: (claim) => gate(() => attest(claim))
  };
}
export {
  createInspector,
  createKeylessSigner,
  createVerifier,
  findServices,
  ourIdentity,
  readClaims,
  requireHostedRunner
};
