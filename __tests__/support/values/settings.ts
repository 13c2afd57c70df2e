import type { InputValues } from '../../../src/inputs/table/table.ts'
import type { Setting } from '../../../src/model/settings.ts'
import type { Settings } from '../../../src/settings.ts'

/** What one input is set to, with where that came from. */
export function settingIn<Name extends keyof InputValues>(settings: Settings, name: Name): Setting<InputValues[Name]> {
  return { value: settings[name], source: settings.sources[name] }
}
