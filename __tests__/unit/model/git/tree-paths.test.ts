import { describe, expect, it } from '@jest/globals'
import { createTreePaths } from '../../../../src/model/git/tree-paths.ts'

const paths = createTreePaths([
  { mode: '100644', path: 'charts/app/Chart.yaml' },
  { mode: '120000', path: 'charts/link' },
  { mode: '160000', path: 'vendor' },
  { mode: '100644', path: 'docs/README.md' },
])

describe('a plain file', () => {
  it.each(['charts/app/Chart.yaml', 'charts/app/CHANGELOG.md', 'new/folder/file'])('can be written to %s', (path) => {
    expect(paths.obstacleTo(path)).toBeUndefined()
  })

  it.each([
    ['charts/link', 'charts/link', 'is a symbolic link'],
    ['charts/link/Chart.yaml', 'charts/link', 'is a symbolic link'],
    ['vendor/file', 'vendor', 'is a submodule'],
    ['charts/app', 'charts/app', 'is a folder'],
    ['docs/README.md/page', 'docs/README.md', 'is a file'],
    ['docs/readme.md', 'docs/README.md', 'differs from docs/readme.md only by case'],
    ['Charts/web/Chart.yaml', 'charts', 'differs from Charts only by case'],
  ])('cannot be written to %s: %s %s', (path, obstacle, what) => {
    expect(paths.obstacleTo(path)).toEqual({ path: obstacle, what })
  })
})
