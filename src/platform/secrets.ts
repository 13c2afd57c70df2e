import type { Secrets } from './platform.ts'

const MASK = '***'
/** Shorter derived forms would hit innocent text. */
const MIN_DERIVED = 8

/**
 * Keeps the values that must never be shown. `maskInRunner` tells one value to the runner, which masks the log; our own
 * redaction also covers what the runner does not: files, outputs and summaries, and the base64 form of a longer text.
 */
export function createSecrets(maskInRunner: (value: string) => void): Secrets {
  const told = new Set<string>()
  const forms = new Set<string>()
  let ordered: readonly string[] = []
  return {
    add(value) {
      if (value.trim() === '' || told.has(value)) return
      told.add(value)
      maskInRunner(value)
      for (const form of formsOf(value)) forms.add(form)
      // The longest first: a form may hold another.
      ordered = [...forms].sort((a, b) => b.length - a.length)
    },
    redact: (text) => ordered.reduce((redacted, form) => redacted.replaceAll(form, MASK), text),
  }
}

function formsOf(value: string): readonly string[] {
  const trimmed = value.trim()
  const lines = trimmed.split(/\r?\n/).filter((line) => line.trim().length >= MIN_DERIVED)
  const derived = [trimmed, ...lines].flatMap((text) => [
    ...base64Forms(text),
    ...urlForms(text),
    JSON.stringify(text).slice(1, -1),
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;'),
  ])
  return [value, trimmed, ...lines, ...derived.filter((form) => form.length >= MIN_DERIVED)]
}

function urlForms(text: string): readonly string[] {
  const encoded = encodeURIComponent(text.toWellFormed())
  const inForms = new URLSearchParams({ '': text }).toString().slice(1)
  return [encoded, inForms].flatMap((form) => [form, form.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase())])
}

/** The characters that depend on the value alone when it stands at any place in a longer text: three offsets. */
function base64Forms(text: string): readonly string[] {
  const bytes = Buffer.from(text)
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64url')
    // Of `n` bits a character is ours when all its six bits are.
    const ours = encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6))
    return [ours, ours.replaceAll('-', '+').replaceAll('_', '/')]
  })
}
