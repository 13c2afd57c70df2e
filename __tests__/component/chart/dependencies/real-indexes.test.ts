import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { indexEntries } from '../../../../src/chart/dependencies/repository-index.ts'
import { onRealCharts } from '../../../support/charts/real-charts.ts'
import { realData } from '../../../support/places.ts'

const versions = (index: string, name: string) => indexEntries(index, name).map(({ version }) => version)

onRealCharts(() => {
  it('reads every chart of real indexes as a whole parser does', async () => {
    const folder = join(realData, 'index')
    const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'))
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) {
      const text = await readFile(join(folder, name), 'utf8')
      if (text.length > 400_000) continue
      const whole = parse(text, { schema: 'failsafe', uniqueKeys: false }) as {
        entries: Record<string, { version: string }[]>
      }
      for (const [chart, entries] of Object.entries(whole.entries)) {
        expect([name, chart, versions(text, chart)]).toEqual([name, chart, entries.map(({ version }) => version)])
      }
    }
  })
})
