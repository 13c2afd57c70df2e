import type { Finding } from '../../../../model/finding.ts'
import { isFields, type Resource } from './manifest.ts'
import { type Changed, changedResources, placeOf, type RenderedPair } from './rendered-pair.ts'

interface Port {
  readonly name: string
  readonly number: string
}

/**
 * Names and numbers of a Service's ports that are gone, and its type if it changed: Ingresses, monitors, network policies and clients
 * refer to them. A port that only got another name, or another number, is one finding.
 */
export function servicePortFindings(pair: RenderedPair, files: ReadonlyMap<string, unknown>): readonly Finding[] {
  return changedResources(pair)
    .filter(({ before, after }) => before.kind === 'Service' && !before.isHook && !after.isHook)
    .flatMap((changed) => [...portFindings(changed, files), ...typeFinding(changed, files)])
}

function portFindings({ before, after }: Changed, files: ReadonlyMap<string, unknown>): readonly Finding[] {
  const now = portsOf(after)
  return portsOf(before).flatMap((port): readonly Finding[] => {
    const sameName = now.find(({ name }) => name === port.name)
    const sameNumber = now.find(({ number }) => number === port.number)
    if (sameName?.number === port.number) return []
    const subject = `${before.key} port ${port.name || port.number}`
    const common = {
      level: 'minor',
      kind: 'rendered',
      rule: 'rendered/service-port',
      subject,
      ...placeOf(after, files, 'ports'),
    } as const
    if (sameNumber) {
      const text = `Port ${port.number} of ${before.key} is now called ${shown(sameNumber.name)}; it was ${shown(port.name)}.`
      return [{ ...common, was: port.name, is: sameNumber.name, text }]
    }
    if (sameName) {
      const text = `Port ${shown(port.name)} of ${before.key} is now ${sameName.number}; it was ${port.number}.`
      return [{ ...common, was: port.number, is: sameName.number, text }]
    }
    return [
      { ...common, was: port.number, text: `${before.key} no longer has the port ${shown(port.name || port.number)}.` },
    ]
  })
}

function typeFinding({ before, after }: Changed, files: ReadonlyMap<string, unknown>): readonly Finding[] {
  const [was, is] = [typeOf(before), typeOf(after)]
  if (was === is) return []
  const subject = `${before.key} spec.type`
  const text = `${before.key} is now of the type ${is}; it was ${was}.`
  return [
    {
      level: 'minor',
      kind: 'rendered',
      rule: 'rendered/service-type',
      subject,
      was,
      is,
      text,
      ...placeOf(after, files, 'type'),
    },
  ]
}

function shown(name: string): string {
  return name === '' ? 'nothing' : `\`${name}\``
}

function specOf(resource: Resource): { readonly [name: string]: unknown } {
  const { spec } = resource.body()
  return isFields(spec) ? spec : {}
}

/** The default of the API server. */
function typeOf(resource: Resource): string {
  return String(specOf(resource).type ?? 'ClusterIP')
}

function portsOf(resource: Resource): readonly Port[] {
  const { ports } = specOf(resource)
  if (!Array.isArray(ports)) return []
  return ports.filter(isFields).map(({ name, port, protocol }) => {
    const number = protocol === undefined || protocol === 'TCP' ? String(port) : `${String(port)}/${String(protocol)}`
    return { name: String(name ?? ''), number }
  })
}
