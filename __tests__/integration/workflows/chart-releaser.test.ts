import { argoHelm } from '../../support/workflows/shapes/argo-helm.ts'
import { prometheusCommunity } from '../../support/workflows/shapes/prometheus-community.ts'
import { sigstore } from '../../support/workflows/shapes/sigstore.ts'
import { walksLikeTheirs } from '../../support/workflows/walks-like-theirs.ts'

walksLikeTheirs(argoHelm)
walksLikeTheirs(prometheusCommunity)
walksLikeTheirs(sigstore)
