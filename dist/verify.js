import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  ANY_RELEASE,
  code,
  createHttp,
  createJournal,
  createSteps,
  createThrottle,
  fetchFromRegistry,
  fetchFromRepository,
  githubInstance,
  guardClock,
  guardHttp,
  inputsIn,
  openStep,
  problemText,
  prose,
  redacted,
  require_picomatch,
  setAlarm,
  systemClock,
  table,
  unreadable,
  untilThere,
  verifyChart
} from "./chunk-VTIW2LKQ.js";
import "./chunk-A3N6FXHY.js";
import "./chunk-PM7AIXVP.js";
import {
  collectProblems,
  givenInput,
  resolveSetting
} from "./chunk-VSGV5YVZ.js";
import {
  accessInputs,
  camelCase,
  duration,
  list,
  nearest,
  nothing,
  oneOf,
  openRegistry,
  text
} from "./chunk-DZCLROTW.js";
import {
  memoizeAsync
} from "./chunk-47K4XV7L.js";
import "./chunk-HSSNJAKW.js";
import "./chunk-2DGW74FY.js";
import "./chunk-Q7YQF67J.js";
import "./chunk-IYDCWTIU.js";
import "./chunk-4FXPF6RZ.js";
import {
  archiveNames
} from "./chunk-NDMRHR7U.js";
import "./chunk-7MH6OKBE.js";
import "./chunk-KJ6KRM6E.js";
import "./chunk-IDFJ6PYE.js";
import "./chunk-RXXX6YZL.js";
import {
  isConstraint
} from "./chunk-SDCPNQLT.js";
import {
  isDigest
} from "./chunk-HUB4QXZH.js";
import {
  parseVersion,
  readHelmVersion
} from "./chunk-KPEBNB2V.js";
import "./chunk-A6FBNAVA.js";
import "./chunk-DW3HCCUW.js";
import "./chunk-SX6PF4TN.js";
import {
  ReleaseError,
  ReleaseErrors,
  problemsIn
} from "./chunk-72EAIUZW.js";
import "./chunk-GQNI6KFR.js";
import {
  __toESM
} from "./chunk-RXEKE72Z.js";

// src/inputs/verification/expected-identity.ts
function expectedIdentity(signer, environment) {
  let { identity, issuer = "" } = signer;
  if (identity !== void 0) return { issuer, by: { subject: identity } };
  let { server, repositoryUrl } = placeOf(signer.repository ?? "", environment);
  return {
    issuer: signer.issuer ?? githubInstance(server).issuer,
    by: { repositoryUrl, refs: signer.ref, ...workflowOf(signer.workflow, server, repositoryUrl) }
  };
}
function placeOf(repository, { GITHUB_SERVER_URL }) {
  if (repository.startsWith("https://"))
    return { server: new URL(repository).origin, repositoryUrl: repository.replace(/\/$/, "") };
  let own = GITHUB_SERVER_URL && URL.canParse(GITHUB_SERVER_URL) ? new URL(GITHUB_SERVER_URL).origin : "https://github.com";
  return { server: own, repositoryUrl: `${own}/${repository}` };
}
function workflowOf(workflow, server, repositoryUrl) {
  if (workflow === void 0) return {};
  let [file = "", ref] = workflow.split("@"), name = file.split("/").at(-1);
  return !file.includes("/") || file.startsWith(".github/") ? { workflow: `${repositoryUrl}/.github/workflows/${name}` } : { workflow: `${server}/${file}`, ...ref !== void 0 && { workflowRef: ref } };
}

// src/model/verification.ts
var requirements = ["signature", "provenance", "gpg", "index"];

