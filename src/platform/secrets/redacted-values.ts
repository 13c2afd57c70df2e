/** A string of a JSON text; with the colon it is a key. */
const STRING = /"(?:[^"\\]|\\.)*"(?:\s*:)?/gs

/**
 * JSON with every string that is a value passed through `redact`; keys and syntax stay, byte for byte. Text that is not
 * JSON is redacted as a whole.
 */
export function redactedValues(text: string, redact: (text: string) => string): string {
  if (!isJson(text)) return redact(text)
  return text.replace(STRING, (literal) => (literal.endsWith('"') ? redactedLiteral(literal, redact) : literal))
}

function redactedLiteral(literal: string, redact: (text: string) => string): string {
  const value = JSON.parse(literal) as string
  const shown = redact(value)
  return shown === value ? literal : JSON.stringify(shown)
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
