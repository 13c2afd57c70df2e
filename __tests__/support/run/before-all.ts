import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLauncher } from '../process/start-launcher.ts'
import { bundledEntry } from './bundled-entry.ts'
import { BUNDLED_SOURCE } from './workflow.ts'

/** How the folder for the temporary files of all tests is named. */
export const TEMPORARY = 'rc-tests-'

/**
 * Before all tests: gives them one folder for temporary files, which goes when they end; starts the launcher; and bundles src/ once,
 * as most tests start it, and a bundle starts in a fifth of the time. Source that can't be bundled is run as it is: what is wrong with it
 * is for other tests to say.
 */
export default async function beforeAll(): Promise<void> {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), TEMPORARY))
  await startLauncher()
  try {
    process.env[BUNDLED_SOURCE] = (await bundledEntry('src/main.ts')).file
  } catch (error) {
    console.warn('src/ could not be bundled, so tests run it file by file:', error)
  }
}
