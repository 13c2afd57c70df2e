import { externalDns } from '../../support/workflows/shapes/external-dns.ts'
import { metricsServer } from '../../support/workflows/shapes/metrics-server.ts'
import { traefik } from '../../support/workflows/shapes/traefik.ts'
import { walksLikeTheirs } from '../../support/workflows/walks-like-theirs.ts'

walksLikeTheirs(externalDns)
walksLikeTheirs(metricsServer)
walksLikeTheirs(traefik)
