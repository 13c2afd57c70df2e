import type { OtherOrigin } from '../../ports/git.ts'
import type { Environment } from '../../ports/process.ts'
import { type GitContext, plainGit } from './command.ts'
import { createGitAccess } from './credentials/access.ts'
import type { PlainGit, Setting } from './credentials/configuration.ts'

/** How the server is reached. No header, no login and no cookie: those are for the repository of the checkout. */
const WAY =
  /^(?:protocol\..+|url\.[^@]*\.insteadof|http\.(?:.*\.)?(?:proxy|proxyauthmethod|proxyssl\w+|sslcainfo|sslcapath|sslverify|sslversion|sslbackend|schannel\w+|version|lowspeedlimit|lowspeedtime))$/i

/** Variables that lead to logins of the job. */
const LOGINS = /^(?:HOME|XDG_CONFIG_HOME|GIT_CONFIG.*|GIT_ASKPASS|SSH_ASKPASS.*|GIT_SSH.*|SSH_AUTH_SOCK)$/

interface Elsewhere {
  readonly folder: string
  /** All that reaches the origin of the checkout. */
  readonly settings: readonly Setting[]
  readonly of: OtherOrigin
}

/**
 * The context of a repository of our own whose origin is not that of the checkout. actions/checkout leaves a header that git
 * would send to every repository of the server, so nothing of the job's credentials is taken over: there is the one token.
 */
export function elsewhere(context: GitContext, { folder, settings, of }: Elsewhere): GitContext {
  const way = settings.filter(([key]) => WAY.test(key))
  const apart = { folder, settings: way }
  const own = { ...context, environment: withoutLogins(context.environment), token: of.token, apart }
  const git = plainGit(own)
  const configured: PlainGit = (args, call) => git(args, { ...call, config: [...way, ...(call?.config ?? [])] })
  return { ...own, access: createGitAccess(own, configured) }
}

function withoutLogins(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !LOGINS.test(name)))
}
