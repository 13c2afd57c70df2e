import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Answer, Call } from './exchange.ts'
import { converted, referencedBy, type Schema } from './openapi-schema.ts'

interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Contents }
  readonly responses: Readonly<Record<string, { readonly content?: Contents }>>
}
interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: Schema
}
type Contents = Readonly<Record<string, { readonly schema: Schema }>>
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, Schema>>>>
}

const formats = {
  'date-time': (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text),
  uri: (text: string) => URL.canParse(text),
}

let loaded: Description | undefined
const validators = new Map<string, ValidateFunction>()
const ajv = new Ajv2020({ strict: false, allErrors: true, formats, logger: false })
const lenient = new Ajv2020({ strict: false, coerceTypes: true, formats, logger: false })

/** GitHub's own OpenAPI description, 12 MB: read with the first question. */
function description(): Description {
  const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json')
  loaded ??= JSON.parse(readFileSync(file, 'utf8')) as Description
  return loaded
}

function dereferenced<T>(value: T): T {
  const ref = (value as { $ref?: string }).$ref
  if (ref === undefined) return value
  const [, , kind = '', name = ''] = ref.split('/')
  return description().components[kind]?.[name] as T
}

function operationOf(operation: string): Operation {
  const [method = '', path = ''] = operation.split(' ')
  const found = description().paths[path]?.[method.toLowerCase()]
  if (!found) throw new Error(`GitHub's description has no ${operation}`)
  return found
}

/** An example of an answer out of the description, e.g. `pull-request`, with the repository's name put in. */
export function example(name: string, repository: string): Record<string, unknown> {
  const { value } = dereferenced({ $ref: `#/components/examples/${name}` }) as unknown as { value: unknown }
  const text = JSON.stringify(value)
    .replaceAll('octocat/Hello-World', repository)
    .replaceAll('monalisa/my-repo', repository)
  return JSON.parse(text) as Record<string, unknown>
}

/** What in a request GitHub's description does not allow, in words; also what it does not know. */
export function requestProblems(operation: string, call: Call): readonly string[] {
  const { parameters = [], requestBody } = operationOf(operation)
  const known = parameters.map(dereferenced)
  const query = known.filter((parameter) => parameter.in === 'query')
  const unknown = [...call.query.keys()].filter((name) => !query.some((parameter) => parameter.name === name))
  const missing = query.filter(({ name, required }) => required && !call.query.has(name))
  return [
    ...unknown.map((name) => `there is no query parameter ${name}`),
    ...missing.map(({ name }) => `the query parameter ${name} is missing`),
    ...known.flatMap((parameter) => parameterProblems(operation, parameter, call)),
    ...bodyProblems(operation, requestBody && dereferenced(requestBody), call),
  ]
}

function parameterProblems(operation: string, { name, in: place, schema }: Parameter, call: Call): readonly string[] {
  const value = place === 'query' ? call.query.get(name) : place === 'path' ? call.parameters[name] : undefined
  if (value === null || value === undefined) return []
  const key = `${operation} ${place} ${name}`
  // Everything is text in an address: `42` is a number there.
  return judged(key, { type: 'object', properties: { value: schema } }, { value }, lenient)
}

function bodyProblems(operation: string, body: Operation['requestBody'], call: Call): readonly string[] {
  if (!body) return call.bytes.length > 0 ? ['there is a body, and none is asked for'] : []
  if (call.bytes.length === 0) return body.required ? ['the body is missing'] : []
  const schema = body.content['application/json']?.schema
  if (!schema) return []
  if (!/^application\/json\b/.test(call.headers['content-type'] ?? ''))
    return ['the body is not called application/json']
  return judged(`${operation} body`, { allOf: [schema], unevaluatedProperties: false }, call.body)
}

/** Where an answer of the fake is none that GitHub's description knows. Failures that it does not list are told in basic errors. */
export function answerProblems(operation: string, answer: Answer): readonly string[] {
  const response = operationOf(operation).responses[answer.status]
  if (!response && answer.status < 400) return [`${operation} never answers ${answer.status}`]
  const schema = response ? dereferenced(response).content?.['application/json']?.schema : undefined
  const expected = schema ?? (answer.status >= 400 ? { $ref: '#/components/schemas/validation-error' } : undefined)
  if (!expected) return answer.body === undefined ? [] : [`${operation} answers ${answer.status} without a body`]
  const closed = expected.type === 'array' ? expected : { allOf: [expected], unevaluatedProperties: false }
  // `status` stands in every error of GitHub's, and only in some of its descriptions.
  const { status: _, ...rest } = (answer.body ?? {}) as Record<string, unknown>
  return judged(`${operation} ${answer.status}`, closed, answer.status >= 400 ? rest : answer.body)
}

function judged(key: string, schema: Schema, value: unknown, judge = ajv): readonly string[] {
  let validate = validators.get(key)
  if (!validate) {
    for (const [name, component] of referencedBy(schema, description().components.schemas ?? {}))
      if (!judge.getSchema(name)) judge.addSchema(converted(component), name)
    validate = judge.compile(converted(schema))
    validators.set(key, validate)
  }
  validate(value)
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || 'it'} ${message} ${JSON.stringify(params)}`,
  )
}
