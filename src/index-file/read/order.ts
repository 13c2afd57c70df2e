const VERSION =
  /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/
const UINT64 = 2n ** 64n

interface Parsed {
  readonly numbers: readonly bigint[]
  readonly pre: readonly string[]
}

/**
 * Whether Helm lists version `a` before `b`: higher ones first, pre-releases after their release, unparsable ones last.
 * Unlike strict semantic versions it accepts `v1`, `1.2-rc1` and leading zeros; build metadata does not count.
 */
export function isNewer(a: string, b: string): boolean {
  const [first, second] = [parse(a), parse(b)]
  if (!first || !second) return first !== undefined
  return compare(first, second) > 0
}

/** Whether Helm can parse it; it leaves out entries with other versions. */
export function isListed(version: string): boolean {
  return parse(version) !== undefined
}

function parse(version: string): Parsed | undefined {
  const match = VERSION.exec(version)
  if (!match) return undefined
  const numbers = match.slice(1, 4).map((part) => BigInt(part ?? 0))
  const pre = match[4]?.split('.') ?? []
  const odd = numbers.some((number) => number >= UINT64) || pre.some((part) => /^0\d+$/.test(part))
  return odd ? undefined : { numbers, pre }
}

function compare(a: Parsed, b: Parsed): number {
  for (const [index, number] of a.numbers.entries()) {
    const other = b.numbers[index] ?? 0n
    if (number !== other) return number < other ? -1 : 1
  }
  if (a.pre.length === 0 || b.pre.length === 0) return Math.sign(b.pre.length - a.pre.length)
  for (let index = 0; index < Math.max(a.pre.length, b.pre.length); index++) {
    const order = comparePart(a.pre[index], b.pre[index])
    if (order !== 0) return order
  }
  return 0
}

function comparePart(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1
  const [isNumber, isOther] = [/^\d+$/.test(a), /^\d+$/.test(b)]
  if (isNumber && isOther) return BigInt(a) < BigInt(b) ? -1 : 1
  if (isNumber !== isOther) return isNumber ? -1 : 1
  return a < b ? -1 : 1
}

/**
 * Order of keys as Go's YAML writer sorts them, and so in Helm's indexes: numbers within a name by their value, letters
 * after everything else. Negative if `a` comes first.
 */
export function compareKeys(a: string, b: string): number {
  const [first, second] = [[...a], [...b]]
  let at = 0
  while (at < first.length && first[at] === second[at]) at++
  const [one, other] = [first[at], second[at]]
  if (one === undefined || other === undefined) return first.length - second.length
  const [isLetter, isOther] = [/\p{L}/u.test(one), /\p{L}/u.test(other)]
  if (isLetter !== isOther) return isLetter ? 1 : -1
  if (isLetter) return one < other ? -1 : 1
  return compareDigits(first, second, at) || ((one.codePointAt(0) ?? 0) < (other.codePointAt(0) ?? 0) ? -1 : 1)
}

function compareDigits(a: readonly string[], b: readonly string[], from: number): number {
  // A zero after other digits of one number continues it: `10` and `1`.
  const isWithin = (a[from] === '0' || b[from] === '0') && continuesNumber(a, from)
  const [one, other] = [a, b].map((text) => {
    let end = from
    while (/\p{Nd}/u.test(text[end] ?? '')) end++
    return { value: Number(`${isWithin ? 1 : ''}${text.slice(from, end).join('')}` || 0), length: end - from }
  }) as [{ value: number; length: number }, { value: number; length: number }]
  return one.value - other.value || one.length - other.length
}

function continuesNumber(text: readonly string[], from: number): boolean {
  let at = from - 1
  while (text[at] === '0') at--
  return /\p{Nd}/u.test(text[at] ?? '')
}
