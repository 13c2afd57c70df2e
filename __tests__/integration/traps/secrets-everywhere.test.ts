import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { asReleaseError, ReleaseError } from '../../../src/model/errors.ts'
import type { ReleaseReport } from '../../../src/model/report.ts'
import { createGitCommand } from '../../../src/platform/git/command.ts'
import { openHelm } from '../../../src/platform/helm/command.ts'
import { createLog } from '../../../src/platform/runner/log.ts'
import { createSecrets, secretsIn } from '../../../src/platform/secrets/secrets.ts'
import type { Files } from '../../../src/ports/files.ts'
import type { Environment, Processes, Ran, RunOptions } from '../../../src/ports/process.ts'
import type { Runner } from '../../../src/ports/runner.ts'
import { runAdvice } from '../../../src/report/wording/advice.ts'
import { writeReport } from '../../../src/report/write.ts'
import { askHelper } from '../../../src/targets/oci/credentials/credential-helper.ts'
import { type AnySecret, anySecret, textWith } from '../../support/secrets/any-secret.ts'
import { beginnings } from '../../support/secrets/secret-forms.ts'
import { anOutcome, aPlan, aPlannedChart, aReport } from '../../support/values/reports.ts'

/** Four places share 10,000 cases in CI; at a desk a few do. */
const numRuns = process.env.CI === undefined ? 300 : 2_500
const inTwoMinutes = 120_000

interface Case {
  readonly secret: AnySecret
  /** One of its parts, in some form, or cut short. */
  readonly texts: readonly string[]
}

const aCase: fc.Arbitrary<Case> = anySecret.chain((secret) =>
  fc
    .array(fc.oneof(...[...secret.parts, secret.value].map((part) => textWith(part))), { minLength: 2, maxLength: 2 })
    .map((texts) => ({ secret, texts })),
)

const check = (property: (tried: Case) => Promise<void>) => fc.assert(fc.asyncProperty(aCase, property), { numRuns })

function secretsOf({ secret }: Case) {
  const secrets = createSecrets(() => {})
  for (const value of secretsIn({ [secret.variable]: secret.value, PATH: '/usr/bin' }, [])) secrets.add(value)
  return secrets
}

