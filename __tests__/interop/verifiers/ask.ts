import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { mapConcurrent } from '../../../src/model/async/concurrency.ts'
import { type Cell, cell, type Where } from '../cells.ts'
import type { FormName } from '../exhibits/forms.ts'
import { isMissing, type Missing, without } from '../missing.ts'
import { type ExhibitName, type Identity, type Question, questions } from './questions.ts'
import type { Answer, Exhibit, Program, Trust, Verifier } from './verifier.ts'

/** `undefined`: the release has nothing of this form. */
export type Exhibits = (form: FormName, name: ExhibitName) => Promise<Exhibit | undefined>

export interface Scene {
  readonly exhibits: Exhibits
  /** Forms that there are here. */
  readonly forms: readonly FormName[]
  readonly identity: Required<Identity>
  readonly trust: Trust
  readonly home: string
  /** What clients need in their environment here. */
  readonly env: Readonly<Record<string, string>>
}

const SIDE_BY_SIDE = 4

/** That nothing is left out of the questions because a release lacks it. */
export function storesAll(where: Where, { forms }: Scene, wanted: readonly FormName[]): Promise<Cell> {
  return cell(where, 'stores every form of signature', async () => {
    const lost = wanted.filter((form) => !forms.includes(form))
    if (lost.length > 0) throw new Error(`there is nothing for "${lost.join('" and "')}"`)
  })
}

/** A verifier with its program, if that could be had. */
export interface AskedVerifier {
  readonly verifier: Verifier
  readonly program: Program | Missing
}

/** The cells of a verifier; one that says why if it can't be asked at all. */
export async function askOrSay(
  where: Where,
  { verifier, program }: AskedVerifier,
  scene: Scene,
): Promise<readonly Cell[]> {
  if (isMissing(program)) return [{ ...where, check: 'verifies', asked: {}, ...without(program) }]
  return askVerifier(where, { verifier, program }, scene)
}

/** Asks a verifier every question about every form here that it knows. */
async function askVerifier(
  where: Where,
  { verifier, program }: { readonly verifier: Verifier; readonly program: Program },
  scene: Scene,
): Promise<readonly Cell[]> {
  const cannot = scene.forms.flatMap((form) => unasked(where, form, verifier.without?.[form]))
  const asked = scene.forms
    .filter((form) => verifier.forms.includes(form))
    .flatMap((form) => questions.map((question) => ({ form, question })))
  const cells = await mapConcurrent(asked, SIDE_BY_SIDE, ({ form, question }) =>
    askOne(where, { form, question, verifier, program }, scene),
  )
  return [...cells, ...cannot]
}

function unasked(where: Where, form: FormName, why: string | undefined): readonly Cell[] {
  if (why === undefined) return []
  return [{ ...where, check: `verifies (${form})`, asked: { form }, outcome: 'n/a', detail: why }]
}

/** As it stands in tables, with the version that is asked for. */
export function verifierTitle({ name, version }: Pick<Verifier, 'name' | 'version'>): string {
  return `${name} ${version}`
}

/** The cell of a question, before it is asked. */
function cellOf(where: Where, form: FormName, { name, check }: Question): Omit<Cell, 'outcome'> {
  return { ...where, check: `${check} (${form})`, asked: { form, question: name } }
}

interface One {
  readonly form: FormName
  readonly question: Question
  readonly verifier: Verifier
  readonly program: Program
}

async function askOne(where: Where, { form, question, verifier, program }: One, scene: Scene): Promise<Cell> {
  const open = cellOf(where, form, question)
  try {
    const why = verifier.unable?.(form, question)
    if (why !== undefined) return { ...open, outcome: 'n/a', detail: why }
    const exhibit = await scene.exhibits(form, question.exhibit)
    if (!exhibit) return { ...open, outcome: 'skipped', detail: `this release has no form "${form}"` }
    const home = mkdtempSync(join(scene.home, 'asked-'))
    const expected = question.expected(scene.identity)
    const { trust, env } = scene
    const answer = await verifier.verify(program, { form, exhibit, expected, trust, home, env })
    const weakness = verifier.weakness?.(form, question)
    return { ...open, ...judged(answer, question, { says: verifier.says, weakness }) }
  } catch (error) {
    return { ...open, outcome: 'failed', detail: error instanceof Error ? error.message : String(error) }
  }
}

/** A refusal counts when it is about what is wrong: a network that is down refuses everything. */
export function judged(
  answer: Answer,
  { answer: wanted }: Question,
  { says, weakness }: { readonly says: Verifier['says']; readonly weakness?: string | undefined },
): Pick<Cell, 'outcome' | 'detail'> {
  if (answer.kind === 'cannot') return { outcome: 'n/a', detail: answer.why }
  if (answer.kind === 'accepted') {
    if (wanted === 'accepted') return { outcome: 'passed' }
    return weakness ? { outcome: 'weak', detail: weakness } : { outcome: 'failed', detail: 'was accepted' }
  }
  if (wanted === 'accepted') return { outcome: 'failed', detail: `was refused: ${answer.words}` }
  if (!says[wanted].test(answer.words)) {
    return { outcome: 'failed', detail: `was refused for another reason: ${answer.words}` }
  }
  return weakness ? { outcome: 'failed', detail: `is refused, although: ${weakness}` } : { outcome: 'passed' }
}
