import { isOrdinary } from './ordinary-words.ts'

/** Shorter derived forms would hit innocent text. */
const MIN_DERIVED = 8
/** Length of a beginning that is enough to be recognised: texts are cut, and half a token is too much. */
const MAX_PREFIX = 16

/** One way in which a secret may be written. */
export interface SecretForm {
  readonly text: string
  /** Characters from its beginning that are searched for; what follows of it is included. */
  readonly prefix: number
}

/**
 * Every way in which text tools write a value: as it is, line by line, in Base64 at any place of a longer text, in
 * URLs, JSON and HTML; also the parts of tokens and keys that are enough by themselves. Value in, forms out, the
 * longest first.
 */
export function secretForms(value: string): readonly SecretForm[] {
  const trimmed = value.trim()
  const lines = trimmed.split(/\r?\n/)
  const parts = [...partsOfToken(trimmed), ...valuesInJson(trimmed)]
  const found = new Map<string, number>()
  const put = (text: string, prefix: number) => {
    if (text !== '') found.set(text, Math.min(prefix, found.get(text) ?? prefix))
  }
  for (const text of new Set([value, trimmed])) put(text, lines.length > 1 ? text.length : prefixOf(text))
  for (const text of [trimmed, ...[...lines, ...parts].filter(isLong)]) {
    // Keys of one kind begin alike (`-----BEGIN …`): only the whole of such a text counts.
    const isAlike = text.startsWith('-----') || (text === trimmed && lines.length > 1)
    for (const form of [text, ...encoded(text)].filter((form) => form === trimmed || form.length >= MIN_DERIVED)) {
      put(form, isAlike ? form.length : unmistakable(form, Math.min(prefixOf(form), prefixOf(text))))
    }
  }
  return [...found].map(([text, prefix]) => ({ text, prefix })).sort((a, b) => b.text.length - a.text.length)
}

/** Whether it is long enough, and unlike innocent text, to be a secret by itself. */
function isLong(text: string): boolean {
  return text.trim().length >= MIN_DERIVED && !isOrdinary(text)
}

function prefixOf(text: string): number {
  const half = Math.ceil(text.length / 2)
  return unmistakable(text, Math.min(text.length, Math.max(MIN_DERIVED, Math.min(MAX_PREFIX, half))))
}

/** A beginning that is an ordinary word proves nothing yet: more of the text is needed, up to all of it. */
function unmistakable(text: string, least: number): number {
  let length = least
  while (length < text.length && isOrdinary(text.slice(0, length))) length += 1
  return endsInHalf(text, length) ? length - 1 : length
}

/** Whether a cut divides a character of two code units. Writing the text replaces the remaining half. */
function endsInHalf(text: string, length: number): boolean {
  return length < text.length && !text.slice(0, length).isWellFormed()
}

/** The signature of a JSON web token: with it the rest can be guessed. */
function partsOfToken(text: string): readonly string[] {
  const [, signature = ''] = /^eyJ[\w-]+\.[\w-]+\.([\w-]+)$/.exec(text) ?? []
  return isLong(signature) ? [signature] : []
}

/** Secrets of a key in JSON, such as a service account's. */
function valuesInJson(text: string): readonly string[] {
  if (!text.startsWith('{')) return []
  try {
    const entries = Object.entries(JSON.parse(text) as object)
    const secret = entries.filter(([key]) => /key$|secret|token|password/i.test(key)).map(([, value]) => value)
    return secret.flatMap((value) => (typeof value === 'string' ? [value, ...value.split('\n')] : [])).filter(isLong)
  } catch {
    return []
  }
}

function encoded(text: string): readonly string[] {
  return [...base64Forms(text), ...urlForms(text), ...quotedForms(text)]
}

/** The characters that depend on the value alone if it is at any place in a longer text: three offsets. */
function base64Forms(text: string): readonly string[] {
  const bytes = Buffer.from(text)
  return [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64url')
    // Of `n` bits a character is ours if all its six bits are.
    const ours = whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6))
    const standard = ours.replaceAll('-', '+').replaceAll('_', '/')
    return [ours, standard, ...percent(standard, '')]
  })
}

/**
 * Characters that each kind of text in a URL leaves as they are, besides letters, digits and `-_.~`: JavaScript's and
 * Go's functions, and the parts of an address as browsers and Node read them
 * (https://url.spec.whatwg.org/#percent-encoded-bytes).
 */
const LEFT_ALONE = [
  "!*'()",
  '',
  '$&+=:@',
  '$&+,;=',
  ";/?:@&=+$,#!*'()",
  "!$%&'()*+,",
  "!$%&'()*+,/:;=@[]|",
  "!$%&'()*+,/:;=?@[]\\^`{|}",
  '!$%&()*+,/:;=?@[]\\^`{|}',
]

function urlForms(text: string): readonly string[] {
  const form = new URLSearchParams({ '': text }).toString().slice(1)
  const query = percent(text, '').map((one) => one.replaceAll('%20', '+'))
  return [form, lowerHex(form), ...query, ...LEFT_ALONE.flatMap((left) => percent(text, left))]
}

function percent(text: string, left: string): readonly string[] {
  const upper = text
    .toWellFormed()
    .replace(/[^\w.~-]/gu, (character) => (left.includes(character) ? character : hexOf(character)))
  return [upper, lowerHex(upper)]
}

function hexOf(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}

function lowerHex(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase())
}

/** In JSON, as JavaScript and as Go write it, and in HTML. */
function quotedForms(text: string): readonly string[] {
  const json = JSON.stringify(text).slice(1, -1)
  const go = json.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)
  const html = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const quoted = html.replace(/"/g, '&quot;')
  return [json, go, html, quoted, quoted.replace(/'/g, '&#39;'), html.replace(/"/g, '&#34;').replace(/'/g, '&#39;')]
}
