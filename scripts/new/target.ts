import { checkedName, insertedAbove, type Maker } from './skeleton.ts'

const REGISTRY = 'src/targets/registry.ts'

/** A kind of target: its folder, its line in the registry, and the test of its address. */
export const newTarget: Maker = (given, _, read) => {
  const name = checkedName(given, /^[a-z][a-z0-9]{1,15}$/, 'the scheme of its addresses, such as `gs` for gs://')
  const imported = insertedAbove(
    read(REGISTRY),
    /^import type \{ TargetContext/,
    `import { ${name} } from './${name}/${name}.ts'`,
  )
  const registered = imported.replace(
    /(targetDefinitions: readonly TargetDefinition\[\] = \[[^\]]*?)(,?\s*)\]/,
    `$1, ${name}$2]`,
  )
  return {
    created: [
      { file: `src/targets/${name}/${name}.ts`, content: implementation(name) },
      { file: `__tests__/unit/targets/${name}/address.test.ts`, content: test(name) },
    ],
    changed: [{ file: REGISTRY, content: registered }],
    folder: `src/targets/${name}`,
    left: [
      `Write the methods of src/targets/${name}/${name}.ts; what each must promise is said in src/model/target.ts. With an index.yaml, see src/targets/index and src/targets/bucket first.`,
      `Write __tests__/contract/${name}.harness.ts with an honest server of the protocol in __tests__/support, and run npm test -- contract: it fails until then.`,
      'Describe it in docs/targets.md, correct `summary`, and run npm run format and npm run docs.',
    ],
  }
}

const implementation = (name: string): string => `import { ReleaseError } from '../../model/errors.ts'
import type { Target } from '../../model/target.ts'
import type { TargetDefinition } from '../target.ts'

const SCHEME = '${name}://'

/** Charts in ${name}. */
export const ${name}: TargetDefinition = {
  scheme: SCHEME,
  example: '${name}://example/charts',
  summary: 'Charts in ${name}.',
  hasIndex: false,
  check: (address) => void placeIn(address),
  open: (address) => openPlace(address, placeIn(address)),
}

/** The place that an address names. Fails with \`TARGET_ADDRESS_INVALID\`. */
export function placeIn(address: string): string {
  const place = address.slice(SCHEME.length)
  if (address.startsWith(SCHEME) && /^[a-z0-9][a-z0-9./-]*$/.test(place)) return place
  throw new ReleaseError('TARGET_ADDRESS_INVALID', \`"\${address}" is not an address of a place in ${name}\`, {
    hint: \`Write it as \${SCHEME}example/charts.\`,
  })
}

function openPlace(address: string, place: string): Target {
  return {
    address,
    hides: 'none',
    together: false,
    signs: 'archive',
    reference: ({ name, version }) => \`\${SCHEME}\${place}/\${name}-\${version}.tgz\`,
    preflight: async () => [notWritten('preflight')],
    find: async () => ({ state: 'unknown', why: notWritten('find') }),
    versions: () => Promise.reject(notWritten('versions')),
    stage: () => Promise.reject(notWritten('stage')),
    adopt: () => {
      throw notWritten('adopt')
    },
    attach: () => Promise.reject(notWritten('attach')),
    adoptions: () => Promise.reject(notWritten('adoptions')),
    recordAdoption: () => Promise.reject(notWritten('recordAdoption')),
    signatures: () => Promise.reject(notWritten('signatures')),
    fetch: () => Promise.reject(notWritten('fetch')),
    promote: () => Promise.reject(notWritten('promote')),
  }
}

function notWritten(method: string): ReleaseError {
  return new ReleaseError('BUG_UNEXPECTED', \`\${SCHEME} cannot \${method} yet.\`)
}
`

const test = (name: string): string => `import { describe, expect, it } from '@jest/globals'
import { placeIn } from '../../../../src/targets/${name}/${name}.ts'

describe('an address that starts with ${name}://', () => {
  it('names a place', () => {
    expect(placeIn('${name}://example/charts')).toBe('example/charts')
  })

  it.each(['${name}://', '${name}:// ', '${name}://Example', 'oci://example'])('is refused if it names none: %s', (address) => {
    expect(() => placeIn(address)).toThrow(expect.objectContaining({ code: 'TARGET_ADDRESS_INVALID' }))
  })
})
`
