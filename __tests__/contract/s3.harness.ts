import { openTarget } from '../../src/targets/registry.ts'
import { aTargetContext } from '../support/registry/context.ts'
import { type S3Options, startS3 } from '../support/s3/s3.ts'
import { bucketHarness } from './bucket-harness.ts'
import type { TargetHarness, TargetUnderContract } from './harness.ts'

interface Flavour {
  readonly server?: S3Options
  readonly folder?: string
  readonly query?: string
}

const FLAVOURS: Readonly<Record<string, Flavour>> = {
  'with conditional writes': {},
  'without a prefix, with a session': { folder: '', server: { sessionToken: 'token-of-the-role' } },
  'without conditional writes, by choice': { server: { conditional: false }, query: '&conditional=off' },
}

export const s3UnderContract: readonly TargetUnderContract[] = Object.entries(FLAVOURS).map(([flavour, options]) => ({
  scheme: 's3://',
  flavour,
  isUnconditional: options.server?.conditional === false,
  start: () => startHarness(options),
}))

async function startHarness({ server = {}, folder = 'team/stable', query = '' }: Flavour): Promise<TargetHarness> {
  const store = await startS3(server)
  const { bucket, url, environment, objects } = store
  const address = `s3://${bucket}/${folder}?endpoint=${url}&region=eu-central-1${query}`
  const plant = (key: string, bytes: Buffer) =>
    void objects.set(key, { bytes, headers: {}, etag: `"by hand ${performance.now()}"` })
  return bucketHarness({
    server: { ...store, plant },
    folder,
    refusals: { unauthorized: refusal('Unauthorized'), denied: refusal('AccessDenied') },
    open: (steps) => openTarget(address, aTargetContext({ ...steps, environment })),
  })
}

function refusal(code: string): string {
  return `<Error><Code>${code}</Code></Error>`
}
