import { describe, expect, it } from '@jest/globals'
import { parseAddress } from '../../../../src/targets/directory/address.ts'
import { failureOf } from '../../../support/values/failure.ts'

describe('the address of a folder', () => {
  it.each([
    ['dir:/srv/charts', { path: '/srv/charts', isAbsolute: true }],
    ['dir:/srv/charts/', { path: '/srv/charts', isAbsolute: true }],
    ['dir:public/charts', { path: 'public/charts', isAbsolute: false }],
    ['dir:./public', { path: 'public', isAbsolute: false }],
    ['dir:my charts/été', { path: 'my charts/été', isAbsolute: false }],
    [
      'dir:/srv/charts?url=https://charts.example.com/stable/',
      { path: '/srv/charts', isAbsolute: true, url: 'https://charts.example.com/stable' },
    ],
    ['dir:public?unloadable=allow', { path: 'public', isAbsolute: false, unloadable: 'allow' }],
  ])('%s is understood', (address, parts) => {
    expect(parseAddress(address)).toEqual({ address, ...parts })
  })

  it.each([
    ['dir:', 'names no folder'],
    ['dir:.', 'at "."'],
    ['dir:/', 'at ""'],
    ['dir:../elsewhere', 'at ".."'],
    ['dir:public/../../elsewhere', 'at ".."'],
    ['dir:/srv/../etc', 'at ".."'],
    ['dir:.git', 'at ".git"'],
    ['dir:site/.GIT/objects', 'at ".GIT"'],
    ['dir:/srv/charts/.release-charts', 'at ".release-charts"'],
    ['dir://host/share', 'at ""'],
    ['dir:public\\charts', 'at "public\\charts"'],
    ['dir:~/charts', 'starts with a `~`'],
    ['dir:public#stable', 'holds more than one `?`, or a `#`'],
    ['dir:public?packages=releases', 'has an option "packages"; known are url, unloadable'],
    ['dir:public?url=https://a.example&url=https://b.example', 'has an option twice'],
    ['dir:public?unloadable=yes', 'only unloadable=allow is known'],
    ['dir:public?url=ftp://a.example', 'has url=ftp://a.example'],
    ['dir:public?url=https://user:secret@a.example', 'not an https:// address'],
  ])('%s is refused, with what is wrong', async (address, found) => {
    const { code, message } = await failureOf(() => parseAddress(address))
    expect(code).toBe('TARGET_ADDRESS_INVALID')
    expect(message).toContain(found)
  })
})
