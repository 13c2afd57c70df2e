// One release added to an index file, as a program of its own, so that its time and memory stand beside Helm's.
import { readFileSync, writeFileSync } from 'node:fs'
import { readIndex } from '../src/index-file/index-file.ts'

const [, , from, to, name = ''] = process.argv
const release = {
  name,
  version: '99.0.0',
  metadata: { name, version: '99.0.0', apiVersion: 'v2', description: 'One more', type: 'application' },
  digest: `sha256:${'ab'.repeat(32)}`,
  created: new Date('2026-11-20T10:11:12Z'),
  urls: [`${name}-99.0.0.tgz`],
  fingerprint: `sha256:${'cd'.repeat(32)}`,
  revision: 'a'.repeat(40),
} as const

const started = performance.now()
if (from && to) {
  const index = readIndex({ file: from, bytes: readFileSync(from) })
  writeFileSync(to, index.add([release], new Date('2026-11-25T12:00:00Z')).bytes)
}
const milliseconds = performance.now() - started
const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
process.stdout.write(JSON.stringify({ milliseconds, megabytes: Number(peak) / 1024 }))
