import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from '@jest/globals'
import { onRealCharts } from '../../../support/charts/real-charts.ts'
import { outcome, walked } from '../../../support/index/outcome.ts'
import { realData } from '../../../support/places.ts'

onRealCharts(() => {
  it('says of every real index what the walk says of it', async () => {
    for (const folder of ['index', 'index-merges', 'index-incidents']) {
      for (const file of await readdir(join(realData, folder))) {
        if (!/\.yaml(?:\.gz)?$/.test(file)) continue
        const read = await readFile(join(realData, folder, file))
        const bytes = file.endsWith('.gz') ? gunzipSync(read) : read
        expect(outcome(bytes)).toEqual(outcome(walked(bytes)))
      }
    }
  })
})