/** What a reader could find: as it stands, and with the runner's, Markdown's and HTML's escapes taken back. */
function readings(text: string): readonly string[] {
  const plain = text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
  return [text, plain, plain.replace(/\\([!-/:-@[-`{-~])/g, '$1'), text.replace(/%25/g, '%').replace(/%0A/g, '\n')]
}

function leaks({ secret }: Case, text: string): readonly string[] {
  const known = secret.parts.flatMap(beginnings).filter((part) => part.length >= 8)
  const read = readings(text)
  return known.filter((part) => read.some((one) => one.includes(part)))
}

describe('a secret of any kind, in any form, whole or cut', () => {
  it(
    'is in no line, annotation or group of the log',
    () =>
      check(async (tried) => {
        const [one = '', other = ''] = tried.texts
        const lines: string[] = []
        const log = createLog({ write: (text) => lines.push(text), debugging: true, secrets: secretsOf(tried) })
        log.info(one)
        log.debug(other)
        log.notice(one, { title: other, at: { file: one } })
        log.warning(`${one}\n${other}`)
        log.error(other, { title: `x${one}`, at: { file: `charts/${other}`, line: 3 } })
        await log.group(one, () => log.group(other, async () => {}))
        expect(leaks(tried, lines.join(''))).toEqual([])
      }),
    inTwoMinutes,
  )

  it(
    'is in no output, summary, plan, report or annotation of a run that says it everywhere',
    () =>
      check(async (tried) => {
        expect(leaks(tried, await writtenOf(reportWith(tried.texts), secretsOf(tried)))).toEqual([])
      }),
    inTwoMinutes,
  )

  it(
    'is in no error of git or Helm that repeats it, and in no environment or argument but those it is for',
    () =>
      check(async (tried) => {
        const calls: (readonly [string, readonly string[], RunOptions])[] = []
        const secrets = secretsOf(tried)
        const processes = saying(tried.texts.join('\n'), calls)
        const environment: Environment = {
          PATH: '/usr/bin',
          HOME: '/home',
          [tried.secret.variable]: tried.secret.value,
        }
        const base = { processes, secrets, environment, files, journal: undefined }
        const git = createGitCommand({ ...base, workspace: '/work', serverUrl: 'https://github.com', token: 'another' })
        const helm = await openHelm(base, 'helm')
        const failed = asReleaseError(await git(['push'], { remote: true }).catch((error: unknown) => error))
        const said = helm.said(await helm.run(['lint', 'chart']))
        expect(leaks(tried, [failed.message, failed.hint, said].join('\n'))).toEqual([])
        const given = calls.flatMap(([, args, { env }]) => [...args, ...Object.entries(env).flat()])
        expect(calls.length).toBeGreaterThanOrEqual(2)
        expect(leaks(tried, given.join('\n'))).toEqual([])
      }),
    inTwoMinutes,
  )

  it(
    "is in no error of a credential helper, which gets its own cloud's keys only",
    () =>
      check(async (tried) => {
        const calls: (readonly [string, readonly string[], RunOptions])[] = []
        const environment: Environment = { PATH: '/usr/bin', [tried.secret.variable]: tried.secret.value }
        const processes = saying(tried.texts.join('\n'), calls)
        const failed = asReleaseError(
          await askHelper('cloud', 'host.test', { processes, environment }).catch((error: unknown) => error),
        )
        expect(leaks(tried, `${failed.message} ${failed.hint}`)).toEqual([])
        const isOfCloud = /^(AWS|GOOGLE|AZURE)_/.test(tried.secret.variable)
        const given = calls.flatMap(([, args, { env }]) => [...args, ...Object.values(env)]).join('\n')
        if (!isOfCloud) expect(leaks(tried, given)).toEqual([])
      }),
    inTwoMinutes,
  )
})

const files = {
  temporaryFolder: async () => '/private',
  makeFolder: async () => {},
} as Partial<Files> as Files

/** Programs that all fail and repeat a text. */
function saying(text: string, calls: (readonly [string, readonly string[], RunOptions])[]): Processes {
  const ran: Ran = { exitCode: 1, stdout: Buffer.from(text), stderr: `fatal: ${text}` }
  return {
    async run(program, args, options) {
      calls.push([program, args, options])
      return program === 'git' && args[0] === 'config' ? { ...ran, stdout: Buffer.alloc(0) } : ran
    },
  }
}

function reportWith([one = '', other = '']: readonly string[]): ReleaseReport {
  const problem = new ReleaseError('CHART_LINT_FAILED', `It says ${one}.`, {
    hint: other,
    at: { file: `charts/${one}`, line: 1 },
    cause: new Error(other),
  })
  const charts = [
    anOutcome({ reason: one, appVersion: other }),
    anOutcome({ name: one, version: other, path: `charts/${one}`, result: 'failed', problem }),
  ]
  const plan = aPlan({
    branch: one,
    charts: [aPlannedChart({ name: other, reason: one, problem: { code: 'X', message: other, hint: one } })],
    settings: { bump: { value: one, source: 'input' } },
  })
  return aReport({
    charts,
    plan,
    problems: [problem, asReleaseError(new Error(one))],
    advice: runAdvice([one, other]),
    trustedRoot: other,
  })
}

async function writtenOf(report: ReleaseReport, secrets: ReturnType<typeof createSecrets>): Promise<string> {
  const all: string[] = []
  const runner: Runner = {
    setOutput: async (_, value) => void all.push(value),
    addSummary: async (markdown) => void all.push(markdown),
    async saveFile(name, content) {
      all.push(content)
      return `/tmp/${name}`
    },
  }
  for (const mode of ['release', 'plan'] as const) {
    const log = createLog({ write: (text) => all.push(text), debugging: false, secrets })
    await writeReport({ ...report, mode }, { log, runner, secrets })
  }
  return all.join('\n')
}
