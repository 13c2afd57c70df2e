import type { Target } from '../../model/target.ts'

/** Every version of a chart that some target lists, in no order. */
export async function publishedVersions(
  name: string,
  { targets }: { readonly targets: readonly Target[] },
): Promise<readonly string[]> {
  const lists = await Promise.all(targets.map((target) => target.versions(name)))
  return [...new Set(lists.flat())]
}
