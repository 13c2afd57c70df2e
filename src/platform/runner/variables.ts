import { ReleaseError } from '../../model/errors.ts'
import type { Environment } from '../../ports/process.ts'

const MAX_SHOWN = 200

interface Rule {
  readonly allows: (value: string) => boolean
  /** What a value must be, to follow "is not". */
  readonly expected: string
}

const webAddress: Rule = { allows: isWebAddress, expected: 'a web address, such as https://github.com' }

/** The form of each variable of the runner; code that builds addresses and refs from them relies on it. */
const RULES: ReadonlyMap<string, Rule> = new Map([
  ['GITHUB_SERVER_URL', webAddress],
  ['GITHUB_API_URL', webAddress],
  [
    'GITHUB_REPOSITORY',
    { allows: (value) => /^[\w.-]+\/[\w.-]+$/.test(value), expected: 'an owner and a name, such as acme/charts' },
  ],
  ['GITHUB_SHA', { allows: (value) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value), expected: 'the id of a commit' }],
  ['GITHUB_REF', { allows: isRef, expected: 'a git ref, such as refs/heads/main' }],
])

/** Problems of all variables of the runner whose value is not valid; unset ones are not checked. */
export function variableProblems(environment: Environment): readonly ReleaseError[] {
  return [...RULES].flatMap(([name, { allows, expected }]) => {
    const value = environment[name]
    if (!value || allows(value)) return []
    const message = `${name} holds "${value.slice(0, MAX_SHOWN)}", which is not ${expected}.`
    return [
      new ReleaseError('ENVIRONMENT_INVALID', message, {
        hint: `The runner sets ${name} by itself: do not set it in \`env\`.`,
      }),
    ]
  })
}

/** A user name or a password in it would be shown in links and sent to servers that redirect. */
function isWebAddress(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined
  return url !== undefined && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === ''
}

/** See https://git-scm.com/docs/git-check-ref-format. */
function isRef(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /^[^\x00-\x20~^:?*[\\\x7f]+$/.test(value) && !/\.\.|\/\/|@\{|\/$|\.$/.test(value)
}
