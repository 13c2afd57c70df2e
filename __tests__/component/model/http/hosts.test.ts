import { BlockList } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { areAllPrivate, isPrivateAddress, looksPrivate } from '../../../../src/model/http/hosts.ts'

/** As an address in a Chart.yaml is judged. */
const isPrivate = (host: string) => looksPrivate(new URL(`https://${host}/charts`).hostname)

describe('a private host', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    '127.0.0.1',
    '127.1',
    '0x7f.0.0.1',
    '2130706433',
    '0.0.0.0',
    '10.255.0.1:8080',
    '100.64.0.1',
    '169.254.169.254',
    '2852039166',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.0.192',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '[::1]',
    '[::]',
    '[::ffff:10.0.0.1]',
    '[::ffff:a9fe:a9fe]',
    '[64:ff9b::a9fe:a9fe]',
    '[fd00:ec2::254]',
    '[fc00::1]',
    '[fe80::1]',
    '[ff02::1]',
    'metadata.google.internal',
    // Other spellings of hosts above.
    '0177.0.0.1',
    '0x7f000001',
    '127.0.0.1.',
    '%31%32%37.0.0.1',
    '\uff11\uff12\uff17.0.0.1',
    'loc%61lhost',
    'LocalHost.',
    'a.b.LOCALHOST',
    'printer.local',
    'Printer.Local.',
    'router.home.arpa',
    'localhost.localdomain',
    '[::FFFF:7F00:1]',
    '[0:0:0:0:0:ffff:7f00:0001]',
    '[::ffff:127.0.0.1]',
    // IPv4 inside of IPv6.
    '[2002:7f00:1::]',
    '[2002:a9fe:a9fe::1]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b:1::808:808]',
    '[64:ff9b:1:ffff::1]',
    '[::127.0.0.1]',
    '[::8.8.8.8]',
    '[::ffff:0:127.0.0.1]',
    '[::ffff:0:8.8.8.8]',
    '[2001:0:4136:e378:8000:63bf:3fff:fdd2]',
    '[2606:4700::5efe:10.0.0.1]',
    '[2606:4700::200:5efe:a9fe:a9fe]',
    // The rest of IANA's registries.
    '192.0.2.1',
    '192.88.99.1',
    '198.51.100.1',
    '203.0.113.1',
    '239.255.255.250',
    '[fec0::1]',
    '[feff::1]',
    '[100::1]',
    '[100:0:0:1::1]',
    '[2001:2::1]',
    '[2001:1ff:ffff::1]',
    '[2001:db8::1]',
    '[3fff:fff::1]',
    '[5f00::1]',
    '[4000::1]',
    '[1fff::1]',
    '[fdff::1]',
    '[fe00::1]',
  ])('is %s', (host) => {
    expect(isPrivate(host)).toBe(true)
  })

  it.each([
    'charts.example.test',
    '8.8.8.8',
    '100.63.0.1',
    '100.128.0.1',
    '169.253.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.167.1.1',
    '198.20.0.1',
    '223.255.255.255',
    '192.0.1.1',
    '192.0.3.1',
    '192.88.98.1',
    '198.51.101.1',
    '203.0.112.1',
    '[2001:200::1]',
    '[2001:db7::1]',
    '[2001:db9::1]',
    '[2606:4700::1]',
    '[3ffe::1]',
    '[3fff:1000::1]',
    '[2002:808:808::1]',
    '[64:ff9b::8.8.8.8]',
    '[::ffff:8.8.8.8]',
    '[2606:4700::5efe:8.8.8.8]',
    'local.example.test',
    'notlocal',
    'charts.home.example.test',
    '10.example.test',
    'notlocalhost',
    'internal.example.test',
    '127.0.0.1.example.test',
  ])('is not %s', (host) => {
    expect(isPrivate(host)).toBe(false)
  })
})

/** As the resolver gives them, and in forms that it does not give. */
describe('a name with several addresses', () => {
  it.each([
    [[], false],
    [['10.0.0.1', 'fd00::1'], true],
    [['10.0.0.1', '8.8.8.8'], false],
    [['2606:4700::1'], false],
  ])('of %j is in a private network: %s', (addresses, isInside) => {
    expect(areAllPrivate(addresses)).toBe(isInside)
  })
})

describe('an address', () => {
  it.each([
    'fe80::1%eth0',
    'fec0::1%2',
    '::1%lo',
    '::',
    '1::2::3',
    '::ffff:1.2.3.400',
    '1:2:3',
    ':::',
    'g::1',
    '08.8.8.8',
    '1.2.3',
    '999',
  ])('%s is private: it is not one that is known to be public', (address) =>
    expect(isPrivateAddress(address)).toBe(true),
  )

  it.each(['8.8.8.8', '2606:4700::1111', '2606:4700:0:0:0:0:0:1111', '::FFFF:8.8.8.8', '2a00:1450:4001:80b::200e'])(
    '%s is public',
    (address) => expect(isPrivateAddress(address)).toBe(false),
  )
})

/** Node's own lists, as a second opinion on how addresses are read and compared. */
describe('any address', () => {
  const special = new BlockList()
  for (const [network, bits] of [
    ...[
      ['0.0.0.0', 8],
      ['10.0.0.0', 8],
      ['100.64.0.0', 10],
      ['127.0.0.0', 8],
      ['169.254.0.0', 16],
    ],
    ...[
      ['172.16.0.0', 12],
      ['192.0.0.0', 24],
      ['192.0.2.0', 24],
      ['192.88.99.0', 24],
      ['192.168.0.0', 16],
    ],
    ...[
      ['198.18.0.0', 15],
      ['198.51.100.0', 24],
      ['203.0.113.0', 24],
      ['224.0.0.0', 3],
    ],
  ] as [string, number][])
    special.addSubnet(network, bits)
  const inIPv6 = new BlockList()
  for (const [network, bits] of [
    ['2001::', 23],
    ['2001:db8::', 32],
    ['3fff::', 20],
  ] as const) {
    inIPv6.addSubnet(network, bits, 'ipv6')
  }
  const unicast = new BlockList()
  unicast.addSubnet('2000::', 3, 'ipv6')

  it('of IPv4 is judged by the list, in IPv6, too', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const expected = special.check(address)
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
        const hex = `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
        expect(isPrivateAddress(address)).toBe(expected)
        for (const form of [`::ffff:${address}`, `::ffff:${hex}`, `64:ff9b::${address}`, `2002:${hex}::1`]) {
          expect(isPrivateAddress(form)).toBe(expected)
          expect(isPrivate(`[${form}]`)).toBe(expected)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('of IPv6 is public if it is global unicast and not special', () => {
    const group = fc.oneof(fc.constantFrom(0, 0x2001, 0xdb8, 0x1ff, 0x3fff, 0xfff, 0x1000), fc.nat(0xffff))
    const groups = fc.array(group, { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(groups, (all) => {
        fc.pre(all[0] !== 0x2002 && !all.slice(0, 6).every((one) => one === 0) && all[5] !== 0x5efe)
        const address = all.map((one) => one.toString(16)).join(':')
        const isPublic = unicast.check(address, 'ipv6') && !inIPv6.check(address, 'ipv6')
        expect(isPrivateAddress(address)).toBe(!isPublic)
        expect(isPrivate(`[${address}]`)).toBe(!isPublic)
      }),
      { numRuns: 2000 },
    )
  })
})
