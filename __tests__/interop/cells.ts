/** One question to one real client about what the action published. */
export interface Cell {
  /** Where the chart was published, e.g. `distribution 3.1.0`. */
  readonly registry: string
  /** With its version, e.g. `cosign 3.1.3`. */
  readonly client: string
  /** A sentence, e.g. `pulls by version`. */
  readonly check: string
  /**
   * - `n/a`: the client cannot express the question; that is no pass.
   * - `weak`: it is known that it accepts what it should refuse, and nothing that is published could change that.
   */
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'n/a' | 'weak'
  /** Why it failed, was skipped, or cannot be asked. */
  readonly detail?: string
  /** What a verifier was asked about which form of signature; everything that it can be asked, if it says neither. */
  readonly asked?: { readonly form?: string; readonly question?: string }
}

export type Where = Pick<Cell, 'registry' | 'client'>

/** Asks the question: `ask` throws when the answer is not the expected one. */
export async function cell(where: Where, check: string, ask: () => Promise<void>): Promise<Cell> {
  try {
    await ask()
    return { ...where, check, outcome: 'passed' }
  } catch (error) {
    return { ...where, check, outcome: 'failed', detail: error instanceof Error ? error.message : String(error) }
  }
}

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly notApplicable: number
  readonly weak: number
}

export function count(cells: readonly Cell[]): Counts {
  const of = (outcome: Cell['outcome']) => cells.filter((found) => found.outcome === outcome).length
  const counted = { passed: of('passed'), failed: of('failed'), skipped: of('skipped') }
  return { ...counted, notApplicable: of('n/a'), weak: of('weak') }
}

const signs = { passed: 'pass', failed: 'FAIL', skipped: 'skip', 'n/a': 'n/a', weak: 'WEAK' } as const

/** One line a client and check, one column a registry; then every reason. */
export function table(cells: readonly Cell[]): string {
  const registries = unique(cells.map(({ registry }) => registry))
  const rows = unique(cells.map(({ client, check }) => `${client}\t${check}`)).map((row) => {
    const [client = '', check = ''] = row.split('\t')
    const found = registries.map((registry) =>
      cells.find((one) => one.client === client && one.check === check && one.registry === registry),
    )
    return [client, check, ...found.map((one) => (one ? signs[one.outcome] : ''))]
  })
  const reasons = cells
    .filter(({ detail }) => detail !== undefined)
    .map(({ registry, client, check, outcome, detail }) => {
      // A failure may differ from place to place; a question that cannot be asked is the same everywhere.
      const where = outcome === 'failed' ? `${registry}, ${client}` : client
      return `${signs[outcome]}: ${where}: ${check}: ${detail}`
    })
  return [...columns([['client', 'check', ...registries], ...rows]), ...unique(reasons)].join('\n')
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}

/** `passed`, `failed` and `skipped` in one line; what is none of them stands apart. */
export function totals({ passed, failed, skipped, notApplicable, weak }: Counts, title = 'interop'): string {
  const others = Object.entries({ 'n/a': notApplicable, weak }).filter(([, number]) => number > 0)
  const apart = others.map(([name, number]) => `${number} ${name}`).join(', ')
  return `${title}: ${passed} passed, ${failed} failed, ${skipped} skipped${apart && ` (${apart})`}`
}
