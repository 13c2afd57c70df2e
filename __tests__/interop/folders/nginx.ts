// nginx with TLS over a folder, as Debian packages it: the static server that judges what `dir:` leaves behind.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from '../../support/servers/program-server.ts'
import { makeCertificate } from '../certificate.ts'

const run = promisify(execFile)
const PROGRAM = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'].find((file) => existsSync(file))

export interface StaticServer {
  readonly url: string
  /** PEM file of the CA that its certificate is of. */
  readonly caFile: string
  readonly version: string
  close(): Promise<void>
}

/** Serves `served` below `https://127.0.0.1:PORT`. `why` it can't, in words, where there is no nginx. */
export async function startNginx(served: string, home: string): Promise<StaticServer | { readonly why: string }> {
  if (PROGRAM === undefined) return { why: 'there is no nginx here; `apt-get install nginx-light` brings one' }
  const { stderr } = await run(PROGRAM, ['-v'])
  const folder = join(home, 'nginx')
  mkdirSync(folder)
  await makeCertificate(folder)
  const port = await freePort()
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, served, port))
  const child = spawn(PROGRAM, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], {
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  const close = async () => {
    child.kill('SIGTERM')
    await ended
  }
  for (let tries = 0; !existsSync(join(folder, 'nginx.pid')); tries += 1) {
    if (child.exitCode !== null || tries > 100) throw new Error(`nginx did not start: exit code ${child.exitCode}`)
    await wait(100)
  }
  const version = /nginx\/(\S+)/.exec(stderr)?.[1] ?? ''
  return { url: `https://127.0.0.1:${port}`, caFile: join(folder, 'ca.pem'), version, close }
}

/** As its packages come: dot folders are served as any other, and nothing is listed. */
function configuration(folder: string, served: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  // Its workers may not be allowed to read temporary folders that another user made.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  return `daemon off;
${user}
worker_processes 1;
pid ${folder}/nginx.pid;
events {}
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  default_type application/octet-stream;
  server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${folder}/server.pem;
    ssl_certificate_key ${folder}/server.key;
    root ${served};
  }
}
`
}
