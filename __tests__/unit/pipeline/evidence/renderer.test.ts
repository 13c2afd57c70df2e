import { describe, expect, it } from '@jest/globals'
import { createRenderer } from '../../../../src/pipeline/evidence/renderer.ts'
import type { Helm, Templated } from '../../../../src/ports/helm.ts'
import { memoryFiles } from '../../../support/values/memory-files.ts'
import { memoryHelm } from '../../../support/values/memory-helm.ts'

function aRenderer(template: Helm['template']) {
  const files = memoryFiles()
  let time = 0
  const clock = {
    monotonic: () => {
      time += 25
      return time
    },
  }
  const renderer = createRenderer({ helm: { ...memoryHelm(files), template }, files, clock: clock as never })
  return { renderer, files }
}

const chart = new Map([['templates/a.yaml', Buffer.from('kind: A\n')]])

describe('rendering', () => {
  it('gives what Helm makes of the chart and its values, and how long that took', async () => {
    const asked: unknown[] = []
    const { renderer } = aRenderer(async (folder, options): Promise<Templated> => {
      asked.push([folder, options])
      return { manifests: 'kind: A\n' }
    })
    const opened = await renderer.open(chart)
    expect(await opened.render({ values: 'a: 1', timeoutMs: 7 })).toEqual({ manifests: 'kind: A\n', tookMs: 25 })
    await opened.render({ timeoutMs: 7 })
    expect(asked).toEqual([
      ['/temp/render-1', { timeoutMs: 7, values: 'a: 1' }],
      ['/temp/render-1', { timeoutMs: 7 }],
    ])
  })

  it('does not show the private folder in what Helm says', async () => {
    const { renderer } = aRenderer(async (folder) => ({ failed: `${folder}/a.yaml: no in ${folder}`, stopped: false }))
    const opened = await renderer.open(chart)
    expect(await opened.render({ timeoutMs: 7 })).toMatchObject({ failed: 'the chart/a.yaml: no in the chart' })
  })

  it('removes its folder', async () => {
    const { renderer, files } = aRenderer(async () => ({ manifests: '' }))
    const opened = await renderer.open(chart)
    expect([...files.content.keys()]).toEqual(['/temp/render-1/templates/a.yaml'])
    await opened.close()
    expect(files.content.size).toBe(0)
  })

  it.each(['../a.yaml', 'templates/../../a.yaml'])('writes nothing outside of it: %s', async (path) => {
    const { renderer, files } = aRenderer(async () => ({ manifests: '' }))
    await expect(renderer.open(new Map([[path, Buffer.from('x')]]))).rejects.toThrow('leads out of the chart')
    expect(files.content.size).toBe(0)
  })
})
