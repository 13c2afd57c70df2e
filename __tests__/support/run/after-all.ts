import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname } from 'node:path'
import { endLauncher } from '../process/start-launcher.ts'
import { TEMPORARY } from './before-all.ts'
import { BUNDLED_SOURCE } from './workflow.ts'

/** After all tests: ends and removes what before-all.ts started and made. */
export default async function afterAll(): Promise<void> {
  await endLauncher()
  const bundled = process.env[BUNDLED_SOURCE]
  if (bundled !== undefined) await rm(dirname(bundled), { recursive: true, force: true })
  if (!basename(tmpdir()).startsWith(TEMPORARY)) return
  // git tidies up in the background and may still be at it.
  await rm(tmpdir(), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
}
