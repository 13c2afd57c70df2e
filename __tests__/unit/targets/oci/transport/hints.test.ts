import { describe, expect, it } from '@jest/globals'
import { refusal } from '../../../../../src/targets/oci/transport/errors.ts'

function hint(host: string, status: number, body: unknown, source?: string) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return refusal({ status, headers: {}, body: bytes, url: `https://${host}/v2/` }, { host, what: 'It failed', source })
}
/** The same of an upload to a repository. */
function uploadHint(host: string, status: number, body: unknown, written: string, source?: string) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const answer = { status, headers: {}, body: bytes, url: `https://${host}/v2/${written}/blobs/uploads/` }
  return refusal(answer, { host, what: 'An upload was refused', source, written }).hint ?? ''
}
const denied = (message: string) => ({ errors: [{ code: 'DENIED', message }] })

describe('a refusal of GHCR', () => {
  it.each([
    ['permission_denied: write_package', 'Manage Actions access'],
    [
      'permission_denied: installation not allowed to Write organization package',
      'no GitHub App or fine-grained token',
    ],
    [
      'permission_denied: installation not allowed to Create organization package',
      'no GitHub App or fine-grained token',
    ],
    ['permission_denied: The token provided does not match expected scopes.', 'write:packages'],
    ['denied', 'packages: write'],
  ])('%s is explained', (message, text) => {
    const problem = hint('ghcr.io', 403, denied(message), "the workflow's token")
    expect([problem.code, problem.kind]).toEqual(['REGISTRY_DENIED', 'remote'])
    expect(problem.message).toBe(`It failed: ghcr.io answered 403 (DENIED: ${message})`)
    expect(problem.hint).toContain(text)
  })
})

describe('a refusal', () => {
  it('names where the credentials came from', () => {
    expect(hint('quay.io', 401, '', '/home/me/.docker/config.json').hint).toContain('/home/me/.docker/config.json')
  })
  it('without credentials says how to log in', () => {
    expect(hint('quay.io', 401, '').hint).toContain('docker/login-action')
  })
  it('of ECR for a missing repository says how to make it', () => {
    const body = { errors: [{ code: 'NAME_UNKNOWN', message: 'The repository does not exist' }] }
    expect(hint('1.dkr.ecr.eu-west-1.amazonaws.com', 404, body).hint).toContain('aws ecr create-repository')
  })
  it.each([
    ['<html>gateway</html>', 'It failed: quay.io answered 502'],
    [{ errors: 'all' }, 'It failed: quay.io answered 502'],
    [{ errors: [7] }, 'It failed: quay.io answered 502'],
    [{ errors: [{ code: 'X', message: 'y'.repeat(900) }] }, 'It failed: quay.io answered 502 (X: yyy'],
  ])('with a body of %j stays one short sentence', (body, text) => {
    const { message } = hint('quay.io', 502, body)
    expect(message.startsWith(text)).toBe(true)
    expect(message.length).toBeLessThan(260)
  })
})

describe('an upload to a place that does not exist', () => {
  const unknown = (message: string, code = 'NAME_UNKNOWN') => ({ errors: [{ code, message }] })

  it.each([
    ['git.example.com', 404, '', 'acme/app', /"acme" exists on git\.example\.com.*Gitea.*a user or an organization/],
    ['git.example.com', 404, '404 page not found', 'acme/app', /create it or correct the target/],
    [
      'harbor.example.com',
      404,
      unknown('project acme not found', 'NOT_FOUND'),
      'acme/app',
      /Create the project "acme" in Harbor/,
    ],
    [
      '1.dkr.ecr.eu-west-1.amazonaws.com',
      404,
      unknown('x'),
      'a/app',
      /aws ecr create-repository --repository-name a\/app /,
    ],
    ['public.ecr.aws', 404, unknown('x'), 'alias/a/app', /ecr-public create-repository .*--repository-name a\/app/],
    [
      'europe-docker.pkg.dev',
      404,
      unknown('Repository "r" not found'),
      'p/r/app',
      /gcloud artifacts repositories create/,
    ],
    [
      'europe-docker.pkg.dev',
      400,
      unknown('Missing image name', 'NAME_INVALID'),
      'p/app',
      /<location>-docker\.pkg\.dev/,
    ],
    ['registry.gitlab.com', 404, unknown('x'), 'group/project/app', /"group\/project".*container registry turned on/],
    ['quay.io', 404, unknown('x'), 'acme/app', /Quay wants the organization or user "acme"/],
    ['docker.io', 404, unknown('x'), 'acme/charts/app', /two levels only/],
  ])('of %s (%d %j) gets a hint that leads out', (host, status, body, path, words) => {
    expect(uploadHint(host, status, body, path)).toMatch(words)
  })

  it.each([
    ['docker.io', 401, 'acme/charts/app', /two levels only/],
    ['quay.io', 401, 'acme/app', /organization or user "acme"/],
    ['harbor.example.com', 403, 'acme/app', /does "acme" exist there/],
    ['harbor.example.com', 401, 'acme/app', /does "acme" exist there/],
  ])('that %s (%d) hides behind a denial is doubted too', (host, status, path, words) => {
    const text = uploadHint(host, status, '', path, 'the inputs')
    expect(text).toMatch(/credentials came from the inputs/)
    expect(text).toMatch(words)
  })

  it('of GitHub names the owner', () => {
    expect(uploadHint('ghcr.io', 403, denied('not_found: owner not found'), 'acmee/charts/app')).toContain('"acmee"')
  })

  it('is not guessed at where something else is gone', () => {
    expect(hint('git.example.com', 404, '').hint).toBeUndefined()
  })
})

describe('an upload that is refused for another reason', () => {
  it.each([
    ['a mirror', 405, { errors: [{ code: 'UNSUPPORTED', message: 'The operation is unsupported.' }] }, /mirror/],
    ['a full quota', 403, denied('quota exceeded'), /quota/],
    [
      'a full quota as Harbor has it',
      412,
      denied('adding 1 MiB will exceed the configured upper limit of quota'),
      /quota/,
    ],
  ])('such as %s gets a hint', (_, status, body, words) => {
    expect(uploadHint('registry.example.com', status, body, 'acme/app')).toMatch(words)
  })
})
