import { bumpNames } from '../../src/bump/registry.ts'
import { checkedName, identifierOf, insertedAbove, type Maker } from './skeleton.ts'

const REGISTRY = 'src/bump/registry.ts'

/** A bump strategy: its folder, its line in the registry, and a test that fails until it decides something. */
export const newStrategy: Maker = (given, _, read) => {
  const name = checkedName(given, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'the value of `bump`, such as `by-size`')
  if (bumpNames.includes(name)) throw new Error(`bump: ${name} exists already.`)
  const identifier = identifierOf(name)
  const imported = insertedAbove(
    read(REGISTRY),
    /^import .* from '\.\/conventional\//,
    `import { ${identifier} } from './${name}/${name}.ts'`,
  )
  return {
    created: [
      { file: `src/bump/${name}/${name}.ts`, content: implementation(name, identifier) },
      { file: `__tests__/unit/bump/${name}.test.ts`, content: test(name, identifier) },
    ],
    changed: [{ file: REGISTRY, content: insertedAbove(imported, /^ {2}none,\n\]/, `  ${identifier},`) }],
    folder: `src/bump/${name}`,
    left: [
      `Let decide() in src/bump/${name}/${name}.ts answer with a level or a numbering; what it may look at is said in src/bump/strategy.ts.`,
      `Complete __tests__/unit/bump/${name}.test.ts, which fails until then.`,
      'Describe it in docs/bumps.md, and run npm run format and npm run docs.',
    ],
  }
}

const implementation = (name: string, identifier: string): string => `import type { BumpStrategy } from '../strategy.ts'

/** How \`bump: ${name}\` decides, and why it is useful. */
export const ${identifier}: BumpStrategy = {
  name: '${name}',
  summary: 'by what is not written yet',
  needs: [],
  counts: () => false,
  decide: () => undefined,
}
`

const test = (name: string, identifier: string): string => `import { describe, expect, it } from '@jest/globals'
import { ${identifier} } from '../../../src/bump/${name}/${name}.ts'
import type { ChartManifest } from '../../../src/model/chart.ts'

describe('bump: ${name}', () => {
  it('decides which version comes after a release', async () => {
    const request = {
      manifest: {} as ChartManifest,
      released: '1.0.0',
      findings: [],
      zeroMajor: 'minor' as const,
      committedAt: async () => new Date('2026-12-01'),
    }
    expect(await ${identifier}.decide(request)).toBeDefined()
  })
})
`
