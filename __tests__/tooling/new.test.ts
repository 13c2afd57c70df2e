import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { writeNew } from '../../scripts/new/write.ts'
import { inputTable } from '../../src/inputs/table/table.ts'
import { copySources, type SourceCopy } from '../support/run/source-copy.ts'

let copy: SourceCopy
beforeAll(async () => {
  copy = await copySources()
})
afterAll(async () => copy[Symbol.asyncDispose]())

const inCopy = (file: string): string => readFileSync(join(copy.root, file), 'utf8')

describe('npm run new', () => {
  it.each([
    ['target', 'gs', 'src/targets/gs/gs.ts', 'src/targets/registry.ts'],
    ['strategy', 'by-size', 'src/bump/by-size/by-size.ts', 'src/bump/registry.ts'],
    ['input', 'notes-header', '__tests__/unit/inputs/table/notes-header.test.ts', 'src/inputs/table/release-inputs.ts'],
    ['error', 'CHART_NAME_ODD', undefined, 'src/model/error-codes.ts'],
  ])('%s %s writes a skeleton and its line, and says what is left', (kind, name, created, changed) => {
    const before = inCopy(changed)
    const lines = writeNew(copy.root, [kind, name])
    if (created !== undefined) expect(existsSync(join(copy.root, created))).toBe(true)
    expect(inCopy(changed).length).toBeGreaterThan(before.length)
    expect(lines.slice(-3).map((line) => line.slice(0, 2))).toEqual(['1.', '2.', '3.'])
  })

  it.each([
    ['target', 'Google Storage', 'is not a valid name'],
    ['target', 'oci', 'exists already'],
    ['target', 'bucket', 'exists already'],
    ['strategy', 'auto', 'exists already'],
    ['strategy', 'default', 'is not a valid name'],
    ['input', 'charts', 'exists already'],
    ['input', 'notes_header', 'is not a valid name'],
    ['error', 'INPUT_INVALID', 'exists'],
    ['error', 'odd', 'is not a valid name'],
  ])('%s %s is refused', (kind, name, why) => {
    expect(() => writeNew(copy.root, [kind, name])).toThrow(why)
  })

  it('says how it is called', async () => {
    await expect(copy.script('new.ts', 'room', 'x')).rejects.toThrow('Write npm run new -- target NAME')
  })

  it('leaves a repository that compiles', async () => {
    expect(await copy.typeErrors()).toEqual([])
  })
})

const camelCase = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Inputs that are read before there are settings, by their own names. */
function readRaw(): ReadonlySet<string> {
  const texts = globSync('src/inputs{.ts,/**/*.ts}', { cwd: copy.root }).map(inCopy)
  const found = texts.flatMap((text) => [...text.matchAll(/inputs(?:, |\[)'([a-z-]+)'/g)].map(([, name = '']) => name))
  return new Set(found)
}

/** Settings that code outside the reader of inputs uses: without their types, the compiler complains about each. */
async function readSettings(): Promise<ReadonlySet<string>> {
  const table = 'src/inputs/table/table.ts'
  const without = inCopy(table).replace(
    /export type InputValues = \{[\s\S]*?\n\}/,
    'export type InputValues = Readonly<Record<never, never>>',
  )
  writeFileSync(join(copy.root, table), without)
  const errors = (await copy.typeErrors()).filter((error) => !/^src\/inputs(?:\.ts|\/)/.test(error))
  return new Set(errors.flatMap((error) => [...error.matchAll(/['"](\w+)['"]/g)].map(([, name = '']) => name)))
}

describe('an input', () => {
  it('is read by some code; the skeleton of a new one is not, and is found', async () => {
    const [raw, settings] = [readRaw(), await readSettings()]
    const unread = [...Object.keys(inputTable), 'notes-header'].filter(
      (name) => !raw.has(name) && !settings.has(camelCase(name)),
    )
    expect(unread).toEqual(['notes-header'])
  })
})
