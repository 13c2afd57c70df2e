import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from '@jest/globals'
import { goScalar } from '../../../src/chart/yaml/go-scalar.ts'
import { readIndex } from '../../../src/index-file/index-file.ts'
import { scanIndex } from '../../../src/index-file/read/scan.ts'
import { ReleaseError } from '../../../src/model/errors.ts'
import { onRealCharts } from '../../support/charts/real-charts.ts'
import { anIndexRelease, fullyParsed, WRITTEN_AT } from '../../support/index/index-release.ts'
import { realData } from '../../support/places.ts'

const FOLDERS = ['index', 'index/helm-fixtures', 'index-merges', 'index-incidents']

async function realIndexes() {
  const found: { readonly name: string; readonly bytes: Uint8Array }[] = []
  for (const folder of FOLDERS) {
    for (const file of await readdir(join(realData, folder))) {
      if (!/\.yaml(?:\.gz)?$/.test(file)) continue
      const bytes = await readFile(join(realData, folder, file))
      found.push({ name: `${folder}/${file}`, bytes: file.endsWith('.gz') ? gunzipSync(bytes) : bytes })
    }
  }
  return found
}

onRealCharts(() => {
  it('finds in every index what a full parser finds, and refuses only those that are damaged', async () => {
    const refused: string[] = []
    for (const { name, bytes } of await realIndexes()) {
      try {
        const layout = scanIndex({ file: name, bytes })
        const parsed = fullyParsed(bytes)
        expect([...layout.charts.keys()]).toEqual([...parsed.keys()])
        for (const [chart, entries] of parsed) {
          const ours = layout.charts.get(chart)?.entries ?? []
          expect(ours.map((entry) => entry.name)).toEqual(entries.map((entry) => entry.name))
          // The full parser does not tell whether a text had quotes: 1.10 without them is 1.1 to Helm.
          const readings = entries.map(({ version }) => [String(version), goScalar(String(version)).text])
          expect(ours.filter(({ version }, index) => !readings[index]?.includes(version))).toEqual([])
        }
      } catch (error) {
        if (!(error instanceof ReleaseError)) throw error
        refused.push(`${name.split('/').at(-1)}: ${error.code} ${error.at?.line}`)
      }
    }
    expect(refused.sort()).toEqual([
      '01-kyverno-kyverno-d1a03fd2.after.yaml: INDEX_INVALID 478',
      '23-argoproj-argo-helm-9614b8a3.before.yaml: INDEX_INVALID 1',
    ])
  })

  it('refuses every index of 20 KB or less that is cut short, at whatever byte', async () => {
    const small = (await realIndexes()).filter(
      ({ name, bytes }) => bytes.length < 20_000 && /index-incidents\/(?!01.*after|23)/.test(name),
    )
    expect(small.length).toBeGreaterThan(3)
    for (const { name, bytes } of small) {
      for (let length = bytes.length - 2; length > 16; length -= 7) {
        expect(() => scanIndex({ file: name, bytes: bytes.subarray(0, length) })).toThrow(ReleaseError)
      }
    }
  })

  it.each(['index-merges', 'index-incidents'])(
    'repeats each publish of %s, and every entry of before is there as it was',
    async (folder) => {
      const all = (await realIndexes()).filter(({ name }) => name.startsWith(`${folder}/`))
      let repeated = 0
      for (const { name, bytes } of all) {
        const after = all.find(
          (other) => other.name.replace('.gz', '') === name.replace('.gz', '').replace('.before.', '.after.'),
        )
        // Empty, or with the markers of a merge: refused, as told above.
        if (!name.includes('.before.') || !after || bytes.length === 0 || name.includes('/01-kyverno')) continue
        const [old, published] = [fullyParsed(bytes), fullyParsed(after.bytes)]
        const releases = [...published].flatMap(([chart, entries]) => {
          const known = new Set(old.get(chart)?.map(({ version }) => version))
          const versions = new Set(
            entries.map(({ version }) => String(version)).filter((version) => !known.has(version)),
          )
          return [...versions].map((version) => anIndexRelease({ name: chart, version }))
        })
        const now = fullyParsed(readIndex({ file: name, bytes }).add(releases, WRITTEN_AT).bytes)
        for (const [chart, entries] of old) {
          const added = new Set(releases.filter((release) => release.name === chart).map(({ version }) => version))
          expect(now.get(chart)?.filter(({ version }) => !added.has(String(version)))).toEqual(entries)
        }
        const count = (index: ReadonlyMap<string, readonly unknown[]>) => [...index.values()].flat().length
        expect(count(now)).toBe(count(old) + releases.length)
        repeated += 1
      }
      expect(repeated).toBeGreaterThan(5)
    },
  )

  it('adds to a large index without moving a byte of the rest', async () => {
    const bytes = await readFile(join(realData, 'index/grafana-helm-charts.yaml'))
    const after = Buffer.from(
      readIndex({ file: 'index.yaml', bytes }).add([anIndexRelease({ name: 'loki', version: '999.0.0' })], WRITTEN_AT)
        .bytes,
    )
    const start = after.indexOf('\n  loki:\n') + 9
    const end = after.indexOf('\n  - ', start) + 1
    const rest = Buffer.concat([after.subarray(0, start), after.subarray(end)]).toString('latin1')
    expect(rest.replace(/generated: .*/, '')).toBe(bytes.toString('latin1').replace(/generated: .*/, ''))
  })
})
