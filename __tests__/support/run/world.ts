import { writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { aRepository, type Files, type TestRepository } from '../git/repository.ts'
import type { GitHubOptions, TestGitHub } from '../github/github.ts'
import { helmPath } from '../helm/helm.ts'
import { type RegistryOptions, startRegistry, type TestRegistry } from '../registry/registry.ts'
import type { OnSpan } from '../servers/span.ts'
import { defaultClaims, type Sigstore, startSigstore } from '../sigstore/sigstore.ts'
import { bothTrusted, type TrustedRootJson } from '../sigstore/trusted-roots.ts'
import { type RunOptions, runAction, type WorkflowRun } from './workflow.ts'

export interface WorldOptions {
  readonly files?: Files
  /** Instead of `files`: a repository that is there already. */
  readonly repository?: TestRepository
  readonly registry?: RegistryOptions
  /** Further registries; each is one more target. */
  readonly others?: readonly RegistryOptions[]
  /** Addresses of further targets, after the registries. */
  readonly targets?: readonly string[]
  /** Instead of one of its own: shared with other worlds, and left running. */
  readonly sigstore?: Sigstore
  /** A further root that runs trust, besides that of the Sigstore that they sign with. */
  readonly trustedRoot?: TrustedRootJson
  readonly helm?: 3 | 4
  /** GitHub's API over this repository; without it nobody listens where the runner says that it is. */
  readonly github?: Partial<GitHubOptions>
  /** Added to every answer of the registry and of Sigstore. */
  readonly latencyMs?: number
  /** Told of each request to the first registry and to Sigstore. */
  readonly onSpan?: OnSpan
  /** What every run is given, under what a run says itself. */
  readonly run?: RunOptions
}

/** A repository with its origin, registries and a Sigstore on loopback: everything that a run meets. */
export interface World extends AsyncDisposable {
  readonly repository: TestRepository
  readonly registry: TestRegistry
  /** All of them, in the order of the targets. */
  readonly registries: readonly TestRegistry[]
  readonly sigstore: Sigstore
  /** Fails where the world was opened without one. */
  readonly github: TestGitHub
  /** The first target, `oci://127.0.0.1:PORT/acme/charts`. */
  readonly target: string
  /** Path of the trusted root, as `cosign verify --trusted-root` takes it. */
  readonly trustedRoot: string
  /** Path of the signing configuration, as `cosign sign --signing-config` takes it. */
  readonly signingConfig: string
  /** The `helm` that runs use: a path, or the one on PATH. */
  readonly helm: string
  /** Runs the action once, as a workflow step on a fresh checkout. */
  release(options?: RunOptions): Promise<WorkflowRun>
}

export async function aWorld(options: WorldOptions = {}): Promise<World> {
  const repository = options.repository ?? (await aRepository({ files: options.files ?? {} }))
  const { latencyMs, onSpan } = options
  const latency = { ...(latencyMs !== undefined && { latencyMs }), ...(onSpan && { onSpan }) }
  const registry = await startRegistry({ ...options.registry, ...latency })
  const registries = [registry, ...(await Promise.all((options.others ?? []).map((other) => startRegistry(other))))]
  const sigstore = options.sigstore ?? (await startSigstore(latency))
  const github = options.github && (await gitHubOver(repository, options.github))
  const trustedRoot = join(repository.root, 'trusted_root.json')
  const signingConfig = join(repository.root, 'signing_config.json')
  const own = sigstore.trustedRoot as TrustedRootJson
  await writeFile(trustedRoot, JSON.stringify(options.trustedRoot ? bothTrusted(own, options.trustedRoot) : own))
  await writeFile(signingConfig, JSON.stringify(sigstore.signingConfig))
  const helm = await helmPath(options.helm ?? 4)
  // A bare name is on PATH already.
  const helmFolder = isAbsolute(helm) ? [dirname(helm)] : []
  const targets = registries.map(({ host }) => `oci://${host}/acme/charts`)
  const inputs = {
    targets: [...targets, ...(options.targets ?? [])].join('\n'),
    'sigstore-trusted-root': trustedRoot,
    'sigstore-signing-config': signingConfig,
  }
  return {
    repository,
    registry,
    registries,
    sigstore,
    get github() {
      if (!github) throw new Error('this world was opened without `github: {}`')
      return github
    },
    target: targets[0] ?? '',
    trustedRoot,
    signingConfig,
    helm,
    release: async (own = {}) => {
      const base = options.run ?? {}
      const ref = own.event?.ref ?? `refs/heads/${repository.branch}`
      const identity = sigstore.environmentFor(claimsFor(ref, own.sha ?? (await repository.remote(ref)) ?? ''))
      return runAction(repository, {
        ...base,
        ...own,
        inputs: { ...inputs, ...base.inputs, ...own.inputs },
        env: { ...identity, ...github?.environment, ...base.env, ...own.env },
        path: [...(own.path ?? base.path ?? []), ...helmFolder],
      })
    },
    async [Symbol.asyncDispose]() {
      const own = options.sigstore ? [] : [sigstore.close()]
      await Promise.all([...registries.map((each) => each.stop()), ...own, github?.close(), repository.remove()])
    },
  }
}

/** Loaded late: the description of GitHub's API and its judges weigh more than all the rest of a world. */
async function gitHubOver({ origin }: TestRepository, options: Partial<GitHubOptions>): Promise<TestGitHub> {
  const { startGitHub } = await import('../github/github.ts')
  return startGitHub({ origin, ...options })
}

/** GitHub's claims for a run on this ref. */
function claimsFor(ref: string, sha: string) {
  const workflow = `acme/charts/.github/workflows/release.yml@${ref}`
  return {
    ...defaultClaims,
    ref,
    sha,
    job_workflow_ref: workflow,
    workflow_ref: workflow,
    sub: `repo:acme/charts:ref:${ref}`,
  }
}
