import type { Finding } from '../../../../model/finding.ts'
import { crdFieldFindings } from '../../files/crd-field-findings.ts'
import { schemasIn } from '../../files/crd-schemas.ts'
import { changedResources, placeOf, type RenderedPair } from './rendered-pair.ts'

/** Fields of CustomResourceDefinitions that a chart renders, as those of `crds/`. */
export function renderedCrdFindings(pair: RenderedPair, files: ReadonlyMap<string, unknown>): readonly Finding[] {
  return changedResources(pair).flatMap(({ before, after }) => {
    if (before.kind !== 'CustomResourceDefinition' || before.isHook) return []
    const now = schemasIn(after.text)
    const found = [...schemasIn(before.text)].flatMap(([subject, was]) => {
      const is = now.get(subject)
      return is ? crdFieldFindings({ subject, file: after.source, was, is }) : []
    })
    // Lines of what was rendered are not those of the template.
    return found.map(({ at: _, ...finding }) => ({ ...finding, ...placeOf(after, files) }))
  })
}
