// `npm run corpus` releases a real repository of charts; `-- scale` plans a large one; `-- unbumped` plans every commit of a
// real history that changed charts and left their versions; `-- by-hand` runs at every commit under `bump: manual`.
import { byHand } from './history/by-hand.ts'
import { monorepo } from './history/monorepo.ts'
import { bundlePath } from './history/repository.ts'
import { say } from './history/say.ts'
import { scale } from './history/scale.ts'
import { unbumped } from './history/unbumped.ts'

const works = { monorepo, scale, unbumped, 'by-hand': byHand }
const name = process.argv.slice(2).find((word): word is keyof typeof works => word in works) ?? 'monorepo'
const data = name === 'scale' ? 'monorepo-scale' : 'monorepo-a'
const bundle = bundlePath(data)
if (bundle === undefined) say(`skipped: ${data}.bundle is not beside this checkout (../shared/data)`)
else await works[name](bundle)
