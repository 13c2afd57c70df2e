import type { LoadedChart } from './load.ts'

/** Folders of charts that are released elsewhere: their version covers the changes in them. */
export function externalFolders(chart: LoadedChart): readonly string[] {
  const external = chart.dependencies.flatMap(({ repository, chart: there }) =>
    there && repository !== '' && !repository.startsWith('file://') ? [there.folder] : [],
  )
  const own = [...chart.subcharts.values()].filter(({ folder }) => !external.includes(folder))
  return [...external, ...own.flatMap(externalFolders)]
}

/** Whether a file belongs to one of them. */
export function isIn(folders: readonly string[], file: string): boolean {
  return folders.some((folder) => file.startsWith(folder))
}
