import { unpack } from '../../chart/archive/archive.ts'
import { digestOf } from '../../chart/archive/digest.ts'
import type { BuildRequest } from '../../chart/package/build.ts'
import type { ResolvedChart } from '../../model/chart.ts'
import { saysTheSame, unfolded } from './as-packaged.ts'
import { type ExpectationContext, expectedFiles } from './expected-files.ts'

/** How a package differs from what it must be, file by file, in words, and the charts that were fetched to know that. */
export interface Compared {
  readonly differences: readonly string[]
  readonly resolved: readonly ResolvedChart[]
}

/** A package beside what git and the locked dependencies give. Fails as `readArchive`, and as building a chart does. */
export async function compareWithGit(
  archive: Uint8Array,
  request: BuildRequest,
  context: ExpectationContext,
): Promise<Compared> {
  const { root, files } = unpack(archive)
  const { files: inGit, resolved } = await expectedFiles(request, context)
  const expected = unfolded(inGit)
  const packaged = new Map(files.map(({ path, content }) => [path, content]))
  const name = request.sources.charts.get(request.path)?.manifest.name
  const paths = new Set([...expected.keys(), ...packaged.keys()])
  const differences = [
    ...(root === name ? [] : [`its folder is ${JSON.stringify(root)}`]),
    ...[...paths].flatMap((path) => {
      const [wanted, inPackage] = [expected.get(path), packaged.get(path)]
      if (wanted === undefined) return [`${JSON.stringify(path)} is in the package alone`]
      if (inPackage === undefined) return [`${JSON.stringify(path)} is not in the package`]
      return saysTheSame(path, wanted, inPackage, digestOf) ? [] : [`${JSON.stringify(path)} differs`]
    }),
  ]
  return { differences, resolved }
}
