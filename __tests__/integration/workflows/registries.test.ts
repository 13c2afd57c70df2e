import { bitnami } from '../../support/workflows/shapes/bitnami.ts'
import { cloudnativePg } from '../../support/workflows/shapes/cloudnative-pg.ts'
import { oauth2Proxy } from '../../support/workflows/shapes/oauth2-proxy.ts'
import { walksLikeTheirs } from '../../support/workflows/walks-like-theirs.ts'

walksLikeTheirs(bitnami)
walksLikeTheirs(cloudnativePg)
walksLikeTheirs(oauth2Proxy)
