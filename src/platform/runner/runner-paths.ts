import { constants } from 'node:fs'
import { access, mkdir, open, stat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { diskFull, problemsIn, ReleaseError, ReleaseErrors, saysDiskFull } from '../../model/errors.ts'
import type { Files } from '../../ports/files.ts'
import type { Environment } from '../../ports/process.ts'
import type { RunnerFacts } from '../../ports/runner.ts'
import { reasonOf } from '../file-error.ts'
import { runnerFacts } from './environment.ts'

/** Each checks what one variable of the runner names, and throws if that cannot be used. */
const CHECKS: ReadonlyMap<string, (path: string) => Promise<void>> = new Map([
  ['GITHUB_WORKSPACE', readableFolder],
  ['GITHUB_OUTPUT', writableFile],
  ['GITHUB_STEP_SUMMARY', writableFile],
  ['RUNNER_TEMP', writableFolder],
])

/**
 * The facts of the run, once every variable, file and folder of the runner was checked. Fails with `ReleaseErrors` of
 * all that are not usable: `ENVIRONMENT_INVALID`, `RUNNER_PATH_UNUSABLE`.
 */
export async function readRunnerFacts(environment: Environment, files: Pick<Files, 'read'>): Promise<RunnerFacts> {
  const checks: readonly (() => Promise<unknown>)[] = [
    async () => runnerFacts(environment),
    ...[...CHECKS.keys()].map((name) => () => usablePath(environment, name)),
    () => readEvent(environment, files),
  ]
  const problems = await Promise.all(checks.map((check) => check().then(() => [], problemsIn)))
  if (problems.flat().length > 0) throw new ReleaseErrors(problems.flat())
  return runnerFacts(environment, await readEvent(environment, files))
}

/** The text of the event's payload; `undefined` without one. Fails with `RUNNER_PATH_UNUSABLE`, also if it is not JSON. */
async function readEvent(environment: Environment, files: Pick<Files, 'read'>): Promise<string | undefined> {
  const path = environment.GITHUB_EVENT_PATH
  if (!path) return undefined
  try {
    const text = Buffer.from(await files.read(path)).toString()
    JSON.parse(text)
    return text
  } catch (error) {
    const why = error instanceof ReleaseError ? error.message.replace(/\.$/, '') : 'it does not hold valid JSON'
    throw unusable('GITHUB_EVENT_PATH', path, new Error(why, { cause: error }))
  }
}

/** The path in a variable, if it can be used; `undefined` without one. Fails with `RUNNER_PATH_UNUSABLE`. */
export async function usablePath(environment: Environment, name: string): Promise<string | undefined> {
  const path = environment[name]
  if (!path) return undefined
  try {
    if (!isAbsolute(path)) throw new Error('it is not an absolute path')
    await CHECKS.get(name)?.(path)
    return path
  } catch (error) {
    throw unusable(name, path, error)
  }
}

/** `why` in words, e.g. "GITHUB_OUTPUT names /x, which can't be used: it is a folder." */
export function unusable(name: string, path: string | undefined, why: unknown): ReleaseError {
  if (why instanceof ReleaseError) return why
  const reason = reasonOf(why)
  if (saysDiskFull(reason)) return diskFull(`${path} cannot be written`, why)
  return new ReleaseError('RUNNER_PATH_UNUSABLE', `${name} names ${path}, which cannot be used: ${reason}.`, {
    hint: `The runner sets ${name} by itself: do not set it in \`env\`, and make sure that no earlier step removes or replaces what it names.`,
    cause: why,
  })
}

async function readableFolder(path: string): Promise<void> {
  if (!(await stat(path)).isDirectory()) throw new Error('it is not a folder')
  await access(path, constants.R_OK | constants.X_OK)
}

async function writableFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true })
  if (!(await stat(path)).isDirectory()) throw new Error('it is not a folder')
  await access(path, constants.W_OK | constants.X_OK)
}

/** Writing to a pipe without a reader would block; a device such as /dev/null accepts writes. */
async function writableFile(path: string): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK)
  try {
    const found = await file.stat()
    if (!found.isFile() && !found.isCharacterDevice()) throw new Error('it is not a file')
  } finally {
    await file.close()
  }
}
