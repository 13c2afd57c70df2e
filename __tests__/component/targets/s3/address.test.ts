import { describe, expect, it } from '@jest/globals'
import { openTarget } from '../../../../src/targets/registry.ts'
import { parseAddress } from '../../../../src/targets/s3/address.ts'
import { aTargetContext } from '../../../support/registry/context.ts'
import { failureOf } from '../../../support/values/failure.ts'

const ref = { name: 'app', version: '1.2.3+b1' }

describe('an address of a bucket', () => {
  it('holds bucket, prefix and options', () => {
    expect(
      parseAddress('s3://acme-charts/team/stable/?region=eu-central-1&acl=public-read&url=https://charts.example.com/'),
    ).toEqual({
      bucket: 'acme-charts',
      place: {
        address: 's3://acme-charts/team/stable/?region=eu-central-1&acl=public-read&url=https://charts.example.com/',
        name: 's3://acme-charts/team/stable',
        prefix: 'team/stable',
        url: 'https://charts.example.com',
        absoluteUrls: false,
        conditional: true,
        remove: 'aws s3 rm',
      },
      options: { region: 'eu-central-1', acl: 'public-read', url: 'https://charts.example.com/' },
    })
  })

  it("may say that an index is added to which Helm can't load", () => {
    expect(parseAddress('s3://bucket?unloadable=allow')).toMatchObject({ place: { unloadable: 'allow' } })
  })

  it.each([
    ['s3://', 'names no bucket'],
    ['s3://A_b', "names a bucket that can't be"],
    ['s3://key:secret@bucket', 'holds a user'],
    ['s3://bucket/a//b', 'has a prefix'],
    ['s3://bucket/../b', 'has a prefix'],
    [
      's3://bucket?regoin=x',
      'has the option "regoin"; known are region, endpoint, acl, url, urls, conditional, unloadable',
    ],
    ['s3://bucket?region=a1&region=b2', 'has the option region twice'],
    ['s3://bucket?acl=everybody', 'must be one of private'],
    ['s3://bucket?endpoint=minio', 'must be an address'],
    ['s3://bucket?endpoint=https://u:p@minio', 'must be an address'],
    ['s3://bucket?conditional=no', 'must be on or off'],
    ['s3://bucket?unloadable=yes', 'must be allow'],
    ['s3://bucket?urls=absolute', 'has urls=absolute, and no url'],
    ['s3://bucket?constructor=1', 'has the option "constructor"'],
  ])('says what is wrong with %s', (address, found) => {
    expect(() => parseAddress(address)).toThrow(found)
    expect(() => parseAddress(address)).not.toThrow('key:secret')
  })

  it('is spoken to in plain HTTP only where that was allowed', async () => {
    const address = 's3://bucket?endpoint=http://minio.example.com:9000'
    const failure = await failureOf(async () => openTarget(address, aTargetContext()))
    expect(failure).toMatchObject({ code: 'TARGET_ADDRESS_INVALID' })
    openTarget(address, aTargetContext({ settings: { plainHttp: ['minio.example.com:9000'] } }))
  })
})

describe('what a consumer types', () => {
  it.each([
    ['s3://bucket/stable', 's3://bucket/stable/app-1.2.3%2Bb1.tgz'],
    ['s3://bucket/stable?url=https://charts.example.com/x', 'https://charts.example.com/x/app-1.2.3%2Bb1.tgz'],
  ])('%s: %s', (address, reference) => {
    expect(openTarget(address, aTargetContext()).reference(ref)).toBe(reference)
  })
})
