import { type ErrorCode, errorCodes } from '../../src/model/error-codes.ts'
import { checkedName, type Maker } from './skeleton.ts'

const FILE = 'src/model/error-codes.ts'
const KINDS: readonly string[] = ['config', 'chart', 'conflict', 'remote', 'trust', 'bug']

/** An error code: its row, below the one that has most of its name. */
export const newError: Maker = (given, option, read) => {
  const code = checkedName(
    given,
    /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/,
    'what is wrong with what, such as `CHART_NAME_INVALID`',
  )
  const neighbour = neighbourOf(code)
  const kind = option ?? errorCodes[neighbour].kind
  if (!KINDS.includes(kind)) throw new Error(`"${kind}" is not a kind of error: write ${KINDS.join(', ')}.`)
  if (Object.hasOwn(errorCodes, code)) throw new Error(`${code} exists; a code keeps its meaning for ever.`)
  const row = `  ${code}: { kind: '${kind}', meaning: 'Not described yet.' },`
  return {
    created: [],
    changed: [{ file: FILE, content: withRow(read(FILE), row, neighbour) }],
    left: [
      `Write its meaning in ${FILE}, one sentence for docs/errors.md, and move it to where a reader looks for it.`,
      `Throw it: new ReleaseError('${code}', 'one sentence with the value that was found', { hint }); npm test -- tooling/error-codes fails until then.`,
      'Test that it is thrown, and run npm run docs.',
    ],
  }
}

/** The last code with the most words of the beginning in common. */
function neighbourOf(code: string): ErrorCode {
  const words = code.split('_')
  const shared = (other: string) => {
    const differs = words.findIndex((word, index) => other.split('_')[index] !== word)
    return differs < 0 ? words.length : differs
  }
  const known = Object.keys(errorCodes) as ErrorCode[]
  const most = Math.max(...known.map(shared))
  return known.findLast((other) => shared(other) === most) ?? 'BUG_UNEXPECTED'
}

function withRow(text: string, row: string, neighbour: string): string {
  const start = text.search(new RegExp(`^  ${neighbour}: `, 'm'))
  const end =
    start + (/^(?: {2}\w+: \{[^\n]*\},\n| {2}\w+: \{\n[\s\S]*?\n {2}\},\n)/.exec(text.slice(start))?.[0].length ?? 0)
  if (start < 0 || end === start) throw new Error(`${FILE} has changed, and scripts/new has to follow.`)
  return `${text.slice(0, end)}${row}\n${text.slice(end)}`
}
