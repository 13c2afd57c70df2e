import type { Refusal, Registry } from './registry.ts'

const EXPIRED: Refusal = {
  said: 'DENIED: Your authorization token has expired. Reauthenticate and try again.',
  pattern: /authorization token has expired/i,
  hint: 'A login to ECR lasts 12 hours: log in again in a step before this one. A private ECR needs no such step if the job has AWS credentials.',
}

const helpers = { names: ['ecr-login'], variables: ['AWS_', 'ECS_'] }

export const ecr: Registry = {
  name: 'Amazon ECR',
  hosts: /\.dkr[.-]ecr(?:-fips)?\.[a-z0-9-]+\.(?:amazonaws\.|on\.)/,
  target: 'oci://<account>.dkr.ecr.<region>.amazonaws.com/charts?create=true',
  login: `- uses: aws-actions/configure-aws-credentials@v6
  with:
    role-to-assume: arn:aws:iam::<account>:role/<role>
    aws-region: <region>`,
  loginNote:
    'The AWS credentials of the job are enough: the login to the registry is made from them if there is no other. The role needs `ecr:GetAuthorizationToken` on `*`, and on the repositories `ecr:BatchGetImage`, `ecr:BatchCheckLayerAvailability`, `ecr:GetDownloadUrlForLayer`, `ecr:InitiateLayerUpload`, `ecr:UploadLayerPart`, `ecr:CompleteLayerUpload`, `ecr:PutImage`; with `create=true` also `ecr:CreateRepository`.',
  names:
    'One repository per chart, named by the path and the chart. It must exist, or `create=true` in the target creates it: `immutable=false` with mutable tags, `scan-on-push=true` with scans of images.',
  referrers: 'API.',
  immutability: 'Tag mutability of the repository, with exclusion filters. `create=true` sets it, without `sha256-*`.',
  signatureTags:
    'ECR: aws ecr put-image-tag-mutability --repository-name <repository> --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=sha256-*',
  noCredentials:
    'Add a step with aws-actions/configure-aws-credentials before this one: the login to ECR is made from its credentials.',
  missing: (path) =>
    `ECR wants every repository to exist: add ?create=true to the target, or create it: aws ecr create-repository --repository-name ${path} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=sha256-*`,
  refusals: [
    EXPIRED,
    {
      said: 'DENIED: User: arn:aws:sts::… is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:…',
      pattern: /is not authorized to perform: ecr:/i,
      hint: 'Allow the role what the message names, e.g. with the managed policy AmazonEC2ContainerRegistryPowerUser; for a registry of another account its repository policy must allow it too.',
    },
  ],
  helpers,
}

export const ecrPublic: Registry = {
  name: 'Amazon ECR Public',
  hosts: /^public\.ecr\.aws$/,
  target: 'oci://public.ecr.aws/<alias>/charts',
  login: `- uses: aws-actions/configure-aws-credentials@v6
  with:
    role-to-assume: arn:aws:iam::<account>:role/<role>
    aws-region: us-east-1
- uses: aws-actions/amazon-ecr-login@v2
  with:
    registry-type: public`,
  loginNote:
    'The region is always us-east-1. This login is not made from AWS credentials by itself: that takes another API with an SDK of its own, and the step above does it.',
  names:
    'One repository per chart below the alias of the account. It must exist, and is created by hand once; `create=true` is for private registries only. AWS creates a public repository in the registry of the credentials, can be told no other, and an alias does not say whose it is: a wrong role would create public repositories in the wrong place.',
  referrers: 'API.',
  immutability: 'None.',
  noCredentials:
    'Add steps with aws-actions/configure-aws-credentials and aws-actions/amazon-ecr-login (registry-type: public) before this one.',
  missing: (path) =>
    `The public ECR wants every repository to exist, and the path to begin with your alias: aws ecr-public create-repository --region us-east-1 --repository-name ${path.split('/').slice(1).join('/') || '<path>/<chart>'}`,
  refusals: [
    EXPIRED,
    {
      said: 'DENIED: User: arn:aws:sts::… is not authorized to perform: ecr-public:InitiateLayerUpload on resource: …',
      pattern: /is not authorized to perform: ecr-public:/i,
      hint: 'Allow the role what the message names, e.g. with the managed policy AmazonElasticContainerRegistryPublicPowerUser.',
    },
  ],
  helpers,
}
