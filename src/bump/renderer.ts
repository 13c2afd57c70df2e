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

/** A chart that is laid out for rendering. */
export interface OpenChart {
  /** Renders with `values` (the text of a values file) over the chart's own defaults. Never fails: see `Render`. */
  render(values: string | undefined, timeoutMs: number): Promise<Render>
  close(): Promise<void>
}

/** Real Helm, as comparing two sides of a chart needs it: `bump/` itself starts no processes. */
export interface Renderer {
  /** Lays out files, by path from the chart's folder. */
  open(files: ReadonlyMap<string, Uint8Array>): Promise<OpenChart>
}
