// `node scripts/record-release.ts NAME [INDEX_JS]`: lets dist/ (or the dist/index.js of another commit) release three charts,
// twice, to two registries, a folder and a branch, and keeps what that leaves in __tests__/recorded/NAME.json.gz. Later builds
// must leave it alone: record before a release.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { resultsOf } from '../__tests__/support/charts/published.ts'
import { aTemplate, db, threeCharts } from '../__tests__/support/charts/three-charts.ts'
import { aWorld } from '../__tests__/support/run/world.ts'
import { recordedTargets, saveRecording } from '../__tests__/support/scenes/recorded.ts'
import type { TrustedRootJson } from '../__tests__/support/sigstore/trusted-roots.ts'

const [name, entry = 'bundle'] = process.argv.slice(2)
if (!name) throw new Error('usage: node scripts/record-release.ts NAME, e.g. the commit of dist/')
await using world = await aWorld({ files: threeCharts, others: [{ referrers: false }] })
const served = join(world.repository.root, 'served')
await mkdir(served)
const targets = recordedTargets(world.registries, served).join('\n')
const release = () => world.release({ inputs: { targets }, entry })
for (const changes of [{}, { [db]: aTemplate('second') }]) {
  if (Object.keys(changes).length > 0) await world.repository.commit('fix: db', changes)
  const run = await release()
  console.log(resultsOf(run))
  if (run.exitCode !== 0) throw new Error(run.stdout)
}
const registries = world.registries.map((registry) => registry.content())
const trustedRoot = world.sigstore.trustedRoot as TrustedRootJson
console.log(await saveRecording(name, { repository: world.repository, registries, served, trustedRoot }))
