import type { Json } from '../../../model/json.ts'
import { fileText } from '../chart/load.ts'
import type { ChartSide } from '../side.ts'

export type Schema = { readonly [key: string]: Json }

/** values.schema.json as read. */
export interface SchemaDocument {
  readonly file: string
  readonly text: string
  readonly root: Schema
}

/** Helm 3 does not load larger files. */
const MAX_LENGTH = 5 * 1024 * 1024
const MAX_REFS = 20

/** A chart's schema: `undefined` if it has none, `broken` if Helm could not read it. */
export function schemaOf(side: ChartSide, folder: string): SchemaDocument | 'broken' | undefined {
  const file = `${folder}values.schema.json`
  const text = fileText(side, file)
  if (text === undefined) return undefined
  try {
    const root: unknown = text.length > MAX_LENGTH ? undefined : JSON.parse(text)
    return isSchema(root) ? { file, text, root } : 'broken'
  } catch {
    return 'broken'
  }
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The target of a local `$ref`, with the keywords beside it; `undefined` for one in another document. */
export function resolved({ root }: SchemaDocument, schema: Json | undefined): Schema | undefined {
  let at = schema === true || schema === undefined ? {} : schema
  for (let refs = 0; refs < MAX_REFS; refs += 1) {
    if (!isSchema(at)) return undefined
    const { $ref, ...beside } = at
    if (typeof $ref !== 'string') return at
    const target = $ref === '#' ? root : pointed(root, $ref)
    if (!isSchema(target)) return undefined
    at = { ...target, ...beside }
  }
  return undefined
}

function pointed(root: Schema, ref: string): unknown {
  if (!ref.startsWith('#/')) return undefined
  let at: unknown = root
  for (const part of ref.slice(2).split('/')) {
    const key = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~')
    at = isSchema(at) && Object.hasOwn(at, key) ? at[key] : Array.isArray(at) ? at[Number(key)] : undefined
  }
  return at
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The nearest line for a path of properties: that of the last one whose key is found after the one before it. */
export function lineOf({ text }: SchemaDocument, path: readonly string[]): number {
  let at = 0
  for (const key of path) {
    const found = text.indexOf(`${JSON.stringify(key)}:`, at)
    const spaced = found < 0 ? text.indexOf(`${JSON.stringify(key)} :`, at) : found
    if (spaced < 0) break
    at = spaced
  }
  return text.slice(0, at).split('\n').length
}
