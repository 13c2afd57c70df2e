import { inputTable } from '../../src/inputs/table/table.ts'
import { checkedName, identifierOf, insertedAbove, type Maker } from './skeleton.ts'

const TABLES = ['release', 'signing', 'access']

/** An input: its entry in the table and the test of its default. */
export const newInput: Maker = (given, table = 'release', read) => {
  const name = checkedName(given, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'it as in a workflow, such as `notes-header`')
  if (Object.hasOwn(inputTable, name)) throw new Error(`The input ${name} exists already.`)
  if (!TABLES.includes(table)) throw new Error(`"${table}" is not a part of the table: write ${TABLES.join(', ')}.`)
  const file = `src/inputs/table/${table}-inputs.ts`
  return {
    created: [{ file: `__tests__/unit/inputs/table/${name}.test.ts`, content: test(name) }],
    changed: [{ file, content: insertedAbove(read(file), /^\} as const/, entry(name)) }],
    left: [
      `Correct the entry in ${file}: description, type, parser, default, and who may see its value (see definition.ts).`,
      `Read it as settings.${identifierOf(name)}: npm test -- tooling/new fails as long as nothing does.`,
      'Run npm run docs, which writes action.yml, the README and the schema.',
    ],
  }
}

const key = (name: string): string => (name.includes('-') ? `'${name}'` : name)

const property = (name: string): string => (name.includes('-') ? `['${name}']` : `.${name}`)

const entry = (name: string): string => `  ${key(name)}: definition<string | undefined>({
    description: 'Not described yet.',
    default: 'none',
    parse: text(),
    fallback: nothing,
    config: 'text',
    visibility: 'plan',
  }),`

const test = (name: string): string => `import { describe, expect, it } from '@jest/globals'
import { inputs } from '../../../../src/inputs/table/table.ts'

describe('the input ${name}', () => {
  it('has a default', () => {
    expect(inputs${property(name)}.fallback({}, {})).toBeUndefined()
  })

  it('is text', () => {
    expect(inputs${property(name)}.parse(' some text ')).toEqual({ value: 'some text' })
  })
})
`
