import { ReleaseError } from '../../model/errors.ts'
import { countText } from '../../model/text.ts'
import type { Shown } from './shown.ts'

/** How registries answer those who may not know that something is there. */
export function isHidden({ code }: ReleaseError): boolean {
  return ['REGISTRY_UNAUTHORIZED', 'REGISTRY_DENIED', 'REGISTRY_NOT_FOUND', 'VERIFY_CHART_MISSING'].includes(code)
}

/** What is wrong, or missing, is a finding about the release; a server that does not answer is not. */
export function isFinding({ kind, code }: ReleaseError): boolean {
  return ['trust', 'chart', 'bug'].includes(kind) || ['VERIFY_CHART_MISSING', 'REGISTRY_NOT_FOUND'].includes(code)
}

/** What a look from outside found. Nothing can be taken back by then: the versions are out. */
export interface OutsideLook {
  /** Something else than was released. */
  readonly problems: readonly ReleaseError[]
  /** Why it is not known. */
  readonly warnings: readonly string[]
  /** The same where it says little about the release, as sites are slow, or not for everybody. */
  readonly notes: readonly string[]
}

/** `where` is the place in which it was found. */
export function differs(problem: ReleaseError, where: string): ReleaseError {
  if (problem.kind === 'bug') return problem
  const message = `The release is out, and from outside it is not what was released. ${problem.message}`
  return new ReleaseError('OUTSIDE_DIFFERS', message, {
    hint: `Nothing was undone, and running again does not change it. Look at who else writes to ${where} and at its rules for clean-up, put back what was changed, or release the next version; tell your users not to install this one until you know.`,
    cause: problem,
  })
}

export function unknown({ message }: ReleaseError): string {
  return `The release is out, and could not be looked at from outside: ${message.replace(/\.$/, '')}.`
}

/** What is not visible yet, and how to look later. */
export function notVisible(site: string, { shown, problem }: NotVisible, count: number): string {
  const { name, version } = shown.artifact.ref
  const others = count > 1 ? ` and ${countText(count - 1, 'other chart')}` : ''
  const later = `helm show chart ${name} --version ${version} --repo ${site}`
  return `${name} ${version}${others} is released, and not visible at ${site} yet: ${problem.message} A CDN, or the build of a site, can take some minutes. Check later with: ${later}. If that stays so, see whether the site is on (GitHub Pages: Settings, Pages) and has this address; \`?url=…\` in the target names another.`
}

interface NotVisible {
  readonly shown: Shown
  readonly problem: ReleaseError
}
