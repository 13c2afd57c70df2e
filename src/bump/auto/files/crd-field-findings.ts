import type { Finding } from '../../../model/finding.ts'
import { createFinding } from '../finding.ts'
import type { CrdField, CrdFields } from './crd-fields.ts'

/** A renamed part of a schema has many fields; nobody reads them all. */
const MAX_OF_A_VERSION = 10

/** One version of a CustomResourceDefinition on both sides. */
export interface CrdPair {
  /** e.g. `foos.example.com v1`. */
  readonly subject: string
  readonly file: string
  readonly was: CrdFields
  readonly is: CrdFields
}

/**
 * Fields of resources that users wrote which are gone, newly required, or of another type: the API server drops them, or refuses the
 * resource. `status` is written by controllers.
 */
export function crdFieldFindings(pair: CrdPair): readonly Finding[] {
  const paths = [...new Set([...pair.was.keys(), ...pair.is.keys()])].filter((path) => !/^status(?:\.|$)/.test(path))
  return paths.flatMap((path) => fieldFinding(pair, path)).slice(0, MAX_OF_A_VERSION)
}

function fieldFinding(pair: CrdPair, path: string): readonly Finding[] {
  const [was, is] = [pair.was.get(path), pair.is.get(path)]
  const parent = parentOf(path)
  // A whole part that came or went is one thing.
  if (parent !== '' && !(pair.was.has(parent) && pair.is.has(parent))) return []
  if (was && !is) return isKept(pair, parent) ? [] : [finding(pair, path, GONE)]
  if (is?.isRequired && !was?.isRequired && !is.hasDefault) return [finding(pair, path, REQUIRED, is)]
  if (was?.type && is?.type && was.type !== is.type) {
    return [{ ...finding(pair, path, RETYPED, is), was: was.type, is: is.type }]
  }
  return []
}

interface Rule {
  readonly rule: string
  readonly what: string
}

const GONE: Rule = { rule: 'files/crd-field-removed', what: 'is gone' }
const REQUIRED: Rule = { rule: 'files/crd-field-required', what: 'is required now' }
const RETYPED: Rule = { rule: 'files/crd-field-type', what: 'has another type' }

function finding({ subject, file }: CrdPair, path: string, { rule, what }: Rule, is?: CrdField): Finding {
  const text = `\`${path}\` of ${subject} ${what}.`
  return createFinding({
    level: 'major',
    rule,
    subject: `${subject} ${path}`,
    text,
    at: { file, ...(is && { line: is.line }) },
  })
}

function isKept({ is }: CrdPair, parent: string): boolean {
  return is.get(parent)?.isOpen === true
}

function parentOf(path: string): string {
  return path.endsWith('[]') ? path.slice(0, -2) : path.slice(0, Math.max(path.lastIndexOf('.'), 0))
}
