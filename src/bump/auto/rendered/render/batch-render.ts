import type { Renderer } from '../../../renderer.ts'
import { aliasIn, asItself, byAlias, manyTimes, SWITCHES, underAlias } from './alias-umbrella.ts'
import type { Failed } from './failure.ts'
import type { Prepared } from './prepared.ts'
import type { OpenSide, Renders } from './renders.ts'

/** The result of each values file for one side, by path. */
export type BatchRender = ReadonlyMap<string, Part>

export type Part = { readonly manifests: string } | Failed

/** One side, open to be rendered with many values files at once. */
export interface ManySide {
  readonly isImpure: boolean
  render(renders: Renders): Promise<BatchRender>
  close(): Promise<void>
}

/**
 * A failure ends the whole process, so the rest is rendered again without that file; after so many it is not worth the
 * time.
 */
const MAX_FAILURES = 3

/** Opens a side under an alias for each values file; `undefined` if Helm would not accept it that way. */
export async function openBatchRender(
  prepared: Prepared,
  texts: ReadonlyMap<string, string>,
  renderer: Renderer,
): Promise<ManySide | undefined> {
  const many = manyTimes(prepared, [...texts.keys()])
  if (!many) return undefined
  const chart = await renderer.open(many.files)
  const said = new Map([...many.aliases].map(([file, alias]) => [file, underAlias(alias, texts.get(file) ?? '')]))
  const unreadable = [...said].flatMap(([file, text]) => (text === undefined ? [[file, UNREADABLE] as const] : []))
  const work = { side: { prepared, chart }, said, aliases: many.aliases, failures: new Map<string, Failed>(unreadable) }
  return {
    isImpure: prepared.isImpure,
    close: () => chart.close(),
    render: (renders) => renderMany(renders, work),
  }
}

const UNREADABLE: Failed = { failed: 'it is no map in one YAML document', stopped: true, tookMs: 0 }

interface Work {
  readonly side: OpenSide
  /** The text under its alias, by values file. */
  readonly said: ReadonlyMap<string, string | undefined>
  readonly aliases: ReadonlyMap<string, string>
  /** Failures are final: they are not tried again. */
  readonly failures: Map<string, Failed>
}

async function renderMany(renders: Renders, work: Work): Promise<BatchRender> {
  const { side, aliases, failures } = work
  const name = String(side.prepared.metadata.name)
  while (failures.size < aliases.size) {
    const left = [...aliases].filter(([file]) => !failures.has(file))
    const [render] = await renders([{ side, values: valuesOf(left, work) }])
    if (!render) break
    if ('manifests' in render) {
      const parts = byAlias(render.manifests, aliases.values(), name)
      const rendered = left.map(([file, alias]) => [file, { manifests: parts.get(alias) ?? '' }] as const)
      return new Map<string, Part>([...failures, ...rendered])
    }
    const alias = aliasIn(render.failed, aliases.values())
    const failed = alias === undefined ? undefined : left.find(([, other]) => other === alias)
    if (render.stopped || !failed || failures.size >= MAX_FAILURES) {
      for (const [file] of left) failures.set(file, { ...render, stopped: true })
    } else failures.set(failed[0], { ...render, failed: asItself(render.failed, failed[1], name) })
  }
  return new Map(failures)
}

/** The other aliases are switched off, as they would be rendered with the defaults. */
function valuesOf(left: readonly (readonly [string, string])[], { said, aliases }: Work): string {
  const on = new Set(left.map(([file]) => file))
  const switches = [...aliases].map(([file, alias]) => `  ${alias}: ${on.has(file)}\n`)
  return `${SWITCHES}:\n${switches.join('')}${left.map(([file]) => said.get(file) ?? '').join('')}`
}
