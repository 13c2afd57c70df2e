import { describe, expect, it } from '@jest/globals'
import type { RegistryClient, RegistryRequest } from '../../../../../src/targets/oci/transport/client.ts'
import { withReadAhead } from '../../../../../src/targets/oci/transport/read-ahead.ts'

const get = (path: string): RegistryRequest => ({ method: 'GET', path, repository: 'app', access: 'pull' })

function aClient() {
  const sent: string[] = []
  const send = async ({ method, path }: RegistryRequest) => {
    sent.push(`${method} ${path}`)
    if (path === '/gone') throw new Error('gone')
    return { status: 200, headers: {}, url: path, body: Buffer.from(path) }
  }
  return { sent, client: { send } as unknown as RegistryClient }
}

describe('reading ahead', () => {
  it('sends at once what will be asked for, and only once', async () => {
    const { sent, client } = aClient()
    const ahead = withReadAhead(client, [get('/a'), get('/b'), get('/a')])
    expect(sent).toEqual(['GET /a', 'GET /b'])
    expect(Buffer.from((await ahead.send(get('/a'))).body).toString()).toBe('/a')
    await ahead.send(get('/c'))
    await ahead.send({ ...get('/a'), method: 'HEAD' })
    expect(sent).toEqual(['GET /a', 'GET /b', 'GET /c', 'HEAD /a'])
  })

  it('leaves a failure to whoever asks', async () => {
    const ahead = withReadAhead(aClient().client, [get('/gone')])
    await new Promise((done) => setImmediate(done))
    await expect(ahead.send(get('/gone'))).rejects.toThrow('gone')
  })
})
