import { expect, it } from '@jest/globals'
import type { GitHubRelease } from '../../../../src/ports/github.ts'
import { isOnlyOurs, marked } from '../../../../src/targets/github-releases/draft-mark.ts'

const draft = (...files: readonly string[]): GitHubRelease => ({
  ...{ id: 1, tag: 'app-1.0.0', uploadUrl: '', body: marked('What changed') },
  ...{ isDraft: true, isImmutable: false, wasPublished: false },
  assets: files.map((name, id) => ({ id, name, size: 1, isUploaded: true })),
})
const archive = 'app-1.0.0.tgz'
const beside = ['.prov', '.sigstore.json', '.provenance.sigstore.json', '.release-charts.json']

it('a draft with all that this action puts beside one archive is its own', () => {
  expect(isOnlyOurs(draft(archive, ...beside.map((ending) => `${archive}${ending}`)))).toBe(true)
})

it.each([['notes.txt'], ['app-1.0.0.tgz.sha256'], ['web-1.0.0.tgz']])('not with %s', (file) => {
  expect(isOnlyOurs(draft(archive, file))).toBe(false)
})
