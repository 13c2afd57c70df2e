import { describe, expect, it } from '@jest/globals'
import { inputs as table } from '../../../src/inputs/table/table.ts'
import { readSettings } from '../../../src/inputs.ts'
import { problemsIn } from '../../../src/model/errors.ts'

async function hintOf(name: string, value = 'true'): Promise<string | undefined> {
  const environment = { GITHUB_REPOSITORY_OWNER: 'acme' }
  const problems = await readSettings({ inputs: { [name]: value }, environment }).then(() => [], problemsIn)
  expect(problems.map(({ code }) => code)).toEqual(['INPUT_UNKNOWN'])
  return problems[0]?.hint
}

describe('inputs of the actions that people come from', () => {
  it.each([
    ['charts_dir', 'deploy/charts/', '`charts: deploy/charts/*`'],
    ['charts_dir', '"$(id)"', '`charts: charts/*`'],
    ['pages_branch', 'pages', '`targets: pages://pages?packages=releases`'],
    ['packages_with_index', 'true', '`targets: pages://gh-pages`'],
    ['skip_existing', 'true', 'Delete it'],
    ['skip_packaging', 'true', 'Delete it'],
    ['mark_as_latest', 'false', 'Write `targets: pages://gh-pages?packages=releases&latest=never`'],
    ['mark_as_latest', 'true', 'Delete it'],
    ['version', 'v1.7.0', '`helm-version`'],
    ['token', 'x', '`github-token:`'],
    ['branch', 'pages', '`targets: pages://pages`'],
    ['target_dir', 'stable', '`targets: pages://gh-pages/stable`'],
    ['registry', 'ghcr.io', '`targets: oci://ghcr.io/…`'],
  ])('%s: %s is answered with what to write', async (name, value, words) => {
    expect(await hintOf(name, value)).toContain(words)
  })

  it('and a slip of the pen with the input that was meant', async () => {
    expect(await hintOf('tag_template')).toContain('`tag-template`')
    expect(await hintOf('tostring')).not.toContain('function')
  })

  it('name only inputs that there are', async () => {
    const hints = await Promise.all(
      ['charts_dir', 'token', 'signing_key', 'signing_passphrase'].map((name) => hintOf(name)),
    )
    for (const hint of hints) {
      const [, named = ''] = /`([a-z-]+):/.exec(hint ?? '') ?? []
      expect(Object.keys(table)).toContain(named)
    }
  })
})
