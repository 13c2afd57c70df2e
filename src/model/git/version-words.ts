/** Letters that mean the same in a version. */
type Kind = '0' | '9' | 'a' | 'v' | '.' | '-' | '+'

/** Where in a version one is after a letter; `undefined` if no version goes on like that. */
export function wordAfter(word: string, letter: string): string | undefined {
  const kind = kindOf(letter)
  return kind && WORDS.get(word)?.[kind]
}

function kindOf(letter: string): Kind | undefined {
  if (letter === '0' || letter === '.' || letter === '-' || letter === '+' || letter === 'v') return letter
  if (/^[1-9]$/.test(letter)) return '9'
  return /^[A-Za-z]$/.test(letter) ? 'a' : undefined
}

/** A word with letters in it, among those between dots. */
const letters = (to: string) => ({ a: to, v: to, '-': to })
const suffixes = { '.': 'pre', '+': 'build' }

/** Versions as `parseVersion` reads them: what may follow where. */
const WORDS: ReadonlyMap<string, Partial<Record<Kind, string>>> = new Map([
  ['start', { v: 'major', '0': 'zero1', '9': 'number1' }],
  ['major', { '0': 'zero1', '9': 'number1' }],
  ['zero1', { '.': 'minor' }],
  ['number1', { '.': 'minor', '0': 'number1', '9': 'number1' }],
  ['minor', { '0': 'zero2', '9': 'number2' }],
  ['zero2', { '.': 'patch' }],
  ['number2', { '.': 'patch', '0': 'number2', '9': 'number2' }],
  ['patch', { '0': 'zero3', '9': 'number3' }],
  ['zero3', { '-': 'pre', '+': 'build' }],
  ['number3', { '-': 'pre', '+': 'build', '0': 'number3', '9': 'number3' }],
  ['pre', { '0': 'preZero', '9': 'preNumber', ...letters('preWord') }],
  ['preZero', { '0': 'preWrong', '9': 'preWrong', ...letters('preWord'), ...suffixes }],
  ['preNumber', { '0': 'preNumber', '9': 'preNumber', ...letters('preWord'), ...suffixes }],
  // A number may not begin with a zero, a word may.
  ['preWrong', { '0': 'preWrong', '9': 'preWrong', ...letters('preWord') }],
  ['preWord', { '0': 'preWord', '9': 'preWord', ...letters('preWord'), ...suffixes }],
  ['build', { '0': 'buildWord', '9': 'buildWord', ...letters('buildWord') }],
  ['buildWord', { '0': 'buildWord', '9': 'buildWord', ...letters('buildWord'), '.': 'build' }],
])

/** Where a version may end. */
export const ENDS: ReadonlySet<string> = new Set([
  'zero1',
  'number1',
  'zero2',
  'number2',
  'zero3',
  'number3',
  'preZero',
  'preNumber',
  'preWord',
  'buildWord',
])
