import { isDigest } from '../../chart/archive/digest.ts'
import { parseVersion } from '../../chart/manifest/version.ts'
import type { Digest } from '../../model/chart.ts'

/** `oci://host/path/name[:tag][@digest]`, taken apart. */
export interface ChartReference {
  /** `oci://host/path`: where the chart's repository is. */
  readonly place: string
  readonly name: string
  /** With `+` where the tag has `_`. */
  readonly version?: string
  readonly digest?: Digest
}

const FORM = /^(?<place>oci:\/\/[^\s?#]+)\/(?<name>[^\s/:@?#]+)(?::(?<tag>[^\s/:@?#]+))?(?:@(?<digest>[^\s/@]+))?$/

/** Why a text is not a reference of a chart, to follow `the chart is …; `. */
export interface ReferenceProblem {
  readonly problem: string
}

/** Reads a reference as Helm does: the last part of the path is the chart's name, and the tag its version. */
export function parseReference(text: string): ChartReference | ReferenceProblem {
  const { place = '', name = '', tag, digest } = FORM.exec(text)?.groups ?? {}
  if (name === '') return { problem: 'a reference such as `oci://ghcr.io/acme/charts/app:1.2.3`' }
  const version = tag?.replaceAll('_', '+')
  if (version !== undefined && !parseVersion(version)) return { problem: 'a version as tag, such as `:1.2.3`' }
  if (digest !== undefined && !isDigest(digest)) return { problem: 'a digest such as `@sha256:` with 64 hex digits' }
  return { place, name, ...(version !== undefined && { version }), ...(digest !== undefined && { digest }) }
}
