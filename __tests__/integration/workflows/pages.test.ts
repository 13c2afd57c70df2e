import { grafana } from '../../support/workflows/shapes/grafana.ts'
import { helmGhPages } from '../../support/workflows/shapes/helm-gh-pages.ts'
import { kyverno } from '../../support/workflows/shapes/kyverno.ts'
import { walksLikeTheirs } from '../../support/workflows/walks-like-theirs.ts'

walksLikeTheirs(grafana)
walksLikeTheirs(helmGhPages)
walksLikeTheirs(kyverno)