// src/inputs/verification/parse.ts
var NAME = /^[A-Za-z0-9][\w.-]{0,99}$/, OWNER_AND_NAME = "[\\w.-]{1,100}/[\\w.-]{1,100}", chartAddress = (raw) => {
  let given = typeof raw == "string" ? raw.trim() : "";
  return given.startsWith("oci://") || NAME.test(given) ? { value: given } : { allowed: "a reference such as `oci://ghcr.io/acme/charts/app:1.2.3`, or the name of a chart together with `repository-url`", hint: addressHint(given) };
};
function addressHint(given) {
  return /^releases:|^https?:.*\/releases\/download\//i.test(given) ? "A GitHub Release is not a repository of charts. Download the archive, and check it with `gh attestation verify app-1.2.3.tgz --repo acme/charts`." : /^https?:/i.test(given) ? "Write the address as `repository-url`, and the name of the chart as `chart`." : void 0;
}
var versionOrRange = text(
  (value) => readHelmVersion(value) || isConstraint(value) ? void 0 : "a version such as `1.2.3`, or a range such as `^1.2.0`"
), webAddress = text(
  (value) => /^https?:\/\/[^\s#]+$/i.test(value) && URL.canParse(value) ? void 0 : "an address such as `https://charts.acme.example`"
), repositoryName = text(
  (value) => new RegExp(`^(?:https://[\\w.:-]{1,255}/)?${OWNER_AND_NAME}$`).test(value) ? void 0 : "a repository such as `acme/charts`, or `https://github.example.com/acme/charts`"
), workflowFile = text(
  (value) => new RegExp(
    `^(?:(?:\\.github/workflows/)?[^@/\\s]+\\.ya?ml|${OWNER_AND_NAME}/\\.github/workflows/[^@/\\s]+\\.ya?ml(?:@refs/\\S+)?)$`
  ).test(value) ? void 0 : "a workflow file such as `release.yml`, or `owner/name/.github/workflows/release.yml@refs/tags/v1` of another repository"
), refGlob = text(
  (value) => /^refs\/(?:heads|tags)\/[^\s:]+$/.test(value) ? void 0 : "globs of whole refs, such as `refs/heads/main` or `refs/tags/v*`"
), identityPattern = text(
  (value) => /^[^\s*]{3,}\*?$/.test(value) ? void 0 : "a subject such as `release@acme.example`, with `*` at most at its end"
), issuerUrl = text(
  (value) => /^https:\/\/\S+$/.test(value) && URL.canParse(value) ? void 0 : "an address such as `https://token.actions.githubusercontent.com`"
);

// src/inputs/verification/required.ts
function requiredChart() {
  throw new ReleaseError("INPUT_MISSING", "The input `chart` is missing.", {
    hint: "Write `chart: oci://ghcr.io/acme/charts/app:1.2.3`, or `chart: app` with `repository-url`."
  });
}

// src/inputs/verification/table.ts
var { "registry-username": username, "registry-password": password } = accessInputs, verificationInputs = {
  chart: {
    description: "The chart: `oci://host/path/name:1.2.3`, the same with `@sha256:\u2026`, without a version if `version` says which; or its name, if `repository-url` says where it is.",
    default: "none: it must be given",
    parse: chartAddress,
    fallback: requiredChart,
    visibility: "plan"
  },
  version: {
    description: "A version such as `1.2.3`, or a range as Helm takes it, such as `^1.2.0`: the newest in it is taken.",
    default: "that of `chart`, else the newest release",
    parse: versionOrRange,
    fallback: nothing,
    visibility: "plan"
  },
  "repository-url": {
    description: "Address of a chart repository with an index.yaml, as `helm repo add` takes it.",
    default: "none: `chart` is in a registry",
    parse: webAddress,
    fallback: nothing,
    visibility: "messages"
  },
  require: {
    description: "What the chart must have, one per line; all of it is checked. `signature`: a keyless signature. `provenance`: SLSA v1 provenance. `gpg`: a `.prov` file by a key of `keyring`. `index`: a keyless signature of the index that lists it.",
    default: "`signature`",
    parse: list(oneOf(requirements)),
    fallback: () => ["signature"],
    visibility: "plan"
  },
  repository: {
    description: "The repository whose workflow must have signed, such as `acme/charts`; the address `https://host/acme/charts` if it is on another server than this workflow.",
    default: "none: give it or `identity`, unless only `gpg` is required",
    parse: repositoryName,
    fallback: nothing,
    visibility: "plan"
  },
  workflow: {
    description: "The workflow file that must have signed: `release.yml`, or `owner/name/.github/workflows/release.yml@refs/tags/v1*` for a reusable workflow of another repository.",
    default: "any workflow of `repository`",
    parse: workflowFile,
    fallback: nothing,
    visibility: "plan"
  },
  ref: {
    description: "Globs for the branch or tag that the workflow ran on, one per line, such as `refs/heads/main`.",
    default: "any branch or tag: `refs/heads/**` and `refs/tags/**`",
    parse: list(refGlob),
    fallback: () => ["refs/heads/**", "refs/tags/**"],
    visibility: "plan"
  },
  identity: {
    description: "Instead of `repository`, for signers that are not GitHub workflows: the subject of the certificate, such as a mail address; `*` at its end stands for anything. Needs `issuer`.",
    default: "none",
    parse: identityPattern,
    fallback: nothing,
    visibility: "plan"
  },
  issuer: {
    description: "Who must have identified the signer: the issuer of its identity token.",
    default: "that of GitHub Actions on the server of `repository`",
    parse: issuerUrl,
    fallback: nothing,
    visibility: "plan"
  },
  "trusted-root": {
    description: "Keys of a private Sigstore: a trusted root, as a file in the workspace or as its JSON.",
    default: "the public Sigstore",
    parse: text(),
    fallback: nothing,
    visibility: "messages"
  },
  keyring: {
    description: "Public OpenPGP keys for `gpg`: a file in the workspace, binary or armored, or the armored text.",
    default: "none",
    parse: text(),
    fallback: nothing,
    visibility: "messages"
  },
  wait: {
    description: "How long to wait for a version that is not there yet, or for an index whose signature does not fit yet, such as `10m` right after a release to a site behind a CDN.",
    default: "not at all",
    parse: duration,
    fallback: () => 0,
    visibility: "plan"
  },
  "registry-username": {
    ...username,
    description: "User name for the registry. Otherwise log in with an earlier step."
  },
  "registry-password": password,
  "plain-http": accessInputs["plain-http"],
  "token-realms": accessInputs["token-realms"],
  "github-token": {
    description: "Token that reads packages of ghcr.io.",
    default: "the workflow's own token",
    parse: text(),
    fallback: (_, inputs) => inputs["github-token"] || void 0,
    expression: "github.token",
    visibility: "secret"
  },
  timeout: {
    description: "How long all of it may take beside `wait`, such as `5m`; then it fails.",
    default: "`15m`",
    parse: duration,
    fallback: () => 15 * 6e4,
    visibility: "messages"
  }
}, verificationInputTable = verificationInputs, secretVerificationInputs = Object.entries(verificationInputTable).filter(([, { visibility }]) => visibility === "secret").map(([name]) => name);

// src/inputs/verification/settings.ts
function readVerificationSettings(inputs, environment) {
  let problems = collectProblems();
  for (let name of Object.keys(inputs)) Object.hasOwn(verificationInputs, name) || problems.add(unknownInput(name));
  let entries = Object.entries(verificationInputTable).map(([name, entry]) => {
    let { value } = resolveSetting(givenInput(inputs, name), entry, { problems, environment, inputs });
    return [camelCase(name), value];
  }), values = Object.fromEntries(entries);
  if (problems.all.length === 0) for (let problem of conflicts(values)) problems.add(problem);
  if (problems.all.length > 0) throw new ReleaseErrors(problems.all);
  return isKeyless(values.require) ? { ...values, expected: expectedIdentity(values, environment) } : values;
}
function isKeyless(required) {
  return required.some((one) => one !== "gpg");
}
function conflicts(values) {
  return [
    placeProblem(values),
    versionProblem(values),
    signerProblem(values),
    keyringProblem(values),
    loginProblem(values)
  ].filter((problem) => problem !== void 0);
}
function placeProblem({ chart, repositoryUrl, require: require2 }) {
  let isReference = chart.startsWith("oci://");
  if (isReference && repositoryUrl !== void 0)
    return conflict(
      "`chart` is in a registry, and `repository-url` is given.",
      "Take `repository-url` out, or write the name of the chart as `chart`."
    );
  if (!isReference && repositoryUrl === void 0)
    return conflict(
      `\`chart\` is a name, ${chart}, and \`repository-url\` does not say where it is.`,
      "Give `repository-url`, or write a reference such as `oci://ghcr.io/acme/charts/app:1.2.3`."
    );
  if (isReference && require2.includes("index"))
    return conflict("`require` names `index`, and a registry has none.", "Take `index` out of `require`.");
}
function versionProblem({ chart, version }) {
  let hasOwn = /^oci:\/\/.*\/[^/]*[:@][^/]*$/.test(chart);
  if (!(version === void 0 || !hasOwn))
    return conflict("`chart` names a version or a digest, and `version` is given.", "Take one of the two out.");
}
function signerProblem({
  repository,
  identity,
  workflow,
  issuer,
  require: require2
}) {
  if (identity !== void 0)
    return repository !== void 0 || workflow !== void 0 ? conflict(
      "`identity` is given together with `repository` or `workflow`.",
      "Give either the workflow or the whole identity."
    ) : issuer === void 0 ? conflict(
      "`identity` is given without `issuer`.",
      "Say who identified it: `issuer: https://accounts.google.com`, for instance."
    ) : void 0;
  if (!(repository !== void 0 || !isKeyless(require2)))
    return new ReleaseError("INPUT_MISSING", "The input `repository` is missing: without it anybody could have signed.", {
      hint: "Write `repository: acme/charts`, the repository whose workflow releases the chart."
    });
}
function keyringProblem({ keyring, require: require2 }) {
  if (!(keyring !== void 0 || !require2.includes("gpg")))
    return new ReleaseError("INPUT_MISSING", "The input `keyring` is missing, and `require` names `gpg`.", {
      hint: "Give the public keys that charts are signed with: a file, or what `gpg --export --armor <key id>` prints."
    });
}
function loginProblem({ registryUsername, registryPassword }) {
  if (registryUsername === void 0 != (registryPassword === void 0))
    return conflict(
      "One of `registry-username` and `registry-password` is given without the other, or the other is empty.",
      "Give both, or neither. A secret that does not exist is an empty input."
    );
}
function conflict(message, hint) {
  return new ReleaseError("INPUT_CONFLICT", message, { hint });
}
function unknownInput(name) {
  let near = nearest(name, Object.keys(verificationInputs));
  return new ReleaseError("INPUT_UNKNOWN", `This action has no input \`${name.slice(0, 60)}\`.`, {
    hint: near === void 0 ? `Its inputs are: ${Object.keys(verificationInputs).join(", ")}.` : `Did you mean \`${near}\`?`
  });
}

// src/report/verification/outputs.ts
var MAX_REASON = 300;
function verificationOutputs(report) {
  let { verification, archive } = report, isVerified = verification !== void 0 && archive !== void 0 && report.problems.length === 0, found = isVerified ? verification : void 0;
  return {
    verified: String(isVerified),
    reference: found?.reference ?? "",
    digest: found?.digest ?? "",
    pinned: found?.pinned ?? "",
    name: found?.name ?? "",
    version: found?.version ?? "",
    archive: isVerified ? archive : "",
    "archive-digest": found?.archiveDigest ?? "",
    report: reportJson(report, isVerified)
  };
}
function reportJson({ verification, problems }, verified2) {
  let { name, version, reference, digest, pinned, archiveDigest, checks = [] } = verification ?? {};
  return JSON.stringify({
    schema: 1,
    verified: verified2,
    name,
    version,
    reference,
    digest,
    pinned,
    archiveDigest,
    checks: checks.map(checkData),
    problems: problems.map(({ code: code2, message, hint }) => ({ code: code2, message, hint }))
  });
}
function checkData({ requirement, accepted, refused }) {
  let brief = refused.map(({ form, why }) => ({ form, why: why.slice(0, MAX_REASON) }));
  return { requirement, accepted, refused: brief };
}

// src/report/verification/summary.ts
function verificationSummary(report) {
  let { verification, problems } = report;
  return `${[
    "## Chart verification",
    `**${prose(headline(report))}**`,
    verification ? checksTable(verification.checks) : "",
    verification ? refusedList(verification.checks) : "",
    problems.map(
      ({ code: name, message, hint }) => `- ${code(name)}<br>${prose(message, 1e3)}${hint === void 0 ? "" : `<br>What to do: ${prose(hint, 1e3)}`}`
    ).join(`
`),
    verification && problems.length === 0 ? `Pinned: ${code(verification.pinned ?? verification.digest)}` : ""
  ].filter((part) => part !== "").join(`

`)}
`;
}
function headline({ verification, problems }) {
  if (!verification) return "The chart could not be verified: do not deploy it.";
  let { name, version } = verification;
  return problems.length === 0 ? `${name} ${version} is what it should be.` : `${name} ${version} is not verified: do not deploy it.`;
}
function checksTable(checks) {
  let rows = checks.map(({ requirement, accepted }) => [
    requirement,
    accepted ? "holds" : "**refused**",
    accepted ? code(whose(accepted), 500) : ""
  ]);
  return table(["Required", "Result", "By"], rows);
}
function whose({ identity, key }) {
  return identity ? identity.subject : `OpenPGP key ${key ?? ""}`;
}
function refusedList(checks) {
  let refused = checks.flatMap((check) => check.accepted ? check.refused : []);
  return refused.length === 0 ? "" : ["Also there, and refused:", "", ...refused.map(({ form, why }) => `- ${prose(form, 100)}: ${prose(why, 300)}`)].join(`
`);
}

// src/report/verification/write.ts
async function writeVerification(whole, { log, runner, secrets }) {
  let report = redacted(whole, secrets);
  logVerification(report, log);
  let failures = [], attempt = (work) => work().catch((thrown) => {
    failures.push(...problemsIn(thrown));
  });
  for (let [name, value] of Object.entries(verificationOutputs(report)))
    await attempt(() => runner.setOutput(name, value));
  if (await attempt(() => runner.addSummary(verificationSummary(report))), failures.length > 0) throw new ReleaseErrors(failures);
}
function logVerification(report, log) {
  log.info(headline(report));
  for (let { requirement, accepted, refused } of report.verification?.checks ?? []) {
    accepted && log.info(`${requirement}: ${accepted.form} by ${whose(accepted)}`, { isData: !0 });
    for (let { form, why } of refused) log.info(`${requirement}: ${form} is refused: ${why}`);
  }
  for (let problem of report.problems) log.error(problemText(problem), { title: problem.code });
}

// src/signing/policy/expected-identity.ts
var import_picomatch = __toESM(require_picomatch(), 1);
function identityProblem(identity, { issuer, by }) {
  return identity.issuer !== issuer ? `its issuer is ${identity.issuer}, and ${issuer} is expected` : "subject" in by ? subjectProblem(identity, by.subject) : workflowProblem(identity, by);
}
function subjectProblem({ subject }, expected) {
  return (expected.endsWith("*") ? subject.startsWith(expected.slice(0, -1)) : subject === expected) ? void 0 : `its subject is ${subject}, and ${expected} is expected`;
}
function workflowProblem(identity, expected) {
  let { repositoryUrl, workflow } = expected, { sourceRepository } = identity;
  if (sourceRepository === void 0) return "its certificate does not name a source repository";
  if (sourceRepository.toLowerCase() !== repositoryUrl.toLowerCase())
    return `its source repository is ${sourceRepository}, and ${repositoryUrl} is expected`;
  let found = workflowIn(identity.subject);
  if (!found) return `its subject is ${identity.subject}, which is not a workflow`;
  let folder = `${repositoryUrl}/.github/workflows/`;
  return (workflow === void 0 ? isBelow(found.file, folder) : isSameFile(found.file, workflow)) ? refProblem(identity, found, expected) : `its workflow is ${found.file}, and ${workflow ?? `one below ${folder}`} is expected`;
}
function refProblem({ sourceRef }, { file, ref }, { repositoryUrl, workflowRef, refs }) {
  let isOwn = isBelow(file, `${repositoryUrl}/`), ranOn = sourceRef ?? (isOwn ? ref : void 0);
  if (ranOn === void 0) return "its certificate does not name the ref that the workflow ran on";
  let odd = [ranOn, ...isOwn ? [ref] : []].find((one) => !matches(one, refs));
  if (odd !== void 0) return `its ref is ${odd}, and ${refs.join(" or ")} is expected`;
  if (!(isOwn || workflowRef === void 0 || matches(ref, [workflowRef])))
    return `its workflow is at ${ref}, and ${workflowRef} is expected`;
}
function workflowIn(subject) {
  let found = /^(?<file>https:\/\/[^@\s]+\/\.github\/workflows\/[^@/\s]+\.ya?ml)@(?<ref>refs\/\S+)$/.exec(subject), { file, ref } = found?.groups ?? {};
  return file === void 0 || ref === void 0 ? void 0 : { file, ref };
}
function isSameFile(found, expected) {
  let at = expected.indexOf("/.github/");
  return isBelow(found, expected.slice(0, at + 1)) && found.slice(at) === expected.slice(at);
}
function isBelow(file, folder) {
  return file.toLowerCase().startsWith(folder.toLowerCase());
}
function matches(ref, patterns) {
  return import_picomatch.default.isMatch(ref, [...patterns], { dot: !0, nonegate: !0 });
}

// src/verification/published/reference.ts
var FORM = /^(?<place>oci:\/\/[^\s?#]+)\/(?<name>[^\s/:@?#]+)(?::(?<tag>[^\s/:@?#]+))?(?:@(?<digest>[^\s/@]+))?$/;
function parseReference(text2) {
  let { place = "", name = "", tag, digest } = FORM.exec(text2)?.groups ?? {};
  if (name === "") return { problem: "a reference such as `oci://ghcr.io/acme/charts/app:1.2.3`" };
  let version = tag?.replaceAll("_", "+");
  return version !== void 0 && !parseVersion(version) ? { problem: "a version as tag, such as `:1.2.3`" } : digest !== void 0 && !isDigest(digest) ? { problem: "a digest such as `@sha256:` with 64 hex digits" } : { place, name, ...version !== void 0 && { version }, ...digest !== void 0 && { digest } };
}

// src/verification/find-chart.ts
function findChart({ chart, version, repositoryUrl }, context) {
  let wanted = version ?? ANY_RELEASE;
  if (repositoryUrl === void 0) return fromRegistry(chart, wanted, { ...context, http: context.newHttp() });
  let privateHosts = [new URL(repositoryUrl).host, ...context.settings.plainHttp];
  return fetchFromRepository(
    { repositoryUrl, name: chart, version: wanted },
    { ...context, privateHosts, fromRegistry: (reference) => fromListed(reference, context, privateHosts) }
  );
}
async function fromRegistry(chart, wanted, context) {
  let reference = parseReference(chart);
  if ("problem" in reference)
    throw new ReleaseError(
      "INPUT_INVALID",
      `The input \`chart\` is \`${chart.slice(0, 200)}\`; allowed: ${reference.problem}.`
    );
  return fetchFromRegistry(
    { ...reference, wanted: needsVersion(reference) ? wanted : void 0 },
    openRegistry(reference.place, context)
  );
}
function needsVersion({ version, digest }) {
  return version === void 0 && digest === void 0;
}
async function fromListed(reference, context, privateHosts) {
  let parsed = parseReference(reference);
  if ("problem" in parsed) throw unreadable(reference.slice(0, 200), `the index does not name ${parsed.problem}`);
  let { registryUsername: _, registryPassword: __, ...settings } = context.settings, guarded = () => {
    let http = context.newHttp();
    return { send: (request) => http.send({ ...request, privateHosts }) };
  };
  return fetchFromRegistry(
    parsed,
    openRegistry(parsed.place, { ...context, http: guarded(), newHttp: guarded, settings })
  );
}

// src/verification/open-judges.ts
var MAX_KEYRING_BYTES = 4 * 1024 * 1024;
function openJudges(options) {
  let { files, clock, keyring = "", trustedRoot } = options;
  return {
    inspector: memoizeAsync(async () => {
      let { createInspector, findTrustedRoot } = await import("./consumer-JE7IR6V5.js"), cacheFolder = trustedRoot === void 0 ? await files.temporaryFolder("tuf") : "";
      return createInspector(await findTrustedRoot({ trustedRoot, cacheFolder }, options));
    }),
    keyring: memoizeAsync(async () => {
      let { createKeyringVerifier, keyringMissing } = await import("./open-keyring-3MWU2EJH.js"), bytes = keyring.trimStart().startsWith("-----BEGIN PGP") ? Buffer.from(keyring) : await files.readIfPresent(keyring.trim(), MAX_KEYRING_BYTES);
      if (!bytes) throw keyringMissing(keyring.trim());
      return createKeyringVerifier(bytes, () => clock.now());
    })
  };
}

// src/verify-action.ts
async function runVerifyAction(variables, journal) {
  let step = openStep({ variables, journal, secretInputs: secretVerificationInputs }), { stop, log, runner, secrets } = step, ended = await Promise.race([
    verifyAndKeep(step).catch(failed),
    stop.over.then((reason) => failed(reason))
  ]);
  await step.cleanUp();
  let own = stop.reason ? failed(stop.reason) : ended, report = { ...own, problems: [...own.problems, ...step.problems()] }, isTold = await writeVerification(report, { log, runner, secrets }).then(
    () => !0,
    (thrown) => {
      for (let problem of problemsIn(thrown)) log.error(problemText(problem), { title: problem.code });
      return !1;
    }
  );
  return step.exit(isTold && report.problems.length === 0 && report.archive !== void 0 ? 0 : 1);
}
function failed(thrown) {
  return { problems: problemsIn(thrown) };
}
async function verifyAndKeep(step) {
  let { environment, log, stop, runner } = step, settings = readVerificationSettings(inputsIn(environment), environment), timeoutMs = settings.timeout + settings.wait, steps = createSteps({ log, stop, setAlarm, timeoutMs, shareOfStep: 1 }), { chart, verification } = await steps.during("Pull and verify the chart", () => verified(step, settings)), problems = verification.checks.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) return { verification, problems };
  let archive = await runner.saveBytes(archiveNames(verification).archive, chart.archive);
  return { verification, archive, problems: [] };
}
async function verified(step, settings) {
  let clock = guardClock(systemClock, step.stop), context = contextOf(step, settings, clock), { trustedRoot, keyring, timeout } = settings, judges = openJudges({ ...context, trustedRoot, keyring, timeoutMs: timeout / 2 }), { require: required, expected } = settings, policy = { required, refusal: expected && ((identity) => identityProblem(identity, expected)) };
  return untilThere(async () => {
    let chart = await findChart(settings, context);
    return { chart, verification: await verifyChart(chart, policy, judges) };
  }, { clock, log: step.log, waitMs: settings.wait });
}
function contextOf(step, settings, clock) {
  let throttle = createThrottle({ clock: systemClock, log: step.log }), newHttp = (ca) => guardHttp(createHttp({ ...step, throttle, clock: systemClock, ...ca !== void 0 && { ca } }), step.stop), { githubToken, registryUsername, registryPassword, plainHttp, tokenRealms } = settings, registries = { githubToken, registryUsername, registryPassword, plainHttp, tokenRealms };
  return { ...step, clock, http: newHttp(), newHttp, settings: registries };
}

// src/verify-main.ts
process.exitCode = await runVerifyAction(process.env, createJournal());
