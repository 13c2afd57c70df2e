import type { Environment, Secrets } from './platform.ts'
import { type SecretForm, secretForms } from './secret-forms.ts'

const MASK = '***'
/** Inputs and variables of the action whose values must never be shown, whatever they hold. */
const OWN =
  /^(INPUT_.*(PASSWORD|TOKEN|PASSPHRASE|PRIVATE-KEY)|ACTIONS_(ID_TOKEN_REQUEST|RUNTIME)_TOKEN|GITHUB_TOKEN|GH_TOKEN|CR_TOKEN)$/
/** Keys of others that lie in the job's environment, by the names that tools read them from. */
const FOREIGN =
  /(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|(ACCESS|API|PRIVATE|ACCOUNT|STORAGE|SHARED)_KEY|CONNECTION_STRING|_SAS|GOOGLE_CREDENTIALS|AZURE_CREDENTIALS)$/i
/** A shorter one is a switch or a name. */
const MIN_FOREIGN = 8

/**
 * Keeps the values that must never be shown. `maskInRunner` tells one value to the runner, which masks the log; our own
 * redaction also covers what the runner does not: files, outputs and summaries, and the base64 form of a longer text.
 */
export function createSecrets(maskInRunner: (value: string) => void): Secrets {
  const told = new Set<string>()
  const forms = new Map<string, SecretForm>()
  let begun: Forms = new Map()
  return {
    add(value) {
      if (value.trim() === '' || told.has(value)) return
      told.add(value)
      maskInRunner(value)
      for (const form of secretForms(value)) forms.set(form.text, shorter(form, forms.get(form.text)))
      begun = Map.groupBy(forms.values(), ({ text, prefix }) => text.slice(0, prefix))
    },
    redact: (text) => redacted(text, begun),
  }
}

/** Values of the environment that are secret by the name of their variable. */
export function secretsIn(environment: Environment): readonly string[] {
  return Object.entries(environment).flatMap(([name, value = '']) => {
    const isForeign = FOREIGN.test(name) && value.trim().length >= MIN_FOREIGN
    return OWN.test(name) || isForeign ? [value] : []
  })
}

function shorter(form: SecretForm, known: SecretForm | undefined): SecretForm {
  return known && known.prefix < form.prefix ? known : form
}

/** The forms by how they begin: most texts hold none of the beginnings. */
type Forms = ReadonlyMap<string, readonly SecretForm[]>

/** First what stands there whole, then beginnings of what was cut, each as far as any form goes. */
function redacted(text: string, forms: Forms): string {
  const begun = [...forms.keys()].filter((begin) => text.includes(begin))
  if (begun.length === 0) return text
  const found = begun.flatMap((begin) => forms.get(begin) ?? []).sort((a, b) => b.text.length - a.text.length)
  const whole = found.reduce((left, form) => left.replaceAll(form.text, MASK), text)
  return begun.reduce((left, begin) => withoutBeginnings(left, begin, found), whole)
}

function withoutBeginnings(text: string, begin: string, forms: readonly SecretForm[]): string {
  let found = text.indexOf(begin)
  if (found < 0) return text
  let kept = ''
  let at = 0
  for (; found >= 0; found = text.indexOf(begin, at)) {
    kept += text.slice(at, found) + MASK
    at = found + Math.max(begin.length, ...forms.map((form) => sharedLength(text, found, form)))
  }
  return kept + text.slice(at)
}

function sharedLength(text: string, at: number, form: SecretForm): number {
  let length = 0
  while (length < form.text.length && text[at + length] === form.text[length]) length += 1
  return length < form.prefix ? 0 : length
}
