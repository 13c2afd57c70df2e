/** One way in which templates use a value. */
export interface Use {
  /** The function that takes it, or `if`, `with`, `range`, `output`, `condition`, `dependency`. */
  readonly how: string
  /**
   * Whether the value is used with everything in it: printed, turned to YAML, passed on. Otherwise it is only
   * inspected.
   */
  readonly whole: boolean
  /** Whether only the text for people (NOTES.txt) or the decision to `fail` depends on it. */
  readonly idle: boolean
  /** The type that `kindIs` and its like ask for, e.g. `slice`. */
  readonly type?: string
  /** The type that it has here, by a test around: other values don't come so far. */
  readonly asType?: string
  /** Keys that were taken out of it before. */
  readonly without?: ReadonlySet<string>
  readonly file: string
  readonly line: number
}

/** A place in the values of a chart, with its uses by the templates. `*` is any key or item. */
export interface Place {
  readonly id: number
  readonly parent: Place | undefined
  readonly key: string
  readonly children: Map<string, Place>
  readonly uses: Map<string, Use>
  /** All values of a chart or a subchart. */
  isRoot: boolean
}

/** Limit for recorded places; a chart that reads more is not understood completely. */
const MAX_PLACES = 20_000
/** Deeper than values are nested; templates that call themselves would go on forever. */
const MAX_DEPTH = 24

/** The key of any item. */
export const ANY = '*'

/** All places of one chart that its templates use. */
export class Places {
  readonly root: Place
  /** False if something was left out because it exceeded a limit. */
  complete = true
  /** A missing template gets all values: it may read any of them. */
  handedOn = false
  #count = 0

  constructor() {
    this.root = this.#place(undefined, '')
  }

  child(place: Place, key: string): Place {
    const known = place.children.get(key)
    if (known) return known
    if (depthOf(place) >= MAX_DEPTH) return place
    if (this.#count >= MAX_PLACES) {
      this.complete = false
      return place
    }
    const child = this.#place(place, key)
    place.children.set(key, child)
    return child
  }

  /** A use of the values as a whole says nothing about any single one. */
  use(place: Place, use: Use): void {
    if (place === this.root) return
    const without = use.without ? [...use.without].join() : ''
    const key = `${use.how}${use.whole ? '+' : ''}${use.idle ? '?' : ''} ${use.type ?? ''} ${use.asType ?? ''} ${without} ${use.file}`
    if (!place.uses.has(key)) place.uses.set(key, use)
  }

  #place(parent: Place | undefined, key: string): Place {
    this.#count += 1
    return { id: this.#count, parent, key, children: new Map(), uses: new Map(), isRoot: parent === undefined }
  }
}

function depthOf(place: Place): number {
  let depth = 0
  for (let at = place.parent; at; at = at.parent) depth += 1
  return depth
}

/** The path of a place from the values' top. */
export function pathOf(place: Place): readonly string[] {
  return place.parent ? [...pathOf(place.parent), place.key] : []
}
