import { type Location, placeText, ReleaseError } from '../../model/errors.ts'
import type { ChartSettings } from '../../model/settings.ts'
import type { Settings } from '../../settings.ts'
import { folderMatcher } from './discover.ts'

type Chart = { readonly name: string; readonly path: string }
type Entry = readonly [key: string, own: ChartSettings]

/** The entries of the config file that mean a chart, those that count more behind the others. */
export function entriesFor(chart: Chart, perChart: Settings['perChart']): readonly Entry[] {
  const all = compiled(perChart)
  const exact = all.filter(({ key }) => isExact(key, chart))
  const byGlob = all.filter(({ key, matches }) => !isExact(key, chart) && matches?.(chart.path))
  return [...byGlob, ...exact].map(({ key, own }) => [key, own])
}

function isExact(key: string, { name, path }: Chart): boolean {
  return key === name || key === path
}

interface Compiled {
  readonly key: string
  readonly own: ChartSettings
  /** Absent for a plain name or folder. */
  readonly matches?: (folder: string) => boolean
}

const known = new WeakMap<Settings['perChart'], readonly Compiled[]>()

/** Made once: a run asks for each of its charts many times. */
function compiled(perChart: Settings['perChart']): readonly Compiled[] {
  const before = known.get(perChart)
  if (before) return before
  const all = Object.entries(perChart).map(([key, own]) => ({
    ...{ key, own },
    ...(isGlob(key) && { matches: folderMatcher([key]) }),
  }))
  known.set(perChart, all)
  return all
}

function isGlob(key: string): boolean {
  return /[*?[\]{}()!+@]/.test(key)
}

/**
 * Entries that say different things about one chart, with both places: two globs, or its name and its folder. Which of them
 * was meant can't be told.
 */
export function conflictingEntries(
  charts: readonly Chart[],
  { perChart }: Pick<Settings, 'perChart'>,
): readonly ReleaseError[] {
  const found = new Map<string, ReleaseError>()
  for (const chart of charts) {
    const entries = entriesFor(chart, perChart)
    const exact = entries.filter(([key]) => isExact(key, chart))
    const byGlob = entries.filter(([key]) => !isExact(key, chart))
    for (const clash of [...clashes(exact, () => true), ...clashes(byGlob, differ)]) {
      const isSettled = exact.some(([, own]) => own.given?.[clash.name] !== undefined)
      if (clash.isOf === byGlob && isSettled) continue
      const id = [clash.name, clash.first[0], clash.second[0]].join('\n')
      if (!found.has(id)) found.set(id, conflict(chart, clash))
    }
  }
  return [...found.values()]
}

interface Clash {
  readonly name: string
  readonly first: Entry
  readonly second: Entry
  readonly isOf: readonly Entry[]
}

function clashes(entries: readonly Entry[], counts: (a: string, b: string) => boolean): readonly Clash[] {
  const names = new Set(entries.flatMap(([, { given = {} }]) => Object.keys(given)))
  return [...names].flatMap((name) => {
    const [first, ...others] = entries.filter(([, { given }]) => given?.[name] !== undefined)
    const second = others.find(([, own]) => counts(textOf(first, name), own.given?.[name]?.value ?? ''))
    return first && second ? [{ name, first, second, isOf: entries }] : []
  })
}

const differ = (a: string, b: string) => a !== b

function textOf(entry: Entry | undefined, name: string): string {
  return entry?.[1].given?.[name]?.value ?? ''
}

function conflict({ name, path }: Chart, { name: setting, first, second, isOf }: Clash): ReleaseError {
  const said = [first, second].map(
    ([key, { given }]) => `\`charts.${key}.${setting}\` (${placeOf(given?.[setting]?.at)})`,
  )
  const isByGlob = isOf.every(([key]) => isGlob(key))
  return new ReleaseError(
    'CONFIG_CHARTS_CONFLICT',
    `The chart ${name} in ${path} has two settings of \`${setting}\`: ${said.join(' and ')}.`,
    {
      hint: isByGlob
        ? `Narrow one of the two globs, or say \`${setting}\` under \`charts.${name}\`, which counts more than a glob.`
        : 'Leave one of the two out.',
      at: second[1].given?.[setting]?.at,
    },
  )
}

function placeOf(at: Location | undefined): string {
  return at ? placeText({ file: at.file, ...(at.line !== undefined && { line: at.line }) }) : 'config file'
}

/** Entries of the config file that no chart of this run answers to: a slip, or a chart of another workflow. */
export function unknownCharts(
  names: readonly string[],
  folders: readonly string[],
  { perChart }: Pick<Settings, 'perChart'>,
): readonly string[] {
  // A chart that can't be read has no name here, and may be the one that is meant.
  if (names.length !== folders.length) return []
  const exact = new Set([...folders, ...names])
  return compiled(perChart)
    .filter(({ key, matches }) => !exact.has(key) && !folders.some((folder) => matches?.(folder)))
    .map(({ key, own: { at }, matches }) => {
      const place = at ? ` (${at.file}:${at.line ?? 1})` : ''
      const meant = matches && names.some((name) => folderMatcher([key])(name))
      const hint = meant ? ' A glob is of folders, from the repository root, such as `charts/*-operator`.' : ''
      return `The config file has settings for ${key}${place}, which is not a chart of this run.${hint}`
    })
}
