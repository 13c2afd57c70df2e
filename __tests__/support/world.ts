import { writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { helmPath } from './helm.ts'
import { type RegistryOptions, startRegistry, type TestRegistry } from './registry/registry.ts'
import { aRepository, type Files, type TestRepository } from './repository.ts'
import { defaultClaims, type Sigstore, startSigstore } from './sigstore/sigstore.ts'
import { type RunOptions, runAction, type WorkflowRun } from './workflow.ts'

export interface WorldOptions {
  readonly files?: Files
  /** Instead of `files`: a repository that is there already. */
  readonly repository?: TestRepository
  readonly registry?: RegistryOptions
  readonly helm?: 3 | 4
  /** What every run is given, under what a run says itself. */
  readonly run?: RunOptions
}

/** A repository with its origin, a registry and a Sigstore on loopback: everything that a run meets. */
export interface World extends AsyncDisposable {
  readonly repository: TestRepository
  readonly registry: TestRegistry
  readonly sigstore: Sigstore
  /** The default target, `oci://127.0.0.1:PORT/acme/charts`. */
  readonly target: string
  /** Path of the trusted root, as `cosign verify --trusted-root` takes it. */
  readonly trustedRoot: string
  /** The `helm` that runs use: a path, or the one on PATH. */
  readonly helm: string
  /** Runs the action once, as a workflow step on a fresh checkout. */
  release(options?: RunOptions): Promise<WorkflowRun>
}

export async function aWorld(options: WorldOptions = {}): Promise<World> {
  const repository = options.repository ?? (await aRepository({ files: options.files ?? {} }))
  const registry = await startRegistry(options.registry)
  const sigstore = await startSigstore()
  const trustedRoot = join(repository.root, 'trusted_root.json')
  const signingConfig = join(repository.root, 'signing_config.json')
  await writeFile(trustedRoot, JSON.stringify(sigstore.trustedRoot))
  await writeFile(signingConfig, JSON.stringify(sigstore.signingConfig))
  const helm = await helmPath(options.helm ?? 4)
  // A bare name is on PATH already.
  const helmFolder = isAbsolute(helm) ? [dirname(helm)] : []
  const target = `oci://${registry.host}/acme/charts`
  const inputs = { targets: target, 'sigstore-trusted-root': trustedRoot, 'sigstore-signing-config': signingConfig }
  return {
    repository,
    registry,
    sigstore,
    target,
    trustedRoot,
    helm,
    release: async (own = {}) => {
      const base = options.run ?? {}
      const ref = own.event?.ref ?? `refs/heads/${repository.branch}`
      sigstore.setClaims(claimsFor(ref, (await repository.remote(ref)) ?? ''))
      return runAction(repository, {
        ...base,
        ...own,
        inputs: { ...inputs, ...base.inputs, ...own.inputs },
        env: { ...sigstore.environment, ...base.env, ...own.env },
        path: [...(own.path ?? base.path ?? []), ...helmFolder],
      })
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([registry.stop(), sigstore.close(), repository.remove()])
    },
  }
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
