import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import type { HelmMajor } from '../../support/helm/helm.ts'

const run = promisify(execFile)

/** What one Helm makes of a chart. */
export interface HelmResult {
  readonly major: HelmMajor
  /** Absent if `helm lint` and `helm package` both pass: what the first that failed said. */
  readonly refused?: string
  readonly archive?: Uint8Array
}

/** `helm lint` and `helm package`, on a copy. */
export async function byHelm(helm: string, major: HelmMajor, chart: string): Promise<HelmResult> {
  const work = await mkdtemp(join(tmpdir(), 'corpus-helm-'))
  try {
    // The module cache is read-only, and its modes would be copied.
    const folder = join(work, basename(chart))
    await cp(chart, folder, { recursive: true, mode: 0 })
    await run('chmod', ['-R', 'u+w', work])
    const out = join(work, '.out')
    await mkdir(out)
    const options = { cwd: work, env: { PATH: process.env.PATH, HOME: work } }
    await run(helm, ['lint', folder], options)
    await run(helm, ['package', folder, '--destination', out], options)
    const [archive = ''] = await readdir(out)
    return { major, archive: await readFile(join(out, archive)) }
  } catch (error) {
    return { major, refused: saidIn(error) }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** The line that says why: `helm lint` prints it, `helm package` writes it to stderr. */
function saidIn(error: unknown): string {
  const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
  const lines = `${stdout}\n${stderr}`.split('\n')
  const why = lines.filter((line) => /ERROR|Error:/.test(line)).find((line) => !/chart\(s\) linted/.test(line))
  return (why ?? String(error)).trim()
}
