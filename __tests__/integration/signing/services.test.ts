import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createHttp } from '../../../src/platform/http/http.ts'
import { createJournal } from '../../../src/platform/process/journal.ts'
import { findServices, type ServiceSources } from '../../../src/signing/services/services.ts'
import { codeOf, failureOf, networkTools, patientClock } from '../../support/sigstore/signing-run.ts'
import { type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'
import {
  startTufRepository,
  type TufRepository,
  type TufRepositoryOptions,
} from '../../support/sigstore/tuf-repository.ts'

let sigstore: Sigstore
let cacheFolder: string

beforeAll(async () => {
  sigstore = await startSigstore()
})
afterAll(() => sigstore.close())
beforeEach(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'tuf-'))
})
afterEach(() => rm(cacheFolder, { recursive: true }))

function find(sources: Partial<ServiceSources>, timeoutMs = 1_000) {
  return findServices({ cacheFolder, ...sources }, { ...networkTools(patientClock()), timeoutMs })
}

describe('a private Sigstore', () => {
  it('is named by two files or by their content', async () => {
    const signingConfig = join(cacheFolder, 'signing_config.json')
    await writeFile(signingConfig, JSON.stringify(sigstore.signingConfig))
    const services = await find({ signingConfig, trustedRoot: JSON.stringify(sigstore.trustedRoot) })
    expect(services).toMatchObject({
      fulcio: { url: sigstore.urls.fulcio },
      rekor: { url: sigstore.urls.rekor },
      timestampAuthority: { url: `${sigstore.urls.tsa}/api/v1/timestamp` },
      isPublic: false,
    })
  })

  it('needs both', async () => {
    const error = await failureOf(find({ signingConfig: JSON.stringify(sigstore.signingConfig) }))
    expect([error.code, error.kind]).toEqual(['SIGSTORE_CONFIG_INVALID', 'config'])
    expect(error.message).toBe('sigstore-signing-config is given without sigstore-trusted-root')
    const other = await failureOf(find({ trustedRoot: '{}' }))
    expect(other.message).toBe('sigstore-trusted-root is given without sigstore-signing-config')
  })

  it.each([
    ['a file that is not there', '/no/such/file.json', /there is no file \/no\/such\/file\.json$/],
    ['broken JSON', '{"mediaType":', /holds no JSON$/],
    ['an empty object', '{}', /holds no usable trusted root$/],
    [
      'a root without authorities',
      '{"mediaType":"x","tlogs":[],"certificateAuthorities":[]}',
      /holds no usable trusted root$/,
    ],
  ])('is refused for %s as trusted root', async (_what, trustedRoot, message) => {
    const error = await failureOf(find({ signingConfig: JSON.stringify(sigstore.signingConfig), trustedRoot }))
    expect([error.code, error.kind]).toEqual(['SIGSTORE_CONFIG_INVALID', 'config'])
    expect(error.message).toMatch(message)
  })

  it('is the public one when its log is', async () => {
    const config = JSON.parse(JSON.stringify(sigstore.signingConfig))
    config.rekorTlogUrls[0].url = 'https://rekor.sigstore.dev'
    const trustedRoot = JSON.stringify(sigstore.trustedRoot)
    expect((await find({ signingConfig: JSON.stringify(config), trustedRoot })).isPublic).toBe(true)
  })
})

