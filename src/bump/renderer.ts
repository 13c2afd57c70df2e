/** What one process made of a chart: Helm's documents, or why there are none. */
export type Render = (
  | { readonly manifests: string }
  | {
      /** Helm's words, raw text from outside. */
      readonly failed: string
      /** A limit of ours ended it: that says nothing of the chart. */
      readonly stopped: boolean
    }
) & {
  /** Milliseconds that it took; they count against the budget of a pair. */
  readonly tookMs: number
}

/** What a chart is rendered with. */
export interface RenderOptions {
  /** The text of a values file, over the chart's own defaults. */
  readonly values?: string
  /** As `helm upgrade` renders it instead of `helm install`. */
  readonly isUpgrade?: boolean
  readonly timeoutMs: number
}

/** A chart that is laid out for rendering. */
export interface OpenChart {
  /** Never fails: see `Render`. */
  render(options: RenderOptions): Promise<Render>
  close(): Promise<void>
}

/** Real Helm, as comparing two sides of a chart needs it: `bump/` itself starts no processes. */
export interface Renderer {
  /** Lays out files, by path from the chart's folder. */
  open(files: ReadonlyMap<string, Uint8Array>): Promise<OpenChart>
}
