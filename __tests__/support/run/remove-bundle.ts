import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { BUNDLED_SOURCE } from './workflow.ts'

/** After all tests: removes what bundle-once.ts made. */
export default async function removeBundle(): Promise<void> {
  const file = process.env[BUNDLED_SOURCE]
  if (file !== undefined) await rm(dirname(file), { recursive: true, force: true })
}
