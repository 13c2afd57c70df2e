import { placeText } from '../../model/errors.ts'
import { cut } from '../../model/text.ts'
import type { Annotation, Log, Secrets } from '../../ports/runner.ts'
import { encodeData, encodeProperty, escapeText, oneLine } from './escape.ts'

type Kind = 'notice' | 'warning' | 'error'

/** GitHub shows about ten annotations of a kind per step; the rest would silently be lost. */
const ANNOTATIONS_PER_KIND = 10
const MAX_TITLE = 120
const plainPrefix = { notice: 'Note: ', warning: 'Warning: ', error: 'Error: ' } as const

export interface LogOptions {
  /** Writes text that ends in a line feed to the step's standard output. */
  readonly write: (text: string) => void
  /** Whether step debugging is on (`RUNNER_DEBUG=1`). */
  readonly debugging: boolean
  readonly secrets: Redaction
}

type Redaction = Pick<Secrets, 'redact' | 'redactData'>

/**
 * The step's log. Texts are redacted, then escaped, so that the runner takes nothing in them for a command. The first
 * ten of a kind become annotations; later ones are plain lines. Groups do not nest on GitHub: an inner one is only a
 * line.
 */
export function createLog({ write, debugging, secrets }: LogOptions): Log {
  const shown = { notice: 0, warning: 0, error: 0 }
  let grouped = false
  const safe = (text: string): string => escapeText(secrets.redact(text))
  const line = (text: string): void => write(`${text}\n`)

  function annotate(kind: Kind, text: string, annotation: Annotation = {}): void {
    shown[kind] += 1
    const annotated = shown[kind] <= ANNOTATIONS_PER_KIND
    if (annotated) line(`::${kind}${properties(annotation, secrets)}::${encodeData(safe(text))}`)
    else line(safe(plainPrefix[kind] + withPlace(text, annotation)))
  }

  return {
    info: (text, { isData = false } = {}) => line(isData ? escapeText(secrets.redactData(text)) : safe(text)),
    debug: (text) => {
      if (debugging) line(`::debug::${encodeData(safe(text))}`)
    },
    notice: (text, annotation) => annotate('notice', text, annotation),
    warning: (text, annotation) => annotate('warning', text, annotation),
    error: (text, annotation) => annotate('error', text, annotation),
    async group(title, work) {
      const name = oneLine(secrets.redact(title))
      if (grouped) {
        line(name)
        return work()
      }
      grouped = true
      line(`::group::${encodeData(name)}`)
      try {
        return await work()
      } finally {
        grouped = false
        line('::endgroup::')
      }
    },
  }
}

function properties({ at, title }: Annotation, secrets: Redaction): string {
  const pairs = [
    ['file', at && secrets.redactData(at.file)],
    ['line', at?.line?.toString()],
    ['col', at?.column?.toString()],
    ['title', title && secrets.redact(title)],
  ] as const
  const written = pairs.flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${encodeProperty(property(key, oneLine(value)))}`],
  )
  return written.length === 0 ? '' : ` ${written.join(',')}`
}

// Redacted before it is cut: half a secret would no longer be recognised.
function property(key: string, value: string): string {
  return key === 'title' ? cut(value, MAX_TITLE) : value
}

function withPlace(text: string, { at }: Annotation): string {
  return at === undefined ? text : `${placeText(at)}: ${text}`
}
