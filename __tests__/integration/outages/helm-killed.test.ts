import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsIn, publishedVersion, resultsOf, versionsOf } from '../../support/charts/published.ts'
import { aChart, aTemplate, db } from '../../support/charts/three-charts.ts'
import { aWorld, type World } from '../../support/run/world.ts'

let world: World

beforeAll(async () => {
  world = await aWorld({ files: aChart('db', '2.0.0'), run: { entry: 'source' } })
  await world.release()
  await world.repository.commit('fix: db', { [db]: aTemplate('second') })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

/** A folder with a `helm` that is killed in the middle of its first `times` calls of `command`, half an archive written. */
async function aHelmThatIsKilled(command: string, times: number): Promise<string> {
  const folder = join(world.repository.root, `killed-${command}-${times}`)
  await mkdir(folder)
  const file = join(folder, 'helm')
  await writeFile(
    file,
    `#!/bin/sh
calls=$(cat "${folder}/calls" 2>/dev/null || echo 0)
if [ "$1" = ${command} ] && [ "$calls" -lt ${times} ]; then
  echo $((calls + 1)) >"${folder}/calls"
  for last; do :; done
  [ -d "$last" ] && echo half >"$last/db-2.0.1.tgz"
  kill -KILL $$
fi
exec "${world.helm}" "$@"
`,
  )
  await chmod(file, 0o755)
  return folder
}

describe('a Helm that somebody kills', () => {
  it.each(['package', 'lint'])(
    'each time it starts to %s leaves everything as it was, and is not blamed on the chart alone',
    async (command) => {
      const run = await world.release({ path: [await aHelmThatIsKilled(command, 99)] })
      expect(run.exitCode).toBe(1)
      expect(errorsIn(run).map(({ message }) => message)).toEqual([
        expect.stringContaining('Helm was killed from outside (SIGKILL) twice; the machine may be short of memory'),
      ])
      expect(versionsOf(world.registry, 'db')).toEqual(['2.0.0'])
      expect(await world.repository.remoteFile('charts/db/Chart.yaml')).toContain('version: 2.0.0')
    },
  )

  it('once is started again, and half an archive is not taken for one', async () => {
    const run = await world.release({ path: [await aHelmThatIsKilled('package', 1)] })
    expect(resultsOf(run)).toEqual(['db 2.0.1 released'])
    expect(publishedVersion(world.registry, 'db', '2.0.1')?.files['templates/configmap.yaml']).toBe(aTemplate('second'))
  })
})
