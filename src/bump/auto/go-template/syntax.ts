/** An expression for a value in an action. */
export type Operand =
  | { readonly kind: 'dot' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'literal' }
  /** A number that may be an index. */
  | { readonly kind: 'number'; readonly text: string }
  /** A function without arguments, or the function at the beginning of a command. */
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'pipeline'; readonly pipeline: Pipeline }
  /** Fields of an operand: `.a.b`, `$x.a`, `(f).a`. */
  | { readonly kind: 'fields'; readonly of: Operand; readonly fields: readonly string[] }

/** A function, method or value with arguments. */
export interface Command {
  readonly operands: readonly Operand[]
  readonly line: number
}

export interface Pipeline {
  /** Variables that it sets: `$x :=`, `$k, $v :=`, `$x =`. */
  readonly names: readonly string[]
  readonly declares: boolean
  readonly commands: readonly Command[]
}

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly pipeline: Pipeline; readonly line: number }
  | Branch
  | { readonly kind: 'template'; readonly name: string; readonly pipeline?: Pipeline; readonly line: number }

export interface Branch {
  readonly kind: 'if' | 'with' | 'range'
  readonly pipeline: Pipeline
  readonly body: readonly Part[]
  readonly otherwise: readonly Part[]
  readonly line: number
}

/** A named template. */
export interface Definition {
  readonly name: string
  readonly body: readonly Part[]
  readonly line: number
}
