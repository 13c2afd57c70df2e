import { join } from 'node:path'
import type { Renderer } from '../../bump/renderer.ts'
import { mapConcurrent } from '../../model/async/concurrency.ts'
import type { Files } from '../../ports/files.ts'
import type { Helm } from '../../ports/helm.ts'
import type { Clock } from '../../ports/process.ts'

const WRITES_AT_ONCE = 16

/** Renders with the run's own Helm, each chart in a private folder that is removed on `close`. */
export function createRenderer({ helm, files, clock }: { helm: Helm; files: Files; clock: Clock }): Renderer {
  return {
    async open(chart) {
      const folder = await files.temporaryFolder('render')
      await mapConcurrent([...chart], WRITES_AT_ONCE, ([path, content]) => files.write(placeIn(folder, path), content))
      return {
        async render(options) {
          const started = clock.monotonic()
          const rendered = await helm.template(folder, options)
          const tookMs = clock.monotonic() - started
          if ('manifests' in rendered) return { ...rendered, tookMs }
          // The folder means nothing to whoever reads it, and differs from run to run.
          return { ...rendered, failed: rendered.failed.replaceAll(folder, 'the chart'), tookMs }
        },
        close: () => files.remove(folder),
      }
    },
  }
}

/** Paths come from archives; their reader refuses those that lead out, and so does this. */
function placeIn(folder: string, path: string): string {
  const place = join(folder, path)
  if (!place.startsWith(join(folder, '/'))) throw new Error(`${path} leads out of the chart`)
  return place
}
