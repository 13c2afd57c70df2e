import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)

// src/model/error-codes.ts
var errorCodes = {
  // Inputs, the config file and the workflow around them
  INPUT_UNKNOWN: {
    kind: "config",
    meaning: "The step has an input under `with:` that this action does not know; usually a slip of the pen."
  },
  INPUT_INVALID: { kind: "config", meaning: "An input holds a value that is not allowed; the message says which are." },
  INPUT_CONFLICT: {
    kind: "config",
    meaning: "Two settings exclude or need each other, such as a user name without a password."
  },
  INPUT_MISSING: {
    kind: "config",
    meaning: "A setting has no default here (for instance on GitHub Enterprise Server) and must be given."
  },
  CONFIG_FILE_MISSING: { kind: "config", meaning: "The input `config` names a file that does not exist." },
  CONFIG_FILE_INVALID: {
    kind: "config",
    meaning: "The config file is no YAML, names a key twice, or is far too large."
  },
  CONFIG_KEY_UNKNOWN: {
    kind: "config",
    meaning: "The config file has a key that means nothing; usually a slip of the pen."
  },
  CONFIG_VALUE_INVALID: {
    kind: "config",
    meaning: "A key of the config file holds a value of the wrong type or one that is not allowed."
  },
  CONFIG_CHARTS_CONFLICT: {
    kind: "config",
    meaning: "Two entries under `charts` in the config file say different things for one chart, or one is there twice."
  },
  CHART_RELEASER_FILE_INVALID: {
    kind: "config",
    meaning: "cr.yaml, the settings of chart-releaser, is no YAML, names a key twice, or is far too large."
  },
  CHART_RELEASER_REFUSED: {
    kind: "config",
    meaning: "A setting of chart-releaser (cr.yaml or a `CR_*` variable) asks for what this action does not do, and going on without it would change what is published."
  },
  CHECKOUT_ELSEWHERE: {
    kind: "config",
    meaning: "The checkout is of another repository than that of the workflow, which would sign it in its own name; run the workflow there."
  },
  SHARED_CONFIG_REFUSED: {
    kind: "config",
    meaning: "The config file of another repository must not count: another owner, a commit that its default branch does not hold, or a setting that a repository must make itself."
  },
  SHARED_CONFIG_UNREADABLE: {
    kind: "config",
    meaning: "The config file of another repository could not be read; usually the token cannot see that repository."
  },
  DEFAULT_BRANCH_UNKNOWN: {
    kind: "config",
    meaning: "Without `branches` only the default branch releases, and neither the event nor origin says which one that is; name it."
  },
  CHART_TESTING_FILE_INVALID: {
    kind: "config",
    meaning: "ct.yaml, the settings of chart-testing, is not YAML, names a key twice, or is far too large."
  },
  CHART_TESTING_REFUSED: {
    kind: "config",
    meaning: "A setting of chart-testing in ct.yaml has a value that cannot be followed here."
  },
  WORKSPACE_PATH_REFUSED: {
    kind: "config",
    meaning: "A file or folder that the settings name leads out of the workspace or into `.git`, is a link, or is nothing that can be read or written."
  },
  ENVIRONMENT_INCOMPLETE: {
    kind: "config",
    meaning: "Variables are missing that every GitHub runner sets: this is no workflow step."
  },
  ENVIRONMENT_INVALID: {
    kind: "config",
    meaning: "A variable of the environment holds something that it cannot mean, such as an address that is none."
  },
  RUNNER_PATH_UNUSABLE: {
    kind: "config",
    meaning: "A file or folder that the runner names (the event, the outputs, the summary, the workspace, the temporary folder) cannot be used as what it is named for."
  },
  EVENT_REFUSED: {
    kind: "config",
    meaning: "The run belongs to a pull request or a merge queue; `mode: release` only releases what is merged."
  },
  HEAD_NOT_ON_REF: {
    kind: "config",
    meaning: "The checkout stands at a commit that the branch or tag of this run does not hold, so nobody has merged it."
  },
  BASE_UNKNOWN: {
    kind: "remote",
    meaning: "What is checked out is not merged, and the commit whose settings apply instead cannot be read from origin."
  },
  PULL_REQUEST_FAILED: {
    kind: "remote",
    meaning: "GitHub did not open, change or close the pull request of the version bumps."
  },
  GITHUB_RELEASE_FAILED: {
    kind: "remote",
    meaning: "GitHub did not give, make or change a release or one of its files."
  },
  GITHUB_RELEASE_IMMUTABLE: {
    kind: "conflict",
    meaning: "A release was published for good, and a file of it (mostly a signature) can never be added or changed."
  },
  BRANCH_RULES: {
    kind: "config",
    meaning: "Rules of the branch refuse the push of a version bump by this token (see `commit` and `github-token`)."
  },
  // Charts
  CHART_YAML_INVALID: {
    kind: "chart",
    meaning: "Chart.yaml cannot be read as YAML, or a key holds a value of the wrong type."
  },
  CHART_CONFLICT_MARKERS: {
    kind: "chart",
    meaning: "A file of the chart holds the markers of a merge that was not resolved."
  },
  CHART_VERSION_MISSING: { kind: "chart", meaning: "Chart.yaml has no `version`." },
  CHART_VERSION_INVALID: {
    kind: "chart",
    meaning: "The `version` in Chart.yaml is not a semantic version that every client reads alike."
  },
  CHART_NAME_INVALID: {
    kind: "chart",
    meaning: "The chart name cannot be used in an archive name or a repository path."
  },
  CHART_EDIT_REFUSED: {
    kind: "chart",
    meaning: "A scalar cannot be replaced without touching other lines: it is written as a block, over several lines, or above a line with a tab that Helm could no longer read."
  },
  // Locks, ignore files and values of a chart
  LOCK_INVALID: {
    kind: "chart",
    meaning: "Chart.lock or requirements.lock cannot be read, or is not whole."
  },
  LOCK_OUT_OF_STEP: {
    kind: "chart",
    meaning: "The lock does not fit the dependencies it was made for, so Helm would refuse to build from it."
  },
  CONSTRAINT_INVALID: {
    kind: "chart",
    meaning: "The `version` of a dependency is no constraint that Helm understands."
  },
  IGNORE_INVALID: {
    kind: "chart",
    meaning: ".helmignore holds a rule that Helm refuses, such as one with `**`, or one that leaves out Chart.yaml or all dependencies."
  },
  VALUES_INVALID: { kind: "chart", meaning: "values.yaml cannot be read as one YAML document." },
  VALUES_PATH_MISSING: {
    kind: "chart",
    meaning: "`app-version: values:<path>` names a place in values.yaml that does not exist or holds no single value."
  },
  APP_VERSION_INVALID: {
    kind: "config",
    meaning: "`app-version` is not one of the known rules, or its value cannot be an appVersion."
  },
  // Archives
  ARCHIVE_INVALID: {
    kind: "chart",
    meaning: "A packaged chart is not a gzipped tar, or holds what no chart may: links, devices, paths out of its folder."
  },
  ARCHIVE_TOO_LARGE: {
    kind: "chart",
    meaning: "A packaged chart unpacks to more bytes or files than Helm loads."
  },
  ARCHIVE_FILE_TOO_LARGE: {
    kind: "chart",
    meaning: "One file in a packaged chart is over 5 MiB, the most that Helm 3 loads."
  },
  // Files and dependencies of a chart
  CHART_YAML_MISSING: { kind: "chart", meaning: "A folder that is named as a chart holds no Chart.yaml." },
  CHART_LINK: {
    kind: "chart",
    meaning: "A link in a chart leads out of the repository, into .git or a submodule, to an untracked file, or in a circle."
  },
  CHART_SUBMODULE: { kind: "chart", meaning: "A chart holds a git submodule, whose files are not in this repository." },
  CHART_TOO_MANY_FILES: { kind: "chart", meaning: "A chart holds more files than a package may have." },
  DEPENDENCY_OUTSIDE: { kind: "chart", meaning: "A `file://` dependency leads out of the repository." },
  DEPENDENCY_MISSING: { kind: "chart", meaning: "A `file://` dependency leads to a folder without Chart.yaml." },
  DEPENDENCY_BROKEN: {
    kind: "chart",
    meaning: "A chart of this repository that this chart depends on has a problem itself."
  },
  DEPENDENCY_CYCLE: { kind: "chart", meaning: "Charts of this repository depend on each other in a circle." },
  // Packaging
  HELM_MISSING: { kind: "config", meaning: "There is no `helm` on PATH, and `helm-version` is not set." },
  HELM_TOO_OLD: { kind: "config", meaning: "The Helm on PATH is older than 3.8, the first with OCI support." },
  HELM_INSTALL_FAILED: {
    kind: "remote",
    meaning: "The Helm that `helm-version` names could not be fetched or its digest differs."
  },
  CHART_LINT_FAILED: {
    kind: "chart",
    meaning: "`helm lint` finds errors in the chart or in its Chart.yaml as it is written (a number where text belongs), or a values.schema.json is not JSON as every version of Helm reads it, or refers to a file that is not in the package."
  },
  LINT_VALUES_INVALID: {
    kind: "chart",
    meaning: "A values file that a chart is to be linted with is not in its folder at that commit, cannot be read, is too large, or there are too many of them."
  },
  CHART_PACKAGE_FAILED: { kind: "chart", meaning: "`helm package` refused the chart." },
  CHART_FILE_TOO_LARGE: {
    kind: "chart",
    meaning: "A file of the chart is larger than Helm loads, or all files together are."
  },
  CHART_EXPORT_FAILED: {
    kind: "chart",
    meaning: "git could not write the files of a chart: a filter such as Git LFS failed, or a file name is not allowed."
  },
  CHART_STAND_IN: {
    kind: "chart",
    meaning: "A file is kept by git-annex, git-fat or git-crypt, and the clone only has what stands for its content."
  },
  CHART_LFS_POINTER: { kind: "chart", meaning: "A file is kept in Git LFS, and only its pointer is in the clone." },
  DEPENDENCY_UNLOCKED: {
    kind: "chart",
    meaning: "A chart has dependencies from elsewhere but no lock, so each run could package others."
  },
  DEPENDENCY_OUT_OF_STEP: {
    kind: "chart",
    meaning: "The lock or a constraint does not fit the chart that it names, be it one of this repository or one in `charts/`: the name and version in its own Chart.yaml count."
  },
  DEPENDENCY_VERSIONS: {
    kind: "chart",
    meaning: "A chart depends on two versions of one chart, or on one version from two places, perhaps under two aliases; a package has room for one."
  },
  DEPENDENCY_REFUSED: {
    kind: "chart",
    meaning: "A dependency uses a scheme that is not allowed, or its address is or leads to a private one."
  },
  DEPENDENCY_REPOSITORY_UNKNOWN: {
    kind: "chart",
    meaning: "A dependency names its repository as `@name` or `alias:name`, and neither an earlier `helm repo add` nor the config file says which address that is, or they say two."
  },
  DEPENDENCY_CHANGED: {
    kind: "conflict",
    meaning: "A published package holds other files of a dependency than its repository gives now for the same version; all else is what git packages. The package stays as it is."
  },
  DEPENDENCY_FAILED: {
    kind: "chart",
    meaning: "A dependency from elsewhere could not be fetched; the message says why."
  },
  // Planning
  CHARTS_NONE: { kind: "config", meaning: "No chart folder matches the input `charts`." },
  CHART_NAME_DOUBLED: {
    kind: "chart",
    meaning: "Two charts of the run have one name, so they would get the same reference."
  },
  TAG_TEMPLATE_AMBIGUOUS: {
    kind: "config",
    meaning: "The tag templates of two charts make the same git tag, such as `v{{ .Version }}` for several charts."
  },
  VERSION_UNTAGGABLE: { kind: "chart", meaning: "The git tag that would claim a version is no name that git takes." },
  TAG_VERSION_MISMATCH: { kind: "config", meaning: "A chart's release tag names another version than its Chart.yaml." },
  VERSION_TAKEN: { kind: "conflict", meaning: "The version is published with other content, and no bump is allowed." },
  VERSION_TOO_LOW: {
    kind: "chart",
    meaning: "The version was raised by hand, by less than what changed since the last release asks for; or a proposed change lowers it."
  },
  VERSION_NOT_RAISED: {
    kind: "chart",
    meaning: "The proposed change alters the chart and leaves its version as it is (`mode: check`, `require-bump`)."
  },
  VERSION_OUT_OF_ORDER: {
    kind: "chart",
    meaning: "A tag of an earlier version of the application would give the chart a version above those that ship later ones."
  },
  VERSION_NONE_FREE: { kind: "conflict", meaning: "Every number after the current version is taken by other content." },
  TARGET_STATE_UNKNOWN: {
    kind: "remote",
    meaning: "A target did not say whether it holds the version. Unknown is never read as absent, so the chart stops."
  },
  DEPENDENCY_NOT_RAISED: {
    kind: "chart",
    meaning: "The chart was raised, and a chart of this repository that it packages changed and was not (`bump: manual`): raise that one, too."
  },
  DEPENDENCY_STOPPED: {
    kind: "chart",
    meaning: "A chart of this repository that this chart depends on failed, so it waits."
  },
  // Tools and files of the machine
  TOOL_MISSING: {
    kind: "config",
    meaning: "A program that the run needs (git, helm, a credential helper) cannot be started."
  },
  FILE_UNREADABLE: {
    kind: "config",
    meaning: "A file cannot be read: it is a folder, a pipe or a device, or this user may not read it."
  },
  FILE_TOO_LARGE: { kind: "config", meaning: "A file is larger than what is read of its kind." },
  DISK_FULL: { kind: "config", meaning: "The disk of the runner is full; nothing that was not whole became visible." },
  CLOCK_WRONG: {
    kind: "config",
    meaning: "The clock of the runner is wrong by more than a day, by what all servers say that the run met."
  },
  // Publishing
  PUBLISHED_CONTENT_DIFFERS: {
    kind: "trust",
    meaning: "A published version does not hold what git packages for it, so nothing is signed or copied."
  },
  READ_BACK_DIFFERS: { kind: "trust", meaning: "What was read back is not what was stored." },
  SIGNATURE_LOST: { kind: "trust", meaning: "A signature that was there when the run began is gone." },
  CLAIM_REFUSED: { kind: "conflict", meaning: "The git tag that claims a version can't be created." },
  CLAIM_LOST: { kind: "conflict", meaning: "Another run claimed the version first." },
  TAG_OVERWRITTEN: {
    kind: "conflict",
    meaning: "Another run published the same version at the same time, and no git tag decided."
  },
  HALF_RELEASE_COMMIT_GONE: {
    kind: "conflict",
    meaning: "A version is on some of its targets only, and the commit that it was packaged from is not in the repository any more, so the release can\u2019t be finished."
  },
  HALF_RELEASE_UNVERIFIED: {
    kind: "trust",
    meaning: "A version is on some of its targets only, and neither its signatures nor the history of the branch account for what is there, so nothing is signed or copied."
  },
  // Git
  GIT_BRANCH_BUSY: { kind: "conflict", meaning: "The branch moved each time the run tried to push its bump." },
  GIT_DENIED: {
    kind: "config",
    meaning: "The git server wants credentials that it was not given, or does not take those that it got."
  },
  GIT_STALLED: { kind: "remote", meaning: "The git server took a request and then sent nothing for a minute." },
  GIT_FAILED: { kind: "config", meaning: "git refused or failed; the message holds its last line." },
  GIT_NOT_A_REPOSITORY: {
    kind: "config",
    meaning: "The workspace, or the folder that `path` names, is not a git checkout."
  },
  GIT_SHALLOW: {
    kind: "config",
    meaning: "The clone lacks the history that tells the release commit, and it could not be fetched."
  },
  BRANCH_NOT_OURS: {
    kind: "conflict",
    meaning: "The branch of the action's own pull request holds commits of somebody else, so it is neither made anew nor deleted."
  },
  GIT_NAME_CONFLICT: {
    kind: "conflict",
    meaning: "A branch or tag cannot be created, because git keeps names like files and folders: `a` and `a/b` cannot both exist."
  },
  GIT_PUSH_REFUSED: { kind: "conflict", meaning: "The server refused the push of the version bump or of a tag." },
  // Signatures
  OIDC_UNAVAILABLE: {
    kind: "config",
    meaning: "The job has no `id-token: write` permission, or runs for a pull request of a fork."
  },
  OIDC_REFUSED: {
    kind: "trust",
    meaning: "The server that gives out identity tokens refused to give one to this job."
  },
  OIDC_FAILED: {
    kind: "remote",
    meaning: "The server that gives out identity tokens was away or gave no usable answer."
  },
  OIDC_TOKEN_INVALID: { kind: "trust", meaning: "The identity token of the job lacks what a signature needs." },
  PUBLIC_LOG_CONSENT: {
    kind: "config",
    meaning: "A signature writes the name of the repository to a public log for ever; a private repository must allow that."
  },
  SIGSTORE_CONFIG_INVALID: {
    kind: "config",
    meaning: "The Sigstore signing configuration or trusted root that was given cannot be used."
  },
  SIGSTORE_NO_PUBLIC_INSTANCE: {
    kind: "config",
    meaning: "The public Sigstore does not know the identity tokens of this GitHub server: a private Sigstore must be named."
  },
  SIGSTORE_REKOR_V2_ONLY: {
    kind: "config",
    meaning: "The only log of the signing configuration is a Rekor v2, which cannot give what half of the verifiers need."
  },
  SIGSTORE_ROOT_INVALID: {
    kind: "trust",
    meaning: "The trusted root could not be fetched in a way that proves where it comes from."
  },
  SIGSTORE_UNAVAILABLE: {
    kind: "remote",
    meaning: "A service that signing needs was away for longer than `sigstore-timeout`; nothing was released unsigned."
  },
  SIGSTORE_REFUSED: { kind: "trust", meaning: "A service that signing needs refused the request and said why." },
  SIGSTORE_INVALID_ANSWER: {
    kind: "trust",
    meaning: "A service that signing needs answered with something that does not prove what it must prove."
  },
  SIGNATURE_MISSING: { kind: "trust", meaning: "A signature that was stored could not be read back." },
  ARCHIVE_SIGNATURE_FOREIGN: {
    kind: "trust",
    meaning: "An archive is signed by somebody whose signatures do not count as ours. That signature is not replaced."
  },
  SIGNATURE_INVALID: {
    kind: "trust",
    meaning: "A signature that was read back does not verify for the certificate of this run."
  },
  // Provenance beside the archive
  GPG_KEY_INVALID: { kind: "config", meaning: "The input `gpg-private-key` holds no private OpenPGP key." },
  GPG_PASSPHRASE_WRONG: {
    kind: "config",
    meaning: "The key in `gpg-private-key` is locked, and `gpg-passphrase` is empty or does not unlock it."
  },
  GPG_KEY_UNUSABLE: {
    kind: "config",
    meaning: "The key in `gpg-private-key` is expired, revoked or not made for signing."
  },
  // Checking a published chart before a deploy
  GPG_KEYRING_INVALID: {
    kind: "config",
    meaning: "The `keyring` that provenance files are checked with cannot be read, or has no public keys."
  },
  VERIFY_CHART_MISSING: {
    kind: "remote",
    meaning: "The registry or repository does not have the chart, or no version that was asked for."
  },
  VERIFY_CHART_UNREADABLE: {
    kind: "remote",
    meaning: "The index or the archive of a repository could not be fetched."
  },
  VERIFY_CHART_DIFFERS: {
    kind: "trust",
    meaning: "What was pulled is another chart or another version than was asked for, whoever signed it."
  },
  VERIFY_DIGEST_DIFFERS: {
    kind: "trust",
    meaning: "A tag leads to another digest than was asked for, or an archive is not the one that its index lists."
  },
  VERIFY_SIGNATURE_MISSING: {
    kind: "trust",
    meaning: "A signature that is required is not there: it was never made, or somebody removed it."
  },
  VERIFY_SIGNATURE_INVALID: {
    kind: "trust",
    meaning: "No signature of the required kind holds: it is about other content, its certificate or log entry is not of the trusted root, or it was put together from several."
  },
  VERIFY_IDENTITY_REFUSED: {
    kind: "trust",
    meaning: "A signature holds, and was made by another repository, workflow, issuer or key than is expected."
  },
  OUTSIDE_DIFFERS: {
    kind: "trust",
    meaning: "A version is released, and who pulls it from outside gets something else, no signature of this workflow, or nothing. The release is not undone."
  },
  // Network
  REMOTE_UNREACHABLE: {
    kind: "remote",
    meaning: "A server could not be reached, or the connection broke before it answered."
  },
  REMOTE_TIMEOUT: { kind: "remote", meaning: "A server did not answer in time, also not when asked again." },
  REMOTE_TOO_LARGE: { kind: "remote", meaning: "An answer is larger than anything that belongs there." },
  REMOTE_TRUNCATED: { kind: "remote", meaning: "An answer ended before it was complete, also when asked again." },
  REMOTE_ADDRESS_REFUSED: {
    kind: "remote",
    meaning: "A server sent the run to an address it must not go to: from https to http, or from a public host into a private network."
  },
  REQUEST_INVALID: {
    kind: "config",
    meaning: "A request holds what HTTP does not allow, such as a token with a line break."
  },
  PROXY_INVALID: { kind: "config", meaning: "HTTP_PROXY or HTTPS_PROXY does not hold the address of a proxy." },
  CA_UNREADABLE: { kind: "config", meaning: "NODE_EXTRA_CA_CERTS names a file that cannot be read." },
  // Targets and OCI registries
  TARGET_ADDRESS_INVALID: { kind: "config", meaning: "A target address cannot be read." },
  TARGET_DOUBLED: { kind: "config", meaning: "Two target addresses name the same place." },
  REGISTRY_CREDENTIALS_UNREADABLE: {
    kind: "config",
    meaning: "A credentials file or credential helper of Helm, Docker or Podman does not answer as it should."
  },
  REGISTRY_UNAUTHORIZED: {
    kind: "remote",
    meaning: "The registry wants credentials, or does not accept the ones it got (401)."
  },
  REGISTRY_DENIED: { kind: "remote", meaning: "The registry knows the credentials and they do not allow this (403)." },
  REGISTRY_NOT_FOUND: { kind: "remote", meaning: "The registry does not have what must be there (404)." },
  REGISTRY_THROTTLED: { kind: "remote", meaning: "The registry asks for fewer requests (429), also after waiting." },
  REGISTRY_FAILED: { kind: "remote", meaning: "The registry answered with an error." },
  REGISTRY_ANSWER_INVALID: {
    kind: "remote",
    meaning: "The registry answered something that the protocol does not allow."
  },
  REGISTRY_NOT_A_CHART: {
    kind: "remote",
    meaning: "Under this reference the registry holds something that is not a Helm chart."
  },
  REGISTRY_DIGEST_MISMATCH: {
    kind: "trust",
    meaning: "The registry or store delivered bytes that do not have the digest they are stored under."
  },
  REGISTRY_REALM_REFUSED: {
    kind: "remote",
    meaning: "The registry sends credentials to a token server that does not belong to it."
  },
  REGISTRY_UPLOAD_ELSEWHERE: { kind: "remote", meaning: "The registry sends an upload to another host." },
  REGISTRY_REFERRERS_REFUSED: {
    kind: "remote",
    meaning: "The registry does not store or list a signature as a referrer, nor under the fallback tag."
  },
  REGISTRY_SIGNATURE_TAG_FOREIGN: {
    kind: "conflict",
    meaning: "A tag that belongs to signatures holds something else, which is not overwritten."
  },
  CONFLICT_TAG_TAKEN: { kind: "conflict", meaning: "The version is published with other content." },
  CONFLICT_TAG_PROTECTED: { kind: "conflict", meaning: "The registry protects the tag from being written." },
  CONFLICT_SIGNATURES: {
    kind: "conflict",
    meaning: "Somebody else writes signatures of the same chart all the time, so that ours were lost again and again."
  },
  PATH_OCCUPIED: {
    kind: "conflict",
    meaning: "Something that this action did not write stands where it has to write a file. It is neither replaced nor deleted."
  },
  // Indexes of classic repositories
  INDEX_INVALID: {
    kind: "remote",
    meaning: "The index of a repository is damaged: empty, cut short, no YAML, or with the markers of a merge. It is left as it is."
  },
  INDEX_NOT_LOADABLE: {
    kind: "remote",
    meaning: "Helm can't load the index of a repository, because of an entry that other tools or people wrote: a number where text belongs, a key that it does not know. Nobody could install what is added to it."
  },
  INDEX_NOT_UNDERSTOOD: {
    kind: "remote",
    meaning: "The index of a repository is written in a way that can not be followed safely, so it is left as it is."
  },
  INDEX_BUSY: { kind: "conflict", meaning: "Others changed the index each time the run tried to write it." },
  INDEX_GONE: {
    kind: "conflict",
    meaning: "The index that the run was planned with was removed, emptied or replaced by an unrelated one before the run could write it."
  },
  INDEX_ENTRY_LOST: {
    kind: "conflict",
    meaning: "What was just written into an index is not there any more: something else writes it without reading it first."
  },
  INDEX_ARCHIVE_MISSING: {
    kind: "conflict",
    meaning: "An index lists a version whose archive is gone, and it could not be restored: git packages other bytes, or it was published by another tool."
  },
  INDEX_SIGNATURE_INVALID: {
    kind: "trust",
    meaning: "The signature beside an index does not hold for it: something wrote the index without signing it."
  },
  INDEX_SIGNATURE_FOREIGN: {
    kind: "trust",
    meaning: "An index is signed by somebody whose signatures do not count as ours, so it is not signed anew."
  },
  INDEX_SIGNED: {
    kind: "config",
    meaning: "An index is signed, and `sign-index` is not set: writing it would leave a signature that does not fit."
  },
  INDEX_UNREACHABLE: { kind: "remote", meaning: "The place that holds an index could not be read, or not be written." },
  INDEX_URL_INVALID: { kind: "config", meaning: "The address of an archive is none that an index can hold." },
  // Stores of files
  STORE_CREDENTIALS_MISSING: { kind: "config", meaning: "Nothing on the runner gives credentials for the store." },
  STORE_DENIED: {
    kind: "remote",
    meaning: "The store does not allow this, or does not tell whether the file is there (401, 403)."
  },
  STORE_FAILED: { kind: "remote", meaning: "The store answered with an error." },
  STORE_UNCONDITIONAL: {
    kind: "config",
    meaning: "The store writes without comparing, so that two runs at once could lose an entry of the index."
  },
  // The two jobs of the reusable workflow
  HANDOVER_INVALID: {
    kind: "trust",
    meaning: "What the build job handed over is not what it said in its outputs, is of another run, or has another form. Nothing was released."
  },
  HANDOVER_DIFFERS: {
    kind: "trust",
    meaning: "A package that the build job handed over holds something else than git and the locked dependencies."
  },
  HANDOVER_INCOMPLETE: {
    kind: "conflict",
    meaning: "The release job needs a package that the build job did not make, mostly because another run released something in between."
  },
  RUNNER_NOT_HOSTED: {
    kind: "trust",
    meaning: "The release job of the reusable workflow does not run on a runner that GitHub hosts."
  },
  // The run itself
  RUN_TIMEOUT: {
    kind: "remote",
    meaning: "The run, or one of its steps, took longer than `timeout` allows. What was begun is finished by the next run."
  },
  RUN_CANCELLED: {
    kind: "conflict",
    meaning: "The run was cancelled from outside, by a person, a `concurrency` group or a time limit of the job."
  },
  // Our own mistakes
  BUG_UNEXPECTED: { kind: "bug", meaning: "Something that should not happen; please report it." }
};

