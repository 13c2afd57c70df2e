import { posix } from 'node:path'
import type { ChartSource, Sources } from '../../chart/source/source.ts'
import { settingsOf } from '../../plan/scope/chart-settings.ts'
import type { Settings } from '../../settings.ts'

/** Files that `release-notes-file` names and no chart has, so that every release gets the text for those without one. */
export function missingNotes(
  charts: readonly ChartSource[],
  { tree }: Pick<Sources, 'tree'>,
  settings: Pick<Settings, 'releaseNotesFile' | 'perChart'>,
): readonly string[] {
  const byFile = Map.groupBy(charts, (chart) => settingsOf(chart, settings).releaseNotesFile)
  return [...byFile].flatMap(([file, having]) => {
    if (file === undefined || having.some(({ path }) => tree.entry(posix.join(path, file)) !== undefined)) return []
    const inside = having.find(({ path }) => file.startsWith(`${path}/`) && tree.entry(file) !== undefined)
    const write = inside ? ` Write \`release-notes-file: ${posix.relative(inside.path, file)}\`.` : ''
    return [
      `No chart has the file ${JSON.stringify(file)} of \`release-notes-file\`, which counts from the folder of the chart: releases say what changed.${write}`,
    ]
  })
}
