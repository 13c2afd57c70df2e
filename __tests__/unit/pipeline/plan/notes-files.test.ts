import { describe, expect, it } from '@jest/globals'
import { missingNotes } from '../../../../src/pipeline/plan/notes-files.ts'
import { aChart } from '../../../support/values/pipeline.ts'

const [lib, web] = [aChart('lib'), aChart('web')]

const treeOf = (...paths: readonly string[]) =>
  ({ tree: { entry: (path: string) => (paths.includes(path) ? {} : undefined) } }) as never

const told = (file: string | undefined, paths: readonly string[], perChart = {}) =>
  missingNotes([lib, web], treeOf(...paths), { releaseNotesFile: file, perChart })

describe('a file of release notes', () => {
  it('is nothing to tell of if a chart has it, or none is asked for', () => {
    expect(told('NOTES.md', ['charts/web/NOTES.md'])).toEqual([])
    expect(told(undefined, [])).toEqual([])
  })

  it('that no chart has is told of, and a path from the root with what to write', () => {
    expect(told('NOTES.md', ['NOTES.md'])).toEqual([
      'No chart has the file "NOTES.md" of `release-notes-file`, which counts from the folder of the chart: releases say what changed.',
    ])
    const [text = ''] = told('charts/web/docs/NOTES.md', ['charts/web/docs/NOTES.md'])
    const [, file = ''] = / Write `release-notes-file: (.*)`\.$/.exec(text) ?? []
    expect(told(file, ['charts/web/docs/NOTES.md'])).toEqual([])
  })

  it('that one chart names is looked for there', () => {
    const perChart = { lib: { releaseNotesFile: 'A.md' } }
    expect(told('NOTES.md', ['charts/web/NOTES.md', 'charts/web/A.md'], perChart)).toEqual([
      expect.stringContaining('the file "A.md"'),
    ])
  })
})
