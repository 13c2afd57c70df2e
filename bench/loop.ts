import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { World } from '../__tests__/support/run/world.ts'

const run = promisify(execFile)

export interface Loop {
  readonly helm: string
  /** Without it charts are not signed. */
  readonly cosign?: string
  /** Charts under way at once; 1 is the loop that people copy. */
  readonly atOnce: number
}

interface Place {
  readonly world: World
  /** The checkout. */
  readonly cwd: string
  /** Where archives go. */
  readonly out: string
}

/** What people have today: for each chart `helm lint`, `helm package`, `helm push`, `cosign sign`. */
export async function loop(world: World, cwd: string, folders: readonly string[], options: Loop): Promise<void> {
  const out = await mkdtemp(join(tmpdir(), 'loop-'))
  const left = [...folders]
  const worker = async () => {
    for (let folder = left.shift(); folder !== undefined; folder = left.shift())
      await one({ world, cwd, out }, folder, options)
  }
  await Promise.all(Array.from({ length: options.atOnce }, worker))
  await rm(out, { recursive: true })
}

async function one({ world, cwd, out }: Place, folder: string, { helm, cosign }: Loop): Promise<void> {
  await run(helm, ['lint', folder], { cwd })
  const packaged = await run(helm, ['package', folder, '--destination', out], { cwd })
  const archive = /saved it to: (.+)$/m.exec(packaged.stdout)?.[1] ?? ''
  const pushed = await run(helm, ['push', archive, world.target, '--plain-http'], { cwd })
  const said = `${pushed.stdout}${pushed.stderr}`
  const [repository, digest] = [/Pushed: (\S+):/.exec(said)?.[1], /Digest: (\S+)/.exec(said)?.[1]]
  if (!repository || !digest) throw new Error(`helm push said: ${said}`)
  if (cosign) await sign(world, cosign, `${repository}@${digest}`)
}

async function sign(world: World, cosign: string, pinned: string): Promise<void> {
  await run(cosign, [
    ...['sign', '--yes', '--identity-token', await token(world), '--allow-http-registry'],
    ...['--signing-config', world.signingConfig, '--trusted-root', world.trustedRoot, pinned],
  ])
}

/** Cosign's own provider asks the same endpoint; a token lives five minutes, so each signature needs a new one. */
async function token({ sigstore }: World): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: key } = sigstore.environment
  const response = await fetch(`${url}&audience=sigstore`, { headers: { authorization: `Bearer ${key}` } })
  return ((await response.json()) as { value: string }).value
}
