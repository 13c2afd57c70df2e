import semver from 'semver'
import { ReleaseError } from '../../model/errors.ts'
import type { Helm } from '../../ports/helm.ts'
import { type HelmCommand, type HelmContext, openHelm } from './command.ts'
import { lint } from './lint.ts'
import { packageFolders } from './package.ts'
import { template } from './template.ts'

const MINIMUM = '3.8.0'

/**
 * Finds out Helm's version and makes its private home. Fails with `HELM_MISSING`, `HELM_TOO_OLD`. `program` is a path,
 * or `helm` for the one on PATH.
 */
export async function createHelm(context: HelmContext, program = 'helm'): Promise<Helm> {
  const helm = await openHelm(context, program)
  const version = await versionOf(helm)
  return {
    version,
    lint: (folders, options) => lint(helm, folders, options),
    package: (folders) => packageFolders(helm, context.files, folders),
    template: (folder, options) => template(helm, folder, options),
  }
}

async function versionOf(helm: HelmCommand): Promise<string> {
  const ran = await helm.run(['version', '--template', '{{.Version}}']).catch((cause: unknown) => {
    throw cause instanceof ReleaseError && cause.code === 'DISK_FULL' ? cause : helmMissing(cause)
  })
  const said = Buffer.from(ran.stdout).toString()
  // A Helm built by `go install` calls itself `v4.3`, whatever its patch version is.
  const version = semver.clean(said) ?? semver.coerce(said)?.version
  if (ran.exitCode !== 0 || !version) throw helmMissing(undefined)
  if (semver.lt(version, MINIMUM)) {
    throw new ReleaseError('HELM_TOO_OLD', `The helm on PATH is ${version}; ${MINIMUM} or later is needed.`, {
      hint: 'Set the input `helm-version`, e.g. `helm-version: 4.1.4`, or use azure/setup-helm before this step.',
    })
  }
  return version
}

function helmMissing(cause: unknown): ReleaseError {
  return new ReleaseError('HELM_MISSING', 'There is no helm on PATH.', {
    hint: 'Set the input `helm-version`, e.g. `helm-version: 4.1.4`, or use azure/setup-helm before this step.',
    cause,
  })
}
