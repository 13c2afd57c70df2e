import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  ReleaseError
} from "./chunk-72EAIUZW.js";

// src/signing/policy/ownership.ts
function isOurs(identity, ours) {
  if (ours.trusted.some((trusted) => isTrusted(identity, trusted))) return !0;
  if (identity.issuer !== ours.issuer || identity.sourceRepositoryId !== ours.repositoryId) return !1;
  let { workflow, isAtCommit } = workflowOf(identity.subject);
  return workflow === void 0 ? !1 : [ours.repositoryUrl, identity.sourceRepository ?? ours.repositoryUrl].some((name) => workflow.startsWith(`${name}/.github/workflows/`)) ? !isAtCommit : workflow === ours.workflow;
}
function ourIdentity(claims, { serverUrl, subject }, trusted) {
  let { workflow } = workflowOf(subject);
  return {
    issuer: claims.issuer,
    repositoryId: claims.repositoryId,
    repositoryUrl: `${serverUrl}/${claims.repository}`,
    ...workflow === void 0 ? {} : { workflow },
    trusted
  };
}
function workflowOf(subject) {
  let [, workflow, commit] = /^([^@\s]+\/\.github\/workflows\/[^@/\s]+\.ya?ml)@(?:refs\/(?:heads|tags)\/\S+|([0-9a-f]{40}))$/.exec(subject) ?? [];
  return { workflow, isAtCommit: commit !== void 0 };
}
function isTrusted(identity, { issuer, subject }) {
  return identity.issuer !== issuer ? !1 : subject.endsWith("*") ? identity.subject.startsWith(subject.slice(0, -1)) : identity.subject === subject;
}

// src/signing/policy/consent.ts
function publicLogProblem({ repository, repositoryVisibility }, publicLog) {
  if (publicLog === !0 || publicLog === void 0 && repositoryVisibility === "public") return;
  let why = publicLog === !1 ? "`public-log: false` forbids what keyless signing does" : `${repository} is ${repositoryVisibility ?? "of unknown visibility"}`;
  return new ReleaseError(
    "PUBLIC_LOG_CONSENT",
    `${why}: a keyless signature writes the names of the repository and its workflow to a public log for ever.`,
    {
      hint: `To allow it, add this to the step:
  with:
    public-log: true
Otherwise name a private Sigstore by sigstore-signing-config and sigstore-trusted-root, or set sign: none.`
    }
  );
}

export {
  isOurs,
  ourIdentity,
  publicLogProblem
};
