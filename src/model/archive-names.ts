import type { ChartRef } from './chart.ts'

/** The files of one version of a chart; Helm and cosign find the others by the archive's name. */
export interface ArchiveNames {
  /** `<name>-<version>.tgz`, `+` and all, as `helm package` and `helm pull` call it. */
  readonly archive: string
  readonly provenance: string
  readonly signature: string
}

export function namesOf({ name, version }: ChartRef): ArchiveNames {
  const archive = `${name}-${version}.tgz`
  return { archive, provenance: `${archive}.prov`, signature: `${archive}.sigstore.json` }
}
