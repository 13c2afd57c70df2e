import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from '@jest/globals'

const root = resolve(import.meta.dirname, '..', '..')
const RULE = /'((?:values|schema|rendered|metadata|dependencies|templates|files)\/[a-z-]+)'/g

it('every rule that decides a bump is explained', () => {
  const pages = ['docs/bumps.md', 'docs/rendering.md'].map((page) => readFileSync(join(root, page), 'utf8')).join('\n')
  const sources = globSync('src/bump/auto/**/*.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'))
  const rules = new Set(sources.flatMap((source) => [...source.matchAll(RULE)].map(([, rule = '']) => rule)))
  expect(rules.size).toBeGreaterThan(60)
  expect([...rules].filter((rule) => !pages.includes(`\`${rule}\``)).sort()).toEqual([])
})
