/** The forms in which a secret could be shown: as it is, in URLs, and in base64 at any place of a longer text. */
export function forms(secret: string): readonly string[] {
  if (secret === '') return []
  const bytes = Buffer.from(secret)
  const base64 = [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    // Without the characters that bits of its neighbours have a part in.
    const own = whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6))
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')]
  })
  return [...new Set([secret, encodeURIComponent(secret), ...base64])]
}
