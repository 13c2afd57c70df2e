import type { Shape } from './shape.ts'
import { argoHelm } from './shapes/argo-helm.ts'
import { bitnami } from './shapes/bitnami.ts'
import { cloudnativePg } from './shapes/cloudnative-pg.ts'
import { externalDns } from './shapes/external-dns.ts'
import { grafana } from './shapes/grafana.ts'
import { helmGhPages } from './shapes/helm-gh-pages.ts'
import { kyverno } from './shapes/kyverno.ts'
import { metricsServer } from './shapes/metrics-server.ts'
import { oauth2Proxy } from './shapes/oauth2-proxy.ts'
import { prometheusCommunity } from './shapes/prometheus-community.ts'
import { sigstore } from './shapes/sigstore.ts'
import { traefik } from './shapes/traefik.ts'

/** How real repositories release today, in the order of docs/workflows.md. */
export const shapes: readonly Shape[] = [
  prometheusCommunity,
  argoHelm,
  sigstore,
  oauth2Proxy,
  cloudnativePg,
  traefik,
  metricsServer,
  externalDns,
  grafana,
  bitnami,
  kyverno,
  helmGhPages,
]
