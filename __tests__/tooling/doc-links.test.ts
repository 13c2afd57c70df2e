import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { projectRoot } from '../support/places.ts'

/** ADRs tell of the time when they were written, and the changelog of releases. */
const documents = [...globSync('*.md', { cwd: projectRoot }), ...globSync('docs/*.md', { cwd: projectRoot })].filter(
  (file) => file !== 'CHANGELOG.md',
)

const isThere = (path: string) => existsSync(join(projectRoot, path))

/** Paths of this repository in backquotes, without those that stand for many. */
function pathsIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`((?:src|scripts|docs|__tests__|bench|demo)\/[\w./-]+)`/g)]
  return quoted.map(([, path = '']) => path)
}

/** Targets of links, with the heading that each leads to. */
function linksIn(text: string): readonly { readonly path: string; readonly heading: string }[] {
  const links = [...text.matchAll(/\]\(((?!https?:|#)[^)\s#]+)(?:#([\w-]+))?\)/g)]
  return links.map(([, path = '', heading = '']) => ({ path, heading }))
}

function headingsOf(path: string): readonly string[] {
  const headings = [...readFileSync(join(projectRoot, path), 'utf8').matchAll(/^#+ (.+)$/gm)]
  return headings.map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )
}

describe.each(documents)('%s', (file) => {
  const text = readFileSync(join(projectRoot, file), 'utf8')

  it('names files that are there', () => {
    expect(pathsIn(text).filter((path) => !isThere(path))).toEqual([])
  })

  it('links to pages and headings that are there', () => {
    const broken = linksIn(text).filter(({ path, heading }) => {
      const to = join(dirname(file), path)
      return !isThere(to) || (heading !== '' && !headingsOf(to).includes(heading))
    })
    expect(broken).toEqual([])
  })
})
