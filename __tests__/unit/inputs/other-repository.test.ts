import { describe, expect, it } from '@jest/globals'
import { readSettings } from '../../../src/inputs.ts'
import { problemsIn } from '../../../src/model/errors.ts'

async function problemsOf(inputs: Readonly<Record<string, string>>) {
  const environment = { GITHUB_REPOSITORY: 'acme/charts' }
  return readSettings({ inputs, environment }).then(
    () => [],
    (thrown: unknown) => problemsIn(thrown).map(({ code, hint }) => [code, hint]),
  )
}

describe('a target in another repository', () => {
  const target = 'pages://gh-pages?repository=acme/helm-charts'

  it('may have a token of its own, which is for nothing else', async () => {
    expect(await problemsOf({ targets: target, 'pages-token': 'x' })).toEqual([])
    expect(await problemsOf({ targets: 'pages://gh-pages', 'pages-token': 'x' })).toEqual([
      ['INPUT_CONFLICT', 'Name the repository in the target:\ntargets: pages://gh-pages?repository=owner/name'],
    ])
  })

  it('makes its releases there, beside those in the repository of the workflow', async () => {
    const both = (first: string) => problemsOf({ targets: `${first}\nreleases://acme/charts` })
    expect(await both(`${target}&packages=releases`)).toEqual([])
    expect(await both('pages://gh-pages?packages=releases')).toEqual([['INPUT_CONFLICT', expect.anything()]])
  })

  it.each(['acme', 'acme/helm-charts/x', 'https://github.com/acme/x', '../x', 'acme/..', 'acme/x;y'])(
    'is not named %s',
    async (name) => {
      const [[code] = []] = await problemsOf({ targets: `pages://gh-pages?repository=${name}` })
      expect(code).toBe('INPUT_INVALID')
    },
  )
})
