import { install, type ToolName } from '../__tests__/interop/tools.ts'
import type { Measured, Sides } from './measure.ts'

/** One line of the table. */
export interface Row {
  readonly what: string
  /** Does the work of both sides so many times, in turn, and returns the medians. */
  measure(rounds: number): Promise<Sides<Measured>>
}

/** The path of a real client, built where it is not there yet. */
export async function tool(name: ToolName): Promise<string> {
  const installed = await install(name)
  if (!('file' in installed)) throw new Error(`the bench needs ${name}: ${installed.why}`)
  return installed.file
}
