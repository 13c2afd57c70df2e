import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseDocument } from 'yaml'
import { loadChart } from '../../../../src/bump/auto/chart/load.ts'
import { compareCharts } from '../../../../src/bump/auto/compare.ts'
import { highest, rank } from '../../../../src/bump/auto/level.ts'
import { pathOf } from '../../../../src/bump/auto/reads/place.ts'
import { readTemplates } from '../../../../src/bump/auto/reads/read-chart.ts'
import { placesOf } from '../../../../src/bump/auto/reads/readers.ts'
import { renderedFindings } from '../../../../src/bump/auto/rendered/rendered.ts'
import { type ChartSide, packagedSide } from '../../../../src/bump/auto/side.ts'
import { leavesOf } from '../../../../src/bump/auto/values/changes.ts'
import { createRenderer } from '../../../../src/pipeline/evidence/renderer.ts'
import { createFiles } from '../../../../src/platform/files/files.ts'
import { systemClock } from '../../../../src/platform/process/clock.ts'
import { onRealCharts } from '../../../support/charts/real-charts.ts'
import { helmOf } from '../../../support/helm/packaging.ts'
import { realData } from '../../../support/places.ts'

const folder = join(realData, 'upgrades')
const RUNS = 25

interface Chart {
  readonly id: string
  readonly side: ChartSide
}

function* charts(): Generator<Chart> {
  for (const id of readdirSync(folder)) {
    if (!id.endsWith('.jsonl')) yield { id, side: packagedSide(readFileSync(join(folder, id, 'new.tar.gz'))) }
  }
}

function text(side: ChartSide, path: string): string {
  return Buffer.from(side.files.get(path) ?? '').toString()
}

function changed({ files }: ChartSide, change: (path: string, text: string) => string): ChartSide {
  const all = [...files].map(
    ([path, content]) => [path, Buffer.from(change(path, Buffer.from(content).toString()))] as const,
  )
  return { files: new Map(all) }
}

interface SchemaObject {
  readonly properties?: Record<string, SchemaObject>
}

function withSchemaText(side: ChartSide, schema: string): ChartSide {
  return changed(side, (file, content) => (file === 'values.schema.json' ? schema : content))
}

function levelBetween(old: ChartSide, now: ChartSide): number {
  return rank(highest(compareCharts(old, now, [])))
}

/** Keys of values.yaml that a template names, and that are not read as part of something else. */
function namedKeys(side: ChartSide): readonly (readonly string[])[] {
  const chart = loadChart(side)
  const { places } = readTemplates(side, chart)
  const read = placesOf(places).filter(({ uses }) => [...uses.values()].some(({ idle }) => !idle))
  const named = new Set(read.map((place) => pathOf(place).join('\n')))
  const inWhole = read.filter(({ uses }) => [...uses.values()].some(({ whole }) => whole)).map(pathOf)
  return leavesOf(chart.ownValues, []).flatMap(({ path }) => {
    const isAlone = !inWhole.some((place) => holds(place, path)) && /^[A-Za-z_]\w*$/.test(path.at(-1) ?? '')
    return isAlone && named.has(path.join('\n')) ? [path] : []
  })
}

/** Whether a place is above the path, or is one of any key: then it goes on reading what nobody names any more. */
function holds(place: readonly string[], path: readonly string[]): boolean {
  const isAbove = place.length < path.length || (place.length === path.length && place.includes('*'))
  return isAbove && place.every((key, index) => key === '*' || key === path[index])
}

/** The chart without a key: neither in values.yaml nor in any template. */
function withoutKey(side: ChartSide, path: readonly string[]): ChartSide {
  const key = path.at(-1) ?? ''
  const named = new RegExp(`(?<=[.])${key}\\b|(?<=["'])${key}(?=["'])`, 'g')
  return changed(side, (file, content) => {
    if (file !== 'values.yaml') return file.startsWith('templates/') ? content.replace(named, 'anotherName') : content
    const document = parseDocument(content.replace(/{{.*?}}/gs, (action) => action.replace(named, 'anotherName')))
    document.deleteIn(path)
    return document.toString()
  })
}

/** Templates that render a resource whatever the values. */
function always(side: ChartSide): readonly string[] {
  return [...side.files.keys()].filter((path) => {
    const isPlain = /^templates\/[^_/][^/]*\.yaml$/.test(path)
    return (
      isPlain && /^apiVersion: (?:v1|apps\/v1)\nkind: (?:ConfigMap|Service|Deployment|Secret)\n/.test(text(side, path))
    )
  })
}

