import type { ChartRef, ObjectId } from '../../model/chart.ts'
import { tagOf, versionIn } from '../../model/git/tag-template.ts'
/** What claims are read from. */
export interface ClaimTags {
  /** Empty: versions get no tags. */
  readonly tagTemplate: string
  /** Tags on origin, read at most once per run. */
  readonly remoteTags: () => Promise<ReadonlyMap<string, ObjectId>>
}

/** The commit that the git tag of a version stands for. */
export async function claimingCommit(wanted: ChartRef, context: ClaimTags): Promise<ObjectId | undefined> {
  return (await claimingTag(wanted, context))?.commit
}

/** The git tag of a version on origin; `undefined` if there is none, or if versions get no tags. */
export async function claimingTag(wanted: ChartRef, { tagTemplate, remoteTags }: ClaimTags) {
  const tag = tagOf(tagTemplate, wanted)
  const commit = tag === undefined ? undefined : (await remoteTags()).get(tag)
  return tag === undefined || commit === undefined ? undefined : { tag, commit }
}

/** The versions of a chart that have a git tag on origin, with the commits of these; `undefined` if versions get no tags. */
export async function claimedVersions(
  name: string,
  { tagTemplate, remoteTags }: ClaimTags,
): Promise<ReadonlyMap<string, ObjectId> | undefined> {
  if (tagTemplate === '') return undefined
  return new Map(
    [...(await remoteTags())].flatMap(([tag, commit]) => {
      const version = versionIn(tagTemplate, tag, name)
      return version === undefined ? [] : [[version, commit] as const]
    }),
  )
}
