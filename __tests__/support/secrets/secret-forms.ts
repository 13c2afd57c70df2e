/**
 * The forms in which a secret could be shown: as it is, in URLs, in JSON, and in base64 at any place of a longer text, of
 * either alphabet.
 */
export function forms(secret: string): readonly string[] {
  return secret === '' ? [] : [...new Set([...escaped(secret), ...inBase64(secret)])]
}

function inBase64(secret: string): readonly string[] {
  const bytes = Buffer.from(secret)
  return [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    // Without the characters that bits of its neighbours have a part in.
    const own = whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6))
    return [own, own.replaceAll('+', '-').replaceAll('/', '_'), encodeURIComponent(own)]
  })
}

function escaped(secret: string): readonly string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), ...inUrls(secret)]
}

function inUrls(secret: string): readonly string[] {
  const url = new URL('https://user@host/')
  url.password = secret
  // What Go's net/url escapes in a query: all but letters, digits and `-_.~`.
  const query = encodeURIComponent(secret).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  const upper = [encodeURIComponent(secret), query.replace(/%[0-9a-f]{2}/g, (hex) => hex.toUpperCase()), url.password]
  const inForm = new URLSearchParams({ secret }).toString().slice('secret='.length)
  return [...upper, ...upper.map((text) => text.replace(/%../g, (hex) => hex.toLowerCase())), inForm]
}

/** What nobody may see of a secret: each form, or so much of its beginning that the rest can be guessed. */
export function beginnings(secret: string): readonly string[] {
  const begin = secret
    .slice(0, enough(secret))
    .toWellFormed()
    .replace(/\ufffd$/, '')
  return [...new Set([...escaped(begin), ...inBase64(secret).map((form) => form.slice(0, enough(form)))])]
}

/** Half of it. Words that a run could say by itself (`__define`) give nothing away yet: then the beginning is longer. */
function enough(text: string): number {
  let length = Math.max(8, Math.min(16, Math.ceil(text.length / 2)))
  while (length < text.length && readsAsWords(text.slice(0, length))) length += 1
  return length
}

function readsAsWords(text: string): boolean {
  const name = text.trim().replace(/^[-._/:]+|[-._/:]+$/g, '')
  return name.length < 8 || /^[a-z\d]+(?:[-._/:]+[a-z\d]+)*$/.test(name)
}
