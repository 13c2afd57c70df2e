import { asReleaseError, type ReleaseError } from '../model/errors.ts'
import type { Environment, Journal, Processes } from '../ports/process.ts'
import type { FileKeeper, Log, Runner, Secrets } from '../ports/runner.ts'
import { createFiles } from './files/files.ts'
import { systemClock } from './process/clock.ts'
import { guardProcesses } from './process/guarded.ts'
import { watchProcess } from './process/process-watch.ts'
import { createProcesses } from './process/processes.ts'
import { createStop, type Meet, type Stop } from './process/stop.ts'
import { environmentSnapshot } from './runner/environment.ts'
import { encodeData } from './runner/escape.ts'
import { createLog } from './runner/log.ts'
import { createRunner } from './runner/runner.ts'
import { openStandardOutput } from './runner/standard-output.ts'
import { createSecrets, secretsIn } from './secrets/secrets.ts'

export interface StepOptions {
  readonly variables: Environment
  readonly journal: Journal
  /** Names of the inputs whose values are secret. */
  readonly secretInputs: readonly string[]
  /** Told every call that the step waits for, before it is made. */
  readonly meet?: Meet | undefined
}

/** A step of a workflow, as it is before its inputs are read. */
export interface ActionStep {
  readonly environment: Environment
  readonly secrets: Secrets
  readonly log: Log
  readonly files: ReturnType<typeof createFiles>
  readonly stop: Stop
  readonly processes: Processes
  readonly journal: Journal
  readonly runner: Runner & FileKeeper
  /** Ends what still runs and removes temporary files: before a report, so that it finds room on a full disk. */
  cleanUp(): Promise<void>
  /** Errors that no code handled, so far. */
  problems(): readonly ReleaseError[]
  /** Why some of the log was lost. */
  lostLog(): string | undefined
  /** Returns the exit code, or ends the process with it if something is left that may keep it alive. */
  exit(code: number): number
}

/** Opens the step that this process runs; secrets are masked before anything can be logged. */
export function openStep({ variables, journal, secretInputs, meet }: StepOptions): ActionStep {
  const environment = environmentSnapshot(variables)
  const output = openStandardOutput()
  // The runner's own command, see https://docs.github.com/actions (workflow commands, masking).
  const secrets = createSecrets((value) => output.write(`::add-mask::${encodeData(value)}\n`))
  for (const value of secretsIn(environment, secretInputs)) secrets.add(value)
  const log = createLog({ write: output.write, debugging: environment.RUNNER_DEBUG === '1', secrets })
  const stop = createStop(systemClock, meet)
  const watch = watchProcess(log, stop)
  const files = createFiles(environment.RUNNER_TEMP)
  const children = createProcesses()
  return {
    ...{ environment, secrets, log, files, stop },
    processes: guardProcesses(children, stop),
    journal: stop.guard(journal),
    runner: createRunner(environment, secrets, journal),
    async cleanUp() {
      children.killAll()
      await files.removeTemporary().catch((error: unknown) => log.warning(asReleaseError(error).message))
    },
    problems: watch.problems,
    lostLog: output.lost,
    exit: watch.exit,
  }
}