// src/model/errors.ts
function placeText({ file, line, column }) {
  return [file, line, column].filter((part) => part !== void 0).join(":");
}
var ReleaseError = class extends Error {
  name = "ReleaseError";
  code;
  kind;
  hint;
  at;
  constructor(code, message, { hint, at, cause } = {}) {
    super(message, { cause }), this.code = code, this.kind = errorCodes[code].kind, this.hint = hint, this.at = at;
  }
}, ReleaseErrors = class extends Error {
  name = "ReleaseErrors";
  errors;
  constructor(errors) {
    super(errors.map((error) => error.message).join(`
`)), this.errors = errors;
  }
}, NO_SPACE = /\b(?:ENOSPC|EDQUOT)\b|no space left on device|out of disk ?space|disk quota exceeded/i;
function saysDiskFull(words) {
  return NO_SPACE.test(words);
}
function diskFull(words, cause) {
  return new ReleaseError("DISK_FULL", `The disk of this machine is full: ${words}.`, {
    hint: "Free some space in an earlier step, or take a runner with a larger disk (the run writes below `runner.temp`). The next run carries on where this one stopped.",
    cause
  });
}
function problemsIn(thrown) {
  return thrown instanceof ReleaseErrors ? thrown.errors : [asReleaseError(thrown)];
}
function asReleaseError(thrown) {
  if (thrown instanceof ReleaseError) return thrown;
  let message = thrown instanceof Error ? thrown.message : String(thrown);
  return NO_SPACE.test(message) ? diskFull(message, thrown) : new ReleaseError("BUG_UNEXPECTED", message, {
    hint: "This should not happen; please report it with the log of this run.",
    cause: thrown
  });
}

export {
  errorCodes,
  placeText,
  ReleaseError,
  ReleaseErrors,
  saysDiskFull,
  diskFull,
  problemsIn,
  asReleaseError
};
