import type { Location } from './errors.ts'
import type { BumpLevel } from './settings.ts'

/** What kind of evidence a finding is: the part of a chart that its users depend on. */
export type FindingKind =
  | 'values'
  | 'schema'
  | 'rendered'
  | 'metadata'
  | 'dependencies'
  | 'templates'
  | 'files'
  | 'commits'

/** One thing that changed for the users of a chart, and how far it moves the version by itself. */
export interface Finding {
  /** `none`: worth reporting, but not a reason for a bump (e.g. "could not be rendered"). */
  readonly level: BumpLevel | 'none'
  readonly kind: FindingKind
  /** The rule that decided, e.g. `values/removed`; stable, so that people can look it up. */
  readonly rule: string
  /** What changed, in the terms of its kind: `image.tag`, `Deployment/app spec.selector`, `dependencies.redis`. */
  readonly subject: string
  /** One sentence for a maintainer. */
  readonly text: string
  readonly was?: string
  readonly is?: string
  /** In the current chart, with `file` from the chart's folder; if it is gone there, the nearest place to look. */
  readonly at?: Location
}

/** Something that could not be found out: it is reported, and never a reason for a bump. */
export function informational(kind: FindingKind, rule: string, subject: string, text: string): Finding {
  return { level: 'none', kind, rule, subject, text }
}
