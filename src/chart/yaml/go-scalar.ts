/**
 * A scalar as Helm's YAML reader (go-yaml 2 behind sigs.k8s.io/yaml) understands it. It follows YAML 1.1, unlike the
 * `yaml` package's default, and turns numbers and booleans into text if Helm's field is a string: `1.10` becomes `1.1`,
 * `yes` becomes `true`.
 */
export interface GoScalar {
  readonly kind: 'null' | 'bool' | 'int' | 'float' | 'string'
  /** The content of a string field in Helm. */
  readonly text: string
}

const TRUE = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'])
const FALSE = new Set(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'])
const NULL = new Set(['', '~', 'null', 'Null', 'NULL'])
const NOT_FINITE = /^(?:\.(?:nan|NaN|NAN)|([-+]?)\.(?:inf|Inf|INF))$/
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/
const INTEGER = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/
const INT64 = 2n ** 63n
const UINT64 = 2n ** 64n

/** Helm's reading of a plain (unquoted, untagged) scalar. */
export function goScalar(source: string): GoScalar {
  if (NULL.has(source)) return { kind: 'null', text: '' }
  if (TRUE.has(source)) return { kind: 'bool', text: 'true' }
  if (FALSE.has(source)) return { kind: 'bool', text: 'false' }
  const infinity = NOT_FINITE.exec(source)
  if (infinity) return { kind: 'float', text: /nan/i.test(source) ? 'NaN' : `${infinity[1] || '+'}Inf` }
  return goNumber(source) ?? { kind: 'string', text: source }
}

function goNumber(source: string): GoScalar | undefined {
  if (!/^[-+.\d]/.test(source)) return undefined
  // Underscores may be anywhere in a number, but only between digits if it begins with its point.
  const plain = source.startsWith('.') ? source.replace(/(?<=\d)_(?=\d)/g, '') : source.replaceAll('_', '')
  const integer = INTEGER.test(plain) ? goInteger(plain) : undefined
  if (integer !== undefined) return { kind: 'int', text: integer }
  const value = FLOAT.test(plain) ? Number(plain) : Number.NaN
  return Number.isFinite(value) ? { kind: 'float', text: formatFloat32(value) } : undefined
}

function goInteger(plain: string): string | undefined {
  const sign = /^[-+]/.exec(plain)?.[0] ?? ''
  const digits = plain.slice(sign.length).replace(/^0[oO]?(?=[0-7])/, '0o')
  const value = BigInt(digits)
  const fits = sign === '-' ? value <= INT64 : value < (sign === '+' ? INT64 : UINT64)
  if (!fits) return undefined
  return String(sign === '-' ? -value : value)
}

// sigs.k8s.io/yaml writes floats with strconv.FormatFloat(value, 'g', -1, 32): the shortest digits that give the same
// 32-bit float, with an exponent below 1e-4 and from 1e6.
function formatFloat32(value: number): string {
  const float = Math.fround(value)
  if (!Number.isFinite(float)) return float > 0 ? '+Inf' : '-Inf'
  if (float === 0) return Object.is(float, -0) ? '-0' : '0'
  const shortest = shortestDigits(float)
  const [mantissa = '', power = '0'] = shortest.split('e')
  const exponent = Number(power)
  if (exponent >= -4 && exponent < 6) return plainDecimal(mantissa, exponent)
  const size = String(Math.abs(exponent)).padStart(2, '0')
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${size}`
}

function shortestDigits(float: number): string {
  for (let digits = 0; digits < 9; digits++) {
    const text = float.toExponential(digits)
    if (Math.fround(Number(text)) === float) return text
  }
  return float.toExponential(9)
}

function plainDecimal(mantissa: string, exponent: number): string {
  const negative = mantissa.startsWith('-')
  const digits = mantissa.replace('-', '').replace('.', '')
  const whole = exponent < 0 ? '0' : digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')
  const fraction = exponent < 0 ? '0'.repeat(-exponent - 1) + digits : digits.slice(exponent + 1)
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}
