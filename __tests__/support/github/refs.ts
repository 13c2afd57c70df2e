import { inBare, moveRef, objectAt } from './bare.ts'
import { type Answer, failed, notFound, type Route } from './exchange.ts'
import { refusalOf } from './guard.ts'
import { apiUrl, type Hub } from './hub.ts'

/** Branches and tags by their full names. */
export const refRoutes: readonly Route[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
    needs: ['contents', 'read'],
    handle: (call, hub) => refAnswer(hub, `refs/${call.parameters.ref}`, 200),
  },
  {
    operation: 'POST /repos/{owner}/{repo}/git/refs',
    needs: ['contents', 'write'],
    async handle({ body, token }, hub) {
      const { ref, sha } = body as { ref: string; sha: string }
      if (!/^refs\/[^/]+\/./.test(ref))
        return failed(422, 'Reference name must start with "refs/" and contain at least two slashes.')
      if ((await objectAt(hub.origin, `${sha}^{object}`)) === undefined) return failed(422, 'Object does not exist')
      if ((await objectAt(hub.origin, ref)) !== undefined) return failed(422, 'Reference already exists')
      const branch = branchIn(ref)
      if (branch !== undefined && refusalOf(hub, branch, token)) return failed(422, 'Reference update failed')
      return (await moveRef(hub.origin, ref, sha, undefined))
        ? refAnswer(hub, ref, 201)
        : failed(422, 'Reference already exists')
    },
  },
  {
    operation: 'PATCH /repos/{owner}/{repo}/git/refs/{ref}',
    needs: ['contents', 'write'],
    async handle({ body, token, parameters }, hub) {
      const ref = `refs/${parameters.ref}`
      const { sha, force = false } = body as { sha: string; force?: boolean }
      const before = await objectAt(hub.origin, ref)
      if (before === undefined) return failed(422, 'Reference does not exist')
      if ((await objectAt(hub.origin, `${sha}^{object}`)) === undefined) return failed(422, 'Object does not exist')
      if (!force && !(await isAncestor(hub.origin, before, sha))) return failed(422, 'Update is not a fast forward')
      const refusal = refusalOf(hub, branchIn(ref) ?? '', token)
      if (refusal) return failed(422, `Repository rule violations found\n\n${refusal.reasons.join('\n\n')}\n\n`)
      return (await moveRef(hub.origin, ref, sha, before))
        ? refAnswer(hub, ref, 200)
        : failed(422, 'Reference update failed')
    },
  },
  {
    operation: 'DELETE /repos/{owner}/{repo}/git/refs/{ref}',
    needs: ['contents', 'write'],
    async handle({ parameters }, hub) {
      const ref = `refs/${parameters.ref}`
      if ((await objectAt(hub.origin, ref)) === undefined) return failed(422, 'Reference does not exist')
      await inBare(hub.origin, ['update-ref', '-d', ref])
      return { status: 204 }
    },
  },
]

async function refAnswer(hub: Hub, ref: string, status: number): Promise<Answer> {
  const sha = await objectAt(hub.origin, ref)
  if (sha === undefined) return notFound()
  const type = await inBare(hub.origin, ['cat-file', '-t', sha])
  const object = { type, sha, url: apiUrl(hub, `git/${type}s/${sha}`) }
  const body = { ref, node_id: nodeId('Ref', ref), url: apiUrl(hub, `git/${ref}`), object }
  return { status, body }
}

export function nodeId(kind: string, name: string | number): string {
  return Buffer.from(`${kind}:${name}`).toString('base64')
}

function branchIn(ref: string): string | undefined {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined
}

function isAncestor(origin: string, ancestor: string, descendant: string): Promise<boolean> {
  return inBare(origin, ['merge-base', '--is-ancestor', ancestor, descendant]).then(
    () => true,
    () => false,
  )
}
