import type { Cell, Where } from '../cells.ts'
import { isMissing, type Missing, without } from '../missing.ts'
import { openPublisher, type Release } from '../release.ts'
import type { Setting } from '../setting.ts'
import { askEverybody, askSome, type Stay } from './readers.ts'
import { type RegistryPlace, titleOf } from './registry.ts'
import { publishingSteps, recoverySteps, refusalStep, runSteps } from './steps.ts'

export interface Visit {
  readonly cells: readonly Cell[]
  /** What was released, if it was. */
  readonly release?: Release
}

/** Publishes to one registry, asks clients there, damages it and publishes again. */
export async function visit(place: RegistryPlace, setting: Setting, folder: string): Promise<Visit> {
  const where: Where = { registry: titleOf(place), client: 'release-charts' }
  const absent = (why: Missing) => ({
    cells: [{ ...where, check: 'publishes and signs three charts', ...without(why) }],
  })
  const packager = setting.tools[place.packager]
  if (isMissing(packager)) return absent(packager)
  const registry = await place.start(setting.tools, folder)
  if (isMissing(registry)) return absent(registry)
  try {
    const { sigstore, entry } = setting
    const publisher = await openPublisher({ registry, sigstore, helm: packager.file, folder, entry })
    try {
      return await release({ place, registry, publisher, setting, folder }, where)
    } finally {
      await publisher.remove()
    }
  } finally {
    await registry.close()
  }
}

async function release(stay: Stay, where: Where): Promise<Visit> {
  const { place, publisher, registry } = stay
  if (place.refusal) return { cells: await runSteps(where, [refusalStep(registry, publisher, place.refusal)]) }
  const published = await runSteps(where, publishingSteps(publisher))
  if (published.some(({ outcome }) => outcome !== 'passed')) return { cells: published }
  const released = await publisher.describe()
  const asked = await (place.asksAll ? askEverybody : askSome)(stay, released)
  const recovered = await runSteps(where, recoverySteps(registry, publisher, released))
  return { release: released, cells: [...published, ...asked, ...recovered] }
}