describe('the public Sigstore, found by TUF', () => {
  let repository: TufRepository
  afterEach(() => repository.close())

  async function serve(options: TufRepositoryOptions = {}) {
    const targets = {
      'trusted_root.json': JSON.stringify(sigstore.trustedRoot),
      'signing_config.v0.2.json': JSON.stringify(sigstore.signingConfig),
    }
    repository = await startTufRepository(targets, options)
    return { mirror: { url: repository.url, root: repository.firstRoot } }
  }

  it('gives the services, and its log counts as public', async () => {
    const services = await find(await serve())
    expect(services.rekor.url).toBe(sigstore.urls.rekor)
    expect(services.isPublic).toBe(true)
    expect(repository.requested).toContain('/timestamp.json')
  })

  it('is still found after its root keys were replaced three times', async () => {
    const services = await find(await serve({ rotations: 3 }))
    expect(services.rekor.url).toBe(sigstore.urls.rekor)
    expect(repository.requested).toEqual(expect.arrayContaining(['/2.root.json', '/4.root.json', '/5.root.json']))
  })

  it('is refused when somebody else signed the new root', async () => {
    const error = await failureOf(find(await serve({ rotations: 1, stolen: true })))
    expect([error.code, error.kind]).toEqual(['SIGSTORE_ROOT_INVALID', 'trust'])
  })

  it('is refused when a target was swapped', async () => {
    const sources = await serve()
    repository.swap('trusted_root.json', JSON.stringify(sigstore.trustedRoot).replace('127.0.0.1', '127.0.0.2'))
    expect(await codeOf(find(sources))).toBe('SIGSTORE_ROOT_INVALID')
  })

  it('is refused when a target is missing', async () => {
    repository = await startTufRepository({ 'trusted_root.json': JSON.stringify(sigstore.trustedRoot) })
    const error = await failureOf(find({ mirror: { url: repository.url, root: repository.firstRoot } }))
    expect(error.message).toBe('The TUF repository of Sigstore has no signing_config.v0.2.json')
  })

  it('is refused when metadata is garbage', async () => {
    const sources = await serve()
    repository.fail(({ path }) => (path === '/timestamp.json' ? { status: 200, body: '{}' } : undefined))
    expect(await codeOf(find(sources))).toBe('SIGSTORE_ROOT_INVALID')
  })

  it('is waited for while it is away, and given up in the end', async () => {
    const sources = await serve()
    repository.fail(({ count }) => (count < 5 ? { status: 503, body: '' } : undefined))
    expect((await find(sources, 60_000)).rekor.url).toBe(sigstore.urls.rekor)
    repository.fail(() => 'reset')
    expect(await codeOf(find(sources, 60_000))).toBe('SIGSTORE_UNAVAILABLE')
  })

  it('is waited for over minutes, with words in the log', async () => {
    const sources = await serve()
    const clock = patientClock()
    const tools = networkTools(clock)
    repository.fail(() => (clock.elapsed < 5 * 60_000 ? { status: 503, body: '' } : undefined))
    const services = await findServices({ cacheFolder, ...sources }, { ...tools, timeoutMs: 600_000 })
    expect(services.rekor.url).toBe(sigstore.urls.rekor)
    expect(tools.log.lines[0]).toMatch(
      /^The TUF repository of Sigstore at 127\.0\.0\.1:\d+ answers 503; trying again for another 10 minutes$/,
    )
    expect(tools.log.lines.at(-1)).toMatch(/for another [56] minutes$/)
  })

  it('starts at its own mirror with a root that is part of the program', async () => {
    repository = await startTufRepository({})
    const { clock, files, log } = networkTools(patientClock())
    const nowhere = { HTTPS_PROXY: 'http://127.0.0.1:1' }
    const http = createHttp({ environment: nowhere, clock, journal: createJournal() })
    const error = await failureOf(findServices({ cacheFolder }, { http, clock, files, log, timeoutMs: 0 }))
    expect(error.code).toBe('SIGSTORE_UNAVAILABLE')
    expect(error.message).toContain('GET tuf-repo-cdn.sigstore.dev/')
    const root = JSON.parse(await readFile(join(cacheFolder, 'root.json'), 'utf8'))
    expect(root.signed.version).toBeGreaterThanOrEqual(14)
  })

  it('starts from the root inside the program, not from one that lies in the cache', async () => {
    const sources = await serve()
    const stranger = await startTufRepository({})
    await writeFile(join(cacheFolder, 'root.json'), stranger.firstRoot)
    await stranger.close()
    expect((await find(sources)).rekor.url).toBe(sigstore.urls.rekor)
    expect(await readFile(join(cacheFolder, 'root.json'))).toEqual(repository.firstRoot)
  })
})
