import { describe, expect, it } from '@jest/globals'
import { refusal } from '../../../../src/targets/oci/answer.ts'

function hint(host: string, status: number, body: unknown, source?: string) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return refusal({ status, headers: {}, body: bytes, url: `https://${host}/v2/` }, { host, what: 'It failed', source })
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
