import { startRegistry } from '../../support/registry/registry.ts'
import { MOTO } from '../../support/servers/moto.ts'
import { isMissing, type Missing } from '../missing.ts'
import { type ToolName, type Tools, tools } from '../tools.ts'
import { type DistributionOptions, debianDistribution, startDistribution } from './distribution.ts'
import { startMotoEcr } from './ecr.ts'
import { startGitea } from './gitea.ts'
import type { OpenRegistry, RegistryPlace } from './registry.ts'
import { startProgram } from './started-program.ts'

const user = { name: 'robot', password: 'a pass $word' }
const login = { user, hash: '$2b$05$abcdefghijklmnopqrstuuT8rLqsNxx07zmLGfPBn0lBSUISD9Kp2' }

async function inProcess(referrers: boolean, kind?: 'basic' | 'bearer'): Promise<OpenRegistry> {
  const auth = kind && { kind, users: { [user.name]: user.password } }
  const registry = await startRegistry({ referrers, ...(auth && { auth }) })
  return { host: registry.host, ...(kind && { user }), close: () => registry.stop() }
}

const ofDebian = debianDistribution()
const debianName = `distribution ${isMissing(ofDebian) ? '2.8' : ofDebian.version}`

async function debian(options: DistributionOptions = {}): Promise<OpenRegistry | Missing> {
  return isMissing(ofDebian) ? ofDebian : startDistribution(ofDebian.file, options)
}

async function ggcr(found: Tools, folder: string, referrers: boolean): Promise<OpenRegistry | Missing> {
  const program = found.ggcr
  if (isMissing(program)) return program
  const { port, stop } = await startProgram(program.file, [`-referrers=${referrers}`], folder)
  return { host: `127.0.0.1:${port}`, close: stop }
}

const titled = (name: string, tool: ToolName) => `${name} ${tools[tool].version.slice(1)}`

/** Every registry of the matrix with its kind of access, in the order of docs/interop.md. */
export const registryPlaces: readonly RegistryPlace[] = [
  {
    name: 'in-process, referrers',
    packager: 'helm4',
    asksAll: true,
    asksFileReaders: true,
    start: () => inProcess(true),
  },
  { name: 'in-process, no referrers', packager: 'helm3', asksAll: true, start: () => inProcess(false) },
  {
    name: titled('distribution', 'registry'),
    packager: 'helm4',
    asksAll: true,
    hidden:
      'it asks for 10000 tags at a time, and this registry refuses more than 1000 unless REGISTRY_TAGS_MAXTAGS allows it',
    start: async ({ registry }) => (isMissing(registry) ? registry : startDistribution(registry.file)),
  },
  {
    name: `${titled('distribution', 'registry')}, REGISTRY_TAGS_MAXTAGS=10000`,
    packager: 'helm4',
    start: async ({ registry }) =>
      isMissing(registry) ? registry : startDistribution(registry.file, { env: { REGISTRY_TAGS_MAXTAGS: '10000' } }),
  },
  { name: 'in-process, referrers', auth: 'Bearer', packager: 'helm4', start: () => inProcess(true, 'bearer') },
  { name: 'in-process, no referrers', auth: 'Basic', packager: 'helm4', start: () => inProcess(false, 'basic') },
  { name: debianName, packager: 'helm4', start: () => debian() },
  { name: debianName, auth: 'Basic', packager: 'helm4', start: () => debian({ login }) },
  {
    name: debianName,
    auth: 'Basic, TLS with a private CA behind a proxy',
    packager: 'helm4',
    start: () => debian({ login, name: 'registry.example.test' }),
  },
  {
    name: titled('ggcr', 'ggcr'),
    packager: 'helm4',
    start: (found, folder) => ggcr(found, folder, false),
  },
  {
    name: `${titled('ggcr', 'ggcr')}, referrers`,
    packager: 'helm4',
    refusal: { why: 'its referrers API does not tell which are bundles', code: 'REGISTRY_REFERRERS_REFUSED' },
    start: (found, folder) => ggcr(found, folder, true),
  },
  {
    name: `ECR: API of moto ${MOTO}, ${titled('distribution', 'registry')} behind it`,
    auth: 'AWS credentials',
    packager: 'helm4',
    start: async ({ registry }) => (isMissing(registry) ? registry : startMotoEcr(registry.file)),
  },
  {
    name: titled('gitea', 'gitea'),
    auth: 'Bearer',
    packager: 'helm4',
    start: async ({ gitea }) => (isMissing(gitea) ? gitea : startGitea(gitea.file)),
  },
]
