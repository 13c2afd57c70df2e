/** A login of a `.netrc`; without a machine it is the default for all others. */
export interface NetrcLogin {
  readonly machine: string | undefined
  readonly login: string
  readonly password: string
}

/** Words, or texts in quotation marks with backslashes, as curl reads them: https://everything.curl.dev/usingcurl/netrc.html */
const WORD = /"((?:[^"\\]|\\.)*)"|(\S+)/gs

/** The logins of a `.netrc`, which curl, and git through it, uses if no other place has any. */
export function netrcLogins(text: string): readonly NetrcLogin[] {
  const words = [...text.replace(/^[ \t]*#.*$/gm, '').matchAll(WORD)].map(([, quoted, bare = '']) =>
    quoted === undefined ? bare : quoted.replace(/\\(.)/gs, '$1'),
  )
  const starts = words.flatMap((word, index) => (word === 'machine' || word === 'default' ? [index] : []))
  return starts.map((start, index) => {
    const own = words.slice(start, starts[index + 1])
    const after = (name: string) => {
      const at = own.indexOf(name)
      return at < 0 ? '' : (own[at + 1] ?? '')
    }
    return { machine: own[0] === 'machine' ? own[1] : undefined, login: after('login'), password: after('password') }
  })
}
