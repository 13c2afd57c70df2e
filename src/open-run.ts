import { checkoutPathIn, gitTokenIn, inputsIn } from './inputs.ts'
import { createMemo, memoizeAsync, withoutRepeats } from './model/async/memoize.ts'
import { everyTarget, signsAnything } from './model/settings.ts'
import { checkoutFolder } from './pipeline/checkout/checkout-folder.ts'
import { filesFor } from './pipeline/checkout/settled-files.ts'
import { openRelay } from './pipeline/handover/open-relay.ts'
import { createHistory } from './pipeline/history.ts'
import { openOutside } from './pipeline/outside/open-outside.ts'
import { createBuildContext } from './pipeline/package/build-context.ts'
import { dependencyFetch } from './pipeline/package/dependencies.ts'
import { createFileSigner, openProvenance, openSigning } from './pipeline/publish/open-signing.ts'
import { createRecognition, openSigstore, type Sigstore } from './pipeline/publish/open-sigstore.ts'
import { createReleaseTags, type ReleaseTags } from './pipeline/release-tags.ts'
import type { Run } from './pipeline/run.ts'
import { ownCommits } from './plan/history/own-commits.ts'
import { asText, type createFiles } from './platform/files/files.ts'
import { createWorkspace } from './platform/files/workspace.ts'
import { createGit } from './platform/git/git.ts'
import { createGitHub } from './platform/github/github.ts'
import { readSharedFile } from './platform/github/shared-file.ts'
import { createHelm } from './platform/helm/helm.ts'
import { createHttp } from './platform/http/http.ts'
import { createServerTime } from './platform/http/server-time.ts'
import { createThrottle } from './platform/http/throttle.ts'
import { systemClock } from './platform/process/clock.ts'
import { guardClock, guardGitHub, guardHttp } from './platform/process/guarded.ts'
import { createSteps, setAlarm } from './platform/process/steps.ts'
import type { Stop } from './platform/process/stop.ts'
import { refusedEvent } from './platform/runner/environment.ts'
import { createIdentityProvider } from './platform/runner/oidc.ts'
import { readRunnerFacts } from './platform/runner/runner-paths.ts'
import type { Helm } from './ports/helm.ts'
import type { Platform } from './ports/platform.ts'
import type { Settings } from './settings.ts'
import { settledSettings, withInputProblems } from './settled-settings.ts'
import { createOwnWrites } from './targets/own-writes.ts'
import { openTargets } from './targets/registry.ts'
import type { TargetContext, TargetSettings } from './targets/target.ts'

/** The parts of the platform that are there before the settings are read. */
export type RunBase = Pick<Platform, 'environment' | 'secrets' | 'log' | 'processes' | 'journal'> & {
  readonly files: ReturnType<typeof createFiles>
  readonly stop: Stop
}

/**
 * Puts a run together: the settings that count, the platform, targets and signing. Clients are made here and connect later;
 * Helm, the signer and the OpenPGP key are opened at first use.
 */
export async function openRun(base: RunBase): Promise<Run> {
  const opened = await openSettings(base)
  const { facts, settings, checkout, git } = opened
  const { platform, newHttp } = openPlatform(base, opened)
  const { apiUrl, repository } = facts
  const github = guardGitHub(
    createGitHub({ ...platform, token: settings.githubToken, apiUrl, repository }),
    base.stop,
    apiUrl,
  )
  const releaseTags = createReleaseTags(settings)
  const elsewhere = openElsewhere({ platform, settings, facts, git, stop: base.stop })
  const ownWrites = createOwnWrites()
  const parts = { newHttp, github, elsewhere, facts, ownWrites, settings: targetSettings(settings, releaseTags) }
  const places = { ...platform, ...parts }
  const warn = withoutRepeats(base.log.warning)
  const { sigstore, signing } = openSigner(platform, settings, facts)
  const indexSigner = settings.signIndex && { indexSigner: createFileSigner(signing) }
  const targets = openTargets(everyTarget(settings), { ...places, ...indexSigner })
  const { relay, ...relaying } = await openRelay({ platform, facts, settings, head: checkout.head })
  const helm = memoizeAsync(async () => relaying.helm ?? openHelm(platform, settings))
  const history = createHistory(git, targets, settings)
  const fetchDependency = dependencyFetch({ ...places, ...settings.dependencies, ownHosts: ownHosts(targets) })
  return {
    ...{ platform, facts, checkout, settings, targets, github, helm, signing, warn, releaseTags, history },
    steps: createSteps({ log: base.log, stop: base.stop, setAlarm, timeoutMs: settings.timeout }),
    outside: openOutside(places),
    buildContext: createBuildContext({ platform, settings, helm, warn }, fetchDependency, relaying),
    recognition: canRecognize(settings, platform) ? createRecognition(sigstore, settings, warn) : undefined,
    provenance: memoizeAsync(() => openProvenance(settings, platform.clock)),
    ownCommits: ownCommits(git, history.ownRepositories),
    ...(relay && { relay }),
  }
}