onRealCharts(() => {
  const all = [...charts()]
  const any = (of: readonly Chart[]) => fc.constantFrom(...of)

  it('a chart beside itself is no change', () => {
    for (const { side } of all)
      expect(compareCharts(side, side, []).filter(({ level }) => level !== 'none')).toEqual([])
  })

  it('a key that is gone, with those who read it, is major', () => {
    const property = fc.property(any(all), fc.nat(), ({ id, side }, nth) => {
      const keys = namedKeys(side)
      const path = keys[nth % keys.length]
      if (!path) return
      const level = levelBetween(side, withoutKey(side, path))
      if (level !== 3) throw new Error(`${id} without ${path.join('.')} is only ${level}`)
    })
    fc.assert(property, { numRuns: RUNS })
  })

  it('a key that is gone from values.yaml alone is at least a patch', () => {
    const property = fc.property(any(all), fc.nat(), ({ side }, nth) => {
      const leaves = leavesOf(loadChart(side).ownValues, [])
      const path = leaves[nth % leaves.length]?.path ?? []
      const document = parseDocument(text(side, 'values.yaml'))
      if (path.length === 0 || !document.deleteIn(path)) return
      const without = changed(side, (file, content) => (file === 'values.yaml' ? document.toString() : content))
      expect(levelBetween(side, without)).toBeGreaterThanOrEqual(1)
    })
    fc.assert(property, { numRuns: RUNS })
  })

  it.each([
    ['refuses what it does not list breaks', false, 3],
    ['takes anything else refuses nothing', true, 1],
  ])('a property that is gone from an object of the schema that %s', (_, additionalProperties, level) => {
    const withSchema = all.filter(({ side }) => /"properties": *{\s*"/.test(text(side, 'values.schema.json')))
    const property = fc.property(any(withSchema), fc.nat(), ({ side }, nth) => {
      const schema = JSON.parse(text(side, 'values.schema.json')) as SchemaObject
      const tops = Object.values(schema.properties ?? {}).filter(({ properties }) => properties)
      const holder = [schema, ...tops][nth % (tops.length + 1)] ?? schema
      const [key] = Object.keys(holder.properties ?? {})
      if (key === undefined) return
      Object.assign(holder, { additionalProperties, patternProperties: {} })
      const before = withSchemaText(side, JSON.stringify(schema))
      delete holder.properties?.[key]
      expect(levelBetween(before, withSchemaText(side, JSON.stringify(schema)))).toBe(level)
    })
    fc.assert(property, { numRuns: RUNS })
  })

  it('a named template that is gone from a library is major', () => {
    const libraries = all.filter(({ side }) => loadChart(side).manifest?.type === 'library')
    const property = fc.property(any(libraries), fc.nat(), ({ side }, nth) => {
      const { definitions } = readTemplates(side, loadChart(side))
      const names = [...definitions.keys()]
      const name = names[nth % names.length] ?? ''
      const without = changed(side, (file, content) =>
        file.startsWith('templates/') ? content.replaceAll(`"${name}"`, `"${name}.renamed"`) : content,
      )
      expect(levelBetween(side, without)).toBe(3)
    })
    fc.assert(property, { numRuns: RUNS })
  })

  it('a resource that is gone is major', async () => {
    const files = createFiles(tmpdir())
    const renderer = createRenderer({ helm: await helmOf(4), files, clock: systemClock })
    const charts = all.flatMap(({ id, side }) => always(side).map((path) => ({ id, side, path })))
    const property = fc.asyncProperty(fc.constantFrom(...charts), async ({ id, side, path }) => {
      const without = { files: new Map([...side.files].filter(([file]) => file !== path)) }
      const rendered = await renderedFindings(side, without, renderer)
      // Some charts can't be rendered with their defaults, or without what they depend on.
      if (rendered.some(({ rule }) => rule === 'rendered/not-rendered')) return
      const level = highest(compareCharts(side, without, rendered))
      if (level !== 'major') throw new Error(`${id} without ${path} is only ${level}`)
    })
    await fc.assert(property, { numRuns: 8 })
    await files.removeTemporary()
  })

  it('whatever bytes stand in a chart, it is compared', () => {
    const property = fc.property(any(all), fc.nat(), fc.uint8Array({ maxLength: 40 }), ({ side }, nth, bytes) => {
      const paths = [...side.files.keys()]
      const path = paths[nth % paths.length] ?? ''
      const content = Buffer.from(side.files.get(path) ?? '')
      const at = nth % (content.length + 1)
      const broken = {
        files: new Map([...side.files, [path, Buffer.concat([content.subarray(0, at), bytes, content.subarray(at)])]]),
      }
      compareCharts(side, broken, [])
      compareCharts(broken, side, [])
    })
    fc.assert(property, { numRuns: RUNS })
  })
})
