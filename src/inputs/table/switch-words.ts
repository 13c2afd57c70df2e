import type { Parser, Raw } from './parse.ts'

const ON = /^(?:true|yes|on|1|enabled?)$/i
const OFF = /^(?:false|no|off|none|0|disabled?)$/i

interface Words {
  readonly on: string
  readonly off: string
}

/** Settings that people take for a switch, and the words that they have for it. */
const switches: ReadonlyMap<string, Words> = new Map([
  ['lint', { on: 'on', off: 'off' }],
  ['sign', { on: 'keyless', off: 'none' }],
  ['unlocked', { on: 'allow', off: 'refuse' }],
  ['undeclared-subcharts', { on: 'allow', off: 'refuse' }],
])

const BOOLEAN: Words = { on: 'true', off: 'false' }

/** What to write for a setting that was given as a switch; `undefined` if it was not. */
export function meantBySwitch(name: string, raw: unknown): string | undefined {
  const word = meantWord(switches.get(name), raw)
  return word && `Write \`${name}: ${word}\`.`
}

/** The same where `true` and `false` are the words. */
export function meantByBoolean(name: string, raw: unknown): string | undefined {
  const word = meantWord(BOOLEAN, raw)
  return word && `Write \`${name}: ${word}\`.`
}

/** A parser of words that also tells what a switch would be. */
export function orSwitch<T>(name: string, parse: Parser<T>): Parser<T> {
  return Object.assign((raw: Raw) => {
    const parsed = parse(raw)
    const hint = 'value' in parsed ? undefined : meantBySwitch(name, raw)
    return hint === undefined ? parsed : { ...parsed, hint }
  }, parse.words && { words: parse.words })
}

function meantWord(words: Words | undefined, raw: unknown): string | undefined {
  const text = String(raw).trim()
  if (ON.test(text)) return words?.on
  return OFF.test(text) ? words?.off : undefined
}
