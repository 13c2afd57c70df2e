import type { AppVersionRule, Setting, SettingSource, Settings } from '../model/settings.ts'
import { inputTable } from './table.ts'

/** The settings for the plan: name to value and source, in words; secrets and what nobody set are left out. */
export function shownSettings(
  settings: Settings,
): Readonly<Record<string, { readonly value: string; readonly source: SettingSource }>> {
  const entries = Object.entries(settings).flatMap(([key, setting]: [string, unknown]) => {
    const name = nameOf(key)
    if (!isSetting(setting) || inputTable[name]?.secret) return []
    const value = inWords(key, setting.value)
    return value === undefined ? [] : [[name, { value, source: setting.source }] as const]
  })
  return Object.fromEntries(entries)
}

/** `appVersion` is `app-version`; two settings are named otherwise than their inputs. */
function nameOf(key: string): string {
  if (key === 'configFile') return 'config'
  if (key === 'sigstoreTimeoutMs') return 'sigstore-timeout'
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function isSetting(value: unknown): value is Setting<unknown> {
  return typeof value === 'object' && value !== null && 'value' in value && 'source' in value
}

function inWords(key: string, value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (key === 'sigstoreTimeoutMs') return `${Number(value) / 1000}s`
  if (key === 'tagTemplate' && value === '') return 'none'
  if (typeof value === 'object' && value !== null && 'rule' in value) return ruleInWords(value as AppVersionRule)
  // A private Sigstore may be given as JSON: its place is not in a table.
  if (typeof value === 'string' && value.startsWith('{')) return value.startsWith('{{') ? value : 'inline JSON'
  return Array.isArray(value) ? value.join('\n') : String(value)
}

function ruleInWords(rule: AppVersionRule): string {
  if (rule.rule === 'literal') return rule.value
  return rule.rule === 'values' ? `values:${rule.path.join('.')}` : rule.rule
}
