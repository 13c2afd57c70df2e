import { describe, expect, it } from '@jest/globals'
import { isPrivateHost } from '../../../src/chart/private-host.ts'

/** As an address in a Chart.yaml is judged. */
const isPrivate = (host: string) => isPrivateHost(new URL(`https://${host}/charts`).hostname)

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
    '[2001:db8::1]',
    '10.example.test',
    'notlocalhost',
    'internal.example.test',
    '127.0.0.1.example.test',
  ])('is not %s', (host) => {
    expect(isPrivate(host)).toBe(false)
  })
})
