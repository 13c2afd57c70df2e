import { stringify } from 'yaml'
import { archiveNames, type PackagedChart } from '../model/chart.ts'

type Described = Pick<PackagedChart, 'name' | 'version' | 'metadata' | 'digest'>

/**
 * The text that a `.prov` file signs: Chart.yaml as Helm prints it, and the archive's digest under the name that
 * `helm pull` gives it, `+` and all. Helm splits it at the line `...` and reads only the second part (`messageBlock` in
 * Helm's pkg/provenance/sign.go).
 */
export function provenanceText(chart: Described): string {
  const files = { [archiveNames(chart).archive]: chart.digest }
  return `${yaml(chart.metadata)}\n...\n${yaml({ files })}`
}

/** As Helm's YAML writer sets it: sorted keys, lists not indented. Readers are of YAML 1.1. */
function yaml(value: unknown): string {
  return stringify(value, { sortMapEntries: true, indentSeq: false, lineWidth: 0, version: '1.1' })
}
