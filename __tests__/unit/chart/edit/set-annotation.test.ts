import { describe, expect, it } from '@jest/globals'
import { setAnnotation } from '../../../../src/chart/edit/set-annotation.ts'
import { readChartYaml } from '../../../../src/chart/manifest/chart-yaml.ts'

const KEY = 'artifacthub.io/changes'
const VALUE = '- kind: fixed\n  description: "one: #two"\n'
const BLOCK = '  artifacthub.io/changes: |\n    - kind: fixed\n      description: "one: #two"\n'
const head = 'apiVersion: v2\nname: app\nversion: 1.2.3 # a comment\n'

const set = (text: string) => setAnnotation(readChartYaml(text, 'charts/app/Chart.yaml'), KEY, VALUE)

describe('an annotation of several lines', () => {
  it.each([
    ['no annotations', head, `${head}annotations:\n${BLOCK}`],
    ['no line feed at the end', head.trimEnd(), `${head}annotations:\n${BLOCK}`],
    ['others', `${head}annotations:\n  a/b: c # d\nhome: x\n`, `${head}annotations:\n${BLOCK}  a/b: c # d\nhome: x\n`],
    ['an empty map', `${head}annotations: {} # none\nhome: x\n`, `${head}annotations: # none\n${BLOCK}home: x\n`],
    ['nothing', `${head}annotations:\nhome: x\n`, `${head}annotations:\n${BLOCK}home: x\n`],
    [
      'its own, of the release before',
      `${head}annotations:\n  a: b\n  ${KEY}: |\n    - kind: added\n      description: old\n\n  # of c\n  c: d\n`,
      `${head}annotations:\n  a: b\n${BLOCK}\n  # of c\n  c: d\n`,
    ],
    [
      'its own on one line',
      `${head}annotations:\n  ${KEY}: "[]" # x\n  c: d\n`,
      `${head}annotations:\n${BLOCK}  c: d\n`,
    ],
    [
      'a deeper indent',
      `${head}annotations:\n    a: b\n`,
      `${head}annotations:\n${BLOCK.replace(/^/gm, '  ').trimEnd()}\n    a: b\n`,
    ],
  ])('is set where there is %s', (_, text, expected) => {
    expect(set(text)).toBe(expected)
    expect(set(expected)).toBe(expected)
  })

  it.each([
    [`${head}annotations:\n  ${KEY}: old\n \t\nhome: x\n`, 6],
    [`${head}annotations: {}\n \t\nhome: x\n`, 5],
  ])('is refused above a line that begins with a tab: %j', (text, line) => {
    const refused = { code: 'CHART_EDIT_REFUSED', at: { file: 'charts/app/Chart.yaml', line } }
    expect(() => set(text)).toThrow(expect.objectContaining(refused))
  })

  it('is refused where the same mapping stands elsewhere, too', () => {
    const other = `${head}annotations: &a\n  b: c\nx-ours: *a\n`
    const refused = { code: 'CHART_EDIT_REFUSED', at: { file: 'charts/app/Chart.yaml', line: 6 } }
    expect(() => set(other)).toThrow(expect.objectContaining(refused))
    const flow = `${head}annotations: &a {b: c}\n\nx-ours: {y: *a}\n`
    expect(() => set(flow)).toThrow(expect.objectContaining(refused))
  })

  it('is set inside of braces', () => {
    const edited = set(`${head}annotations: {a: b}\n`)
    expect(edited).toBe(`${head}annotations: {"${KEY}": ${JSON.stringify(VALUE)}, a: b}\n`)
    expect(readChartYaml(edited, 'f').metadata.annotations).toEqual({ a: 'b', [KEY]: VALUE })
    expect(set(edited)).toBe(edited)
  })

  it('keeps the line ends of Windows', () => {
    expect(set(`${head}annotations:\n  a: b\n`.replaceAll('\n', '\r\n'))).not.toMatch(/[^\r]\n/)
  })

  it('keeps what is merged into the annotations', () => {
    const edited = set(`${head}annotations:\n  <<: {a: b}\n`)
    expect(readChartYaml(edited, 'f').metadata.annotations).toEqual({ a: 'b', [KEY]: VALUE })
  })

  it('is refused where the annotations are an alias, at their line', () => {
    const text = `${head}dependencies: []\nmaintainers:\n  - &m {name: me}\nannotations: *m\n`
    expect(() => set(text)).toThrow(
      expect.objectContaining({ code: 'CHART_EDIT_REFUSED', at: { file: 'charts/app/Chart.yaml', line: 7 } }),
    )
  })
})
