import { strict as assert } from 'node:assert'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunOptions, WorkflowRun } from '../__tests__/support/run/workflow.ts'
import { aWorld, type World } from '../__tests__/support/run/world.ts'
import { change, charts } from './charts.ts'
import { helmPull, verify } from './consumer.ts'
import { swapArchive } from './tamper.ts'

// `npm run demo`: a repository of three charts, a registry and a Sigstore on loopback, and the bundled action run on them as
// the runner runs it. Every step also checks what it shows, so that the demo fails when the action does.

const started = performance.now()

function title(text: string): void {
  console.log(`\n\u001b[1m${text}\u001b[0m\n`)
}

/** As the runner shows it: commands of the runner are taken out of the text. */
function show(text: string): void {
  const lines = text.split('\n').filter((line) => !/^::(add-mask|endgroup)::/.test(line))
  const plain = lines.map((line) =>
    line.replace(/^::(?:group|notice|error|warning)[^:]*::/, '').replaceAll('%0A', '\n'),
  )
  console.log(
    plain
      .flatMap((line) => line.split('\n'))
      .map((line) => `  ${line}`)
      .join('\n')
      .trimEnd(),
  )
}

async function run(world: World, exitCode: number, options: RunOptions = {}): Promise<WorkflowRun> {
  const result = await world.release(options)
  show(result.stdout)
  assert.equal(result.exitCode, exitCode, result.stderr)
  return result
}

const releasedIn = (result: WorkflowRun): string[] =>
  (JSON.parse(result.outputs.charts ?? '{}') as { charts: { name: string; version: string; result: string }[] }).charts
    .filter((chart) => chart.result === 'released')
    .map((chart) => `${chart.name} ${chart.version}`)

const writes = (world: World) => world.registry.requests.filter(({ method }) => !/^(GET|HEAD)$/.test(method)).length

async function tell(world: World, folder: string): Promise<void> {
  title('1. The plan: nothing is changed')
  await run(world, 0, { inputs: { mode: 'plan' } })
  assert.equal(writes(world), 0)

  title('2. The release')
  const first = await run(world, 0)
  assert.deepEqual(releasedIn(first), ['hello 0.3.0', 'shop 1.4.2', 'web 0.9.0'])

  title('3. A user pulls a chart with Helm, and verifies who made it')
  show(await helmPull(world, `${world.target}/shop`, '1.4.2', folder))
  assert.deepEqual(await readdir(folder), ['shop-1.4.2.tgz'])
  show(await verify(world, 'shop', '1.4.2'))

  title('4. The same again: there is nothing to do')
  const before = writes(world)
  const again = await run(world, 0)
  assert.equal(again.outputs.released, 'false')
  assert.equal(writes(world), before)

  title('5. One template of the library changes: it is released, and so is the chart that uses it')
  await world.repository.commit('feat: greet the morning', change)
  const second = await run(world, 0)
  assert.deepEqual(releasedIn(second), ['hello 0.3.1', 'shop 1.4.3'])
  show('\nWhat the bump changed in charts/shop/Chart.yaml:')
  await world.repository.git('pull', '--quiet')
  show(await world.repository.git('diff', '--unified=0', 'HEAD~1', 'HEAD', '--', 'charts/shop/Chart.yaml'))

  title('6. Somebody swaps the archive behind shop 1.4.3 in the registry')
  swapArchive(world, 'shop', '1.4.3')
  const refused = await verify(world, 'shop', '1.4.3').then(
    () => assert.fail('a swapped chart was accepted'),
    (error: Error) => error.message,
  )
  show(`the user's verification: refused, ${refused}\n`)
  const found = await run(world, 1)
  assert.ok(found.stdout.includes('PUBLISHED_CONTENT_DIFFERS'), 'the action did not refuse the swapped chart')

  title('The job summary of the release in step 5')
  show(second.summary)
}

const folder = await mkdtemp(join(tmpdir(), 'demo-'))
{
  await using world = await aWorld({ files: charts })
  await tell(world, folder)
}
await rm(folder, { recursive: true })
title(
  `Done in ${Math.round((performance.now() - started) / 1000)} seconds. Everything above was real but the addresses.`,
)
