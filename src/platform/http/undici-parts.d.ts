// The package's own entry also loads fetch, WebSockets, caches and mocks: three times as slow as these parts.
declare module 'undici/lib/dispatcher/env-http-proxy-agent.js' {
  import { EnvHttpProxyAgent } from 'undici'
  export = EnvHttpProxyAgent
}

declare module 'undici/lib/dispatcher/dispatcher.js' {
  import { Dispatcher } from 'undici'
  export = Dispatcher
}

declare module 'undici/lib/api/api-connect.js' {
  import { Dispatcher } from 'undici'

  /** The form that gives a promise. */
  function connect(this: Dispatcher, options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData>
  export = connect
}

declare module 'undici/lib/web/fetch/index.js' {
  import type { fetch as Fetch } from 'undici'

  export const fetch: typeof Fetch
}
