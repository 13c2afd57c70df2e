import { load } from 'js-yaml'
import type { ChartRef } from '../../src/model/chart.ts'
import type { Target } from '../../src/model/target.ts'
import type { Fault } from '../support/registry/fault.ts'
import { faultFor, patienceWith, type Refusals, type Steps, type TargetHarness, type Trouble } from './harness.ts'

/** A server of objects in this process, with all that is in its one bucket. */
export interface BucketServer {
  readonly objects: {
    keys(): Iterable<string>
    get(key: string): { readonly bytes: Buffer } | undefined
    delete(key: string): boolean
  }
  /** Stores an object behind everybody's back, as somebody would by hand. */
  plant(key: string, bytes: Buffer): void
  disturb(fault: (() => Fault | undefined) | undefined): void
  stop(): Promise<void>
}

interface Options {
  readonly server: BucketServer
  /** Between bucket and files; may be empty. */
  readonly folder: string
  /** How this kind of server says no. */
  readonly refusals: Refusals
  open(steps: Steps & { readonly patienceMs: () => number }): Target
}

/** The harness of a kind of bucket, whatever its protocol. */
export function bucketHarness({ server, folder, refusals, open }: Options): TargetHarness {
  const { objects } = server
  const prefix = folder === '' ? '' : `${folder}/`
  const archive = ({ name, version }: ChartRef) => `${prefix}${name}-${version}.tgz`
  let trouble: Trouble | undefined
  return {
    open: (steps = {}) => open({ ...steps, patienceMs: () => patienceWith(trouble) }),
    isVisible({ name, version }) {
      const index = load(objects.get(`${prefix}index.yaml`)?.bytes.toString() ?? '{}') as {
        entries?: Record<string, { version: string }[]>
      }
      return index.entries?.[name]?.some((entry) => entry.version === version) ?? false
    },
    trouble(kind) {
      trouble = kind
      server.disturb(kind && (() => faultFor(kind, refusals)))
    },
    swapArchive({ ref }) {
      if (objects.get(archive(ref))) server.plant(archive(ref), Buffer.from('something else'))
    },
    stripSignatures({ ref }) {
      for (const key of [...objects.keys()])
        if (key.startsWith(archive(ref)) && key.endsWith('.sigstore.json')) objects.delete(key)
    },
    beside: {
      list: () => [...objects.keys()].map((key) => key.slice(prefix.length)),
      read: (file) => objects.get(prefix + file)?.bytes,
      write(file, content) {
        if (content) server.plant(prefix + file, content)
        else objects.delete(prefix + file)
      },
    },
    stop: server.stop,
  }
}
