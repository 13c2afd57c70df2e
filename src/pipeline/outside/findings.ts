import { ReleaseError } from '../../model/errors.ts'

/** How registries answer those who may not know that something is there. */
export function isHidden({ code }: ReleaseError): boolean {
  return ['REGISTRY_UNAUTHORIZED', 'REGISTRY_DENIED', 'REGISTRY_NOT_FOUND', 'VERIFY_CHART_MISSING'].includes(code)
}

/** What is wrong, or missing, is a finding about the release; a server that does not answer is not. */
export function isFinding({ kind, code }: ReleaseError): boolean {
  return ['trust', 'chart', 'bug'].includes(kind) || ['VERIFY_CHART_MISSING', 'REGISTRY_NOT_FOUND'].includes(code)
}

export function differs(problem: ReleaseError): ReleaseError {
  if (problem.kind === 'bug') return problem
  const message = `The release is out, and from outside it is not what was released. ${problem.message}`
  return new ReleaseError('OUTSIDE_DIFFERS', message, {
    hint: 'Nothing was undone, and running again does not change it. Look at who else writes to this registry and at its rules for clean-up, put back what was changed, or release the next version; tell your users not to install this one until you know.',
    cause: problem,
  })
}

export function unknown({ message }: ReleaseError): string {
  return `The release is out, and could not be looked at from outside: ${message.replace(/\.$/, '')}.`
}
