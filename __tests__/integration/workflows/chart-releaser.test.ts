import { argoHelm } from '../../support/workflows/shapes/argo-helm.ts'
import { walksLikeTheirs } from '../../support/workflows/walks-like-theirs.ts'

walksLikeTheirs(argoHelm)
