import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Sigstore } from '../../support/sigstore/sigstore.ts'
import type { Cell, Where } from '../cells.ts'
import type { FormName } from '../exhibits/forms.ts'
import { registryExhibits } from '../exhibits/registry-exhibits.ts'
import { isMissing } from '../missing.ts'
import type { OpenRegistry } from '../registries/registry.ts'
import { identity, type Release } from '../release.ts'
import { openForeignRegistry, openTrust } from '../setting.ts'
import { type AskedVerifier, askOrSay, type Scene, verifierTitle } from '../verifiers/ask.ts'

interface Setting {
  readonly verifiers: readonly AskedVerifier[]
  readonly entry: string
}

interface Released {
  readonly sigstore: Sigstore
  readonly release: Release
  readonly registry: OpenRegistry
  readonly here: { readonly where: Where; readonly folder: string; readonly helm: string }
}

const CHECK = 'answers every question above about what real services certified'
const forms: readonly FormName[] = ['as a user types it', 'the bundle']

/** Every verifier about one form, in one cell each: it is about the certificates, which are the same for all forms. */
export async function askVerifiers({ verifiers, entry }: Setting, released: Released): Promise<readonly Cell[]> {
  const { sigstore, release, registry, here } = released
  const folder = join(here.folder, 'verifiers')
  mkdirSync(folder)
  await using trust = await openTrust(sigstore, folder)
  await using foreign = await openForeignRegistry({ sigstore, entry, helm: here.helm, folder })
  const exhibits = registryExhibits({ registry, release, foreign, folder })
  const who = { ...identity, issuer: sigstore.urls.oidc }
  const scene: Scene = { exhibits, forms, identity: who, trust, home: folder, env: {} }
  const cells: Cell[] = []
  for (const asked of verifiers) cells.push(await inOne(asked, { ...here.where, scene }))
  return cells
}

async function inOne({ verifier, program }: AskedVerifier, { registry, scene }: Where & { readonly scene: Scene }) {
  const where = { registry, client: verifierTitle(verifier) }
  const form = forms.filter((each) => verifier.forms.includes(each)).slice(0, 1)
  const one = { verifier: { ...verifier, forms: form, without: {} }, program }
  const cells = await askOrSay(where, one, scene)
  if (isMissing(program))
    return { ...where, check: CHECK, outcome: cells[0]?.outcome ?? 'skipped', detail: program.why }
  return summed(where, cells)
}

/** What it can't be asked, and what it is known to accept, stands in its own row. */
function summed(where: Where, cells: readonly Cell[]): Cell {
  const bad = cells.filter(({ outcome }) => outcome === 'failed' || outcome === 'skipped')
  const detail = bad.map(({ check, detail: why }) => `${check}: ${why}`).join('; ')
  if (bad.length > 0) return { ...where, check: CHECK, outcome: 'failed', detail }
  if (!cells.some(({ outcome }) => outcome === 'passed')) throw new Error(`${where.client} was asked nothing`)
  return { ...where, check: CHECK, outcome: 'passed' }
}
