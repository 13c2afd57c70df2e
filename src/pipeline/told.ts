import { type Intent, isReleased } from '../plan/intent.ts'
import type { Scene } from './look.ts'

/** The plan in a few lines: what will be done and why; charts that stay are only counted. */
export function planLines({ intents, unreadable, scope }: Scene): string {
  if (scope.kind === 'nothing') return scope.reason
  const active = intents.filter((intent) => intent.action !== 'leave')
  const count = `${intents.length + unreadable.length} ${intents.length === 1 ? 'chart' : 'charts'}`
  const todo = intents.filter(isReleased).length
  return [
    `${count}: ${todo} to release, ${intents.length - active.length} unchanged.`,
    ...active.map(intentLine),
    ...unreadable.map(({ path, problem }) => `${path}: ${problem.message}`),
  ].join('\n')
}

function intentLine(intent: Intent): string {
  const { name, version } = intent.chart.manifest
  const versions = intent.version === version ? version : `${version} -> ${intent.version}`
  return `${name} ${versions}: ${intent.action}, ${intent.reason}`
}
