import type { Environment } from '../../../ports/process.ts'

/** Variables that every call of git needs: its programs, and the places of the user's configuration. */
const LOCAL = new Set(
  'PATH HOME XDG_CONFIG_HOME TMPDIR GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM'.split(' '),
)

/**
 * Additional variables for git's transports, by full name: a variable whose name only begins like one of these
 * (`SSH_PRIVATE_KEY`) may be a secret.
 */
const REMOTE = new Set(
  `GIT_ASKPASS GIT_SSH GIT_SSH_COMMAND GIT_SSH_VARIANT SSH_ASKPASS SSH_ASKPASS_REQUIRE SSH_AUTH_SOCK
   GIT_SSL_CAINFO GIT_SSL_CAPATH GIT_SSL_CERT GIT_SSL_CERT_PASSWORD_PROTECTED GIT_SSL_CERT_TYPE GIT_SSL_CIPHER_LIST
   GIT_SSL_KEY GIT_SSL_KEY_TYPE GIT_SSL_NO_VERIFY GIT_SSL_VERSION SSL_CERT_DIR SSL_CERT_FILE
   GIT_HTTP_LOW_SPEED_LIMIT GIT_HTTP_LOW_SPEED_TIME GIT_HTTP_PROXY_AUTHMETHOD GIT_HTTP_USER_AGENT
   HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY http_proxy https_proxy no_proxy all_proxy`.split(/\s+/),
)

/** Settings that the job passes to every git by its environment. */
const CONFIGURATION = /^GIT_CONFIG_(?:COUNT|PARAMETERS|KEY_\d+|VALUE_\d+)$/

export type GitVariables = Readonly<Record<string, string>>

/** The environment of a call that stays on this machine, or of one that may contact a server. */
export function gitVariables(environment: Environment, { remote }: { readonly remote: boolean }): GitVariables {
  return {
    ...chosen(environment, (name) => LOCAL.has(name) || (remote && REMOTE.has(name))),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ATTR_NOSYSTEM: '1',
  }
}

/** Those that contain settings of the job; git itself reads them (`git config --list`), because they may be quoted. */
export function configurationVariables(environment: Environment): GitVariables {
  return chosen(environment, (name) => CONFIGURATION.test(name))
}

function chosen(environment: Environment, isChosen: (name: string) => boolean): GitVariables {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && isChosen(entry[0]),
    ),
  )
}
