import { describe, expect, it } from '@jest/globals'
import { tagOf, versionIn } from '../../../../src/model/git/tag-template.ts'

const standard = '{{ .Name }}-{{ .Version }}'

describe('the git tag of a release', () => {
  it('holds name and version where the template says so', () => {
    expect(tagOf(standard, { name: 'app', version: '1.2.3' })).toBe('app-1.2.3')
    expect(tagOf('charts/{{.Name}}/v{{- .Version -}}', { name: 'app', version: '1.2.3+b1' })).toBe(
      'charts/app/v1.2.3+b1',
    )
  })

  it('is none with an empty template', () => {
    expect(tagOf('', { name: 'app', version: '1.2.3' })).toBeUndefined()
  })

  it('gives back the version, also one with dashes', () => {
    expect(versionIn(standard, 'my-app-1.2.3-rc.1', 'my-app')).toBe('1.2.3-rc.1')
  })

  it('is not mistaken for a chart whose name is the beginning of another', () => {
    expect(versionIn(standard, 'my-app-extra-1.0.0', 'my-app')).toBe('extra-1.0.0')
    expect(versionIn(standard, 'other-1.0.0', 'my-app')).toBeUndefined()
  })
})
