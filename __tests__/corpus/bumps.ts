// `npm run corpus:bumps` computes the bump of real upgrades and compares it with what their maintainers declared.
import { existsSync } from 'node:fs'
import { data } from './bumps/data.ts'
import { openJudge } from './bumps/judged.ts'
import { releases } from './bumps/releases.ts'
import { upgrades } from './bumps/upgrades.ts'
import { say } from './history/say.ts'

if (!existsSync(data('upgrades/upgrades.jsonl')))
  say('skipped: the real upgrades are not beside this checkout (../shared/data)')
else {
  const judge = await openJudge()
  const missed = [...(await upgrades(judge)), ...(await releases(judge))]
  await judge.close()
  for (const bound of missed) say(`MISSED: ${bound}`)
  if (missed.length > 0) process.exitCode = 1
}
