import { schema as github } from '@octokit/graphql-schema'
import { buildSchema, defaultFieldResolver, execute, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql'
import type { Answer, Call } from './exchange.ts'
import type { Hub } from './hub.ts'

let built: GraphQLSchema | undefined

/** GitHub's schema has two fields twice, so it can't be checked itself. */
function schema(): GraphQLSchema {
  built ??= buildSchema(github.idl, { assumeValidSDL: true })
  return built
}

/** What a resolver gets beside its arguments. */
export interface Context {
  readonly call: Call
  readonly hub: Hub
  /** Takes down what the fake can't answer. */
  readonly complain: (problem: string) => void
}

/** An error with the `type` that GitHub gives it, e.g. `STALE_DATA`. */
export function graphqlError(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } })
}

/** Answers a GraphQL request; a document that GitHub's schema does not allow is a problem, told to `complain`. */
export async function answerGraphql(root: object, context: Context): Promise<Answer> {
  const { query, variables } = context.call.body as { query?: string; variables?: Record<string, unknown> }
  try {
    const document = parse(query ?? '')
    const wrong = validate(schema(), document)
    if (wrong.length > 0) throw new Error(wrong.map(({ message }) => message).join('; '))
    const result = await execute({
      schema: schema(),
      document,
      rootValue: root,
      contextValue: context,
      ...(variables && { variableValues: variables }),
      fieldResolver(source, args, given, info) {
        const known = typeof source === 'object' && source !== null && info.fieldName in source
        if (!known) context.complain(`the fake has no ${info.parentType.name}.${info.fieldName}`)
        return defaultFieldResolver(source, args, given, info)
      },
    })
    for (const error of result.errors ?? [])
      if (error.extensions.type === undefined) context.complain(`GraphQL: ${error.message}`)
    return { status: 200, body: { ...(result.errors && { errors: result.errors.map(told) }), data: result.data } }
  } catch (error) {
    context.complain(`GraphQL: ${(error as Error).message}`)
    return { status: 200, body: { errors: [{ message: (error as Error).message }] } }
  }
}

/** GitHub puts the type beside the message, not below `extensions`. */
function told({ message, path, locations, extensions }: GraphQLError): unknown {
  return { type: extensions.type, path, locations, message }
}
