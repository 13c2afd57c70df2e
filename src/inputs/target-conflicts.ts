import { ReleaseError } from '../model/errors.ts'
import { everyTarget, type PerChartValues } from '../model/settings.ts'
import type { Environment } from '../ports/process.ts'
import { makesReleases } from '../targets/registry.ts'
import type { InputValues } from './table/table.ts'

type Values = InputValues & PerChartValues

/** Addresses of targets that do not go together, or not with the credentials that are given: code `INPUT_CONFLICT`. */
export function targetConflicts(settings: Values, environment: Environment): readonly ReleaseError[] {
  const own = environment.GITHUB_REPOSITORY ?? ''
  const found = [ambiguousRegistry(settings), releasesTwice(settings, own), uselessPagesToken(settings)]
  return [...found, repositoryAsBranch(settings, own)].filter((problem) => problem !== undefined)
}

function ambiguousRegistry(settings: Values): ReleaseError | undefined {
  if (settings.registryUsername === undefined) return undefined
  const targets = everyTarget(settings)
  const hosts = new Set(targets.flatMap((address) => /^oci:\/\/([^/?]+)/.exec(address.toLowerCase())?.[1] ?? []))
  if (hosts.size === 1) return undefined
  const found = hosts.size === 0 ? 'there is no OCI target' : `the OCI targets are on ${[...hosts].join(' and ')}`
  return new ReleaseError('INPUT_CONFLICT', `\`registry-username\` needs exactly one registry, and ${found}.`, {
    hint: 'Log in to each registry with docker/login-action or `helm registry login` in an earlier step instead.',
  })
}

/** A version has one tag, and so one release. */
function releasesTwice({ targets, perChart }: Values, own: string): ReleaseError | undefined {
  const lists = [targets, ...Object.values(perChart).flatMap((chart) => (chart.targets ? [chart.targets] : []))]
  for (const list of lists) {
    const making = list.filter((address) => makesReleases(address, own))
    const [alone] = making.filter((address) => address.startsWith('releases:'))
    if (alone === undefined || making.length < 2) continue
    const message = `${making.join(' and ')} would each make the GitHub Release of a version, and a version has one.`
    return new ReleaseError('INPUT_CONFLICT', message, { hint: `Take ${alone} out of \`targets\`.` })
  }
  return undefined
}

/** Whoever gives it means another repository, and the charts would go to this one. */
function uselessPagesToken(settings: Values): ReleaseError | undefined {
  const targets = everyTarget(settings)
  const isElsewhere = targets.some((address) => /^pages:.*[?&]repository=/.test(address))
  if (settings.pagesToken === undefined || isElsewhere) return undefined
  const message = `\`pages-token\` is for targets in other repositories, and none of these is one: ${targets.join(', ')}.`
  return new ReleaseError('INPUT_CONFLICT', message, {
    hint: 'Name the repository in the target:\ntargets: pages://gh-pages?repository=owner/name',
  })
}

/** `pages://acme/charts` is a folder on a branch `acme`; of the owner `acme` that is not what anybody means. */
function repositoryAsBranch(settings: Values, own: string): ReleaseError | undefined {
  const [owner = ''] = own.toLowerCase().split('/')
  for (const address of everyTarget(settings)) {
    const [, branch, folder] = /^pages:\/\/([^/?]+)\/([^/?]+)\/?(?:\?.*)?$/.exec(address) ?? []
    if (owner === '' || branch?.toLowerCase() !== owner || /[?&]repository=/.test(address)) continue
    const message = `The target ${address} means the folder ${folder} on a branch ${branch}, which is the owner of ${own}.`
    return new ReleaseError('INPUT_CONFLICT', message, {
      hint: `For the repository, write pages://gh-pages?repository=${branch}/${folder}. If the branch is meant, write pages://${branch}/${folder}?repository=${own}.`,
    })
  }
  return undefined
}
