// Who reads at a registry what was released to it.
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { type Cell, cell } from '../cells.ts'
import { registryForms } from '../exhibits/forms.ts'
import { formsThere, registryExhibits } from '../exhibits/registry-exhibits.ts'
import { askHelm, type HelmClient, pullsNewest } from '../helm.ts'
import { isMissing, without } from '../missing.ts'
import { identity, type Publisher, type Release } from '../release.ts'
import type { Setting } from '../setting.ts'
import { toolTitle } from '../tools.ts'
import { askOrSay, type Scene, storesAll, verifierTitle } from '../verifiers/ask.ts'
import { cosign3 } from '../verifiers/cosign.ts'
import type { Verifier } from '../verifiers/verifier.ts'
import { clientEnvironment, type OpenRegistry, type RegistryPlace, titleOf } from './registry.ts'
import { lookUpCharts } from './renovate.ts'

/** A registry with a release in it. */
export interface Stay {
  readonly place: RegistryPlace
  readonly registry: OpenRegistry
  readonly publisher: Publisher
  readonly setting: Setting
  readonly folder: string
}

/** Every client, about all that it can be asked. */
export async function askEverybody(stay: Stay, release: Release): Promise<readonly Cell[]> {
  const { place, setting } = stay
  const registry = titleOf(place)
  const cells: Cell[] = []
  for (const name of ['helm3', 'helm4'] as const) {
    const tool = setting.tools[name]
    const where = { registry, client: toolTitle(name) }
    if (isMissing(tool)) cells.push({ ...where, check: 'reads it', ...without(tool) })
    else cells.push(...(await askHelm(where, helmClient(stay, tool.file), release)))
  }
  const scene = await sceneOf(stay, release)
  cells.push(await storesAll({ registry, client: 'release-charts' }, scene, registryForms))
  for (const { verifier, program } of setting.verifiers) {
    if (verifier.reads === 'files' && !place.asksFileReaders) continue
    cells.push(...(await askOrSay({ registry, client: verifierTitle(verifier) }, { verifier, program }, scene)))
  }
  return [...cells, ...(await lookUpCharts(stay, setting.renovate, release))]
}

/** Who has to log in or to trust an authority reads the same. */
export async function askSome(stay: Stay, release: Release): Promise<readonly Cell[]> {
  const registry = titleOf(stay.place)
  const { helm4, cosign3: program } = stay.setting.tools
  const pulled = await cell(
    { registry, client: toolTitle('helm4') },
    'pulls by version, the bytes that were published',
    () => {
      if (isMissing(helm4)) throw new Error(helm4.why)
      return pullsNewest(helmClient(stay, helm4.file), release)
    },
  )
  const verifier: Verifier = { ...cosign3, forms: ['as a user types it'], without: {} }
  const where = { registry, client: verifierTitle(cosign3) }
  const verified = await askOrSay(where, { verifier, program }, await sceneOf(stay, release))
  return [pulled, ...verified, ...(await lookUpCharts(stay, stay.setting.renovate, release))]
}

function helmClient({ registry, folder }: Stay, program: string): HelmClient {
  const home = mkdtempSync(join(folder, 'home-'))
  return { program, home, env: clientEnvironment(registry, folder), tls: registry.caFile !== undefined }
}

async function sceneOf({ registry, setting, folder }: Stay, release: Release): Promise<Scene> {
  const home = join(folder, 'verifiers')
  mkdirSync(home)
  const own = { repository: { ...registry, name: release.app.repository }, digest: release.app.digest }
  return {
    exhibits: registryExhibits({ registry, release, foreign: setting.foreign, folder: home }),
    forms: await formsThere(own, registryForms),
    identity,
    trust: setting.trust,
    home,
    env: clientEnvironment(registry, folder),
  }
}
