import { strict as assert } from 'node:assert'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { install } from '../interop/tools.ts'
import type { Stage } from './stage.ts'
import { username } from './world.ts'

type Check = readonly [title: string, ask: () => Promise<void>]

/** The blocks of shell in the job summary, as they stand, but for those of `gh`, which the interop suite asks in a room of its own. */
function blocksIn(log: string): readonly string[] {
  const summary = log.slice(log.indexOf('Summary - '))
  return (
    [...summary.matchAll(/^```sh\n(.*?)^```$/gms)]
      // Without a cluster; the chart is found and rendered all the same.
      .map(([, text = '']) => text.replace(/^helm upgrade --install /, 'helm template '))
      .filter((text) => !/^gh /m.test(text))
  )
}

/**
 * Runs exactly what the first job summary in the log tells people to type, with real clients, as a user who is logged in to
 * the registry. Nothing where no cosign was built.
 */
export async function summaryLines(stage: Stage, log: string): Promise<readonly Check[]> {
  const found = await Promise.all((['cosign2', 'cosign3'] as const).map((name) => install(name)))
  const cosigns = found.filter((tool) => 'file' in tool)
  const blocks = blocksIn(log)
  return cosigns.map(({ name, file, version }) => [
    `prints lines that work as they stand, with cosign ${version.slice(1)}`,
    async () => {
      assert.ok(blocks.some((text) => text.startsWith('cosign verify')) && blocks.length >= 3, 'no lines are there')
      const home = await mkdtemp(join(stage.repository.root, `${name}-`))
      await logIn(stage, home)
      const path = [await binOf(home, file), dirname(stage.helm), process.env.PATH].join(delimiter)
      for (const text of blocks) await shell(text, home, path)
      const pulled = (await readdir(home)).filter((one) => one.endsWith('.tgz'))
      assert.deepEqual(pulled.sort(), ['hello-0.3.1.tgz', 'shop-1.4.3.tgz', 'web-0.9.0.tgz'])
    },
  ])
}

async function logIn({ servers }: Stage, home: string): Promise<void> {
  const auth = Buffer.from(`${username}:${servers.password}`).toString('base64')
  await mkdir(join(home, '.docker'))
  await writeFile(join(home, '.docker/config.json'), JSON.stringify({ auths: { [servers.registry.host]: { auth } } }))
}

async function binOf(home: string, cosign: string): Promise<string> {
  const bin = join(home, 'bin')
  await mkdir(bin)
  await symlink(cosign, join(bin, 'cosign'))
  return bin
}

function shell(text: string, home: string, path: string): Promise<void> {
  const env = { PATH: path, HOME: home }
  return new Promise((resolve, reject) => {
    execFile('bash', ['-euc', text], { cwd: home, env, timeout: 60_000 }, (error, _, stderr) => {
      if (error) reject(new Error(`${text.trim()}\n${stderr.trim().slice(-600)}`))
      else resolve()
    })
  })
}
