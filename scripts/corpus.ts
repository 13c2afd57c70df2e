// `npm run corpus` releases a real repository of charts; `npm run corpus -- scale` plans a large one.
import { monorepo } from './corpus/monorepo.ts'
import { bundlePath } from './corpus/repository.ts'
import { say } from './corpus/say.ts'
import { scale } from './corpus/scale.ts'

const isScale = process.argv.includes('scale')
const name = isScale ? 'monorepo-scale' : 'monorepo-a'
const bundle = bundlePath(name)
if (bundle === undefined) say(`skipped: ${name}.bundle is not beside this checkout (../shared/data)`)
else await (isScale ? scale(bundle) : monorepo(bundle))