/** Where the checkout is, the git that knows it, and the settings that count there. */
async function openSettings(base: RunBase) {
  const { environment, files } = base
  const facts = await readRunnerFacts(environment, files)
  const inputs = inputsIn(environment)
  const place = { files: files.shared, workspace: facts.workspace, path: checkoutPathIn(inputs) }
  const { folder, inside } = await checkoutFolder(place).catch(withInputProblems(environment))
  const workspace = createWorkspace(folder, base.journal, inside)
  const token = gitTokenIn(inputs, environment)
  const git = createGit({ ...base, workspace: folder, serverUrl: facts.serverUrl, token })
  const clock = guardClock(systemClock, base.stop)
  const { settings, checkout } = await settledSettings({
    ...{ ...base, facts, workspace, git, asText },
    sharedFile: (file) => readSharedFile({ ...base, clock, token, apiUrl: facts.apiUrl }, file),
    eventProblem: refusedEvent(facts),
  })
  return { facts, folder, workspace, git, clock, settings, checkout }
}

type Opened = Awaited<ReturnType<typeof openSettings>>

/** The platform, whose clients share one throttle, and a maker of clients that share no connection with it. */
function openPlatform(base: RunBase, { facts, folder, workspace, git, clock, checkout }: Opened) {
  const shared = {
    throttle: createThrottle({ clock: systemClock, log: base.log }),
    serverTime: createServerTime(systemClock),
  }
  const files = filesFor(base.files, checkout, { ...facts, folder })
  const parts = { ...base, ...shared, clock, workspace, git, files }
  const { environment, secrets } = base
  const http = guardHttp(createHttp({ ...parts, clock: systemClock }), base.stop)
  const identity = createIdentityProvider({ environment, http, secrets })
  const platform: Platform = { ...parts, http, identity }
  const newHttp = (ca?: string) =>
    guardHttp(createHttp({ ...platform, ...shared, clock: systemClock, ...(ca !== undefined && { ca }) }), base.stop)
  return { platform, newHttp }
}

interface Elsewhere extends Pick<Opened, 'facts' | 'settings' | 'git'> {
  readonly platform: Platform
  readonly stop: Stop
}

/** Another repository of the server, with the token that is for it. */
function openElsewhere({ platform, settings, facts, git, stop }: Elsewhere): NonNullable<TargetContext['elsewhere']> {
  const { apiUrl, serverUrl } = facts
  const token = settings.pagesToken ?? settings.githubToken
  return (repository) => ({
    github: guardGitHub(createGitHub({ ...platform, token, apiUrl, repository }), stop, apiUrl),
    git: { sideClone: () => git.sideClone({ address: `${serverUrl}/${repository}.git`, token }) },
  })
}

/** Opened at first use. */
function openSigner(platform: Platform, settings: Settings, facts: Opened['facts']) {
  const opened = createMemo<Sigstore>()
  const sigstore = (timeoutMs: number) => opened.get(() => openSigstore(platform, settings, facts, timeoutMs))
  const signing = memoizeAsync(async () =>
    signsAnything(settings) ? openSigning(platform, settings, await sigstore(settings.sigstoreTimeout)) : undefined,
  )
  return { sigstore, signing }
}

function ownHosts(targets: Run['targets']): readonly string[] {
  return targets.flatMap(({ address }) => (address.startsWith('oci://') ? [new URL(address).host] : []))
}

/** A job without `id-token: write`, such as one that only plans, has no identity that signatures could be of. */
function canRecognize(settings: Settings, { identity }: Pick<Platform, 'identity'>): boolean {
  return signsAnything(settings) && settings.mode !== 'check' && identity.available
}

function targetSettings(settings: Settings, { tagOf }: Pick<ReleaseTags, 'tagOf'>): TargetSettings {
  const { githubToken, registryUsername, registryPassword, plainHttp, tokenRealms, verifiedCommits } = settings
  const { generateReleaseNotes } = settings
  return {
    ...{ plainHttp, tokenRealms, registryUsername, registryPassword, githubToken, verifiedCommits },
    ...{ generateReleaseNotes, tagOf },
  }
}

async function openHelm(platform: Platform, settings: Settings): Promise<Helm> {
  const version = settings.helmVersion
  if (version === undefined) return createHelm(platform)
  // Loaded late: most runs take the Helm that is there.
  const { installHelm } = await import('./platform/helm/install.ts')
  return createHelm(platform, await installHelm({ ...platform, version }))
}
