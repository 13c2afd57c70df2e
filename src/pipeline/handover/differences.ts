import { unpack } from '../../chart/archive/archive.ts'
import { digestOf } from '../../chart/archive/digest.ts'
import type { BuildRequest } from '../../chart/package/build.ts'
import { saysTheSame, unfolded } from './as-packaged.ts'
import { type ExpectationContext, expectedFiles } from './expected-files.ts'

/**
 * How a package differs from what git and the locked dependencies give, file by file, in words; empty if it does not. Fails as
 * `readArchive`, and as building a chart does.
 */
export async function differencesFromGit(
  archive: Uint8Array,
  request: BuildRequest,
  context: ExpectationContext,
): Promise<readonly string[]> {
  const { root, files } = unpack(archive)
  const expected = unfolded(await expectedFiles(request, context))
  const packaged = new Map(files.map(({ path, content }) => [path, content]))
  const name = request.sources.charts.get(request.path)?.manifest.name
  const paths = new Set([...expected.keys(), ...packaged.keys()])
  return [
    ...(root === name ? [] : [`its folder is ${JSON.stringify(root)}`]),
    ...[...paths].flatMap((path) => {
      const [inGit, inPackage] = [expected.get(path), packaged.get(path)]
      if (inGit === undefined) return [`${JSON.stringify(path)} is in the package alone`]
      if (inPackage === undefined) return [`${JSON.stringify(path)} is not in the package`]
      return saysTheSame(path, inGit, inPackage, digestOf) ? [] : [`${JSON.stringify(path)} differs`]
    }),
  ]
}
