import { describe, expect, it } from '@jest/globals'
import type { ChartRef } from '../../../../src/model/chart.ts'
import { ReleaseError } from '../../../../src/model/errors.ts'
import type { GitHubRelease, GitHubReleases } from '../../../../src/ports/github.ts'
import { createLatestRule } from '../../../../src/targets/github-releases/latest-release.ts'
import { parseAddress, servedAt } from '../../../../src/targets/pages/address.ts'

describe('the address of a branch', () => {
  it.each([
    ['pages://gh-pages', { branch: 'gh-pages', path: '', asReleases: false }],
    ['pages://gh-pages/charts/stable/', { branch: 'gh-pages', path: 'charts/stable', asReleases: false }],
    ['pages://site%2Fcharts', { branch: 'site/charts', path: '', asReleases: false }],
    ['pages://gh-pages?packages=releases', { branch: 'gh-pages', path: '', asReleases: true }],
    [
      'pages://gh-pages?packages=releases&latest=never',
      { branch: 'gh-pages', path: '', asReleases: true, neverLatest: true },
    ],
    [
      'pages://gh-pages?url=https://charts.example.com/x/',
      { branch: 'gh-pages', path: '', asReleases: false, url: 'https://charts.example.com/x' },
    ],
    [
      'pages://gh-pages/stable?repository=acme/helm-charts&packages=releases',
      { branch: 'gh-pages', path: 'stable', asReleases: true, repository: 'acme/helm-charts' },
    ],
    ['pages://x?unloadable=allow', { branch: 'x', path: '', asReleases: false, unloadable: 'allow' }],
  ])('%s', (address, expected) => {
    expect(parseAddress(address)).toEqual({ address, ...expected })
  })

  it.each([
    ['pages://', 'does not name a valid branch'],
    ['pages://-f', 'does not name a valid branch'],
    ['pages://a..b', 'does not name a valid branch'],
    ['pages://x.lock', 'does not name a valid branch'],
    ['pages://%', 'does not name a valid branch'],
    ['pages://gh-pages/../main', 'has a folder that cannot be served'],
    ['pages://gh-pages//x', 'has a folder that cannot be served'],
    ['pages://gh-pages/.git', 'has a folder that cannot be served'],
    ['pages://gh-pages?package=releases', 'has an option "package"'],
    ['pages://gh-pages?packages=all', 'only packages=releases'],
    ['pages://gh-pages?packages=releases&packages=releases', 'has an option twice'],
    ['pages://gh-pages?packages=releases&latest=false', 'only latest=never'],
    ['pages://gh-pages?latest=never', 'without packages=releases'],
    ['pages://gh-pages?unloadable=true', 'only unloadable=allow'],
    ['pages://gh-pages?url=ftp://x', 'not an https:// address'],
    ['pages://gh-pages?url=https://u:p@x', 'not an https:// address'],
    ['pages://gh-pages?url=x#y', 'or a `#`'],
  ])('%s is refused, with what was found', (address, found) => {
    expect(() => parseAddress(address)).toThrow(ReleaseError)
    expect(() => parseAddress(address)).toThrow(found)
  })

  it.each([
    ['pages://gh-pages', 'acme/charts', 'https://acme.github.io/charts'],
    ['pages://gh-pages/stable', 'Acme/Charts', 'https://acme.github.io/Charts/stable'],
    ['pages://main/charts', 'Acme/acme.github.io', 'https://acme.github.io/charts'],
    ['pages://gh-pages/stable?url=https://x.example', 'acme/charts', 'https://x.example'],
  ])('%s of %s is served at %s', (address, repository, url) => {
    expect(servedAt(parseAddress(address), repository)).toBe(url)
  })
})

describe('which release GitHub shows as the latest', () => {
  const tagOf = ({ name, version }: ChartRef) => `${name}-${version}`
  const rule = (latest: { readonly tag: string; readonly file: string } | undefined) => {
    const assets = latest ? [{ id: 1, name: latest.file, size: 1, isUploaded: true }] : []
    const release = latest && {
      id: 1,
      tag: latest.tag,
      isDraft: false,
      wasPublished: true,
      isImmutable: false,
      body: '',
      assets,
      uploadUrl: '',
    }
    const releases: Pick<GitHubReleases, 'latest'> = { latest: async (): Promise<GitHubRelease | undefined> => release }
    return createLatestRule(releases, tagOf)
  }

  it.each([
    ['where there is none yet', undefined, '1.0.0', 'legacy'],
    ['after another chart', { tag: 'my-app-1.0.0-rc.1', file: 'my-app-1.0.0-rc.1.tgz' }, '1.0.0', 'legacy'],
    ['never a pre-release', undefined, '1.0.0-rc.1', 'false'],
    ['a build that has a dash is none', undefined, '1.0.0+a-b', 'legacy'],
    ['not instead of the application', { tag: 'v2.0.0', file: 'app-2.0.0.tgz' }, '1.0.0', 'false'],
  ])('%s', async (_, latest, version, expected) => {
    expect(await rule(latest)({ name: 'app', version })).toBe(expected)
  })
})
