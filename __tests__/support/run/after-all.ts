import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { endLauncher } from '../process/start-launcher.ts'
import { BUNDLED_SOURCE } from './workflow.ts'

/** After all tests: ends and removes what before-all.ts started and made. */
export default async function afterAll(): Promise<void> {
  await endLauncher()
  const file = process.env[BUNDLED_SOURCE]
  if (file !== undefined) await rm(dirname(file), { recursive: true, force: true })
}
