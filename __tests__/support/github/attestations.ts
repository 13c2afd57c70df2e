import { type Answer, type Call, invalid, type Route } from './exchange.ts'
import type { Hub } from './hub.ts'

/** An attestation as GitHub keeps it. */
export interface StoredAttestation {
  readonly id: number
  readonly bundle: Bundle
}

interface Bundle {
  readonly mediaType?: string
  readonly dsseEnvelope?: { readonly payload?: string }
}

interface Statement {
  readonly predicateType?: string
  readonly subject?: readonly { readonly digest?: { readonly sha256?: string } }[]
}

export const attestationRoutes: readonly Route[] = [
  { operation: 'POST /repos/{owner}/{repo}/attestations', needs: ['attestations', 'write'], handle: store },
  {
    operation: 'GET /repos/{owner}/{repo}/attestations/{subject_digest}',
    needs: ['attestations', 'read'],
    handle: list,
  },
]

function store({ body }: Call, hub: Hub): Answer {
  const bundle = body.bundle as Bundle
  if (!statementIn(bundle).subject?.length) {
    return invalid({ resource: 'Attestation', code: 'custom', field: 'bundle', message: 'the bundle attests nothing' })
  }
  const id = hub.nextId()
  hub.attestations.push({ id, bundle })
  return { status: 201, body: { id } }
}

function list({ parameters, query }: Call, hub: Hub): Answer {
  const [wanted, type] = [parameters.subject_digest, query.get('predicate_type')]
  const found = hub.attestations.filter(({ bundle }) => {
    const { subject = [], predicateType } = statementIn(bundle)
    const isMeant = type !== 'provenance' || predicateType === 'https://slsa.dev/provenance/v1'
    return isMeant && subject.some(({ digest }) => `sha256:${digest?.sha256}` === wanted)
  })
  return { status: 200, body: { attestations: found.map(({ bundle }) => ({ bundle, repository_id: 4711 })) } }
}

function statementIn({ dsseEnvelope }: Bundle): Statement {
  const text = Buffer.from(dsseEnvelope?.payload ?? '', 'base64').toString()
  return text === '' ? {} : (JSON.parse(text) as Statement)
}
