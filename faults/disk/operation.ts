/** What a process asked of a disk, one call after the other. Paths are from the disk's root; the root itself is `.`. */
export type Operation =
  | { readonly is: 'make'; readonly path: string }
  | { readonly is: 'folder'; readonly path: string }
  | { readonly is: 'write'; readonly path: string; readonly at: number; readonly bytes: Uint8Array }
  | { readonly is: 'length'; readonly path: string; readonly length: number }
  | { readonly is: 'rename'; readonly from: string; readonly to: string }
  | { readonly is: 'link'; readonly from: string; readonly to: string }
  | { readonly is: 'remove'; readonly path: string }
  | { readonly is: 'sync'; readonly path: string }
  /** Something was said to the outside: the act is acknowledged. */
  | { readonly is: 'say'; readonly text: string };
