import { escapePattern } from '../../model/text.ts'
import type { Environment } from '../../ports/process.ts'
import type { Secrets } from '../../ports/runner.ts'
import { secretsOfAddresses } from './login-secrets.ts'
import { isOrdinary } from './ordinary-words.ts'
import { type SecretForm, secretForms } from './secret-forms.ts'

const MASK = '***'
/** Variables of the action whose values must never be shown, whatever they are; also inputs with a name that does not exist. */
const OWN =
  /^(INPUT_.*(PASSWORD|TOKEN|PASSPHRASE|PRIVATE-KEY)|ACTIONS_(ID_TOKEN_REQUEST|RUNTIME)_TOKEN|GITHUB_TOKEN|GH_TOKEN|CR_TOKEN)$/
/** Credentials for other services in the job's environment, by the names that tools read them from. */
const FOREIGN =
  /(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|(ACCESS|API|PRIVATE|ACCOUNT|STORAGE|SHARED|SSH)_KEY|CONNECTION_STRING|_SAS|GOOGLE_CREDENTIALS|AZURE_CREDENTIALS)$/i
/** A shorter value is a switch or a name. */
const MIN_FOREIGN = 8

/**
 * Keeps the values that must never be shown. `maskInRunner` passes one value to the runner, which masks the log; our
 * own redaction also covers what the runner does not: files, outputs and summaries, and the base64 form of a longer
 * text.
 *
 * Ordinary words are secrets in sentences only (docs/adr/0021): they are not passed to the runner, which would mask
 * them in every name and drop every output that contains them.
 */
export function createSecrets(maskInRunner: (value: string) => void): Secrets {
  const told = new Set<string>()
  const [everywhere, inSentences] = [aCollection(), aCollection()]
  const words = new Set<string>()
  let ordinary: RegExp | undefined
  return {
    add(value) {
      if (value.trim() === '' || told.has(value)) return
      told.add(value)
      for (const line of linesToMask(value)) maskInRunner(line)
      if (!isOrdinary(value)) return everywhere.add(secretForms(value))
      const derived = secretForms(value).filter(({ text }) => !isOrdinary(text))
      inSentences.add(derived.map(({ text }) => ({ text, prefix: text.length })))
      words.add(value.trim())
      ordinary = anyOf([...words])
    },
    redact(text) {
      const left = redacted(redacted(text, everywhere.begun()), inSentences.begun())
      return ordinary ? left.replace(ordinary, MASK) : left
    },
    redactData: (text) => redacted(text, everywhere.begun()),
  }
}

/** Forms by how they begin, each with the shortest beginning that identifies it. */
function aCollection() {
  const forms = new Map<string, SecretForm>()
  let begun: Forms = new Map()
  return {
    begun: () => begun,
    add(added: readonly SecretForm[]) {
      for (const form of added) forms.set(form.text, shorter(form, forms.get(form.text)))
      begun = Map.groupBy(forms.values(), ({ text, prefix }) => text.slice(0, prefix))
    },
  }
}

/** The runner masks each line of a value, and a line may be a mere bracket. */
function linesToMask(value: string): readonly string[] {
  const lines = value.trim().split(/\r?\n/)
  const strong = lines.filter((line) => !isOrdinary(line))
  return lines.length === 1 && strong.length === 1 ? [value] : strong
}

/** Words that stand alone: as a part of another word they are chance. */
function anyOf(words: readonly string[]): RegExp {
  const longestFirst = words.toSorted((a, b) => b.length - a.length)
  const alternatives = longestFirst.map((word) => escapePattern(word)).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'gu')
}

/** Secret values of the environment, by the names of their variables, and logins in addresses (of proxies). */
export function secretsIn(environment: Environment, secretInputs: readonly string[]): readonly string[] {
  const isOwn = ownSecrets(secretInputs)
  return Object.entries(environment).flatMap(([name, value = '']) => {
    const isForeign = FOREIGN.test(name) && value.trim().length >= MIN_FOREIGN
    return [...(isOwn(name) || isForeign ? [value] : []), ...secretsOfAddresses(value)]
  })
}

/** Inputs and variables of the action whose secret is an ordinary word, by the name that the user knows. */
export function ordinarySecretsIn(environment: Environment, secretInputs: readonly string[]): readonly string[] {
  const isOwn = ownSecrets(secretInputs)
  return Object.entries(environment).flatMap(([name, value = '']) => {
    if (!isOwn(name) || value.trim() === '' || !isOrdinary(value)) return []
    return [name.startsWith('INPUT_') ? name.slice('INPUT_'.length).toLowerCase() : name]
  })
}

/** Whether a variable is the action's own and secret. The runner gives the input `gpg-passphrase` as `INPUT_GPG-PASSPHRASE`. */
function ownSecrets(secretInputs: readonly string[]): (variable: string) => boolean {
  const variables = new Set(secretInputs.map((name) => `INPUT_${name.toUpperCase()}`))
  return (variable) => variables.has(variable) || OWN.test(variable)
}

function shorter(form: SecretForm, known: SecretForm | undefined): SecretForm {
  return known && known.prefix < form.prefix ? known : form
}

/** The forms by how they begin: most texts contain none of the beginnings. */
type Forms = ReadonlyMap<string, readonly SecretForm[]>

/** First complete occurrences, then beginnings that were cut, each as far as any form goes. */
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
