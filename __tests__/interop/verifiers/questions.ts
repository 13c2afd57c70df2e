/** Whose signature is expected. */
export interface Identity {
  /** URL of the workflow with its ref, as it stands in the certificate. */
  readonly subject: string
  readonly issuer: string
  /** `owner/name` of the source repository; not asked for if it is not there. */
  readonly repository?: string
}

/** What a refusal can be about. A network that is down refuses everything, so a verifier must say which it is. */
export type Refusal = 'subject' | 'issuer' | 'repository' | 'digest' | 'absence'

/**
 * How the thing lies there.
 * - `genuine`: as we released it.
 * - `moved`: with the signatures of something else of ours.
 * - `stripped`: without signatures.
 * - `foreign`: signed by the workflow of another repository, under our name.
 */
export type ExhibitName = 'genuine' | 'moved' | 'stripped' | 'foreign'

export interface Question {
  /** Head of its column in docs/interop.md. */
  readonly name: string
  /** A sentence without its subject. */
  readonly check: string
  readonly exhibit: ExhibitName
  readonly expected: (identity: Required<Identity>) => Identity
  readonly answer: 'accepted' | Refusal
}

const asIs = ({ subject, issuer }: Identity): Identity => ({ subject, issuer })

/** What every verifier is asked about every form. */
export const questions: readonly Question[] = [
  { name: 'right', check: 'verifies', exhibit: 'genuine', expected: asIs, answer: 'accepted' },
  {
    name: 'right, with its source repository',
    check: "verifies with the caller's repository",
    exhibit: 'genuine',
    expected: (identity) => identity,
    answer: 'accepted',
  },
  {
    name: 'wrong identity',
    check: 'refuses another workflow',
    exhibit: 'genuine',
    expected: ({ subject, issuer }) => ({ subject: subject.replace('/release.yml@', '/other.yml@'), issuer }),
    answer: 'subject',
  },
  {
    name: 'wrong issuer',
    check: 'refuses another issuer',
    exhibit: 'genuine',
    expected: ({ subject }) => ({ subject, issuer: 'https://issuer.example' }),
    answer: 'issuer',
  },
  {
    name: 'other source repository',
    check: "refuses another caller's repository",
    exhibit: 'genuine',
    expected: (identity) => ({ ...identity, repository: 'acme/other' }),
    answer: 'repository',
  },
  {
    name: 'other digest',
    check: 'refuses a signature of something else',
    exhibit: 'moved',
    expected: asIs,
    answer: 'digest',
  },
  {
    name: 'stripped',
    check: 'refuses it without its signatures',
    exhibit: 'stripped',
    expected: asIs,
    answer: 'absence',
  },
  {
    name: 'foreign',
    check: 'refuses what somebody else signed',
    exhibit: 'foreign',
    expected: asIs,
    answer: 'subject',
  },
]
