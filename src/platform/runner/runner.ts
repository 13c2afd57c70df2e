import { appendFile, mkdtemp, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { shared } from '../../model/async/memoize.ts'
import type { Environment, Journal } from '../../ports/process.ts'
import type { FileKeeper, Runner, Secrets } from '../../ports/runner.ts'
import { redactedValues } from '../secrets/redacted-values.ts'
import { unusable, usablePath } from './runner-paths.ts'

/** The runner drops a whole summary over 1 MiB, and every step of a job has its own. */
const MAX_SUMMARY_BYTES = 1000 * 1024
const TOO_LONG = '\n\n*The rest does not fit into a job summary; it is in the log and in the report file.*\n'

/**
 * The runner's files: `GITHUB_OUTPUT`, `GITHUB_STEP_SUMMARY` and a folder under `RUNNER_TEMP`. If a variable is not set
 * (outside a workflow) outputs and summaries go nowhere. Later steps read them, so each goes through the journal.
 */
export function createRunner(
  environment: Environment,
  { redactData }: Pick<Secrets, 'redactData'>,
  journal: Journal,
): Runner & FileKeeper {
  let folder: Promise<string> | undefined
  async function save(name: string, content: string | Uint8Array): Promise<string> {
    try {
      folder ??= shared(privateFolder(environment))
      const file = path.join(await folder, name)
      await journal.effect(`file ${name}`, () => writeFile(file, content, { mode: 0o600 }))
      return file
    } catch (error) {
      throw unusable('RUNNER_TEMP', environment.RUNNER_TEMP, error)
    }
  }
  return {
    async setOutput(name, value) {
      const file = await usablePath(environment, 'GITHUB_OUTPUT')
      if (file === undefined) return
      // Its delimiter is a random UUID that must not occur in the value.
      const { setOutput } = await import('./step-output.ts')
      await journal
        .effect(`output ${name}`, async () => setOutput(name, redactedValues(value, redactData)))
        .catch((error) => {
          throw unusable('GITHUB_OUTPUT', file, error)
        })
    },
    async addSummary(markdown) {
      const file = await usablePath(environment, 'GITHUB_STEP_SUMMARY')
      if (file === undefined) return
      const room = MAX_SUMMARY_BYTES - (await sizeOf(file))
      const text = fitting(`${redactData(markdown)}\n`, room)
      await journal
        .effect('summary', () => appendFile(file, text))
        .catch((error) => {
          throw unusable('GITHUB_STEP_SUMMARY', file, error)
        })
    },
    saveFile: (name, content) => save(name, redactedValues(content, redactData)),
    saveBytes: save,
  }
}

async function privateFolder(environment: Environment): Promise<string> {
  const root = (await usablePath(environment, 'RUNNER_TEMP')) ?? tmpdir()
  return mkdtemp(path.join(root, 'release-charts-'))
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined)
  return found?.size ?? 0
}

/** Whole lines up to `room` bytes, with a sentence in place of the rest; nothing if not even that fits. */
function fitting(markdown: string, room: number): string {
  const bytes = Buffer.from(markdown)
  if (bytes.length <= room) return markdown
  const space = room - Buffer.byteLength(TOO_LONG)
  if (space < 0) return ''
  const end = bytes.lastIndexOf('\n', space)
  return end < 0 ? TOO_LONG : bytes.subarray(0, end).toString() + TOO_LONG
}
