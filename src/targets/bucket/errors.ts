import { ReleaseError } from '../../model/errors.ts'

/** A request to a store, as messages name it. */
export interface Asked {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  /** Scheme, bucket and key, e.g. `s3://charts/stable/index.yaml`. */
  readonly object: string
}

/** An answer that is none of those hoped for. */
export interface StoreAnswer {
  readonly status: number
  /** The store's own word for it; shown if it is a word. */
  readonly code: string
}

/** `STORE_DENIED` (401, 403), `STORE_UNCONDITIONAL` (501 to a write), else `STORE_FAILED`. */
export function storeRefusal(
  { method, object }: Asked,
  { status, code }: StoreAnswer,
  hint: string | undefined,
): ReleaseError {
  const answer = `${status}${/^[A-Za-z]{3,60}$/.test(code) ? ` ${code}` : ''}`
  if (status === 401 || status === 403) {
    const verb = { GET: 'read', PUT: 'write', DELETE: 'delete' }[method]
    return new ReleaseError('STORE_DENIED', `The store does not let this run ${verb} ${object} (${answer})`, { hint })
  }
  if (status === 501 && method === 'PUT')
    return unconditional(`The store does not know conditional writes (${answer} for ${object})`)
  return new ReleaseError('STORE_FAILED', `The store answered ${answer} to ${method} ${object}`, { hint })
}

export function unconditional(message: string): ReleaseError {
  return new ReleaseError('STORE_UNCONDITIONAL', message, {
    hint: 'Two runs at once could lose an entry of the index there. Take a store with If-Match and If-None-Match for PUT; or add conditional=off to the target, and keep release runs apart with a `concurrency` group.',
  })
}
