import { strict as assert } from 'node:assert'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { install } from '../../interop/tools.ts'
import type { WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { fromBundle } from './repository.ts'
import { chartsIn, released, say, seconds } from './say.ts'

/** Needs a chart from the internet, which is not there. */
const FOREIGN = 'spiffe-step-ssh'
const LOCAL = ['spire', 'spire-crds', 'spire-ha-agent', 'spire-identity-exchange', 'spire-lib', 'spire-nested']
const TEMPLATE = 'charts/spire/charts/spire-server/templates/serviceaccount.yaml'

/** A real repository of seven charts, with dependencies three levels deep and 101 tags: released, again, and changed. */
export async function monorepo(bundle: string): Promise<void> {
  const repository = await fromBundle(bundle)
  await using world = await aWorld({ repository })

  const first = await world.release()
  say(`first run: ${released(first).length} of 7 released in ${seconds(first)}`)
  for (const chart of chartsIn(first)) say(`  ${chart.name} ${chart.version}: ${chart.result}, ${chart.reason}`)
  assert.deepEqual(released(first), LOCAL)
  failedAlone(first)
  await verifyAll(world, first)

  const before = state(world)
  const again = await world.release()
  say(`again: ${released(again).length} released in ${seconds(again)}`)
  assert.deepEqual(released(again), [])
  failedAlone(again)
  assert.deepEqual(state(world), before)

  const template = await readFile(join(repository.folder, TEMPLATE), 'utf8')
  await repository.commit('fix: touch one template', { [TEMPLATE]: `${template}# touched\n` })
  const touched = await world.release()
  say(`${TEMPLATE} touched: released ${released(touched).join(' and ')} in ${seconds(touched)}`)
  assert.deepEqual(released(touched), ['spire', 'spire-nested'])
  await verifyAll(world, touched)
}

function failedAlone(run: WorkflowRun): void {
  const failed = chartsIn(run).filter(({ result }) => result === 'failed')
  assert.deepEqual(
    failed.map(({ name }) => name),
    [FOREIGN],
  )
  const why = run.annotations.find(({ level }) => level === 'error')
  assert.match(
    why?.message ?? '',
    /step-certificates 1\.27\.4 from https:\/\/smallstep\.github\.io\/helm-charts\/, and that could not be fetched/,
  )
  assert.equal(run.exitCode, 1)
}

/** All tags of all repositories, with what they lead to. */
function state({ registry }: World): Record<string, string | undefined> {
  const repositories = [...LOCAL, FOREIGN].map((name) => `acme/charts/${name}`)
  const tags = repositories.flatMap((name) => registry.tags(name).map((tag) => [name, tag] as const))
  return Object.fromEntries(tags.map(([name, tag]) => [`${name}:${tag}`, registry.manifest(name, tag)?.digest]))
}

/** Real cosign, in both formats, where there is a Go to build it. */
async function verifyAll(world: World, run: WorkflowRun): Promise<void> {
  const cosign = await install('cosign3')
  if (!('file' in cosign)) return say(`  not verified with cosign: ${cosign.why}`)
  const identity = 'https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main'
  const pinned = chartsIn(run).flatMap(({ references }) => references.flatMap((reference) => reference.pinned ?? []))
  for (const format of ['--new-bundle-format=true', '--new-bundle-format=false']) {
    for (const reference of pinned) {
      await promisify(execFile)(cosign.file, [
        ...['verify', reference, format, '--trusted-root', world.trustedRoot, '--allow-http-registry'],
        ...['--certificate-identity', identity],
        ...['--certificate-oidc-issuer', 'https://token.actions.githubusercontent.com'],
      ])
    }
  }
  say(`  cosign ${cosign.version} verified ${pinned.length} charts in both formats`)
}
