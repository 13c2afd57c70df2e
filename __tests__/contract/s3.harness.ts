import { load } from 'js-yaml'
import type { ChartRef } from '../../src/model/chart.ts'
import { openTarget } from '../../src/targets/registry.ts'
import { aTargetContext } from '../support/registry/context.ts'
import type { Fault } from '../support/registry/fault.ts'
import { type S3Options, startS3 } from '../support/s3/s3.ts'
import { patienceWith, type TargetHarness, type TargetUnderContract, type Trouble } from './harness.ts'

interface Flavour {
  readonly server?: S3Options
  readonly path?: string
  readonly query?: string
}

const FLAVOURS: Readonly<Record<string, Flavour>> = {
  'with conditional writes': {},
  'without a prefix, with a session': { path: '', server: { sessionToken: 'token-of-the-role' } },
  'without conditional writes, by choice': { server: { conditional: false }, query: '&conditional=off' },
}

export const s3UnderContract: readonly TargetUnderContract[] = Object.entries(FLAVOURS).map(([flavour, options]) => ({
  scheme: 's3://',
  flavour,
  isUnconditional: options.server?.conditional === false,
  start: () => startHarness(options),
}))

async function startHarness({ server = {}, path = '/team/stable', query = '' }: Flavour): Promise<TargetHarness> {
  const store = await startS3(server)
  const prefix = path === '' ? '' : `${path.slice(1)}/`
  const key = ({ name, version }: ChartRef) => `${prefix}${name}-${version}.tgz`
  let trouble: Trouble | undefined
  return {
    open: (steps = {}) =>
      openTarget(
        `s3://${store.bucket}${path}?endpoint=${store.url}&region=eu-central-1${query}`,
        aTargetContext({ ...steps, environment: store.environment, patienceMs: () => patienceWith(trouble) }),
      ),
    isVisible({ name, version }) {
      const index = load(store.objects.get(`${prefix}index.yaml`)?.bytes.toString() ?? '{}') as {
        entries?: Record<string, { version: string }[]>
      }
      return index.entries?.[name]?.some((entry) => entry.version === version) ?? false
    },
    trouble(kind) {
      trouble = kind
      store.disturb(kind && (() => faultFor(kind)))
    },
    swapArchive({ ref }) {
      const there = store.objects.get(key(ref))
      if (there) store.objects.set(key(ref), { ...there, bytes: Buffer.from('something else'), headers: {} })
    },
    stripSignatures({ ref }) {
      for (const name of store.objects.keys()) {
        if (name.startsWith(key(ref)) && name.endsWith('.sigstore.json')) store.objects.delete(name)
      }
    },
    beside: {
      list: () => [...store.objects.keys()].map((name) => name.slice(prefix.length)),
      read: (file) => store.objects.get(prefix + file)?.bytes,
      write(file, content) {
        if (!content) store.objects.delete(prefix + file)
        else store.objects.set(prefix + file, { bytes: content, headers: {}, etag: `"by hand ${performance.now()}"` })
      },
    },
    stop: store.stop,
  }
}

function faultFor(kind: Trouble): Fault {
  const error = (code: string) => `<Error><Code>${code}</Code></Error>`
  const faults: Readonly<Record<Trouble, Fault>> = {
    unauthorized: { status: 401, body: error('Unauthorized') },
    denied: { status: 403, body: error('AccessDenied') },
    throttled: { status: 429, headers: { 'retry-after': '1' } },
    broken: { status: 500, body: 'oops' },
    hang: { hang: true },
    reset: { reset: true },
    truncated: { truncate: 20 },
    corrupt: { corrupt: true },
  }
  return faults[kind]
}
