import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { projectRoot } from '../support/places.ts'

const RULE = /'((?:values|schema|rendered|metadata|dependencies|templates|files)\/[a-z-]+)'/g

it('every rule that decides a bump is explained', () => {
  const pages = ['docs/bumps.md', 'docs/rendering.md']
    .map((page) => readFileSync(join(projectRoot, page), 'utf8'))
    .join('\n')
  const sources = globSync('src/bump/auto/**/*.ts', { cwd: projectRoot }).map((file) =>
    readFileSync(join(projectRoot, file), 'utf8'),
  )
  const rules = new Set(sources.flatMap((source) => [...source.matchAll(RULE)].map(([, rule = '']) => rule)))
  expect(rules.size).toBeGreaterThan(60)
  expect([...rules].filter((rule) => !pages.includes(`\`${rule}\``)).sort()).toEqual([])
})
