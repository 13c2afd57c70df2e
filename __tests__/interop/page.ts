// docs/interop.md: the cells of one run as tables. Nothing here knows an answer.
import { markdownTable } from '../../scripts/docs/tables.ts'
import { type Cell, count, totals } from './cells.ts'

const words = { passed: 'pass', failed: '**FAIL**', skipped: 'not run', 'n/a': 'n/a', weak: '**accepts**' } as const

const HEAD = `# What verifiers and registries make of a release

\`npm run interop -- --docs docs/interop.md\` wrote this page from one run: the action released to each registry, and the clients
below read what it left there. A refusal counts as *pass* only if the client says that it refuses for the reason in the head of the
column. *accepts*: it takes what it should refuse, as is known of it. *n/a*: it can't be asked that. *not run*: it was not here. The
numbers lead to the reasons at the end.
`

const VERIFIERS = `## Verifiers

Each form of signature lies alone beside the chart, so that a client can't pass with another, except *as a user types it*: by
tag, with everything that a release has. *Other digest*: the signature of something else of ours. *Foreign*: signed by the workflow of
another repository.
`

const STEPS = `## Registries

What the action does there, one after another.
`

const CLIENTS = `## Other clients
`

/** The page for the cells of a run. */
export function interopPage(cells: readonly Cell[]): string {
  const reasons = createReasons()
  const verifiers = cells.filter(({ asked }) => asked !== undefined)
  const others = cells.filter(({ asked }) => asked === undefined)
  const steps = others.filter(({ client }) => client === 'release-charts')
  const clients = others.filter(({ client }) => client !== 'release-charts')
  const formOf = ({ asked }: Cell) => asked?.form ?? 'all'
  return [
    HEAD,
    `${totals(count(cells), 'In this run')}.\n`,
    VERIFIERS,
    grid(
      verifiers,
      {
        rows: [
          ['verifier', ({ client }) => client],
          ['form', formOf],
        ],
        column: ({ asked }) => asked?.question,
      },
      reasons,
    ),
    STEPS,
    grid(steps, { rows: [['registry', ({ registry }) => registry]], column: ({ check }) => check }, reasons),
    CLIENTS,
    grid(clients, { rows: [['check', ({ check }) => check]], column: ({ client }) => client }, reasons),
    reasons.list(),
  ].join('\n')
}

interface Grid {
  /** Heads of the first columns, and what stands there. */
  readonly rows: readonly (readonly [string, (cell: Cell) => string])[]
  /** `undefined` for a cell that stands for all columns. */
  readonly column: (cell: Cell) => string | undefined
}

function grid(cells: readonly Cell[], { rows, column }: Grid, reasons: Reasons): string {
  const columns = [...new Set(cells.map(column))].filter((name) => name !== undefined)
  // Rows that begin alike stand together, whatever was asked in between.
  const starts = [...new Set(cells.map((cell) => rows[0]?.[1](cell)))]
  const sorted = starts.flatMap((start) => cells.filter((cell) => rows[0]?.[1](cell) === start))
  const byRow = Map.groupBy(sorted, (cell) => JSON.stringify(rows.map(([, of]) => of(cell))))
  const lines = [...byRow].map(([key, inRow]) => [
    ...(JSON.parse(key) as string[]),
    ...columns.map((name) =>
      shown(
        inRow.filter((cell) => [name, undefined].includes(column(cell))),
        reasons,
      ),
    ),
  ])
  return `${markdownTable([...rows.map(([head]) => head), ...columns], lines)}\n`
}

/** One word for what all registries gave; each that differs is said. */
function shown(cells: readonly Cell[], reasons: Reasons): string {
  const byOutcome = Map.groupBy(cells, ({ outcome }) => outcome)
  return [...byOutcome]
    .map(([outcome, some]) => {
      const numbers = [...new Set(some.map((cell) => reasons.numberOf(cell)).filter((number) => number > 0))]
      return numbers.length > 0 ? `${words[outcome]} (${numbers.join(', ')})` : words[outcome]
    })
    .join(', ')
}

interface Reasons {
  /** 0 if the cell gives no reason. */
  numberOf(cell: Cell): number
  list(): string
}

function createReasons(): Reasons {
  const texts: string[] = []
  return {
    numberOf({ detail, outcome, registry }) {
      if (detail === undefined) return 0
      // A failure may differ from place to place; all else is the same everywhere.
      const text = outcome === 'failed' ? `${registry}: ${withoutPlaces(detail)}` : withoutPlaces(detail)
      if (!texts.includes(text)) texts.push(text)
      return texts.indexOf(text) + 1
    },
    list: () =>
      texts.length === 0 ? '' : `## Reasons\n\n${texts.map((text, index) => `${index + 1}. ${text}`).join('\n')}\n`,
  }
}

const MAX_REASON = 300

/** Ports, folders, digests and times differ from run to run; a reason is one line. */
function withoutPlaces(text: string): string {
  return text
    .replaceAll(/127\.0\.0\.1:\d+/g, 'the-registry')
    .replaceAll(/(?<![\w:/])(?:\/[\w.@-]+){2,}/g, (path) => `…/${path.split('/').at(-1)}`)
    .replaceAll(/\b[0-9a-f]{64}\b/g, '…')
    .replaceAll(/\[\d\d:\d\d:\d\d\] /g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_REASON)
}
